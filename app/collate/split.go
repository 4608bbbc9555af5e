package collate

import "samewire/app/text"

// splitGain is the share of a sentence's words that a second sentence must
// add to those of a first one, for the two to count as its halves.
const splitGain = 0.15

// fit tells whether two groups can share an article: where both have a
// sentence of it, the sentences must be neighbours, few, and halves of what
// another article says in one. A headline and a lead that say the same thing
// twice don't become one reading.
func (g *graph) fit(x, y *group) bool {
	conflicts := 0
	for a := range x.readings {
		for b := range y.readings {
			if a[0].article != b[0].article {
				continue
			}
			if !neighbours(a, b) || !g.halves(a, b, x, y) {
				return false
			}
			conflicts++
		}
	}
	if conflicts == 0 {
		return true
	}
	union := group{}
	union.nodes = append(append(union.nodes, x.nodes...), y.nodes...)
	articles := make(map[int]bool)
	for _, n := range union.nodes {
		articles[n.article] = true
	}
	return conflicts < len(articles)
}

// neighbours tells whether two runs of sentences stand side by side.
func neighbours(a, b []*node) bool {
	if len(a)+len(b) > maxSentences {
		return false
	}
	if b[0].sentence < a[0].sentence {
		a, b = b, a
	}
	return a[len(a)-1].sentence+1 == b[0].sentence
}

// halves tells whether some other article has in one reading what sentences a
// and b say only together.
func (g *graph) halves(a, b []*node, x, y *group) bool {
	for _, other := range [2]*group{x, y} {
		for whole := range other.readings {
			if whole[0].article == a[0].article || similarity(whole, a) == 0 || similarity(whole, b) == 0 {
				continue
			}
			inA, inB, inBoth := g.coverage(whole, a, b)
			if inBoth >= max(inA, inB)+splitGain {
				return true
			}
		}
	}
	return false
}

// coverage returns the shares of the content words of whole that stand in a,
// in b, and in either.
func (g *graph) coverage(whole, a, b []*node) (inA, inB, inBoth float64) {
	stemsA, stemsB := g.stems(a), g.stems(b)
	total := 0.0
	for _, n := range whole {
		for _, w := range g.words(n) {
			if !content(w) {
				continue
			}
			total++
			switch hasA, hasB := stemsA[w.Stem], stemsB[w.Stem]; {
			case hasA && hasB:
				inA, inB, inBoth = inA+1, inB+1, inBoth+1
			case hasA:
				inA, inBoth = inA+1, inBoth+1
			case hasB:
				inB, inBoth = inB+1, inBoth+1
			}
		}
	}
	if total == 0 {
		return 0, 0, 0
	}
	return inA / total, inB / total, inBoth / total
}

func (g *graph) stems(nodes []*node) map[string]bool {
	set := make(map[string]bool)
	for _, n := range nodes {
		for _, w := range g.words(n) {
			if content(w) {
				set[w.Stem] = true
			}
		}
	}
	return set
}

func content(w text.Word) bool { return !w.Stop }
