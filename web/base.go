package web

import (
	"fmt"
	"net/http"
	"path"
	"strings"
)

// basePath returns the path that the site is under as addresses have it, "" for
// the root of the host.
func basePath(flag string) (string, error) {
	base := strings.TrimSuffix(flag, "/")
	odd := func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("/-_.~", r))
	}
	if base != "" && (base[0] != '/' || path.Clean(base) != base || strings.ContainsFunc(base, odd)) {
		return "", fmt.Errorf("-base %q: name the path below the host, of letters, digits and - _ . ~, such as /samewire", flag)
	}
	return base, nil
}

// below has h answer what is asked below a path, without that path: nothing
// behind it knows of it but what writes addresses. Of all else it says where the
// site is. Load balancers find the health at the root too.
func below(base string, h http.Handler) http.Handler {
	if base == "" {
		return h
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rest, ok := strings.CutPrefix(r.URL.Path, base)
		switch {
		case ok && strings.HasPrefix(rest, "/") && r.URL.RawPath == "":
			inner := *r
			u := *r.URL
			inner.URL, u.Path = &u, rest
			inner.RequestURI = strings.TrimPrefix(r.RequestURI, base)
			defer func() { r.Pattern = inner.Pattern }() // for the metrics
			h.ServeHTTP(w, &inner)
		case r.URL.Path == healthPath:
			h.ServeHTTP(w, r)
		case ok && rest == "" || r.URL.Path == "/":
			http.Redirect(w, r, base+"/", http.StatusTemporaryRedirect)
		default:
			http.Error(w, "There is nothing here. Samewire is below "+base+"/.", http.StatusNotFound)
		}
	})
}
