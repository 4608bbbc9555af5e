package ledger

import "strings"

// mainSubject returns the subject of the sentence that begins with word lo, and
// the word after it.
func (r *quotationReader) mainSubject(lo, hi int) (Speaker, int, bool) {
	hi = min(hi, lo+maxClause)
	i := r.afterDateline(lo, hi)
	for skipped := 0; i < hi && (r.is(i, cueBreak|cuePreposition|cueSkip|cueParticiple) || i == lo && r.isDoing(i)) && !r.is(i, cueDeterminer); skipped++ {
		if f := r.Words[i].Fold; f == "and" || f == "but" || f == "so" || f == "yet" || f == "or" {
			i++
			continue
		}
		for i++; i < hi && !strings.Contains(r.gap(i), ","); i++ {
		}
		if skipped == 3 {
			return Speaker{}, 0, false
		}
	}
	if i >= hi || r.quoted[i] {
		return Speaker{}, 0, false
	}
	if r.is(i, cuePronoun) {
		return r.pronoun(i), i + 1, true
	}
	end := 0
	for j := i; j < hi && j < i+maxSubject && !r.quoted[j] && (j == i || r.joined(j)); j++ {
		if r.name(j) && !r.is(j, cueDate) || r.is(j, cueHolder) {
			if end > 0 && j-end > 0 && !r.is(j, cueHolder) && !r.is(j-1, cueHolder|cueTitle) && r.gap(j-1) != "-" && !nameParticle(r.Words[j-1].Fold) {
				break
			}
			end = j + 1
		} else if r.gap(j) == "-" && j > i && r.is(j-1, cueHolder|cueTitle) {
			continue // "president-elect"
		} else if r.is(j, cueBreak|cueVerb|cuePreposition|cuePassive) || j-max(end, i) > 3 || end > 0 && !nameParticle(r.Words[j].Fold) && !r.possessive(end-1) {
			break
		}
	}
	if end == 0 || r.possessive(end-1) {
		return Speaker{}, 0, false
	}
	if end == i+1 && r.Words[i].Capital && !r.proper[r.surname(i)] && !r.is(i, cueHolder) && i == lo {
		return Speaker{}, 0, false // a capital only because it begins the sentence
	}
	if r.is(i, cueDeterminer) && r.name(end-1) && end < hi && r.joined(end) && !r.Words[end].Stop && !r.is(end, cueVerb|cueParticiple|cueBreak|cuePreposition|cuePassive|cueSkip) {
		return Speaker{}, 0, false // "the harbour's Open champion"
	}
	s, ok := r.phrase(i, end)
	return s, end, ok
}

// isDoing tells whether word w, which begins a sentence, is a participle rather than
// a name: "Addressing Smith, he said".
func (r *quotationReader) isDoing(w int) bool {
	return strings.HasSuffix(r.Words[w].Fold, "ing") && w+1 < len(r.Words) && r.name(w+1) && !r.is(w, cueTitle|cueHolder) && !r.proper[r.Words[w].Fold]
}

// afterDateline returns the word after a dateline that begins with word lo:
// "PARIS (AP) —", "OSLO, Norway, March 3 –".
func (r *quotationReader) afterDateline(lo, hi int) int {
	for w := lo + 1; w < hi && w <= lo+maxSubject; w++ {
		if gap := r.gap(w); strings.HasPrefix(gap, ")") && strings.ContainsAny(gap, "-–—") {
			return w
		}
	}
	if !shouted(r.Words[lo].Of(r.Source)) {
		return lo
	}
	for w := lo + 1; w < hi && w <= lo+maxSubject; w++ {
		switch gap := strings.TrimSpace(r.gap(w)); {
		case gap == "-" || gap == "–" || gap == "—" || gap == "--":
			return w
		case !r.Words[w].Capital && !r.Words[w].Digit && !r.Words[w].Stop:
			return lo
		}
	}
	return lo
}
