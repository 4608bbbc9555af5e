package web

import (
	"maps"
	"net/http"
	"strings"
)

// policy lets a page load what this server has, and run WebAssembly. Nothing
// inline runs, so markup that slipped through would still be dead.
var policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"connect-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"manifest-src 'self'",
	"worker-src 'self'",
	"frame-src 'self'", // the widget, as publishers try it out
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
}, "; ")

// security is sent with every answer. The values are lists as [http.Header] has
// them, so that they needn't be made for each.
var security = http.Header{
	"Content-Security-Policy": {policy},
	"X-Content-Type-Options":  {"nosniff"},
	// Publishers needn't learn which story a reader came from.
	"Referrer-Policy":            {"same-origin"},
	"Cross-Origin-Opener-Policy": {"same-origin"},
	// What other sites may have says so itself: see shared and frameable.
	"Cross-Origin-Resource-Policy": {"same-origin"},
	"Permissions-Policy": {"accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
		"magnetometer=(), microphone=(), midi=(), payment=(), usb=()"},
}

// tlsOnly is sent by TLS: browsers are to come that way for a year. Other names
// of the same domain are not ours to speak for.
var tlsOnly = []string{"max-age=31536000"}

// secured adds the security headers to what h answers.
func secured(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), security)
		if isSecure(r) {
			w.Header()["Strict-Transport-Security"] = tlsOnly
		}
		h.ServeHTTP(w, r)
	})
}

// bodyBytes bounds the bodies of requests: the longest that is of use is a form
// with a link in it.
const bodyBytes = 64 << 10

// isRead tells whether a request only reads, and refuses another.
func isRead(w http.ResponseWriter, r *http.Request) bool {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return true
	}
	w.Header().Set("Allow", "GET, HEAD")
	http.Error(w, "Samewire answers GET and HEAD only.", http.StatusMethodNotAllowed)
	return false
}
