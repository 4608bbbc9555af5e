package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"

	"samewire/app/story"
)

// fakeApp stands in for the compiled app.
func fakeApp() fs.FS {
	wasm := []byte(strings.Repeat("\x00asm fake ", 100))
	return fstest.MapFS{
		wasmFile:            {Data: wasm},
		wasmFile + ".br":    {Data: compress(wasm, brotlied, 5)},
		wasmFile + ".gz":    {Data: compress(wasm, gzipped, 6)},
		extractFile:         {Data: wasm},
		extractFile + ".br": {Data: compress(wasm, brotlied, 5)},
		extractFile + ".gz": {Data: compress(wasm, gzipped, 6)},
		glueFile:            {Data: []byte("globalThis.Go = class {};")},
		scriptFile:          {Data: []byte(`const goappEnv = {{.Env}}; fetchWithProgress("{{.Wasm}}", showProgress); use("{{.WasmContentLengthHeader}}", "{{.WorkerJS}}");`)},
		fingerprintFile:     {Data: []byte("fake\n")},
		"not-to-be-found":   {Data: []byte("secret")},
	}
}

// testStory returns a story of two articles with a sentence in common.
func testStory(t testing.TB, id, title string) *story.Story {
	t.Helper()
	s := &story.Story{ID: id, Title: title, Articles: []story.Article{
		{Outlet: "The Harbour Post", Text: "The harbour authority closed the eastern pier on Monday after divers found cracks in two of its pillars.\n\nRepairs will take a month.\n"},
		{Outlet: "Evening Tide", Text: "The harbour authority closed the eastern pier on Monday after divers found cracks in three of its pillars.\n\nFerries leave from the west.\n"},
	}}
	read, err := story.ParseJSON(s.JSON(), id)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// testSite returns a site of one story with the real static files, and its
// log.
func testSite(t testing.TB) (http.Handler, *bytes.Buffer) {
	t.Helper()
	var logged bytes.Buffer
	h, err := New([]*story.Story{testStory(t, "pier", `The "pier" & <b>its</b> cracks`)}, fakeApp(), false, slog.New(slog.NewTextHandler(&logged, nil)))
	if err != nil {
		t.Fatal(err)
	}
	return h, &logged
}

// get asks h for a path; header is names and values in turn.
func get(t testing.TB, h http.Handler, method, target string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, "http://samewire.test/", nil)
	// The target goes to the server as a client would send it, uncleaned.
	u, err := r.URL.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	r.URL, r.RequestURI = u, target
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t testing.TB, res *http.Response) string {
	t.Helper()
	var from io.Reader = res.Body
	switch res.Header.Get("Content-Encoding") {
	case "br":
		from = brotli.NewReader(res.Body)
	case "gzip":
		var err error
		if from, err = gzip.NewReader(res.Body); err != nil {
			t.Fatal(err)
		}
	}
	data, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestStatus(t *testing.T) {
	h, _ := testSite(t)
	for _, c := range []struct {
		target      string
		status      int
		contentType string
	}{
		{"/", 200, "text/html; charset=utf-8"},
		{"/s/pier", 200, "text/html; charset=utf-8"},
		{"/s/pier/read/a", 200, "text/html; charset=utf-8"},
		{"/s/pier/read/b?passage=1&base=a", 200, "text/html; charset=utf-8"},
		{"/s/pier/compare/a/b", 200, "text/html; charset=utf-8"},
		{"/s/pier/passage/1", 200, "text/html; charset=utf-8"},
		{"/stories.json", 200, "application/json"},
		{"/stories/pier.json", 200, "application/json"},
		{"/static/boot.js", 200, "text/javascript; charset=utf-8"},
		{"/static/icon.svg", 200, "image/svg+xml"},
		{"/static/icon-192.png", 200, "image/png"},
		{"/app.js", 200, "text/javascript; charset=utf-8"},
		{"/app.wasm", 200, "application/wasm"},
		{"/wasm_exec.js", 200, "text/javascript; charset=utf-8"},
		{"/app-worker.js", 200, "text/javascript; charset=utf-8"},
		{"/manifest.webmanifest", 200, "application/manifest+json"},
		{"/favicon.ico", 200, "image/x-icon"},
		{"/robots.txt", 200, "text/plain; charset=utf-8"},

		{"/nothing", 404, "text/html; charset=utf-8"},
		{"/s", 404, "text/html; charset=utf-8"},
		{"/s/other", 404, "text/html; charset=utf-8"},
		{"/s/pier/read/c", 404, "text/html; charset=utf-8"},
		{"/s/pier/passage/99", 404, "text/html; charset=utf-8"},
		{"/stories/", 404, "text/html; charset=utf-8"},
		{"/stories/other.json", 404, "text/html; charset=utf-8"},
		{"/stories/pier", 404, "text/html; charset=utf-8"},
		// No listings, no files beside the ones above.
		{"/static/", 404, "text/html; charset=utf-8"},
		{"/static", 404, "text/html; charset=utf-8"},
		{"/static/app-worker.js", 404, "text/html; charset=utf-8"},
		{"/static/favicon.ico", 404, "text/html; charset=utf-8"},
		{"/app.wasm.br", 404, "text/html; charset=utf-8"},
		{"/fingerprint", 404, "text/html; charset=utf-8"},
		{"/dist/app.wasm", 404, "text/html; charset=utf-8"},
		{"/not-to-be-found", 404, "text/html; charset=utf-8"},
		{"/web/static/boot.js", 404, "text/html; charset=utf-8"},
		{"/go.mod", 404, "text/html; charset=utf-8"},
		{"/.git/config", 404, "text/html; charset=utf-8"},
	} {
		res := get(t, h, "GET", c.target)
		if res.StatusCode != c.status || res.Header.Get("Content-Type") != c.contentType {
			t.Errorf("GET %s: %d %q, want %d %q", c.target, res.StatusCode, res.Header.Get("Content-Type"), c.status, c.contentType)
		}
	}
}

func TestTraversal(t *testing.T) {
	h, _ := testSite(t)
	for _, target := range []string{
		"/../go.mod", "/static/../go.mod", "/static/../../go.mod", "/static/%2e%2e/%2e%2e/go.mod",
		"/static/..%2f..%2fgo.mod", "/static/%2e%2e%2f%2e%2e%2fgo.mod", "/web/../go.mod", "//etc/passwd",
		"/static//etc/passwd", `/static/..\..\go.mod`, "/static/..%5c..%5cgo.mod", "/static/boot.js%00.css",
		"/stories/../site.go", "/stories/..%2f..%2fgo.mod", "/stories/%2e%2e%2fgo.mod.json", "/static/./../dist/fingerprint",
	} {
		res := get(t, h, "GET", target)
		for hops := 0; res.StatusCode/100 == 3 && hops < 3; hops++ {
			to := res.Header.Get("Location")
			if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") {
				t.Fatalf("GET %s leads to %q, which is no address of this site", target, to)
			}
			res = get(t, h, "GET", to)
		}
		if res.StatusCode != 404 {
			t.Errorf("GET %s: %d, want 404", target, res.StatusCode)
		}
		if text := body(t, res); strings.Contains(text, "module samewire") || strings.Contains(text, "root:") {
			t.Errorf("GET %s answers with a file", target)
		}
	}
}

