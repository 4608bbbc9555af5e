package client

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/ui"
)

// listen answers keys, wherever the focus is. What a key does is to use a link
// of the page, so that it can do nothing that a tap can't.
func (c *Client) listen(ctx app.Context) {
	app.Window().Get("document").Call("addEventListener", "keydown", app.FuncOf(func(_ app.Value, args []app.Value) any {
		if e := args[0]; !isTyping(e) && c.press(ctx, e.Get("key").String()) {
			e.Call("preventDefault")
		}
		return nil
	}))
}

// isTyping tells whether a key is someone else's: of a field, or of the browser.
func isTyping(e app.Value) bool {
	for _, held := range []string{"defaultPrevented", "ctrlKey", "altKey", "metaKey", "isComposing"} {
		if e.Get(held).Bool() {
			return true
		}
	}
	target := e.Get("target")
	return target.Get("closest").Truthy() && target.Call("closest", "input, textarea, select, [contenteditable]").Truthy()
}

// press does what a key stands for. It is false for a key that stands for
// nothing here.
func (c *Client) press(ctx app.Context, key string) bool {
	if element(".slide").Truthy() && c.present(key) {
		return true
	}
	switch key {
	case "j":
		return step("next", 1)
	case "k":
		return step("previous", -1)
	case "b":
		return nextBase()
	case "/":
		return search()
	case "?":
		return use(element("#help"))
	case "Escape":
		return use(element("#close"))
	}
	if len(key) == 1 && key[0] >= '1' && key[0] <= '9' {
		return c.article(ctx, int(key[0]-'1'))
	}
	return false
}

// step goes to the next passage or the one before: by the link with an ID, or
// else along the links to passages that the view has.
func step(id string, by int) bool {
	if link := element("#" + id); link.Truthy() {
		// The focus is to go with the passage, not to stay on the last one.
		app.Window().Get("document").Get("activeElement").Call("blur")
		return use(link)
	}
	if element("#close").Truthy() {
		return false // the last passage of an article
	}
	var links []app.Value
	for _, selector := range []string{".copy a.shared[id]", "main [data-passage]", `main a[href*="/passage/"]`} {
		if links = visible(selector); len(links) > 0 {
			break
		}
	}
	at := -1
	for i, link := range links {
		if link.Call("matches", ":focus").Bool() {
			at = i
		}
	}
	if at < 0 && by < 0 {
		at = len(links)
	}
	at += by
	if at < 0 || at >= len(links) {
		return false
	}
	links[at].Call("focus")
	if links[at].Call("hasAttribute", "data-stay").Bool() {
		return use(links[at])
	}
	return true
}

// nextBase compares with the next outlet's reading, after the last with the
// first.
func nextBase() bool {
	links := visible(`[id^="base-"]`)
	for i, link := range links {
		if link.Call("hasAttribute", "aria-current").Bool() {
			return use(links[(i+1)%len(links)])
		}
	}
	return false
}

// article opens article i, at the chosen passage where it has it.
func (c *Client) article(ctx app.Context, i int) bool {
	if links := visible(".articles a"); i < len(links) {
		return use(links[i])
	}
	a, ok := ui.ParseAddress(pathOf(c.shown))
	if data := c.stories[a.Story]; !ok || data == nil || i >= len(data.Documents) || a.Plan.Mode != ui.Teach {
		return false
	}
	to := ui.Address{Place: ui.Read, Story: a.Story, Article: i, Base: a.Base, Unnamed: a.Unnamed, Look: a.Look}
	ctx.Dispatch(func(ctx app.Context) { ctx.Navigate(c.base + to.String()) })
	return true
}

// use clicks on a link, if it is there.
func use(link app.Value) bool {
	if !link.Truthy() {
		return false
	}
	// A link in a drawing has no click of its own.
	link.Call("dispatchEvent", app.Window().Get("MouseEvent").New("click", map[string]any{"bubbles": true, "cancelable": true}))
	return true
}

// element returns the first element that a selector matches.
func element(selector string) app.Value {
	return app.Window().Get("document").Call("querySelector", selector)
}

// query returns the list of the elements that a selector matches.
func query(selector string) app.Value {
	return app.Window().Get("document").Call("querySelectorAll", selector)
}

// visible returns the elements that a selector matches and that can be seen.
func visible(selector string) []app.Value {
	found := query(selector)
	var all []app.Value
	for i := range found.Get("length").Int() {
		if e := found.Index(i); e.Call("getClientRects").Get("length").Int() > 0 {
			all = append(all, e)
		}
	}
	return all
}
