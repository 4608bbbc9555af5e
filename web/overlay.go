package web

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// standIn is the package that the browser's app has in the place of net/http,
// below the top of the source tree.
const standIn = "wasm/http/http.go"

// overlay writes to file what makes the compiler see the stand-in for net/http:
// its sources in goroot count as not there, and the stand-in as one of them.
func overlay(file, root, goroot string) error {
	dir := filepath.Join(goroot, "src", "net", "http")
	sources, err := fs.Glob(os.DirFS(dir), "*.go")
	if err != nil {
		return err
	}
	replace := make(map[string]string)
	for _, name := range sources {
		if !strings.HasSuffix(name, "_test.go") {
			replace[filepath.Join(dir, name)] = ""
		}
	}
	replace[filepath.Join(dir, "http.go")] = filepath.Join(root, filepath.FromSlash(standIn))
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}
