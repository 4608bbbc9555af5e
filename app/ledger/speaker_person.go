package ledger

import (
	"slices"
	"sort"
	"strings"

	"samewire/app/text"
)

const (
	maxBack       = 5 // sentences before a pronoun in which its name is sought
	maxParagraphs = 2 // the same in paragraphs
	maxSaid       = 8 // quotations before a pronoun whose speakers are considered
)

// namedPerson is a place where the article names a person.
type namedPerson struct {
	first, last int // words
	surname     string
	facts       *personFacts
}

// personFacts is what an article shows about a last name.
type personFacts struct {
	full     bool     // given with a first name or after a title
	evidence int      // a known first name, and places that speak for a person, less those that speak against
	titles   []string // what stands before the name
	he       int      // sentences that call the person "he", less those with "she"
}

// findPeople collects the places where persons are named: by first and last
// name, after a title, or by a last name that the article gives in full.
func (r *quotationReader) findPeople() {
	for i := 0; i < len(r.Words); i++ {
		if !r.name(i) || r.quoted[i] || r.headlines[r.sentenceOf(i)] {
			continue
		}
		end := i + 1
		for end < len(r.Words) && r.runs(end) && !r.quoted[end] && !r.possessive(end-1) &&
			(r.name(end) || r.leadsName(end)) {
			end++
		}
		r.addPerson(i, end)
		if i > r.Sentences[r.sentenceOf(i)].First || end-i > 1 {
			r.proper[r.surname(end-1)] = true
		}
		i = end - 1
	}
	r.people = slices.DeleteFunc(r.people, func(p namedPerson) bool { return !p.facts.full })
	r.findPronouns()
}

// leadsName tells whether word w is a particle, alone or before others, of the name
// that goes on after it: "von der Leyen".
func (r *quotationReader) leadsName(w int) bool {
	for ; nameParticle(r.Words[w].Fold) && w+1 < len(r.Words) && r.runs(w+1); w++ {
		if r.name(w + 1) {
			return true
		}
	}
	return false
}

// addPerson notes a run of names and what stands around it.
func (r *quotationReader) addPerson(first, last int) {
	from := r.withoutTitles(first, last)
	for last > from && r.is(last-1, cueDate) {
		last--
	}
	if from >= last || last-from > 4 || r.isBody(from, last) {
		return
	}
	surname := r.surname(last - 1)
	facts := r.surnames[surname]
	if facts == nil {
		facts = &personFacts{}
		r.surnames[surname] = facts
	}
	facts.full = facts.full || last-from > 1 || from > first
	if from > first {
		facts.evidence += 2
		for w := first; w < from; w++ {
			if title := r.Words[w].Fold; !slices.Contains(facts.titles, title) {
				facts.titles = append(facts.titles, title)
			}
		}
	}
	switch {
	case from > first && r.Words[from-1].Fold == "mr", r.is(from, cueHe) && last-from > 1:
		facts.evidence++
		facts.he += 2
	case from > first && (r.Words[from-1].Fold == "mrs" || r.Words[from-1].Fold == "ms"), r.is(from, cueShe) && last-from > 1:
		facts.evidence++
		facts.he -= 2
	}
	if first > 0 && r.Words[first-1].Fold == "in" {
		facts.evidence--
	}
	for k := last; k < len(r.Words) && k < last+3; k++ {
		if r.is(k, cueVerb) || r.Words[k].Fold == "who" {
			facts.evidence++
			break
		}
		if !r.is(k, cueSkip) {
			break
		}
	}
	r.people = append(r.people, namedPerson{from, last, surname, facts})
}

// surname returns the folded name of word w without a possessive ending.
func (r *quotationReader) surname(w int) string {
	return strings.TrimSuffix(strings.TrimSuffix(r.Words[w].Fold, "'s"), "'")
}

