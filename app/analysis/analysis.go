// Package analysis runs the whole pipeline over a story.
//
// In comes a story; out comes one [Analysis] that holds all that the views,
// the command line and the exports need. It is a pure function of the story:
// the same story gives the same bytes on every machine.
package analysis

import (
	"context"
	"sync"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/ledger"
	"samewire/app/story"
	"samewire/app/text"
)

// Analysis is what the articles of a story have in common.
type Analysis struct {
	Story     *story.Story
	Documents []*text.Document // one an article; Source is the article's text
	Matches   []align.Match
	Passages  []collate.Passage
	Ledgers   *ledger.Ledgers

	sharing   sync.Once
	shared    [][]float64
	captioned sync.Once
	captions  [][]bool
}

// Analyze matches the articles of a story and collates their passages. It
// returns ctx's error soon after ctx ends, and no other error. progress may be
// nil; it is told how many pairs of articles are aligned, of how many.
func Analyze(ctx context.Context, s *story.Story, progress align.Progress) (*Analysis, error) {
	a := &Analysis{Story: s}
	parser := text.NewParser()
	for i := range s.Articles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		a.Documents = append(a.Documents, parser.Parse(s.Articles[i].Text))
	}
	var err error
	if a.Matches, err = align.Align(ctx, a.Documents, progress); err != nil {
		return nil, err
	}
	if a.Passages, err = collate.Collate(ctx, a.Documents, a.Matches); err != nil {
		return nil, err
	}
	if a.Ledgers, err = ledger.Enter(ctx, a.Documents, a.Passages); err != nil {
		return nil, err
	}
	ledger.ExceptOwn(a.Ledgers.PassageCredits, ledger.Own(s.Outlet))
	return a, nil
}

// mark sets the words of d that lie in span.
func mark(row []bool, d *text.Document, span text.Span) {
	first, last := d.WordsIn(span)
	for i := first; i < last; i++ {
		row[i] = true
	}
}

// Own returns the share (0 to 1) of article i's words that no other article of
// the story carries; captions of pictures don't count.
func (a *Analysis) Own(i int) float64 {
	row := make([]bool, len(a.Documents[i].Words))
	for _, p := range a.Passages {
		for _, r := range p.Readings {
			if r.Article == i {
				mark(row, a.Documents[i], r.Span)
			}
		}
	}
	return 1 - share(row, a.inCaptions(i))
}

// Shared returns a table of shares (0 to 1): row i, column j is how much of
// article i's words stands in article j too. The diagonal is 1 for an article
// that has words; captions of pictures don't count. It is worked out once; the
// caller must not change it.
func (a *Analysis) Shared() [][]float64 {
	a.sharing.Do(func() { a.shared = a.share() })
	return a.shared
}

func (a *Analysis) share() [][]float64 {
	n := len(a.Documents)
	table := make([][]float64, n)
	spans := make([][]text.Span, n) // of the article at hand that stand in each other one
	for i, d := range a.Documents {
		for _, p := range a.Passages {
			for _, r := range p.Readings {
				if r.Article != i {
					continue
				}
				for _, other := range p.Readings {
					if other.Article != i {
						spans[other.Article] = append(spans[other.Article], r.Span)
					}
				}
			}
		}
		table[i] = make([]float64, n)
		captions, row := a.inCaptions(i), make([]bool, len(d.Words))
		for j := range spans {
			if len(spans[j]) == 0 {
				continue
			}
			clear(row)
			for _, span := range spans[j] {
				mark(row, d, span)
			}
			table[i][j], spans[j] = share(row, captions), spans[j][:0]
		}
		if len(d.Words) > 0 {
			table[i][i] = 1
		}
	}
	return table
}

// share returns the share (0 to 1) of an article's words, but for those that are
// out, that are marked in row.
func share(row, out []bool) float64 {
	n, all := 0, 0
	for w, no := range out {
		if no {
			continue
		}
		all++
		if row[w] {
			n++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(n) / float64(all)
}

// Sentence is what became of one sentence of an article.
type Sentence struct {
	Passage int // index into Analysis.Passages, or -1 for own copy
	Kind    align.Kind
	Caption bool // it is of a picture's caption, and of no passage
}

// Sentences returns what became of each sentence of article i. A sentence
// belongs to the passage that covers most of it, if that is at least half of
// it or of the reading. Its kind is that of the nearest other reading.
func (a *Analysis) Sentences(i int) []Sentence {
	doc := a.Documents[i]
	out := make([]Sentence, len(doc.Sentences))
	best := make([]int, len(doc.Sentences))
	captions := a.Captions(i)
	for n := range out {
		out[n].Passage, out[n].Caption = -1, captions[doc.Sentences[n].Paragraph]
	}
	for p := range a.Passages {
		for k, r := range a.Passages[p].Readings {
			if r.Article != i {
				continue
			}
			for n, s := range doc.Sentences {
				o := s.Overlap(r.Span)
				if o > best[n] && (2*o >= s.Len() || 2*o >= r.Len()) {
					best[n] = o
					out[n] = Sentence{Passage: p, Kind: a.Nearest(&a.Passages[p], k)}
				}
			}
		}
	}
	return out
}

// Nearest returns how near reading r of passage p is to the others: its kind
// against the base, or, for the base itself, that of the reading nearest to it.
func (a *Analysis) Nearest(p *collate.Passage, r int) align.Kind {
	if r != p.Base {
		return p.Readings[r].Kind
	}
	kind := align.Reworded
	for n, other := range p.Readings {
		if n != p.Base {
			kind = min(kind, other.Kind)
		}
	}
	return kind
}

// Text returns the text of a place.
func (a *Analysis) Text(p align.Place) string {
	return p.Of(a.Documents[p.Article].Source)
}

// Words returns the words of a place.
func (a *Analysis) Words(p align.Place) []text.Word {
	d := a.Documents[p.Article]
	first, last := d.WordsIn(p.Span)
	return d.Words[first:last]
}
