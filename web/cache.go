package web

import (
	"container/list"
	"context"
	"sync"
)

// Bounds of the cache of pages: bytes in all, and what a part of it may take.
// A page takes 50 KB or so with its compressed forms.
const (
	cacheBytes = 64 << 20
	firmShare  = 0.8
)

// pageKey is what a page depends on beside the stories. Addresses are as
// [ui.Address.String] writes them, so parameters that mean nothing don't count.
type pageKey struct {
	origin   string // which the page's links for others have in them
	address  string
	language string // that the client asks for, or "" for the first one and where the address says it
}

// cache keeps documents within a bound of bytes, and has each made once, however
// many ask for it at the same time.
//
// It is an LRU list in two parts. A document that is asked for again becomes a
// firm one, and those that were asked for only once are dropped first: a client
// that goes through a million addresses doesn't drive out what others read.
type cache struct {
	limit    int64
	made     func(hit bool) // is told of every request that is answered from here
	makers   chan struct{}  // one place for each document that may be made at a time
	mu       sync.Mutex
	entries  map[pageKey]*list.Element // of *entry
	loose    list.List                 // asked for once, the latest first
	firm     list.List                 // asked for again, the latest first
	size     int64                     // bytes of all entries
	firmSize int64                     // bytes of the firm ones
	flights  map[pageKey]*flight
}

type entry struct {
	key  pageKey
	doc  *document
	firm bool
}

// flight is a document that is being made. Once done is closed, doc is set, or
// nil if making it failed.
type flight struct {
	done chan struct{}
	doc  *document
}

// newCache returns a cache of at most limit bytes, in which so many documents
// are made at the same time.
func newCache(limit int64, atOnce int, made func(hit bool)) *cache {
	return &cache{
		limit: limit, made: made, makers: make(chan struct{}, atOnce),
		entries: map[pageKey]*list.Element{}, flights: map[pageKey]*flight{},
	}
}

// get returns the document for a key, from the cache or else by make, whose
// document is kept if its status is 200. It returns nil when ctx ends first, or
// when making it failed in another request.
func (c *cache) get(ctx context.Context, key pageKey, make func() *document) *document {
	c.mu.Lock()
	if doc := c.find(key); doc != nil {
		c.mu.Unlock()
		c.made(true)
		return doc
	}
	f, flying := c.flights[key]
	if !flying {
		f = &flight{done: newSignal()}
		c.flights[key] = f
	}
	c.mu.Unlock()
	c.made(flying)
	if flying {
		select {
		case <-f.done:
			return f.doc
		case <-ctx.Done():
			return nil
		}
	}
	defer c.land(key, f) // also when make panics
	// Others may wait for it by now, so this client's leaving doesn't end it.
	c.makers <- struct{}{}
	defer func() { <-c.makers }()
	f.doc = make()
	return f.doc
}

func newSignal() chan struct{} { return make(chan struct{}) }

// land ends a flight and keeps what it brought.
func (c *cache) land(key pageKey, f *flight) {
	if f.doc != nil && f.doc.status == 200 {
		f.doc.compress(compressPage)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.flights, key)
	if f.doc != nil && f.doc.status == 200 {
		c.keep(key, f.doc)
	}
	close(f.done)
}

// have returns the document for a key if it is kept, or else nil.
func (c *cache) have(key pageKey) *document {
	c.mu.Lock()
	doc := c.find(key)
	c.mu.Unlock()
	if doc != nil {
		c.made(true)
	}
	return doc
}

// find returns a document that is kept, or nil, and makes it a firm one.
func (c *cache) find(key pageKey) *document {
	at := c.entries[key]
	if at == nil {
		return nil
	}
	e := at.Value.(*entry)
	if e.firm {
		c.firm.MoveToFront(at)
		return e.doc
	}
	c.loose.Remove(at)
	e.firm = true
	c.entries[key] = c.firm.PushFront(e)
	c.firmSize += e.doc.size()
	for float64(c.firmSize) > firmShare*float64(c.limit) {
		last := c.firm.Remove(c.firm.Back()).(*entry)
		last.firm = false
		c.firmSize -= last.doc.size()
		c.entries[last.key] = c.loose.PushFront(last)
	}
	return e.doc
}

// keep takes a document in and drops others for it. One that is larger than the
// part for loose documents isn't kept.
func (c *cache) keep(key pageKey, doc *document) {
	if float64(doc.size()) > (1-firmShare)*float64(c.limit) {
		return
	}
	c.entries[key] = c.loose.PushFront(&entry{key: key, doc: doc})
	c.size += doc.size()
	for c.size > c.limit {
		// Firm ones take a part only, so there is a loose one.
		last := c.loose.Remove(c.loose.Back()).(*entry)
		c.size -= last.doc.size()
		delete(c.entries, last.key)
	}
}

// bytes returns how much is kept.
func (c *cache) bytes() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.size
}
