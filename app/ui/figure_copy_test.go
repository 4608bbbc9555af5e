package ui

import (
	"testing"

	"samewire/app/ledger"
	"samewire/app/story"
)

// TestFigureCopy shows figures with the time that they are tied to, and with
// their clause, or as much of it as there is room for and an ellipsis.
func TestFigureCopy(t *testing.T) {
	const ellipsis = "\u00a0…"
	for _, tt := range []struct{ text, figure, want string }{
		{"The port made cuts in late 2018 and early 2019 that in the end came to more than 430 dockers.", "more than 430",
			"The port made cuts in late 2018 and early 2019 that in the end came to more than 430 dockers"},
		{"The mill, which is the oldest, employs 420 workers, most of them women.", "420", "employs 420 workers"},
		{"Nobody in the whole of the town had thought until then that the mill would ever let 420 of its weavers go without as much as a word to the unions or the press.",
			"420", "…\u00a0that the mill would ever let 420 of its weavers go without as much as a word" + ellipsis},
		{"The town paid $3 million for the second season of \"The Mill\" in May.", "second", "The town paid $3 million for the second season of" + ellipsis},
	} {
		a := analyze(t, &story.Story{ID: "x", Articles: []story.Article{{Text: tt.text}, {Text: "Nothing else has happened in the town."}}})
		d := &desk{Analysis: a}
		found := false
		for i := range a.Ledgers.Figures {
			f := &a.Ledgers.Figures[i]
			if f.Of(tt.text) != tt.figure {
				continue
			}
			found = true
			s, before, after := d.around(f)
			if got := before + s.Of(tt.text) + after; got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		}
		if !found {
			t.Errorf("%q isn't found in %q: %v", tt.figure, tt.text, figures(a.Ledgers.Figures, tt.text))
		}
	}
}

func figures(list []ledger.Figure, source string) (all []string) {
	for _, f := range list {
		all = append(all, f.Of(source))
	}
	return all
}
