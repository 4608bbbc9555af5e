package edit

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/text/texttest"
)

// A script of hard texts turns the one into the other.
func TestWorst(t *testing.T) {
	for _, h := range texttest.Texts {
		t.Run(h.Name, func(t *testing.T) {
			base := h.Make(3000)
			for _, reading := range []string{base, h.Make(2000) + "x", texttest.Prose(1, 1000), base[len(base)/2:] + base[:len(base)/2]} {
				got, err := Apply(base, Diff(base, reading).Patch(base, reading))
				if err != nil || got != reading {
					t.Errorf("%q became %.60q, %v", reading, got, err)
				}
			}
		})
	}
}

// reversed returns the words of a text from the last to the first.
func reversed(s string) string {
	words := strings.Fields(s)
	slices.Reverse(words)
	return strings.Join(words, " ")
}

func BenchmarkWorst(b *testing.B) {
	b.Run("reversed", func(b *testing.B) {
		few := func(size int) string { return strings.Repeat("The storm hit the coast and the town. ", size/38) }
		texttest.Growth(b, 100_000, few, func(s string) { Diff(s, reversed(s)) })
	})
	for _, h := range texttest.Texts {
		b.Run("turned/"+h.Name, func(b *testing.B) {
			texttest.Growth(b, 50_000, h.Make, func(s string) { Diff(s, s[len(s)/2:]+s[:len(s)/2]) })
		})
		b.Run("unlike/"+h.Name, func(b *testing.B) {
			prose := texttest.Prose(1, 100_000)
			texttest.Growth(b, 50_000, h.Make, func(s string) { Diff(s, prose) })
		})
	}
}
