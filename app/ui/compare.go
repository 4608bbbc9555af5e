package ui

import (
	"strings"

	"samewire/app/edit"
	"samewire/app/story"
	"samewire/app/text"
)

// compareView is two articles side by side, what both have on the same row, and
// once more as one text for windows that are too narrow for two. The address
// may ask for the one text at any width.
func (d *desk) compareView() View {
	left, right := d.Analysis.Story.Named(d.Article), d.Analysis.Story.Named(d.Other)
	twins := d.twins()
	stretches := d.stretches(twins)
	var m markup
	class := "comparison"
	if d.Inline {
		class += " inline"
	}
	m.open("main", "id", "main", "class", class, "tabindex", "-1")
	m.open("header", "class", "title")
	m.open("h1").say("compare.beside-2", "left", bdi(left), "right", bdi(right)).close("h1")
	d.sharing(&m, len(twins) > 0)
	d.pickers(&m)
	d.modes(&m)
	m.close("header")
	if !d.Inline {
		d.rows(&m, twins, stretches)
	}
	d.merged(&m, twins, stretches)
	d.takeComparison(&m)
	m.close("main")
	return d.view(say("compare.beside-2", "left", left, "right", right), say("compare.the-articles-of-and", "left", left, "right", right), m.block())
}

// sharing says how much of each article stands in the other.
func (d *desk) sharing(m *markup, any bool) {
	left, right := d.Analysis.Story.Named(d.Article), d.Analysis.Story.Named(d.Other)
	shared := d.Shared()
	m.open("p", "class", "note")
	if !any {
		m.text(say("compare.these-two-articles-share"))
	} else {
		m.say("compare.shares", "left", bdi(left), "right", bdi(right), "share", percent(shared[d.Article][d.Other]), "back", percent(shared[d.Other][d.Article]))
	}
	m.close("p")
}

// pickers are two rows of letters that choose the two articles. The letter of the
// other one swaps the two.
func (d *desk) pickers(m *markup) {
	m.open("div", "class", "pickers")
	row := func(side, label string, current, other int, to func(int) Address) {
		m.open("nav", "class", "chooser", "aria-label", side).put("span", label)
		for i := range d.Documents {
			address := to(i)
			if i == other {
				address = d.compare(d.Other, d.Article)
			}
			attrs := []string{"class", "outlet", "href", address.String()}
			if i == current {
				attrs = append(attrs, "aria-current", "true")
			}
			m.open("a", attrs...).text(story.Letter(i)).hidden(" " + d.Analysis.Story.Named(i)).close("a")
		}
		m.close("nav")
	}
	if len(d.Documents) > 2 {
		row(say("compare.left"), say("compare.this"), d.Article, d.Other, func(i int) Address { return d.compare(i, d.Other) })
		row(say("compare.right"), say("compare.with"), d.Other, d.Article, func(i int) Address { return d.compare(d.Article, i) })
	}
	m.close("div")
}

// modes are the links that change how the two are shown.
func (d *desk) modes(m *markup) {
	m.open("p", "class", "switches")
	to, label := d.compare(d.Article, d.Other), say("compare.show-as-one-text")
	to.Inline = !d.Inline
	if d.Inline {
		label = say("compare.show-side-by-side")
	}
	m.put("a", label, "class", "mode", "href", to.String()).text(" ")
	m.put("a", say("compare.swap-the-two"), "id", "swap", "href", d.compare(d.Other, d.Article).String()).text(" ")
	d.namesSwitch(m)
	m.close("p")
}

// rows writes the two articles as a table: a row for each passage in order, and
// between them rows of what stands before it on either side.
func (d *desk) rows(m *markup, twins []twin, stretches []stretch) {
	var rows []line
	for _, s := range stretches {
		if s.twin != nil {
			rows = append(rows, d.match(*s.twin))
		} else {
			rows = append(rows, d.between(twins, s)...)
		}
	}
	class := "rows"
	if thread(rows) {
		class += " threaded"
	}
	m.open("table", "class", class).open("thead").open("tr")
	head := func(i int) {
		m.open("th", "scope", "col").open("a", "href", d.read(i, 0).String())
		d.outlet(m, i)
		m.close("a", "th")
	}
	head(d.Article)
	m.open("th", "scope", "col", "class", "kind").hidden(say("compare.how-near-they-are")).close("th")
	head(d.Other)
	m.close("tr", "thead").open("tbody")
	for i := range rows {
		r := &rows[i]
		m.open("tr", "class", r.class).open("td", d.inCopy(d.Article)...).raw(&r.cells[0]).close("td")
		m.open("td", "class", "kind").threads(r)
		m.raw(&r.kind).close("td").open("td", d.inCopy(d.Other)...).raw(&r.cells[1]).close("td", "tr")
	}
	m.close("tbody", "table")
}

// match returns the row of a passage as both have it.
func (d *desk) match(t twin) line {
	r := line{class: "match"}
	from, to, script := d.script(t)
	halves(&r.cells[0], &r.cells[1], from, to, script)
	d.kindLink(&r.kind, t)
	return r
}

