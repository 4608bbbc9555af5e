package edit

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func FuzzDiff(f *testing.F) {
	for _, c := range cases {
		f.Add(c.base, c.reading)
	}
	f.Add("caf\xc3 \xe9t\xff the the", "\xa9caf\xc3\xa9 the")
	f.Add("\x9d", "0”")
	f.Add("the a the a of the", "a the of the a the a")
	f.Add("x% $y\u00ad\u200bz", "x‰ €y—z\u2028")
	f.Fuzz(func(t *testing.T, base, reading string) {
		if len(base)+len(reading) > 4000 {
			t.Skip("long texts are for the benchmarks")
		}
		checkDiff(t, base, reading)
	})
}

// TestDiffSalad compares texts drawn from few words, where every word has many
// counterparts.
func TestDiffSalad(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("the of mill, shut “the sale” gates. Leeds $5 8% — workers (and)")
	salad := func() string {
		var out []string
		for range random.IntN(30) {
			out = append(out, words[random.IntN(len(words))])
		}
		return strings.Join(out, " ")
	}
	for range 3000 {
		checkDiff(t, salad(), salad())
		if t.Failed() {
			break
		}
	}
}

// TestDiffLong has more words than are compared one by one.
func TestDiffLong(t *testing.T) {
	start, end := "The mill in Leeds shut. ", " Nobody in Leeds knew."
	base := start + strings.Repeat("red sun ", MaxWords/2) + "rose." + end
	reading := start + strings.Repeat("blue moon ", MaxWords/2) + "rose." + end
	want := start + "[-" + strings.TrimSpace(strings.Repeat("red sun ", MaxWords/2)) +
		"-]{+" + strings.TrimSpace(strings.Repeat("blue moon ", MaxWords/2)) + "+} rose." + end
	if got := wordDiff(Diff(base, reading), base, reading); got != want {
		t.Errorf("at the bound: got %.200s…", got)
	}
	longer := strings.Replace(base, "rose.", "rose and the red sun sank.", 1)
	checkDiff(t, longer, strings.Replace(longer, "red", "blue", 1))
	// One word in common in the middle is no longer looked for.
	s := Diff(longer+" One two three four five.", strings.Repeat("blue ", MaxWords)+"One two three four five. No.")
	if len(s) != 2 || s[0].Op != Replace {
		t.Errorf("beyond the bound: %v", s)
	}
}

// article returns n words, in sentences, and an edited version of them where
// one word in every so many was replaced, dropped or given company.
func article(seed uint64, n, every int) (string, string) {
	random := rand.New(rand.NewPCG(seed, 4))
	var base, reading strings.Builder
	for i := range n {
		word, other := syllables(random), syllables(random)
		if i%12 == 11 {
			word, other = word+".", other+"."
		}
		base.WriteString(word + " ")
		switch {
		case i%every != 0:
			reading.WriteString(word + " ")
		case i/every%3 == 0:
			reading.WriteString(other + " ")
		case i/every%3 == 1:
			reading.WriteString(other + " " + word + " ")
		}
	}
	return base.String(), reading.String()
}

// syllables returns a word. Every third is a frequent one, as in English.
func syllables(random *rand.Rand) string {
	if random.IntN(3) == 0 {
		return [...]string{"the", "of", "and", "to", "in", "a"}[random.IntN(6)]
	}
	word := ""
	for range 2 + random.IntN(3) {
		word += string("bdfgklmnprst"[random.IntN(12)]) + string("aeiou"[random.IntN(5)])
	}
	return word
}

func BenchmarkDiff(b *testing.B) {
	short, shortEdited := article(3, 30, 5)
	long, longEdited := article(3, 1000, 5)
	worst, _ := article(3, MaxWords, 5)
	unrelated, _ := article(5, MaxWords, 5)
	for _, c := range []struct{ name, base, reading string }{
		{"30 words, a fifth edited", short, shortEdited},
		{"1,000 words, a fifth edited", long, longEdited},
		{"2,000 words, unrelated", worst, unrelated},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Diff(c.base, c.reading)
			}
		})
	}
}
