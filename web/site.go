package web

import (
	"io/fs"
	"log"
	"net/http"
	"net/url"
	"path"
	"runtime/debug"
	"strings"

	"samewire/app/story"
	"samewire/app/ui"
)

// site answers every request.
type site struct {
	assets  *assets
	library *library
	log     *log.Logger
}

// New returns the handler of the whole site: the pages of stories, and app,
// the compiled app as [App] finds it. Failures are reported to log.
func New(stories []*story.Story, app fs.FS, log *log.Logger) (http.Handler, error) {
	return newSite(stories, sub("static"), app, log)
}

func newSite(stories []*story.Story, static, app fs.FS, log *log.Logger) (http.Handler, error) {
	more := [][]byte{[]byte(shell)}
	for _, s := range stories {
		more = append(more, s.JSON())
	}
	files, err := newAssets(static, app, more...)
	if err != nil {
		return nil, err
	}
	s := &site{files, newLibrary(stories, log), log}
	list, err := newAsset("/stories.json", story.ListJSON(s.library.list))
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle(list.path, list)
	for address, a := range files.byPath {
		mux.Handle(address, a)
	}
	mux.HandleFunc("/stories/{file}", s.serveStory)
	mux.HandleFunc("/", s.servePage)
	return secured(s.recovered(readOnly(mux))), nil
}

// serveStory sends a story as the app reads it.
func (s *site) serveStory(w http.ResponseWriter, r *http.Request) {
	id, isJSON := strings.CutSuffix(r.PathValue("file"), ".json")
	shelf := s.library.byID[id]
	if !isJSON || shelf == nil {
		s.servePage(w, r)
		return
	}
	file, err := shelf.file()
	if err != nil {
		panic(err) // our own address and type
	}
	file.ServeHTTP(w, r)
}

// servePage sends the view that the address names, or the one that says that
// there is none.
func (s *site) servePage(w http.ResponseWriter, r *http.Request) {
	if to, ok := slashless(r.URL); ok {
		http.Redirect(w, r, to, http.StatusPermanentRedirect)
		return
	}
	s.send(w, r, ui.Render(r.Context(), s.library, r.URL.Path, r.URL.RawQuery))
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

// send answers with a page that shows view.
func (s *site) send(w http.ResponseWriter, r *http.Request, view ui.View) {
	page := s.assets.newPage(view, origin(r))
	page.Address = r.RequestURI
	body, err := page.html()
	if err != nil {
		panic(err) // the template and its data are ours
	}
	w.Header().Set(versionHeader, s.assets.version)
	reply{
		status: view.Status, contentType: "text/html; charset=utf-8", caching: revalidate,
		hash: hash(body), compressed: true,
		coded: func(e encoding) []byte { return compressPage(body, e) },
	}.send(w, r)
}

// recovered answers with a page that says so when h panics, and logs where.
// Answers are made whole before they are sent, so none has begun by then.
func (s *site) recovered(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch p := recover(); p {
			case nil:
			case http.ErrAbortHandler:
				panic(p) // net/http's way to drop a connection
			default:
				s.log.Printf("%s %s: %v\n%s", r.Method, r.URL.Path, p, debug.Stack())
				s.apologise(w, r)
			}
		}()
		h.ServeHTTP(w, r)
	})
}

// apologise answers with the view for failures, or, should that be what fails,
// with plain text.
func (s *site) apologise(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil {
			http.Error(w, "Samewire: "+errFault.Error()+".", http.StatusInternalServerError)
		}
	}()
	s.send(w, r, ui.Render(r.Context(), failing{errFault}, "/", ""))
}
