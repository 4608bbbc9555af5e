package ledger

import (
	"strings"

	"samewire/app/text"
)

// Speaker is who said something, as far as the article tells. All spans are
// bytes of the article; those that it doesn't tell are empty.
type Speaker struct {
	// Said is the words that stand for the speaker at the quotation: a name
	// ("Mike Hopkins"), a pronoun ("he"), a description ("the company").
	Said text.Span `json:"said"`
	// Name is the name in Said, or the one before it that a pronoun stands for.
	Name text.Span `json:"name"`
	// Role is what the article calls the speaker there: "Gov.", "senior vice
	// president of the bank".
	Role text.Span `json:"role"`
	// Inferred tells that the name isn't said at the quotation: it was found
	// from a pronoun, or from a sentence nearby.
	Inferred bool `json:"inferred,omitempty"`
}

// phrase reads the words from first to last, exclusive, as one noun phrase that
// stands for a speaker.
func (r *quotationReader) phrase(first, last int) (Speaker, bool) {
	if first >= last || last-first > maxSubject || r.quoted[first] {
		return Speaker{}, false
	}
	if last-first == 1 && r.is(first, cuePronoun) {
		return r.pronoun(first), true
	}
	from := r.nameStart(first, last)
	if from == last {
		last = r.withoutParticiple(first, last)
		return Speaker{Said: r.span(first, last)}, r.describes(first, last)
	}
	if from > first && r.is(from-1, cuePreposition) || from > first+1 && r.is(from-1, cueDeterminer) && r.is(from-2, cuePreposition) {
		if s, ok := r.personOf(first, from); ok {
			return s, true
		}
		return Speaker{Said: r.span(first, last)}, !r.is(first, cuePreposition|cueBreak)
	}
	if r.standsBehind(first, from) {
		return Speaker{Said: r.span(first, last)}, !r.is(first, cuePreposition|cueBreak)
	}
	name := r.withoutTitles(from, last)
	if from > first+1 && r.Words[from-1].Fold == "and" && !r.is(from-2, cueBody) {
		return Speaker{Said: r.span(first, last)}, true // several speakers
	}
	if name == last {
		return Speaker{Said: r.span(first, last)}, true
	}
	s := Speaker{Said: r.span(name, last), Name: r.bare(r.span(name, last))}
	if r.ofParty(last - 1) {
		s.Name = text.Span{} // "the Ohio Democrat"
	}
	role := name
	for role > first && (r.is(role-1, cueTitle|cueHolder) || r.Words[role-1].Capital || role-1 > first && r.ofTitle(role-1)) && !r.is(role-1, cueDeterminer) {
		role--
	}
	for role < name && role > first && r.specifies(role-1) {
		role--
	}
	s.Role = r.span(role, name)
	if s.Role.Len() > 0 && r.Source[s.Role.End] == '.' {
		s.Role.End++
	}
	if name > first && r.Words[name-1].Fold == "the" {
		s.Said = r.span(name-1, last)
	}
	return s, true
}

// standsBehind tells whether the words before a name end with a preposition and
// more of what it goes with: "the company behind the popular" ChatGPT.
func (r *quotationReader) standsBehind(first, from int) bool {
	for w := from - 2; w > first; w-- {
		if r.is(w, cuePreposition) {
			return !r.ofNoun(w)
		}
		if r.is(w+1, cueTitle|cueHolder) || !r.joined(w+1) {
			return false
		}
	}
	return false
}

// ofParty tells whether word w stands for a member of a party.
func (r *quotationReader) ofParty(w int) bool {
	switch r.Words[w].Fold {
	case "republican", "republicans", "democrat", "democrats":
		return true
	}
	return false
}

// specifies tells whether word w may say what a title after it is of:
// "security" in "homeland security secretary".
func (r *quotationReader) specifies(w int) bool {
	const other = cueVerb | cueParticiple | cueBreak | cuePreposition | cuePassive | cueSkip | cuePronoun | cueDeterminer | cueDate
	return !r.Words[w].Stop && !r.Words[w].Digit && !r.is(w, other) && r.joined(w+1) && !r.possessive(w)
}

// withoutParticiple ends a description before what was done to it: "a document
// seen by …".
func (r *quotationReader) withoutParticiple(first, last int) int {
	for w := first + 1; w < last; w++ {
		if f := r.Words[w].Fold; r.is(w-1, cueHolder) && (strings.HasSuffix(f, "ed") || f == "seen") {
			return w
		}
	}
	return last
}

