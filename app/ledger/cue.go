package ledger

import (
	"strings"

	"samewire/app/text"
)

const (
	maxCue      = 14 // words of a cue
	maxLead     = 8  // words of a cue without a verb of saying
	maxDistance = 25 // words from a cue to the quotation that it introduces
	maxSubject  = 10 // words of a noun phrase that names a speaker
	maxApart    = 30 // words from a speaker to the verb after the quotation
	maxClause   = 80 // words of a sentence searched on either side of a place
)

// quotationFrame is a quotation in its sentence.
type quotationFrame struct {
	first, last int // the quotation's words
	sentence    text.Sentence
	right       int // what stands after the quotation ends before this word
	end         int // the last word of that sentence, exclusive
	standsAlone bool
}

// attribution is who said a quotation, and how the article says so.
type attribution struct {
	speaker  Speaker
	cue      text.Span
	own      bool // the quotation has a cue
	direct   bool // a comma or colon stands between cue and quotation
	passive  bool // nobody is named
	finite   bool // the cue has a subject of its own
	distance int  // words from a cue before the quotation to it
}

// frame finds the sentence around the quotation of words first to last.
func (r *quotationReader) frame(first, last int) quotationFrame {
	f := quotationFrame{first: first, last: last, sentence: r.Sentences[r.sentenceOf(first)]}
	closing := r.Sentences[r.sentenceOf(last-1)]
	f.end = closing.Last
	for f.right = last; f.right < f.end && f.right < last+maxClause && !r.quoted[f.right]; f.right++ {
	}
	f.standsAlone = first == f.sentence.First && f.right == last
	return f
}

// attribution finds who said the quotation: what follows it at once, as in
// "…," he said; what leads up to it; or what ends its sentence.
func (r *quotationReader) attribution(f quotationFrame) attribution {
	before, ok := r.attributionBefore(f)
	if gap := r.gap(f.last); strings.ContainsAny(gap, ",?!…—–-") || f.first == f.sentence.First {
		if a, ok := r.attributionAt(f.last, f.right); ok && !(before.finite && (r.leadsIn(f) || r.leadsOn(f))) {
			a.direct = true
			return a
		}
	}
	if ok {
		return before
	}
	for i := f.last + 1; i < f.end && i < f.last+maxClause; i++ {
		if r.quoted[i] || !strings.Contains(r.gap(i), ",") {
			continue
		}
		if a, ok := r.attributionAt(i, f.end); ok {
			return a
		}
	}
	return attribution{}
}

// leadsIn tells whether what stands before the quotation leads in to the clause
// after it: "Noting that Smith called it “bad,” Jones said …".
func (r *quotationReader) leadsIn(f quotationFrame) bool {
	first := f.sentence.First
	if first == f.first || !r.is(first, cueBreak|cuePreposition|cueParticiple) {
		return false
	}
	_, _, ok := r.mainSubject(first, f.first)
	return !ok
}

// leadsOn tells whether what stands after the quotation leads on to another one:
// "Smith called it “bad,” Jones said it was “good.”"
func (r *quotationReader) leadsOn(f quotationFrame) bool {
	if f.right >= f.end || !r.quoted[f.right] || strings.ContainsAny(r.gap(f.right), ",:") {
		return false
	}
	for w := f.last + 1; w < f.right; w++ {
		if strings.ContainsAny(r.gap(w), ",;:—–") {
			return false
		}
	}
	return true
}

// attributionAt reads an attribution that begins with word i: "he said", "said
// Mr. Smith", "according to Smith".
func (r *quotationReader) attributionAt(i, end int) (attribution, bool) {
	if i >= end || r.quoted[i] {
		return attribution{}, false
	}
	switch {
	case r.Words[i].Fold == "according" && i+2 < end && r.Words[i+1].Fold == "to":
		s, ok := r.nounAfter(i+2, end)
		return attribution{speaker: s, cue: r.span(i, i+2), own: true}, ok
	case r.is(i, cueVerb):
		s, ok := r.nounAfter(i+1, end)
		return attribution{speaker: s, cue: r.span(i, i+1), own: true}, ok
	case r.is(i, cueBreak|cuePreposition|cueParticiple|cuePassive):
		return attribution{}, false
	}
	if v, him := r.reportedAs(i, end); him > 0 {
		return attribution{speaker: Speaker{Said: r.span(him, him+1)}, cue: r.span(v, him), own: true}, true
	}
	v, comma := r.verbAfter(i, end)
	if v < 0 {
		return attribution{}, false
	}
	last := v
	if comma > 0 {
		last = comma
	}
	s, ok := r.phrase(i, r.beforeSkips(i, last))
	if comma > 0 && s.Role == (text.Span{}) {
		s.Role = r.apposition(comma, r.beforeSkips(comma, v))
	}
	return attribution{speaker: s, cue: r.cueFrom(v, end, false), own: true}, ok
}

