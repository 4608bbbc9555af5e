package ui

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/text"
)

// TestHits tells for queries what is found: the sentences, the words found in
// them within brackets.
func TestHits(t *testing.T) {
	const article = `The mayor cut 1,200 jobs on Monday. “We had to cut costs,” he said in Zürich.

The café closed. Its owner’s résumé is long; she cuts hair. She said: “We won’t be closing.”

Job cuts at the port, and job cuts at the harbour. The U.S. firm said no.`
	const loose = "or else: "
	tests := []struct {
		query string
		want  []string
	}{
		{"", nil},
		{"?!", nil},
		{"mayor", []string{"The [mayor] cut 1,200 jobs on Monday."}},
		{"MAYOR CUTS", []string{"The [mayor cut] 1,200 jobs on Monday."}},
		{"zurich", []string{"“We had to cut costs,” he said in [Zürich]."}},
		{"Zürich", []string{"“We had to cut costs,” he said in [Zürich]."}},
		{"cafe", []string{"The [café] closed."}},
		{"CAFÉ", []string{"The [café] closed."}},
		{"resume", []string{"Its owner’s [résumé] is long; she cuts hair."}},
		{"owner", []string{"Its [owner’s] résumé is long; she cuts hair."}},
		{"1200", []string{"The mayor cut [1,200] jobs on Monday."}},
		{"US firm", []string{"The [U.S. firm] said no."}},
		{"close", []string{"The café [closed].", "She said: “We won’t be [closing].”"}},
		{`"close"`, nil},
		{`"closed"`, []string{"The café [closed]."}},
		{"“Closed”", []string{"The café [closed]."}},
		{`"cuts`, []string{"Its owner’s résumé is long; she [cuts] hair.", "Job [cuts] at the port, and job [cuts] at the harbour."}},
		{"job cut", []string{"[Job cuts] at the port, and [job cuts] at the harbour."}},
		{"cut jobs", []string{loose + "The mayor [cut] 1,200 [jobs] on Monday.", loose + "[Job] [cuts] at the port, and [job] [cuts] at the harbour."}},
		{"jobs jobs mayor", []string{loose + "The [mayor] cut 1,200 [jobs] on Monday."}},
		{`"job cuts" harbour`, []string{"[Job cuts] at the port, and [job cuts] at the [harbour]."}},
		{`harbour "cut jobs"`, nil},
		{`"cut jobs"`, nil},
		{"Monday we had", []string{"The mayor cut 1,200 jobs on [Monday. “We had] to cut costs,” he said in Zürich."}},
		{"zebra", nil},
		{"mayor zebra", nil},
	}
	d := &desk{Analysis: &analysis.Analysis{Story: &story.Story{}, Documents: []*text.Document{text.Parse(article)}}}
	for _, tt := range tests {
		hits, together := d.search(readQuery(tt.query))
		var got []string
		for _, h := range hits {
			var b strings.Builder
			if !together {
				b.WriteString(loose)
			}
			at := h.Start
			for _, f := range h.found {
				b.WriteString(article[at:f.Start] + "[" + f.Of(article) + "]")
				at = f.End
			}
			got = append(got, b.String()+article[at:h.End])
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n%q\nwant\n%q", tt.query, got, tt.want)
		}
	}
}

// FuzzHits holds for any query and text that what is found lies in order within
// its sentences, and that hits don't overlap.
func FuzzHits(f *testing.F) {
	f.Add("a b", "A b. C a b a b? B.")
	f.Add(`"x" y`, "X. Y x\n\nx x y")
	f.Add("é", "E\u0301 \xff é")
	f.Fuzz(func(t *testing.T, s, article string) {
		clean := cleanQuery(s)
		if again := cleanQuery(clean); again != clean || utf8.RuneCountInString(clean) > maxQuery {
			t.Errorf("%q is cleaned to %q, then to %q", s, clean, again)
		}
		doc := text.Parse(article)
		q := readQuery(clean)
		apart, _ := q.apart()
		for _, q := range []query{q, apart} {
			end := 0
			for _, h := range q.hits(doc, 0) {
				if h.Start < end || h.End > len(article) {
					t.Fatalf("%q in %q: hit %v after %d", clean, article, h, end)
				}
				end = h.End
				at := h.Start
				for _, f := range h.found {
					if f.Start < at || f.End <= f.Start || f.End > h.End {
						t.Fatalf("%q in %q: found %v in %v", clean, article, f, h)
					}
					at = f.End
				}
			}
		}
	})
}
