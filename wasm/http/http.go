// Package http stands in for net/http when the app is compiled for the browser.
//
// go-app is a library for the server and the browser in one. Its server half
// needs net/http, and with that come TLS, HTTP/2, X.509 and their tables: a
// sixth of the compiled app, none of which ever runs in a browser, where the
// app uses the browser's fetch. So the compiler gets this package in the place
// of net/http: what go-app's server half is compiled against, and what
// go-readability is, which could also fetch its pages; no more than that. The
// server, and every test that runs outside the browser, has the real one.
package http

import (
	"errors"
	"io"
	"net/url"
	"time"
)

// errBrowser is the error of whatever takes a connection of Go's own.
var errBrowser = errors.New("the app in the browser has no net/http: use the browser's fetch")

// The constants that are used.
const (
	MethodGet                 = "GET"
	StatusOK                  = 200
	StatusNotModified         = 304
	StatusNotFound            = 404
	StatusInternalServerError = 500
)

// Header holds the fields of a request or an answer.
type Header map[string][]string

// Get returns the first value of a field, or "".
func (h Header) Get(key string) string {
	if v := h[key]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// Set sets a field to a value.
func (h Header) Set(key, value string) { h[key] = []string{value} }

// Request is a request to a server.
type Request struct {
	Method string
	URL    *url.URL
	Header Header
	Host   string
	TLS    *struct{}
}

// Response is a server's answer.
type Response struct {
	StatusCode int
	Header     Header
	Body       io.ReadCloser
}

// ResponseWriter is what a server answers with.
type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(statusCode int)
}

// Handler answers requests.
type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

// Dir is a directory of files.
type Dir string

// FileServer returns a handler that has no files.
func FileServer(Dir) Handler { return none{} }

type none struct{}

func (none) ServeHTTP(w ResponseWriter, r *Request) { NotFound(w, r) }

// NotFound answers that there is no such thing.
func NotFound(w ResponseWriter, _ *Request) { w.WriteHeader(StatusNotFound) }

// Client sends requests, of which none succeeds.
type Client struct{ Timeout time.Duration }

// DefaultClient is the client of Get.
var DefaultClient = &Client{}

// Do returns an error.
func (*Client) Do(*Request) (*Response, error) { return nil, errBrowser }

// Get returns an error.
func Get(string) (*Response, error) { return nil, errBrowser }

// NewRequest returns an error.
func NewRequest(string, string, io.Reader) (*Request, error) { return nil, errBrowser }
