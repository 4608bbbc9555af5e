package text

import (
	"strings"
	"unicode/utf8"
)

// Unaccented returns a folded spelling with the plain letters for those with
// accents that European names use: "zürich" and "zurich" are one then. The cost
// is linear; a spelling in ASCII is returned as it is.
func Unaccented(fold string) string {
	for i := 0; i < len(fold); i++ {
		if fold[i] >= utf8.RuneSelf {
			return strings.Map(plainLetter, fold)
		}
	}
	return fold
}

// strokes are letters with a stroke, which no combining mark makes, and their
// plain letters in turn.
const strokes = "łløođdıiħh"

// plainLetter returns a small letter without its accent, and -1 for a combining
// mark.
func plainLetter(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	if r >= 0x300 && r < 0x370 {
		return -1
	}
	if i := strings.IndexRune(strokes, r); i >= 0 {
		return rune(strokes[i+utf8.RuneLen(r)])
	}
	for _, a := range accents {
		if i := strings.IndexRune(a.pairs, r); i > 0 {
			return rune(a.pairs[i-1])
		}
	}
	return r
}
