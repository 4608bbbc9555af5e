package align

import (
	"cmp"
	"context"
	"slices"

	"samewire/app/sorting"
)

// candidate is a pair of sentences, a's article before b's, that share enough
// to be looked at.
type candidate struct {
	a, b     int32   // indices into corpus.sentences
	likeness float64 // 0 to 1, from the two sentences alone
	run      int     // words of the longest run that they share
	features firstPass
}

// posting is a place of a term in the index.
type posting struct {
	sentence int32
	weight   float64
}

// index lists for every term the sentences that have it, in order.
type index [][]posting

func newIndex(c *corpus) index {
	ix := make(index, len(c.vocab.terms))
	count := make([]int, len(ix))
	total := 0
	for i := range c.sentences {
		for _, u := range c.sentences[i].units {
			count[u.term]++
			total++
		}
	}
	arena := make([]posting, total)
	for id, n := range count {
		ix[id], arena = arena[:0:n], arena[n:]
	}
	for i := range c.sentences {
		for _, u := range c.sentences[i].units {
			ix[u.term] = append(ix[u.term], posting{int32(i), u.weight})
		}
	}
	return ix
}

// What a story may cost at most: so many places of terms are looked at, those
// of each sentence's rarest terms first, and so many candidates are kept, the
// likest of each sentence. The news is far from both; articles that say the same
// thing thousands of times would take hours and gigabytes.
const (
	maxScanned    = 300_000_000
	maxCandidates = 1_000_000
)

// probe compares one sentence with others. Its buffers are made once a story,
// so that a candidate costs no allocation.
type probe struct {
	c     *corpus
	ix    index
	later []int32   // one a term: where in its list the later articles begin
	scans int       // what is left of maxScanned
	keeps int       // what is left of maxCandidates
	a     int       // the sentence it is aimed at
	score []float64 // one a sentence: the weight it shares with a
	found []int32   // the sentences with a score
	kept  []likely  // those of them that share enough
	heads []int32   // one a term: its first entry in links, or -1
	terms []int32   // the terms with an entry
	links []probeLink
	best  []float64 // one a unit of a: how well b has it
	pairs []int32   // one a word pair: 1 + its position in a, or 0
}

// probeLink says that a term stands for a unit of a.
type probeLink struct {
	unit       int32
	next       int32
	similarity float64
}

func newProbe(c *corpus, ix index) *probe {
	p := &probe{
		c: c, ix: ix, a: -1, scans: maxScanned, keeps: maxCandidates,
		later: make([]int32, len(c.vocab.terms)),
		score: make([]float64, len(c.sentences)),
		heads: make([]int32, len(c.vocab.terms)),
		pairs: make([]int32, c.wordPairs),
	}
	for i := range p.heads {
		p.heads[i] = -1
	}
	return p
}

// aim makes sentence a the one to compare with.
func (p *probe) aim(a int) {
	if p.a >= 0 {
		for _, pair := range p.c.pairsOf(p.a) {
			if pair >= 0 {
				p.pairs[pair] = 0
			}
		}
	}
	for _, t := range p.terms {
		p.heads[t] = -1
	}
	p.a, p.terms, p.links = a, p.terms[:0], p.links[:0]
	s := &p.c.sentences[a]
	for i, u := range s.units {
		p.link(u.term, int32(i), 1)
		if u.name {
			continue
		}
		for _, r := range p.c.partners[u.term] {
			p.link(r.term, int32(i), r.similarity)
		}
	}
	for i, pair := range p.c.pairsOf(a) {
		if pair >= 0 {
			p.pairs[pair] = int32(i + 1)
		}
	}
	p.best = slices.Grow(p.best[:0], len(s.units))[:len(s.units)]
}

func (p *probe) link(term, unit int32, similarity float64) {
	if p.heads[term] < 0 {
		p.terms = append(p.terms, term)
	}
	p.links = append(p.links, probeLink{unit, p.heads[term], similarity})
	p.heads[term] = int32(len(p.links) - 1)
}

