package web

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"golang.org/x/net/html"
)

// testCache returns a cache and the counts of hits and misses.
func testCache(limit int64) (c *cache, hits, misses *atomic.Int64) {
	hits, misses = new(atomic.Int64), new(atomic.Int64)
	return newCache(limit, 4, func(hit bool) {
		if hit {
			hits.Add(1)
		} else {
			misses.Add(1)
		}
	}), hits, misses
}

func testDocument(n int) *document {
	return newDocument(200, "image/png", []byte(strings.Repeat("x", n))) // isn't compressed
}

// However many ask at the same time, a document is made once.
func TestCacheMakesOnce(t *testing.T) {
	c, hits, misses := testCache(1 << 20)
	asked, finish := make(chan struct{}), make(chan struct{})
	var made atomic.Int64
	fetch := func() *document {
		return c.get(context.Background(), pageKey{address: "/"}, func() *document {
			made.Add(1)
			close(asked)
			<-finish
			return testDocument(10)
		})
	}
	var wait sync.WaitGroup
	wait.Go(func() { fetch() })
	<-asked
	gone, leave := context.WithCancel(context.Background())
	leave()
	if doc := c.get(gone, pageKey{address: "/"}, nil); doc != nil {
		t.Error("who has gone away still waits")
	}
	for range 50 {
		wait.Go(func() {
			if doc := fetch(); doc == nil || len(doc.body) != 10 {
				t.Error("no document")
			}
		})
	}
	close(finish)
	wait.Wait()
	if made.Load() != 1 || misses.Load() != 1 || hits.Load() != 51 {
		t.Errorf("made %d times, %d misses, %d hits", made.Load(), misses.Load(), hits.Load())
	}
}

// What is read often stays while a client goes through any number of addresses,
// and the bound holds.
func TestCacheBound(t *testing.T) {
	const limit = 100_000
	c, _, _ := testCache(limit)
	made := map[string]int{}
	ask := func(address string) {
		c.get(context.Background(), pageKey{address: address}, func() *document {
			made[address]++
			return testDocument(1000)
		})
	}
	ask("/read")
	ask("/read")
	for i := range 10_000 {
		ask(fmt.Sprint("/scan/", i))
		if got := c.bytes(); got > limit {
			t.Fatalf("%d bytes are kept, of %d", got, limit)
		}
	}
	ask("/read")
	if made["/read"] != 1 {
		t.Errorf("what is read often was made %d times", made["/read"])
	}
	// Many that are read often don't exceed the bound either.
	for range 3 {
		for i := range 500 {
			ask(fmt.Sprint("/often/", i))
			ask(fmt.Sprint("/often/", i))
		}
	}
	size, firm := int64(0), int64(0)
	for _, at := range c.entries {
		e := at.Value.(*entry)
		size += e.doc.size()
		if e.firm {
			firm += e.doc.size()
		}
	}
	if size != c.size || size > limit || firm != c.firmSize || len(c.entries) != c.loose.Len()+c.firm.Len() {
		t.Errorf("%d bytes are kept, %d counted; %d of them firm, %d counted; %d entries", size, c.size, firm, c.firmSize, len(c.entries))
	}
}

func TestCacheKeepsNoFailure(t *testing.T) {
	c, _, _ := testCache(1 << 20)
	for _, make := range []func() *document{
		func() *document { return newDocument(404, pageType, []byte("nothing")) },
		func() *document { return nil },
		func() *document { return testDocument(900_000) }, // too large
	} {
		c.get(context.Background(), pageKey{address: "/"}, make)
		if len(c.entries) != 0 || len(c.flights) != 0 {
			t.Errorf("%d entries, %d flights", len(c.entries), len(c.flights))
		}
	}
	func() {
		defer func() { _ = recover() }()
		c.get(context.Background(), pageKey{address: "/"}, func() *document { panic("no") })
	}()
	if len(c.flights) != 0 || len(c.makers) != 0 {
		t.Error("a panic leaves others waiting")
	}
}

// Parameters that mean nothing cost no rendering, and the page still says which
// address it is at.
func TestPagesAreKept(t *testing.T) {
	h, _ := testSite(t)
	pages := h.(*live).now.Load().pages
	for _, c := range []struct {
		target  string
		entries int
	}{
		{"/s/pier/read/a", 1},
		{"/s/pier/read/a", 1},
		{"/s/pier/read/a?utm_source=news&fbclid=1", 1},
		{"/s/pier/read/a?%22%3E%3Cb%3E=1", 1},
		{"/s/pier/read/a?x=\"><b>", 1},
		{"/s/pier/read/a?base=b", 2},
		{"/s/pier/read/a?base=b&base=a", 2},
		{"/s/pier/search?q=pier+closed", 3},
		{"/s/pier/search?q=pier%20closed", 3},
		{"/nothing", 3},
		{"/s/none", 3},
	} {
		page := body(t, get(t, h, "GET", c.target))
		if got := len(pages.entries); got != c.entries {
			t.Errorf("after %s %d pages are kept, want %d", c.target, got, c.entries)
		}
		script := find(parseHTML(t, page), func(n *html.Node) bool { return attr(n, "data-address") != "" })
		if script == nil || attr(script, "data-address") != c.target {
			t.Errorf("the page at %s doesn't say so", c.target)
		}
	}
}

// Pages name the host in links for others: one host's page isn't another's.
func TestPagesByHost(t *testing.T) {
	h, _ := testSite(t)
	for _, host := range []string{"one.test", "two.test", "one.test"} {
		r := httptest.NewRequest("GET", "/s/pier", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		page, _ := io.ReadAll(w.Body)
		if w.Code != http.StatusOK || !strings.Contains(string(page), `href="http://`+host+`/s/pier"`) {
			t.Errorf("%d: the page for %s isn't", w.Code, host)
		}
	}
}
