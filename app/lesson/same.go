package lesson

import (
	"slices"
	"strings"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/text"
)

// The limits of sentences that are called the same, or two different things.
const (
	minSameWords   = 8
	maxSameWords   = 45
	surelySame     = 0.97 // similarity
	minSame        = 0.65 // share of a sentence's content words that have a link in one that is the same
	minCovered     = 0.6  // and in its counterpart
	maxWordForWord = 0.93 // share of words kept; above, there is nothing to ask
	maxNearMiss    = 0.3  // share of content words, names and figures aside, that near misses share
	maxMore        = 2    // content words in a row that only one has: three may tell something else
	maxApart       = 8    // passages between two near misses in the list
	minBetween     = 2    // sentences from a near miss to what it isn't
	maxOfPassage   = 2
	opening        = 2 // sentences at the beginning of an article, which sum it up
)

// same asks whether two sentences tell the same.
func (m *maker) same() {
	for i := range m.Passages {
		if len(m.listed) >= maxOfKind/2 || m.ctx.Err() != nil {
			break
		}
		asked := 0
		m.readingPairs(&m.Passages[i], func(p, q align.Place) bool {
			if m.sameTold(p, q) {
				asked++
			}
			return asked < maxOfPassage
		})
	}
	for i := range m.Passages {
		for j := max(0, i-maxApart); j < i; j++ {
			if m.full() {
				return
			}
			m.nearMisses(&m.Passages[j], &m.Passages[i])
		}
	}
}

// sentence returns the one sentence that a reading covers nearly whole, and its
// index.
func (m *maker) sentence(p align.Place) (align.Place, int, bool) {
	whole, first, last := m.sentences(p)
	all, have := m.Words(whole), m.Words(p)
	ok := last == first+1 && 10*len(have) >= 9*len(all) && len(all) >= minSameWords && len(all) <= maxSameWords && m.isProse(whole) && isBalanced(m.Text(whole))
	return whole, first, ok
}

// isBalanced tells whether every quotation that begins in a text ends there.
func isBalanced(s string) bool {
	return strings.Count(s, "\"")%2 == 0 && strings.Count(s, "“") == strings.Count(s, "”")
}

// sameTold asks about two sentences that tell the same in other words.
func (m *maker) sameTold(p, q align.Place) bool {
	p, _, okP := m.sentence(p)
	q, _, okQ := m.sentence(q)
	if !okP || !okQ || m.similarity(p, q) < surelySame {
		return false
	}
	a, b := m.Words(p), m.Words(q)
	kind, kept := align.Classify(a, b)
	if kind == align.Verbatim || kept > maxWordForWord || soundAlike(a, b) || !coverEachOther(a, b, minSame) || !agree(a, b) || otherNames(a, b) || tellsMore(a, b) || eachTellsMore(a, b) {
		return false
	}
	question, r, ok := m.start(Same, p, q)
	if !ok {
		return false
	}
	if r.below(2) == 1 {
		p, q = q, p
	}
	m.askSame(question, p, q, 0, grade(int(10*(1-kept)), 2, 4))
	keep, _ := sharedWords(a, b)
	e := question.Exhibits
	question.Answer.Explain = []Message{message("same.explain.yes", "x", e[0].Letter, "a", m.outlet(p), "y", e[1].Letter, "b", m.outlet(q), "n", counted(keep))}
	m.add(question)
	return true
}

// askSame fills in a question of this kind.
func (m *maker) askSame(q *Question, x, y align.Place, answer, difficulty int) {
	q.Exhibits = exhibits(x, y)
	q.Prompt = message("same.prompt", "x", q.Exhibits[0].Letter, "y", q.Exhibits[1].Letter)
	q.Look = message("same.look")
	q.Items = []int{-1}
	q.Options = []Option{{Message: message("same.yes")}, {Message: message("same.no")}}
	q.Answer.Choices = []int{answer}
	q.Difficulty = difficulty
	q.about = q.Options[answer].Key
}

// sharedWords counts the words that stand in both wordings, and returns their
// stems.
func sharedWords(a, b []text.Word) (int, []string) {
	var stems []string
	n := 0
	used := make([]bool, len(b))
	for _, w := range a {
		for j := range b {
			if !used[j] && b[j].Fold == w.Fold {
				used[j] = true
				n++
				stems = append(stems, w.Stem)
				break
			}
		}
	}
	return n, stems
}

// nearMisses asks about a sentence of one passage and one of another that share
// names or figures.
func (m *maker) nearMisses(one, other *collate.Passage) {
	for _, r := range one.Readings {
		for _, s := range other.Readings {
			if !m.rivals(r.Article, s.Article) {
				continue
			}
			// What each of them tells must stand in the other's article too.
			mine := slices.IndexFunc(other.Readings, func(x collate.Reading) bool { return x.Article == r.Article })
			theirs := slices.IndexFunc(one.Readings, func(x collate.Reading) bool { return x.Article == s.Article })
			if mine >= 0 && theirs >= 0 && m.nearMiss(r.Place, s.Place, other.Readings[mine].Place, one.Readings[theirs].Place) {
				return
			}
		}
	}
}

