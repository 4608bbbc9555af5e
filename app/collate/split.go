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
	for a, b := range shared(x, y) {
		if !neighbours(a, b) || !g.halves(a, b, x, y) {
			return false
		}
		conflicts++
	}
	return conflicts < x.articles()+y.articles()-conflicts
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
	g.mark(a, inA)
	g.mark(b, inB)
	found := false
	for _, other := range [2]*group{x, y} {
		for whole := range other.readings {
			if whole[0].article == a[0].article || similarity(whole, a) == 0 || similarity(whole, b) == 0 {
				continue
			}
			ofA, ofB, ofBoth := g.coverage(whole)
			found = found || ofBoth >= max(ofA, ofB)+splitGain
		}
	}
	g.mark(a, 0)
	g.mark(b, 0)
	return found
}

// What is marked of a stem.
const (
	inA = 1 << iota
	inB
)

// mark adds a mark to the stems of some sentences, or takes all marks away if
// it is 0.
func (g *graph) mark(nodes []*node, m uint8) {
	for _, n := range nodes {
		for _, s := range n.stems {
			if m == 0 {
				g.marks[s] = 0
			} else {
				g.marks[s] |= m
			}
		}
	}
}

// coverage returns the shares of the content words of whole that are marked as
// being in a, in b, and in either.
func (g *graph) coverage(whole []*node) (ofA, ofB, ofBoth float64) {
	var count [inA + inB + 1]float64
	for _, n := range whole {
		for _, s := range n.stems {
			count[g.marks[s]]++
		}
	}
	total := count[0] + count[inA] + count[inB] + count[inA+inB]
	if total == 0 {
		return 0, 0, 0
	}
	both := count[inA+inB]
	return (count[inA] + both) / total, (count[inB] + both) / total, (total - count[0]) / total
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

// number gives the content words of the nodes' sentences the numbers of their stems.
func (g *graph) number() {
	ids := make(map[string]int32)
	for _, n := range g.nodes {
		for _, w := range g.words(n) {
			if !content(w) {
				continue
			}
			id, ok := ids[w.Stem]
			if !ok {
				id = int32(len(ids))
				ids[w.Stem] = id
			}
			n.stems = append(n.stems, id)
		}
	}
	g.marks = make([]uint8, len(ids))
}

func content(w text.Word) bool { return !w.Stop }
