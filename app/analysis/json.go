package analysis

import (
	"encoding/json"
	"slices"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/text"
)

// Version is the version of the JSON that [Analysis.JSON] writes. Within a
// version, parts are added and never changed.
const Version = 1

// The JSON of an analysis. Offsets are UTF-8 byte offsets into the article's
// text, end exclusive; for plain text without front matter they are offsets
// into its file. Articles, sentences and readings are counted from 0, passages
// from 1.
//
// A passage has a reading for each place where an article carries it, so that an
// article may have two. Passages stand in their most supported order, so that
// their common wordings one after the other are the story's: a reconstruction of
// the wire copy. A common wording is a list of parts, each either words on which
// all readings agree or a slot with the variants of the readings, most supported
// first. A variant of white space or punctuation alone leaves the words out.
// Texts carry their spacing: set side by side, with one variant a slot, they are
// prose.
type (
	jsonAnalysis struct {
		Samewire int           `json:"samewire"`
		Story    jsonStory     `json:"story"`
		Articles []jsonArticle `json:"articles"`
		Matches  []jsonMatch   `json:"matches"`
		Passages []jsonPassage `json:"passages"`

		Findings       []jsonFinding       `json:"findings"`
		Quotations     []jsonQuotation     `json:"quotations"`
		Figures        []jsonFigure        `json:"figures"`
		FigureSets     []jsonFigureSet     `json:"figureSets"` // figures told of the same thing
		Credits        []jsonCredit        `json:"credits"`
		PassageCredits []jsonPassageCredit `json:"passageCredits"`
	}
	jsonStory struct {
		ID    string `json:"id"`
		Title string `json:"title"`
	}
	jsonArticle struct {
		File      string      `json:"file"`
		Outlet    string      `json:"outlet"`
		Title     string      `json:"title"`
		Words     int         `json:"words"`
		Own       float64     `json:"own"` // share of its words that no other article carries, 0 to 1; captions of pictures don't count
		Sentences []text.Span `json:"sentences"`
	}
	jsonMatch struct {
		A          align.Place `json:"a"`
		B          align.Place `json:"b"`
		Kind       string      `json:"kind"`
		Similarity float64     `json:"similarity"`
	}
	jsonPassage struct {
		ID       int           `json:"id"`
		Base     int           `json:"base"` // index into readings
		Readings []jsonReading `json:"readings"`
		Common   []jsonPart    `json:"common"`
	}
	jsonPart struct {
		*jsonWording
		Slot []jsonWording `json:"slot,omitempty"`
	}
	jsonWording struct {
		Text     string `json:"text"`
		Articles []int  `json:"articles"`
	}
	jsonReading struct {
		align.Place
		Kind string `json:"kind"`
	}
)

// JSON returns the analysis in the public format, followed by a line break.
func (a *Analysis) JSON() ([]byte, error) {
	out := jsonAnalysis{
		Samewire: Version,
		Story:    jsonStory{a.Story.ID, a.Story.Title},
		Articles: []jsonArticle{},
		Matches:  []jsonMatch{},
		Passages: []jsonPassage{},

		Findings:       a.jsonFindings(),
		Quotations:     a.jsonQuotations(),
		Figures:        a.jsonFigures(),
		FigureSets:     a.jsonFigureSets(),
		Credits:        a.jsonCredits(),
		PassageCredits: a.jsonPassageCredits(),
	}
	for i, d := range a.Documents {
		art := a.Story.Articles[i]
		j := jsonArticle{art.File, a.Story.Outlet(i), art.Title, len(d.Words), round(a.Own(i)), []text.Span{}}
		for _, s := range d.Sentences {
			j.Sentences = append(j.Sentences, s.Span)
		}
		out.Articles = append(out.Articles, j)
	}
	for _, m := range a.Matches {
		out.Matches = append(out.Matches, jsonMatch{m.A, m.B, m.Kind.String(), round(m.Similarity)})
	}
	for i := range a.Passages {
		p := &a.Passages[i]
		j := jsonPassage{p.ID, p.Base, []jsonReading{}, a.commonJSON(p)}
		for _, r := range p.Readings {
			j.Readings = append(j.Readings, jsonReading{r.Place, r.Kind.String()})
		}
		out.Passages = append(out.Passages, j)
	}
	data, err := json.Marshal(out)
	return append(data, '\n'), err
}

// commonJSON returns the common wording of a passage.
func (a *Analysis) commonJSON(p *collate.Passage) []jsonPart {
	parts := []jsonPart{}
	for _, part := range collate.NewTable(a.Documents, p).Common() {
		var j jsonPart
		if part.Slot == nil {
			j.jsonWording = &jsonWording{part.Text, articles(p, part.Readings)}
		}
		for _, w := range part.Slot {
			j.Slot = append(j.Slot, jsonWording{w.Text, articles(p, w.Readings)})
		}
		parts = append(parts, j)
	}
	return parts
}

// articles returns the articles of some readings of a passage, each once.
func articles(p *collate.Passage, readings []int) []int {
	var out []int
	for _, r := range readings {
		out = append(out, p.Readings[r].Article)
	}
	return slices.Compact(out)
}

// round keeps three decimals, which is all that the figures mean.
func round(x float64) float64 {
	return float64(int(x*1000+0.5)) / 1000
}
