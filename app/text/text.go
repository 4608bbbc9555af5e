// Package text cuts an article's text into paragraphs, sentences and words.
//
// In comes one string; out comes a [Document] whose parts are all byte spans of
// that string, so that every later stage can say exactly where in the article
// something stands. Nothing is copied or changed: the source is kept byte for
// byte, and normal forms (folded spelling, stem) live beside the spans.
//
// # Paragraphs
//
// Blank lines part paragraphs; in a text without any, each line is one. A line
// break inside a paragraph is taken for a mere wrap if the text is wrapped to a
// width, if the line before ends a sentence, or if the next goes on in small
// letters; otherwise (headings, captions, list items) no sentence crosses it.
//
// # Sentences
//
// A sentence ends at a full stop, question or exclamation mark, ellipsis or the
// like of another script (Sentence_Terminal of UAX #29), with the closing
// quotation marks, brackets and note numbers after it, if what follows can begin
// a sentence: a capital letter, a digit, or a letter of a script without case.
// Where UAX #29 stops, the kind of word before a full stop decides: after a
// title a name follows; after a company, an acronym or a place the sentence
// ends only if the next word is one that begins sentences rather than names;
// "No." goes on before a number; and so on, see class. Quotations of several
// sentences are cut, as in UD English GUM, but nothing is cut within a bracket
// in the middle of a sentence, nor within a quotation that completes the
// grammar of the sentence around it. The cases to meet were the golden rules of
// Pragmatic Segmenter (K. Dias, 2015). Rules were preferred to a trained model:
// they are a few kilobytes, say why, and need no guesses about the newsroom.
//
// # Words
//
// A word is a run of letters, digits and combining marks with the apostrophes
// ("we've"), full stops ("8.5", "example.com"), commas ("27,000"), low lines and
// ampersands ("AT&T") between them, after the word rules of UAX #29. Hyphens and
// dashes part words: outlets differ in them ("ad-free", "ad free"), and a
// changed half then shows as one changed word. Colons and slashes part words
// too. The final stop of an acronym belongs to the word ("U.S."), any other
// doesn't ("Mr"). Currency and per cent signs stand outside: the word of "$8.5"
// is "8.5". Scripts other than Latin, Greek, Cyrillic and Armenian are cut by
// UAX #29 as it stands, which gives Han, Hiragana and Thai one character a word.
//
// The stem is Porter's (An algorithm for suffix stripping, Program 14, 1980),
// with the irregular verbs and nouns mapped to their base first.
package text

// Span is a half-open range of UTF-8 byte offsets into a text: Start is the
// offset of the first byte, End the offset after the last.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the bytes of source that the span covers.
func (s Span) Of(source string) string { return source[s.Start:s.End] }

// Overlap returns the number of bytes that two spans of one text share.
func (s Span) Overlap(t Span) int {
	return max(0, min(s.End, t.End)-max(s.Start, t.Start))
}

// Document is a text with its parts. Paragraphs, sentences and words each stand
// in the order of the text and do not overlap within their kind.
type Document struct {
	Source     string
	Paragraphs []Paragraph
	Sentences  []Sentence
	Words      []Word
}

// Paragraph is a block of text between blank lines, without the white space
// around it. Its sentences are Document.Sentences[First:Last].
type Paragraph struct {
	Span
	First, Last int
}

// Sentence is a sentence with its closing punctuation and quotation marks and
// without the white space around it. It never crosses a paragraph's end. Its
// words are Document.Words[First:Last].
type Sentence struct {
	Span
	Paragraph   int
	First, Last int
}

// Word is a run of letters, digits and what holds them together: "we've",
// "8.5", "27,000", "U.S.". "voice-activated" is two words.
type Word struct {
	Span
	// Fold is the spelling that counts as the same word: lower case,
	// typographic apostrophes made plain, accents composed, invisible
	// characters and the final stop of an acronym dropped.
	Fold string
	// Stem is the Porter stem of an English word, or Fold where there is none
	// (numbers, other scripts). The possessive is stripped; acronyms lose
	// their dots ("U.S." and "US" are one stem) and numbers their commas.
	Stem string
	// Stop tells that the word is a function word, so frequent that it carries
	// no copy by itself: "the", "of", "we've", but not "said". "US" in capitals
	// is none.
	Stop bool
	// Capital tells that the word begins with an upper-case letter.
	Capital bool
	// Digit tells that the word begins with a digit.
	Digit bool
}
