package analysis

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/story"
)

// normal writes an analysis without the numbers that depend on the order of
// its articles.
func normal(a *Analysis) string {
	var b strings.Builder
	place := func(p align.Place) string {
		return fmt.Sprintf("%s %d-%d", a.Story.Articles[p.Article].File, p.Start, p.End)
	}
	var lines []string
	for _, m := range a.Matches {
		x, y := place(m.A), place(m.B)
		lines = append(lines, fmt.Sprintf("%s ~ %s %v %.9f", min(x, y), max(x, y), m.Kind, m.Similarity))
	}
	slices.Sort(lines)
	b.WriteString(strings.Join(lines, "\n"))
	for _, p := range a.Passages {
		fmt.Fprintf(&b, "\npassage %d, base %s", p.ID, place(p.Readings[p.Base].Place))
		lines = lines[:0]
		for _, r := range p.Readings {
			lines = append(lines, fmt.Sprintf("%s %v", place(r.Place), r.Kind))
		}
		slices.Sort(lines)
		b.WriteString("\n" + strings.Join(lines, "\n"))
	}
	return b.String()
}

// TestOrder holds that the order of the articles changes nothing but their
// numbers.
func TestOrder(t *testing.T) {
	s := builtIn(t)
	want := normal(analyze(t, s))
	for _, order := range [][]int{{3, 2, 1, 0}, {1, 0, 3, 2}, {2, 3, 0, 1}, {1, 2, 3, 0}, {0, 2, 1, 3}} {
		other := &story.Story{ID: s.ID, Title: s.Title}
		for _, i := range order {
			other.Articles = append(other.Articles, s.Articles[i])
		}
		if got := normal(analyze(t, other)); got != want {
			for i, line := range strings.Split(got, "\n") {
				if was := strings.Split(want, "\n"); i >= len(was) || was[i] != line {
					t.Fatalf("in the order %v, line %d is\n%s\nnot\n%s", order, i, line, was[min(i, len(was)-1)])
				}
			}
		}
	}
}
