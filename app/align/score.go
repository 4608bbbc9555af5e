package align

import (
	"math"
	"math/bits"
)

// The features of the first pass: what two sentences show by themselves.
const (
	fLikeness  = iota // geometric mean of the two coverages
	fRivals           // likeness against the best three of its row and column
	fDistance         // difference of the relative places in the articles
	fFragment         // share found in the other of the words that one quotes in passing
	fQuotation        // ln(1 + word pairs that stand in both quotations)
	fPlain            // ln(1 + matched weight that is no name, date, title)
	fRunShare         // word pairs shared, of the shorter sentence's
	fLead             // both stand near the beginning: leads tell the same news
	fApart            // both quote, and not the same words
	fUnheard          // what one quotes and the other doesn't have, of all it says
	fTerms            // ln(1 + number of shared terms)
	fBeginning        // likeness of the beginnings, less that of the wholes
	fOnce             // ln(1 + weight of shared terms that neither article has in another sentence)
	fComparing        // one compares, the other doesn't
	fReporting        // one tells who said something, the other doesn't
	firstFeatures
)

type firstPass [firstFeatures]float64

// enoughWeight is the weight below which a sentence is too slight to be covered
// in full.
const enoughWeight = 6.0

// fewNames is how many names two sentences may share by chance.
const fewNames = 2

// quotedShare is how much of what they quote two quotations have in common at
// least, or they are two.
const quotedShare = 0.2

// compare fills in the features of the probe's sentence and cand.b, but for
// those that depend on other candidates. It returns false if the two are not
// to be looked at further: two names, dates and titles are all that they share, or
// both are quotations that have hardly a word in common, or one is not in English
// and they are not near verbatim.
func (p *probe) compare(cand *candidate) bool {
	c := p.c
	a, b := &c.sentences[cand.a], &c.sentences[cand.b]
	p.same(b)
	var inA, inB found
	terms, once, names := 0.0, 0.0, uint64(0)
	for i := range b.units {
		v := &b.units[i]
		have, alone := 0.0, 0.0
		for l := p.heads[v.term]; l >= 0; l = p.links[l].next {
			link := &p.links[l]
			if link.similarity < 1 && (v.name || p.best[link.unit] == 1) {
				continue // what b has in the same word stands for no other
			}
			have = max(have, link.similarity)
			p.best[link.unit] = max(p.best[link.unit], link.similarity)
			if v.once && a.units[link.unit].once {
				alone = max(alone, link.similarity)
			}
		}
		terms += have
		once += float64(alone * v.weight)
		if v.name && have > 0 {
			names |= 1 << (v.named & 63)
		}
		c.find(&inB, v, have)
	}
	for i := range a.units {
		c.find(&inA, &a.units[i], p.best[i])
	}
	coverA, coverB := ratio(inA.all, max(a.weight, enoughWeight)), ratio(inB.all, max(b.weight, enoughWeight))
	if c.identical(cand.a, cand.b) {
		coverA, coverB = 1, 1
	}
	cand.likeness = math.Sqrt(coverA * coverB)
	x := &cand.features
	x[fDistance] = c.distance(cand.a, cand.b)
	x[fLikeness] = cand.likeness
	x[fFragment] = max(a.fragment(inA.quoted), b.fragment(inB.quoted))
	x[fLead] = max(0, 1-float64(a.index+b.index)/4)
	quoted := max(ratio(inA.quoted, a.quoted), ratio(inB.quoted, b.quoted))
	x[fApart] = float64(min(ratio(a.quoted, a.weight), ratio(b.quoted, b.weight)) * (1 - quoted))
	x[fUnheard] = max(a.unheard(inA.quoted), b.unheard(inB.quoted))
	x[fTerms] = math.Log(1 + terms)
	x[fBeginning] = math.Sqrt(ratio(inA.early, max(a.early, enoughWeight))*ratio(inB.early, max(b.early, enoughWeight))) - cand.likeness
	x[fOnce] = math.Log(1 + once)
	x[fComparing] = differ(a.manner.comparing, b.manner.comparing)
	x[fReporting] = differ(a.manner.reporting, b.manner.reporting)
	x[fPlain] = math.Log(1 + (inA.plain+inB.plain)/2)
	p.compareRuns(cand)
	if (c.docs[a.doc].other || c.docs[b.doc].other) && !cand.near() {
		return false
	}
	if 2*a.quoted > a.weight && 2*b.quoted > b.weight && quoted < quotedShare {
		return false
	}
	return inA.plain > 0 || bits.OnesCount64(names) > fewNames || cand.likeness == 1
}

// found is the weight of what one sentence has of another: of all its terms, of
// the quoted ones, of those that are more than names, dates and titles, and of
// the first few.
type found struct{ all, quoted, plain, early float64 }

// find adds unit u, of which the other sentence has so much, 0 to 1.
func (c *corpus) find(f *found, u *unit, have float64) {
	w := float64(have * u.weight)
	f.all += w
	if u.quoted {
		f.quoted += w
	}
	if c.telling(u) {
		f.plain += w
	}
	if u.early {
		f.early += w
	}
}

// fragment returns how much of the words that s quotes in passing, in a sentence
// that is mostly its writer's, the other sentence has, if it has so much quoted
// weight.
func (s *sentence) fragment(quoted float64) float64 {
	if 2*s.quoted > s.weight {
		return 0
	}
	return ratio(quoted, s.quoted)
}

// unheard returns the share of what s says that it quotes and that the other
// sentence doesn't have, if that has so much quoted weight.
func (s *sentence) unheard(quoted float64) float64 {
	return ratio(s.quoted-quoted, s.weight)
}

// same sets best to 1 for the terms that b has just so, to 0 for others.
func (p *probe) same(b *sentence) {
	clear(p.best)
	for i := range b.units {
		for l := p.heads[b.units[i].term]; l >= 0; l = p.links[l].next {
			if p.links[l].similarity == 1 {
				p.best[p.links[l].unit] = 1
			}
		}
	}
}

// telling tells whether a unit is more than a name, a date or a title.
func (c *corpus) telling(u *unit) bool {
	k := c.vocab.terms[u.term].class
	return !u.name && (k == plain || k == number)
}

// compareRuns fills in the features that count words in their order, stop
// words too.
func (p *probe) compareRuns(cand *candidate) {
	c := p.c
	da, db := &c.docs[c.sentences[cand.a].doc], &c.docs[c.sentences[cand.b].doc]
	firstA, firstB := c.firstWord(int(cand.a)), c.firstWord(int(cand.b))
	pairsB := c.pairsOf(int(cand.b))
	shared, quoted, run, longest, last := 0, 0, 0, 0, int32(0)
	for j, pair := range pairsB {
		at := int32(0)
		if pair >= 0 {
			at = p.pairs[pair]
		}
		switch {
		case at == 0:
			run = 0
		case at == last+1 && run > 0:
			run++
		default:
			run = 1
		}
		last = at
		if at == 0 {
			continue
		}
		shared++
		longest = max(longest, run+1)
		i := firstA + int(at) - 1
		if da.quoted[i] && da.quoted[i+1] && db.quoted[firstB+j] && db.quoted[firstB+j+1] {
			quoted++
		}
	}
	x := &cand.features
	x[fQuotation] = math.Log(1 + float64(quoted))
	cand.run = longest
	x[fRunShare] = ratio(float64(shared), float64(max(1, min(len(pairsB), len(c.pairsOf(int(cand.a)))))))
}

func ratio(x, y float64) float64 {
	if y <= 0 {
		return 0
	}
	return min(1, x/y)
}
