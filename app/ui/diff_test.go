package ui

import (
	"strings"
	"testing"

	"samewire/app/edit"
)

// TestBracketsStayWithTheirWords has a bracket that only the reading has be part
// of the words that are new, not of those before them.
func TestBracketsStayWithTheirWords(t *testing.T) {
	for _, tt := range []struct{ from, to, want string }{
		{"while the brewer cut jobs in May", "while the brewer (BREW.L) shed jobs in May", ">(BREW.L) shed<"},
		{"while the brewer cut jobs in May", "while the brewer (the oldest) cut jobs in May", ">(the oldest)<"},
		{"the brewer (BREW.L) cut jobs", "the brewer (BREW.O) cut jobs", "the brewer (<del>"},
	} {
		var m markup
		if html := m.diff(tt.from, tt.to, edit.Diff(tt.from, tt.to), "x").block().HTML; !strings.Contains(html, tt.want) {
			t.Errorf("%s lacks %s", html, tt.want)
		}
	}
}

// TestHalves holds that words that have only changed places aren't marked as ones
// that the other text lacks.
func TestHalves(t *testing.T) {
	const from, to = "The council agreed on Tuesday evening to close the old pier.", "On Tuesday evening the council voted to close the old pier."
	var left, right markup
	halves(&left, &right, from, to, edit.Diff(from, to))
	for _, half := range []struct{ body, changed string }{{left.b.String(), "agreed"}, {right.b.String(), "voted"}} {
		if !strings.Contains(half.body, `class="shifted"`) {
			t.Errorf("nothing is shown as moved: %s", half.body)
		}
		for _, m := range strings.Split(half.body, "<mark class=")[1:] {
			marked, _, _ := strings.Cut(m, "</mark>")
			if !strings.HasPrefix(marked, `"shifted"`) && !strings.Contains(marked, half.changed) {
				t.Errorf("%s is marked as different", marked)
			}
		}
	}
}
