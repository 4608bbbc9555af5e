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
	path        string // its address
	contentType string
	body        []byte
	hash        string
	br, gz      []byte // nil for what doesn't shrink
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
	a := &asset{path: address, contentType: t, body: body, hash: hash(body)}
	if t != "image/png" && t != "application/wasm" {
		a.br, a.gz = compress(body, brotlied, fileBrotli), compress(body, gzipped, fileGzip)
	}
	return a, nil
}

// wasmAsset makes the asset of the compiled app, which was compressed when it
// was built.
func wasmAsset(app fs.FS) (*asset, error) {
	var files [3][]byte
	for i, ext := range []string{"", ".br", ".gz"} {
		data, err := fs.ReadFile(app, wasmFile+ext)
		if err != nil {
			return nil, err
		}
		files[i] = data
	}
	return &asset{
		path: "/" + wasmFile, contentType: contentTypes[".wasm"],
		body: files[0], hash: hash(files[0]), br: files[1], gz: files[2],
	}, nil
}

// url returns the asset's address with its hash. What is there never changes.
func (a *asset) url() string {
	return a.path + "?v=" + a.hash
}

// lengthHeader tells the script that loads the app the length of what it will
// get, for its progress: Content-Length is that of the compressed bytes.
const lengthHeader = "Samewire-Length"

// ServeHTTP sends the asset. An address with the hash of another version leads
// on to this one's, so that a page from before a restart still finds its
// files and a service worker can see that they aren't those it asked for.
func (a *asset) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	caching := revalidate
	switch v := r.URL.Query().Get("v"); v {
	case "":
	case a.hash:
		caching = forever
	default:
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, a.url(), http.StatusTemporaryRedirect)
		return
	}
	if strings.HasSuffix(a.path, ".wasm") {
		w.Header().Set(lengthHeader, strconv.Itoa(len(a.body)))
	}
	reply{
		status: http.StatusOK, contentType: a.contentType, caching: caching,
		hash: a.hash, compressed: a.br != nil, coded: a.coded,
	}.send(w, r)
}

func (a *asset) coded(e encoding) []byte {
	switch e {
	case brotlied:
		return a.br
	case gzipped:
		return a.gz
	}
	return a.body
}
