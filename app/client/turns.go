package client

import (
	"context"
	"time"
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
		time.Sleep(time.Millisecond) // a timer of the browser's, behind all that waits
		t.began = time.Now()
	}
}
