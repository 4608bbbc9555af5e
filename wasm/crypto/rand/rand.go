//go:build js

// Package rand stands in for crypto/rand when the app is compiled for the
// browser. It asks the browser, as the real one does, but by itself.
package rand

import (
	"io"
	"syscall/js"
)

// Reader reads random bytes.
var Reader io.Reader = browser{}

type browser struct{}

// most is how many bytes a browser gives at a time.
const most = 1 << 16

// Read fills b. It never fails.
func (browser) Read(b []byte) (int, error) {
	for rest := b; len(rest) > 0; {
		n := min(len(rest), most)
		array := js.Global().Get("Uint8Array").New(n)
		js.Global().Get("crypto").Call("getRandomValues", array)
		rest = rest[js.CopyBytesToGo(rest[:n], array):]
	}
	return len(b), nil
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

// Text returns 26 random letters and digits, 130 bits.
func Text() string {
	b := make([]byte, 26)
	_, _ = Reader.Read(b) // it never fails
	for i := range b {
		b[i] = alphabet[b[i]%32]
	}
	return string(b)
}
