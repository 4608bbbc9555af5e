package client

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// takeover is what a reader had done to the server's page when the app put the
// same page in its place: where the focus was, what was selected, typed and
// unfolded, and how far parts of the page were scrolled. Elements are told by
// their numbers in the page.
type takeover struct {
	elements int   // of the whole page
	focus    int   // the element that had the focus, or -1
	open     []int // the elements that were unfolded
	scrolled []scrolled
	typed    []typed
	selected []end // where the selection begins and ends, or nothing
}

// scrolled is how far an element was scrolled, in CSS pixels.
type scrolled struct {
	element   int
	top, left float64
}

// typed is what a field held.
type typed struct {
	element int
	value   string
	checked bool
}

// end is an end of a selection: an offset in a child of an element.
type end struct{ element, child, offset int }

// scrollers are the parts of a page that can be scrolled by themselves.
const scrollers = "#samewire :is(.panel, .scroll, .views)"

// fields hold what readers type and choose, but for files, which no script may
// put in.
const fields = "#samewire :is(input:not([type=file]), textarea, select)"

// untilReleased waits while a button or a finger is down: what was pressed on
// the server's page must be there when it is released, or the tap is lost, and
// a selection that is being made.
func untilReleased() {
	for element("#samewire:active").Truthy() {
		time.Sleep(breath)
	}
}

// seen looks at the page. In another page than the server's the numbers mean
// nothing, so their count goes with them.
func seen() takeover {
	all := query("#samewire *")
	t := takeover{elements: all.Get("length").Int(), focus: -1}
	array := app.Window().Get("Array").Get("prototype").Get("indexOf")
	number := func(list, e app.Value) int { return array.Call("call", list, e).Int() }
	if focused := element("#samewire :focus"); focused.Truthy() {
		t.focus = number(all, focused)
	}
	for _, e := range visible("#samewire details[open]") {
		t.open = append(t.open, number(all, e))
	}
	for _, e := range visible(scrollers) {
		if top, left := e.Get("scrollTop").Float(), e.Get("scrollLeft").Float(); top != 0 || left != 0 {
			t.scrolled = append(t.scrolled, scrolled{number(all, e), top, left})
		}
	}
	for _, e := range visible(fields) {
		t.typed = append(t.typed, typed{number(all, e), e.Get("value").String(), e.Get("checked").Truthy()})
	}
	selection := app.Window().Call("getSelection")
	if !selection.Truthy() || selection.Get("isCollapsed").Bool() {
		return t
	}
	for _, name := range []string{"anchor", "focus"} {
		node := selection.Get(name + "Node")
		parent := node.Get("parentNode")
		at := end{number(all, parent), number(parent.Get("childNodes"), node), selection.Get(name + "Offset").Int()}
		if at.element < 0 {
			return t // it reaches out of the page
		}
		t.selected = append(t.selected, at)
	}
	return t
}

// restore does the same to the app's page.
func (t takeover) restore() {
	all := query("#samewire *")
	if all.Get("length").Int() != t.elements {
		return
	}
	for _, e := range visible("#samewire details[open]") {
		e.Set("open", false)
	}
	for _, i := range t.open {
		all.Index(i).Set("open", true)
	}
	for _, f := range t.typed {
		all.Index(f.element).Set("value", f.value)
		all.Index(f.element).Set("checked", f.checked)
	}
	if t.focus >= 0 {
		all.Index(t.focus).Call("focus", map[string]any{"preventScroll": true})
	}
	for _, s := range t.scrolled {
		all.Index(s.element).Set("scrollTop", s.top)
		all.Index(s.element).Set("scrollLeft", s.left)
	}
	if len(t.selected) == 2 {
		node := func(at end) app.Value { return all.Index(at.element).Get("childNodes").Index(at.child) }
		a, b := t.selected[0], t.selected[1]
		app.Window().Call("getSelection").Call("setBaseAndExtent", node(a), a.offset, node(b), b.offset)
	}
}
