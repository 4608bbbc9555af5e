package align

import (
	"context"
	"math"
	"strings"

	"samewire/app/text"
)

// Model holds the weights of the two logistic regressions and the probability
// from which on a pair of sentences is a match. Each list of weights begins
// with the constant.
type Model struct {
	First, Second []float64
	Rate          float64 // true pairs for each sentence of the shorter article
	Threshold     float64
}

// Fitted returns the model that [Align] uses.
func Fitted() Model { return fitted }

// FirstFeatures names the features of the first pass, in order.
func FirstFeatures() []string {
	return []string{"likeness", "coverage", "matched weight", "rivals", "distance", "quoted words",
		"quotation", "plain matched weight", "longest run", "shared word pairs", "lead", "quotations apart", "shared terms"}
}

// SecondFeatures names the features of the second pass, in order.
func SecondFeatures() []string {
	return []string{"first pass", "diagonal", "beside", "lead in row", "lead in column", "third article"}
}

// Candidate is a pair of sentences that the index proposes, with what the
// model sees of it. It is what `bench fit` learns from.
type Candidate struct {
	A, B          Place
	First, Second []float64 // features, without the constant
	Probability   float64
}

// Examine returns all candidates of a story with their features under model m.
func (m *Model) Examine(ctx context.Context, docs []*text.Document) ([]Candidate, error) {
	c, err := newCorpus(ctx, docs)
	if err != nil {
		return nil, err
	}
	var first []firstPass
	ps, err := c.firstPass(ctx, m, nil, &first)
	if err != nil {
		return nil, err
	}
	out := make([]Candidate, len(ps.list))
	err = c.surround(ctx, ps, func(n int, x *secondPass) {
		k := &ps.list[n]
		k.q = settled(logistic(dot(m.Second, x[:])))
		out[n] = Candidate{
			A: c.placeOf(k.a), B: c.placeOf(k.b),
			First: first[n][:], Second: append([]float64(nil), x[:]...),
		}
	})
	if err != nil {
		return nil, err
	}
	for _, b := range ps.blocks {
		m.adjust(ps.list[b.from:b.to], c.shorter(ps.list[b.from]))
	}
	for i := range out {
		out[i].Probability = ps.list[i].q
	}
	return out, nil
}

// placeOf returns where sentence s stands, without its dateline.
func (c *corpus) placeOf(s int32) Place {
	sen := &c.sentences[s]
	d := &c.docs[sen.doc]
	span := d.Sentences[sen.index]
	p := Place{int(sen.doc), span.Span}
	if n := dateline(d.Document, span); n > 0 {
		p.Start = afterDash(d.Source, d.Words[span.First+n-1].End, span.End)
	}
	return p
}

// afterDash returns the end of the first dash in source[from:to] and of the
// blanks after it.
func afterDash(source string, from, to int) int {
	gap := source[from:to]
	i := strings.IndexAny(gap, "-–—")
	if i < 0 {
		return from
	}
	return to - len(strings.TrimLeft(gap[i:], "-–— \u00a0\t"))
}

// dot returns the log-odds of features x. The conversions keep a compiler from
// fusing the operations: the same bits on every machine.
func dot(weights, x []float64) float64 {
	sum := weights[0]
	for i, v := range x {
		sum += float64(weights[i+1] * v)
	}
	return sum
}

// share returns how much of the geometric mean of their weights two sentences
// must share to be candidates. In a small story exact overlap above a twelfth
// keeps nearly all true pairs. The more sentences there are, the more of them
// are alike by chance, and the more likeness it takes to be believed; raising
// the bar with their logarithm also keeps the number of candidates in bounds.
func share(sentences int) float64 {
	if sentences <= smallStory {
		return leastShare
	}
	return min(mostShare, leastShare+float64(shareStep*math.Log2(float64(sentences)/smallStory)))
}

const (
	leastShare = 0.08
	shareStep  = 0.025 // for every doubling of the story
	mostShare  = 0.25
	smallStory = 400 // sentences
)

// firstPass finds the candidates of all pairs of articles and their
// probabilities. If features isn't nil, they are kept there.
func (c *corpus) firstPass(ctx context.Context, m *Model, progress Progress, features *[]firstPass) (*pairs, error) {
	ps := &pairs{}
	p := newProbe(c, newIndex(c))
	var scratch, cands []candidate
	var blk block
	var err error
	least := share(len(c.sentences))
	for d := range c.docs {
		if progress != nil {
			progress(d, len(c.docs))
		}
		scratch, cands, err = p.candidatesOf(ctx, d, least, scratch, cands)
		if err != nil {
			return nil, err
		}
		for rest := cands; len(rest) > 0; {
			other := c.sentences[rest[0].b].doc
			n := 1
			for n < len(rest) && c.sentences[rest[n].b].doc == other {
				n++
			}
			blk.cands, rest = rest[:n], rest[n:]
			blk.firstA, blk.firstB = c.docs[d].first, c.docs[other].first
			blk.rows.reset(c.docs[d].last - c.docs[d].first)
			blk.cols.reset(c.docs[other].last - c.docs[other].first)
			blk.rivals()
			ps.blocks = append(ps.blocks, span{len(ps.list), len(ps.list) + n})
			for i := range blk.cands {
				k := &blk.cands[i]
				ps.list = append(ps.list, pair{a: k.a, b: k.b, p: settled(logistic(dot(m.First, k.features[:]))),
					long: k.features[fRun] >= longRun})
				if features != nil {
					*features = append(*features, k.features)
				}
			}
		}
	}
	return ps, nil
}

// longRun is fRun of a run of minRunWords words.
var longRun = math.Log(1+minRunWords) - 1e-9

// settled rounds a probability, so that the last bits, in which machines may
// differ, decide nothing.
func settled(p float64) float64 { return math.Round(p*1e9) / 1e9 }
