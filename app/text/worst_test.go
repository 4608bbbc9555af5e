package text

import (
	"testing"

	"samewire/app/text/texttest"
)

// A hard text must give a document whose parts lie in order inside it.
func TestWorst(t *testing.T) {
	for _, h := range texttest.Texts {
		t.Run(h.Name, func(t *testing.T) {
			for _, size := range []int{1, 100, 5000, 20_000} {
				source := h.Make(size)
				doc := Parse(source)
				checkNesting(t, doc)
				checkCover(t, doc)
			}
		})
	}
}

func BenchmarkWorst(b *testing.B) {
	for _, h := range texttest.Texts {
		b.Run(h.Name, func(b *testing.B) {
			texttest.Growth(b, 100_000, h.Make, func(source string) { Parse(source) })
		})
	}
}
