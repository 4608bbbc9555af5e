package web

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// forwarded makes what h sees of a request what the client sent. If a proxy in
// front is trusted, that is what the proxy says in the headers below; else
// these headers are anybody's word, and are taken off.
//
// Of a list, the last value counts: the proxy itself has added it.
func forwarded(trusted bool, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !trusted {
			for _, name := range [...]string{forwardedFor, forwardedHost, forwardedProto} {
				delete(r.Header, name)
			}
			h.ServeHTTP(w, r)
			return
		}
		if host := lastOf(r.Header[forwardedHost]); host != "" {
			r.Host = host
		}
		if client, err := netip.ParseAddr(lastOf(r.Header[forwardedFor])); err == nil {
			r.RemoteAddr = net.JoinHostPort(client.String(), "0")
		}
		r.Header[forwardedProto] = []string{lastOf(r.Header[forwardedProto])}
		h.ServeHTTP(w, r)
	})
}

const (
	forwardedFor   = "X-Forwarded-For"
	forwardedHost  = "X-Forwarded-Host"
	forwardedProto = "X-Forwarded-Proto"
)

// lastOf returns the last element of a header's lists, or "".
func lastOf(fields []string) string {
	if len(fields) == 0 {
		return ""
	}
	last := fields[len(fields)-1]
	return strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
}

// isSecure tells whether the client came by TLS, to us or to the proxy.
func isSecure(r *http.Request) bool {
	return r.TLS != nil || strings.EqualFold(r.Header.Get(forwardedProto), "https")
}
