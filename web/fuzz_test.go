package web

import (
	"bufio"
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"samewire/app/story"
)

// FuzzServe holds that no request, however broken, makes the server fail or
// panic, leads out of the site, or comes back unescaped. Links are fetched
// from nowhere here.
func FuzzServe(f *testing.F) {
	for _, c := range [...][4]string{
		{"GET", "/", "", ""},
		{"GET", "/s/pier/read/a?passage=1&base=b&only=changed", "Accept-Encoding: br", ""},
		{"GET", "/s/pier/compare/a/b?mode=inline&names=hidden&theme=dark", "", ""},
		{"GET", "/s/pier/passage/1", "If-None-Match: *", ""},
		{"GET", "/s/pier/quotations?outlet=a&show=altered&sort=story&all=yes", "", ""},
		{"GET", "/s/pier/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "", ""},
		{"GET", "/embed/pier?view=read&article=a&load=idle", "Host: x\"><b>", ""},
		{"GET", "/oembed?url=http://samewire.test/s/pier&format=xml&maxwidth=99999999999999999999", "", ""},
		{"GET", "/s/pier/card.png", "", ""},
		{"GET", "/s/pier/read/a/page.html", "", ""},
		{"GET", "/s/pier/passages/page.html?page=99999", "Range: bytes=0-1", ""},
		{"GET", "/stories/pier.json", "Accept-Encoding: gzip;q=0", ""},
		{"GET", "/stories/..%2f..%2fgo.mod.json", "", ""},
		{"GET", "/static/../../etc/passwd", "", ""},
		{"GET", "//evil.test/%2e%2e/", "", ""},
		{"GET", "/s/pier///", "", ""},
		{"GET", "/app.wasm?v=old", "", ""},
		{"HEAD", "/new?story=my--x", "X-Forwarded-Host: <b>", ""},
		{"POST", "/fetch", "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded", "url=https%3A%2F%2F%22%3E%3Cb%3E"},
		{"OPTIONS", "*", "", ""},
		{"CONNECT", "samewire.test:443", "", ""},
		{"GET", "http://other.test/s/pier", "Transfer-Encoding: chunked", "0\r\n\r\n"},
	} {
		f.Add(c[0], c[1], c[2], c[3])
	}
	h := fuzzSite(f)
	f.Fuzz(func(t *testing.T, method, target, header, form string) {
		raw := method + " " + target + " HTTP/1.1\r\nHost: samewire.test\r\n" + header + "\r\n\r\n" + form
		r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(raw)))
		if err != nil {
			return // net/http refuses it before it comes to us
		}
		r.RemoteAddr = "192.0.2.1:1234"
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		checkAnswer(t, r, w.Result())
	})
}

// fuzzSite returns a site behind a proxy, since that takes in the most.
func fuzzSite(f *testing.F) http.Handler {
	l, err := newLive([]*story.Story{testStory(f, "pier", `The "pier" & <b>its</b> cracks`)}, fakeApp(), Options{TrustProxy: true}, slog.New(slog.DiscardHandler))
	if err != nil {
		f.Fatal(err)
	}
	return l
}

// checkAnswer holds what must be so of every answer.
func checkAnswer(t *testing.T, r *http.Request, res *http.Response) {
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	if res.Header.Get("Content-Encoding") != "" && len(text) > 0 {
		res.Body = io.NopCloser(bytes.NewReader(text))
		text = []byte(body(t, res))
	}
	switch {
	case res.StatusCode >= 500 && res.StatusCode != http.StatusNotImplemented: // oEmbed asks for that one
		t.Errorf("status %d", res.StatusCode)
	case bytes.Contains(text, []byte("module samewire")) || bytes.Contains(text, []byte("root:x:")):
		t.Error("a file of the machine is sent")
	}
	for _, name := range [...]string{"Content-Security-Policy", "X-Content-Type-Options", "Cross-Origin-Resource-Policy"} {
		if len(res.Header[name]) != 1 {
			t.Errorf("%s: %q", name, res.Header[name])
		}
	}
	if to := res.Header.Get("Location"); to != "" && !strings.HasPrefix(to, "?v=") && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.HasPrefix(to, `/\`)) {
		t.Errorf("it leads to %q", to)
	}
	if !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		return
	}
	// Whatever of the request has a meaning in HTML must come back escaped. Our
	// own markup is short of these runs.
	query := r.URL.Query()
	for _, values := range query {
		for _, v := range values {
			if hasMarkup(v) && bytes.Contains(text, []byte(v)) {
				t.Errorf("%q comes back as it is", v)
			}
		}
	}
	for _, v := range []string{r.RequestURI, r.URL.Path, r.Host, r.Header.Get(forwardedHost)} {
		if hasMarkup(v) && bytes.Contains(text, []byte(v)) {
			t.Errorf("%q comes back as it is", v)
		}
	}
}

// hasMarkup tells whether a text would be more than text in HTML, and is long
// enough not to stand in a page by chance.
func hasMarkup(s string) bool { return len(s) > 5 && strings.ContainsAny(s, `<>"`) }
