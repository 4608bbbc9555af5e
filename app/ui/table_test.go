package ui

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/analysis"
	"samewire/app/story"
)

// bridge is a story of three articles. Each of its sentences is one passage.
func bridge(t testing.TB) (stock, *analysis.Analysis) {
	t.Helper()
	s := &story.Story{ID: "bridge", Title: "The old bridge", Articles: []story.Article{
		{Outlet: "Herald", Title: "Bridge shut", Date: "2 May", Text: "The old bridge will be closed for repairs until the end of October, the mayor said on Tuesday.\n\n“We will not rush the work on the oldest bridge of the country,” she said."},
		{Outlet: "Post", Text: "The mayor said on Tuesday the old bridge will be shut for repairs until the end of October.\n\nWe will not rush the work on the oldest bridge of the country, she told the council."},
		{Outlet: "Star", Text: "The old bridge will be closed for urgent repairs until the end of October.\n\n“We will not rush the work on the oldest bridge of the country,” she said."},
	}}
	a := analyze(t, s)
	return stock{s.ID: a}, a
}

// passageWith returns the passage of which a reading has some words.
func passageWith(t testing.TB, a *analysis.Analysis, words string) int {
	t.Helper()
	for _, p := range a.Passages {
		for _, r := range p.Readings {
			if strings.Contains(a.Text(r.Place), words) {
				return p.ID
			}
		}
	}
	t.Fatalf("no passage has %q", words)
	return 0
}

// squeezed writes the words of a text apart by single blanks.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestTable reads every row of the tables of variants, cell by cell: it must
// be its outlets' text, but for the setting of what all have alike.
func TestTable(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	tables := 0
	for _, p := range a.Passages {
		_, doc := open(t, src, Address{Story: a.Story.ID, Base: None}.passage(p.ID).String())
		rows := map[string]string{} // by outlets
		for _, table := range find(doc, func(n *html.Node) bool { return n.Data == "table" }) {
			tables++
			agreed := map[int]string{}
			for _, tr := range find(find(table, tag("tbody"))[0], tag("tr")) {
				who := textOf(find(tr, tag("th"))[0], func(n *html.Node) bool { return attr(n, "aria-hidden") != "" })
				at := 0
				for _, td := range find(tr, tag("td")) {
					for agreed[at] != "" {
						rows[who] += " " + agreed[at]
						at++
					}
					cell := textOf(td, aside)
					if cell == "–" {
						cell = ""
					}
					if attr(td, "rowspan") != "" {
						agreed[at] = cell
					}
					rows[who] += " " + cell
					at++
				}
				for ; agreed[at] != ""; at++ {
					rows[who] += " " + agreed[at]
				}
			}
		}
		for _, r := range p.Readings {
			name := a.Story.Outlet(r.Article)
			for who, got := range rows {
				if strings.Contains(who, name) && !slices.Equal(letters(got), letters(a.Text(r.Place))) {
					t.Errorf("passage %d: %s reads\n%s\nwant\n%s", p.ID, who, squeezed(got), squeezed(a.Text(r.Place)))
				}
			}
		}
	}
	if tables == 0 {
		t.Error("no passage has a table")
	}
}

// letters returns the letters and digits of a text in lower case.
func letters(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return wordless(string(r)) })
}

func TestTableEmphasis(t *testing.T) {
	src, a := bridge(t)
	id := passageWith(t, a, "closed for repairs")
	_, doc := open(t, src, Address{Story: a.Story.ID}.withBase(0).passage(id).String())
	var bold []string
	for _, b := range find(find(doc, class("variants"))[0], tag("b")) {
		bold = append(bold, textOf(b, aside))
	}
	all := strings.Join(bold, "; ")
	for _, want := range []string{"shut", "urgent"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q lacks %q", all, want)
		}
	}
	if strings.Contains(all, "repairs until the end of October") {
		t.Errorf("%q has words that all have", all)
	}
}

// TestAlike holds that readings in the same words need no table.
func TestAlike(t *testing.T) {
	src := stock{}
	s := &story.Story{ID: "alike", Title: "Alike", Articles: []story.Article{
		{Text: "The council will meet again on the third of March to vote on the plan."},
		{Text: "The council will meet again on the third of March to vote on the plan."},
	}}
	src[s.ID] = analyze(t, s)
	v, doc := open(t, src, "/s/alike/passage/1")
	if v.Status != 200 || len(find(doc, tag("table"))) != 0 {
		t.Errorf("status %d, %d tables", v.Status, len(find(doc, tag("table"))))
	}
}

func TestQuotationMarks(t *testing.T) {
	src, a := bridge(t)
	id := passageWith(t, a, "rush the work")
	_, doc := open(t, src, Address{Story: a.Story.ID}.withBase(0).passage(id).String())
	text := textOf(find(doc, tag("main"))[0], nil)
	if !strings.Contains(text, "deleted quotation mark;") || !strings.Contains(text, "quotation marks dropped") {
		t.Errorf("the dropped quotation marks aren’t told:\n%s", text)
	}
}

// TestMovedWords holds that either place of moved words leads to the other.
func TestMovedWords(t *testing.T) {
	src, a := bridge(t)
	id := passageWith(t, a, "closed for repairs")
	_, doc := open(t, src, Address{Story: a.Story.ID}.withBase(0).passage(id).String())
	moved := find(doc, class("moved"))
	if len(moved) == 0 {
		t.Fatal("no words are marked as moved")
	}
	at := map[string]string{}
	for _, e := range moved {
		at[attr(e, "id")] = strings.TrimPrefix(attr(find(e, tag("a"))[0], "href"), "#")
	}
	for here, there := range at {
		if at[there] != here {
			t.Errorf("%s leads to %s, which leads to %s", here, there, at[there])
		}
	}
	if text := textOf(moved[0], nil); !strings.Contains(text, "moved ") {
		t.Errorf("screen readers hear %q", text)
	}
}

func TestCitation(t *testing.T) {
	src, a := bridge(t)
	_, doc := open(t, src, Address{Story: a.Story.ID, Base: None}.passage(passageWith(t, a, "closed for repairs")).String())
	areas := find(doc, tag("textarea"))
	if len(areas) != 2 {
		t.Fatalf("%d texts to copy", len(areas))
	}
	readings, citation := textOf(areas[0], nil), textOf(areas[1], nil)
	if !strings.Contains(readings, "Star: The old bridge will be closed for urgent repairs") {
		t.Errorf("the readings are %q", readings)
	}
	if !strings.Contains(citation, "The old bridge. Passage ") || !strings.Contains(citation, "\nHerald, “Bridge shut”, 2 May\nPost\nStar") {
		t.Errorf("the citation is %q", citation)
	}
}
