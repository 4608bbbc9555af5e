package web

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Caching, as values of Cache-Control. What has its hash in its address never
// changes; all else is asked for again each time, and mostly answered with 304.
var (
	forever    = []string{"public, max-age=31536000, immutable"}
	revalidate = []string{"no-cache"}
	awhile     = []string{"public, max-age=300"}
	never      = []string{"no-store"}
)

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
