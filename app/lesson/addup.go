package lesson

import (
	"slices"

	"samewire/app/ledger"
	"samewire/app/text"
)

// What joins another count to a figure, and what tells that a count is of them.
const (
	joining = "and plus another"
	single  = "a an one another"
	breaks  = "among including includes included whom"
)

// mayAddUp tells whether figure f may be one part of what figure g counts: f has a
// further one or several beside it, "two were burnt and a man broke his hip", which
// g's sentence hasn't, or g's sentence alone goes on to tell who they are. Then
// both can be true.
func (m *maker) mayAddUp(f, g *ledger.Figure) bool {
	if f.Unit != ledger.Count || g.Unit != ledger.Count {
		return false
	}
	p, _, _ := m.sentences(f.Place)
	q, _, _ := m.sentences(g.Place)
	a, b := m.Words(p), m.Words(q)
	return holdsOneOf(b, breaks) && !holdsOneOf(a, breaks) || slices.ContainsFunc(furtherOnes(a, f.Span), func(s string) bool {
		return !slices.Contains(furtherOnes(b, g.Span), s)
	})
}

// furtherOnes returns what words join to the figure of a span: a number, or one of
// something, with the word behind it.
func furtherOnes(words []text.Word, figure text.Span) []string {
	var out []string
	for i := 0; i+2 < len(words); i++ {
		if next := words[i+1]; words[i].Start >= figure.End && isOneOf(joining, words[i].Fold) && (next.Digit || numeral(next) != "" || isOneOf(single, next.Fold)) {
			out = append(out, next.Fold+" "+words[i+2].Fold)
		}
	}
	return out
}
