package ui

import "samewire/app/analysis"

// findings tells what is most telling in plain sentences, each a link to where
// it can be seen.
func (d *desk) findings(m *markup) {
	list := d.Findings()
	if len(list) == 0 {
		return
	}
	m.put("h2", "What stands out")
	m.open("ol", "class", "findings")
	for _, f := range list {
		m.open("li").letter(f.Places[0].Article)
		m.put("a", f.Text, "href", d.findingAddress(f), "dir", "auto").close("li")
	}
	m.close("ol")
}

// findingAddress is where a finding can be seen: in a passage, in its place in
// an article, or, for one on whole articles, in the two of them or in the one.
func (d *desk) findingAddress(f analysis.Finding) string {
	first := f.Places[0]
	switch {
	case f.Passage > 0:
		return d.passage(f.Passage).String()
	case first.Len() > 0:
		return d.inPassage(first, 0)
	case len(f.Places) > 1:
		return d.compare(first.Article, f.Places[1].Article).String()
	}
	return d.read(first.Article, 0).String()
}
