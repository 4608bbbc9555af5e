package client

import (
	"context"
	"encoding/base64"
	"errors"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/shelf"
	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// What other programs hand over comes to the form: files that the installed app
// is to open, what another app shares with it, and the page that a reader sends by
// the bookmark. None of it goes over the network.

// pageMark is before a page in the address, behind the "#": the page's own
// address, a line feed and its HTML, compressed by Deflate, in base64 for
// addresses. See [ui.Bookmark].
const pageMark = "page="

// listenArrivals takes in what has arrived and what arrives from now on.
func (c *Client) listenArrivals(ctx context.Context) {
	if queue := app.Window().Get("launchQueue"); queue.Truthy() {
		queue.Call("setConsumer", app.FuncOf(func(_ app.Value, args []app.Value) any {
			if handles := args[0].Get("files"); handles.Truthy() && handles.Length() > 0 {
				go c.takeHandles(ctx, listed(handles))
			}
			return nil
		}))
	}
	app.Window().Call("addEventListener", "hashchange", app.FuncOf(func(app.Value, []app.Value) any {
		go c.takePage(ctx)
		return nil
	}))
	go func() {
		c.takePage(ctx)
		c.takeShared(ctx)
	}()
}

// takeHandles takes in the files that the system has the app open.
func (c *Client) takeHandles(ctx context.Context, handles []app.Value) {
	var files []app.Value
	for _, h := range handles {
		file, err := await(ctx, h.Call("getFile"))
		if err != nil {
			c.note(ctx, words.Say("arrive.unopened", "why", words.Why(err)))
			continue
		}
		files = append(files, file)
	}
	if len(files) > 0 {
		c.take(ctx, files)
	}
}

// takePage takes in the page that the bookmark put into the address.
func (c *Client) takePage(ctx context.Context) {
	path, _ := pathOf(c.shown)
	packed, ok := strings.CutPrefix(app.Window().Get("location").Get("hash").String(), "#"+pageMark)
	if path != "/new" || !ok {
		return
	}
	// It is too long to stay in the address, and a reload is not to bring it again.
	location := app.Window().Get("location")
	app.Window().Get("history").Call("replaceState", nil, "", location.Get("pathname").String()+location.Get("search").String())
	c.arrived(words.Say("arrive.reading"), false)
	article, err := c.readPage(ctx, packed)
	if err != nil {
		c.arrived("", false)
		c.note(ctx, words.Capital(words.Why(err))+".")
		return
	}
	c.add(ctx, article)
}

// readPage reads the article in a page that the bookmark sent.
func (c *Client) readPage(ctx context.Context, packed string) (story.Article, error) {
	data, err := base64.RawURLEncoding.DecodeString(packed)
	if err != nil {
		return story.Article{}, errPageCut
	}
	text, err := inflate(ctx, data, maxPageFile)
	if err != nil {
		return story.Article{}, errPageCut
	}
	address, html, _ := strings.Cut(string(text), "\n")
	all, err := c.extract(ctx, "page.html", []byte(html))
	if err != nil {
		return story.Article{}, err
	}
	if all[0].Link == "" && isWebAddress(address) {
		all[0].Link = address
	}
	return all[0], nil
}

var errPageCut = words.Error("arrive.cut")

func isWebAddress(s string) bool {
	u, err := url.Parse(strings.TrimSpace(s))
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// takeShared takes in what another app has shared, which the service worker has
// put by.
func (c *Client) takeShared(ctx context.Context) {
	_, query := pathOf(c.shown)
	if path, _ := pathOf(c.shown); path != "/new" || !strings.Contains("&"+query+"&", "&shared&") && !strings.Contains("&"+query+"&", "&shared=&") {
		return
	}
	form, err := c.shared(ctx)
	if err != nil {
		c.note(ctx, words.Say("arrive.lost"))
		return
	}
	field := func(name string) string {
		if v := form.Call("get", name); v.Type() == app.TypeString {
			return strings.TrimSpace(v.String())
		}
		return ""
	}
	if files := listed(form.Call("getAll", "files")); len(files) > 0 {
		c.take(ctx, files)
		return
	}
	a := sharedArticle(field("title"), field("text"), field("url"))
	switch {
	case a.Text != "":
		c.add(ctx, a)
	case a.Link == "":
		c.note(ctx, words.Say("arrive.no-text"))
	case canFetch():
		// Another site can send this form too, so the reader is asked first.
		c.join(ctx)
		c.device.link = a.Link
		c.device.form.LinkNote = words.Say("arrive.link-to-fetch")
		c.refresh("link")
	default:
		c.note(ctx, words.Say("arrive.link"))
	}
}

// fewWords is how many words may come with a link and not be an article.
const fewWords = 40

// sharedArticle makes an article of what was shared. Some apps put a headline and
// the link into the text: then that is no article's.
func sharedArticle(title, text, link string) story.Article {
	fields := strings.Fields(text)
	if i := slices.IndexFunc(fields, isWebAddress); i >= 0 && link == "" {
		link = fields[i]
	}
	if !isWebAddress(link) {
		link = ""
	}
	if len(fields) < fewWords && link != "" && strings.Contains(text, link) {
		text = ""
	}
	return story.Article{Title: title, Text: text, Link: link}
}

// add puts an article into the form, to what came shortly before it, and keeps
// it at once.
func (c *Client) add(ctx context.Context, a story.Article) {
	c.join(ctx)
	f := c.device.form
	f.Boxes = slices.DeleteFunc(f.Boxes, func(b shelf.Box) bool { return b.Empty() })
	joined := len(f.Boxes) > 0
	for i := range f.Boxes {
		f.Boxes[i].Mode = shelf.Folded
	}
	c.put([]story.Article{a})
	said := words.Say("arrive.first")
	if joined {
		said = words.Say("arrive.joined")
	} else {
		f.Boxes = append(f.Boxes, shelf.Box{})
	}
	c.save()
	c.arrived(said, joined)
}

// apart makes a story of its own of the article that came last.
func (c *Client) apart() {
	d := &c.device
	f := d.form
	last := len(f.Boxes) - 1
	if !f.Joined || last < 1 {
		return // it is done already
	}
	box := f.Boxes[last]
	f.Boxes = f.Boxes[:last]
	f.Arrived, f.Joined = "", false
	c.save()
	d.form = &ui.Form{Draft: shelf.NewDraft()}
	d.form.Boxes[0] = box
	c.save()
	c.refresh("main")
}

// arrived says at the head of the form what has come, a sentence, and whether it
// was put to other articles.
func (c *Client) arrived(said string, joined bool) {
	if f := c.device.form; f != nil {
		f.Arrived, f.Joined = said, joined
		c.show("/new")
	}
}

// shared returns what was shared, a FormData, and forgets it.
func (c *Client) shared(ctx context.Context) (app.Value, error) {
	caches := app.Window().Get("caches")
	if !caches.Truthy() {
		return nil, errors.New("there is nothing")
	}
	cache, err := await(ctx, caches.Call("open", "samewire"+c.base+"/-shared"))
	if err != nil {
		return nil, err
	}
	kept, err := await(ctx, cache.Call("match", c.base+"/share"))
	if err != nil || !kept.Truthy() {
		return nil, errors.New("there is nothing")
	}
	form, err := await(ctx, kept.Call("formData"))
	if err != nil {
		return nil, err
	}
	_, err = await(ctx, cache.Call("delete", c.base+"/share"))
	return form, err
}

// joinWithin is for how long after the last change a draft gets what arrives: a
// reader who sends two pages one after the other wants them compared.
const joinWithin = time.Hour

// join makes the form the one that something which arrives belongs to: that which
// is being written, or the draft that was, a short time ago, or a new one.
func (c *Client) join(ctx context.Context) {
	if f := c.device.form; f != nil && !f.Empty() {
		return
	}
	if drafts, err := c.shelved(ctx).Drafts(ctx); err == nil && len(drafts) > 0 {
		if d := drafts[0]; d.From == 0 && !d.Empty() && time.Since(time.Unix(d.Changed, 0)) < joinWithin {
			c.device.form = &ui.Form{Draft: &d}
			c.readdress()
			return
		}
	}
	if c.device.form == nil {
		c.device.form = &ui.Form{Draft: shelf.NewDraft()}
	}
}

// note says something at the form about what has arrived, sentences.
func (c *Client) note(ctx context.Context, said string) {
	c.join(ctx)
	c.device.form.FileNote = said
	c.show("/new")
}
