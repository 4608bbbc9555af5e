// Package ui makes the views of Samewire.
//
// In come an address and the analysis of a story; out comes a [View]: the
// page's title and its blocks of HTML. A view is a pure function, so the
// server's page and the browser's are the same bytes: the server writes the
// blocks into its page, and in the browser a go-app component mounts each
// block as it is and replaces the blocks that an action changed. There is one
// listener a view and no component a word, because nodes are what a browser
// pays for.
//
// All links are real links, so that every view works before the WebAssembly
// runs, and without it.
package ui

import (
	"context"
	"errors"

	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/words"
)

// Source is where views get their stories.
type Source interface {
	// List returns the stories of the library.
	List(ctx context.Context) ([]story.Summary, error)
	// Load returns the analysis of a story. Its error is story.ErrNotFound
	// when there is no such story.
	Load(ctx context.Context, id string) (*analysis.Analysis, error)
}

// Failing is a source that has nothing but an error, for the view that says so.
type Failing struct{ Err error }

// List returns the error.
func (f Failing) List(context.Context) ([]story.Summary, error) { return nil, f.Err }

// Load returns the error.
func (f Failing) Load(context.Context, string) (*analysis.Analysis, error) { return nil, f.Err }

// View is what a page shows.
type View struct {
	Status      int // the HTTP status that says the same: 200, 404 or 500
	Title       string
	Description string
	Canonical   string // the address of the view without what only this reader chose, or "" when it has none
	Story       string // the ID of the story that is shown, or ""
	Starts      bool   // the app is to start at once: nothing is there, or goes on, without it
	Embed       bool   // for another site's page
	Blocks      []Block
	Look        Look         // how the address says that the page looks
	NoIndex     bool         // search engines are to leave it out
	Card        string       // the address of the image that stands for the view where others link to it, or ""
	CardText    string       // what can be seen there
	Words       *words.Table // of the language that it is told in
}

// Block is one element of a view: either markup with all that is in it, or an
// element of further blocks. In the browser only the markup that an action
// changed is replaced, so what changes by itself is a block of its own.
type Block struct {
	HTML  string   // the markup, escaped, or "" for an element
	Tag   string   // the element's name, or "" for markup
	Attrs []string // the element's attributes: names and values in turn
	Inner []Block  // what the element holds
}

// group makes an element of blocks. attrs are names and values in turn.
func group(tag string, attrs []string, inner ...Block) Block {
	return Block{Tag: tag, Attrs: attrs, Inner: inner}
}

// Body returns the whole view as one element.
func (v View) Body() string {
	var m markup
	m.add(v.Root())
	return m.b.String()
}

// Root returns the element that holds the whole view.
func (v View) Root() Block {
	class := "sheet"
	if v.Embed {
		class += " embed"
	}
	return group("div", []string{"id", "samewire", "class", class}, v.Blocks...)
}

// add writes a block.
func (m *markup) add(b Block) {
	if b.Tag == "" {
		m.b.WriteString(b.HTML)
		return
	}
	m.open(b.Tag, b.Attrs...)
	for _, i := range b.Inner {
		m.add(i)
	}
	m.close(b.Tag)
}

// Render returns the view at an address. What can't be shown is a view too,
// with its status.
func Render(ctx context.Context, src Source, path, rawQuery string) View {
	a, ok := ParseAddress(path, rawQuery)
	look := a.Look
	table := words.In(language(src, look))
	a.Look = Look{} // its links get it in the end
	v := notFound()
	switch {
	case !ok:
	case a.Place == Settings:
		v = settingsView(look)
	default:
		v = render(ctx, src, a, table)
	}
	if a.Embed && !v.Embed {
		v = v.alone()
	}
	v.Words = table
	return v.told(inTurns(ctx)).within(look)
}

// render returns the view at an address without a look.
func render(ctx context.Context, src Source, a Address, table *words.Table) View {
	if v, ok := deviceView(ctx, src, a); ok {
		return v
	}
	switch a.Place {
	case Help:
		return help()
	case Library:
		return libraryView(ctx, src)
	}
	data, err := src.Load(ctx, a.Story)
	var working *Working
	switch {
	case errors.As(err, &working):
		return working.view()
	case err != nil && story.IsOwn(a.Story):
		return failedOwn(err)
	case errors.Is(err, story.ErrNotFound):
		return notFound()
	case err != nil:
		return failed(err)
	}
	memo := &Memo{}
	if k, ok := src.(Keeper); ok {
		memo = k.Memo()
	}
	if a.Unnamed && a.Place != Class { // there names count: who is named in a text
		data = memo.nameless(data)
	}
	d := &desk{Address: a, Analysis: data, memo: memo, origin: originOf(src, a.Story), site: siteOf(src), words: table, turns: inTurns(ctx)}
	if !inStory(a, data) {
		d.Address = d.overview()
		return d.notInStory()
	}
	switch a.Place {
	case Read:
		return d.readView()
	case Compare:
		return d.compareView()
	case Passage:
		return d.passageView()
	case Passages:
		return d.passagesView()
	case Common:
		return d.commonView()
	case Quotations:
		return d.quotationsView()
	case Figures:
		return d.figuresView()
	case Credits:
		return d.creditsView()
	case Search:
		return d.searchView()
	case Share:
		return d.shareView(ctx, src)
	case Widget:
		return d.widgetView()
	case Class:
		return d.classView(ctx, src)
	}
	return d.overviewView()
}

