package ledger

import (
	"cmp"
	"slices"
	"strings"

	"samewire/app/sorting"
)

const (
	minQuotedOverlap  = 8    // words in common by which two quotations that share less than half are one
	minQuotedRow      = 6    // words in a row behind one that has another form
	minQuotedChanged  = 7    // words of a quotation to be compared with one of other words
	minQuotedContent  = 4    // of these, content words kept
	minQuotedKept     = 0.65 // share of the words that a changed quotation keeps
	keptByThem        = 0.5  // the same in one passage, by the same speaker
	keptThere         = 0.55 // the same in one passage, by a speaker who isn't named
	minQuotedConflict = 8    // words in common to be one in spite of different speakers
	maxQuotedPosting  = 32   // groups looked up by one run of words
	minQuotedRuns     = 2    // runs of words in common with a longer quotation to be compared with it
	maxGroupsTried    = 4    // groups compared with one quotation
	maxWordings       = 6    // wordings of a group tried as its base
	minQuotedBrief    = 5    // words of one speaker's quotation to be compared with one that differs in one place
	maxQuotedBrief    = 2    // words by which they differ
	keptForChange     = 2    // words that a quotation must keep more of a group to belong there in spite of one more change
	minQuotedNearly   = 10   // words of a quotation that is the same if nearly all are
	shareQuotedNearly = 0.8  // share of these, if what differs stands inside
	shareQuotedAll    = 0.9  // the same, if it needn't
	minQuotedUnnamed  = 12   // words of a changed quotation to be the same if neither speaker nor passage says so
)

// quotationGroup is quotations of the same words; the first is the longest.
type quotationGroup struct{ members []*quoted }

// shingle is a run of up to three words by their numbers.
type shingle [3]int32

// quotationIndex finds the groups that have some words in common with a
// quotation.
type quotationIndex struct {
	postings map[shingle][]int32
	shared   []int32 // by group: runs in common with the quotation at hand
}

// group joins quotations of the same words. The longest come first and found
// groups; each other is compared with the groups that share most runs of words
// with it, and joins the one of which it keeps most with the fewest changes.
func (l *quotationLedger) group() {
	total := 0
	for _, q := range l.list {
		l.keyOf(q)
		total += len(q.words)
	}
	order := slices.Clone(l.list)
	sorting.By(order, func(a, b *quoted) int {
		return cmp.Or(len(b.words)-len(a.words), strings.Compare(a.key, b.key),
			strings.Compare(l.docs[a.Article].Source, l.docs[b.Article].Source), a.Start-b.Start)
	})
	ix := quotationIndex{postings: make(map[shingle][]int32, total)}
	for _, q := range order {
		runs := shingles(q.words)
		best := 0
		for _, g := range ix.nearest(runs) {
			first := l.groups[g].members[0]
			c := compareWords(first.words, q.words)
			if gain := c.kept - keptForChange*len(c.hunks); (q.group == nil || gain > best) && l.sameQuotation(first, q, &c) {
				q.group, best = l.groups[g], gain
			}
		}
		if q.group == nil {
			q.group = &quotationGroup{}
			ix.add(runs, len(l.groups))
			l.groups = append(l.groups, q.group)
		}
		q.group.members = append(q.group.members, q)
	}
	l.joinHalves()
	l.joinFragments()
	for _, g := range l.groups {
		l.settle(g)
	}
	for _, q := range order {
		l.joinSettled(q, &ix)
	}
}

// joinSettled adds a quotation that stands alone to the group whose base it
// compares best with: the base is another wording than the longest, that it was
// compared with before.
func (l *quotationLedger) joinSettled(q *quoted, ix *quotationIndex) {
	if q.base != nil || q.Rendering != Sole || q.group != nil && !slices.Contains(q.group.members, q) {
		return // it is a half of another now
	}
	var with wordComparison
	var to *quoted
	best := 0
	for _, i := range ix.nearest(shingles(q.words)) {
		g := l.groups[i]
		at := slices.IndexFunc(g.members, func(m *quoted) bool { return m.Rendering == Fullest })
		if at < 0 || g == q.group || slices.ContainsFunc(g.members, func(m *quoted) bool { return m.Article == q.Article }) {
			continue
		}
		c := compareWords(g.members[at].words, q.words)
		if gain := c.kept - keptForChange*len(c.hunks); (to == nil || gain > best) && l.sameQuotation(g.members[at], q, &c) {
			with, to, best = c, g.members[at], gain
		}
	}
	if to != nil {
		q.group, q.base = to.group, to
		q.Rendering, q.Changes = with.rendering(to.words, q.words), with.changes(to.words, q.words)
		to.group.members = append(to.group.members, q)
	}
}

