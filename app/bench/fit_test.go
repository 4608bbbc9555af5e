package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/text"
)

// TestRegress learns from examples whose probabilities are known.
func TestRegress(t *testing.T) {
	var examples []example
	for i := range 200 {
		x := float64(i)/20 - 5
		p := 1 / (1 + math.Exp(-(1.5*x - 0.5)))
		examples = append(examples, example{x: []float64{x, float64(i % 3)}, wanted: p, weight: 1})
	}
	w := regress(examples, 0.001)
	for i, want := range []float64{-0.5, 1.5, 0} {
		if math.Abs(w[i]-want) > 0.02 {
			t.Errorf("weight %d is %.3f, want %.1f", i, w[i], want)
		}
	}
}

func TestAveragePrecision(t *testing.T) {
	list := []ranked{{0.2, true, false}, {0.9, true, false}, {0.5, false, false}, {0.7, true, true}}
	// Right at ranks 1, 2 and 4; a fourth gold pair is never found.
	if got, want := averagePrecision(list, 4), (1+1+0.75)/4; math.Abs(got-want) > 1e-9 {
		t.Errorf("average precision %.3f, want %.3f", got, want)
	}
}

// TestScore counts predicted pairs of a cluster of two articles.
func TestScore(t *testing.T) {
	dir := t.TempDir()
	a, b := "Bread rose by ten cents in June. Rain fell.", "Rain fell. In June bread rose by ten cents."
	gold := `{"articles": [
		{"file": "a.txt", "sentences": [[0, 32], [33, 43]]},
		{"file": "b.txt", "sentences": [[0, 10], [11, 43]]}],
	 "pairs": [
		{"a": [0, 0], "b": [1, 1], "rel": "same"},
		{"a": [1, 0], "b": [0, 1], "rel": "same"},
		{"a": [0, 1], "b": [1, 1], "rel": "partial"}]}`
	for name, content := range map[string]string{"a.txt": a, "b.txt": b, "gold.json": gold} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c, err := readCluster(dir)
	if err != nil {
		t.Fatal(err)
	}
	place := func(article, start, end int) align.Place {
		return align.Place{Article: article, Span: text.Span{Start: start, End: end}}
	}
	predicted := make(map[goldPair]bool)
	c.stands(place(0, 0, 32), place(1, 14, 40), predicted)  // right
	c.stands(place(0, 33, 43), place(1, 11, 43), predicted) // partial: counts neither way
	c.stands(place(0, 0, 32), place(1, 0, 10), predicted)   // wrong
	want := tally{right: 1, predicted: 2, gold: 2, rewordedGold: 1}
	if got := c.score(predicted); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestWords(t *testing.T) {
	in := `{"id": 7, "src": ["Rain", "fell", "."], "tgt": ["Rain", "fell", "."]}` + "\n"
	var out strings.Builder
	if err := words(nil, strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), `{"id":7,"links":[[0,0],[1,1],[2,2]]}`+"\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
