package client

import (
	"context"
	"encoding/base64"
	"errors"
	"io"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// Pass returns the link by which a story can be passed on: a published story's
// own address if it is whole, or else a link with the story in it.
func (c *Client) Pass(ctx context.Context, s *story.Story) ui.Pass {
	u := c.inside(app.Window().URL())
	a, _ := ui.ParseAddress(u.Path, u.RawQuery)
	if !story.IsOwn(s.ID) && !a.Excerpt {
		link := c.Origin() + ui.Address{Place: ui.Overview, Story: s.ID, Base: ui.None}.String()
		return ui.Pass{Link: link, Code: ui.Code(link)}
	}
	packed, err := deflate(ctx, bare(s).JSON())
	link := c.Origin() + "/open#" + linkMark + base64.RawURLEncoding.EncodeToString(packed)
	switch {
	case errors.Is(err, io.ErrShortBuffer) || len(link) > maxLink:
		return ui.Pass{Problem: words.Say("share.too-long", "n", words.Number(maxLink>>10))}
	case err != nil:
		return ui.Pass{Problem: words.Why(err) + "."}
	}
	p := ui.Pass{Link: link, Carries: true, Code: ui.Code(link)}
	if p.Code == "" {
		p.Problem = words.Say("share.too-long-to-scan")
	}
	return p
}

// bare returns a story without the ID that it has on this device.
func bare(s *story.Story) *story.Story {
	b := *s
	b.ID = ""
	return &b
}

// savePassed saves the story that is shown, as far as the address says.
func (c *Client) savePassed(ctx context.Context) {
	a, ok := ui.ParseAddress(pathOf(c.shown))
	if !ok || c.stories[a.Story] == nil {
		return
	}
	s := c.stories[a.Story].Story
	if a.Excerpt || s.Excerpts {
		s = ui.Excerpts(c.stories[a.Story], c.tell(words.Say("share.note")))
	}
	c.saveFile(s)
}

// saveFile gives the reader a story as a file.
func (c *Client) saveFile(s *story.Story) {
	save(story.NewID(s.Title)+".json", "application/json", bare(s).JSON())
}
