package align

import (
	"slices"
	"strings"

	"samewire/app/text"
)

// minOwnWords is how many words the clauses at an end of a sentence must have
// together to be left out of a match.
const minOwnWords = 8

// clauses returns the words of sentence s without the clauses at its beginning
// and at its end of which sentence other has no word: they are its article's
// own copy.
func (c *corpus) clauses(s, other int32) []text.Word {
	words := c.words(s)
	if len(words) < 2*minOwnWords {
		return words
	}
	sen := &c.sentences[s]
	span := c.docs[sen.doc].Sentences[sen.index]
	base := span.Last - len(words) // the dateline is gone already
	first, last := len(words), 0
	for _, u := range sen.units {
		from := int(u.word) - base
		to := from + int(u.words)
		if from >= 0 && (from < first || to > last) && c.has(other, u) {
			first, last = min(first, from), max(last, to)
		}
	}
	if first >= last {
		return words
	}
	source := c.docs[sen.doc].Source
	from, to := 0, len(words)
	for i := first; i > 0; i-- {
		if i >= minOwnWords && clauseEnds(source, words[i-1], words[i]) {
			from = i
			break
		}
	}
	for i := last; i < len(words); i++ {
		if len(words)-i >= minOwnWords && clauseEnds(source, words[i-1], words[i]) {
			to = i
			break
		}
	}
	return words[from:to]
}

// clauseEnds tells whether a clause ends between two words that follow each other.
func clauseEnds(source string, a, b text.Word) bool {
	gap := source[a.End:b.Start]
	return strings.ContainsAny(gap, ",;:()—–“”\"") || strings.Contains(gap, " - ") || strings.Contains(gap, "--")
}

// has tells whether sentence s has the term of u, or one that stands for it.
func (c *corpus) has(s int32, u unit) bool {
	units := c.sentences[s].units
	in := func(term int32) bool {
		_, ok := slices.BinarySearchFunc(units, term, func(v unit, t int32) int { return int(v.term - t) })
		return ok
	}
	return in(u.term) || !u.name && slices.ContainsFunc(c.partners[u.term], func(r reach) bool { return in(r.term) })
}

// placeOfWords returns the place of words of sentence s, the whole sentence
// without its dateline if they are all of it.
func (c *corpus) placeOfWords(s int32, words []text.Word) Place {
	p := c.placeOf(s)
	all := c.words(s)
	if len(words) == 0 {
		return p
	}
	if words[0].Start > all[0].Start {
		p.Start = words[0].Start
	}
	if words[len(words)-1].End < all[len(all)-1].End {
		p.End = words[len(words)-1].End
	}
	return p
}
