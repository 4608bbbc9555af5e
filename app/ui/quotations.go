package ui

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"samewire/app/analysis"
	"samewire/app/ledger"
	"samewire/app/sorting"
	"samewire/app/text"
)

// quotationsView is the ledger of quotations.
func (d *desk) quotationsView() View {
	l := &ledgerPage{
		title:   say("frame.quotations"),
		about:   say("quotations.who-is-quoted-and"),
		nothing: say("quotations.no-one-is-quoted"),
		entries: len(d.Ledgers.Quotations),
		counts:  map[string]int{},
	}
	groups, alone := d.quoted()
	var shown []quoted
	for _, g := range groups {
		parts := map[string]bool{}
		for _, q := range g.others {
			parts[renderingPart(q.Rendering)] = true
		}
		for name := range parts {
			l.counts[name]++
		}
		if d.Show == "" || parts[d.Show] {
			shown = append(shown, g)
		}
	}
	if !d.InOrder {
		mostTelling(shown)
	}
	if l.shown = len(shown); l.shown > 0 {
		l.heading(say("quotations.in-several-outlets"), len(shown))
		for _, g := range shown[:d.atOnce(len(shown), entriesAtOnce)] {
			d.quotedGroup(&l.markup, g)
		}
		d.more(&l.markup, len(shown), entriesAtOnce, "quotations", "all")
	}
	l.counts["alone"] = len(alone)
	if d.has("alone") && len(alone) > 0 {
		l.shown += len(alone)
		l.heading(say("quotations.in-one-outlet-only"), len(alone))
		d.soleQuotations(&l.markup, alone)
	}
	return d.ledgerView(l, say("quotations.every-quotation-of-this"))
}

// quoted is one quotation as several outlets have it.
type quoted struct {
	base   *ledger.Quotation
	others []*ledger.Quotation
}

// quoted returns the quotations that several outlets have, and those that one
// has, in the story's order; both only as far as the chosen outlet has them.
func (d *desk) quoted() (groups []quoted, alone []*ledger.Quotation) {
	list := d.Ledgers.Quotations
	members := map[int][]*ledger.Quotation{}
	for i := range list {
		if g := list[i].Group; g > 0 {
			members[g] = append(members[g], &list[i])
		}
	}
	for i := range list {
		q := &list[i]
		switch group := members[q.Group]; {
		case group == nil || group[0].Article == group[len(group)-1].Article:
			if d.hasArticle(q.Article) {
				alone = append(alone, q)
			}
		case group[0] == q && slices.ContainsFunc(group, func(q *ledger.Quotation) bool { return d.hasArticle(q.Article) }):
			groups = append(groups, newQuoted(group))
		}
	}
	return groups, alone
}

// newQuoted sets a group's fullest printing apart.
func newQuoted(group []*ledger.Quotation) quoted {
	g := quoted{base: group[0]}
	for _, q := range group {
		if q.Rendering == ledger.Fullest {
			g.base = q
		}
	}
	for _, q := range group {
		if q != g.base {
			g.others = append(g.others, q)
		}
	}
	return g
}

// renderingPart returns the part of the ledger that a rendering is of.
func renderingPart(r ledger.Rendering) string {
	switch r {
	case ledger.Cut, ledger.Partly:
		return "cut"
	case ledger.Alike, ledger.Fullest, ledger.Sole:
		return "alike"
	}
	return "changed"
}

// telling says how telling a printing is.
func telling(q *ledger.Quotation) int {
	switch q.Rendering {
	case ledger.Altered, ledger.Indirect:
		return 1000 + len(q.Changes)
	case ledger.Unmarked:
		return 900
	case ledger.Bracketed:
		return 800
	case ledger.Cut:
		return 700
	case ledger.Partly:
		return 600
	}
	return 0
}

