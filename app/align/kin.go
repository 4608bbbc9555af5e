package align

import (
	"context"
	"math"
	"slices"

	"samewire/app/sorting"
)

// leastKin is the likeness from which two sentences of one article are kin: an
// article that tells the same twice.
const leastKin = 0.15

// maxKinPlaces is in how many sentences of an article a term may stand and
// still tell of their kinship. What stands everywhere tells nothing, and would
// cost the square of the article's length.
const maxKinPlaces = 24

// kin lists for every sentence the others of its article that are like it, in
// order. Only the same terms count, not what stands for them.
func (p *probe) kin(ctx context.Context) ([][]neighbour, error) {
	c := p.c
	table := make([][]neighbour, len(c.sentences))
	for _, d := range c.docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for a := d.first; a < d.last; a++ {
			table[a] = p.kinOf(a, int32(d.first), int32(d.last))
		}
	}
	return table, nil
}

// kinOf returns the kin of sentence a among those from first to last.
func (p *probe) kinOf(a int, first, last int32) []neighbour {
	c := p.c
	s := &c.sentences[a]
	p.found = p.found[:0]
	for _, u := range s.units {
		list := p.ix[u.term]
		from, _ := slices.BinarySearchFunc(list, first, func(q posting, n int32) int { return int(q.sentence - n) })
		list = list[from:]
		if len(list) > maxKinPlaces && list[maxKinPlaces].sentence < last {
			continue
		}
		for _, q := range list {
			if q.sentence >= last {
				break
			}
			if p.score[q.sentence] == 0 {
				p.found = append(p.found, q.sentence)
			}
			p.score[q.sentence] += min(u.weight, q.weight)
		}
	}
	var kin []neighbour
	for _, b := range p.found {
		like := p.score[b] / math.Sqrt(max(s.weight, enoughWeight)*max(c.sentences[b].weight, enoughWeight))
		p.score[b] = 0
		if like >= leastKin && int(b) != a {
			kin = append(kin, neighbour{b, like})
		}
	}
	sorting.By(kin, func(x, y neighbour) int { return int(x.sentence - y.sentence) })
	return kin
}
