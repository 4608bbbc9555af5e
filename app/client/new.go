package client

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"samewire/app/shelf"
	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// Form returns the form of a draft. A form that nobody has put anything into
// stays the same until somebody does.
func (c *Client) Form(ctx context.Context, id string) (*ui.Form, error) {
	d := &c.device
	s := c.shelved(ctx)
	if f := d.form; f == nil || id != f.ID && (id != "" || f.Revision > 0 || f.From > 0) {
		draft, err := c.draft(ctx, id)
		if err != nil {
			return nil, err
		}
		d.form = &ui.Form{Draft: draft}
	}
	f := d.form
	f.Unkept = ""
	if d.denied != nil {
		f.Unkept = c.untilClosed()
	}
	f.CanFetch = canFetch()
	f.Home = ""
	if c.shown != "" { // as of Unfinished
		f.Home = c.Origin()
	}
	f.Unfinished = nil
	if id == "" && c.shown != "" { // the first view is to be the server's
		f.Unfinished, _ = s.Drafts(ctx) // without them the form is as good
		f.Unfinished = slices.DeleteFunc(f.Unfinished, func(u shelf.Draft) bool { return u.Empty() || u.ID == f.ID })
	}
	return f, nil
}

// draft returns the draft of a story: the one that was kept, or else one of the
// story as it is.
func (c *Client) draft(ctx context.Context, id string) (*shelf.Draft, error) {
	if id == "" {
		return shelf.NewDraft(), nil
	}
	draft, err := c.shelved(ctx).LoadDraft(ctx, id)
	if !errors.Is(err, story.ErrNotFound) {
		return draft, err
	}
	s, revision, err := c.own(ctx, id)
	if err != nil {
		return nil, err
	}
	return shelf.DraftOf(s, revision), nil
}

// typed takes over what was put into a field of the form: the field's name is
// its kind and the numbers of the article and the paragraph.
func (c *Client) typed(field, value string, checked bool) {
	f := c.device.form
	part := strings.Split(field, "-")
	if part[0] == "story" {
		f.Title = value
		return
	}
	i, err := strconv.Atoi(part[1])
	if err != nil || i >= len(f.Boxes) {
		return // of a box that has just gone
	}
	b := &f.Boxes[i]
	switch part[0] {
	case "outlet":
		b.Outlet = value
	case "title":
		b.Title = value
	case "text":
		b.SetText(value)
	case "keep":
		if k, err := strconv.Atoi(part[2]); err == nil {
			b.Leave(k, !checked)
		}
	}
}

// value returns what a field of the form holds.
func (c *Client) value(field string) (value string, checked bool) {
	f := c.device.form
	part := strings.Split(field, "-")
	if part[0] == "story" {
		return f.Title, false
	}
	i, err := strconv.Atoi(part[1])
	if err != nil || i >= len(f.Boxes) {
		return "", false
	}
	switch b := &f.Boxes[i]; part[0] {
	case "outlet":
		return b.Outlet, false
	case "title":
		return b.Title, false
	case "text":
		return b.Text, false
	default:
		k, err := strconv.Atoi(part[2])
		return "on", err == nil && !slices.Contains(b.Out, k)
	}
}

// edit does what a button of the form stands for. It is false for a button of
// another kind.
func (c *Client) edit(ctx context.Context, do, of string) bool {
	f := c.device.form
	if f == nil {
		return false
	}
	i, _ := strconv.Atoi(of)
	if of != "" && (i < 0 || i >= len(f.Boxes)) {
		return do == "write" || do == "sift" || do == "remove" // a box that has just gone
	}
	focus := ""
	switch do {
	case "add", "remove", "undo":
		f.Arrived, f.Joined = "", false // what came is no longer the last
	}
	switch do {
	case "add":
		f.Boxes = append(f.Boxes, shelf.Box{})
		focus = "text-" + strconv.Itoa(len(f.Boxes)-1)
	case "write":
		f.Boxes[i].Mode, focus = shelf.Write, "text-"+of
	case "sift":
		f.Boxes[i].Mode, focus = shelf.Check, "mode-"+of
	case "remove":
		c.remove(i)
		focus = "way-undo"
	case "undo":
		if f.Removed == "" {
			return true // it is back already
		}
		f.Boxes = slices.Insert(f.Boxes, c.device.saving.place, c.device.saving.removed)
		f.Removed, focus = "", "remove-"+strconv.Itoa(c.device.saving.place)
	case "fork":
		c.fork(ctx)
		return true
	case "file":
		c.saveFile(f.Story())
		return true
	case "aside":
		c.compare(ctx, c.device.aside)
		return true
	case "fetch":
		c.fetchLink(ctx)
		return true
	case "apart":
		c.apart()
		return true
	default:
		return false
	}
	c.changed()
	c.refresh(focus)
	return true
}

