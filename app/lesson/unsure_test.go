package lesson

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/story"
	"samewire/app/text"
	"samewire/app/words"
)

// TestOneOutlet asks for no comparison of an outlet with itself: its two
// versions are no two ways of telling a thing, and a lesson says so.
func TestOneOutlet(t *testing.T) {
	one := *harbour
	one.Articles = slices.Clone(harbour.Articles)
	for i := range one.Articles {
		one.Articles[i].Outlet = "The Daily Gull"
	}
	for _, q := range all(t, analyze(t, &one), 1) {
		if len(q.Exhibits) > 1 || q.Kind == Rewrite {
			t.Errorf("%s compares an outlet with itself", q.ID)
		}
	}
}

// asked returns the questions of a kind on two texts of two outlets.
func asked(t *testing.T, k Kind, one, other string) []*Question {
	t.Helper()
	a := analyze(t, &story.Story{ID: "two", Articles: []story.Article{{Outlet: "Gull", Text: one}, {Outlet: "Herald", Text: other}}})
	return slices.DeleteFunc(all(t, a, 1), func(q *Question) bool { return q.Kind != k })
}

// TestBeginAlike holds that a dateline that only one text has, or its first
// words that the other passage leaves out, are not asked for as a change.
func TestBeginAlike(t *testing.T) {
	for _, c := range []struct {
		p, q string
		want bool
	}{
		{"The wall fell.", "“Walls fell.”", true},
		{"MERRIN • The wall fell.", "The wall fell.", false},
		{"engineer Clara Osei said", "The engineer said", false},
		{"engineer Clara Osei said", "an engineer said", true},
		{"U.S. engineers said", "The engineers said", true},
	} {
		if got := beginAlike(c.p, c.q); got != c.want {
			t.Errorf("%q, %q: %v", c.p, c.q, got)
		}
	}
	const wall = "The old harbour wall gives most boats only little shelter from heavy easterly storms."
	if len(asked(t, Spot, wall, strings.Replace(wall, "little", "poor", 1))) != 1 {
		t.Error("a changed word isn't asked for")
	}
	if list := asked(t, Spot, wall, "MERRIN • "+wall); len(list) > 0 {
		t.Errorf("asks for a dateline: %v", list[0].Answer.Explain)
	}
}

// TestTellsMore holds that a sentence that tells a second thing too isn't asked
// for as the same.
func TestTellsMore(t *testing.T) {
	const short = "On Monday the mayor visited the flooded harbour with engineers, shopkeepers and fishermen and called the storm a tragedy for the whole town."
	for _, c := range []struct {
		other string
		want  int
	}{
		{"On Monday the mayor went to the flooded harbour with engineers, shopkeepers and fishermen and called the storm a tragedy for the whole town.", 1},
		{"On Monday the mayor went to the flooded harbour with engineers, shopkeepers and fishermen and called the storm a tragedy for the whole town, and promised another wall.", 0},
	} {
		if list := asked(t, Same, short, c.other); len(list) != c.want {
			t.Errorf("%q: %d questions", c.other, len(list))
		}
	}
}

// TestWordedAnew holds that what is only cut or put in front, or run together,
// is no other wording.
func TestWordedAnew(t *testing.T) {
	const base = "The old harbour wall gives most boats only little shelter from heavy easterly storms."
	for _, c := range []struct {
		other string
		want  bool
	}{
		{"The old harbour wall protects most boats only poorly against heavy easterly storms.", true},
		{"The old wall gives boats only little shelter from storms.", false},
		{"Editor’s note: the old harbour wall protects most boats only poorly against heavy easterly storms.", false},
		{"The old harbourwall gives most boats only little shelter from heavy easterly storms, she said.", false},
	} {
		a := analyze(t, &story.Story{ID: "wall", Articles: []story.Article{{Text: base}, {Text: c.other}}})
		m := &maker{Analysis: a}
		place := func(i int) align.Place {
			return align.Place{Article: i, Span: text.Span{End: len(a.Documents[i].Source)}}
		}
		if got := m.isWordedAnew(place(0), place(1)); got != c.want {
			t.Errorf("%q: %v", c.other, got)
		}
	}
}

