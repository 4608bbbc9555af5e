package main

import (
	"cmp"
	"math"
	"slices"

	"samewire/app/align"
)

// ranked is a labelled pair with the highest probability of its candidates.
type ranked struct {
	probability    float64
	same, reworded bool
}

// rank returns the pairs of the cluster that are not partial, as m has them.
func (l *lesson) rank(m *align.Model) ([]ranked, error) {
	cands, err := l.Candidates(m)
	if err != nil {
		return nil, err
	}
	best := make(map[goldPair]float64)
	for i, k := range cands {
		for _, p := range l.stands[i] {
			best[p] = max(best[p], k.Probability)
		}
	}
	var out []ranked
	for p, v := range best {
		out = append(out, ranked{v, l.same[p], l.reworded[p]})
	}
	slices.SortFunc(out, byProbability)
	return out, nil
}

// byProbability puts the most probable first. Ties count against the model.
func byProbability(x, y ranked) int {
	return cmp.Or(cmp.Compare(y.probability, x.probability), b2i(x.same)-b2i(y.same), b2i(x.reworded)-b2i(y.reworded))
}

// at counts the pairs of a cluster whose probability is the threshold or more.
func at(list []ranked, threshold float64, c *cluster) tally {
	t := tally{gold: len(c.same), rewordedGold: len(c.reworded)}
	for _, r := range list {
		if r.probability < threshold {
			break
		}
		t.predicted++
		t.right += b2i(r.same)
		t.rewordedRight += b2i(r.reworded)
	}
	return t
}

// averagePrecision is the mean, over all gold pairs, of the precision down to
// each in the order of probability; pairs that no candidate stands for count
// as never found.
func averagePrecision(list []ranked, gold int) float64 {
	slices.SortFunc(list, byProbability)
	right, sum := 0, 0.0
	for i, r := range list {
		if r.same {
			right++
			sum += float64(right) / float64(i+1)
		}
	}
	return sum / float64(gold)
}

// logLoss is the mean surprise, in nats a gold pair, at the labels.
func logLoss(list []ranked, gold int) float64 {
	sum := 0.0
	found := 0
	for _, r := range list {
		p := min(max(r.probability, 1e-4), 1-1e-4)
		if r.same {
			sum -= math.Log(p)
			found++
		} else {
			sum -= math.Log(1 - p)
		}
	}
	sum -= float64(gold-found) * math.Log(1e-4)
	return sum / float64(gold)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
