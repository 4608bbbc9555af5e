package align

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"samewire/app/text"
)

// checkReuse says what is true of all matches between a and b.
func checkReuse(t *testing.T, a, b string, matches []Match) {
	t.Helper()
	var before [2][]text.Span
	for i, m := range matches {
		for side, p := range []Place{m.A, m.B} {
			source := [2]string{a, b}[side]
			if p.Article != side || p.Start < 0 || p.Len() <= 0 || p.End > len(source) {
				t.Fatalf("match %d: %+v isn't a place in text %d of %d bytes", i, p, side, len(source))
			}
			for _, at := range []int{p.Start, p.End} {
				if at < len(source) && !utf8.RuneStart(source[at]) && utf8.ValidString(source) {
					t.Errorf("match %d: %+v cuts a character of text %d", i, p, side)
				}
			}
			for _, s := range before[side] {
				if s.Overlap(p.Span) > 0 {
					t.Errorf("match %d: %+v overlaps %+v", i, p, s)
				}
			}
			before[side] = append(before[side], p.Span)
		}
		if i > 0 && m.A.Start < matches[i-1].A.Start {
			t.Errorf("match %d is out of order", i)
		}
		if m.Kind > Reworded || !(m.Similarity > 0 && m.Similarity <= 1) {
			t.Errorf("match %d: kind %d, similarity %v", i, m.Kind, m.Similarity)
		}
	}
}

// checkWhole says what is true of a text and itself.
func checkWhole(t *testing.T, source string) {
	t.Helper()
	d := text.Parse(source)
	matches, err := Reuse(context.Background(), d, d)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Words) < minRun {
		return
	}
	if len(matches) != 1 {
		t.Fatalf("%d matches between a text and itself", len(matches))
	}
	m := matches[0]
	if m.A.Span != m.B.Span || m.Kind != Verbatim || m.Similarity != 1 ||
		m.A.Start > d.Words[0].Start || m.A.End < d.Words[len(d.Words)-1].End {
		t.Errorf("a text of %d bytes and itself: %+v", len(source), m)
	}
}

// mirror exchanges the two texts.
func mirror(matches []Match) []Match {
	var out []Match
	for _, m := range matches {
		m.A.Span, m.B.Span = m.B.Span, m.A.Span
		out = append(out, m)
	}
	slices.SortFunc(out, func(x, y Match) int { return x.A.Start - y.A.Start })
	return out
}

// shuffled makes a text of n sentences from the words of all test texts: many
// sentences resemble each other a little, and some are borrowed.
func shuffled(r *rand.Rand, n int) string {
	pool := strings.Fields(page(page(lighthouse...), page(bread...), council))
	sentences := text.Parse(page(bridge, bridgeReworded, bridgeEdited, councilSummary, council))
	var out strings.Builder
	for range n {
		if r.IntN(3) == 0 {
			k := r.IntN(len(sentences.Sentences))
			for range 1 + r.IntN(6) {
				out.WriteString(sentences.Sentences[k%len(sentences.Sentences)].Of(sentences.Source) + " ")
				k++
			}
			continue
		}
		for i, words := 0, 1+r.IntN(20); i < words; i++ {
			w := strings.Trim(strings.ToLower(pool[r.IntN(len(pool))]), `.,"`)
			if i == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			out.WriteString(w)
			out.WriteString(map[bool]string{true: ". ", false: " "}[i+1 == words])
		}
		if r.IntN(4) == 0 {
			out.WriteString("\n\n")
		}
	}
	return out.String()
}

func TestReuseProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 120 {
		a, b := shuffled(r, 1+r.IntN(60)), shuffled(r, 1+r.IntN(60))
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			matches := reuseOf(t, a, b)
			checkReuse(t, a, b, matches)
			checkReuse(t, b, a, reuseOf(t, b, a))
			if again := reuseOf(t, a, b); !reflect.DeepEqual(matches, again) {
				t.Errorf("two runs differ:\n%v\n%v", matches, again)
			}
			checkWhole(t, a)
		})
	}
}

