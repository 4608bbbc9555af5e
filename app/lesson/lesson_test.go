package lesson

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"samewire/app/align"
	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/text"
	"samewire/app/words"
)

// harbour is three articles on one event that show what lessons ask for.
var harbour = &story.Story{ID: "harbour", Title: "The harbour wall", Articles: []story.Article{
	{Outlet: "The Daily Gull", Text: `The city council of Port Merrin voted on Tuesday to rebuild the old harbour wall after two winters of storms.

The new wall will cost $8.5 million and will be 640 metres long, engineer Clara Osei told the meeting in the town hall.

"We cannot wait for another winter, because the sea has already taken four metres of the promenade," Mayor Ruth Adeyemi said. "The wall protects three hundred homes and the only road to the hospital."

Fishermen have complained for years that the narrow entrance of the basin is dangerous for larger boats in an easterly wind.

The first stones are expected to arrive by barge from a quarry in Norway next spring, Reuters reported.

A survey by the university found that 35 percent of the shops on the quay had been flooded at least once since 2019.

The council also agreed to plant 200 pine trees from Norway along the western footpath where the dunes have been washed away.`},
	{Outlet: "Coast Herald", Text: `The council of Port Merrin decided on Tuesday to rebuild the old harbour wall after two winters of violent storms.

The new wall will cost about $8.5 million (£6.7 million) and will be 640 metres long, engineer Clara Osei told the meeting in the town hall.

"We cannot wait for another winter, because the sea has already swallowed four metres of the promenade," Mayor Ruth Adeyemi said. "The wall protects three hundred homes and the only road to the hospital."

Fishermen have complained for years that the narrow entrance of the basin is risky for bigger boats in an easterly wind.

The first stones are expected to arrive by barge from a quarry in Norway next spring.

A survey by the university found that 35% of the shops on the quay had been flooded at least once since 2019.

The council also agreed to plant 300 pine trees from Norway along the western footpath where the dunes have been washed away.`},
	{Outlet: "Merrin Online", Text: `Port Merrin will get a new harbour wall after its council voted on Tuesday to replace the old one, battered by two winters of storms.

The new wall will cost $8.5 million and will be 640 metres long, said engineer Clara Osei at the meeting in the town hall.

Mayor Ruth Adeyemi said that they could not wait for another winter, because the sea had already taken four metres of the promenade, and that the wall protected three hundred homes and the only road to the hospital.

For years fishermen have complained that the narrow entrance of the basin is dangerous for larger boats in an easterly wind.

The first stones are expected to arrive by barge from a quarry in Norway next spring.

A survey by the university found that 35 percent of the shops on the quay had been flooded since 2019.

The council also agreed to plant pine trees from Norway along the western footpath where the dunes have been washed away.`},
}}

