package align

import (
	"samewire/app/story"
	"samewire/app/text"
)

// An article is judged by so many words at most, from its beginning, and is
// taken for English if two thirds of them are known.
const (
	judgedWords   = 100
	englishShare  = 2.0 / 3
	nearWordPairs = 0.5
)

// English tells whether an article is in English: whether most of its words
// are function words of English or stems of the background tables. Names,
// numbers and what is left out of excerpts don't count. An article without other words is taken for English.
//
// In articles in other languages [Align] finds copy that is near verbatim
// alone. The tables say nothing about their words, and a word that stands in
// every sentence passes for a rare one there.
func English(d *text.Document) bool {
	lex := background()
	known, judged := 0, 0
	for i := 0; i < len(d.Words) && judged < judgedWords; i++ {
		w := &d.Words[i]
		if w.Capital || w.Digit || w.Of(d.Source) == story.Filler {
			continue
		}
		judged++
		if w.Stop || lex.knows(w.Stem) {
			known++
		}
	}
	return float64(known) >= englishShare*float64(judged)
}

// near tells whether two sentences have at least half of the shorter one's
// pairs of neighbouring words in common, or all their words.
func (k *candidate) near() bool {
	return k.features[fRunShare] >= nearWordPairs || k.likeness == 1
}
