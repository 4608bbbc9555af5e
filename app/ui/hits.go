package ui

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"samewire/app/sorting"
	"samewire/app/text"
)

// maxQuery is how many characters of a query are looked for.
const maxQuery = 200

// cleanQuery returns a query as it stands in an address: on one line, and not
// too long.
func cleanQuery(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	if utf8.RuneCountInString(s) > maxQuery {
		s = strings.TrimSpace(string([]rune(s)[:maxQuery]))
	}
	return s
}

// query is what a sentence must have to be found: each of the phrases.
type query []phrase

// phrase is words that are to follow one another. Their normal forms are
// without accents.
type phrase struct {
	words []text.Word
	exact bool // as spelled: no other form of a word will do
}

// readQuery reads what a reader typed. What stands in quotation marks is exact;
// a mark that isn't closed counts to the end.
func readQuery(s string) query {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("“”„«»", r) {
			return '"'
		}
		return r
	}, s)
	var q query
	for i, piece := range strings.Split(s, `"`) {
		words := text.Parse(piece).Words
		for k := range words {
			words[k].Fold, words[k].Stem = text.Unaccented(words[k].Fold), text.Unaccented(words[k].Stem)
		}
		if len(words) > 0 {
			q = append(q, phrase{words, i%2 == 1})
		}
	}
	return q
}

// apart returns the query with each word for itself, but for exact phrases. It
// is false if that is the same query.
func (q query) apart() (query, bool) {
	var all query
	seen := map[string]bool{}
	for _, p := range q {
		if p.exact {
			all = append(all, p)
			continue
		}
		for i, w := range p.words {
			if !seen[w.Stem] {
				seen[w.Stem] = true
				all = append(all, phrase{words: p.words[i : i+1]})
			}
		}
	}
	return all, len(all) > len(q)
}

// begins tells whether words begin with the phrase.
func (p phrase) begins(words []text.Word) bool {
	if len(words) < len(p.words) {
		return false
	}
	for i, want := range p.words {
		if !same(words[i].Fold, want.Fold) && (p.exact || !same(words[i].Stem, want.Stem)) {
			return false
		}
	}
	return true
}

// same tells whether a normal form is the one that is looked for, accents aside.
func same(form, want string) bool {
	if form == "" || want == "" || form[0] != want[0] && form[0] < utf8.RuneSelf {
		return form == want // most words: they need no look for accents
	}
	return text.Unaccented(form) == want
}

// in adds the places of the phrase that begin in a sentence to found.
func (p phrase) in(doc *text.Document, s text.Sentence, found []text.Span) []text.Span {
	for k := s.First; k < s.Last; k++ {
		if p.begins(doc.Words[k:]) {
			last := k + len(p.words) - 1
			found = append(found, text.Span{Start: doc.Words[k].Start, End: doc.Words[last].End})
			k = last
		}
	}
	return found
}

// hit is a sentence with what was looked for, or the sentences that a phrase
// runs through.
type hit struct {
	text.Span
	article int
	found   []text.Span // in order, apart from one another
}

// hits returns the places of the query in an article, in order. The cost is
// linear in the number of words for each phrase.
func (q query) hits(doc *text.Document, article int) []hit {
	var all []hit
	for _, s := range doc.Sentences {
		found := q.inSentence(doc, s)
		if len(found) == 0 {
			continue
		}
		h := hit{s.Span, article, found}
		h.End = max(h.End, sentenceEnd(doc, found[len(found)-1].End))
		if n := len(all); n > 0 && all[n-1].End > h.Start { // a phrase ran into this sentence
			before := &all[n-1]
			before.End, before.found = max(before.End, h.End), joined(append(before.found, found...))
			continue
		}
		all = append(all, h)
	}
	return all
}

// inSentence returns where a sentence has the phrases, or nothing if one is
// missing.
func (q query) inSentence(doc *text.Document, s text.Sentence) []text.Span {
	var found []text.Span
	for _, p := range q {
		n := len(found)
		if found = p.in(doc, s, found); len(found) == n {
			return nil
		}
	}
	return joined(found)
}

// joined returns spans in order, those that overlap as one.
func joined(spans []text.Span) []text.Span {
	sorting.By(spans, func(x, y text.Span) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	all := spans[:0]
	for _, s := range spans {
		if n := len(all); n > 0 && s.Start <= all[n-1].End {
			all[n-1].End = max(all[n-1].End, s.End)
		} else {
			all = append(all, s)
		}
	}
	return all
}

// sentenceEnd returns the end of the sentence that holds the byte before at.
func sentenceEnd(doc *text.Document, at int) int {
	i, _ := slices.BinarySearchFunc(doc.Sentences, at, func(s text.Sentence, at int) int { return cmp.Compare(s.End, at) })
	return doc.Sentences[i].End
}
