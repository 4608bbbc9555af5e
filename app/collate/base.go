package collate

import (
	"math"
	"strings"

	"samewire/app/align"
	"samewire/app/sorting"
	"samewire/app/text"
)

// maxCompared bounds how many different wordings of a passage are compared
// with each other to choose the base.
const maxCompared = 48

// chooseBase returns the reading nearest to the others: the one that keeps the
// largest mean share of their words. Of equals it is the one whose article,
// given by its text in sources, comes first in the alphabet: any rule will do
// that doesn't depend on the order of the articles.
func chooseBase(words [][]text.Word, sources []string) int {
	// Same wordings count as often as they stand, but are compared once.
	wordings := make(map[string]int)
	var kinds []wording
	of := make([]int, len(words))
	for i, w := range words {
		k := key(w)
		n, ok := wordings[k]
		if !ok {
			n = len(kinds)
			wordings[k] = n
			kinds = append(kinds, wording{key: k, words: w})
		}
		kinds[n].count++
		of[i] = n
	}
	sample := compared(kinds)
	best, at := -1.0, 0
	score := make([]float64, len(kinds))
	for i := range kinds {
		for _, j := range sample {
			kept := 1.0
			if i != j {
				_, kept = align.Classify(kinds[i].words, kinds[j].words)
			}
			score[i] += float64(kept * float64(kinds[j].count))
		}
		score[i] = math.Round(score[i]*1e9) / 1e9
	}
	for i, n := range of {
		if score[n] > best || score[n] == best && sources[i] < sources[at] {
			best, at = score[n], i
		}
	}
	return at
}

// wording is a sequence of words that one or more readings have.
type wording struct {
	key   string
	words []text.Word
	count int
}

func key(words []text.Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Fold)
		b.WriteByte(' ')
	}
	return b.String()
}

// compared returns the wordings that all others are compared with: all, or an
// even choice of them in alphabetical order, which doesn't depend on the order
// of the articles.
func compared(kinds []wording) []int {
	order := make([]int, len(kinds))
	for i := range order {
		order[i] = i
	}
	sorting.By(order, func(i, j int) int { return strings.Compare(kinds[i].key, kinds[j].key) })
	if len(order) <= maxCompared {
		return order
	}
	chosen := make([]int, maxCompared)
	for i := range chosen {
		chosen[i] = order[i*len(order)/maxCompared]
	}
	return chosen
}
