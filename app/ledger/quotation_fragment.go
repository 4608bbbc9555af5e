package ledger

import (
	"cmp"
	"slices"
	"strings"

	"samewire/app/sorting"
)

const (
	maxFragment = 5 // words of a quotation that is only a fragment of a sentence
	maxSwapped  = 2 // words of a fragment that another has others for
)

// joinFragments joins fragments of a few words that one speaker said in the same
// place, though a word in them differs: "entirely predictable" and "wholly
// predictable". The index of runs can't find them: they have none in common.
func (l *quotationLedger) joinFragments() {
	l.findBeside()
	carrying := make(map[int][]*quoted) // by passage
	for _, q := range l.list {
		for _, p := range l.carried.by(q) {
			carrying[p] = append(carrying[p], q)
		}
	}
	for p := range l.carried.passages {
		list := carrying[p]
		for i, q := range list {
			for _, other := range list[:i] {
				l.joinFragment(other, q)
			}
		}
	}
	for _, pair := range l.beside {
		l.joinFragment(pair[0], pair[1])
	}
}

// joinFragment joins a fragment that stands alone so far with another quotation.
func (l *quotationLedger) joinFragment(a, b *quoted) {
	if len(b.group.members) > 1 || len(b.words) > len(a.words) && len(a.group.members) == 1 {
		a, b = b, a
	}
	if a.group == b.group || a.Article == b.Article || len(b.group.members) > 1 || !isFragment(b.words) {
		return
	}
	base := a.group.members[0]
	if c := compareWords(base.words, b.words); l.sameFragment(base, b, &c) {
		l.merge(a.group, b)
	}
}

// findBeside notes the fragments that stand before or after the same quotation in
// two articles, at most two sentences from it: they are in the same place though
// no passage carries both.
func (l *quotationLedger) findBeside() {
	next := make(map[*quoted]*quoted)
	previous := make(map[*quoted]*quoted)
	list := slices.Clone(l.list)
	sorting.By(list, func(a, b *quoted) int { return cmp.Or(a.Article-b.Article, a.Start-b.Start) })
	for i := 1; i < len(list); i++ {
		if p, q := list[i-1], list[i]; p.Article == q.Article {
			next[p], previous[q] = q, p
		}
	}
	for _, g := range l.groups {
		for i, m := range g.members {
			for _, other := range g.members[:i] {
				if m.Article != other.Article {
					l.pairBeside(m, other, next)
					l.pairBeside(m, other, previous)
				}
			}
		}
	}
}

// pairBeside notes the quotations that two of the same words have beside them.
func (l *quotationLedger) pairBeside(a, b *quoted, beside map[*quoted]*quoted) {
	p, q := beside[a], beside[b]
	if p != nil && q != nil && isFragment(p.words) && isFragment(q.words) && l.near(a, p) && l.near(b, q) {
		l.beside = append(l.beside, [2]*quoted{p, q})
	}
}

// near tells whether two quotations of an article are at most two sentences apart.
func (l *quotationLedger) near(a, b *quoted) bool {
	if a.Start > b.Start {
		a, b = b, a
	}
	r := l.readers[a.Article]
	_, last := r.WordsIn(a.Pieces[len(a.Pieces)-1])
	first, _ := r.WordsIn(b.Pieces[0])
	return r.sentenceOf(first)-r.sentenceOf(last-1) <= 2
}

// merge moves a quotation that stands alone into another group.
func (l *quotationLedger) merge(g *quotationGroup, q *quoted) {
	q.group.members = nil
	q.group = g
	g.members = append(g.members, q)
}

// isFragment tells whether words are a few that say something.
func isFragment(words []quotedWord) bool {
	return len(words) > 1 && len(words) <= maxFragment && contentOf(words) > 0
}

// sameFragment tells whether a comparison shows a fragment of what a base has in
// full or as a fragment, with a word or two of it changed. So few words are no
// chance only if the same person said them in the same passage, and if they stand
// behind the same word, or around what differs.
func (l *quotationLedger) sameFragment(base, q *quoted, c *wordComparison) bool {
	if !isFragment(q.words) || len(c.hunks) != 1 || c.content == 0 || c.brackets > 0 || c.omissions > 0 {
		return false
	}
	if same, _ := l.speakers(base, q); !same || !l.carried.together(base, q) && !l.areBeside(base, q) {
		return false
	}
	h := c.hunks[0]
	from, to := base.words[h.a0:h.a1], q.words[h.b0:h.b1]
	switch {
	case max(len(from), len(to)) > maxSwapped:
		return false
	case contentOf(from) == 0 && contentOf(to) == 0, len(from) == 0 || len(to) == 0:
		return c.content > 1
	case !isFragment(base.words):
		return c.content > 1 && c.inside() || c.kept > maxSwapped && h.b0 > 0 && h.b1 < len(q.words)
	case isModifier(h, base.words, q.words):
		return true
	}
	return l.behindSame(base, q) && (c.content > 1 || areAdverbs(from, to))
}

// isModifier tells whether all that differs is the word before the last, which both
// keep: "a small wonder", "a little wonder".
func isModifier(h quotedHunk, a, b []quotedWord) bool {
	return h.a1-h.a0 == 1 && h.b1-h.b0 == 1 && h.a1 == len(a)-1 && h.b1 == len(b)-1 && h.b0 > 0 && !b[h.b1].Stop
}

// areBeside tells whether two fragments stand beside the same quotation.
func (l *quotationLedger) areBeside(a, b *quoted) bool {
	return slices.Contains(l.beside, [2]*quoted{a, b}) || slices.Contains(l.beside, [2]*quoted{b, a})
}

// areAdverbs tells whether both are one word that tells how: those may be
// exchanged and leave the statement what it is, where a noun would make another.
func areAdverbs(a, b []quotedWord) bool {
	return len(a) == 1 && len(b) == 1 && strings.HasSuffix(a[0].Fold, "ly") && strings.HasSuffix(b[0].Fold, "ly")
}

// behindSame tells whether the same word stands before both quotations.
func (l *quotationLedger) behindSame(a, b *quoted) bool {
	before := func(q *quoted) string {
		r := l.readers[q.Article]
		first, _ := r.WordsIn(q.Pieces[0])
		if first == 0 || first == r.Sentences[r.sentenceOf(first)].First {
			return ""
		}
		return r.Words[first-1].Stem
	}
	one := before(a)
	return one != "" && one == before(b)
}
