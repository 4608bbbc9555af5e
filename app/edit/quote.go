package edit

import (
	"strings"
	"unicode/utf8"

	"samewire/app/text"
)

// A quotation mark that is dropped or added around words that are kept changes
// who speaks. It becomes an edit of its own; whether it is straight or curly,
// and on which side of a comma it stands, is a matter of setting.

// singleMarks can stand for double quotation marks, but may be apostrophes too.
const singleMarks = "'‘’‚‹›"

// mark is a quotation mark.
type mark struct {
	text.Span
	opens bool
}

// marksIn returns the quotation marks in a gap between two tokens.
func marksIn(source string, gap text.Span) []mark {
	var out []mark
	for i, r := range gap.Of(source) {
		if strings.ContainsRune(quotationMarks, r) {
			s := text.Span{Start: gap.Start + i, End: gap.Start + i + utf8.RuneLen(r)}
			out = append(out, mark{s, strings.ContainsRune("“„«", r) || r == '"' && s.End == gap.End && gap.End < len(source)})
		}
	}
	return out
}

// quote cuts the quotation marks that only one of the texts has out of what a
// script keeps.
func quote(script Script, base, reading string, a, b []token) Script {
	var out Script
	i, j := 0, 0 // the tokens that come next
	for _, e := range script {
		if e.Op != Keep || e.A.Of(base) == e.B.Of(reading) {
			out = append(out, e)
			i, j = after(a, i, e.A.End), after(b, j, e.B.End)
			continue
		}
		rest := e
		for {
			inA, inB := gapIn(e.A, a, i), gapIn(e.B, b, j)
			for _, m := range unmatched(base, inA, reading, inB) {
				out, rest = cut(out, rest, m)
			}
			if i == len(a) || a[i].Start >= e.A.End {
				break
			}
			i, j = i+1, j+1
		}
		if rest.A.Len() > 0 || rest.B.Len() > 0 {
			out = append(out, rest)
		}
	}
	return out
}

// after returns the first token from i on that starts at or behind an offset.
func after(tokens []token, i, offset int) int {
	for i < len(tokens) && tokens[i].Start < offset {
		i++
	}
	return i
}

// gapIn returns the part that lies in s of the gap before token i.
func gapIn(s text.Span, tokens []token, i int) text.Span {
	if i > 0 {
		s.Start = max(s.Start, tokens[i-1].End)
	}
	if i < len(tokens) {
		s.End = min(s.End, tokens[i].Start)
	}
	return s
}

// unmatched returns an edit for every quotation mark that one of two gaps has
// and the other has not.
func unmatched(base string, inA text.Span, reading string, inB text.Span) []Edit {
	if inverted := len(marksIn(base, inA)) < len(marksIn(reading, inB)); inverted {
		return Script(unmatched(reading, inB, base, inA)).Invert()
	}
	more, fewer := marksIn(base, inA), marksIn(reading, inB)
	if len(more) == len(fewer) || strings.ContainsAny(inB.Of(reading), singleMarks) {
		return nil
	}
	var out []Edit
	from, at := inA.Start, inB.Start
	for n, m := range more {
		switch left := len(more) - n; {
		case len(fewer) == left || len(fewer) > 0 && fewer[0].opens == m.opens:
			at, fewer = fewer[0].End, fewer[1:]
		default:
			if m.opens && len(fewer) == 0 {
				at = inB.End // beside the word that it opens
			} else {
				at += commonPrefix(base[from:m.Start], reading[at:inB.End])
			}
			out = append(out, Edit{Op: Delete, A: m.Span, B: text.Span{Start: at, End: at}})
		}
		from = m.End
	}
	return out
}

// cut appends what is kept before the mark m and the mark. It returns what is
// kept behind it, too.
func cut(out Script, keep, m Edit) (Script, Edit) {
	before := keep
	before.A.End, before.B.End = m.A.Start, m.B.Start
	if before.A.Len() > 0 || before.B.Len() > 0 {
		out = append(out, before)
	}
	keep.A.Start, keep.B.Start = m.A.End, m.B.End
	return append(out, m), keep
}
