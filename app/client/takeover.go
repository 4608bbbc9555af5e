package client

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// takeover is what a reader had done to the server's page when the app put the
// same page in its place: where the focus was, and what stood open.
type takeover struct {
	elements int   // of the whole page
	focus    int   // the number of the element that had the focus, or -1
	open     []int // the numbers of the elements that were unfolded
}

// seen looks at the page. In another page than the server's the numbers mean
// nothing, so their count goes with them.
func seen() takeover {
	all := app.Window().Get("document").Call("querySelectorAll", "#samewire *")
	t := takeover{elements: all.Get("length").Int(), focus: -1}
	array := app.Window().Get("Array").Get("prototype").Get("indexOf")
	number := func(e app.Value) int { return array.Call("call", all, e).Int() }
	if focused := element("#samewire :focus"); focused.Truthy() {
		t.focus = number(focused)
	}
	for _, e := range visible("#samewire details[open]") {
		t.open = append(t.open, number(e))
	}
	return t
}

// restore does the same to the app's page.
func (t takeover) restore() {
	all := app.Window().Get("document").Call("querySelectorAll", "#samewire *")
	if all.Get("length").Int() != t.elements {
		return
	}
	for _, e := range visible("#samewire details[open]") {
		e.Set("open", false)
	}
	for _, i := range t.open {
		all.Index(i).Set("open", true)
	}
	if t.focus >= 0 {
		all.Index(t.focus).Call("focus", map[string]any{"preventScroll": true})
	}
}