// describes tells whether a phrase without a name at its end stands for
// somebody: "the company", "Trump's lawyers", "officials".
func (r *quotationReader) describes(first, last int) bool {
	if r.is(first, cuePreposition|cueBreak|cueSkip|cuePassive) && !r.is(first, cueDeterminer) {
		return false
	}
	for w := first; w < last; w++ {
		if r.is(w, cueHolder) {
			return true
		}
	}
	return r.owns(first, last) || r.is(first, cueDeterminer) && last-first <= 4
}

// nounAfter reads the noun phrase that begins with word i, as after "said".
func (r *quotationReader) nounAfter(i, end int) (Speaker, bool) {
	j := i
	for ; j < end && j < i+maxSubject && !r.quoted[j]; j++ {
		if j > i && !r.joined(j) || r.is(j, cueBreak|cueVerb) || j > i && r.is(j, cueDate) {
			break
		}
		if j == i && r.is(j, cuePronoun) {
			j++
			break
		}
		if j > i && r.is(j, cuePreposition) && (r.name(j-1) && !r.is(j-1, cueBody) || !r.ofNoun(j)) {
			break
		}
	}
	s, ok := r.phrase(i, j)
	if ok && j < end && strings.Contains(r.gap(j), ",") && s.Role == (text.Span{}) && s.Name != (text.Span{}) {
		s.Role = r.apposition(j, end)
	}
	return s, ok
}

// joined tells whether no punctuation parts word w from the one before.
func (r *quotationReader) joined(w int) bool {
	return strings.TrimSpace(r.gap(w)) == "" || r.runs(w) || r.gap(w) == "-"
}

// ofNoun tells whether a preposition may go on with a noun: "president of".
func (r *quotationReader) ofNoun(w int) bool {
	switch r.Words[w].Fold {
	case "of", "for", "at", "from", "with", "to":
		return true
	}
	return false
}

// apposition returns the role between the commas at words i and end: "a
// Democrat". It is empty if what stands there is something else.
func (r *quotationReader) apposition(i, end int) text.Span {
	if i >= end || r.is(i, cuePreposition|cueBreak|cueParticiple|cueVerb|cueSkip) && !r.is(i, cueDeterminer) || strings.HasSuffix(r.Words[i].Fold, "ing") {
		return text.Span{}
	}
	j := i + 1
	for j < end && !r.quoted[j] && !strings.ContainsAny(r.gap(j), ",—–;\"“") {
		j++
	}
	for j > i && r.is(j-1, cuePreposition) {
		j--
	}
	for w := i; w < j && j-i <= maxCue; w++ {
		if r.is(w, cueHolder|cueTitle) {
			return r.span(i, j)
		}
	}
	return text.Span{}
}

// subjectBefore returns the subject of the verb v.
func (r *quotationReader) subjectBefore(lo, v int) (Speaker, bool) {
	if v <= lo {
		return Speaker{}, false
	}
	k := r.beforeSkips(lo, v) // the subject ends before word k
	for strings.Contains(r.gap(k), ")") {
		open := k - 1
		for open > lo && open > k-maxApart && !strings.Contains(r.gap(open), "(") {
			open--
		}
		if open <= lo || !strings.Contains(r.gap(open), "(") {
			break
		}
		k = r.beforeSkips(lo, open)
	}
	switch last := k - 1; {
	case r.parted(k, v) || r.is(last, cueBreak) && !r.is(last, cueRelative):
		s, next, ok := r.mainSubject(r.clauseBefore(lo, k), k)
		if !ok {
			return Speaker{}, false
		}
		return r.withApposition(s, next, k), true
	case r.is(last, cueRelative):
		first := r.phraseStart(lo, last)
		if from := r.nameStart(first, last); from < last && r.Words[last].Fold == "who" {
			first = r.withoutTitles(from, last)
		}
		for w := last - 1; w >= first; w-- {
			if r.is(w, cuePreposition) && r.Words[w].Fold != "of" && r.Words[w].Fold != "for" {
				first = w + 1 // "to accept from a president who"
			}
		}
		return r.phrase(first, last)
	case r.is(last, cuePronoun):
		return r.pronoun(last), true
	}
	first := r.phraseStart(lo, k)
	if k-first == maxSubject && !r.name(k-1) {
		return Speaker{}, false // it begins too far away
	}
	if r.is(first, cuePreposition) {
		// "In Paris Smith said": the name alone.
		from := r.nameStart(first, k)
		if from == k || from == first || r.is(from-1, cuePreposition|cueDeterminer) {
			return Speaker{}, false
		}
		first = from
	}
	s, ok := r.phrase(first, k)
	if !ok && first > lo+1 && r.Words[first-1].Fold == "and" && r.is(lo, cueDeterminer) && k-lo <= maxSubject && !r.parted(lo+1, k) {
		return Speaker{Said: r.span(lo, k)}, true // "the centre for prevention and control"
	}
	if first > lo+1 && ok {
		switch before := first - 1; {
		case r.is(before, cueVerb) && r.joined(first) && s.Name.Len() == 0 && !strings.HasPrefix(r.Words[before].Fold, "sa"):
			return Speaker{}, false // the object of another verb
		case r.Words[before].Fold == "and" && r.name(before-1) && !r.is(before-1, cueBody):
			from := r.nameStart(r.phraseStart(lo, before), before)
			return Speaker{Said: r.span(from, k)}, true
		case r.Words[before].Fold == "and" && s.Name.Len() == 0:
			if from := r.phraseStart(lo, before); r.owns(from, before) {
				return Speaker{Said: r.span(from, k)}, true // "Smith's mother and father"
			}
		}
	}
	return s, ok
}

