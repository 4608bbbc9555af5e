package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// appendWords appends the words of the sentence s to out.
func appendWords(out []Word, source string, s Span, f *forms) []Word {
	for i := s.Start; i < s.End; {
		r, n := runeAt(source, i, s.End)
		switch {
		case r == utf8.RuneError && n == 1 || !isAlnum(r):
			i += n
		case foreign(r):
			end := foreignEnd(source, i, s.End)
			out = appendForeign(out, source, Span{i, end}, f)
			i = end
		default:
			end := wordEnd(source, i, s.End)
			out = append(out, f.word(source, Span{i, end}))
			i = end
		}
	}
	return out
}

// wordEnd returns the end of the word that begins at start: letters and digits
// with their marks, and what stands between them in one word.
func wordEnd(source string, start, end int) int {
	before, i := runeAt(source, start, end)
	i += start
	for i < end {
		r, n := runeAt(source, i, end)
		switch {
		case r < utf8.RuneSelf && isAlnumByte(byte(r)):
		case r >= utf8.RuneSelf && !foreign(r) && (isAlnum(r) || unicode.IsMark(r)):
		case invisible(r):
			after := skipInvisible(source, i, end)
			if !joinsAfter(source, after, end) {
				return wordStop(source, start, i, end)
			}
			i = after
			continue
		default:
			after, _ := runeAt(source, i+n, end)
			if foreign(after) || !joins(before, r, after) {
				return wordStop(source, start, i, end)
			}
		}
		before = r
		i += n
	}
	return i
}

// joins tells whether r, which is neither letter nor digit, stands inside one
// word between the characters before and after it (rules WB6, WB7, WB11 to
// WB13 of UAX #29, without the colon and with "AT&T").
func joins(before, r, after rune) bool {
	switch {
	case r == '.' || r == '．':
		return isLetter(before) && isLetter(after) || isDigit(before) && isDigit(after)
	case isApostrophe(r):
		return isAlnum(before) && isLetter(after)
	case r == ',':
		return isDigit(before) && isDigit(after)
	case r == '_':
		return isAlnum(before) && isAlnum(after)
	case r == '&':
		return isUpper(before) && isUpper(after)
	}
	return false
}

// joinsAfter tells whether a word that invisible characters interrupt goes on
// at i.
func joinsAfter(source string, i, end int) bool {
	r, _ := runeAt(source, i, end)
	return !foreign(r) && (isAlnum(r) || unicode.IsMark(r))
}

func skipInvisible(source string, i, end int) int {
	for {
		r, n := runeAt(source, i, end)
		if n == 0 || !invisible(r) {
			return i
		}
		i += n
	}
}

// wordStop returns i, or the offset after the full stop at i where that
// belongs to an acronym such as "U.S.".
func wordStop(source string, start, i, end int) int {
	if i < end && source[i] == '.' && i-start <= 12 && isAcronym(source[start:i]) {
		return i + 1
	}
	return i
}

// foreignEnd returns the end of the run of text at i that is left to the
// general rules of UAX #29.
func foreignEnd(source string, i, end int) int {
	for i < end {
		r, n := runeAt(source, i, end)
		if !foreign(r) && r != 0x200C && r != 0x200D && !unicode.IsMark(r) {
			break
		}
		i += n
	}
	return i
}

// appendForeign appends the words of a run of foreign letters.
func appendForeign(out []Word, source string, s Span, f *forms) []Word {
	for it := words.FromString(s.Of(source)); it.Next(); {
		w := Span{s.Start + it.Start(), s.Start + it.End()}
		if r, _ := runeAt(source, w.Start, w.End); isAlnum(r) {
			out = append(out, f.word(source, w))
		}
	}
	return out
}
