package client

import (
	"context"
	"errors"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/analysis"
	"samewire/app/story"
)

// The phases of an analysis, by the keys of what the reader is told.
const (
	reading    = "progress.reading"
	matching   = "progress.matching"
	collecting = "progress.collecting"
)

// errNoWorker says that the browser runs no worker for us.
var errNoWorker = errors.New("there is no worker")

// employ has a story analysed in a worker of its own and returns the packed
// analysis. The worker is the same app, on a thread of its own; it ends with
// the work, or with ctx.
func employ(ctx context.Context, s *story.Story, progress func(phase string, done int)) ([]byte, error) {
	script, constructor := element("script[data-worker]"), app.Window().Get("Worker")
	if !script.Truthy() || !constructor.Truthy() {
		return nil, errNoWorker
	}
	address, files, _ := strings.Cut(data(script, "worker"), "#")
	worker := constructor.New(address, map[string]any{"name": files})
	type outcome struct {
		packed []byte
		err    error
	}
	done := make(chan outcome, 1)
	heard := app.FuncOf(func(_ app.Value, args []app.Value) any {
		m := args[0].Get("data")
		if array := m.Get("packed"); array.Truthy() {
			packed := make([]byte, array.Length())
			app.CopyBytesToGo(packed, array)
			done <- outcome{packed: packed}
		} else {
			progress(m.Get("phase").String(), m.Get("done").Int())
		}
		return nil
	})
	defer heard.Release()
	failed := app.FuncOf(func(_ app.Value, args []app.Value) any {
		args[0].Call("preventDefault")
		select {
		case done <- outcome{err: errNoWorker}:
		default: // it failed before
		}
		return nil
	})
	defer failed.Release()
	worker.Set("onmessage", heard)
	worker.Set("onerror", failed)
	defer func() {
		// What is still on its way must find nobody.
		worker.Set("onmessage", nil)
		worker.Set("onerror", nil)
		worker.Call("terminate")
	}()
	worker.Call("postMessage", string(s.JSON()))
	select {
	case o := <-done:
		return o.packed, o.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Work is the app in a worker: it analyses the one story that the page sends.
// The worker's script has the message, which may come before this is there.
func Work(ctx context.Context) error {
	self := app.Window()
	sent, err := await(ctx, self.Get("sent"))
	if err != nil {
		return err
	}
	tell := func(phase string, done int) {
		self.Call("postMessage", map[string]any{"phase": phase, "done": done})
	}
	tell(reading, 0)
	s, err := story.ParseJSON([]byte(sent.String()), "sent")
	if err != nil {
		return err
	}
	a, err := analysis.Analyze(ctx, s, func(done, total int) {
		if done < total {
			tell(matching, done)
		} else {
			tell(collecting, done)
		}
	})
	if err != nil {
		return err
	}
	// Bytes that the page takes over: it would have to encode a text in one go.
	packed := a.Pack()
	array := self.Get("Uint8Array").New(len(packed))
	app.CopyBytesToJS(array, packed)
	self.Call("postMessage", map[string]any{"packed": array}, []any{array.Get("buffer")})
	return nil
}
