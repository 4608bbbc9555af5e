package edit

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// hunk is a place where two texts differ: tokens a0 to a1 of the one stand
// against b0 to b1 of the other, ends exclusive. What lies between two hunks
// is the same in both.
type hunk struct{ a0, a1, b0, b1 int }

func (h hunk) insertion() bool { return h.a0 == h.a1 }
func (h hunk) deletion() bool  { return h.b0 == h.b1 }

// size returns the number of tokens on the longer side.
func (h hunk) size() int { return max(h.a1-h.a0, h.b1-h.b0) }

// simple tells whether the hunk is an insertion, a deletion or one token put
// for another one.
func (h hunk) simple() bool { return h.insertion() || h.deletion() || h.size() == 1 }

// compare returns the hunks of a shortest edit script from a to b.
func compare(a, b []token) []hunk {
	p := 0
	for p < len(a) && p < len(b) && a[p].Fold == b[p].Fold {
		p++
	}
	s := 0
	for s < len(a)-p && s < len(b)-p && a[len(a)-1-s].Fold == b[len(b)-1-s].Fold {
		s++
	}
	middle := hunk{p, len(a) - s, p, len(b) - s}
	switch {
	case middle.insertion() && middle.deletion():
		return nil
	case middle.insertion() || middle.deletion() || middle.size() > MaxWords:
		return []hunk{middle}
	}
	return myers(a[:len(a)-s], b[:len(b)-s], p)
}

// myers compares a[from:] and b[from:].
func myers(a, b []token, from int) []hunk {
	// A timeout would make the result depend on the machine.
	dmp := diffmatchpatch.DiffMatchPatch{DiffTimeout: 0}
	runes := make(map[string]rune)
	diffs := dmp.DiffMainRunes(spell(a[from:], runes), spell(b[from:], runes), false)

	var hunks []hunk
	i, j := from, from
	open := false // the last hunk ends at i, j
	for _, d := range diffs {
		n := utf8.RuneCountInString(d.Text)
		if d.Type == diffmatchpatch.DiffEqual {
			i, j = i+n, j+n
			open = open && n == 0
			continue
		}
		if !open {
			hunks = append(hunks, hunk{i, i, j, j})
			open = true
		}
		if d.Type == diffmatchpatch.DiffDelete {
			i += n
		} else {
			j += n
		}
		hunks[len(hunks)-1].a1, hunks[len(hunks)-1].b1 = i, j
	}
	return hunks
}

// spell writes tokens as runes, one for each distinct key. All lie above the
// basic plane: go-diff passes them through strings, where surrogates would all
// become U+FFFD and different words be the same.
func spell(tokens []token, runes map[string]rune) []rune {
	out := make([]rune, len(tokens))
	for i, t := range tokens {
		r, ok := runes[t.Fold]
		if !ok {
			r = 0x10000 + rune(len(runes))
			runes[t.Fold] = r
		}
		out[i] = r
	}
	return out
}
