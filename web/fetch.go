package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"samewire/app/extract"
	"samewire/app/story"
)

// fetchPath is where readers' pages ask for the article at a link.
const fetchPath = "/fetch"

// Bounds of fetching a link.
const (
	fetchTimeout   = 10 * time.Second // for all of it, redirects included
	fetchBytes     = 4_000_000        // of a page, after decompression
	fetchRedirects = 3
	fetchAtOnce    = 4     // links that are fetched at the same time
	maxLink        = 2_000 // bytes of a link
)

// userAgent tells sites who asks.
const userAgent = "Samewire (fetches one article when a reader asks for it)"

// fetcher fetches the article at a link for a reader whose browser isn't let to
// by the other site. It is a server that fetches what strangers name, so it
// looks at every connection before it is made: see [publicAddress].
//
// It answers POST with the form value "url" by an [extract.Answer], and callers
// of the same origin only. Links are not logged: what readers read is theirs.
type fetcher struct {
	client  *http.Client
	timeout time.Duration
	limit   *limiter
	slots   chan struct{}
	log     *slog.Logger
	// reader tells who asks, for the limit. Behind a proxy that is trusted,
	// forwarded has put the client's address where this one looks.
	reader func(*http.Request) netip.Addr
}

// newFetcher returns a fetcher that connects to what allowed lets through. The
// resolver may be nil, for the system's.
func newFetcher(allowed func(netip.AddrPort) error, resolver *net.Resolver, log *slog.Logger) *fetcher {
	return &fetcher{
		client:  newFetchClient(allowed, resolver),
		timeout: fetchTimeout,
		limit:   newLimiter(),
		slots:   make(chan struct{}, fetchAtOnce),
		log:     log,
		reader:  remote,
	}
}

// refusal is an answer that isn't an article.
type refusal struct {
	status int
	reason string // a sentence for the reader
}

func (r *refusal) Error() string { return r.reason }

func refuse(status int, format string, args ...any) *refusal {
	return &refusal{status, fmt.Sprintf(format, args...)}
}

// pasting is what is left when a link can't be fetched.
const pasting = " Open the page yourself, copy the article and paste it."

func (f *fetcher) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	article, err := f.answer(w, r)
	answer, status := extract.Answered([]story.Article{article}), http.StatusOK
	if err != nil {
		status = http.StatusBadGateway
		var known *refusal
		if errors.As(err, &known) {
			status = known.status
		}
		answer = extract.Answer{Error: err.Error() + pasting}
	}
	sendAnswer(w, status, answer)
}

func sendAnswer(w http.ResponseWriter, status int, answer extract.Answer) {
	body := answer.JSON()
	h := w.Header()
	h.Set("Content-Type", contentTypes[".json"])
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	// An error here means that the client has gone.
	_, _ = w.Write(body)
}

// fetchOff answers where links aren't fetched.
func fetchOff(w http.ResponseWriter, _ *http.Request) {
	sendAnswer(w, http.StatusNotFound, extract.Answer{Error: "This server doesn’t fetch links." + pasting})
}

// answer returns the article that a request asks for.
func (f *fetcher) answer(w http.ResponseWriter, r *http.Request) (story.Article, error) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		return story.Article{}, refuse(http.StatusMethodNotAllowed, "Links are fetched by POST only.")
	}
	if !isSameOrigin(r) {
		return story.Article{}, refuse(http.StatusForbidden, "Only Samewire’s own pages may ask for links here.")
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxLink*3+100) // a link's characters may be escaped
	link, err := parseLink(r.PostFormValue("url"))
	if err != nil {
		return story.Article{}, err
	}
	if wait := f.limit.take(f.reader(r), time.Now()); wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(wait/time.Second)+1))
		return story.Article{}, refuse(http.StatusTooManyRequests, "You have asked for many links in a short time. Wait %d seconds, or go on by hand.", int(wait/time.Second)+1)
	}
	ctx, cancel := context.WithTimeout(r.Context(), f.timeout)
	defer cancel()
	select {
	case f.slots <- struct{}{}:
		defer func() { <-f.slots }()
	case <-ctx.Done():
		return story.Article{}, refuse(http.StatusServiceUnavailable, "Too many links are being fetched right now. Try again in a moment.")
	}
	return f.fetch(ctx, link)
}

