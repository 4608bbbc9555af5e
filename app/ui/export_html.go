package ui

import (
	"context"
	"strconv"
	"strings"

	"samewire/app/analysis"
	"samewire/app/collate"
	"samewire/app/story"
)

// exportPolicy lets a page that was taken away load nothing and run nothing.
const exportPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

// document returns a view, or the whole story, as one HTML file that needs no
// other: no script, its style in it, and links that lead into the file itself
// or to whole addresses.
func (d *desk) document(ctx context.Context, f File, style string) string {
	title := d.Analysis.Story.Title
	var body string
	switch f.Place {
	case Passage:
		p := &d.Passages[d.Address.Passage-1]
		title = say("export.passage", "n", grouped(p.ID), "title", title)
		body = d.passagePage(p)
	case Compare:
		title = say("compare.beside-2", "left", d.Analysis.Story.Named(d.Article), "right", d.Analysis.Story.Named(d.Other)) + " · " + title
		body = d.comparisonPage()
	default:
		body = d.storyPage(ctx)
	}
	var m markup
	m.b.WriteString("<!doctype html>\n")
	table := d.words
	m.open("html", "lang", table.Code, "dir", table.Dir()).open("head").open("meta", "charset", "utf-8")
	m.open("meta", "http-equiv", "Content-Security-Policy", "content", exportPolicy)
	m.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
	m.open("meta", "name", "referrer", "content", "no-referrer")
	m.put("title", table.Tell(title)+" · Samewire").open("style")
	body = table.Tell(body)
	m.b.WriteString(stylesFor(style, body))
	m.close("style", "head").open("body")
	m.b.WriteString(body)
	return m.close("body", "html").b.String() + "\n"
}

// sheet puts the head and the foot of a file around what it holds. articles are
// those that it has copy of.
func (d *desk) sheet(class string, articles []int, inner *markup) string {
	var m markup
	m.open("div", "class", "sheet").open("header").open("div", "class", "masthead")
	m.put("span", "Samewire", "class", "logo").put("span", say("export.same-wire-different-words"), "class", "note").close("div")
	s := d.Analysis.Story
	if d.Place != Overview {
		m.put("p", s.Title, d.inCopy(0, "class", "story-title")...)
	}
	m.close("header").open("main", "class", class).raw(inner)
	d.sources(&m, articles)
	m.close("main").open("footer", "class", "colophon")
	m.open("p").text(say("export.compared-by-samewire-analysis", "n", strconv.Itoa(analysis.Version)))
	if d.origin != "" {
		m.text(" ").put("a", d.origin+d.Address.String(), "href", d.Address.String())
	}
	return m.close("p", "footer", "div").b.String()
}

// sources credits the articles, with links to the originals.
func (d *desk) sources(m *markup, articles []int) {
	m.put("h2", say("export.the-articles"))
	if s := d.Analysis.Story; d.Place != Overview && s.Date+s.Note != "" {
		about := s.Note
		if s.Date != "" {
			about = capital(date(s.Date)) + ". " + s.Note
		}
		m.put("p", about, "class", "note about", "dir", "auto")
	}
	m.open("ul", "class", "legend")
	for _, i := range articles {
		art := d.Analysis.Story.Articles[i]
		m.open("li")
		d.outlet(m, i)
		if art.Title != "" {
			m.text(colon()).name(art.Title)
		}
		for _, known := range []string{art.Credit, date(art.Date)} {
			if known != "" {
				m.text(" · ").name(known)
			}
		}
		if art.Link != "" {
			m.text(" · ").put("a", art.Link, "href", art.Link, "rel", "external noopener")
		}
		m.close("li")
	}
	m.close("ul")
}

// passagePage is one passage with its readings and the table of its variants.
func (d *desk) passagePage(p *collate.Passage) string {
	var m markup
	d.passageTitle(&m, p)
	d.readings(&m, p)
	d.variants(&m, p)
	return relink(d.sheet("passage", outlets(p), &m), "", d.outward)
}

// comparisonPage is two articles side by side, or as one text.
func (d *desk) comparisonPage() string {
	twins := d.twins()
	stretches := d.stretches(twins)
	var m markup
	m.open("header", "class", "title").open("h1").say("compare.beside-2", "left", bdi(d.Analysis.Story.Named(d.Article)), "right", bdi(d.Analysis.Story.Named(d.Other))).close("h1")
	d.sharing(&m, len(twins) > 0)
	m.close("header")
	class := "comparison"
	if d.Inline {
		class += " inline"
	} else {
		d.rows(&m, twins, stretches)
	}
	d.merged(&m, twins, stretches)
	return relink(d.sheet(class, []int{d.Article, d.Other}, &m), "", d.outward)
}

