// Package client runs the views in the browser, on go-app.
//
// In come addresses, as the reader goes to them; each view that package ui makes
// of one is mounted block by block. It is apart from the views because the
// server, which needs the views too, would otherwise have to compile go-app:
// that takes as long as all the rest of a first start.
package client

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/ui"
)

// Client runs the views in the browser.
type Client struct {
	base    string // the path that the app is served under, "" for the root
	stories map[string]*analysis.Analysis
	scroll  map[string]float64 // how far each address was scrolled when it was left
	popped  bool               // the navigation under way is the browser's back or forward
	shown   string             // the address on the page
}

// New returns a client that knows no story yet.
func New() *Client {
	return &Client{stories: map[string]*analysis.Analysis{}, scroll: map[string]float64{}}
}

// Start makes ready what the current address needs and registers the views
// with go-app. It returns when the first view can be mounted in the place of
// the server's, so that readers see the page change only when it does.
func (c *Client) Start(ctx context.Context) {
	u := app.Window().URL()
	turns := inTurns(ctx)
	view := ui.Render(turns, c, u.Path, u.RawQuery)
	turns.give()
	app.RouteWithRegexp(".*", func() app.Composer {
		return &page{client: c, view: view, before: seen()}
	})
	app.Window().Call("addEventListener", "popstate", app.FuncOf(func(app.Value, []app.Value) any {
		c.popped = true
		return nil
	}))
}

// List returns the stories of the library, from the server or from what is
// kept of it.
func (c *Client) List(ctx context.Context) ([]story.Summary, error) {
	data, err := c.fetch(ctx, "/stories.json")
	if err != nil {
		return nil, err
	}
	return story.ParseList(data)
}

// Load returns the analysis of a story. Each story is fetched and analysed
// once.
func (c *Client) Load(ctx context.Context, id string) (*analysis.Analysis, error) {
	if a := c.stories[id]; a != nil {
		return a, nil
	}
	data, err := c.fetch(ctx, "/stories/"+id+".json")
	if err != nil {
		return nil, err
	}
	s, err := story.ParseJSON(data, id)
	if err != nil {
		return nil, err
	}
	a, err := analysis.Analyze(ctx, s, nil)
	if err != nil {
		return nil, err
	}
	c.stories[id] = a
	return a, nil
}

