package align

import (
	"cmp"
	"slices"
	"sort"

	"samewire/app/text"
)

// minFragment is how many bytes a fragment has on either side at least.
const minFragment = 150

// choose adds fragments to what is found, the weightiest first, so that no
// segment stands in two of them. It returns the seeds of those that had to give
// way; some of them may still be free.
func (p *textPair) choose(fragments []fragment) []seed {
	fragments = slices.DeleteFunc(fragments, func(f fragment) bool {
		return min(p.bytes(&f, 0), p.bytes(&f, 1)) < minFragment
	})
	order := make([]int, len(fragments))
	weights := make([]float64, len(fragments))
	for i := range fragments {
		order[i], weights[i] = i, p.weight(&fragments[i])
	}
	slices.SortStableFunc(order, func(i, k int) int { return cmp.Compare(weights[k], weights[i]) })
	var lost []seed
	for _, i := range order {
		f := &fragments[i]
		if !p.free(f) || !p.absorbs(f) {
			lost = append(lost, f.seeds...)
			continue
		}
		for side, e := range f.ends {
			p.take(side, e)
		}
		p.found = append(p.found, *f)
	}
	return lost
}

// weight is what f's segments say together: for each the length in bytes times
// its best seed.
func (p *textPair) weight(f *fragment) float64 {
	sum := 0.0
	for side := range f.ends {
		for _, s := range bestOfEach(f.seeds, side) {
			sum += float64(s.cosine * float64(p.segments[side][s.at[side]].Len()))
		}
	}
	return sum
}

// free tells whether none of f's segments is taken.
func (p *textPair) free(f *fragment) bool {
	for side, e := range f.ends {
		if slices.Contains(p.taken[side][e.first:e.last+1], true) {
			return false
		}
	}
	return true
}

func (p *textPair) take(side int, e extent) {
	for i := e.first; i <= e.last; i++ {
		p.taken[side][i] = true
	}
}

// span returns the bytes of one side of f.
func (p *textPair) span(f *fragment, side int) text.Span {
	s, e := p.segments[side], f.ends[side]
	return text.Span{Start: s[e.first].Start, End: s[e.last].End}
}

// bytes returns the length of one side of f.
func (p *textPair) bytes(f *fragment, side int) int { return p.span(f, side).Len() }

// absorbs tells whether the runs that f meets are less than half of it: then
// they are no matches of their own. If not, they say exactly what was copied,
// and they take their segments.
func (p *textPair) absorbs(f *fragment) bool {
	a, b := p.span(f, 0), p.span(f, 1)
	var met []*copiedRun
	inside, sum := true, 0
	for i := range p.runs {
		r := &p.runs[i]
		inA, inB := r.span[0].Overlap(a) > 0, r.span[1].Overlap(b) > 0
		if r.absorbed || !inA && !inB {
			continue
		}
		met = append(met, r)
		sum += r.bytes
		inside = inside && inA && inB
	}
	if inside && 2*sum < min(a.Len(), b.Len()) {
		for _, r := range met {
			r.absorbed = true
		}
		return true
	}
	for _, r := range met {
		for side, s := range r.span {
			p.take(side, p.segmentsIn(side, s))
		}
	}
	return false
}

// segmentsIn returns the segments that share bytes with s.
func (p *textPair) segmentsIn(side int, s text.Span) extent {
	segments := p.segments[side]
	first := sort.Search(len(segments), func(i int) bool { return segments[i].End > s.Start })
	after := sort.Search(len(segments), func(i int) bool { return segments[i].Start >= s.End })
	return extent{first, after - 1}
}

// untaken returns the seeds whose segments are both free.
func (p *textPair) untaken(seeds []seed) []seed {
	return slices.DeleteFunc(seeds, func(s seed) bool { return p.taken[0][s.at[0]] || p.taken[1][s.at[1]] })
}
