package web

import (
	"bufio"
	"bytes"
	"net"
	"net/http"
	"samewire/app/words"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// frontClient answers the requests of one connection. What clients say the same
// with each request is looked at once.
type frontClient struct {
	*front
	conn       net.Conn
	host, home string // as the client calls it, and the site's address there
	codings    string // the Accept-Encoding header
	languages  string // the Accept-Language header
	foreign    bool   // which asks for pages in another language than they are kept in here
	coding     encoding
	pieces     [3][]byte
}

// plainRequest is what matters in a request for front. The parts are those of
// the buffer that it was read into.
type plainRequest struct{ target, host, codings, languages []byte }

// parsePlain reads a request's head. It is false unless that is a whole one, with
// nothing behind it, for what [front] answers, and such as net/http takes it to
// be too: a name of a header that isn't one, or a header that could matter, and
// it is net/http's.
func parsePlain(data []byte) (r plainRequest, ok bool) {
	rest, ok := bytes.CutPrefix(data, []byte("GET /"))
	if !ok {
		return r, false
	}
	n := bytes.IndexByte(rest, ' ')
	if n < 0 {
		return r, false
	}
	r.target, rest = data[4:5+n], rest[n:]
	if rest, ok = bytes.CutPrefix(rest, []byte(" HTTP/1.1\r\n")); !ok || !isPlain(r.target, '!') || bytes.ContainsAny(r.target, "%#\\") {
		return r, false
	}
	for {
		n := bytes.IndexByte(rest, '\n')
		if n < 1 || rest[n-1] != '\r' {
			return r, false
		}
		line := rest[:n-1]
		rest = rest[n+1:]
		if len(line) == 0 {
			return r, len(rest) == 0 && r.host != nil
		}
		name, value, found := bytes.Cut(line, []byte(":"))
		if !found || !isName(name) || !isPlain(value, ' ') || !r.take(name, bytes.TrimSpace(value)) {
			return r, false
		}
	}
}

// isPlain tells whether all is ASCII from a character up.
func isPlain(s []byte, least byte) bool {
	for _, c := range s {
		if c < least || c > '~' {
			return false
		}
	}
	return true
}

// isName tells whether s is letters, digits and hyphens, as all names of headers
// are that are in use.
func isName(s []byte) bool {
	for _, c := range s {
		if !('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-') {
			return false
		}
	}
	return len(s) > 0
}

// take looks at a header. It is false for one that may make the request another
// than it seems.
func (r *plainRequest) take(name, value []byte) bool {
	is := func(s string) bool { return len(name) == len(s) && strings.EqualFold(string(name), s) }
	switch {
	case is("Host"):
		if r.host != nil || len(value) == 0 {
			return false
		}
		r.host = value
	case is("Accept-Encoding"):
		if r.codings != nil {
			return false
		}
		r.codings = value
	case is("Accept-Language"):
		if r.languages != nil {
			return false
		}
		r.languages = value
	case is("Connection"):
		return strings.EqualFold(string(value), "keep-alive")
	case is("Content-Length"), is("Transfer-Encoding"), is("Expect"), is("Upgrade"), is("Trailer"), is("If-None-Match"), is("If-Match"):
		return false
	}
	return true
}

// answer answers a request, if it is one for front. An error is one of sending.
func (c *frontClient) answer(data []byte, now time.Time) (sent bool, err error) {
	r, ok := parsePlain(data)
	if !ok {
		return false, nil
	}
	site := c.live.now.Load()
	c.know(r, site)
	rest, ok := bytes.CutPrefix(r.target, []byte(site.assets.base))
	if !ok || c.home == "" {
		return false, nil
	}
	k := site.kept(c.home, string(rest))
	if k.doc == nil || k.route == pageRoute && c.foreign {
		return false, nil
	}
	f, ok := k.doc.ready(c.coding)
	if !ok {
		return false, nil
	}
	at := &k.doc.heads[slices.Index(preferred[:], c.coding)]
	if k.lasting {
		at = &k.doc.lasting[slices.Index(preferred[:], c.coding)]
	}
	head := at.Load()
	if head == nil {
		if head = c.ask(data, len(f.body)); head == nil {
			return false, nil
		}
		at.Store(head)
	}
	c.pieces = [...][]byte{*head, c.date.line(now), f.body}
	all := net.Buffers(c.pieces[:])
	_, err = all.WriteTo(c.conn)
	c.live.metrics.front[k.route].count(len(f.body), time.Since(now))
	return true, err
}

// know looks at what the client says with each request, if it says it otherwise
// than before.
func (c *frontClient) know(r plainRequest, s *site) {
	if string(r.host) != c.host {
		c.host = string(r.host)
		c.home = s.home(&http.Request{Host: c.host})
	}
	if string(r.languages) != c.languages {
		c.languages = string(r.languages)
		c.foreign = words.Preferred(c.languages) != words.Languages[0].Code
	}
	if string(r.codings) != c.codings || c.coding == "" {
		c.codings = string(r.codings)
		c.coding = negotiate(c.codings)
	}
}

// ask has the handler answer a request and returns the head of the answer, but
// for its date, or nil if it isn't one with a body of so many bytes.
func (c *frontClient) ask(data []byte, length int) *[]byte {
	r, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(data)))
	if err != nil {
		return nil
	}
	r.RemoteAddr = c.conn.RemoteAddr().String()
	w := &frontRecorder{header: http.Header{}}
	c.live.uncounted.ServeHTTP(w, r)
	if w.status != http.StatusOK || w.length != length || w.header.Get("Content-Length") != strconv.Itoa(length) {
		return nil
	}
	var head bytes.Buffer
	head.WriteString("HTTP/1.1 200 OK\r\n")
	_ = w.header.Write(&head) // memory takes everything
	text := head.Bytes()
	return &text
}

// frontRecorder keeps an answer's head.
type frontRecorder struct {
	header         http.Header
	status, length int
}

func (w *frontRecorder) Header() http.Header { return w.header }

func (w *frontRecorder) WriteHeader(status int) { w.status = status }

func (w *frontRecorder) Write(data []byte) (int, error) {
	w.length += len(data)
	return len(data), nil
}

// clock writes the date that ends an answer's head, once a second.
type clock struct{ now atomic.Pointer[clockSecond] }

type clockSecond struct {
	second int64
	line   []byte
}

// line returns the header with the date, and the line that ends the head.
func (c *clock) line(now time.Time) []byte {
	if s := c.now.Load(); s != nil && s.second == now.Unix() {
		return s.line
	}
	s := &clockSecond{now.Unix(), []byte("Date: " + now.UTC().Format(http.TimeFormat) + "\r\n\r\n")}
	c.now.Store(s)
	return s.line
}
