package lesson

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/analysis"
	"samewire/app/story"
)

// TestNoPairTwice holds that a lesson that is long enough shows no two texts twice,
// and no text that looks broken off beside a whole one.
func TestNoPairTwice(t *testing.T) {
	for name, a := range map[string]*analysis.Analysis{"harbour": analyze(t, harbour), "built-in": builtIn(t)} {
		for seed := range uint64(40) {
			l := mustMake(t, a, Options{Seed: seed})
			seen := make(map[string]string)
			for _, q := range l.Questions {
				if len(q.Exhibits) != 2 {
					continue
				}
				texts := []string{a.Text(q.Exhibits[0].Place), a.Text(q.Exhibits[1].Place)}
				if q.Kind == Spot && endsBare(texts[0]) != endsBare(texts[1]) {
					t.Errorf("%s, seed %d: %q", name, seed, texts)
				}
				slices.Sort(texts)
				pair := strings.Join(texts, "|")
				if other, again := seen[pair]; again && len(l.Questions) > enough {
					t.Errorf("%s, seed %d: %s shows the texts of %s", name, seed, q.ID, other)
				}
				seen[pair] = q.ID
			}
		}
	}
}

// TestNoPairTwiceInShort holds that even a short lesson doesn't ask whether two texts
// say the same beside what changed in them.
func TestNoPairTwiceInShort(t *testing.T) {
	const one = "The old harbour wall gives most boats only little shelter from the heavy easterly storms of the winter."
	a := analyze(t, &story.Story{ID: "two", Articles: []story.Article{{Outlet: "Gull", Text: one}, {Outlet: "Herald", Text: strings.Replace(strings.Replace(one, "little", "poor", 1), "heavy", "fierce", 1)}}})
	can := make(map[Kind]bool)
	for _, q := range all(t, a, 1) {
		can[q.Kind] = true
	}
	if !can[Spot] || !can[Same] {
		t.Fatalf("can ask %v", can)
	}
	for seed := range uint64(10) {
		asks := make(map[Kind]bool)
		for _, q := range mustMake(t, a, Options{Seed: seed}).Questions {
			asks[q.Kind] = true
		}
		if asks[Spot] && asks[Same] {
			t.Errorf("seed %d asks for both", seed)
		}
	}
}
