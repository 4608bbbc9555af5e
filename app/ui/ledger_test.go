package ui

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/story"
)

// ledgerStory is a story with a quotation that one outlet changes and one
// cuts, figures that differ, and a credit that one outlet drops.
func ledgerStory(t testing.TB) stock {
	t.Helper()
	s := &story.Story{ID: "mill", Title: "The mill closes", Articles: []story.Article{
		{Outlet: "Courier", Text: `HARBOURTON (Reuters) - The paper mill in Harbourton will close at the end of March and 420 workers will lose their jobs, the owner said on Tuesday.

“We have looked at every way to keep the mill running, and none of them pays for the new boilers,” chief executive Ada Brandt told reporters at the gate.

The mill made $12.4 million in profit in 2019, according to its annual report.`},
		{Outlet: "Gazette", Text: `The paper mill in Harbourton will close at the end of March and more than 420 workers will lose their jobs, the owner said on Tuesday.

“We have looked at every way to keep the mill going, and none of them pays for the new boilers,” chief executive Ada Brandt told reporters.

The mill made $13.9 million in profit in 2019, according to its annual report.

A bakery two streets away will stay open. “I sell 300 rolls a day,” baker Tom Hale said.`},
		{Text: `The paper mill in Harbourton will close at the end of March and 420 workers will lose their jobs, its owner said.

“We have looked at every way to keep the mill running,” Brandt said.`},
	}}
	return stock{s.ID: analyze(t, s)}
}

func ledgerText(t *testing.T, src Source, url string) (string, *html.Node) {
	t.Helper()
	v, doc := open(t, src, url)
	if v.Status != 200 {
		t.Fatalf("%s: status %d", url, v.Status)
	}
	return textOf(find(doc, tag("main"))[0], class("vh")), doc
}

func wants(t *testing.T, url, text string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%s lacks %q:\n%s", url, w, text)
		}
	}
}

func lacks(t *testing.T, url, text string, unwanted ...string) {
	t.Helper()
	for _, w := range unwanted {
		if strings.Contains(text, w) {
			t.Errorf("%s has %q:\n%s", url, w, text)
		}
	}
}

func TestQuotationsLedger(t *testing.T) {
	src := ledgerStory(t)
	url := "/s/mill/quotations"
	text, doc := ledgerText(t, src, url)
	wants(t, url, text, "Ada Brandt", "Compared with this", "Words changed inside the marks in one place", "Cut: 11 of 20 words printed", "300 rolls", "told reporters at the gate”")
	var edits []string
	for _, e := range find(doc, func(n *html.Node) bool { return n.Data == "del" || n.Data == "ins" }) {
		edits = append(edits, textOf(e, class("vh")))
	}
	slices.Sort(edits)
	if !slices.Equal(edits, []string{"going", "running"}) {
		t.Errorf("edits %q", edits)
	}
	if changed, cut := strings.Index(text, "Words changed"), strings.Index(text, "Cut: "); changed > cut {
		t.Error("the cut printing comes before the changed one")
	}
	text, _ = ledgerText(t, src, url+"?show=alone")
	wants(t, url, text, "300 rolls")
	lacks(t, url, text, "boilers")
	text, _ = ledgerText(t, src, url+"?outlet=a")
	wants(t, url, text, "boilers", "Gazette")
	lacks(t, url, text, "300 rolls")
	text, _ = ledgerText(t, src, url+"?show=alone&outlet=c")
	wants(t, url, text, "Nothing here is of this kind")
}

func TestFiguresLedger(t *testing.T) {
	src := ledgerStory(t)
	url := "/s/mill/figures"
	text, _ := ledgerText(t, src, url)
	wants(t, url, text, "They don’t agree", "all may be true", "doesn’t agree", "not equally exact", "both may be true", "‘more than’", "In one place only")
	if money, workers := strings.Index(text, "$13.9 million"), strings.Index(text, "more than 420"); money > workers {
		t.Error("figures that disagree don’t come first")
	}
	text, _ = ledgerText(t, src, url+"?sort=story")
	if money, workers := strings.Index(text, "$13.9 million"), strings.Index(text, "more than 420"); money < workers {
		t.Error("the story’s order isn’t kept")
	}
	text, _ = ledgerText(t, src, url+"?show=money")
	wants(t, url, text, "$13.9 million")
	lacks(t, url, text, "more than 420", "300 rolls")
	text, _ = ledgerText(t, src, url+"?show=alone")
	wants(t, url, text, "300 rolls")
	lacks(t, url, text, "They don’t agree")
}

