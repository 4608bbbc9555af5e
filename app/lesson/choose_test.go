package lesson

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/analysis"
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
