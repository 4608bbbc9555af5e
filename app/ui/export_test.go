package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/analysis"
	"samewire/app/story"
)

// at is a source that is read under an origin.
type at struct {
	stock
	origin string
}

func (a at) Origin() string { return a.origin }

func siteStyle(t testing.TB) string {
	t.Helper()
	parts, err := filepath.Glob("../../web/static/style/*.css")
	if err != nil || len(parts) == 0 {
		t.Fatal(parts, err)
	}
	var sheet strings.Builder
	for _, part := range parts {
		data, err := os.ReadFile(part)
		if err != nil {
			t.Fatal(err)
		}
		sheet.Write(data)
	}
	return sheet.String()
}

// files are the addresses of all files of a story.
func files(a *analysis.Analysis) []string {
	root := Address{Place: Overview, Story: a.Story.ID, Base: None}
	all := []string{
		File{root.compare(0, 1), ""}.String(), File{root.compare(1, 0), ""}.String(),
	}
	for _, name := range []string{jsonFile, storyFile, drawingFile, imageFile, cardFile} {
		all = append(all, File{root, name}.String())
	}
	for _, table := range analysis.Tables() {
		all = append(all, File{root, table + csvExt}.String())
	}
	for _, p := range a.Passages {
		all = append(all, File{root.passage(p.ID), ""}.String())
	}
	return all
}

func TestParseFile(t *testing.T) {
	for _, url := range []string{
		"/s/x/analysis.json", "/s/x/passages.csv", "/s/x/credits.csv?names=hidden", "/s/x/story.html?base=b", "/s/x/overview.svg",
		"/s/x/overview.png", "/s/x/card.png", "/s/x/compare/a/b.html", "/s/x/compare/a/b.html?mode=inline", "/s/x/passage/5.html?base=c",
	} {
		path, query, _ := strings.Cut(url, "?")
		if f, ok := ParseFile(path, query); !ok || f.String() != url || f.Type() == "" || !strings.HasPrefix(f.Name(), "x-") || strings.Contains(f.Name(), "/") {
			t.Errorf("%s is read as %s, %v, named %q", url, f, ok, f.Name())
		}
	}
	for _, path := range []string{
		"", "/", "x", "/analysis.json", "/s/x", "/s/x/", "/s/x/.html", "/s/x/read/a.html", "/s/x/weather.csv", "/s/x/analysis.csv", "/s/x/passages.json",
		"/s/X/analysis.json", "/s/x/passage/0.html", "/s/x/compare/a.html", "/s/x/../analysis.json", "/s/x/read/story.html", "/s/x.html", "/help.html", "/s/x//analysis.json",
	} {
		if f, ok := ParseFile(path, ""); ok {
			t.Errorf("%q is read as %s", path, f)
		}
	}
	// What makes no difference to a file is no part of its address.
	if f, ok := ParseFile("/s/x/card.png", "base=b&theme=dark&names=hidden"); !ok || f.String() != "/s/x/card.png?names=hidden" {
		t.Errorf("%s", f)
	}
	for name, want := range map[string]string{"story.html": "story.html?lang=de", "card.png": "card.png?lang=de", "passages.csv": "passages.csv", "passage/5.html": "passage/5.html?lang=de"} {
		if f, _ := ParseFile("/s/x/"+name, "lang=de&theme=dark"); f.String() != "/s/x/"+want {
			t.Errorf("%s in German is at %s", name, f)
		}
	}
}

// TestFilesAreAlone holds that every page can be read with nothing beside it:
// that it loads nothing, runs nothing, and leads nowhere that isn't there.
func TestFilesAreAlone(t *testing.T) {
	stories := builtIn(t)
	style := siteStyle(t)
	for _, origin := range []string{"", "https://samewire.test"} {
		for _, url := range files(stories["amazon-layoffs"]) {
			path, query, _ := strings.Cut(url, "?")
			f, ok := ParseFile(path, query)
			if !ok || !f.IsPage() {
				continue
			}
			data, err := f.Make(t.Context(), at{stories, origin}, style)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := html.Parse(strings.NewReader(string(data)))
			if err != nil {
				t.Fatal(err)
			}
			checkAlone(t, url, origin, doc)
		}
	}
}

func checkAlone(t *testing.T, url, origin string, doc *html.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, e := range find(doc, func(n *html.Node) bool { return attr(n, "id") != "" }) {
		if ids[attr(e, "id")] {
			t.Errorf("%s: two elements have the ID %s", url, attr(e, "id"))
		}
		ids[attr(e, "id")] = true
	}
	for _, e := range find(doc, func(*html.Node) bool { return true }) {
		switch e.Data {
		case "script", "link", "img", "iframe", "object", "form", "base", "button":
			t.Errorf("%s has an element <%s>", url, e.Data)
		}
		for _, a := range e.Attr {
			if a.Key == "style" || a.Key == "src" || strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s has the attribute %s=%q", url, a.Key, a.Val)
			}
		}
		href := attr(e, "href")
		jump, inside := strings.CutPrefix(href, "#")
		if href != "" && !(inside && ids[jump]) && (origin == "" || !strings.HasPrefix(href, origin+"/s/")) {
			t.Errorf("%s links to %s", url, href)
		}
	}
	if len(find(doc, tag("h1"))) != 1 || len(find(doc, tag("main"))) != 1 || len(find(doc, tag("style"))) != 1 {
		t.Errorf("%s has not one heading, main part and style", url)
	}
}

