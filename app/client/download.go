package client

import (
	"context"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/ui"
	"samewire/app/words"
)

// Origin returns the address of the site that the page was loaded from.
func (c *Client) Origin() string {
	return app.Window().Get("location").Get("origin").String() + c.base
}

// listenTakeaways makes the files that links promise, so that they can be had
// without a network and of stories that no server knows, and copies texts.
func (c *Client) listenTakeaways(ctx context.Context) {
	on("click", func(e, target app.Value) {
		if button := target.Call("closest", "[data-copy]"); button.Truthy() {
			go c.copyField(ctx, button)
			return
		}
		link := target.Call("closest", "a[download]")
		if !link.Truthy() || e.Get("shiftKey").Bool() || e.Get("altKey").Bool() || e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() {
			return
		}
		href := c.pathIn(link)
		f, ok := ui.ParseFile(pathOf(href))
		if !ok || c.stories[f.Story] == nil {
			return // the server has it
		}
		e.Call("preventDefault")
		go func() {
			if err := c.makeFile(inTurns(ctx), f); err != nil {
				c.say(link, words.Say("download.unmade", "why", words.Why(err)))
			}
		}()
	})
}

// pathIn returns the address in a link to something of the site, below the path
// that the site is under.
func (c *Client) pathIn(link app.Value) string {
	return strings.TrimPrefix(link.Call("getAttribute", "href").String(), c.base)
}

// makeFile makes a file and gives it to the reader.
func (c *Client) makeFile(ctx context.Context, f ui.File) error {
	if f.IsImage() {
		p, err := f.Draw(ctx, c, nil)
		if err != nil {
			return err
		}
		blob, err := await(ctx, paint(p, f.Scale()).Call("convertToBlob", map[string]any{"type": f.Type()}))
		if err == nil {
			give(f.Name(), blob)
		}
		return err
	}
	var style []byte
	if f.IsPage() {
		var err error
		if style, err = c.fetch(ctx, c.pathIn(element("link[rel=stylesheet]"))); err != nil {
			return err
		}
	}
	data, err := f.Make(ctx, c, string(style))
	if err == nil {
		save(f.Name(), f.Type(), data)
	}
	return err
}

// save gives the reader a file of some bytes.
func save(name, mediaType string, data []byte) {
	content := app.Window().Get("Uint8Array").New(len(data))
	app.CopyBytesToJS(content, data)
	give(name, app.Window().Get("Blob").New([]any{content}, map[string]any{"type": mediaType}))
}

// give gives the reader a Blob as a file.
func give(name string, blob app.Value) {
	urls := app.Window().Get("URL")
	address := urls.Call("createObjectURL", blob)
	link := app.Window().Get("document").Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	// Once the browser has had the time to begin with it.
	app.Window().Call("setTimeout", urls.Get("revokeObjectURL").Call("bind", urls, address), 60_000)
}

// copyField copies the text of the field that a button belongs to, and says so.
// Where the browser has no clipboard for scripts, or denies it, the text is
// selected and copied as a reader would.
func (c *Client) copyField(ctx context.Context, button app.Value) {
	field := element("#" + data(button, "copy"))
	err := context.Canceled
	if clipboard := app.Window().Get("navigator").Get("clipboard"); clipboard.Truthy() {
		_, err = await(ctx, clipboard.Call("writeText", field.Get("value")))
	}
	copied := err == nil
	if !copied {
		field.Call("select")
		copied = app.Window().Get("document").Call("execCommand", "copy").Bool()
		button.Call("focus")
	}
	if copied {
		c.say(button, words.Say("download.copied"))
	} else {
		field.Call("select")
		c.say(button, words.Say("download.selected"))
	}
}

// saidFor is how long an answer stays.
const saidFor = 5 * time.Second

// say tells the reader something, aloud too for those who listen, in the nearest
// place for it. It goes in the end, so that the same can be said again.
func (c *Client) say(beside app.Value, text string) {
	place := beside.Get("parentElement").Call("querySelector", "[role=status]")
	if !place.Truthy() {
		place = beside.Call("closest", ".take").Call("querySelector", "[role=status]")
	}
	place.Set("textContent", c.tell(text))
	time.AfterFunc(saidFor, func() { place.Set("textContent", "") })
}
