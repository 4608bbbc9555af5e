package ui

import (
	"context"
	"samewire/app/words"

	"samewire/app/analysis"
	"samewire/app/collate"
	"samewire/app/lesson"
)

// Memo keeps what views have worked out, for the views after them: a reader who
// chooses a passage is to see it at once, on a slow phone too. A source that
// serves one reader keeps one; see [Keeper]. The zero value keeps nothing.
type Memo struct {
	compared map[comparand]comparison
	unnamed  map[*analysis.Analysis]*analysis.Analysis
	lessons  map[lessonKey]*lesson.Lesson
	found    map[*analysis.Analysis][]analysis.Finding
}

// Keeper is a [Source] that has a [Memo]. It grows with what is read, and must
// not be used by two goroutines at a time.
type Keeper interface {
	Source
	Memo() *Memo
}

// NewMemo returns a memo that keeps what it is given.
func NewMemo() *Memo {
	return &Memo{map[comparand]comparison{}, map[*analysis.Analysis]*analysis.Analysis{}, map[lessonKey]*lesson.Lesson{}, map[*analysis.Analysis][]analysis.Finding{}}
}

// comparand is a reading of a passage and the one that it is compared with, by
// their indexes.
type comparand struct {
	passage       *collate.Passage
	base, reading int
}

// compared returns what reading i of a passage made of reading b.
func (d *desk) compared(p *collate.Passage, b, i int) comparison {
	key := comparand{p, b, i}
	c, ok := d.memo.compared[key]
	if !ok {
		c = d.comparison(p, b, i)
		if d.memo.compared != nil {
			d.memo.compared[key] = c
		}
	}
	return c
}

// nameless returns an analysis without what names its outlets.
func (m *Memo) nameless(a *analysis.Analysis) *analysis.Analysis {
	bare, ok := m.unnamed[a]
	if !ok {
		bare = unnamed(a)
		if m.unnamed != nil {
			m.unnamed[a] = bare
		}
	}
	return bare
}

// findings returns what stands out in a story. It calls turn for others to have
// a turn.
func (m *Memo) findings(a *analysis.Analysis, turn func()) []analysis.Finding {
	list, ok := m.found[a]
	if !ok {
		list = a.FindingsInTurns(turn)
		if m.found != nil {
			m.found[a] = list
		}
	}
	return list
}

// lessonKey is what a lesson is made from.
type lessonKey struct {
	of   *analysis.Analysis
	plan Plan
}

// lesson returns the lesson that a plan describes.
func (m *Memo) lesson(ctx context.Context, a *analysis.Analysis, p Plan) (*lesson.Lesson, error) {
	key := lessonKey{a, p.choice()}
	l := m.lessons[key]
	if l != nil {
		return l, nil
	}
	l, err := lesson.Make(ctx, a, p.options())
	if err == nil && m.lessons != nil {
		m.lessons[key] = l
	}
	return l, err
}

// Prepare works out ahead what the choice of any passage of an article would
// show, in the order of its text, and stops when ctx ends. Of other views it
// prepares nothing.
func Prepare(ctx context.Context, src Keeper, path, rawQuery string) {
	a, ok := ParseAddress(path, rawQuery)
	if !ok || a.Place != Read {
		return
	}
	data, err := src.Load(ctx, a.Story)
	if err != nil || !inStory(a, data) {
		return
	}
	d := &desk{Address: a, Analysis: data, memo: src.Memo(), words: words.English()}
	for _, m := range d.marks(a.Article) {
		b := d.base(m.passage)
		for i := range m.passage.Readings {
			if ctx.Err() != nil {
				return
			}
			if i != b {
				d.compared(m.passage, b, i)
			}
		}
	}
}
