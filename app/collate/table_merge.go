package collate

import (
	"slices"
	"strings"

	"samewire/app/text"
)

// Two columns side by side on which readings differ often read better as one
// slot: "more expensive / costlier", not "more / nothing" and then "expensive /
// costlier". But where most agree on something, it is worth seeing by itself.

const (
	minSolid   = 3 // readings that must agree on a wording for it to stand by itself
	maxIsland  = 2 // stop words between two slots that may join them
	minAround  = 5 // words that the two slots must have for each of these
	compoundBy = "-‐‑/"
)

// merge joins columns that agree to runs, and others to slots where they read
// better as one.
func (t *Table) merge() {
	t.joinIf(bothAgree)
	t.absorbIslands()
	t.absorbWords()
	for {
		n := len(t.Columns)
		t.joinIf(t.oneSlot)
		t.joinIf(bothAgree)
		if len(t.Columns) == n {
			return
		}
	}
}

func bothAgree(a, b *Column) bool { return a.Agree() && b.Agree() }

// joinIf makes one column of two side by side as long as ok says so.
func (t *Table) joinIf(ok func(a, b *Column) bool) {
	out := t.Columns[:0]
	for _, c := range t.Columns {
		for len(out) > 0 && ok(&out[len(out)-1], &c) {
			c = t.join(&out[len(out)-1], &c)
			out = out[:len(out)-1]
		}
		out = append(out, c)
	}
	t.Columns = out
}

// join makes one column of two that follow each other.
func (t *Table) join(a, b *Column) Column {
	at := slices.Clone(b.At)
	for r := range at {
		at[r].First = a.At[r].First
	}
	type pair struct{ a, b int }
	spelt := make(map[pair]string)
	return t.column(at, func(r int) string {
		p := pair{a.of[r], b.of[r]}
		s, ok := spelt[p]
		if !ok {
			s = a.Variants[p.a].key + b.Variants[p.b].key
			spelt[p] = s
		}
		return s
	})
}

// oneSlot tells whether two neighbouring columns that differ read better as
// one. They do if neither has a wording that most agree on; or if nobody has the
// first variants of both. They do if joining them neither makes more variants
// than the richer has alone nor takes a fifth of the readings from such a
// wording. And words that begin some readings only stay with the next ones, so
// that these are set as they must be in each.
func (t *Table) oneSlot(a, b *Column) bool {
	if a.Agree() || b.Agree() {
		return false
	}
	if a.solid() == 0 && b.solid() == 0 {
		return true
	}
	for r := range a.At {
		if a.At[r].Last == t.Columns[0].At[r].First && b.At[r].Len() > 0 {
			return true
		}
	}
	pairs := make([]int, len(a.Variants)*len(b.Variants)) // how many readings have both
	different, most := 0, 0
	for r := range a.At {
		p := &pairs[a.of[r]*len(b.Variants)+b.of[r]]
		if *p == 0 {
			different++
		}
		*p++
		most = max(most, *p)
	}
	return pairs[0] == 0 ||
		different <= max(len(a.Variants), len(b.Variants)) && 5*most >= 4*max(a.solid(), b.solid())
}

// solid returns the number of readings that have the first variant, if it has
// words and two thirds or more have it, three at the least, or else 0.
func (c *Column) solid() int {
	n := len(c.Variants[0].Readings)
	if n < minSolid || 3*n < 2*len(c.At) || c.Variants[0].empty() {
		return 0
	}
	return n
}

// absorbIslands joins slots between which all agree on a stop word or two, as
// chance will have it between longer phrases that have nothing in common.
func (t *Table) absorbIslands() {
	for i := 1; i+1 < len(t.Columns); i++ {
		c := &t.Columns[i]
		n := c.At[0].Len()
		if !c.Agree() || n > maxIsland || !t.stopWords(c) {
			continue
		}
		left, right := t.side(i, -1), t.side(i, 1)
		if left > 1 && right > 1 && n*minAround <= left+right {
			island := t.join(&t.Columns[i-1], c)
			t.Columns[i-1] = t.join(&island, &t.Columns[i+1])
			t.Columns = slices.Delete(t.Columns, i, i+2)
			i = max(0, i-2)
		}
	}
}

// stopWords tells whether a column that agrees has stop words alone.
func (t *Table) stopWords(c *Column) bool {
	d := t.doc(0)
	return !slices.ContainsFunc(d.Words[c.At[0].First:c.At[0].Last], content)
}

// side returns how many words stand between column i, which agrees, and the
// next one on the given side that does: what the upper quarter of the readings
// has there, or 0 if the lower quarter has nothing.
func (t *Table) side(i, step int) int {
	lengths := make([]int, len(t.passage.Readings))
	for r := range lengths {
		for k := i + step; k >= 0 && k < len(t.Columns) && !t.Columns[k].Agree(); k += step {
			lengths[r] += t.Columns[k].At[r].Len()
		}
	}
	slices.Sort(lengths)
	if lengths[len(lengths)/4] == 0 {
		return 0
	}
	return lengths[3*len(lengths)/4]
}

// absorbWords gives words on which all agree to the slot beside them if they
// can't be told apart from it: the halves of a compound, and a word with a
// capital letter in some readings only, as it begins a sentence there.
func (t *Table) absorbWords() {
	for i := 0; i < len(t.Columns); i++ {
		c := t.Columns[i]
		if !c.Agree() {
			continue
		}
		n := c.At[0].Len()
		if i > 0 && (t.capitalDiffers(&c) || t.compound(&c, 0)) {
			first := t.part(&c, 0, 1)
			t.Columns[i-1] = t.join(&t.Columns[i-1], &first)
			c, n = t.part(&c, 1, n), n-1
		}
		if n > 0 && i+1 < len(t.Columns) && t.compound(&c, n) {
			last := t.part(&c, n-1, n)
			t.Columns[i+1] = t.join(&last, &t.Columns[i+1])
			c, n = t.part(&c, 0, n-1), n-1
		}
		switch {
		case n == 0:
			t.Columns = slices.Delete(t.Columns, i, i+1)
			i--
		case n < t.Columns[i].At[0].Len():
			t.Columns[i] = c
			i--
		}
	}
}

// part returns the words from one to another of a column that agrees.
func (t *Table) part(c *Column, from, to int) Column {
	at := slices.Clone(c.At)
	for r := range at {
		at[r] = Range{at[r].First + from, at[r].First + to}
	}
	return t.column(at, func(r int) string { return t.key(r, at[r]) })
}

// capitalDiffers tells whether the first word has a capital letter in some
// readings only.
func (t *Table) capitalDiffers(c *Column) bool {
	capital := func(r int) bool { return t.doc(r).Words[c.At[r].First].Capital }
	for r := range c.At {
		if capital(r) != capital(0) {
			return true
		}
	}
	return false
}

// compound tells whether some reading has a hyphen or the like before word n of
// a column that agrees.
func (t *Table) compound(c *Column, n int) bool {
	for r := range c.At {
		d, i := t.doc(r), c.At[r].First+n
		if gap := d.Source[gapStart(d, i):gapEnd(d, i)]; gap != "" && strings.Trim(gap, compoundBy) == "" {
			return true
		}
	}
	return false
}

// doc returns the article of reading r.
func (t *Table) doc(r int) *text.Document { return t.docs[t.passage.Readings[r].Article] }
