package ui

import (
	"slices"

	"samewire/app/align"
	"samewire/app/analysis"
)

// findings tells what is most telling in plain sentences, each a link to where
// it can be seen.
func (d *desk) findings(m *markup) {
	list := d.memo.findings(d.Analysis, d.turn)
	if len(list) == 0 {
		return
	}
	m.put("h2", say("finding.what-stands-out"))
	m.open("ol", "class", "findings")
	for _, f := range list {
		m.open("li").letter(f.Places[0].Article)
		m.put("a", f.Said, "href", d.findingAddress(f), "dir", "auto").close("li")
	}
	m.close("ol")
}

// mostOwnFindings is how many findings on one article stand beside it.
const mostOwnFindings = 5

// ownFindings tells what is most telling about the article that is read. Each
// leads to its passage in the article, else to where else it can be seen.
func (d *desk) ownFindings(m *markup) {
	if d.Embed || d.Address.Passage > 0 {
		return
	}
	var list markup
	shown := 0
	for _, f := range d.memo.findings(d.Analysis, d.turn) {
		i := slices.IndexFunc(f.Places, func(p align.Place) bool { return p.Article == d.Article })
		if i < 0 || shown == mostOwnFindings {
			continue
		}
		shown++
		attrs := []string{"href", d.findingAddress(f), "dir", "auto"}
		if id := d.PassageOf(f.Places[i]); id > 0 {
			attrs = []string{"href", d.inPassage(f.Places[i], id), "dir", "auto", "data-stay", ""}
		}
		list.open("li").put("a", f.Said, attrs...).close("li")
	}
	if shown > 0 {
		m.open("div", "class", "own-findings").put("h3", say("finding.what-stands-out-here")).open("ul").raw(&list).close("ul", "div")
	}
}

// findingAddress is where a finding can be seen: in a passage, in its place in
// an article, or, for one on whole articles, in the two of them or in the one.
func (d *desk) findingAddress(f analysis.Finding) string {
	first := f.Places[0]
	switch {
	case f.Passage > 0:
		return d.passage(f.Passage).String()
	case f.OfFigures() && f.Places[1].Article != first.Article:
		return d.list(Figures).String() // where both stand
	case first.Len() > 0:
		return d.inPassage(first, 0)
	case len(f.Places) > 1:
		return d.compare(first.Article, f.Places[1].Article).String()
	}
	return d.read(first.Article, 0).String()
}