func TestTrailingSlash(t *testing.T) {
	h, _ := testSite(t)
	for _, c := range []struct{ target, to string }{
		{"/s/pier/", "/s/pier"},
		{"/s/pier/read/a/?passage=1&base=b", "/s/pier/read/a?passage=1&base=b"},
		{"/s/pier/read/a///", "/s/pier/read/a/"}, // the mux cleans first
	} {
		res := get(t, h, "GET", c.target)
		if got := res.Header.Get("Location"); res.StatusCode/100 != 3 || got != c.to {
			t.Errorf("GET %s: %d to %q, want a redirect to %q", c.target, res.StatusCode, got, c.to)
		}
	}
	if res := get(t, h, "GET", "/nothing/"); res.StatusCode != 404 {
		t.Errorf("GET /nothing/: %d, want 404", res.StatusCode)
	}
}

func TestMethods(t *testing.T) {
	h, _ := testSite(t)
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"} {
		for _, target := range []string{"/", "/app.js", "/stories/pier.json", "/nothing"} {
			res := get(t, h, method, target)
			if res.StatusCode != 405 || res.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d, Allow %q", method, target, res.StatusCode, res.Header.Get("Allow"))
			}
		}
	}
}

func TestHead(t *testing.T) {
	h, _ := testSite(t)
	for _, target := range []string{"/", "/s/pier/read/a", "/app.wasm", "/stories/pier.json", "/nothing"} {
		for _, coding := range []string{"identity", "br", "gzip"} {
			full := get(t, h, "GET", target, "Accept-Encoding", coding)
			head := get(t, h, "HEAD", target, "Accept-Encoding", coding)
			if n, _ := io.Copy(io.Discard, head.Body); n != 0 {
				t.Errorf("HEAD %s has a body of %d bytes", target, n)
			}
			full.Header.Del("Date")
			for name := range full.Header {
				if full.Header.Get(name) != head.Header.Get(name) {
					t.Errorf("HEAD %s (%s): %s is %q, and %q with GET", target, coding, name, head.Header.Get(name), full.Header.Get(name))
				}
			}
			if full.StatusCode != head.StatusCode {
				t.Errorf("HEAD %s: %d, GET: %d", target, head.StatusCode, full.StatusCode)
			}
		}
	}
}

