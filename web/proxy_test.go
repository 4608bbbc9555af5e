package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// What a proxy says counts if it is trusted, and is nobody's word else.
func TestForwarded(t *testing.T) {
	for _, c := range []struct {
		name            string
		trusted         bool
		header          http.Header
		origin, address string
	}{
		{"no proxy", false, http.Header{}, "http://own.test", "192.0.2.1:1234"},
		{"lies", false, http.Header{forwardedHost: {"evil.test"}, forwardedProto: {"https"}, forwardedFor: {"198.51.100.7"}}, "http://own.test", "192.0.2.1:1234"},
		{"a proxy", true, http.Header{forwardedHost: {"news.test"}, forwardedProto: {"https"}, forwardedFor: {"198.51.100.7"}}, "https://news.test", "198.51.100.7:0"},
		{"the client lied to it", true, http.Header{forwardedProto: {"https, http"}, forwardedFor: {"10.0.0.1", "10.0.0.2, 198.51.100.7"}}, "http://own.test", "198.51.100.7:0"},
		{"IPv6", true, http.Header{forwardedFor: {"2001:db8::7"}}, "http://own.test", "[2001:db8::7]:0"},
		{"a host that is none", true, http.Header{forwardedHost: {`x"><b>`}, forwardedFor: {"unknown"}}, "", "192.0.2.1:1234"},
		{"it says nothing", true, http.Header{}, "http://own.test", "192.0.2.1:1234"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host, r.RemoteAddr, r.Header = "own.test", "192.0.2.1:1234", c.header
		forwarded(c.trusted, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			if origin(r) != c.origin || r.RemoteAddr != c.address {
				t.Errorf("%s: origin %q, address %s, want %q, %s", c.name, origin(r), r.RemoteAddr, c.origin, c.address)
			}
		})).ServeHTTP(httptest.NewRecorder(), r)
	}
}

// Only who came by TLS is told to stay with it.
func TestStrictTransport(t *testing.T) {
	h, _ := testSite(t)
	if got := get(t, h, "GET", "/", forwardedProto, "https").Header.Values("Strict-Transport-Security"); got != nil {
		t.Errorf("anybody can set it: %q", got)
	}
	w := httptest.NewRecorder()
	secured(http.NotFoundHandler()).ServeHTTP(w, httptest.NewRequest("GET", "https://own.test/", nil))
	if got := w.Header().Get("Strict-Transport-Security"); got != "max-age=31536000" {
		t.Errorf("by TLS: %q", got)
	}
}
