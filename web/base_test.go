package web

import (
	"io"
	"log/slog"
	"regexp"
	"strings"
	"testing"

	"samewire/app/story"
)

func TestBasePath(t *testing.T) {
	for flag, want := range map[string]string{
		"": "", "/": "", "/samewire": "/samewire", "/news/samewire/": "/news/samewire", "/a.b/~c": "/a.b/~c",
		"samewire": "error", "/a//b": "error", "/a/../b": "error", "/a b": "error", "/ä": "error", `/a"b`: "error", "https://a.example/": "error",
	} {
		got, err := basePath(flag)
		if err != nil {
			got = "error"
		}
		if got != want {
			t.Errorf("-base %q: %q, %v", flag, got, err)
		}
	}
}

// TestBelow holds that a site under a path answers there and nowhere else, and
// that whatever it sends leads to addresses under that path.
func TestBelow(t *testing.T) {
	h, err := newLive([]*story.Story{testStory(t, "pier", "The pier")}, fakeApp(), Options{Base: "/news"}, slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		t.Fatal(err)
	}
	for target, status := range map[string]int{
		"/news/": 200, "/news/s/pier": 200, "/news/s/pier/read/b?passage=1": 200, "/news/embed/pier": 200, "/news/settings": 200,
		"/news/app.js": 200, "/news/app-worker.js": 200, "/news/manifest.webmanifest": 200, "/news/extract-worker.js": 200,
		"/news/stories/pier.json": 200, "/news/s/pier/story.html": 200, "/news/healthz": 200, "/healthz": 200, "/news/none": 404,
		"/": 307, "/news": 307, "/news/s/pier/": 308, "/news/app.wasm?v=0": 307, "/s/pier": 404, "/newspaper": 404, "/app.wasm": 404,
	} {
		res := get(t, h, "GET", target)
		if res.StatusCode != status {
			t.Errorf("GET %s: %d", target, res.StatusCode)
		}
		if to := res.Header.Get("Location"); to != "" && !strings.HasPrefix(to, "/news/") && !strings.HasPrefix(to, "?") {
			t.Errorf("GET %s leads to %s", target, to)
		}
		if status != 200 || strings.HasSuffix(target, ".json") {
			continue
		}
		// Addresses that begin at the root, in attributes and in strings.
		for _, m := range rooted.FindAllStringSubmatch(body(t, res), -1) {
			if at := m[1] + m[2]; !strings.HasPrefix(at, "/news/") {
				t.Errorf("GET %s has the address %s", target, at)
			}
		}
	}
	card := body(t, get(t, h, "GET", "/news/s/pier"))
	for _, want := range []string{`<link rel="canonical" href="http://samewire.test/news/s/pier">`, `content="http://samewire.test/news/s/pier/card.png`, `href="http://samewire.test/news/oembed?url=http%3A%2F%2Fsamewire.test%2Fnews%2Fs%2Fpier&amp;`} {
		if !strings.Contains(card, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if got := body(t, get(t, h, "GET", "/news/oembed?url=http://samewire.test/news/s/pier/read/a")); !strings.Contains(got, "http://samewire.test/news/embed/pier/read/a") {
		t.Errorf("oEmbed answers %s", got)
	}
	if res := get(t, h, "GET", "/news/oembed?url=http://samewire.test/s/pier"); res.StatusCode != 404 {
		t.Errorf("oEmbed knows an address outside: %d", res.StatusCode)
	}
}

var rooted = regexp.MustCompile(`(?:href|src|action|content|data-scripts|data-worker)="(/[^"/][^"]*)"|"(?:id|start_url|scope|src)":"(/[^"]*)"`)
