package ledger

import (
	"cmp"
	"slices"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/sorting"
	"samewire/app/text"
)

// Bounds on the work for a passage.
const (
	maxModels  = 4   // readings that the others are compared with
	maxFigured = 40  // figures of a reading that are compared: one with more is a table
	maxWords   = 300 // words of readings that are linked
)

// figuredReading is a reading with its words and the figures in it.
type figuredReading struct {
	words   []text.Word
	first   int // its first word in the article
	figures []int
}

// passage pairs the figures of a passage's readings: each reading with the
// base, then with others that have figures the base lacks.
func (c *figureComparison) passage(p int, passage *collate.Passage) {
	var models []figuredReading
	for _, n := range c.inOrder(passage) {
		r := c.reading(p, passage.Readings[n].Place)
		if len(r.figures) == 0 {
			continue
		}
		paired := 0
		for m := range models {
			paired += c.pairFigures(p, &models[m], &r)
		}
		if paired < len(r.figures) && len(models) < maxModels {
			models = append(models, r)
		}
	}
}

// inOrder returns the readings of a passage, its base first, in an order that
// doesn't depend on the numbers of the articles.
func (c *figureComparison) inOrder(p *collate.Passage) []int {
	order := make([]int, len(p.Readings))
	for i := range order {
		order[i] = i
	}
	if len(order) == 0 {
		return nil
	}
	order[0], order[p.Base] = p.Base, 0
	sorting.By(order[1:], func(a, b int) int {
		r, s := &p.Readings[a], &p.Readings[b]
		return cmp.Or(c.rank[r.Article]-c.rank[s.Article], r.Start-s.Start)
	})
	return order
}

// reading returns a reading with those of its figures that belong to the
// passage.
func (c *figureComparison) reading(passage int, p align.Place) figuredReading {
	d := c.docs[p.Article]
	first, last := d.WordsIn(p.Span)
	r := figuredReading{words: d.Words[first:last], first: first}
	from, to := figuresIn(c.figures, p)
	for i := from; i < to && len(r.figures) < maxFigured; i++ {
		if c.figures[i].Passage == passage {
			r.figures = append(r.figures, i)
		}
	}
	return r
}

// figurePair is a figure of one reading and one of another that may be told of
// the same thing.
type figurePair struct {
	a, b  int
	score int // in tenths
}

// pairFigures joins figures of two readings and returns how many. Most of one
// value are known by the same words beside them; only for what is then left are
// the words of the readings linked, which takes longer.
func (c *figureComparison) pairFigures(passage int, a, b *figuredReading) int {
	used := make(map[int]bool)
	n := c.joinPairs(passage, c.ratePairs(a, b, used, true), used)
	return n + c.joinPairs(passage, c.ratePairs(a, b, used, false), used)
}

// ratePairs returns the pairs of figures of two readings that may be told of
// the same thing, those left that are neither used nor in a set.
func (c *figureComparison) ratePairs(a, b *figuredReading, used map[int]bool, plain bool) []figurePair {
	var pairs []figurePair
	var links []align.Link
	if !plain && max(len(a.words), len(b.words)) > maxWords {
		return nil
	}
	for _, f := range a.figures {
		for _, g := range b.figures {
			if _, ok := c.relation(f, g); f == g || used[f] || c.setOf[g] >= 0 || !ok || plain && !c.sameValue(f, g) {
				continue
			}
			if plain {
				links = c.sameWords(a, b, f, g)
			} else if links == nil {
				links = align.SureLinks(a.words, b.words)
			}
			if score := c.rate(links, a, b, f, g); score > 0 {
				pairs = append(pairs, figurePair{f, g, score})
			}
		}
	}
	return pairs
}

