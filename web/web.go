// Package web is everything that knows about HTTP and about the page around
// the app.
//
// In come stories and the compiled app; out comes one handler for the whole
// site. It differs from the handler that go-app brings in what that one can't
// be told to do: pages hold their content as text before any script has run
// and each has an entity tag of its own; every file is served compressed from
// memory, under an address with its hash in it; nothing is looked up by path
// in a file system, so there is nothing to traverse. What remains of go-app on
// the server is the script that starts the app.
//
// The app itself is compiled when it is missing or older than its sources: see
// [App].
package web

import (
	"embed"
	"io/fs"
)

// static holds what the page is made of, stories the built-in stories, and
// dist the compiled app, once `go generate` has put it there.
//
//go:embed static stories all:dist
var embedded embed.FS

// sub returns a directory of the embedded files.
func sub(dir string) fs.FS {
	f, err := fs.Sub(embedded, dir)
	if err != nil {
		panic(err) // only for a name that is no valid path
	}
	return f
}
