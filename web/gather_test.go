package web

import (
	"bufio"
	"bytes"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// Whatever the length of a body, it arrives whole, and answers follow each other
// on one connection.
func TestGathered(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.URL.Query().Get("n"))
		if err != nil {
			t.Error(err)
		}
		if r.URL.Path == "/length" {
			w.Header().Set("Content-Length", strconv.Itoa(n))
		}
		_, _ = io.WriteString(w, strings.Repeat("x", n%3000))
		for range n / 3000 {
			_, _ = io.WriteString(w, strings.Repeat("x", 3000))
		}
	})
	server := newServer(h, slog.New(slog.DiscardHandler))
	l := listen(t)
	served := make(chan error, 1)
	go func() { served <- server.Serve(gathering{l}) }()
	c := dial(t, l.Addr().String(), "")
	from := bufio.NewReader(c)
	for _, path := range []string{"/length", "/chunked"} {
		for _, method := range []string{"GET", "HEAD"} {
			for _, n := range []int{0, 1, 2047, 2048, 2049, 3900, 3950, 3980, 4000, 4095, 4096, 4097, 8192, 12288, 100_000, 5_000_000} {
				checkLength(t, c, from, method, path, n)
			}
			for n := 3900; n < 4200; n++ { // where the buffer is just full
				checkLength(t, c, from, method, path, n)
			}
		}
	}
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	<-served
}

func checkLength(t *testing.T, to io.Writer, from *bufio.Reader, method, path string, n int) {
	t.Helper()
	if _, err := io.WriteString(to, method+" "+path+"?n="+strconv.Itoa(n)+" HTTP/1.1\r\nHost: samewire.test\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequest(method, "/", nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.ReadResponse(from, r)
	if err != nil {
		t.Fatalf("%s %s of %d bytes: %v", method, path, n, err)
	}
	data, err := io.ReadAll(res.Body)
	if err != nil || method == "GET" && len(data) != n {
		t.Errorf("%s %s of %d bytes: %d, %v", method, path, n, len(data), err)
	}
}

// What net/http writes in two goes out in one.
func TestGatheredInOne(t *testing.T) {
	ours, theirs := net.Pipe()
	c := &gathered{Conn: ours}
	head := []byte("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
	full := append(head, bytes.Repeat([]byte("x"), bufferBytes-len(head))...)
	rest := bytes.Repeat([]byte("y"), 9999-bufferBytes+len(head))
	if n, err := c.Write(full); n != bufferBytes || err != nil || c.held == nil {
		t.Fatalf("%d, %v", n, err)
	}
	got := make(chan []byte, 1)
	go func() {
		data, _ := io.ReadAll(theirs)
		got <- data
	}()
	if n, err := c.Write(rest); n != len(rest) || err != nil || c.held != nil {
		t.Errorf("the rest: %d, %v", n, err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	if data := <-got; !bytes.Equal(data, append(full, rest...)) {
		t.Errorf("%d bytes arrive", len(data))
	}
	if n, err := c.Write(full); n != bufferBytes || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	if n, err := c.Write(rest); n != 0 || err == nil {
		t.Errorf("to one that is closed: %d, %v", n, err)
	}
}

func TestAnnouncesMore(t *testing.T) {
	for text, want := range map[string]bool{
		"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nbo":           true,
		"HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 5\r\n\r\nbody": true,
		"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody":         false,
		"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n":             false, // may be one to HEAD
		"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nA: b":             false,
		"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nbody":         false,
		"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4":   false,
		"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nb":  false,
		"body of which one part looks so\r\n\r\nContent-Length: 9": false,
	} {
		if got := announcesMore([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
