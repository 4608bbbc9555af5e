package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParagraphs(t *testing.T) {
	const wrapped = "The council voted on Monday to close the old\nbridge over the river for two years so that the\npiers can be rebuilt. Mayor Ann Lee called the\ndecision hard."
	for _, c := range []struct {
		name, source string
		want         [][]string // sentences by paragraph
	}{
		{"blank lines", "One.\n\nTwo. Three.", [][]string{{"One."}, {"Two.", "Three."}}},
		{"carriage returns", "One.\r\n\r\nTwo.\r\n", [][]string{{"One."}, {"Two."}}},
		{"old Mac", "One.\r\rTwo.", [][]string{{"One."}, {"Two."}}},
		{"white blank line", "One.\n \t\u00a0\nTwo.", [][]string{{"One."}, {"Two."}}},
		{"separators", "One.\u2029Two.", [][]string{{"One."}, {"Two."}}},
		{"each line", "One\nTwo\nThree", [][]string{{"One"}, {"Two"}, {"Three"}}},
		{"heading", "A bridge closes\nThe council voted.\n\nIt rained.", [][]string{{"A bridge closes", "The council voted."}, {"It rained."}}},
		{"soft break", "It was\nlate. He\nslept.\n\nIt rained.", [][]string{{"It was\nlate.", "He\nslept."}, {"It rained."}}},
		{"items", "Buy:\n- rice\n• beans\n2. salt\n\nGo.", [][]string{{"Buy:", "- rice", "• beans", "2. salt"}, {"Go."}}},
		{"wrapped", wrapped, [][]string{{"The council voted on Monday to close the old\nbridge over the river for two years so that the\npiers can be rebuilt.", "Mayor Ann Lee called the\ndecision hard."}}},
		{"headlines", "The council votes to close the old bridge\nRebuilding piers will cost the town two years\nMayor Ann Lee calls the decision a hard one", [][]string{{"The council votes to close the old bridge"}, {"Rebuilding piers will cost the town two years"}, {"Mayor Ann Lee calls the decision a hard one"}}},
		{"spaced wrap", "It was a cold \nnight in town.", [][]string{{"It was a cold \nnight in town."}}},
		{"empty", "", nil},
		{"white", " \n\u200b\n\t", nil},
	} {
		doc := Parse(c.source)
		var got [][]string
		for _, p := range doc.Paragraphs {
			var sentences []string
			for _, s := range doc.Sentences[p.First:p.Last] {
				sentences = append(sentences, s.Of(c.source))
			}
			got = append(got, sentences)
		}
		if !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, cases := range sentenceCases {
		for _, c := range cases {
			f.Add(strings.Join(c, " "))
		}
	}
	for _, s := range []string{"", "\xff\xc2", "a\r\n\r\nb", "1. a 2. b\n(c) d", "“‘«(.", ". . . .", "…\u0301.\u200b", "「。」", "x\xe2\x80", "• a •b", "ʼS"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		doc := Parse(source)
		if doc.Source != source {
			t.Fatal("the source was changed")
		}
		checkNesting(t, doc)
		checkCover(t, doc)
	})
}

// checkNesting checks that the parts of doc stand in order, in their wholes and
// on the boundaries of runes.
func checkNesting(t *testing.T, doc *Document) {
	t.Helper()
	last, sentence := 0, 0
	for i, p := range doc.Paragraphs {
		checkSpan(t, doc, "paragraph", i, p.Span, last, len(doc.Source))
		if p.First != sentence || p.Last <= p.First || p.Last > len(doc.Sentences) {
			t.Fatalf("paragraph %d has sentences [%d:%d), the next is %d", i, p.First, p.Last, sentence)
		}
		last, sentence = p.End, p.Last
	}
	last, word := 0, 0
	for i, s := range doc.Sentences {
		p := doc.Paragraphs[s.Paragraph]
		checkSpan(t, doc, "sentence", i, s.Span, max(last, p.Start), p.End)
		if s.First != word || s.Last < s.First || s.Last > len(doc.Words) || i < p.First || i >= p.Last {
			t.Fatalf("sentence %d has words [%d:%d), the next is %d", i, s.First, s.Last, word)
		}
		for j, w := range doc.Words[s.First:s.Last] {
			checkSpan(t, doc, "word", s.First+j, w.Span, max(last, s.Start), s.End)
			if w.Fold == "" || w.Stem == "" {
				t.Fatalf("word %q has no form", w.Of(doc.Source))
			}
			last = w.End
		}
		last, word = s.End, s.Last
	}
	if sentence != len(doc.Sentences) || word != len(doc.Words) {
		t.Fatalf("%d of %d sentences and %d of %d words have a whole", sentence, len(doc.Sentences), word, len(doc.Words))
	}
}

func checkSpan(t *testing.T, doc *Document, kind string, i int, s Span, from, to int) {
	t.Helper()
	if s.Start < from || s.End > to || s.Start >= s.End {
		t.Fatalf("%s %d is %v, not in [%d, %d)", kind, i, s, from, to)
	}
	if utf8.ValidString(doc.Source) && !utf8.ValidString(s.Of(doc.Source)) {
		t.Fatalf("%s %d, %v, cuts a character", kind, i, s)
	}
}

// checkCover checks that everything but white space stands in a sentence, and
// every letter or digit in a word.
func checkCover(t *testing.T, doc *Document) {
	t.Helper()
	sentence, word := 0, 0
	for i, r := range doc.Source {
		for sentence < len(doc.Sentences) && doc.Sentences[sentence].End <= i {
			sentence++
		}
		for word < len(doc.Words) && doc.Words[word].End <= i {
			word++
		}
		if !blank(r) && (sentence == len(doc.Sentences) || doc.Sentences[sentence].Start > i) {
			t.Fatalf("%q at %d stands in no sentence", r, i)
		}
		if r < utf8.RuneSelf && isAlnum(r) && (word == len(doc.Words) || doc.Words[word].Start > i) {
			t.Fatalf("%q at %d stands in no word", r, i)
		}
	}
}

// Time per byte must be the same for every size.
func BenchmarkParse(b *testing.B) {
	for _, c := range []struct{ name, unit string }{
		{"news", "The council voted on Monday to close the bridge, Mr. Lee said. \"It's old,\" he added.\n\n"},
		{"sentence", "and then "},
		{"letters", "x"},
		{"dots", "."},
		{"spaced dots", ". "},
		{"stop and spaces", ".                                                                "},
		{"initials", "a."},
		{"quotes", "\"a "},
		{"brackets", "("},
		{"openers", ". ((((((((((((((((((((((((((((((("},
		{"items", "1) a "},
		{"lines", "a\n"},
		{"Han", "字。"},
		{"Arabic", "مرحبا"},
		{"marks", "e\u0301\u0301"},
		{"invisible", "a\u200b"},
		{"zero width", "\u200b"},
		{"hidden gap", strings.Repeat("\u200b", 1000) + "a"},
		{"late initials", strings.Repeat(" ", 5000) + strings.Repeat("A. B ", 1000)},
		{"broken", "\xff\xe2\x80"},
		{"apostrophes", "a'"},
		{"greek", "α;"},
	} {
		for _, size := range []int{50_000, 200_000} {
			source := strings.Repeat(c.unit, size/len(c.unit))
			b.Run(c.name+"/"+sizeName(size), func(b *testing.B) {
				b.SetBytes(int64(len(source)))
				for b.Loop() {
					Parse(source)
				}
			})
		}
	}
}

func sizeName(size int) string {
	if size == 50_000 {
		return "50KB"
	}
	return "200KB"
}
