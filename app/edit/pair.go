package edit

import (
	"slices"

	"samewire/app/align"
	"samewire/app/text"
)

const (
	maxDivided = 40 // words of a replacement up to which it is divided into pairs
	around     = 4  // words on either side that are looked at with it
)

// pairs divides replacements of several words by several others into the pairs
// that belong together: "cut spending" → "reduce outlay" into "cut" → "reduce"
// and "spending" → "outlay". The word links tell; they must be in order, and
// words without a link must not lie between two pairs.
func (t tidier) pairs(hunks []hunk) []hunk {
	var out []hunk
	for _, h := range hunks {
		if min(h.a1-h.a0, h.b1-h.b0) < 2 || h.size() > maxDivided || t.repeats(h) {
			out = append(out, h)
		} else {
			out = append(out, t.divided(h, t.links(h))...)
		}
	}
	return out
}

// links returns the word links inside a hunk, in the order of A. The words
// around it help to find them.
func (t tidier) links(h hunk) []align.Link {
	a0, b0 := max(0, h.a0-around), max(0, h.b0-around)
	a1, b1 := min(len(t.a), h.a1+around), min(len(t.b), h.b1+around)
	var inside []align.Link
	for _, l := range align.LinkWords(words(t.a[a0:a1]), words(t.b[b0:b1])) {
		l = align.Link{A: l.A + a0, B: l.B + b0}
		if h.a0 <= l.A && l.A < h.a1 && h.b0 <= l.B && l.B < h.b1 {
			inside = append(inside, l)
		}
	}
	return inside
}

// repeats tells whether a word stands on both sides of a hunk: then it was made
// of several, and is left whole.
func (t tidier) repeats(h hunk) bool {
	return slices.ContainsFunc(t.a[h.a0:h.a1], func(x token) bool {
		return slices.ContainsFunc(t.b[h.b0:h.b1], func(y token) bool { return x.Fold == y.Fold })
	})
}

func words(tokens []token) []text.Word {
	out := make([]text.Word, len(tokens))
	for i, t := range tokens {
		out[i] = t.Word
	}
	return out
}

// divided returns the pairs of a hunk, each with a link between content words.
// The links are those inside it, in the order of A.
func (t tidier) divided(h hunk, links []align.Link) []hunk {
	var out []hunk
	rest := h
	for i := 1; i < len(links); i++ {
		x, y := links[i].A, links[i].B
		if links[i-1].A != x-1 || boundaryAt(t.a, x) < spaced || boundaryAt(t.b, y) < spaced ||
			!parts(links, i, y) || !t.telling(links, rest.a0, x) || !t.telling(links, x, h.a1) {
			continue
		}
		out = append(out, hunk{rest.a0, x, rest.b0, y})
		rest = hunk{x, h.a1, y, h.b1}
	}
	return append(out, rest)
}

// parts tells whether the links before number i lie before y, the last of them
// beside it, and the others from y on.
func parts(links []align.Link, i, y int) bool {
	most := 0
	for _, l := range links[:i] {
		most = max(most, l.B)
	}
	return most == y-1 && !slices.ContainsFunc(links[i:], func(l align.Link) bool { return l.B < y })
}

// telling tells whether content words of a from one token to another have
// links to content words.
func (t tidier) telling(links []align.Link, from, to int) bool {
	return slices.ContainsFunc(links, func(l align.Link) bool {
		return from <= l.A && l.A < to && !t.a[l.A].Stop && !t.b[l.B].Stop
	})
}
