package client

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		turns := inTurns(ctx)
		asked := func() time.Duration {
			start := time.Now()
			if err := turns.Err(); err != nil {
				t.Fatal(err)
			}
			return time.Since(start)
		}
		if d := asked(); d != 0 {
			t.Errorf("at once, the page got a turn of %v", d)
		}
		time.Sleep(slice + 1)
		if d := asked(); d == 0 {
			t.Error("after a slice, the page got no turn")
		}
		if d := asked(); d != 0 {
			t.Errorf("just after a turn, the page got another of %v", d)
		}
		stop()
		if err := turns.Err(); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v after the end", err)
		}
	})
}