// script returns a passage as both have it, and what makes one of the other.
func (d *desk) script(t twin) (from, to string, script edit.Script) {
	from, to = t.left.Of(d.Documents[d.Article].Source), t.right.Of(d.Documents[d.Other].Source)
	return from, to, edit.Diff(from, to)
}

// kindLink says how near the two are and leads to the passage.
func (d *desk) kindLink(m *markup, t twin) {
	kind := d.kind(t)
	m.open("a", "href", d.passage(t.passage.ID).String(), "class", "shared "+kindClass(kind))
	m.text(kindName(kind)).hidden(say("compare.passage", "n", grouped(t.passage.ID))).close("a")
}

// between returns the rows of what stands between two passages on both sides:
// own copy beside own copy, and each passage that was moved in a row to itself,
// so that a thread finds it.
func (d *desk) between(twins []twin, s stretch) []line {
	var rows []line
	sides := d.sides()
	pieces := [2][]piece{sides[0].pieces(twins, s.left), sides[1].pieces(twins, s.right)}
	for len(pieces[0])+len(pieces[1]) > 0 {
		own := line{class: "between"}
		for i, side := range sides {
			if len(pieces[i]) > 0 && pieces[i][0].moved == nil {
				d.own(&own.cells[i], side, pieces[i][0].Span)
				pieces[i] = pieces[i][1:]
			}
		}
		if own.cells[0].b.Len()+own.cells[1].b.Len() > 0 {
			rows = append(rows, own)
		}
		for i, side := range sides {
			if len(pieces[i]) > 0 && pieces[i][0].moved != nil {
				r := line{class: "between", moved: pieces[i][0].moved, side: side.here}
				d.moved(&r.cells[i], side, *r.moved, side.across(s), "")
				rows = append(rows, r)
				pieces[i] = pieces[i][1:]
			}
		}
	}
	return rows
}

// Copy that the other article lacks can be folded away when it has more than
// foldable words. When it has more than unfolded, it is: one tap from being
// read, so that the eye finds the next passage.
const (
	foldable = 25
	unfolded = 60
)

// gap writes what one side has between two passages. names go before the names
// of the places that its links jump to.
func (d *desk) gap(m *markup, side side, twins []twin, s stretch, names string) {
	for _, p := range side.pieces(twins, side.within(s)) {
		if p.moved != nil {
			d.moved(m, side, *p.moved, side.across(s), names)
		} else {
			d.own(m, side, p.Span)
		}
	}
}

// own writes copy that the other side lacks.
func (d *desk) own(m *markup, side side, span text.Span) {
	parts, n := d.paragraphsIn(side.article, span)
	if n <= foldable {
		d.paragraphs(m, side.article, parts, "own")
		return
	}
	attrs := []string{"class", "own"}
	if n <= unfolded {
		attrs = append(attrs, "open", "")
	}
	m.open("details", attrs...).open("summary", "lang", say("language.code")).say("compare.not-in", "n", grouped(n), "outlet", bdi(d.Analysis.Story.Named(side.other))).close("summary")
	d.paragraphs(m, side.article, parts, "")
	m.close("details")
}

// moved writes a passage that stands in another place in the other article, and
// where. across is what stands beside it there.
func (d *desk) moved(m *markup, side side, t twin, across text.Span, names string) {
	parts, _ := d.paragraphsIn(side.article, side.span(t))
	key := "compare.moved.down"
	if side.twin(t).Start < across.Start {
		key = "compare.moved.up"
	}
	m.open("div", "class", "elsewhere", "id", names+side.here+t.name)
	d.paragraphs(m, side.article, parts, "")
	m.open("p", "class", "note", "lang", say("language.code")).put("a", say(key, "outlet", d.Analysis.Story.Named(side.other)), "href", "#"+names+side.there+t.name)
	m.text(" · ")
	d.kindLink(m, t)
	m.close("p", "div")
}

// fragment is what a span has of one paragraph.
type fragment struct {
	words   string
	caption bool
}

// paragraphsIn returns a span of an article by paragraphs, and its number of
// words without captions.
func (d *desk) paragraphsIn(article int, span text.Span) (parts []fragment, n int) {
	doc, captions := d.Documents[article], d.Captions(article)
	for i, p := range doc.Paragraphs {
		part := text.Span{Start: max(span.Start, p.Start), End: min(span.End, p.End)}
		if part.Start >= part.End {
			continue
		}
		first, last := doc.WordsIn(part)
		if first == last {
			continue // a full stop or a quotation mark left over
		}
		if !captions[i] {
			n += last - first
		}
		words := strings.TrimSpace(part.Of(doc.Source))
		if bare := strings.TrimLeft(words, ",;:.”\" "); len(bare) < len(words) && part.Start > p.Start {
			words = "… " + bare // the rest of a sentence that began in a passage
		}
		parts = append(parts, fragment{words, captions[i]})
	}
	return parts, n
}

// paragraphs writes paragraphs of an article with a class, which may be "".
func (d *desk) paragraphs(m *markup, article int, parts []fragment, class string) {
	for _, p := range parts {
		var attrs []string
		class := class
		if p.caption {
			class = strings.TrimSpace(class + " caption")
		}
		if class != "" {
			attrs = []string{"class", class}
		}
		m.put("p", p.words, d.inCopy(article, attrs...)...)
	}
}
