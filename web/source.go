package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"runtime/debug"
	"sync"

	"samewire/app/analysis"
	"samewire/app/story"
)

// Stories returns the built-in stories and those in directory dir, unless it
// is "". The error names the story that can't be read, or says what the
// directory should hold.
func Stories(dir string) ([]*story.Story, error) {
	all, err := story.ReadAll(sub("stories"))
	if err != nil || dir == "" {
		return all, err
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no directory %s: -stories takes a directory that holds stories", dir)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file: -stories takes a directory that holds stories", dir)
	}
	own, err := story.ReadAll(os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	if len(own) == 0 {
		return nil, fmt.Errorf("%s holds no story: give each one a directory of its own there with its articles (.txt, .md), or a story file (.json)", dir)
	}
	for _, s := range own {
		for _, builtIn := range all {
			if s.ID == builtIn.ID {
				return nil, fmt.Errorf("%s: the id of story %q is that of a built-in story: give it another", dir, s.ID)
			}
		}
	}
	return append(all, own...), nil
}

// library is where the server's views get their stories. Each is analysed when
// it is first asked for, once, however many ask at the same time.
type library struct {
	list []story.Summary
	byID map[string]*shelved
	log  *log.Logger
}

// shelved is a story with its analysis, once there is one.
type shelved struct {
	id       string
	story    *story.Story
	file     func() (*asset, error) // the story as the app reads it
	start    sync.Once
	done     chan struct{} // closed when what follows is set
	analysis *analysis.Analysis
	err      error
}

func newLibrary(stories []*story.Story, log *log.Logger) *library {
	l := &library{byID: map[string]*shelved{}, log: log}
	for _, s := range stories {
		shelf := &shelved{
			id:    s.ID,
			story: s,
			done:  make(chan struct{}),
			file: sync.OnceValues(func() (*asset, error) {
				return newAsset("/stories/"+s.ID+".json", s.JSON())
			}),
		}
		l.list = append(l.list, s.Summary())
		l.byID[s.ID] = shelf
	}
	return l
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
	s.start.Do(func() { go s.analyse(context.WithoutCancel(ctx), l.log) })
	select {
	case <-s.done:
		return s.analysis, s.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// errFault is what readers are told of a panic; the log has the rest.
var errFault = errors.New("the server ran into a fault, which has been noted")

// analyse sets the story's analysis. A panic there fails this story alone, not
// the server.
func (s *shelved) analyse(ctx context.Context, log *log.Logger) {
	defer close(s.done)
	defer func() {
		if p := recover(); p != nil {
			log.Printf("analysing story %s: %v\n%s", s.id, p, debug.Stack())
			s.err = errFault
		}
	}()
	s.analysis, s.err = analysis.Analyze(ctx, s.story, nil)
}

// failing is a source that has nothing but an error, for the view that says
// so.
type failing struct{ err error }

func (f failing) List(context.Context) ([]story.Summary, error) { return nil, f.err }

func (f failing) Load(context.Context, string) (*analysis.Analysis, error) { return nil, f.err }
