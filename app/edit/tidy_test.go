package edit

import (
	"slices"
	"testing"
)

// TestTidy has hunks that go-diff may or may not find.
func TestTidy(t *testing.T) {
	tests := []struct {
		name        string
		a, b        string
		hunks, want []hunk
	}{
		{"gather to the left", "old the cat", "the new the cat",
			[]hunk{{0, 1, 0, 0}, {2, 2, 1, 3}}, []hunk{{0, 1, 0, 2}}},
		{"gather to the right", "cat the new the", "cat the old",
			[]hunk{{1, 3, 1, 1}, {4, 4, 2, 3}}, []hunk{{2, 4, 2, 3}}},
		{"gather two insertions", "one two", "red one red one two",
			[]hunk{{0, 0, 0, 1}, {1, 1, 2, 4}}, []hunk{{0, 0, 0, 3}}},
		{"absorb not two words beside so few", "one red sun of the old wide grey sea shines on", "one blue moon hangs of the new blue cold lake shines on",
			[]hunk{{1, 3, 1, 4}, {5, 9, 6, 10}}, []hunk{{1, 3, 1, 4}, {5, 9, 6, 10}}},
		{"absorb in turn", "one red sun of old sea in wet May shines on and on", "one blue moon hangs of new cold lake in dry hot June shines on and on",
			[]hunk{{1, 3, 1, 4}, {4, 6, 5, 8}, {7, 9, 9, 12}}, []hunk{{1, 9, 1, 12}}},
		{"slide not as far as a neighbour", "big red, blue mill", "big red red, blue blue mill",
			[]hunk{{1, 1, 1, 2}, {3, 3, 4, 5}}, []hunk{{2, 2, 2, 3}, {3, 3, 4, 5}}},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			a, b := tokenize(c.a), tokenize(c.b)
			if got := tidy(slices.Clone(c.hunks), a, b); !slices.Equal(got, c.want) {
				t.Errorf("tidy %v\n got %v\nwant %v", c.hunks, got, c.want)
			}
		})
	}
}
