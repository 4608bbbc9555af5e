package ui

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// foreign are strings that have tried to leave their place in a page.
var foreign = []string{
	`plain`, `"quoted" & 'single'`, `<script>alert(1)</script>`, `</p></main></body><img src=x onerror=alert(1)>`,
	"a\x00b\x01c\x7f", "bad \xff\xfe utf-8 \xc3", "\u202eright to left\u2066\u2069", "&lt;&amp;&#60;", "a\r\nb\rc", "]]>-->", "`${x}`", "\u2028\u2029\u200b",
	`javascript:alert(1)`, strings.Repeat("<", 300), "<svg><style><!--", "ﬁ ｡ ＜script＞", "true", "",
}

// textOf returns the text in a tree of HTML, without what skip says.
func textOf(n *html.Node, skip func(*html.Node) bool) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if skip != nil && skip(n) {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// find returns the elements of a tree that want says.
func find(n *html.Node, want func(*html.Node) bool) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && want(d) {
			found = append(found, d)
		}
	}
	return found
}

func FuzzMarkup(f *testing.F) {
	for _, s := range foreign {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var m markup
		m.open("p", "class", "x", "title", s).text(s).put("b", s, "id", s).name(s).hidden(s).close("p")
		doc, err := html.Parse(strings.NewReader("<!doctype html><body>" + m.block().HTML))
		if err != nil {
			t.Fatal(err)
		}
		want := strings.ReplaceAll(s, "\x00", "\uFFFD")
		elements := find(doc, func(*html.Node) bool { return true })
		var names []string
		for _, e := range elements {
			names = append(names, e.Data)
		}
		if got := strings.Join(names, " "); got != "html head body p b bdi span" {
			t.Fatalf("elements: %s", got)
		}
		if got := textOf(doc, nil); got != want+want+want+want {
			t.Errorf("text %q, want four times %q", got, want)
		}
		for _, e := range elements {
			for _, a := range e.Attr {
				switch a.Key {
				case "class":
				case "title", "id":
					if a.Val != want {
						t.Errorf("%s is %q, want %q", a.Key, a.Val, want)
					}
				default:
					t.Errorf("attribute %q", a.Key)
				}
			}
		}
	})
}