// inStory tells whether the articles and the passage of an address are there.
func inStory(a Address, data *analysis.Analysis) bool {
	n := len(data.Documents)
	switch a.Place {
	case Read:
		return a.Article < n
	case Compare:
		return a.Article < n && a.Other < n && a.Article != a.Other
	case Widget:
		return a.Article < n && a.Other < max(2, n) && a.Passage <= max(1, len(data.Passages))
	case Passage:
		return a.Passage <= len(data.Passages)
	case Quotations, Figures, Credits:
		return a.Article < n
	}
	return true
}

// desk is what the views of a story are made from.
type desk struct {
	Address
	*analysis.Analysis
	memo    *Memo
	origin  string       // under which the story is read, or "": see [Located]
	site    string       // the origin of the site, or ""
	words   *words.Table // of the language that the view will be told in
	tongues []*string    // codes of the articles' languages, as far as they are known
	turns   func()       // nil where nobody waits for a turn
}

// turn lets others have a turn.
func (d *desk) turn() {
	if d.turns != nil {
		d.turns()
	}
}

// inTurns returns what lets others have a turn: a context that wants to share
// the page's only thread does it when it is asked whether to go on.
func inTurns(ctx context.Context) func() { return func() { _ = ctx.Err() } }

// worded puts a text into the language of the view, for what depends on how long
// it is.
func (d *desk) worded(s string) string { return d.words.Tell(s) }

// view puts the frame of a story around a view's blocks.
func (d *desk) view(title, description string, blocks ...Block) View {
	canonical := d.Address.withBase(None)
	canonical.Changed, canonical.Inline, canonical.Unnamed, canonical.Excerpt = false, false, false, false
	switch {
	case d.Place == Read:
		canonical.Passage = 0
	case d.isLedger():
		canonical = canonical.list(d.Place)
	}
	canonical.Embed = false
	blocks = append(blocks, d.originals()...)
	all := d.framed(blocks)
	if !d.Embed {
		all = append(append([]Block{skipLink(), banner(d.head())}, blocks...), d.imprint(), footer())
	}
	return View{
		Status:      200,
		Title:       title + " · " + d.Analysis.Story.Title + " · Samewire",
		Description: description,
		Canonical:   canonical.String(),
		Story:       d.Address.Story,
		Embed:       d.Embed,
		Blocks:      all,
		Card:        d.card(),
		CardText:    d.cardText(),
	}
}

// notInStory is for addresses of articles and passages that a story hasn't.
func (d *desk) notInStory() View {
	var m markup
	m.open("main", "id", "main", "class", "plain", "tabindex", "-1")
	m.put("h1", say("view.this-story-has-no"))
	m.put("p", say("view.it-has-and", "count", count(len(d.Documents), "count.article"), "count2", count(len(d.Passages), "count.shared-passage")))
	m.open("p").put("a", say("class.go-to-the-storys"), "href", d.Address.String()).close("p", "main")
	return View{Status: 404, Title: say("view.not-found-samewire"), Blocks: []Block{skipLink(), banner(), m.block(), footer()}}
}

func notFound() View {
	var m markup
	m.open("main", "id", "main", "class", "plain", "tabindex", "-1")
	m.put("h1", say("view.there-is-nothing-at"))
	m.put("p", say("view.the-story-may-have"))
	m.open("p").put("a", say("view.see-the-stories-that"), "href", "/").close("p", "main")
	return View{Status: 404, Title: say("view.not-found-samewire"), Blocks: []Block{skipLink(), banner(), m.block(), footer()}}
}

func failed(err error) View {
	var m markup
	m.open("main", "id", "main", "class", "plain", "tabindex", "-1")
	m.put("h1", say("view.this-cant-be-shown"))
	m.put("p", say("view.the-story-could-not", "why", words.Why(err)))
	m.put("p", say("view.reload-the-page-to"))
	m.open("p").put("a", say("own.go-to-the-stories"), "href", "/").close("p", "main")
	return View{Status: 500, Title: say("view.cant-be-shown-samewire"), Blocks: []Block{skipLink(), banner(), m.block(), footer()}}
}
