package ui

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/story"
	"samewire/app/words"
)

// bracketed is a stock whose reader wants a language that puts each of its
// messages into brackets.
type bracketed struct{ stock }

func (bracketed) Language() string { return "qps" }

// bracket takes in a language that is the English one with brackets around each
// message. Gaps stand outside of them: what fills them has its own, or is of the
// story.
func bracket(t *testing.T) {
	t.Helper()
	var b strings.Builder
	gap := regexp.MustCompile(`\{[a-z0-9]+\}`)
	for line := range strings.SplitSeq(words.Source("en"), "\n") {
		if key, text, ok := strings.Cut(line, " = "); ok && !strings.HasPrefix(line, "#") {
			b.WriteString(key + " = ⟦" + gap.ReplaceAllString(text, "⟧$0⟦") + "⟧\n")
		}
	}
	if err := words.Add("qps", b.String()); err != nil {
		t.Fatal(err)
	}
}

// disguise gives the articles of the built-in story other letters, after they
// were compared: words of theirs can't be taken for words of the interface.
func disguise(t *testing.T) stock {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	s := *a.Story
	s.Articles = append([]story.Article(nil), s.Articles...)
	a.Story = &s
	s.Title, s.Note, s.Date = rotated(s.Title), rotated(s.Note), rotated(s.Date)
	for i, doc := range a.Documents {
		doc.Source = rotated(doc.Source)
		s.Articles[i].Text = doc.Source
		s.Articles[i].Outlet, s.Articles[i].Title = "Gur Qnvyl "+story.Letter(i), rotated(s.Articles[i].Title)
	}
	return src
}

// rotated puts the letter thirteen places on for each of a to z.
func rotated(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case 'A' <= r && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, s)
}

// names are words that no language translates, and what is said in code.
var names = map[string]bool{}

func init() {
	for _, w := range strings.Fields("Samewire Reuters Bloomberg English Deutsch Français Español KB JSON CSV HTML PNG SVG QR PDF oEmbed WordPress") {
		names[w] = true
	}
}

// TestNothingIsUntranslatable holds that all that a view says of its own comes
// from the messages: in a language that brackets them, no words stand outside of
// brackets but those of the story, and names.
func TestNothingIsUntranslatable(t *testing.T) {
	bracket(t)
	src := disguise(t)
	a := src["amazon-layoffs"]
	known := map[string]bool{}
	word := regexp.MustCompile(`\p{L}{2,}`)
	learn := func(text string) {
		for _, w := range word.FindAllString(text, -1) {
			known[strings.ToLower(w)] = true
		}
	}
	learn("the nowhere company zzz") // what is searched for
	learn(a.Story.Title + " " + a.Story.Note + " " + a.Story.Date + " Gur Qnvyl")
	for _, doc := range a.Documents {
		learn(doc.Source)
	}
	for _, c := range a.Ledgers.Credits {
		learn(c.Name) // as articles have it
	}
	told := regexp.MustCompile(`⟦[^⟦⟧]*⟧|/s/\S+`) // and addresses
	check := func(url, where, text string) {
		if strings.ContainsRune(text, '\uFFFD') {
			t.Errorf("%s, %s has half a character: %.200s", url, where, text)
		}
		for _, w := range word.FindAllString(told.ReplaceAllString(text, " "), -1) {
			if !known[strings.ToLower(w)] && !names[w] {
				t.Errorf("%s, %s: %q is in no message: %.200s", url, where, w, text)
				return
			}
		}
	}
	for _, url := range append(addresses(a), "/new", "/open", "/none", "/s/none", "/s/amazon-layoffs/read/z") {
		v, doc := open(t, bracketed{src}, url)
		if !strings.Contains(v.Body(), "⟦") {
			t.Fatalf("%s says nothing in the language with brackets", url)
		}
		check(url, "title", v.Title)
		check(url, "description", v.Description)
		check(url, "card", v.CardText)
		for n := range doc.Descendants() {
			switch {
			case n.Type == html.TextNode && !isCode(n.Parent):
				check(url, n.Parent.Data, n.Data)
			case n.Type == html.ElementNode:
				for _, name := range []string{"aria-label", "title", "alt", "placeholder", "data-kept", "data-unkept"} {
					check(url, n.Data+" "+name, attr(n, name))
				}
			}
		}
	}
}

// isCode tells whether an element has what is not for reading: lines for a page,
// addresses, sentences of a sample.
func isCode(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "code" || n.Data == "kbd" || n.Data == "title" || attr(n, "lang") == "en" {
			return true
		}
	}
	return false
}
