package client

import (
	"context"
	"errors"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/analysis"
	"samewire/app/shelf"
	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// device is what a reader has of their own, and the state of the views on
// which it is made and kept.
type device struct {
	ctx     app.Context // of the page
	page    *page
	shelf   *shelf.Shelf
	denied  error        // why the shelf lasts only as long as the page
	aside   *shelf.Shelf // stories that are only looked at
	form    *ui.Form
	saving  saving
	link    string       // what is to be put into the field for links
	list    ui.Own       // what changes about the list of own stories
	deleted *story.Story // the one that was deleted last
	made    *story.Story // the one that was made last, until it is shown
	offer   ui.Offer
	jobs    map[string]*job
	drawn   int // counts how often the view was to be shown anew
}

// shelved returns the shelf of this device.
func (c *Client) shelved(ctx context.Context) *shelf.Shelf {
	d := &c.device
	if d.shelf != nil {
		return d.shelf
	}
	d.aside = shelf.InMemory()
	d.shelf, d.denied = shelf.Open(context.WithoutCancel(ctx))
	if d.denied != nil {
		d.shelf = shelf.InMemory()
	}
	d.shelf.Watch(func(id string) {
		c.outdated(id)
		if c.shown == "/" {
			c.refresh("")
		}
	})
	return d.shelf
}

// own loads a reader's own story and its revision.
func (c *Client) own(ctx context.Context, id string) (*story.Story, int, error) {
	s, revision, err := c.shelved(ctx).Load(ctx, id)
	if errors.Is(err, story.ErrNotFound) {
		return c.device.aside.Load(ctx, id)
	}
	return s, revision, err
}

// loadOwn returns the analysis of a reader's own story.
func (c *Client) loadOwn(ctx context.Context, id string) (*analysis.Analysis, error) {
	if s := c.device.made; s != nil && s.ID == id {
		c.device.made = nil
		return c.analyse(ctx, s)
	}
	s, _, err := c.own(ctx, id)
	if err != nil {
		return nil, err
	}
	return c.analyse(ctx, s)
}

// Own returns the reader's own stories and drafts.
func (c *Client) Own(ctx context.Context) ui.Own {
	o := c.device.list
	s := c.shelved(ctx)
	var err error
	if o.Stories, err = s.List(ctx); err == nil {
		o.Drafts, err = s.Drafts(ctx)
	}
	switch {
	case err != nil:
		o.Problem = words.Say("shelf.unlisted", "why", words.Why(err))
	case c.device.denied != nil && len(o.Stories) > 0:
		o.Problem = c.untilClosed()
	}
	o.Drafts = slices.DeleteFunc(o.Drafts, func(d shelf.Draft) bool { return d.Empty() || d.From > 0 })
	return o
}

// untilClosed says what it means that nothing can be kept.
func (c *Client) untilClosed() string {
	return words.Say("shelf.until-closed", "why", words.Why(c.device.denied))
}

// outdated lets go of what was found in a story that has changed.
func (c *Client) outdated(id string) {
	delete(c.stories, id)
	if s := c.device.made; s != nil && s.ID == id {
		c.device.made = nil
	}
	if j := c.device.jobs[id]; j != nil {
		j.stop()
		delete(c.device.jobs, id)
	}
}

// manage does what a button of the list of own stories stands for. It is false
// for a button of another kind.
func (c *Client) manage(ctx context.Context, do, id string) bool {
	d := &c.device
	d.list.Problem = ""
	focus := "main"
	var err error
	switch do {
	case "rename":
		d.list.Renaming, focus = id, "name"
	case "unname":
		d.list.Renaming, focus = "", "rename-"+d.list.Renaming
	case "up", "down":
		err, focus = c.move(ctx, id, do == "up"), do+"-"+id
	case "delete":
		err, focus = c.delete(ctx, id), "restore"
	case "restore":
		if d.list.Deleted == "" {
			return true // it is back already
		}
		_, err = c.shelved(ctx).Keep(ctx, d.deleted, 0)
		d.list.Deleted, focus = "", "rename-"+d.deleted.ID
	case "drop":
		err = c.shelved(ctx).DropDraft(ctx, id)
	default:
		return false
	}
	c.told(err)
	c.refresh(focus)
	return true
}

// told lets the list say what went wrong, if anything did.
func (c *Client) told(err error) {
	if err != nil {
		c.device.list.Problem = words.Say("shelf.failed", "why", words.Why(err))
	}
}

// rename gives a story the title in the field.
func (c *Client) rename(ctx context.Context, id, title string) {
	if title != "" {
		c.told(c.shelved(ctx).Rename(ctx, id, title))
		c.outdated(id)
	}
	c.device.list.Renaming = ""
	c.refresh("rename-" + id)
}

// move moves a story one place up or down the list.
func (c *Client) move(ctx context.Context, id string, up bool) error {
	list, err := c.shelved(ctx).List(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(e shelf.Entry) bool { return e.ID == id })
	other := i + 1
	if up {
		other = i - 1
	}
	if i < 0 || other < 0 || other >= len(list) {
		return nil
	}
	return c.shelved(ctx).Swap(ctx, list[i].Head, list[other].Head)
}

// delete takes a story off the shelf and remembers it, so that it can come
// back.
func (c *Client) delete(ctx context.Context, id string) error {
	d := &c.device
	s, _, err := c.shelved(ctx).Load(ctx, id)
	d.deleted, d.list.Deleted = s, ""
	if err == nil {
		d.list.Deleted = s.Title
	}
	c.outdated(id)
	return c.shelved(ctx).Delete(ctx, id)
}

// begin makes the forms of the first view work.
func (c *Client) begin(ctx app.Context, p *page) {
	c.device.ctx, c.device.page = ctx, p
	c.listenForms(ctx)
	c.listenTakeaways(ctx)
	c.listenClass(ctx)
	c.listenArrivals(ctx)
	c.gather()
	ctx.Defer(func(app.Context) { c.fill() })
	if path, _ := pathOf(c.shown); path == "/new" {
		c.refresh("") // with what the server's page doesn't have
	}
}

// refresh shows the view at the same address anew and puts the focus on the
// element with an ID, or leaves it where it is for "".
func (c *Client) refresh(focus string) {
	d := &c.device
	if d.page == nil {
		return // the first view isn't there yet
	}
	d.drawn++
	drawn := d.drawn
	d.ctx.Async(func() {
		at := c.shown
		path, query := pathOf(at)
		view := c.render(inTurns(d.ctx), path, query)
		d.ctx.Dispatch(func(ctx app.Context) {
			if c.shown != at {
				return
			}
			if d.drawn == drawn { // else a later one shows more
				c.view = view
			}
			ctx.Defer(func(app.Context) {
				c.fill()
				if e := app.Window().GetElementByID(focus); e.Truthy() {
					e.Call("focus")
				}
			})
		})
	})
}

// open goes to an address.
func (c *Client) open(to string) {
	c.device.ctx.Dispatch(func(ctx app.Context) { ctx.Navigate(c.base + to) })
}
