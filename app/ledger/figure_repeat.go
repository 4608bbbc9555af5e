package ledger

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"samewire/app/align"
	"samewire/app/text"
)

// figureContext is what the sentence of a figure says.
type figureContext struct {
	figure   int
	sentence int   // in its article
	terms    []int // its content words, sorted
}

// contexts are those of all figures that can be recognised where they are told
// again outside the passages.
type contexts struct {
	list   []figureContext
	weight []float64 // of each term
	name   []bool    // whether it is written with a capital inside a sentence
}

// contexts reads the sentences of the amounts and counts of things.
func (c *figureComparison) contexts() *contexts {
	x := &contexts{}
	ids := make(map[string]int)
	for i := range c.figures {
		f := &c.figures[i]
		if f.Hedge == Vague || f.Unit > Percent || f.Unit == Count && isMeasure(c.nouns[i]) {
			continue
		}
		d := c.docs[f.Article]
		s := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > f.Start })
		k := figureContext{figure: i, sentence: s}
		if n := len(x.list); n > 0 && x.list[n-1].sentence == s && c.figures[x.list[n-1].figure].Article == f.Article {
			k.terms = x.list[n-1].terms
			x.list = append(x.list, k)
			continue
		}
		k.terms = x.read(d, &d.Sentences[s], ids)
		x.list = append(x.list, k)
	}
	x.weigh()
	return x
}

// read returns the content words of a sentence by their numbers in ids, sorted.
func (x *contexts) read(d *text.Document, s *text.Sentence, ids map[string]int) []int {
	var terms []int
	for j := s.First; j < s.Last; j++ {
		w := &d.Words[j]
		if w.Stop || w.Digit || isFigureWord(w) {
			continue
		}
		id, ok := ids[w.Stem]
		if !ok {
			id = len(ids)
			ids[w.Stem] = id
			x.weight, x.name = append(x.weight, 0), append(x.name, false)
		}
		x.name[id] = x.name[id] || w.Capital && j > s.First
		terms = append(terms, id)
	}
	slices.Sort(terms)
	terms = slices.Compact(terms)
	for _, t := range terms {
		x.weight[t]++
	}
	return terms
}

// isFigureWord tells whether a word is part of figures rather than of what they
// are about.
func isFigureWord(w *text.Word) bool {
	kind, _ := kindOf(w.Fold)
	return kind != otherWord || w.Fold == "percent"
}

// weigh gives each term, in place of how many sentences have it, the logarithm
// of how rare it is among them, as a share of the most that can be.
func (x *contexts) weigh() {
	all := 1 + float64(len(x.list))
	for i, n := range x.weight {
		x.weight[i] = math.Log(all/n) / math.Log(all)
	}
}

// alike returns the weight of the terms that two sentences share, their number
// and whether a name is among them.
func (x *contexts) alike(a, b *figureContext) (weight float64, shared int, named bool) {
	s, t := a.terms, b.terms
	for len(s) > 0 && len(t) > 0 {
		switch {
		case s[0] < t[0]:
			s = s[1:]
		case s[0] > t[0]:
			t = t[1:]
		default:
			weight += x.weight[s[0]]
			named = named || x.name[s[0]]
			shared++
			s, t = s[1:], t[1:]
		}
	}
	return math.Round(1e9*weight) / 1e9, shared, named
}

// maxTries is how many figures before it one is compared with, where many have
// its value.
const maxTries = 32

// repeated joins figures that different sentences repeat: of one value, in
// sentences that share enough words. Two sets are never made one.
func (c *figureComparison) repeated() {
	x := c.contexts()
	x.list = sorted(x.list, func(a, b *figureContext) int {
		f, g := &c.figures[a.figure], &c.figures[b.figure]
		return cmp.Or(compareValues(f, g), c.compare(a.figure, b.figure))
	})
	c.eachPair(x, func(a, b *figureContext) bool {
		return c.sameValue(a.figure, b.figure) && c.nounsAgree(a.figure, b.figure) && x.repeats(a, b, &c.figures[a.figure], &c.figures[b.figure])
	})
	c.eachPair(x, func(a, b *figureContext) bool {
		if c.figures[a.figure].Unit != Money {
			return false
		}
		if r, ok := c.relation(a.figure, b.figure); !ok || r != Rounded {
			return false
		}
		weight, shared, named := x.alike(a, b)
		return named && shared >= fewestRounded && weight >= minRoundedWeight
	})
}

