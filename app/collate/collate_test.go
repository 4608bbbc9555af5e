package collate

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/text"
)

func parse(articles ...[]string) []*text.Document {
	var docs []*text.Document
	for _, a := range articles {
		docs = append(docs, text.Parse(strings.Join(a, " ")))
	}
	return docs
}

// mustCollate collates without an end.
func mustCollate(t testing.TB, docs []*text.Document, matches []align.Match) []Passage {
	t.Helper()
	passages, err := Collate(context.Background(), docs, matches)
	if err != nil {
		t.Fatal(err)
	}
	return passages
}

// match joins sentence i of article a with sentence j of article b.
func match(docs []*text.Document, a, i, b, j int, similarity float64) align.Match {
	return align.Match{
		A:          align.Place{Article: a, Span: docs[a].Sentences[i].Span},
		B:          align.Place{Article: b, Span: docs[b].Sentences[j].Span},
		Similarity: similarity,
	}
}

// describe writes a passage as "0:first words…|1:…".
func describe(docs []*text.Document, p Passage) string {
	var parts []string
	for _, r := range p.Readings {
		parts = append(parts, fmt.Sprintf("%d:%s", r.Article, r.Of(docs[r.Article].Source)))
	}
	return strings.Join(parts, "|")
}

func TestCollate(t *testing.T) {
	type edge struct {
		a, i, b, j int
		similarity float64
	}
	tests := []struct {
		name     string
		articles [][]string
		edges    []edge
		want     []string
	}{
		{"no matches", [][]string{{"Bread rose."}, {"Rain fell."}}, nil, nil},
		{
			"three outlets that agree",
			[][]string{{"Bread rose."}, {"Rain fell.", "Bread rose."}, {"Bread rose."}},
			[]edge{{0, 0, 1, 1, 1}, {0, 0, 2, 0, 1}, {1, 1, 2, 0, 1}},
			[]string{"0:Bread rose.|1:Bread rose.|2:Bread rose."},
		},
		{
			"no chain",
			[][]string{{"Bread rose."}, {"Bread rose as rain fell."}, {"Rain fell."}},
			[]edge{{0, 0, 1, 0, 0.9}, {1, 0, 2, 0, 0.7}},
			[]string{"0:Bread rose.|1:Bread rose as rain fell."},
		},
		{
			"a weak link in a strong group",
			[][]string{{"Bread rose."}, {"Bread rose."}, {"Bread rose."}, {"Loaves cost more."}},
			[]edge{{0, 0, 1, 0, 1}, {0, 0, 2, 0, 1}, {1, 0, 2, 0, 1}, {0, 0, 3, 0, 0.8}, {1, 0, 3, 0, 0.8}},
			[]string{"0:Bread rose.|1:Bread rose.|2:Bread rose.|3:Loaves cost more."},
		},
		{
			"a lead split in two",
			[][]string{
				{"The council closed the old bridge on Elm Street and appointed Marta Lopez to oversee repairs."},
				{"The council closed the old bridge on Elm Street.", "It appointed Marta Lopez to oversee repairs.", "Rain fell."},
			},
			[]edge{{0, 0, 1, 0, 0.9}, {0, 0, 1, 1, 0.7}},
			[]string{"0:The council closed the old bridge on Elm Street and appointed Marta Lopez to oversee repairs.|" +
				"1:The council closed the old bridge on Elm Street. It appointed Marta Lopez to oversee repairs."},
		},
		{
			"a headline that says the lead",
			[][]string{
				{"Council closes old Elm Street bridge.", "The council closed the old bridge on Elm Street."},
				{"The council closed the old bridge on Elm Street."},
			},
			[]edge{{0, 0, 1, 0, 0.7}, {0, 1, 1, 0, 1}},
			[]string{"0:The council closed the old bridge on Elm Street.|1:The council closed the old bridge on Elm Street."},
		},
		{
			"a lead told twice, and a sentence that is a little like one of them",
			[][]string{
				{"The council shut the old bridge.", "Rain fell.", "Few bridges are as old."},
				{"The old bridge is closed.", "The council closed the old bridge."},
			},
			[]edge{{0, 0, 1, 0, 0.9}, {0, 0, 1, 1, 0.95}, {0, 2, 1, 0, 0.6}},
			[]string{"0:The council shut the old bridge.|1:The council closed the old bridge."},
		},
		{
			"a lead told twice, and a sentence that is nearly as like one of them",
			[][]string{
				{"The council shut the old bridge.", "Rain fell.", "The old bridge has been closed."},
				{"The old bridge is closed.", "The council closed the old bridge."},
			},
			[]edge{{0, 0, 1, 0, 0.9}, {0, 0, 1, 1, 0.95}, {0, 2, 1, 0, 0.8}},
			[]string{
				"0:The council shut the old bridge.|1:The council closed the old bridge.",
				"0:The old bridge has been closed.|1:The old bridge is closed.",
			},
		},
		{
			"a lead told again at the end",
			[][]string{
				{"The council closed the old bridge on Elm Street on Monday.", "Rain fell.", "The council closed the old bridge on Elm Street on Monday."},
				{"Snow came.", "The council closed the old bridge on Elm Street on Monday."},
				{"The council shut the old bridge on Elm Street on Monday."},
			},
			[]edge{{0, 0, 1, 1, 1}, {0, 2, 1, 1, 1}, {0, 0, 2, 0, 0.9}, {0, 2, 2, 0, 0.9}, {1, 1, 2, 0, 0.9}},
			[]string{"0:The council closed the old bridge on Elm Street on Monday.|0:The council closed the old bridge on Elm Street on Monday.|" +
				"1:The council closed the old bridge on Elm Street on Monday.|2:The council shut the old bridge on Elm Street on Monday."},
		},
		{
			"two sentences of one kind",
			[][]string{
				{"The council closed the old bridge on Elm Street on Monday.", "Rain fell.", "On Monday a new school on Oak Street was opened by the mayor."},
				{"The council closed the old bridge on Elm Street on Monday."},
			},
			[]edge{{0, 0, 1, 0, 1}, {0, 2, 1, 0, 0.8}},
			[]string{"0:The council closed the old bridge on Elm Street on Monday.|1:The council closed the old bridge on Elm Street on Monday."},
		},
		{
			"own copy at the end",
			[][]string{
				{"The old bridge on Elm Street closed, and nobody who was asked in the market square seemed to mind."},
				{"The bridge on Elm Street closed."},
			},
			[]edge{{0, 0, 1, 0, 0.9}},
			[]string{"0:The old bridge on Elm Street closed|1:The bridge on Elm Street closed."},
		},
		{
			"the order most articles have",
			[][]string{
				{"Bread rose.", "Rain fell.", "Dogs barked."},
				{"Dogs barked.", "Bread rose.", "Rain fell."},
				{"Bread rose.", "Dogs barked.", "Rain fell.", "Snow came."},
			},
			[]edge{
				{0, 0, 1, 1, 1}, {0, 0, 2, 0, 1}, {1, 1, 2, 0, 1},
				{0, 1, 1, 2, 1}, {0, 1, 2, 2, 1}, {1, 2, 2, 2, 1},
				{0, 2, 1, 0, 1}, {0, 2, 2, 1, 1}, {1, 0, 2, 1, 1},
			},
			[]string{
				"0:Bread rose.|1:Bread rose.|2:Bread rose.",
				"0:Dogs barked.|1:Dogs barked.|2:Dogs barked.",
				"0:Rain fell.|1:Rain fell.|2:Rain fell.",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs := parse(tt.articles...)
			var matches []align.Match
			for _, e := range tt.edges {
				matches = append(matches, match(docs, e.a, e.i, e.b, e.j, e.similarity))
			}
			passages := mustCollate(t, docs, matches)
			var got []string
			for i, p := range passages {
				got = append(got, describe(docs, p))
				if p.ID != i+1 {
					t.Errorf("passage %d has the number %d", i, p.ID)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			check(t, docs, passages)
		})
	}
}

// check tests what holds for any passages.
func check(t *testing.T, docs []*text.Document, passages []Passage) {
	t.Helper()
	for _, p := range passages {
		if len(p.Readings) < 2 || p.Base < 0 || p.Base >= len(p.Readings) {
			t.Fatalf("passage %d: %d readings, base %d", p.ID, len(p.Readings), p.Base)
		}
		if k := p.Readings[p.Base].Kind; k != align.Verbatim {
			t.Errorf("passage %d: its base is %v", p.ID, k)
		}
		for i, r := range p.Readings {
			if r.Start < 0 || r.End <= r.Start || r.End > len(docs[r.Article].Source) {
				t.Errorf("passage %d: span %v outside of article %d", p.ID, r.Span, r.Article)
			}
			if i > 0 && (p.Readings[i-1].Article > r.Article || p.Readings[i-1].Article == r.Article && p.Readings[i-1].End > r.Start) {
				t.Errorf("passage %d: readings of article %d overlap or are out of order", p.ID, r.Article)
			}
			for _, q := range passages[:p.ID-1] {
				for _, s := range q.Readings {
					if s.Article == r.Article && s.Overlap(r.Span) > 0 {
						t.Errorf("passages %d and %d share words of article %d", q.ID, p.ID, r.Article)
					}
				}
			}
		}
	}
}

func TestBase(t *testing.T) {
	words := func(s string) []text.Word { return text.Parse(s).Words }
	tests := []struct {
		name  string
		words []string
		want  int
	}{
		{"of equals, the first in the alphabet", []string{"one two three", "one two"}, 1},
		{"the majority", []string{"nine eight seven", "one two three", "one two three"}, 1},
		{"the middle", []string{"a b c d x y", "a b c d e f", "u v c d e f"}, 1},
	}
	for _, tt := range tests {
		var list [][]text.Word
		for _, s := range tt.words {
			list = append(list, words(s))
		}
		if got := chooseBase(list, tt.words); got != tt.want {
			t.Errorf("%s: base %d, want %d", tt.name, got, tt.want)
		}
	}
}

// story is three outlets' telling of one event, with copy moved, split and cut.
var story = [][]string{
	{
		"A fire destroyed the covered market of Old Harwick early on Sunday, the brigade said.",
		"Nobody was hurt, but forty stallholders lost everything they had.",
		"“I have sold cheese here since I was nine,” said Agnes Pruitt, who is 81.",
		"The council will meet on Monday to discuss temporary stalls on the common, and has opened a relief fund with £50,000.",
	},
	{
		"Forty stallholders lost everything they had, but nobody was hurt.",
		"The covered market of Old Harwick was destroyed by a fire early on Sunday.",
		"The council will meet on Monday to discuss temporary stalls on the common.",
		"It has opened a relief fund with £50,000.",
	},
	{
		"Old Harwick has lost its covered market to a fire.",
		"“I have sold cheese here since I was nine,” said 81-year-old Agnes Pruitt.",
		"No one was injured, yet forty stallholders lost everything they had.",
		"A relief fund with £50,000 has been opened by the council.",
	},
}

// TestOrder collates the articles in every order: the passages must be the
// same up to the articles' numbers.
func TestOrder(t *testing.T) {
	run := func(order []int) []string {
		var articles [][]string
		for _, n := range order {
			articles = append(articles, story[n])
		}
		docs := parse(articles...)
		matches, err := align.Align(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		passages := mustCollate(t, docs, matches)
		check(t, docs, passages)
		var out []string
		for _, p := range passages {
			var parts []string
			for _, r := range p.Readings {
				parts = append(parts, fmt.Sprintf("%d:%v", order[r.Article], r.Span))
			}
			slices.Sort(parts)
			out = append(out, strings.Join(parts, " "))
		}
		return out
	}
	want := run([]int{0, 1, 2})
	if len(want) < 3 {
		t.Fatalf("only the passages %v", want)
	}
	for _, order := range [][]int{{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		if got := run(order); !slices.Equal(got, want) {
			t.Errorf("order %v:\n got %v\nwant %v", order, got, want)
		}
	}
}

func TestCollateOdd(t *testing.T) {
	one := []string{"Bread prices rose again in June."}
	many := make([][]string, 200)
	for i := range many {
		many[i] = one
	}
	docs := parse(many...)
	matches, err := align.Align(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	passages := mustCollate(t, docs, matches)
	check(t, docs, passages)
	if len(passages) != 1 || len(passages[0].Readings) != 200 {
		t.Errorf("%d passages of 200 articles of one sentence", len(passages))
	}

	// Matches that don't fit the articles are passed over.
	docs = parse(one, one)
	outside := align.Match{A: align.Place{Article: 0, Span: text.Span{Start: 0, End: 900}}, B: align.Place{Article: 7}}
	if got := mustCollate(t, docs, []align.Match{outside, {}}); len(got) != 0 {
		t.Errorf("passages %v of broken matches", got)
	}
	if got := mustCollate(t, nil, nil); len(got) != 0 {
		t.Errorf("passages %v of nothing", got)
	}
}

// FuzzCollate collates matches with any spans.
func FuzzCollate(f *testing.F) {
	f.Add("Bread rose. Rain fell, and how.", "Rain fell. Bread rose!", []byte{0, 11, 12, 30, 12, 31, 0, 9})
	f.Add("“A — b.", "", []byte{1, 3, 0, 0})
	f.Fuzz(func(t *testing.T, a, b string, spans []byte) {
		if len(a)+len(b) > 2000 || len(spans) > 400 {
			return
		}
		docs := []*text.Document{text.Parse(a), text.Parse(b)}
		var matches []align.Match
		for ; len(spans) >= 4; spans = spans[4:] {
			matches = append(matches, align.Match{
				A:          align.Place{Article: 0, Span: text.Span{Start: int(spans[0]), End: int(spans[1])}},
				B:          align.Place{Article: 1, Span: text.Span{Start: int(spans[2]), End: int(spans[3])}},
				Similarity: float64(spans[0]^spans[3]) / 255,
			})
		}
		check(t, docs, mustCollate(t, docs, matches))
	})
}

func BenchmarkCollate(b *testing.B) {
	var articles [][]string
	for range 10 {
		articles = append(articles, story...)
	}
	docs := parse(articles...)
	matches, err := align.Align(context.Background(), docs, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		mustCollate(b, docs, matches)
	}
}
