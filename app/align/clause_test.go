package align

import (
	"context"
	"testing"
)

// TestClauses checks what of a sentence a match covers, given the other
// sentence.
func TestClauses(t *testing.T) {
	for _, c := range []struct{ name, sentence, other, want string }{
		{"the same", "The council closed the old bridge on Elm Street on Monday, and nobody minded it at all that day.",
			"The council closed the old bridge on Elm Street on Monday, and nobody minded it at all that day.",
			"The council closed the old bridge on Elm Street on Monday, and nobody minded it at all that day."},
		{"own copy at the end", "The council closed the old bridge on Elm Street, although farmers nearby had gathered four thousand signatures against it.",
			"The old bridge on Elm Street has been closed by the council.",
			"The council closed the old bridge on Elm Street"},
		{"own copy at the beginning", "Although farmers nearby had gathered four thousand signatures against it, the council closed the old bridge on Elm Street.",
			"The old bridge on Elm Street has been closed by the council.",
			"the council closed the old bridge on Elm Street."},
		{"at both ends", "After farmers nearby had gathered four thousand signatures there, the council closed the old bridge on Elm Street; engineers expect that cheap repairs would take until Christmas.",
			"The old bridge on Elm Street has been closed by the council.",
			"the council closed the old bridge on Elm Street"},
		{"several clauses", "The council closed the old bridge on Elm Street, said farmers who had come by tractor, waving placards, shouting slogans and singing hymns.",
			"The old bridge on Elm Street has been closed by the council.",
			"The council closed the old bridge on Elm Street"},
		{"too short an end", "The council closed the old bridge on Elm Street for two whole years, despite farmers' angry protests.",
			"The old bridge on Elm Street has been closed by the council.",
			"The council closed the old bridge on Elm Street for two whole years, despite farmers' angry protests."},
		{"no clause ends there", "The council closed the old bridge on Elm Street although farmers nearby had gathered four thousand signatures against it.",
			"The old bridge on Elm Street has been closed by the council.",
			"The council closed the old bridge on Elm Street although farmers nearby had gathered four thousand signatures against it."},
		{"own copy in the middle", "The council closed, although farmers nearby had gathered four thousand signatures against it, the old bridge on Elm Street.",
			"The old bridge on Elm Street has been closed by the council.",
			"The council closed, although farmers nearby had gathered four thousand signatures against it, the old bridge on Elm Street."},
		{"a short sentence", "The council closed the bridge, although many farmers complained.",
			"The council closed the bridge.",
			"The council closed the bridge, although many farmers complained."},
		{"nothing in common", "The council closed the old bridge on Elm Street, although farmers nearby had gathered four thousand signatures against it.",
			"Snow fell over Lapland.",
			"The council closed the old bridge on Elm Street, although farmers nearby had gathered four thousand signatures against it."},
		{"a dash", "The council closed the old bridge on Elm Street — farmers nearby had gathered four thousand signatures against doing so.",
			"The old bridge on Elm Street has been closed by the council.",
			"The council closed the old bridge on Elm Street"},
		{"a dateline", "HARWICK (Reuters) - The council closed the old bridge on Elm Street, although farmers nearby had gathered four thousand signatures against it.",
			"The old bridge on Elm Street has been closed by the council.",
			"The council closed the old bridge on Elm Street"},
		{"a figure of several words counts whole", "Farmers nearby had gathered many signatures against any such plan, and repairs will cost the council 8.5 million",
			"Repairs will cost $8.5 million.",
			"and repairs will cost the council 8.5 million"},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs := parse([]string{c.sentence}, []string{c.other})
			corpus, err := newCorpus(context.Background(), docs)
			if err != nil {
				t.Fatal(err)
			}
			place := corpus.placeOfWords(0, corpus.clauses(0, 1))
			if got := place.Of(c.sentence); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
