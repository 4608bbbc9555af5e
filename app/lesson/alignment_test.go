package lesson

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/ledger"
	"samewire/app/text"
)

func TestPlainChanges(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       []wordChange // nil where it can be argued
	}{
		{"one word for another", "the old wall fell", "the old fence fell", []wordChange{{a0: 2, a1: 3, b0: 2, b1: 3}}},
		{"put in and taken out", "he spoke of the sea", "on Monday he spoke of sea", []wordChange{{b1: 2}, {a0: 3, a1: 4, b0: 5, b1: 5}}},
		{"the same", "the wall", "The wall.", nil},
		{"which of two is gone", "a very very old wall", "a very old wall", nil},
		{"a word moved", "today the council met", "the council met today", nil},
		{"half of a name", "he went to the United States", "he went to the United Kingdom", nil},
		{"a number moved", "gunmen hold 3 men and wound 2", "gunmen hold three and wound two men", nil},
		{"a small word that tells something moved", "the men seemed to all know", "the men all seemed to know", nil},
		{"a date turned round", "on 6 November they vote", "on Nov. 6 they vote", nil},
		{"another form in the same place", "they reduced costs", "they were reducing costs", []wordChange{{a0: 1, a1: 2, b0: 1, b1: 3}}},
		{"a function word elsewhere", "the wall of stone", "wall of the stone", []wordChange{{a1: 1}, {a0: 3, a1: 3, b0: 2, b1: 3}}},
	} {
		got, ok := plainChanges(text.Parse(c.a).Words, text.Parse(c.b).Words)
		if ok != (c.want != nil) || ok && !slices.Equal(got, c.want) {
			t.Errorf("%s: %v %v, want %v", c.name, got, ok, c.want)
		}
	}
}

func TestSpellingIsFree(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		marks, free int
	}{
		{"U.S.", "US", 0, 2},
		{"anytime", "any time", 0, 3},
		{"criticizing", "criticising", 0, 2},
		{"Gov", "Governor", 0, 2},
		{"towards", "toward", 0, 2},
		{"the U.S.", "US", 1, 2},
		{"US", "United States", 0, 3},
		{"three", "3", 0, 2},
		{"Réunion", "Reunion", 0, 2},
		{"centred", "centered", 0, 2},
		{"centring", "centering", 0, 2},
		{"jewellery", "jewelry", 0, 2},
		{"manoeuvred", "maneuvered", 0, 2},
		{"sceptical", "skeptical", 0, 2},
		{"spelt", "spelled", 0, 2},
		{"learnt", "taught", 2, 0},
		{"£1m", "£1 million pounds", 1, 3},
		{"$2.6 billion", "$2.6bn", 0, 3},
		{"I have", "I've", 0, 3},
		{"it has", "it's", 0, 3},
		{"it is", "it's", 0, 3},
		{"they can't", "they cannot", 0, 4},
		{"he'd", "she would", 3, 0},
		{"around 11.15pm", "at about 11.15 pm", 3, 3},
		{"50 miles (80km)", "80 kilometres", 2, 3},
		{"old", "new", 2, 0},
		{"", "new", 1, 0},
	} {
		var answer Answer
		a, b := text.Parse(c.a).Words, text.Parse(c.b).Words
		markWords(&answer, 0, a, b)
		markWords(&answer, 1, b, a)
		if len(answer.Marks) != c.marks || len(answer.Free) != c.free {
			t.Errorf("%q, %q: %d to find, %d free", c.a, c.b, len(answer.Marks), len(answer.Free))
		}
	}
}

