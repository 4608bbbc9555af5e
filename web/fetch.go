package web

import (
	"context"
	"errors"
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
	"samewire/app/words"
)

// fetchPath is where readers' pages ask for the article at a link.
const fetchPath = "/fetch"

// Bounds of fetching a link.
const (
	fetchTimeout   = 10 * time.Second // for all of it, redirects included
	fetchBytes     = 4_000_000        // of a page, after decompression
	fetchRedirects = 3
	fetchAtOnce    = 4               // links that are fetched at the same time
	maxLink        = 2_000           // bytes of a link
	maxFetchForm   = maxLink*3 + 100 // bytes of the form: a link's characters may be escaped
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
	reason string // a sentence for the reader, as words.Say has it
}

func (r *refusal) Error() string { return words.English().Tell(r.reason) }

// shown returns what another site sent as a reader can be shown it.
func shown(s string) string {
	return strings.ToValidUTF8(line(s[:min(len(s), 60)]), "")
}

// refuse makes a refusal of a message.
func refuse(status int, key string, with ...string) *refusal {
	return &refusal{status, words.Say(key, with...)}
}

func (f *fetcher) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	article, err := f.answer(w, r)
	if err != nil {
		status := http.StatusBadGateway
		var known *refusal
		if errors.As(err, &known) {
			status = known.status
		}
		sendRefusal(w, r, &refusal{status, words.Why(err)})
		return
	}
	sendAnswer(w, http.StatusOK, extract.Answered([]story.Article{article}))
}

// Said returns what the refusal says, for [words.Why].
func (r *refusal) Said() string { return r.reason }

// sendRefusal says why there is no article, in the language of the form value
// "lang", and what is left to do.
func sendRefusal(w http.ResponseWriter, r *http.Request, why *refusal) {
	in := words.In(r.PostFormValue("lang"))
	sendAnswer(w, why.status, extract.Answer{Error: in.Tell(why.reason + " " + words.Say("fetch.paste"))})
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
func fetchOff(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxFetchForm)
	sendRefusal(w, r, refuse(http.StatusNotFound, "fetch.off"))
}

// answer returns the article that a request asks for.
func (f *fetcher) answer(w http.ResponseWriter, r *http.Request) (story.Article, error) {
	r.Body = http.MaxBytesReader(w, r.Body, maxFetchForm)
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		return story.Article{}, refuse(http.StatusMethodNotAllowed, "fetch.post")
	}
	if !isSameOrigin(r) {
		return story.Article{}, refuse(http.StatusForbidden, "fetch.origin")
	}
	link, err := parseLink(r.PostFormValue("url"))
	if err != nil {
		return story.Article{}, err
	}
	if wait := f.limit.take(f.reader(r), time.Now()); wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(wait/time.Second)+1))
		return story.Article{}, refuse(http.StatusTooManyRequests, "fetch.often", "n", words.Number(int(wait/time.Second)+1))
	}
	ctx, cancel := context.WithTimeout(r.Context(), f.timeout)
	defer cancel()
	select {
	case f.slots <- struct{}{}:
		defer func() { <-f.slots }()
	case <-ctx.Done():
		return story.Article{}, refuse(http.StatusServiceUnavailable, "fetch.busy")
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
			err = refuse(http.StatusInternalServerError, "fetch.fault", "host", link.Hostname())
		}
	}()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, link.String(), nil)
	if err != nil {
		return story.Article{}, refuse(http.StatusBadRequest, "fetch.malformed")
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
	page := extract.Page{Name: host, Link: response.Request.URL.String(), Charset: params["charset"]}
	article, err := page.Article(data)
	if err != nil {
		return story.Article{}, refuse(http.StatusUnprocessableEntity, "fetch.no-article", "host", host)
	}
	article.File = ""
	return article, nil
}

// checkResponse refuses what isn't a page.
func checkResponse(r *http.Response, host string) error {
	switch {
	case r.StatusCode == http.StatusOK:
	case r.StatusCode == http.StatusNotFound || r.StatusCode == http.StatusGone:
		return refuse(http.StatusBadGateway, "fetch.no-page", "host", host)
	case r.StatusCode >= 500:
		return refuse(http.StatusBadGateway, "fetch.trouble", "host", host, "status", strconv.Itoa(r.StatusCode))
	default:
		return refuse(http.StatusBadGateway, "fetch.denied", "host", host, "status", strconv.Itoa(r.StatusCode))
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); r.Header.Get("Content-Type") != "" && (err != nil || kind != "text/html" && kind != "application/xhtml+xml") {
		return refuse(http.StatusUnprocessableEntity, "fetch.no-web-page", "kind", shown(r.Header.Get("Content-Type")))
	}
	if coding := r.Header.Get("Content-Encoding"); coding != "" {
		return refuse(http.StatusBadGateway, "fetch.coding", "host", host, "coding", shown(coding))
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
		return nil, refuse(http.StatusUnprocessableEntity, "fetch.too-large", "host", host, "n", words.Number(fetchBytes/1_000_000))
	}
	if kind := http.DetectContentType(data); !strings.HasPrefix(kind, "text/") {
		return nil, refuse(http.StatusUnprocessableEntity, "fetch.no-web-page", "kind", kind)
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
		return refuse(http.StatusGatewayTimeout, "fetch.slow", "host", host, "n", words.Number(int(fetchTimeout/time.Second)))
	case errors.As(err, &lookup):
		return refuse(http.StatusBadGateway, "fetch.no-site", "host", host)
	}
	return refuse(http.StatusBadGateway, "fetch.unreached", "host", host)
}
