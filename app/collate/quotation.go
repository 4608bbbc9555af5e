package collate

import (
	"slices"
	"strings"
	"unicode/utf8"

	"samewire/app/align"
	"samewire/app/text"
)

// A sentence often holds a quotation and who said it where: "…," Mike Hopkins
// told employees. Outlets put the two in either order, or the second into
// another sentence. So a passage whose readings share a quotation is divided:
// the quotation is one passage, and who said it, if several outlets say so,
// another.

const (
	minQuoted   = 8     // words of a quotation that a passage is divided for
	minSaid     = 5     // words of what is left beside it to be a reading
	minAlike    = 0.5   // share of content words that two such rests have in common
	maxLead     = 6     // words by which indirect speech is widened to its clause
	maxCompares = 40000 // products of lengths in words up to which wordings are compared
)

// stretch is the words of one article from first to last, exclusive.
type stretch struct{ article, first, last int }

func (s stretch) words(docs []*text.Document) []text.Word {
	return docs[s.article].Words[s.first:s.last]
}

// divide parts the readings of a passage into what they have of a shared
// quotation and what else several of them say. Where there is nothing to part,
// quoted is rs and said empty.
func (g *graph) divide(rs []stretch) (quoted, said []stretch) {
	all := make([][]stretch, len(rs))
	for i, r := range rs {
		all[i] = quotations(g.docs[r.article], r)
	}
	key, ok := g.sharedQuotation(all)
	if !ok {
		return rs, nil
	}
	for i, r := range rs {
		q := r
		if n := slices.IndexFunc(all[i], func(q stretch) bool { return g.alike(q, key) }); n >= 0 {
			q = all[i][n]
		} else if part, ok := g.indirect(r, key); ok {
			q = part
		}
		if 2*(q.last-q.first) < r.last-r.first {
			return rs, nil // the quotation is the lesser part of what is said
		}
		quoted = append(quoted, q)
		said = append(said, rest(r, q)...)
	}
	return quoted, g.alikeRests(said)
}

// sharedQuotation returns the quotation that most readings have, of those that
// two have at least.
func (g *graph) sharedQuotation(all [][]stretch) (best stretch, ok bool) {
	most, spelt := 1, ""
	for i := range all {
		for _, q := range all[i] {
			if q.last-q.first < minQuoted {
				continue
			}
			have := 1
			for j := range all {
				if j != i && slices.ContainsFunc(all[j], func(o stretch) bool { return g.alike(o, q) }) {
					have++
				}
			}
			// The spelling decides between equals, so that the order of the
			// articles doesn't.
			if k := key(q.words(g.docs)); have > most || have == most && ok && k < spelt {
				best, most, spelt, ok = q, have, k, true
			}
		}
	}
	return best, ok
}

// alike tells whether two wordings are the same but for edits.
func (g *graph) alike(a, b stretch) bool {
	if (a.last-a.first)*(b.last-b.first) > maxCompares {
		return false
	}
	kind, _ := align.Classify(a.words(g.docs), b.words(g.docs))
	return kind != align.Reworded
}

// quotations returns what stands between quotation marks in r. A quotation may
// begin before r, or end after it.
func quotations(d *text.Document, r stretch) []stretch {
	var all []stretch
	open, opener := -1, ' '
	for i := r.first; i <= r.last; i++ {
		gap := d.Source[gapStart(d, i):gapEnd(d, i)]
		for at, mark := range gap {
			opens, closes := quotationMark(gap, at, mark, opener)
			switch {
			case closes && (open >= 0 || open == -1 && len(all) == 0 && i > r.first):
				all = append(all, stretch{r.article, max(open, r.first), i})
				open, opener = -2, ' '
			case opens && i < r.last:
				open, opener = i, mark
			}
		}
	}
	if open >= 0 {
		all = append(all, stretch{r.article, open, r.last})
	}
	return all
}

// quotationMark tells whether the mark at byte at of a gap between two words
// opens a quotation, or closes the one that opener opened. A straight mark
// opens where the next word follows at once, and closes otherwise.
func quotationMark(gap string, at int, mark, opener rune) (opens, closes bool) {
	switch mark {
	case '“':
		return opener != '„', opener == '„'
	case '„', '«':
		return true, false
	case '”', '»':
		return false, true
	case '"':
		after := at == len(gap)-1
		return after, !after
	}
	return false, false
}

// gapStart and gapEnd bound what stands before word i of d.

