package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paragraph is a stretch of text between two block boundaries.
type paragraph struct {
	text    string // lines with single spaces; a line break is one that the page has
	linked  int    // letters of text that are in links
	heading bool
}

// isProse tells whether a paragraph reads like a sentence: long enough, not a
// list of links.
func (p paragraph) isProse() bool {
	return len(p.text) >= 60 && p.linked*2 < letters(p.text) && !p.heading
}

// blocks are the elements that begin and end a paragraph.
var blocks = set(`address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
	h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption option`)

// isInline tells whether an element is a part of a line.
func isInline(n *html.Node) bool {
	return n.Type == html.ElementNode && !blocks[n.Data] && !strings.Contains(n.Data, "-")
}

// writer makes paragraphs of a tree.
type writer struct {
	all    []paragraph
	line   strings.Builder // the line under way, white space as it came
	lines  []string        // of the paragraph under way
	linked int
	link   int // depth of links
	head   int // depth of headings
	pre    int // depth of preformatted text
}

// paragraphs returns the text of a tree as paragraphs. Tables become a
// paragraph a row.
func paragraphs(n *html.Node) []paragraph {
	var w writer
	w.node(n)
	w.flush()
	return w.all
}

func (w *writer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode && w.pre > 0:
		w.preformatted(n.Data)
	case n.Type == html.TextNode:
		w.line.WriteString(n.Data)
		if w.link > 0 {
			w.linked += letters(n.Data)
		}
	case n.Type == html.DocumentNode:
		w.children(n)
	case n.Type != html.ElementNode, is(n, atom.Head, atom.Script, atom.Style, atom.Title, atom.Rt, atom.Rp, atom.Template, atom.Textarea, atom.Select, atom.Svg, atom.Math):
	case is(n, atom.Br):
		w.breakLine()
	case is(n, atom.A):
		w.link++
		w.children(n)
		w.link--
	case is(n, atom.Sup) && isReference(textOf(n)):
	case is(n, atom.Tr) && isRow(n):
		w.row(n)
	case is(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6):
		w.flush()
		w.head++
		w.children(n)
		w.flush()
		w.head--
	case is(n, atom.Pre):
		w.flush()
		w.pre++
		w.children(n)
		w.flush()
		w.pre--
	case blocks[n.Data]:
		w.flush()
		w.children(n)
		w.flush()
	default:
		w.children(n)
	}
}

func (w *writer) children(n *html.Node) {
	for c := range n.ChildNodes() {
		w.node(c)
	}
}

// preformatted writes text that was set in lines: an empty one ends a paragraph.
func (w *writer) preformatted(text string) {
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" && strings.HasSuffix(line, "\n") && w.line.Len() > 0 {
			w.flush()
		}
		w.line.WriteString(line)
	}
}

// breakLine ends a line; a second break in a row ends the paragraph.
func (w *writer) breakLine() {
	line := squeeze(w.line.String())
	w.line.Reset()
	if line == "" {
		w.flush()
		return
	}
	w.lines = append(w.lines, line)
}

// flush ends the paragraph.
func (w *writer) flush() {
	if line := squeeze(w.line.String()); line != "" {
		w.lines = append(w.lines, line)
	}
	w.line.Reset()
	if len(w.lines) > 0 {
		w.all = append(w.all, paragraph{text: strings.Join(w.lines, "\n"), linked: w.linked, heading: w.head > 0})
	}
	w.lines, w.linked = nil, 0
}

// isRow tells whether a table row holds data: at least two cells, and in none
// of them as much as a paragraph. Other rows hold the layout of a page.
func isRow(n *html.Node) bool {
	const maxCell = 200 // bytes
	cells := 0
	for c := range n.ChildNodes() {
		if !is(c, atom.Td, atom.Th) {
			continue
		}
		s := squeeze(textOf(c))
		if len(s) > maxCell || holds(c, atom.Table) {
			return false
		}
		if s != "" {
			cells++
		}
	}
	return cells > 1
}

// row writes a row as one line.
func (w *writer) row(n *html.Node) {
	w.flush()
	var cells []string
	for c := range n.ChildNodes() {
		if s := squeeze(textOf(c)); s != "" {
			cells = append(cells, s)
		}
	}
	w.all = append(w.all, paragraph{text: strings.Join(cells, " | ")})
}

// letters counts the letters and digits of a text.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// isReference tells whether a raised text is the number of a note.
func isReference(s string) bool {
	return strings.Trim(s, " []()0123456789*†‡abc") == ""
}

// plainParagraphs makes paragraphs of a text that a page gives outside its
// markup: plain, or with markup in it, maybe escaped.
func plainParagraphs(s string) []string {
	if strings.Contains(s, "&lt;") {
		s = html.UnescapeString(s)
	}
	if strings.Contains(s, "</") || strings.Contains(s, "<br") || strings.Contains(s, "&") {
		if doc, err := parse(strings.ReplaceAll(s, "\n\n", "<p>")); err == nil {
			var all []string
			for _, p := range doc.whole() {
				all = append(all, p.text)
			}
			return all
		}
	}
	var all []string
	for row := range strings.Lines(s) {
		if row = squeeze(row); row != "" {
			all = append(all, row)
		}
	}
	return all
}
