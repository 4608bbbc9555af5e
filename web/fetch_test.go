package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestFetch(t *testing.T) {
	var seen http.Header
	mux := http.NewServeMux()
	mux.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) {
		seen = r.Header
		pageOf(articlePage)(w, r)
	})
	mux.HandleFunc("/hop/{n}", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "id", Value: "1"})
		to := "/a"
		if n := r.PathValue("n"); n > "1" {
			to = "/hop/" + string(n[0]-1)
		}
		http.Redirect(w, r, to, http.StatusFound)
	})
	w := newWorld(t, mux)
	for _, path := range []string{"/a", "/hop/3"} {
		status, text := w.ask(w.link("site.test", path))
		if status != 200 || !strings.HasPrefix(text, "Ferry runs aground|Evening Tide|"+w.link("site.test", "/a")+"|A ferry with ninety") || strings.Contains(text, "Home") {
			t.Errorf("%s: %d %s", path, status, text)
		}
	}
	for _, name := range []string{"Cookie", "Referer", "Authorization", "X-Forwarded-For"} {
		if v := seen.Get(name); v != "" {
			t.Errorf("the site was sent %s: %s", name, v)
		}
	}
	if transport := w.fetcher.client.Transport.(*http.Transport); transport.Proxy != nil || w.fetcher.client.Jar != nil {
		t.Error("the client uses a proxy, or keeps cookies")
	}
	if seen.Get("User-Agent") != userAgent {
		t.Errorf("the site was asked by %q", seen.Get("User-Agent"))
	}
}

