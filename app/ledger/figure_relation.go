package ledger

import (
	"math"

	"samewire/app/align"
)

// Relation is how two figures that are told of the same thing stand to each
// other.
type Relation uint8

// The relations, the most telling last.
const (
	Equal             Relation = iota // the same, as far as both say
	Converted                         // into another currency, measure or time zone
	HedgedDifferently                 // "500", "just over 500": both may be true
	Rounded                           // one is the other rounded to the digits it shows
	DifferentTime                     // the same value, but of another time
	InDisagreement                    // neither hedges nor rounding reconcile them
)

// String returns the name of the relation in lower case.
func (r Relation) String() string {
	return [...]string{"equal", "converted", "hedged differently", "rounded", "different time", "in disagreement"}[r]
}

// Values further apart than these shares of the larger are not called rounded,
// or hedged, or in disagreement: they are rather of different things.
const (
	maxRounding     = 0.125
	maxHedge        = 0.1
	maxDisagreement = 0.5
	roundCount      = 100 // a count below is only rounded with a hedge
)

// comparable tells whether two figures can be told of the same thing.
func (c *figureComparison) comparable(a, b int) bool {
	f, g := &c.figures[a], &c.figures[b]
	switch {
	case f.Unit == Weekday && g.Unit == Day:
		return g.Date.Weekday != 0
	case f.Unit == Day && g.Unit == Weekday:
		return f.Date.Weekday != 0
	case f.Unit != g.Unit:
		return false
	case f.Unit == Clock:
		return f.Code == g.Code || (f.Code == "" || g.Code == "") && f.Low.Is(g.Low)
	case f.Unit == Count || f.Unit == Period:
		s, t := c.nouns[a], c.nouns[b]
		return s == t || f.Unit == Count && !isMeasure(s) && !isMeasure(t)
	}
	return true
}

// relation returns how g stands to f, both taken to be told of the same thing,
// and false where that is open.
func (c *figureComparison) relation(a, b int) (Relation, bool) {
	f, g := &c.figures[a], &c.figures[b]
	switch {
	case !c.comparable(a, b):
		return 0, false
	case f.Unit == Day || f.Unit == Weekday:
		return f.Date.relation(g.Date), true
	case f.Unit == Money && !sameCurrency(f.Code, g.Code):
		return Converted, true
	case f.Low.Is(g.Low) && f.High.Is(g.High):
		if f.Hedge == g.Hedge {
			return Equal, true
		}
		return HedgedDifferently, true
	case f.Unit == Period:
		return InDisagreement, true
	}
	r, ok := f.distance(g)
	return r, ok && c.isRest(f) == c.isRest(g) // "two other men", "four men"
}

// isRest tells whether a figure counts what comes on top of others.
func (c *figureComparison) isRest(f *Figure) bool {
	d := c.docs[f.Article]
	_, next := d.WordsIn(f.Span)
	if next == len(d.Words) {
		return false
	}
	return isOneOf(" other others more additional further new ", d.Words[next].Fold)
}

// distance relates figures of one unit with different values.
func (f *Figure) distance(g *Figure) (Relation, bool) {
	low, high := f.Low.float(), f.High.float()
	if x := g.Low.float(); !f.Low.Is(f.High) || !g.Low.Is(g.High) {
		if g.High.float() >= low && x <= high {
			return HedgedDifferently, true
		}
	}
	if f.Hedge == Vague || g.Hedge == Vague {
		return HedgedDifferently, f.Hedge != g.Hedge && (f.Hedge == Vague && f.spans(g) || g.Hedge == Vague && g.spans(f))
	}
	apart := f.apart(g)
	switch {
	case f.rounds(g) || g.rounds(f):
		return Rounded, apart <= maxRounding
	case f.allows(g) || g.allows(f):
		return HedgedDifferently, apart <= maxHedge
	}
	return InDisagreement, apart <= maxDisagreement
}

// apart returns by what share of the larger two values differ.
func (f *Figure) apart(g *Figure) float64 {
	x, y := f.Low.float(), g.Low.float()
	return 1 - min(x, y)/max(x, y)
}

// spans tells whether a vague figure, such as "hundreds", may stand for g.
func (f *Figure) spans(g *Figure) bool {
	return g.Low.float() >= f.Low.float() && g.High.float() < 10*f.Low.float()
}

// rounds tells whether f is g rounded: "over 40" is no rounding of 36, nor "under
// 36" one of 40.
func (f *Figure) rounds(g *Figure) bool {
	if up := f.Low.float() - g.Low.float(); f.Hedge == Above && up > 0 || f.Hedge == Below && up < 0 {
		return false
	}
	return g.Low.roundedTo(f.Low) && (f.Unit != Count || f.Hedge != Exact || f.Low.float() >= roundCount)
}

// allows tells whether the hedge of f may admit the value of g.
func (f *Figure) allows(g *Figure) bool {
	switch f.Hedge {
	case About:
		return f.apart(g) <= maxHedge && math.Abs(f.Low.float()-g.Low.float()) <= 5*math.Pow10(f.Low.Last)
	case Above:
		return g.High.float() >= f.Low.float()
	case Below:
		return g.Low.float() <= f.High.float()
	}
	return false
}

// relation returns how another date stands to d: equal if they have no field
// with different values.
func (d Date) relation(e Date) Relation {
	differ := func(x, y int) bool { return x != 0 && y != 0 && x != y }
	switch {
	case differ(d.Year, e.Year) && d.Decade == e.Decade, differ(d.Month, e.Month), differ(d.Day, e.Day), differ(d.Weekday, e.Weekday),
		differ(int(d.Part), int(e.Part)):
		return InDisagreement
	case d.Part != e.Part || d.Decade != e.Decade:
		return HedgedDifferently
	}
	return Equal
}

// timesDiffer tells whether two figures are tied to times that can't be the
// same: dates that contradict each other, other weekdays or periods, or a
// single year and two.
func (c *figureComparison) timesDiffer(a, b int) bool {
	s, t := c.times(a), c.times(b)
	if len(s) == 0 || len(t) == 0 {
		return false
	}
	if n, m := c.years(s), c.years(t); n == 1 && m > 1 || n > 1 && m == 1 {
		return true
	}
	for _, x := range s {
		for _, y := range t {
			if r, ok := c.relation(x, y); !ok || r != InDisagreement {
				return false
			}
		}
	}
	return true
}

// times returns the figures that the time of figure a is made of.
func (c *figureComparison) times(a int) []int {
	f := &c.figures[a]
	from, to := figuresIn(c.figures, align.Place{Article: f.Article, Span: f.Time})
	var list []int
	for i := from; i < to; i++ {
		if c.figures[i].isTime() {
			list = append(list, i)
		}
	}
	return list
}

// years counts the different years that times name; "last year" is one.
func (c *figureComparison) years(times []int) int {
	last, n := 0, 0
	for _, t := range times {
		f := &c.figures[t]
		year := f.Date.Year
		switch {
		case f.Unit == Period && c.nouns[t] == "year":
			year = -1
		case f.Date.Decade || year == 0:
			return 0
		}
		if year != last {
			n++
		}
		last = year
	}
	return n
}
