package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/edit"
	"samewire/app/ledger"
	"samewire/app/story"
)

// base returns the index of the reading that passage p's others are compared
// with: the chosen outlet's where it has the passage; else that of the article
// which is being read; else, of a quotation, the one that the ledger compares
// with; else the passage's own.
func (d *desk) base(p *collate.Passage) int {
	of := func(article int) int {
		return slices.IndexFunc(p.Readings, func(r collate.Reading) bool { return r.Article == article })
	}
	if i := of(d.Address.Base); i >= 0 {
		return i
	}
	if i := of(d.Article); i >= 0 && d.Place == Read {
		return i
	}
	if i := of(d.quotedBy(p)); i >= 0 {
		return i
	}
	return p.Base
}

// quotedBy returns the article whose printing of a quotation in passage p the
// others are compared with in the ledger, None if there is none.
func (d *desk) quotedBy(p *collate.Passage) int {
	list := d.Ledgers.Quotations
	holds := func(place align.Place) bool {
		return slices.ContainsFunc(p.Readings, func(r collate.Reading) bool { return printedIn(r.Place, place) })
	}
	for i := range list {
		if q := &list[i]; q.Base >= 0 && holds(q.Place) && holds(list[q.Base].Place) {
			return list[q.Base].Article
		}
	}
	return None
}

// printedIn tells whether most of a reading is in a quotation, or most of a
// quotation in it.
func printedIn(reading, quotation align.Place) bool {
	return reading.Article == quotation.Article && 2*reading.Overlap(quotation.Span) >= min(reading.Len(), quotation.Len())
}

// quotationNote says what a reading makes of the quotation in its base, in the
// words of the ledger; nothing where no word of it is changed.
func (d *desk) quotationNote(base, other align.Place) string {
	list := d.Ledgers.Quotations
	for i := range list {
		q := &list[i]
		if q.Base >= 0 && len(q.Changes) > 0 && printedIn(other, q.Place) && printedIn(base, list[q.Base].Place) {
			return say("readings.quotation", "how", d.rendered(q, &list[q.Base]))
		}
	}
	return ""
}

// outlets returns the articles that have passage p, in order, each once.
func outlets(p *collate.Passage) []int {
	var have []int
	seen := map[int]bool{}
	for _, r := range p.Readings {
		if !seen[r.Article] {
			seen[r.Article] = true
			have = append(have, r.Article)
		}
	}
	return have
}

// chooser is the row of letters that choose the base.
func (d *desk) chooser(m *markup, p *collate.Passage) {
	current := p.Readings[d.base(p)].Article
	m.open("nav", "class", "chooser", "aria-label", say("readings.compare-with"))
	m.put("span", say("readings.compare-all-with"))
	for _, i := range outlets(p) {
		attrs := []string{"id", "base-" + strings.ToLower(story.Letter(i)), "class", "outlet", "data-stay", "", "href", d.withBase(i).String() + d.jump()}
		if i == current {
			attrs = append(attrs, "aria-current", "true")
		}
		m.open("a", attrs...).text(story.Letter(i)).hidden(" " + d.Analysis.Story.Named(i)).close("a")
	}
	m.close("nav")
}

// readings writes all readings of a passage: the base, then what each other
// outlet made of it.
func (d *desk) readings(m *markup, p *collate.Passage) {
	b := d.base(p)
	if r := p.Readings[b]; d.Place == Read && r.Article == d.Article {
		// Its text stands beside the panel, marked.
		d.reading(m, p, b, say("readings.compared-with-this-article"), Block{}, "")
	} else {
		var copy markup
		d.reading(m, p, b, say("quotations.compared-with-this"), copy.text(d.Text(r.Place)).block(), "")
	}
	for i := range p.Readings {
		if i != b {
			c := d.compared(p, b, i)
			d.reading(m, p, i, capital(kindName(c.kind)), c.copy, c.note)
		}
	}
}

// comparison is what a reading made of its base: how near it is, its text with
// the edits in it, and in words what was done.
type comparison struct {
	kind align.Kind
	copy Block
	note string
}

