package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"syscall"
	"time"
)

// Options say what [Serve] serves, and where.
type Options struct {
	Addr    string    // host and port to listen on
	Stories string    // a directory with stories beside the built-in ones, or ""
	Log     io.Writer // where notices and failures go
}

// Serve listens on o.Addr and serves the site until ctx ends; then it takes no
// more connections, finishes the answers it has begun and returns nil. It
// calls ready with the site's address once it listens and all is loaded.
func Serve(ctx context.Context, o Options, ready func(url string)) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", o.Addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("%s is taken by another program: choose another address with -addr", o.Addr)
	case err != nil:
		return fmt.Errorf("can't listen on %s: %w", o.Addr, err)
	}
	defer listener.Close()
	stories, err := Stories(o.Stories)
	if err != nil {
		return err
	}
	app, err := App(ctx, o.Log)
	if err != nil {
		return err
	}
	logger := log.New(o.Log, "samewire: ", 0)
	handler, err := New(stories, app, logger)
	if err != nil {
		return err
	}
	ready(address(listener.Addr()))
	return serve(ctx, listener, newServer(handler, logger))
}

// How long a client may take. Answers are small and made at once; what takes
// time is the app on a slow line: 1.6 MB at 100 kbit/s take two minutes.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 10 * time.Second
	writeTimeout  = 150 * time.Second
	idleTimeout   = 2 * time.Minute
	drainTimeout  = 10 * time.Second
	headerBytes   = 32 << 10
)

func newServer(h http.Handler, log *log.Logger) *http.Server {
	return &http.Server{
		Handler:           h,
		ErrorLog:          log,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    headerBytes,
	}
}

// serve runs server on listener until ctx ends, then lets it finish what it
// has begun, for drainTimeout at most.
func serve(ctx context.Context, listener net.Listener, server *http.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	if err := server.Shutdown(drain); err != nil {
		return fmt.Errorf("stopped with answers unfinished: %w", errors.Join(err, server.Close()))
	}
	return nil
}

// address returns the address to type into a browser.
func address(a net.Addr) string {
	host, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	if ip := net.ParseIP(host); ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}
