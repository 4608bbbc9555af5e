package ledger

import "samewire/app/align"

const (
	minGoneOn   = 4       // words in common of two sentences that go on after the same words
	maxGoneOn   = 60      // words of such a sentence
	shareGoneOn = 2.0 / 3 // of the shorter one's words, those in common
)

// goOn looks on where both wordings go on after, or begin before, what they have
// in common: a sentence that stands in the same place and has most of its words
// is the same sentence with words changed, though they are too many for what the
// alignment charges for them.
func (t *quotedAlignment) goOn(c *wordComparison) {
	if c.kept == 0 {
		return
	}
	for c.a1 < len(t.a) && c.b1 < len(t.b) && t.a[c.a1].sentence && t.b[c.b1].sentence {
		a1, b1 := sentenceAfter(t.a, c.a1), sentenceAfter(t.b, c.b1)
		if !t.sentences(c, c.a1, a1, c.b1, b1) {
			break
		}
		c.a1, c.b1 = a1, b1
	}
	for c.a0 > 0 && c.b0 > 0 && t.a[c.a0].sentence && t.b[c.b0].sentence {
		a0, b0 := sentenceBefore(t.a, c.a0), sentenceBefore(t.b, c.b0)
		if !t.sentences(c, a0, c.a0, b0, c.b0) {
			break
		}
		c.a0, c.b0 = a0, b0
	}
}

// sentenceAfter returns where the sentence ends that begins at word i.
func sentenceAfter(words []quotedWord, i int) int {
	for i++; i < len(words) && !words[i].sentence; i++ {
	}
	return i
}

// sentenceBefore returns where the sentence begins that ends before word i.
func sentenceBefore(words []quotedWord, i int) int {
	for i--; i > 0 && !words[i].sentence; i-- {
	}
	return i
}

// sentences adds to a comparison two sentences that have most words in common,
// and tells whether they do.
func (t *quotedAlignment) sentences(c *wordComparison, a0, a1, b0, b1 int) bool {
	if max(a1-a0, b1-b0) > maxGoneOn {
		return false
	}
	pairs := t.inCommon(a0, a1, b0, b1)
	content := 0
	for _, p := range pairs {
		if !t.a[p.A].Stop {
			content++
		}
	}
	if len(pairs) < minGoneOn || content == 0 || float64(len(pairs)) < shareGoneOn*float64(min(a1-a0, b1-b0))-1e-9 {
		return false
	}
	added := wordComparison{}
	i, j := a0, b0
	for _, p := range append(pairs, align.Link{A: a1, B: b1}) {
		t.close(&added, quotedHunk{i, p.A, j, p.B}, false)
		i, j = p.A+1, p.B+1
	}
	if n := len(added.hunks); n > 0 && added.hunks[n-1].a0 == a1 {
		added.compared -= b1 - added.hunks[n-1].b0 // what is put on at the end makes it no other sentence
	}
	c.kept += len(pairs) + added.kept
	c.compared += len(pairs) + added.kept + added.compared
	c.content += content
	c.brackets += added.brackets
	c.more = c.more || added.more
	if a0 >= c.a1 {
		c.hunks = append(c.hunks, added.hunks...)
	} else {
		c.hunks = append(added.hunks, c.hunks...)
	}
	return true
}

// inCommon returns a longest series of words that two stretches have in common.
func (t *quotedAlignment) inCommon(a0, a1, b0, b1 int) []align.Link {
	n, m := a1-a0, b1-b0
	best := make([]int, (n+1)*(m+1))
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if t.a[a0+i].id == t.b[b0+j].id {
				best[i*(m+1)+j] = 1 + best[(i+1)*(m+1)+j+1]
			} else {
				best[i*(m+1)+j] = max(best[(i+1)*(m+1)+j], best[i*(m+1)+j+1])
			}
		}
	}
	var pairs []align.Link
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case t.a[a0+i].id == t.b[b0+j].id:
			pairs = append(pairs, align.Link{A: a0 + i, B: b0 + j})
			i, j = i+1, j+1
		case best[(i+1)*(m+1)+j] >= best[i*(m+1)+j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
