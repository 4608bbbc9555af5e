package align

import (
	"context"
	"math"
	"slices"
	"strings"

	"samewire/app/text"
)

// Model holds the weights of the three logistic regressions and the probability
// from which on a pair of sentences is a match. Each list of weights begins
// with the constant.
type Model struct {
	First         []float64
	Second, Third []float64 // of the same features, seen one pass later
	Rate          float64   // true pairs for each sentence of the shorter article
	Threshold     float64
}

// Fitted returns the model that [Align] uses.
func Fitted() *Model {
	m := fitted
	return &m
}

// FirstFeatures names the features of the first pass, in order.
func FirstFeatures() []string {
	return []string{"likeness", "rivals", "distance", "quoted in passing", "quotation", "plain matched weight", "shared word pairs",
		"lead", "quotations apart", "quotation unheard",
		"shared terms", "beginning", "terms found once", "one comparing", "one reporting"}
}

// ContextFeatures names the features of the second and third pass, in order.
func ContextFeatures() []string {
	return []string{"pass before", "diagonal", "beside", "lead in row", "lead in column", "third article", "kin"}
}

// Candidate is a pair of sentences that the index proposes, with what the
// model sees of it. It is what `bench fit` learns from.
type Candidate struct {
	A, B                 Place
	First, Second, Third []float64 // features, without the constant
	Probability          float64
}

// Examination holds the candidates of a story with their features of the first
// pass, so that several models can be tried on them.
type Examination struct {
	c     *corpus
	ps    *pairs
	first []firstPass
}

// Examine finds all candidates of a story.
func Examine(ctx context.Context, docs []*text.Document) (*Examination, error) {
	c, err := newCorpus(ctx, docs)
	if err != nil {
		return nil, err
	}
	e := &Examination{c: c}
	e.ps, err = c.firstPass(ctx, &fitted, nil, &e.first)
	return e, err
}

// Candidates returns all candidates as model m sees them.
func (e *Examination) Candidates(m *Model) ([]Candidate, error) {
	for i := range e.ps.list {
		e.ps.list[i].p = settled(logistic(dot(m.First, e.first[i][:])))
	}
	out := make([]Candidate, len(e.ps.list))
	err := e.c.rate(context.Background(), m, e.ps, func(pass, n int, x *contextPass) {
		if pass == 0 {
			out[n].Second = slices.Clone(x[:])
		} else {
			out[n].Third = slices.Clone(x[:])
		}
	})
	if err != nil {
		return nil, err
	}
	for i, k := range e.ps.list {
		out[i].A, out[i].B = e.c.placeOf(k.a), e.c.placeOf(k.b)
		out[i].First, out[i].Probability = e.first[i][:], k.q
	}
	return out, nil
}

// Matches returns what [Model.Align] returns.
func (e *Examination) Matches(m *Model) ([]Match, error) {
	if _, err := e.Candidates(m); err != nil {
		return nil, err
	}
	return e.c.matches(context.Background(), e.ps, m.Threshold)
}

// rate gives each pair its probability after the second pass and the third.
// see may be nil; it is shown the features, of the second pass as of pass 0.
func (c *corpus) rate(ctx context.Context, m *Model, ps *pairs, see func(pass, n int, x *contextPass)) error {
	for pass, weights := range [...][]float64{m.Second, m.Third} {
		err := c.surround(ctx, ps, func(n int, x *contextPass) {
			ps.list[n].q = settled(logistic(dot(weights, x[:])))
			if see != nil {
				see(pass, n, x)
			}
		})
		if err != nil {
			return err
		}
		for i := range ps.list {
			ps.list[i].p = ps.list[i].q
		}
	}
	for _, b := range ps.blocks {
		m.adjust(ps.list[b.from:b.to], c.shorter(ps.list[b.from]))
	}
	return nil
}

// placeOf returns where sentence s stands, without its dateline.
func (c *corpus) placeOf(s int32) Place {
	sen := &c.sentences[s]
	d := &c.docs[sen.doc]
	span := d.Sentences[sen.index]
	p := Place{int(sen.doc), span.Span}
	if sen.line > 0 {
		p.Start = afterDash(d.Source, d.Words[span.First+int(sen.line)-1].End, span.End)
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
	if ps.kin, err = p.kin(ctx); err != nil {
		return nil, err
	}
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
			blk.rivals(c)
			ps.blocks = append(ps.blocks, span{len(ps.list), len(ps.list) + n})
			for i := range blk.cands {
				k := &blk.cands[i]
				ps.list = append(ps.list, pair{a: k.a, b: k.b, p: settled(logistic(dot(m.First, k.features[:]))),
					long: k.run >= minRunWords})
				if features != nil {
					*features = append(*features, k.features)
				}
			}
		}
	}
	return ps, nil
}

// settled rounds a probability or its log-odds, so that the last bits, in which machines may
// differ, decide nothing.
func settled(p float64) float64 { return math.Round(p*1e9) / 1e9 }
