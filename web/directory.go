package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"samewire/app/extract"
	"samewire/app/story"
)

// directory reads the stories in a directory, at the start and whenever its
// files change. A story that can't be read is told in the log; it stays as it
// was read last, and the others go on. If the directory is gone, or nothing is
// left in it, as when a disk isn't mounted, all stay as they were.
type directory struct {
	path  string
	taken map[string]bool // the IDs of other stories
	log   *slog.Logger

	good map[string]*story.Story // as last read without an error, by the name of the entry
	told map[string]string       // what the log has been told of entries, by name
	gone bool                    // the log has been told that the directory is gone

	read, seen state // as they were when they were read, and when last looked at
}

// state is what the directory's files look like from outside: names, sizes and
// times.
type state string

// newDirectory returns the directory at a path, beside the stories that there
// are anyway. Its error says what the path should be.
func newDirectory(path string, builtIn []*story.Story, log *slog.Logger) (*directory, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no directory %s: -stories takes a directory that holds stories", path)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file: -stories takes a directory that holds stories", path)
	}
	d := &directory{path: path, taken: map[string]bool{}, log: log, good: map[string]*story.Story{}, told: map[string]string{}}
	for _, s := range builtIn {
		d.taken[s.ID] = true
	}
	return d, nil
}

// first reads the directory for the first time. If nothing in it can be read,
// the error says why.
func (d *directory) first() ([]*story.Story, error) {
	d.read = d.look()
	d.seen = d.read
	all, err := d.stories()
	if err != nil {
		return nil, err
	}
	if len(all) > 0 {
		return all, nil
	}
	for _, name := range sortedKeys(d.told) {
		return nil, fmt.Errorf("%s: %s", d.path, d.told[name])
	}
	return nil, fmt.Errorf("%s holds no story: give each one a directory of its own there with its articles (.txt, .md, .html), or a story file (.json)", d.path)
}

// lookEvery is how often the directory is looked at. A change shows after twice
// that: files are read when they have been at rest for one round, so that none
// is read half-written.
const lookEvery = 2 * time.Second

// watch calls changed with all stories when files have changed, until ctx ends.
// An error of changed is one for the log.
func (d *directory) watch(ctx context.Context, changed func([]*story.Story) error) {
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			d.round(changed)
		}
	}
}

// round looks at the directory once, and reads it if it has changed and is at
// rest.
func (d *directory) round(changed func([]*story.Story) error) {
	now := d.look()
	rested := now == d.seen
	d.seen = now
	if now == d.read && d.gone {
		d.gone = false
		d.log.Info("stories are there again", "directory", d.path)
	}
	if !rested || now == d.read {
		return
	}
	all, err := d.stories()
	if err == nil && len(all) == 0 {
		err = errors.New("nothing is left in it")
	}
	if err != nil {
		if !d.gone {
			d.log.Error("stories are gone: what was read before is served on", "directory", d.path, "error", err)
		}
		d.gone = true
		return
	}
	d.gone = false
	if d.look() != now {
		return // changed while it was read
	}
	d.read = now
	if err := changed(all); err != nil {
		d.log.Error("stories can't be taken in: what was read before is served on", "directory", d.path, "error", err)
		return
	}
	d.log.Info("stories read", "directory", d.path, "stories", len(all), "broken", len(d.told))
}

// look returns the state of the directory's files. What can't be looked at is
// part of it.
func (d *directory) look() state {
	var b strings.Builder
	root := os.DirFS(d.path)
	note := func(name string) {
		info, err := fs.Stat(root, name)
		if err != nil {
			fmt.Fprintf(&b, "%q %v\n", name, err)
			return
		}
		fmt.Fprintf(&b, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
	}
	entries, err := fs.ReadDir(root, ".")
	if err != nil {
		return state(err.Error())
	}
	for _, e := range entries {
		note(e.Name())
		inner, err := fs.ReadDir(root, e.Name())
		if err != nil {
			continue // no directory
		}
		for _, i := range inner {
			note(e.Name() + "/" + i.Name())
		}
	}
	return state(b.String())
}

// stories reads all stories, by ID. The error is one of the directory itself.
func (d *directory) stories() ([]*story.Story, error) {
	root := os.DirFS(d.path)
	entries, err := fs.ReadDir(root, ".")
	if err != nil {
		return nil, err
	}
	good, told, from := map[string]*story.Story{}, map[string]string{}, map[string]string{}
	var all []*story.Story
	for _, e := range entries {
		name := e.Name()
		s, err := story.Reader{HTML: extract.HTML}.ReadEntry(root, name)
		if err == nil && s == nil {
			continue
		}
		if err == nil {
			err = d.refuse(s.ID, from)
		}
		if err != nil {
			told[name] = fmt.Sprintf("story %s: %v", name, err)
			if s = d.good[name]; s == nil || d.refuse(s.ID, from) != nil {
				continue
			}
		}
		good[name], from[s.ID] = s, name
		all = append(all, s)
	}
	d.tell(told)
	d.told = told
	if len(all) > 0 {
		d.good = good
	}
	slices.SortFunc(all, func(a, b *story.Story) int { return strings.Compare(a.ID, b.ID) })
	return all, nil
}

// refuse returns why a story can't have an ID, or nil. from has the names of
// those that have one already.
func (d *directory) refuse(id string, from map[string]string) error {
	switch other := from[id]; {
	case other != "":
		return fmt.Errorf("its id %q is that of story %s too: give it another", id, other)
	case d.taken[id]:
		return fmt.Errorf("its id %q is that of a built-in story: give it another", id)
	case story.IsOwn(id):
		return fmt.Errorf("its id %q is of the kind that stories on a reader's device have: give it another", id)
	}
	return nil
}

// tell logs what is wrong with stories, each thing once.
func (d *directory) tell(wrong map[string]string) {
	for _, name := range sortedKeys(wrong) {
		if d.told[name] != wrong[name] {
			d.log.Error("story left out, or left as it was", "directory", d.path, "error", wrong[name])
		}
	}
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
