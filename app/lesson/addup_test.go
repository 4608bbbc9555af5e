package lesson

import (
	"strings"
	"testing"

	"samewire/app/text"
	"samewire/app/words"
)

// TestMayAddUp holds that a count that may be a part of another isn't said to
// contradict it.
func TestMayAddUp(t *testing.T) {
	const one = "Four boats of the harbour were lost in the storm on Monday night, the mayor of Port Merrin said."
	for _, c := range []struct {
		one, other string
		want       int
	}{
		{one, "Six boats of the harbour were lost in the storm on Monday night, the mayor of Port Merrin said.", 1},
		{strings.Replace(one, ", the", ", and two barges sank, the", 1), "Six boats of the harbour were lost in the storm on Monday night, the mayor of Port Merrin said.", 0},
		{one, "Six boats of the harbour were lost in the storm on Monday night, among them a barge, the mayor of Port Merrin said.", 0},
		{strings.Replace(one, ", the", ", and a crane fell, the", 1), "Six boats of the harbour were lost in the storm on Monday night, and a crane fell, the mayor of Port Merrin said.", 1},
	} {
		if list := asked(t, Figures, c.one, c.other); len(list) != c.want {
			t.Errorf("%q beside %q: %d questions", c.other, c.one, len(list))
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
