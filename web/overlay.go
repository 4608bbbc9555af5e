package web

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// standIn is a package of the standard library and the file, below the top of
// the source tree, that a module for the browser has in its place.
type standIn struct{ pkg, file string }

var httpStandIn = standIn{"net/http", "wasm/http/http.go"}

// appStandIns are those of the app itself.
var appStandIns = []standIn{
	httpStandIn,
	{"regexp", "wasm/regexp/regexp.go"},
	{"log", "wasm/log/log.go"},
	{"internal/godebug", "wasm/godebug/godebug.go"},
	{"crypto/aes", "wasm/crypto/aes/aes.go"},
	{"crypto/cipher", "wasm/crypto/cipher/cipher.go"},
	{"crypto/md5", "wasm/crypto/md5/md5.go"},
	{"crypto/rand", "wasm/crypto/rand/rand.go"},
	{"crypto/sha1", "wasm/crypto/sha1/sha1.go"},
}

// overlay writes to file what makes the compiler see stand-ins: the sources of
// their packages in goroot count as not there, and the stand-in as one of them.
func overlay(file, root, goroot string, standIns []standIn) error {
	replace := make(map[string]string)
	for _, s := range standIns {
		dir := filepath.Join(goroot, "src", filepath.FromSlash(s.pkg))
		sources, err := fs.Glob(os.DirFS(dir), "*.go")
		if err != nil {
			return err
		}
		for _, name := range sources {
			if !strings.HasSuffix(name, "_test.go") {
				replace[filepath.Join(dir, name)] = ""
			}
		}
		replace[filepath.Join(dir, path.Base(s.file))] = filepath.Join(root, filepath.FromSlash(s.file))
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}
