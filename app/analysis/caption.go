package analysis

import (
	"strings"

	"samewire/app/ledger"
)

// longestCaption is how many words a paragraph that holds a picture's credit has
// at most if it is the picture's caption, and not an article without paragraphs.
const longestCaption = 120

// Captions tells for each paragraph of article i whether it is the caption of a
// picture, since it holds a picture's credit. Captions stand around an article's
// copy: their words count in no share. They are worked out once; the caller must
// not change them.
func (a *Analysis) Captions(i int) []bool {
	a.captioned.Do(func() { a.captions = a.findCaptions() })
	return a.captions[i]
}

func (a *Analysis) findCaptions() [][]bool {
	all := make([][]bool, len(a.Documents))
	for i, d := range a.Documents {
		all[i] = make([]bool, len(d.Paragraphs))
		for n, p := range d.Paragraphs {
			all[i][n] = a.Story.Excerpts && a.isOut(i, p.Span) && d.Source[p.End-1] == captionEnd
		}
	}
	if a.Ledgers == nil {
		return all // they aren't entered yet
	}
	for _, c := range a.Ledgers.Credits {
		if c.How != ledger.Photo || c.Len() == 0 {
			continue
		}
		d := a.Documents[c.Article]
		for n, p := range d.Paragraphs {
			// The same credit may stand under several pictures.
			if first, last := d.WordsIn(p.Span); last-first <= longestCaption && strings.Contains(p.Of(d.Source), a.Text(c.Place)) {
				all[c.Article][n] = true
			}
		}
	}
	return all
}

// inCaptions tells for each word of article i whether it is in a caption.
func (a *Analysis) inCaptions(i int) []bool {
	d := a.Documents[i]
	row := make([]bool, len(d.Words))
	for n, is := range a.Captions(i) {
		if is {
			mark(row, d, d.Paragraphs[n].Span)
		}
	}
	return row
}
