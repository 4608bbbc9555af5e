package align

import (
	"context"
	"math"
	"slices"

	"samewire/app/text"
)

// A segment is what [Reuse] compares: a sentence, or several short ones
// together, as a vector of the stems that stand in it.
type segment struct {
	text.Span
	first, last int // words
	terms       []weighted
	norm        float64
}

// weighted is a stem's number with its weight in a segment.
type weighted struct {
	term   int32
	weight float64
}

// Segments have at least minSegment words, unless a text ends before, and at
// most maxSegment: shorter ones resemble each other by accident, and in a table
// or a list without full stops everything would stand in one segment.
const (
	minSegment = 5
	maxSegment = 80
)

// textPair is the two texts in the shape that the stages of [Reuse] work on.
// Index 0 is the first text, 1 the second.
type textPair struct {
	docs     [2]*text.Document
	segments [2][]segment
	terms    int
	taken    [2][]bool // segments that stand in a match already
	runs     []copiedRun
	found    []fragment
	sums     [2][]float64 // scratch of cosine
}

func newTextPair(ctx context.Context, a, b *text.Document) (*textPair, error) {
	p := &textPair{docs: [2]*text.Document{a, b}}
	ids := make(map[string]int32, 1024)
	for side, d := range p.docs {
		p.segments[side] = cutSegments(d, ids)
		p.taken[side] = make([]bool, len(p.segments[side]))
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	p.terms = len(ids)
	p.weigh()
	for side := range p.sums {
		p.sums[side] = make([]float64, p.terms)
	}
	return p, ctx.Err()
}

// cutSegments returns the segments of d, with the number of times each term stands in
// them as its weight.
func cutSegments(d *text.Document, ids map[string]int32) []segment {
	var out []segment
	var terms []int32
	begin := 0
	for i, s := range d.Sentences {
		last := i+1 == len(d.Sentences)
		if s.Last-d.Sentences[begin].First < minSegment && !last {
			continue
		}
		first := d.Sentences[begin].First
		parts := max(1, (s.Last-first+maxSegment-1)/maxSegment)
		for n := range parts {
			g := segment{first: first + n*(s.Last-first)/parts, last: first + (n+1)*(s.Last-first)/parts}
			if g.first == g.last {
				continue
			}
			g.Span = text.Span{Start: d.Words[g.first].Start, End: d.Words[g.last-1].End}
			if n == 0 {
				g.Start = d.Sentences[begin].Start
			}
			if n+1 == parts {
				g.End = s.End
			}
			terms = terms[:0]
			for _, w := range d.Words[g.first:g.last] {
				id, ok := ids[w.Stem]
				if !ok {
					id = int32(len(ids))
					ids[w.Stem] = id
				}
				terms = append(terms, id)
			}
			g.terms = countTerms(terms)
			out = append(out, g)
		}
		begin = i + 1
	}
	return out
}

// countTerms returns each of the terms once, in order, with its number. It sorts
// terms.
func countTerms(terms []int32) []weighted {
	slices.Sort(terms)
	var out []weighted
	for i, t := range terms {
		if i > 0 && terms[i-1] == t {
			out[len(out)-1].weight++
		} else {
			out = append(out, weighted{t, 1})
		}
	}
	return slices.Clip(out)
}

// weigh multiplies the numbers in the segments by the inverse segment frequency
// of their terms in both texts. Logarithms differ in their last bits from
// machine to machine, so they are rounded.
func (p *textPair) weigh() {
	frequency := make([]float64, p.terms)
	total := float64(len(p.segments[0]) + len(p.segments[1]))
	for _, segments := range p.segments {
		for i := range segments {
			for _, w := range segments[i].terms {
				frequency[w.term]++
			}
		}
	}
	rarity := frequency
	for t, f := range frequency {
		rarity[t] = math.Round(math.Log((1+total)/f)*1e6) / 1e6
	}
	for _, segments := range p.segments {
		for i := range segments {
			sum := 0.0
			for k := range segments[i].terms {
				w := &segments[i].terms[k]
				w.weight *= rarity[w.term]
				sum += float64(w.weight * w.weight)
			}
			segments[i].norm = math.Sqrt(sum)
		}
	}
}

// resemblance returns the cosine of two segments and their Dice coefficient,
// which counts each common term alike.
func resemblance(x, y *segment) (cosine, dice float64) {
	if x.norm == 0 || y.norm == 0 {
		return 0, 0
	}
	sum, common := 0.0, 0
	for i, k := 0, 0; i < len(x.terms) && k < len(y.terms); {
		switch d := x.terms[i].term - y.terms[k].term; {
		case d < 0:
			i++
		case d > 0:
			k++
		default:
			sum += float64(x.terms[i].weight * y.terms[k].weight)
			common++
			i++
			k++
		}
	}
	return sum / float64(x.norm*y.norm), float64(2*common) / float64(len(x.terms)+len(y.terms))
}

// cosine returns the cosine of the two sides of f, each the sum of its segments.
func (p *textPair) cosine(f *fragment) float64 {
	for side, e := range f.ends {
		for i := e.first; i <= e.last; i++ {
			for _, w := range p.segments[side][i].terms {
				p.sums[side][w.term] += w.weight
			}
		}
	}
	product, squares := 0.0, [2]float64{}
	for side, e := range f.ends {
		sum, other := p.sums[side], p.sums[1-side]
		for i := e.first; i <= e.last; i++ {
			for _, w := range p.segments[side][i].terms {
				v := sum[w.term]
				if v == 0 {
					continue // counted where it stood before
				}
				squares[side] += float64(v * v)
				if side == 0 {
					product += float64(v * other[w.term])
				}
				sum[w.term] = 0
			}
		}
	}
	if squares[0] == 0 || squares[1] == 0 {
		return 0
	}
	return product / float64(math.Sqrt(squares[0])*math.Sqrt(squares[1]))
}
