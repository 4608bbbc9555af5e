package ledger

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"samewire/app/text"
)

func FuzzQuotations(f *testing.F) {
	f.Add("“We are,” he said, “the best.”", `"We are the best," said Ina Marsh.`)
	f.Add("Il dit « nous sommes ». ‘It’s the workers’ turn,’ she said.", "„Gut“, sagte sie. \"' '\" ``x''")
	f.Add("\"one\n\n\"two\n\n\"three\" \xff\"", "(\"[\"sic\"]\") \"a...b\" he told \"")
	f.Add(strings.Repeat(`"a b c d," he said. `, 30), strings.Repeat(`'`, 50)+strings.Repeat(`“`, 50))
	f.Add("Secretary of State of the and who said that “the dam will hold for years now”", "to said according to “the dam will hold for years, ’’”")
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := parseAll(a, b)
		list := Quotations(docs, passage(docs))
		if again := Quotations(docs, passage(docs)); !reflect.DeepEqual(list, again) {
			t.Fatal("twice the same texts, two results")
		}
		for i, q := range list {
			source := docs[q.Article].Source
			spans := append([]text.Span{q.Span, q.Speaker.Said, q.Speaker.Name, q.Speaker.Role, q.Cue}, q.Pieces...)
			for _, c := range q.Changes {
				spans = append(spans, c.Here)
				checkSpan(t, docs[list[q.Base].Article].Source, c.Base)
			}
			for _, s := range spans {
				checkSpan(t, source, s)
			}
			for _, p := range q.Pieces {
				if p.Start < q.Start || p.End > q.End {
					t.Fatalf("piece %v outside %v", p, q.Span)
				}
			}
			if (q.Base >= 0) != (q.Rendering > Fullest) || (q.Group > 0) != (q.Rendering > Sole) {
				t.Fatalf("%d: %v, group %d, base %d", i, q.Rendering, q.Group, q.Base)
			}
			if q.Base >= 0 && (list[q.Base].Rendering != Fullest || list[q.Base].Group != q.Group) {
				t.Fatalf("%d: base %d is %v of group %d", i, q.Base, list[q.Base].Rendering, list[q.Base].Group)
			}
		}
	})
}

func checkSpan(t *testing.T, source string, s text.Span) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(source) {
		t.Fatalf("%v in a text of %d bytes", s, len(source))
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(source) && !utf8.RuneStart(source[at]) && utf8.ValidString(source) {
			t.Fatalf("%v ends inside a character", s)
		}
	}
}

// BenchmarkQuotations reads texts of 200 KB that are hard on it; the time of
// each must be far from quadratic.
func BenchmarkQuotations(b *testing.B) {
	const size = 200_000
	for _, bm := range []struct{ name, unit string }{
		{"Marks", `"`},
		{"Curly", "“"},
		{"Apostrophes", "' '"},
		{"Words", `"a" `},
		{"SameWords", `"we will open the northern gates of it," he said. `},
		{"OneSentence", `Smith said "we will open the northern gates" and `},
		{"Names", `Ina Marsh said Ole Brandt said "no" `},
		{"Paragraphs", "\"We will open the northern gates.\n\n"},
		{"Brackets", `(said "we ( will`},
	} {
		b.Run(bm.name, func(b *testing.B) {
			docs := parseAll(strings.Repeat(bm.unit, size/len(bm.unit)), `"We will open the northern gates," he said.`)
			b.ReportAllocs()
			for b.Loop() {
				Quotations(docs, nil)
			}
		})
	}
}
