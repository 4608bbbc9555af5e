package collate

import (
	"strings"

	"samewire/app/text"
)

// minTrimmed is how many words a clause at either end of a reading must have to
// be left out. Shorter ones ("as a result", "he said") stay, so that a reading
// remains a sentence one can read.
const minTrimmed = 8

// trim leaves out clauses at the ends of a reading that share no content word
// with any other reading of the passage: they are the article's own copy. The
// words are those of d from first to last.
func trim(d *text.Document, first, last int, others map[string]bool) (int, int) {
	ends := clauses(d, first, last)
	for len(ends) > 1 && ownCopy(d, first, ends[0], others) && balanced(d, first, ends[0]) {
		first, ends = ends[0], ends[1:]
	}
	for n := len(ends); n > 1 && ownCopy(d, ends[n-2], last, others) && balanced(d, ends[n-2], last); n-- {
		last = ends[n-2]
	}
	return first, last
}

// clauses returns where the clauses of the words end, the last one at last.
func clauses(d *text.Document, first, last int) []int {
	var ends []int
	for i := first; i+1 < last; i++ {
		gap := d.Source[d.Words[i].End:d.Words[i+1].Start]
		if strings.ContainsAny(gap, ",;:()—–") || strings.Contains(gap, " - ") || strings.Contains(gap, "--") {
			ends = append(ends, i+1)
		}
	}
	return append(ends, last)
}

// widen moves the ends of a stretch of words outwards to where clauses begin
// and end. The clauses begin at word first.
func widen(ends []int, first, from, to int) (int, int) {
	begin := first
	for _, end := range ends {
		if begin <= from {
			first = begin
		}
		if end >= to {
			return min(first, from), end
		}
		begin = end
	}
	return first, to
}

// ownCopy tells whether a stretch of words is long and has no content word in
// common with others.
func ownCopy(d *text.Document, first, last int, others map[string]bool) bool {
	if last-first < minTrimmed {
		return false
	}
	for _, w := range d.Words[first:last] {
		if content(w) && others[w.Stem] {
			return false
		}
	}
	return true
}

// balanced tells whether a stretch of words can go without taking away one of
// two quotation marks.
func balanced(d *text.Document, first, last int) bool {
	open := 0
	for _, r := range d.Source[d.Words[first].Start:d.Words[last-1].End] {
		switch r {
		case '“', '(':
			open++
		case '”', ')':
			open--
		case '"':
			open ^= 64
		}
	}
	return open == 0
}
