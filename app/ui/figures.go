package ui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"samewire/app/align"
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
	var differ, same, times []*ledger.FigureSet
	for _, s := range d.figureSets(l) {
		switch {
		case s.Relation() != ledger.Equal:
			differ = append(differ, s)
		case unitPart(d.Ledgers.Figures[s.Base].Unit) == "times":
			times = append(times, s)
		default:
			same = append(same, s)
		}
	}
	if !d.InOrder {
		sorting.By(differ, func(a, b *ledger.FigureSet) int { return cmp.Compare(b.Relation(), a.Relation()) })
	}
	if len(differ) > 0 {
		l.heading(say("figures.told-differently"), len(differ))
		for _, s := range differ[:d.atOnce(len(differ), entriesAtOnce)] {
			d.differing(&l.markup, s)
		}
		d.more(&l.markup, len(differ), entriesAtOnce, "differ", "all-differ")
	}
	if len(same) > 0 {
		l.heading(say("figures.the-same-in-each"), len(same))
		d.agreeing(&l.markup, same, "all-same")
	}
	if len(times) > 0 {
		l.open("details", "class", "fold").open("summary").text(say("figures.dates-and-times-the")+" ").put("small", grouped(len(times))).close("summary")
		d.agreeing(&l.markup, times, "all-times")
		l.close("details")
	}
	alone := d.aloneFigures(l)
	if len(alone) > 0 {
		l.heading(say("figures.in-one-place-only"), len(alone))
		d.figuresByArticle(&l.markup, alone)
	}
	l.shown = len(differ) + len(same) + len(times) + len(alone)
	return d.ledgerView(l, say("figures.every-figure-of-this"))
}

// figureSets returns the sets that are shown, and counts those of each part.
func (d *desk) figureSets(l *ledgerPage) []*ledger.FigureSet {
	var shown []*ledger.FigureSet
	for i := range d.Ledgers.FigureSets {
		s := &d.Ledgers.FigureSets[i]
		if !slices.ContainsFunc(s.Figures, func(f int) bool { return d.hasArticle(d.Ledgers.Figures[f].Article) }) {
			continue
		}
		agreement := "differ"
		if s.Relation() == ledger.Equal {
			agreement = "same"
		}
		unit := unitPart(d.Ledgers.Figures[s.Base].Unit)
		l.counts[agreement]++
		l.counts[unit]++
		if d.has(agreement) || d.has(unit) {
			shown = append(shown, s)
		}
	}
	return shown
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
	d.quote(m, base.Article, withNoun(base)).text(" ").put("small", relationTitle(s.Relation())).close("h3").open("ul", "class", "told")
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
	case ledger.HedgedDifferently:
		return say("figures.not-equally-exact-all")
	case ledger.Converted:
		return say("figures.one-converts-it")
	}
	return say("figures.the-same")
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
	m.text(strings.Join(said, "; "))
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
	s := d.line(f.Article, f.Span)
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

// How many words around a figure are shown with it at most.
const (
	wordsBefore = 4
	wordsAfter  = 6
)

// figure writes a figure among the words around it.
func (d *desk) figure(m *markup, f *ledger.Figure) {
	source := d.Documents[f.Article].Source
	around := d.around(f.Place)
	m.text(source[around.Start:f.Start]).put("b", f.Of(source)).text(source[f.End:around.End])
}

// around returns a place with a few words before and after it, as far as no
// punctuation stands between.
func (d *desk) around(p align.Place) text.Span {
	doc := d.Documents[p.Article]
	goesOn := func(from, to int) bool {
		return !strings.ContainsAny(doc.Source[from:to], ".,;:!?()[]–—\n\"“”")
	}
	first, last := doc.WordsIn(p.Span)
	s := p.Span
	for n := 0; n < wordsBefore && first > 0 && goesOn(doc.Words[first-1].End, s.Start); n++ {
		first--
		s.Start = doc.Words[first].Start
	}
	for n := 0; n < wordsAfter && last < len(doc.Words) && goesOn(s.End, doc.Words[last].Start); n++ {
		s.End = doc.Words[last].End
		last++
	}
	return s
}
