package web

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// modulePath is how the source tree is known.
const modulePath = "samewire"

// findRoot returns the top of Samewire's source tree: the nearest directory
// from dir upwards that has a go.mod, if that is ours.
func findRoot(dir string) (string, bool) {
	for {
		f, err := os.Open(filepath.Join(dir, "go.mod"))
		if err == nil {
			defer f.Close()
			return dir, isOurs(f)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}

func isOurs(f *os.File) bool {
	for rows := bufio.NewScanner(f); rows.Scan(); {
		if fields := strings.Fields(rows.Text()); len(fields) > 1 && fields[0] == "module" {
			return strings.Trim(fields[1], `"`) == modulePath
		}
	}
	return false
}

// fingerprint returns a hash of all that the compiled app is made from: every
// file below app and wasm but tests and their data, the versions of what is
// imported, the Go release and what compiles it. It goes by content because times lie: a
// checkout makes old files new, and unpacking makes new files old. Reading a
// megabyte of sources takes a few milliseconds.
func fingerprint(root string) (string, error) {
	var parts [][]byte
	add := func(name string) error {
		data, err := os.ReadFile(filepath.Join(root, name))
		parts = append(parts, []byte(filepath.ToSlash(name)), data)
		return err
	}
	for _, name := range []string{"go.mod", "go.sum", "web/build.go", "web/overlay.go", "web/segments.go", "web/lines.go", "web/encoding.go"} {
		if err := add(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	for _, dir := range []string{"app", "wasm"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")):
				return filepath.SkipDir
			case !d.Type().IsRegular(), strings.HasSuffix(path, "_test.go"), strings.HasPrefix(d.Name(), "."):
				return nil
			}
			name, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			return add(name)
		})
		if err != nil {
			return "", err
		}
	}
	return hash(append(parts, []byte(runtime.Version()))...), nil
}
