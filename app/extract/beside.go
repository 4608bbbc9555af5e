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
	for _, n := range outermost(d.root, atom.Article) {
		heading := headingOf(n)
		switch likeness := alike(heading, title); {
		case likeness >= 0.8:
			found = true
		case likeness < 0.5 && heading != "":
			next = append(next, n)
		}
	}
	if !found {
		return
	}
	for _, n := range next {
		if !holdsTitle(n, title) {
			n.Parent.RemoveChild(n)
		}
	}
}

// outermost returns the elements of a kind that stand in no other of it.
func outermost(n *html.Node, kind atom.Atom) []*html.Node {
	var all []*html.Node
	for c := range n.ChildNodes() {
		if is(c, kind) {
			all = append(all, c)
		} else {
			all = append(all, outermost(c, kind)...)
		}
	}
	return all
}

// headingOf returns the text of an element's first heading of the first level,
// or "" for one that is longer than any.
func headingOf(n *html.Node) string {
	for inner := range n.Descendants() {
		if is(inner, atom.H1) {
			if s := squeeze(textOf(inner)); len(s) < 1000 {
				return s
			}
			return ""
		}
	}
	return ""
}

// holdsTitle tells whether an element has the page's headline anywhere in it.
func holdsTitle(n *html.Node, title string) bool {
	for inner := range n.Descendants() {
		if is(inner, atom.H1, atom.H2) {
			if s := squeeze(textOf(inner)); len(s) < 1000 && alike(s, title) >= 0.8 {
				return true
			}
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
