package shelf

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"samewire/app/sorting"
	"samewire/app/story"
)

// Draft is a story in the making.
type Draft struct {
	ID       string // that of the story that it is to become
	Revision int    // how often it was kept
	From     int    // the revision of the story that is being edited, 0 for a new one
	Changed  int64  // when, in seconds since 1970
	Title    string
	Date     string // of the story, as it was
	Note     string // of the story, as it was
	Boxes    []Box
}

// Box is an article in the making.
type Box struct {
	story.Article
	Out  []int // the numbers of the paragraphs that are left out, in order
	Mode Mode
}

// Mode is how a box is shown.
type Mode uint8

// The modes of a box.
const (
	Write  Mode = iota // its text in a field
	Check              // its paragraphs, each to keep or leave out
	Folded             // its first words
)

// NewDraft returns an empty draft with room for two articles.
func NewDraft() *Draft { return &Draft{ID: NewID(), Boxes: make([]Box, 2)} }

// DraftOf returns a draft of a kept story.
func DraftOf(s *story.Story, revision int) *Draft {
	d := &Draft{ID: s.ID, From: revision, Title: s.Title, Date: s.Date, Note: s.Note}
	for _, a := range s.Articles {
		d.Boxes = append(d.Boxes, Box{Article: a, Mode: Folded})
	}
	return d
}

// Empty tells whether nobody has put anything into the draft.
func (d *Draft) Empty() bool {
	return d.Title == "" && !slices.ContainsFunc(d.Boxes, func(b Box) bool { return !b.Empty() })
}

// Empty tells whether nobody has put anything into the box.
func (b *Box) Empty() bool { return b.Outlet == "" && b.Title == "" && b.Blank() }

// Blank tells whether the box has no text.
func (b *Box) Blank() bool { return strings.TrimSpace(b.Text) == "" }

// Paragraphs returns the text's paragraphs, those left out too.
func (b *Box) Paragraphs() []string { return paragraphs(b.Text) }

func paragraphs(text string) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var out []string
	var lines []string
	for line := range strings.SplitSeq(text+"\n\n", "\n") {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		} else if len(lines) > 0 {
			out = append(out, strings.Join(lines, "\n"))
			lines = nil
		}
	}
	if len(out) == 1 {
		return strings.Split(out[0], "\n") // a paragraph a line
	}
	return out
}

// SetText puts another text into the box. A paragraph that was left out stays
// so if it is still there.
func (b *Box) SetText(text string) {
	left := map[string]bool{}
	before := b.Paragraphs()
	for _, i := range b.Out {
		if i >= 0 && i < len(before) {
			left[before[i]] = true
		}
	}
	b.Text, b.Out = text, nil
	if len(left) == 0 {
		return
	}
	for i, p := range b.Paragraphs() {
		if left[p] {
			b.Out = append(b.Out, i)
		}
	}
}

// Leave leaves paragraph i out, or takes it in again.
func (b *Box) Leave(i int, out bool) {
	b.Out = slices.DeleteFunc(b.Out, func(n int) bool { return n == i })
	if out {
		b.Out = append(b.Out, i)
		slices.Sort(b.Out)
	}
}

// Kept returns the article without what is left out.
func (b *Box) Kept() story.Article {
	a := b.Article
	if len(b.Out) == 0 {
		return a
	}
	var kept []string
	for i, p := range b.Paragraphs() {
		if !slices.Contains(b.Out, i) {
			kept = append(kept, p)
		}
	}
	a.Text = strings.Join(kept, "\n\n")
	return a
}

// KeepDraft keeps a draft and counts its revision up. The error is ErrConflict
// when another tab has kept it meanwhile.
func (s *Shelf) KeepDraft(ctx context.Context, d *Draft) error {
	next := *d
	next.Revision++
	next.Changed = time.Now().Unix()
	err := s.store.change(ctx, drafts, d.ID, func(old string) ([]row, error) {
		if old != "" {
			kept, err := decodeDraft(old)
			if err != nil {
				return nil, err
			}
			if kept.Revision != d.Revision {
				return nil, ErrConflict
			}
		} else if d.Revision > 0 {
			return nil, ErrConflict // another tab has finished or deleted it
		}
		return []row{{drafts, d.ID, encode(next)}}, nil
	})
	if err == nil {
		d.Revision, d.Changed = next.Revision, next.Changed
	}
	return err
}

// LoadDraft returns a draft. The error is story.ErrNotFound when there is none.
func (s *Shelf) LoadDraft(ctx context.Context, id string) (*Draft, error) {
	data, err := s.store.get(ctx, drafts, id)
	switch {
	case err != nil:
		return nil, err
	case data == "":
		return nil, story.ErrNotFound
	}
	d, err := decodeDraft(data)
	d.ID = id
	return &d, err
}

// DropDraft deletes a draft.
func (s *Shelf) DropDraft(ctx context.Context, id string) error {
	return s.store.change(ctx, drafts, id, func(string) ([]row, error) {
		return []row{{drafts, id, ""}}, nil
	})
}

// Drafts returns the drafts that can be read, the latest first.
func (s *Shelf) Drafts(ctx context.Context) ([]Draft, error) {
	rows, err := s.store.rows(ctx, drafts)
	if err != nil {
		return nil, err
	}
	var list []Draft
	for _, r := range rows {
		if d, err := decodeDraft(r.value); err == nil {
			d.ID = r.key
			list = append(list, d)
		}
	}
	sorting.By(list, func(a, b Draft) int { return cmp.Compare(b.Changed, a.Changed) })
	return list, nil
}
