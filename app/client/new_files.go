package client

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/shelf"
	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// The sizes, in bytes, up to which files are read at all. What is in them has
// limits of its own.
const (
	maxStoryFile = 2 * story.MaxStoryBytes
	maxPageFile  = 16 << 20 // a saved page may have its pictures in it
	maxTextFile  = 4 * story.MaxArticleBytes
)

// mostChecked is how many articles out of files are shown with their
// paragraphs. More of them are folded, or the form would have no end.
const mostChecked = 4

// takesFiles tells whether the view that is shown takes files.
func (c *Client) takesFiles() bool {
	a, ok := ui.ParseAddress(pathOf(c.shown))
	return ok && (a.Place == ui.Library || a.Place == ui.New || a.Place == ui.Open)
}

// holdsFiles tells whether files are being dragged, not text.
func holdsFiles(e app.Value) bool {
	types := e.Get("dataTransfer").Get("types")
	for i := range types.Length() {
		if types.Index(i).String() == "Files" {
			return true
		}
	}
	return false
}

// listed returns the files of a list, which the browser may empty.
func listed(files app.Value) []app.Value {
	list := make([]app.Value, files.Length())
	for i := range list {
		list[i] = files.Index(i)
	}
	return list
}

// take takes files in. On the page of the form their articles go into it;
// elsewhere a story file is offered, and of other files a form is made.
func (c *Client) take(ctx context.Context, files []app.Value) {
	var articles []story.Article
	var wrong []string
	for _, f := range files {
		name := f.Get("name").String()
		found, err := c.read(ctx, f)
		switch {
		case err != nil && strings.Contains(err.Error(), name):
			wrong = append(wrong, words.Why(err)+".")
		case err != nil:
			wrong = append(wrong, words.Say("file.in", "name", name, "why", words.Why(err))+".")
		case len(files) == 1 && len(found.Articles) > 1 && (!c.atForm() || c.device.form.Empty()):
			c.device.offer = ui.Offer{Story: found}
			c.show("/open")
			return
		default:
			articles = append(articles, found.Articles...)
		}
	}
	if !c.atForm() {
		if len(articles) == 0 {
			c.device.list.Problem = strings.Join(wrong, " ")
			c.device.offer.Problem = c.device.list.Problem
			c.refresh("")
			return
		}
		c.device.form = &ui.Form{Draft: shelf.NewDraft()}
	}
	c.put(articles)
	c.device.form.FileNote = strings.Join(wrong, " ")
	c.changed()
	c.show("/new")
}

// atForm tells whether the form is shown.
func (c *Client) atForm() bool {
	path, _ := pathOf(c.shown)
	return path == "/new" && c.device.form != nil
}

// show goes to an address, or shows it anew when it is shown already.
func (c *Client) show(path string) {
	if at, _ := pathOf(c.shown); at == path {
		c.refresh("")
	} else {
		c.open(path)
	}
}

// put puts articles into the form: into empty boxes first.
func (c *Client) put(articles []story.Article) {
	f := c.device.form
	mode := shelf.Check
	if len(articles) > mostChecked {
		mode = shelf.Folded
	}
	for _, a := range articles {
		b := shelf.Box{Article: a, Mode: mode}
		if i := slices.IndexFunc(f.Boxes, func(b shelf.Box) bool { return b.Empty() }); i >= 0 {
			f.Boxes[i] = b
		} else {
			f.Boxes = append(f.Boxes, b)
		}
	}
	if len(f.Boxes) > story.MaxArticles {
		f.Problem = words.Say("new.too-many", "limit", words.Number(story.MaxArticles), "n", words.Number(len(f.Boxes)))
	}
}

// read reads a file: a story file, or an article as a story of one.
func (c *Client) read(ctx context.Context, file app.Value) (*story.Story, error) {
	name, size := file.Get("name").String(), file.Get("size").Int()
	limit := maxPageFile
	ext := strings.ToLower(path.Ext(name))
	switch ext {
	case ".json":
		limit = maxStoryFile
	case ".txt", ".md", ".markdown":
		limit = maxTextFile
	}
	if size > limit {
		return nil, &story.LimitError{What: name, Size: size, Limit: limit, Unit: "bytes", Do: "paste"}
	}
	data, err := bytesOf(ctx, file)
	if err != nil {
		return nil, err
	}
	if ext == ".json" {
		s, err := parseOwn(data)
		return c.entitled(s), err
	}
	a, err := c.readArticle(ctx, name, data)
	return &story.Story{Articles: []story.Article{a}}, err
}

// parseOwn reads a story file as a story of the reader's own.
func parseOwn(data []byte) (*story.Story, error) {
	id := shelf.NewID()
	s, err := story.ParseJSON(data, id)
	if err != nil {
		return nil, err
	}
	s.ID = id
	return s, nil
}

// entitled gives a story a title if it has none.
func (c *Client) entitled(s *story.Story) *story.Story {
	if s != nil && s.Title == "" {
		s.Title = c.tell(words.Say("new.without-title"))
	}
	return s
}

// bytesOf returns what is in a Blob.
func bytesOf(ctx context.Context, blob app.Value) ([]byte, error) {
	buffer, err := await(ctx, blob.Call("arrayBuffer"))
	if err != nil {
		return nil, err
	}
	array := app.Window().Get("Uint8Array").New(buffer)
	data := make([]byte, array.Length())
	app.CopyBytesToGo(data, array)
	return data, nil
}

// await waits for a promise.
func await(ctx context.Context, promise app.Value) (app.Value, error) {
	type outcome struct {
		value app.Value
		err   error
	}
	done := make(chan outcome, 1)
	kept := app.FuncOf(func(_ app.Value, args []app.Value) any {
		done <- outcome{value: args[0]}
		return nil
	})
	defer kept.Release()
	broken := app.FuncOf(func(_ app.Value, args []app.Value) any {
		done <- outcome{err: words.Error("browser.says", "what", args[0].Get("message").String())}
		return nil
	})
	defer broken.Release()
	promise.Call("then", kept, broken)
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
