// Package e2e has the tests of the whole: the real server, and the real app in
// a real browser. It holds nothing else.
package e2e
