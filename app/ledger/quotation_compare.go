package ledger

import (
	"slices"
	"strconv"
	"strings"

	"samewire/app/text"
)

// quotedWord is a word of a quotation and what stands before it.
type quotedWord struct {
	text.Word
	*spelling
	symbol    string // a sign before it that stands for a word: "&"
	omission  bool   // an ellipsis or a break stands before it
	sentence  bool   // it begins a sentence
	clause    bool   // it begins a sentence or stands after a comma
	bracketed bool   // it stands in brackets
}

// spelling is how a word is compared.
type spelling struct {
	id      int32 // the same for words that are the same
	letters string
}

// spellings are those of the words met so far, by folded word.
type spellings struct {
	ofFold map[string]*spelling
	ids    map[string]int32
}

func newSpellings() *spellings {
	return &spellings{make(map[string]*spelling), make(map[string]int32)}
}

func (s *spellings) of(fold string) *spelling {
	known := s.ofFold[fold]
	if known == nil {
		letters := spelledOut(fold)
		id, ok := s.ids[letters]
		if !ok {
			id = int32(len(s.ids)) + 1
			s.ids[letters] = id
		}
		known = &spelling{id, letters}
		s.ofFold[fold] = known
	}
	return known
}

// quotedWords returns the words of pieces.
func (s *spellings) quotedWords(d *text.Document, pieces []text.Span) []quotedWord {
	var out []quotedWord
	depth := 0
	for _, p := range pieces {
		first, last := d.WordsIn(p)
		out = slices.Grow(out, last-first)
		for w := first; w < last; w++ {
			start := p.Start
			if w > first {
				start = d.Words[w-1].End
			}
			gap := d.Source[start:d.Words[w].Start]
			depth = max(0, depth+strings.Count(gap, "[")+strings.Count(gap, "(")-strings.Count(gap, "]")-strings.Count(gap, ")"))
			if depth > 0 && d.Words[w].Fold == "sic" {
				continue
			}
			out = append(out, quotedWord{
				Word:      d.Words[w],
				spelling:  s.of(d.Words[w].Fold),
				symbol:    quotedSymbol(gap),
				omission:  w == first || strings.Contains(gap, "…") || strings.Contains(gap, "..") || strings.Contains(gap, ". ."),
				sentence:  w == first || strings.ContainsAny(gap, ".?!"),
				clause:    w == first || strings.ContainsAny(gap, ".?!,;:"),
				bracketed: depth > 0,
			})
		}
		depth = 0
	}
	return out
}

// spellingVariants are what British and American spelling differ in, both brought to
// one form that needn't be a word.
var spellingVariants = strings.NewReplacer("our", "or", "tre", "ter", "is", "iz", "ys", "yz", "ence", "ense", "ll", "l",
	"aem", "em", "aed", "ed", "mme", "m", "gramm", "gram", "ae", "e", "oe", "e", ".", "", "-", "", "'", "")

// lowNumbers are written as words by some outlets, and in figures by others.
const (
	lowNumbers = "zero one two three four five six seven eight nine ten eleven twelve"
	tens       = "twenty thirty forty fifty sixty seventy eighty ninety"
)

// spelledOut returns a folded word without signs and differences in spelling.
func spelledOut(fold string) string {
	if n, err := strconv.Atoi(fold); err == nil && n >= 0 && n <= 12 && strconv.Itoa(n) == fold {
		return strings.Fields(lowNumbers)[n]
	} else if err == nil && n >= 20 && n < 100 && n%10 == 0 {
		return strings.Fields(tens)[n/10-2]
	}
	fold = text.Unaccented(fold)
	if len(fold) <= 4 && !strings.ContainsAny(fold, ".-'") {
		return fold
	}
	return spellingVariants.Replace(fold)
}

// quotedSymbol returns the word that a sign between two words stands for, or "".
func quotedSymbol(gap string) string {
	switch {
	case strings.Contains(gap, "&"):
		return "and"
	case strings.Contains(gap, "%"):
		return "percent"
	}
	return ""
}

// quotedHunk is words of a base and the words of another wording in their place.
type quotedHunk struct{ a0, a1, b0, b1 int }

// wordComparison is how the words of one quotation stand to another's.
type wordComparison struct {
	a0, a1, b0, b1 int          // the words compared: what lies outside is left out on one side
	kept           int          // words that are the same
	compared       int          // these and the words of the second that differ
	content        int          // those that aren't function words
	hunks          []quotedHunk // words that differ, but for brackets
	brackets       int          // differences that brackets mark
	more           bool         // the second begins before the base, or goes on after it
	omissions      int          // places where words are left out and an ellipsis or break tells so
}

// rendering names what a comparison of a base's words with those of another
// wording found.
func (c *wordComparison) rendering(a, b []quotedWord) Rendering {
	switch {
	case len(c.hunks) > 0:
		return Altered
	case c.brackets > 0:
		return Bracketed
	case !quotedLeavesOut(a[:c.a0]) && !quotedLeavesOut(a[c.a1:]) && c.omissions == 0:
		return Alike
	case c.more || quotedLeavesOut(b[:c.b0]) || quotedLeavesOut(b[c.b1:]):
		return Partly
	}
	return Cut
}

// quotedLeavesOut tells whether words left out at an end say something.
func quotedLeavesOut(words []quotedWord) bool {
	for _, w := range words {
		if !w.Stop || len(words) > 2 || weighs(w.Fold) {
			return true
		}
	}
	return false
}

// weighs tells whether a function word changes what is said by much.
func weighs(fold string) bool {
	switch fold {
	case "no", "not", "never", "nor", "very", "too", "only", "more", "most", "less":
		return true
	}
	return false
}

// changes returns the bytes of the words that differ.
func (c *wordComparison) changes(a, b []quotedWord) []Change {
	var out []Change
	for _, h := range c.hunks {
		out = append(out, Change{quotedHunkSpan(a, h.a0, h.a1), quotedHunkSpan(b, h.b0, h.b1)})
	}
	return out
}

// quotedHunkSpan returns the bytes of the words from first to last; if there are
// none, the place where they would stand.
func quotedHunkSpan(words []quotedWord, first, last int) text.Span {
	switch {
	case first < last:
		return text.Span{Start: words[first].Start, End: words[last-1].End}
	case first > 0:
		return text.Span{Start: words[first-1].End, End: words[first-1].End}
	case len(words) > 0:
		return text.Span{Start: words[0].Start, End: words[0].Start}
	}
	return text.Span{}
}