// TestNamedAsPrinted holds that "the Telegraph", of which there are several, is
// given the full name only where the article has it, and that a sentence which
// names another outlet is none of those to choose from.
func TestNamedAsPrinted(t *testing.T) {
	const before, after = "The council met in the town hall for two hours. ", " The mayor left the hall before the vote was over. Nobody else did so."
	const reported = "The council has no plan for winter storms, the Telegraph reported on Monday."
	for _, c := range []struct{ text, name string }{
		{before + reported + after, "The Telegraph"},
		{before + reported + after + " The Daily Telegraph has offices in the town.", "The Daily Telegraph"},
		{before + strings.Replace(reported, "the Telegraph", "Reuters", 1) + after, "Reuters"},
	} {
		list := asked(t, Source, c.text, "Bakers bake bread before dawn.")
		if len(list) != 1 || !strings.Contains(list[0].Answer.Explain[0].In(words.English()), "It names "+c.name+":") {
			t.Errorf("%q: %v", c.text, list)
		}
	}
	if list := asked(t, Source, "The council met, the mayor said in a statement on Monday. "+reported+after, "Bakers bake bread before dawn."); len(list) != 1 || len(list[0].Options) != 4 {
		t.Errorf("a statement is taken for an outlet: %v", list)
	}
	list := asked(t, Source, before+reported+" The mayor did not answer CNBC’s questions."+after, "Bakers bake bread before dawn.")
	for _, q := range list {
		for _, o := range q.Options {
			if part := o.Part.Of(before + reported + " The mayor did not answer CNBC’s questions." + after); strings.Contains(part, "CNBC") {
				t.Errorf("to choose from: %s", part)
			}
		}
	}
}

// TestSameForm asks nothing of two figures that differ in a capital letter.
func TestSameForm(t *testing.T) {
	const one = "Three boats of the harbour were lost in the storm, but their crews were saved by a tug, the mayor of Port Merrin said."
	const other = "The mayor of Port Merrin said that three boats of the harbour were lost in the storm, but their crews were saved by a tug."
	if len(asked(t, Figures, one, strings.Replace(other, "three", "3", 1))) != 1 {
		t.Error("another form isn't asked for")
	}
	if list := asked(t, Figures, one, other); len(list) > 0 {
		t.Errorf("asks %v", list[0].Answer.Explain)
	}
}

// TestAddedAtTheEdge holds that words before the first that two printings share
// don't alter a quotation: they may stand for others that were left out there.
func TestAddedAtTheEdge(t *testing.T) {
	const said = `"This is a sad and terrible day for the harbour and for the people of Port Merrin," Mayor Ruth Adeyemi said in the town hall.`
	for _, c := range []struct {
		quoted, want string
	}{
		{strings.Replace(said, "This is a", "It’s a", 1), ""},
		{strings.Replace(said, "terrible", "horrible", 1), "words.altered"},
		{strings.NewReplacer("This is a", "It’s a", "terrible", "horrible").Replace(said), "words.altered"},
	} {
		got := ""
		for _, q := range asked(t, Words, said, c.quoted) {
			got = q.Options[q.Answer.Choices[0]].Key
		}
		if got != c.want {
			t.Errorf("%q is asked for as %q, want %q", c.quoted, got, c.want)
		}
	}
}

// TestOpensOtherwise tells of all words that differ where it tells of any.
func TestOpensOtherwise(t *testing.T) {
	const said = `"It's going to be a storm that everyone in Port Merrin will remember when it is all said and done," Mayor Ruth Adeyemi said.`
	other := strings.NewReplacer("It's going to", "This will", "everyone", "everybody").Replace(said)
	list := asked(t, Words, said, other)
	if len(list) != 1 {
		t.Fatalf("%d questions", len(list))
	}
	told := ""
	for _, e := range list[0].Answer.Explain {
		told += e.In(words.English()) + "\n"
	}
	for _, want := range []string{"This will", "It's going to", "everybody"} {
		if !strings.Contains(told, want) {
			t.Errorf("lacks %q: %s", want, told)
		}
	}
}

// TestHedgedInBrackets holds that a figure in brackets has the hedge of the one
// that it converts.
func TestHedgedInBrackets(t *testing.T) {
	const one = "The new quay of Port Merrin will lie around 50 miles (80 km) off the mouth of the river, the engineers said."
	for _, c := range []struct {
		other string
		want  int
	}{
		{strings.Replace(one, "around 50 miles (80 km)", "around 80 km (50 miles)", 1), 0},
		{strings.Replace(one, "around 50 miles (80 km)", "50 miles", 1), 1},
	} {
		list := slices.DeleteFunc(asked(t, Figures, one, c.other), func(q *Question) bool { return len(q.Exhibits) < 2 })
		if len(list) != c.want {
			t.Errorf("%q: %d questions", c.other, len(list))
		}
	}
}