// eachPair joins the pairs of neighbouring contexts that pass a test, as far as
// they stand in different sentences and one of them is in no set yet.
func (c *figureComparison) eachPair(x *contexts, test func(a, b *figureContext) bool) {
	for i := range x.list {
		for j := i - 1; j >= max(0, i-maxTries); j-- {
			a, b := &x.list[i], &x.list[j]
			f, g := &c.figures[a.figure], &c.figures[b.figure]
			together := f.Article == g.Article && a.sentence == b.sentence
			if together || c.setOf[a.figure] >= 0 && c.setOf[b.figure] >= 0 || !test(a, b) {
				continue
			}
			if c.setOf[a.figure] < 0 {
				a, b = b, a
			}
			if c.fits(a.figure, b.figure) {
				c.join(a.figure, b.figure, -1)
			}
		}
	}
}

// maxMembers is how many figures a set may have for one that is repeated to be
// added.
const maxMembers = 250

// fits tells whether figure b can count what all figures in the set of a do.
func (c *figureComparison) fits(a, b int) bool {
	if c.setOf[a] < 0 {
		return true
	}
	members := c.sets[c.setOf[a]].members
	return len(members) < maxMembers && !slices.ContainsFunc(members, func(m int) bool { return !c.nounsAgree(m, b) })
}

// nounsAgree tells whether two figures can count the same things, by their
// nouns alone.
func (c *figureComparison) nounsAgree(a, b int) bool {
	s, t := c.nouns[a], c.nouns[b]
	if s == t || isPersonal(s) && isPersonal(t) {
		return true
	}
	return s != "" && t != "" && len(align.SureLinks(c.nounWords(a), c.nounWords(b))) > 0
}

// nounWords returns the word that a figure counts.
func (c *figureComparison) nounWords(a int) []text.Word {
	f := &c.figures[a]
	d := c.docs[f.Article]
	first, last := d.WordsIn(f.Noun)
	return d.Words[first:last]
}

// isPersonal tells whether a stem names people, or what stands for them one to
// one, such as jobs.
func isPersonal(stem string) bool {
	const personal = " peopl person men women life live worker employe staff staffer job role posit post resid member migrant troop " +
		"soldier diplomat american "
	return isOneOf(personal, stem)
}

// compareValues orders figures by unit and value.
func compareValues(f, g *Figure) int {
	return cmp.Or(cmp.Compare(f.Unit, g.Unit), cmp.Compare(f.Low.float(), g.Low.float()),
		cmp.Compare(f.High.float(), g.High.float()))
}

// What two sentences must share for their figures to be told of the same
// thing: how many words, and their weight, where a word that no other sentence
// with a figure has weighs 1. A value of two digits or more, such as 27,000,
// seldom comes twice by chance; round or small values often do.
const (
	fewestShared     = 2
	minCountWeight   = 0.9
	minMoneyWeight   = 0.5
	fewestRare       = 1000 // a smaller value is as common as a round one
	fewestCommon     = 5
	minCommonWeight  = 2.7
	fewestHedged     = 7 // where they hedge an amount or a share differently
	fewestRounded    = 4 // where one value is the other rounded
	minRoundedWeight = 1.9
	fewestRepeated   = 100 // a smaller count is not known again at all
)

// repeats tells whether two sentences with a figure of one value tell it of the
// same thing.
func (x *contexts) repeats(a, b *figureContext, f, g *Figure) bool {
	weight, shared, named := x.alike(a, b)
	value := f.Low.float()
	switch rare := f.Low.Mantissa > 9 && value >= fewestRare; {
	case f.Unit == Count && value < fewestRepeated:
		return false
	case rare && f.Unit == Money:
		return shared >= fewestShared && weight >= minMoneyWeight
	case rare && f.Unit == Count:
		return shared >= fewestShared && weight >= minCountWeight
	}
	if f.Hedge != g.Hedge && f.Unit != Count {
		return named && shared >= fewestHedged && weight >= minCommonWeight
	}
	return named && shared >= fewestCommon && weight >= minCommonWeight
}
