package ledger

import (
	"cmp"
	"slices"
	"strings"

	"samewire/app/collate"
	"samewire/app/sorting"
	"samewire/app/text"
)

// PassageCredit tells which of the articles that carry a passage credit one
// source there, and which carry it and name the source nowhere. An article
// without a credit may still have the copy from elsewhere: it only says nothing
// of that source. One that names it beside another passage is in neither list,
// since a reader may take that for this passage too.
type PassageCredit struct {
	Passage int    // index into the passages
	Source  string // the source's usual name, or "" for all documents together
	Credits []int  // indices into the credits, in their order
	Without []int  // articles that carry the passage and name the source nowhere
}

// CompareCredits returns, for each passage and each source that an article
// credits there, who credits it and who doesn't, in the order of the passages
// and then of the sources' names. A credit in the text counts for the sentences
// that hold the passage, one for the whole article ([How.Wide]) everywhere in
// it. Documents are taken together, since one outlet's memo is another's note.
// Codes, photos and an outlet's claim to its own copyright don't count. credits
// must be as [Credits] returned them.
func CompareCredits(docs []*text.Document, passages []collate.Passage, credits []Credit) []PassageCredit {
	articles := make([]creditedArticle, len(docs))
	others := creditedByOthers(credits)
	for i, c := range credits {
		a := &articles[c.Article]
		switch {
		case c.How == Copyright && !others[c.Name]:
			continue
		case c.How.Wide() && c.Name != "":
			// One is enough: it is in force everywhere in the article.
			if !slices.ContainsFunc(a.wide, func(j int) bool { return credits[j].Name == c.Name }) {
				a.wide = append(a.wide, i)
			}
		case c.How == FromDocument && outletBefore(credits[:i], c.Article) && isTheReport(docs[c.Article], c.Span):
			continue // the report of the outlet that was named
		case c.How == FromDocument || c.How == InText && c.Name != "":
			a.local = append(a.local, i)
		default:
			continue
		}
		if a.sources == nil {
			a.sources = make(map[string]bool)
		}
		a.sources[comparedName(&c)] = true
	}
	names := newSourceNames(docs, credits)
	var out []PassageCredit
	for p := range passages {
		sources := make(map[string][]int)
		for _, r := range passages[p].Readings {
			a := &articles[r.Article]
			add := func(i int) {
				name := comparedName(&credits[i])
				sources[name] = append(sources[name], i)
			}
			for _, i := range a.wide {
				add(i)
			}
			held := sentencesOf(docs[r.Article], r.Span)
			from, _ := slices.BinarySearchFunc(a.local, held.Start, func(i, at int) int { return cmp.Compare(credits[i].Start, at) })
			for ; from < len(a.local) && credits[a.local[from]].Start < held.End; from++ {
				add(a.local[from])
			}
		}
		first := len(out)
		for name, in := range sources {
			slices.Sort(in)
			c := PassageCredit{Passage: p, Source: name, Credits: slices.Compact(in)}
			c.Without = without(&passages[p], articles, name)
			if name != "" && len(c.Without) > 0 {
				called := names.spellings(credits, c.Credits)
				c.Without = slices.DeleteFunc(c.Without, func(article int) bool {
					return slices.ContainsFunc(called, func(words []string) bool { return names.has(article, words) || names.hasShort(article, words) })
				})
			}
			if name == "" {
				c.Without = slices.DeleteFunc(c.Without, func(article int) bool { return names.speaksOf(article, credits, c.Credits) })
			}
			out = append(out, c)
		}
		sorting.By(out[first:], func(a, b PassageCredit) int { return strings.Compare(a.Source, b.Source) })
	}
	return out
}

// outletBefore tells whether the text of an article names an outlet before the
// end of a list of credits.
func outletBefore(credits []Credit, article int) bool {
	for i := len(credits) - 1; i >= 0 && credits[i].Article == article; i-- {
		if credits[i].How == InText && credits[i].Name != "" {
			return true
		}
	}
	return false
}

// isTheReport tells whether a credit names "the report", which the text has
// spoken of before.
func isTheReport(d *text.Document, span text.Span) bool {
	_, last := d.WordsIn(span)
	return last > 1 && isOneOf(" report article story ", d.Words[last-1].Fold) && d.Words[last-2].Fold == "the"
}

// comparedName is the name under which a credit is compared with others.
func comparedName(c *Credit) string {
	if c.How == FromDocument {
		return ""
	}
	return c.Name
}

// creditedArticle is the credits of one article that count, by their indices:
// those for the whole article, and those for a sentence.
type creditedArticle struct {
	wide, local []int
	sources     map[string]bool // all their sources
}

// creditedByOthers returns the sources that are credited otherwise than by the
// copyright lines of one article.
func creditedByOthers(credits []Credit) map[string]bool {
	others, claims := make(map[string]bool), make(map[string]int)
	for _, c := range credits {
		first, claimed := claims[c.Name]
		switch {
		case c.How == Photo:
		case c.How != Copyright || claimed && first != c.Article:
			others[c.Name] = true
		case !claimed:
			claims[c.Name] = c.Article
		}
	}
	return others
}

// without returns the articles of a passage that credit a source nowhere.
func without(p *collate.Passage, articles []creditedArticle, source string) []int {
	var out []int
	for _, r := range p.Readings {
		if !articles[r.Article].sources[source] {
			out = append(out, r.Article)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sentencesOf widens a span to the sentences that it has a part in, and back to
// where a quotation began that goes on in them: its credit stands there.
func sentencesOf(d *text.Document, span text.Span) text.Span {
	i, _ := slices.BinarySearchFunc(d.Sentences, span.Start, func(s text.Sentence, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	first := i
	for ; i < len(d.Sentences) && d.Sentences[i].Start < span.End; i++ {
		span.Start, span.End = min(span.Start, d.Sentences[i].Start), max(span.End, d.Sentences[i].End)
	}
	for ; first > 0 && first < i && opensQuoted(d, first) && d.Sentences[first-1].Paragraph == d.Sentences[first].Paragraph; first-- {
		span.Start = d.Sentences[first-1].Start
	}
	return span
}

// opensQuoted tells whether sentence i begins with a quotation mark.
func opensQuoted(d *text.Document, i int) bool {
	s := d.Sentences[i].Of(d.Source)
	return strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“") || strings.HasPrefix(s, "«")
}
