package analysis

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/ledger"
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

// quotationFindings tells of quotations that an outlet altered or printed
// without marks.
func (a *Analysis) quotationFindings() (out []Finding) {
	list := a.Ledgers.Quotations
	for i := range list {
		q := &list[i]
		if q.Base < 0 || list[q.Base].Article == q.Article || q.Rendering != ledger.Cut && (q.Rendering < ledger.Altered || a.alsoUnchanged(q)) {
			continue
		}
		base := &list[q.Base]
		f := Finding{topic: quotations, Passage: a.PassageOf(q.Place), Places: []align.Place{q.Place, base.Place}}
		outlet, whose := a.Story.Named(q.Article), a.whose(q, base)
		switch q.Rendering {
		case ledger.Altered:
			f.Said = a.altered(q, base, whose)
			f.weight = weightAltered + len(q.Changes)
		case ledger.Indirect:
			f.Said = say("finding.indirect", "outlet", outlet, "whose", whose, "places", places(len(q.Changes)))
			f.weight = weightAltered + len(q.Changes)
		case ledger.Unmarked:
			f.Said = say("finding.unmarked", "outlet", outlet, "whose", whose)
			f.weight = weightUnmarked
			if len(strings.Fields(a.Text(q.Place))) <= maxShown {
				f.weight = weightBrief
			}
		case ledger.Cut:
			more := a.quotedWords(base) - a.quotedWords(q)
			if more < fewestCut || a.printings(q) > 1 {
				continue
			}
			f.Said = say("finding.part", "outlet", outlet, "whose", whose, "other", a.Story.Named(base.Article), "n", strconv.Itoa(more))
			f.weight = weightCut
		default:
			continue
		}
		out = append(out, f)
	}
	return out
}

// fewestCut is how many words more another outlet must have of a quotation for a
// finding that it was cut.
const fewestCut = 12

// quotedWords counts the words of a quotation.
func (a *Analysis) quotedWords(q *ledger.Quotation) int {
	n := 0
	for _, p := range q.Pieces {
		first, last := a.Documents[q.Article].WordsIn(p)
		n += last - first
	}
	return n
}

// printings counts the entries of a quotation's group that are of its article.
func (a *Analysis) printings(q *ledger.Quotation) int {
	n := 0
	for i := range a.Ledgers.Quotations {
		if other := &a.Ledgers.Quotations[i]; other.Group == q.Group && other.Article == q.Article {
			n++
		}
	}
	return n
}

// alsoUnchanged tells whether the article of a quotation prints the same words
// elsewhere without changing them.
func (a *Analysis) alsoUnchanged(q *ledger.Quotation) bool {
	return slices.ContainsFunc(a.Ledgers.Quotations, func(other ledger.Quotation) bool {
		return other.Group == q.Group && other.Article == q.Article && other.Rendering <= ledger.Cut
	})
}

// maxShown is how many words a change may have that a finding shows.
const maxShown = 5

// altered says how a quotation differs from another one inside the marks. Which
// of the two is what was said, the texts don't show.
func (a *Analysis) altered(q, base *ledger.Quotation, whose string) string {
	this, that := a.Story.Named(q.Article), a.Story.Named(base.Article)
	if len(q.Changes) == 1 {
		here, there := a.Line(q.Article, q.Changes[0].Here), a.Line(base.Article, q.Changes[0].Base)
		switch {
		case len(strings.Fields(here)) > maxShown || len(strings.Fields(there)) > maxShown:
		case here == "":
			return say("finding.only-inside", "this", that, "that", this, "words", there, "whose", whose)
		case there == "":
			return say("finding.only-inside", "this", this, "that", that, "words", here, "whose", whose)
		default:
			return say("finding.other-inside", "this", this, "that", that, "here", here, "there", there, "whose", whose)
		}
	}
	if more := a.quotedWords(base) - a.quotedWords(q); more >= fewestLeft && a.printings(q) == 1 {
		return say("finding.differently-more", "this", this, "that", that, "whose", whose, "places", places(len(q.Changes)), "other", that, "n", strconv.Itoa(more))
	}
	return say("finding.differently", "this", this, "that", that, "whose", whose, "places", places(len(q.Changes)))
}

// fewestLeft is how many words more the other outlet must have of a quotation for
// that to be told with the words that differ.
const fewestLeft = 4

// whose names a quotation by its speaker: "Hopkins’s quotation".
func (a *Analysis) whose(q, base *ledger.Quotation) string {
	for _, x := range []*ledger.Quotation{base, q} {
		if name := strings.Fields(x.Speaker.Name.Of(a.Documents[x.Article].Source)); len(name) > 0 {
			return say("finding.quotation-of", "name", surname(name))
		}
	}
	return say("finding.a-quotation")
}

