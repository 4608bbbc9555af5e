package client

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/ui"
	"samewire/app/words"
)

// Language returns the code of the language that the page is in.
func (c *Client) Language() string { return c.language }

// tell puts what [words.Say] returned into the words of the page's language, for
// what no view has.
func (c *Client) tell(text string) string { return words.In(c.language).Tell(text) }

// learnWords gets the words of the language that the page is to be in: the one
// that its address names, or else the one that the server sent it in. Without
// them it is in English, which the app has in it.
func (c *Client) learnWords(ctx context.Context) {
	doc := app.Window().Get("document")
	root := doc.Get("documentElement")
	u := c.inside(app.Window().URL())
	c.language = root.Get("lang").String()
	if a, _ := ui.ParseAddress(u.Path, u.RawQuery); a.Look.Language() != "" {
		c.language = a.Look.Language()
	}
	script := doc.Call("querySelector", "script[data-words]")
	if script.Truthy() {
		for _, file := range strings.Fields(script.Get("dataset").Get("words").String()) {
			code, address, _ := strings.Cut(file, "=")
			if code != c.language {
				continue
			}
			source, err := c.fetch(ctx, strings.TrimPrefix(address, c.base))
			if err == nil {
				err = words.Add(code, string(source))
			}
			if err != nil {
				app.Log("the words of this language could not be loaded:", err)
			}
		}
	}
}

// speak says of the page that it is in the language of its view, now that it is,
// and teaches it that language if it came in another.
func (c *Client) speak() {
	doc, in := app.Window().Get("document"), words.In(c.language)
	root := doc.Get("documentElement")
	if root.Get("lang").String() != in.Code {
		teach(doc, in)
	}
	root.Set("lang", in.Code)
	root.Set("dir", in.Dir())
}

// teach puts what the page's own scripts have to say into the words of a
// language, on a page that came in another: from a host of plain files, or from
// the service worker without a network.
func teach(doc app.Value, in *words.Table) {
	if script := doc.Call("querySelector", "script[data-fault]"); script.Truthy() {
		script.Get("dataset").Set("fault", in.Tell(words.Say("shell.fault")))
	}
	script := doc.Call("querySelector", "script[data-says]")
	if !script.Truthy() {
		return
	}
	var says map[string]string // by the ends of keys
	if err := json.Unmarshal([]byte(script.Get("dataset").Get("says").String()), &says); err != nil {
		app.Log("what the page says of the device can't be read:", err)
		return
	}
	for end := range says {
		says[end] = in.Tell(words.Say("device." + end))
	}
	data, err := json.Marshal(says)
	if err != nil {
		panic(err) // strings only
	}
	script.Get("dataset").Set("says", string(data))
}
