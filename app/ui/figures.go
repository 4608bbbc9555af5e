package ui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"samewire/app/ledger"
	"samewire/app/sorting"
	"samewire/app/story"
	"samewire/app/text"
)

// figuresView is the ledger of figures.
func (d *desk) figuresView() View {
	l := &ledgerPage{
		title:   say("figures.figures"),
		about:   say("figures.amounts-percentages-numbers-and"),
		nothing: say("figures.there-is-no-figure"),
		entries: len(d.Ledgers.Figures),
		counts:  map[string]int{},
	}
	sets := d.figureSets(l)
	for _, name := range []string{"all", "differ", "tied", "loose"} {
		d.differingFigures(l, name, sets[name])
	}
	d.sameFigures(l, sets["same"])
	alone := d.aloneFigures(l)
	if len(alone) > 0 {
		l.heading(say("figures.in-one-place-only"), len(alone))
		d.figuresByArticle(&l.markup, alone)
	}
	l.shown += len(alone)
	return d.ledgerView(l, say("figures.every-figure-of-this"))
}

// agreement returns the part of the ledger that a set is of by how its figures
// stand to each other.
func agreement(r ledger.Relation) string {
	switch r {
	case ledger.Equal:
		return "same"
	case ledger.InDisagreement:
		return "differ"
	case ledger.DifferentTime:
		return "tied"
	}
	return "loose"
}

// agreementTitle heads the sets of a part.
func agreementTitle(name string) string {
	switch name {
	case "differ":
		return say("figures.apart-title")
	case "tied":
		return say("figures.tied-title")
	case "loose":
		return say("figures.loose-title")
	}
	return say("figures.told-differently")
}

// figureSets returns the sets that are shown by how their figures agree, and
// counts those of each part. In the story's order, all that are told differently
// are together, in "all".
func (d *desk) figureSets(l *ledgerPage) map[string][]*ledger.FigureSet {
	shown := map[string][]*ledger.FigureSet{}
	for i := range d.Ledgers.FigureSets {
		s := &d.Ledgers.FigureSets[i]
		if !slices.ContainsFunc(s.Figures, func(f int) bool { return d.hasArticle(d.Ledgers.Figures[f].Article) }) {
			continue
		}
		name, unit := agreement(s.Relation()), unitPart(d.Ledgers.Figures[s.Base].Unit)
		l.counts[name]++
		l.counts[unit]++
		if !d.has(name) && !d.has(unit) {
			continue
		}
		if d.InOrder && name != "same" {
			name = "all"
		}
		shown[name] = append(shown[name], s)
	}
	sorting.By(shown["loose"], func(a, b *ledger.FigureSet) int { return cmp.Compare(b.Relation(), a.Relation()) })
	return shown
}

// differingFigures lists the sets of a part whose figures are told differently.
func (d *desk) differingFigures(l *ledgerPage, name string, sets []*ledger.FigureSet) {
	if len(sets) == 0 {
		return
	}
	l.shown += len(sets)
	l.heading(agreementTitle(name), len(sets))
	for _, s := range sets[:d.atOnce(len(sets), entriesAtOnce)] {
		d.differing(&l.markup, s)
	}
	d.more(&l.markup, len(sets), entriesAtOnce, "differ", "all-"+name)
}

// sameFigures lists the sets whose figures are the same. Where there are both,
// dates and times, of which there are many, are put away behind one line.
func (d *desk) sameFigures(l *ledgerPage, all []*ledger.FigureSet) {
	if len(all) == 0 {
		return
	}
	var values, times []*ledger.FigureSet
	for _, s := range all {
		if unitPart(d.Ledgers.Figures[s.Base].Unit) == "times" {
			times = append(times, s)
		} else {
			values = append(values, s)
		}
	}
	l.shown += len(all)
	l.heading(say("figures.the-same-in-each"), len(all))
	if len(values) == 0 || len(times) == 0 {
		d.agreeing(&l.markup, all, "all-same")
		return
	}
	d.agreeing(&l.markup, values, "all-same")
	l.open("details", "class", "fold").open("summary").text(say("figures.dates-and-times-among")+" ").put("small", grouped(len(times))).close("summary")
	d.agreeing(&l.markup, times, "all-times")
	l.close("details")
}

