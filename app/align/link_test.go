package align

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"samewire/app/text"
)

func TestLinkWords(t *testing.T) {
	tests := []struct {
		a, b string
		want []string
	}{
		{"", "anything", nil},
		{"The ferry sank quickly.", "The ferry sank quickly.", []string{"The-The", "ferry-ferry", "sank-sank", "quickly-quickly"}},
		{"The council plans to reduce investment in parks.", "The council plans to decrease investment in parks.", []string{"reduce-decrease", "investment-investment"}},
		{"Seven sailors drowned.", "The storm drowned 7 sailors.", []string{"Seven-7", "sailors-sailors", "drowned-drowned"}},
		{"A vote in the UN followed.", "A vote in the United Nations followed.", []string{"UN-United", "UN-Nations", "followed-followed"}},
		{"He detained two protesters.", "Two protesters were in detention.", []string{"protesters-protesters"}},
		{"Hopes rose in Malaysia.", "Hopes rose in Malaisia.", []string{"Malaysia-Malaisia"}},
		{"A vessel sank off Hull.", "A ship sank off Hull.", []string{"vessel-ship"}},
		{"Prices, she told reporters, fell.", "Prices fell, she said to reporters.", []string{"told-said", "fell-fell"}},
	}
	for _, tt := range tests {
		a, b := text.Parse(tt.a), text.Parse(tt.b)
		var got []string
		for _, l := range LinkWords(a.Words, b.Words) {
			got = append(got, a.Words[l.A].Of(tt.a)+"-"+b.Words[l.B].Of(tt.b))
		}
		for _, w := range tt.want {
			if !slices.Contains(got, w) {
				t.Errorf("LinkWords(%q, %q) = %v, no %s", tt.a, tt.b, got, w)
			}
		}
		if len(tt.want) == 0 && len(got) > 0 {
			t.Errorf("LinkWords(%q, %q) = %v, want none", tt.a, tt.b, got)
		}
	}
}

// TestLinkRest checks links for which only what is linked around them speaks.
func TestLinkRest(t *testing.T) {
	for _, tt := range []struct{ a, b, links string }{
		{"Rain kept the villagers from the fair.", "Rain kept the residents at home.", ""},
		{"The glassworks dismissed forty apprentices before Easter.", "Before Easter the glassworks sent forty trainees home.", "apprentices trainees"},
		{"Divers searched the flooded quarry for the missing cellist.", "Frogmen combed the quarry, which was flooded, for the vanished cellist.", "divers frogmen, searched combed"},
		{"Divers searched the quarry.", "A bakery in Leeds will open again.", ""},
	} {
		a, b := text.Parse(tt.a).Words, text.Parse(tt.b).Words
		sure := SureLinks(a, b)
		var got []string
		for _, l := range LinkWords(a, b) {
			if _, ok := slices.BinarySearchFunc(sure, l, compareLinks); !ok {
				got = append(got, a[l.A].Fold+" "+b[l.B].Fold)
			}
		}
		if s := strings.Join(got, ", "); s != tt.links {
			t.Errorf("%q, %q: %q besides sure links, want %q", tt.a, tt.b, s, tt.links)
		}
	}
}

func TestLinkTokens(t *testing.T) {
	a := strings.Fields("the ship , built in 1921 , sank north-west .")
	b := strings.Fields("built in 1921 , the vessel sank northwest !")
	got := LinkTokens(a, b)
	for _, want := range []Link{{3, 0}, {5, 2}, {7, 6}, {8, 7}} {
		if !slices.Contains(got, want) {
			t.Errorf("LinkTokens = %v, no %v", got, want)
		}
	}
	for i, l := range got {
		if l.A < 0 || l.A >= len(a) || l.B < 0 || l.B >= len(b) {
			t.Errorf("link %v out of range", l)
		}
		if slices.Contains(got[:i], l) {
			t.Errorf("link %v stands twice", l)
		}
	}
}

// TestLinkLong links wordings past the bound: only runs, but no refusal.
func TestLinkLong(t *testing.T) {
	var b strings.Builder
	for i := range 2 * maxLinked {
		fmt.Fprintf(&b, "word%d ", i)
	}
	words := text.Parse(b.String()).Words
	if got := len(LinkWords(words, words)); got != len(words) {
		t.Errorf("%d links of %d words", got, len(words))
	}
}

// FuzzLinkWords links any two texts: each pair of words once, in order, and
// every word to itself where the texts are the same.
func FuzzLinkWords(f *testing.F) {
	f.Add(strings.Join(harbour, " "), strings.Join(gazette, " "))
	f.Add("the UN U.N. United Nations", "un united nations of the UN")
	f.Add("0 U! n0 10", "un !0")
	f.Add("a b a b a b", "b a b a")
	f.Add("7 seven seventh 7th 7,000", "seven 7 % percent")
	f.Add("\xff\xc3 — ü\u200bx", "ü x\xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 3000 {
			t.Skip("long texts are for the benchmarks")
		}
		x, y := text.Parse(a).Words, text.Parse(b).Words
		checkLinks(t, LinkWords(x, y), len(x), len(y))
		checkLinks(t, LinkTokens(strings.Fields(a), strings.Fields(b)), len(strings.Fields(a)), len(strings.Fields(b)))
		content := 0
		for _, w := range x {
			if !w.Stop {
				content++
			}
		}
		same := LinkWords(x, x)
		for i := range x {
			if _, ok := slices.BinarySearchFunc(same, Link{i, i}, compareLinks); !ok && content > 1 {
				t.Fatalf("word %d, %q, isn't linked to itself", i, x[i].Of(a))
			}
		}
	})
}

func compareLinks(x, y Link) int { return cmp.Or(x.A-y.A, x.B-y.B) }

// checkLinks tests what holds for any links between a and b words.
func checkLinks(t *testing.T, links []Link, a, b int) {
	t.Helper()
	for i, l := range links {
		if l.A < 0 || l.A >= a || l.B < 0 || l.B >= b {
			t.Fatalf("link %d, %v, is out of range", i, l)
		}
		if i > 0 && compareLinks(links[i-1], l) >= 0 {
			t.Fatalf("link %d, %v, stands after %v", i, l, links[i-1])
		}
	}
}

func BenchmarkLinkWords(b *testing.B) {
	x := text.Parse(strings.Join(harbour, " ")).Words
	y := text.Parse(strings.Join(gazette, " ")).Words
	for b.Loop() {
		LinkWords(x, y)
	}
}
