package client

import (
	"bytes"
	"context"
	"encoding/json"
	"net/url"
	"time"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/story"
	"samewire/app/words"
)

// readPatience is how long a file may take, with the module's loading.
const readPatience = time.Minute

// extractor reads one file after the other in a worker, which is kept for the
// next one. The worker has a WebAssembly module of its own, as large as the app,
// which loads when the first file is opened. The page says where its script is.
type extractor struct {
	turn   chan struct{} // holds a token while nobody reads
	worker app.Value     // nil before the first file, and after a failure
}

// extractScript returns the address of the worker's script.
func extractScript() string { return data(element("script[data-extract]"), "extract") }

func newExtractor() extractor {
	e := extractor{turn: make(chan struct{}, 1)}
	e.turn <- struct{}{}
	return e
}

// extract reads the articles in a file: a web page, a text in any encoding, or
// a story file. The error names the file, what is wrong with it, and what to
// do. When ctx ends, or the file takes a minute, reading stops for good.
func (c *Client) extract(ctx context.Context, name string, data []byte) ([]story.Article, error) {
	e := &c.extractor
	ctx, cancel := context.WithTimeoutCause(ctx, readPatience,
		words.Error("extract.too-long", "name", name))
	defer cancel()
	select {
	case <-e.turn:
		defer func() { e.turn <- struct{}{} }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	if e.worker == nil {
		e.worker = app.Window().Get("Worker").New(extractScript())
	}
	text, err := e.ask(ctx, name, data)
	if err != nil {
		// Whatever it is doing, its answer would be taken for the next file's.
		e.worker.Call("terminate")
		e.worker = nil
		return nil, err
	}
	return extracted([]byte(text))
}

// extracted reads the answer of the worker, or of the server that fetched a
// link: see package extract.
func extracted(data []byte) ([]story.Article, error) {
	var answer struct {
		Story json.RawMessage `json:"story"`
		Error string          `json:"error"`
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		return nil, words.Error("extract.answer")
	}
	if answer.Error != "" {
		return nil, refusal(answer.Error)
	}
	s, err := story.ParseJSON(answer.Story, "files")
	if err != nil {
		return nil, err
	}
	return s.Articles, nil
}

// refusal is why there is no article, as [words.Say] has it.
type refusal string

func (r refusal) Error() string { return words.English().Tell(string(r)) }

// Said returns what is wrong, for [words.Why].
func (r refusal) Said() string { return string(r) }

// ask sends a file to the worker and waits for its answer, as JSON.
func (e *extractor) ask(ctx context.Context, name string, data []byte) (string, error) {
	type outcome struct {
		text string
		err  error
	}
	done := make(chan outcome, 1)
	heard := app.FuncOf(func(_ app.Value, args []app.Value) any {
		message := args[0].Get("data")
		o := outcome{text: message.Get("answer").String()}
		if broken := message.Get("broken"); broken.Truthy() {
			app.Log("the page reader:", broken.String())
			o = outcome{err: words.Error("extract.not-now", "name", name)}
		}
		select {
		case done <- o:
		default: // an answer is there
		}
		return nil
	})
	defer heard.Release()
	failed := app.FuncOf(func(_ app.Value, args []app.Value) any {
		args[0].Call("preventDefault")
		select {
		case done <- outcome{err: words.Error("extract.not-now", "name", name)}:
		default:
		}
		return nil
	})
	defer failed.Release()
	e.worker.Set("onmessage", heard)
	e.worker.Set("onerror", failed)
	e.send(name, data)
	select {
	case o := <-done:
		e.worker.Set("onmessage", nil)
		e.worker.Set("onerror", nil)
		return o.text, o.err
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

// send hands the file's bytes over to the worker.
func (e *extractor) send(name string, data []byte) {
	bytes := app.Window().Get("Uint8Array").New(len(data))
	app.CopyBytesToJS(bytes, data)
	message := app.Window().Get("Object").New()
	message.Set("name", name)
	message.Set("bytes", bytes)
	e.worker.Call("postMessage", message, app.Window().Get("Array").New(bytes.Get("buffer")))
}

// readArticle reads the article in a file. Text as the app itself reads it needs
// no worker.
func (c *Client) readArticle(ctx context.Context, name string, data []byte) (story.Article, error) {
	isText := story.IsText(name) && utf8.Valid(data) && !bytes.ContainsRune(data, 0)
	for _, other := range []string{"<", "PK", "%PDF", "{\\rtf"} {
		isText = isText && !bytes.HasPrefix(bytes.TrimSpace(data), []byte(other))
	}
	if isText {
		return story.ParseText(name, data)
	}
	all, err := c.extract(ctx, name, data)
	if err != nil {
		return story.Article{}, err
	}
	return all[0], nil
}

// canFetch tells whether the server fetches links.
func canFetch() bool { return element("script[data-fetch]").Truthy() }

// fetchLink asks the server for the article at the link in the field.
func (c *Client) fetchLink(ctx context.Context) {
	f := c.device.form
	article, err := c.fetchArticle(ctx, element("#link").Get("value").String())
	f.LinkNote = ""
	if err != nil {
		f.LinkNote = words.Why(err)
	} else {
		c.put([]story.Article{article})
		c.changed()
	}
	c.refresh("link")
}

// fetchArticle asks the server for the article at a link. Its error is what the
// server says of it, a sentence or two for the reader.
func (c *Client) fetchArticle(ctx context.Context, link string) (story.Article, error) {
	options := app.Window().Get("Object").New()
	options.Set("method", "POST")
	options.Set("body", app.Window().Get("URLSearchParams").New("lang="+c.language+"&url="+url.QueryEscape(link)))
	answer, err := await(ctx, app.Window().Call("fetch", c.base+"/fetch", options))
	if err != nil {
		return story.Article{}, words.Error("extract.unreached")
	}
	text, err := await(ctx, answer.Call("text"))
	if err != nil {
		return story.Article{}, err
	}
	all, err := extracted([]byte(text.String()))
	if err != nil {
		return story.Article{}, err
	}
	return all[0], nil
}
