package client

import (
	"context"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/analysis"
	"samewire/app/story"
)

// errUnframed is for the address of a handed story outside a frame.
var errUnframed = errors.New("this address is for a frame in another site’s page, which hands the story to it")

// loadHanded returns the analysis of the story that the page around the frame
// hands in: a story file of that page's own site.
func (c *Client) loadHanded(ctx context.Context) (*analysis.Analysis, error) {
	outer := app.Window().Get("parent")
	if outer.Equal(app.Window()) {
		return nil, errUnframed
	}
	got := make(chan app.Value, 1)
	hear := app.FuncOf(func(_ app.Value, args []app.Value) any {
		data := args[0].Get("data")
		if args[0].Get("source").Equal(outer) && data.Type() == app.TypeObject && isString(data.Get("samewire"), "story") {
			select {
			case got <- data:
			default: // the first one counts
			}
		}
		return nil
	})
	defer hear.Release()
	app.Window().Call("addEventListener", "message", hear)
	defer app.Window().Call("removeEventListener", "message", hear)
	outer.Call("postMessage", map[string]any{"samewire": "story"}, "*")
	select {
	case data := <-got:
		text := data.Get("text")
		if text.Type() != app.TypeString {
			return nil, errors.New("the page around it could not load the story file: " + data.Get("error").String())
		}
		s, err := story.ParseJSON([]byte(text.String()), story.Handed)
		if err != nil {
			return nil, err
		}
		s.ID = story.Handed // whatever the file calls it
		return c.analyse(ctx, s)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func isString(v app.Value, s string) bool { return v.Type() == app.TypeString && v.String() == s }
