package ui

import (
	"slices"
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/story"
	"samewire/app/text"
)

// part is a part of a ledger that can be shown alone.
type part struct {
	name  string // in the address
	label string
	kind  bool // it is chosen by the kind of what is shown, not by what became of it
}

// parts returns the parts of the ledger at an address, none for other views.
func (a Address) parts() []part {
	switch a.Place {
	case Quotations:
		return []part{{name: "changed", label: say("ledger.changed")}, {name: "cut", label: say("ledger.cut")},
			{name: "alike", label: say("frame.word-for-word")}, {name: "alone", label: say("ledger.in-one-outlet-only")}}
	case Figures:
		return []part{{name: "differ", label: say("ledger.dont-agree")}, {name: "tied", label: say("figures.tied-to-different-times")}, {name: "loose", label: say("ledger.loose")},
			{name: "same", label: say("figures.the-same")}, {name: "alone", label: say("ledger.in-one-place-only")},
			{name: "money", label: say("ledger.money"), kind: true}, {name: "shares", label: say("ledger.percentages"), kind: true},
			{name: "counts", label: say("ledger.numbers"), kind: true}, {name: "times", label: say("ledger.dates-and-times"), kind: true}}
	case Credits:
		return []part{{name: "named", label: say("ledger.sources-named")}, {name: "documents", label: say("ledger.documents")},
			{name: "traces", label: say("ledger.traces")}, {name: "photos", label: say("ledger.photos")}, {name: "passages", label: say("ledger.by-passage")}}
	}
	return nil
}

// How much of a section a ledger shows before it asks: entries of several
// lines, and lines.
const (
	entriesAtOnce = 40
	linesAtOnce   = 200
)

// atOnce returns how many of n to show, where bound are shown at once.
func (d *desk) atOnce(n, bound int) int {
	if d.Whole {
		return n
	}
	return min(n, bound)
}

// has tells whether a ledger shows entries of a part and of an article.
func (d *desk) has(name string) bool { return d.Show == "" || d.Show == name }

func (d *desk) hasArticle(i int) bool { return d.Article == None || d.Article == i }

// ledgerPage is a ledger as it is written.
type ledgerPage struct {
	markup
	title   string
	about   string         // what it shows, in a sentence or two
	nothing string         // what to say when the story has no entry at all
	counts  map[string]int // how many entries each part has
	entries int            // how many the story has
	shown   int            // how many were written, or would be if asked
}

// heading writes the heading of a section with the number of its entries.
func (l *ledgerPage) heading(title string, n int) {
	l.open("h2").text(title+" ").put("small", grouped(n)).close("h2")
}

// more links to all n of a section of which only as many as bound are shown,
// and back.
func (d *desk) more(m *markup, n, bound int, what, id string) {
	if n <= bound {
		return
	}
	to, label := d.Address, say("ledger.more."+what, "n", grouped(n))
	if to.Whole = !d.Whole; d.Whole {
		label = say("ledger.fewer." + what)
	}
	m.open("p", "class", "more").put("a", label, "id", id, "data-stay", "", "href", to.String()).close("p")
}

// ledgerView puts the frame of a ledger around its entries.
func (d *desk) ledgerView(l *ledgerPage, description string) View {
	var head, choices, entries markup
	head.open("header", "class", "title").put("h1", l.title).put("p", l.about, "class", "note").close("header")
	entries.open("div")
	switch {
	case l.entries == 0:
		entries.put("p", l.nothing).open("p").put("a", say("ledger.back-to-the-storys"), "href", d.overview().String()).close("p")
		return d.view(l.title, description, d.main(head.block(), entries.close("div").block()))
	case l.shown == 0:
		entries.open("p").text(say("ledger.nothing-here-is-of") + " ")
		entries.put("a", say("ledger.show-everything"), "id", "everything", "data-stay", "", "href", d.list(d.Place).String()).close("p")
	}
	d.choices(&choices, l)
	entries.raw(&l.markup).close("div")
	return d.view(l.title, description, d.main(head.block(), choices.block(), entries.block()))
}

func (d *desk) main(blocks ...Block) Block {
	return group("main", []string{"id", "main", "class", "ledger", "tabindex", "-1"}, blocks...)
}

