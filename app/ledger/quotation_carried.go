package ledger

import (
	"slices"
	"sort"
	"strings"

	"samewire/app/collate"
	"samewire/app/text"
)

// carriedQuotations tells which passages carry which quotations: the same few
// words in marks are no chance where the copy around them is the same, too.
type carriedQuotations struct {
	passages []collate.Passage
	readings [][]carriedReading // by article, in order
	of       map[*quoted][]int  // the passages of a quotation, once they were asked for
}

// carriedReading is a reading of a passage, with the sentences that it is part of.
type carriedReading struct {
	text.Span
	passage int
}

func newCarriedQuotations(docs []*text.Document, passages []collate.Passage) *carriedQuotations {
	c := &carriedQuotations{passages, make([][]carriedReading, len(docs)), make(map[*quoted][]int)}
	for p := range passages {
		for _, r := range passages[p].Readings {
			c.readings[r.Article] = append(c.readings[r.Article], carriedReading{sentencesOf(docs[r.Article], r.Span), p})
		}
	}
	for i, list := range c.readings {
		c.readings[i] = sorted(list, func(a, b *carriedReading) int { return a.End - b.End })
	}
	return c
}

// by returns the passages that carry a quotation, in order.
func (c *carriedQuotations) by(q *quoted) []int {
	if found, ok := c.of[q]; ok {
		return found
	}
	var found []int
	list := c.readings[q.Article]
	for _, r := range list[sort.Search(len(list), func(i int) bool { return list[i].End > q.Start }):] {
		if r.Start < q.End {
			found = append(found, r.passage)
		}
	}
	slices.Sort(found)
	c.of[q] = found
	return found
}

// together tells whether one passage carries both quotations.
func (c *carriedQuotations) together(a, b *quoted) bool {
	in := c.by(b)
	return a.Article != b.Article && slices.ContainsFunc(c.by(a), func(p int) bool {
		_, ok := slices.BinarySearch(in, p)
		return ok
	})
}

// minTerm is how many words in marks are more than a term.
const minTerm = 3

// admit adds to the ledger what stood in marks and nothing told to be somebody's
// words, where a passage has the same words in marks in two of its readings:
// both outlets took them for somebody's then.
func (l *quotationLedger) admit() {
	known := make(map[string][]*quoted)
	var doubtful []*quoted
	for _, r := range l.readers {
		doubtful = append(doubtful, r.doubtful...)
	}
	for _, q := range append(slices.Clone(l.list), doubtful...) {
		if key := l.keyOf(q); key != "" {
			known[key] = append(known[key], q)
		}
	}
	for _, q := range doubtful {
		if len(q.words) < minTerm && q.Cue.Len() == 0 {
			continue // rather a term: a "circuit breaker"
		}
		if slices.ContainsFunc(known[q.key], func(other *quoted) bool { return l.carried.together(q, other) }) {
			l.list = append(l.list, q)
		}
	}
}

// keyOf reads the words of a quotation and returns them as one string, or ""
// for a single word.
func (l *quotationLedger) keyOf(q *quoted) string {
	q.words = l.spellings.quotedWords(l.docs[q.Article], q.Pieces)
	var key strings.Builder
	for _, w := range q.words {
		key.WriteString(w.letters)
		key.WriteByte(' ')
	}
	q.key = key.String()
	if len(q.words) < 2 || contentOf(q.words) == 0 {
		return ""
	}
	return q.key
}
