package ledger

import "slices"

// countsOthers tells whether two counts that aren't the same may be of more and
// of fewer: "184 passengers, including ten infants" and "174 passengers and ten
// infants" are the same people, and "190 passengers, including ten infants" may
// be others than "190 people, including six crew".
func (c *figureComparison) countsOthers(a, b *figuredReading, f, g int, r Relation) bool {
	x, y := &c.figures[f], &c.figures[g]
	if r == Equal || x.Unit != Count || y.Unit != Count {
		return false
	}
	if c.nouns[f] != c.nouns[g] && c.listsParts(f) && c.listsParts(g) {
		return true
	}
	if !x.isExact() || !y.isExact() {
		return false
	}
	apart := max(x.Low.float(), y.Low.float()) - min(x.Low.float(), y.Low.float())
	isRest := func(h int) bool {
		z := &c.figures[h]
		return h != f && h != g && z.Unit == Count && z.isExact() && apart > 0 && z.Low.float() == apart
	}
	return slices.ContainsFunc(a.figures, isRest) || slices.ContainsFunc(b.figures, isRest)
}

// isExact tells whether a figure is one number and says no more of it.
func (f *Figure) isExact() bool { return f.Hedge == Exact && f.Low.Is(f.High) }

// maxToParts is how many words stand between a count and "including" at most.
const maxToParts = 12

// listsParts tells whether the sentence of a count goes on with what it includes.
func (c *figureComparison) listsParts(f int) bool {
	d := c.docs[c.figures[f].Article]
	_, next := d.WordsIn(c.figures[f].Span)
	end := sentencesOf(d, c.figures[f].Span).End
	for w := next; w < len(d.Words) && w < next+maxToParts && d.Words[w].Start < end; w++ {
		switch d.Words[w].Fold {
		case "including", "among", "comprising":
			return true
		}
	}
	return false
}