// choices are the links that choose what is shown, and in which order.
func (d *desk) choices(m *markup, l *ledgerPage) {
	m.open("nav", "class", "choices", "aria-label", say("ledger.what-is-shown"))
	d.choice(m, say("ledger.show"), func() {
		d.option(m, "show-all", say("ledger.everything"), d.Show == "", func(a *Address) { a.Show = "" })
		d.partOptions(m, l, false)
	})
	if slices.ContainsFunc(d.parts(), func(p part) bool { return p.kind }) {
		d.choice(m, say("ledger.kind"), func() { d.partOptions(m, l, true) })
	}
	if len(d.Documents) > 1 {
		d.outletChoice(m)
	}
	d.choice(m, say("ledger.order"), func() {
		d.option(m, "sort-telling", say("ledger.most-telling-first"), !d.InOrder, func(a *Address) { a.InOrder = false })
		d.option(m, "sort-story", say("ledger.as-in-the-story"), d.InOrder, func(a *Address) { a.InOrder = true })
	})
	m.close("nav")
}

// partOptions are the links that show one part of a ledger alone.
func (d *desk) partOptions(m *markup, l *ledgerPage, kind bool) {
	for _, p := range d.parts() {
		if n := l.counts[p.name]; p.kind == kind && (n > 0 || d.Show == p.name) {
			d.option(m, "show-"+p.name, p.label+" "+grouped(n), d.Show == p.name, func(a *Address) { a.Show = p.name })
		}
	}
}

func (d *desk) choice(m *markup, label string, options func()) {
	m.open("p").put("span", label).open("span", "class", "options")
	options()
	m.close("span", "p")
}

// option is a link to the ledger as change makes it.
func (d *desk) option(m *markup, id, label string, current bool, change func(*Address)) {
	m.put("a", label, d.optionAttrs(id, current, change)...).text(" ")
}

func (d *desk) optionAttrs(id string, current bool, change func(*Address)) []string {
	to := d.Address
	to.Whole = false
	change(&to)
	attrs := []string{"id", id, "data-stay", "", "href", to.String()}
	if current {
		attrs = append(attrs, "aria-current", "true")
	}
	return attrs
}

// manyOutlets is how many letters are put away behind one line.
const manyOutlets = 12

// outletChoice is the row of letters that shows one outlet's entries alone.
func (d *desk) outletChoice(m *markup) {
	letters := func() {
		d.option(m, "outlet-all", say("ledger.all"), d.Article == None, func(a *Address) { a.Article = None })
		for i := range d.Documents {
			attrs := d.optionAttrs("outlet-"+strings.ToLower(story.Letter(i)), d.Article == i, func(a *Address) { a.Article = i })
			m.open("a", append(attrs, "class", "outlet", "title", d.Analysis.Story.Named(i))...)
			m.text(story.Letter(i)).hidden(" " + d.Analysis.Story.Named(i)).close("a")
		}
	}
	if len(d.Documents) <= manyOutlets {
		d.choice(m, say("ledger.outlet"), letters)
		return
	}
	chosen := say("ledger.all-outlets", "n", grouped(len(d.Documents)))
	if d.Article != None {
		chosen = d.Analysis.Story.Named(d.Article)
	}
	m.open("details", "class", "many").put("summary", say("ledger.outlet-2", "chosen", chosen))
	d.choice(m, say("ledger.outlet"), letters)
	m.close("details")
}

// byArticle calls each for the entries of every article in turn; the entries
// stand in the order of the articles.
func byArticle[E any](entries []E, article func(E) int, each func(article int, of []E)) {
	for len(entries) > 0 {
		i, n := article(entries[0]), 1
		for n < len(entries) && article(entries[n]) == i {
			n++
		}
		each(i, entries[:n])
		entries = entries[n:]
	}
}

// fold begins an article's part of a section, folded away or open; holds says
// what is in it. It ends with close("ul", "details").
func (d *desk) fold(m *markup, article int, open bool, holds string) {
	attrs := []string{"class", "fold"}
	if open {
		attrs = append(attrs, "open", "")
	}
	m.open("details", attrs...).open("summary")
	d.outlet(m, article)
	m.text(" ").put("small", holds).close("summary").open("ul")
}

// toPlace is the address of a place in its article: of the passage that holds it,
// else of its paragraph.
func (d *desk) toPlace(p align.Place) string {
	return d.inPassage(p, d.PassageOf(p))
}

// inPassage is the address of a place in the passage of an ID, or in none if
// the ID is 0.
func (d *desk) inPassage(p align.Place, id int) string {
	if id > 0 {
		return d.read(p.Article, id).String() + "#m" + strconv.Itoa(id)
	}
	paragraphs := d.Documents[p.Article].Paragraphs
	n, _ := slices.BinarySearchFunc(paragraphs, p.Start, func(q text.Paragraph, at int) int {
		if q.End <= at {
			return -1
		}
		return 1
	})
	return d.read(p.Article, 0).String() + "#p" + strconv.Itoa(n+1)
}

// quote writes a stretch of an article as printed there.
func (d *desk) quote(m *markup, article int, s text.Span) *markup {
	return m.say("finding.quote", "words", bdi(d.Line(article, s)))
}
