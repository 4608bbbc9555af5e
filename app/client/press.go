package client

import (
	"context"
	"net/url"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/ui"
)

// pressed is the view of the link that a finger or a button is down on, made while
// it is: on a slow phone that takes as long as a finger stays. The zero value is
// none.
type pressed struct {
	address string
	view    ui.View
}

// press makes the view of a choice within an article ready. Other views depend on
// more than their address.
func (p *page) press(ctx app.Context, e app.Event) {
	c := p.client
	link := e.Get("target").Call("closest", ".desk a[data-stay]")
	if !link.Truthy() {
		return
	}
	u, err := url.Parse(link.Call("getAttribute", "href").String())
	if err != nil {
		return
	}
	u = c.inside(u)
	if a, ok := ui.ParseAddress(u.Path, u.RawQuery); !ok || a.Place != ui.Read || c.stories[a.Story] == nil {
		return
	}
	asked := p.asked
	ctx.Async(func() {
		turn() // a click that has come already goes first
		ctx.Dispatch(func(ctx app.Context) {
			if p.asked == asked {
				c.pressed = pressed{address(u), c.render(ctx, u.Path, u.RawQuery)}
			}
		})
	})
}

// of returns the view of an address: the one that is ready, or else a new one.
func (r pressed) of(ctx context.Context, c *Client, u *url.URL) ui.View {
	if r.address == address(u) {
		return r.view
	}
	return c.render(ctx, u.Path, u.RawQuery)
}
