// Package shelf keeps a reader's own stories, and drafts of stories, on the
// device.
//
// In come stories and drafts; out come the same, with the number of times that
// each has been kept: its revision. To keep a story one must hold its newest
// revision, or else another tab's work would be lost, so what comes out is
// [ErrConflict].
//
// The records are rows of text in a [store]: IndexedDB in the browser, a map
// elsewhere and where the browser denies storage. All that can go wrong with a
// record is decided here, above the store, and tested without a browser. The
// store is a thin one of our own: github.com/hack-pad/go-indexeddb, the only
// library for it, is four thousand lines and adds 66 KB to what a reader has to
// load, for what takes two hundred lines.
package shelf

import (
	"cmp"
	"context"
	"crypto/rand"
	"time"

	"samewire/app/sorting"
	"samewire/app/story"
	"samewire/app/words"
)

// What can be wrong with the shelf as a whole. The messages are for readers.
var (
	ErrConflict = words.Error("shelf.conflict")
	ErrFull     = words.Error("shelf.full")
	ErrDenied   = words.Error("shelf.denied")
	ErrNewer    = words.Error("shelf.newer")
)

// Shelf keeps stories.
type Shelf struct{ store store }

// InMemory returns a shelf that lasts as long as the page.
func InMemory() *Shelf { return &Shelf{memory{}} }

// row is a text in a table of the store. An empty one stands for none.
type row struct{ table, key, value string }

// The tables of the store.
const (
	heads   = "heads"   // of stories: what a list of them needs
	texts   = "texts"   // of stories: the story files
	drafts  = "drafts"  // stories in the making
	results = "results" // packed analyses
)

// store is what the shelf needs of a database.
type store interface {
	// rows returns all rows of a table, by key.
	rows(ctx context.Context, table string) ([]row, error)
	// get returns one value, or "".
	get(ctx context.Context, table, key string) (string, error)
	// change reads one row and writes those that decide makes of it, all or
	// none, with nothing in between. decide must not wait for anything.
	change(ctx context.Context, table, key string, decide func(old string) ([]row, error)) error
	// persist asks the browser not to throw the data away when room is short.
	persist()
	// tell lets the other tabs know that a story was changed; hear calls f
	// when one of them does.
	tell(id string)
	hear(f func(id string))
}

// Head is what a list shows of a kept story.
type Head struct {
	story.Summary
	Revision int
	Changed  int64 // when, in seconds since 1970
	Rank     int64 // lists have the highest first
}

// Entry is a head, or the reason why it can't be read.
type Entry struct {
	Head // of a broken record: the ID alone
	Err  error
}

// NewID returns an ID that no other story has.
func NewID() string { return story.OwnID(rand.Text()[:12]) }

// List returns the kept stories in the reader's order. A record that can't be
// read is an entry too, so that it hides no other.
func (s *Shelf) List(ctx context.Context) ([]Entry, error) {
	rows, err := s.store.rows(ctx, heads)
	if err != nil {
		return nil, err
	}
	list := make([]Entry, len(rows))
	for i, r := range rows {
		list[i].Head, list[i].Err = decodeHead(r.value)
		list[i].ID = r.key
	}
	sorting.By(list, func(a, b Entry) int { return cmp.Compare(b.Rank, a.Rank) })
	return list, nil
}

// Load returns a kept story and its revision. The error is story.ErrNotFound
// when there is none.
func (s *Shelf) Load(ctx context.Context, id string) (*story.Story, int, error) {
	head, err := s.store.get(ctx, heads, id)
	if err != nil {
		return nil, 0, err
	}
	text, err := s.store.get(ctx, texts, id)
	switch {
	case err != nil:
		return nil, 0, err
	case head == "" && text == "":
		return nil, 0, story.ErrNotFound
	}
	h, err := decodeHead(head)
	if err != nil {
		return nil, 0, err
	}
	kept, err := decodeStory(text, id)
	return kept, h.Revision, err
}

// Keep keeps a story under its ID and returns its new revision. revision is
// the one that it was loaded with, 0 for a story that isn't kept yet.
func (s *Shelf) Keep(ctx context.Context, own *story.Story, revision int) (int, error) {
	return s.keep(ctx, own, revision)
}

// Finish keeps a story as its draft has it, and deletes the draft.
func (s *Shelf) Finish(ctx context.Context, own *story.Story, d *Draft) (int, error) {
	return s.keep(ctx, own, d.From, row{drafts, d.ID, ""})
}

func (s *Shelf) keep(ctx context.Context, own *story.Story, revision int, more ...row) (int, error) {
	if revision == 0 {
		s.store.persist()
	}
	err := s.store.change(ctx, heads, own.ID, func(old string) ([]row, error) {
		h := Head{Rank: time.Now().UnixMilli()}
		if old != "" {
			var err error
			if h, err = decodeHead(old); err != nil {
				return nil, err
			}
		}
		if h.Revision != revision {
			return nil, ErrConflict
		}
		h.Summary, h.Revision, h.Changed = own.Summary(), revision+1, time.Now().Unix()
		return append(more, row{heads, own.ID, encode(h)}, row{texts, own.ID, string(own.JSON())}), nil
	})
	if err != nil {
		return 0, err
	}
	s.store.tell(own.ID)
	return revision + 1, nil
}

// Rename gives a story another title. A draft of the story goes on from there.
func (s *Shelf) Rename(ctx context.Context, id, title string) error {
	own, revision, err := s.Load(ctx, id)
	if err != nil {
		return err
	}
	was := own.Title
	own.Title = title
	renamed, err := s.Keep(ctx, own, revision)
	if err != nil {
		return err
	}
	d, err := s.LoadDraft(ctx, id)
	if err != nil || d.From != revision {
		return nil // there is none, or it will find out for itself
	}
	d.From = renamed
	if d.Title == was {
		d.Title = title
	}
	return s.KeepDraft(ctx, d)
}

// Delete takes a story off the shelf, whatever state its record is in.
func (s *Shelf) Delete(ctx context.Context, id string) error {
	err := s.store.change(ctx, heads, id, func(string) ([]row, error) {
		return []row{{heads, id, ""}, {texts, id, ""}, {drafts, id, ""}}, nil
	})
	if err == nil {
		s.store.tell(id)
	}
	return err
}

// Swap exchanges the places of two stories in the list.
func (s *Shelf) Swap(ctx context.Context, a, b Head) error {
	for _, move := range [...]struct {
		id   string
		rank int64
	}{{a.ID, b.Rank}, {b.ID, a.Rank}} {
		err := s.store.change(ctx, heads, move.id, func(old string) ([]row, error) {
			h, err := decodeHead(old)
			h.Rank = move.rank
			return []row{{heads, move.id, encode(h)}}, err
		})
		if err != nil {
			return err
		}
	}
	s.store.tell(a.ID)
	return nil
}

// Watch calls f with a story's ID whenever another tab has changed the story.
func (s *Shelf) Watch(f func(id string)) { s.store.hear(f) }