// verbAfter returns the verb of saying whose subject begins with word i, or -1,
// and the word after the first comma in between, or "who", or 0.
func (r *quotationReader) verbAfter(i, end int) (verb, comma int) {
	who := 0
	for v := i + 1; v < end && v < i+maxApart; v++ {
		gap := r.gap(v)
		if strings.ContainsAny(gap, ";:!?") {
			return -1, 0
		}
		if comma == 0 && strings.ContainsAny(gap, ",—–") {
			comma = v
		}
		if who == 0 && comma == 0 && r.Words[v].Fold == "who" {
			who = v
			continue
		}
		if comma == 0 && r.is(v, cueBreak) && r.Words[v].Fold != "and" {
			return -1, 0
		}
		if !r.is(v, cueVerb) || r.is(v-1, cuePassive) {
			continue
		}
		k := r.beforeSkips(i, v)
		switch {
		case who > 0 && comma == 0: // "an official who read it told"
			if k == who+1 {
				continue
			}
			return v, who
		case comma == 0 && v-i <= maxSubject+3:
			return v, 0
		case comma == 0:
			return -1, 0
		case k > comma && strings.ContainsAny(r.gap(k), ",—–)"):
			return v, comma
		}
	}
	return -1, 0
}

// beforeSkips returns the end of what stands before word v, without adverbs,
// auxiliaries and days.
func (r *quotationReader) beforeSkips(lo, v int) int {
	for lo = max(lo, v-maxSubject); v > lo+1 && !r.quoted[v-1]; {
		switch {
		case r.is(v-1, cueSkip|cueDate) && !(r.Words[v-1].Fold == "may" && !r.Words[v-1].Capital):
			v--
		case (r.Words[v-1].Fold == "on" || r.Words[v-1].Fold == "in") && v < len(r.Words) && r.is(v, cueDate):
			v--
		case isAdverb(&r.Words[v-1]):
			v--
		case v > lo+2 && r.timeOf(v-1):
			v -= 2
		case v > lo+3 && r.planned(v):
			v -= 3
		default:
			return v
		}
	}
	return v
}

// isAdverb tells whether a word tells how: "bluntly", but not "family".
func isAdverb(w *text.Word) bool {
	return strings.HasSuffix(w.Fold, "ly") && !w.Capital && !isOneOf(" family assembly ally supply rally monopoly ", w.Fold)
}

// planned tells whether the three words before the verb v say that it is still
// to be done: "was due to say".
func (r *quotationReader) planned(v int) bool {
	if v < 3 || r.Words[v-1].Fold != "to" || !r.is(v-3, cuePassive) {
		return false
	}
	switch r.Words[v-2].Fold {
	case "due", "expected", "going", "set", "scheduled", "planning", "likely", "about":
		return true
	}
	return false
}

// timeOf tells whether word w ends a time: "last week", "Friday evening".
func (r *quotationReader) timeOf(w int) bool {
	switch r.Words[w].Fold {
	case "week", "month", "year", "morning", "afternoon", "evening", "night":
		before := r.Words[w-1].Fold
		return before == "last" || before == "this" || r.is(w-1, cueDate)
	}
	return false
}