func analyze(t testing.TB, s *story.Story) *analysis.Analysis {
	t.Helper()
	a, err := analysis.Analyze(context.Background(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func builtIn(t testing.TB) *analysis.Analysis {
	t.Helper()
	s, err := story.ReadDir(os.DirFS("../../web/stories"), "amazon-layoffs")
	if err != nil {
		t.Fatal(err)
	}
	return analyze(t, s)
}

func mustMake(t testing.TB, a *analysis.Analysis, o Options) *Lesson {
	t.Helper()
	l, err := Make(context.Background(), a, o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func all(t testing.TB, a *analysis.Analysis, seed uint64) []*Question {
	t.Helper()
	list, err := All(context.Background(), a, Options{Seed: seed})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestEveryKindIsAsked(t *testing.T) {
	for name, a := range map[string]*analysis.Analysis{"harbour": analyze(t, harbour), "built-in": builtIn(t)} {
		l := mustMake(t, a, Options{Seed: 3})
		for _, k := range Kinds() {
			if !slices.ContainsFunc(l.Questions, func(q *Question) bool { return q.Kind == k }) {
				t.Errorf("%s: no question of the kind %v", name, k)
			}
		}
		if len(l.Questions) > DefaultMax {
			t.Errorf("%s: %d questions", name, len(l.Questions))
		}
	}
}

func TestSameSeedSameBytes(t *testing.T) {
	a := analyze(t, harbour)
	first := mustMake(t, a, Options{Seed: 7}).JSON()
	if again := mustMake(t, analyze(t, harbour), Options{Seed: 7}).JSON(); !bytes.Equal(first, again) {
		t.Error("the same story and seed gave two lessons")
	}
	for seed := uint64(8); seed < 12; seed++ {
		if !bytes.Equal(bytes.ReplaceAll(mustMake(t, a, Options{Seed: seed}).JSON(), []byte(`"seed":`+number(int(seed))), []byte(`"seed":7`)), first) {
			return
		}
	}
	t.Error("no seed gave another lesson")
}

// TestIDsDoNotDependOnTheSeed matters to lesson files.
func TestIDsDoNotDependOnTheSeed(t *testing.T) {
	a := builtIn(t)
	ids := func(seed uint64) []string {
		var out []string
		for _, q := range all(t, a, seed) {
			out = append(out, q.ID)
		}
		return out
	}
	one := ids(1)
	if two := ids(2); !slices.Equal(one, two) {
		t.Errorf("%v\n%v", one, two)
	}
	slices.Sort(one)
	if len(slices.Compact(slices.Clone(one))) != len(one) {
		t.Error("two questions have one ID")
	}
}

func TestQuestionsAreSound(t *testing.T) {
	for _, a := range []*analysis.Analysis{analyze(t, harbour), builtIn(t)} {
		for seed := range uint64(6) {
			for _, q := range all(t, a, seed) {
				sound(t, a, q)
			}
		}
	}
}

// sound checks what holds for every question.
func sound(t *testing.T, a *analysis.Analysis, q *Question) {
	t.Helper()
	for _, e := range q.Exhibits {
		whole(t, a, q, e.Place)
		for _, f := range e.Focus {
			if f.Start < e.Start || f.End > e.End || f.Len() <= 0 {
				t.Errorf("%s: focus %v outside %v", q.ID, f, e.Place)
			}
		}
		if e.Letter == story.Letter(e.Article) {
			t.Errorf("%s: %s is the letter of its article", q.ID, e.Letter)
		}
	}
	for _, p := range q.Answer.Places {
		whole(t, a, q, p)
	}
	for i, m := range q.Answer.Marks {
		if !slices.Contains(q.Tokens(a, m.Exhibit), m.Span) {
			t.Errorf("%s: mark %v is no word of its exhibit", q.ID, m)
		}
		if i > 0 && compareMarks(q.Answer.Marks[i-1], m) >= 0 {
			t.Errorf("%s: marks out of order", q.ID)
		}
	}
	if len(q.Answer.Choices) != len(q.Items) || len(q.Items) > 0 && len(q.Options) < 2 {
		t.Errorf("%s: %d choices of %d options for %d items", q.ID, len(q.Answer.Choices), len(q.Options), len(q.Items))
	}
	for i, c := range q.Answer.Choices {
		if c < 0 || c >= len(q.Options) || q.Items[i] < -1 || q.Items[i] >= len(q.Exhibits) {
			t.Errorf("%s: item %d, choice %d", q.ID, q.Items[i], c)
		}
	}
	for _, o := range q.Options {
		if o.IsPart() && (o.Part.Start < q.Exhibits[0].Start || o.Part.End > q.Exhibits[0].End) {
			t.Errorf("%s: option %v outside its exhibit", q.ID, o.Part)
		}
	}
	if len(q.Answer.Explain) == 0 || q.Difficulty < 1 || q.Difficulty > 3 || !strings.HasPrefix(q.ID, q.Kind.String()+"-") {
		t.Errorf("%s: no explanation, or difficulty %d", q.ID, q.Difficulty)
	}
	if (q.Kind == Spot) != (len(q.Answer.Marks) > 0) || (q.Kind == Spot || q.Kind == Rewrite) != (len(q.Items) == 0) {
		t.Errorf("%s: %d marks, %d items", q.ID, len(q.Answer.Marks), len(q.Items))
	}
	readable(t, q)
}

// whole checks that a place lies in its article and cuts no character.
func whole(t *testing.T, a *analysis.Analysis, q *Question, p align.Place) {
	t.Helper()
	source := a.Documents[p.Article].Source
	if p.Start < 0 || p.End > len(source) || p.Len() <= 0 || !utf8.RuneStart(source[p.Start]) || p.End < len(source) && !utf8.RuneStart(source[p.End]) {
		t.Errorf("%s: bad place %v", q.ID, p)
	}
}

// readable checks that each message has words and what fills their gaps.
func readable(t *testing.T, q *Question) {
	t.Helper()
	table := words.English()
	messages := append([]Message{q.Prompt, q.Look, q.Kind.Title()}, q.Answer.Explain...)
	for _, o := range q.Options {
		if !o.IsPart() {
			messages = append(messages, o.Message)
		}
	}
	for _, m := range messages {
		form, ok := table.Text(m.Key)
		if !ok {
			t.Errorf("%s: no message %q", q.ID, m.Key)
		}
		for _, part := range strings.Split(form, "{")[1:] {
			gap, _, _ := strings.Cut(part, "}")
			if i := slices.Index(m.With, gap); i < 0 || i%2 == 1 || m.With[i+1] == "" {
				t.Errorf("%s: nothing fills {%s} of %s", q.ID, gap, m.Key)
			}
		}
	}
}

// TestNothingIsGivenAway looks for outlets' names in all that is shown before
// the reveal.
func TestNothingIsGivenAway(t *testing.T) {
	built := builtIn(t)
	named := *built.Story
	named.Articles = slices.Clone(named.Articles)
	for i, name := range []string{"Alpha Times", "The Information", "Bloomberg News", "Reuters"} {
		named.Articles[i].Outlet = name
	}
	for _, a := range []*analysis.Analysis{analyze(t, harbour), analyze(t, &named)} {
		for seed := range uint64(4) {
			for _, q := range all(t, a, seed) {
				for _, s := range hiddenMessages(q) {
					for i := range a.Story.Articles {
						if strings.Contains(s, a.Story.Outlet(i)) {
							t.Errorf("%s: %q names %s", q.ID, s, a.Story.Outlet(i))
						}
					}
				}
				for _, e := range q.Exhibits {
					if name := strings.TrimSuffix(a.Story.Outlet(e.Article), " News"); strings.Contains(a.Text(e.Place), name) {
						t.Errorf("%s: %s shows its outlet's name: %s", q.ID, e.Letter, a.Text(e.Place))
					}
				}
			}
		}
	}
}

func hiddenMessages(q *Question) []string {
	table := words.English()
	out := []string{q.Prompt.In(table), q.Look.In(table), q.Kind.Title().In(table)}
	for _, o := range q.Options {
		out = append(out, o.In(table))
	}
	return out
}

func TestOptions(t *testing.T) {
	a := builtIn(t)
	list := all(t, a, 1)
	excluded := list[0].Passages[0]
	for _, q := range mustMake(t, a, Options{Seed: 1, Exclude: []int{excluded}, Max: 50}).Questions {
		if slices.Contains(q.Passages, excluded) {
			t.Errorf("%s touches passage %d", q.ID, excluded)
		}
	}
	l := mustMake(t, a, Options{Kinds: []Kind{Rewrite, Spot, Rewrite, 99}, Max: 5})
	if len(l.Questions) != 5 || l.Questions[0].Kind != Rewrite || l.Questions[4].Kind != Spot {
		t.Errorf("kinds and their order don't count: %v", l.Questions)
	}
	for i := 1; i < len(l.Questions); i++ {
		if p, q := l.Questions[i-1], l.Questions[i]; p.Kind == q.Kind && p.Difficulty > q.Difficulty {
			t.Error("a hard question stands before an easy one")
		}
	}
	order := []string{list[3].ID, "spot-unknown", list[0].ID, list[3].ID}
	l = mustMake(t, a, Options{Order: order, Prompts: map[string]string{list[0].ID: "What is new?"}})
	if len(l.Questions) != 2 || l.Questions[0].ID != list[3].ID || l.Questions[1].Own != "What is new?" {
		t.Errorf("order %v gave %v", order, l.Questions)
	}
}

func TestNothingToAsk(t *testing.T) {
	a := analyze(t, &story.Story{ID: "apart", Articles: []story.Article{
		{Text: "The ferry sails at noon."}, {Text: "Bakers bake bread before dawn."},
	}})
	if l := mustMake(t, a, Options{}); len(l.Questions) != 0 || !bytes.Contains(l.JSON(), []byte(`"questions":[]`)) {
		t.Errorf("%s", l.JSON())
	}
}

func TestMakeStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Make(ctx, analyze(t, harbour), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// TestWhatIsAsked compares with what the harbour's texts say.
func TestWhatIsAsked(t *testing.T) {
	a := analyze(t, harbour)
	asked := make(map[string]bool)
	for _, q := range all(t, a, 1) {
		for i, c := range q.Answer.Choices {
			at := q.Items[i]
			switch o := q.Options[c]; {
			case o.IsPart():
				asked["source "+o.Part.Of(a.Documents[q.Exhibits[0].Article].Source)] = true
			case at < 0:
				asked[o.In(words.English())+": "+marked(a, q)] = true
			default:
				asked[o.Key+" "+a.Story.Outlet(q.Exhibits[at].Article)] = true
			}
		}
	}
	for _, want := range []string{
		"words.altered The Daily Gull", // compared with the Coast Herald
		"words.unmarked Merrin Online",
		"Both can be true: one is rounded or less exact: $8.5 million, about $8.5 million",
		"They can’t both be true: 200, 300",
		"They only look different: the same figure, written in another form or unit: 35 percent, 35%",
		"source The first stones are expected to arrive by barge from a quarry in Norway next spring, Reuters reported.",
		"They say the same: Fishermen have, Fishermen have",
		"They are about two different things: The council, The first",
	} {
		if !asked[want] {
			t.Errorf("nothing asks for %q, but %q", want, slices.Sorted(maps.Keys(asked)))
		}
	}
}

// marked returns what a question marks in its exhibits, or how these begin, in
// alphabetical order.
func marked(a *analysis.Analysis, q *Question) string {
	var out []string
	for _, e := range q.Exhibits {
		for _, f := range e.Focus {
			out = append(out, f.Of(a.Documents[e.Article].Source))
		}
		if len(e.Focus) == 0 {
			out = append(out, strings.Join(strings.Fields(a.Text(e.Place))[:2], " "))
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestHolds(t *testing.T) {
	d := text.Parse("The council, it said, voted.")
	if holds(d.Words, []string{"council"}) || !holds(text.Parse("The Council voted.").Words, []string{"council"}) {
		t.Error("a name is one where it is written with a capital letter")
	}
}

func BenchmarkMake(b *testing.B) {
	a := builtIn(b)
	for b.Loop() {
		mustMake(b, a, Options{})
	}
}
