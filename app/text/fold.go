package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// forms remembers the normal forms of the spellings met in one text, so that
// each is worked out once.
type forms struct {
	words map[string]Word
	stem  *stemmer
}

func newForms() *forms {
	return &forms{words: make(map[string]Word, 256), stem: newStemmer()}
}

// word returns the word of source that s covers.
func (f *forms) word(source string, s Span) Word {
	spelling := s.Of(source)
	w, ok := f.words[spelling]
	if !ok {
		w = f.newWord(spelling)
		f.words[spelling] = w
	}
	w.Span = s
	return w
}

func (f *forms) newWord(spelling string) Word {
	r, _ := utf8.DecodeRuneInString(spelling)
	w := Word{Fold: fold(spelling), Capital: isUpper(r), Digit: unicode.IsDigit(r)}
	w.Stem = f.stem.of(w.Fold)
	w.Stop = isStop(w.Fold) && !isName(spelling)
	return w
}

// isName tells whether a spelling in capitals is a name that in small letters
// would be a stop word: "US", "WHO", "IT".
func isName(spelling string) bool {
	return spelling == "US" || spelling == "WHO" || spelling == "IT"
}

// fold returns a spelling in lower case with plain apostrophes and dashes,
// without invisible characters, with accents composed where Latin has a letter
// for it, and without the final stop of an acronym.
func fold(s string) string {
	s = strings.TrimSuffix(s, ".")
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return foldUnicode(s)
		}
		plain = plain && (s[i] < 'A' || s[i] > 'Z')
	}
	if plain {
		return s
	}
	return strings.ToLower(s)
}

func foldUnicode(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		switch {
		case isApostrophe(r):
			r = '\''
		case r == '‐' || r == '‑' || r == '–' || r == '—':
			r = '-'
		case r >= '０' && r <= 'ｚ' && isAlnum(r): // full width
			r -= '０' - '0'
		case invisible(r):
			continue
		}
		r = unicode.ToLower(r)
		if k := len(out); k > 0 && r >= 0x300 && r < 0x330 {
			if composed := compose(out[k-1], r); composed != 0 {
				out[k-1] = composed
				continue
			}
		}
		out = append(out, r)
	}
	return string(out)
}

// accents are the small Latin letters with the accents that European names
// use: a combining mark, then pairs of a letter and that letter with the mark.
var accents = [...]struct {
	mark  rune
	pairs string
}{
	{0x300, "aàeèiìoòuùnǹ"},
	{0x301, "aáeéiíoóuúyýcćnńsśzźlĺrŕ"},
	{0x302, "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷ"},
	{0x303, "aãnñoõiĩuũ"},
	{0x304, "aāeēiīoōuū"},
	{0x306, "aăeĕgğiĭoŏuŭ"},
	{0x307, "cċeėgġzż"},
	{0x308, "aäeëiïoöuüyÿ"},
	{0x30A, "aåuů"},
	{0x30B, "oőuű"},
	{0x30C, "cčdďeěnňrřsštťzž"},
	{0x327, "cçsşgģkķlļnņtţ"},
	{0x328, "aąeęiįuų"},
}

// compose returns the letter that base and a combining mark make, or 0.
func compose(base, mark rune) rune {
	for _, a := range accents {
		if a.mark != mark {
			continue
		}
		hit := false
		for k, r := range a.pairs {
			if hit {
				return r
			}
			hit = r == base && k%3 == 0 // a letter of one byte, one of two
		}
	}
	return 0
}
