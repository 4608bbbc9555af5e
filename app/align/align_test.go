package align

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"samewire/app/text"
)

// story parses articles of the given sentences, a paragraph each.
func parse(articles ...[]string) []*text.Document {
	var docs []*text.Document
	for _, a := range articles {
		docs = append(docs, text.Parse(strings.Join(a, "\n\n")))
	}
	return docs
}

// matched lists the sentences that Align joins, as "a-b" of their numbers.
func matched(t *testing.T, docs []*text.Document) []string {
	t.Helper()
	matches, err := Align(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range matches {
		out = append(out, fmt.Sprintf("%d-%d", sentenceOf(docs, m.A), sentenceOf(docs, m.B)))
	}
	return out
}

func sentenceOf(docs []*text.Document, p Place) int {
	return slices.IndexFunc(docs[p.Article].Sentences, func(s text.Sentence) bool { return s.Overlap(p.Span) > 0 })
}

// The ferry story, told by two outlets.
var (
	harbour = []string{
		"A ferry with 212 passengers ran aground off the coast of Norway on Tuesday morning, the coast guard said.",
		"Rescue crews evacuated everyone on board within three hours despite heavy seas.",
		"“We heard a terrible scraping noise and then the lights went out,” said Ingrid Solberg, a nurse from Bergen.",
		"The ship's owner, Fjordlinje, has paid $8.5 billion kroner for new vessels since 2015.",
		"Investigators will examine the navigation equipment next week.",
	}
	gazette = []string{
		"More than 200 people were brought to safety after their boat hit rocks near Bergen.",
		"Rescue crews evacuated everyone on board within three hours, in spite of heavy seas.",
		"Ingrid Solberg, a nurse, said: “We heard a terrible scraping noise and then the lights went out.”",
		"Tickets for the summer season had sold out in March.",
		"Next week, investigators are to look at the navigation equipment.",
	}
)

func TestAlign(t *testing.T) {
	filler := []string{
		"The mayor opened a new library in the old town hall.",
		"Tomatoes need more water in August than in any other month.",
		"Two orchestras will share the concert hall from September.",
	}
	tests := []struct {
		name     string
		a, b     []string
		want     []string // must be among the matches
		unwanted []string
	}{
		{"edited and reordered words", harbour, gazette, []string{"1-1", "2-2", "4-4"}, []string{"3-3", "0-3", "1-3"}},
		{"moved copy", append(slices.Clone(filler), harbour[1]), append([]string{gazette[1]}, filler[1]), []string{"3-0", "1-1"}, []string{"0-0", "2-1"}},
		{
			"one lead split in two",
			[]string{"The city council voted on Monday to close the Elm Street bridge for repairs that will cost $4.2 million, and appointed engineer Marta Lopez to oversee the work.", filler[0]},
			[]string{"The city council voted Monday to close the Elm Street bridge for repairs that will cost $4.2 million.", "It appointed engineer Marta Lopez to oversee the work.", filler[1]},
			[]string{"0-0", "0-1"}, []string{"0-2", "1-0"},
		},
		{
			"names and titles alone",
			[]string{"President Margaret Holloway visited a steel plant in Ohio.", filler[0], filler[1]},
			[]string{filler[2], "President Margaret Holloway has three grown children.", "Bread prices rose again."},
			nil, []string{"0-1"},
		},
		{
			"two quotations by one speaker",
			[]string{"“The harvest was the worst in forty years,” said farmer Tom Abbott.", filler[0]},
			[]string{"“My grandchildren want nothing to do with cows,” said farmer Tom Abbott.", filler[1]},
			nil, []string{"0-0"},
		},
		{
			"datelines, share buttons and credits",
			[]string{"LONDON (Reuters) - Bread prices rose again in June.", "Sign up for our newsletter.", "Reporting by Ann Lee; editing by Bob Ray."},
			[]string{"LONDON (Reuters) - A rare moth was found in Kent.", "Sign up for our newsletter.", "Reporting by Carl Fox; editing by Bob Ray."},
			nil, []string{"0-0", "1-1", "2-2"},
		},
		{"nothing in common", filler, gazette, nil, []string{"0-0", "1-1", "2-2"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := matched(t, parse(tt.a, tt.b))
			for _, w := range tt.want {
				if !slices.Contains(got, w) {
					t.Errorf("no match %s among %v", w, got)
				}
			}
			for _, w := range tt.unwanted {
				if slices.Contains(got, w) {
					t.Errorf("unwanted match %s", w)
				}
			}
		})
	}
}

func TestRunInsideSentences(t *testing.T) {
	shared := "the reservoir above the village of Cwmdare had lost a third of its water since the spring"
	docs := parse(
		[]string{"Walkers who came up the valley path on Saturday with their dogs, flasks and folding chairs for the annual picnic were told that " + shared + ", and that nobody knew why."},
		[]string{"In a report of ninety pages that took two universities and four consultants the better part of a year to write, engineers conclude that " + shared + " because of a crack no wider than a thumb."},
	)
	matches, err := Align(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range matches {
		if strings.Contains(m.A.Of(docs[0].Source), shared) && strings.Contains(m.B.Of(docs[1].Source), shared) {
			return
		}
	}
	t.Errorf("no match holds the shared words: %v", matches)
}

func TestAlignOdd(t *testing.T) {
	same := harbour
	short := []string{"Bread prices rose again in June."}
	many := make([][]string, 200)
	for i := range many {
		many[i] = short
	}
	tests := []struct {
		name string
		docs []*text.Document
		want int
	}{
		{"no articles", nil, 0},
		{"one article", parse(same), 0},
		{"empty articles", parse(nil, nil, []string{""}), 0},
		{"one word each", parse([]string{"Bread"}, []string{"Bread"}), -1},
		{"only punctuation", parse([]string{"... !!!"}, []string{"..."}), 0},
		{"the same article twice", parse(same, same), len(same)},
		{"200 articles of one sentence", parse(many...), 200 * 199 / 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			matches, err := Align(context.Background(), tt.docs, nil)
			if err != nil {
				t.Fatal(err)
			}
			check(t, tt.docs, matches)
			if tt.want >= 0 && len(matches) != tt.want {
				t.Errorf("%d matches, want %d", len(matches), tt.want)
			}
		})
	}
}

// check tests what holds for any matches.
func check(t *testing.T, docs []*text.Document, matches []Match) {
	t.Helper()
	for i, m := range matches {
		if m.A.Article >= m.B.Article {
			t.Errorf("match %d: article %d before %d", i, m.A.Article, m.B.Article)
		}
		for _, p := range []Place{m.A, m.B} {
			d := docs[p.Article]
			if p.Start < 0 || p.End <= p.Start || p.End > len(d.Source) {
				t.Errorf("match %d: span %v outside of its article", i, p)
				continue
			}
			n := slices.IndexFunc(d.Sentences, func(s text.Sentence) bool { return s.Overlap(p.Span) > 0 })
			if s := d.Sentences[n]; p.Start < s.Start || p.End > s.End {
				t.Errorf("match %d: span %v outside of its sentence, %v", i, p, s.Span)
			}
			if slices.ContainsFunc(d.Words, func(w text.Word) bool { return w.Overlap(p.Span) > 0 && w.Overlap(p.Span) < w.Len() }) {
				t.Errorf("match %d: span %v cuts a word", i, p)
			}
		}
		if m.Similarity <= 0 || m.Similarity > 1 {
			t.Errorf("match %d: similarity %v", i, m.Similarity)
		}
		if i > 0 && compareMatches(matches[i-1], m) > 0 {
			t.Errorf("match %d is out of order", i)
		}
	}
}

// TestOrder aligns the articles in another order: the matches must be the same
// up to the articles' numbers.
func TestOrder(t *testing.T) {
	third := append([]string{"Officials praised the rescue."}, harbour[1:3]...)
	docs := parse(harbour, gazette, third)
	name := func(order []int) []string {
		var shuffled []*text.Document
		for _, n := range order {
			shuffled = append(shuffled, docs[n])
		}
		matches, err := Align(context.Background(), shuffled, nil)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, m := range matches {
			a := fmt.Sprint(order[m.A.Article], m.A.Span)
			b := fmt.Sprint(order[m.B.Article], m.B.Span)
			out = append(out, fmt.Sprint(min(a, b), max(a, b), m.Kind, m.Similarity))
		}
		slices.Sort(out)
		return out
	}
	want := name([]int{0, 1, 2})
	if len(want) < 5 {
		t.Fatalf("only %d matches", len(want))
	}
	for _, order := range [][]int{{1, 0, 2}, {2, 1, 0}, {1, 2, 0}} {
		if got := name(order); !slices.Equal(got, want) {
			t.Errorf("order %v:\n got %v\nwant %v", order, got, want)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Align(ctx, parse(harbour, gazette), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestProgress(t *testing.T) {
	last, total := -1, 0
	_, err := Align(context.Background(), parse(harbour, gazette, harbour), func(done, of int) {
		if done < last {
			t.Errorf("progress fell from %d to %d", last, done)
		}
		last, total = done, of
	})
	if err != nil || last != 3 || total != 3 {
		t.Errorf("ended with %d of %d, error %v", last, total, err)
	}
}

func FuzzAlign(f *testing.F) {
	f.Add(strings.Join(harbour, "\n\n"), strings.Join(gazette, "\n"), strings.Join(harbour[1:3], " "))
	f.Add("A.\x00 \xff“$8.5bn", "— x (@y) 35 per cent. www.a.b.com/ü?q", "A. A. A. A.")
	f.Add("LONDON (AP) —", "(Reuters) - -- 1,2.3.4 999999999999999999999", "")
	f.Add("La mairie a fermé le pont.", "La mairie a fermé le pont. Ici.", "市議会は橋を閉鎖した。")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if len(a)+len(b)+len(c) > 5000 {
			t.Skip("long texts are for the benchmarks")
		}
		docs := []*text.Document{text.Parse(a), text.Parse(b), text.Parse(c)}
		matches, err := Align(context.Background(), docs, nil)
		if err != nil {
			t.Fatal(err)
		}
		check(t, docs, matches)
		turned, err := Align(context.Background(), []*text.Document{docs[2], docs[0], docs[1]}, nil)
		if err != nil || len(turned) != len(matches) {
			t.Fatalf("%d matches, in another order %d, %v", len(matches), len(turned), err)
		}
	})
}

func BenchmarkAlign(b *testing.B) {
	var articles [][]string
	for i := range 20 {
		a := append(slices.Clone(harbour), gazette...)
		articles = append(articles, append(a, fmt.Sprintf("Article %d says nothing else of note.", i)))
	}
	docs := parse(articles...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Align(context.Background(), docs, nil); err != nil {
			b.Fatal(err)
		}
	}
}