func TestCreditsLedger(t *testing.T) {
	src := ledgerStory(t)
	url := "/s/mill/credits"
	text, doc := ledgerText(t, src, url)
	wants(t, url, text, "Begins with a dateline that names Reuters", "HARBOURTON (Reuters)", "Without this credit, ", "No agency or outlet named as a source")
	if len(find(doc, func(n *html.Node) bool {
		return n.Data == "a" && strings.HasPrefix(attr(n, "href"), "/s/mill/compare/a/")
	})) == 0 {
		t.Error("no link leads to who has the copy without the credit")
	}
	text, _ = ledgerText(t, src, url+"?show=documents")
	lacks(t, url, text, "Reuters")
	text, _ = ledgerText(t, src, url+"?outlet=c")
	wants(t, url, text, "Nothing here is of this kind")
}

func TestEmptyLedgers(t *testing.T) {
	s := &story.Story{ID: "calm", Title: "Calm", Articles: []story.Article{{Text: "The sea was calm."}, {Text: "The wind was still."}}}
	src := stock{s.ID: analyze(t, s)}
	for name, want := range map[string]string{"quotations": "No one is quoted", "figures": "There is no figure", "credits": "None of these articles names"} {
		url := "/s/calm/" + name
		text, doc := ledgerText(t, src, url)
		wants(t, url, text, want)
		if len(find(doc, func(n *html.Node) bool { return attr(n, "href") == "/s/calm" })) == 0 {
			t.Errorf("%s leads nowhere", url)
		}
	}
}

// TestLedgerChoices follows every link of the ledgers' choices, of the
// built-in story: each says that it is chosen, and no other of its row.
func TestLedgerChoices(t *testing.T) {
	src := builtIn(t)
	for _, place := range []Place{Quotations, Figures, Credits} {
		plain := Address{Story: "amazon-layoffs", Base: None}.list(place).String()
		v, doc := open(t, src, plain)
		links := find(find(doc, class("choices"))[0], tag("a"))
		if len(links) < 8 {
			t.Errorf("%s has %d choices", plain, len(links))
		}
		for _, link := range links {
			id, href := attr(link, "id"), attr(link, "href")
			chosen, doc := open(t, src, href)
			if chosen.Status != 200 || chosen.Canonical != v.Canonical {
				t.Errorf("%s: status %d, canonical %s", href, chosen.Status, chosen.Canonical)
			}
			row, _, _ := strings.Cut(id, "-")
			for _, a := range find(find(doc, class("choices"))[0], tag("a")) {
				if other := attr(a, "id"); strings.HasPrefix(other, row+"-") && (attr(a, "aria-current") != "") != (other == id) {
					t.Errorf("%s: %s is wrongly marked", href, other)
				}
			}
		}
	}
	if v, _ := open(t, src, "/s/amazon-layoffs/figures?outlet=e"); v.Status != 404 {
		t.Errorf("an outlet that the story hasn’t: status %d", v.Status)
	}
}

// TestLedgerBounds holds that a large ledger shows a part of itself, and all
// when asked.
func TestLedgerBounds(t *testing.T) {
	var b strings.Builder
	for i := range linesAtOnce + 50 {
		b.WriteString("The harbour counted " + strconv.Itoa(1000+7*i) + " ships.\n\n")
	}
	s := &story.Story{ID: "long", Title: "Long", Articles: []story.Article{{Text: b.String()}, {Text: "The sea was calm."}}}
	src := stock{s.ID: analyze(t, s)}
	figures := func(url string) (int, string) {
		_, doc := open(t, src, url)
		return len(find(find(doc, tag("main"))[0], tag("li"))), textOf(find(doc, class("more"))[0], nil)
	}
	if n, more := figures("/s/long/figures"); n != linesAtOnce || more != "Show all 250 figures" {
		t.Errorf("%d figures at once, then %q", n, more)
	}
	if n, more := figures("/s/long/figures?all=yes"); n != linesAtOnce+50 || more != "Show fewer figures" {
		t.Errorf("%d figures in all, then %q", n, more)
	}
}

