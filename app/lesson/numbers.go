package lesson

import (
	"slices"

	"samewire/app/analysis"
	"samewire/app/ledger"
	"samewire/app/text"
)

// Numbers compares the numbers of a pupil's sentence with those of the sentence
// that was to be rewritten. It returns those that the pupil's lacks and those
// that it adds, as they are written. Days of the week, and numbers that are there
// in another form, count as neither.
func (q *Question) Numbers(a *analysis.Analysis, sentence string) (lost, added []string) {
	given, own := numbersOf(a.Text(q.Exhibits[0].Place)), numbersOf(sentence)
	return given.notIn(own), own.notIn(given)
}

// numbered is a sentence with its numbers.
type numbered struct {
	*text.Document
	figures []ledger.Figure
}

func numbersOf(sentence string) numbered {
	d := text.Parse(sentence)
	return numbered{d, ledger.Figures([]*text.Document{d}, nil)}
}

// notIn returns the numbers that another sentence lacks.
func (s numbered) notIn(other numbered) []string {
	var out []string
	for i := range s.figures {
		f := &s.figures[i]
		digits := s.numerals(f.Span)
		if len(digits) == 0 || slices.ContainsFunc(other.figures, func(g ledger.Figure) bool { return f.SameAs(&g) }) || isSubset(digits, other.unread()) {
			continue
		}
		out = append(out, f.Of(s.Source))
	}
	return out
}

// numerals returns the numbers in a span, in digits.
func (s numbered) numerals(span text.Span) []string {
	var out []string
	first, end := s.WordsIn(span)
	for _, w := range s.Words[first:end] {
		if w.Digit {
			out = append(out, w.Stem)
		} else if n := numeral(w); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// unread returns the numbers of a sentence that no figure has: what they count
// isn't known, so they may be those of a figure.
func (s numbered) unread() []string {
	var out []string
	at := 0
	for _, f := range s.figures {
		out = append(out, s.numerals(text.Span{Start: at, End: f.Start})...)
		at = f.End
	}
	return append(out, s.numerals(text.Span{Start: at, End: len(s.Source)})...)
}

// isSubset tells whether all of list are among others.
func isSubset(list, others []string) bool {
	return !slices.ContainsFunc(list, func(s string) bool { return !slices.Contains(others, s) })
}
