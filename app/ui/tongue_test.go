package ui

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/story"
)

// languageOf returns the language that an element is in, by the nearest element
// that says one, or else the page's.
func languageOf(n *html.Node, page string) string {
	for ; n != nil; n = n.Parent {
		for _, a := range n.Attr {
			if a.Key == "lang" {
				return a.Val
			}
		}
	}
	return page
}

// TestCopyHasItsLanguage holds that copy says that it is English on a page in
// German, and what is said inside of it for those who listen is German.
func TestCopyHasItsLanguage(t *testing.T) {
	src := builtIn(t)
	copies, aloud := 0, 0
	for _, url := range addresses(src["amazon-layoffs"]) {
		_, doc := open(t, german{src}, url)
		for n := range doc.Descendants() {
			if n.Type != html.TextNode || strings.TrimSpace(n.Data) == "" {
				continue
			}
			lang := languageOf(n.Parent, "de")
			switch {
			case class("vh")(n.Parent) && isIn(n, "copy") && strings.Trim(n.Data, ":; ") != "":
				if aloud++; lang != "de" {
					t.Errorf("%s: %q inside copy is in %q", url, n.Data, lang)
				}
			case strings.Contains(src["amazon-layoffs"].Documents[2].Source, n.Data) && len(n.Data) > 60:
				if copies++; lang != "en" {
					t.Errorf("%s: copy is in %q: %.60s", url, lang, n.Data)
				}
			}
		}
	}
	if copies < 100 || aloud < 100 {
		t.Errorf("only %d stretches of copy and %d asides were found", copies, aloud)
	}
}

// TestUnknownLanguage holds that an article which isn't in English isn't said to
// be in any language.
func TestUnknownLanguage(t *testing.T) {
	s := &story.Story{ID: "x", Title: "x", Articles: []story.Article{
		{Text: "Der Hafen bleibt geschlossen, sagte die Stadt am Dienstag, weil das Wasser zu hoch steht und niemand weiß, wann es wieder fällt."},
		{Text: "The harbour stays closed, the city said on Tuesday, because the water is too high and nobody knows when it will fall again."},
	}}
	src := stock{"x": analyze(t, s)}
	for i, want := range []string{"", "en"} {
		_, doc := open(t, src, Address{Place: Read, Story: "x", Article: i, Base: None}.String())
		for _, p := range find(doc, func(n *html.Node) bool { return attr(n, "id") == "p1" }) {
			if got := languageOf(p, "none"); got != want {
				t.Errorf("article %d is said to be in %q, want %q", i, got, want)
			}
		}
	}
}

// isIn tells whether a node is inside an element of a class.
func isIn(n *html.Node, name string) bool {
	for ; n != nil; n = n.Parent {
		if class(name)(n) {
			return true
		}
	}
	return false
}
