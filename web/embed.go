package web

import (
	"cmp"
	"fmt"
	"net/http"
	"strings"
)

// The script that makes <same-wire> in other sites' pages, and the one that the
// pages in its frames have.
const (
	embedFile = "/embed.js"
	frameFile = "/static/frame.js"
)

// ancestors returns who may show pages in frames: the sites that a flag names,
// with spaces between them, or anyone.
func ancestors(sites string) (string, error) {
	if strings.ContainsFunc(sites, func(r rune) bool { return r == ';' || r == ',' || r < ' ' || r > '~' }) {
		return "", fmt.Errorf("-frame-ancestors %q: name sites as a Content-Security-Policy does, with spaces between them, such as \"'self' https://news.example\"", sites)
	}
	return cmp.Or(strings.TrimSpace(sites), "*"), nil
}

// frameable lets other sites show an answer in a frame, those that ancestors
// names as the directive frame-ancestors does. In a sandboxed frame a page has
// no origin, and some browsers take 'self' for nothing there, so the address of
// the server stands beside it.
func frameable(h http.Header, home, ancestors string) {
	policy := strings.Replace(policy, "frame-ancestors 'none'", "frame-ancestors "+ancestors, 1)
	h.Set("Content-Security-Policy", strings.ReplaceAll(policy, "'self'", strings.TrimSpace("'self' "+home)))
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
}

// shared lets other sites' pages have an answer: the widget's script, and what
// a frame without an origin needs. All of it is public.
func shared(h http.Header) {
	h["Access-Control-Allow-Origin"] = anyOrigin
	h["Cross-Origin-Resource-Policy"] = crossOrigin
}

// Values of headers as lists, so that they needn't be made for each answer.
var (
	anyOrigin   = []string{"*"}
	crossOrigin = []string{"cross-origin"}
)