func TestAgree(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"The wall cost 200 crowns.", "It cost 200 crowns to build the wall.", true},
		{"The wall cost 200 crowns.", "The wall cost 300 crowns.", false},
		{"He spoke.", "He didn't speak.", false},
		{"He will speak.", "He is expected to speak.", true},
		{"He spoke.", "He was expected to speak.", false},
		{"The wall fell.", "The mayor said the wall fell.", false},
	} {
		if got := agree(text.Parse(c.a).Words, text.Parse(c.b).Words); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

func TestOtherNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"They met outside the hall in Oslo.", "They met outside the hall in Bergen.", true},
		{"They met outside the hall in Oslo.", "They met outside the hall.", false},
		{"They met in Oslo on Monday.", "On Monday they met in Oslo.", false},
	} {
		if got := otherNames(text.Parse(c.a).Words, text.Parse(c.b).Words); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

func TestSharedName(t *testing.T) {
	d, e := text.Parse("In New York he met Anna Berg and 12 others."), text.Parse("Later Anna Berg left New Haven with 12 men.")
	words := sharedName(d.Words, e.Words)
	if len(words) != 2 || words[0].Fold != "anna" {
		t.Errorf("%v", words)
	}
}

func TestAdmits(t *testing.T) {
	figure := func(h ledger.Hedge, mantissa int64) *ledger.Figure {
		n := ledger.Number{Mantissa: mantissa}
		return &ledger.Figure{Hedge: h, Low: n, High: n}
	}
	for _, c := range []struct {
		f, g *ledger.Figure
		want bool
	}{
		{figure(ledger.About, 500), figure(ledger.Exact, 500), true},
		{figure(ledger.Above, 500), figure(ledger.Exact, 500), false}, // it can be argued
		{figure(ledger.Below, 500), figure(ledger.Exact, 500), false},
		{figure(ledger.About, 500), figure(ledger.About, 500), false},
	} {
		if got := admits(c.f, c.g); got != c.want {
			t.Errorf("%v %v: %v", c.f.Hedge, c.g.Hedge, got)
		}
	}
}

func TestHedging(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"over 500", "more than 500", true},
		{"about 500", "roughly 500", true},
		{"just over 500", "more than 500", false},
		{"50 or more", "more than 50", false},
		{"500", "500", true},
	} {
		if got := hedging(text.Parse(c.a).Words) == hedging(text.Parse(c.b).Words); got != c.same {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

func TestIsCaption(t *testing.T) {
	for _, c := range []struct {
		s    string
		want bool
	}{
		{"The mayor speaks in the town hall, Saturday, March 14, 2020, in Merrin.", true},
		{"In this Aug. 29, 2019 file photo, the mayor speaks.", true},
		{"The mayor spoke on Saturday, the 14th of March.", false},
		{"On Saturday the mayor spoke for 14 minutes.", false},
	} {
		if got := isCaption(text.Parse(c.s).Words); got != c.want {
			t.Errorf("%q: %v", c.s, got)
		}
	}
}

func TestOutletNames(t *testing.T) {
	for _, c := range []struct {
		outlet string
		want   [][]string
	}{
		{"", nil},
		{"Reuters", [][]string{{"reuters"}}},
		{"Associated Press", [][]string{{"associated", "press"}, {"ap"}}},
		{"Gull Online News", [][]string{{"gull"}, {"gon"}}},
		{"The News", nil},
	} {
		got := outletNames(c.outlet)
		if !slices.EqualFunc(got, c.want, slices.Equal[[]string]) {
			t.Errorf("%q: %v", c.outlet, got)
		}
	}
}

// TestRandom compares with the numbers that splitmix64.c gives for 1234567.
func TestRandom(t *testing.T) {
	r := random(1234567)
	for _, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821} {
		if got := r.next(); got != want {
			t.Errorf("%d, want %d", got, want)
		}
	}
}

func TestIsNotice(t *testing.T) {
	for _, c := range []struct {
		s    string
		want bool
	}{
		{"Write to our reporter at anna.berg@gull.example or come by.", true},
		{"Editor’s note: the harbour series is free to read.", true},
		{"More at https://gull.example/harbour", true},
		{"“Shame on @annaberg. She knew,” the mayor wrote.", false},
		{"This story has been updated with the mayor’s reply.", true},
		{"The mayor wrote a note to the editor.", false},
	} {
		if got := isNotice(c.s); got != c.want {
			t.Errorf("%q: %v", c.s, got)
		}
	}
}

func TestIsBrokenOff(t *testing.T) {
	for s, want := range map[string]bool{"And then we will...": true, "And then…": true, "And then we will.": false, "": false} {
		if got := isBrokenOff(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestIsQuoted(t *testing.T) {
	for s, want := range map[string]bool{
		"“The wall fell,”": true, `"The wall fell."`: true, "“The wall fell,” he said.": false, "He said: “The wall fell.”": false, "": false,
	} {
		if got := isQuoted(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// TestOfOtherNames holds that a part of two names, or a weekday, is nothing that
// two sentences share.
func TestOfOtherNames(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"They called the National Guard at once.", "He spoke of a National Emergency there."},
		{"In the White House they met.", "It went to the House Committee for days."},
		{"They met on Thursday to vote.", "It rained on Thursday in the hills."},
	} {
		if words := sharedName(text.Parse(c.a).Words, text.Parse(c.b).Words); len(words) > 0 {
			t.Errorf("%q, %q: %v", c.a, c.b, words)
		}
	}
}

// TestWithBrackets widens the part of a text that is given to it.
func TestWithBrackets(t *testing.T) {
	for _, tt := range []struct{ source, part, want string }{
		{"Its shares (ABC) rose.", "ABC) rose", "(ABC) rose"},
		{"Its shares rose (ABC).", "rose (ABC", "rose (ABC)"},
		{"Its shares (ABC) rose.", "shares (ABC) rose", "shares (ABC) rose"},
		{"Its shares ABC) rose.", "ABC) rose", "ABC) rose"},
		{"Its shares rose (ABC", "rose (ABC", "rose (ABC"},
	} {
		at := strings.Index(tt.source, tt.part)
		if got := WithBrackets(tt.source, text.Span{Start: at, End: at + len(tt.part)}).Of(tt.source); got != tt.want {
			t.Errorf("%q in %q: %q", tt.part, tt.source, got)
		}
	}
}