// isBody tells whether a run of names belongs to a place or a body.
func (r *quotationReader) isBody(first, last int) bool {
	for w := first; w < last; w++ {
		if r.is(w, cueBody) {
			return true
		}
	}
	return first > 0 && r.Words[first-1].Fold == "the" && r.runs(first)
}

// findPronouns learns who is called "he" and who "she" from sentences that
// begin with a person and name no other.
func (r *quotationReader) findPronouns() {
	at := 0
	for _, s := range r.Sentences {
		var one *personFacts
		from, many := s.Last, false
		for ; at < len(r.people) && r.people[at].first < s.Last; at++ {
			p := &r.people[at]
			many = many || one != nil && p.facts != one
			one, from = p.facts, min(from, p.last)
		}
		if one == nil || many || from-s.First > maxSubject {
			continue
		}
		he := 0
		for w := from; w < s.Last; w++ {
			if !r.quoted[w] {
				he += pronounGender(r.Words[w].Fold)
			}
		}
		one.he += max(-1, min(1, he))
	}
}

// pronounGender returns 1 for "he", -1 for "she", 0 for other words.
func pronounGender(fold string) int {
	switch fold {
	case "he":
		return 1
	case "she":
		return -1
	}
	return 0
}

// pronoun returns the speaker whom the pronoun at word w stands for.
func (r *quotationReader) pronoun(w int) Speaker {
	s := Speaker{Said: r.span(w, w+1)}
	he := pronounGender(r.Words[w].Fold)
	if he == 0 {
		return s
	}
	at := r.sentenceOf(w)
	for t := at; t >= 0 && t > at-maxBack && r.Sentences[t].Paragraph >= r.Sentences[at].Paragraph-maxParagraphs; t-- {
		if r.Sentences[t].First < w && r.headlines[t] {
			continue
		}
		name, done := r.candidate(t, w, he)
		if done {
			s.Name, s.Inferred = name, name != text.Span{}
			break
		}
	}
	return s
}

// candidate returns the name in sentence t that a pronoun at word w may stand
// for, and whether the search is over: with that name, or without one because
// there are several.
func (r *quotationReader) candidate(t, w int, he int) (text.Span, bool) {
	s := r.Sentences[t]
	hi := min(s.Last, w)
	for i := len(r.said) - 1; i >= 0 && i > len(r.said)-maxSaid && r.said[i].sentence >= t; i-- {
		if q := r.said[i]; q.sentence == t && q.last <= w {
			if q.speaker.Name.Len() == 0 && q.speaker.Said.Len() > 0 && t < r.sentenceOf(w) {
				first, _ := r.WordsIn(q.speaker.Said)
				if !r.is(first, cuePronoun) {
					return text.Span{}, true // "the judge", whoever that is
				}
			}
			if q.speaker.Name.Len() > 0 && r.fits(q.speaker.Name, he) {
				return q.speaker.Name, true
			}
		}
	}
	if i := s.First; i < hi && !r.is(i, cuePronoun) {
		if sub, _, ok := r.mainSubject(s.First, hi); ok && sub.Name.Len() > 0 {
			if r.fits(sub.Name, he) {
				return sub.Name, true
			}
		}
	}
	if i := s.First; i < hi && i != w && pronounGender(r.Words[i].Fold) == he {
		return text.Span{}, false // "He accused Smith": whoever he is, he isn't Smith
	}
	name, any := r.onlyPerson(s.First, hi, he, r.sentenceOf(w)-t <= 1)
	if name.Len() > 0 && t < r.sentenceOf(w) && r.inPassing(name) && r.toldByOther(t, name) {
		return text.Span{}, true
	}
	return name, any
}

// inPassing tells whether a name stands behind a preposition, as "including the
// mayor Ina Marsh".
func (r *quotationReader) inPassing(name text.Span) bool {
	w, _ := r.WordsIn(name)
	for w--; w > 0 && (r.name(w) || r.is(w, cueTitle|cueHolder|cueDeterminer)); w-- {
	}
	return w > 0 && (r.is(w, cuePreposition) || r.Words[w].Fold == "including")
}

