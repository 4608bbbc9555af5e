package web

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"samewire/app/story"
)

// fronted serves a site with a front before it, and without, and returns both
// addresses.
func fronted(t *testing.T, app fstest.MapFS) (with, without string, l *live) {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	l, err := newLive([]*story.Story{testStory(t, "pier", "The pier")}, app, Options{Base: "/below"}, log)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 2)
	first, second := listen(t), listen(t)
	go func() { served <- serve(ctx, newFront(first, l, log), newServer(l, log)) }()
	go func() { served <- serve(ctx, second, newServer(l, log)) }()
	t.Cleanup(func() {
		stop()
		for range 2 {
			if err := <-served; err != nil {
				t.Error(err)
			}
		}
	})
	return first.Addr().String(), second.Addr().String(), l
}

// reply is what a server answers.
type reply struct {
	status, text string
	header       http.Header
}

// replies sends requests on one connection, one after the other, and returns the
// answers until the connection ends.
func replies(t *testing.T, address string, requests ...string) []reply {
	t.Helper()
	c := dial(t, address, "")
	if err := c.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	from := bufio.NewReader(c)
	var all []reply
	for _, request := range requests {
		if _, err := io.WriteString(c, request); err != nil {
			t.Fatal(err)
		}
		for range max(1, strings.Count(request, " HTTP/1.1\r\n")) {
			method, _, _ := strings.Cut(request, " ")
			res, err := http.ReadResponse(from, &http.Request{Method: method})
			if err != nil {
				return append(all, reply{status: err.Error()})
			}
			text, err := io.ReadAll(res.Body)
			if err != nil {
				t.Fatal(err)
			}
			if date, err := http.ParseTime(res.Header.Get("Date")); err == nil && time.Since(date) < time.Minute {
				res.Header.Set("Date", "now")
			}
			all = append(all, reply{res.Proto + " " + res.Status, string(text), res.Header})
		}
	}
	return all
}

// What front answers, net/http would have answered, byte for byte, and what it
// hands on arrives whole.
func TestFrontAnswersAsNetHTTP(t *testing.T) {
	with, without, l := fronted(t, fakeApp().(fstest.MapFS))
	css := l.now.Load().assets.byPath[styleFile].url()
	const host = " HTTP/1.1\r\nHost: samewire.test\r\n"
	for _, request := range []string{
		"GET /below/s/pier/read/a" + host + "\r\n",
		"GET /below/s/pier/read/a" + host + "Accept-Encoding: gzip\r\n\r\n",
		"GET /below/s/pier/read/a" + host + "Accept-Encoding: br\r\nconnection: keep-alive\r\n\r\n",
		"GET /below/s/pier/read/a" + host + "Accept-Encoding: br\r\nConnection: close\r\n\r\n",
		"GET /below/s/pier/read/a" + host + "Accept-Encoding: br\r\nAccept-Encoding: br;q=0\r\n\r\n",
		"GET /below/s/pier/read/a" + host + "If-None-Match: *\r\n\r\n",
		"GET /below/s/pier/read/a" + host + "X-Forwarded-Host: other.test\r\nX-Forwarded-Proto: https\r\n\r\n",
		"GET /below/s/pier/read/a" + host + "Content-Length: 2\r\n\r\nGE",
		"GET /below/s/pier/read/a" + host + "Content-Length : 2\r\n\r\n",
		"GET /below/s/pier/read/a" + host + "X: a\r\n folded\r\n\r\n",
		"GET /below/s/pier/read/a HTTP/1.1\r\nHost: \r\n\r\n",
		"GET /below/s/pier/read/a HTTP/1.1\r\nHost: a<b\r\n\r\n",
		"GET /below/s/pier/read/a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
		"GET /below/s/pier/read/a HTTP/1.1\r\n\r\n",
		"GET /below/s/pier/read/a HTTP/1.0\r\nHost: samewire.test\r\n\r\n",
		"HEAD /below/s/pier/read/a" + host + "\r\n",
		"POST /below/s/pier/read/a" + host + "Content-Length: 0\r\n\r\n",
		"GET /below/s/pier/read/a?utm=1" + host + "\r\n",
		"GET /below/s/pier/read/%61" + host + "\r\n",
		"GET /below/s/pier/read/a" + host + "\r\nGET /below/" + host + "\r\n",
		"GET /below" + css + host + "Accept-Encoding: gzip\r\n\r\n",
		"GET /below" + styleFile + host + "Accept-Encoding: gzip\r\n\r\n",
		"GET /below" + styleFile + "?" + host + "\r\n",
		"GET /below" + styleFile + "?v=old" + host + "\r\n",
		"GET /below" + smallIcon + host + "Accept-Encoding: br\r\n\r\n",
		"GET /below/app.wasm" + host + "Accept-Encoding: br\r\nRange: bytes=0-1\r\n\r\n",
		"GET /below/nothing" + host + "\r\n",
		"GET /s/pier/read/a" + host + "\r\n",
		"GET /belowstairs/" + host + "\r\n",
		"GET /below" + host + "\r\n",
		"GET http://samewire.test/below/s/pier/read/a" + host + "\r\n",
		"GET  /below/s/pier/read/a" + host + "\r\n",
		"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
	} {
		want := replies(t, without, request)
		// Made, asked of the handler, kept; and on one connection.
		for range 3 {
			if got := replies(t, with, request); !slices.EqualFunc(got, want, sameReply) {
				t.Errorf("%q\n%.600v\nwant\n%.600v", request, got, want)
			}
		}
		plain := "GET /below" + css + host + "\r\n"
		if got, want := replies(t, with, plain, request), replies(t, without, plain, request); !slices.EqualFunc(got, want, sameReply) {
			t.Errorf("after another one: %q\n%.600v\nwant\n%.600v", request, got, want)
		}
	}
}