// shingles returns the runs of three words that hold a content word, or all
// the words if there are fewer, without the function words before them.
func shingles(words []quotedWord) []shingle {
	start := 0
	for start < len(words)-1 && words[start].Stop {
		start++
	}
	var runs []shingle
	if n := len(words) - start; n < 3 && n > 0 {
		s := shingle{words[start].id}
		if n == 2 {
			s[1] = words[start+1].id
		}
		runs = append(runs, s)
	}
	for i := 0; i+3 <= len(words); i++ {
		x, y, z := &words[i], &words[i+1], &words[i+2]
		if !x.Stop || !y.Stop || !z.Stop {
			runs = append(runs, shingle{x.id, y.id, z.id})
		}
		if !y.Stop && !z.Stop {
			runs = append(runs, shingle{y.id, z.id})
		}
	}
	return runs
}

func (ix *quotationIndex) add(runs []shingle, group int) {
	for _, s := range runs {
		if p := ix.postings[s]; len(p) < maxQuotedPosting && (len(p) == 0 || p[len(p)-1] != int32(group)) {
			ix.postings[s] = append(p, int32(group))
		}
	}
	ix.shared = append(ix.shared, 0)
}

// nearest returns the groups that share most runs, at most maxTried.
func (ix *quotationIndex) nearest(runs []shingle) []int32 {
	var found []int32
	for _, s := range runs {
		for _, g := range ix.postings[s] {
			if ix.shared[g] == 0 {
				found = append(found, g)
			}
			ix.shared[g]++
		}
	}
	sorting.By(found, func(a, b int32) int { return cmp.Or(int(ix.shared[b]-ix.shared[a]), int(a-b)) })
	n := 0
	for _, g := range found {
		if n < maxGroupsTried && int(ix.shared[g]) >= min(minQuotedRuns, len(runs)) {
			n++
		}
		ix.shared[g] = 0
	}
	return found[:n]
}

// sameQuotation tells whether a comparison shows two printings of the same
// words. Short wordings are so only in the mouth of the same speaker, and in one
// passage half of the words are enough there.
func (l *quotationLedger) sameQuotation(base, q *quoted, c *wordComparison) bool {
	n := c.compared
	if c.kept >= minQuotedBrief && 2*c.kept >= max(len(base.words), len(q.words)) && l.carried.together(base, q) {
		if same, _ := l.speakers(base, q); same {
			return true
		}
	}
	if n == 0 || c.content == 0 || 2*n < min(len(q.words), len(base.words)) && n < minQuotedOverlap {
		return false
	}
	same, differ := l.speakers(base, q)
	if len(c.hunks) == 0 {
		whole := c.content == contentOf(base.words) && c.content == contentOf(q.words)
		switch {
		case whole && l.carried.together(base, q):
			return true
		case differ:
			return n >= minQuotedConflict
		case same || l.carried.together(base, q):
			return same || n > 1 && (n >= minQuotedBrief || c.rendering(base.words, q.words) != Partly)
		case whole:
			return n > 1 && base.Cue.Len() > 0 && q.Cue.Len() > 0
		}
		return n >= minQuotedOverlap && c.content >= 2
	}
	together := l.carried.together(base, q)
	span := float64(max(n, c.a1-c.a0))
	switch kept := float64(c.kept) + 1e-9; {
	case !together || differ:
	case same && c.kept >= minQuotedBrief && c.content >= minQuotedBrief-2 && kept >= keptByThem*span,
		c.kept >= minQuotedChanged && c.content >= minQuotedContent && kept >= keptThere*span,
		c.kept >= minQuotedOverlap && c.content >= minQuotedContent-1 && kept >= minQuotedKept*span:
		return true
	}
	if l.sameFragment(base, q, c) || !differ && c.bendsOne(base.words, q.words) {
		return true
	}
	if (same || together && !differ) && len(c.hunks) == 1 && n >= minQuotedBrief && c.content >= minQuotedBrief-2 && c.hunks[0].brief(base.words, q.words, together) {
		return true
	}
	if nearly := float64(c.kept) / float64(n); !differ && n >= minQuotedNearly && c.content >= 2 && (nearly >= shareQuotedAll || nearly >= shareQuotedNearly && c.inside()) {
		return true
	}
	if n < minQuotedUnnamed && !together && (!same || c.atEnds(base.words, q.words)) {
		return false
	}
	longer := n
	if c.omissions == 0 {
		longer = max(n, c.a1-c.a0)
	}
	kept := float64(c.kept) >= minQuotedKept*float64(longer)-1e-9
	return kept && !differ && n >= minQuotedChanged && c.content >= minQuotedContent
}