// fetch gets a file from the server. Its error is story.ErrNotFound when the
// server says that there is none. It uses the browser's fetch: net/http would
// add half again to what a reader has to load.
func (c *Client) fetch(ctx context.Context, path string) ([]byte, error) {
	type answer struct {
		text string
		err  error
	}
	got := make(chan answer, 1)
	then := app.FuncOf(func(_ app.Value, args []app.Value) any {
		res := args[0]
		switch status := res.Get("status").Int(); {
		case status == 404:
			got <- answer{err: story.ErrNotFound}
		case !res.Get("ok").Bool():
			got <- answer{err: fmt.Errorf("the server answered %d", status)}
		default:
			return res.Call("text")
		}
		return nil
	})
	defer then.Release()
	text := app.FuncOf(func(_ app.Value, args []app.Value) any {
		if args[0].Type() == app.TypeString {
			got <- answer{text: args[0].String()}
		}
		return nil
	})
	defer text.Release()
	failed := app.FuncOf(func(app.Value, []app.Value) any {
		got <- answer{err: errors.New("the server could not be reached")}
		return nil
	})
	defer failed.Release()
	app.Window().Call("fetch", c.base+path).Call("then", then).Call("then", text).Call("catch", failed)
	select {
	case a := <-got:
		return []byte(a.text), a.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// page is the component that shows a view. There is one, for all addresses.
type page struct {
	app.Compo
	client *Client
	view   ui.View
	before takeover // the page that the first view takes the place of
	asked  int      // counts navigations, so that a slow answer doesn't replace a later one
}

// OnNav shows the view of the address that the browser went to.
func (p *page) OnNav(ctx app.Context) {
	u := *ctx.Page().URL()
	c := p.client
	here := address(&u)
	if c.shown == "" {
		c.shown = here // the first view is mounted already
		// Without a network the worker may have sent another view's page.
		ctx.Page().SetTitle("%s", p.view.Title)
		p.before.restore()
		c.listen(ctx)
		c.keepBase(ctx)
		app.Window().Get("document").Get("documentElement").Call("setAttribute", "data-live", "")
		ctx.Defer(func(app.Context) {
			if app.Window().Get("scrollY").Float() == 0 {
				toChosen()
			}
		})
		return
	}
	if here == c.shown {
		return
	}
	c.scroll[c.shown] = app.Window().Get("scrollY").Float()
	back := c.popped
	c.popped = false
	if !back {
		c.takeBase(ctx, &u)
	}
	p.asked++
	asked := p.asked
	ctx.Async(func() {
		view := ui.Render(inTurns(ctx), c, u.Path, u.RawQuery)
		ctx.Dispatch(func(ctx app.Context) {
			if p.asked != asked {
				return
			}
			before, _ := url.Parse(c.shown)
			stay := before.Path == u.Path
			p.show(ctx, view, &u, stay, back)
		})
	})
}

// show replaces the view. On another page of the story it goes to the top, or
// back to where the reader was; within a page nothing moves and the focus
// stays on what was used.
func (p *page) show(ctx app.Context, view ui.View, u *url.URL, stay, back bool) {
	c := p.client
	focused, left := activeID(), chosenID()
	p.view = view
	c.shown = address(u)
	c.keepBase(ctx)
	ctx.Page().SetTitle("%s", view.Title)
	ctx.Page().SetDescription("%s", view.Description)
	ctx.Defer(func(app.Context) {
		doc := app.Window().Get("document")
		focus := func(id string) {
			if id == "" || activeID() != "" {
				return
			}
			if e := doc.Call("getElementById", id); e.Truthy() {
				e.Call("focus", map[string]any{"preventScroll": true})
			}
		}
		switch {
		case back:
			focus(focused)
			app.Window().Call("scrollTo", 0, c.scroll[c.shown])
		case stay:
			focus(focused)
			focus(chosenID())
			focus(left) // what was used is gone: the passage that was chosen
			toChosen()
		default:
			focus("main")
			if u.Fragment == "" {
				app.Window().Call("scrollTo", 0, 0)
			} else if e := doc.Call("getElementById", u.Fragment); e.Truthy() {
				e.Call("scrollIntoView", map[string]any{"block": "center"})
			}
		}
	})
}

// chosenID returns the ID of the chosen passage's mark, or "".
func chosenID() string {
	if e := app.Window().Get("document").Call("querySelector", ".copy [aria-current]"); e.Truthy() {
		return e.Get("id").String()
	}
	return ""
}

// toChosen brings the chosen passage into sight, if it isn't.
func toChosen() {
	chosen := app.Window().Get("document").Call("querySelector", ".copy [aria-current]")
	if chosen.Truthy() {
		chosen.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// Render mounts the view's blocks as they are.
func (p *page) Render() app.UI {
	return mount(p.view.Root(), func(e app.HTMLElem) app.HTMLElem {
		return e.On("click", p.click)
	})
}

// mount makes a block go-app's. listen puts listeners on it, and may be nil.
func mount(b ui.Block, listen func(app.HTMLElem) app.HTMLElem) app.UI {
	if b.Tag == "" {
		return app.Raw(b.HTML)
	}
	e := app.Elem(b.Tag)
	for i := 0; i+1 < len(b.Attrs); i += 2 {
		e = e.Attr(b.Attrs[i], b.Attrs[i+1])
	}
	if listen != nil {
		e = listen(e)
	}
	inner := make([]app.UI, len(b.Inner))
	for i := range b.Inner {
		inner[i] = mount(b.Inner[i], nil)
	}
	return e.Body(inner...)
}

// stay goes to an address of the view that is shown, without its jump.
func stay(ctx app.Context, href string) {
	href, _, _ = strings.Cut(href, "#")
	ctx.Navigate(href)
}

// click leaves to the browser what is the browser's: clicks with a key held,
// and jumps within the page. Choosing a passage stays on the page: the address
// without its jump. All other links are go-app's.
func (p *page) click(ctx app.Context, e app.Event) {
	link := e.Get("target").Call("closest", "a[href]")
	if !link.Truthy() {
		return
	}
	href := link.Call("getAttribute", "href").String()
	if svg := link.Get("href"); svg.Type() == app.TypeObject {
		// A link in a drawing: go-app would take its object for an address.
		e.PreventDefault()
		e.StopImmediatePropagation()
		ctx.Navigate(href)
		return
	}
	switch {
	case e.Get("shiftKey").Bool(), e.Get("altKey").Bool(), e.Get("ctrlKey").Bool(), e.Get("metaKey").Bool(), href[0] == '#':
		e.StopImmediatePropagation()
	case link.Call("hasAttribute", "data-stay").Bool():
		e.PreventDefault()
		e.StopImmediatePropagation()
		stay(ctx, href)
	}
}

// address is what tells views apart in a URL.
func address(u *url.URL) string {
	if u.RawQuery == "" {
		return u.Path
	}
	return u.Path + "?" + u.RawQuery
}

// pathOf cuts an address into path and query.
func pathOf(address string) (path, query string) {
	path, query, _ = strings.Cut(address, "?")
	return path, query
}

// baseKey is the name under which a story's base is kept on the device.
func baseKey(story string) string { return "samewire-base-" + story }

// keepBase keeps the base of the address that is shown, for the next time that
// the reader comes to the story.
func (c *Client) keepBase(ctx app.Context) {
	if a, ok := ui.ParseAddress(pathOf(c.shown)); ok && a.Base != ui.None {
		// Without room on the device, the address still has it.
		_ = ctx.LocalStorage().Set(baseKey(a.Story), story.Letter(a.Base))
	}
}

// takeBase adds the base that was kept to the address of a story that the
// reader comes to from outside it.
func (c *Client) takeBase(ctx app.Context, u *url.URL) {
	to, ok := ui.ParseAddress(u.Path, u.RawQuery)
	from, _ := ui.ParseAddress(pathOf(c.shown))
	if !ok || to.Story == "" || to.Story == from.Story || to.Base != ui.None {
		return
	}
	var letter string
	if err := ctx.LocalStorage().Get(baseKey(to.Story), &letter); err != nil {
		return // not ours
	}
	base, ok := story.ParseLetter(letter)
	if !ok {
		return
	}
	to.Base = base
	_, u.RawQuery = pathOf(to.String())
	ctx.Page().ReplaceURL(u)
}

// activeID returns the ID of the element that has the focus, or "".
func activeID() string {
	e := app.Window().Get("document").Get("activeElement")
	if !e.Truthy() || e.Get("tagName").String() == "BODY" {
		return ""
	}
	if id := e.Get("id").String(); id != "" {
		return id
	}
	return " " // something without a name has it: leave it there
}
