package web

import (
	"bytes"
	"compress/gzip"
	"strconv"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// encoding is a content coding, as HTTP names it.
type encoding string

const (
	identity encoding = "identity"
	gzipped  encoding = "gzip"
	brotlied encoding = "br"
)

// preferred lists the codings from the smallest result to the largest.
var preferred = [...]encoding{brotlied, gzipped, identity}

// negotiate returns the coding that an Accept-Encoding header asks for: the
// one with the highest weight, the smaller result among equals. It returns
// identity where none is acceptable: an answer is better than none.
func negotiate(header string) encoding {
	var weights [len(preferred)]float64
	var named [len(preferred)]bool
	rest := 0.0 // the weight of "*"
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		q, ok := weight(params)
		if !ok {
			continue
		}
		name = strings.TrimSpace(name)
		if name == "*" {
			rest = q
		}
		for i, e := range preferred {
			if strings.EqualFold(name, string(e)) || e == gzipped && strings.EqualFold(name, "x-gzip") {
				weights[i], named[i] = q, true
			}
		}
	}
	best, most := identity, 0.0
	for i, e := range preferred {
		q := weights[i]
		if !named[i] {
			q = rest
		}
		if q > most {
			best, most = e, q
		}
	}
	return best
}

// weight reads ";q=0.5": 1 where it is missing, false where it is malformed.
func weight(params string) (float64, bool) {
	if params == "" {
		return 1, true
	}
	for p := range strings.SplitSeq(params, ";") {
		key, value, found := strings.Cut(p, "=")
		if !strings.EqualFold(strings.TrimSpace(key), "q") {
			continue
		}
		q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if !found || err != nil || !(q >= 0 && q <= 1) {
			return 0, false
		}
		return q, true
	}
	return 1, true
}

// The effort spent on compression. Files are compressed once, pages at every
// request: brotli's 4 takes a millisecond for a page and beats gzip's best.
const (
	pageBrotli = 4
	pageGzip   = 6
)

// maxWindow is the most of what came before that every decoder of brotli is able
// to look back to: 16 MB, as a power of two.
const maxWindow = 24

var fileEfforts = map[encoding]int{brotlied: 9, gzipped: 9}

// The writers keep tables of a megabyte or so; pages share them.
var (
	brotliWriters = sync.Pool{New: func() any { return brotli.NewWriterLevel(nil, pageBrotli) }}
	gzipWriters   = sync.Pool{New: func() any { return gzipWriter(pageGzip) }}
)

// compressPage returns body in coding e, quickly.
func compressPage(body []byte, e encoding) []byte {
	var out bytes.Buffer
	switch e {
	case brotlied:
		w := brotliWriters.Get().(*brotli.Writer)
		defer brotliWriters.Put(w)
		w.Reset(&out)
		write(w, body)
	case gzipped:
		w := gzipWriters.Get().(*gzip.Writer)
		defer gzipWriters.Put(w)
		w.Reset(&out)
		write(w, body)
	default:
		return body
	}
	return out.Bytes()
}

// compress returns body in coding e with an effort in that coding's own terms:
// 0 to 11 for brotli, 1 to 9 for gzip.
func compress(body []byte, e encoding, effort int) []byte {
	var out bytes.Buffer
	switch e {
	case brotlied:
		// The largest window: the app is larger than the usual one.
		write(brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: effort, LGWin: maxWindow}), body)
	case gzipped:
		w := gzipWriter(effort)
		w.Reset(&out)
		write(w, body)
	default:
		return body
	}
	return out.Bytes()
}

func gzipWriter(effort int) *gzip.Writer {
	w, err := gzip.NewWriterLevel(nil, effort)
	if err != nil {
		panic(err) // only for an effort out of range
	}
	return w
}

// write writes all of body to a compressor that writes to memory, and closes
// it.
func write(w interface {
	Write([]byte) (int, error)
	Close() error
}, body []byte) {
	if _, err := w.Write(body); err != nil {
		panic(err) // memory takes everything
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
}
