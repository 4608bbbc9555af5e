package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
)

// Caching. What has its hash in its address never changes; all else is asked
// for again each time, and mostly answered with 304.
const (
	forever    = "public, max-age=31536000, immutable"
	revalidate = "no-cache"
)

// reply is one answer, before it is known in which coding it goes out.
type reply struct {
	status      int
	contentType string
	caching     string
	hash        string                  // of the body as it is before compression
	compressed  bool                    // whether coded knows other codings than identity
	coded       func(e encoding) []byte // the body in a coding
}

// send answers r with a: with 304 and no body where the client has it.
func (a reply) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	e := identity
	if a.compressed {
		e = negotiate(strings.Join(r.Header.Values("Accept-Encoding"), ","))
		h.Set("Vary", "Accept-Encoding")
	}
	h.Set("Cache-Control", a.caching)
	h.Set("ETag", a.tag(e))
	if a.status == http.StatusOK && holds(r.Header.Values("If-None-Match"), a.tag(e)) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := a.coded(e)
	if e != identity {
		h.Set("Content-Encoding", string(e))
	}
	h.Set("Content-Type", a.contentType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		// An error here means that the client has gone: there is nobody left
		// to tell.
		_, _ = w.Write(body)
	}
}

// tag returns the entity tag: another for each coding, since the bytes differ.
func (a reply) tag(e encoding) string {
	if e == identity {
		return `"` + a.hash + `"`
	}
	return `"` + a.hash + "-" + string(e) + `"`
}

// holds tells whether If-None-Match fields hold tag. Weak tags count: proxies
// weaken ours, and for 304 they are as good.
func holds(fields []string, tag string) bool {
	for _, field := range fields {
		for t := range strings.SplitSeq(field, ",") {
			t = strings.TrimSpace(t)
			if t == "*" || strings.TrimPrefix(t, "W/") == tag {
				return true
			}
		}
	}
	return false
}

// hash returns the first half of the SHA-256 of the parts, in hexadecimal.
// Each part's length goes in, so that no two lists of parts give the same.
func hash(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write(strconv.AppendInt(nil, int64(len(p)), 10))
		h.Write([]byte{':'})
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
