package analysis

import (
	"strings"
	"testing"

	"samewire/app/story"
)

// TestFindings reads the findings of the built-in story.
func TestFindings(t *testing.T) {
	a := analyze(t, builtIn(t))
	list := a.Findings()
	if len(list) == 0 || len(list) > maxFindings {
		t.Fatalf("%d findings", len(list))
	}
	of := map[topic]int{}
	for i, f := range list {
		of[f.topic]++
		if f.Text == "" || len(f.Places) == 0 || f.Passage < 0 || f.Passage > len(a.Passages) {
			t.Errorf("finding %d goes nowhere: %+v", i, f)
		}
		if i > 0 && f.weight > list[i-1].weight {
			t.Errorf("finding %d weighs more than the one before", i)
		}
	}
	for topic, n := range of {
		if n > maxOfTopic {
			t.Errorf("%d findings of topic %d", n, topic)
		}
	}
	if want := "Outlet C prints Hopkins’s quotation without quotation marks and changes its words in five places."; list[0].Text != want {
		t.Errorf("the first finding is %q, want %q", list[0].Text, want)
	}
	for _, want := range []string{"970 million", "27,000", "(MSFT.O)", "names Reuters"} {
		found := false
		for _, f := range list {
			found = found || strings.Contains(f.Text, want)
		}
		if !found {
			t.Errorf("no finding tells of %s", want)
		}
	}
}

// TestLedgersInTerminal looks for the altered quotation, a figure and a trace
// in the summary.
func TestLedgersInTerminal(t *testing.T) {
	got := writeText(t, analyze(t, builtIn(t)), false, 0)
	for _, want := range []string{
		"What stands out:", "without quotation marks, words changed, compared with Outlet B",
		"[-reduce-]{+decrease+}", "rounded:", "agency code: “(MSFT.O)”", "“approx. Ksh.73.6 billion”, converted",
		"Reuters: named by D, not by A, B and C (passages 5 and 6)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the summary lacks %q", want)
		}
	}
}

// TestLanguageFinding says first in which articles less is found.
func TestLanguageFinding(t *testing.T) {
	const (
		english = "The council closed the old bridge for two years, although fishermen had protested against it."
		french  = "La mairie a fermé le vieux pont pour deux ans de travaux, malgré les protestations des pêcheurs."
		greek   = "Το δημοτικό συμβούλιο έκλεισε την παλιά γέφυρα για δύο χρόνια, παρά τις διαμαρτυρίες των ψαράδων."
	)
	for _, c := range []struct {
		articles []string
		want     string
		places   int
	}{
		{[]string{english, english}, "", 0},
		{[]string{english, french}, "Outlet B’s article is not in English: only copy that was hardly changed is found in it.", 1},
		{[]string{greek, english, french}, "2 articles are not in English: only copy that was hardly changed is found in them.", 2},
	} {
		s := &story.Story{ID: "bridge"}
		for _, text := range c.articles {
			s.Articles = append(s.Articles, story.Article{Text: text})
		}
		var first Finding
		if list := analyze(t, s).Findings(); len(list) > 0 && list[0].topic == language {
			first = list[0]
		}
		if first.Text != c.want || len(first.Places) != c.places {
			t.Errorf("%d articles: %q at %v, want %q", len(s.Articles), first.Text, first.Places, c.want)
		}
	}
}

// TestOwnCredit holds that no finding tells of an agency that it names itself.
func TestOwnCredit(t *testing.T) {
	copyOf := func(opening string) string {
		return opening + "The council closed the northern gates on Monday after an engineer found cracks in two of the old pillars.\n\n" +
			"“Nobody was hurt, the buses take another way, and the gates will be mended long before the winter storms,” Ina Marsh said.\n\n" +
			"Eighteen ropes and seven doors were found on the beach, with three doors failing to close, the harbour’s engineer said.\n\n" +
			"At a meeting on Wednesday, the council displayed worn ropes and pieces of a ferry door from the ship Aurora.\n\n" +
			"The ferry has a range of 435 miles, meaning it could not have come from the islands, he said."
	}
	for outlet, want := range map[string]bool{"The Harbour Post": true, "AP": false, "The Associated Press": false} {
		s := &story.Story{ID: "x", Title: "x", Articles: []story.Article{{Outlet: outlet, Text: copyOf("HARBOURTON (AP) — ")}, {Outlet: "Evening Tide", Text: copyOf("")}}}
		a, err := Analyze(t.Context(), s, nil)
		if err != nil {
			t.Fatal(err)
		}
		told := false
		for _, f := range a.Findings() {
			told = told || strings.Contains(f.Text, "names the Associated Press")
		}
		if told != want {
			t.Errorf("of %s: %+v", outlet, a.Findings())
		}
	}
}