// TestPassageFile holds that a passage's page tells what its view does, and who
// has it.
func TestPassageFile(t *testing.T) {
	stories := builtIn(t)
	a := stories["amazon-layoffs"]
	f := File{Address{Place: Passage, Story: a.Story.ID, Passage: quotation(t, a), Base: 0}, ""}
	data, err := f.Make(t.Context(), at{stories, "https://samewire.test"}, siteStyle(t))
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	for _, want := range []string{
		"<del><span class=\"vh\" lang=\"en\">deleted: </span>reduce", "decrease", "Outlet D", "https://samewire.test" + f.Address.Path(), "default-src &#39;none&#39;",
		"light-dark(", "@page{", ".reading{", "January 2024",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, not := range []string{".matrix", ".settings", ".search", "/*"} {
		if strings.Contains(page, not) {
			t.Errorf("the page has %q, which it has no use for", not)
		}
	}
}

func TestFileErrors(t *testing.T) {
	stories := builtIn(t)
	for _, url := range []string{"/s/none/analysis.json", "/s/amazon-layoffs/passage/999.html", "/s/amazon-layoffs/compare/a/z.html"} {
		f, ok := ParseFile(url, "")
		if !ok {
			t.Fatal(url)
		}
		if _, err := f.Make(t.Context(), stories, ""); !errors.Is(err, story.ErrNotFound) {
			t.Errorf("%s: %v", url, err)
		}
	}
}

// TestUnnamedFiles holds that no file tells a hidden name.
func TestUnnamedFiles(t *testing.T) {
	s := &story.Story{ID: "x", Title: "T", Articles: []story.Article{
		{Outlet: "Gazette", Link: "https://gazette.test/1", Text: "“The mill will close in May,” its owner told Reuters on Monday. “It has to.”"},
		{Outlet: "Tribune", Link: "https://tribune.test/1", Text: "The mill will close in May, its owner said on Tuesday."},
	}}
	src := at{stock{"x": analyze(t, s)}, "https://samewire.test"}
	for _, url := range files(src.stock["x"]) {
		named := false
		for _, query := range []string{"names=hidden", ""} {
			f, _ := ParseFile(url, query)
			if f.IsImage() {
				continue
			}
			data, err := f.Make(t.Context(), src, siteStyle(t))
			if err != nil {
				t.Fatal(err)
			}
			named = strings.Contains(string(data), "Gazette") || strings.Contains(string(data), "gazette.test")
			if named && query != "" {
				t.Errorf("%s tells the outlet’s name", f)
			}
		}
		if f, _ := ParseFile(url, ""); !named && !f.IsImage() {
			t.Errorf("%s doesn’t tell the outlet’s name", url)
		}
	}
}

func TestStylesFor(t *testing.T) {
	sheet := `/* one { */ p { margin: 0 }
.a, .b .c, [data-x] .a { color: red; }
@media print { .b { color: blue } .d:not(.e):is(.f, .g) { top: 0 } @page { margin: 1cm; @bottom-right { content: "x" } } }
@media screen { .z { left: 0 } }
:root[data-theme] { top: 0 }`
	for markup, want := range map[string]string{
		`<p class="a">`:           "p{margin: 0}\n.a{color: red;}\n@media print{@page{margin: 1cm; @bottom-right { content: \"x\" }}\n}\n",
		`<p class="c b">`:         "p{margin: 0}\n.b .c{color: red;}\n@media print{.b{color: blue}\n@page{margin: 1cm; @bottom-right { content: \"x\" }}\n}\n",
		`<p class="d" data-x="">`: "p{margin: 0}\n@media print{.d:not(.e):is(.f, .g){top: 0}\n@page{margin: 1cm; @bottom-right { content: \"x\" }}\n}\n",
	} {
		if got := stylesFor(sheet, markup); got != want {
			t.Errorf("for %s:\n%s\nwant\n%s", markup, got, want)
		}
	}
}

// FuzzFiles feeds foreign text into every page and drawing and looks whether
// anything of it became more than text.
func FuzzFiles(f *testing.F) {
	for i, s := range foreign {
		f.Add(s, foreign[(i+1)%len(foreign)], "He said “"+s+"” on the day. "+s)
	}
	style := siteStyle(f)
	f.Fuzz(func(t *testing.T, title, outlet, body string) {
		if len(body) > 3000 {
			return
		}
		other := "The company will close three of its plants by the end of May, it said. " + body
		raw := &story.Story{ID: "x", Title: title, Note: title, Date: title, Articles: []story.Article{
			{Outlet: outlet, Title: title, Credit: outlet, Date: outlet, Text: other}, {Outlet: title, Text: other + " " + body},
		}}
		s, err := story.ParseJSON(raw.JSON(), "x")
		if err != nil {
			return // refused at the door
		}
		src := at{stock{"x": analyze(t, s)}, "https://samewire.test"}
		for _, url := range files(src.stock["x"]) {
			file, _ := ParseFile(url, "")
			switch {
			case file.IsPage():
				data, err := file.Make(t.Context(), src, style)
				if err != nil {
					t.Fatal(err)
				}
				doc, err := html.Parse(strings.NewReader(string(data)))
				if err != nil {
					t.Fatal(err)
				}
				checkAlone(t, url, src.origin, doc)
			case file.IsDrawing():
				data, err := file.Make(t.Context(), src, style)
				if err != nil {
					t.Fatal(err)
				}
				checkDrawing(t, string(data))
			}
		}
	})
}