// joinPairs joins the pairs, the surest first.
func (c *figureComparison) joinPairs(passage int, pairs []figurePair, used map[int]bool) int {
	pairs = sorted(pairs, func(x, y *figurePair) int {
		return cmp.Or(y.score-x.score, c.compare(x.a, y.a), c.compare(x.b, y.b))
	})
	n := 0
	for _, p := range pairs {
		if !used[p.a] && c.setOf[p.b] < 0 {
			used[p.a] = true
			c.join(p.a, p.b, passage)
			n++
		}
	}
	return n
}

// sameWords links the same content words beside two figures.
func (c *figureComparison) sameWords(a, b *figuredReading, f, g int) []align.Link {
	var links []align.Link
	x, y := c.wordsOf(f, a), c.wordsOf(g, b)
	for i := max(0, x.from-figureWindow); i < min(len(a.words), x.to+figureWindow); i++ {
		if x.has(i) || a.words[i].Stop {
			continue
		}
		for j := max(0, y.from-figureWindow); j < min(len(b.words), y.to+figureWindow); j++ {
			if !y.has(j) && a.words[i].Stem == b.words[j].Stem {
				links = append(links, align.Link{A: i, B: j})
				break
			}
		}
	}
	return links
}

// The evidence that two figures of linked readings are told of the same thing,
// in tenths.
const (
	sameValueGain = 20
	numberGain    = 10 // their numbers are linked
	nounGain      = 10 // what they count is linked or the same
	besideGain    = 5  // for each link between content words beside them, up to three
	sameFloor     = 25
	otherFloor    = 15
	figureWindow  = 4 // words on either side that stand beside a figure
)

// rate returns how sure it is that f and g, which can be related, are told of
// the same thing, or 0 where it isn't sure enough.
func (c *figureComparison) rate(links []align.Link, a, b *figuredReading, f, g int) int {
	score, beside := c.evidence(links, a, b, f, g)
	relation, _ := c.relation(f, g)
	switch {
	case c.countsOthers(a, b, f, g, relation):
		return 0
	case c.sameValue(f, g):
		score += sameValueGain
		if score < sameFloor && (c.figures[f].Unit == Count || !c.alone(f, a, b, g) || !c.alone(g, b, a, f)) {
			return 0
		}
	case relation == Equal: // dates told more and less fully
		score += sameValueGain / 2
		if score < otherFloor {
			return 0
		}
	case score < otherFloor && !(c.recurs(f) && c.recurs(g)), beside < c.fewestBeside(links, a, b, f, g), linkedShare(links, a, b) < otherShare,
		c.known(f, b) || c.known(g, a) || !c.alone(f, a, b, g) || !c.alone(g, b, a, f),
		c.timesDiffer(f, g), c.opposed(f, g), c.tiedApart(a, b, f, g), relation == InDisagreement && c.otherEvent(a, b, f, g):
		return 0
	}
	return score
}

// A disagreement between values further apart than this share of the larger is
// rather one of two events if other figures beside them differ, too.
const maxNear = 0.2

// otherEvent tells whether two readings whose figures f and g are far apart have
// other figures too that they don't share: they may tell of different days.
func (c *figureComparison) otherEvent(a, b *figuredReading, f, g int) bool {
	others := func(r, other *figuredReading, but int) bool {
		return slices.ContainsFunc(r.figures, func(h int) bool {
			return h != but && !c.figures[h].isTime() && !c.known(h, other)
		})
	}
	return c.figures[f].Unit <= Percent && c.figures[f].apart(&c.figures[g]) > maxNear && others(a, b, f) && others(b, a, g)
}

// evidence weighs what the links say of f and g, and counts those between
// content words beside them.
func (c *figureComparison) evidence(links []align.Link, a, b *figuredReading, f, g int) (score, beside int) {
	x, y := c.wordsOf(f, a), c.wordsOf(g, b)
	number := false
	for _, k := range links {
		u, v := &a.words[k.A], &b.words[k.B]
		switch {
		case x.has(k.A) && y.has(k.B):
			number = number || u.Digit || v.Digit || !u.Stop
		case x.near(k.A) && y.near(k.B) && !u.Stop && !v.Stop:
			beside++
		}
	}
	if number {
		score += numberGain
	}
	if c.sameNoun(links, a, b, f, g) {
		score += nounGain
	}
	return score + besideGain*min(beside, 3), beside
}

