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
			return nil, words.Error("frame.unloaded", "why", refused(data))
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

// refused says why the page around the frame could not load the story file, by
// the names that its script has for that, or else in the browser's words.
func refused(data app.Value) string {
	what := data.Get("what").String()
	switch why := data.Get("why"); {
	case isString(why, "scheme"):
		return words.Say("frame.scheme", "scheme", what)
	case isString(why, "status"):
		return words.Say("client.server-answered", "status", what)
	case isString(why, "large"):
		return words.Say("frame.too-large", "n", what)
	}
	return words.Say("browser.says", "what", data.Get("error").String())
}

func isString(v app.Value, s string) bool { return v.Type() == app.TypeString && v.String() == s }
