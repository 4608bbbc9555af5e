package client

import (
	"context"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/words"
)

// errUnframed is for the address of a handed story outside a frame.
var errUnframed = words.Error("frame.alone")

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
			return nil, words.Error("frame.unloaded", "why", data.Get("error").String())
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
