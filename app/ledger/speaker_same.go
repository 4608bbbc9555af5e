package ledger

import (
	"unicode/utf8"

	"samewire/app/text"
)

// minMisspelt is how many letters two last names need, so that they may be the
// same though one letter differs.
const minMisspelt = 6

// speakers tells whether two quotations are by the same speaker for all that
// is said, or by different ones.
func (l *quotationLedger) speakers(a, b *quoted) (same, differ bool) {
	s, t := l.speakerName(a), l.speakerName(b)
	switch {
	case len(s) == 0 || len(t) == 0:
		return false, false
	case sameName(s, t):
		return true, false
	}
	return false, !a.Speaker.Inferred && !b.Speaker.Inferred
}

// speakerName returns the names of a quotation's speaker without accents, the
// last one at the end; none if nobody is named.
func (l *quotationLedger) speakerName(q *quoted) []string {
	if q.names != nil || q.Speaker.Name.Len() == 0 {
		return q.names
	}
	r := l.readers[q.Article]
	first, last := r.WordsIn(q.Speaker.Name)
	for w := first; w < last; w++ {
		q.names = append(q.names, text.Unaccented(r.surname(w)))
	}
	return q.names
}

// sameName tells whether two names may be one person's: the last names are the
// same, or one letter of a long one differs, or one outlet calls the person by
// the first name alone.
func sameName(a, b []string) bool {
	one, other := a[len(a)-1], b[len(b)-1]
	return one == other || len(a) == 1 && one == b[0] || len(b) == 1 && other == a[0] || misspelt(one, other)
}

// misspelt tells whether two long names differ in one letter, not the first.
func misspelt(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || utf8.RuneCountInString(a) < minMisspelt || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return a[i:] == b[len(b)-len(a)+i:] || i < len(a) && a[i+1:] == b[i+1:]
}
