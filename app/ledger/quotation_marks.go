package ledger

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/sorting"
	"samewire/app/text"
)

// marked is what stands between an opening quotation mark and the closing one.
// A quotation that runs over several paragraphs has a piece for each.
type marked struct {
	text.Span             // with the marks
	pieces    []text.Span // without them
	single    bool
}

// maxSingleQuoted is the greatest length in bytes of a quotation in single marks. It
// bounds what an apostrophe taken for a mark can do.
const maxSingleQuoted = 1500

// findMarked returns the quotations of a text that lie in no other, in order.
// Marks without a partner are passed over.
func findMarked(d *text.Document) []marked {
	s := markScanner{source: d.Source, open: -1, single: -1}
	for i, p := range d.Paragraphs {
		next := ""
		if i+1 < len(d.Paragraphs) {
			next = d.Source[d.Paragraphs[i+1].Start:d.Paragraphs[i+1].End]
		}
		s.paragraph(p.Span, next)
	}
	return s.adjoining(outermost(s.found))
}

// adjoining makes one quotation of those with but blanks between them, unless
// the first is part of a clause, as the title of a book is.
func (s *markScanner) adjoining(list []marked) []marked {
	var out []marked
	for _, m := range list {
		if n := len(out); n > 0 && out[n-1].End < m.Start && strings.Trim(s.source[out[n-1].End:m.Start], " \u00a0") == "" && s.apart(out[n-1].Start) {
			out[n-1].End = m.End
			out[n-1].pieces = append(out[n-1].pieces, m.pieces...)
			continue
		}
		out = append(out, m)
	}
	return out
}

// apart tells whether what begins at byte i begins a line, or stands after
// punctuation.
func (s *markScanner) apart(i int) bool {
	before := strings.TrimRight(s.source[:i], " \u00a0")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".,:!?\n\"")
}

// markScanner pairs the marks of a text, double and single ones apart.
type markScanner struct {
	source string
	found  []marked
	start  int // of the paragraph
	end    int

	open    int  // where the open double quotation begins inside its mark, or -1
	opener  rune // its mark
	outside int  // where that mark begins, in the first paragraph of the quotation
	pieces  []text.Span

	single    int // the same for single marks
	outSingle int
	before    []text.Span // what paragraphs before have of the open single quotation
	maybe     int         // a mark that may close the open single quotation, or be an apostrophe
}

// paragraph scans one paragraph. A quotation that it leaves open goes on if the
// next paragraph begins with a mark; else its mark has no partner.
func (s *markScanner) paragraph(p text.Span, next string) {
	s.start, s.end = p.Start, p.End
	for i := p.Start; i < p.End; {
		c := s.source[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.source[i:p.End])
		if (r == '\'' || r == '`') && i+1 < p.End && rune(s.source[i+1]) == r {
			r, n = '"', 2 // the typewriter's ``and''
		}
		switch r {
		case '"', '“', '”', '„', '‟', '«', '»', '＂':
			s.double(i, n, r)
		case '\'', '‘', '’', '‚', '‹', '›':
			s.quoteSingle(i, n, r)
		}
		i += n
	}
	r, _ := utf8.DecodeRuneInString(next)
	if s.single >= 0 && s.maybe < 0 && (r == '\'' || r == '‘') && s.apart(s.outSingle) {
		s.before = append(s.before, text.Span{Start: s.single, End: p.End})
	} else {
		s.endSingle()
		s.before = nil
	}
	if s.open < 0 {
		return
	}
	if r == s.opener || r == '"' || r == '“' {
		s.pieces = append(s.pieces, text.Span{Start: s.open, End: p.End})
		s.open = -2 // the mark that begins the next paragraph goes on
		return
	}
	s.open, s.pieces = -1, nil
}

// around returns the runes before and after the mark at i, 0 at the ends of
// the paragraph.
func (s *markScanner) around(i, n int) (before, after rune) {
	if i > s.start {
		before, _ = utf8.DecodeLastRuneInString(s.source[s.start:i])
	}
	if i+n < s.end {
		after, _ = utf8.DecodeRuneInString(s.source[i+n : s.end])
	}
	return before, after
}

