package extract

import (
	"net/url"
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// enough is the length in bytes from which go-readability takes what it found
// for an article. Below, it looks again with weaker rules. A brief from a wire
// is shorter than the 500 that it takes by itself.
const enough = 250

// article returns the paragraphs of the page's article. It empties the page.
//
// Where the page marks its text in microdata, that is taken; else what
// go-readability finds. The text in the linked data replaces both where it is
// longer by much: that is so on pages that show only its beginning.
func (d *document) article(f *facts) []paragraph {
	d.dropNext(f.title)
	d.prune()
	marked := d.marked()
	found := marked
	if readable := d.readable(f.link); size(marked)*2 < size(readable) {
		found = readable
	}
	if size(found) < minRunes {
		found = nil
		for _, p := range d.whole() {
			if p.isProse() {
				found = append(found, p)
			}
		}
	}
	for _, linked := range [][]string{f.updates, plainParagraphs(f.body)} {
		if told := plain(linked); size(told)*10 > size(found)*13 {
			found = told
		}
	}
	return found
}

// whole returns the paragraphs of all of the page.
func (d *document) whole() []paragraph {
	return paragraphs(d.root)
}

// marked returns the paragraphs that are marked as an article's text in
// microdata. Some pages mark each stretch between two advertisements.
func (d *document) marked() []paragraph {
	var all []paragraph
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode && slices.Contains(strings.Fields(attr(c, "itemprop")), "articleBody") {
				all = append(all, paragraphs(c)...)
			} else {
				walk(c)
			}
		}
	}
	walk(d.root)
	return all
}

// readable returns the paragraphs that go-readability finds.
func (d *document) readable(link string) []paragraph {
	flatten(d.root, 0)
	base, err := url.Parse(link)
	if err != nil || link == "" {
		base = nil
	}
	p := readability.NewParser()
	p.CharThresholds = enough
	p.DisableJSONLD = true
	p.KeepClasses = true // taking them off is work for nothing
	a, err := p.ParseAndMutate(d.root, base)
	if err != nil || a.Node == nil {
		return nil
	}
	return paragraphs(a.Node)
}

// maxDepth is how deep elements may stand in each other for go-readability,
// which looks up and down from each of them. Pages have half of that.
const maxDepth = 100

// flatten lifts out of their boxes what stands alone in one, and what stands
// deeper than maxDepth: go-readability reads the text below each box once for
// the box.
func flatten(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if isBox(c) && c.FirstChild == c.LastChild && isBox(c.FirstChild) || depth > maxDepth && holdsElement(c) {
			next = unwrap(c)
		} else {
			flatten(c, depth+1)
		}
		c = next
	}
}

func isBox(n *html.Node) bool {
	return is(n, atom.Div, atom.Section) && n.FirstChild != nil
}

func holdsElement(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			return true
		}
	}
	return false
}

// unwrap puts what is in n into its place, and returns the first of it.
func unwrap(n *html.Node) *html.Node {
	first := n.FirstChild
	for c := first; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
	return first
}

// size is the length of paragraphs in bytes.
func size(list []paragraph) int {
	n := 0
	for _, p := range list {
		n += len(p.text)
	}
	return n
}

// plain makes paragraphs of texts.
func plain(texts []string) []paragraph {
	var all []paragraph
	for _, t := range texts {
		all = append(all, paragraph{text: t})
	}
	return all
}
