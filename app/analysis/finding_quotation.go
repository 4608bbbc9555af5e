package analysis

import (
	"slices"
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/ledger"
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
			more := a.QuotedWords(base) - a.QuotedWords(q)
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

// QuotedWords counts the words of a quotation, without those that tell who said it.
func (a *Analysis) QuotedWords(q *ledger.Quotation) int {
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
	if more := a.QuotedWords(base) - a.QuotedWords(q); more >= FewestLeft && a.printings(q) == 1 {
		return say("finding.differently-more", "this", this, "that", that, "whose", whose, "places", places(len(q.Changes)), "other", that, "n", strconv.Itoa(more))
	}
	return say("finding.differently", "this", this, "that", that, "whose", whose, "places", places(len(q.Changes)))
}

// FewestLeft is how many words more another outlet must have of a quotation for
// that to be told with the words that differ.
const FewestLeft = 4

// whose names a quotation by its speaker: "Hopkins’s quotation".
func (a *Analysis) whose(q, base *ledger.Quotation) string {
	for _, x := range []*ledger.Quotation{base, q} {
		if name := strings.Fields(x.Speaker.Name.Of(a.Documents[x.Article].Source)); len(name) > 0 {
			return say("finding.quotation-of", "name", ledger.Surname(name))
		}
	}
	return say("finding.a-quotation")
}
