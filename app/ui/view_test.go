package ui

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/align"
	"samewire/app/analysis"
	"samewire/app/story"
)

// stock is a source of stories for tests.
type stock map[string]*analysis.Analysis

func (s stock) List(context.Context) ([]story.Summary, error) {
	var list []story.Summary
	for _, a := range s {
		list = append(list, a.Story.Summary())
	}
	return list, nil
}

func (s stock) Load(_ context.Context, id string) (*analysis.Analysis, error) {
	if a := s[id]; a != nil {
		return a, nil
	}
	return nil, story.ErrNotFound
}

func analyze(t testing.TB, s *story.Story) *analysis.Analysis {
	t.Helper()
	a, err := analysis.Analyze(t.Context(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// builtIn is the shelf with the built-in story.
func builtIn(t testing.TB) stock {
	t.Helper()
	s, err := story.ReadDir(os.DirFS("../../web/stories"), "amazon-layoffs")
	if err != nil {
		t.Fatal(err)
	}
	return stock{s.ID: analyze(t, s)}
}

func open(t testing.TB, src Source, url string) (View, *html.Node) {
	t.Helper()
	path, query, _ := strings.Cut(url, "?")
	v := Render(t.Context(), src, path, query)
	doc, err := html.Parse(strings.NewReader("<!doctype html><title>x</title><body>" + v.Body()))
	if err != nil {
		t.Fatal(err)
	}
	return v, doc
}

func class(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return slices.Contains(strings.Fields(attr(n, "class")), name) }
}

func tag(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == name }
}

// aside tells what in an article is not its text.
func aside(n *html.Node) bool { return class("vh")(n) || class("count")(n) }

// addresses are all addresses of a story's views.
func addresses(a *analysis.Analysis) []string {
	root := Address{Story: a.Story.ID, Base: None}
	all := []string{"/", helpPath, settingsPath, root.overview().String()}
	for _, query := range []string{"", "?", cleanQuery(a.Story.Title), "the", "nowhere company zzz"} {
		search := root.at(Search)
		search.Query = query
		all = append(all, search.String())
	}
	for _, place := range []Place{Passages, Common, Quotations, Figures, Credits, Share, Widget} {
		all = append(all, root.list(place).String())
	}
	framed := root
	framed.Embed = true
	all = append(all, framed.overview().String(), framed.read(0, 1).String(), framed.list(Common).String(), framed.at(Class).String())
	all = append(all, classAddresses(root)...)
	for i := range a.Documents {
		only := root.read(i, 0)
		only.Changed = true
		all = append(all, root.read(i, 0).String(), only.String())
		for j := range a.Documents {
			if i != j {
				inline, hidden := root.compare(i, j), root.compare(i, j)
				inline.Inline, hidden.Unnamed = true, true
				all = append(all, root.compare(i, j).String(), inline.String(), hidden.String())
			}
		}
	}
	for _, p := range a.Passages {
		all = append(all, root.passage(p.ID).String())
		for _, r := range p.Readings {
			all = append(all, root.withBase(r.Article).passage(p.ID).String(), root.withBase(r.Article).read(r.Article, p.ID).String())
		}
	}
	return all
}

func TestEveryView(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	known := map[string]bool{"/": true, helpPath: true}
	for _, url := range addresses(a) {
		known[strings.Split(url, "?")[0]] = true
	}
	titles := map[string]string{}
	for _, url := range addresses(a) {
		v, doc := open(t, src, url)
		if v.Status != 200 || v.Title == "" || v.Description == "" || (v.Canonical == "") != v.NoIndex {
			t.Fatalf("%s: %+v", url, v)
		}
		if other, ok := titles[v.Title]; ok && other != v.Canonical {
			t.Errorf("%s and %s are both called %q", url, other, v.Title)
		}
		titles[v.Title] = v.Canonical
		if n := len(find(doc, tag("h1"))); n != 1 {
			t.Errorf("%s has %d first headings", url, n)
		}
		if n := len(find(doc, tag("main"))); n != 1 {
			t.Errorf("%s has %d main parts", url, n)
		}
		ids := map[string]bool{}
		for _, e := range find(doc, func(n *html.Node) bool { return attr(n, "id") != "" }) {
			if id := attr(e, "id"); ids[id] {
				t.Errorf("%s has two elements with the ID %s", url, id)
			} else {
				ids[id] = true
			}
		}
		for _, link := range find(doc, tag("a")) {
			href := attr(link, "href")
			to, jump, _ := strings.Cut(href, "#")
			to, _, _ = strings.Cut(to, "?")
			if _, isFile := ParseFile(to, ""); to != "" && !known[to] && !isFile && to != "/stories/"+a.Story.ID+".json" {
				if known[to] = Render(t.Context(), src, to, "").Status == 200; !known[to] {
					t.Errorf("%s links to %s, which is nowhere", url, href)
				}
			}
			if to == "" && !ids[jump] {
				t.Errorf("%s jumps to #%s, which isn't in it", url, jump)
			}
		}
	}
}

func TestNothingThere(t *testing.T) {
	src := builtIn(t)
	for _, url := range []string{
		"/nothing", "/s/none", "/s/amazon-layoffs/read/e", "/s/amazon-layoffs/compare/a/a", "/s/amazon-layoffs/compare/a/e",
		"/s/amazon-layoffs/passage/999", "/s/amazon-layoffs/read/c/d", "/s/<script>",
	} {
		v, doc := open(t, src, url)
		if text := textOf(doc, nil); v.Status != 404 || !strings.Contains(text, "nothing at this address") && !strings.Contains(text, "no such page") {
			t.Errorf("%s: status %d", url, v.Status)
		}
	}
	// A passage that this article hasn't: the article alone.
	if v, _ := open(t, src, "/s/amazon-layoffs/read/a?passage=999"); v.Status != 200 {
		t.Errorf("status %d", v.Status)
	}
}

// broken is a source that has nothing but an error.
type broken struct{}

func (broken) List(context.Context) ([]story.Summary, error) {
	return nil, errors.New("the server could not be reached")
}

func (broken) Load(context.Context, string) (*analysis.Analysis, error) {
	return nil, errors.New("the server could not be reached")
}

func TestFailure(t *testing.T) {
	for _, url := range []string{"/", "/s/x"} {
		v, doc := open(t, broken{}, url)
		if text := textOf(doc, nil); v.Status != 500 || !strings.Contains(text, "could not be reached") || !strings.Contains(text, "Reload") {
			t.Errorf("%s: %d %s", url, v.Status, text)
		}
	}
}

// quotation is the passage with the quotation that Outlet C alters.
func quotation(t *testing.T, a *analysis.Analysis) int {
	t.Helper()
	for _, p := range a.Passages {
		for _, r := range p.Readings {
			if strings.Contains(a.Text(r.Place), "to decrease or discontinue investments") {
				return p.ID
			}
		}
	}
	t.Fatal("no passage has the altered quotation")
	return 0
}

// TestAlteredQuotation holds the story's best find: the quotation that three
// outlets print and one alters is one passage of four readings, and its page
// marks the words that were changed, and no others.
func TestAlteredQuotation(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	id := quotation(t, a)
	if p := a.Passages[id-1]; len(p.Readings) != 4 || len(outlets(&p)) != 4 {
		t.Fatalf("%d readings of %d outlets", len(p.Readings), len(outlets(&p)))
	}
	_, doc := open(t, src, Address{Story: a.Story.ID, Base: 3}.passage(id).withBase(0).String())
	var changed []string
	for _, r := range find(doc, class("reading")) {
		if len(find(r, func(n *html.Node) bool { return n.Data == "a" && strings.Contains(attr(n, "href"), "/read/c") })) == 0 {
			continue
		}
		for _, e := range find(r, func(n *html.Node) bool { return n.Data == "del" || n.Data == "ins" }) {
			changed = append(changed, e.Data+" "+textOf(e, aside))
		}
	}
	all := strings.Join(changed, "; ")
	for _, want := range []string{"del reduce; ins decrease", "del increasing our investment and; ins escalating their", "del deliver; ins have", "ins substantial"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q lacks %q", all, want)
		}
	}
	for _, kept := range []string{"opportunities", "discontinue", "investments in", "content", "product", "initiatives", "impact"} {
		if strings.Contains(all, kept) {
			t.Errorf("%q has %q, which both have", all, kept)
		}
	}
}