// aloneFigures returns the figures that are in no set and are shown, and
// counts those of each part.
func (d *desk) aloneFigures(l *ledgerPage) []*ledger.Figure {
	inSet := make([]bool, len(d.Ledgers.Figures))
	for _, s := range d.Ledgers.FigureSets {
		for _, f := range s.Figures {
			inSet[f] = true
		}
	}
	var shown []*ledger.Figure
	for i := range d.Ledgers.Figures {
		f := &d.Ledgers.Figures[i]
		if inSet[i] || !d.hasArticle(f.Article) {
			continue
		}
		unit := unitPart(f.Unit)
		l.counts["alone"]++
		l.counts[unit]++
		if d.has("alone") || d.has(unit) {
			shown = append(shown, f)
		}
	}
	return shown
}

// unitPart returns the part of the ledger that a unit is of.
func unitPart(u ledger.Unit) string {
	switch u {
	case ledger.Money:
		return "money"
	case ledger.Percent, ledger.Points, ledger.Multiple:
		return "shares"
	case ledger.Clock, ledger.Day, ledger.Weekday, ledger.Period:
		return "times"
	}
	return "counts"
}

// differing writes a set whose figures differ, one line a figure, first the
// one that the others are compared with.
func (d *desk) differing(m *markup, s *ledger.FigureSet) {
	base := &d.Ledgers.Figures[s.Base]
	m.open("div", "class", "entry").open("h3")
	d.quote(m, base.Article, withNoun(base)).text(" ")
	if r := s.Relation(); d.InOrder || agreement(r) == "loose" {
		m.put("small", relationTitle(r)) // in the other parts, the heading says it
	}
	m.close("h3").open("ul", "class", "told")
	d.told(m, s, s.Base)
	for _, i := range s.Figures {
		if i != s.Base {
			d.told(m, s, i)
		}
	}
	m.close("ul", "div")
}

// withNoun returns a figure with what it counts, where that follows.
func withNoun(f *ledger.Figure) text.Span {
	if f.Noun.Start == f.End+1 {
		return text.Span{Start: f.Start, End: f.Noun.End}
	}
	return f.Span
}

// told writes figure i of a set.
func (d *desk) told(m *markup, s *ledger.FigureSet, i int) {
	f := &d.Ledgers.Figures[i]
	m.open("li").open("span", "class", "source")
	d.outlet(m, f.Article)
	m.close("span").text(" ").open("a", d.inCopy(f.Article, "href", d.atFigure(f))...)
	d.figure(m, f)
	m.close("a").text(" ").open("span", "class", "far")
	d.standing(m, s, i)
	m.close("span", "li")
}

// relationTitle says how the figures of a set stand to each other.
func relationTitle(r ledger.Relation) string {
	switch r {
	case ledger.InDisagreement:
		return say("figures.they-dont-agree")
	case ledger.DifferentTime:
		return say("figures.tied-to-different-times")
	case ledger.Rounded:
		return say("figures.one-rounds-the-other")
	case ledger.Converted:
		return say("figures.one-converts-it")
	}
	return say("figures.not-equally-exact")
}