// likely is a sentence that may be a candidate.
type likely struct {
	sentence int32
	likeness float64 // shared weight squared over its own weight: orders those of one probe
}

// candidates appends the sentences of later articles whose shared weight is at
// least share of the geometric mean of the two sentences' weights.
func (p *probe) candidates(share float64, out []candidate) []candidate {
	p.find()
	p.kept = p.kept[:0]
	least := float64(share * share * p.c.sentences[p.a].weight)
	for _, b := range p.found {
		got, weight := p.score[b], p.c.sentences[b].weight
		if got*got >= least*weight {
			p.kept = append(p.kept, likely{b, got * got / weight})
		}
		p.score[b] = 0
	}
	if most := p.part(p.keeps); len(p.kept) > most {
		sorting.By(p.kept, func(x, y likely) int {
			return cmp.Or(cmp.Compare(y.likeness, x.likeness), int(x.sentence-y.sentence))
		})
		p.kept = p.kept[:most]
	}
	p.keeps -= len(p.kept)
	sorting.By(p.kept, func(x, y likely) int { return int(x.sentence - y.sentence) })
	for _, k := range p.kept {
		out = append(out, candidate{a: int32(p.a), b: k.sentence})
		if k := &out[len(out)-1]; !p.compare(k) {
			out = out[:len(out)-1]
		}
	}
	return out
}

// find scores the sentences of later articles by the weight that they share
// with the probe's.
func (p *probe) find() {
	s := &p.c.sentences[p.a]
	p.found = p.found[:0]
	rest, all := p.part(p.scans), 0
	for _, t := range p.terms {
		all += len(p.ix[t])
	}
	if all > rest {
		sorting.By(p.terms, func(x, y int32) int { return cmp.Or(len(p.ix[x])-len(p.ix[y]), int(x-y)) })
	}
	for _, t := range p.terms {
		most := 0.0
		for l := p.heads[t]; l >= 0; l = p.links[l].next {
			most = max(most, float64(p.links[l].similarity*s.units[p.links[l].unit].weight))
		}
		list := p.laterOf(t)
		list = list[:min(len(list), rest)]
		rest -= len(list)
		p.scans -= len(list)
		for _, q := range list {
			if p.score[q.sentence] == 0 {
				p.found = append(p.found, q.sentence)
			}
			p.score[q.sentence] += min(most, q.weight)
		}
	}
}

// part returns how much of what is left the probe's sentence may use: three
// times its even share, for the early ones have the most sentences after them.
func (p *probe) part(left int) int {
	return 3*max(0, left)/(len(p.c.sentences)-p.a) + 1
}

// laterOf returns the places of a term in the articles after the probe's. The
// probe is aimed at one sentence after the other, so that they only get fewer.
func (p *probe) laterOf(term int32) []posting {
	list, after := p.ix[term], int32(p.c.docs[p.c.sentences[p.a].doc].last)
	from := int(p.later[term])
	for from < len(list) && list[from].sentence < after {
		from++
	}
	p.later[term] = int32(from)
	return list[from:]
}

// candidatesOf appends the candidates between article d and all later ones, in
// the order of the later article, then of a, then of b.
func (p *probe) candidatesOf(ctx context.Context, d int, share float64, scratch, out []candidate) (s, o []candidate, err error) {
	c := p.c
	scratch = scratch[:0]
	for a := c.docs[d].first; a < c.docs[d].last; a++ {
		if err := ctx.Err(); err != nil {
			return scratch, out, err
		}
		p.aim(a)
		scratch = p.candidates(share, scratch)
	}
	// A stable distribution over the later articles: the rest is in order.
	begin := make([]int, len(c.docs)+1)
	for i := range scratch {
		begin[c.sentences[scratch[i].b].doc+1]++
	}
	for i := range len(c.docs) {
		begin[i+1] += begin[i]
	}
	out = slices.Grow(out[:0], len(scratch))[:len(scratch)]
	for i := range scratch {
		doc := c.sentences[scratch[i].b].doc
		out[begin[doc]] = scratch[i]
		begin[doc]++
	}
	return scratch, out, nil
}
