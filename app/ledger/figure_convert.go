package ledger

import "strings"

// conversions adds to the sets what an article gives in brackets after a
// figure: another currency, measure or time zone.
func (c *figureComparison) conversions() {
	for b := 1; b < len(c.figures); b++ {
		a := b - 1
		if !c.converts(a, b) || c.setOf[a] >= 0 && c.setOf[b] >= 0 {
			continue
		}
		if c.setOf[a] < 0 && c.setOf[b] < 0 {
			c.setOf[a] = len(c.sets)
			c.sets = append(c.sets, figureColumn{passage: c.figures[a].Passage, members: []int{a}})
		}
		set := max(c.setOf[a], c.setOf[b])
		c.setOf[a], c.setOf[b] = set, set
		c.sets[set].converted = append(c.sets[set].converted, FigureLink{a, b, Converted})
	}
}

// maxConversion is how many bytes may stand between a figure and the bracket
// with its conversion.
const maxConversion = 24

// converts tells whether figure b stands in brackets after figure a, in another
// currency, measure or time zone.
func (c *figureComparison) converts(a, b int) bool {
	f, g := &c.figures[a], &c.figures[b]
	if f.Article != g.Article || f.Unit != g.Unit {
		return false
	}
	source := c.docs[f.Article].Source
	before, opened := strings.CutSuffix(source[f.End:g.Start], "(")
	rest := source[g.End:min(len(source), g.End+maxConversion)]
	if end := strings.IndexByte(rest, ')'); !opened || end < 0 || len(before) > maxConversion || strings.ContainsAny(before, ".,;()\n") {
		return false
	}
	switch f.Unit {
	case Money:
		return !sameCurrency(f.Code, g.Code)
	case Clock:
		return f.Code != g.Code && g.Code != ""
	case Count:
		s, t := c.nouns[a], c.nouns[b]
		return s != t && isMeasure(s) && isMeasure(t)
	}
	return false
}
