package ledger

import (
	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/text"
)

// Unit is what a figure measures.
type Unit uint8

// The units. A length, a weight or a span of time is a Count of its noun
// ("miles", "years").
const (
	Count    Unit = iota // of what Figure.Noun names, where the text names it
	Money                // in the currency Figure.Code
	Percent              // also shares: "one in five" is 20
	Points               // percentage points
	Multiple             // "three times", "double the"
	Ordinal              // "first", "24th"
	Age                  // in years
	Clock                // minutes after midnight, in the zone Figure.Code
	Day                  // Figure.Date: a calendar date, month, year or decade
	Weekday              // Figure.Date.Weekday
	Period               // "last year": Low is -1, Noun "year"; "two weeks ago": -2
)

// String returns the name of the unit in lower case.
func (u Unit) String() string {
	return [...]string{"count", "money", "percent", "points", "multiple", "ordinal", "age", "clock", "date", "weekday", "period"}[u]
}

// Hedge tells on which side of its number a figure may lie.
type Hedge uint8

// The hedges by direction.
const (
	Exact Hedge = iota // no hedge
	About              // "around", "close to", "some"
	Above              // "more than", "just over", "at least"
	Below              // "nearly", "fewer than", "up to"
	Vague              // "hundreds", "several thousand"
)

// String returns the name of the hedge in lower case.
func (h Hedge) String() string {
	return [...]string{"exact", "about", "above", "below", "vague"}[h]
}

// Date is a date as far as the text gives it: fields it doesn't give are 0.
type Date struct {
	Year    int  `json:"year,omitempty"`
	Decade  bool `json:"decade,omitempty"` // the ten years from Year
	Month   int  `json:"month,omitempty"`
	Day     int  `json:"day,omitempty"`
	LastDay int  `json:"lastDay,omitempty"` // of a range of days: "Aug. 24-27"
	Weekday int  `json:"weekday,omitempty"` // 1 for Monday
	Part    Part `json:"part,omitempty"`
}

// Part is the part of a year, decade or month that a date is about.
type Part uint8

// The parts; 0 is the whole.
const (
	Early Part = iota + 1
	Mid
	Late
)

// Figure is one number, amount or date of an article.
type Figure struct {
	align.Place // with its hedge and unit: "just over 500", "$8.5 billion"

	Passage   int // index of the first passage that it stands in, or -1
	Unit      Unit
	Code      string // currency (ISO 4217, or "$" for any dollar) or time zone, where there is one
	Hedge     Hedge
	Low, High Number    // the value; they differ for a range. Zero for Day and Weekday
	Date      Date      // for Day and Weekday
	Noun      text.Span // what is counted, or the unit of a period; may be empty
	Time      text.Span // the time that its clause ties it to; may be empty
}

// isTime tells whether a figure is itself a point or stretch of time.
func (f *Figure) isTime() bool { return f.Unit >= Day }

// Figures returns the figures of the articles in the order of article and
// place. They do not overlap. Numbers inside names, addresses, codes, scores and
// photo credits are left out, as is "one" where it may be a pronoun. The cost is
// linear in the length of the articles.
func Figures(docs []*text.Document, passages []collate.Passage) []Figure {
	var r figureReader
	for i, d := range docs {
		r.read(i, d)
	}
	placeFigures(r.figures, passages)
	return r.figures
}

// placeFigures tells every figure the passage it stands in, the first if there
// are several.
func placeFigures(figures []Figure, passages []collate.Passage) {
	for i := range figures {
		figures[i].Passage = -1
	}
	for p := range passages {
		for _, r := range passages[p].Readings {
			from, to := figuresIn(figures, r.Place)
			for i := from; i < to; i++ {
				if figures[i].Passage < 0 {
					figures[i].Passage = p
				}
			}
		}
	}
}