// mostTelling puts the most telling printings first, and the groups with them.
func mostTelling(groups []quoted) {
	for _, g := range groups {
		sorting.By(g.others, func(a, b *ledger.Quotation) int { return cmp.Compare(telling(b), telling(a)) })
	}
	sorting.By(groups, func(a, b quoted) int { return cmp.Compare(telling(b.others[0]), telling(a.others[0])) })
}

// speaker names who is quoted, with the longest name that a printing has.
func (d *desk) speaker(g quoted) string {
	best := ""
	for _, q := range append([]*ledger.Quotation{g.base}, g.others...) {
		if name := d.Line(q.Article, q.Speaker.Name); len(name) > len(best) {
			best = name
		}
	}
	if said := d.Line(g.base.Article, g.base.Speaker.Said); best == "" && strings.Contains(said, " ") {
		return capital(said) // a description; a single word would be a pronoun
	}
	if best == strings.ToUpper(best) {
		best = lowered(best)
	}
	return best
}

// lowered writes a name in capital letters, such as a transcript's TRUMP, as
// others are written; short words may be initials.
func lowered(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if r, n := utf8.DecodeRuneInString(w); utf8.RuneCountInString(w) > 3 && !strings.Contains(w, ".") {
			words[i] = string(r) + strings.ToLower(w[n:])
		}
	}
	return strings.Join(words, " ")
}

// quotedGroup writes a quotation and what each other printing made of it.
func (d *desk) quotedGroup(m *markup, g quoted) {
	m.open("div", "class", "entry").open("h3")
	if name := d.speaker(g); name != "" {
		m.name(name)
	} else {
		m.text(say("quotations.speaker-not-named"))
	}
	m.close("h3")
	d.printing(m, g.base, say("quotations.compared-with-this"), func() { d.pieces(m, g.base) })
	for _, q := range g.others {
		label := d.rendered(q, g.base)
		if kept, n := d.QuotedWords(q), d.QuotedWords(g.base); n-kept >= analysis.FewestLeft && q.Rendering > ledger.Partly {
			label = say("quotations.of-words", "rest", label, "kept", grouped(kept), "n", grouped(n))
		}
		if q.Article == g.base.Article {
			label = say("quotations.a-second-time", "label", label)
		}
		var copy func()
		if q.Rendering != ledger.Alike || d.hasMore(q, g.base) {
			copy = func() { d.changedQuotation(m, q, g.base) }
		}
		d.printing(m, q, capital(label), copy)
	}
	m.close("div")
}

// printing writes one outlet's printing of a quotation.
func (d *desk) printing(m *markup, q *ledger.Quotation, label string, copy func()) {
	m.open("div", "class", "reading").letter(q.Article)
	m.open("p", "class", "by").put("b", label).text(" · ")
	m.open("a", "href", d.toPlace(q.Place)).name(d.Analysis.Story.Named(q.Article)).close("a")
	if d.attributed(q) {
		m.text(" · ")
		d.attribution(m, q)
	}
	m.close("p")
	if copy != nil {
		m.open("p", d.inCopy(q.Article, "class", "copy")...)
		copy()
		m.close("p")
	}
	m.close("div")
}

// rendered says in words how a printing compares with the fullest.
func (d *desk) rendered(q, base *ledger.Quotation) string {
	changed := func(key string) string {
		if n := len(q.Changes); n > 0 {
			return say(key+".in", "places", count(n, "count.place"))
		}
		return say(key)
	}
	switch q.Rendering {
	case ledger.Alike:
		if d.hasMore(q, base) {
			return say("quotations.the-same-words-and")
		}
		return say("frame.word-for-word")
	case ledger.Cut:
		return say("quotations.cut", "kept", grouped(d.QuotedWords(q)), "n", grouped(d.QuotedWords(base)))
	case ledger.Partly:
		return say("quotations.partly")
	case ledger.Bracketed:
		return changed("quotations.bracketed")
	case ledger.Altered:
		return changed("quotations.altered")
	case ledger.Unmarked:
		return say("quotations.the-same-words-without")
	}
	return changed("quotations.indirect")
}