// standing writes how figure i of a set stands to the one it is compared with,
// and the time it is tied to where times differ.
func (d *desk) standing(m *markup, s *ledger.FigureSet, i int) {
	f := &d.Ledgers.Figures[i]
	var said []string
	if i == s.Base {
		said = append(said, say("figures.compared-with-this"))
	}
	var hedged *ledger.Figure
	for _, k := range s.Links {
		if k.B != i && (k.A != i || i == s.Base) || k.Relation == ledger.Equal && len(said) > 0 {
			continue
		}
		said = append(said, relationWords(k.Relation))
		if k.Relation == ledger.HedgedDifferently {
			hedged = &d.Ledgers.Figures[k.A]
		}
	}
	m.text(strings.Join(said, " · "))
	if hedged != nil {
		d.hedges(m, hedged, f)
	}
	if s.Relation() == ledger.DifferentTime && f.Time.Len() > 0 {
		m.text(say("figures.tied-to") + " ")
		d.quote(m, f.Article, f.Time)
	}
}

// relationWords says how a figure stands to the one it is compared with.
func relationWords(r ledger.Relation) string {
	switch r {
	case ledger.InDisagreement:
		return say("figures.doesnt-agree")
	case ledger.DifferentTime:
		return say("figures.another-time")
	case ledger.Rounded:
		return say("figures.one-rounds-the-other")
	case ledger.HedgedDifferently:
		return say("figures.both-may-be-true")
	case ledger.Converted:
		return say("figures.a-conversion")
	}
	return say("figures.the-same")
}

// hedges writes the hedges that tell figure f from figure base.
func (d *desk) hedges(m *markup, base, f *ledger.Figure) {
	was, is := d.hedge(base), d.hedge(f)
	switch {
	case was == is:
	case was == "":
		m.say("figures.this-says", "is", bdi(is))
	case is == "":
		m.say("figures.this-doesnt-say", "was", bdi(was))
	default:
		m.say("figures.not", "is", bdi(is), "was", bdi(was))
	}
}

// hedge returns the words before a figure's number, where they hedge it.
func (d *desk) hedge(f *ledger.Figure) string {
	if f.Hedge == ledger.Exact || f.Hedge == ledger.Vague {
		return ""
	}
	s := d.Line(f.Article, f.Span)
	number := strings.IndexFunc(s, func(r rune) bool { return unicode.IsDigit(r) || unicode.Is(unicode.Sc, r) })
	if number < 0 {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(s[:number]))
}

// agreeing writes sets whose figures are the same, one line a set.
func (d *desk) agreeing(m *markup, sets []*ledger.FigureSet, id string) {
	m.open("ul", "class", "same")
	for _, s := range sets[:d.atOnce(len(sets), linesAtOnce)] {
		base := &d.Ledgers.Figures[s.Base]
		m.open("li").open("span", d.inCopy(base.Article)...)
		d.figure(m, base)
		m.close("span").open("span", "class", "who")
		last := -1
		for _, i := range s.Figures {
			f := &d.Ledgers.Figures[i]
			if f.Article != last {
				m.open("a", "class", "outlet", "href", d.atFigure(f)).text(story.Letter(f.Article)).hidden(" " + d.Analysis.Story.Named(f.Article)).close("a")
			}
			last = f.Article
		}
		m.close("span", "li")
	}
	m.close("ul")
	d.more(m, len(sets), linesAtOnce, "same", id)
}

// figuresByArticle lists figures by article.
func (d *desk) figuresByArticle(m *markup, list []*ledger.Figure) {
	shown := list[:d.atOnce(len(list), linesAtOnce)]
	byArticle(shown, func(f *ledger.Figure) int { return f.Article }, func(article int, of []*ledger.Figure) {
		d.fold(m, article, false, count(len(of), "count.figure"))
		for _, f := range of {
			m.open("li").open("a", d.inCopy(f.Article, "href", d.atFigure(f))...)
			d.figure(m, f)
			m.close("a", "li")
		}
		m.close("ul", "details")
	})
	d.more(m, len(list), linesAtOnce, "figures", "all-alone")
}

// atFigure is the address of a figure in its article.
func (d *desk) atFigure(f *ledger.Figure) string {
	if f.Passage < 0 {
		return d.inPassage(f.Place, 0)
	}
	return d.inPassage(f.Place, d.Passages[f.Passage].ID)
}
