package collate

import (
	"cmp"
	"context"
	"math"
	"slices"

	"samewire/app/sorting"
)

// bond is an edge seen from outside.
type bond struct {
	a *node
	*edge
	tried int // the number of its last trial
}

// outdoneBy is by how much more a sentence must be like another of the same
// article for that one to be where it belongs.
const outdoneBy = 0.25

// outdone tells whether one of the two sentences belongs elsewhere: it is much
// more like another sentence of the other's article, which stands in a group of
// its own. A lead that its article tells twice would make a passage with whatever
// is left of the others.
func (b bond) outdone() bool {
	return b.a.prefers(b.to, b.similarity) || b.to.prefers(b.a, b.similarity)
}

// prefers tells whether n is much more like a sentence of m's article that
// stands in neither's group.
func (n *node) prefers(m *node, similarity float64) bool {
	from, _ := slices.BinarySearchFunc(n.edges, m.article, func(e edge, article int) int { return e.to.article - article })
	for _, e := range n.edges[from:] {
		if e.to.article != m.article {
			break
		}
		if e.similarity >= similarity+outdoneBy && e.to.group != m.group && e.to.group != n.group {
			return true
		}
	}
	return false
}

// bonds returns all edges, each once.
func (g *graph) bonds() []bond {
	var bonds []bond
	for i, n := range g.nodes {
		for k := range n.edges {
			if e := &n.edges[k]; e.number > i {
				bonds = append(bonds, bond{a: n, edge: e})
			}
		}
	}
	return bonds
}

// sorted sorts bonds by pieces and merges these, so that it can stop between.
// There may be a million.
func (g *graph) sorted(ctx context.Context, bonds []bond) ([]bond, error) {
	const piece = 1 << 13
	for part := range slices.Chunk(bonds, piece) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sorting.By(part, g.compareBonds)
	}
	merged := make([]bond, 0, len(bonds))
	for width := piece; width < len(bonds); width *= 2 {
		merged = merged[:0]
		for part := range slices.Chunk(bonds, 2*width) {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			x, y := part[:min(width, len(part))], part[min(width, len(part)):]
			for len(x) > 0 && len(y) > 0 {
				if g.compareBonds(x[0], y[0]) < 0 {
					merged, x = append(merged, x[0]), x[1:]
				} else {
					merged, y = append(merged, y[0]), y[1:]
				}
			}
			merged = append(append(merged, x...), y...)
		}
		bonds, merged = merged, bonds
	}
	return bonds, nil
}

// compareBonds puts the strongest first. It looks at what the two sentences
// say and where they stand, and at the order of the articles only where both
// are the same.
func (g *graph) compareBonds(x, y bond) int {
	if c := cmp.Or(
		cmp.Compare(y.similarity, x.similarity),
		cmp.Compare(y.kept, x.kept),
		cmp.Compare(math.Round(1e9*math.Abs(x.a.place-x.to.place)), math.Round(1e9*math.Abs(y.a.place-y.to.place))),
		cmp.Compare(min(x.a.place, x.to.place), min(y.a.place, y.to.place)),
		cmp.Compare(max(x.a.place, x.to.place), max(y.a.place, y.to.place)),
	); c != 0 {
		return c
	}
	return cmp.Or(
		cmp.Compare(min(g.source(x.a), g.source(x.to)), min(g.source(y.a), g.source(y.to))),
		cmp.Compare(max(g.source(x.a), g.source(x.to)), max(g.source(y.a), g.source(y.to))),
		compareNodes(x.a, y.a), compareNodes(x.to, y.to),
	)
}

func (g *graph) source(n *node) string {
	d := g.docs[n.article]
	return d.Sentences[n.sentence].Of(d.Source)
}