// clauseBefore returns the first word after "while" or its like behind a comma, if
// there is one from lo to word k: another clause with its own subject begins there.
func (r *quotationReader) clauseBefore(lo, k int) int {
	for w := k - 2; w > lo; w-- {
		if isOneOf(" while whereas but ", r.Words[w].Fold) && strings.Contains(r.gap(w), ",") {
			return w + 1
		}
	}
	return lo
}

// owns tells whether a phrase is of what somebody has: "Smith's mother".
func (r *quotationReader) owns(first, last int) bool {
	for w := first; w+1 < last; w++ {
		if r.possessive(w) {
			return true
		}
	}
	return false
}

// parted tells whether a comma or dash stands between word k and word v.
func (r *quotationReader) parted(k, v int) bool {
	for ; k <= v; k++ {
		if strings.ContainsAny(r.gap(k), ",—–") {
			return true
		}
	}
	return false
}

// withApposition adds to a subject what stands between it and its verb, from
// word i to end: a role, or, beside a role, the name.
func (r *quotationReader) withApposition(s Speaker, i, end int) Speaker {
	if s.Name.Len() > 0 && s.Role.Len() == 0 && i < end && strings.Contains(r.gap(i), ",") {
		s.Role = r.apposition(i, end)
	}
	if from := r.nameStart(i, end); s.Name.Len() == 0 && from < end && from > i && strings.Contains(r.gap(from), ",") && !r.isBody(from, end) {
		_, last := r.WordsIn(s.Said)
		first, _ := r.WordsIn(s.Said)
		if !r.is(last-1, cuePronoun) {
			return Speaker{Said: r.span(from, end), Name: r.span(from, end), Role: r.span(first, from)}
		}
	}
	return s
}

// phraseStart returns where the noun phrase begins that ends before word last.
func (r *quotationReader) phraseStart(lo, last int) int {
	w := last - 1
	for w > lo && last-w < maxSubject && r.joined(w) && !r.quoted[w-1] && !r.is(w-1, cueBreak|cueVerb|cueParticiple) {
		w--
	}
	return w
}

// subjectOfParticiple returns who is "saying" something: the speaker of an
// earlier verb in the sentence, or the subject of the sentence.
func (r *quotationReader) subjectOfParticiple(lo, v int) (Speaker, bool) {
	if v > lo && r.Words[v-1].Fold == "as" {
		for i := v - 2; i > lo && i > v-15; i-- {
			if r.Words[i].Fold != "quoted" && r.Words[i].Fold != "cited" {
				continue
			}
			if r.is(i-1, cuePassive) {
				return r.subjectBefore(lo, i-1)
			}
			return r.nounAfter(i+1, v-1)
		}
	}
	if with := r.phraseStart(lo, v); with > lo && r.Words[with].Fold == "with" {
		end := with + 1
		for end < v && (r.Words[end].Capital || !strings.HasSuffix(r.Words[end].Fold, "ing")) {
			end++
		}
		return r.phrase(with+1, end) // "with the clerk saying", "with the clerk rising and saying"
	}
	for i := v - 1; i > lo && i > v-maxClause; i-- {
		if r.is(i, cueVerb) && !r.quoted[i] && !r.is(i-1, cuePassive|cueDeterminer) && !r.possessive(i-1) {
			if s, ok := r.subjectBefore(lo, i); ok {
				return s, true
			}
		}
		if f := r.Words[i].Fold; (f == "he" || f == "she") && !r.quoted[i] {
			return r.pronoun(i), true
		}
	}
	s, _, ok := r.mainSubject(lo, v)
	return s, ok
}