func gapStart(d *text.Document, i int) int {
	if i == 0 {
		return 0
	}
	return d.Words[i-1].End
}

func gapEnd(d *text.Document, i int) int {
	if i == len(d.Words) {
		return len(d.Source)
	}
	return d.Words[i].Start
}

// indirect returns the part of r that says the quotation key without its
// marks: from the clause in which the first of its content words stands to the
// one with the last.
func (g *graph) indirect(r, key stretch) (stretch, bool) {
	d, from, to, kept := g.docs[r.article], -1, -1, 0
	for _, i := range common(r.words(g.docs), key.words(g.docs)) {
		if w := d.Words[r.first+i]; content(w) {
			if from < 0 {
				from = r.first + i
			}
			to = r.first + i + 1
			kept++
		}
	}
	wanted := 0
	for _, w := range key.words(g.docs) {
		if content(w) {
			wanted++
		}
	}
	if kept == 0 || 2*kept < wanted {
		return r, false
	}
	begin, end := widen(clauses(d, r.first, r.last), r.first, from, to)
	for i := from; i > begin && i >= from-maxLead; i-- {
		if d.Words[i-1].Fold == "that" {
			begin = i
		}
	}
	if from-begin > maxLead {
		return r, false
	}
	if end-to > maxLead {
		end = to
	}
	return stretch{r.article, begin, end}, true
}

// common returns the indices of the words of a on a longest common
// subsequence with b.
func common(a, b []text.Word) []int {
	if len(a)*len(b) > maxCompares {
		return nil
	}
	width := len(b) + 1
	length := make([]int, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].Fold == b[j].Fold {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	var found []int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Fold == b[j].Fold:
			found = append(found, i)
			i, j = i+1, j+1
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return found
}

// rest returns what of r stands beside q, if it is long enough to say
// something: the longer of the two sides.
func rest(r, q stretch) []stretch {
	side := stretch{r.article, r.first, q.first}
	if after := r.last - q.last; after > side.last-side.first {
		side = stretch{r.article, q.last, r.last}
	}
	if side.last-side.first < minSaid {
		return nil
	}
	return []stretch{side}
}

// alikeRests returns the rests that have most content words in common with the
// one that has most such others.
func (g *graph) alikeRests(rests []stretch) []stretch {
	var best []stretch
	spelt := ""
	for _, r := range rests {
		var like []stretch
		for _, o := range rests {
			if g.dice(r, o) >= minAlike {
				like = append(like, o)
			}
		}
		if k := key(r.words(g.docs)); len(like) > len(best) || len(like) == len(best) && k < spelt {
			best, spelt = like, k
		}
	}
	if len(best) < 2 {
		return nil
	}
	return best
}

// dice returns twice the number of content words in common over the number of
// all (Dice 1945).
func (g *graph) dice(a, b stretch) float64 {
	stems := make(map[string]int)
	total, both := 0, 0
	for _, w := range a.words(g.docs) {
		if content(w) {
			stems[w.Stem]++
			total++
		}
	}
	for _, w := range b.words(g.docs) {
		if content(w) {
			total++
			if stems[w.Stem] > 0 {
				stems[w.Stem]--
				both++
			}
		}
	}
	if total == 0 {
		return 0
	}
	return float64(2*both) / float64(total)
}

// span returns the bytes of a stretch with the quotation marks, currency signs
// and full stop that belong to it.
func (s stretch) span(d *text.Document) text.Span {
	span := text.Span{Start: d.Words[s.first].Start, End: d.Words[s.last-1].End}
	before := d.Source[gapStart(d, s.first):span.Start]
	if s.first == 0 {
		before = " " + before
	}
	span.Start -= opening(before)
	after := d.Source[span.End:gapEnd(d, s.last)]
	span.End += closing(after)
	return span
}

// closing returns how many bytes at the start of a gap between two words
// belong to the first: what comes up to a closing quotation mark, or the mark
// that ends a sentence.
func closing(gap string) int {
	if i := strings.IndexAny(gap, " \t\r\n\u00a0"); i >= 0 {
		gap = gap[:i]
	}
	if i := strings.LastIndexAny(gap, "\"”»“"); i >= 0 {
		_, n := utf8.DecodeRuneInString(gap[i:])
		return i + n
	}
	if n := len(gap) - len(strings.TrimLeft(gap, ".!?%…)")); n > 0 {
		return n
	}
	return 0
}
