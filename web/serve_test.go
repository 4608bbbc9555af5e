package web

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestTimeouts(t *testing.T) {
	s := newServer(http.NotFoundHandler(), slog.Default())
	if s.ReadHeaderTimeout <= 0 || s.ReadTimeout <= 0 || s.WriteTimeout <= 0 || s.IdleTimeout <= 0 {
		t.Errorf("a client may take for ever: %+v", s)
	}
	if s.MaxHeaderBytes <= 0 || s.MaxHeaderBytes > 64<<10 {
		t.Errorf("headers may have %d bytes", s.MaxHeaderBytes)
	}
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// An answer that has begun when the server is told to stop is finished.
func TestShutdownDrains(t *testing.T) {
	begun, finish := make(chan struct{}), make(chan struct{})
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(begun)
		<-finish
		io.WriteString(w, "all of it")
	})
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	l := listen(t)
	served := make(chan error, 1)
	server := newServer(h, slog.New(slog.DiscardHandler))
	var stopping sync.WaitGroup
	stopping.Add(1)
	server.RegisterOnShutdown(stopping.Done)
	go func() { served <- serve(ctx, l, server) }()

	type answer struct {
		text string
		err  error
	}
	got := make(chan answer, 1)
	go func() {
		res, err := http.Get(address("http", l.Addr(), ""))
		if err != nil {
			got <- answer{err: err}
			return
		}
		defer res.Body.Close()
		data, err := io.ReadAll(res.Body)
		got <- answer{string(data), err}
	}()
	<-begun
	stop()
	stopping.Wait()
	if _, err := net.Dial("tcp", l.Addr().String()); err == nil {
		t.Error("the server still takes connections")
	}
	close(finish)
	if a := <-got; a.err != nil || a.text != "all of it" {
		t.Errorf("the answer under way ends with %q, %v", a.text, a.err)
	}
	if err := <-served; err != nil {
		t.Errorf("serve returns %v", err)
	}
}

func TestServeErrors(t *testing.T) {
	taken := listen(t).Addr().String()
	empty := t.TempDir()
	file := filepath.Join(t.TempDir(), "file.txt")
	if err := os.WriteFile(file, []byte("text"), 0o644); err != nil {
		t.Fatal(err)
	}
	broken := t.TempDir()
	writeTree(t, broken, map[string]string{"bad.json": `{"samewire": 1, "articles": [`})
	double := t.TempDir()
	writeTree(t, double, map[string]string{"amazon-layoffs/a.txt": "One text.", "amazon-layoffs/b.txt": "Another text."})
	oversized := t.TempDir()
	writeTree(t, oversized, map[string]string{"big/a.txt": strings.Repeat("Too much. ", 30_000)})
	for _, c := range []struct {
		name string
		o    Options
		want string
	}{
		{"a port in use", Options{Addr: taken}, taken + " is taken by another program"},
		{"no port", Options{Addr: "127.0.0.1"}, "can't listen on 127.0.0.1"},
		{"a missing directory", Options{Stories: filepath.Join(empty, "none")}, "there is no directory"},
		{"a file", Options{Stories: file}, "is a file"},
		{"an empty directory", Options{Stories: empty}, "holds no story"},
		{"a broken story", Options{Stories: broken}, "bad.json"},
		{"an id twice", Options{Stories: double}, `"amazon-layoffs"`},
		{"an oversized article", Options{Stories: oversized}, "a.txt has"},
	} {
		if c.o.Addr == "" {
			c.o.Addr = "127.0.0.1:0"
		}
		var notices bytes.Buffer
		c.o.Log = &notices
		err := Serve(context.Background(), c.o, func(url string) { t.Errorf("%s: it serves at %s", c.name, url) })
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want one line with %q", c.name, err, c.want)
		}
	}
}

func TestAddress(t *testing.T) {
	for addr, want := range map[string]string{
		"127.0.0.1:8000": "http://127.0.0.1:8000/",
		"0.0.0.0:80":     "http://localhost:80/",
		"[::]:8000":      "http://localhost:8000/",
		"[::1]:8000":     "http://[::1]:8000/",
	} {
		a, err := net.ResolveTCPAddr("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		if got := address("http", a, ""); got != want {
			t.Errorf("address(%s) = %s, want %s", addr, got, want)
		}
	}
}
