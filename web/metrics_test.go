package web

import (
	"bytes"
	"io"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"

	"samewire/app/story"
)

func TestMetrics(t *testing.T) {
	h, _ := testSite(t)
	for _, target := range []string{"/s/pier", "/s/pier", "/s/pier/read/a?x=1", "/nothing", "/app.js", "/stories.json", "/stories/pier.json", "/healthz", "/oembed", "/s/pier/"} {
		get(t, h, "GET", target)
	}
	get(t, h, "POST", "/")
	w := httptest.NewRecorder()
	h.(*live).metrics.handler().ServeHTTP(w, httptest.NewRequest("GET", metricsPath, nil))
	text := w.Body.String()
	for _, want := range []string{
		`samewire_http_requests_total{code="200",route="page"} 3`,
		`samewire_http_requests_total{code="404",route="page"} 1`,
		`samewire_http_requests_total{code="308",route="page"} 1`,
		`samewire_http_requests_total{code="200",route="asset"} 1`,
		`samewire_http_requests_total{code="200",route="story"} 2`,
		`samewire_http_requests_total{code="200",route="healthz"} 1`,
		`samewire_http_requests_total{code="404",route="oembed"} 1`,
		`samewire_http_requests_total{code="405",route="refused"} 1`,
		`samewire_http_request_duration_seconds_count{route="page"} 5`,
		`samewire_http_requests_in_flight 0`,
		`samewire_page_cache_hits_total 1`,
		`samewire_page_cache_misses_total 2`,
		`samewire_stories 1`,
		`go_goroutines`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the metrics have no %s", want)
		}
	}
	if res := get(t, h, "GET", metricsPath); res.StatusCode != 404 {
		t.Errorf("readers can read the metrics: %d", res.StatusCode)
	}
}

func TestHealth(t *testing.T) {
	h, _ := testSite(t)
	if res := get(t, h, "GET", healthPath); res.StatusCode != 200 || res.Header.Get("Cache-Control") != "no-store" || body(t, res) != "ok\n" {
		t.Errorf("health: %d", res.StatusCode)
	}
}

// The log of requests has neither who asked nor what was looked for.
func TestRequestLog(t *testing.T) {
	var logged bytes.Buffer
	l, err := newLive([]*story.Story{testStory(t, "pier", "The pier")}, fakeApp(), Options{LogRequests: true, TrustProxy: true}, slog.New(slog.NewTextHandler(&logged, nil)))
	if err != nil {
		t.Fatal(err)
	}
	res := get(t, l, "GET", "/s/pier/search?q=my-secret", forwardedFor, "198.51.100.7", "User-Agent", "Tracker/1.0", "Cookie", "id=me")
	_, _ = io.Copy(io.Discard, res.Body)
	got := logged.String()
	if !strings.Contains(got, "msg=request method=GET path=/s/pier/search status=200 bytes=") {
		t.Errorf("log %q", got)
	}
	for _, private := range []string{"secret", "198.51", "192.0.2", "Tracker", "id=me"} {
		if strings.Contains(got, private) {
			t.Errorf("the log has %q: %s", private, got)
		}
	}
}

func TestNameless(t *testing.T) {
	for line, want := range map[string]string{
		"http: TLS handshake error from 203.0.113.9:5012: EOF\n":       "TLS handshake error from a client: EOF",
		"http: TLS handshake error from [2001:db8::1%eth0]:5012: EOF":  "TLS handshake error from a client: EOF",
		"http: Accept error: accept tcp 127.0.0.1:80: too many; retry": "accept tcp a client: too many",
	} {
		var logged bytes.Buffer
		n, err := nameless{slog.New(slog.NewTextHandler(&logged, nil))}.Write([]byte(line))
		if n != len(line) || err != nil || !strings.Contains(logged.String(), want) {
			t.Errorf("%q becomes %q", line, logged.String())
		}
	}
}
