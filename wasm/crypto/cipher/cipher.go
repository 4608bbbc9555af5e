// Package cipher stands in for crypto/cipher when the app is compiled for the
// browser, and those beside it for other packages of crypto. go-app can encrypt
// what it keeps, makes entity tags, and names things by UUIDs of every kind, of
// which the app uses the random ones alone. What never runs is left out: forty
// kilobytes to load.
package cipher

import "errors"

// Block is a block cipher.
type Block interface {
	BlockSize() int
	Encrypt(dst, src []byte)
	Decrypt(dst, src []byte)
}

// AEAD is a cipher mode.
type AEAD interface {
	NonceSize() int
	Overhead() int
	Seal(dst, nonce, plaintext, additionalData []byte) []byte
	Open(dst, nonce, ciphertext, additionalData []byte) ([]byte, error)
}

// NewGCM returns an error.
func NewGCM(Block) (AEAD, error) {
	return nil, errors.New("the app in the browser has no crypto/cipher")
}
