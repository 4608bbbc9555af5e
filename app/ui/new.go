package ui

import (
	"strconv"
	"strings"

	"samewire/app/shelf"
	"samewire/app/story"
)

// newPath is the address of the page on which stories are made.
const newPath = "/new"

// Form is the state of the page on which a story is made.
type Form struct {
	*shelf.Draft
	Notes      []string      // what is wrong with each box, by number; may be shorter
	Problem    string        // what is wrong with the whole, a sentence
	Ways       []Way         // what can be done about the problem
	Removed    string        // the article that was removed last and can come back
	Unfinished []shelf.Draft // other drafts
	CanFetch   bool          // the server fetches links
	Home       string        // the site's address, for the bookmark, or ""
	Arrived    string        // what came from another page or app, a sentence
	Joined     bool          // it was put to what had come before
	LinkNote   string        // what became of the last link, a sentence
	FileNote   string        // what became of the last files, sentences
	Unkept     string        // why nothing can be kept, a sentence
}

// Way is a button: what it does, and its label.
type Way struct{ Do, Label string }

// The class of a button that does less than the page is about.
const quiet = "quiet"

// button writes a button. do is what the client does at it.
func (m *markup) button(do, label string, attrs ...string) *markup {
	return m.put("button", label, append([]string{"type", "button", "data-do", do}, attrs...)...)
}

// newView is the form. The client puts the values into its fields once they
// stand on the page: were they in the markup, each word that is typed would
// replace the field that it is typed in.
func newView(f *Form) View {
	parts := []Block{f.intro(), f.arrival()}
	for i := range f.Boxes {
		parts = append(parts, f.box(i))
	}
	parts = append(parts, f.more(), f.bookmark(), f.finish(), f.status())
	title := say("new.compare-articles-of-your")
	if f.From > 0 {
		title = say("new.edit-your-story")
	}
	return View{
		Status: 200, Title: title + " · Samewire",
		Description: say("new.paste-two-articles-on"),
		Canonical:   newPath,
		Blocks: []Block{skipLink(), banner(),
			group("main", []string{"id", "main", "class", "new", "tabindex", "-1"},
				group("form", []string{"id", "compose", "method", "dialog", "autocomplete", "off"}, parts...)),
			footer()},
	}
}

func (f *Form) intro() Block {
	var m markup
	m.open("div", "class", "intro")
	if f.From > 0 {
		m.put("h1", say("new.edit-your-story"))
	} else {
		m.put("h1", say("new.compare-articles-of-your"))
	}
	m.put("p", say("new.paste-two-or-more"), "class", "lead")
	private := say("new.nothing-leaves-this-device")
	if f.CanFetch {
		private = say("new.nothing-leaves-this-device-2")
	}
	m.put("p", private, "class", "note")
	if f.Unkept != "" {
		m.put("p", f.Unkept, "class", "wrong")
	}
	m.open("noscript").put("p", say("new.this-page-needs-javascript")).close("noscript")
	if len(f.Unfinished) > 0 {
		m.open("ul", "class", "unfinished")
		for _, d := range f.Unfinished {
			m.open("li").text(say("new.begun-earlier")+" ").open("a", "href", Address{Place: New, Story: d.ID, Base: None}.String()).name(draftName(&d)).close("a").text(" ")
			m.button("drop:"+d.ID, say("library.delete"), "class", quiet, "aria-label", say("library.delete-the-draft", "draftname", draftName(&d))).close("li")
		}
		m.close("ul")
	}
	return m.close("div").block()
}

// arrival says what has come from another page or app.
func (f *Form) arrival() Block {
	var m markup
	if f.Arrived != "" {
		m.text(f.Arrived)
	}
	if f.Joined {
		m.text(" ").button("apart", say("new.make-a-new-story"), "class", quiet, "id", "apart")
	}
	return group("p", []string{"id", "arrived", "class", "said-so", "role", "status"}, m.inner()...)
}

// draftName is what a draft is called that may have no title yet.
func draftName(d *shelf.Draft) string {
	if d.Title != "" {
		return d.Title
	}
	for _, b := range d.Boxes {
		if b.Title != "" {
			return b.Title
		}
		if !b.Blank() {
			first, _, _ := strings.Cut(strings.TrimSpace(b.Text), "\n") // often its headline
			return opening(undated(first), 80)
		}
	}
	return say("new.a-draft-without-words")
}

