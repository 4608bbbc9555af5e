package align

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestOrderedSeeds(t *testing.T) {
	for _, tt := range []struct {
		name        string
		seeds, want []seed
	}{
		{"one", []seed{{[2]int32{3, 7}, .5}}, []seed{{[2]int32{3, 7}, .5}}},
		{"the best of each segment", []seed{{[2]int32{1, 4}, .4}, {[2]int32{1, 6}, .5}, {[2]int32{2, 8}, .4}}, []seed{{[2]int32{1, 6}, .5}, {[2]int32{2, 8}, .4}}},
		{"one out of order", []seed{{[2]int32{1, 40}, .4}, {[2]int32{2, 5}, .5}, {[2]int32{3, 6}, .4}}, []seed{{[2]int32{2, 5}, .5}, {[2]int32{3, 6}, .4}}},
		{"twice the same place", []seed{{[2]int32{1, 5}, .4}, {[2]int32{2, 5}, .5}}, []seed{{[2]int32{1, 5}, .4}, {[2]int32{2, 5}, .5}}},
		{"one strong against two weak", []seed{{[2]int32{1, 9}, .9}, {[2]int32{2, 5}, .4}, {[2]int32{3, 6}, .4}}, []seed{{[2]int32{1, 9}, .9}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := orderedSeeds(tt.seeds, 0); !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
			swapped := func(seeds []seed) []seed {
				var out []seed
				for _, s := range seeds {
					out = append(out, seed{[2]int32{s.at[1], s.at[0]}, s.cosine})
				}
				return out
			}
			if got, want := orderedSeeds(swapped(tt.seeds), 1), swapped(tt.want); !slices.Equal(got, want) {
				t.Errorf("from the other side: got %v, want %v", got, want)
			}
		})
	}
}

// The chain is as heavy as the heaviest of all subsets that keep the order.
func TestOrderedSeedsAreHeaviest(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		seeds := make([]seed, 1+r.IntN(9))
		for i := range seeds {
			seeds[i] = seed{[2]int32{int32(i), int32(r.IntN(8))}, float64(1+r.IntN(64)) / 64}
		}
		most := 0.0
		for set := range 1 << len(seeds) {
			sum, last := 0.0, int32(-1)
			for i, s := range seeds {
				if set>>i&1 == 0 {
					continue
				}
				if s.at[1] < last {
					sum = -1
					break
				}
				sum, last = sum+s.cosine, s.at[1]
			}
			most = max(most, sum)
		}
		sum := 0.0
		for _, s := range orderedSeeds(seeds, 0) {
			sum += s.cosine
		}
		if sum != most {
			t.Fatalf("%v: a chain of %v, want %v", seeds, sum, most)
		}
	}
}
