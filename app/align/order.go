package align

import (
	"context"
	"slices"
	"strings"

	"samewire/app/text"
)

// alphabetical returns the documents in the alphabetical order of their texts, and
// where each stood before. What is found then doesn't depend on the order in
// which a story has its articles: sums of floating-point numbers do, and so
// would a feature that looks at rows before columns.
func alphabetical(docs []*text.Document) (sorted []*text.Document, was []int) {
	was = make([]int, len(docs))
	for i := range was {
		was[i] = i
	}
	slices.SortStableFunc(was, func(i, j int) int { return strings.Compare(docs[i].Source, docs[j].Source) })
	for _, i := range was {
		sorted = append(sorted, docs[i])
	}
	return sorted, was
}

// renumber gives the articles of matches the numbers they had before, and puts
// the matches into the order of A, then B.
func renumber(ctx context.Context, matches []Match, was []int) ([]Match, error) {
	for n := range matches {
		m := &matches[n]
		m.A.Article, m.B.Article = was[m.A.Article], was[m.B.Article]
		if m.A.Article > m.B.Article {
			m.A, m.B = m.B, m.A
		}
	}
	return sortMatches(ctx, matches, len(was))
}
