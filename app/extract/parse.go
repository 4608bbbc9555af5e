package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"samewire/app/words"
)

// Bounds of a page. They are far above those of the largest news pages, and low
// enough for a page made to be slow.
const (
	maxElements   = 60_000    // elements of a page, without those that only format
	maxScriptText = 4_000_000 // bytes of a page's linked data
	maxAttr       = 1_000     // bytes of an attribute's value
	maxAttrs      = 16        // attributes of an element that are kept
)

// document is a page as a tree, and what stands beside the text.
type document struct {
	root   *html.Node
	title  string   // of the title element
	linked []string // linked data: the texts of its scripts
	source string   // the address that a browser notes when it saves a page
	frames bool     // the page consists of others
}

// parse makes a tree of a page.
//
// The page goes through a filter first, token by token: the parser's rules for
// broken markup copy formatting elements into every paragraph after them, so
// that a small page can become an enormous tree. Without formatting, scripts,
// styles and drawings, and with a handful of attributes, the tree grows no
// faster than the page.
func parse(text string) (*document, error) {
	f := filter{z: html.NewTokenizer(strings.NewReader(text)), ends: map[string]int{}, lower: asciiLower(text)}
	if err := f.run(); err != nil {
		return nil, err
	}
	root, err := html.ParseWithOptions(strings.NewReader(f.out.String()), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, words.Error("page.deep")
	}
	f.doc.root = root
	return &f.doc, nil
}

// filter copies a page without what is no text.
type filter struct {
	z        *html.Tokenizer
	lower    string         // the page in lower case
	ends     map[string]int // by element: where its last end tag is, from the page's end
	offset   int            // of the next token
	out      strings.Builder
	doc      document
	elements int
	linked   int // bytes of linked data
}

// keptAttrs are the attributes that tell what an element is.
var keptAttrs = map[string]bool{
	"class": true, "id": true, "itemprop": true, "itemtype": true, "itemscope": true, "role": true, "rel": true, "href": true,
	"content": true, "name": true, "property": true, "datetime": true, "hidden": true, "aria-hidden": true, "style": true, "dir": true, "lang": true,
}

// formatting are the elements whose tags are dropped, and their text kept.
var formatting = set("b i em strong font u s strike small big tt nobr code mark abbr acronym ins bdi bdo center blink q cite dfn var kbd samp wbr plaintext")

// textless are the elements that are dropped with all that is in them.
var textless = set("svg math template select video audio canvas object applet map datalist button")

// breakout are the start tags that end a drawing or a formula which was never
// closed.
var breakout = set("p div h1 h2 h3 h4 h5 h6 ul ol table article section body blockquote")

// set returns the words of a list.
func set(list string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		all[word] = true
	}
	return all
}

