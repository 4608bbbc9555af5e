package client

import (
	"context"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/ui"
)

// fields of the form have the name of what they hold.
const namedFields = "#samewire [data-field]"

// listenForms answers what is done with the fields and buttons of the views,
// wherever they are. There is one listener for all, since fields come and go.
func (c *Client) listenForms(ctx context.Context) {
	on("input", func(e, target app.Value) {
		if field := data(target, "field"); field != "" && c.device.form != nil {
			c.typed(field, target.Get("value").String(), target.Get("checked").Truthy())
			c.changed()
		}
	})
	on("change", func(e, target app.Value) {
		if target.Get("id").String() == "files" {
			files := target.Get("files")
			go c.take(ctx, listed(files))
		}
	})
	on("click", func(e, target app.Value) {
		button := target.Call("closest", "[data-do]")
		if !button.Truthy() {
			return
		}
		do, of, _ := strings.Cut(data(button, "do"), ":")
		go c.act(ctx, do, of)
	})
	on("submit", func(e, target app.Value) {
		e.Call("preventDefault")
		switch id := target.Get("id").String(); id {
		case "compose":
			go c.compare(ctx, c.shelved(ctx))
		case "rename":
			go c.rename(ctx, data(target, "story"), strings.TrimSpace(element("#name").Get("value").String()))
		}
	})
	on("paste", func(e, target app.Value) {
		if strings.HasPrefix(data(target, "field"), "text-") {
			paste(e, target)
		}
	})
	for _, event := range []string{"dragover", "drop"} {
		on(event, func(e, _ app.Value) {
			if !c.takesFiles() || !holdsFiles(e) {
				return
			}
			e.Call("preventDefault")
			if event == "drop" {
				go c.take(ctx, listed(e.Get("dataTransfer").Get("files")))
			}
		})
	}
	on("visibilitychange", func(app.Value, app.Value) {
		if due := c.device.saving.due; due != nil && due.Stop() {
			go c.save() // the tab may never come back
		}
	})
	// The page is about to be loaded anew, as soon as all is kept.
	doc := app.Window().Get("document")
	doc.Call("addEventListener", "leave", app.FuncOf(func(app.Value, []app.Value) any {
		go func() {
			answer := "stay"
			if c.settled() {
				answer = "left"
			}
			doc.Call("dispatchEvent", app.Window().Get("Event").New(answer))
		}()
		return nil
	}))
	app.Window().Call("addEventListener", "hashchange", app.FuncOf(func(app.Value, []app.Value) any {
		if path, _ := pathOf(c.shown); path == "/open" {
			c.device.offer = ui.Offer{}
			c.refresh("main")
		}
		return nil
	}))
}

// on calls f with each event of a kind and its target, which is an element.
func on(event string, f func(e, target app.Value)) {
	app.Window().Get("document").Call("addEventListener", event, app.FuncOf(func(_ app.Value, args []app.Value) any {
		if target := args[0].Get("target"); target.Get("closest").Truthy() || event == "visibilitychange" {
			f(args[0], target)
		}
		return nil
	}))
}

// data returns a data attribute of an element, or "".
func data(e app.Value, name string) string {
	if v := e.Get("dataset").Get(name); v.Type() == app.TypeString {
		return v.String()
	}
	return ""
}

// act does what a button stands for.
func (c *Client) act(ctx context.Context, do, of string) {
	_ = c.teach(ctx, do, of) || c.edit(ctx, do, of) || c.manage(ctx, do, of) || c.answer(ctx, do) || c.steer(do, of)
}

// fill puts the values into the fields of the form.
func (c *Client) fill() {
	if name := element("#name"); name.Truthy() && name.Get("value").String() == "" {
		name.Set("value", data(name, "value"))
	}
	if c.device.form == nil {
		return
	}
	if link := element("#link"); link.Truthy() && c.device.link != "" {
		link.Set("value", c.device.link)
		c.device.link = ""
	}
	found := query(namedFields)
	for i := range found.Length() {
		e := found.Index(i)
		value, checked := c.value(data(e, "field"))
		if e.Get("type").String() == "checkbox" {
			e.Set("checked", checked)
		} else if e.Get("value").String() != value {
			e.Set("value", value)
		}
	}
}

// gather takes over what stood in the fields before the app was there.
func (c *Client) gather() {
	if c.device.form == nil {
		return
	}
	found := query(namedFields)
	for i := range found.Length() {
		e := found.Index(i)
		if value := e.Get("value").String(); value != "" && e.Get("type").String() != "checkbox" {
			c.typed(data(e, "field"), value, false)
			c.changed()
		}
	}
}
