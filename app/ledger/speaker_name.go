package ledger

import (
	"strings"
	"unicode/utf8"

	"samewire/app/text"
)

// nameStart returns where the run of names begins that ends before word last:
// words with capitals, and small particles between them.
func (r *quotationReader) nameStart(first, last int) int {
	from := last
	for w := last - 1; w >= first; w-- {
		switch {
		case w+1 < last && !r.runs(w+1):
			return from
		case r.name(w) && w < last-1 && strings.HasSuffix(r.Words[w].Fold, "'s"):
			return from
		case r.name(w):
			from = w
		case from < last && (nameParticle(r.Words[w].Fold) || w > first && r.ofTitle(w)):
		default:
			return r.withParticle(first, from, last)
		}
	}
	return r.withParticle(first, from, last)
}

// withParticle widens a name by the particles before it: "de Blasio".
func (r *quotationReader) withParticle(first, from, last int) int {
	for from > first && from < last && nameParticle(r.Words[from-1].Fold) && r.runs(from) {
		from--
	}
	return from
}

// withoutTitles returns where the name begins in a run of names: after the last
// title, and after what the title belongs to.
func (r *quotationReader) withoutTitles(from, last int) int {
	if last > from && r.is(last-1, cueBody) {
		return from // "Foreign Ministry"
	}
	for w := last - 1; w >= from; w-- {
		if w > from && r.ofTitle(w) {
			switch { // Secretary of State, Secretary of State Smith, Secretary of State John Smith
			case last-w > 3:
				return last - 2
			case last-w == 3 && r.is(w+1, cueBody) && !r.is(w+2, cueBody):
				return last - 1
			}
			return last
		}
		if r.is(w, cueTitle) && !(w == last-1 && w > from && !r.is(w-1, cueTitle|cueBody)) {
			return w + 1
		}
	}
	return from
}

// ofTitle tells whether word w goes on with a title: "Secretary of",
// "Ambassador to".
func (r *quotationReader) ofTitle(w int) bool {
	f := r.Words[w].Fold
	return (f == "of" || f == "to") && r.is(w-1, cueTitle) && r.Words[w-1].Capital
}

// runs tells whether nothing that parts names stands before word w.
func (r *quotationReader) runs(w int) bool {
	gap := r.gap(w)
	switch gap {
	case " ", "\u00a0", "-", ". ", "’ ", "' ":
		return gap[0] != '.' || utf8.RuneCountInString(r.Words[w-1].Fold) == 1 || r.is(w-1, cueTitle) || r.suffix(w-1)
	}
	return false
}

// suffix tells whether word w is an abbreviation that may stand in a name.
func (r *quotationReader) suffix(w int) bool {
	switch r.Words[w].Fold {
	case "jr", "sr", "st":
		return true
	}
	return false
}

// Surname returns the last name of a person, of whom name has the words, one at
// least, with what belongs before it: "de Boer", "Le Pen".
func Surname(name []string) string {
	for last := len(name) - 1; last > 0 && isOneOf(" Jr Jr. Sr Sr. II III IV ", name[last]); last-- {
		name = name[:last]
	}
	at := len(name) - 1
	last := name[at]
	if r, n := utf8.DecodeRuneInString(last); len(last) > 3 && last == strings.ToUpper(last) {
		last = string(r) + strings.ToLower(last[n:]) // a transcript's TRUMP
	}
	for ; at > 0 && name[at-1] != "Al" && nameParticle(strings.ToLower(name[at-1])); at-- {
		last = name[at-1] + " " + last
	}
	return last
}

// nameParticle tells whether a word in small letters may belong to a name.
func nameParticle(fold string) bool {
	switch fold {
	case "de", "van", "von", "der", "den", "al", "bin", "el", "la", "di", "da", "del", "du", "le", "ibn", "ben", "dos":
		return true
	}
	return false
}

// personOf reads "Rep. Jane Smith of Ohio", whose last name begins with word
// last: the person's name stands before the preposition.
func (r *quotationReader) personOf(first, last int) (Speaker, bool) {
	for last--; last > first+1 && r.is(last, cueDeterminer); last-- {
	}
	from := r.nameStart(first, last)
	name := r.withoutTitles(from, last)
	if name >= last || last-from < 2 || r.isBody(name, last) {
		return Speaker{}, false
	}
	return r.phrase(first, last)
}

// bare returns the span of a name without a possessive ending.
func (r *quotationReader) bare(name text.Span) text.Span {
	s := name.Of(r.Source)
	for _, ending := range []string{"'s", "’s"} {
		if strings.HasSuffix(s, ending) {
			name.End -= len(ending)
		}
	}
	return name
}

// possessive tells whether word w ends in "'s" or "s'".
func (r *quotationReader) possessive(w int) bool {
	f := r.Words[w].Fold
	return strings.HasSuffix(f, "'s") || strings.HasSuffix(f, "s'")
}

// syllable tells whether word w ends a name of several syllables: "Seong-bum".
func (r *quotationReader) syllable(w int) bool {
	const others = " based led born run owned style wide bound elect like old made held era hit rich ally wing "
	word := &r.Words[w]
	return w > 1 && r.gap(w) == "-" && r.Words[w-1].Capital && !word.Digit && !word.Stop && len(word.Fold) <= 5 && r.Words[w-2].Capital &&
		r.classes[word.Fold] == 0 && r.gap(w-1) == " " && !isOneOf(others, word.Fold)
}

// name tells whether word w may belong to a name: it has a capital letter and
// is neither a function word that begins the sentence nor a day.
func (r *quotationReader) name(w int) bool {
	word := &r.Words[w]
	switch {
	case !word.Capital:
		return r.syllable(w)
	case word.Fold == "may":
		return w+1 < len(r.Words) && !r.Words[w+1].Digit && w > 0 && !r.is(w-1, cuePreposition)
	case word.Stop || r.is(w, cueDate|cueDeterminer) || word.Fold == "i":
		return false
	}
	return !r.is(w, cueSkip) || r.is(w, cueTitle)
}
