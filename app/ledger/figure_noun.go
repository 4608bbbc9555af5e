package ledger

import (
	"strings"

	"samewire/app/text"
)

// maxNounWords is how many words after a number are searched for what it
// counts.
const maxNounWords = 4

// noun returns what an amount counts, the first plural within a few words
// ("500 active duty troops", "500 of its employees"), and its word.
func (r *figureReader) noun(a *amount) (text.Span, int) {
	j := a.end
	if r.fold(j) == "of" && r.joined(j) {
		j++
		if isOneOf(" its their his her our these those the ", r.fold(j)) {
			j++
		}
	}
	found := -1
	for k := j; k < min(j+maxNounWords, r.last); k++ {
		hyphen := isHyphen(r.gap(k))
		if !r.joined(k) && !hyphen || r.doc.Words[k].Digit {
			break
		}
		fold := r.fold(k)
		if hyphen && k == j && !r.doc.Words[k].Stop { // "10-year"
			found = k
			break
		}
		if r.doc.Words[k].Stop && fold != "more" && fold != "other" && fold != "us" {
			break
		}
		if isPlural(fold) {
			found = k
			if !r.doc.Words[k].Capital {
				break
			}
		}
	}
	if found < 0 {
		if one := a.number.Is(decimal(1, 0)); one && j < r.last && r.joined(j) && !r.doc.Words[j].Stop {
			found = j
		} else {
			return text.Span{}, -1
		}
	}
	return r.doc.Words[found].Span, found
}

// isPlural tells whether a folded word looks like the plural of a noun.
func isPlural(fold string) bool {
	const irregular = " people men women children staff troops police personnel feet percent servicemen congressmen km kg mph "
	const others = " perhaps always sometimes besides towards says does "
	n := len(fold)
	return isOneOf(irregular, fold) ||
		n > 3 && fold[n-1] == 's' && !strings.ContainsRune("siu'", rune(fold[n-2])) && !isOneOf(others, fold)
}

// isTimeNoun tells whether a stem names a length of time.
func isTimeNoun(stem string) bool {
	return isOneOf(" second minut hour dai day week weekend month year decad centuri quarter night ", stem)
}

// isMeasure tells whether a stem names a unit of measure.
func isMeasure(stem string) bool {
	const measures = " mile kilomet kilometr km metr meter feet foot inch inche pound kilogram kg ton tonn degre acr hectar " +
		"gallon liter litr barrel mph "
	return isTimeNoun(stem) || isOneOf(measures, stem)
}

// isLabel tells whether a plain number belongs to a name or numbers a part of
// something: "Boeing 737", "COVID-19", "page 12", "1. The first point".
func (r *figureReader) isLabel(a *amount) bool {
	i := a.first
	after := r.after(a.end-1, 3)
	if i == r.first && a.digits && (strings.HasPrefix(after, ". ") || strings.HasPrefix(after, ") ")) {
		return true
	}
	if len(after) == 3 && (after[0] == '.' || after[0] == '-') && isCapital(after[1]) && isCapital(after[2]) { // "0700.HK"
		return true
	}
	if isHyphen(r.gap(a.end)) && len(r.fold(a.end)) < 3 { // "3-D", "9-to-5"
		return true
	}
	gap := r.gap(i)
	if isHyphen(gap) {
		return true
	}
	if !isBlank(gap) && gap != ". " {
		return false
	}
	if i > r.first && labels(r.fold(i-1)) {
		return true
	}
	noun, at := r.noun(a)
	if a.digits && r.namedBefore(i) && !isMeasure(r.stem(at)) {
		return noun.Len() == 0 || i-1 > r.first || r.doc.Words[i-1].Fold == r.doc.Words[i-1].Stem
	}
	return a.digits && noun.Len() == 0 && r.joined(a.end) && r.capital(a.end) && !r.beginsTime(a.end) && !r.doc.Words[a.end].Stop
}

// namedBefore tells whether the word before word i is a name: a capital that
// neither begins the sentence nor is a time.
func (r *figureReader) namedBefore(i int) bool {
	if i <= r.floor || !r.capital(i-1) || r.doc.Words[i-1].Stop || !r.joined(i) {
		return false
	}
	if hedge, _ := r.hedgeBefore(i, false); hedge != Exact {
		return false
	}
	return !r.beginsTime(i-1) && (i-1 > r.first || !isParticiple(r.fold(i-1)))
}

// beginsTime tells whether word i is a month or a weekday.
func (r *figureReader) beginsTime(i int) bool {
	kind, _ := kindOf(r.fold(i))
	return kind == monthWord || kind == weekdayWord
}

// isParticiple tells whether a word at the start of a sentence may be one that
// a count follows: "Only", "Another", "Killing".
func isParticiple(fold string) bool {
	return isOneOf(" only another exactly just ", fold) || strings.HasSuffix(fold, "ing") || strings.HasSuffix(fold, "ed")
}

// labels tells whether the number after a word is its name rather than how many
// there are.
func labels(fold string) bool {
	const labelling = " no number page pages p pp chapter verse part volume issue episode version section article title rule class " +
		"proposition amendment level phase stage step tier category grade type formula day week ages room gate unit apartment " +
		"suite square flight route highway interstate line channel figure table item group top covid "
	return isOneOf(labelling, fold)
}