// TestArticleText holds that an article's page has its text, all of it, once.
func TestArticleText(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	for i, d := range a.Documents {
		_, doc := open(t, src, Address{Story: a.Story.ID, Base: None}.read(i, 0).String())
		var got []string
		for _, p := range find(find(doc, class("copy"))[0], func(n *html.Node) bool { return n.Data == "p" && attr(n, "dir") != "" }) {
			got = append(got, textOf(p, aside))
		}
		var want []string
		for _, p := range d.Paragraphs {
			want = append(want, p.Of(d.Source))
		}
		if !slices.Equal(got, want) {
			t.Errorf("article %d reads\n%q\nwant\n%q", i, got, want)
		}
	}
}

// FuzzViews feeds foreign text into every view and looks whether anything of
// it became more than text.
func FuzzViews(f *testing.F) {
	for i, s := range foreign {
		f.Add(s, foreign[(i+1)%len(foreign)], "He said “"+s+"” on the day. "+s+"\n\nThe company will close three of its plants by the end of May.")
	}
	allowed := map[string]bool{}
	for _, n := range strings.Fields("html head title body div a header span main h1 h2 p bdi footer nav article sup b aside ul ol li svg defs pattern rect circle small table thead tbody tr th td del ins mark kbd h3 details summary label textarea caption i section form input button fieldset legend figure figcaption path hr") {
		allowed[n] = true
	}
	attrs := map[string]bool{}
	for _, n := range strings.Fields("data-kept data-unkept id class href download data-copy tabindex dir lang aria-label aria-labelledby aria-valuetext aria-current aria-hidden data-stay target rel width height data-passage x y cx cy r viewbox viewBox patternunits patternUnits patterntransform patternTransform preserveaspectratio preserveAspectRatio role scope title open start rowspan for readonly rows action type name value maxlength placeholder autocomplete autofocus checked data-do data-answer accept method min max d fill") {
		attrs[n] = true
	}
	f.Fuzz(func(t *testing.T, title, outlet, body string) {
		if len(body) > 5000 {
			return
		}
		other := "The company will close three of its plants by the end of May, it said. " + body
		raw := &story.Story{ID: "x", Title: title, Note: title, Date: title, Articles: []story.Article{
			{Outlet: outlet, Title: title, Credit: outlet, Date: outlet, Text: body}, {Outlet: title, Text: other}, {Text: body + "\n\n" + other},
		}}
		s, err := story.ParseJSON(raw.JSON(), "x")
		if err != nil {
			return // refused at the door
		}
		src := stock{"x": analyze(t, s)}
		for _, url := range addresses(src["x"]) {
			_, doc := open(t, src, url)
			for _, e := range find(doc, func(*html.Node) bool { return true }) {
				if !allowed[e.Data] {
					t.Fatalf("%s: element %q", url, e.Data)
				}
				for _, a := range e.Attr {
					if !attrs[a.Key] {
						t.Fatalf("%s: attribute %q of %s", url, a.Key, e.Data)
					}
					if a.Key == "href" && a.Val[0] != '/' && a.Val[0] != '#' {
						t.Fatalf("%s: a link to %q", url, a.Val)
					}
				}
			}
		}
		for i, d := range src["x"].Documents {
			_, doc := open(t, src, Address{Story: "x", Base: None}.read(i, 0).String())
			paragraphs := find(find(doc, class("copy"))[0], func(n *html.Node) bool { return n.Data == "p" && attr(n, "dir") != "" })
			if len(paragraphs) != len(d.Paragraphs) {
				t.Fatalf("%d paragraphs, want %d", len(paragraphs), len(d.Paragraphs))
			}
			for n, p := range d.Paragraphs {
				if got, want := textOf(paragraphs[n], aside), p.Of(d.Source); got != want {
					t.Fatalf("paragraph %d of article %d reads %q, want %q", n, i, got, want)
				}
			}
		}
	})
}

func TestKindNames(t *testing.T) {
	for _, k := range []align.Kind{align.Verbatim, align.Edited, align.Reworded} {
		if kindName(k) == "" || kindMeaning(k) == "" || kindClass(k) == "" {
			t.Errorf("kind %v has no words", k)
		}
	}
}

// BenchmarkRender makes the article with a passage chosen, and the overview.
func BenchmarkRender(b *testing.B) {
	stock := builtIn(b)
	for name, path := range map[string]string{"read": "/s/amazon-layoffs/read/c", "overview": "/s/amazon-layoffs"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				v := Render(b.Context(), stock, path, "")
				b.SetBytes(int64(len(v.Body())))
			}
		})
	}
}
