package web

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"samewire/app/ui"
	"samewire/app/words"
)

// ExportOptions say what [Export] writes, and where.
type ExportOptions struct {
	Dir     string // the directory to write to
	URL     string // the address that the files will have, such as "https://news.example/samewire"
	Stories string // a directory with stories beside the built-in ones, or ""
	// Excerpts publishes no article whole, only what the articles of a story share.
	Excerpts bool
	// Language is the code of the language that the pages are in until the app
	// runs, "" for English.
	Language string
	Log      io.Writer // where notices and failures go
}

// Exported counts what [Export] did.
type Exported struct {
	Stories, Pages, Files int            // that there are now; pages are files too
	Written, Removed      int            // of the files
	Bytes                 int64          // of all files
	Left                  map[string]int // by story, the pages left to the app because they are too many
}

// String tells it in lines for people.
func (e Exported) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d stories, %d pages, %d files of %.1f MB: %d written, %d removed, the rest as they were.", e.Stories, e.Pages, e.Files, float64(e.Bytes)/1e6, e.Written, e.Removed)
	for _, id := range slices.Sorted(maps.Keys(e.Left)) {
		fmt.Fprintf(&b, "\nStory %s: %d comparisons have no page of their own, because a story has at most %d; the app shows them.", id, e.Left[id], MaxPages)
	}
	return b.String()
}

// MaxPages is how many pages of a story are exported. What is left out,
// comparisons of two articles first of all, the app shows all the same.
const MaxPages = 1500

// Export writes the whole site as plain files, for a host that runs no program:
// a directory for each page, with index.html in it. The files of the app have
// their hashes in their names. What there is already is left alone if it has the
// right bytes; what an export before left behind is removed, but for the files
// of the app that pages of its may still ask for. Each file gets its name when it
// is complete, and pages come after what they load, so that an export that is
// broken off leaves a site that works.
func Export(ctx context.Context, o ExportOptions) (Exported, error) {
	home, err := url.Parse(strings.TrimRight(o.URL, "/"))
	if err != nil || home.Scheme != "http" && home.Scheme != "https" || home.Host == "" || home.RawQuery+home.Fragment != "" || home.User != nil {
		return Exported{}, fmt.Errorf("-base %q: name the whole address that the files will have, such as https://news.example/samewire", o.URL)
	}
	if _, known := words.ByCode(o.Language); o.Language != "" && !known {
		return Exported{}, fmt.Errorf("-lang %q: there are %s", o.Language, strings.Join(languageCodes(), ", "))
	}
	log := slog.New(slog.NewTextHandler(o.Log, nil))
	options := Options{Base: home.Path, Stories: o.Stories, Excerpts: o.Excerpts, plain: true}
	builtIn, more, _, err := options.stories(log)
	if err != nil {
		return Exported{}, err
	}
	app, err := App(ctx, o.Log)
	if err != nil {
		return Exported{}, err
	}
	site, err := newLive(slices.Concat(builtIn, more), app, options, log)
	if err != nil {
		return Exported{}, err
	}
	dir, err := openExportDir(o.Dir)
	if err != nil {
		return Exported{}, err
	}
	e := &exporter{ctx: ctx, exportDir: dir, live: site, site: site.now.Load(), home: home, language: o.Language}
	e.done.Left = map[string]int{}
	if err := e.all(); err != nil {
		return Exported{}, err
	}
	return e.done, nil
}

// exporter asks the site for all it has and writes that down.
type exporter struct {
	ctx context.Context
	*exportDir
	live *live
	site *site
	home *url.URL
	maps []string // the addresses for search engines
	// language is that of [ExportOptions].
	language string
}

// languageCodes lists the languages of the interface by their codes.
func languageCodes() (codes []string) {
	for _, l := range words.Languages {
		codes = append(codes, l.Code)
	}
	return codes
}

// all writes everything, each file after those that it needs.
func (e *exporter) all() error {
	stories := slices.Sorted(maps.Keys(e.site.library.byID))
	e.done.Stories = len(stories)
	if err := e.assets(); err != nil {
		return err
	}
	if err := e.answer(listFile, listFile[1:]); err != nil {
		return err
	}
	for _, id := range stories {
		if err := e.story(id); err != nil {
			return fmt.Errorf("story %s: %w", id, err)
		}
	}
	for _, a := range ui.Site() {
		if err := e.page(a); err != nil {
			return err
		}
	}
	body, status := e.ask("/404")
	if status != http.StatusNotFound {
		return errors.New("the page for what isn't there is missing")
	}
	for _, f := range []struct {
		name string
		body []byte
	}{{"404.html", body}, {"sitemap.xml", e.sitemap()}, {"_headers", e.headers()}} {
		if err := e.write(f.name, f.body); err != nil {
			return err
		}
	}
	// The service worker last: it loads all the rest.
	for _, l := range words.Languages {
		if err := e.answer(manifestOf(l.Code), manifestOf(l.Code)[1:]); err != nil {
			return err
		}
	}
	if err := e.answer(workerFile, workerFile[1:]); err != nil {
		return err
	}
	return e.finish()
}

// byName are the files of the app that are looked for under one name for ever.
var byName = []string{faviconFile, robotsFile, embedFile, extractJS, workerFile}

// assets writes the files of the app, and their compressed forms for hosts that
// send those.
func (e *exporter) assets() error {
	for _, address := range slices.Sorted(maps.Keys(e.site.assets.byPath)) {
		a := e.site.assets.byPath[address]
		name, body := a.named(), a.body
		switch {
		case isManifest(address) || address == workerFile:
			continue
		case address == robotsFile:
			body = append(slices.Clone(body), "Sitemap: "+e.home.String()+"/sitemap.xml\n"...)
			fallthrough
		case slices.Contains(byName, address):
			name = address
		default:
			for coding, ext := range extensions {
				if f, ok := a.codings[coding]; ok {
					if err := e.writeHashed(name[1:]+ext, f.body); err != nil {
						return err
					}
				}
			}
			if err := e.writeHashed(name[1:], body); err != nil {
				return err
			}
			continue
		}
		if err := e.write(name[1:], body); err != nil {
			return err
		}
	}
	return nil
}

