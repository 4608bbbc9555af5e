package ledger

import "slices"

// maxQuotedCells bounds the product of the lengths of two quotations compared
// word by word; of longer ones it is only found out whether one begins with all
// words of the other.
const maxQuotedCells = 1 << 18

// minBehindOmission is how many words in common behind an omission are no chance.
const minBehindOmission = 4

// compareWords aligns two wordings: what they keep counts 2, every word that
// differs costs 1, and nothing is charged for what one leaves out of the other
// at its ends, at sentence ends of b, or at an ellipsis (Needleman and Wunsch
// 1970, with free ends). It costs len(a)·len(b) steps.
func compareWords(a, b []quotedWord) wordComparison {
	if len(a)*len(b) > maxQuotedCells {
		return quotedCommonStart(a, b)
	}
	t := newQuotedAlignment(a, b)
	c := t.trace()
	t.goOn(&c)
	t.leaveForeign(&c)
	return c
}

// quotedCommonStart compares wordings that are too long to be aligned.
func quotedCommonStart(a, b []quotedWord) wordComparison {
	n := 0
	c := wordComparison{}
	for n < len(a) && n < len(b) && a[n].id == b[n].id {
		if !a[n].Stop {
			c.content++
		}
		n++
	}
	if n < len(a) && n < len(b) {
		return wordComparison{}
	}
	c.a1, c.b1, c.kept, c.compared = n, n, n, n
	return c
}

// quotedAlignment is the table of the best scores of the beginnings of two wordings.
type quotedAlignment struct {
	a, b  []quotedWord
	width int
	score []int32
}

func newQuotedAlignment(a, b []quotedWord) *quotedAlignment {
	t := &quotedAlignment{a, b, len(b) + 1, make([]int32, (len(a)+1)*(len(b)+1))}
	for j := 1; j <= len(b); j++ {
		t.score[j] = t.at(0, j-1) - 1
		if t.begins(j) {
			t.score[j] = 0
		}
	}
	for i := 1; i <= len(a); i++ {
		above, row := t.score[(i-1)*t.width:i*t.width], t.score[i*t.width:(i+1)*t.width]
		insertion := t.insertion(i)
		for j := 1; j <= len(b); j++ {
			best := max(above[j-1]+t.match(i, j), above[j]-t.deletion(j), row[j-1]-insertion)
			if t.begins(j) {
				best = max(best, 0)
			}
			row[j] = best
		}
	}
	return t
}

func (t *quotedAlignment) at(i, j int) int32 { return t.score[i*t.width+j] }

// begins tells whether a wording may begin after j words of b.
func (t *quotedAlignment) begins(j int) bool { return j == 0 || j < len(t.b) && t.b[j].sentence }

func (t *quotedAlignment) same(i, j int) bool { return t.a[i-1].id == t.b[j-1].id }

func (t *quotedAlignment) match(i, j int) int32 {
	if t.same(i, j) {
		return 2
	}
	return -1
}

// deletion is the cost of leaving out a word of a after j words of b.
func (t *quotedAlignment) deletion(j int) int32 {
	if j < len(t.b) && t.b[j].omission {
		return 0
	}
	return 1
}

// insertion is the cost of a word of b after i words of a.
func (t *quotedAlignment) insertion(i int) int32 {
	if i < len(t.a) && t.a[i].omission {
		return 0
	}
	return 1
}

// trace walks back from the best end.
func (t *quotedAlignment) trace() wordComparison {
	i, j := t.end()
	c := wordComparison{a1: i, b1: j}
	open := quotedHunk{i, i, j, j}
	omitted := false
	last := c // what stands behind the last omission so far
	for i > 0 && j > 0 && !(t.at(i, j) == 0 && t.begins(j)) {
		switch s := t.at(i, j); {
		case t.same(i, j) && s == t.at(i-1, j-1)+2:
			if omitted && c.isChance(open) {
				c, open = wordComparison{a1: i, b1: j}, quotedHunk{i, i, j, j}
			}
			if omitted {
				last = c
				last.a0, last.b0 = open.a1, open.b1
			}
			t.close(&c, open, omitted)
			i, j, omitted = i-1, j-1, false
			open = quotedHunk{i, i, j, j}
			c.kept++
			if !t.b[j].Stop {
				c.content++
			}
			continue
		case s == t.at(i, j-1)-t.insertion(i):
			omitted = omitted || t.insertion(i) == 0
			j--
		case s == t.at(i-1, j)-t.deletion(j):
			omitted = omitted || t.deletion(j) == 0
			i--
		default:
			i, j = i-1, j-1
		}
		open.a0, open.b0 = i, j
	}
	if !t.begins(j) { // words of b before all of a
		j = 0
	}
	if open.a0 == open.a1 {
		i = t.clauseStart(i, open.b1-j)
	}
	open.a0, open.b0 = i, j
	t.close(&c, open, omitted)
	c.a0, c.b0 = i, j
	if before := (wordComparison{kept: c.kept - last.kept, hunks: c.hunks[len(last.hunks):]}); last.kept > 0 && before.isChance(quotedHunk{}) {
		c = last
	}
	c.compared += c.kept
	slices.Reverse(c.hunks)
	return c
}

