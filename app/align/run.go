package align

import (
	"slices"

	"samewire/app/text"
)

// A run of the same words makes a match by itself, whatever else their two
// sentences say, if it is long enough and says enough.
const (
	minRunWords  = 8
	minRunWeight = 12.0
	// runSimilarity is the confidence in a run where the sentences as wholes
	// are not alike.
	runSimilarity = 0.7
)

// run is a stretch of words that two sentences have in common.
type run struct{ a, b, words int } // first words, indices into the documents

// longestRun returns the longest run of words that sentences a and b share.
// Muted words are in none.
func (c *corpus) longestRun(a, b int32) run {
	sa, sb := &c.sentences[a], &c.sentences[b]
	da, db := &c.docs[sa.doc], &c.docs[sb.doc]
	wa, wb := da.Sentences[sa.index], db.Sentences[sb.index]
	fa, fb := c.folds[sa.doc], c.folds[sb.doc]
	best := run{}
	// above[j] is the length of the run that ends at the word before i and at j.
	above := make([]int, wb.Last-wb.First+1)
	for i := wa.First; i < wa.Last; i++ {
		for j := wb.Last - 1; j >= wb.First; j-- {
			n := 0
			if fa[i] == fb[j] && !da.muted[i] && !db.muted[j] {
				n = above[j-wb.First] + 1
			}
			above[j-wb.First+1] = n
			if n > best.words {
				best = run{i - n + 1, j - n + 1, n}
			}
		}
	}
	return best
}

// identical tells whether two sentences have the same words, at least three.
func (c *corpus) identical(a, b int32) bool {
	fa, fb := c.foldsOf(a), c.foldsOf(b)
	return len(fa) >= 3 && slices.Equal(fa, fb)
}

// foldsOf returns the numbers of the folded words of sentence s.
func (c *corpus) foldsOf(s int32) []int32 {
	sen := &c.sentences[s]
	span := c.docs[sen.doc].Sentences[sen.index]
	return c.folds[sen.doc][span.First:span.Last]
}

// runMatch returns the match of the longest run of a and b, if it is one.
func (c *corpus) runMatch(a, b int32) (Match, bool) {
	r := c.longestRun(a, b)
	if r.words < minRunWords {
		return Match{}, false
	}
	sa, sb := &c.sentences[a], &c.sentences[b]
	weight := 0.0
	for _, u := range sa.units {
		if int(u.word) >= r.a && int(u.word) < r.a+r.words && !u.name {
			weight += u.weight
		}
	}
	if weight < minRunWeight {
		return Match{}, false
	}
	return Match{
		A: Place{int(sa.doc), spanOf(c.docs[sa.doc].Words[r.a : r.a+r.words])},
		B: Place{int(sb.doc), spanOf(c.docs[sb.doc].Words[r.b : r.b+r.words])},
	}, true
}

func spanOf(words []text.Word) text.Span {
	return text.Span{Start: words[0].Start, End: words[len(words)-1].End}
}
