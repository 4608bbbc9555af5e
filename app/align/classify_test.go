package align

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"samewire/app/text"
)

func TestClassify(t *testing.T) {
	tests := []struct {
		a, b string
		kind Kind
		kept float64
	}{
		{"", "", Verbatim, 1},
		{"Bread rose.", "", Reworded, 0},
		{"Bread rose again.", "BREAD rose again", Verbatim, 1},
		{"“It’s over,” she said.", `"It's over," she said`, Verbatim, 1},
		{"one two three", "one two four", Edited, 2.0 / 3},
		{"one two three", "three two one", Reworded, 1.0 / 3},
		{"one two", "one two three four", Reworded, 0.5},
		{"a b c d e f", "a x b c d e f", Edited, 6.0 / 7},
	}
	for _, tt := range tests {
		a, b := text.Parse(tt.a).Words, text.Parse(tt.b).Words
		for range 2 {
			kind, kept := Classify(a, b)
			if kind != tt.kind || math.Abs(kept-tt.kept) > 1e-9 {
				t.Errorf("Classify(%q, %q) = %v, %.3f, want %v, %.3f", tt.a, tt.b, kind, kept, tt.kind, tt.kept)
			}
			a, b = b, a
		}
	}
}

// TestKeptWords compares the 64-words-at-a-time method with the textbook's.
func TestKeptWords(t *testing.T) {
	seed := uint32(1)
	random := func(n int) []text.Word {
		words := make([]text.Word, n)
		for i := range words {
			seed = seed*1664525 + 1013904223
			words[i].Fold = fmt.Sprint("w", seed>>24%7)
		}
		return words
	}
	for _, size := range [][2]int{{1, 1}, {5, 9}, {63, 64}, {64, 64}, {65, 130}, {200, 129}, {300, 300}} {
		a, b := random(size[0]), random(size[1])
		row := make([]int, len(b)+1)
		for i := range a {
			corner := 0
			for j := range b {
				old := row[j+1]
				if a[i].Fold == b[j].Fold {
					row[j+1] = corner + 1
				} else {
					row[j+1] = max(row[j+1], row[j])
				}
				corner = old
			}
		}
		if got, want := keptWords(a, b), row[len(b)]; got != want {
			t.Errorf("keptWords of %v words = %d, want %d", size, got, want)
		}
	}
}

func BenchmarkClassify(b *testing.B) {
	x := text.Parse(strings.Repeat("a sentence of some words that goes on and on ", 3)).Words
	y := text.Parse(strings.Repeat("another sentence of words that just goes on ", 3)).Words
	for b.Loop() {
		Classify(x, y)
	}
}