// TestFetchRefuses has every way to reach what isn't a public web page, and
// what readers are told.
func TestFetchRefuses(t *testing.T) {
	mux := http.NewServeMux()
	redirect := func(to string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
	}
	w := newWorld(t, mux)
	w.names.answers["private.test"] = []string{"10.0.0.1"}
	w.names.answers["six.test"] = []string{"::1"}
	w.names.answers["nat64.test"] = []string{"64:ff9b::7f00:1"}
	w.names.answers["mapped.test"] = []string{"::ffff:127.0.0.1"}
	w.names.answers["rebinding.test"] = []string{publicHere, "127.0.0.1"}
	mux.HandleFunc("/loop", redirect("/loop"))
	mux.HandleFunc("/home", redirect("http://127.0.0.1:"+w.port+"/a"))
	mux.HandleFunc("/metadata", redirect("http://169.254.169.254/latest/meta-data/"))
	mux.HandleFunc("/file", redirect("file:///etc/passwd"))
	mux.HandleFunc("/user", redirect("http://user:secret@site.test/"))
	mux.HandleFunc("/again", redirect("/a")) // to the same name, looked up anew
	mux.HandleFunc("/a", pageOf(articlePage))
	mux.HandleFunc("/pdf", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "application/pdf") })
	mux.HandleFunc("/lie", pageOf("%PDF-1.7 "+strings.Repeat("x", 600)))
	mux.HandleFunc("/zip", pageOf("PK\x03\x04"))
	mux.HandleFunc("/coded", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		pageOf("x")(w, r)
	})
	mux.HandleFunc("/empty", pageOf("<p>Hello</p>"))
	mux.HandleFunc("/denied", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	mux.HandleFunc("/broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	const private = "private network"
	for _, c := range []struct {
		link   string
		status int
		want   string
	}{
		{"", 400, "no link"},
		{"site.test/a", 400, "https://"},
		{"ftp://site.test/a", 400, "https://"},
		{"javascript:alert(1)", 400, "https://"},
		{"file:///etc/passwd", 400, "https://"},
		{"http://", 400, "names no site"},
		{"http:///a", 400, "names no site"},
		{"http://[::1", 400, "well-formed"},
		{"http://a/" + strings.Repeat("x", maxLink), 400, "longer"},
		{"http://user@site.test/", 400, "password"},
		{"http://site.test@127.0.0.1/", 400, "password"},
		{"http://127.0.0.1/", 403, private},
		{"http://127.0.0.1:22/", 403, private},
		{"http://localhost.test.", 502, "no site"},
		{"http://0.0.0.0/", 403, private},
		{"http://10.1.2.3/", 403, private},
		{"http://100.64.0.1/", 403, private},
		{"http://169.254.169.254/latest/meta-data/", 403, private},
		{"http://[fd00:ec2::254]/", 403, private},
		{"http://[::1]/", 403, private},
		{"http://[::]/", 403, private},
		{"http://[::ffff:127.0.0.1]/", 403, private},
		{"http://[::ffff:8.8.8.8]/", 403, private},
		{"http://[::127.0.0.1]/", 403, private},
		{"http://[64:ff9b::7f00:1]/", 403, private},
		{"http://[2002:7f00:1::]/", 403, private},
		{"http://[2001:0:7f00:1::]/", 403, private},
		{"http://[fe80::1%25eth0]/", 403, private},
		{"http://2130706433/", 400, "odd way"},
		{"http://0x7f000001/", 400, "odd way"},
		{"http://0x7f.1/", 400, "odd way"},
		{"http://0177.0.0.1/", 400, "odd way"},
		{"http://127.1/", 400, "odd way"},
		{"http://127.0.0.1./", 400, "odd way"},
		{"http://nowhere.test/", 502, "no site called nowhere.test"},
		{"http://private.test/", 403, private},
		{"http://six.test/", 403, private},
		{"http://nat64.test/", 403, private},
		{"http://mapped.test/", 403, private},
		{w.link("rebinding.test", "/again"), 403, private},
		{w.link("site.test", "/home"), 403, private},
		{w.link("site.test", "/metadata"), 403, private},
		{w.link("site.test", "/file"), 400, "https://"},
		{w.link("site.test", "/user"), 400, "password"},
		{w.link("site.test", "/loop"), 502, "passed on more than 3 times"},
		{w.link("site.test", "/pdf"), 422, "application/pdf"},
		{w.link("site.test", "/lie"), 422, "application/pdf"},
		{w.link("site.test", "/zip"), 422, "application/zip"},
		{w.link("site.test", "/coded"), 502, "didn’t ask for"},
		{w.link("site.test", "/empty"), 422, "no article"},
		{w.link("site.test", "/none"), 502, "no page"},
		{w.link("site.test", "/denied"), 502, "doesn’t let us"},
		{w.link("site.test", "/broken"), 502, "trouble of its own"},
	} {
		w.fetcher.limit = newLimiter()
		status, text := w.ask(c.link)
		if status != c.status || !strings.Contains(text, c.want) || !strings.HasSuffix(text, "Open the page yourself, copy the article and paste it.") {
			t.Errorf("%.80s: %d %s; want %d … %s …", c.link, status, text, c.status, c.want)
		}
	}
	if n := w.names.asked["rebinding.test"]; n != 2 {
		t.Errorf("rebinding.test was looked up %d times, want 2", n)
	}
	dead := newWorld(t, mux)
	dead.site.Close()
	if status, text := dead.ask(dead.link("site.test", "/a")); status != 502 || !strings.Contains(text, "could not be reached") {
		t.Errorf("a site that is down: %d %s", status, text)
	}
}

// Of a page without an end, only so much is read.
func TestFetchIsBounded(t *testing.T) {
	var sent atomic.Int64
	endless := func(w io.Writer) {
		chunk := []byte(strings.Repeat("<p>The pier is closed, and so is the harbour.</p>", 1000))
		for {
			n, err := w.Write(chunk)
			if sent.Add(int64(n)); err != nil || sent.Load() > 20*fetchBytes {
				return
			}
		}
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/endless", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		endless(w)
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		defer z.Close()
		endless(z)
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/stalls", func(w http.ResponseWriter, r *http.Request) {
		pageOf("<p>The pier")(w, r)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	mux.HandleFunc("/headers", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Long", strings.Repeat("x", 1<<20))
		pageOf(articlePage)(w, r)
	})
	w := newWorld(t, mux)
	for _, c := range []struct {
		path string
		want string
	}{{"/endless", "larger than 4 MB"}, {"/bomb", "larger than 4 MB"}, {"/headers", "broke off"}} {
		sent.Store(0)
		if status, text := w.ask(w.link("site.test", c.path)); status == 200 || !strings.Contains(text, c.want) {
			t.Errorf("%s: %d %s", c.path, status, text)
		}
		if c.path == "/endless" && sent.Load() > 15*fetchBytes {
			t.Errorf("%s: %d bytes were taken", c.path, sent.Load())
		}
	}
	w.fetcher.timeout = 200 * time.Millisecond
	for _, path := range []string{"/slow", "/stalls"} {
		if status, text := w.ask(w.link("site.test", path)); status != 504 || !strings.Contains(text, "took longer") {
			t.Errorf("%s: %d %s", path, status, text)
		}
	}
}

// Only our own pages may ask.
func TestFetchSameOrigin(t *testing.T) {
	w := newWorld(t, pageOf(articlePage))
	link := w.link("site.test", "/a")
	for _, c := range []struct {
		headers []string
		status  int
	}{
		{nil, 200},
		{[]string{"Sec-Fetch-Site", "", "Origin", "http://samewire.test"}, 200},
		{[]string{"Sec-Fetch-Site", ""}, 403},
		{[]string{"Sec-Fetch-Site", "cross-site"}, 403},
		{[]string{"Sec-Fetch-Site", "same-site"}, 403},
		{[]string{"Sec-Fetch-Site", "none"}, 403},
		{[]string{"Sec-Fetch-Site", "", "Origin", "http://evil.test"}, 403},
		{[]string{"Sec-Fetch-Site", "", "Origin", "null"}, 403},
	} {
		if status, text := w.ask(link, c.headers...); status != c.status {
			t.Errorf("%q: %d %s, want %d", c.headers, status, text, c.status)
		}
	}
	out := httptest.NewRecorder()
	w.fetcher.ServeHTTP(out, httptest.NewRequest("GET", "/fetch?url="+url.QueryEscape(link), nil))
	if out.Code != 405 || out.Header().Get("Allow") != "POST" {
		t.Errorf("GET: %d", out.Code)
	}
}

func TestFetchIsOff(t *testing.T) {
	h, _ := testSite(t)
	for _, method := range []string{"GET", "POST"} {
		res := get(t, h, method, fetchPath)
		if res.StatusCode != 404 || !strings.Contains(body(t, res), "doesn’t fetch links") {
			t.Errorf("%s: %d", method, res.StatusCode)
		}
	}
	r := httptest.NewRequest("POST", fetchPath, strings.NewReader("lang=de"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	out := httptest.NewRecorder()
	if h.ServeHTTP(out, r); !strings.Contains(out.Body.String(), "ruft keine Links ab") {
		t.Errorf("in German: %s", out.Body)
	}
	if strings.Contains(body(t, get(t, h, "GET", "/")), "data-fetch") {
		t.Error("the page says that links are fetched")
	}
}

func TestFetchLimit(t *testing.T) {
	w := newWorld(t, pageOf(articlePage))
	for i := range fetchBurst + 1 {
		status, text := w.ask(w.link("site.test", "/a"))
		if want := map[bool]int{true: 200, false: 429}[i < fetchBurst]; status != want {
			t.Fatalf("link %d: %d %s, want %d", i, status, text, want)
		}
	}
	l, now := newLimiter(), time.Unix(1e9, 0)
	one, other := netip.MustParseAddr("192.0.2.1"), netip.MustParseAddr("192.0.2.2")
	for range fetchBurst {
		if wait := l.take(one, now); wait != 0 {
			t.Fatalf("within the burst: wait %v", wait)
		}
	}
	if wait := l.take(one, now); wait != fetchEvery {
		t.Errorf("past the burst: wait %v, want %v", wait, fetchEvery)
	}
	if wait := l.take(other, now); wait != 0 {
		t.Errorf("another reader: wait %v", wait)
	}
	if wait := l.take(one, now.Add(fetchEvery)); wait != 0 {
		t.Errorf("after %v: wait %v", fetchEvery, wait)
	}
	six := netip.MustParseAddr("2001:db8::1")
	for range fetchBurst {
		l.take(six, now)
		six = six.Next() // of the same network
	}
	if l.take(six, now) == 0 {
		t.Error("a reader with many IPv6 addresses has no limit")
	}
	crowd := netip.MustParseAddr("198.18.0.0")
	for range 3 * maxReaders {
		l.take(crowd, now)
		crowd = crowd.Next()
	}
	if len(l.buckets) > maxReaders {
		t.Errorf("%d buckets are kept", len(l.buckets))
	}
	if l.take(crowd, now) == 0 {
		t.Error("a crowd has no limit")
	}
	if l.take(crowd, now.Add(time.Hour)) != 0 {
		t.Error("after an hour, the crowd's buckets aren't forgotten")
	}
}

func TestIsPublic(t *testing.T) {
	for s, want := range map[string]bool{
		"8.8.8.8": true, "93.184.216.34": true, "2606:4700::1111": true, "2a00:1450::1": true, "172.32.0.1": true, "198.20.0.1": true,
		"0.1.2.3": false, "10.0.0.1": false, "100.100.100.200": false, "127.255.0.1": false, "168.63.129.16": false, "169.254.1.1": false, "172.31.0.1": false,
		"192.0.0.8": false, "192.0.2.1": false, "192.88.99.1": false, "192.168.1.1": false, "198.19.0.1": false, "198.51.100.1": false, "203.0.113.1": false,
		"224.0.0.1": false, "239.1.1.1": false, "240.0.0.1": false, "255.255.255.255": false,
		"::": false, "::1": false, "::ffff:10.0.0.1": false, "::ffff:8.8.8.8": true, "::8.8.8.8": false, "64:ff9b::808:808": false, "64:ff9b:1::1": false,
		"100::1": false, "2001::1": false, "2001:2::1": false, "2001:db8::1": false, "2002:808:808::1": false, "3fff::1": false, "fc00::1": false, "fd00:ec2::254": false,
		"fe80::1": false, "fec0::1": false, "ff02::1": false, "2a00::5efe:a00:1": false, "2a00::200:5efe:a00:1": false,
	} {
		if got := isPublic(netip.MustParseAddr(s)); got != want {
			t.Errorf("isPublic(%s) = %t", s, got)
		}
	}
	for port, want := range map[uint16]bool{80: true, 443: true, 22: false, 8080: false, 0: false} {
		if err := publicAddress(netip.AddrPortFrom(netip.MustParseAddr("8.8.8.8"), port)); (err == nil) != want {
			t.Errorf("port %d: %v", port, err)
		}
	}
}

func FuzzParseLink(f *testing.F) {
	for _, s := range []string{"https://example.com/a", "http://[::1]/", "http://0x7f.1", "http://a@b", "http://127.0.0.1.", "http://[::ffff:1.2.3.4]:80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := parseLink(s)
		if err != nil {
			return
		}
		host := u.Hostname()
		if u.Scheme != "http" && u.Scheme != "https" || host == "" || u.User != nil {
			t.Errorf("%q is let through", s)
		}
		if a, err := netip.ParseAddr(host); err == nil && a.Is4In6() {
			t.Errorf("%q is let through", s)
		}
	})
}
