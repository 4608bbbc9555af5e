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
