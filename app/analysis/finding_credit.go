package analysis

import (
	"slices"
	"strconv"

	"samewire/app/align"
	"samewire/app/ledger"
)

// creditFindings tells of sources that one outlet names and others who carry
// the same passage don't, and of traces. That an outlet names itself is no news.
func (a *Analysis) creditFindings() (out []Finding) {
	said := make(map[string]bool)
	own := ledger.Own(a.Story.Outlet)
	out = append(a.signedFindings(said, own), a.bothFindings(said, own)...)
	for _, p := range a.Ledgers.PassageCredits {
		i := slices.IndexFunc(p.Credits, func(i int) bool { return !own(a.Ledgers.Credits[i].Article, p.Source) })
		if i < 0 {
			continue
		}
		first := a.Ledgers.Credits[p.Credits[i]]
		if p.Source == "" || len(p.Without) == 0 || said[p.Source] || first.How.Wide() {
			continue
		}
		said[p.Source] = true
		out = append(out, Finding{
			Said:    say("finding.names", "outlet", a.Story.Named(first.Article), "source", ledger.Spoken(p.Source), "others", a.outlets(p.Without), "n", strconv.Itoa(len(p.Without))),
			Passage: a.Passages[p.Passage].ID, Places: []align.Place{first.Place},
			topic: credits, weight: weightCredit,
		})
	}
	for _, c := range a.Ledgers.Credits {
		if c.How != ledger.AgencyCode || said[c.How.String()+c.Name] {
			continue
		}
		said[c.How.String()+c.Name] = true
		out = append(out, Finding{
			Said:    say("finding.code", "outlet", a.Story.Named(c.Article), "code", a.quote(c.Article, c.Span), "name", ledger.Spoken(c.Name)),
			Passage: a.PassageOf(c.Place), Places: []align.Place{c.Place},
			topic: credits, weight: weightTrace,
		})
	}
	return out
}

// bothFindings tells of sources that several articles with a passage in common
// credit for all their copy.
func (a *Analysis) bothFindings(said map[string]bool, own func(int, string) bool) (out []Finding) {
	for _, p := range a.Ledgers.PassageCredits {
		var in []int
		for _, i := range p.Credits {
			if c := &a.Ledgers.Credits[i]; c.How.Wide() && !slices.Contains(in, c.Article) && !own(c.Article, p.Source) {
				in = append(in, c.Article)
			}
		}
		if len(in) < 2 || p.Source == "" || said[p.Source] || len(in) == 2 && a.Story.Named(in[0]) == a.Story.Named(in[1]) {
			continue
		}
		said[p.Source] = true
		said := say("finding.both-credit", "outlets", a.outlets(in), "source", ledger.Spoken(p.Source))
		if n := len(in); n > 2 {
			said = say("finding.all-credit", "n", strconv.Itoa(n), "source", ledger.Spoken(p.Source))
		}
		out = append(out, Finding{
			Said: said, Passage: a.Passages[p.Passage].ID,
			Places: []align.Place{a.Ledgers.Credits[p.Credits[0]].Place}, topic: credits, weight: weightBoth,
		})
	}
	return out
}

// signedFindings tells of sources that the dateline or byline of an article
// names, and of others that carry much of that article without naming them.
func (a *Analysis) signedFindings(said map[string]bool, own func(int, string) bool) (out []Finding) {
	shared := a.Shared()
	for i, c := range a.Ledgers.Credits {
		if c.How > ledger.Byline || c.Name == "" || said[c.Name] || own(c.Article, c.Name) {
			continue
		}
		passages := make([]int, len(a.Documents)) // by article
		for _, p := range a.Ledgers.PassageCredits {
			if slices.Contains(p.Credits, i) {
				for _, other := range p.Without {
					passages[other]++
				}
			}
		}
		var without []int
		for other, n := range passages {
			if n >= fewestSigned && shared[other][c.Article] >= leastSigned {
				without = append(without, other)
			}
		}
		if len(without) == 0 {
			continue
		}
		said[c.Name] = true
		out = append(out, Finding{
			Said: say("finding.signed", "how", say("credit.how."+c.How.String()), "outlet", a.Story.Named(c.Article), "name", ledger.Spoken(c.Name),
				"others", a.outlets(without), "n", strconv.Itoa(len(without))),
			Places: []align.Place{c.Place}, topic: credits, weight: weightCredit,
		})
	}
	return out
}

// How much of an article another one, signed by an agency, must have too for a
// finding that the agency isn't named: a share of it, and passages. One long post
// that both print is no sign of the agency's copy.
const (
	leastSigned  = 0.3
	fewestSigned = 4
)