func sameReply(a, b reply) bool {
	return a.status == b.status && a.text == b.text && maps.EqualFunc(a.header, b.header, slices.Equal[[]string])
}

// A request that comes in pieces is answered like one that comes at once.
func TestFrontInPieces(t *testing.T) {
	with, _, _ := fronted(t, fakeApp().(fstest.MapFS))
	request := "GET /below/ HTTP/1.1\r\nHost: samewire.test\r\n\r\n"
	want := replies(t, with, request)[0]
	for i := range len(request) {
		c := dial(t, with, request[:i])
		time.AfterFunc(time.Millisecond, func() { _, _ = io.WriteString(c, request[i:]) })
		res, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatalf("cut at %d: %v", i, err)
		}
		if text, err := io.ReadAll(res.Body); err != nil || string(text) != want.text {
			t.Errorf("cut at %d: %d bytes, %v", i, len(text), err)
		}
		c.Close()
	}
}

func TestFrontCounts(t *testing.T) {
	with, _, l := fronted(t, fakeApp().(fstest.MapFS))
	request := "GET /below/ HTTP/1.1\r\nHost: samewire.test\r\n\r\n"
	replies(t, with, request)
	replies(t, with, request, request, request)
	numbers := body(t, get(t, l.metrics.handler(), "GET", metricsPath))
	if line := `samewire_http_requests_total{code="200",route="page"} 4`; !strings.Contains(numbers, line) {
		t.Errorf("no %s in\n%s", line, numbers)
	}
}

// Told to stop, front finishes what it sends, closes what is idle, and takes
// nothing new.
func TestFrontDrains(t *testing.T) {
	app := fakeApp().(fstest.MapFS)
	large := append([]byte("\x00asm"), bytes.Repeat([]byte("x"), 32<<20)...) // more than buffers on the way hold
	app[wasmFile] = &fstest.MapFile{Data: large}
	log := slog.New(slog.DiscardHandler)
	l, err := newLive([]*story.Story{testStory(t, "pier", "The pier")}, app, Options{}, log)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	system := listen(t)
	address, served := system.Addr().String(), make(chan error, 1)
	go func() { served <- serve(ctx, newFront(system, l, log), newServer(l, log)) }()
	idle, busy := dial(t, address, ""), dial(t, address, "GET /app.wasm HTTP/1.1\r\nHost: samewire.test\r\n\r\n")
	from := bufio.NewReader(busy)
	res, err := http.ReadResponse(from, nil) // it is under way
	if err != nil {
		t.Fatal(err)
	}
	stop()
	if _, err := idle.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("the idle connection: %v", err)
	}
	if n, err := io.Copy(io.Discard, res.Body); n != int64(len(large)) || err != nil {
		t.Errorf("of an answer under way %d of %d bytes arrive: %v", n, len(large), err)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
	if c, err := net.Dial("tcp", address); err == nil {
		c.Close()
		t.Error("it still listens")
	}
}

// Whatever front takes for a plain request is to net/http the same one: without
// a body, and without anything that the answer could depend on.
func FuzzParsePlain(f *testing.F) {
	for _, s := range []string{
		"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
		"GET /s/pier?a=b HTTP/1.1\r\nHost: a:1\r\nAccept-Encoding: gzip, br\r\nConnection: keep-alive\r\n\r\n",
		"GET /a HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n",
		"GET /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
		"GET /a HTTP/1.1\nHost: a\n\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		plain, ok := parsePlain(data)
		if !ok {
			return
		}
		from := bufio.NewReader(bytes.NewReader(data))
		r, err := http.ReadRequest(from)
		switch {
		case err != nil:
			t.Fatal("net/http:", err)
		case r.Method != "GET", r.Close, r.ContentLength != 0, r.TransferEncoding != nil, r.ProtoMajor != 1, r.ProtoMinor != 1:
			t.Errorf("%+v", r)
		case r.RequestURI != string(plain.target), r.URL.Path+"?"+r.URL.RawQuery != r.RequestURI && r.URL.Path != r.RequestURI && r.URL.Path+"?" != r.RequestURI:
			t.Errorf("target %q, %q", plain.target, r.RequestURI)
		case r.Host != string(plain.host), strings.Join(r.Header["Accept-Encoding"], ",") != string(plain.codings):
			t.Errorf("host %q, codings %q", plain.host, plain.codings)
		case r.Header["If-None-Match"] != nil, from.Buffered() > 0:
			t.Error("there is more to it")
		}
	})
}

// BenchmarkPage makes a page, and finds one that is kept by what a client sends.
func BenchmarkPage(b *testing.B) {
	l, err := newLive([]*story.Story{testStory(b, "pier", "The pier")}, fakeApp(), Options{}, slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("made", func(b *testing.B) {
		site := l.now.Load()
		r := httptest.NewRequest("GET", "http://samewire.test/s/pier/read/a", nil)
		for b.Loop() {
			doc := site.document(r, site.view(r), "/s/pier/read/a")
			doc.compress(compressPage)
		}
	})
	b.Run("kept", func(b *testing.B) {
		ours, theirs := net.Pipe()
		defer ours.Close()
		go io.Copy(io.Discard, theirs)
		c := &frontClient{front: newFront(nil, l, l.log), conn: ours}
		request := []byte("GET /s/pier/read/a HTTP/1.1\r\nHost: samewire.test\r\nAccept-Encoding: gzip\r\n\r\n")
		get(b, l, "GET", "/s/pier/read/a", "Accept-Encoding", "gzip")
		for b.Loop() {
			if sent, err := c.answer(request, time.Now()); !sent || err != nil {
				b.Fatal(sent, err)
			}
		}
	})
}
