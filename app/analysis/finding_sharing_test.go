package analysis

import (
	"testing"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/story"
	"samewire/app/words"
)

// TestSharing has two articles share all they have, in the same words and in
// others: how much of it is in the same words is said.
func TestSharing(t *testing.T) {
	const (
		mill   = "The old mill will shut its gates for good in May."
		shut   = "The old mill will close its gates for good in June."
		farmer = "A farmer found eleven coins under the floor of his barn."
		coins  = "Beneath the planks lay gold, the man who works the land told us."
	)
	for _, tt := range []struct{ a, b, a2, b2, want string }{
		{mill, mill, farmer, farmer, "Passages that One and Two share, word for word, make up 100% of One’s article and 100% of Two’s."},
		{mill, shut, farmer, farmer, "Passages that One and Two share, word for word or with some words changed, make up 100% of One’s article and 100% of Two’s."},
		{mill, shut, farmer, coins, "Passages that One and Two share make up 100% of One’s article (50% word for word or with some words changed, 50% reworded) and 100% of Two’s."},
		{farmer, coins, coins, farmer, "Passages that One and Two share, all of them reworded, make up 100% of One’s article and 100% of Two’s."},
	} {
		a := built([]story.Article{{Outlet: "One", Text: tt.a + "\n\n" + tt.a2}, {Outlet: "Two", Text: tt.b + "\n\n" + tt.b2}}, align.Verbatim, align.Verbatim)
		second := collate.Passage{ID: 2}
		for i, d := range a.Documents {
			second.Readings = append(second.Readings, collate.Reading{Place: align.Place{Article: i, Span: d.Paragraphs[1].Span}})
		}
		a.Passages = append(a.Passages, second)
		if got := words.English().Tell(a.sharingFindings()[0].Said); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
