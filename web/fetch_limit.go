package web

import (
	"net/http"
	"net/netip"
	"sync"
	"time"
)

// The rate at which one reader may ask for links: so many at once, then one
// each so often.
const (
	fetchBurst = 10
	fetchEvery = 6 * time.Second
)

// maxReaders is how many readers the limiter keeps apart. It forgets those who
// may ask for a full burst again; if there are more nevertheless, the further
// ones share one bucket.
const maxReaders = 4096

// limiter limits the rate at which each reader asks, by a token bucket each.
type limiter struct {
	mu      sync.Mutex
	buckets map[netip.Prefix]*bucket
	rest    bucket // of all for whom there is no place
}

// bucket is full at the time full; each token taken moves that on.
type bucket struct{ full time.Time }

func newLimiter() *limiter {
	return &limiter{buckets: map[netip.Prefix]*bucket{}}
}

// take takes a token and returns 0, or how long to wait until there is one.
func (l *limiter) take(reader netip.Addr, now time.Time) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.bucket(reader, now)
	full := b.full
	if full.Before(now) {
		full = now
	}
	full = full.Add(fetchEvery)
	if wait := full.Sub(now) - fetchBurst*fetchEvery; wait > 0 {
		return wait
	}
	b.full = full
	return 0
}

// bucket returns a reader's bucket.
func (l *limiter) bucket(reader netip.Addr, now time.Time) *bucket {
	key := network(reader)
	if b := l.buckets[key]; b != nil {
		return b
	}
	if len(l.buckets) >= maxReaders {
		for k, b := range l.buckets {
			if !b.full.After(now) {
				delete(l.buckets, k)
			}
		}
	}
	if len(l.buckets) >= maxReaders {
		return &l.rest
	}
	b := new(bucket)
	l.buckets[key] = b
	return b
}

// network returns what counts as one reader: an IPv4 address, or the network of
// an IPv6 address, of which one reader has all.
func network(a netip.Addr) netip.Prefix {
	a = a.Unmap().WithZone("")
	bits := 32
	if a.Is6() {
		bits = 64
	}
	p, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{} // no address: all such share a bucket
	}
	return p
}

// remote returns the address that a request's connection comes from.
func remote(r *http.Request) netip.Addr {
	a, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{} // see network
	}
	return a.Addr()
}
