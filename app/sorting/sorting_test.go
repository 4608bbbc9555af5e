package sorting

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBy sorts as package slices does, ties in the order they were in.
func TestBy(t *testing.T) {
	type item struct{ key, at int }
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 200 {
		x := make([]item, n)
		for i := range x {
			x[i] = item{r.IntN(1 + n/3), i}
		}
		want := slices.Clone(x)
		byKey := func(a, b item) int { return cmp.Compare(a.key, b.key) }
		slices.SortStableFunc(want, byKey)
		if By(x, byKey); !slices.Equal(x, want) {
			t.Fatalf("%d items: %v, want %v", n, x, want)
		}
	}
}

func BenchmarkBy(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	from := r.Perm(1000)
	x := make([]int, len(from))
	for b.Loop() {
		copy(x, from)
		By(x, cmp.Compare)
	}
}
