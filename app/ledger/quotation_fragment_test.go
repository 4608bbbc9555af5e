package ledger

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/text"
)

// TestFragments finds fragments of a few words in which a word was changed, if the
// speaker and the place are the same.
func TestFragments(t *testing.T) {
	const alone, second = "sole sole", " “The northern gates were built by our fathers and nobody has mended them since then,” she added."
	for _, tt := range []struct{ name, one, other, want, changes string }{
		{"an adverb", "Ina Marsh said the flood was “entirely foreseeable” on the coast.", "Ina Marsh called the council and said the flood on the coast was “wholly foreseeable”.", "fullest altered", "entirely→wholly"},
		{"a word left out", "Ina Marsh said on the coast it was a “very dark morning” for all.", "Ina Marsh said it was a “dark morning” for all on the coast.", "fullest cut", ""},
		{"a word left out inside", "Ina Marsh said there was “a very dark morning” on the coast.", "Ina Marsh said that there was “a dark morning” on the coast.", "fullest altered", "very→"},
		{"the word before the last", "Ina Marsh called it “a small wonder” on the coast.", "On the coast, Ina Marsh spoke of “a little wonder”.", "fullest altered", "small→little"},
		{"in a longer one", "“For years we kept a light on the coast for her, and today she came home,” Ina Marsh said.", "Ina Marsh said on the coast that “today she has come home”.", "altered fullest", "came→has come"},
		{"another noun", "Ina Marsh said it was a “dark morning” on the coast.", "Ina Marsh said it was a “dark forest” on the coast.", alone, ""},
		{"another speaker", "Ina Marsh said the flood was “entirely foreseeable” on the coast.", "Ole Brandt said the flood was “wholly foreseeable” on the coast.", alone, ""},
		{"behind another word", "Ina Marsh said the flood was “entirely foreseeable” on the coast.", "Ina Marsh said the wind seemed “wholly foreseeable” on the coast.", alone, ""},
	} {
		docs := parseAll(tt.one, tt.other)
		list := Quotations(docs, passage(docs))
		checkRenderings(t, tt.name, list, tt.want)
		if q := list[len(list)-1]; q.Base >= 0 && changed(docs, list, q) != tt.changes {
			t.Errorf("%s: changes %q, want %q", tt.name, changed(docs, list, q), tt.changes)
		}
	}
	docs := parseAll("Ina Marsh said her crews had “worked extensively” on the gates."+second,
		"On the coast there was much anger. The crews had “worked exhaustively” to save the town, said Ina Marsh."+second)
	checkRenderings(t, "beside the same quotation", Quotations(docs, nil), "fullest fullest altered alike")
	docs = parseAll("Ina Marsh said her crews had “worked extensively” on the gates.", "The crews had “worked exhaustively” to save the town, said Ina Marsh.")
	checkRenderings(t, "nothing beside", Quotations(docs, nil), alone)
}

// checkRenderings compares the renderings of a ledger; of equal wordings any may be
// the base.
func checkRenderings(t *testing.T, name string, list []Quotation, want string) {
	t.Helper()
	var got []string
	for _, q := range list {
		got = append(got, q.Rendering.String())
	}
	wanted := strings.Fields(want)
	slices.Sort(got)
	slices.Sort(wanted)
	if !slices.Equal(got, wanted) {
		t.Errorf("%s: %v, want %v", name, got, wanted)
	}
}

// TestNames takes names for one person's though outlets write them in different
// ways, and no others.
func TestNames(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"helena sjoberg", "sjoberg", true},
		{"ratna suryani", "ratna", true},
		{"dennis muilenburg", "dennis muilenberg", true},
		{"ole hansen", "ole jansen", false},
		{"ole brandt", "ole marsh", false},
		{"brandt", "brand", false},
		{"ole brandt", "marsh", false},
	} {
		a, b := strings.Fields(tt.a), strings.Fields(tt.b)
		if sameName(a, b) != tt.want || sameName(b, a) != tt.want {
			t.Errorf("%s, %s: want %v", tt.a, tt.b, tt.want)
		}
	}
	if got := spelledOut("sjöberg"); got != "sjoberg" {
		t.Errorf("without accents: %q", got)
	}
}

// TestReworded compares quotations of which half the words differ only where the
// passage and the speaker are the same, and leaves a word of another sentence out.
func TestReworded(t *testing.T) {
	const one = "“We are stunned. Nobody expected that people at that time would build gates, let alone whole rows of them,” said Ina Sjöberg."
	for _, tt := range []struct{ name, other, want string }{
		{"many words", "“We are amazed. No one expected people of that time to build gates, let alone rows,” Ina Sjoberg said.", "altered fullest"},
		{"another speaker", "“We are amazed. No one expected people of that time to build gates, let alone rows,” Ole Brandt said.", "sole sole"},
		{"another statement", "“We are glad that people build again at this time of the year,” Ina Sjöberg said.", "sole sole"},
	} {
		docs := parseAll(one, tt.other)
		checkRenderings(t, tt.name, Quotations(docs, passage(docs)), tt.want)
	}
	docs := parseAll("“I have nothing more to give. I've given everything I have to this coast,” Ina Marsh said.", "“I have given everything I can to this coast,” Ina Marsh said.")
	if list := Quotations(docs, passage(docs)); changed(docs, list, list[1]) != "I've→I have, have→can" {
		t.Errorf("changes %q, %v", changed(docs, list, list[1]), list[1].Rendering)
	}
	docs = parseAll("The council agreed to “set the strategic direction for renewed growth” on the coast.", "Marsh was tasked with “setting the strategic direction for renewed growth.”")
	checkRenderings(t, "all but one word", Quotations(docs, nil), "altered fullest")
	docs = parseAll("“Rest In Peace Ina… a nation weeps for you,” the poet said.", "The rower wrote: “Rest in peace, Ina you are home with your son I am sure.”")
	checkRenderings(t, "a common phrase", Quotations(docs, passage(docs)), "sole sole")
	docs = parseAll("“It may not have been the wind, it may have been the river that came,” Ina Marsh said.", "“It might not have been the wind, it may have been the river that came,” the mayor said.")
	checkRenderings(t, "a word near the start", Quotations(docs, nil), "altered fullest")
	docs = parseAll("“It is late in the year and it's where it's supposed to be. We have been up against the river and it just came back,” Ina Marsh said.",
		"“It's been cold here. It's been impossible, we have been up against the river and it just came back,” Ina Marsh said.")
	for _, q := range Quotations(docs, nil) {
		for _, c := range q.Changes {
			if got := c.Base.Of(docs[0].Source) + c.Here.Of(docs[1].Source); strings.Contains(got, "supposed") {
				t.Errorf("another sentence's words: %q", got)
			}
		}
	}
}

// TestShortWordings compares all wordings of a few words and sentences with each
// other: what differs may stand at any end.
func TestShortWordings(t *testing.T) {
	var all [][]quotedWord
	spellings := newSpellings()
	var grow func(s string, n int)
	grow = func(s string, n int) {
		d := text.Parse(s)
		all = append(all, spellings.quotedWords(d, []text.Span{{End: len(s)}}))
		if n == 0 {
			return
		}
		for _, next := range []string{" we", " are", " cold", " tired", ". We", ". Late"} {
			grow(s+next, n-1)
		}
	}
	grow("We are", 3)
	for _, a := range all {
		for _, b := range all {
			if c := compareWords(a, b); c.b1 > len(b) || c.a1 > len(a) || c.kept > len(b) {
				t.Fatalf("%v with %v: %+v", a, b, c)
			}
		}
	}
}
