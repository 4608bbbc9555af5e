package ledger

import (
	"slices"

	"samewire/app/align"
)

// nearlySame tells whether two readings of some length have nearly all their content
// words in common.
func nearlySame(links []align.Link, a, b *figuredReading) bool {
	const share, fewest = 0.9, 3
	n, m := contentWords(a.words), contentWords(b.words)
	return min(n, m) >= fewest && linkedShare(links, a, b)*float64(min(n, m)) >= share*float64(max(n, m))
}

// recurs tells whether a figure is a day that comes round: "every second Thursday".
func (c *figureComparison) recurs(f int) bool {
	if c.figures[f].Unit != Weekday {
		return false
	}
	d := c.docs[c.figures[f].Article]
	first, _ := d.WordsIn(c.figures[f].Span)
	for w := max(0, first-2); w < first; w++ {
		if isOneOf(" every each ", d.Words[w].Fold) {
			return true
		}
	}
	return false
}

// tiedApart tells whether figures with different values are tied to the times f and
// g: they tell of two days.
func (c *figureComparison) tiedApart(a, b *figuredReading, f, g int) bool {
	tied := func(r *figuredReading, time int) []int {
		var list []int
		for _, h := range r.figures {
			if t := c.figures[h].Time; t.Len() > 0 && t.Overlap(c.figures[time].Span) > 0 {
				list = append(list, h)
			}
		}
		return list
	}
	if !c.figures[f].isTime() {
		return false
	}
	to := tied(b, g)
	return slices.ContainsFunc(tied(a, f), func(x int) bool {
		return slices.ContainsFunc(to, func(y int) bool { return c.comparable(x, y) && !c.sameValue(x, y) })
	})
}
