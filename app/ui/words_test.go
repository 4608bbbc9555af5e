package ui

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/words"
)

// german is a stock whose reader wants German.
type german struct{ stock }

func (german) Language() string { return "de" }

// TestLanguages holds that a view is in the language of its address, or else of
// its reader, and that its links keep the one of the address.
func TestLanguages(t *testing.T) {
	src := builtIn(t)
	for _, c := range []struct {
		src  Source
		url  string
		code string
		has  string
	}{
		{src, "/", "en", "Make a story"},
		{src, "/?lang=de", "de", "Ein Thema aus eigenen Artikeln anlegen"},
		{src, "/?lang=fr", "fr", "Créer un dossier"},
		{src, "/?lang=es", "es", "Crear un tema"},
		{src, "/?lang=xx", "en", "Make a story"},
		{german{src}, "/", "de", "Ein Thema aus eigenen Artikeln anlegen"},
		{german{src}, "/?lang=fr", "fr", "Créer un dossier"},
		{src, "/s/amazon-layoffs?lang=de", "de", "vier Medien · "},
	} {
		v, doc := open(t, c.src, c.url)
		if text := textOf(doc, class("vh")); v.Language().Code != c.code || !strings.Contains(text, c.has) {
			t.Errorf("%s is in %s, or lacks %q", c.url, v.Language().Code, c.has)
		}
		if _, code, _ := strings.Cut(c.url, "lang="); code == c.code {
			for _, a := range find(doc, tag("a")) {
				if href := attr(a, "href"); strings.HasPrefix(href, "/") && !strings.Contains(href, "lang="+code) {
					t.Errorf("%s: the link %s drops the language", c.url, href)
				}
			}
		}
	}
}

// TestNothingIsLeftUntold holds that no view has a message in it that wasn't put
// into words, or a key in the place of its words, in any language.
func TestNothingIsLeftUntold(t *testing.T) {
	src := builtIn(t)
	for _, l := range words.Languages {
		for _, url := range append(addresses(src["amazon-layoffs"]), "/settings", "/help", "/new", "/open", "/none", "/s/none") {
			path, query, _ := strings.Cut(url, "?")
			if query != "" {
				query += "&"
			}
			v := Render(t.Context(), src, path, query+"lang="+l.Code)
			all := v.Title + v.Description + v.CardText + v.Body()
			if i := strings.IndexAny(all, "\x01\x02\x03\x04"); i >= 0 {
				t.Fatalf("%s in %s: %q isn't told", url, l.Code, all[max(i-60, 0):min(i+60, len(all))])
			}
		}
	}
}

// TestEnglishIsGone looks in the German views for words that are English ones
// alone, outside the copy of articles.
func TestEnglishIsGone(t *testing.T) {
	src := builtIn(t)
	telling := map[string]bool{}
	for _, w := range strings.Fields("the of and that which is are with from these this words passage passages outlet outlets article show where") {
		telling[w] = true
	}
	for _, url := range addresses(src["amazon-layoffs"]) {
		path, query, _ := strings.Cut(url, "?")
		if a, _ := ParseAddress(path, query); a.Place == Class || a.Place == Overview || a.Place == Read {
			continue // their questions and findings quote
		}
		_, doc := open(t, german{src}, url)
		for _, n := range find(doc, func(n *html.Node) bool {
			return n.Data == "h2" || n.Data == "legend" || n.Data == "summary" || n.Data == "button" || class("note")(n) || class("lead")(n) || class("views")(n)
		}) {
			if attr(n, "dir") != "" || class("slot")(n.Parent) {
				continue // words of the story
			}
			text := textOf(n, func(n *html.Node) bool {
				return n.Data == "bdi" || attr(n, "dir") != "" || class("slot")(n) || class("copy")(n)
			})
			for _, w := range strings.Fields(text) {
				if telling[strings.Trim(w, ".,:;")] {
					t.Errorf("%s: %q is in English", url, text)
					break
				}
			}
		}
	}
}
