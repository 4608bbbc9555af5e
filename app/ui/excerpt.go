package ui

import (
	"strings"

	"samewire/app/analysis"
	"samewire/app/story"
)

// gap stands where an excerpt leaves sentences out.
const gap = "[…]"

// Excerpts returns a story of the same articles in which of each article only
// the sentences of passages stand, with one sentence before and after them.
// What is left out is marked. An article that has no passage is reduced to the
// mark.
func Excerpts(a *analysis.Analysis) *story.Story {
	s := *a.Story
	s.Note = strings.TrimSpace(s.Note + " Excerpts: own copy is left out.")
	s.Articles = nil
	for i, article := range a.Story.Articles {
		article.Text = excerpt(a, i)
		s.Articles = append(s.Articles, article)
	}
	return &s
}

func excerpt(a *analysis.Analysis, i int) string {
	doc := a.Documents[i]
	shown := make([]bool, len(doc.Sentences))
	for _, p := range a.Passages {
		for _, r := range p.Readings {
			if r.Article != i {
				continue
			}
			for n, s := range doc.Sentences {
				if s.Overlap(r.Span) > 0 {
					for k := max(n-1, 0); k <= min(n+1, len(shown)-1); k++ {
						shown[k] = true
					}
				}
			}
		}
	}
	var paragraphs []string
	for _, p := range doc.Paragraphs {
		var b strings.Builder
		for n, s := range doc.Sentences {
			switch {
			case s.Overlap(p.Span) == 0:
			case !shown[n]:
				if !strings.HasSuffix(b.String(), gap) {
					b.WriteString(" " + gap)
				}
			default:
				b.WriteString(" " + strings.Join(strings.Fields(s.Of(doc.Source)), " "))
			}
		}
		text := strings.TrimSpace(b.String())
		if text != "" && (text != gap || len(paragraphs) == 0 || paragraphs[len(paragraphs)-1] != gap) {
			paragraphs = append(paragraphs, text)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}
