package align

import (
	"cmp"
	"context"
	"slices"
)

// A fragment is a stretch of segments of either text that carries the same
// copy, as far as its seeds tell.
type fragment struct {
	ends   [2]extent
	seeds  []seed
	cosine float64
}

// extent is the segments, or words, from first to last, both included.
type extent struct{ first, last int }

func (e extent) size() int { return e.last - e.first + 1 }

func (e extent) meets(f extent) bool { return e.first <= f.last && f.first <= e.last }

// Seeds belong together if no more than ordinaryGap segments lie between one
// and the next in either text, or no more than summaryGap where one text sums
// up the other.
const (
	ordinaryGap = 4
	summaryGap  = 24
)

// fragmentCosine is what the two sides of a fragment must surpass.
const fragmentCosine = 0.34

// extend joins seeds to fragments over gaps of no more than wide segments. What
// doesn't hold together as a whole is tried again with smaller gaps, down to
// narrow.
func (p *textPair) extend(ctx context.Context, seeds []seed, wide, narrow int) ([]fragment, error) {
	if len(seeds) == 0 || wide < narrow {
		return nil, ctx.Err()
	}
	clusters, err := appendClusters(ctx, nil, slices.Clone(seeds), wide, 0, 0)
	if err != nil {
		return nil, err
	}
	var out []fragment
	for _, c := range clusters {
		f := enclose(c)
		if f.cosine = p.cosine(&f); f.cosine > fragmentCosine {
			out = append(out, f)
			continue
		}
		parts, err := p.extend(ctx, c, wide-1, narrow)
		if err != nil {
			return nil, err
		}
		out = append(out, parts...)
	}
	return out, ctx.Err()
}

// maxTurns bounds how often appendClusters changes sides. Text comes to rest
// after a few turns.
const maxTurns = 32

// appendClusters parts seeds wherever more than gap segments lie between one
// and the next on one side, then each part on the other side, and so on until
// nothing parts. It sorts seeds.
func appendClusters(ctx context.Context, out [][]seed, seeds []seed, gap, side, turn int) ([][]seed, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	slices.SortFunc(seeds, func(x, y seed) int {
		return cmp.Or(cmp.Compare(x.at[side], y.at[side]), cmp.Compare(x.at[1-side], y.at[1-side]))
	})
	for begin := 0; begin < len(seeds); {
		end := begin + 1
		for end < len(seeds) && int(seeds[end].at[side]-seeds[end-1].at[side]) <= gap+1 {
			end++
		}
		if turn == maxTurns || turn > 0 && end-begin == len(seeds) {
			return append(out, seeds), nil
		}
		var err error
		if out, err = appendClusters(ctx, out, seeds[begin:end:end], gap, 1-side, turn+1); err != nil {
			return nil, err
		}
		begin = end
	}
	return out, nil
}

// enclose returns the smallest fragment that holds all seeds.
func enclose(seeds []seed) fragment {
	f := fragment{seeds: seeds}
	for side := range f.ends {
		e := extent{int(seeds[0].at[side]), int(seeds[0].at[side])}
		for _, s := range seeds {
			e.first, e.last = min(e.first, int(s.at[side])), max(e.last, int(s.at[side]))
		}
		f.ends[side] = e
	}
	return f
}
