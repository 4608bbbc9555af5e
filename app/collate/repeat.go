package collate

import (
	"context"
	"slices"

	"samewire/app/align"
	"samewire/app/sorting"
	"samewire/app/text"
)

// What the readings of two groups must have in common for an article that
// stands in both to carry one passage twice, rather than two of one kind.
const (
	minRepeated     = 8   // words of a sentence that is told again
	minRepeatedLike = 0.8 // similarity
	minRepeatedKept = 0.6 // words kept in order
	maxRepeated     = 4096
)

// repeat makes one group of those that only an article which tells the same
// thing at two places has kept apart. bonds are those between groups, the
// strongest first.
func (g *graph) repeat(ctx context.Context, bonds []bond) error {
	for k, b := range bonds {
		if k%untold == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		x, y := b.a.group, b.to.group
		if x == y || b.similarity < minRepeatedLike || b.kept < minRepeatedKept || !g.repeats(x, y) {
			continue
		}
		var further []*node
		for i := range y.readings {
			if slices.ContainsFunc(x.nodes, func(n *node) bool { return n.article == i[0].article }) {
				x.again = append(x.again, i)
				for _, n := range i {
					n.group = x
				}
				continue
			}
			further = append(further, i...)
		}
		for _, nodes := range y.again {
			x.again = append(x.again, nodes)
			for _, n := range nodes {
				n.group = x
			}
		}
		unite(x, &group{nodes: further})
	}
	return nil
}

// repeats tells whether two groups say the same thing and have an article in
// common.
func (g *graph) repeats(x, y *group) bool {
	all, others := x.all(), y.all()
	if len(all)*len(others) > maxRepeated {
		return false
	}
	strong, pairs, twice := 0, 0, false
	for _, a := range all {
		for _, b := range others {
			if a[0].article == b[0].article {
				kind, _ := align.Classify(g.wordsOf(a), g.wordsOf(b))
				if kind == align.Reworded || len(g.wordsOf(a)) < minRepeated {
					return false
				}
				twice = true
				continue
			}
			pairs++
			if e := strongest(a, b); e != nil && e.similarity >= minRepeatedLike && e.kept >= minRepeatedKept {
				strong++
			}
		}
	}
	return twice && 2*strong >= pairs
}

// all returns the readings of a group, those of articles that tell it again
// among them, in the order of article and sentence.
func (x *group) all() [][]*node {
	all := slices.Clone(x.again)
	for nodes := range x.readings {
		all = append(all, nodes)
	}
	sorting.By(all, func(a, b []*node) int { return compareNodes(a[0], b[0]) })
	return all
}

// wordsOf returns the words of neighbouring sentences.
func (g *graph) wordsOf(nodes []*node) []text.Word {
	d := g.docs[nodes[0].article]
	return d.Words[d.Sentences[nodes[0].sentence].First:d.Sentences[nodes[len(nodes)-1].sentence].Last]
}

// strongest returns the edge of the greatest similarity between two readings,
// or nil.
func strongest(a, b []*node) *edge {
	var best *edge
	for _, n := range a {
		for _, m := range b {
			i, ok := slices.BinarySearchFunc(n.edges, m, func(e edge, m *node) int { return compareNodes(e.to, m) })
			if ok && (best == nil || n.edges[i].similarity > best.similarity) {
				best = &n.edges[i]
			}
		}
	}
	return best
}