// surname returns the last name of a person, with what belongs before it: "de
// Boer", "Le Pen".
func surname(name []string) string {
	for len(name) > 1 && isOneOf(name[len(name)-1], "Jr Jr. Sr Sr. II III IV") {
		name = name[:len(name)-1]
	}
	at := len(name) - 1
	last := name[at]
	if r, n := utf8.DecodeRuneInString(last); len(last) > 3 && last == strings.ToUpper(last) {
		last = string(r) + strings.ToLower(last[n:]) // a transcript's TRUMP
	}
	for at > 0 && name[at-1] != "Al" && isOneOf(strings.ToLower(name[at-1]), "de da do dos das del della der den des di du van von zu zur le la el al bin ibn ter ten") {
		at--
		last = name[at] + " " + last
	}
	return last
}

func isOneOf(word, list string) bool { return slices.Contains(strings.Fields(list), word) }

// figureFindings tells of figures on which readings differ.
func (a *Analysis) figureFindings() (out []Finding) {
	for _, set := range a.Ledgers.FigureSets {
		last := ledger.Equal
		for _, link := range set.Links {
			if link.Relation == last {
				continue // the first of a relation tells of it
			}
			last = link.Relation
			x, y := &a.Ledgers.Figures[link.A], &a.Ledgers.Figures[link.B]
			f := Finding{topic: figures, Places: []align.Place{x.Place, y.Place}}
			if set.Passage >= 0 && a.has(set.Passage, x.Article) && a.has(set.Passage, y.Article) {
				f.Passage = a.Passages[set.Passage].ID
			}
			f.Said, f.weight = a.compareFigures(x, y, link.Relation)
			if link.Relation == ledger.Converted && !a.severalTell(&set) {
				f.weight = weightAlone
			}
			if f.Said != "" {
				out = append(out, f)
			}
		}
	}
	return out
}

// has tells whether an article has a reading of a passage, by their numbers.
func (a *Analysis) has(passage, article int) bool {
	return slices.ContainsFunc(a.Passages[passage].Readings, func(r collate.Reading) bool { return r.Article == article })
}

// severalTell tells whether a set has figures of several articles.
func (a *Analysis) severalTell(set *ledger.FigureSet) bool {
	return slices.ContainsFunc(set.Figures, func(i int) bool {
		return a.Ledgers.Figures[i].Article != a.Ledgers.Figures[set.Figures[0]].Article
	})
}

// compareFigures says how two figures stand to each other, and how telling
// that is; nothing where they agree.
func (a *Analysis) compareFigures(x, y *ledger.Figure, relation ledger.Relation) (string, int) {
	one, other := a.Story.Named(x.Article), a.Story.Named(y.Article)
	this, that := a.quoteFigure(x), a.quoteFigure(y)
	same := x.Article == y.Article
	switch relation {
	case ledger.InDisagreement:
		if same {
			return say("finding.both-figures", "one", one, "this", this, "that", that), weightDisagreement
		}
		return say("finding.other-figure", "one", one, "this", this, "other", other, "that", that), weightDisagreement
	case ledger.DifferentTime:
		return say("finding.other-time", "one", one, "this", this, "time", a.quote(x.Article, x.Time), "other", other, "then", a.quote(y.Article, y.Time)), weightDifferentTime
	case ledger.Rounded:
		if same {
			return say("finding.rounds-itself", "one", one, "this", this, "that", that), weightRounded
		}
		return say("finding.rounded", "one", one, "this", this, "other", other, "that", that), weightRounded
	case ledger.Converted:
		if same {
			return say("finding.adds-conversion", "one", one, "this", this, "that", that), weightConverted
		}
		return say("finding.converted", "one", one, "this", this, "other", other, "that", that), weightConverted
	case ledger.HedgedDifferently:
		if same {
			return "", 0
		}
		return say("finding.hedged", "one", one, "this", this, "other", other, "that", that), weightHedged
	}
	return "", 0
}

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

// quoteFigure quotes a figure together with what it counts, where that follows.
func (a *Analysis) quoteFigure(f *ledger.Figure) string {
	span := f.Span
	if f.Noun.Start == span.End+1 {
		span.End = f.Noun.End
	}
	return a.quote(f.Article, span)
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

// percents says a share of an article.
// inPercent returns a share (0 to 1) in whole percents.
func inPercent(share float64) int { return int(share*100 + 0.5) }

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
