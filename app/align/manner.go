package align

import "samewire/app/text"

// manner is how a sentence tells what it tells.
type manner struct {
	comparing bool // its first clause sets one thing against another: "as many as", "longer than"
	reporting bool // it says who said something
}

// mannerOf returns the manner of sentence s. A comparison further back is an
// addition to the news, as a clause of another outlet's may be.
func (c *corpus) mannerOf(s int32) (m manner) {
	words := c.words(s)
	sen := &c.sentences[s]
	quoted := c.docs[sen.doc].quoted[c.docs[sen.doc].Sentences[sen.index].Last-len(words):]
	source, main := c.docs[sen.doc].Source, true
	for i := range words {
		main = main && (i == 0 || !clauseEnds(source, words[i-1], words[i]))
		m.comparing = m.comparing || main && compares(words[i:])
		m.reporting = m.reporting || !quoted[i] && reporting[words[i].Stem]
	}
	return m
}

// compares tells whether words begin with a comparison. "More than 200" is
// none, but a number.
func compares(words []text.Word) bool {
	if len(words) < 2 {
		return false
	}
	next := &words[1]
	switch words[0].Fold {
	case "as":
		return next.Fold == "many" || next.Fold == "much" || next.Fold == "few"
	case "than":
		_, number := smallNumbers[next.Fold]
		return !number && !next.Digit && next.Fold != "a" && next.Fold != "half"
	}
	return false
}

// differ returns 1 if one is true and the other isn't, else 0.
func differ(a, b bool) float64 {
	if a != b {
		return 1
	}
	return 0
}
