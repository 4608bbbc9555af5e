package edit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/text"
)

// token is what two texts are compared by: a word, or a sign that is read
// aloud.
type token struct {
	text.Word          // of a sign, the span and the spelling alone
	sign      bool     // the token is a sign
	before    boundary // what stands between the token and the one before it
}

// boundary tells how natural it is for an edit to begin or end at a place.
type boundary int

const (
	joined    boundary = iota // nothing, a hyphen or the like
	spaced                    // white space
	clause                    // punctuation and white space, or a dash
	sentence                  // the end of a sentence
	paragraph                 // the end of a paragraph or of the text
)

// tokenize returns the words and signs of a text in order.
func tokenize(source string) []token {
	doc := text.Parse(source)
	tokens := make([]token, 0, len(doc.Words))
	end := 0
	for _, w := range doc.Words {
		tokens = appendSigns(tokens, source, end, w.Start)
		tokens = append(tokens, token{Word: w})
		end = w.End
	}
	tokens = appendSigns(tokens, source, end, len(source))
	setBoundaries(tokens, doc)
	return tokens
}

// appendSigns appends the signs in source[start:end], where no words are.
func appendSigns(tokens []token, source string, start, end int) []token {
	for i, r := range source[start:end] {
		if isSign(r) {
			s := text.Span{Start: start + i, End: start + i + utf8.RuneLen(r)}
			tokens = append(tokens, token{Word: text.Word{Span: s, Fold: s.Of(source), Stem: s.Of(source)}, sign: true})
		}
	}
	return tokens
}

// isSign tells whether r is read aloud, unlike punctuation, so that changing
// it changes what the text says.
func isSign(r rune) bool {
	return r > ' ' && strings.ContainsRune("%‰&+=@#§°", r) || unicode.Is(unicode.Sc, r)
}

func setBoundaries(tokens []token, doc *text.Document) {
	next := 0 // the sentence whose beginning is looked for
	end := 0
	for i := range tokens {
		t := &tokens[i]
		t.before = boundaryOf(doc.Source[end:t.Start])
		for ; next < len(doc.Sentences) && doc.Sentences[next].Start <= t.Start; next++ {
			t.before = max(t.before, sentence)
			if next == doc.Paragraphs[doc.Sentences[next].Paragraph].First {
				t.before = paragraph
			}
		}
		end = t.End
	}
}

// boundaryOf rates what stands between two words of one sentence.
func boundaryOf(gap string) boundary {
	space, other := false, false
	for _, r := range gap {
		switch {
		case unicode.IsSpace(r):
			space = true
		case r == '—' || r == '–' || r == '…':
			return clause
		default:
			other = true
		}
	}
	switch {
	case !space:
		return joined
	case other:
		return clause
	}
	return spaced
}

// boundaryAt rates the place before token i, or after the last token.
func boundaryAt(tokens []token, i int) boundary {
	if i == 0 || i == len(tokens) {
		return paragraph
	}
	return tokens[i].before
}
