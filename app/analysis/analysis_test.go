package analysis

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/story"
	"samewire/app/text"
)

func builtIn(t testing.TB) *story.Story {
	t.Helper()
	s, err := story.ReadDir(os.DirFS("../../web/stories"), "amazon-layoffs")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func analyze(t testing.TB, s *story.Story) *Analysis {
	t.Helper()
	a, err := Analyze(t.Context(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestJSON reads the JSON as a stranger would, and checks that every span
// lies where it says.
func TestJSON(t *testing.T) {
	s := builtIn(t)
	data, err := analyze(t, s).JSON()
	if err != nil {
		t.Fatal(err)
	}
	type place struct{ Article, Start, End int }
	var got struct {
		Samewire int
		Story    struct{ ID, Title string }
		Articles []struct {
			File      string
			Words     int
			Own       float64
			Sentences []struct{ Start, End int }
		}
		Matches []struct {
			A, B       place
			Kind       string
			Similarity float64
		}
		Passages []struct {
			ID, Base int
			Readings []struct {
				place
				Article, Start, End int
				Kind                string
			}
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if got.Samewire != Version || got.Story.ID != s.ID || len(got.Articles) != 4 || len(got.Matches) == 0 || len(got.Passages) == 0 {
		t.Fatalf("%.300s", data)
	}
	kinds := []string{"verbatim", "edited", "reworded"}
	inside := func(p place) bool {
		return p.Article >= 0 && p.Article < 4 && p.Start >= 0 && p.Start < p.End && p.End <= len(s.Articles[p.Article].Text)
	}
	for _, a := range got.Articles {
		if a.File == "" || a.Words == 0 || a.Own < 0 || a.Own > 1 || len(a.Sentences) == 0 {
			t.Errorf("article %+v", a)
		}
	}
	for _, m := range got.Matches {
		if !inside(m.A) || !inside(m.B) || m.A.Article >= m.B.Article || !slices.Contains(kinds, m.Kind) || m.Similarity <= 0 || m.Similarity > 1 {
			t.Errorf("match %+v", m)
		}
	}
	for i, p := range got.Passages {
		if p.ID != i+1 || p.Base >= len(p.Readings) || len(p.Readings) < 2 || p.Readings[p.Base].Kind != "verbatim" {
			t.Errorf("passage %+v", p)
		}
		for _, r := range p.Readings {
			if !inside(place{r.Article, r.Start, r.End}) || !slices.Contains(kinds, r.Kind) {
				t.Errorf("reading %+v", r)
			}
		}
	}
}

// TestSame holds that the same story gives the same bytes.
func TestSame(t *testing.T) {
	s := builtIn(t)
	first, err := analyze(t, s).JSON()
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if again, err := analyze(t, s).JSON(); err != nil || string(again) != string(first) {
			t.Fatal("another analysis of the same story has other bytes", err)
		}
	}
}

// TestShares holds what the shares must be of each other.
func TestShares(t *testing.T) {
	a := analyze(t, builtIn(t))
	for i, row := range a.Shared() {
		most := 0.0
		for j, x := range row {
			switch {
			case x < 0 || x > 1:
				t.Errorf("share %d %d is %v", i, j, x)
			case i == j && x != 1:
				t.Errorf("an article shares %v of its words with itself", x)
			case i != j:
				most = max(most, x)
			}
		}
		if most > 1-a.Own(i)+1e-9 {
			t.Errorf("article %d shares %v with one other, but has %v of its own", i, most, a.Own(i))
		}
		shared := 0
		for n, st := range a.Sentences(i) {
			if st.Passage >= len(a.Passages) {
				t.Fatalf("sentence %d of article %d is of passage %d", n, i, st.Passage)
			}
			if st.Passage >= 0 {
				shared++
			}
		}
		if shared == 0 && a.Own(i) < 0.5 {
			t.Errorf("article %d has %v of its own, but no shared sentence", i, a.Own(i))
		}
	}
}

func TestSmall(t *testing.T) {
	for name, articles := range map[string][]story.Article{
		"one article":  {{Text: "Only one."}},
		"no words":     {{Text: "…"}, {Text: "!"}},
		"no copy":      {{Text: "The cat sat on the mat all day."}, {Text: "Shares fell sharply in early trading."}},
		"one word":     {{Text: "Word"}, {Text: "Word"}},
		"same article": {{Text: "The mill will close in May, its owner said."}, {Text: "The mill will close in May, its owner said."}},
	} {
		a := analyze(t, &story.Story{ID: "x", Articles: articles})
		for i := range articles {
			if own := a.Own(i); own < 0 || own > 1 || math.IsNaN(own) {
				t.Errorf("%s: own share %v", name, own)
			}
		}
		if name == "same article" && (len(a.Passages) != 1 || a.Own(0) != 0) {
			t.Errorf("%s: %d passages, %v own", name, len(a.Passages), a.Own(0))
		}
		if name == "no copy" && len(a.Passages) != 0 {
			t.Errorf("%s: %d passages", name, len(a.Passages))
		}
	}
}

func TestNearest(t *testing.T) {
	a := analyze(t, builtIn(t))
	for i := range a.Passages {
		p := &a.Passages[i]
		if n := a.Nearest(p, p.Base); len(p.Readings) == 2 && n != p.Readings[1-p.Base].Kind {
			t.Errorf("passage %d: the base is %v, the other reading %v", p.ID, n, p.Readings[1-p.Base].Kind)
		}
	}
	place := align.Place{Article: 0, Span: text.Span{Start: 0, End: 15}}
	if got := a.Text(place); got != "The big picture" || len(a.Words(place)) != 3 {
		t.Errorf("%q, %d words", got, len(a.Words(place)))
	}
}

// TestCancel holds that an analysis stops when it is no longer wanted.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Analyze(ctx, builtIn(t), func(done, total int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkAnalyze(b *testing.B) {
	s := builtIn(b)
	for b.Loop() {
		if _, err := Analyze(b.Context(), s, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// TestBrokenProse analyses articles as careless hands leave them: words are left
// out, said twice, swapped for others, and marks stand where they shouldn't.
func TestBrokenProse(t *testing.T) {
	s := builtIn(t)
	var pool []string
	for _, a := range s.Articles {
		pool = append(pool, strings.Split(a.Text, " ")...)
	}
	marks := strings.Split("\" “ ” , . — ( ) : $", " ")
	for seed := range uint64(100) {
		random := rand.New(rand.NewPCG(seed, 1))
		broken := *s
		broken.Articles = slices.Clone(s.Articles)
		for i := range broken.Articles {
			var out []string
			for _, w := range strings.Split(s.Articles[i].Text, " ") {
				switch random.IntN(20 << (seed % 4)) {
				case 0: // left out
				case 1:
					out = append(out, w, w)
				case 2:
					out = append(out, pool[random.IntN(len(pool))])
				case 3:
					out = append(out, marks[random.IntN(len(marks))]+w)
				default:
					out = append(out, w)
				}
			}
			broken.Articles[i].Text = strings.Join(out, " ")
		}
		analyze(t, &broken).Findings()
	}
}
