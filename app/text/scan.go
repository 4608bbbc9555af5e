package text

import (
	"unicode"
	"unicode/utf8"
)

// runeAt returns the rune that begins at source[i] and its length; 0, 0 at or
// after end.
func runeAt(source string, i, end int) (rune, int) {
	if i >= end {
		return 0, 0
	}
	if c := source[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(source[i:end])
}

// runeBefore returns the rune that ends at source[i] and its length; 0, 0 at or
// before start.
func runeBefore(source string, i, start int) (rune, int) {
	if i <= start {
		return 0, 0
	}
	if c := source[i-1]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeLastRuneInString(source[start:i])
}

// trim returns s without the white space and invisible characters at its ends.
func trim(source string, s Span) Span {
	for s.Start < s.End {
		r, n := runeAt(source, s.Start, s.End)
		if !blank(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := runeBefore(source, s.End, s.Start)
		if !blank(r) {
			break
		}
		s.End -= n
	}
	return s
}

// blank tells whether r takes no room in a text: white space, or a character
// that shows nothing.
func blank(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return invisible(r) || unicode.IsSpace(r)
}

// invisible tells whether r shows nothing by itself: zero-width and
// bidirectional controls, soft hyphen, byte order mark, variation selectors.
func invisible(r rune) bool {
	return r >= 0xAD && (r == 0xAD || r == 0x61C || r == 0x180E || r == 0xFEFF ||
		r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x206F || r >= 0xFE00 && r <= 0xFE0F)
}

// plain tells whether b is a character that neither ends nor embeds anything.
func plain(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b == ' ' || b >= '0' && b <= '9' || b == ','
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r))
	}
	return unicode.IsLetter(r)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9'
	}
	return unicode.IsNumber(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z'
	}
	return unicode.IsLower(r)
}

func isAlnum(r rune) bool { return isLetter(r) || isDigit(r) }

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '＇' || r == '‘'
}

// isCloser tells whether r closes a quotation or bracket and so belongs to the
// sentence before it.
func isCloser(r rune) bool {
	switch r {
	case '"', '\'', ')', ']', '}', '”', '’', '»', '›', '“':
		// “ closes a quotation in German and some other usages; a following
		// letter tells that it opens one, see closers.
		return true
	}
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Pe, unicode.Pf)
}

// isOpener tells whether r may stand before the first letter of a sentence.
func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '(', '[', '{', '“', '‘', '„', '‚', '«', '‹', '”', '’', '»', '_', '*', '¿', '¡', '-', '–', '—', '$', '€', '£', '¥', '#', '@', '…', '.':
		return true
	}
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Ps, unicode.Pi)
}

// isBullet tells whether r marks a list item.
func isBullet(r rune) bool {
	switch r {
	case '•', '⁃', '‣', '◦', '▪', '●', '■', '∙':
		return true
	}
	return false
}

// foreign tells whether r belongs to a script whose words are not cut by the
// rules for Latin, Greek, Cyrillic and Armenian letters.
func foreign(r rune) bool {
	return r >= 0x590 && (r < 0x1E00 || r > 0x1FFF) && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}
