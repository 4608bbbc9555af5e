package align

import (
	"context"
	"math"
	"slices"
	"testing"
)

// feature returns a feature of the first pass, by its name, of the first
// sentences of two articles.
func feature(t *testing.T, name string, a, b []string) float64 {
	t.Helper()
	docs := parse(a, b)
	e, err := Examine(context.Background(), docs)
	if err != nil {
		t.Fatal(err)
	}
	cands, err := e.Candidates(Fitted())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range cands {
		if sentenceOf(docs, k.A) == 0 && sentenceOf(docs, k.B) == 0 {
			return k.First[slices.Index(FirstFeatures(), name)]
		}
	}
	t.Fatalf("%q and %q are no candidates", a[0], b[0])
	return 0
}

func TestOneWordStandsForOne(t *testing.T) {
	terms := func(a, b string) float64 {
		return math.Exp(feature(t, "shared terms", []string{a}, []string{b})) - 1
	}
	a := "Bosses cut jobs at the tannery."
	if n := terms(a, "Bosses slashed jobs at the tannery."); n <= 3 || n >= 4 {
		t.Errorf("%v terms shared, want three and a part: slashed stands for cut", n)
	}
	if n := terms(a, "Bosses cut jobs at the tannery and slashed them again."); math.Abs(n-4) > 1e-9 {
		t.Errorf("%v terms shared, want 4: cut is there itself", n)
	}
}

func TestBeginning(t *testing.T) {
	const tail = ", a spokesman for the union told the local radio station yesterday evening."
	a := []string{"The tannery will close its northern plant" + tail}
	begins := feature(t, "beginning", a, []string{"The tannery will close its northern plant because orders from shoe makers have dried up since the spring."})
	ends := feature(t, "beginning", a, []string{"Orders from shoe makers have dried up since the spring, and so has hope" + tail})
	if begins <= 0.2 || ends >= -0.2 {
		t.Errorf("%.2f where the beginnings are alike, %.2f where the ends are", begins, ends)
	}
}

func TestTermsFoundOnce(t *testing.T) {
	a := []string{"Her lawyer called the tannery a swamp.", filler[0]}
	b := []string{"“A swamp” is what the lawyer called the tannery.", filler[1]}
	once := feature(t, "terms found once", a, b)
	twice := feature(t, "terms found once", append(a, "The swamp has been there for years."), b)
	again := feature(t, "terms found once", append(a, a[0]), b)
	if once <= twice || twice <= 0 {
		t.Errorf("%.2f for terms that stand nowhere else, %.2f where one does", once, twice)
	}
	if again < once-0.2 {
		t.Errorf("%.2f where the sentence is told again, %.2f where it isn't", again, once)
	}
}

func TestQuotedWords(t *testing.T) {
	tale := []string{"“A swamp crept into our cellars and stayed,” the tanner told the judge on Monday.", filler[0]}
	for _, c := range []struct {
		text           string
		passing, least float64 // least: of what goes unheard
	}{
		{"The tanner told the judge on Monday how a “swamp” had got into his cellars.", 1, 0.05},
		{"The tanner told the judge on Monday that his cellars were “horrible”.", 0, 0.2},
		{"The tanner told the judge on Monday about his cellars.", 0, 0.2},
	} {
		b := []string{c.text, filler[1]}
		if got := feature(t, "quoted in passing", tale, b); got != c.passing {
			t.Errorf("%q: quoted in passing %v, want %v", c.text, got, c.passing)
		}
		if got := feature(t, "quotation unheard", tale, b); got < c.least || got > 1 {
			t.Errorf("%q: quotation unheard %.2f, want %v at least", c.text, got, c.least)
		}
	}
	if got := feature(t, "quotation unheard", tale, tale); got != 0 {
		t.Errorf("quotation unheard %v of the same two sentences", got)
	}
}
