package web

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestNegotiate(t *testing.T) {
	for _, c := range []struct {
		header string
		want   encoding
	}{
		{"", identity},
		{"br", brotlied},
		{"gzip", gzipped},
		{"x-gzip", gzipped},
		{"GZIP", gzipped},
		{"gzip, deflate, br, zstd", brotlied},
		{"gzip;q=1.0, br;q=0.5", gzipped},
		{"gzip;q=0.5,br;q=0.5", brotlied},
		{"br;q=0, gzip", gzipped},
		{"br;q=0", identity},
		{"*", brotlied},
		{"br;q=0, *", gzipped},
		{"*;q=0", identity},
		{"identity, *;q=0", identity},
		{"identity;q=1, br;q=0.5", identity},
		{"identity;q=0.2, br;q=0.5", brotlied},
		{"identity;q=0, *;q=0", identity}, // nothing fits: better than no answer
		{"deflate", identity},
		{"br ; q=0.9 , gzip ; Q=1", gzipped},
		{"br;q=nonsense, gzip", gzipped},
		{"br;q=2, gzip", gzipped},
		{"br;q=NaN, gzip", gzipped},
		{"br;q, gzip;q=0.1", gzipped},
		{"brotli", identity},
		{",,;,;q=1", identity},
	} {
		if got := negotiate(c.header); got != c.want {
			t.Errorf("negotiate(%q) = %s, want %s", c.header, got, c.want)
		}
	}
}

func FuzzNegotiate(f *testing.F) {
	f.Add("gzip, br;q=0.5, *;q=0")
	f.Add(";;q=,=")
	f.Fuzz(func(t *testing.T, header string) {
		got := negotiate(header)
		if got != identity && !strings.Contains(header, "*") && !strings.Contains(strings.ToLower(header), string(got)) {
			t.Errorf("negotiate(%q) = %s, which wasn't asked for", header, got)
		}
	})
}

// Every address sends the same bytes in every coding, and says which.
func TestCodings(t *testing.T) {
	h, _ := testSite(t)
	for _, target := range []string{"/", "/s/pier/read/b", "/app.js", "/app.wasm", "/stories/pier.json", "/static/icon.svg", "/nothing"} {
		plain := get(t, h, "GET", target)
		if got := plain.Header.Get("Content-Encoding"); got != "" {
			t.Errorf("GET %s: coding %q though none was asked for", target, got)
		}
		want := body(t, plain)
		tags := map[string]bool{plain.Header.Get("ETag"): true}
		for _, coding := range []string{"br", "gzip"} {
			res := get(t, h, "GET", target, "Accept-Encoding", coding)
			if got := res.Header.Get("Content-Encoding"); got != coding {
				t.Errorf("GET %s: coding %q, want %q", target, got, coding)
			}
			if got := body(t, res); got != want {
				t.Errorf("GET %s: %s decodes to other bytes", target, coding)
			}
			tags[res.Header.Get("ETag")] = true
		}
		if len(tags) != 3 {
			t.Errorf("GET %s: the codings share entity tags: %v", target, tags)
		}
		vary := "Accept-Encoding"
		if plain.Header.Get("Content-Type") == pageType {
			vary += ", Accept-Language" // files are the same in every language
		}
		if got := plain.Header.Get("Vary"); got != vary {
			t.Errorf("GET %s: Vary %q, want %q", target, got, vary)
		}
	}
	png := get(t, h, "GET", "/static/icon-192.png", "Accept-Encoding", "br")
	if png.Header.Get("Content-Encoding") != "" || png.Header.Get("Vary") != "" {
		t.Errorf("a picture goes out compressed: %v", png.Header)
	}
}

// A client may send several fields where one would do.
func TestCodingsInSeveralFields(t *testing.T) {
	h, _ := testSite(t)
	res := get(t, h, "GET", "/", "Accept-Encoding", "gzip", "Accept-Encoding", "br")
	if got := res.Header.Get("Content-Encoding"); got != "br" {
		t.Errorf("coding %q, want br", got)
	}
}

func TestNotModified(t *testing.T) {
	h, _ := testSite(t)
	for _, target := range []string{"/", "/s/pier/read/b", "/app.js", "/app.wasm", "/stories/pier.json", "/static/icon-192.png"} {
		for _, coding := range []string{"identity", "br", "gzip"} {
			first := get(t, h, "GET", target, "Accept-Encoding", coding)
			tag := first.Header.Get("ETag")
			for _, have := range []string{tag, "W/" + tag, `"other", ` + tag, "*"} {
				res := get(t, h, "GET", target, "Accept-Encoding", coding, "If-None-Match", have)
				if n, _ := io.Copy(io.Discard, res.Body); res.StatusCode != http.StatusNotModified || n != 0 {
					t.Errorf("GET %s (%s), If-None-Match %s: %d with %d bytes", target, coding, have, res.StatusCode, n)
				}
				if res.Header.Get("ETag") != tag || res.Header.Get("Cache-Control") != first.Header.Get("Cache-Control") {
					t.Errorf("GET %s (%s): 304 has other headers: %v", target, coding, res.Header)
				}
			}
			for _, have := range []string{`"other"`, strings.Trim(tag, `"`), `"` + tag + `"`} {
				if res := get(t, h, "GET", target, "Accept-Encoding", coding, "If-None-Match", have); res.StatusCode != 200 {
					t.Errorf("GET %s, If-None-Match %s: %d, want 200", target, have, res.StatusCode)
				}
			}
		}
	}
	missing := get(t, h, "GET", "/nothing")
	if res := get(t, h, "GET", "/nothing", "If-None-Match", missing.Header.Get("ETag")); res.StatusCode != 404 {
		t.Errorf("a missing page that the client has: %d, want 404", res.StatusCode)
	}
}

// Each page has a tag of its own: one for all, as go-app's handler has it,
// would keep stale pages alive.
func TestPagesHaveTheirOwnTags(t *testing.T) {
	h, _ := testSite(t)
	seen := map[string]string{}
	for _, target := range []string{"/", "/s/pier", "/s/pier/read/a", "/s/pier/read/b", "/s/pier/read/b?passage=1", "/s/pier/compare/a/b"} {
		tag := get(t, h, "GET", target).Header.Get("ETag")
		if other, ok := seen[tag]; ok {
			t.Errorf("%s and %s share the tag %s", target, other, tag)
		}
		seen[tag] = target
	}
}

func TestHashKeepsPartsApart(t *testing.T) {
	if hash([]byte("ab"), []byte("c")) == hash([]byte("a"), []byte("bc")) {
		t.Error("two lists of parts with one hash")
	}
}
