package client

import (
	"context"
	"encoding/base64"
	"errors"
	"io"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// Offer returns the story that was opened last, or the one in the address.
func (c *Client) Offer(ctx context.Context) ui.Offer {
	o := &c.device.offer
	fragment := strings.TrimPrefix(app.Window().Get("location").Get("hash").String(), "#")
	if o.Story == nil && o.Problem == "" && fragment != "" {
		s, err := unlink(ctx, fragment)
		if err != nil {
			o.Problem = words.Why(err)
		}
		o.Story = c.entitled(s)
	}
	return *o
}

// answer does what the buttons below an offered story stand for. It is false
// for other buttons.
func (c *Client) answer(ctx context.Context, do string) bool {
	s := c.device.offer.Story
	on := c.shelved(ctx)
	switch do {
	case "keep":
	case "look":
		on = c.device.aside
	case "save":
		c.savePassed(ctx)
		return true
	default:
		return false
	}
	if s == nil {
		return true // it is kept already
	}
	if _, err := on.Keep(ctx, s, 0); err != nil {
		c.device.offer.Problem = words.Say("open.cant-be-kept", "why", words.Why(err))
		c.refresh("look")
		return true
	}
	c.device.offer = ui.Offer{}
	to := ui.Address{Story: s.ID, Place: ui.Overview, Base: ui.None}
	if a, _ := ui.ParseAddress(pathOf(c.shown)); a.Plan.Mode == ui.Pupil {
		to.Place, to.Plan = ui.Class, a.Plan // it was sent for a lesson
	}
	c.open(to.String())
	return true
}

// A share link carries a story file behind the "#": this mark, then the file
// without its own ID, compressed by Deflate, in base64 for addresses.
const linkMark = "1."

// maxLink is how long a share link may be, in bytes. Longer ones don't survive
// being sent.
const maxLink = 32 << 10

var errCut = words.Error("open.cut")

// linked returns the compressed story file in a share link.
func linked(fragment string) ([]byte, error) {
	packed, ok := strings.CutPrefix(fragment, linkMark)
	if !ok {
		return nil, words.Error("open.newer")
	}
	if len(packed) > maxLink {
		return nil, words.Error("open.too-long")
	}
	data, err := base64.RawURLEncoding.DecodeString(packed)
	if err != nil {
		return nil, errCut
	}
	return data, nil
}

// unlink unpacks the story of a share link.
func unlink(ctx context.Context, fragment string) (*story.Story, error) {
	data, err := linked(fragment)
	if err != nil {
		return nil, err
	}
	text, err := inflate(ctx, data, maxStoryFile)
	if err != nil {
		return nil, err
	}
	s, err := parseOwn(text)
	if err != nil {
		return nil, words.Error("open.unread", "why", words.Why(err))
	}
	return s, nil
}

// stream sends bytes through one of the browser's streams that compress and
// decompress, and returns at most limit bytes of what comes out.
func stream(ctx context.Context, kind string, data []byte, limit int) ([]byte, error) {
	constructor := app.Window().Get(kind)
	if !constructor.Truthy() {
		return nil, words.Error("open.old-browser")
	}
	array := app.Window().Get("Uint8Array").New(len(data))
	app.CopyBytesToJS(array, data)
	through := app.Window().Get("Blob").New([]any{array}).Call("stream").Call("pipeThrough", constructor.New("deflate-raw"))
	reader := through.Call("getReader")
	var out []byte
	for {
		got, err := await(ctx, reader.Call("read"))
		if err != nil {
			return nil, errCut
		}
		if got.Get("done").Bool() {
			return out, nil
		}
		chunk := got.Get("value")
		n := chunk.Length()
		if len(out)+n > limit {
			reader.Call("cancel")
			return nil, errTooLarge
		}
		out = append(out, make([]byte, n)...)
		app.CopyBytesToGo(out[len(out)-n:], chunk)
	}
}

var errTooLarge = words.Error("open.too-large")

func inflate(ctx context.Context, data []byte, limit int) ([]byte, error) {
	return stream(ctx, "DecompressionStream", data, limit)
}

func deflate(ctx context.Context, data []byte) ([]byte, error) {
	out, err := stream(ctx, "CompressionStream", data, maxLink)
	if errors.Is(err, errTooLarge) {
		return nil, io.ErrShortBuffer
	}
	return out, err
}