// TestFindingLinks holds that each finding of the overview leads to a view
// that has its words.
func TestFindingLinks(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	_, doc := open(t, src, "/s/amazon-layoffs")
	links := find(find(doc, class("findings"))[0], tag("a"))
	list := a.Findings()
	if len(links) != len(list) || len(list) == 0 || len(list) > 8 {
		t.Fatalf("%d links, %d findings", len(links), len(list))
	}
	for i, f := range list {
		if got := textOf(links[i], nil); got != f.Text {
			t.Errorf("finding %d reads %q, want %q", i, got, f.Text)
		}
		href, _, _ := strings.Cut(attr(links[i], "href"), "#")
		_, doc := open(t, src, href)
		text := strings.Join(strings.Fields(textOf(find(doc, tag("main"))[0], aside)), " ")
		if place := f.Places[0]; place.Len() > 0 && f.Passage == 0 && !strings.Contains(text, a.Text(place)) {
			t.Errorf("%s doesn’t have %q", href, a.Text(place))
		}
	}
}

// TestSpeakersInCapitals has a transcript's speaker be written as others are.
func TestSpeakersInCapitals(t *testing.T) {
	for name, want := range map[string]string{"TRUMP": "Trump", "ANNA DE LA VEGA": "Anna DE LA Vega", "J.D. ROE": "J.D. ROE", "中村": "中村"} {
		if got := lowered(name); got != want {
			t.Errorf("%q became %q", name, got)
		}
	}
}

// TestFiguresAddUp holds that the numbers behind the parts of the ledger are
// those at its headings.
func TestFiguresAddUp(t *testing.T) {
	src := builtIn(t)
	_, doc := open(t, src, "/s/amazon-layoffs/figures")
	headings := map[string]string{}
	for _, h := range find(doc, tag("h2")) {
		title, n, _ := cutLast(textOf(h, class("vh")))
		headings[title] = n
	}
	for id, title := range map[string]string{"show-tied": "The same figure, tied to different times", "show-loose": "Told differently, and all may be true",
		"show-same": "The same wherever they are given", "show-alone": "In one place only"} {
		link := find(doc, func(n *html.Node) bool { return attr(n, "id") == id })
		if len(link) != 1 {
			t.Fatalf("%d elements are %s", len(link), id)
		}
		if _, n, _ := cutLast(textOf(link[0], class("vh"))); n == "" || n != headings[title] {
			t.Errorf("%s has %q, the heading %q has %q", id, n, title, headings[title])
		}
	}
}

func cutLast(s string) (before, after string, found bool) {
	i := strings.LastIndex(strings.TrimSpace(s), " ")
	if i < 0 {
		return s, "", false
	}
	return strings.TrimSpace(s)[:i], strings.TrimSpace(s)[i+1:], true
}

// TestTakenToBe names whom a quotation without a cue is taken to be of, as the
// article calls them, and nobody where it doesn't.
func TestTakenToBe(t *testing.T) {
	for speaker, want := range map[string]string{"she": "", "the engineer": "(taken to be the engineer)"} {
		quoted := "“The wall will hold for many years to come,” " + speaker + " said on the pier.\n\n“It has held through every storm of the last hundred years.”"
		s := &story.Story{ID: "wall", Articles: []story.Article{{Outlet: "Gull", Text: quoted}, {Outlet: "Herald", Text: quoted + " It rained."}}}
		text, _ := ledgerText(t, stock{s.ID: analyze(t, s)}, "/s/wall/quotations")
		if strings.Contains(text, "(taken to be") != (want != "") || !strings.Contains(text, want) {
			t.Errorf("%s: %s", speaker, text)
		}
	}
}
