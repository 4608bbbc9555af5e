package ledger

import (
	"slices"

	"samewire/app/sorting"
	"samewire/app/text"
)

// maxBetweenHalves is how many words of a quotation another printing may leave
// out where it parts it.
const maxBetweenHalves = 2

// joinHalves joins what is one quotation in the longest printing of its group and
// stands in two paragraphs of an article: he said, and in the next paragraph it
// goes on.
func (l *quotationLedger) joinHalves() {
	inOrder := make([][]*quoted, len(l.docs))
	for _, q := range l.list {
		inOrder[q.Article] = append(inOrder[q.Article], q)
	}
	joined := make(map[*quoted]bool)
	for _, list := range inOrder {
		sorting.By(list, func(a, b *quoted) int { return a.Start - b.Start })
		var before *quoted
		for _, q := range list {
			if before != nil && l.isOtherHalf(before, q) {
				before.Pieces = append(slices.Clone(before.Pieces), q.Pieces...)
				before.End = q.End
				l.keyOf(before)
				joined[q] = true
				continue
			}
			before = q
		}
	}
	isJoined := func(q *quoted) bool { return joined[q] }
	l.list = slices.DeleteFunc(l.list, isJoined)
	for _, g := range l.groups {
		g.members = slices.DeleteFunc(g.members, isJoined)
	}
}

// isOtherHalf tells whether quotation q, the next one of an article after p, is
// in the next paragraph and goes on where p ends in the longest printing of both.
func (l *quotationLedger) isOtherHalf(p, q *quoted) bool {
	longest := p.group.members[0]
	if p.group != q.group || longest.Article == p.Article {
		return false
	}
	d := l.docs[p.Article]
	paragraph := paragraphAt(d, q.Start)
	first, _ := d.WordsIn(q.Pieces[0])
	begins, _ := d.WordsIn(d.Paragraphs[paragraph].Span)
	if _, differ := l.speakers(p, q); differ || begins != first || paragraph != paragraphAt(d, p.End-1)+1 {
		return false
	}
	one, two := compareWords(longest.words, p.words), compareWords(longest.words, q.words)
	between := two.a0 - one.a1
	return one.b1 == len(p.words) && two.b0 == 0 && between >= 0 && between <= maxBetweenHalves
}

// paragraphAt returns the paragraph of an article that holds a byte.
func paragraphAt(d *text.Document, at int) int {
	i, _ := slices.BinarySearchFunc(d.Paragraphs, at, func(p text.Paragraph, at int) int {
		if p.End <= at {
			return -1
		}
		return 1
	})
	return i
}
