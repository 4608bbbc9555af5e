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
		if i > 0 && (e.Op == Keep) == (end.Op == Keep) {
			t.Errorf("steps %d and %d are %v and %v", i-1, i, end.Op, e.Op)
		}
		checkEdit(t, e, a, b)
		end = e
	}
	if end.A.End != len(base) || end.B.End != len(reading) {
		t.Fatalf("the script ends at %d, %d of %d, %d", end.A.End, end.B.End, len(base), len(reading))
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
	if got, want := n.Kept+n.Replaced+n.Deleted, len(text.Parse(base).Words); got != want {
		t.Errorf("%+v: %d words of the base, which has %d", n, got, want)
	}
	if got, want := n.Kept+n.Replacing+n.Inserted, len(text.Parse(reading).Words); got != want {
		t.Errorf("%+v: %d words of the reading, which has %d", n, got, want)
	}
}
