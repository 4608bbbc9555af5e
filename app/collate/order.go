package collate

import (
	"cmp"
	"context"
	"math"
	"strings"

	"samewire/app/sorting"
	"samewire/app/text"
)

// arrange puts the passages in the most supported order: first by the mean
// place that their readings have in their articles; then two neighbours change
// places as long as more articles have them the other way round. Every
// change makes more articles agree with the order, so that it ends.
func arrange(ctx context.Context, docs []*text.Document, passages []Passage) error {
	type item struct {
		passage Passage
		place   float64
		key     string
	}
	items := make([]item, len(passages))
	for i, p := range passages {
		sum := 0.0
		for _, r := range p.Readings {
			sum += float64(r.Start) / float64(len(docs[r.Article].Source))
		}
		least := ""
		for _, r := range p.Readings {
			if s := r.Of(docs[r.Article].Source); least == "" || s < least {
				least = s
			}
		}
		items[i] = item{p, math.Round(1e9*sum/float64(len(p.Readings))) / 1e9, least}
	}
	sorting.By(items, func(x, y item) int {
		return cmp.Or(cmp.Compare(x.place, y.place), cmp.Compare(len(y.passage.Readings), len(x.passage.Readings)),
			strings.Compare(x.key, y.key))
	})
	for range len(items) {
		if err := ctx.Err(); err != nil {
			return err
		}
		changed := false
		for i := 0; i+1 < len(items); i++ {
			if before(items[i+1].passage, items[i].passage) > 0 {
				items[i], items[i+1] = items[i+1], items[i]
				changed = true
			}
		}
		if !changed {
			break
		}
	}
	for i := range items {
		passages[i] = items[i].passage
		passages[i].ID = i + 1
	}
	return nil
}

// before returns how many more articles have x before y than y before x.
func before(x, y Passage) int {
	n := 0
	for i, j := 0, 0; i < len(x.Readings) && j < len(y.Readings); {
		a, b := x.Readings[i], y.Readings[j]
		switch {
		case a.Article < b.Article:
			i++
		case a.Article > b.Article:
			j++
		default:
			if a.Start < b.Start {
				n++
			} else if a.Start > b.Start {
				n--
			}
			i++
			j++
		}
	}
	return n
}
