package ledger

import (
	"cmp"
	"slices"

	"samewire/app/collate"
	"samewire/app/sorting"
	"samewire/app/text"
)

// FigureSet is figures that are told of the same thing.
type FigureSet struct {
	Passage int          // index of the passage whose readings gave the set, or -1
	Base    int          // index into the figures: the one that the others are compared with
	Figures []int        // indices into the figures, ascending; at least two
	Links   []FigureLink // how they stand to each other, the most telling first
}

// FigureLink is how figure B stands to figure A; both are indices into the
// figures.
type FigureLink struct {
	A, B     int
	Relation Relation
}

// Relation returns the most telling relation of the set.
func (s *FigureSet) Relation() Relation { return s.Links[0].Relation }

// CompareFigures returns the sets of figures that readings of one passage or
// very similar sentences tell of the same thing, in the order of their first
// figures; figures must be those of [Figures]. A figure is in one set at most.
// Figures that can't be told to be of the same thing are in none, and those
// whose relation is open are left out of the sets. Bases and links are the same
// in any order of the articles, up to their numbers.
func CompareFigures(docs []*text.Document, passages []collate.Passage, figures []Figure) []FigureSet {
	c := newFigureComparison(docs, figures)
	for p := range passages {
		c.passage(p, &passages[p])
	}
	c.repeated()
	c.conversions()
	return c.finish()
}

// figureComparison gathers the sets.
type figureComparison struct {
	docs    []*text.Document
	figures []Figure
	nouns   []string // the stem of what each figure counts, or ""
	rank    []int    // of each article, by its text
	sets    []figureColumn
	setOf   []int // of each figure, or -1
}

// figureColumn is a set as it grows.
type figureColumn struct {
	passage   int
	members   []int
	converted []FigureLink
}

func newFigureComparison(docs []*text.Document, figures []Figure) *figureComparison {
	c := &figureComparison{docs: docs, figures: figures, rank: make([]int, len(docs)),
		nouns: make([]string, len(figures)), setOf: make([]int, len(figures))}
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	sorting.By(order, func(a, b int) int { return cmp.Or(cmp.Compare(docs[a].Source, docs[b].Source), a-b) })
	for rank, i := range order {
		c.rank[i] = rank
	}
	for i := range figures {
		c.setOf[i] = -1
		d := docs[figures[i].Article]
		if first, last := d.WordsIn(figures[i].Noun); first < last {
			c.nouns[i] = d.Words[first].Stem
		}
	}
	return c
}

// compare orders figures by the text of their articles, so that the order of
// the articles doesn't matter.
func (c *figureComparison) compare(a, b int) int {
	f, g := &c.figures[a], &c.figures[b]
	return cmp.Or(c.rank[f.Article]-c.rank[g.Article], f.Start-g.Start)
}

// join makes one set of a figure and one that is in none.
func (c *figureComparison) join(a, b, passage int) {
	if c.setOf[a] < 0 {
		c.setOf[a] = len(c.sets)
		c.sets = append(c.sets, figureColumn{passage: passage, members: []int{a}})
	}
	set := c.setOf[a]
	c.setOf[b] = set
	c.sets[set].members = append(c.sets[set].members, b)
}

// finish relates the figures of each set.
func (c *figureComparison) finish() []FigureSet {
	var out []FigureSet
	for i := range c.sets {
		if s, ok := c.relate(&c.sets[i]); ok {
			out = append(out, s)
		}
	}
	return sorted(out, func(a, b *FigureSet) int { return cmp.Or(a.Figures[0]-b.Figures[0], a.Base-b.Base) })
}

// sorted returns a list in order, equal entries as they were. It sorts indices,
// so that the code of the sort is in the program once and not for every type.
func sorted[T any](list []T, compare func(a, b *T) int) []T {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	sorting.By(order, func(i, j int) int { return cmp.Or(compare(&list[i], &list[j]), i-j) })
	out := make([]T, len(list))
	for i, from := range order {
		out[i] = list[from]
	}
	return out
}

// relate compares the figures of a set with its base; those that stand in no
// plain relation to it are dropped.
func (c *figureComparison) relate(column *figureColumn) (FigureSet, bool) {
	s := FigureSet{Passage: column.passage, Base: c.base(column.members)}
	s.Figures = append(s.Figures, s.Base)
	for _, m := range column.members {
		if m == s.Base {
			continue
		}
		if relation, ok := c.relation(s.Base, m); ok {
			s.Figures = append(s.Figures, m)
			s.Links = append(s.Links, FigureLink{s.Base, m, relation})
		}
	}
	s.Links = append(s.Links, c.differentTimes(&s)...)
	for _, k := range column.converted {
		switch hasA, hasB := slices.Contains(s.Figures, k.A), slices.Contains(s.Figures, k.B); {
		case hasA:
			s.Figures = append(s.Figures, k.B)
		case hasB:
			s.Figures = append(s.Figures, k.A)
		default:
			continue
		}
		s.Links = append(s.Links, k)
	}
	slices.Sort(s.Figures)
	s.Links = sorted(s.Links, func(a, b *FigureLink) int {
		return cmp.Or(int(b.Relation)-int(a.Relation), c.compare(a.A, b.A), c.compare(a.B, b.B))
	})
	return s, len(s.Links) > 0
}

// base returns the figure whose value and hedge most others have; of several
// the one that was joined first, which is that of the passage's base if it has
// one.
func (c *figureComparison) base(members []int) int {
	best, most := members[0], 0
	for _, m := range members {
		n := 0
		for _, other := range members {
			if c.same(m, other) {
				n++
			}
		}
		if n > most {
			best, most = m, n
		}
	}
	return best
}

// same tells whether two figures have the same value and hedge.
func (c *figureComparison) same(a, b int) bool {
	r, ok := c.relation(a, b)
	return ok && r == Equal
}

// differentTimes returns links between figures of a set that have one value but
// are tied to times that can't be the same: to the base, or to the first that is
// tied to a time.
func (c *figureComparison) differentTimes(s *FigureSet) []FigureLink {
	base := s.Base
	if c.figures[base].Time.Len() == 0 {
		base = -1
	}
	var links []FigureLink
	for _, m := range s.Figures {
		f := &c.figures[m]
		switch {
		case f.Time.Len() == 0 || m == base:
		case base < 0:
			base = m
		case f.Low.Is(c.figures[base].Low) && c.timesDiffer(base, m):
			links = append(links, FigureLink{base, m, DifferentTime})
		}
	}
	return links
}