func TestSecurityHeaders(t *testing.T) {
	h, _ := testSite(t)
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " +
			"style-src 'self'; img-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; " +
			"base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
		"X-Content-Type-Options":     "nosniff",
		"Referrer-Policy":            "same-origin",
		"Cross-Origin-Opener-Policy": "same-origin",
		"Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
			"magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
	}
	for _, c := range []struct{ method, target string }{
		{"GET", "/"}, {"GET", "/s/pier"}, {"GET", "/app.js"}, {"GET", "/app-worker.js"}, {"GET", "/app.js?v=old"},
		{"GET", "/stories/pier.json"}, {"GET", "/nothing"}, {"POST", "/"}, {"GET", "/a/../b"},
	} {
		res := get(t, h, c.method, c.target)
		for name, value := range want {
			if got := res.Header.Values(name); len(got) != 1 || got[0] != value {
				t.Errorf("%s %s: %s: %q, want %q", c.method, c.target, name, got, value)
			}
		}
	}
}

func TestPanic(t *testing.T) {
	var logged bytes.Buffer
	log := slog.New(slog.NewTextHandler(&logged, nil))
	s := &site{assets: testAssets(t), library: newLibrary(nil, nil, log), log: log}
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer s.rescue(w, r)
		panic("pillar 7 gave way")
	})
	res := get(t, h, "GET", "/s/pier")
	text := body(t, res)
	if res.StatusCode != 500 || !strings.Contains(text, "<h1>") || !strings.Contains(text, `id="samewire"`) {
		t.Errorf("status %d, page %.200q", res.StatusCode, text)
	}
	if strings.Contains(text, "pillar 7") {
		t.Error("the page tells what only the log should")
	}
	if !strings.Contains(logged.String(), `method=GET path=/s/pier panic="pillar 7 gave way"`) || !strings.Contains(logged.String(), "site_test.go") {
		t.Errorf("log: %q", logged.String())
	}
	if again := get(t, h, "GET", "/s/pier", "If-None-Match", res.Header.Get("ETag")); again.StatusCode != 500 {
		t.Errorf("a failure is answered with %d when the client has it", again.StatusCode)
	}
}
