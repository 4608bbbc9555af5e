package align

import (
	"cmp"
	"context"
	"slices"
)

// A seed is a pair of segments that resemble each other.
type seed struct {
	at     [2]int32 // index of the segment in either text
	cosine float64
}

// Seeds need more than seedCosine of cosine and more than seedDice of the Dice
// coefficient.
const (
	seedCosine = 0.30
	seedDice   = 0.33
)

// A term that stands in more than maxPostings segments brings no pair together
// by itself, and a segment has at most maxSeeds seeds, its best. Both bound the
// work on texts that repeat themselves.
const (
	maxPostings = 400
	maxSeeds    = 16
)

// seeds returns the pairs of segments that resemble each other, in order.
func (p *textPair) seeds(ctx context.Context) ([]seed, error) {
	postings := make([][]int32, p.terms)
	for i := range p.segments[1] {
		for _, w := range p.segments[1][i].terms {
			if w.weight > 0 && len(postings[w.term]) <= maxPostings {
				postings[w.term] = append(postings[w.term], int32(i))
			}
		}
	}
	met := make([]int32, len(p.segments[1])) // the last segment, plus 1, compared with this one
	var out []seed
	for i := range p.segments[0] {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		x := &p.segments[0][i]
		begin := len(out)
		for _, w := range x.terms {
			list := postings[w.term]
			if len(list) > maxPostings {
				continue
			}
			for _, k := range list {
				if met[k] == int32(i)+1 {
					continue
				}
				met[k] = int32(i) + 1
				if c, d := resemblance(x, &p.segments[1][k]); c > seedCosine && d > seedDice {
					out = append(out, seed{[2]int32{int32(i), k}, c})
				}
			}
		}
		out = out[:begin+len(bestSeeds(out[begin:]))]
	}
	return out, nil
}

// bestSeeds returns the best seeds of a segment in order. It sorts seeds.
func bestSeeds(seeds []seed) []seed {
	if len(seeds) > maxSeeds {
		slices.SortFunc(seeds, func(x, y seed) int {
			return cmp.Or(cmp.Compare(y.cosine, x.cosine), cmp.Compare(x.at[1], y.at[1]))
		})
		seeds = seeds[:maxSeeds]
	}
	slices.SortFunc(seeds, func(x, y seed) int { return cmp.Compare(x.at[1], y.at[1]) })
	return seeds
}

// bestOfEach returns the best seed of each segment of one side, in order.
func bestOfEach(seeds []seed, side int) []seed {
	seeds = slices.Clone(seeds)
	slices.SortFunc(seeds, func(x, y seed) int {
		return cmp.Or(cmp.Compare(x.at[side], y.at[side]), cmp.Compare(y.cosine, x.cosine), cmp.Compare(x.at[1-side], y.at[1-side]))
	})
	return slices.CompactFunc(seeds, func(x, y seed) bool { return x.at[side] == y.at[side] })
}
