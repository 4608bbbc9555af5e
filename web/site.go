package web

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"path"
	"runtime"
	"runtime/debug"
	"samewire/app/words"
	"strings"

	"samewire/app/story"
	"samewire/app/ui"
)

// site is what is served at a time: stories, their pages, and the files of the
// app.
type site struct {
	assets  *assets
	library *library
	log     *slog.Logger
	painter *painter
	pages   *cache
	version []string // of the files, as the value of a header
	routes  http.Handler
}

// Where stories are, as the app reads them.
const (
	listFile   = "/stories.json"
	storyRoute = "/stories/{file}"
)

// newSite returns the site of a library.
func newSite(l *library, files *assets, m *metrics, log *slog.Logger) (*site, error) {
	painter, err := newPainter()
	if err != nil {
		return nil, err
	}
	list, err := newAsset(listFile, story.ListJSON(l.list))
	if err != nil {
		return nil, err
	}
	s := &site{
		assets: files, library: l, log: log, painter: painter,
		pages: newCache(cacheBytes, 2*runtime.GOMAXPROCS(0), m.lookedUp), version: []string{files.version},
	}
	mux := http.NewServeMux()
	mux.Handle(list.path, list)
	mux.HandleFunc(storyRoute, s.serveStory)
	mux.HandleFunc(oEmbedPath, s.serveOEmbed)
	mux.HandleFunc("/", s.servePage)
	s.routes = mux
	return s, nil
}

// ServeHTTP answers what most ask for without ado: files, and pages that are
// kept under the very address that is asked for.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if a := s.assets.byPath[r.URL.Path]; a != nil {
		r.Pattern = a.path
		a.ServeHTTP(w, r)
		return
	}
	if doc := s.page(s.home(r), r.RequestURI); doc != nil && (spoken(r) == words.Languages[0].Code || strings.Contains(r.URL.RawQuery, "lang=")) {
		r.Pattern = "/"
		s.sendPage(w, r, doc)
		return
	}
	s.routes.ServeHTTP(w, r)
}

// page returns the page that is kept under an address, as those say it who know
// the site by a home, or nil.
func (s *site) page(home, address string) *document {
	if doc := s.pages.have(pageKey{origin: home, address: address}); doc != nil && doc.uri == address {
		return doc
	}
	return nil
}

// kept is what [front] finds under an address.
type kept struct {
	doc     *document // nil for nothing
	route   string    // as metrics call it
	lasting bool      // it is never another one under this address
}

// kept returns the file or the page that a target of a request names, without
// escapes.
func (s *site) kept(home, target string) kept {
	path, query, _ := strings.Cut(target, "?")
	switch a := s.assets.byPath[path]; {
	case a == nil:
		return kept{s.page(home, target), pageRoute, false}
	case query == "", query == a.query:
		return kept{a.document, assetRoute, query != ""}
	}
	return kept{}
}

// serveStory sends a story as the app reads it: its articles, or the excerpts of
// them, and beside these what was found in the whole.
func (s *site) serveStory(w http.ResponseWriter, r *http.Request) {
	name, isJSON := strings.CutSuffix(r.PathValue("file"), ".json")
	id, excerpts := strings.CutSuffix(name, excerptsMark)
	shelf := s.library.byID[id]
	if !isJSON || shelf == nil || excerpts && !shelf.story.Excerpts {
		s.servePage(w, r)
		return
	}
	if shelf.story.Excerpts {
		if _, err := s.library.Load(r.Context(), id); err != nil {
			if r.Context().Err() == nil {
				s.apologise(w, r)
			}
			return
		}
	}
	file, err := shelf.file(excerpts)
	if err != nil {
		panic(err) // our own address and type
	}
	file.ServeHTTP(w, r)
}

// excerptsMark is in the name of the file that has the excerpts of a story and
// what was found in it.
const excerptsMark = ".excerpts"

// servePage sends the view that the address names, or the one that says that
// there is none.
func (s *site) servePage(w http.ResponseWriter, r *http.Request) {
	if to, ok := slashless(r.URL); ok {
		http.Redirect(w, r, s.assets.base+to, http.StatusPermanentRedirect)
		return
	}
	if f, ok := ui.ParseFile(r.URL.Path, r.URL.RawQuery); ok {
		s.serveTakeaway(w, r, f)
		return
	}
	a, ok := ui.ParseAddress(r.URL.Path, r.URL.RawQuery)
	if !ok {
		s.send(w, r, s.view(r))
		return
	}
	s.serveKept(w, r, a)
}

