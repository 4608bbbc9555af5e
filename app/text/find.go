package text

import "sort"

// WordsIn returns the range [first, last) of the words that begin in span.
func (d *Document) WordsIn(span Span) (first, last int) {
	first = sort.Search(len(d.Words), func(i int) bool { return d.Words[i].Start >= span.Start })
	last = first + sort.Search(len(d.Words)-first, func(i int) bool { return d.Words[first+i].Start >= span.End })
	return first, last
}
