package lesson

import (
	"slices"
	"strings"

	"samewire/app/align"
	"samewire/app/ledger"
	"samewire/app/text"
)

// The options of a question on figures, by index.
var together = [...]string{"figures.apart", "figures.rounded", "figures.form"}

const (
	unlike = iota
	inexact
	otherForm
)

const (
	maxFigureWords = 50  // of a sentence with a figure: two such fit a screen in any language
	minAlikeFigure = 0.5 // share of words kept around figures that can't both be true
)

// figures asks how two figures for the same thing go together.
func (m *maker) figures() {
	for _, set := range m.Ledgers.FigureSets {
		for _, link := range set.Links {
			if m.full() {
				return
			}
			m.askFigures(&m.Ledgers.Figures[link.A], &m.Ledgers.Figures[link.B], link.Relation)
		}
	}
}

func (m *maker) askFigures(f, g *ledger.Figure, relation ledger.Relation) {
	how, ok := m.relation(f, g, relation)
	if !ok {
		return
	}
	p, _, _ := m.sentences(f.Place)
	q, _, _ := m.sentences(g.Place)
	alone := f.Article == g.Article
	if max(len(m.Words(p)), len(m.Words(q))) > maxFigureWords || !m.isProse(p) || !m.isProse(q) || alone && p != q {
		return
	}
	places := []align.Place{p}
	if !alone {
		if !m.rivals(f.Article, g.Article) {
			return
		}
		places = append(places, q)
		if how == unlike && (!m.alikeBeside(p, q) || m.mayAddUp(f, g) || m.mayAddUp(g, f)) || m.similarity(p, q) < sureSimilarity {
			return
		}
	}
	question, r, ok := m.start(Figures, places...)
	if !ok {
		return
	}
	if !alone && r.below(2) == 1 {
		f, g = g, f
		places[0], places[1] = q, p
	}
	question.Exhibits = exhibits(places...)
	e := question.Exhibits
	e[0].Focus = []text.Span{withNoun(f)}
	e[len(e)-1].Focus = append(e[len(e)-1].Focus, withNoun(g))
	x := e[0].Letter
	if alone {
		question.Prompt = message("figures.prompt.alone", "x", x)
		question.Answer.Explain = []Message{message("figures.from.alone", "x", x, "a", m.outlet(p))}
	} else {
		question.Prompt = message("figures.prompt", "x", x, "y", e[1].Letter)
		question.Answer.Explain = []Message{message("figures.from", "x", x, "a", m.outlet(places[0]), "y", e[1].Letter, "b", m.outlet(places[1]))}
	}
	question.Look = message("figures.look")
	question.Items = []int{-1}
	for _, key := range together {
		question.Options = append(question.Options, Option{Message: message(key)})
	}
	question.Answer.Choices = []int{how}
	question.Answer.Explain = append(question.Answer.Explain, m.explainFigures(f, g, how, relation))
	question.about = together[how]
	question.Difficulty = 1
	if how != otherForm {
		question.Difficulty = 2
	}
	m.add(question)
}

func (m *maker) explainFigures(f, g *ledger.Figure, how int, relation ledger.Relation) Message {
	key := "figures.explain.apart"
	switch {
	case how == inexact:
		key = "figures.explain.rounded"
	case relation == ledger.Converted:
		key = "figures.explain.converted"
	case how == otherForm:
		key = "figures.explain.form"
	}
	return message(key, "one", m.figure(f), "other", m.figure(g))
}

// figure returns a figure with what it counts, where that follows.
func (m *maker) figure(f *ledger.Figure) string { return m.oneLine(f.Article, withNoun(f)) }

func withNoun(f *ledger.Figure) text.Span {
	span := f.Span
	if f.Noun.Start == span.End+1 {
		span.End = f.Noun.End
	}
	return span
}

