package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/version"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// standIn is a file, below the top of the source tree, that a module for the
// browser has in the place of a package of the standard library. With a release
// of Go it has to do with the insides of that package: it is in the place of the
// one source file of its name, and of that release alone. With others the module
// is compiled without it.
type standIn struct{ pkg, file, release string }

var httpStandIn = standIn{"net/http", "wasm/http/http.go", ""}

// appStandIns are those of the app itself.
var appStandIns = []standIn{
	httpStandIn,
	{"regexp", "wasm/regexp/regexp.go", ""},
	{"log", "wasm/log/log.go", ""},
	{"internal/godebug", "wasm/godebug/godebug.go", ""},
	{"crypto/aes", "wasm/crypto/aes/aes.go", ""},
	{"crypto/cipher", "wasm/crypto/cipher/cipher.go", ""},
	{"crypto/md5", "wasm/crypto/md5/md5.go", ""},
	{"crypto/rand", "wasm/crypto/rand/rand.go", ""},
	{"crypto/sha1", "wasm/crypto/sha1/sha1.go", ""},
	{"runtime", "wasm/_runtime/netpoll_fake.go", "go1.26"},
}

// overlay writes to file what makes the compiler see stand-ins: the sources in
// goroot that they are in the place of count as not there, and the stand-in as
// one of its package.
func overlay(file, root, goroot string, standIns []standIn) error {
	release, err := releaseOf(goroot)
	if err != nil {
		return err
	}
	replace := make(map[string]string)
	for _, s := range standIns {
		dir := filepath.Join(goroot, "src", filepath.FromSlash(s.pkg))
		if s.release == "" {
			sources, err := fs.Glob(os.DirFS(dir), "*.go")
			if err != nil {
				return err
			}
			for _, name := range sources {
				if !strings.HasSuffix(name, "_test.go") {
					replace[filepath.Join(dir, name)] = ""
				}
			}
		}
		if s.release == "" || s.release == release {
			replace[filepath.Join(dir, path.Base(s.file))] = filepath.Join(root, filepath.FromSlash(s.file))
		}
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// releaseOf returns the release of the Go in a directory, such as go1.26, or ""
// of one that was never released.
func releaseOf(goroot string) (string, error) {
	data, err := os.ReadFile(filepath.Join(goroot, "VERSION"))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	return version.Lang(string(first)), err
}