// What is found is the same whichever text comes first.
func TestReuseMirrored(t *testing.T) {
	l, b := lighthouse, bread
	for _, pair := range [][2]string{
		{page(l[0], bridge, l[1], l[2]), page(b[0], b[1], bridgeReworded, b[2])},
		{page(l[0], bridge, l[1], drought+" "+trial, l[2]), page(b[0], drought+" "+trial, b[1], bridgeReworded, b[2])},
		{page(l[0], councilSummary, l[1], l[2]), page(council, b[0])},
		{page(l[0], bridge+" "+drought, l[1], l[2]), page(bridgeEdited, b[1], trial)},
	} {
		x, y := reuseOf(t, pair[0], pair[1]), mirror(reuseOf(t, pair[1], pair[0]))
		if len(x) == 0 || !reflect.DeepEqual(x, y) {
			t.Errorf("%s\nand mirrored\n%s", showReuse(pair[0], pair[1], x), showReuse(pair[0], pair[1], y))
		}
	}
}

func FuzzReuse(f *testing.F) {
	f.Add(page(lighthouse...), page(bread...), bridge)
	f.Add("", councilSummary, council)
	f.Add("a a a a a a a a a. ", "b a. ", "a b a b a b a b a b. ")
	f.Add("\xff“.", "…\u200d\u0301", "We\u2019re 8.5 U.S. \xc3 日本語 の 文。\n\n")
	f.Add("One two three four five. ", "Six? ", strings.Repeat("One two three four five. ", 40))
	f.Fuzz(func(t *testing.T, a, b, shared string) {
		if len(a)+len(b)+len(shared) > 20_000 {
			t.Skip("longer texts say nothing new")
		}
		x, y := a+"\n\n"+shared+"\n\n"+b, b+"\n\n"+shared
		matches := reuseOf(t, x, y)
		checkReuse(t, x, y, matches)
		if again := reuseOf(t, x, y); !reflect.DeepEqual(matches, again) {
			t.Errorf("two runs differ:\n%v\n%v", matches, again)
		}
		checkWhole(t, shared)
	})
}

// BenchmarkReuse measures texts of 200 KB, most of them as bad as can be.
func BenchmarkReuse(b *testing.B) {
	const size = 200_000
	fill := func(make func(n int) string) string {
		var out strings.Builder
		for n := 0; out.Len() < size; n++ {
			out.WriteString(make(n))
		}
		return out.String()
	}
	words := func(seed uint64, length, vocabulary int, end string) string {
		r := rand.New(rand.NewPCG(seed, 0))
		zipf := rand.NewZipf(r, 1.1, 8, uint64(vocabulary))
		return fill(func(n int) string {
			if n%length == length-1 {
				return "Over" + end
			}
			return fmt.Sprintf("w%dx ", zipf.Uint64())
		})
	}
	repeat := func(sentences ...string) string {
		return fill(func(n int) string { return sentences[n%len(sentences)] })
	}
	// Seventy sentences over and over with one word of their own: each resembles
	// hundreds of the other text, and none is so common that it is left aside.
	forms := func(seed uint64) string {
		r := rand.New(rand.NewPCG(seed, 0))
		return fill(func(n int) string {
			k := r.IntN(70)
			return fmt.Sprintf("Form%d part%d box%d line%d w%d. ", k, k, k, k, r.IntN(1000))
		})
	}
	for _, bb := range []struct{ name, a, b string }{
		{"unrelated", words(1, 20, 20_000, ". "), words(2, 20, 20_000, ". ")},
		{"identical", words(1, 20, 20_000, ". "), words(1, 20, 20_000, ". ")},
		{"few-words", words(1, 7, 60, ". "), words(2, 7, 60, ". ")},
		{"one-sentence", words(1, 20, 20_000, " "), words(2, 20, 20_000, " ")},
		{"stop-words", repeat("It was that of the one to whom it is. "), repeat("That was it and so it is not for us. ")},
		{"one-sentence-again", repeat("The ferry left the pier at noon. "), repeat("The ferry left the pier at noon. ")},
		{"refrain", repeat("The ferry left the pier at noon. ", "Bread rises in the warm kitchen. ", "Nobody knew why. "),
			repeat("At noon the ferry left its old pier. ", "In the warm kitchen bread rises. ", "Gulls cried over the mole. ")},
		{"one-word", repeat("a "), repeat("a ")},
		{"forms-shuffled", forms(1), forms(2)},
		{"lists", repeat("Ferry. ", "Bread? ", "Gulls! "), repeat("Bread. ", "Ferry! ", "Pier. ")},
	} {
		b.Run(bb.name, func(b *testing.B) {
			x, y := text.Parse(bb.a), text.Parse(bb.b)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Reuse(context.Background(), x, y); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
