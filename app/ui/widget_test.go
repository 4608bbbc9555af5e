package ui

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/story"
)

func TestBuilder(t *testing.T) {
	src := at{builtIn(t), "https://samewire.test"}
	for _, tt := range []struct{ query, element, frame string }{
		{"", `<same-wire story="amazon-layoffs">`, `/embed/amazon-layoffs" … height="560" loading="lazy" width="100%"`},
		{"?view=read&article=c&passage=2", `<same-wire story="amazon-layoffs" view="read" article="c">`, `/embed/amazon-layoffs/read/c" … height="560" loading="lazy" width="100%"`},
		{"?view=passage&passage=2&paper=dark", `view="passage" passage="2" theme="dark">`, `/embed/amazon-layoffs/passage/2?theme=dark" …`},
		{"?view=compare&article=c&other=d&width=320&height=900", `view="compare" article="c" other="d" height="900">`, `/embed/amazon-layoffs/compare/c/d" … height="900" loading="lazy" width="320"`},
		{"?view=class&width=5&height=99999", `view="class">`, `/embed/amazon-layoffs/class" … height="560" loading="lazy" width="100%"`},
	} {
		_, doc := open(t, src, "/s/amazon-layoffs/widget"+tt.query)
		lines := find(doc, tag("textarea"))
		if len(lines) != 2 {
			t.Fatalf("%s: %d texts to copy", tt.query, len(lines))
		}
		if text := lines[0].FirstChild.Data; !strings.Contains(text, tt.element) {
			t.Errorf("%s: %s lacks %s", tt.query, text, tt.element)
		}
		address, size, _ := strings.Cut(tt.frame, " …")
		if text := lines[1].FirstChild.Data; !strings.Contains(text, "https://samewire.test"+address) || !strings.Contains(text, size) {
			t.Errorf("%s: %s lacks %s", tt.query, text, tt.frame)
		}
		if preview := find(doc, class("preview"))[0]; attr(preview, "src")+`"` != address {
			t.Errorf("%s: the preview shows %s", tt.query, attr(preview, "src"))
		}
	}
}

// TestBuilderOffers holds that a publisher is offered no view that a story hasn't.
func TestBuilderOffers(t *testing.T) {
	one := story.Article{Text: "The harbour authority closed the eastern pier on Monday."}
	other := story.Article{Text: "A bakery won first prize for its rye bread."}
	for id, articles := range map[string][]story.Article{"lone": {one}, "apart": {one, other}, "pair": {one, one}} {
		src := at{stock{id: analyze(t, &story.Story{ID: id, Articles: articles})}, "https://samewire.test"}
		v, doc := open(t, src, "/s/"+id+"/widget")
		if v.Status != 200 {
			t.Errorf("%s: %d", id, v.Status)
		}
		for _, input := range find(doc, func(n *html.Node) bool { return attr(n, "name") == "view" }) {
			if v, _ := open(t, src, "/embed/"+id+"?view="+attr(input, "value")); v.Status != 200 {
				t.Errorf("%s: it offers %s, which is %d", id, attr(input, "value"), v.Status)
			}
		}
	}
}

// atHome is a device that knows its site.
type atHome struct{ deviceOf }

func (atHome) Origin() string { return "https://samewire.test" }

// TestBuilderOfOwn holds that the lines for a story that no server has lead to the
// site all the same, and that its file is a link away.
func TestBuilderOfOwn(t *testing.T) {
	id := story.OwnID("pier")
	a := analyze(t, &story.Story{ID: id, Articles: []story.Article{{Text: "The pier is shut."}, {Text: "The pier is shut."}}})
	src := atHome{deviceOf{stock: stock{id: a}}}
	_, doc := open(t, src, "/s/"+id+"/widget")
	lines := find(doc, tag("textarea"))
	if len(lines) != 1 || !strings.Contains(lines[0].FirstChild.Data, `src="https://samewire.test/embed.js"`) {
		t.Errorf("%d fields with lines for the page", len(lines))
	}
	if len(find(doc, func(n *html.Node) bool { return strings.HasSuffix(attr(n, "href"), "/s/"+id+"/share") })) == 0 {
		t.Error("the page doesn't lead to the file")
	}
}
