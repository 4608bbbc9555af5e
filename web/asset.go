package web

import (
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// asset is a file that the server holds in memory, compressed beforehand.
type asset struct {
	*document
	path  string // its address
	query string // that it has with its hash
}

// contentTypes are the types of the files we have, by extension. The system's
// own table may lack some or have them wrong.
var contentTypes = map[string]string{
	".css":         "text/css; charset=utf-8",
	".ico":         "image/x-icon",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

// newAsset makes an asset of a body and compresses it. The extension of the
// address says what it is.
func newAsset(address string, body []byte) (*asset, error) {
	t, ok := contentTypes[path.Ext(address)]
	if !ok {
		return nil, fmt.Errorf("%s: no content type is known for %q", address, path.Ext(address))
	}
	a := assetOf(address, newDocument(http.StatusOK, t, body))
	a.compress(func(body []byte, e encoding) []byte { return compress(body, e, fileEfforts[e]) })
	return a, nil
}

func assetOf(address string, d *document) *asset {
	return &asset{d, address, "v=" + d.hash}
}

// wasmAsset makes the asset of a WebAssembly file of the compiled app, which was
// compressed when it was built.
func wasmAsset(app fs.FS, file string) (*asset, error) {
	body, err := fs.ReadFile(app, file)
	if err != nil {
		return nil, err
	}
	a := assetOf("/"+file, newDocument(http.StatusOK, contentTypes[".wasm"], body))
	a.compress(func(_ []byte, e encoding) []byte {
		var data []byte
		if err == nil {
			data, err = fs.ReadFile(app, file+extensions[e])
		}
		return data
	})
	return a, err
}

// extensions are those of files in a coding.
var extensions = map[encoding]string{brotlied: ".br", gzipped: ".gz"}

// url returns the asset's address with its hash. What is there never changes.
func (a *asset) url() string { return a.path + "?" + a.query }

// named returns the address of the asset where parameters are of no account: the
// hash is in the file's name.
func (a *asset) named() string {
	ext := path.Ext(a.path)
	return strings.TrimSuffix(a.path, ext) + "." + a.hash + ext
}

// lengthHeader tells the script that loads the app the length of what it will
// get, for its progress: Content-Length is that of the compressed bytes.
const lengthHeader = "Samewire-Length"

// ServeHTTP sends the asset. An address with the hash of another version leads
// on to this one's, so that a page from before a restart still finds its
// files and a service worker can see that they aren't those it asked for.
func (a *asset) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	shared(w.Header())
	caching := revalidate
	if r.URL.RawQuery == a.query {
		caching = forever
	} else if v := r.URL.Query().Get("v"); v != "" && v != a.hash {
		w.Header()["Cache-Control"] = never
		w.Header().Set("Location", "?"+a.query) // of the same path
		w.WriteHeader(http.StatusTemporaryRedirect)
		return
	}
	if strings.HasSuffix(a.path, ".wasm") {
		w.Header().Set(lengthHeader, strconv.Itoa(len(a.body)))
	}
	a.send(w, r, caching)
}
