package edit

import (
	"cmp"
	"slices"

	"samewire/app/sorting"
	"samewire/app/text"
)

// minMoved is how many words must change places together to be told as moved.
// One of them must be a content word.
const minMoved = 2

// run is n tokens that one text has lost from i on and the other has gained
// from j on.
type run struct{ i, j, n int }

// move finds the words that a script deletes in one place and inserts in
// another, and marks them as moved, the longest runs first.
func move(script Script, base, reading string, a, b []token) Script {
	lost, gained := changed(script, a, true), changed(script, b, false)
	if one(lost, gained) { // as of texts too long to compare, where looking would take long
		return script
	}
	moves := 0
	inA, inB := make([]int, len(a)), make([]int, len(b)) // the move that every token is part of, or 0
	for _, r := range runs(a, b, lost, gained) {
		if !free(inA[r.i:r.i+r.n]) || !free(inB[r.j:r.j+r.n]) {
			continue
		}
		moves++
		for k := range r.n {
			inA[r.i+k], inB[r.j+k] = moves, moves
		}
	}
	if moves == 0 {
		return script
	}
	var out Script
	for _, e := range script {
		if e.Op == Keep {
			out = append(out, e)
			continue
		}
		olds := segments(base, e.A, a, inA)
		news := segments(reading, e.B, b, inB)
		out = append(out, interleave(e, olds, news)...)
	}
	return out
}

// changed returns, for every token, the number of the edit that deletes or
// inserts it, from 1, or 0.
func changed(script Script, tokens []token, old bool) []int {
	edit := make([]int, len(tokens))
	i := 0
	for n, e := range script {
		s := e.B
		if old {
			s = e.A
		}
		for ; i < len(tokens) && tokens[i].Start < s.End; i++ {
			if e.Op != Keep {
				edit[i] = n + 1
			}
		}
	}
	return edit
}

// one tells whether all words that were lost and gained were so in one edit.
func one(lost, gained []int) bool {
	edit := max(slices.Max(append(lost, 0)), slices.Max(append(gained, 0)))
	other := func(n int) bool { return n > 0 && n != edit }
	return !slices.ContainsFunc(lost, other) && !slices.ContainsFunc(gained, other)
}

// runs returns the runs that are lost in one edit and gained in another and
// are worth telling, the longest first.
func runs(a, b []token, lost, gained []int) []run {
	places := make(map[string][]int) // of gained tokens
	for j, n := range gained {
		if n > 0 {
			places[b[j].Fold] = append(places[b[j].Fold], j)
		}
	}
	same := func(i, j int) bool {
		return i < len(a) && j < len(b) && lost[i] > 0 && gained[j] > 0 && lost[i] != gained[j] && a[i].Fold == b[j].Fold
	}
	var out []run
	for i := range a {
		if lost[i] == 0 {
			continue
		}
		for _, j := range places[a[i].Fold] {
			if i > 0 && j > 0 && same(i-1, j-1) && lost[i-1] == lost[i] && gained[j-1] == gained[j] {
				continue // it is part of a longer one
			}
			r := run{i, j, 0}
			for same(i+r.n, j+r.n) && lost[i+r.n] == lost[i] && gained[j+r.n] == gained[j] {
				r.n++
			}
			if recognisable(a[i : i+r.n]) {
				out = append(out, r)
			}
		}
	}
	sorting.By(out, func(r, s run) int { return cmp.Or(s.n-r.n, r.i-s.i, r.j-s.j) })
	return out
}

// recognisable tells whether the tokens have words enough, one with content.
func recognisable(tokens []token) bool {
	words, content := 0, false
	for _, t := range tokens {
		if !t.sign {
			words++
			content = content || !t.Stop
		}
	}
	return words >= minMoved && content
}

func free(tokens []int) bool {
	return !slices.ContainsFunc(tokens, func(n int) bool { return n > 0 })
}

// segment is a part of one side of an edit.
type segment struct {
	text.Span
	move int // the number of the move, or 0
}

// segments divides one side of an edit into what moved and what didn't.
func segments(source string, s text.Span, tokens []token, moves []int) []segment {
	var out []segment
	for i := after(tokens, 0, s.Start); i < len(tokens) && tokens[i].Start < s.End; i++ {
		if n := len(out); n == 0 {
			out = append(out, segment{s, moves[i]})
		} else if out[n-1].move != moves[i] {
			g := gap(tokens, i, source)
			at := g.Start + divide(g.Of(source), false)
			out[n-1].End = at
			out = append(out, segment{text.Span{Start: at, End: s.End}, moves[i]})
		}
	}
	return out
}

// interleave makes edits of the divided sides of one. What replaces what is
// taken to be the longest of what did not move on either side.
func interleave(e Edit, olds, news []segment) Script {
	if len(olds)+len(news) == 0 { // a quotation mark
		return Script{e}
	}
	var out Script
	end := Edit{A: text.Span{End: e.A.Start}, B: text.Span{End: e.B.Start}}
	add := func(op Op, a, b segment) {
		end = Edit{Op: op, A: a.Span, B: b.Span, Move: max(a.move, b.move)}
		out = append(out, end)
	}
	place := func(s text.Span) segment { return segment{Span: text.Span{Start: s.End, End: s.End}} }
	apart := func(olds, news []segment) {
		for _, s := range olds {
			add(Delete, s, place(end.B))
		}
		for _, s := range news {
			add(Insert, place(end.A), s)
		}
	}
	o, n := longest(olds), longest(news)
	if o < 0 || n < 0 {
		apart(olds, news)
		return out
	}
	apart(olds[:o], news[:n])
	add(Replace, olds[o], news[n])
	apart(olds[o+1:], news[n+1:])
	return out
}

// longest returns which of the segments that did not move is the longest, or -1.
func longest(segments []segment) int {
	at := -1
	for i, s := range segments {
		if s.move == 0 && (at < 0 || s.Len() > segments[at].Len()) {
			at = i
		}
	}
	return at
}
