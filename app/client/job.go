package client

import (
	"context"
	"encoding/hex"
	"errors"
	"hash/fnv"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/align"
	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// From these sizes on a story is analysed beside the page, in a worker.
const (
	bigArticles = 20
	bigBytes    = 180_000 // about 30,000 words
)

// job is an analysis beside the page.
type job struct {
	working ui.Working
	stop    context.CancelFunc
	drawn   time.Time // when the page last showed how far it is
}

// analyse returns the analysis of a story. Of a big one it returns what was
// kept of an earlier one; else it begins the work, and returns a *ui.Working
// until that is done.
func (c *Client) analyse(ctx context.Context, s *story.Story) (*analysis.Analysis, error) {
	if !isBig(s) {
		a, err := analyse(ctx, s, nil)
		return c.learn(s, a), err
	}
	key := resultKey(ctx, s)
	if kept := c.shelved(ctx).Result(ctx, key); kept != "" {
		// What can't be read is done again.
		if a, err := analysis.Unpack(ctx, s, []byte(kept)); err == nil {
			return c.learn(s, a), nil
		}
	}
	if c.shown == "" && !story.IsOwn(s.ID) {
		// The server's page is there to read until all is done.
		a, err := c.work(ctx, s, key, func(string, int) {})
		return c.learn(s, a), err
	}
	return nil, c.startJob(s, key)
}

// analyse analyses a story on the page's thread. A panic there fails this story
// alone, not the app.
func analyse(ctx context.Context, s *story.Story, progress align.Progress) (a *analysis.Analysis, err error) {
	defer func() {
		if p := recover(); p != nil {
			a, err = nil, fault(p)
		}
	}()
	return analysis.Analyze(ctx, s, progress)
}

func isBig(s *story.Story) bool {
	n := 0
	for i := range s.Articles {
		n += len(s.Articles[i].Text)
	}
	return len(s.Articles) >= bigArticles || n >= bigBytes
}

// learn remembers an analysis, which may be nil.
func (c *Client) learn(s *story.Story, a *analysis.Analysis) *analysis.Analysis {
	if a != nil {
		c.stories[s.ID] = a
		c.lookAt(s.ID)
	}
	return a
}

// manyStories is how many stories are remembered: a tab that is open for days
// would keep all that it ever showed.
const manyStories = 8

// lookAt makes a story the one that was looked at last, and forgets the one whose
// turn is longest ago, with what views have worked out.
func (c *Client) lookAt(id string) {
	c.looked = append(slices.DeleteFunc(c.looked, func(other string) bool { return other == id }), id)
	if len(c.looked) > manyStories {
		delete(c.stories, c.looked[0])
		c.looked = slices.Delete(c.looked, 0, 1)
		c.memo = ui.NewMemo()
	}
}

// resultKey is the key of a story's kept analysis: a hash of the version of the
// app, which decides what is found, and of the story. It lets the page have a turn
// between the two halves of the work.
func resultKey(ctx context.Context, s *story.Story) string {
	h := fnv.New128a()
	h.Write([]byte(app.Getenv("GOAPP_VERSION")))
	data := s.JSON()
	_ = ctx.Err() // see turns
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}

// startJob begins the analysis of a story beside the page, and shows the
// story's view when it is done if the reader is still there.
func (c *Client) startJob(s *story.Story, key string) *ui.Working {
	ctx, stop := context.WithCancel(context.Background())
	j := &job{ui.Working{ID: s.ID, Title: s.Title, Articles: len(s.Articles), Phase: words.Say("progress.starting")}, stop, time.Time{}}
	if c.device.jobs == nil {
		c.device.jobs = map[string]*job{}
	}
	c.device.jobs[s.ID] = j
	go func() {
		a, err := c.work(ctx, s, key, func(phase string, done int) {
			said := words.Say(phase)
			changed := said != j.working.Phase
			j.working.Phase, j.working.Done = said, done
			if changed || time.Since(j.drawn) > 200*time.Millisecond {
				j.drawn = time.Now()
				c.redraw(s.ID, "")
			}
		})
		switch {
		case c.device.jobs[s.ID] != j:
			return // the story has changed meanwhile
		case ctx.Err() != nil:
			j.working.Stopped = true
		case err != nil:
			j.working.Failed = words.Say("progress.failed", "why", words.Why(err))
		default:
			delete(c.device.jobs, s.ID)
			c.learn(s, a)
		}
		focus := "way"
		if a != nil {
			focus = "main"
		}
		c.redraw(s.ID, focus)
	}()
	return &j.working
}

// redraw shows the view of a story anew, if it is one that is shown. The focus
// goes to an element if it was on the button that is no longer there.
func (c *Client) redraw(id, focus string) {
	if a, ok := ui.ParseAddress(pathOf(c.shown)); ok && a.Story == id && a.Place != ui.New {
		if at := activeID(); at != "way" && at != "main" {
			focus = ""
		}
		c.refresh(focus)
	}
}

// work analyses a story in a worker, or, where there is none, on the page in
// turns, and keeps the result.
func (c *Client) work(ctx context.Context, s *story.Story, key string, progress func(phase string, done int)) (*analysis.Analysis, error) {
	packed, err := employ(ctx, s, progress)
	if errors.Is(err, errNoWorker) {
		return analyse(inTurns(ctx), s, func(done, _ int) { progress(matching, done) })
	}
	if err != nil {
		return nil, err
	}
	a, err := analysis.Unpack(inTurns(ctx), s, packed)
	if err == nil {
		// Without room for it, it is done again next time.
		_ = c.shelved(ctx).KeepResult(context.WithoutCancel(ctx), key, string(packed))
	}
	return a, err
}

// steer stops a job or begins it again. It is false for other buttons.
func (c *Client) steer(do, id string) bool {
	j := c.device.jobs[id]
	if j == nil {
		return false
	}
	switch do {
	case "stop":
		j.stop()
	case "again":
		delete(c.device.jobs, id)
		c.redraw(id, "way")
	}
	return true
}
