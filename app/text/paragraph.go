package text

// A line break inside a paragraph is soft (the text was wrapped to a width) or
// hard (a heading, a list, a caption). The text itself doesn't say which, so
// block boundaries are inferred from how the lines end and begin and from
// their widths.

// Lines of a wrapped text are at most maxWrap and at least minWrap bytes wide.
const minWrap, maxWrap = 40, 120

// block is a stretch of a paragraph without hard line breaks. No sentence
// crosses its end.
type block struct {
	Span
	opens bool // it begins a paragraph
}

// line is a line of a text without its terminator and without the white space
// around it; it is empty for a blank line.
type line struct {
	Span
	spaced bool // white space stood before the terminator
}

// blocks cuts source into blocks. Blank lines part paragraphs; in a text
// without any, each line is a paragraph, except that lines which were plainly
// wrapped stay together.
func blocks(source string) []block {
	ls := lines(source)
	for len(ls) > 0 && ls[0].Len() == 0 {
		ls = ls[1:]
	}
	for len(ls) > 0 && ls[len(ls)-1].Len() == 0 {
		ls = ls[:len(ls)-1]
	}
	lay := layout{width: wrapWidth(source, ls)}
	for _, l := range ls {
		lay.parted = lay.parted || l.Len() == 0
	}
	var out []block
	for i, l := range ls {
		switch {
		case l.Len() == 0:
		case i == 0 || ls[i-1].Len() == 0:
			out = append(out, block{l.Span, true})
		case lay.soft(source, ls[i-1], l):
			out[len(out)-1].End = l.End
		default:
			out = append(out, block{l.Span, !lay.parted})
		}
	}
	return out
}

// wrapWidth returns the width to which the lines were wrapped, or 0. They were
// if none is too wide, most breaks come where the next word would not have
// fitted, and many come before a lower-case letter, as no list of headlines has
// them.
func wrapWidth(source string, ls []line) int {
	width := 0
	for _, l := range ls {
		width = max(width, l.Len())
	}
	if width < minWrap || width > maxWrap {
		return 0
	}
	breaks, full, lower := 0, 0, 0
	for i, l := range ls {
		if i == 0 || l.Len() == 0 || ls[i-1].Len() == 0 {
			continue
		}
		breaks++
		if !fits(source, ls[i-1], l, width) {
			full++
		}
		if r, _ := runeAt(source, l.Start, l.End); isLower(r) {
			lower++
		}
	}
	if breaks < 2 || full*5 < breaks*3 || lower*3 < breaks {
		return 0
	}
	return width
}

// fits tells whether the first word of b would have fitted on line a.
func fits(source string, a, b line, width int) bool {
	word := 0
	for word < b.Len() && source[b.Start+word] != ' ' {
		word++
	}
	return a.Len()+1+word <= width
}

// layout is how the lines of a text are set.
type layout struct {
	width  int  // to which its lines were wrapped, or 0
	parted bool // its paragraphs are parted by blank lines
}

// soft tells whether the break between the lines a and b is a mere wrap.
func (lay layout) soft(source string, a, b line) bool {
	first, n := runeAt(source, b.Start, b.End)
	if closesLine(first) && (first != '.' || n == b.Len() || source[b.Start+n] == ' ') {
		return true // what closes a sentence doesn't begin a line
	}
	if isBullet(first) || beginsItem(source, b.Span) {
		return false
	}
	if lay.width > 0 && !fits(source, a, b, lay.width) {
		return true
	}
	ended := endsSentence(source, a.Span)
	if lay.parted {
		return ended || isLower(first) || first == '('
	}
	return !ended && a.spaced && (isLower(first) || first == '(')
}

func closesLine(r rune) bool {
	return r == '.' || r == ',' || r == ';' || r == ')' || r == '!' || r == '?'
}

// endsSentence tells whether s ends with a full stop or the like, apart from
// closing quotation marks and brackets.
func endsSentence(source string, s Span) bool {
	for i := s.End; i > s.Start; {
		r, n := runeBefore(source, i, s.Start)
		if !isCloser(r) {
			return isTerminator(r) || r == '…'
		}
		i -= n
	}
	return false
}

// beginsItem tells whether s begins with the marker of a list item and a
// space, such as "2." or "(b)".
func beginsItem(source string, s Span) bool {
	m, ok := itemMarker(source, s.Start, s.End)
	return ok && m.end < s.End
}

// lines cuts source at LF, CRLF, CR, NEL and the line and paragraph separators.
func lines(source string) []line {
	var out []line
	start := 0
	for i := 0; i < len(source); {
		n := newlineLen(source[i:])
		if n == 0 {
			i++
			continue
		}
		out = append(out, newLine(source, start, i))
		i += n
		start = i
	}
	return append(out, newLine(source, start, len(source)))
}

func newLine(source string, start, end int) line {
	s := trim(source, Span{start, end})
	return line{Span: s, spaced: s.End < end}
}

// newlineLen returns the length of the line terminator at the start of s, or 0.
func newlineLen(s string) int {
	switch s[0] {
	case '\n':
		return 1
	case '\r':
		if len(s) > 1 && s[1] == '\n' {
			return 2
		}
		return 1
	case 0xC2: // U+0085
		if len(s) > 1 && s[1] == 0x85 {
			return 2
		}
	case 0xE2: // U+2028, U+2029
		if len(s) > 2 && s[1] == 0x80 && (s[2] == 0xA8 || s[2] == 0xA9) {
			return 3
		}
	}
	return 0
}
