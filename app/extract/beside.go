package extract

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropNext takes out of the page the articles that a reader comes to by
// scrolling on: those with a headline of their own, where another one has the
// page's.
func (d *document) dropNext(title string) {
	var next []*html.Node
	found := false
	for n := range d.root.Descendants() {
		if !is(n, atom.Article) {
			continue
		}
		switch likeness := alike(headingOf(n), title); {
		case likeness >= 0.8:
			found = true
		case likeness < 0.5 && headingOf(n) != "":
			next = append(next, n)
		}
	}
	if !found {
		return
	}
	for _, n := range next {
		if n.Parent != nil && !holdsTitle(n, title) {
			n.Parent.RemoveChild(n)
		}
	}
}

// headingOf returns the text of an element's first heading of the first level.
func headingOf(n *html.Node) string {
	for inner := range n.Descendants() {
		if is(inner, atom.H1) {
			return squeeze(textOf(inner))
		}
	}
	return ""
}

// holdsTitle tells whether an element has the page's headline anywhere in it.
func holdsTitle(n *html.Node, title string) bool {
	for inner := range n.Descendants() {
		if is(inner, atom.H1, atom.H2) && alike(squeeze(textOf(inner)), title) >= 0.8 {
			return true
		}
	}
	return false
}

// A page that is laid out as a table has its article in a cell of at least
// mainCell bytes of prose, and beside it cells with links in them.
const mainCell = 500

// sideCells returns the cells of a row that stand beside the one with the
// article. The rows of a table of figures have no such cell.
func (p *pruner) sideCells(row *html.Node) []*html.Node {
	most := 0
	for c := range row.ChildNodes() {
		if is(c, atom.Td) {
			most = max(most, p.weights[c].prose())
		}
	}
	if most < mainCell {
		return nil
	}
	var side []*html.Node
	for c := range row.ChildNodes() {
		if w := p.weights[c]; is(c, atom.Td) && w.linked > 0 && w.prose()*3 < most {
			side = append(side, c)
		}
	}
	return side
}
