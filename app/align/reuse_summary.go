package align

import (
	"context"
	"slices"
)

const (
	// summaryRatio is how many times longer, in bytes, than its summary a text
	// must be.
	summaryRatio = 3
	// minSummary is how many segments a summary has at least.
	minSummary = 3
)

// findSummaries adds the fragments one side of which sums up the other.
func (p *textPair) findSummaries(ctx context.Context, seeds []seed) error {
	fragments, err := p.extend(ctx, seeds, summaryGap, ordinaryGap+1)
	if err != nil {
		return err
	}
	fragments = slices.DeleteFunc(fragments, func(f fragment) bool { return !p.summary(&f) })
	for i := range fragments {
		p.stretch(&fragments[i])
	}
	p.choose(fragments)
	return nil
}

// summary tells whether one side of f sums up the other. Seeds can stand far
// apart by accident, so only those count that are the best of their segment on
// the short side and that keep the order of the other side, as summaries do.
func (p *textPair) summary(f *fragment) bool {
	for short := range f.ends {
		g := enclose(orderedSeeds(f.seeds, short))
		if g.ends[short].size() >= minSummary && p.bytes(&g, 1-short) >= summaryRatio*p.bytes(&g, short) {
			return true
		}
	}
	return false
}

// orderedSeeds returns, of the best seed of each segment of a side, those that make
// the heaviest chain in which the other side's segments never go back. seeds
// must not be empty.
func orderedSeeds(seeds []seed, side int) []seed {
	seeds = bestOfEach(seeds, side)

	// heaviest[i] is the end of the heaviest chain so far whose last segment on
	// the other side is at most i; kept as a tree of prefix maxima (Fenwick).
	base, top := seeds[0].at[1-side], seeds[0].at[1-side]
	for _, s := range seeds {
		base, top = min(base, s.at[1-side]), max(top, s.at[1-side])
	}
	heaviest := make([]int, top-base+2)
	weight := make([]float64, len(seeds)+1) // of the chain that ends with seed n-1
	before := make([]int, len(seeds)+1)
	end := 0
	for n, s := range seeds {
		n++
		at := int(s.at[1-side]-base) + 1
		for i := at; i > 0; i -= i & -i {
			if weight[heaviest[i]] > weight[before[n]] {
				before[n] = heaviest[i]
			}
		}
		weight[n] = weight[before[n]] + s.cosine
		for i := at; i < len(heaviest); i += i & -i {
			if weight[n] > weight[heaviest[i]] {
				heaviest[i] = n
			}
		}
		if weight[n] > weight[end] {
			end = n
		}
	}
	var chain []seed
	for n := end; n > 0; n = before[n] {
		chain = append(chain, seeds[n-1])
	}
	slices.Reverse(chain)
	return chain
}

// stretch moves the ends of the long side of a summary outward by the mean
// distance between the segments that the summary draws on. The first and the
// last of some places in a text lie inside it by about that much: it is the
// estimate of a uniform distribution's ends from its sample. Segments that are
// taken stop it.
func (p *textPair) stretch(f *fragment) {
	long := 0
	if p.bytes(f, 1) > p.bytes(f, 0) {
		long = 1
	}
	drawn := make([]int32, 0, len(f.seeds))
	for _, s := range f.seeds {
		drawn = append(drawn, s.at[long])
	}
	slices.Sort(drawn)
	drawn = slices.Compact(drawn)
	if len(drawn) < 2 {
		return
	}
	distance := p.bytes(f, long) / (len(drawn) - 1)
	segments, e := p.segments[long], &f.ends[long]
	start, end := segments[e.first].Start-distance, segments[e.last].End+distance
	for e.first > 0 && segments[e.first-1].Start >= start && !p.taken[long][e.first-1] {
		e.first--
	}
	for e.last+1 < len(segments) && segments[e.last+1].End <= end && !p.taken[long][e.last+1] {
		e.last++
	}
}