// comparison compares reading i of a passage with reading b.
func (d *desk) comparison(p *collate.Passage, b, i int) comparison {
	base, other := p.Readings[b].Place, p.Readings[i].Place
	from, to := d.Text(base), d.Text(other)
	kind, _ := align.Classify(d.Words(base), d.Words(other))
	var m markup
	script := edit.Diff(from, to)
	if !keeps(script) {
		// The base stands above: to strike it all out again says no more.
		return comparison{kind, m.text(to).block(), say("readings.too-different-to-compare")}
	}
	note := cmp.Or(d.quotationNote(base, other), told(script, from, to))
	return comparison{kind, m.diff(from, to, script, "r"+strconv.Itoa(i)).block(), note}
}

// reading writes one reading with its head. copy may be empty.
func (d *desk) reading(m *markup, p *collate.Passage, i int, label string, copy Block, note string) {
	r := p.Readings[i]
	m.open("div", "class", "reading").letter(r.Article)
	m.open("p", "class", "by").put("b", label).text(" · ")
	m.open("a", "href", d.read(r.Article, p.ID).String()+"#m"+strconv.Itoa(p.ID)).name(d.Analysis.Story.Named(r.Article)).close("a")
	if who := d.creditedBy(p, r.Article); len(who) > 0 {
		m.text(" · " + say("readings.names", "who", list(who)))
	}
	if note != "" {
		m.text(" · " + note)
	}
	m.close("p")
	if copy.HTML != "" {
		m.open("p", d.inCopy(r.Article, "class", "copy")...).add(copy)
		m.close("p")
	}
	m.close("div")
}

// creditedBy returns the sources that an article names where it has passage p.
func (d *desk) creditedBy(p *collate.Passage, article int) (names []string) {
	for _, c := range d.Ledgers.PassageCredits {
		if c.Source != "" && d.Passages[c.Passage].ID == p.ID && slices.ContainsFunc(c.Credits, func(i int) bool {
			credit := &d.Ledgers.Credits[i]
			return credit.Article == article && !credit.How.Wide()
		}) {
			names = append(names, ledger.Spoken(c.Source))
		}
	}
	return names
}

// jump is where a page that is loaded anew shows the chosen passage.
func (d *desk) jump() string {
	if d.Place != Read || d.Address.Passage == 0 {
		return ""
	}
	return "#m" + strconv.Itoa(d.Address.Passage)
}

// told says in how many places an edit script changes words, how many words
// moved, and whether it touches quotation marks.
func told(script edit.Script, from, to string) string {
	dropped, added := changedMarks(script, from, to)
	var parts []string
	tell := func(n int, what string) {
		if n > 0 {
			parts = append(parts, what)
		}
	}
	n, moved := changedPlaces(script, from, to), script.Stats(from, to).Moved
	tell(n, say("readings.changed", "places", count(n, "count.place")))
	tell(moved, say("readings.moved", "count", wordTally(moved)))
	tell(dropped, say("readings.dropped"))
	tell(added, say("readings.added"))
	return strings.Join(parts, ", ")
}

// changedPlaces counts the places in which an edit script changes words: what
// is marked side by side is one.
func changedPlaces(script edit.Script, from, to string) int {
	n, within := 0, false
	for _, e := range script {
		changes := e.Op != edit.Keep && e.Move == 0 && !isMark(strings.TrimSpace(e.A.Of(from)+e.B.Of(to)))
		if changes && !within {
			n++
		}
		within = changes
	}
	return n
}

// changedMarks counts the quotation marks that are dropped or added around
// words that are kept. Of a pair, one may stand outside the reading.
func changedMarks(script edit.Script, from, to string) (dropped, added int) {
	for _, e := range script {
		switch {
		case e.Op == edit.Delete && isMark(strings.TrimSpace(e.A.Of(from))):
			dropped++
		case e.Op == edit.Insert && isMark(strings.TrimSpace(e.B.Of(to))):
			added++
		}
	}
	return dropped, added
}

// wordTally counts words in figures.
func wordTally(n int) string { return say("readings.words", "n", grouped(n)) }
