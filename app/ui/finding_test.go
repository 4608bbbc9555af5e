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
