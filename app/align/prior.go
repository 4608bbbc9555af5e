package align

import "math"

// How the share of true pairs between two articles is judged: as if priorRows
// more sentences had been seen of articles like those of the model.
const (
	priorRows   = 5.0
	priorRounds = 4
)

// adjust fits the probabilities of a block to how much the two articles have
// in common. The model learnt from articles on one event; between two articles
// of a large story that share next to nothing, the same likeness means less
// (Saerens, Latinne and Decaestecker 2002).
func (m *Model) adjust(list []pair, rows int) {
	shift := 0.0
	for range priorRounds {
		sum := 0.0
		for i := range list {
			sum += logistic(logit(list[i].q) + shift)
		}
		rate := (float64(priorRows*m.Rate) + sum) / (priorRows + float64(rows))
		shift = min(0, math.Log(rate/m.Rate))
	}
	for i := range list {
		list[i].q = settled(logistic(logit(list[i].q) + shift))
	}
}
