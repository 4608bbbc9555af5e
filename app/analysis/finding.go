package analysis

import (
	"slices"
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/sorting"
	"samewire/app/text"
	"samewire/app/words"
)

// Finding is one plain sentence on what an outlet did with the copy that it
// shares with others. It says what the texts show, never why.
type Finding struct {
	Text    string        // in English
	Said    string        // a text of package words that stands for the sentence in any language
	Passage int           // the ID of the passage to go to, which has all it is on; or 0
	Places  []align.Place // what it stands on; the first is the one to go to
	topic   topic
	weight  int
}

// OfFigures tells whether the finding is one on figures.
func (f Finding) OfFigures() bool { return f.topic == figures }

// topic is what a finding is about.
type topic uint8

const (
	quotations topic = iota
	figures
	credits
	sharing
	language
	topics
)

// How many findings a story has at most, and of one topic.
const (
	maxFindings = 8
	maxOfTopic  = 3
)

// Findings returns the most telling findings of the story, the most telling
// first.
func (a *Analysis) Findings() []Finding { return a.FindingsInTurns(func() {}) }

// FindingsInTurns is [Analysis.Findings] for big stories. It calls turn after
// each topic, for others to have a turn.
func (a *Analysis) FindingsInTurns(turn func()) []Finding {
	var all []Finding
	for _, find := range []func() []Finding{a.quotationFindings, a.figureFindings, a.creditFindings, a.sharingFindings, a.languageFindings} {
		all = append(all, find()...)
		turn()
	}
	sorting.By(all, func(x, y Finding) int { return y.weight - x.weight })
	var out []Finding
	var of [topics]int
	for _, f := range all {
		f.Text = words.English().Tell(f.Said)
		if of[f.topic]++; of[f.topic] <= maxOfTopic && len(out) < maxFindings {
			out = append(out, f)
		}
	}
	return out
}

// The weights of findings; what weighs most comes first. A quotation weighs
// more for every change.
const (
	weightLanguage      = 1000
	weightAltered       = 100
	weightDisagreement  = 95
	weightUnmarked      = 90
	weightDifferentTime = 80
	weightCredit        = 75
	weightShared        = 70
	weightTrace         = 65
	weightRounded       = 60
	weightConverted     = 55
	weightHedged        = 40
	weightCut           = 37
	weightBoth          = 45 // a source that several credit
	weightBrief         = 38 // a few words that lost their marks
	weightOwn           = 35
	weightAlone         = 30 // a conversion of what one outlet alone tells
)

// languageFindings tells in which articles less is found.
func (a *Analysis) languageFindings() []Finding {
	var places []align.Place
	for i, d := range a.Documents {
		if !align.English(d) {
			places = append(places, align.Place{Article: i})
		}
	}
	f := Finding{topic: language, weight: weightLanguage, Places: places}
	switch len(places) {
	case 0:
		return nil
	case 1:
		f.Said = say("finding.language", "outlet", a.Story.Named(places[0].Article))
	default:
		f.Said = say("finding.languages", "n", strconv.Itoa(len(places)))
	}
	return []Finding{f}
}

// PassageOf returns the ID of the passage with a reading that holds most of a
// place, or 0.
func (a *Analysis) PassageOf(p align.Place) int {
	best, id := 0, 0
	for i := range a.Passages {
		for _, r := range a.Passages[i].Readings {
			if n := r.Overlap(p.Span); r.Article == p.Article && n > best {
				best, id = n, a.Passages[i].ID
			}
		}
	}
	return id
}

// quote returns a text of package words for a stretch of an article on one line,
// in quotation marks.
func (a *Analysis) quote(article int, s text.Span) string {
	return say("finding.quote", "words", a.Line(article, s))
}

// Line returns a stretch of an article on one line.
func (a *Analysis) Line(article int, s text.Span) string {
	return strings.Join(strings.Fields(s.Of(a.Documents[article].Source)), " ")
}

// outlets lists outlets: "Outlet A, Outlet C and Outlet D".
func (a *Analysis) outlets(articles []int) string {
	var names []string
	for _, i := range articles {
		if name := a.Story.Named(i); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if n := len(names); n > maxNamed {
		return say("finding.other-outlets", "n", strconv.Itoa(n))
	}
	return words.List(names)
}

// maxNamed is how many outlets are named in a row; more are counted.
const maxNamed = 4

func list(names []string) string {
	n := len(names)
	if n < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
}

// places counts places in words: "five places".
func places(n int) string { return say("count.place", "n", words.Numeral(n)) }

func say(key string, with ...string) string { return words.Say(key, with...) }

// inPercent returns a share (0 to 1) in whole percents.
func inPercent(share float64) int { return int(share*100 + 0.5) }

// percents says a share of an article.
func percents(x float64) string {
	n := inPercent(x)
	if n == 0 && x > 0 {
		return say("percent.under")
	}
	return say("percent", "n", strconv.Itoa(n))
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
