package analysis

import (
	"samewire/app/align"
	"samewire/app/ledger"
	"samewire/app/text"
)

// The JSON of the ledgers and the findings. Lists refer to each other by index,
// counted from 0; the text of a span is given beside it, for reading.
type (
	jsonFinding struct {
		Text    string        `json:"text"`
		Passage int           `json:"passage,omitempty"` // counted from 1
		Places  []align.Place `json:"places"`
	}
	jsonQuotation struct {
		align.Place
		Text      string          `json:"text"`
		Pieces    []text.Span     `json:"pieces"`            // the quoted words, without marks
		Speaker   *jsonSpeaker    `json:"speaker,omitempty"` // if the article names one
		Cue       *jsonSpan       `json:"cue,omitempty"`     // "told employees"
		Group     int             `json:"group,omitempty"`   // the same for quotations of the same words, from 1
		Rendering string          `json:"rendering"`         // sole, fullest, alike, cut, partly, bracketed, altered, unmarked, indirect
		Base      *int            `json:"base,omitempty"`    // the quotation it is compared with
		Changes   []ledger.Change `json:"changes,omitempty"` // words of the base, and what stands here
	}
	jsonSpeaker struct {
		Said     *jsonSpan `json:"said,omitempty"` // as named at the quotation: "he"
		Name     *jsonSpan `json:"name,omitempty"`
		Role     *jsonSpan `json:"role,omitempty"`
		Inferred bool      `json:"inferred,omitempty"` // the name stands elsewhere in the article
	}
	jsonSpan struct {
		text.Span
		Text string `json:"text"`
	}
	jsonFigure struct {
		align.Place
		Text    string         `json:"text"`
		Unit    string         `json:"unit"`           // count, money, percent, points, multiple, ordinal, age, clock, date, weekday, period
		Code    string         `json:"code,omitempty"` // currency (ISO 4217) or time zone
		Hedge   string         `json:"hedge"`          // exact, about, above, below, vague
		Low     *ledger.Number `json:"low,omitempty"`  // mantissa·10^exponent/divisor
		High    *ledger.Number `json:"high,omitempty"`
		Date    *ledger.Date   `json:"date,omitempty"`
		Noun    *jsonSpan      `json:"noun,omitempty"`
		Time    *jsonSpan      `json:"time,omitempty"` // the time it is tied to
		Passage int            `json:"passage,omitempty"`
	}
	jsonFigureSet struct {
		Figures []int            `json:"figures"` // indices into figures
		Base    int              `json:"base"`
		Passage int              `json:"passage,omitempty"`
		Links   []jsonFigureLink `json:"links"`
	}
	jsonFigureLink struct {
		A        int    `json:"a"`
		B        int    `json:"b"`
		Relation string `json:"relation"` // equal, converted, hedged differently, rounded, different time, in disagreement
	}
	jsonCredit struct {
		align.Place
		Text   string    `json:"text"`
		Source *jsonSpan `json:"source,omitempty"`
		Name   string    `json:"name,omitempty"`
		How    string    `json:"how"` // dateline, byline, contribution, copyright, in text, document, agency code, exchange code, photo
	}
	jsonPassageCredit struct {
		Passage int    `json:"passage"`
		Source  string `json:"source,omitempty"`
		Credits []int  `json:"credits"` // indices into credits
		Without []int  `json:"without"` // articles that carry the passage and name the source nowhere
	}
)

func (a *Analysis) jsonFindings() []jsonFinding {
	out := []jsonFinding{}
	for _, f := range a.Findings() {
		out = append(out, jsonFinding{f.Text, f.Passage, f.Places})
	}
	return out
}

func (a *Analysis) jsonQuotations() []jsonQuotation {
	out := []jsonQuotation{}
	for i := range a.Ledgers.Quotations {
		q := &a.Ledgers.Quotations[i]
		j := jsonQuotation{
			Place: q.Place, Text: a.Text(q.Place), Pieces: q.Pieces, Cue: a.jsonSpan(q.Article, q.Cue),
			Group: q.Group, Rendering: q.Rendering.String(), Changes: q.Changes,
		}
		if s := q.Speaker; s.Said.Len()+s.Name.Len() > 0 {
			j.Speaker = &jsonSpeaker{a.jsonSpan(q.Article, s.Said), a.jsonSpan(q.Article, s.Name), a.jsonSpan(q.Article, s.Role), s.Inferred}
		}
		if q.Base >= 0 {
			j.Base = &q.Base
		}
		out = append(out, j)
	}
	return out
}

func (a *Analysis) jsonFigures() []jsonFigure {
	out := []jsonFigure{}
	for i := range a.Ledgers.Figures {
		f := &a.Ledgers.Figures[i]
		j := jsonFigure{
			Place: f.Place, Text: a.Text(f.Place), Unit: f.Unit.String(), Code: f.Code, Hedge: f.Hedge.String(),
			Noun: a.jsonSpan(f.Article, f.Noun), Time: a.jsonSpan(f.Article, f.Time), Passage: a.passageID(f.Passage),
		}
		if f.Unit == ledger.Day || f.Unit == ledger.Weekday {
			j.Date = &f.Date
		} else {
			j.Low, j.High = &f.Low, &f.High
		}
		out = append(out, j)
	}
	return out
}

func (a *Analysis) jsonFigureSets() []jsonFigureSet {
	out := []jsonFigureSet{}
	for _, s := range a.Ledgers.FigureSets {
		j := jsonFigureSet{Figures: s.Figures, Base: s.Base, Passage: a.passageID(s.Passage), Links: []jsonFigureLink{}}
		for _, l := range s.Links {
			j.Links = append(j.Links, jsonFigureLink{l.A, l.B, l.Relation.String()})
		}
		out = append(out, j)
	}
	return out
}

func (a *Analysis) jsonCredits() []jsonCredit {
	out := []jsonCredit{}
	for _, c := range a.Ledgers.Credits {
		out = append(out, jsonCredit{c.Place, a.Text(c.Place), a.jsonSpan(c.Article, c.Source), c.Name, c.How.String()})
	}
	return out
}

func (a *Analysis) jsonPassageCredits() []jsonPassageCredit {
	out := []jsonPassageCredit{}
	for _, p := range a.Ledgers.PassageCredits {
		without := append([]int{}, p.Without...)
		out = append(out, jsonPassageCredit{a.passageID(p.Passage), p.Source, p.Credits, without})
	}
	return out
}

// jsonSpan returns a span with its text, or nil if it is empty.
func (a *Analysis) jsonSpan(article int, s text.Span) *jsonSpan {
	if s.Len() == 0 {
		return nil
	}
	return &jsonSpan{s, s.Of(a.Documents[article].Source)}
}

// passageID returns the ID of the passage with an index, 0 for -1.
func (a *Analysis) passageID(index int) int {
	if index < 0 {
		return 0
	}
	return a.Passages[index].ID
}
