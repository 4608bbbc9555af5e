package web

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// articlePage is a page with an article in it.
const articlePage = `<!doctype html><html><head><meta charset="utf-8"><title>Ferry runs aground - Evening Tide</title>
<meta property="og:site_name" content="Evening Tide"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry runs aground</h1>
<p>A ferry with ninety people on board ran aground off the northern breakwater on Tuesday, the coast guard said.</p>
<p>Nobody was hurt, and all passengers were taken ashore by noon, according to a statement of the harbour authority.</p>
<p>The cause is being looked into; the captain reported that the rudder had not answered for about a minute.</p></article></body></html>`

// names is a resolver of the test's own: each question for a name takes the
// next of its answers, and the last one stays.
type names struct {
	mu      sync.Mutex
	answers map[string][]string
	asked   map[string]int
}

func (n *names) resolver() *net.Resolver {
	return &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		here, there := net.Pipe()
		go n.serve(there)
		return here, nil
	}}
}

// serve answers one question as DNS over a stream has it: the length, then the
// message.
func (n *names) serve(c net.Conn) {
	defer c.Close()
	var size [2]byte
	if _, err := io.ReadFull(c, size[:]); err != nil {
		return
	}
	query := make([]byte, binary.BigEndian.Uint16(size[:]))
	if _, err := io.ReadFull(c, query); err != nil {
		return
	}
	var m dnsmessage.Message
	if m.Unpack(query) != nil || len(m.Questions) != 1 {
		return
	}
	m.Response = true
	m.Additionals = nil
	q := m.Questions[0]
	name := strings.TrimSuffix(q.Name.String(), ".")
	list, known := n.next(name, q.Type)
	if !known {
		m.RCode = dnsmessage.RCodeNameError
	}
	for _, s := range list {
		a := netip.MustParseAddr(s)
		header := dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 1}
		switch {
		case a.Is4() && q.Type == dnsmessage.TypeA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: header, Body: &dnsmessage.AResource{A: a.As4()}})
		case a.Is6() && q.Type == dnsmessage.TypeAAAA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: header, Body: &dnsmessage.AAAAResource{AAAA: a.As16()}})
		}
	}
	answer, err := m.Pack()
	if err != nil {
		return
	}
	_, _ = c.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(answer))), answer...)) // else the resolver reports it
}

// next returns the addresses for a question. Only questions for IPv4 count.
func (n *names) next(name string, kind dnsmessage.Type) ([]string, bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	all, ok := n.answers[name]
	if !ok {
		return nil, false
	}
	i := min(n.asked[name], len(all)-1)
	if kind == dnsmessage.TypeA {
		n.asked[name]++
	}
	return strings.Fields(all[i]), true
}

// world is a little internet: one site at an address that the test calls
// public, and names.
type world struct {
	fetcher *fetcher
	site    *httptest.Server
	port    string
	names   *names
}

// publicHere is the address that counts as public in tests. All others are
// judged as they are.
const publicHere = "127.0.0.2"

func newWorld(t *testing.T, h http.Handler) *world {
	t.Helper()
	listener, err := net.Listen("tcp", publicHere+":0")
	if err != nil {
		t.Skipf("this system has no %s: %v", publicHere, err)
	}
	w := &world{names: &names{answers: map[string][]string{"site.test": {publicHere}}, asked: map[string]int{}}}
	w.site = &httptest.Server{Listener: listener, Config: &http.Server{Handler: h}}
	w.site.Start()
	t.Cleanup(w.site.Close)
	_, w.port, _ = net.SplitHostPort(listener.Addr().String())
	allowed := func(to netip.AddrPort) error {
		if to.Addr().String() == publicHere {
			return nil
		}
		if err := publicAddress(netip.AddrPortFrom(to.Addr(), 80)); err != nil {
			return err
		}
		return fmt.Errorf("the test would have dialled %s", to)
	}
	w.fetcher = newFetcher(allowed, w.names.resolver(), slog.New(slog.DiscardHandler))
	return w
}

// link returns a link to the site by a name.
func (w *world) link(name, path string) string { return "http://" + name + ":" + w.port + path }

// ask asks for a link as one of our pages does.
func (w *world) ask(link string, headers ...string) (int, string) {
	r := httptest.NewRequest("POST", "http://samewire.test/fetch", strings.NewReader(url.Values{"url": {link}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Del(headers[i])
		if headers[i+1] != "" {
			r.Header.Set(headers[i], headers[i+1])
		}
	}
	out := httptest.NewRecorder()
	w.fetcher.ServeHTTP(out, r)
	var answer struct {
		Error string
		Story struct {
			Articles []struct{ Title, Outlet, Link, Text string }
		}
	}
	if err := json.Unmarshal(out.Body.Bytes(), &answer); err != nil {
		return out.Code, "no JSON: " + err.Error()
	}
	if answer.Error != "" {
		return out.Code, answer.Error
	}
	a := answer.Story.Articles[0]
	return out.Code, a.Title + "|" + a.Outlet + "|" + a.Link + "|" + a.Text
}

func pageOf(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, body) // the client may have enough
	}
}
