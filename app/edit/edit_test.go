package edit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"samewire/app/text"
)

func TestDiff(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := wordDiff(Diff(c.base, c.reading), c.base, c.reading)
			if got != c.want {
				t.Errorf("Diff(%q, %q)\n got %s\nwant %s", c.base, c.reading, got, c.want)
			}
			checkDiff(t, c.base, c.reading)
			checkDiff(t, c.base, c.base)
		})
	}
}

// wordDiff writes a script in the notation of cases.
func wordDiff(s Script, base, reading string) string {
	var out strings.Builder
	for _, e := range s {
		a, b := e.A.Of(base), e.B.Of(reading)
		switch {
		case e.Move > 0:
			if e.Op == Delete {
				fmt.Fprintf(&out, "[%d-%s-%d]", e.Move, a, e.Move)
			} else {
				fmt.Fprintf(&out, "{%d+%s+%d}", e.Move, b, e.Move)
			}
		case e.Op == Replace:
			fmt.Fprintf(&out, "[-%s-]{+%s+}", a, b)
		case e.Op == Delete:
			fmt.Fprintf(&out, "[-%s-]", a)
		case e.Op == Insert:
			fmt.Fprintf(&out, "{+%s+}", b)
		case e.SetDifferently(base, reading):
			fmt.Fprintf(&out, "‹%s|%s›", a, b)
		default:
			out.WriteString(b)
		}
	}
	return out.String()
}

// checkDiff checks what holds for the script of any two texts.
func checkDiff(t *testing.T, base, reading string) {
	t.Helper()
	s := Diff(base, reading)
	checkScript(t, s, base, reading)
	if mirror := Diff(reading, base).Invert(); !slices.Equal(s, mirror) {
		t.Errorf("Diff(%q, %q) is\n%s, turned round\n%s", base, reading, wordDiff(s, base, reading), wordDiff(mirror, base, reading))
	}
	if base == reading && len(s) > 1 {
		t.Errorf("Diff of %q and itself has %d steps", base, len(s))
	}
	checkPatch(t, s.Patch(base, reading), base, reading)
	checkPatch(t, s.Invert().Patch(reading, base), reading, base)
	checkStats(t, s, base, reading)
}

// checkScript checks what is said of every Script and Edit.
func checkScript(t *testing.T, s Script, base, reading string) {
	t.Helper()
	a, b := text.Parse(base), text.Parse(reading)
	var end Edit
	for i, e := range s {
		if e.A.Start != end.A.End || e.B.Start != end.B.End {
			t.Fatalf("step %d, %v, does not begin where step %d, %v, ends", i, e, i-1, end)
		}
		if i > 0 && (e.Op == Keep) == (end.Op == Keep) && !mayTouch(s, i, a, b) {
			t.Errorf("steps %d and %d are %v and %v", i-1, i, end.Op, e.Op)
		}
		checkEdit(t, e, a, b)
		end = e
	}
	checkMoves(t, s, a, b)
	if end.A.End != len(base) || end.B.End != len(reading) {
		t.Fatalf("the script ends at %d, %d of %d, %d", end.A.End, end.B.End, len(base), len(reading))
	}
}

// mayTouch tells whether step i may follow another change: where a mark stands
// alone, or somewhere in a row of changes there is half of a move.
func mayTouch(s Script, i int, a, b *text.Document) bool {
	wordless := func(e Edit) bool { return e.Op != Keep && wordsIn(a, e.A)+wordsIn(b, e.B) == 0 }
	if s[i].Op == Keep {
		return false
	}
	if wordless(s[i]) || wordless(s[i-1]) {
		return true
	}
	from, to := i, i
	for from > 0 && s[from-1].Op != Keep {
		from--
	}
	for to < len(s) && s[to].Op != Keep {
		to++
	}
	return slices.ContainsFunc(s[from:to], func(e Edit) bool { return e.Move > 0 })
}

// checkMoves checks that the halves of every move have the same words.
func checkMoves(t *testing.T, s Script, a, b *text.Document) {
	t.Helper()
	halves := make(map[int][]Edit)
	for _, e := range s {
		if e.Move > 0 {
			halves[e.Move] = append(halves[e.Move], e)
		}
	}
	for n := 1; n <= len(halves); n++ {
		h := halves[n]
		if len(h) != 2 || h[0].Op == h[1].Op {
			t.Fatalf("move %d of %d has the halves %v", n, len(halves), h)
		}
		if h[0].Op == Insert {
			h[0], h[1] = h[1], h[0]
		}
		if old, new := folds(a, h[0].A), folds(b, h[1].B); !slices.Equal(old, new) || len(old) < minMoved {
			t.Errorf("move %d has the words %q and %q", n, old, new)
		}
	}
}

func checkEdit(t *testing.T, e Edit, a, b *text.Document) {
	t.Helper()
	checkSpan(t, e.A, a)
	checkSpan(t, e.B, b)
	inA, inB := folds(a, e.A), folds(b, e.B)
	switch {
	case e.Op == Keep && !slices.Equal(inA, inB):
		t.Errorf("kept words %q are not %q", inA, inB)
	case (e.A.Len() == 0) != (e.Op == Insert) && e.Op != Keep,
		(e.B.Len() == 0) != (e.Op == Delete) && e.Op != Keep,
		e.A.Len() == 0 && e.B.Len() == 0:
		t.Errorf("%v has %d bytes for %d", e.Op, e.B.Len(), e.A.Len())
	}
}

// checkSpan checks that s lies in the document and cuts no word and, where the
// text is valid, no rune.
func checkSpan(t *testing.T, s text.Span, doc *text.Document) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(doc.Source) {
		t.Fatalf("span %v of a text of %d bytes", s, len(doc.Source))
	}
	if utf8.ValidString(doc.Source) && !utf8.ValidString(s.Of(doc.Source)) {
		t.Errorf("span %v, %q, cuts a rune", s, s.Of(doc.Source))
	}
	for _, w := range doc.Words {
		if w.Start < s.Start && s.Start < w.End || w.Start < s.End && s.End < w.End {
			t.Errorf("span %v cuts the word %q at %v", s, w.Of(doc.Source), w.Span)
		}
	}
}

func folds(doc *text.Document, s text.Span) []string {
	var out []string
	first, last := doc.WordsIn(s)
	for _, w := range doc.Words[first:last] {
		out = append(out, w.Fold)
	}
	return out
}

func checkPatch(t *testing.T, p Patch, base, reading string) {
	t.Helper()
	if got, err := Apply(base, p); err != nil || got != reading {
		t.Errorf("Apply(%q, %v) = %q, %v, want %q", base, p, got, err, reading)
	}
	if base == reading && len(p) > 0 {
		t.Errorf("the patch from %q to itself is %v", base, p)
	}
}

func checkStats(t *testing.T, s Script, base, reading string) {
	t.Helper()
	n := s.Stats(base, reading)
	if got, want := n.Kept+n.Replaced+n.Deleted+n.Moved, len(text.Parse(base).Words); got != want {
		t.Errorf("%+v: %d words of the base, which has %d", n, got, want)
	}
	if got, want := n.Kept+n.Replacing+n.Inserted+n.Moved, len(text.Parse(reading).Words); got != want {
		t.Errorf("%+v: %d words of the reading, which has %d", n, got, want)
	}
}
