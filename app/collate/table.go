package collate

import (
	"slices"
	"strings"
	"unicode"

	"samewire/app/sorting"
	"samewire/app/text"
)

// Table is a passage with its readings aligned word under word, as the textual
// critics' table of variants has them. Columns on which all readings agree and
// columns on which they differ stand in the order of the base; between two
// columns that agree stand one or more that don't.
type Table struct {
	Columns []Column
	docs    []*text.Document
	passage *Passage
}

// Column is what every reading has in one place of its passage. Read from the
// first column to the last, the words of each reading are its whole text.
type Column struct {
	At       []Range   // one a reading
	Variants []Variant // most readings first, then the base's, then by spelling; one if all agree
	of       []int     // the variant of every reading
}

// Range is the words Document.Words[First:Last] of a reading's article. It is
// empty where the reading has no words.
type Range struct{ First, Last int }

// Len returns the number of words.
func (r Range) Len() int { return r.Last - r.First }

// Variant is one of the wordings of a column, spelling and setting aside.
type Variant struct {
	Readings []int // indices into Passage.Readings, in order
	key      string
}

// empty tells whether the variant is to leave the words out.
func (v Variant) empty() bool { return v.key == "" }

// Agree tells whether all readings have the same words.
func (c *Column) Agree() bool { return len(c.Variants) == 1 }

// NewTable aligns the readings of a passage. It is the same in any order of the
// articles, up to their numbers. 200 different readings of 60 words take about
// 40 ms; see maxTabled for longer ones.
//
// Readings are added one by one to a growing profile, the nearest to the base
// first (progressive alignment, after Feng and Doolittle, J. Mol. Evol. 25,
// 1987). What speaks for putting a word under another is that the two are
// linked; of links that cross, those that weigh most together are kept.
func NewTable(docs []*text.Document, p *Passage) *Table {
	t := &Table{docs: docs, passage: p}
	var readings []stretch
	for _, r := range p.Readings {
		first, last := docs[r.Article].WordsIn(r.Span)
		readings = append(readings, stretch{r.Article, first, last})
	}
	var columns [][]Range
	if slices.ContainsFunc(readings, func(s stretch) bool { return s.last-s.first > maxTabled }) {
		columns = coarse(docs, readings)
	} else {
		columns = newProfile(docs, readings, p.Base).columns(readings)
	}
	for _, at := range columns {
		t.Columns = append(t.Columns, t.column(at, func(r int) string { return t.key(r, at[r]) }))
	}
	t.merge()
	return t
}

// column finds the variants of a column. spelt returns what makes the words of
// one reading the same as those of another.
func (t *Table) column(at []Range, spelt func(r int) string) Column {
	c := Column{At: at, of: make([]int, len(at))}
	number := make(map[string]int)
	for r := range at {
		k := spelt(r)
		n, ok := number[k]
		if !ok {
			n = len(c.Variants)
			number[k] = n
			c.Variants = append(c.Variants, Variant{key: k})
		}
		c.Variants[n].Readings = append(c.Variants[n].Readings, r)
	}
	key := spelt(t.passage.Base)
	sorting.By(c.Variants, func(v, w Variant) int {
		switch {
		case len(v.Readings) != len(w.Readings):
			return len(w.Readings) - len(v.Readings)
		case v.key == key:
			return -1
		case w.key == key:
			return 1
		}
		return strings.Compare(v.key, w.key)
	})
	for n, v := range c.Variants {
		for _, r := range v.Readings {
			c.of[r] = n
		}
	}
	return c
}

// key returns what makes words of reading i the same as others: their folded
// spellings and the signs set to them, such as "$" and "%".
func (t *Table) key(i int, at Range) string {
	if at.Len() == 0 {
		return ""
	}
	d := t.doc(i)
	var b strings.Builder
	b.WriteString(signs(d.Source[gapStart(d, at.First):gapEnd(d, at.First)], true))
	for n := at.First; n < at.Last; n++ {
		gap := d.Source[d.Words[n].End:gapEnd(d, n+1)]
		fold := d.Words[n].Fold
		if d.Words[n].Capital {
			fold = strings.ReplaceAll(fold, ".", "") // "U.S." is "US"
		}
		b.WriteString(fold)
		b.WriteString(signs(gap, false))
		b.WriteByte(' ')
		if n+1 < at.Last {
			b.WriteString(signs(gap, true))
		}
	}
	return b.String()
}

// signs returns the symbols and per cent signs that a gap between two words
// sets to the second of them, or else to the first.
func signs(gap string, second bool) string {
	blank := strings.IndexFunc(gap, unicode.IsSpace)
	switch {
	case blank < 0 && second:
		return "" // they were given to the first already
	case blank >= 0 && second:
		gap = gap[blank:]
	case blank >= 0:
		gap = gap[:blank]
	}
	out := ""
	for _, r := range gap {
		if unicode.IsSymbol(r) || r == '%' {
			out += string(r)
		}
	}
	return out
}
