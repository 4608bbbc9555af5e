package analysis

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"samewire/app/ledger"
	"samewire/app/story"
	"samewire/app/text"
)

// Kept tells for each sentence of article i whether an excerpt keeps it: those
// of passages, and one before and after them if that is of no caption.
func (a *Analysis) Kept(i int) []bool {
	doc := a.Documents[i]
	kept, captions := make([]bool, len(doc.Sentences)), a.Captions(i)
	for _, p := range a.Passages {
		for _, r := range p.Readings {
			if r.Article != i {
				continue
			}
			for n, s := range doc.Sentences {
				if s.Overlap(r.Span) > 0 {
					for k := max(n-1, 0); k <= min(n+1, len(kept)-1); k++ {
						kept[k] = kept[k] || k == n || !captions[doc.Sentences[k].Paragraph]
					}
				}
			}
		}
	}
	return kept
}

// Excerpted returns the same analysis without the sentences that an excerpt leaves
// out: in their place the articles have as many words of filler, at the same
// bytes, so that all else stays what it was and where it was. What the ledgers
// have from those sentences is left out with them. The analysis itself was made of
// the whole articles, and so are its figures.
func (a *Analysis) Excerpted() *Analysis {
	s := *a.Story
	s.Excerpts = true
	s.Articles = slices.Clone(s.Articles)
	e := &Analysis{Story: &s, Matches: a.Matches, Passages: a.Passages}
	parser := text.NewParser()
	for i, doc := range a.Documents {
		source, captions := []byte(doc.Source), a.Captions(i)
		for n, kept := range a.Kept(i) {
			if s := doc.Sentences[n]; !kept {
				mark := byte(copyEnd)
				if captions[s.Paragraph] {
					mark = captionEnd
				}
				fill(source[s.Start:s.End], s.Last-s.First, mark)
			}
		}
		s.Articles[i].Text = string(source)
		e.Documents = append(e.Documents, parser.Parse(s.Articles[i].Text))
	}
	e.Ledgers = e.without(a.Ledgers)
	return e
}

// excerptFile is an excerpt with what was found in the whole articles.
type excerptFile struct {
	Story    json.RawMessage `json:"story"`
	Analysis string          `json:"analysis"` // packed
}

// ExcerptFile returns an excerpt, as [Analysis.Excerpted] makes it, in a file by
// which others have the same analysis without the articles: [OpenExcerpts].
func (a *Analysis) ExcerptFile() []byte {
	data, err := json.Marshal(excerptFile{a.Story.JSON(), string(a.Pack())})
	if err != nil {
		panic(err) // JSON and a string
	}
	return data
}

// OpenExcerpts reads what [Analysis.ExcerptFile] wrote. id names the story when
// the file doesn't. It asks ctx as [Unpack] does.
func OpenExcerpts(ctx context.Context, data []byte, id string) (*Analysis, error) {
	var f excerptFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, errPacked
	}
	s, err := story.ParseJSON(f.Story, id)
	if err != nil {
		return nil, err
	}
	return Unpack(ctx, s, []byte(f.Analysis))
}

// The marks at the end of filler for copy and for captions: no abbreviation has
// them.
const (
	copyEnd    = '!'
	captionEnd = '?'
)

// fill writes a sentence of so many words of filler, as far as they have room,
// over one, with a mark at its end. The last word takes
// what is left of the room, so that nothing tells how long the words were.
func fill(sentence []byte, words int, mark byte) {
	const width = len(story.Filler)
	last := len(sentence) - 1
	if words == 0 {
		return // a rule: there is nothing to leave out
	}
	for i := range sentence {
		sentence[i] = ' '
	}
	if last < width {
		return // a word of one letter
	}
	sentence[last] = mark
	at := 0
	for range max(1, min(words, len(sentence)/(width+1))) - 1 {
		at += copy(sentence[at:], story.Filler) + len(" ")
	}
	for at += (last - at) % width; at < last; {
		at += copy(sentence[at:], story.Filler)
	}
}

// isOut tells whether something of a span of an article is left out.
func (a *Analysis) isOut(article int, span text.Span) bool {
	return strings.Contains(span.Of(a.Documents[article].Source), story.Filler)
}

// without returns ledgers without the entries that stand on what is left out.
func (a *Analysis) without(all *ledger.Ledgers) *ledger.Ledgers {
	l := &ledger.Ledgers{}
	a.quotationsOf(all, l)
	a.figuresOf(all, l)
	a.creditsOf(all, l)
	return l
}

// clear empties a span that something is left out of.
func (a *Analysis) clear(article int, spans ...*text.Span) {
	for _, s := range spans {
		if a.isOut(article, *s) {
			*s = text.Span{}
		}
	}
}

// renumbered gives entries their new indices: -1 to those that are out.
func renumbered(n int, out func(i int) bool) []int {
	index, next := make([]int, n), 0
	for i := range index {
		if out(i) {
			index[i] = -1
			continue
		}
		index[i] = next
		next++
	}
	return index
}

func (a *Analysis) quotationsOf(all, l *ledger.Ledgers) {
	list := all.Quotations
	index := renumbered(len(list), func(i int) bool { return a.isOut(list[i].Article, list[i].Span) })
	members := map[int]int{}
	for i, q := range list {
		if index[i] >= 0 {
			members[q.Group]++
		}
	}
	for i, q := range list {
		if index[i] < 0 {
			continue
		}
		a.clear(q.Article, &q.Speaker.Said, &q.Speaker.Name, &q.Speaker.Role, &q.Cue)
		if members[q.Group] < 2 {
			q.Group = 0
		}
		switch {
		case q.Base >= 0 && index[q.Base] < 0: // nothing to compare it with
			q.Base, q.Rendering, q.Changes = -1, ledger.Sole, nil
		case q.Base >= 0:
			q.Base = index[q.Base]
		}
		if q.Group == 0 && q.Base < 0 {
			q.Rendering = ledger.Sole
		}
		l.Quotations = append(l.Quotations, q)
	}
}

func (a *Analysis) figuresOf(all, l *ledger.Ledgers) {
	list := all.Figures
	index := renumbered(len(list), func(i int) bool { return a.isOut(list[i].Article, list[i].Span) })
	for i, f := range list {
		if index[i] >= 0 {
			a.clear(f.Article, &f.Noun, &f.Time)
			l.Figures = append(l.Figures, f)
		}
	}
	for _, set := range all.FigureSets {
		was := set
		set.Figures, set.Links = nil, nil
		for _, f := range was.Figures {
			if index[f] >= 0 {
				set.Figures = append(set.Figures, index[f])
			}
		}
		for _, k := range was.Links {
			if k.A, k.B = index[k.A], index[k.B]; k.A >= 0 && k.B >= 0 {
				set.Links = append(set.Links, k)
			}
		}
		if set.Base = index[was.Base]; set.Base >= 0 && len(set.Links) > 0 {
			l.FigureSets = append(l.FigureSets, set)
		}
	}
}

func (a *Analysis) creditsOf(all, l *ledger.Ledgers) {
	list := all.Credits
	index := renumbered(len(list), func(i int) bool { return a.isOut(list[i].Article, list[i].Span) })
	for i, c := range list {
		if index[i] >= 0 {
			l.Credits = append(l.Credits, c)
		}
	}
	for _, p := range all.PassageCredits {
		var kept []int
		for _, c := range p.Credits {
			if index[c] >= 0 {
				kept = append(kept, index[c])
			}
		}
		// Who credits it must be whole, or the rest would be wrong.
		if len(kept) == len(p.Credits) {
			p.Credits = kept
			l.PassageCredits = append(l.PassageCredits, p)
		}
	}
}
