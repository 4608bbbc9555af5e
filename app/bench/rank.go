package main

import (
	"cmp"
	"context"
	"slices"

	"samewire/app/align"
)

// ranked is a labelled pair with the highest probability of its candidates.
type ranked struct {
	probability float64
	same        bool
}

// rank appends the pairs of the cluster that are not partial, as m has them.
func (c *cluster) rank(m *align.Model, out *[]ranked) error {
	cands, err := m.Examine(context.Background(), c.docs)
	if err != nil {
		return err
	}
	best := make(map[goldPair]float64)
	for _, k := range cands {
		set := make(map[goldPair]bool)
		c.stands(k.A, k.B, set)
		for p := range set {
			best[p] = max(best[p], k.Probability)
		}
	}
	for p, v := range best {
		if c.same[p] || !c.partial[p] {
			*out = append(*out, ranked{v, c.same[p]})
		}
	}
	return nil
}

// at returns the rates of the pairs whose probability is the threshold or more.
func at(list []ranked, threshold float64, gold int) (precision, recall, f1 float64) {
	t := tally{gold: gold}
	for _, r := range list {
		if r.probability >= threshold {
			t.predicted++
			t.right += b2i(r.same)
		}
	}
	return t.rates()
}

// averagePrecision is the mean, over all gold pairs, of the precision down to
// each in the order of probability; pairs that no candidate stands for count
// as never found.
func averagePrecision(list []ranked, gold int) float64 {
	slices.SortFunc(list, func(x, y ranked) int {
		if x.probability != y.probability {
			return cmp.Compare(y.probability, x.probability)
		}
		return cmp.Compare(b2i(x.same), b2i(y.same)) // ties count against the model
	})
	right, sum := 0, 0.0
	for i, r := range list {
		if r.same {
			right++
			sum += float64(right) / float64(i+1)
		}
	}
	return sum / float64(gold)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
