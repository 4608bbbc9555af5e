package ledger

import "strings"

// notSpeech tells whether the verb form v says nothing of speech: it stands
// before a noun, as in "the alleged fraud", "of reported cases", or before a
// deed, as in "agreed to pay".
func (r *quotationReader) notSpeech(lo, v int) bool {
	if v == lo {
		return r.is(v, cueVerb) && !r.is(v, cueParticiple)
	}
	if r.gap(v) == "-" || r.possessive(v-1) || r.Words[v].Capital && r.Words[v-1].Capital && r.joined(v) {
		return true // a hyphen, somebody's, or a name: "Murder, She Wrote"
	}
	switch f := r.Words[v].Fold; f {
	case "continued", "agreed", "threatened":
		if r.Words[v+1].Fold == "to" {
			return true
		}
	case "wrote", "write", "writes":
		if next := r.Words[v+1].Fold; next == "the" || next == "a" || next == "an" {
			return true // a law, a book
		}
	case "spoke", "speaks":
		return v+1 >= len(r.Words) || r.Words[v+1].Fold != "of"
	case "tweets", "posts":
		if r.possessive(v - 1) {
			return true
		}
	}
	if v+1 < len(r.Words) && r.Words[v+1].Fold == "by" && isOneOf(" argued questioned announced promised posted ", r.Words[v].Fold) &&
		!r.is(r.beforeSkips(lo, v)-1, cuePassive) {
		return true // "a case argued by"
	}
	if r.saysFarewell(v) || r.askedToDo(lo, v) {
		return true
	}
	if r.planned(v) {
		return false
	}
	if r.is(v, cueParticiple) && r.is(v-1, cuePassive) && r.Words[v].Fold != "saying" {
		return true // "will be calling"
	}
	return r.Words[v-1].Digit || r.is(v-1, cueDeterminer) && !r.is(v-1, cueSkip) && r.Words[v-1].Fold != "another" || r.is(v, cueVerb) && r.is(v-1, cuePreposition)
}

// saysFarewell tells whether the verb v goes with a word of greeting: "saying
// goodbye to".
func (r *quotationReader) saysFarewell(v int) bool {
	return v+1 < len(r.Words) && isOneOf(" goodbye farewell hello ", r.Words[v+1].Fold)
}

// askedToDo tells whether the verb v is somebody's request told in what another
// says: "said the council had asked her to".
func (r *quotationReader) askedToDo(lo, v int) bool {
	if !isOneOf(" asked urged ", r.Words[v].Fold) {
		return false
	}
	from := r.phraseStart(lo, r.beforeSkips(lo, v))
	if from <= lo || !r.is(from-1, cueVerb) && r.Words[from-1].Fold != "that" {
		return false
	}
	for w := v + 1; w < len(r.Words) && w <= v+maxSubject && r.joined(w); w++ {
		if r.Words[w].Fold == "to" {
			return true
		}
	}
	return false
}

// otherClause tells whether the verb v belongs to a clause that is closed
// before the quotation: "Smith, who told no one, …", "After Smith said so, …".
func (r *quotationReader) otherClause(f quotationFrame, v int) bool {
	comma := false
	for i := v + 1; i < f.first; i++ {
		comma = comma || strings.ContainsAny(r.gap(i), ",—–")
	}
	if !comma {
		return false
	}
	if r.is(v, cueParticiple) {
		// "Answering critics, Smith said": before the subject.
		_, _, ok := r.mainSubject(f.sentence.First, v)
		return !ok
	}
	for k := v; k >= f.sentence.First && k > v-maxClause; k-- {
		if r.is(k, cueRelative) && k < v {
			return true
		}
		if k == f.sentence.First || strings.ContainsAny(r.gap(k), ",;:—–") {
			return r.is(k, cueBreak) && r.Words[k].Fold != "and" && r.Words[k].Fold != "but"
		}
	}
	return false
}

// reportedAs reads "the agency reported him as saying", which begins with word i,
// and returns the verb and the word for who spoke, or 0.
func (r *quotationReader) reportedAs(i, end int) (verb, him int) {
	for v := i + 1; v+3 < end && v < i+maxSubject; v++ {
		if isOneOf(" reported quoted cited ", r.Words[v].Fold) && isOneOf(" him her them ", r.Words[v+1].Fold) && r.Words[v+2].Fold == "as" {
			return v, v + 1
		}
	}
	return 0, 0
}

// idle tells whether the verb v is what a thing does in what somebody says: "said
// work continued".
func (r *quotationReader) idle(lo, v int) bool {
	k := r.beforeSkips(lo, v)
	from := r.phraseStart(lo, k)
	if !r.is(v, cueVerb) || from <= lo || k <= from || !r.is(from-1, cueVerb) || !r.joined(from) || r.is(from, cuePronoun|cueDeterminer) {
		return false
	}
	_, ok := r.phrase(from, k)
	return !ok
}
