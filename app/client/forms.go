package client

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/ui"
)

// submit goes where a search leads, or what was chosen for a lesson, as the
// browser would, but without loading a page.
func (p *page) submit(ctx app.Context, e app.Event) {
	form := e.Get("target")
	if !form.Call("matches", "[role=search], .choose").Bool() {
		return
	}
	e.PreventDefault()
	if field := element("#search:focus"); field.Truthy() {
		field.Call("blur") // for the hits, and so that a phone's keys make room
	}
	fields := app.Window().Get("URLSearchParams").New(app.Window().Get("FormData").New(form))
	if button := e.Get("submitter"); button.Truthy() && button.Get("name").String() != "" {
		fields.Call("append", button.Get("name"), button.Get("value"))
	}
	path := strings.TrimPrefix(form.Call("getAttribute", "action").String(), p.client.base)
	if to, ok := ui.ParseAddress(path, fields.Call("toString").String()); ok {
		ctx.Navigate(p.client.base + to.String())
	}
}

// search brings the reader to the field for a search, or to the view that has
// it where the page has no room for one.
func search() bool {
	fields := visible("#search")
	if len(fields) == 0 {
		return use(element("#to-search"))
	}
	fields[0].Call("focus")
	fields[0].Call("select")
	return true
}

// result returns the ID of what a reader comes to the search for: what was
// found, or the field while there is nothing in it; and of what a class is asked. It is "" elsewhere.
func result() string {
	if e := element("#found, #question, #search[autofocus]"); e.Truthy() {
		return e.Get("id").String()
	}
	return ""
}

// otherLook tells whether two addresses say another look. Then the page has to
// be loaded: its look is outside what the app shows.
func otherLook(from, to string) bool {
	a, _ := ui.ParseAddress(pathOf(from))
	b, _ := ui.ParseAddress(pathOf(to))
	return a.Look != b.Look
}