// remove takes an article out of the form and remembers it.
func (c *Client) remove(i int) {
	f, s := c.device.form, &c.device.saving
	s.removed, s.place = f.Boxes[i], i
	f.Removed, f.Notes, f.Problem, f.Ways = words.Say("new.article", "letter", story.Letter(i)), nil, "", nil
	f.Boxes = slices.Delete(f.Boxes, i, i+1)
	if len(f.Boxes) == 0 {
		f.Boxes = make([]shelf.Box, 1)
	}
}

// saving is what is needed to keep the form as it is being filled in.
type saving struct {
	lock    sync.Mutex
	due     *time.Timer
	removed shelf.Box // the article that was removed last
	place   int       // its number
}

// pause is how long nobody types before the draft is kept.
const pause = 500 * time.Millisecond

// changed keeps the draft soon.
func (c *Client) changed() {
	s := &c.device.saving
	if s.due == nil {
		s.due = time.AfterFunc(pause, c.save)
	}
	s.due.Reset(pause)
}

// save keeps the draft. A failure stands in the form until it is mended.
func (c *Client) save() {
	d := &c.device
	d.saving.lock.Lock()
	defer d.saving.lock.Unlock()
	f := d.form
	if f == nil || f.Empty() && f.Revision == 0 {
		return
	}
	named := f.Revision > 0 || f.From > 0
	ctx := context.Background()
	if err := c.shelved(ctx).KeepDraft(ctx, f.Draft); err != nil {
		c.cantKeep(words.Say("new.this-draft"), err)
		return
	}
	if d.form != f {
		// The story was kept meanwhile: its draft is of no use any more.
		_ = c.shelved(ctx).DropDraft(ctx, f.ID)
		return
	}
	if !named {
		c.readdress()
	}
	if kept := element("#kept"); kept.Truthy() && d.denied == nil {
		kept.Set("textContent", c.tell(words.Say("new.draft-is-kept")))
	}
}

// settled keeps what isn't kept yet and tells whether all is.
func (c *Client) settled() bool {
	s := &c.device.saving
	if s.due != nil && s.due.Stop() {
		c.save()
	}
	s.lock.Lock() // it may be being kept
	defer s.lock.Unlock()
	return c.device.form == nil || c.device.form.Problem == ""
}

// cantKeep says why something can't be kept and what can be done.
func (c *Client) cantKeep(what string, err error) {
	f := c.device.form
	problem := words.Say("new.cant-be-kept", "what", what, "why", words.Why(err))
	ways := []ui.Way{{Do: "file", Label: words.Say("new.save-it")}, {Do: "aside", Label: words.Say("new.compare-aside")}}
	if errors.Is(err, shelf.ErrConflict) {
		problem = words.Say("new.changed-elsewhere", "what", what)
		ways = []ui.Way{{Do: "fork", Label: words.Say("new.keep-both")}}
	}
	if problem == f.Problem {
		return
	}
	f.Problem, f.Ways = problem, ways
	c.refresh("")
}

// fork makes the form that of another story, so that what another tab has kept
// stays as it is.
func (c *Client) fork(ctx context.Context) {
	f := c.device.form
	f.ID, f.Revision, f.From = shelf.NewID(), 0, 0
	f.Problem, f.Ways = "", nil
	c.readdress()
	c.save()
	c.refresh("compare")
}

// readdress puts the draft into the address, so that reloading brings it back.
func (c *Client) readdress() {
	to := ui.Address{Place: ui.New, Story: c.device.form.ID, Base: ui.None}
	u := c.device.ctx.Page().URL()
	u.Path, u.RawQuery = pathOf(c.base + to.String())
	c.shown = to.String()
	c.device.ctx.Page().ReplaceURL(u)
}

// compare makes a story of the form, keeps it on a shelf and goes to it, or
// says what is missing.
func (c *Client) compare(ctx context.Context, on *shelf.Shelf) {
	f := c.device.form
	f.Problem, f.Ways = "", nil
	turns := inTurns(ctx)
	if wrong := f.Check(); wrong != "" {
		c.refresh(wrong)
		return
	}
	turns.give()
	s := f.Story()
	err := s.Accept()
	if err != nil {
		f.Problem = words.Say("new.cant-be-compared", "why", words.Why(err))
		c.refresh("compare")
		return
	}
	turns.give()
	c.device.saving.lock.Lock()
	if on == c.device.aside {
		s.ID = shelf.NewID()
		_, err = on.Keep(ctx, s, 0)
	} else {
		_, err = on.Finish(ctx, s, f.Draft)
	}
	if err == nil {
		c.device.form = nil
	}
	c.device.saving.lock.Unlock()
	if err != nil {
		c.cantKeep(words.Say("new.this-story"), err)
		return
	}
	c.outdated(s.ID)
	c.device.made = s
	c.open(ui.Address{Story: s.ID, Place: ui.Overview, Base: ui.None}.String())
}
