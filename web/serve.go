package web

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"syscall"
	"time"

	"samewire/app/story"
)

// Options say what [Serve] serves, and where.
type Options struct {
	Addr        string    // host and port to listen on
	Certificate string    // the file of a certificate for TLS, with those that vouch for it, or ""
	Key         string    // the file of its key, or ""
	TrustProxy  bool      // believe what a proxy in front says of clients
	Metrics     string    // host and port for metrics, or ""
	Stories     string    // a directory with stories beside the built-in ones, or ""
	Base        string    // the path that the site is under, such as "/samewire", or "" for the root of the host
	Ancestors   string    // who may show pages in frames, as the policy's frame-ancestors says it, or "" for anyone
	Excerpts    bool      // publish no article whole, only what the articles of a story share
	Fetch       bool      // fetch articles by link for readers
	LogRequests bool      // log each request, without who asked
	Log         io.Writer // where notices and failures go

	plain bool // it is for a host of plain files: see [Export]
}

// Serve listens on o.Addr and serves the site until ctx ends; then it takes no
// more connections, finishes the answers it has begun and returns nil. It
// calls ready with the site's address once it listens and all is loaded.
func Serve(ctx context.Context, o Options, ready func(url string)) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	log := slog.New(slog.NewTextHandler(o.Log, nil))
	listener, scheme, err := o.listen(ctx, log)
	if err != nil {
		return err
	}
	defer listener.Close()
	stories, more, own, err := o.stories(log)
	if err != nil {
		return err
	}
	app, err := App(ctx, o.Log)
	if err != nil {
		return err
	}
	site, err := newLive(slices.Concat(stories, more), app, o, log)
	if err != nil {
		return err
	}
	if own != nil {
		go own.watch(ctx, func(more []*story.Story) error { return site.replace(slices.Concat(stories, more)) })
	}
	if o.Metrics != "" {
		numbers, err := listenOn(ctx, o.Metrics, "-metrics")
		if err != nil {
			return err
		}
		go serve(ctx, numbers, newServer(site.metrics.handler(), log))
	}
	ready(address(scheme, listener.Addr(), site.now.Load().assets.base))
	if o.direct() {
		listener = newFront(listener, site, log)
	}
	return serve(ctx, listener, newServer(site, log))
}

// stories reads the built-in stories, and those of a directory if o names one.
func (o Options) stories(log *slog.Logger) (builtIn, more []*story.Story, own *directory, err error) {
	if builtIn, err = story.ReadAll(sub("stories")); err != nil || o.Stories == "" {
		return builtIn, nil, nil, err
	}
	if own, err = newDirectory(o.Stories, builtIn, log); err != nil {
		return nil, nil, nil, err
	}
	more, err = own.first()
	return builtIn, more, own, err
}

// direct tells whether clients speak to us, and not of what only net/http and the
// handler look at.
func (o Options) direct() bool { return o.Certificate == "" && !o.TrustProxy && !o.LogRequests }

// listen opens what o says to listen on, and returns the scheme of addresses
// there.
func (o Options) listen(ctx context.Context, log *slog.Logger) (_ net.Listener, scheme string, err error) {
	if (o.Certificate == "") != (o.Key == "") {
		return nil, "", errors.New("TLS takes both a certificate and its key: give -tls-cert and -tls-key")
	}
	var config *tls.Config
	if o.Certificate != "" {
		if config, err = secure(o.Certificate, o.Key, log); err != nil {
			return nil, "", err
		}
	}
	listener, err := listenOn(ctx, o.Addr, "-addr")
	switch {
	case err != nil:
		return nil, "", err
	case config != nil:
		return tls.NewListener(listener, config), "https", nil
	}
	return listener, "http", nil
}

// listenOn listens on an address that a flag gave.
func listenOn(ctx context.Context, address, flag string) (net.Listener, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is taken by another program: choose another address with %s", address, flag)
	case err != nil:
		return nil, fmt.Errorf("can't listen on %s: %w", address, err)
	}
	return listener, nil
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

func newServer(h http.Handler, logger *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           h,
		ErrorLog:          log.New(nameless{logger}, "", 0),
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
	defer listener.Close()
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	err := server.Shutdown(drain)
	if f, ok := listener.(*front); ok {
		err = errors.Join(err, f.drain(drain))
	}
	if err != nil {
		return fmt.Errorf("stopped with answers unfinished: %w", errors.Join(err, server.Close()))
	}
	return nil
}

// address returns the address to type into a browser.
func address(scheme string, a net.Addr, base string) string {
	host, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	if ip := net.ParseIP(host); ip.IsUnspecified() {
		host = "localhost"
	}
	return scheme + "://" + net.JoinHostPort(host, port) + base + "/"
}