// attributionBefore finds the cue that leads up to the quotation: the nearest
// verb of saying before it in its sentence.
func (r *quotationReader) attributionBefore(f quotationFrame) (attribution, bool) {
	lo := f.sentence.First
	colon := f.first > lo && strings.Contains(r.gap(f.first), ":")
	direct := f.first > lo && strings.ContainsAny(r.gap(f.first), ":,")
	for v := f.first - 1; v >= lo && v >= f.first-maxDistance; v-- {
		if strings.ContainsAny(r.gap(v+1), ";") {
			break
		}
		if r.quoted[v] {
			continue
		}
		if f := r.Words[v].Fold; f == "referring" || f == "refers" {
			break // what others call it
		}
		if r.Words[v].Fold == "to" && v > lo && r.Words[v-1].Fold == "according" {
			if s, ok := r.nounAfter(v+1, f.first); ok {
				return attribution{speaker: s, cue: r.span(v-1, v+1), own: true, direct: direct}, true
			}
		}
		if !r.is(v, cueVerb|cueParticiple) || r.notSpeech(lo, v) || r.otherClause(f, v) || r.idle(lo, v) {
			continue
		}
		a := r.introduced(lo, v, f.first)
		a.direct, a.distance = direct, f.first-v
		a.finite = r.is(v, cueVerb) && a.speaker != (Speaker{})
		return a, true
	}
	if !colon {
		return attribution{}, false
	}
	s, next, ok := r.mainSubject(lo, f.first)
	if !ok || f.first-next > maxLead || s.Name.Len() == 0 && next > lo+1 {
		return attribution{}, false
	}
	return attribution{speaker: s, cue: r.span(next, f.first), own: true, direct: true}, true
}

// introduced reads the attribution whose verb is v, before the quotation that
// begins with word end.
func (r *quotationReader) introduced(lo, v, end int) attribution {
	a := attribution{cue: r.cueFrom(v, end, true), own: true}
	k := r.beforeSkips(lo, v) - 1
	switch {
	case r.is(v, cueParticiple) && k >= lo && r.is(k, cuePassive) && k > lo:
		a.speaker, _ = r.subjectBefore(lo, k) // "was saying"
	case r.is(v, cueParticiple):
		a.speaker, _ = r.subjectOfParticiple(lo, v)
	case k >= lo && r.is(k, cuePassive), v+1 < end && r.Words[v+1].Fold == "as" && r.gap(v+1) == " ":
		a.passive = true // "was described", "a girl described as"
		for i := v + 1; i < end && i < v+6; i++ {
			if r.Words[i].Fold == "by" {
				a.speaker, _ = r.nounAfter(i+1, end)
				break
			}
		}
	default:
		a.speaker, _ = r.subjectBefore(lo, v)
	}
	return a
}

// cueFrom returns the span of the cue whose verb is v. Before a quotation it
// ends where what was said begins; after it, with the clause.
func (r *quotationReader) cueFrom(v, end int, before bool) text.Span {
	i := v + 1
	for ; i < end && i < v+maxCue && !r.quoted[i]; i++ {
		gap := r.gap(i)
		if strings.ContainsAny(gap, ",;:—–\"“‘(.!?") && !(gap == ". " && r.is(i-1, cueDate)) && !(r.Words[i].Fold == "which" && strings.TrimSpace(gap) == ",") {
			break
		}
		if r.is(i, cueBreak) && !(r.Words[i].Fold == "which" && gap != " ") || r.is(i, cueParticiple) {
			break
		}
		if before && r.beginsSpeech(v, i) {
			break
		}
	}
	for i > v+1 && r.is(i-1, cuePreposition|cueDeterminer|cueBreak) {
		i--
	}
	if r.planned(v) {
		v -= 3
	}
	return r.span(v, i)
}

// beginsSpeech tells whether what was said, rather than whom it was said to or
// where, begins with word i after the verb v.
func (r *quotationReader) beginsSpeech(v, i int) bool {
	switch r.Words[v].Fold {
	case "told", "tells", "telling", "asked", "asks", "assured", "assuring", "warned", "urged":
		if i == v+1 {
			return false // whom
		}
	}
	if r.is(i, cuePronoun) {
		return true
	}
	switch r.Words[i].Fold {
	case "in", "on", "during", "at", "via":
		return false
	}
	if i == v+1 {
		return !r.is(i, cueDate)
	}
	if r.is(i, cueDeterminer) && !r.is(i, cueSkip) && !r.is(i-1, cuePreposition|cueDeterminer|cueDate) && !r.possessive(i-1) {
		return true // "said in a note the bill was"
	}
	// After a day comes a subject, and a name after a common noun is one.
	return !r.is(i, cueDate) && !r.Words[i].Digit && (r.is(i-1, cueDate) && !r.is(i-2, cueDeterminer) ||
		r.name(i) && !r.name(i-1) && !r.is(i-1, cuePreposition|cueDeterminer|cueTitle))
}