// hasMore tells whether a printing has more words than the one it is compared
// with.
func (d *desk) hasMore(q, base *ledger.Quotation) bool {
	return d.QuotedWords(q) > d.QuotedWords(base)
}

// pieces writes a quotation; who said it, where that stands inside, is no part
// of it.
func (d *desk) pieces(m *markup, q *ledger.Quotation) {
	source := d.Documents[q.Article].Source
	at := q.Start
	for i, p := range q.Pieces {
		if between := source[at:p.Start]; i > 0 {
			m.put("span", between, "class", "said")
		} else {
			m.text(between)
		}
		m.text(p.Of(source))
		at = p.End
	}
	m.text(source[at:q.End])
}

// changedQuotation writes a printing with the words it changed.
func (d *desk) changedQuotation(m *markup, q, base *ledger.Quotation) {
	source, from := d.Documents[q.Article].Source, d.Documents[base.Article].Source
	at := q.Start
	for _, c := range q.Changes {
		if c.Here.Start < at || c.Here.End > q.End {
			continue
		}
		m.text(source[at:c.Here.Start])
		at = c.Here.End
		old, new := c.Base.Of(from), c.Here.Of(source)
		switch {
		case old == "":
			m.change("ins", "inserted", new)
		case new == "":
			m.text(spaceUnless(strings.HasSuffix(source[:at], " ")))
			m.change("del", "deleted", old)
			m.text(spaceUnless(strings.HasPrefix(source[at:], " ")))
		default:
			m.pair(old, new)
		}
	}
	m.text(source[at:q.End])
}

// spaceUnless keeps words that are gone apart from those that are there.
func spaceUnless(there bool) string {
	if there {
		return ""
	}
	return " "
}

// attributed tells whether an article says who said a quotation, or how.
func (d *desk) attributed(q *ledger.Quotation) bool {
	return q.Cue.Len()+q.Speaker.Said.Len()+q.Speaker.Name.Len() > 0
}

// attribution writes who said a quotation and how, as printed there.
func (d *desk) attribution(m *markup, q *ledger.Quotation) {
	s, printed := q.Speaker, q.Cue
	if s.Said.Len() > 0 && (s.Said.End+1 == printed.Start || printed.End+1 == s.Said.Start) {
		printed = text.Span{Start: min(s.Said.Start, printed.Start), End: max(s.Said.End, printed.End)}
	} else if name := cmp.Or(s.Name, s.Said); name.Len() > 0 && !s.Inferred {
		m.name(d.Line(q.Article, name))
		if printed.Len() > 0 {
			m.text(" ")
		}
	}
	if printed.Len() > 0 {
		d.quote(m, q.Article, printed)
	}
	if s.Inferred {
		m.text(" ").say("quotations.taken-to-be", "name", bdi(d.Line(q.Article, cmp.Or(s.Name, s.Said))))
	}
}

// openAtMost is how many quotations are not folded away.
const openAtMost = 40

// soleQuotations lists quotations by article.
func (d *desk) soleQuotations(m *markup, list []*ledger.Quotation) {
	byArticle(list[:d.atOnce(len(list), linesAtOnce)], func(q *ledger.Quotation) int { return q.Article }, func(article int, of []*ledger.Quotation) {
		d.fold(m, article, len(list) <= openAtMost, count(len(of), "count.quotation"))
		for _, q := range of {
			m.open("li").open("a", d.inCopy(q.Article, "href", d.toPlace(q.Place))...).text(shorten(d.Line(q.Article, q.Span), 400)).close("a")
			if d.attributed(q) {
				m.open("span", "class", "by").text(" ")
				d.attribution(m, q)
				m.close("span")
			}
			m.close("li")
		}
		m.close("ul", "details")
	})
	d.more(m, len(list), linesAtOnce, "quotations", "all-alone")
}