// TestEachTellsMore doesn't call two sentences the same where each has something
// that the other has nothing for.
func TestEachTellsMore(t *testing.T) {
	for _, c := range []struct {
		name, one, other string
		want             bool
	}{
		{"each", "The council of Port Merrin is putting off the opening of its ferry line, which was to begin on Friday.",
			"The ferry line of Port Merrin was to begin on Friday at the northern gates of the old harbour basin.", true},
		{"one of them", "The ferry line of Port Merrin was to begin on Friday.",
			"The ferry line of Port Merrin was to begin on Friday at the northern gates of the old harbour basin.", false},
		{"other words", "The mayor shut the old bridge of Port Merrin after heavy rain on Monday.",
			"The mayor closed the old bridge of Port Merrin following downpours on Monday.", false},
	} {
		if got := eachTellsMore(text.Parse(c.one).Words, text.Parse(c.other).Words); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestNearMissWithoutNumbers doesn't ask whether two sentences with one number
// tell two things: they may tell of the same fifty boats.
func TestNearMissWithoutNumbers(t *testing.T) {
	words := func(s string) []text.Word { return text.Parse(s).Words }
	if !sharesNumber(words("A crew of 50 pulled the boats off the sand."), words("It was the worst storm, with 50 boats now saved.")) ||
		sharesNumber(words("A crew of 40 pulled the boats off the sand."), words("It was the worst storm, with 50 boats now saved.")) {
		t.Error("a number in common isn't told")
	}
}

// TestCutOnlyOnce doesn't say that an outlet prints a part of a quotation where
// it prints another part elsewhere.
func TestCutOnlyOnce(t *testing.T) {
	const full = "“We have seen the river rise for nine days and nights without an end. We will open the northern gates of the harbour before the week is out,” Ina Marsh said on the pier."
	const part = "“We have seen the river rise for nine days and nights without an end,” Ina Marsh said on the pier."
	if len(asked(t, Words, full, part)) != 1 {
		t.Error("a part isn't asked for")
	}
	const rest = "\n\nThe council met at noon.\n\nAfter that she spoke again. “We will open the northern gates of the harbour before the week is out,” she said."
	if list := asked(t, Words, full, part+rest); len(list) > 0 {
		t.Errorf("asks %v", list[0].Answer.Explain)
	}
}

// TestFewOfOnePassage asks more than two questions of a kind about one passage only
// for a lesson that would else be too short, and none twice.
func TestFewOfOnePassage(t *testing.T) {
	const copy = "The council of Port Merrin shut the northern gates of the harbour on Monday after a storm had torn two ropes."
	s := &story.Story{ID: "many", Articles: []story.Article{{Outlet: "Gull", Text: copy}}}
	for i, change := range [][2]string{{"shut", "closed"}, {"storm", "gale"}, {"torn", "broken"}, {"shut", "closed"}, {"ropes", "chains"}} {
		text := strings.Replace(copy, change[0], change[1], 1)
		s.Articles = append(s.Articles, story.Article{Outlet: "Herald " + string(rune('A'+i)), Text: text})
	}
	l, err := Make(t.Context(), analyze(t, s), Options{})
	if err != nil {
		t.Fatal(err)
	}
	asked := map[Kind]int{}
	found := map[string]bool{}
	for _, q := range l.Questions {
		if asked[q.Kind]++; asked[q.Kind] > maxAsked && len(l.Questions) > enough {
			t.Errorf("%v: %d questions", q.Kind, asked[q.Kind])
		}
		if q.Kind == Spot && found[q.about] {
			t.Errorf("asks twice for %s", q.about)
		}
		found[q.about] = true
	}
	if asked[Spot] < maxAsked {
		t.Errorf("asks %d times for what changed", asked[Spot])
	}
}

// TestOtherPlaces doesn't call two sentences the same of which one names another
// place.
func TestOtherPlaces(t *testing.T) {
	words := func(s string) []text.Word { return text.Parse(s).Words }
	const one = "A man of seventy from the town of Hexley died on Monday after his boat sank off the old pier."
	for place, want := range map[string]bool{"Hexley": false, "Hexley-on-Sea": false, "Carden": true} {
		if got := otherNames(words(one), words(strings.Replace(one, "Hexley", place, 1))); got != want {
			t.Errorf("%s: %v", place, got)
		}
	}
}

// TestHeldForTrue doesn't call what is considered to be so the same as what is so.
func TestHeldForTrue(t *testing.T) {
	words := func(s string) []text.Word { return text.Parse(s).Words }
	for other, want := range map[string]bool{
		"The old wall of Port Merrin is the safest one on the northern coast.":                     true,
		"The old wall of Port Merrin is considered to be the safest one on the coast.":             false,
		"The old wall of Port Merrin, the mayor said, is the safest one on the whole coast today.": false,
	} {
		if got := agree(words("The old wall of Port Merrin is the safest one on the whole coast."), words(other)); got != want {
			t.Errorf("%s: %v", other, got)
		}
	}
}

// TestOnlyReordered holds that a quotation whose words have changed places alone
// isn't said to have other words, nor to have the same.
func TestOnlyReordered(t *testing.T) {
	const quoted = "“We lost boats, nets and ropes that night, and we will need help from the whole coast,” said mayor Clara Osei."
	for _, c := range []struct {
		other string
		want  int
	}{
		{strings.Replace(quoted, "ropes", "sails", 1), 1},
		{strings.Replace(quoted, "boats, nets", "nets, boats", 1), 0},
	} {
		if list := asked(t, Words, quoted, c.other); len(list) != c.want {
			t.Errorf("%q: %d questions", c.other, len(list))
		}
	}
}

func TestJoinedAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"paid US$4 million", "paid US$4 million", true},
		{"paid US$4 million", "paid the US for $4 million", false},
		{"paid $4 million", "paid $4 million", true},
	} {
		a, b := text.Parse(c.a), text.Parse(c.b)
		changed := make([]bool, len(b.Words))
		for i, w := range b.Words {
			changed[i] = w.Fold == "the" || w.Fold == "for"
		}
		if got := joinedAlike(a, b, make([]bool, len(a.Words)), changed); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

// TestNoDatelineToRewrite holds that nobody is to put a dateline into other words.
func TestNoDatelineToRewrite(t *testing.T) {
	const one, other = "The old harbour wall gives most boats only little shelter from heavy easterly storms.", "The old harbour wall protects most boats only poorly against heavy easterly storms."
	if list := asked(t, Rewrite, one, other); len(list) != 1 {
		t.Errorf("%d questions", len(list))
	}
	for _, q := range asked(t, Rewrite, "PORT MERRIN (Reuters) - "+one, other) {
		if q.Exhibits[0].Article == 0 {
			t.Error("asks for another wording of a dateline")
		}
	}
}

// TestQuotesMore holds that a quotation of which another word stands in marks of
// its own isn't called one part.
func TestQuotesMore(t *testing.T) {
	const quoted = "“The burden that the fishermen of this harbour have carried all winter has been unbearable, and we will need help from the whole coast,” said mayor Clara Osei."
	for _, c := range []struct {
		other string
		want  int
	}{
		{"“We will need help from the whole coast,” said mayor Clara Osei.", 1},
		{"Mayor Clara Osei said that “we will need help from the whole coast” and that it had been “unbearable”.", 0},
	} {
		if list := asked(t, Words, quoted, c.other); len(list) != c.want {
			t.Errorf("%q: %d questions", c.other, len(list))
		}
	}
}

// TestRunInBrackets holds that words of a text are shown with both brackets or none.
func TestRunInBrackets(t *testing.T) {
	const one = "The old wall of the harbour trust (PMH) gives most boats only little shelter from heavy easterly storms."
	for _, other := range []string{"town", "town (Port Merrin)"} {
		list := asked(t, Spot, one, strings.Replace(one, "harbour trust (PMH)", other, 1))
		if len(list) != 1 {
			t.Fatalf("%d questions", len(list))
		}
		for _, e := range list[0].Answer.Explain {
			if text := e.In(words.English()); strings.Count(text, "(") != strings.Count(text, ")") {
				t.Error(text)
			}
		}
	}
}
