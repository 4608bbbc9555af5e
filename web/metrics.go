package web

import (
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metricsPath is where the numbers are, on the address of -metrics alone: how
// many read what is the operator's matter.
const metricsPath = "/metrics"

// metrics are the server's numbers about itself, for Prometheus.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec   // by route and status
	seconds  *prometheus.HistogramVec // by route
	sent     prometheus.Counter
	running  prometheus.Gauge
	kept     prometheus.Counter // pages that were there
	made     prometheus.Counter // pages that had to be made
	reloads  *prometheus.CounterVec
	front    map[string]tally // of what front answers, by route
}

// Routes of what is kept.
const (
	pageRoute  = "page"
	assetRoute = "asset"
)

// tally counts answers that are all of one route and status.
type tally struct {
	requests, sent prometheus.Counter
	seconds        prometheus.Observer
}

func (t tally) count(bytes int, took time.Duration) {
	t.requests.Inc()
	t.sent.Add(float64(bytes))
	t.seconds.Observe(took.Seconds())
}

// newMetrics returns metrics of the site that now returns.
func newMetrics(now func() *site) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "samewire_http_requests_total", Help: "Requests answered.",
		}, []string{"route", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "samewire_http_request_duration_seconds", Help: "Time until an answer was handed to the system.",
			Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, 1, 5, 30, 120},
		}, []string{"route"}),
		sent:    counter("samewire_http_response_bytes_total", "Bytes of bodies sent."),
		running: prometheus.NewGauge(prometheus.GaugeOpts{Name: "samewire_http_requests_in_flight", Help: "Requests being answered."}),
		kept:    counter("samewire_page_cache_hits_total", "Pages and files answered from memory."),
		made:    counter("samewire_page_cache_misses_total", "Pages and files that had to be made."),
		reloads: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "samewire_story_reloads_total", Help: "Times that changed stories were read.",
		}, []string{"result"}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.sent, m.running, m.kept, m.made, m.reloads,
		gauge("samewire_page_cache_bytes", "Memory that kept pages take.", func() float64 { return float64(now().pages.bytes()) }),
		gauge("samewire_stories", "Stories being served.", func() float64 { return float64(len(now().library.list)) }),
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.front = map[string]tally{}
	for _, route := range [...]string{pageRoute, assetRoute} {
		m.front[route] = tally{m.requests.WithLabelValues(route, "200"), m.sent, m.seconds.WithLabelValues(route)}
	}
	return m
}

func counter(name, help string) prometheus.Counter {
	return prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
}

func gauge(name, help string, value func() float64) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value)
}

// handler returns what is served at the address of -metrics.
func (m *metrics) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle(metricsPath, promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}))
	mux.HandleFunc(healthPath, serveHealth)
	return mux
}

// lookedUp counts a page that was asked for.
func (m *metrics) lookedUp(hit bool) {
	if hit {
		m.kept.Inc()
	} else {
		m.made.Inc()
	}
}

// measured counts and times what h answers, and logs it if log isn't nil: never
// who asked, nor the query, which may hold what somebody looked for.
func (m *metrics) measured(h http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.running.Inc()
		start, seen := time.Now(), &witness{ResponseWriter: w}
		defer func() {
			took, route := time.Since(start), routeOf(r)
			m.running.Dec()
			m.requests.WithLabelValues(route, strconv.Itoa(seen.code())).Inc()
			m.seconds.WithLabelValues(route).Observe(took.Seconds())
			m.sent.Add(float64(seen.bytes))
			if log != nil {
				log.Info("request", "method", r.Method, "path", r.URL.Path, "status", seen.code(), "bytes", seen.bytes, "seconds", took.Seconds())
			}
		}()
		h.ServeHTTP(seen, r)
	})
}

// witness sees the status and the length of an answer.
type witness struct {
	http.ResponseWriter
	status, bytes int
}

func (w *witness) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *witness) Write(data []byte) (int, error) {
	n, err := w.ResponseWriter.Write(data)
	w.bytes += n
	return n, err
}

// Unwrap lets net/http reach what it has wrapped.
func (w *witness) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// code returns the status: without a WriteHeader it is 200.
func (w *witness) code() int {
	if w.status == 0 {
		return http.StatusOK
	}
	return w.status
}

// routeOf returns the kind of what was asked for, once a mux has answered it.
// There must be few, so that nobody can fill the memory with them.
func routeOf(r *http.Request) string {
	switch r.Pattern {
	case "/":
		return pageRoute
	case storyRoute, listFile:
		return "story"
	case oEmbedPath, fetchPath, healthPath, sharePath:
		return r.Pattern[1:]
	case "":
		return "refused"
	}
	return assetRoute
}
