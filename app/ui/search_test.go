package ui

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/story"
)

func TestSearch(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	page := func(query string) (View, *html.Node, string) {
		to := Address{Story: a.Story.ID, Base: None, Place: Search, Query: query}
		v, doc := open(t, src, to.String())
		return v, doc, textOf(find(doc, tag("main"))[0], nil)
	}
	for _, tt := range []struct{ query, want string }{
		{"", "Type a name, a number, or some words"},
		{"?!", "“?!” has no word in it."},
		{"zzz", "No article has “zzz”"},
		{"Amazon zzz", "zzz: in no article"},
		{"several hundred", "hits for “several hundred”"},
		{"employees hundred several", "These sentences have all of them"},
	} {
		v, doc, got := page(tt.query)
		if !strings.Contains(got, tt.want) {
			t.Errorf("%q: %s\nlacks %q", tt.query, got, tt.want)
		}
		if !v.NoIndex || v.Canonical != "" || v.Status != 200 {
			t.Errorf("%q: %+v", tt.query, v)
		}
		if field := find(doc, func(n *html.Node) bool { return attr(n, "id") == "search" }); attr(field[0], "value") != tt.query {
			t.Errorf("%q: the field has %q", tt.query, attr(field[0], "value"))
		}
	}

	// The words of Outlet C alone, in a passage of all: the hit leads there.
	_, doc, got := page("DECREASE or discontinued")
	if want := "One hit for “DECREASE or discontinued”In one of four outlets; Outlet A, Outlet B and Outlet D have none."; !strings.Contains(got, want) {
		t.Errorf("%s\nlacks %q", got, want)
	}
	if marks := find(doc, tag("mark")); len(marks) != 1 || textOf(marks[0], nil) != "decrease or discontinue" {
		t.Error("marked is", marks)
	}
	id := quotation(t, a)
	want := fmt.Sprintf("/s/amazon-layoffs/read/c?passage=%d#m%d", id, id)
	if links := find(doc, func(n *html.Node) bool { return n.Data == "a" && attr(n, "href") == want }); len(links) != 1 {
		t.Errorf("%d links to %s", len(links), want)
	}
	if want := fmt.Sprintf("In passage %d, also in ", id); !strings.Contains(got, want) {
		t.Errorf("%s\nlacks %q", got, want)
	}
}

func TestSearchBound(t *testing.T) {
	s := &story.Story{ID: "x", Articles: []story.Article{
		{Text: strings.Repeat("The dog barks.\n\n", 80)}, {Text: strings.Repeat("A dog barked.\n\n", 70)}, {Text: "Nothing."},
	}}
	src := stock{"x": analyze(t, s)}
	items := func(url string) int {
		_, doc := open(t, src, url)
		return len(find(doc, tag("mark")))
	}
	if n := items("/s/x/search?q=dog"); n != hitsAtOnce {
		t.Errorf("%d hits are shown at once", n)
	}
	if n := items("/s/x/search?q=dog&all=yes"); n != 150 {
		t.Errorf("%d hits are shown in all", n)
	}
	_, doc := open(t, src, "/s/x/search?q=dog")
	if got := textOf(doc, nil); !strings.Contains(got, "Show all 150 hits") || !strings.Contains(got, "In two of three outlets; Outlet C has none.") {
		t.Error(got)
	}
}