// story writes a story: as the app reads it, its pages, those for other sites,
// and what readers take away.
func (e *exporter) story(id string) error {
	a, err := e.site.library.Load(e.ctx, id)
	if err != nil {
		return err
	}
	files := []string{"stories/" + id + ".json"}
	if a.Story.Excerpts {
		files = append(files, "stories/"+id+excerptsMark+".json")
	}
	for _, name := range files {
		if err := e.answer("/"+name, name); err != nil {
			return err
		}
	}
	pages, left := ui.Pages(a, MaxPages)
	if left > 0 {
		e.done.Left[id] = left
	}
	for _, f := range ui.Files(pages) {
		if err := e.answer(f.String(), f.String()[1:]); err != nil {
			return err
		}
	}
	for _, p := range pages {
		if err := e.page(p); err != nil {
			return err
		}
		if p.Embed = true; !p.Embeddable() {
			continue
		}
		if err := e.page(p); err != nil {
			return err
		}
		p.Embed = false
		for _, format := range []string{"json", "xml"} {
			asked := oEmbedPath + "?url=" + url.QueryEscape(e.home.String()+p.Path()) + "&format=" + format
			if err := e.answer(asked, p.Path()[1:]+oEmbedPath+"."+format); err != nil {
				return err
			}
		}
	}
	return nil
}

// page writes the page of an address.
func (e *exporter) page(a ui.Address) error {
	e.done.Pages++
	body, status := e.ask(a.Path())
	if err := e.ctx.Err(); err != nil {
		return err
	}
	if status != http.StatusOK {
		return fmt.Errorf("the page %s can't be made: status %d", a.Path(), status)
	}
	if canonical := `<link rel="canonical" href="` + e.home.String() + a.Path() + `">`; !a.Embed && bytes.Contains(body, []byte(canonical)) && !bytes.Contains(body, []byte(noIndex)) {
		e.maps = append(e.maps, e.home.String()+a.Path())
	}
	return e.write(path.Join(a.Path(), "index.html")[1:], body)
}

// noIndex is what a page has in it that search engines are to leave out, as
// shell has it.
const noIndex = `<meta name="robots" content="noindex">`

// answer writes what the site answers at an address.
func (e *exporter) answer(address, name string) error {
	body, status := e.ask(address)
	if err := e.ctx.Err(); err != nil {
		return err
	}
	if status != http.StatusOK {
		return fmt.Errorf("%s can't be made: status %d", address, status)
	}
	return e.write(name, body)
}

// ask returns what the site answers at an address.
func (e *exporter) ask(address string) (body []byte, status int) {
	uri := e.home.Path + address
	u, err := url.ParseRequestURI(uri)
	if err != nil {
		return nil, http.StatusBadRequest
	}
	r := (&http.Request{Method: http.MethodGet, URL: u, RequestURI: uri, Host: e.home.Host, Header: http.Header{"Accept-Language": {e.language}}, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1}).WithContext(e.ctx)
	if e.home.Scheme == "https" {
		r.TLS = &tls.ConnectionState{}
	}
	w := &answered{header: http.Header{}, status: http.StatusOK}
	e.live.ServeHTTP(w, r)
	return w.body.Bytes(), w.status
}

// answered is an answer that is kept.
type answered struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (w *answered) Header() http.Header            { return w.header }
func (w *answered) WriteHeader(status int)         { w.status = status }
func (w *answered) Write(data []byte) (int, error) { return w.body.Write(data) }

// sitemap lists the pages for search engines, as https://www.sitemaps.org says.
func (e *exporter) sitemap() []byte {
	type entry struct {
		Address string `xml:"loc"`
	}
	list := struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		Pages   []entry  `xml:"url"`
	}{}
	for _, a := range e.maps {
		list.Pages = append(list.Pages, entry{a})
	}
	data, err := xml.MarshalIndent(list, "", " ")
	if err != nil {
		panic(err) // strings only
	}
	return slices.Concat([]byte(xml.Header), data, []byte("\n"))
}

// headers says what a host is to send with the files, in the form that Netlify
// and Cloudflare Pages read. No two rules are for one path, or some hosts would
// join their policies.
func (e *exporter) headers() []byte {
	var b strings.Builder
	base := e.home.Path
	rule := func(pattern string, h http.Header, more ...string) {
		b.WriteString(base + pattern + "\n")
		for _, name := range slices.Sorted(maps.Keys(h)) {
			b.WriteString("  " + name + ": " + h[name][0] + "\n")
		}
		for i := 0; i < len(more); i += 2 {
			b.WriteString("  " + more[i] + ": " + more[i+1] + "\n")
		}
	}
	pages := []string{"/", "/s/*"}
	for _, a := range ui.Site()[1:] {
		pages = append(pages, a.Path()+"/*")
	}
	for _, p := range pages {
		rule(p, security)
	}
	embed := maps.Clone(security)
	frameable(embed, e.home.Scheme+"://"+e.home.Host, e.site.assets.ancestors)
	rule("/embed/*", embed)
	open := http.Header{}
	shared(open)
	for _, address := range slices.Sorted(maps.Keys(e.site.assets.byPath)) {
		if !slices.Contains(byName, address) {
			rule(e.site.assets.byPath[address].named(), open, "Cache-Control", forever[0])
		}
	}
	for _, address := range byName {
		rule(address, open)
	}
	return []byte(b.String())
}
