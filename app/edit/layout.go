package edit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/text"
)

// layout turns hunks of tokens into steps that cover both texts, and so gives
// out the punctuation and white space between the tokens.
func layout(hunks []hunk, base, reading string, a, b []token) Script {
	script := make(Script, 0, 2*len(hunks)+1)
	var end Edit // the ends of what is laid out so far
	for _, h := range hunks {
		e := Edit{Op: Replace}
		switch {
		case h.insertion():
			e.Op = Insert
			e.A, e.B = place(base, gap(a, h.a0, base), reading, gap(b, h.b0, reading), gap(b, h.b1, reading))
		case h.deletion():
			e.Op = Delete
			e.B, e.A = place(reading, gap(b, h.b0, reading), base, gap(a, h.a0, base), gap(a, h.a1, base))
		default:
			e.A = text.Span{Start: a[h.a0].Start, End: a[h.a1-1].End}
			e.B = text.Span{Start: b[h.b0].Start, End: b[h.b1-1].End}
		}
		script = append(keep(script, end, e.A.Start, e.B.Start), e)
		end = e
	}
	return keep(script, end, len(base), len(reading))
}

// keep appends what is kept between the end of the step before and the given
// offsets, if anything.
func keep(script Script, before Edit, a, b int) Script {
	e := Edit{Op: Keep, A: text.Span{Start: before.A.End, End: a}, B: text.Span{Start: before.B.End, End: b}}
	if e.A.Len() == 0 && e.B.Len() == 0 {
		return script
	}
	return append(script, e)
}

// gap returns the span between token i and the one before it.
func gap(tokens []token, i int, source string) text.Span {
	s := text.Span{Start: 0, End: len(source)}
	if i > 0 {
		s.Start = tokens[i-1].End
	}
	if i < len(tokens) {
		s.End = tokens[i].Start
	}
	return s
}

// place finds the place in the gap at of the shorter text for the words that
// the longer one has between its gaps before and after, and how much of those
// gaps goes with the words. The start of the gap at that is found in before,
// and the rest of it that is found at the end of after, stay outside on both
// sides, so that if possible the kept bytes are the same in both texts:
//
//	in Seattle|, he said           the most |impact
//	in Seattle| today|, he said    the most |substantial |impact
//
// Where that is not possible, quotation marks that close the word before, or
// open the one after, in both texts stay outside at least.
func place(short string, at text.Span, long string, before, after text.Span) (text.Span, text.Span) {
	gap, left, right := at.Of(short), before.Of(long), after.Of(long)
	p := commonPrefix(gap, left)
	s := commonSuffix(gap[p:], right)
	q, t := p, s // the same for the longer text
	if p+s < len(gap) {
		if i, j := closing(gap), closing(left); i > 0 && j > 0 {
			p, q = i, j
			s = commonSuffix(gap[p:], right)
			t = s
		}
		if i, j := opening(gap[p:]), opening(right); i > 0 && j > 0 {
			s, t = i, j
		}
	}
	cut := at.Start + p + divide(gap[p:len(gap)-s], endsBlank(short[:at.Start+p]))
	return text.Span{Start: cut, End: cut}, text.Span{Start: before.Start + q, End: after.End - t}
}

const quotationMarks = "\"“”„«»"

// closing returns the length of what stands at the start of a gap, before any
// white space, through its last quotation mark; 0 if it has none.
func closing(gap string) int {
	if i := strings.IndexFunc(gap, unicode.IsSpace); i >= 0 {
		gap = gap[:i]
	}
	i := strings.LastIndexAny(gap, quotationMarks)
	if i < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(gap[i:])
	return i + n
}

// opening returns the length of what stands at the end of a gap, behind any
// white space, from its first quotation mark; 0 if it has none.
func opening(gap string) int {
	mark := gap[afterBlank(gap):]
	i := strings.IndexAny(mark, quotationMarks)
	if i < 0 {
		return 0
	}
	return len(mark) - i
}

// divide returns how much of the punctuation between two words belongs to the
// first of them: closing marks stand before white space, opening ones behind.
func divide(punctuation string, blankBefore bool) int {
	if i := afterBlank(punctuation); i > 0 || blankBefore {
		return i
	}
	return len(punctuation)
}

// afterBlank returns the offset behind the last white space in s, or 0.
func afterBlank(s string) int {
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i + n
}

// endsBlank tells whether s is empty or ends with white space.
func endsBlank(s string) bool { return afterBlank(s) == len(s) }

// commonPrefix returns the number of bytes that s and t have in common at the
// start, in whole runes of both. A byte that is no UTF-8 counts as a rune.
func commonPrefix(s, t string) int {
	n := 0
	for n < len(s) {
		_, k := utf8.DecodeRuneInString(s[n:])
		_, l := utf8.DecodeRuneInString(t[n:])
		if k != l || s[n:n+k] != t[n:n+l] {
			break
		}
		n += k
	}
	return n
}

// commonSuffix returns the number of bytes that s and t have in common at the
// end, in whole runes of both.
func commonSuffix(s, t string) int {
	n := 0
	for n < len(s) {
		i, j := len(s)-n, len(t)-n
		_, k := utf8.DecodeLastRuneInString(s[:i])
		_, l := utf8.DecodeLastRuneInString(t[:j])
		if k != l || s[i-k:i] != t[j-l:j] {
			break
		}
		n += k
	}
	return n
}