// relation returns the option that is right for two figures, and false where
// another one can be defended: "more than 500" beside "500".
func (m *maker) relation(f, g *ledger.Figure, r ledger.Relation) (int, bool) {
	a, b := m.Words(f.Place), m.Words(g.Place)
	switch r {
	case ledger.Equal:
		return otherForm, f.Hedge == g.Hedge && f.Hedge != ledger.Vague && hedging(a) == hedging(b) &&
			!strings.EqualFold(m.Text(f.Place), m.Text(g.Place)) && m.sameValue(f, g)
	case ledger.Converted:
		return otherForm, f.Article == g.Article && f.Hedge == g.Hedge
	case ledger.Rounded:
		return inexact, isAmount(f) && isAmount(g) && !f.Low.Is(g.Low) && (lessExact(f, g) || lessExact(g, f))
	case ledger.HedgedDifferently:
		return inexact, isAmount(f) && isAmount(g) && !m.inBrackets(f) && !m.inBrackets(g) && (admits(f, g) || admits(g, f))
	case ledger.InDisagreement:
		return unlike, isAmount(f) && isAmount(g) && f.Hedge == ledger.Exact && g.Hedge == ledger.Exact &&
			m.fold(f.Article, f.Time) == m.fold(g.Article, g.Time) && f.Noun.Len() > 0 == (g.Noun.Len() > 0) && m.sameNoun(f, g)
	}
	return 0, false
}

// hedges are words that say the same of a number, by row. "At least 50" is not
// quite "more than 50", and "just over 50" says more than that.
var hedges = [...]string{
	"just well slightly far little bit close short no",
	"about around roughly approximately approx some circa estimated",
	"least or plus upwards minimum",
	"more over above exceeding",
	"nearly almost",
	"less fewer under below",
	"up most maximum",
	"dozens hundreds thousands several",
}

// hedging returns the row of the first hedge in words, or -1 for none.
func hedging(words []text.Word) int {
	return slices.IndexFunc(hedges[:], func(row string) bool { return holdsOneOf(words, row) })
}

// isAmount tells whether a figure is a single count, share or sum.
func isAmount(f *ledger.Figure) bool {
	return f.Unit == ledger.Count || f.Unit == ledger.Money || f.Unit == ledger.Percent
}

// sameValue tells whether two figures that are taken to be equal have the same
// value, and dates the same day.
func (m *maker) sameValue(f, g *ledger.Figure) bool {
	if f.Unit == ledger.Day && g.Unit == ledger.Day {
		return f.Date == g.Date && f.Date.Day != 0 && f.Date.Month != 0
	}
	return isAmount(f) && isAmount(g) && f.Low.Is(g.Low) && f.High.Is(g.High) && f.Code == g.Code
}

// lessExact tells whether f is g rounded, and hedged so that nobody can take it
// for exact.
func lessExact(f, g *ledger.Figure) bool {
	return g.Hedge == ledger.Exact && f.Low.Last > g.Low.Last && (f.Hedge == ledger.About || f.Hedge == ledger.Exact && f.Unit == ledger.Money)
}

// admits tells whether the hedge of f leaves room for g, which has none.
func admits(f, g *ledger.Figure) bool {
	if g.Hedge != ledger.Exact || !f.Low.Is(f.High) || !g.Low.Is(g.High) {
		return false
	}
	return f.Hedge == ledger.About && f.Low.Is(g.Low)
}

// inBrackets tells whether a figure stands in brackets, as one in other units
// does: what hedges that one hedges this one too.
func (m *maker) inBrackets(f *ledger.Figure) bool {
	before := m.Documents[f.Article].Source[:f.Start]
	return strings.LastIndexByte(before, '(') > strings.LastIndexByte(before, ')')
}

// fold returns the words of a span, folded.
func (m *maker) fold(article int, s text.Span) string {
	return letters(m.Words(align.Place{Article: article, Span: s}))
}

// sameNoun tells whether two figures count things of one name.
func (m *maker) sameNoun(f, g *ledger.Figure) bool {
	return sameStems(m.Words(align.Place{Article: f.Article, Span: f.Noun}), m.Words(align.Place{Article: g.Article, Span: g.Noun}))
}

// alikeBeside tells whether two sentences with different figures have most of
// the other words in common, in order.
func (m *maker) alikeBeside(p, q align.Place) bool {
	_, kept := align.Classify(m.Words(p), m.Words(q))
	return kept >= minAlikeFigure
}