// bendsOne tells whether the second wording begins with another form of a word of
// the base, "setting" for "set", and goes on as the base does for many words.
func (c *wordComparison) bendsOne(a, b []quotedWord) bool {
	if len(c.hunks) != 1 || c.kept < minQuotedRow || c.content < minQuotedContent {
		return false
	}
	h := c.hunks[0]
	return h.b0 == 0 && h.b1 == 1 && h.a1 > 0 && h.a1-h.a0 <= 1 && a[h.a1-1].Stem == b[0].Stem
}

// inside tells whether some words in common stand before and after each that
// differ.
func (c *wordComparison) inside() bool {
	const around = 3
	return !slices.ContainsFunc(c.hunks, func(h quotedHunk) bool { return h.b0-c.b0 < around || c.b1-h.b1 < around })
}

// atEnds tells whether all that differs stands at an end of both wordings: they
// may be two sayings that share a phrase.
func (c *wordComparison) atEnds(a, b []quotedWord) bool {
	return !slices.ContainsFunc(c.hunks, func(h quotedHunk) bool {
		return !(h.a0 == 0 && h.b0 == 0 || h.a1 == len(a) && h.b1 == len(b))
	})
}

// brief tells whether two words at most differ, function words unless one
// passage carries both.
func (h quotedHunk) brief(a, b []quotedWord, together bool) bool {
	from, to := a[h.a0:h.a1], b[h.b0:h.b1]
	return max(len(from), len(to)) <= maxQuotedBrief && (together || contentOf(from)+contentOf(to) == 0)
}

// contentOf counts the words that aren't function words.
func contentOf(words []quotedWord) int {
	n := 0
	for i := range words {
		if !words[i].Stop {
			n++
		}
	}
	return n
}

// settle chooses the base of a group, compares its members with it and lets go
// of those that don't compare.
func (l *quotationLedger) settle(g *quotationGroup) {
	if !l.acrossArticles(g.members) {
		for _, q := range g.members {
			q.group = nil
		}
		return
	}
	base := l.chooseBase(g)
	var kept []*quoted
	full := make(map[int]bool)
	for _, q := range g.members {
		c := compareWords(base.words, q.words)
		if q != base && !l.sameQuotation(base, q, &c) {
			q.group = nil
			continue
		}
		q.base, q.Rendering = base, c.rendering(base.words, q.words)
		q.Changes = c.changes(base.words, q.words)
		if q == base {
			q.base, q.Rendering = nil, Fullest
		}
		full[q.Article] = full[q.Article] || q.Rendering <= Alike
		kept = append(kept, q)
	}
	g.members = slices.DeleteFunc(kept, func(q *quoted) bool {
		// A part of what the same article prints in full is no cut, nor what is said
		// there once more in other words an altered quotation.
		again := q.Rendering == Alike && q.Article == base.Article || full[q.Article] && (q.Rendering == Cut || q.Rendering == Altered || q.Rendering == Partly)
		if again {
			q.group, q.base, q.Rendering, q.Changes = nil, nil, Sole, nil
		}
		return again
	})
	if !l.acrossArticles(g.members) {
		for _, q := range g.members {
			q.group, q.base, q.Rendering, q.Changes = nil, nil, Sole, nil
		}
	}
}

func (l *quotationLedger) acrossArticles(members []*quoted) bool {
	return slices.ContainsFunc(members, func(q *quoted) bool { return q.Article != members[0].Article })
}

// chooseBase returns the member with which most compare, most of them without
// changed words and without more than it has; then the longest.
func (l *quotationLedger) chooseBase(g *quotationGroup) *quoted {
	counts := make(map[string]int)
	var wordings []*quoted
	for _, q := range g.members {
		if counts[q.key] == 0 && len(wordings) < maxWordings {
			wordings = append(wordings, q)
		}
		counts[q.key]++
	}
	best, most := wordings[0], -1
	for _, base := range wordings {
		score := 0
		for _, q := range wordings {
			c := compareWords(base.words, q.words)
			switch {
			case !l.sameQuotation(base, q, &c):
			case c.rendering(base.words, q.words) == Partly:
				score += 500 * counts[q.key] // a base that has all of it tells more
			case c.rendering(base.words, q.words) == Bracketed && slices.ContainsFunc(base.words, func(w quotedWord) bool { return w.bracketed }):
				score += 998 * counts[q.key] // it is marked as changed itself
			case len(c.hunks) == 0 && c.brackets == 0 && len(q.words) <= len(base.words):
				score += 1001 * counts[q.key]
			default:
				score += 1000 * counts[q.key]
			}
		}
		if score > most {
			best, most = base, score
		}
	}
	return best
}