// undated returns a text without the dateline that it may begin with: "OSLO — ",
// "Oslo, Jan 10 (Reuters) - ". As a title that would say nothing, and in a lesson
// give the source away.
func undated(text string) string {
	const longest = 80 // bytes
	for _, dash := range []string{" — ", " – ", " - "} {
		line, rest, found := strings.Cut(text, dash)
		if found && len(line) < longest && (strings.HasSuffix(line, ")") || line == strings.ToUpper(line)) {
			return rest
		}
	}
	return text
}

// opening returns the first words of a text, in at most n characters.
func opening(text string, n int) string {
	return shorten(strings.ToValidUTF8(text[:min(len(text), 4*n)], ""), n)
}

// box is the part of the form for one article. It is made of blocks, so that a
// note below a field doesn't replace the field.
func (f *Form) box(i int) Block {
	b, n := &f.Boxes[i], strconv.Itoa(i)
	note := ""
	if i < len(f.Notes) {
		note = f.Notes[i]
	}
	var below []Block
	if note != "" {
		var m markup
		below = append(below, m.put("span", note).block())
	}
	return group("section", []string{"class", "box", "aria-labelledby", "box-" + n},
		f.boxHead(i), boxFields(b, i), boxBody(b, i, note != ""),
		group("p", []string{"id", "note-" + n, "class", "wrong"}, below...))
}

func (f *Form) boxHead(i int) Block {
	var m markup
	letter, n := story.Letter(i), strconv.Itoa(i)
	m.open("header")
	m.put("h2", say("new.article", "letter", story.Letter(i)), "id", "box-"+n)
	switch b := &f.Boxes[i]; {
	case b.Mode == shelf.Check:
		m.button("write:"+n, say("new.correct-the-text"), "class", quiet, "id", "mode-"+n, "aria-label", say("new.correct-the-text-of", "letter", letter))
	case b.Mode == shelf.Folded:
		m.button("sift:"+n, say("new.look-through-it"), "class", quiet, "id", "mode-"+n, "aria-label", say("new.look-through", "letter", letter))
	default:
		m.button("sift:"+n, say("new.take-paragraphs-out"), "class", quiet, "id", "mode-"+n, "aria-label", say("new.take-paragraphs-out-of", "letter", letter))
	}
	m.button("remove:"+n, say("new.remove"), "class", quiet, "id", "remove-"+n, "aria-label", say("new.remove-2", "letter", letter))
	return m.close("header").block()
}

// field writes a labelled field of one line.
func (m *markup) field(id, label, hint string) *markup {
	m.open("label", "for", id).text(label).close("label")
	return m.open("input", "id", id, "data-field", id, "maxlength", "500", "placeholder", hint, "dir", "auto", "autocomplete", "off")
}

func boxFields(b *shelf.Box, i int) Block {
	var m markup
	if b.Mode == shelf.Folded {
		first := say("new.no-words-yet")
		if p := b.Paragraphs(); !b.Blank() {
			first = opening(p[0], 160)
		}
		m.open("p", "class", "gist").open("b").name(gistName(b, i)).close("b").text(" · " + count(len(strings.Fields(b.Text)), "count.word"))
		m.open("span", "dir", "auto").text(first).close("span", "p")
		return m.block()
	}
	n := strconv.Itoa(i)
	m.open("div", "class", "fields").open("p").field("outlet-"+n, say("ledger.outlet"), say("new.not-needed")).close("p")
	m.open("p").field("title-"+n, say("new.headline"), say("new.not-needed")).close("p", "div")
	return m.block()
}

// gistName is what a folded box is called.
func gistName(b *shelf.Box, i int) string {
	switch {
	case b.Outlet != "" && b.Title != "":
		return b.Outlet + ": " + b.Title
	case b.Outlet+b.Title != "":
		return b.Outlet + b.Title
	case b.File != "":
		return b.File
	}
	return say("new.article", "letter", story.Letter(i))
}

// boxBody is the text of an article: in a field, or as paragraphs to keep or
// leave out.
func boxBody(b *shelf.Box, i int, wrong bool) Block {
	var m markup
	n := strconv.Itoa(i)
	switch b.Mode {
	case shelf.Folded:
		return m.open("div", "hidden", "").close("div").block()
	case shelf.Check:
		m.open("fieldset", "class", "paras").put("legend", say("new.untick-what-isnt-part"))
		for k, p := range b.Paragraphs() {
			id := "keep-" + n + "-" + strconv.Itoa(k)
			m.open("label", "for", id).open("input", "type", "checkbox", "id", id, "data-field", id)
			m.put("span", p, "dir", "auto").close("label")
		}
		if b.Blank() {
			m.put("p", say("new.there-are-no-paragraphs"))
		}
		return m.close("fieldset").block()
	}
	id := "text-" + n
	m.open("p", "class", "text").put("label", say("class.text-3"), "for", id)
	attrs := []string{"id", id, "data-field", id, "rows", "7", "dir", "auto", "placeholder", say("new.paste-the-article-here"), "aria-describedby", "note-" + n}
	if wrong {
		attrs = append(attrs, "aria-invalid", "true")
	}
	return m.open("textarea", attrs...).close("textarea", "p").block()
}