// view returns what is to be seen at a request's address.
func (s *site) view(r *http.Request) ui.View {
	return ui.Render(r.Context(), located{s.library, s.home(r), spoken(r)}, r.URL.Path, r.URL.RawQuery)
}

// home returns the address of the site as the client sees it, without the slash
// at its end, or "" where that isn't known.
func (s *site) home(r *http.Request) string {
	if o := origin(r); o != "" {
		return o + s.assets.base
	}
	return ""
}

// serveKept sends the page of an address, made once for all who ask for it.
func (s *site) serveKept(w http.ResponseWriter, r *http.Request, a ui.Address) {
	s.await(r.Context(), a)
	key := pageKey{origin: s.home(r), address: a.String()}
	if lang := spoken(r); lang != words.Languages[0].Code && a.Look.Language() == "" {
		key.language = lang
	}
	// Others get this page too, so it doesn't end with this request.
	shared := r.WithContext(context.WithoutCancel(r.Context()))
	doc := s.pages.get(r.Context(), key, func() *document {
		return s.document(shared, s.view(shared), key.address)
	})
	if doc == nil {
		if r.Context().Err() == nil {
			s.apologise(w, r)
		}
		return // else nobody waits for it any more
	}
	s.sendPage(w, r, doc)
}

// spoken returns the language that a client asks for.
func spoken(r *http.Request) string {
	return words.Preferred(strings.Join(r.Header["Accept-Language"], ","))
}

// await waits for the analysis that a view needs, so that one which takes long
// keeps no page from being made meanwhile. Its error shows in the view.
func (s *site) await(ctx context.Context, a ui.Address) {
	if a.Story != "" {
		_, _ = s.library.Load(ctx, a.Story)
	}
}

// slashless returns the address without a slash at its end, if there is one
// and a view without it.
func slashless(u *url.URL) (string, bool) {
	if u.Path == "/" || !strings.HasSuffix(u.Path, "/") {
		return "", false
	}
	bare := path.Clean(u.Path)
	if _, ok := ui.ParseAddress(bare, u.RawQuery); !ok {
		return "", false
	}
	return (&url.URL{Path: bare, RawQuery: u.RawQuery}).String(), true
}

// versionHeader tells the service worker which version of the app a page
// belongs to.
const versionHeader = "Samewire-Version"

// send answers with a page that shows view, and isn't kept.
func (s *site) send(w http.ResponseWriter, r *http.Request, view ui.View) {
	s.sendPage(w, r, s.document(r, view, r.RequestURI))
}

// document makes the page that shows view at an address.
func (s *site) document(r *http.Request, view ui.View, address string) *document {
	page := s.assets.newPage(view, s.home(r))
	page.Address = address
	page.Waits = view.Embed
	body, err := page.html()
	if err != nil {
		panic(err) // the template and its data are ours
	}
	doc := newDocument(view.Status, pageType, body)
	doc.uri, doc.embed, doc.spoken = address, view.Embed, true
	return doc
}

// sendPage answers with a page.
func (s *site) sendPage(w http.ResponseWriter, r *http.Request, doc *document) {
	if doc.embed {
		frameable(w.Header(), origin(r), s.assets.ancestors)
	}
	w.Header()[versionHeader] = s.version
	doc.at(r.RequestURI).send(w, r, revalidate)
}

// rescue, deferred, answers with a page that says so when there was a panic,
// and logs where. Answers are made whole before they are sent, so none has begun
// by then.
func (s *site) rescue(w http.ResponseWriter, r *http.Request) {
	switch p := recover(); p {
	case nil:
	case http.ErrAbortHandler:
		panic(p) // net/http's way to drop a connection
	default:
		s.log.Error("request failed", "method", r.Method, "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
		s.apologise(w, r)
	}
}

// apologise answers with the view for failures, or, should that be what fails,
// with plain text.
func (s *site) apologise(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil {
			http.Error(w, "Samewire: "+errFault.Error()+".", http.StatusInternalServerError)
		}
	}()
	s.send(w, r, ui.Render(r.Context(), ui.Failing{Err: errFault}, "/", ""))
}
