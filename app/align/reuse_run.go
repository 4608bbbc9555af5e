package align

import (
	"cmp"
	"context"
	"slices"
	"sort"

	"samewire/app/text"
)

// copiedRun is a stretch of words that stands in both texts, but for small gaps.
type copiedRun struct {
	words    [2]extent // both ends included
	span     [2]text.Span
	bytes    int  // copied word for word, on the shorter side
	absorbed bool // it is part of a fragment
}

const (
	// minRun is how many words in a row must be the same.
	minRun = 8
	// maxPlaces is how many places of one text are tried for each place of the
	// other: it bounds the work on texts that repeat themselves.
	maxPlaces = 16
	// minCopied is how many bytes must be copied for a run to count without
	// further evidence. All the words of either text will do, too.
	minCopied = 256
)

// findRuns finds the long stretches that stand in both texts word for word, case
// and punctuation aside. No word belongs to two of them. It goes through the
// first text once and takes at each place the longest run that begins there, so
// the cost is that of maxPlaces readings of the text at most.
func (p *textPair) findRuns(ctx context.Context) error {
	a, b := p.folds()
	places := make(map[uint64][]int32, len(b))
	for k := 0; k+minRun <= len(b); k++ {
		h := hashWords(b[k : k+minRun])
		if list := places[h]; len(list) < maxPlaces {
			places[h] = append(list, int32(k))
		}
	}
	var joined []copiedRun
	for i, n := 0, 0; i+minRun <= len(a); n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		start, length := -1, minRun-1
		for _, k := range places[hashWords(a[i:i+minRun])] {
			if l := commonWords(a[i:], b[k:]); l > length {
				start, length = int(k), l
			}
		}
		if start < 0 {
			i++
			continue
		}
		c := p.copied(extent{i, i + length - 1}, extent{start, start + length - 1})
		if n := len(joined); n > 0 && joined[n-1].joins(c) {
			joined[n-1] = joined[n-1].join(c)
		} else {
			joined = append(joined, c)
		}
		i += length
	}
	p.keep(joined)
	return ctx.Err()
}

// folds returns the words of both texts as numbers, the same for the same
// folded spelling.
func (p *textPair) folds() (a, b []uint32) {
	ids := make(map[string]uint32, p.terms)
	number := func(d *text.Document) []uint32 {
		out := make([]uint32, len(d.Words))
		for i, w := range d.Words {
			id, ok := ids[w.Fold]
			if !ok {
				id = uint32(len(ids))
				ids[w.Fold] = id
			}
			out[i] = id
		}
		return out
	}
	return number(p.docs[0]), number(p.docs[1])
}

// hashWords is FNV-1a by words. Equal hashes are looked at word by word.
func hashWords(words []uint32) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ uint64(w)) * 1099511628211
	}
	return h
}

// commonWords returns how many words a and b have in common from their beginning.
func commonWords(a, b []uint32) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// copied returns the run of the given words.
func (p *textPair) copied(a, b extent) copiedRun {
	r := copiedRun{words: [2]extent{a, b}}
	for side, e := range r.words {
		words := p.docs[side].Words
		r.span[side] = text.Span{Start: words[e.first].Start, End: words[e.last].End}
	}
	r.bytes = min(r.span[0].Len(), r.span[1].Len())
	return r
}

// complete moves the ends of a run to the ends of its sentences where these are
// a few words away and have the same word there: then a word near the end was
// exchanged. The marks before and after a sentence come with it. A run that
// would meet another stays as it is.
func (p *textPair) complete(n int) {
	r := p.runs[n]
	var from, to [2]text.Sentence
	open, closed := true, true
	for side, e := range r.words {
		from[side], to[side] = sentenceAt(p.docs[side], e.first), sentenceAt(p.docs[side], e.last)
		open = open && e.first-from[side].First <= minRun
		closed = closed && to[side].Last-1-e.last <= minRun
	}
	open = open && p.sameWord(from[0].First, from[1].First)
	closed = closed && p.sameWord(to[0].Last-1, to[1].Last-1)
	for side := range r.words {
		if open {
			r.words[side].first, r.span[side].Start = from[side].First, from[side].Start
		}
		if closed {
			r.words[side].last, r.span[side].End = to[side].Last-1, to[side].End
		}
	}
	for k := range p.runs {
		if k != n && r.meets(p.runs[k]) {
			return
		}
	}
	p.runs[n] = r
}

func (p *textPair) sameWord(a, b int) bool {
	return p.docs[0].Words[a].Fold == p.docs[1].Words[b].Fold
}

// sentenceAt returns the sentence of word w: the last that begins at or before
// it.
func sentenceAt(d *text.Document, w int) text.Sentence {
	after := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].First > w })
	return d.Sentences[after-1]
}

// joins tells whether d goes on where c ends, but for a few words.
func (c *copiedRun) joins(d copiedRun) bool {
	for side := range c.words {
		if gap := d.words[side].first - c.words[side].last - 1; gap < 0 || gap > minRun {
			return false
		}
	}
	return true
}

// join returns c and d, which goes on where c ends, as one.
func (c copiedRun) join(d copiedRun) copiedRun {
	for side := range c.words {
		c.words[side].last = d.words[side].last
		c.span[side].End = d.span[side].End
	}
	c.bytes += d.bytes
	return c
}

// keep keeps the runs that are long enough. Of two that overlap it keeps the
// longer one.
func (p *textPair) keep(runs []copiedRun) {
	runs = slices.DeleteFunc(runs, func(c copiedRun) bool {
		return c.bytes < minCopied &&
			c.words[0].size() < len(p.docs[0].Words) && c.words[1].size() < len(p.docs[1].Words)
	})
	slices.SortStableFunc(runs, func(c, d copiedRun) int { return cmp.Compare(d.bytes, c.bytes) })
	for _, c := range runs {
		if !slices.ContainsFunc(p.runs, c.meets) {
			p.runs = append(p.runs, c)
		}
	}
	for n := range p.runs {
		p.complete(n)
	}
}

// meets tells whether c and d share words on either side.
func (c *copiedRun) meets(d copiedRun) bool {
	return c.words[0].meets(d.words[0]) || c.words[1].meets(d.words[1])
}
