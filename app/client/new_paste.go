package client

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// paste puts formatted text that is pasted into a field there as paragraphs of
// plain text. Plain text is left to the browser.
func paste(e, field app.Value) {
	html := e.Get("clipboardData").Call("getData", "text/html").String()
	if html == "" {
		return
	}
	text := plainOf(html)
	if !strings.Contains(text, "\n") {
		return // a few words: the browser's own way is as good
	}
	e.Call("preventDefault")
	// So that it can be undone; where that isn't known, directly.
	if !app.Window().Get("document").Call("execCommand", "insertText", false, text).Truthy() {
		field.Call("setRangeText", text, field.Get("selectionStart"), field.Get("selectionEnd"), "end")
		field.Call("dispatchEvent", app.Window().Get("Event").New("input", map[string]any{"bubbles": true}))
	}
}

// plainOf returns the paragraphs of some HTML. It is parsed as a document of
// its own, in which nothing runs and nothing is loaded.
func plainOf(html string) string {
	doc := app.Window().Get("DOMParser").New().Call("parseFromString", html, "text/html")
	var w walker
	w.walk(doc.Get("body"), 0)
	w.end()
	return strings.Join(w.paragraphs, "\n\n")
}

// walker gathers the paragraphs of a document.
type walker struct {
	paragraphs []string
	line       strings.Builder
}

// Elements that hold no text of an article, and those that stand in a line of
// text. All others begin a paragraph and end it.
const (
	mute   = " SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE BUTTON SELECT OPTION TEXTAREA IFRAME OBJECT SVG MATH VIDEO AUDIO CANVAS "
	inline = " A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR "
)

// deepest is how deep a document is followed: markup that was made to break
// parsers nests deeper.
const deepest = 400

func (w *walker) walk(node app.Value, depth int) {
	if depth > deepest {
		return
	}
	for child := node.Get("firstChild"); child.Truthy(); child = child.Get("nextSibling") {
		switch child.Get("nodeType").Int() {
		case 3: // text
			w.line.WriteString(child.Get("data").String())
		case 1: // an element
			name := " " + strings.ToUpper(child.Get("nodeName").String()) + " "
			switch {
			case strings.Contains(mute, name):
			case name == " BR ":
				w.end()
			case strings.Contains(inline, name):
				w.walk(child, depth+1)
			default:
				w.end()
				w.walk(child, depth+1)
				w.end()
			}
		}
	}
}

// end ends a paragraph.
func (w *walker) end() {
	if text := strings.Join(strings.Fields(w.line.String()), " "); text != "" {
		w.paragraphs = append(w.paragraphs, text)
	}
	w.line.Reset()
}