// storyPage is the overview, every article with its passages marked, and every
// passage with its readings; they link to each other. It is cut short when ctx
// ends.
func (d *desk) storyPage(ctx context.Context) string {
	var head, body markup
	s := d.Analysis.Story
	head.put("h1", s.Title, d.inCopy(0, "class", "story-title")...)
	head.put("p", capital(dated(s.Date, d.facts())), "class", "note")
	if s.Note != "" {
		head.put("p", s.Note, "class", "note about", "dir", "auto")
	}
	d.findings(&head)
	head.put("h2", say("export.who-ran-what"))
	d.strips(&head)
	for i := range d.Documents {
		body.b.WriteString(d.articleSection(i))
	}
	body.put("h2", say("export.passages"), "id", "passages")
	for i := range d.Passages {
		if ctx.Err() != nil {
			break
		}
		body.b.WriteString(d.passageSection(&d.Passages[i]))
	}
	head.raw(&body)
	return relink(d.sheet("overview", d.everyone(), &head), "", d.inward)
}

// articleSection is an article of the story's file.
func (d *desk) articleSection(i int) string {
	of := *d
	of.Place, of.Article = Read, i
	var m markup
	letter := strings.ToLower(story.Letter(i))
	m.open("section", "class", "copy").open("h2", "id", "article").name(d.Analysis.Story.Named(i)).close("h2")
	if title := d.Analysis.Story.Articles[i].Title; title != "" {
		m.open("p").put("b", title, d.inCopy(i)...).close("p")
	}
	marks, seen := of.marks(i), map[*collate.Passage]bool{}
	for n := range d.Documents[i].Paragraphs {
		m.add(of.paragraph(n, marks, seen, nil))
	}
	m.close("section")
	return relink(m.b.String(), letter+"-", d.inward)
}

// passageSection is a passage of the story's file.
func (d *desk) passageSection(p *collate.Passage) string {
	of := *d
	of.Place = Passage
	var m markup
	m.open("section", "class", "passage").put("h3", say("export.passage-2", "n", grouped(p.ID)), "id", "passage")
	of.readings(&m, p)
	m.close("section")
	return relink(m.b.String(), strconv.Itoa(p.ID)+"-", func(href string) string {
		path, jump, _ := strings.Cut(href, "#")
		path, query, _ := strings.Cut(path, "?")
		if a, ok := ParseAddress(path, query); ok && a.Place == Read {
			return "#" + strings.ToLower(story.Letter(a.Article)) + "-" + jump
		}
		return d.inward(href)
	})
}

// inward is where a link of a view leads in the story's file.
func (d *desk) inward(href string) string {
	path, _, _ := strings.Cut(href, "#")
	path, query, _ := strings.Cut(path, "?")
	a, ok := ParseAddress(path, query)
	switch {
	case ok && (a.Place == Passage || a.Place == Read) && a.Passage > 0:
		return "#" + strconv.Itoa(a.Passage) + "-passage"
	case ok && a.Place == Read:
		return "#" + strings.ToLower(story.Letter(a.Article)) + "-article"
	case ok && a.Place == Passages:
		return "#passages"
	}
	return d.outward(href)
}

// outward is the whole address that a link of a view leads to, "" if none is
// known.
func (d *desk) outward(href string) string {
	if d.origin == "" {
		return ""
	}
	return d.origin + href
}

// relink changes the links of some markup to other views by to; one that leads
// nowhere is a link no more. prefix is put before the names of the places in it,
// and before those that it jumps to. Only what this package wrote may be given:
// there, no text can look like an attribute.
func relink(html, prefix string, to func(href string) string) string {
	var out strings.Builder
	for {
		name := " href=\""
		i := strings.Index(html, name)
		if id := strings.Index(html, " id=\""); prefix != "" && id >= 0 && (i < 0 || id < i) {
			i, name = id, " id=\""
		}
		if i < 0 {
			break
		}
		out.WriteString(html[:i])
		html = html[i+len(name):]
		end := strings.IndexByte(html, '"')
		value := html[:end]
		html = html[end+1:]
		switch {
		case name == " id=\"":
			value = prefix + value
		case value[0] == '#':
			value = "#" + prefix + value[1:]
		case value[0] == '/':
			value = escaper.Replace(to(strings.ReplaceAll(value, "&amp;", "&")))
		}
		if value != "" {
			out.WriteString(name + value + `"`)
		}
	}
	out.WriteString(html)
	return out.String()
}
