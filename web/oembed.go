package web

import (
	"encoding/json"
	"encoding/xml"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"samewire/app/ui"
)

// oEmbed tells another site how to show an address of ours that was pasted into
// it, as https://oembed.com says.

// oEmbedPath is where it does.
const oEmbedPath = "/oembed"

// embedding is an answer of oEmbed. The names of its fields are the same in
// JSON and XML.
type embedding struct {
	XMLName         xml.Name `json:"-" xml:"oembed"`
	Type            string   `json:"type" xml:"type"`
	Version         string   `json:"version" xml:"version"`
	Title           string   `json:"title" xml:"title"`
	ProviderName    string   `json:"provider_name" xml:"provider_name"`
	ProviderURL     string   `json:"provider_url" xml:"provider_url"`
	CacheAge        int      `json:"cache_age" xml:"cache_age"` // seconds
	HTML            string   `json:"html" xml:"html"`
	Width           int      `json:"width" xml:"width"`   // px
	Height          int      `json:"height" xml:"height"` // px
	ThumbnailURL    string   `json:"thumbnail_url,omitempty" xml:"thumbnail_url,omitempty"`
	ThumbnailWidth  int      `json:"thumbnail_width,omitempty" xml:"thumbnail_width,omitempty"`
	ThumbnailHeight int      `json:"thumbnail_height,omitempty" xml:"thumbnail_height,omitempty"`
}

// The size of a frame unless less is asked for, and of a story's picture, in
// pixels.
const (
	frameWidth  = 680
	frameHeight = 560
	cardWidth   = 1200
	cardHeight  = 630
)

// serveOEmbed answers with the frame for an address of ours: 404 for another
// address, 501 for a format that isn't ours, 400 where what was asked can't be
// read.
func (s *site) serveOEmbed(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	format := q.Get("format")
	if format == "" {
		format = "json"
	}
	if format != "json" && format != "xml" {
		http.Error(w, "Samewire answers in the formats json and xml.", http.StatusNotImplemented)
		return
	}
	width, err := sizeOf(q, "maxwidth", frameWidth)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	height, err := sizeOf(q, "maxheight", frameHeight)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	address, ok := s.embeddable(s.home(r), q.Get("url"))
	if !ok {
		http.Error(w, "There is no story at this address, as far as this server knows.", http.StatusNotFound)
		return
	}
	path, query, _ := strings.Cut(address.String(), "?")
	view := ui.Render(r.Context(), located{s.library, s.home(r), spoken(r)}, path, query)
	if view.Status != http.StatusOK {
		http.Error(w, "There is no such view of this story.", http.StatusNotFound)
		return
	}
	s.sendEmbedding(w, r, format, embedOf(s.home(r), address, view.Title, width, height, q.Has("maxwidth") || q.Has("maxheight")))
}

// discovery is a link by which other sites find an answer of oEmbed. Its type
// lacks "+oembed", which the page's template has: WordPress looks for that in the
// bytes of the page, where a plus sign that is filled in is written otherwise.
type discovery struct{ Type, Address string }

// discoveries returns the links to the answers for a page.
func (s *assets) discoveries(home, page string) []discovery {
	to := home + oEmbedPath + "?url=" + url.QueryEscape(page) + "&format="
	if s.plain {
		to = page + oEmbedPath + "."
	}
	return []discovery{{"application/json", to + "json"}, {"text/xml", to + "xml"}}
}

// errSize is the error of a size that is no number of pixels.
type errSize string

func (e errSize) Error() string { return string(e) + " must be a number of pixels above 0." }

// sizeOf returns the lesser of a size and what the request allows.
func sizeOf(q url.Values, name string, size int) (int, error) {
	if !q.Has(name) {
		return size, nil
	}
	n, err := strconv.Atoi(q.Get(name))
	if err != nil || n < 1 {
		return 0, errSize(name)
	}
	return min(n, size), nil
}

// embeddable returns the address of a view of a story from one of our URLs.
func (s *site) embeddable(home, raw string) (ui.Address, bool) {
	u, err := url.Parse(raw)
	base := s.assets.base
	if err != nil || home == "" || !strings.EqualFold(u.Scheme+"://"+u.Host+base, home) || u.User != nil {
		return ui.Address{}, false
	}
	path, within := strings.CutPrefix(u.Path, base)
	a, ok := ui.ParseAddress(path, u.RawQuery)
	if !ok || !within || a.Story == "" || s.library.byID[a.Story] == nil {
		return ui.Address{}, false
	}
	a.Embed = true
	return a, a.Embeddable()
}

// embedOf makes the answer for an address. The picture keeps to the limits of
// the request too, so where there are some it stays out. The hidden link is for
// WordPress, which fits the height of a frame, and follows links out of it, only
// where a quotation stands before it; it shows that until the frame answers.
func embedOf(home string, address ui.Address, title string, width, height int, limited bool) embedding {
	page := address
	page.Embed = false
	said := html.EscapeString(title)
	e := embedding{
		Type: "rich", Version: "1.0", Title: title, ProviderName: name, ProviderURL: home + "/", CacheAge: 3600,
		HTML: `<blockquote hidden><a href="` + html.EscapeString(home+page.String()) + `">` + said + `</a></blockquote>` +
			`<iframe src="` + html.EscapeString(home+address.String()) + `" title="` + said +
			`" width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) + `" frameborder="0" loading="lazy" style="border:0;max-width:100%"></iframe>`,
		Width: width, Height: height,
	}
	if !limited {
		e.ThumbnailURL, e.ThumbnailWidth, e.ThumbnailHeight = home+"/s/"+address.Story+"/card.png", cardWidth, cardHeight
	}
	return e
}

// sendEmbedding writes an answer. Any site may read it.
func (s *site) sendEmbedding(w http.ResponseWriter, r *http.Request, format string, e embedding) {
	var body []byte
	var err error
	contentType := "application/json; charset=utf-8"
	if format == "xml" {
		contentType = "text/xml; charset=utf-8"
		body, err = xml.MarshalIndent(e, "", "  ")
		body = slices.Concat([]byte(xml.Header), body, []byte("\n"))
	} else {
		body, err = json.Marshal(e)
	}
	if err != nil {
		panic(err) // strings and numbers only
	}
	shared(w.Header())
	doc := newDocument(http.StatusOK, contentType, body)
	doc.spoken = true
	doc.send(w, r, awhile)
}
