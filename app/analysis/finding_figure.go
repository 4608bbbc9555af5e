package analysis

import (
	"slices"
	"strings"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/ledger"
)

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
			f.Said, f.weight = a.compareFigures(&set, x, y, link.Relation)
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

// compareFigures says how two figures of a set stand to each other, and how
// telling that is; nothing where they agree.
func (a *Analysis) compareFigures(set *ledger.FigureSet, x, y *ledger.Figure, relation ledger.Relation) (string, int) {
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
		return a.differentTime(set, x, y), weightDifferentTime
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

// differentTime says to which times two outlets tie a figure, and who of the set
// ties it to the first one's time too.
func (a *Analysis) differentTime(set *ledger.FigureSet, x, y *ledger.Figure) string {
	var also []int
	for _, i := range set.Figures {
		z := &a.Ledgers.Figures[i]
		if z.Article != x.Article && z.Article != y.Article && strings.EqualFold(a.Line(z.Article, z.Time), a.Line(x.Article, x.Time)) {
			also = append(also, z.Article)
		}
	}
	said := []string{"one", a.Story.Named(x.Article), "this", a.quoteFigure(x), "time", a.quote(x.Article, x.Time),
		"other", a.Story.Named(y.Article), "then", a.quote(y.Article, y.Time)}
	if len(also) == 0 {
		return say("finding.other-time", said...)
	}
	return say("finding.other-time-also", append(said, "also", a.outlets(also))...)
}

// quoteFigure quotes a figure together with what it counts, where that follows.
func (a *Analysis) quoteFigure(f *ledger.Figure) string {
	span := f.Span
	if f.Noun.Start == span.End+1 {
		span.End = f.Noun.End
	}
	return a.quote(f.Article, span)
}
