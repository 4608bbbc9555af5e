package main

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestPrefixes(t *testing.T) {
	for n, want := range map[int][]int{1: {1}, 10: {10}, 11: {10, 11}, 25: {10, 25}, 55: {10, 25, 55}, 109: {10, 25, 50, 109}, 200: {10, 25, 50, 100, 200}} {
		if got := prefixes(n); !slices.Equal(got, want) {
			t.Errorf("prefixes(%d) = %v, want %v", n, got, want)
		}
	}
}

func TestGrowth(t *testing.T) {
	costs := []cost{
		{articles: 10, words: 100, total: time.Second},
		{articles: 25, words: 200, total: time.Second},
		{articles: 50, words: 400, total: 3 * time.Second},
		{articles: 90, words: 800, total: 8 * time.Second},
	}
	from, to, ok := span(costs)
	if !ok || from.articles != 25 || to.articles != 90 || math.Abs(growth(from, to)-1.5) > 1e-9 {
		t.Errorf("from %d to %d articles, exponent %v", from.articles, to.articles, growth(from, to))
	}
	if _, _, ok := span(costs[:1]); ok {
		t.Error("one measurement has no growth")
	}
}

func TestSpeedVerb(t *testing.T) {
	var files []string
	for _, name := range []string{"a.txt", "b.txt"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte("The ferry left the pier at noon. Nobody waved."), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	var out strings.Builder
	if err := speed(files, nil, &out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "the first analysis, of 2 articles: ") || !slices.Equal(strings.Fields(lines[2])[:2], []string{"2", "18"}) {
		t.Errorf("got\n%s", out.String())
	}
	if err := speed(nil, nil, &out); err == nil {
		t.Error("no files, no error")
	}
}
