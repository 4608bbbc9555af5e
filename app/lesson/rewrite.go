package lesson

import (
	"slices"
	"strings"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/ledger"
	"samewire/app/text"
)

// The length in words of a sentence to rewrite.
const (
	minRewriteWords = 10
	maxRewriteWords = 40
	maxSameWording  = 0.9  // share of words kept; above, an outlet hardly worded it anew
	minWordedAnew   = 0.65 // share of content words with a link; below, it may tell something else
)

// rewrite asks for another wording of a sentence that outlets have worded in
// different ways.
func (m *maker) rewrite() {
	for i := range m.Passages {
		if m.full() {
			return
		}
		p := &m.Passages[i]
		list := p.Readings[:min(len(p.Readings), maxPaired)]
		if m.askRewrite(p, p.Readings[p.Base].Place) {
			continue
		}
		for _, r := range list { // each other reading may be a sentence of its own where the base is none
			if m.askRewrite(p, r.Place) {
				break
			}
		}
	}
}

// askRewrite asks for another wording of one reading of a passage, and tells
// whether it can be asked for.
func (m *maker) askRewrite(p *collate.Passage, of align.Place) bool {
	base, _, ok := m.sentence(of)
	if n := len(m.Words(base)); !ok || n < minRewriteWords || n > maxRewriteWords || isQuoted(m.Text(base)) || m.hasDateline(base) {
		return false
	}
	var wordings []align.Place
	outlets := []string{m.outlet(base)}
	for _, r := range p.Readings {
		whole, _, _ := m.sentences(r.Place)
		if slices.Contains(outlets, m.outlet(whole)) || m.isExcluded(whole) || m.similarity(base, whole) < sureSimilarity || len(m.Words(whole)) > 2*len(m.Words(base)) {
			continue
		}
		outlets = append(outlets, m.outlet(whole))
		if m.isWordedAnew(base, whole) {
			wordings = append(wordings, whole)
		}
	}
	if len(wordings) == 0 {
		return false
	}
	q, _, ok := m.start(Rewrite, base)
	if !ok {
		return false
	}
	q.Exhibits = exhibits(base)
	x := q.Exhibits[0].Letter
	q.Prompt, q.Look = message("rewrite.prompt", "x", x), message("rewrite.look")
	q.Answer.Explain = []Message{message("rewrite.explain", "x", x, "a", m.outlet(base), "n", counted(len(wordings)))}
	q.Answer.Places = wordings
	q.Difficulty = grade(len(m.Words(base)), 20, 30)
	m.add(q)
	return true
}

// hasDateline tells whether a place begins with a dateline: it isn't part of what
// the sentence says.
func (m *maker) hasDateline(p align.Place) bool {
	return slices.ContainsFunc(m.Ledgers.Credits, func(c ledger.Credit) bool {
		return c.How == ledger.Dateline && c.Article == p.Article && c.Overlap(p.Span) > 0
	})
}

// isWordedAnew tells whether q is p in other words: each has some that the other
// lacks, so nothing was only left out or put in front. Nor has it another figure
// or name in place of p's, or tells something else besides, and it is no headline.
func (m *maker) isWordedAnew(p, q align.Place) bool {
	a, b := m.Words(p), m.Words(q)
	kind, kept := align.Classify(a, b)
	return kind != align.Verbatim && kept <= maxSameWording && m.isProse(q) && !otherNames(a, b) && !eachTellsMore(a, b) && coverEachOther(a, b, minWordedAnew) &&
		saysElse(a, b) && saysElse(b, a) && !isNotice(m.Text(q)) && !(lacks(a, b, isFigure) && lacks(b, a, isFigure))
}

func isPlain(w text.Word) bool {
	return !w.Stop && !w.Capital && !w.Digit && !isOneOf(sayings, w.Fold)
}

func isFigure(w text.Word) bool { return w.Digit }

// lacks tells whether a has some word of a sort that b hasn't.
func lacks(a, b []text.Word, sort func(text.Word) bool) bool {
	return slices.ContainsFunc(a, func(w text.Word) bool { return sort(w) && !hasStem(b, w.Stem) })
}

// saysElse tells whether a has some plain word that b hasn't, not even run
// together with another: "well being", "wellbeing".
func saysElse(a, b []text.Word) bool {
	run := letters(b)
	return lacks(a, b, func(w text.Word) bool { return isPlain(w) && !strings.Contains(run, w.Fold) })
}

// isQuoted tells whether a text is somebody's words from its first to its last.
func isQuoted(s string) bool {
	return strings.IndexAny(s, "\"“") == 0 && strings.ContainsAny(s[max(0, len(s)-4):], "\"”")
}