// isChance tells whether words behind an omission are too few to show that a
// wording goes on there: where the other one has words in place of the omission,
// or where they differ.
func (c *wordComparison) isChance(omission quotedHunk) bool {
	return c.kept < minBehindOmission && (omission.b1 > omission.b0 || len(c.hunks) > 0)
}

// leaveForeign takes back that the second wording begins with a word or two of
// another sentence of the base: "it’s" of "It’s late. We are tired" in "it’s cold,
// we are tired".
func (t *quotedAlignment) leaveForeign(c *wordComparison) {
	if len(c.hunks) == 0 {
		return
	}
	h := c.hunks[0]
	before := h.b0 - c.b0
	if before == 0 || before > 2 || contentOf(t.b[c.b0:h.b0]) > 0 || h.a1 == h.a0 || h.a1 >= len(t.a) || h.b1 >= len(t.b) {
		return
	}
	if begins := slices.IndexFunc(t.a[h.a0+1:h.a1], func(w quotedWord) bool { return w.sentence }); begins >= 0 && h.b0 == h.b1 && t.a[h.a0].id != t.a[h.a1].id {
		// "I have given" stands for "I’ve given" of the next sentence.
		c.hunks[0] = quotedHunk{h.a0 + 1 + begins, h.a1, c.b0, h.b1}
		c.kept -= before
		c.a0 = h.a0 + 1 + begins
		return
	}
	if !t.a[h.a1].sentence || t.b[h.b1].sentence {
		return
	}
	c.hunks = c.hunks[1:]
	c.kept -= before
	c.compared -= h.b1 - c.b0
	c.a0, c.b0, c.more = h.a1, h.b1, true
}

// end returns where the best comparison ends: anywhere in a, and after all of b
// or one of its sentences.
func (t *quotedAlignment) end() (i, j int) {
	for y := 0; y <= len(t.b); y++ {
		if y < len(t.b) && !t.begins(y) {
			continue
		}
		for x := 0; x <= len(t.a); x++ {
			if t.at(x, y) >= t.at(i, j) {
				i, j = x, y
			}
		}
	}
	return i, j
}

// clauseStart returns where the clause begins that ends before word i of a, if
// that is hardly more than n words before; else i. What b has there stands in its
// place: "this will" in that of "it is going to".
func (t *quotedAlignment) clauseStart(i, n int) int {
	if n > 0 {
		n += 2
	}
	for k := i; k > 0 && i-k <= n; k-- {
		if k < i && t.a[k].clause {
			return k
		}
	}
	if i <= n {
		return 0
	}
	return i
}

// close records a place where the wordings differ, if it is no mere difference
// in spelling signs.
func (t *quotedAlignment) close(c *wordComparison, h quotedHunk, omitted bool) {
	switch {
	case h.a0 == h.a1 && h.b0 == h.b1:
		// nothing differs
	case omitted && (h.a0 == h.a1 || h.b0 == h.b1):
		c.omissions++
		c.more = c.more || h.b1 > h.b0 && quotedLeavesOut(t.b[h.b0:h.b1]) // what a leaves out, b has
	case h.a0 == h.a1 && (h.a0 == 0 && h.b0 == 0 || h.a1 == len(t.a) && h.b1 == len(t.b)):
		c.more = c.more || quotedLeavesOut(t.b[h.b0:h.b1]) // b goes on where a begins or ends
	case spellingVariants.Replace(spellQuoted(t.a, h.a0, h.a1)) == spellingVariants.Replace(spellQuoted(t.b, h.b0, h.b1)):
		c.kept += h.b1 - h.b0
	case quotedBracketed(t.a[h.a0:h.a1]) || quotedBracketed(t.b[h.b0:h.b1]):
		c.brackets++
	default:
		c.hunks = append(c.hunks, h)
		c.compared += h.b1 - h.b0
	}
}

// spellQuoted writes the words from first to last as one, with the signs around.
func spellQuoted(words []quotedWord, first, last int) string {
	s := ""
	for w := first; w < last; w++ {
		s += words[w].symbol + words[w].letters
	}
	if last < len(words) {
		s += words[last].symbol
	}
	return s
}

// quotedBracketed tells whether there are words, all of them in brackets.
func quotedBracketed(words []quotedWord) bool {
	for _, w := range words {
		if !w.bracketed {
			return false
		}
	}
	return len(words) > 0
}
