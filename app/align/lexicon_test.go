package align

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// table reads a source table of the lexicon.
func table(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("lexicon/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// idfTable reads idf.txt, see lexicon/README.md.
func idfTable(t *testing.T) map[string]float64 {
	out := make(map[string]float64)
	for line := range strings.Lines(table(t, "idf.txt")) {
		head, body, _ := strings.Cut(strings.TrimSpace(line), " ")
		level, err := strconv.Atoi(head)
		if err != nil {
			t.Fatal(err)
		}
		stem := ""
		for body != "" {
			end := strings.IndexAny(body[1:], "0123456789")
			if end < 0 {
				end = len(body) - 1
			}
			stem = stem[:body[0]-'0'] + body[1:end+1]
			out[stem] = float64(level) / 2
			body = body[end+1:]
		}
	}
	return out
}

// The file has what the tables have: to generate it anew, run go generate.
func TestLexiconWeights(t *testing.T) {
	l, idf := background(), idfTable(t)
	if len(idf) != 14318 {
		t.Fatalf("idf.txt has %d stems, want 14318", len(idf))
	}
	for stem, want := range idf {
		if got := l.weight(stem); got != want || !l.knows(stem) {
			t.Errorf("weight of %q is %v, want %v", stem, got, want)
		}
		if got := l.stem(l.number(stem)); got != stem {
			t.Errorf("the stem of the number of %q is %q", stem, got)
		}
		for _, other := range []string{stem + "x", stem + "\x00", stem[:len(stem)-1], stem + "_off"} {
			if _, known := idf[other]; l.knows(other) != known {
				t.Errorf("knows %q: %v, want %v", other, !known, known)
			}
		}
	}
	for _, stem := range []string{"", "\x00", "\x1f", "'", "a", "zzzz", "lai_off", "\xff", strings.Repeat("a", 99)} {
		if _, known := idf[stem]; l.knows(stem) != known || !known && l.weight(stem) != idfMissing {
			t.Errorf("%q is known, or has an idf", stem)
		}
	}
}

func TestLexiconPairs(t *testing.T) {
	l := background()
	pairs := 0
	for _, f := range []struct {
		name   string
		source source
	}{{"paraphrase.txt", seen}, {"synonym.txt", synonym}, {"related.txt", related}} {
		for line := range strings.Lines(table(t, f.name)) {
			fields := strings.Fields(line)
			for _, field := range fields[1:] {
				level, _ := strconv.ParseUint(field[:1], 16, 8)
				a, b := l.number(fields[0]), l.number(field[1:])
				p, ok := l.between(a, b)
				q, _ := l.between(b, a)
				if !ok || p != q || p.source != f.source || p.similarity != float64(level)/15 {
					t.Errorf("%s and %s: %+v, %v", fields[0], field[1:], p, ok)
				}
				if after := l.partnersAfter(min(a, b), nil); !slices.Contains(after, partner{max(a, b), p.similarity, p.source}) {
					t.Errorf("%s is not after %s", field[1:], fields[0])
				}
				pairs++
			}
		}
	}
	if pairs != len(l.kinds) {
		t.Errorf("%d pairs in the tables, %d in the file", pairs, len(l.kinds))
	}
	if _, ok := l.between(l.number("the"), l.number("zeppelin")); ok {
		t.Error("the and zeppelin are partners")
	}
	for line := range strings.Lines(table(t, "verb_particle.txt")) {
		f := strings.Fields(line)
		want, _ := strconv.ParseFloat(f[2], 64)
		if got := l.together(f[0], f[1]); got != want {
			t.Errorf("%s %s: %v, want %v", f[0], f[1], got, want)
		}
	}
}

// FuzzLexicon opens files that may be damaged. Those that open must bear every
// search.
func FuzzLexicon(f *testing.F) {
	f.Add("SWL1\x00\x00\x00\x00\x00\x00\x00\x00", "a")
	f.Add("SWL1\x01\x00\x01\x00\x02\x00\x02\x00up\x00\x00\x00\x00\x00a\x04\x00\x00\x00\x00", "a")
	f.Add("SWL1\x02\x00\x01\x00\x04\x00\x02\x00up\x00\x00\x00\x00\x09a\x1fb\x04\x0e\x00\x07\xff\xff", "a")
	f.Fuzz(func(t *testing.T, file, stem string) {
		l, err := openLexicon(file)
		if err != nil {
			return
		}
		n := l.number(stem)
		if n >= len(l.levels) {
			t.Fatalf("number %d of %d stems", n, len(l.levels))
		}
		l.weight(stem)
		l.together(stem, "up")
		l.between(n, n)
		l.between(n, len(l.levels)-1)
		for _, p := range l.partnersAfter(n, nil) {
			l.between(n, p.number)
			if p.similarity < 0 || p.similarity > 1 {
				t.Fatalf("similarity %v", p.similarity)
			}
		}
		if n >= 0 {
			l.stem(n)
		}
	})
}

func BenchmarkLexicon(b *testing.B) {
	l := background()
	for b.Loop() {
		for _, s := range [...]string{"purchas", "zeppelin", "announc", "qqqq", "amazon"} {
			l.weight(s)
		}
	}
}