// double handles a double mark of n bytes at i.
func (s *markScanner) double(i, n int, r rune) {
	before, after := s.around(i, n)
	canOpen := mayOpenAfter(before) && !gapAtMark(after)
	canClose := !gapAtMark(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
	opens := s.open == -1
	switch r {
	case '"', '＂':
		if s.inches(i, before) {
			return
		}
		if canOpen != canClose {
			opens = canOpen
		}
	case '“', '‟', '„':
		opens = !(s.open >= 0 && (s.opener == '„' || canClose && !canOpen))
	case '”':
		opens = s.open == -1 && canOpen && !canClose
	case '«', '»':
		opens = s.open == -1 && (r == '«' || canOpen) || s.open >= 0 && s.opener != '«' && s.opener != '»' && r == '«'
	}
	switch {
	case s.open == -2:
		s.open = i + n
	case opens:
		s.open, s.opener, s.outside, s.pieces = i+n, r, i, nil
	case s.open >= 0:
		s.pieces = append(s.pieces, text.Span{Start: s.open, End: i})
		s.found = append(s.found, marked{text.Span{Start: s.outside, End: i + n}, s.pieces, false})
		s.open, s.pieces = -1, nil
	}
}

// inches tells whether the mark at i stands for inches, as in 6'2" or, where no
// quotation is open, 12".
func (s *markScanner) inches(i int, before rune) bool {
	if !unicode.IsDigit(before) {
		return false
	}
	number := strings.TrimRight(s.source[s.start:i], "0123456789.")
	return s.open == -1 || strings.HasSuffix(number, "'") || strings.HasSuffix(number, "’")
}

// quoteSingle handles a single mark of n bytes at i.
func (s *markScanner) quoteSingle(i, n int, r rune) {
	before, after := s.around(i, n)
	letter := unicode.IsLetter(after) || unicode.IsDigit(after)
	switch {
	case r != '’' && r != '›' && mayOpenAfter(before) && !gapAtMark(after) && !s.elision(i+n):
		if i == s.start && len(s.before) > 0 {
			s.single, s.maybe = i+n, -1 // it goes on
			return
		}
		s.endSingle()
		s.single, s.outSingle, s.maybe, s.before = i+n, i, -1, nil
	case s.single < 0 || r == '‘' || gapAtMark(before) || letter:
	case i-s.single > maxSingleQuoted:
		s.single = -1
	case s.apostrophe(i, n, before):
		if s.maybe < 0 {
			s.maybe = i
		}
	default:
		s.closeSingle(i, n)
	}
}

func (s *markScanner) closeSingle(i, n int) {
	s.found = append(s.found, marked{text.Span{Start: s.outSingle, End: i + n}, append(s.before, text.Span{Start: s.single, End: i}), true})
	s.single, s.before = -1, nil
}

// endSingle closes the open single quotation at the last mark that may do so.
func (s *markScanner) endSingle() {
	if s.single >= 0 && s.maybe >= 0 {
		_, n := utf8.DecodeRuneInString(s.source[s.maybe:])
		s.closeSingle(s.maybe, n)
	}
	s.single = -1
}

// elision tells whether the word at i is one that begins with an apostrophe.
func (s *markScanner) elision(i int) bool {
	end := i
	for end < s.end && (s.source[end]|0x20 >= 'a' && s.source[end]|0x20 <= 'z' || s.source[end] >= '0' && s.source[end] <= '9') {
		end++
	}
	switch word := strings.ToLower(s.source[i:end]); word {
	case "em", "tis", "twas", "til", "till", "cause", "n", "round", "bout":
		return true
	default:
		return len(word) == 3 && word[0] <= '9' && word[2] == 's' || len(word) == 2 && word[0] <= '9' // '90s, '16
	}
}

// apostrophe tells whether the mark at i, after a word, may stand for a
// possessive ("workers' rights") or a dropped letter ("goin' home").
func (s *markScanner) apostrophe(i, n int, before rune) bool {
	if before != 's' && before != 'n' || i+n+1 >= s.end || s.source[i+n] != ' ' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s.source[i+n+1:])
	return unicode.IsLetter(next) && (before == 's' || strings.HasSuffix(s.source[s.start:i], "in"))
}

// outermost sorts quotations and leaves out those inside another one, and
// single ones that overlap a double one.
func outermost(list []marked) []marked {
	sorting.By(list, func(a, b marked) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	out := list[:0]
	for _, m := range list {
		for len(out) > 0 && out[len(out)-1].single && m.Start < out[len(out)-1].End && m.End > out[len(out)-1].End {
			out = out[:len(out)-1]
		}
		if len(out) == 0 || m.Start >= out[len(out)-1].End {
			out = append(out, m)
		}
	}
	return out
}

// gapAtMark tells whether r is white space or an end of the text.
func gapAtMark(r rune) bool { return r == 0 || unicode.IsSpace(r) }

// mayOpenAfter tells whether a quotation may open after r.
func mayOpenAfter(r rune) bool {
	switch r {
	case '(', '[', '-', '–', '—', '"', '“', '‘', '\'', '/', '…':
		return true
	}
	return gapAtMark(r) || r == 0xFEFF || r >= 0x200B && r <= 0x200F
}