// toldByOther tells whether the sentence before t tells what another person said,
// who may go on speaking.
func (r *quotationReader) toldByOther(t int, name text.Span) bool {
	if t == 0 {
		return false
	}
	teller := r.reporter(r.Sentences[t-1], false)
	if teller.Name.Len() == 0 {
		return false
	}
	_, a := r.WordsIn(teller.Name)
	_, b := r.WordsIn(name)
	return r.surname(a-1) != r.surname(b-1)
}

// onlyPerson returns the one person named in the words from first to last who
// may be called he (1) or she (-1), and whether any is named. If there are
// several, or it is too far away, nobody is returned.
func (r *quotationReader) onlyPerson(first, last, he int, near bool) (name text.Span, any bool) {
	var one *personFacts
	from := sort.Search(len(r.people), func(i int) bool { return r.people[i].first >= first })
	for _, p := range r.people[from:] {
		if p.first >= last {
			break
		}
		if p.facts.he*he < 0 {
			continue
		}
		if one != nil && p.facts != one || p.facts.evidence <= 0 || !near || r.possessive(p.last-1) && p.last < last && r.is(p.last, cueHolder) {
			return text.Span{}, true
		}
		name, one = r.bare(r.span(p.first, p.last)), p.facts
	}
	if one != nil && r.otherTitle(first, last, one) {
		return text.Span{}, true
	}
	return name, one != nil
}

// otherTitle tells whether the words from first to last speak of somebody by a
// title alone, as in "the president", that the article doesn't give the person.
func (r *quotationReader) otherTitle(first, last int, person *personFacts) bool {
	for w := first + 1; w < last; w++ {
		if r.is(w-1, cueDeterminer) && r.is(w, cueTitle) && !r.quoted[w] && (w+1 == last || !r.name(w+1)) && !slices.Contains(person.titles, r.surname(w)) {
			return true
		}
	}
	return false
}

// fits tells whether a name is a person's who may be called he (1) or she (-1).
func (r *quotationReader) fits(name text.Span, he int) bool {
	_, last := r.WordsIn(name)
	facts := r.surnames[r.surname(max(0, last-1))]
	return facts != nil && facts.full && facts.evidence > 0 && facts.he*he >= 0
}

// neighbour returns who said a quotation that has no cue, if the sentence
// before tells: it quotes somebody too, or introduces the quotation.
func (r *quotationReader) neighbour(f quotationFrame) Speaker {
	s := r.sentenceOf(f.first)
	if s == 0 {
		return Speaker{}
	}
	before := r.Sentences[s-1]
	var found Speaker
	if n := len(r.said); n > 0 && r.said[n-1].sentence == s-1 {
		found = r.said[n-1].speaker
	} else if ends := strings.HasSuffix(before.Of(r.Source), ":"); ends || before.Paragraph == f.sentence.Paragraph {
		found = r.reporter(before, ends)
	}
	if first, last := r.WordsIn(found.Said); found.Name.Len() == 0 && (first == last || r.is(first, cuePronoun)) {
		return Speaker{} // "she" of another sentence tells nothing here
	}
	found.Inferred = true
	return found
}

// reporter returns who says something in sentence s.
func (r *quotationReader) reporter(s text.Sentence, colon bool) Speaker {
	if v := s.Last - 1; v > s.First && r.is(v, cueVerb) && !r.quoted[v] && !r.is(v-1, cuePassive) {
		if found, ok := r.subjectBefore(s.First, v); ok {
			return found // "…, the official said."
		}
	}
	for v := s.First + 1; v < s.Last; v++ {
		if r.is(v, cueVerb) && !r.quoted[v] && !r.notSpeech(s.First, v) && !r.is(v-1, cuePassive) {
			found, _ := r.subjectBefore(s.First, v)
			return found
		}
	}
	if colon {
		found, _, _ := r.mainSubject(s.First, s.Last)
		return found
	}
	return Speaker{}
}
