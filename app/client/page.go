package client

import (
	"context"
	"net/url"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/ui"
	"samewire/app/words"
)

// page is the component that shows a view. There is one, for all addresses.
type page struct {
	app.Compo
	// Shown counts the views. When go-app navigates, it compares the exported
	// fields of the page with those of a new one, and where they differ it
	// updates the page at once, not some milliseconds later in a frame of its own.
	Shown  int
	client *Client
	asked  int // counts navigations, so that a slow answer doesn't replace a later one
}

// OnNav shows the view of the address that the browser went to.
func (p *page) OnNav(ctx app.Context) {
	u := p.client.inside(ctx.Page().URL())
	here := address(u)
	back := p.client.popped == here
	p.client.popped = ""
	switch p.client.shown {
	case "":
		p.takeOver(ctx, u)
	case here:
		ctx.PreventUpdate() // a jump within the page, or it is shown already
	default:
		if otherLook(p.client.shown, here) {
			app.Window().Get("location").Call("reload")
			return
		}
		p.goTo(ctx, u, back)
	}
}

// takeOver makes the first view, which is mounted already, what the server's
// was to the reader, and answers keys from now on.
func (p *page) takeOver(ctx app.Context, u *url.URL) {
	c := p.client
	c.shown = address(u)
	c.speak()
	// Without a network the worker may have sent another view's page.
	ctx.Page().SetTitle("%s", c.view.Title)
	c.before.restore()
	c.listen(ctx)
	c.begin(ctx, p)
	c.lookAhead(ctx)
	doc := app.Window().Get("document")
	doc.Get("documentElement").Call("setAttribute", "data-live", "")
	ctx.Defer(func(app.Context) {
		// The page's script hands over the key that started the app.
		doc.Call("dispatchEvent", app.Window().Get("Event").New("live"))
	})
}

// goTo shows the view of another address.
func (p *page) goTo(ctx app.Context, u *url.URL, back bool) {
	c := p.client
	c.leave()
	if !back {
		c.takeBase(ctx, u)
	}
	p.asked++
	asked := p.asked
	ctx.Async(func() {
		view := c.render(inTurns(ctx), u.Path, u.RawQuery)
		ctx.Dispatch(func(ctx app.Context) {
			if p.asked == asked {
				settle := p.show(ctx, view, u, back)
				p.Shown = c.views
				ctx.Defer(func(app.Context) {
					settle()
					tellShown()
				})
			}
		})
	})
}

// choose goes to an address of the view that is shown. A slow phone takes longer
// to lay out a passage's readings than a finger takes for an answer, so what was
// chosen is marked in one frame, and the readings come with the next.
func (p *page) choose(ctx app.Context, link app.Value, href string) {
	c := p.client
	u, err := url.Parse(href)
	if err != nil {
		return
	}
	if u = c.inside(u); address(u) == c.shown {
		return
	}
	acknowledge(link, u.Fragment)
	u.Fragment = "" // where a page that is loaded anew jumps to
	if a, ok := ui.ParseAddress(u.Path, u.RawQuery); !ok || c.stories[a.Story] == nil {
		ctx.NavigateTo(c.outside(u))
		return
	}
	p.asked++
	asked := p.asked
	afterPaint(func() {
		ctx.Dispatch(func(ctx app.Context) {
			if p.asked != asked {
				return
			}
			view := c.pressed.of(ctx, c, u)
			c.leave()
			settle := p.show(ctx, view, u, false)
			ctx.NavigateTo(c.outside(u))
			settle()
			afterPaint(tellShown)
		})
	})
}

// tellShown tells the page's own scripts that another view is shown.
func tellShown() {
	app.Window().Get("document").Call("dispatchEvent", app.Window().Get("Event").New("shown"))
}

// acknowledge marks what a link chooses: the passage with an ID, and the base.
func acknowledge(link app.Value, passage string) {
	choice := func(old, chosen app.Value) {
		if old.Truthy() {
			old.Call("removeAttribute", "aria-current")
		}
		chosen.Call("setAttribute", "aria-current", "true")
	}
	mark := app.Window().Get("document").Call("getElementById", passage)
	if mark.Truthy() && mark.Call("matches", ".copy .shared").Bool() {
		choice(element(".copy [aria-current]"), mark)
	}
	if bases := link.Call("closest", ".chooser"); bases.Truthy() {
		choice(bases.Call("querySelector", "[aria-current]"), link)
	}
}

// afterPaint calls f when the page has been painted.
func afterPaint(f func()) {
	var frame, turn app.Func
	turn = app.FuncOf(func(app.Value, []app.Value) any {
		turn.Release()
		frame.Release()
		f()
		return nil
	})
	frame = app.FuncOf(func(app.Value, []app.Value) any {
		app.Window().Call("setTimeout", turn)
		return nil
	})
	app.Window().Call("requestAnimationFrame", frame)
}

// leave remembers where the reader was.
func (c *Client) leave() {
	c.ahead()
	c.pressed = pressed{}
	c.scroll[c.shown] = app.Window().Get("scrollY").Float()
}

// show replaces the view at go-app's next update. What it returns is to be
// called then: on another page of the story it goes to the top, or back to where
// the reader was; within a page nothing moves and the focus stays on what was
// used.
func (p *page) show(ctx app.Context, view ui.View, u *url.URL, back bool) (settle func()) {
	c := p.client
	focused, left := activeID(), chosenID()
	stay := screen(c.shown) == screen(address(u))
	if view.Title != c.view.Title {
		ctx.Page().SetTitle("%s", view.Title)
		ctx.Page().SetDescription("%s", view.Description)
	}
	c.view = view
	c.views++
	c.shown = address(u)
	c.lookAhead(ctx)
	return func() {
		doc := app.Window().Get("document")
		c.fill()
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
			focus(result())
			toChosen()
		default:
			focus(result())
			focus("main")
			if u.Fragment == "" {
				app.Window().Call("scrollTo", 0, 0)
			} else if e := doc.Call("getElementById", u.Fragment); e.Truthy() {
				e.Call("scrollIntoView", map[string]any{"block": "center"})
			}
		}
	}
}

// screen returns what is the same for addresses between which readers stay
// where they are.
func screen(address string) string {
	a, _ := ui.ParseAddress(pathOf(address))
	return a.Screen()
}

// lookAhead works out what the reader's next choices would show.
func (c *Client) lookAhead(ctx app.Context) {
	work, stop := context.WithCancel(context.Background())
	c.ahead = stop
	path, query := pathOf(c.shown)
	ctx.Async(func() {
		time.Sleep(breath)
		ui.Prepare(inTurns(work), c, path, query)
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
	return mount(p.client.view.Root(), func(e app.HTMLElem) app.HTMLElem {
		return e.On("click", p.click).On("pointerdown", p.press).On("submit", p.submit)
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
	case link.Get("id").String() == "bookmark":
		e.PreventDefault() // this page isn't one to send
		e.StopImmediatePropagation()
		p.client.say(link, words.Say("new.drag-it"))
	case e.Get("shiftKey").Bool(), e.Get("altKey").Bool(), e.Get("ctrlKey").Bool(), e.Get("metaKey").Bool(), href[0] == '#':
		e.StopImmediatePropagation()
	case link.Call("hasAttribute", "data-stay").Bool():
		e.PreventDefault()
		e.StopImmediatePropagation()
		p.choose(ctx, link, href)
	}
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
