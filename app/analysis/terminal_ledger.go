package analysis

import (
	"cmp"
	"samewire/app/words"
	"slices"
	"strconv"
	"strings"

	"samewire/app/ledger"
	"samewire/app/story"
)

// findings writes what stands out.
func (p *page) findings(a *Analysis) {
	list := a.Findings()
	if len(list) == 0 {
		return
	}
	p.heading("What stands out:")
	for _, f := range list {
		text := f.Text
		if f.Passage > 0 {
			text += " (passage " + strconv.Itoa(f.Passage) + ")"
		}
		p.paragraph("  - ", p.set(nil, plain, text))
	}
}

// quotations writes the quotations, each with what became of it.
func (p *page) quotations(a *Analysis) {
	list := a.Ledgers.Quotations
	if len(list) > 0 {
		p.heading("Quotations")
	}
	for i := range list {
		q := &list[i]
		note := a.Story.Outlet(q.Article)
		if s := q.Speaker; s.Name.Len() > 0 {
			note += ", " + a.Line(q.Article, s.Name)
		} else if s.Said.Len() > 0 {
			note += ", " + a.Line(q.Article, s.Said)
		}
		p.paragraph(entry(q.Article), p.set(nil, plain, note+a.rendering(q)))
		p.paragraph("    ", p.set(nil, plain, a.Line(q.Article, q.Span)))
		for _, c := range q.Changes {
			cells := p.set(nil, plain, "- ")
			if c.Base.Len() > 0 {
				cells = p.mark(cells, deleted, "[-", a.Line(list[q.Base].Article, c.Base), "-]")
			}
			if c.Here.Len() > 0 {
				cells = p.mark(cells, inserted, "{+", a.Line(q.Article, c.Here), "+}")
			}
			p.paragraph("      ", cells)
		}
	}
}

// rendering says how a quotation stands to the one it is compared with.
func (a *Analysis) rendering(q *ledger.Quotation) string {
	if q.Base < 0 {
		return ""
	}
	than := a.Story.Outlet(a.Ledgers.Quotations[q.Base].Article)
	switch q.Rendering {
	case ledger.Alike:
		if a.QuotedWords(q) > a.QuotedWords(&a.Ledgers.Quotations[q.Base]) {
			return ": the same words as in " + than + ", and more"
		}
		return ": printed as in " + than
	case ledger.Cut:
		return ": the same words as in " + than + ", cut"
	case ledger.Partly:
		return ": some of the same words as in " + than + ", and others"
	case ledger.Bracketed:
		return ": changed from " + than + ", marked by brackets"
	case ledger.Altered:
		return ": words changed inside the marks, compared with " + than
	case ledger.Unmarked:
		return ": the words of " + than + " without quotation marks"
	case ledger.Indirect:
		return ": without quotation marks, words changed, compared with " + than
	}
	return ""
}

// figures writes the figures on which readings differ.
func (p *page) figures(a *Analysis) {
	headed := false
	for i := range a.Ledgers.FigureSets {
		s := &a.Ledgers.FigureSets[i]
		if s.Relation() == ledger.Equal {
			continue
		}
		if !headed {
			p.heading("Figures that are not the same everywhere")
			headed = true
		}
		p.paragraph("  - ", p.set(nil, plain, s.Relation().String()+":"))
		for _, n := range s.Figures {
			f := &a.Ledgers.Figures[n]
			said := words.English().Tell(a.quoteFigure(f))
			if f.Time.Len() > 0 {
				said += ", " + a.Line(f.Article, f.Time)
			}
			if k := slices.IndexFunc(s.Links, func(k ledger.FigureLink) bool { return k.B == n }); k >= 0 && s.Links[k].Relation == ledger.Converted {
				said += ", " + ledger.Converted.String()
			}
			p.paragraph("    "+entry(f.Article), p.set(nil, plain, said))
		}
	}
}

// credits writes where the articles say that their copy is from.
func (p *page) credits(a *Analysis) {
	if len(a.Ledgers.Credits) > 0 {
		p.heading("Credits and traces")
	}
	for i, c := range a.Ledgers.Credits {
		if i > 0 && a.Ledgers.Credits[i-1].Place == c.Place {
			continue // one line may credit several
		}
		p.paragraph(entry(c.Article), p.set(nil, plain, c.How.String()+": "+words.English().Tell(a.quote(c.Article, c.Span))))
	}
}

// maxListed is how many passages are listed by their numbers; more are counted.
const maxListed = 8

// without writes which sources some articles name and others carry passages of
// without naming them: one line a source.
func (p *page) without(a *Analysis) {
	type unnamed struct {
		source   string
		by, not  []int
		passages []string
	}
	var all []*unnamed
	for _, c := range a.Ledgers.PassageCredits {
		if len(c.Without) == 0 {
			continue
		}
		i := slices.IndexFunc(all, func(u *unnamed) bool { return u.source == c.Source })
		if i < 0 {
			i = len(all)
			all = append(all, &unnamed{source: c.Source})
		}
		u := all[i]
		for _, n := range c.Credits {
			u.by = append(u.by, a.Ledgers.Credits[n].Article)
		}
		u.not = append(u.not, c.Without...)
		u.passages = append(u.passages, strconv.Itoa(a.Passages[c.Passage].ID))
	}
	if len(all) > 0 {
		p.heading("Named by some, not by others")
	}
	for _, u := range all {
		n := len(u.passages)
		in := verb(n, "passage ", "passages ") + list(u.passages)
		if n > maxListed {
			in = strconv.Itoa(n) + " passages"
		}
		p.paragraph("  - ", p.set(nil, plain, cmp.Or(u.source, "A document")+": named by "+letters(u.by)+", not by "+letters(u.not)+" ("+in+")"))
	}
}

// letters lists the letters of articles, each once: "A, C and D".
func letters(articles []int) string {
	articles = slices.Clone(articles)
	slices.Sort(articles)
	var out []string
	for _, i := range slices.Compact(articles) {
		out = append(out, story.Letter(i))
	}
	return list(out)
}

// entry is the prefix of an entry of article i.
func entry(i int) string {
	letter := story.Letter(i)
	return strings.Repeat(" ", max(0, 3-len(letter))) + letter + " "
}
