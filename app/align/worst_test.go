package align

import (
	"context"
	"testing"

	"samewire/app/text"
	"samewire/app/text/texttest"
)

func parseAll(sources []string) []*text.Document {
	parser := text.NewParser()
	var docs []*text.Document
	for _, s := range sources {
		docs = append(docs, parser.Parse(s))
	}
	return docs
}

// Whatever the articles, matches lie inside them, in order.
func TestWorst(t *testing.T) {
	check := func(t *testing.T, sources []string) {
		t.Helper()
		docs := parseAll(sources)
		matches, err := Align(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range matches {
			for _, p := range [2]Place{m.A, m.B} {
				if p.Start < 0 || p.Start >= p.End || p.End > len(docs[p.Article].Source) {
					t.Fatalf("match %d: %+v isn't in its article", i, p)
				}
			}
			if m.A.Article >= m.B.Article || i > 0 && compareMatches(matches[i-1], m) > 0 {
				t.Fatalf("match %d is out of order", i)
			}
		}
	}
	for _, h := range texttest.Stories {
		t.Run(h.Name, func(t *testing.T) { check(t, h.Make(5, 3000)) })
	}
	for _, h := range texttest.Texts {
		t.Run(h.Name, func(t *testing.T) { check(t, []string{h.Make(3000), h.Make(4000)}) })
	}
}

// What an article repeats all over costs no more than what it says often, and
// is found all the same.
func TestRepeated(t *testing.T) {
	const line = "The council closed the old bridge on Elm Street on Monday. "
	for _, n := range []int{1, maxTwins, 5 * maxTwins} {
		sources := []string{"It rained. ", "Nobody saw it. "}
		for range n {
			sources[0] += line
			sources[1] += line
		}
		matches, err := Align(context.Background(), parseAll(sources), nil)
		if err != nil {
			t.Fatal(err)
		}
		if most := min(n, maxTwins); len(matches) == 0 || len(matches) > most*most {
			t.Errorf("%d times the same sentence in two articles: %d matches", n, len(matches))
		}
	}
}

func BenchmarkWorst(b *testing.B) {
	align := func(docs []*text.Document) {
		if _, err := Align(context.Background(), docs, nil); err != nil {
			b.Fatal(err)
		}
	}
	for _, h := range texttest.Stories {
		b.Run("articles/"+h.Name, func(b *testing.B) {
			texttest.Growth(b, 20, func(n int) []*text.Document { return parseAll(h.Make(n, 10_000)) }, align)
		})
		b.Run("bytes/"+h.Name, func(b *testing.B) {
			texttest.Growth(b, 10_000, func(n int) []*text.Document { return parseAll(h.Make(20, n)) }, align)
		})
	}
	for _, h := range texttest.Texts {
		b.Run("text/"+h.Name, func(b *testing.B) {
			twice := func(n int) []*text.Document { return parseAll([]string{h.Make(n), h.Make(n)}) }
			texttest.Growth(b, 50_000, twice, align)
		})
	}
}

func BenchmarkWorstLinks(b *testing.B) {
	for _, h := range texttest.Texts {
		b.Run(h.Name, func(b *testing.B) {
			words := func(n int) []text.Word { return text.Parse(h.Make(n)).Words }
			texttest.Growth(b, 3000, words, func(words []text.Word) { LinkWords(words, words[len(words)/2:]) })
		})
	}
}
