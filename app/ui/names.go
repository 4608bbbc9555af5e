package ui

import (
	"slices"

	"samewire/app/analysis"
)

// unnamed returns an analysis of the same articles without what names their
// outlets beside the text: so that readers can judge the wording by itself.
func unnamed(a *analysis.Analysis) *analysis.Analysis {
	s := *a.Story
	s.Articles = slices.Clone(s.Articles)
	for i := range s.Articles {
		s.Articles[i].Outlet, s.Articles[i].Credit, s.Articles[i].Link = "", "", ""
	}
	return &analysis.Analysis{Story: &s, Documents: a.Documents, Matches: a.Matches, Passages: a.Passages, Ledgers: a.Ledgers}
}

// namesSwitch is the link that hides the outlets' names, or shows them.
func (d *desk) namesSwitch(m *markup) {
	to, label := d.Address, say("names.hide-names")
	to.Unnamed = !d.Unnamed
	if d.Unnamed {
		label = say("names.show-names")
	}
	m.put("a", label, "id", "names", "data-stay", "", "href", to.String())
}
