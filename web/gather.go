package web

import (
	"bytes"
	"net"
	"strconv"
	"sync"
)

// gathering is a listener whose connections send in one write what net/http sends
// in two. It collects an answer in a buffer of 4 KB, and a page or a file is
// mostly larger: the first write is that full buffer, the second the rest. A
// write costs more than all that we do for an answer that is kept.
type gathering struct{ net.Listener }

// Accept returns the next connection.
func (l gathering) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &gathered{Conn: c}, nil
}

// gathered is such a connection. A full buffer that holds the head of an answer
// and only the begin of its body is kept until the next write, which must come:
// the head has announced how long the body is. Of an answer that breaks off at that
// point nothing arrives.
type gathered struct {
	net.Conn
	held *[bufferBytes]byte // nil for nothing
}

// bufferBytes is the size of net/http's buffer. Were it to become another,
// nothing would be held.
const bufferBytes = 4 << 10

var buffers = sync.Pool{New: func() any { return new([bufferBytes]byte) }}

// Write sends data, or keeps it. An error that comes of what was kept is that of
// the next write.
func (c *gathered) Write(data []byte) (int, error) {
	if c.held == nil {
		if len(data) != bufferBytes || !announcesMore(data) {
			return c.Conn.Write(data)
		}
		c.held = buffers.Get().(*[bufferBytes]byte)
		return copy(c.held[:], data), nil
	}
	held := c.held
	c.held = nil
	defer buffers.Put(held)
	both := net.Buffers{held[:], data}
	n, err := both.WriteTo(c.Conn)
	return max(int(n)-bufferBytes, 0), err
}

var (
	headBegin    = []byte("HTTP/1.1 200 OK\r\n")
	headEnd      = []byte("\r\n\r\n")
	lengthBefore = []byte("\r\nContent-Length: ")
	lineEnd      = []byte("\r\n")
)

// announcesMore tells whether data is the head of an answer and the begin of a
// body that is longer. An answer to HEAD is a head alone.
func announcesMore(data []byte) bool {
	head, body, whole := bytes.Cut(data, headEnd)
	if !whole || len(body) == 0 || !bytes.HasPrefix(head, headBegin) {
		return false
	}
	_, rest, found := bytes.Cut(head, lengthBefore)
	digits, _, _ := bytes.Cut(rest, lineEnd)
	length, err := strconv.Atoi(string(digits))
	return found && err == nil && length > len(body)
}
