package web

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"runtime/debug"
	"sync"

	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// library is where the server's views get their stories. Each is analysed when
// it is first asked for, once, however many ask at the same time.
type library struct {
	list []story.Summary
	byID map[string]*shelved
	log  *slog.Logger
	turn chan struct{} // a place for each analysis that may go on at a time
}

// analysesAtOnce bounds the memory for analyses: the largest take 200 MB while
// they go on.
const analysesAtOnce = 2

// shelved is a story with its analysis, once there is one.
type shelved struct {
	id       string
	story    *story.Story
	json     []byte // the story as a file
	whole    func() (*asset, error)
	excerpts func() (*asset, error) // of a story of excerpts
	start    sync.Once
	done     chan struct{} // closed when what follows is set
	analysis *analysis.Analysis
	err      error
}

// newLibrary returns the library of stories. Those that another library has,
// word for word, keep the analyses that they have there.
func newLibrary(stories []*story.Story, was *library, log *slog.Logger) *library {
	l := &library{byID: map[string]*shelved{}, log: log, turn: make(chan struct{}, analysesAtOnce)}
	if was != nil {
		l.turn = was.turn
	}
	for _, s := range stories {
		shelf := newShelved(s)
		if was != nil && was.byID[s.ID] != nil && bytes.Equal(was.byID[s.ID].json, shelf.json) {
			shelf = was.byID[s.ID]
		}
		l.list = append(l.list, s.Summary())
		l.byID[s.ID] = shelf
	}
	return l
}

func newShelved(s *story.Story) *shelved {
	shelf := &shelved{id: s.ID, story: s, json: s.JSON(), done: make(chan struct{})}
	shelf.whole = sync.OnceValues(func() (*asset, error) {
		data := shelf.json
		if s.Excerpts {
			data = ui.Excerpts(shelf.analysis, words.English().Tell(words.Say("share.note"))).JSON()
		}
		return newAsset("/stories/"+s.ID+".json", data)
	})
	shelf.excerpts = sync.OnceValues(func() (*asset, error) {
		return newAsset("/stories/"+s.ID+excerptsMark+".json", shelf.analysis.ExcerptFile())
	})
	return shelf
}

// file returns the story as the app reads it, or, of a story of excerpts, what
// goes with them. Of such a story the analysis must be there.
func (s *shelved) file(excerpts bool) (*asset, error) {
	if excerpts {
		return s.excerpts()
	}
	return s.whole()
}

// asExcerpts returns the stories as ones that aren't published whole.
func asExcerpts(stories []*story.Story) []*story.Story {
	all := make([]*story.Story, len(stories))
	for i, s := range stories {
		excerpts := *s
		excerpts.Excerpts = true
		all[i] = &excerpts
	}
	return all
}

// List returns a summary of every story.
func (l *library) List(context.Context) ([]story.Summary, error) {
	return l.list, nil
}

// Load returns the analysis of a story: [story.ErrNotFound] when there is
// none, ctx's error when ctx ends before it is done.
func (l *library) Load(ctx context.Context, id string) (*analysis.Analysis, error) {
	s, ok := l.byID[id]
	if !ok {
		return nil, story.ErrNotFound
	}
	// The analysis serves all who wait for it, so no one of them ends it by
	// going away.
	s.start.Do(func() { go l.analyse(context.WithoutCancel(ctx), s) })
	select {
	case <-s.done:
		return s.analysis, s.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// errFault is what readers are told of a panic; the log has the rest.
var errFault = errors.New("the server ran into a fault, which has been noted")

// analyse sets a story's analysis when its turn has come.
func (l *library) analyse(ctx context.Context, s *shelved) {
	l.turn <- struct{}{}
	defer func() { <-l.turn }()
	s.analyse(ctx, l.log)
}

// analyse sets the story's analysis. A panic there fails this story alone, not
// the server.
func (s *shelved) analyse(ctx context.Context, log *slog.Logger) {
	defer close(s.done)
	defer func() {
		if p := recover(); p != nil {
			log.Error("analysis failed", "story", s.id, "panic", p, "stack", string(debug.Stack()))
			s.err = errFault
		}
	}()
	if s.analysis, s.err = analysis.Analyze(ctx, s.story, nil); s.err == nil && s.story.Excerpts {
		s.analysis = s.analysis.Excerpted() // the rest of the articles leaves this place no more
	}
}