// isSameOrigin tells whether a request comes from a page of ours. Browsers
// don't let a page choose these headers. A request with neither isn't a page's.
func isSameOrigin(r *http.Request) bool {
	if r.Header.Get("Sec-Fetch-Site") == "" && r.Header.Get("Origin") == "" {
		return false
	}
	site := r.Header.Get("Sec-Fetch-Site")
	return (site == "" || site == "same-origin") && http.NewCrossOriginProtection().Check(r) == nil
}

// fetch gets a page and reads its article.
func (f *fetcher) fetch(ctx context.Context, link *url.URL) (_ story.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			f.log.Error("fetching a link failed", "panic", p, "stack", string(debug.Stack()))
			err = refuse(http.StatusInternalServerError, "The page of %s made the server fail, which has been noted.", link.Hostname())
		}
	}()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, link.String(), nil)
	if err != nil {
		return story.Article{}, refuse(http.StatusBadRequest, "This link can’t be fetched: it isn’t well-formed.")
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml")
	response, err := f.client.Do(request)
	if err != nil {
		return story.Article{}, explain(err, link.Hostname())
	}
	defer response.Body.Close()
	host := response.Request.URL.Hostname()
	if err := checkResponse(response, host); err != nil {
		return story.Article{}, err
	}
	data, err := readPage(response, host)
	if err != nil {
		return story.Article{}, err
	}
	_, params, _ := mime.ParseMediaType(response.Header.Get("Content-Type")) // checked above
	page := extract.Page{Name: "the page of " + host, Link: response.Request.URL.String(), Charset: params["charset"]}
	article, err := page.Article(data)
	if err != nil {
		return story.Article{}, refuse(http.StatusUnprocessableEntity, "There is no article to be found on the page of %s.", host)
	}
	article.File = ""
	return article, nil
}

// checkResponse refuses what isn't a page.
func checkResponse(r *http.Response, host string) error {
	switch {
	case r.StatusCode == http.StatusOK:
	case r.StatusCode == http.StatusNotFound || r.StatusCode == http.StatusGone:
		return refuse(http.StatusBadGateway, "%s says that there is no page at this link.", host)
	case r.StatusCode >= 500:
		return refuse(http.StatusBadGateway, "%s has trouble of its own right now (it answered %d).", host, r.StatusCode)
	default:
		return refuse(http.StatusBadGateway, "%s doesn’t let us read this page (it answered %d).", host, r.StatusCode)
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); r.Header.Get("Content-Type") != "" && (err != nil || kind != "text/html" && kind != "application/xhtml+xml") {
		return refuse(http.StatusUnprocessableEntity, "This link doesn’t lead to a web page but to something else (%.60q).", r.Header.Get("Content-Type"))
	}
	if coding := r.Header.Get("Content-Encoding"); coding != "" {
		return refuse(http.StatusBadGateway, "%s sent the page in a form that we didn’t ask for (%.40q).", host, coding)
	}
	return nil
}

// readPage reads a page of at most fetchBytes.
func readPage(r *http.Response, host string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r.Body, fetchBytes+1))
	switch {
	case err != nil:
		return nil, explain(err, host)
	case len(data) > fetchBytes:
		return nil, refuse(http.StatusUnprocessableEntity, "The page of %s is larger than %d MB, which is more than we fetch.", host, fetchBytes/1_000_000)
	}
	if kind := http.DetectContentType(data); !strings.HasPrefix(kind, "text/") {
		return nil, refuse(http.StatusUnprocessableEntity, "This link doesn’t lead to a web page but to something else (%q).", kind)
	}
	return data, nil
}

// explain makes a sentence of the error of a request.
func explain(err error, host string) error {
	var known *refusal
	var lookup *net.DNSError
	var timeout net.Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return refuse(http.StatusGatewayTimeout, "%s took longer than %d seconds to send the page.", host, int(fetchTimeout/time.Second))
	case errors.As(err, &lookup):
		return refuse(http.StatusBadGateway, "There is no site called %s, or it can’t be found right now.", host)
	}
	return refuse(http.StatusBadGateway, "%s could not be reached, or broke off.", host)
}
