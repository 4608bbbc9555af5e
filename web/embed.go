package web

import (
	"net/http"
	"strings"
)

// The script that makes <same-wire> in other sites' pages, and the one that the
// pages in its frames have.
const (
	embedFile = "/embed.js"
	frameFile = "/static/frame.js"
)

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