func (f *filter) run() error {
	for {
		switch t := f.next(); t {
		case html.ErrorToken:
			return nil
		case html.TextToken:
			f.out.WriteString(html.EscapeString(string(f.z.Text())))
		case html.CommentToken:
			f.savedFrom(string(f.z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			if err := f.start(t); err != nil {
				return err
			}
		case html.EndTagToken:
			raw, _ := f.z.TagName()
			name := string(raw)
			if formatting[name] {
				continue
			}
			f.out.WriteString("</" + name + ">")
			if name == "p" || name == "br" { // makes an element where none is open
				if err := f.count(); err != nil {
					return err
				}
			}
		}
	}
}

// next reads a token.
func (f *filter) next() html.TokenType {
	t := f.z.Next()
	f.offset += len(f.z.Raw())
	return t
}

func (f *filter) start(t html.TokenType) error {
	raw, more := f.z.TagName()
	name := string(raw)
	switch {
	case formatting[name]:
		return nil
	case name == "frameset", name == "frame":
		f.doc.frames = true
		return nil
	case textless[name]:
		if t == html.StartTagToken && f.closesLater(name) {
			f.skip(name)
		}
		return nil
	}
	attrs, kind := f.attributes(more)
	switch name {
	case "script", "style", "textarea", "iframe", "noembed", "noframes", "noscript", "title", "xmp":
		f.raw(name, kind)
		return nil
	case "img", "source", "input", "embed", "track":
		return nil
	}
	f.out.WriteString("<" + name + attrs + ">")
	return f.count()
}

// count counts an element and reports when there are too many.
func (f *filter) count() error {
	if f.elements++; f.elements > maxElements {
		return words.Error("page.elements", "n", words.Number(maxElements))
	}
	return nil
}

// attributes returns those of a start tag that are kept, as markup, and the
// value of its type attribute.
func (f *filter) attributes(more bool) (markup, kind string) {
	var out strings.Builder
	for kept := 0; more; {
		var key, value []byte
		key, value, more = f.z.TagAttr()
		switch k := string(key); {
		case k == "type":
			kind = string(value[:min(len(value), maxAttr)])
		case !keptAttrs[k] || kept == maxAttrs || k == "href" && len(value) > maxAttr:
		case k == "style" && !hides(string(value)):
		default:
			kept++
			out.WriteString(" " + k + `="` + html.EscapeString(strings.ToValidUTF8(string(value[:min(len(value), maxAttr)]), "")) + `"`)
		}
	}
	return out.String(), strings.ToLower(strings.TrimSpace(kind))
}

// hides tells whether a style attribute hides its element.
func hides(style string) bool {
	style = strings.ReplaceAll(asciiLower(style[:min(len(style), maxAttr)]), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// raw takes in an element whose content is no markup, and keeps what says
// something of the page.
func (f *filter) raw(name, kind string) {
	var text string
	for {
		t := f.next()
		if t != html.TextToken {
			break // its end tag
		}
		text += string(f.z.Text())
	}
	switch {
	case name == "title" && f.doc.title == "":
		f.doc.title = squeeze(text)
	case name == "script" && strings.HasPrefix(kind, "application/ld+json") && f.linked+len(text) <= maxScriptText:
		f.linked += len(text)
		f.doc.linked = append(f.doc.linked, text)
	}
}

// closesLater tells whether an end tag of an element is still to come. Without
// one, what seems to be in the element is the rest of the page.
func (f *filter) closesLater(name string) bool {
	last, known := f.ends[name]
	if !known {
		last = strings.LastIndex(f.lower, "</"+name)
		f.ends[name] = last
	}
	return last >= f.offset
}

// skip drops tokens up to the end tag of an element.
func (f *filter) skip(name string) {
	foreign := name == "svg" || name == "math"
	for depth := 1; depth > 0; {
		switch f.next() {
		case html.ErrorToken:
			return
		case html.StartTagToken:
			switch tag, _ := f.z.TagName(); {
			case string(tag) == name:
				depth++
			case foreign && breakout[string(tag)]:
				f.out.WriteString("<" + string(tag) + ">")
				f.elements++
				return
			}
		case html.EndTagToken:
			if tag, _ := f.z.TagName(); string(tag) == name {
				depth--
			}
		}
	}
}

// savedFrom takes the address from the comment that browsers put into the pages
// they save: "saved from url=(0024)https://example.com/a", or, in SingleFile's
// words, "url: https://example.com/a".
func (f *filter) savedFrom(comment string) {
	if f.doc.source != "" || len(comment) > 2000 {
		return
	}
	rest, found := strings.CutPrefix(strings.TrimSpace(comment), "saved from url=(")
	if found {
		_, rest, _ = strings.Cut(rest, ")")
	} else if _, rest, found = strings.Cut(comment, "\n url: "); !found {
		return
	}
	if words := strings.Fields(rest); len(words) > 0 {
		f.doc.source = words[0]
	}
}

// asciiLower returns s with the letters A to Z in lower case, byte for byte.
func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// words counts the words of the page's text.
func (d *document) words() int {
	n := 0
	for node := range d.root.Descendants() {
		if node.Type == html.TextNode {
			n += len(strings.Fields(node.Data))
		}
	}
	return n
}

// attr returns the value of an element's attribute, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// has tells whether an element has an attribute.
func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// is tells whether a node is one of some elements.
func is(n *html.Node, atoms ...atom.Atom) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, a := range atoms {
		if n.DataAtom == a {
			return true
		}
	}
	return false
}
