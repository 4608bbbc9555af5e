package lesson

import (
	"slices"

	"samewire/app/align"
	"samewire/app/collate"
)

// The length in words of a sentence to rewrite.
const (
	minRewriteWords = 10
	maxRewriteWords = 40
)

// rewrite asks for another wording of a sentence that outlets have worded in
// different ways.
func (m *maker) rewrite() {
	for i := range m.Passages {
		if m.full() {
			return
		}
		m.askRewrite(&m.Passages[i])
	}
}

// askRewrite asks for another wording of a passage's base.
func (m *maker) askRewrite(p *collate.Passage) {
	base, _, ok := m.sentence(p.Readings[p.Base].Place)
	if n := len(m.Words(base)); !ok || n < minRewriteWords || n > maxRewriteWords {
		return
	}
	var wordings []align.Place
	articles := []int{base.Article}
	for _, r := range p.Readings {
		whole, _, _ := m.sentences(r.Place)
		if slices.Contains(articles, r.Article) || m.isExcluded(whole) || m.similarity(base, whole) < sureSimilarity || len(m.Words(whole)) > 2*len(m.Words(base)) {
			continue
		}
		articles = append(articles, r.Article)
		if spelling(m.Words(base)) != spelling(m.Words(whole)) {
			wordings = append(wordings, whole)
		}
	}
	if len(wordings) == 0 {
		return
	}
	q, _, ok := m.start(Rewrite, base)
	if !ok {
		return
	}
	q.Exhibits = exhibits(base)
	x := q.Exhibits[0].Letter
	q.Prompt, q.Look = message("rewrite.prompt", "x", x), message("rewrite.look")
	q.Answer.Explain = []Message{message("rewrite.explain", "x", x, "a", m.outlet(base), "n", number(len(wordings)))}
	q.Answer.Places = wordings
	q.Difficulty = grade(len(m.Words(base)), 20, 30)
	m.add(q)
}
