package collate

import (
	"context"
	"testing"

	"samewire/app/align"
	"samewire/app/text"
	"samewire/app/text/texttest"
)

// aligned is a story that is ready to be collated.
type aligned struct {
	docs    []*text.Document
	matches []align.Match
}

func alignAll(t testing.TB, sources []string) aligned {
	t.Helper()
	parser := text.NewParser()
	var a aligned
	for _, s := range sources {
		a.docs = append(a.docs, parser.Parse(s))
	}
	var err error
	if a.matches, err = align.Align(context.Background(), a.docs, nil); err != nil {
		t.Fatal(err)
	}
	return a
}

// Whatever the articles, the passages are ones.
func TestWorst(t *testing.T) {
	for _, h := range texttest.Stories {
		t.Run(h.Name, func(t *testing.T) {
			a := alignAll(t, h.Make(5, 3000))
			check(t, a.docs, mustCollate(t, a.docs, a.matches))
		})
	}
	for _, h := range texttest.Texts {
		t.Run(h.Name, func(t *testing.T) {
			a := alignAll(t, []string{h.Make(3000), h.Make(4000)})
			check(t, a.docs, mustCollate(t, a.docs, a.matches))
		})
	}
}

// The pieces that bonds are sorted by come together in the right order.
func TestSorted(t *testing.T) {
	a := alignAll(t, texttest.Stories[0].Make(50, 6000))
	g, err := newGraph(context.Background(), a.docs, a.matches)
	if err != nil {
		t.Fatal(err)
	}
	bonds, err := g.sorted(context.Background(), g.bonds())
	if err != nil {
		t.Fatal(err)
	}
	if len(bonds) != len(g.bonds()) || len(bonds) <= 8192 {
		t.Fatalf("%d bonds of %d", len(bonds), len(g.bonds()))
	}
	for i := range bonds[1:] {
		if g.compareBonds(bonds[i], bonds[i+1]) >= 0 {
			t.Fatalf("bond %d is out of order", i+1)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a := alignAll(t, texttest.Stories[0].Make(3, 1000))
	if _, err := Collate(ctx, a.docs, a.matches); err != context.Canceled {
		t.Errorf("cancelled, the error is %v", err)
	}
}

func BenchmarkWorst(b *testing.B) {
	collate := func(a aligned) { mustCollate(b, a.docs, a.matches) }
	for _, h := range texttest.Stories {
		b.Run("articles/"+h.Name, func(b *testing.B) {
			texttest.Growth(b, 20, func(n int) aligned { return alignAll(b, h.Make(n, 10_000)) }, collate)
		})
		b.Run("bytes/"+h.Name, func(b *testing.B) {
			texttest.Growth(b, 10_000, func(n int) aligned { return alignAll(b, h.Make(20, n)) }, collate)
		})
	}
}
