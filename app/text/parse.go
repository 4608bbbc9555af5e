package text

// Parse cuts source into paragraphs, sentences and words. It never fails: any
// string, broken UTF-8 included, gives a document whose spans lie in order
// inside the string as it is. The cost is linear in the length of source.
func Parse(source string) *Document { return NewParser().Parse(source) }

// Parser parses the articles of one story. It remembers the normal forms of the
// words it has met, so that each spelling is folded and stemmed once a story
// rather than once an article. It isn't safe for concurrent use. The documents
// it returns don't depend on what it has parsed before.
type Parser struct{ forms *forms }

// NewParser returns a parser that has met no words.
func NewParser() *Parser { return &Parser{newForms()} }

// Parse does what the function [Parse] does.
func (p *Parser) Parse(source string) *Document {
	doc := &Document{Source: source, Words: make([]Word, 0, len(source)/5+1)}
	var cuts []Span
	for _, b := range blocks(source) {
		if b.opens {
			doc.Paragraphs = append(doc.Paragraphs, Paragraph{Span: b.Span, First: len(doc.Sentences)})
		}
		par := &doc.Paragraphs[len(doc.Paragraphs)-1]
		cuts = appendSentences(cuts[:0], source, b.Span)
		for _, s := range cuts {
			sen := Sentence{Span: s, Paragraph: len(doc.Paragraphs) - 1, First: len(doc.Words)}
			doc.Words = appendWords(doc.Words, source, s, p.forms)
			sen.Last = len(doc.Words)
			doc.Sentences = append(doc.Sentences, sen)
		}
		par.End, par.Last = b.End, len(doc.Sentences)
	}
	return doc
}