// fileTypes are the files that can be chosen.
const fileTypes = ".txt,.md,.markdown,.html,.htm,.mhtml,.mht,.json"

// more is what adds articles.
func (f *Form) more() Block {
	var m markup
	m.open("div", "class", "ways").open("p").button("add", say("new.add-an-article"), "id", "add", "class", quiet).close("p")
	m.open("p").put("label", say("new.or-open-files-text"), "for", "files")
	m.open("input", "type", "file", "id", "files", "multiple", "", "accept", fileTypes)
	m.put("span", say("new.you-can-also-drop"), "class", "note")
	m.put("span", f.FileNote, "id", "file-note", "class", "wrong", "role", "status").close("p")
	if f.CanFetch {
		m.open("p").put("label", say("new.or-give-the-link"), "for", "link")
		m.open("input", "type", "url", "id", "link", "placeholder", "https://", "aria-describedby", "fetched", "autocomplete", "off").button("fetch", say("new.fetch"), "class", quiet)
		m.put("span", f.LinkNote, "id", "fetched", "class", "wrong", "role", "status").close("p")
	}
	return m.close("div").block()
}

// bookmark offers the one that sends a page here.
func (f *Form) bookmark() Block {
	var m markup
	if f.Home == "" {
		return m.open("div", "hidden", "").close("div").block()
	}
	m.open("div", "class", "bookmark").open("p").text(say("new.or-send-the-page") + " ")
	m.put("a", say("new.compare-in-samewire"), "id", "bookmark", "href", Bookmark(f.Home), "draggable", "true")
	m.put("span", "", "class", "wrong", "role", "status")
	m.put("span", say("new.drag-this-to-your"), "class", "note")
	return m.close("p", "div").block()
}

// Bookmark returns the address of a bookmark that sends the page on which it is
// chosen, or what is selected on it, to the form of the site at home: without
// what isn't text, compressed, behind a "#", so that no server sees it.
func Bookmark(home string) string {
	return "javascript:" + strings.ReplaceAll(bookmark, "HOME", home)
}

// bookmark is the script. It has no "%" and no line break in it.
const bookmark = `(async()=>{` +
	`const w=open(),d=document.documentElement.cloneNode(true),c=getSelection();` +
	`if(String(c).length>200){const a=document.createElement('article');for(let i=0;i<c.rangeCount;i++)a.append(c.getRangeAt(i).cloneContents());d.querySelector('body').replaceChildren(a)}` +
	`d.querySelectorAll('script:not([type="application/ld+json"]),style,svg,iframe,noscript,link:not([rel=canonical]),img,picture,video,canvas').forEach(e=>e.remove());` +
	`const b=await new Response(new Blob([location.href+'\n'+d.outerHTML]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();` +
	`let s='';new Uint8Array(b).forEach(c=>s+=String.fromCharCode(c));` +
	`(w||window).location='HOME/new#page='+btoa(s).replace(/\+/g,'-').replace(/\//g,'_').replace(/=+$/,'')` +
	`})()`

func (f *Form) finish() Block {
	var m markup
	m.open("div", "class", "finish").open("p").field("story", say("new.title-of-the-story"), say("new.not-needed")).close("p")
	m.open("p").put("button", say("class.compare"), "type", "submit", "id", "compare", "class", "main")
	m.open("span", "id", "kept", "class", "note").close("span", "p")
	return m.close("div").block()
}

// status says what happened, and offers the way back.
func (f *Form) status() Block {
	var inner []Block
	add := func(class, text string, ways ...Way) {
		var m markup
		m.open("p", "class", class).text(text)
		for _, w := range ways {
			m.text(" ").button(w.Do, w.Label, "class", quiet, "id", "way-"+w.Do)
		}
		inner = append(inner, m.close("p").block())
	}
	if f.Problem != "" {
		add("wrong", f.Problem, f.Ways...)
	}
	if f.Removed != "" {
		add("note", say("new.is-removed", "removed", f.Removed), Way{"undo", say("library.undo")})
	}
	return group("div", []string{"id", "status", "role", "status", "class", "said-so"}, inner...)
}
