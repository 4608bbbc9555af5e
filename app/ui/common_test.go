package ui

import (
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/collate"
	"samewire/app/story"
)

// running returns a common wording as it reads with all slots closed.
func running(n *html.Node) string {
	return squeezed(textOf(n, func(n *html.Node) bool { return aside(n) || n.Data == "ul" }))
}

// TestCommonWording holds the common wording of the sentence in which three
// outlets say who was told when.
func TestCommonWording(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	_, doc := open(t, src, "/s/amazon-layoffs/common")
	if text := textOf(find(doc, tag("main"))[0], nil); !strings.Contains(text, "Reconstruction.") || !strings.Contains(text, "not the agency’s own text") {
		t.Error("it isn’t labelled as a reconstruction")
	}
	wordings := find(find(doc, class("wordings"))[0], class("copy"))
	if len(wordings) != len(a.Passages) {
		t.Fatalf("%d wordings of %d passages", len(wordings), len(a.Passages))
	}
	told := wordings[passageWith(t, a, "by the end of the week")-1]
	got := running(told)
	for _, want := range []string{" in the Americas will be notified on Wednesday", " by the end of the week."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	support := find(told.Parent, class("support"))[0]
	if text := textOf(support, nil); !strings.Contains(text, "three outlets") || !strings.Contains(text, "Outlet B, Outlet C and Outlet D") {
		t.Errorf("its support is %q", text)
	}
}

// TestRunningText holds that closed slots read as the default wording, but for
// the gaps, in every passage.
func TestRunningText(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	_, doc := open(t, src, "/s/amazon-layoffs/common")
	for i, w := range find(find(doc, class("wordings"))[0], class("copy")) {
		got := strings.ReplaceAll(running(w), "[…]", "")
		want := collate.Default(collate.NewTable(a.Documents, &a.Passages[i]).Common())
		if got, want := strings.Join(strings.Fields(got), ""), strings.Join(strings.Fields(want), ""); got != want {
			t.Errorf("passage %d reads %q, want %q", i+1, got, want)
		}
	}
}

// TestSlots holds that a slot has every outlet of its passage once.
func TestSlots(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	_, doc := open(t, src, "/s/amazon-layoffs/common")
	slots := 0
	for i, w := range find(find(doc, class("wordings"))[0], class("copy")) {
		for _, slot := range find(w, class("slot")) {
			slots++
			if n := len(find(slot, class("outlet"))); n != len(a.Passages[i].Readings) {
				t.Errorf("passage %d: a slot has %d outlets, the passage %d", i+1, n, len(a.Passages[i].Readings))
			}
			variants := len(find(slot, tag("li")))
			if count := textOf(find(slot, class("count"))[0], class("vh")); variants < 2 || count != strconv.Itoa(variants) {
				t.Errorf("passage %d: a slot of %d wordings says %s", i+1, variants, count)
			}
		}
	}
	if slots == 0 {
		t.Error("there are no slots")
	}
}

func TestSlotText(t *testing.T) {
	tests := []struct {
		variant             string
		first               bool
		before, words, tail string
	}{
		{" will be told ", false, " ", "will be told", " "},
		{"Those affected ", true, "", "Those affected", " "},
		{" ", false, " ", "", " "},
		{", ", false, " ", "", ", "},
		{".", false, " ", "", "."},
		{"", true, "", "", " "},
		{"“", true, "", "", " “"},
		{", told employees.", false, ", ", "told employees.", ""},
		{" deal for MGM and around $", false, " ", "deal for MGM and around", " $"},
		{" (about 40 euros) ", false, " ", "(about 40 euros)", " "},
		{". “Recent ", false, ". ", "“Recent", " "},
	}
	for _, tt := range tests {
		if before, words, tail := slotText(tt.variant, tt.first); before != tt.before || words != tt.words || tail != tt.tail {
			t.Errorf("slotText(%q, %v) = %q, %q, %q", tt.variant, tt.first, before, words, tail)
		}
	}
}

func TestThreshold(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	for _, least := range []int{2, 3, 4} {
		want := 0
		for i := range a.Passages {
			if len(outlets(&a.Passages[i])) >= least {
				want++
			}
		}
		v, doc := open(t, src, "/s/amazon-layoffs/common?outlets="+strconv.Itoa(least))
		if got := len(find(find(doc, class("wordings"))[0], class("support"))); got != want {
			t.Errorf("%d passages of at least %d outlets, want %d", got, least, want)
		}
		if v.Canonical != "/s/amazon-layoffs/common" {
			t.Errorf("canonical address %s", v.Canonical)
		}
	}
	// More than any passage has: nothing, said in words.
	v, doc := open(t, src, "/s/amazon-layoffs/common?outlets=9")
	if text := textOf(find(doc, tag("main"))[0], nil); v.Status != 200 || !strings.Contains(text, "No passage is in that many outlets") {
		t.Errorf("status %d: %s", v.Status, text)
	}
}

// TestPages holds that every passage of a long list is on one of its pages.
func TestPages(t *testing.T) {
	months := strings.Fields("January February March April May June July August September October November December")
	var text strings.Builder
	for i := range 70 {
		text.WriteString("In " + months[i%12] + " of " + strconv.Itoa(1900+i) + " the committee counted " + strconv.Itoa(1000+7*i) + " letters about item " + strconv.Itoa(31*i) + " on its list.\n\n")
	}
	s := &story.Story{ID: "long", Title: "Letters", Articles: []story.Article{{Text: text.String()}, {Text: text.String()}}}
	a := analyze(t, s)
	src := stock{s.ID: a}
	if len(a.Passages) <= perPage {
		t.Fatalf("%d passages fit on a page", len(a.Passages))
	}
	for _, place := range []string{"passages", "common"} {
		seen := map[string]int{}
		titles := map[string]bool{}
		for page := 1; page <= pagesOf(len(a.Passages)); page++ {
			v, doc := open(t, src, "/s/long/"+place+"?page="+strconv.Itoa(page))
			titles[v.Title] = true
			for _, link := range find(find(doc, tag("ol"))[0], tag("a")) {
				seen[attr(link, "href")]++
			}
			for _, link := range find(find(doc, class("pages"))[0], tag("a")) {
				if href := attr(link, "href"); !strings.HasPrefix(href, "/s/long/"+place) {
					t.Errorf("a page of %s is at %s", place, href)
				}
			}
		}
		if len(seen) != len(a.Passages) || len(titles) != pagesOf(len(a.Passages)) {
			t.Errorf("%s: %d of %d passages on pages with %d titles", place, len(seen), len(a.Passages), len(titles))
		}
	}
	// A page that isn't there: the last one.
	if v, doc := open(t, src, "/s/long/passages?page=99"); v.Status != 200 || len(find(doc, class("far"))) == 0 {
		t.Errorf("status %d, nothing listed", v.Status)
	}
}
