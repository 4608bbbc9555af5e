package web

import (
	"bytes"
	"context"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"sync"
	"time"
)

// front stands before net/http and answers the plainest requests itself: GET for
// a page or a file that is kept, from a client that has nothing of it yet. These
// are what a link on a front page brings by the thousand, and the answer is a
// few pieces of memory, which net/http takes twice as long to send as nginx
// takes for a file.
//
// It reads once for each request. Whatever isn't wholly there then, or isn't
// such a request in every byte, goes to net/http with its connection, for good,
// as if nothing had read from it: front knows no error and no state between
// requests. What it sends is what the handler sent at the first such request.
type front struct {
	net.Listener
	live   *live
	log    *slog.Logger
	handed chan net.Conn // to net/http
	date   clock
	first  time.Duration // how long a client that connects may be silent
	later  time.Duration // how long a connection may be idle, or an answer take

	begin   sync.Once
	closing chan struct{}
	end     sync.Once
	mu      sync.Mutex
	open    map[net.Conn]bool // the connections that are front's
	serving sync.WaitGroup
}

const (
	// How often the system is told for how long it goes on, which takes longer
	// than finding an answer.
	frontRefresh = 5 * time.Second
	frontBytes   = 4 << 10 // of a request's head; browsers send one or two thousand
)

// newFront returns a front on a listener. As a listener it has the connections
// for net/http.
func newFront(l net.Listener, to *live, log *slog.Logger) *front {
	return &front{
		Listener: l, live: to, log: log, first: headerTimeout, later: writeTimeout,
		handed: make(chan net.Conn), closing: make(chan struct{}), open: map[net.Conn]bool{},
	}
}

// Accept returns the next connection for net/http. The first call begins the
// work.
func (f *front) Accept() (net.Conn, error) {
	f.begin.Do(func() { f.serving.Go(f.accept) })
	select {
	case c := <-f.handed:
		return c, nil
	case <-f.closing:
		return nil, net.ErrClosed
	}
}

// Close ends the listening, and connections on which no answer is under way.
func (f *front) Close() error {
	f.end.Do(func() { // before the listener closes, or accept would warn of that
		close(f.closing)
		f.mu.Lock()
		defer f.mu.Unlock()
		for c := range f.open {
			// An error here means that it is closed already.
			_ = c.SetReadDeadline(time.Now())
		}
	})
	return f.Listener.Close()
}

// drain waits until answers under way are sent, or until ctx ends.
func (f *front) drain(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		f.serving.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		f.mu.Lock()
		defer f.mu.Unlock()
		for c := range f.open {
			_ = c.Close() // nothing can be done about an error
		}
		return ctx.Err()
	}
}

func (f *front) accept() {
	for delay := time.Duration(0); ; {
		c, err := f.Listener.Accept()
		switch {
		case err == nil:
			delay = 0
			f.serving.Go(func() { f.serve(c) })
			continue
		case f.isClosing():
			return
		}
		// As net/http does when there are too many open files, say.
		delay = min(max(2*delay, 5*time.Millisecond), time.Second)
		f.log.Warn("connections can't be accepted", "error", err)
		select {
		case <-time.After(delay):
		case <-f.closing:
			return
		}
	}
}

func (f *front) isClosing() bool {
	select {
	case <-f.closing:
		return true
	default:
		return false
	}
}

// keep tells whether a connection is front's, to be woken by Close.
func (f *front) keep(c net.Conn, is bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if is {
		f.open[c] = true
	} else {
		delete(f.open, c)
	}
}

// frontBuffers are what requests are read into.
var frontBuffers = sync.Pool{New: func() any { return new([frontBytes]byte) }}

// serve answers requests of a connection until one is for net/http, or the
// client goes.
func (f *front) serve(c net.Conn) {
	f.keep(c, true)
	handed := false
	defer func() {
		f.keep(c, false)
		if p := recover(); p != nil && p != http.ErrAbortHandler {
			f.log.Error("connection failed", "panic", p, "stack", string(debug.Stack()))
		}
		if !handed {
			_ = c.Close() // nobody is left to tell
		}
	}()
	buffer := frontBuffers.Get().(*[frontBytes]byte)
	defer frontBuffers.Put(buffer)
	client := frontClient{front: f, conn: c}
	told, wait := time.Now(), f.first
	if c.SetDeadline(told.Add(wait)) != nil {
		return
	}
	for !f.isClosing() {
		n, err := c.Read(buffer[:])
		if err != nil {
			return
		}
		now := time.Now()
		if wait != f.later || now.Sub(told) > frontRefresh {
			told, wait = now, f.later
			if c.SetDeadline(now.Add(wait)) != nil {
				return
			}
		}
		sent, err := client.answer(buffer[:n], now)
		if err != nil {
			return
		}
		if !sent {
			handed = f.hand(c, buffer[:n])
			return
		}
	}
}

// hand gives a connection to net/http, with what has been read from it.
func (f *front) hand(c net.Conn, read []byte) bool {
	if c.SetDeadline(time.Time{}) != nil {
		return false
	}
	select {
	case f.handed <- &handedConn{Conn: c, read: bytes.Clone(read)}:
		return true
	case <-f.closing:
		return false
	}
}

// handedConn is a connection from which something has been read.
type handedConn struct {
	net.Conn
	read []byte
}

func (c *handedConn) Read(b []byte) (int, error) {
	if len(c.read) == 0 {
		return c.Conn.Read(b)
	}
	n := copy(b, c.read)
	c.read = c.read[n:]
	return n, nil
}