// fewestBeside returns how many content words beside two figures with different
// values must be linked: a disagreement takes more, and most between days, on
// each of which much may have happened, unless they come round or all else is the
// same.
func (c *figureComparison) fewestBeside(links []align.Link, a, b *figuredReading, f, g int) int {
	r, _ := c.relation(f, g)
	switch {
	case r != InDisagreement, c.recurs(f) && c.recurs(g), c.figures[f].isTime() && nearlySame(links, a, b):
		return 1
	case c.figures[f].isTime():
		return 3
	}
	return 2
}

// otherShare is the share of the words of the shorter of two readings that the
// other must have a counterpart of for figures with different values to be told
// of the same thing.
const otherShare = 0.5

// linkedShare returns the share of the content words of the shorter reading,
// numbers and names aside, that are linked: different events of one kind share
// the names.
func linkedShare(links []align.Link, a, b *figuredReading) float64 {
	linked, last := 0, -1
	for _, k := range links {
		if k.A != last && isContent(&a.words[k.A]) && isContent(&b.words[k.B]) {
			linked++
			last = k.A
		}
	}
	return float64(linked) / float64(max(1, min(contentWords(a.words), contentWords(b.words))))
}

// contentWords counts the words that say something, numbers and names aside.
func contentWords(words []text.Word) int {
	n := 0
	for i := range words {
		if isContent(&words[i]) {
			n++
		}
	}
	return n
}

func isContent(w *text.Word) bool { return !w.Stop && !w.Digit && !w.Capital }

// wordRange is a range of words of a reading.
type wordRange struct{ from, to int }

func (w wordRange) has(i int) bool { return i >= w.from && i < w.to }

func (w wordRange) near(i int) bool {
	return i >= w.from-figureWindow && i < w.to+figureWindow && !w.has(i)
}

// wordsOf returns the words of figure f within its reading.
func (c *figureComparison) wordsOf(f int, r *figuredReading) wordRange {
	first, last := c.docs[c.figures[f].Article].WordsIn(c.figures[f].Span)
	return wordRange{first - r.first, last - r.first}
}

// sameNoun tells whether two figures count the same: the same word, or linked
// ones.
func (c *figureComparison) sameNoun(links []align.Link, a, b *figuredReading, f, g int) bool {
	x, y := &c.figures[f], &c.figures[g]
	if x.Noun.Len() == 0 || y.Noun.Len() == 0 {
		return false
	}
	if c.nouns[f] == c.nouns[g] {
		return true
	}
	i, _ := c.docs[x.Article].WordsIn(x.Noun)
	j, _ := c.docs[y.Article].WordsIn(y.Noun)
	return slices.Contains(links, align.Link{A: i - a.first, B: j - b.first})
}

// sameValue tells whether two figures have the same value, whatever their
// hedges.
func (c *figureComparison) sameValue(a, b int) bool {
	f, g := &c.figures[a], &c.figures[b]
	if f.Unit != g.Unit || f.Unit == Money && !sameCurrency(f.Code, g.Code) {
		return false
	}
	if f.Unit == Day || f.Unit == Weekday {
		return f.Date == g.Date
	}
	return f.Low.Is(g.Low) && f.High.Is(g.High)
}

// known tells whether a reading has a figure with the value of f.
func (c *figureComparison) known(f int, r *figuredReading) bool {
	return slices.ContainsFunc(r.figures, func(g int) bool { return c.sameValue(f, g) })
}

// alone tells whether g is the only figure of reading b that f can be related
// to, but for those whose value reading a has too.
func (c *figureComparison) alone(f int, a, b *figuredReading, g int) bool {
	return !slices.ContainsFunc(b.figures, func(h int) bool {
		_, ok := c.relation(f, h)
		return h != g && ok && !c.known(h, a)
	})
}
