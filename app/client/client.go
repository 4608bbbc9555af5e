// Package client runs the views in the browser, on go-app.
//
// In come addresses, as the reader goes to them; each view that package ui makes
// of one is mounted block by block. It is apart from the views because the
// server, which needs the views too, would otherwise have to compile go-app:
// that takes as long as all the rest of a first start.
package client

import (
	"context"
	"net/url"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// Client runs the views in the browser.
type Client struct {
	base     string                        // the path that the app is served under, "" for the root of the host
	stories  map[string]*analysis.Analysis // those that were looked at last
	looked   []string                      // their IDs, the latest last
	scroll   map[string]float64            // how far each address was scrolled when it was left
	popped   string                        // the address that the browser's back or forward led to
	before   takeover                      // the server's page
	view     ui.View                       // what is shown
	views    int                           // how many were shown before it
	shown    string                        // its address
	language string                        // of the page, by its code
	memo     *ui.Memo                      // what the next views need not work out again
	ahead    context.CancelFunc            // ends the work for choices that the reader may make
	pressed  pressed                       // the view that the reader is about to choose
	device   device                        // what the reader has of their own
	class    class                         // what the views of the classroom are in

	extractor extractor // reads files
}

// New returns a client that knows no story yet.
func New() *Client {
	return &Client{
		stories: map[string]*analysis.Analysis{},
		scroll:  map[string]float64{},
		memo:    ui.NewMemo(),
		ahead:   func() {},

		extractor: newExtractor(),
		base:      strings.TrimSuffix(app.Getenv("GOAPP_ROOT_PREFIX"), "/"),
	}
}

// inside returns a URL as views and addresses know it: without the path that the
// app is under.
func (c *Client) inside(u *url.URL) *url.URL {
	in := *u
	in.Path = strings.TrimPrefix(u.Path, c.base)
	if len(in.Path) > 1 {
		in.Path = strings.TrimSuffix(in.Path, "/") // which a host of plain files adds
	}
	return &in
}

// outside is the inverse of inside.
func (c *Client) outside(u *url.URL) *url.URL {
	out := *u
	out.Path = c.base + u.Path
	return &out
}

// render returns the view of an address, with links as the page has them.
func (c *Client) render(ctx context.Context, path, query string) (v ui.View) {
	defer func() {
		if p := recover(); p != nil {
			v = ui.Render(ctx, ui.Failing{Err: fault(p)}, path, query).Under(c.base)
		}
	}()
	return ui.Render(ctx, c, path, query).Under(c.base)
}

// fault returns what readers are told of a panic; the browser's console has the
// rest.
func fault(p any) error {
	app.Log(p, string(debug.Stack()))
	return words.Error("client.fault")
}

// Memo returns what earlier views have worked out.
func (c *Client) Memo() *ui.Memo { return c.memo }

// Start makes ready what the current address needs and registers the views
// with go-app. It returns when the first view can be mounted in the place of
// the server's, so that readers see the page change only when it does.
func (c *Client) Start(ctx context.Context) {
	c.learnWords(ctx)
	turns := inTurns(ctx)
	at := c.inside(app.Window().URL())
	c.view = c.render(turns, at.Path, at.RawQuery)
	turns.give()
	untilReleased()
	app.RouteWithRegexp(".*", func() app.Composer {
		if c.shown == "" { // else the page is there, and stays
			c.before = seen()
		}
		return &page{client: c, Shown: c.views}
	})
	app.Window().Call("addEventListener", "popstate", app.FuncOf(func(app.Value, []app.Value) any {
		c.popped = address(c.inside(app.Window().URL()))
		return nil
	}))
}

// List returns the stories of the library, from the server or from what is
// kept of it.
func (c *Client) List(ctx context.Context) ([]story.Summary, error) {
	data, err := c.fetch(ctx, "/stories.json")
	if err != nil {
		return nil, err
	}
	return story.ParseList(data)
}

// Load returns the analysis of a story, which is fetched and analysed unless it
// is one of those that were looked at last.
func (c *Client) Load(ctx context.Context, id string) (*analysis.Analysis, error) {
	if a := c.stories[id]; a != nil {
		c.lookAt(id)
		return a, nil
	}
	if j := c.device.jobs[id]; j != nil {
		return nil, &j.working
	}
	if id == story.Handed {
		return c.loadHanded(ctx)
	}
	if story.IsOwn(id) {
		return c.loadOwn(ctx, id)
	}
	data, err := c.fetch(ctx, "/stories/"+id+".json")
	if err != nil {
		return nil, err
	}
	s, err := story.ParseJSON(data, id)
	if err != nil {
		return nil, err
	}
	if s.Excerpts {
		data, err := c.fetch(ctx, "/stories/"+id+".excerpts.json")
		if err != nil {
			return nil, err
		}
		a, err := analysis.OpenExcerpts(ctx, data, id)
		return c.learn(s, a), err
	}
	return c.analyse(ctx, s)
}

// fetch gets a file from the server. Its error is story.ErrNotFound when the
// server says that there is none. It uses the browser's fetch: net/http would
// add half again to what a reader has to load.
func (c *Client) fetch(ctx context.Context, path string) ([]byte, error) {
	type answer struct {
		text string
		err  error
	}
	got := make(chan answer, 1)
	then := app.FuncOf(func(_ app.Value, args []app.Value) any {
		res := args[0]
		switch status := res.Get("status").Int(); {
		case status == 404:
			got <- answer{err: story.ErrNotFound}
		case !res.Get("ok").Bool():
			got <- answer{err: words.Error("client.server-answered", "status", strconv.Itoa(status))}
		default:
			return res.Call("text")
		}
		return nil
	})
	defer then.Release()
	text := app.FuncOf(func(_ app.Value, args []app.Value) any {
		if args[0].Type() == app.TypeString {
			got <- answer{text: args[0].String()}
		}
		return nil
	})
	defer text.Release()
	failed := app.FuncOf(func(app.Value, []app.Value) any {
		got <- answer{err: words.Error("client.unreached")}
		return nil
	})
	defer failed.Release()
	app.Window().Call("fetch", c.base+path).Call("then", then).Call("then", text).Call("catch", failed)
	select {
	case a := <-got:
		return []byte(a.text), a.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// address is what tells views apart in a URL.
func address(u *url.URL) string {
	if u.RawQuery == "" {
		return u.Path
	}
	return u.Path + "?" + u.RawQuery
}

// pathOf cuts an address into path and query.
func pathOf(address string) (path, query string) {
	path, query, _ = strings.Cut(address, "?")
	return path, query
}

// baseKey is the name under which a story's base is kept on the device. The
// page's own script keeps it there, so that it is known before the app is.
func baseKey(story string) string { return "samewire-base-" + story }

// takeBase adds the base that was kept to the address of a story that the
// reader comes to from outside it, or from a view that had none.
func (c *Client) takeBase(ctx app.Context, u *url.URL) {
	to, ok := ui.ParseAddress(u.Path, u.RawQuery)
	from, _ := ui.ParseAddress(pathOf(c.shown))
	if !ok || to.Story == "" || to.Embed || to.Base != ui.None || to.Story == from.Story && from.Base != ui.None {
		return
	}
	var letter string
	if err := ctx.LocalStorage().Get(baseKey(to.Story), &letter); err != nil {
		return // not ours
	}
	base, ok := story.ParseLetter(letter)
	if !ok {
		return
	}
	to.Base = base
	_, u.RawQuery = pathOf(to.String())
	ctx.Page().ReplaceURL(c.outside(u))
}
