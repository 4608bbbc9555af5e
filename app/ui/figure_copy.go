package ui

import (
	"strings"

	"samewire/app/ledger"
	"samewire/app/text"
)

// How many words before and after a figure are shown with it, and how many more
// where its clause begins or ends with them.
const (
	wordsBefore = 6
	wordsAfter  = 8
	wordsToEnd  = 3
)

// farthestTime is how many words there are at most between a figure and the time
// that it is tied to, for both to be shown.
const farthestTime = 14

// figure writes a figure among the words around it, with an ellipsis where they
// end within a clause.
func (d *desk) figure(m *markup, f *ledger.Figure) {
	source := d.Documents[f.Article].Source
	around, before, after := d.around(f)
	m.text(before+source[around.Start:f.Start]).put("b", f.Of(source)).text(source[f.End:around.End] + after)
}

// around returns a figure with what it counts, the time it is tied to and the
// words around, as far as their clause goes, and what to write before and after.
func (d *desk) around(f *ledger.Figure) (s text.Span, before, after string) {
	doc := d.Documents[f.Article]
	s = f.Span
	for _, part := range []text.Span{f.Noun, f.Time} {
		if part.Len() > 0 && d.near(f, part) {
			s.Start, s.End = min(s.Start, part.Start), max(s.End, part.End)
		}
	}
	first, last := doc.WordsIn(s)
	start := first - leading(doc, first, wordsBefore+wordsToEnd+1)
	if start < first-wordsBefore-wordsToEnd {
		start, before = first-wordsBefore, "…\u00a0"
	} else if start > 0 && quoteEnds(doc.Source[doc.Words[start-1].End:doc.Words[start].Start]) {
		before = "…\u00a0"
	}
	end := last + following(doc, last, wordsAfter+wordsToEnd+1)
	if end > last+wordsAfter+wordsToEnd {
		end, after = last+wordsAfter, "\u00a0…"
		for end > last && doc.Words[end-1].Stop {
			end--
		}
	} else if end < len(doc.Words) && quoteBegins(doc.Source[doc.Words[end-1].End:doc.Words[end].Start]) {
		after = "\u00a0…"
	}
	if start < first {
		s.Start = doc.Words[start].Start
	}
	if end > last {
		s.End = doc.Words[end-1].End
	}
	return s, before, after
}

// near tells whether a part of a figure's sentence is so near that both can be
// shown.
func (d *desk) near(f *ledger.Figure, part text.Span) bool {
	between := text.Span{Start: min(f.End, part.End), End: max(f.Start, part.Start)}
	if between.Start >= between.End {
		return true
	}
	first, last := d.Documents[f.Article].WordsIn(between)
	return last-first <= farthestTime && !strings.Contains(between.Of(d.Documents[f.Article].Source), "\n")
}

// leading counts the words before word i that are of its clause, most at most.
func leading(doc *text.Document, i, most int) int {
	n := 0
	for n < most && i-n > 0 && !clauseEnds(doc, i-n) {
		n++
	}
	return n
}

// following counts the words from word i on that are of the clause of the word
// before it, most at most.
func following(doc *text.Document, i, most int) int {
	n := 0
	for n < most && i+n < len(doc.Words) && !clauseEnds(doc, i+n) {
		n++
	}
	return n
}

// clauseEnds tells whether punctuation stands before word i.
func clauseEnds(doc *text.Document, i int) bool {
	return strings.ContainsAny(doc.Source[doc.Words[i-1].End:doc.Words[i].Start], ".,;:!?()[]–—\n\"“”")
}

// quoteBegins tells whether what stands between two words opens a quotation or a
// bracket in the midst of a clause, as in `season of "The Lord`.
func quoteBegins(gap string) bool {
	return strings.HasPrefix(gap, " ") && strings.ContainsAny(gap, "\"“([") && !strings.ContainsAny(gap, ".,;:!?–—\n")
}

// quoteEnds is quoteBegins for the end of a quotation or a bracket.
func quoteEnds(gap string) bool {
	return strings.HasSuffix(gap, " ") && strings.ContainsAny(gap, "\"”)]") && !strings.ContainsAny(gap, ".,;:!?–—\n")
}