// nearMiss asks about p and q, where q's counterpart in p's article is mine and
// p's in q's article is theirs.
func (m *maker) nearMiss(p, q, mine, theirs align.Place) bool {
	p, atP, okP := m.sentence(p)
	q, atQ, okQ := m.sentence(q)
	if !okP || !okQ || min(atP, atQ) < opening {
		return false
	}
	_, from, to := m.sentences(mine)
	_, from2, to2 := m.sentences(theirs)
	if apart(atP, from, to) < minBetween || apart(atQ, from2, to2) < minBetween ||
		m.similarity(p, theirs) < sureSimilarity || m.similarity(mine, q) < sureSimilarity || m.similarity(p, q) > 0 ||
		!coverEachOther(m.Words(p), m.Words(theirs), minCovered) || !coverEachOther(m.Words(mine), m.Words(q), minCovered) {
		return false
	}
	shared, ok := m.nearlyAlike(p, q, mine, theirs)
	if !ok {
		return false
	}
	question, r, ok := m.start(Same, p, q)
	if !ok {
		return false
	}
	elsewhere := [2]align.Place{theirs, mine}
	if r.below(2) == 1 {
		p, q = q, p
		elsewhere[0], elsewhere[1] = mine, theirs
	}
	m.askSame(question, p, q, 1, 2)
	x, y := question.Exhibits[0].Letter, question.Exhibits[1].Letter
	question.Answer.Explain = []Message{
		message("same.explain.no", "x", x, "a", m.outlet(p), "y", y, "b", m.outlet(q), "shared", shared),
		message("same.elsewhere", "x", x, "y", y, "words", m.oneLine(elsewhere[0].Article, elsewhere[0].Span)),
		message("same.elsewhere", "x", y, "y", x, "words", m.oneLine(elsewhere[1].Article, elsewhere[1].Span)),
	}
	question.Answer.Places = elsewhere[:]
	m.add(question)
	return true
}

// apart returns how many sentences lie from sentence i to those from first to
// last.
func apart(i, first, last int) int { return max(first-i, i-last+1) }

// nearlyAlike tells whether p and q share a name or a figure but little else,
// and less than each shares with its own counterpart; it returns what is shared.
func (m *maker) nearlyAlike(p, q, mine, theirs align.Place) (string, bool) {
	a, b := m.Words(p), m.Words(q)
	content, of := 0, 0
	for i, w := range a {
		if w.Stop || isNamed(a, i) {
			continue
		}
		of++
		if hasStem(b, w.Stem) {
			content++
		}
	}
	shared := m.run(p, sharedName(a, b))
	links := len(align.SureLinks(a, b))
	own := min(len(align.SureLinks(a, m.Words(theirs))), len(align.SureLinks(m.Words(mine), b)))
	shared = strings.TrimSuffix(strings.TrimSuffix(shared, "’s"), "'s")
	return shared, shared != "" && !sharesNumber(a, b) && content <= 3 && float64(content) <= maxNearMiss*float64(of) && 2*links < own
}

// sharesNumber tells whether two sentences have a number in common: they may tell
// of it in two ways then.
func sharesNumber(a, b []text.Word) bool {
	return slices.ContainsFunc(a, func(w text.Word) bool { return w.Digit && hasStem(b, w.Stem) })
}

// isNamed tells whether word i of a sentence is a number or part of a name.
func isNamed(words []text.Word, i int) bool {
	w := &words[i]
	return w.Digit || w.Capital && i > 0 && !w.Stop
}

// sharedName returns the longest run of names and numbers in a that stands in b
// too, unless it is a part of two other names there ("White House", "House
// Committee") or no more than a day of the week.
func sharedName(a, b []text.Word) []text.Word {
	var best []text.Word
	for i := range a {
		for j := range b {
			n := 0
			for i+n < len(a) && j+n < len(b) && isNamed(a, i+n) && isNamed(b, j+n) && a[i+n].Fold == b[j+n].Fold {
				n++
			}
			if n > len(best) && !isOfOthers(a, i, n, b, j) && !(n == 1 && isOneOf(weekdays, a[i].Fold)) {
				best = a[i : i+n]
			}
		}
	}
	return best
}

// isOfOthers tells whether a run of n words at a[i] and b[j] goes on in either
// as another name.
func isOfOthers(a []text.Word, i, n int, b []text.Word, j int) bool {
	named := func(words []text.Word, i int) bool {
		return i >= 0 && i < len(words) && isNamed(words, i) && !words[i].Digit
	}
	onA, onB := named(a, i+n), named(b, j+n)
	return onA && onB || named(a, i-1) && onB || onA && named(b, j-1)
}
