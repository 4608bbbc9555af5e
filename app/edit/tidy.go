package edit

// The lengths, in words, that decide what is worth keeping apart.
const (
	maxStranded = 2 // stop words between two edits that may join them
	minAround   = 5 // words that the two edits must have for each of these
	minBorder   = 3 // a common start or end that two blocks leave standing
	minQuoted   = 5 // a common run within two blocks that they leave standing
)

// tidy makes the hunks of a shortest script into ones that read like an
// editor's corrections. The hunks stay in order and apart; what they leave out
// is still the same in both texts.
func tidy(hunks []hunk, a, b []token) []hunk {
	t := tidier{a, b}
	return t.blocks(t.pairs(t.slide(t.absorb(t.gather(hunks)))))
}

// tidier holds the two texts whose hunks are tidied.
type tidier struct{ a, b []token }

// gather moves insertions and deletions that can touch a neighbour up to it
// and joins the two: one correction in place of two.
func (t tidier) gather(hunks []hunk) []hunk {
	for i := 0; i < len(hunks); i++ {
		left, right := t.room(hunks, i)
		switch {
		case i > 0 && left == hunks[i].a0-hunks[i-1].a1:
			hunks[i-1] = hunks[i-1].through(hunks[i].moved(-left))
		case i+1 < len(hunks) && right == hunks[i+1].a0-hunks[i].a1:
			hunks[i+1] = hunks[i].moved(right).through(hunks[i+1])
		default:
			continue
		}
		hunks = append(hunks[:i], hunks[i+1:]...)
		i = max(i-2, -1) // the joined hunk may move in its turn
	}
	return hunks
}

// room returns how many tokens hunk i can be moved to the left and to the
// right without changing what it does: inserting "cat and the" before "dog" is
// inserting "the cat and" one word earlier. Only insertions and deletions can
// move.
func (t tidier) room(hunks []hunk, i int) (left, right int) {
	h := hunks[i]
	if !h.insertion() && !h.deletion() {
		return 0, 0
	}
	tokens, from, to := t.b, h.b0, h.b1
	if h.deletion() {
		tokens, from, to = t.a, h.a0, h.a1
	}
	before, after := h.a0, len(t.a)-h.a1
	if i > 0 {
		before -= hunks[i-1].a1
	}
	if i+1 < len(hunks) {
		after = hunks[i+1].a0 - h.a1
	}
	for left < before && tokens[from-1-left].Fold == tokens[to-1-left].Fold {
		left++
	}
	for right < after && tokens[from+right].Fold == tokens[to+right].Fold {
		right++
	}
	return left, right
}

// absorb joins hunks between which only stop words are left.
func (t tidier) absorb(hunks []hunk) []hunk {
	out := hunks[:0]
	for _, h := range hunks {
		for len(out) > 0 && t.stranded(out[len(out)-1], h) {
			h = out[len(out)-1].through(h)
			out = out[:len(out)-1]
		}
		out = append(out, h)
	}
	return out
}

// stranded tells whether the words between two hunks are better given up: one
// or two stop words inside a clause, few beside the words that are replaced on
// either side of them. An insertion, a deletion and a word put for another one
// are read at a glance and stay apart.
func (t tidier) stranded(h, next hunk) bool {
	n := next.a0 - h.a1
	if n > maxStranded || n*minAround > h.size()+next.size() || h.simple() || next.simple() {
		return false
	}
	for i := 0; i <= n; i++ {
		if i < n && !t.a[h.a1+i].Stop ||
			boundaryAt(t.a, h.a1+i) >= clause || boundaryAt(t.b, h.b1+i) >= clause {
			return false
		}
	}
	return true
}

// slide moves insertions and deletions to where a phrase begins and ends.
func (t tidier) slide(hunks []hunk) []hunk {
	for i := range hunks {
		left, right := t.room(hunks, i)
		// One word always stays between two hunks.
		if i > 0 {
			left = min(left, hunks[i].a0-hunks[i-1].a1-1)
		}
		if i+1 < len(hunks) {
			right = min(right, hunks[i+1].a0-hunks[i].a1-1)
		}
		best := hunks[i].moved(-left)
		for by := 1 - left; by <= right; by++ {
			if h := hunks[i].moved(by); t.fit(h) >= t.fit(best) {
				best = h
			}
		}
		hunks[i] = best
	}
	return hunks
}

// fit rates the place of an insertion or a deletion. Phrases of English begin
// with a stop word and do not end with one.
func (t tidier) fit(h hunk) int {
	tokens, from, to, at := t.b, h.b0, h.b1, boundaryAt(t.a, h.a0)
	if h.deletion() {
		tokens, from, to, at = t.a, h.a0, h.a1, boundaryAt(t.b, h.b0)
	}
	fit := 2 * int(boundaryAt(tokens, from)+boundaryAt(tokens, to)+at)
	if tokens[from].Stop {
		fit++
	}
	if tokens[to-1].Stop {
		fit--
	}
	return fit
}

// blocks makes two blocks of what lies between substantial common runs where
// two thirds or more of the words changed: a few scattered words in common are
// chance, and would only be in the way. A text that merely grew round the
// other one, and so keeps half of the shorter one's words, is left as it is.
func (t tidier) blocks(hunks []hunk) []hunk {
	kept := len(t.a)
	for _, h := range hunks {
		kept -= h.a1 - h.a0
	}
	words := len(t.a) + len(t.b)
	if 3*(words-2*kept) < 2*words || 2*kept >= min(len(t.a), len(t.b)) {
		return hunks
	}
	out := hunks[:0]
	for i, h := range hunks {
		switch {
		case i == 0 && !t.substantial(0, h.a0, minBorder):
			h.a0, h.b0 = 0, 0
		case i > 0 && !t.substantial(out[len(out)-1].a1, h.a0, minQuoted):
			h = out[len(out)-1].through(h)
			out = out[:len(out)-1]
		}
		out = append(out, h)
	}
	last := &out[len(out)-1]
	if !t.substantial(last.a1, len(t.a), minBorder) {
		last.a1, last.b1 = len(t.a), len(t.b)
	}
	return out
}

// substantial tells whether a run of the first text has at least n words and
// is more than stop words.
func (t tidier) substantial(from, to, n int) bool {
	if to-from < n {
		return false
	}
	for _, w := range t.a[from:to] {
		if !w.Stop {
			return true
		}
	}
	return false
}

// moved returns the hunk so many tokens further on.
func (h hunk) moved(by int) hunk { return hunk{h.a0 + by, h.a1 + by, h.b0 + by, h.b1 + by} }

// through returns the hunk from the start of h to the end of next.
func (h hunk) through(next hunk) hunk { return hunk{h.a0, next.a1, h.b0, next.b1} }
