package web

import (
	"io/fs"
	"log/slog"
	"net/http"
	"sync/atomic"

	"samewire/app/story"
)

// live is the whole server's handler: a site, which another takes the place of
// when stories change, and what stays through that. A request sees one site
// from its begin to its end.
type live struct {
	now       atomic.Pointer[site]
	handler   http.Handler
	uncounted http.Handler // the same without metrics and proxies
	fetch     http.Handler
	metrics   *metrics
	log       *slog.Logger

	excerpts bool // no story is published whole
}

// New returns the handler of the whole site: the pages of stories, and app,
// the compiled app as [App] finds it. With fetch, it fetches articles by link
// for its readers. Failures are reported to log.
func New(stories []*story.Story, app fs.FS, fetch bool, log *slog.Logger) (http.Handler, error) {
	return newLive(stories, app, Options{Fetch: fetch}, log)
}

func newLive(stories []*story.Story, app fs.FS, o Options, log *slog.Logger) (*live, error) {
	l := &live{log: log, excerpts: o.Excerpts}
	l.metrics = newMetrics(func() *site { return l.now.Load() })
	base, err := basePath(o.Base)
	if err != nil {
		return nil, err
	}
	files, err := newAssets(base, o.plain, sub("static"), app)
	if err != nil {
		return nil, err
	}
	files.fetch = o.Fetch
	if files.ancestors, err = ancestors(o.Ancestors); err != nil {
		return nil, err
	}
	if err := l.take(stories, files, nil); err != nil {
		return nil, err
	}
	l.fetch = http.HandlerFunc(fetchOff)
	if o.Fetch {
		l.fetch = newFetcher(publicAddress, nil, log)
	}
	var requests *slog.Logger
	if o.LogRequests {
		requests = log
	}
	l.uncounted = secured(below(base, http.HandlerFunc(l.route)))
	l.handler = forwarded(o.TrustProxy, l.metrics.measured(l.uncounted, requests))
	return l, nil
}

// route sends a request to what answers it. Should that panic, the answer is a
// page that says so, and the log says where.
func (l *live) route(w http.ResponseWriter, r *http.Request) {
	now := l.now.Load()
	defer now.rescue(w, r)
	switch r.URL.Path {
	case healthPath:
		r.Pattern = healthPath
		serveHealth(w, r)
	case sharePath:
		// The service worker takes what is shared. Where it isn't there, what came
		// is nobody's but the reader's, so it isn't read.
		r.Pattern = sharePath
		w.Header().Set("Connection", "close")
		http.Redirect(w, r, now.assets.base+"/new?shared", http.StatusSeeOther)
	case fetchPath:
		r.Pattern = fetchPath
		r.Body = http.MaxBytesReader(w, r.Body, bodyBytes)
		l.fetch.ServeHTTP(w, r)
	default:
		if isRead(w, r) {
			now.ServeHTTP(w, r)
		}
	}
}

func (l *live) ServeHTTP(w http.ResponseWriter, r *http.Request) { l.handler.ServeHTTP(w, r) }

// replace puts a site with other stories in the place of the one there is. If
// it can't be made, all stays as it is.
func (l *live) replace(stories []*story.Story) error {
	was, result := l.now.Load(), "done"
	err := l.take(stories, was.assets, was.library)
	if err != nil {
		result = "failed"
	}
	l.metrics.reloads.WithLabelValues(result).Inc()
	return err
}

func (l *live) take(stories []*story.Story, files *assets, was *library) error {
	if l.excerpts {
		stories = asExcerpts(stories)
	}
	s, err := newSite(newLibrary(stories, was, l.log), files, l.metrics, l.log)
	if err == nil {
		l.now.Store(s)
	}
	return err
}

// healthPath is where a load balancer asks whether the server is there. It
// answers once all is loaded, and no longer when it is told to stop.
const healthPath = "/healthz"

// sharePath is where the installed app has other apps share to.
const sharePath = "/share"

func serveHealth(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", contentTypes[".txt"])
	w.Header().Set("Cache-Control", "no-store")
	// An error here means that the client has gone.
	_, _ = w.Write([]byte("ok\n"))
}
