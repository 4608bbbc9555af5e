// Package texttest makes texts and stories that are hard to take apart.
//
// In comes a size; out come texts of about that size that no newsroom would
// write but that a page may hold all the same: no spaces, marks without
// partners, one sentence over and over. The tests of every stage run all of
// them, and its benchmarks tell how the cost grows with their size. They are
// made, not stored, and the same at every call.
package texttest

import (
	"fmt"
	"strings"
)

// Text makes a hard text of about a number of bytes.
type Text struct {
	Name string
	Make func(bytes int) string
}

// Texts are the hard texts.
var Texts = []Text{
	{"empty", func(int) string { return "" }},
	{"one word", func(int) string { return "Word" }},
	{"one sentence", func(n int) string { return fill(n, func(i int) string { return word(i*i) + " " }) }},
	{"one long word", repeat("abcdefgh")},
	{"punctuation", repeat("—,;:!?…./%&*")},
	{"terminators", repeat("?!")},
	{"spaced stops", repeat(". ")},
	{"abbreviations", repeat("a.b.c.")},
	{"titles", repeat("Gen. Sen. J. ")},
	{"straight quotes", repeat(`"`)},
	{"straight quotes apart", repeat(`" `)},
	{"opening quotes", repeat("“")},
	{"closing quotes", repeat("”")},
	{"quoted words", repeat(`"Yes." `)},
	{"apostrophes", repeat("'a ")},
	{"opening brackets", repeat("(a")},
	{"closing brackets", repeat("a)")},
	{"nested brackets", func(n int) string { return strings.Repeat("[", n/2) + strings.Repeat("]", n/2) }},
	{"list items", repeat("1) a 2) b ")},
	{"bullets", repeat("• ")},
	{"dashes", repeat(" - a")},
	{"accounts", repeat("— a (@b) ")},
	{"addresses", repeat("www.a.b/c")},
	{"signatures", repeat("reporting by ")},
	{"numbers", repeat("1,000.5 million ")},
	{"lines", repeat("\n")},
	{"CRLF lines", repeat("a b\r\n")},
	{"short paragraphs", repeat("A b.\n\n")},
	{"broken UTF-8", repeat("a\xff\xc3 \xe2\x80")},
	{"zero width", repeat("a\u200b\u200d\u2060")},
	{"invisible", repeat("\u200b\u00ad")},
	{"bidirectional", repeat("a\u202e\u2067ب ")},
	{"combining marks", repeat("e\u0301\u0308\u0323")},
	{"Han", repeat("東京都知事は")},
	{"Thai", repeat("สวัสดีครับ")},
	{"front matter", func(n int) string { return "---\n" + repeat("title: a\n")(n) }},
	{"Markdown", repeat("[![a](b)_*`")},
	{"markup", repeat("<p>&amp;")},
}

// Story makes a hard story of a number of articles of about a number of bytes.
type Story struct {
	Name string
	Make func(articles, bytes int) []string
}

// Stories are the hard stories.
var Stories = []Story{
	{"identical", func(n, bytes int) []string {
		return each(n, func(int) string { return Prose(0, bytes) })
	}},
	{"unrelated", func(n, bytes int) []string {
		return each(n, func(i int) string {
			return fill(bytes, func(k int) string { return word(1000*i+k) + end(k) })
		})
	}},
	{"like prose", func(n, bytes int) []string {
		return each(n, func(i int) string { return Prose(i, bytes) })
	}},
	{"one sentence repeated", func(n, bytes int) []string {
		return each(n, func(int) string { return repeat("The council closed the old bridge on Elm Street. ")(bytes) })
	}},
	{"a sentence each repeated", func(n, bytes int) []string {
		return each(n, func(i int) string { return repeat(Prose(i, 100) + " ")(bytes) })
	}},
	{"one word repeated", func(n, bytes int) []string {
		return each(n, func(int) string { return repeat("Bridge. ")(bytes) })
	}},
	{"one long sentence", func(n, bytes int) []string {
		return each(n, func(i int) string { return strings.ReplaceAll(Prose(0, bytes), ". ", " ") })
	}},
	{"one quotation", func(n, bytes int) []string {
		return each(n, func(i int) string { return "“" + strings.ReplaceAll(Prose(0, bytes), ". ", ", ") + "”" })
	}},
}

// Prose returns sentences that look like news to the engine: frequent and rare
// words, names and numbers. Another seed gives other sentences, of the same words.
func Prose(seed, bytes int) string {
	x := uint32(seed)*2654435761 + 1
	return fill(bytes, func(k int) string {
		x = x*1664525 + 1013904223
		r := int(x >> 8)
		switch {
		case r%7 == 0:
			return frequent[r/7%len(frequent)] + end(k)
		case r%31 == 0:
			return fmt.Sprint(r%9000+100) + end(k)
		}
		// The square makes low numbers, and so the same words, frequent.
		n := r % 4096 * (r / 4096 % 4096) >> 12
		return word(n*n>>10) + end(k)
	})
}

var frequent = strings.Fields("the of to and a in that for was with said on he by from at has as it his")

// word returns the nth of many made-up words. Every fifth is a name.
func word(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for k := n + 40; k > 0; k /= len(consonants) * len(vowels) {
		b.WriteByte(consonants[k%len(consonants)])
		b.WriteByte(vowels[k/len(consonants)%len(vowels)])
	}
	if n%5 == 0 {
		return strings.ToUpper(b.String()[:1]) + b.String()[1:]
	}
	return b.String()
}

// end returns what follows the kth word: every twentieth ends its sentence.
func end(k int) string {
	if k%20 == 19 {
		return ". "
	}
	return " "
}

// fill joins parts until they are as long as asked for.
func fill(bytes int, part func(i int) string) string {
	var b strings.Builder
	for i := 0; b.Len() < bytes; i++ {
		b.WriteString(part(i))
	}
	return b.String()
}

func repeat(s string) func(bytes int) string {
	return func(bytes int) string { return strings.Repeat(s, (bytes+len(s)-1)/len(s)) }
}

func each(n int, text func(i int) string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = text(i)
	}
	return out
}
