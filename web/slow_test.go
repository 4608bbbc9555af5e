package web

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// serveSlow serves the test's site with short times for clients, and returns its
// address.
func serveSlow(t *testing.T, times func(*http.Server)) string {
	t.Helper()
	h, _ := testSite(t)
	ctx, stop := context.WithCancel(t.Context())
	l := listen(t)
	server := newServer(h, slog.New(slog.DiscardHandler))
	times(server)
	served := make(chan error, 1)
	before := newFront(l, h.(*live), slog.New(slog.DiscardHandler))
	before.first, before.later = server.ReadHeaderTimeout, server.WriteTimeout
	go func() { served <- serve(ctx, before, server) }()
	t.Cleanup(func() {
		stop()
		if err := <-served; err != nil {
			t.Error(err)
		}
	})
	return l.Addr().String()
}

// dial opens a connection and sends what a client has got to so far.
func dial(t *testing.T, address, sent string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if _, err := io.WriteString(c, sent); err != nil {
		t.Fatal(err)
	}
	return c
}

// Clients that never end what they began are shown out, and others don't notice
// them.
func TestSlowClients(t *testing.T) {
	address := serveSlow(t, func(s *http.Server) { s.ReadHeaderTimeout, s.ReadTimeout = 300*time.Millisecond, 300*time.Millisecond })
	var slow []net.Conn
	for range 25 {
		for _, sent := range []string{
			"", // connected, and silent
			"GET / HT",
			"GET / HTTP/1.1\r\nHost: samewire.test\r\nX-Slow: ",
			"POST /fetch HTTP/1.1\r\nHost: samewire.test\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nurl=",
		} {
			slow = append(slow, dial(t, address, sent))
		}
	}
	for range 20 {
		res, err := http.Get("http://" + address + "/s/pier/read/a")
		if err != nil {
			t.Fatal(err)
		}
		if page, err := io.ReadAll(res.Body); err != nil || res.StatusCode != 200 || !strings.Contains(string(page), "</html>") {
			t.Fatalf("%d, %d bytes, %v", res.StatusCode, len(page), err)
		}
		res.Body.Close()
	}
	for _, c := range slow {
		// The server closes the connection, or the deadline of the test ends it.
		if err := c.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, c); err != nil && strings.Contains(err.Error(), "timeout") {
			t.Fatal("a slow client is still there")
		}
	}
}

// A client that never reads what it asked for is shown out too, whether it asks
// for one thing after the other or for all at once.
func TestClientThatNeverReads(t *testing.T) {
	for _, times := range []int{1, 100} {
		neverRead(t, strings.Repeat("GET /static/samewire.css HTTP/1.1\r\nHost: samewire.test\r\n\r\n", times))
	}
}

func neverRead(t *testing.T, requests string) {
	address := serveSlow(t, func(s *http.Server) { s.WriteTimeout = 300 * time.Millisecond })
	c := dial(t, address, "")
	if err := c.SetWriteDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	var err error
	for err == nil { // until the buffers on the way are full and the server gives up
		_, err = io.WriteString(c, requests)
	}
	if strings.Contains(err.Error(), "timeout") {
		t.Error("the client that never reads is still there")
	}
}

func TestOversizedHeaders(t *testing.T) {
	address := serveSlow(t, func(*http.Server) {})
	for _, sent := range []string{
		"GET / HTTP/1.1\r\nHost: samewire.test\r\nX-Large: " + strings.Repeat("x", 3*headerBytes) + "\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: samewire.test\r\n" + strings.Repeat("X-Many: x\r\n", headerBytes/4) + "\r\n",
		"GET /?" + strings.Repeat("x", 3*headerBytes) + " HTTP/1.1\r\nHost: samewire.test\r\n\r\n",
	} {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		go io.WriteString(c, sent) // the server may stop reading midway
		res, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil || res.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
			t.Errorf("%.40q…: %v, %v", sent, res, err)
		}
		c.Close()
	}
}
