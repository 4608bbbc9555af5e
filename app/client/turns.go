package client

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// slice is how long work goes on before the page gets a turn. It is well below
// the 50 ms after which a browser's answer to a tap is felt as late, since work
// asks only now and then whether its time is up.
const slice = 8 * time.Millisecond

// breath is how long work that nobody waits for lets the page settle first.
const breath = 100 * time.Millisecond

// turns is a context for long work on the page's own thread, the only one that
// there is. Work asks its context again and again whether to go on; when a
// slice has passed since the last turn, the answer waits until the page has
// had one: to scroll, paint, and handle taps and keys.
//
// The goroutine that asks must not be go-app's own, which is what handles them.
type turns struct {
	context.Context
	began time.Time // the slice that runs
}

func inTurns(ctx context.Context) *turns {
	return &turns{ctx, time.Now()}
}

func (t *turns) Err() error {
	t.give()
	return t.Context.Err()
}

// give gives the page a turn if the slice is over.
func (t *turns) give() {
	if time.Since(t.began) > slice {
		turn()
		t.began = time.Now()
	}
}

// turn waits until the page has had a turn. A short sleep can be over before: it
// ends while the garbage collector works, which the page has to wait for too.
func turn() {
	if app.IsServer {
		time.Sleep(time.Millisecond)
		return
	}
	had := make(chan struct{})
	behind := app.FuncOf(func(app.Value, []app.Value) any {
		close(had)
		return nil
	})
	defer behind.Release()
	app.Window().Call("setTimeout", behind, 1) // behind all that waits
	<-had
}
