// Package sha1 stands in for crypto/sha1 when the app is compiled for the browser.
package sha1

import "hash"

// Size is the length of a sum in bytes.
const Size = 20

// New panics.
func New() hash.Hash { panic("the app in the browser has no crypto/sha1") }

// Sum panics.
func Sum([]byte) [Size]byte { panic("the app in the browser has no crypto/sha1") }
