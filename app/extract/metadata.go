package extract

import (
	"html"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are what a page says of its article.
type facts struct {
	title, outlet, date, link string
	byline                    string
	body                      string   // the text, where linked data has it
	updates                   []string // of a live blog, where linked data has them
}

// maxField is the length in runes to which what stands in one line is cut.
const maxField = 300

// facts gathers what the page says of itself: in linked data, in meta elements,
// in microdata, and where people see it. from is the address that the page came
// from, or "".
func (d *document) facts(from string) *facts {
	if from == "" {
		from = d.source
	}
	m := d.metas()
	f := &facts{link: d.link(m, from)}
	article := linkedArticle(d.linked, f.link)
	f.body, f.updates = article.text("articleBody"), article.updates()
	f.outlet = clean(first(m["og:site_name"], article.text("publisher"), m["application-name"], m["dc.publisher"], d.property("publisher"), d.outletInTitle()))
	if host := hostOf(f.link); f.outlet == "" || strings.Contains(f.outlet, "://") {
		f.outlet = host
	}
	f.title = d.headline(m, article, f.outlet)
	f.date = day(first(article.text("datePublished"), m["article:published_time"], m["og:article:published_time"], m["datepublished"], d.property("datePublished"),
		m["parsely-pub-date"], m["sailthru.date"], m["pubdate"], m["dc.date.issued"], m["dcterms.created"], m["dc.date"], m["date"], m["publish-date"], d.time()))
	f.byline = d.author(m, article, f.outlet)
	return f
}

// metas returns the content of the page's meta elements by name, in lower case;
// the first one of a name counts.
func (d *document) metas() map[string]string {
	all := map[string]string{}
	for n := range d.root.Descendants() {
		if !is(n, atom.Meta) {
			continue
		}
		value := strings.TrimSpace(attr(n, "content"))
		for _, key := range []string{attr(n, "property"), attr(n, "name"), attr(n, "itemprop")} {
			for key := range strings.FieldsSeq(strings.ToLower(key)) {
				if value != "" && all[key] == "" {
					all[key] = value
				}
			}
		}
	}
	return all
}

// property returns the value of the first element with a microdata property.
func (d *document) property(name string) string {
	for n := range d.root.Descendants() {
		if n.Type != dom.ElementNode || !slices.Contains(strings.Fields(attr(n, "itemprop")), name) {
			continue
		}
		for inner := range n.Descendants() {
			if inner.Type == dom.ElementNode && attr(inner, "itemprop") == "name" {
				n = inner
				break
			}
		}
		if v := first(attr(n, "content"), attr(n, "datetime"), squeeze(textOf(n))); v != "" {
			return v
		}
	}
	return ""
}

// time returns the page's first time element.
func (d *document) time() string {
	for n := range d.root.Descendants() {
		if is(n, atom.Time) {
			if v := first(attr(n, "datetime"), squeeze(textOf(n))); v != "" {
				return v
			}
		}
	}
	return ""
}

// link returns the address of the article: the canonical one, or else the one
// that the page came from.
func (d *document) link(m map[string]string, from string) string {
	base, err := url.Parse(from)
	if err != nil || !base.IsAbs() {
		base = nil
	}
	for n := range d.root.Descendants() {
		if is(n, atom.Link) && strings.EqualFold(attr(n, "rel"), "canonical") {
			if link := webAddress(base, attr(n, "href")); link != "" {
				return link
			}
		}
	}
	return first(webAddress(base, m["og:url"]), webAddress(base, from))
}

// webAddress returns an address as a whole one on the web, or "" for what is
// none, or only that of a site.
func webAddress(base *url.URL, ref string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	u.Fragment, u.RawFragment = "", ""
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
		return ""
	}
	if s := u.String(); len(s) <= 1000 && utf8.ValidString(s) {
		return s
	}
	return ""
}

// hostOf returns the host of an address without "www.", or "".
func hostOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	host := u.Hostname()
	for _, prefix := range []string{"www.", "m.", "amp."} {
		host = strings.TrimPrefix(host, prefix)
	}
	return host
}

// author returns the by-line.
func (d *document) author(m map[string]string, article object, outlet string) string {
	var names []string
	add := func(s string) {
		s = clean(s)
		if s == "" || strings.Contains(s, "://") || strings.HasPrefix(s, "@") || strings.EqualFold(s, outlet) || utf8.RuneCountInString(s) > 150 || slices.Contains(names, s) {
			return
		}
		names = append(names, s)
	}
	for _, s := range texts(article["author"]) {
		add(s)
	}
	for _, s := range []string{m["author"], m["article:author"], m["parsely-author"], m["sailthru.author"], m["dc.creator"], m["byl"], d.property("author"), d.shownAuthor()} {
		if len(names) == 0 {
			add(s)
		}
	}
	return cut(strings.Join(names, ", "))
}

// shownAuthor returns the by-line where readers see it.
func (d *document) shownAuthor() string {
	for n := range d.root.Descendants() {
		if n.Type != dom.ElementNode || is(n, atom.Link, atom.Meta, atom.Body) {
			continue
		}
		if !strings.EqualFold(attr(n, "rel"), "author") && !hasAny(classWords(n), bylineWords) {
			continue
		}
		if s := squeeze(textOf(n)); s != "" && utf8.RuneCountInString(s) < 100 && len(wordsIn(s)) <= 10 && !strings.ContainsAny(s, "0123456789") {
			return s // not with a date
		}
	}
	return ""
}

var bylineWords = set("byline bylines author authors")

// day cuts a time stamp to its day, as the publisher's clock had it.
func day(s string) string {
	s = clean(s)
	if len(s) >= 10 && s[4] == '-' && s[7] == '-' {
		return s[:10]
	}
	if len(s) >= 8 && strings.Trim(s[:8], "0123456789") == "" && (len(s) == 8 || s[8] == 'T') {
		return s[:4] + "-" + s[4:6] + "-" + s[6:8]
	}
	return s
}

// clean makes one line of a value as pages write them: escaped twice, with
// markup in it.
func clean(s string) string {
	s = html.UnescapeString(html.UnescapeString(s))
	if strings.Contains(s, "<") && strings.Contains(s, ">") {
		s = strings.Join(plainParagraphs(s), " ")
	}
	return cut(squeeze(s))
}

// cut cuts a line to maxField runes.
func cut(s string) string {
	if utf8.RuneCountInString(s) <= maxField {
		return s
	}
	return string([]rune(s)[:maxField-1]) + "…"
}

// first returns the first of some values that isn't empty.
func first(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// squeeze makes every run of white space one space and drops characters that
// show nothing.
func squeeze(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\u200B', '\uFEFF', '\u00AD', '\u2060':
			return -1
		}
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// textOf returns the text of a node as it stands there.
func textOf(n *dom.Node) string {
	if n.Type == dom.TextNode {
		return n.Data
	}
	var out strings.Builder
	for inner := range n.Descendants() {
		switch {
		case inner.Type == dom.TextNode:
			out.WriteString(inner.Data)
		case is(inner, atom.Br, atom.P, atom.Div, atom.Li, atom.Td):
			out.WriteByte(' ')
		}
	}
	return out.String()
}
