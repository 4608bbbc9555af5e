package ui

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/align"
)

// TestFindingAddress holds that a finding leads to where all of the articles
// that it names can be seen.
func TestFindingAddress(t *testing.T) {
	a := builtIn(t)["amazon-layoffs"]
	d := &desk{Address: Address{Story: a.Story.ID, Base: None}, Analysis: a, memo: &Memo{}}
	passages, ledgers := 0, 0
	for _, f := range a.Findings() {
		url := d.findingAddress(f)
		switch {
		case f.OfFigures() && strings.HasSuffix(url, "/figures"):
			ledgers++
		case strings.Contains(url, "/passage/"):
			passages++
			have := outlets(&a.Passages[f.Passage-1])
			if f.OfFigures() && slices.ContainsFunc(f.Places, func(p align.Place) bool { return !slices.Contains(have, p.Article) }) {
				t.Errorf("%s leads to %s", f.Text, url)
			}
		}
	}
	if passages == 0 || ledgers == 0 {
		t.Errorf("%d findings lead to passages, %d to the figures", passages, ledgers)
	}
}

// TestFindingsWhereTheyLead holds that a finding on a quotation stands again
// where it leads, beside the outlet's wording, compared with the same printing as
// in the ledger and counted alike.
func TestFindingsWhereTheyLead(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	_, doc := open(t, src, Address{Story: a.Story.ID, Base: None}.passage(quotation(t, a)).String())
	main := textOf(find(doc, tag("main"))[0], class("vh"))
	wants(t, "the passage", main, "Outlet C prints Hopkins’s quotation without quotation marks and changes its words in five places.",
		"quotation: without quotation marks, words changed in five places", "names Bloomberg", "names Reuters")
	base := find(doc, class("reading"))[0]
	wants(t, "the passage", textOf(base, class("vh")), "Compared with this", "Outlet B")
	_, doc = open(t, src, "/s/amazon-layoffs/quotations")
	base = find(doc, class("reading"))[0]
	wants(t, "the ledger", textOf(base, class("vh")), "Compared with this", "Outlet B")
}
