package ledger

import (
	"cmp"
	"slices"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/sorting"
	"samewire/app/text"
)

// How tells in what form an article credits a source.
type How uint8

// The forms of a credit. The first four hold for the whole article, the next
// two for the sentence they stand in. Codes are traces, no credits; credits of
// photos say nothing of the text.
const (
	Dateline     How = iota // "OSLO (Reuters) -"
	Byline                  // "By Jane Roe, Associated Press", "Source: AFP"
	Contribution            // "Jane Roe of Reuters contributed to this report"
	Copyright               // "Copyright 2020 The Associated Press"
	InText                  // "reviewed by Bloomberg", "told the BBC"
	FromDocument            // "in a memo to staff", "tweeted"
	AgencyCode              // "(MSFT.O)": a company's code as Reuters writes it
	ExchangeCode            // "(NASDAQ: AMZN)": the code of a stock exchange
	Photo                   // "(AP Photo/Jane Roe)"
)

var hows = [...]string{"dateline", "byline", "contribution", "copyright", "in text", "document", "agency code", "exchange code", "photo"}

// String returns the name of the form as it stands in the JSON.
func (h How) String() string { return hows[min(int(h), len(hows)-1)] }

// Wide tells whether a credit in this form holds for the whole article.
func (h How) Wide() bool { return h <= Copyright }

// Credit is a place where an article says where its copy is from, or where it
// kept a trace of that.
type Credit struct {
	align.Place           // the phrase that credits
	Source      text.Span // the source as the article writes it; empty if it names none
	// Name is the source's usual name: "Associated Press" for "AP". For a
	// document it is what kind of document it is, for an agency's code the
	// agency, for an exchange's code the exchange. It is empty if the article
	// names no source, as a line of contributors may do.
	Name string
	How  How
}

// Credits returns the credits of all articles, in the order of the articles
// and of their places. People who are quoted are no credits, nor are outlets
// that are merely mentioned. The cost is linear in the words. It doesn't look
// at the passages so far; they are part of the ledgers' common form.
func Credits(docs []*text.Document, _ []collate.Passage) []Credit {
	lex := newCreditLexicon()
	var out []Credit
	for i, d := range docs {
		s := creditScan{creditLexicon: lex, d: d, article: i}
		out = append(out, s.scan()...)
	}
	return out
}

// creditScan looks for the credits of one article.
type creditScan struct {
	*creditLexicon
	d            *text.Document
	article      int
	person       bool            // a person of the name Bloomberg is in the article
	photographed map[string]bool // the photo credits that were noted
	mentions     []mention
	spoken       []text.Span     // what stands in quotation marks: what an outlet named there credits isn't this article
	lead         int             // the first word of the last sentence that says what the news is
	subjects     map[string]bool // outlets that are the news themselves
	out          []Credit
}

// leadSentences is how many sentences at the beginning of an article say what
// the news is. An outlet that they name without crediting it is the news.
const leadSentences = 3

func (s *creditScan) scan() []Credit {
	s.findMentions()
	for _, m := range findMarked(s.d) {
		s.spoken = append(s.spoken, m.pieces...)
	}
	s.subjects = make(map[string]bool)
	if n := len(s.d.Sentences); n > 0 {
		s.lead = s.d.Sentences[min(n, leadSentences)-1].First
	}
	rest := s.mentions
	for i := range s.d.Sentences {
		sen := &s.d.Sentences[i]
		n := 0
		for n < len(rest) && rest[n].first < sen.Last {
			n++
		}
		named := rest[:n]
		rest = rest[n:]
		s.codes(sen)
		if s.line(i, named) {
			continue
		}
		s.credited(sen, named)
		s.organizations(sen, named)
		s.documents(sen)
	}
	sorting.By(s.out, func(a, b Credit) int {
		return cmp.Or(a.Start-b.Start, a.End-b.End, a.Source.Start-b.Source.Start, int(a.How)-int(b.How))
	})
	s.out = slices.DeleteFunc(s.out, func(c Credit) bool { return c.How >= InText && c.How <= FromDocument && s.isSpoken(c.Span) })
	return slices.CompactFunc(s.out, func(a, b Credit) bool { return a.Place == b.Place && a.Name == b.Name })
}

// isSpoken tells whether a span lies within words in quotation marks.
func (s *creditScan) isSpoken(span text.Span) bool {
	i, _ := slices.BinarySearchFunc(s.spoken, span.Start, func(p text.Span, at int) int { return cmp.Compare(p.End, at) })
	return i < len(s.spoken) && s.spoken[i].Start <= span.Start && span.End <= s.spoken[i].End
}

// add notes a credit over the words [first, last) whose source stands in the
// words [from, to).
func (s *creditScan) add(how How, name string, first, last, from, to int) {
	c := Credit{How: how, Name: name}
	c.Place = align.Place{Article: s.article, Span: s.span(first, last)}
	c.Source = s.span(from, to)
	s.out = append(s.out, c)
}

// addNamed notes a credit of the source of m over the words [first, last).
func (s *creditScan) addNamed(how How, m *mention, first, last int) {
	s.add(how, m.name, first, last, m.first, m.last)
	c := &s.out[len(s.out)-1]
	if own := len(possessive(c.Source.Of(s.d.Source))); own < c.Source.Len() {
		c.Source.End = c.Source.Start + own
	}
}

// span returns the bytes of the words [first, last), or an empty span at the
// first for none.
func (s *creditScan) span(first, last int) text.Span {
	words := s.d.Words
	if first >= last {
		return text.Span{}
	}
	return text.Span{Start: words[first].Start, End: words[last-1].End}
}

// gap returns what stands between word i and the one before it.
func (s *creditScan) gap(i int) string {
	if i <= 0 || i >= len(s.d.Words) {
		return "\n"
	}
	return s.d.Source[s.d.Words[i-1].End:s.d.Words[i].Start]
}

// fold returns the folded spelling of word i, or "" outside sentence sen.
func (s *creditScan) fold(sen *text.Sentence, i int) string {
	if i < sen.First || i >= sen.Last {
		return ""
	}
	return s.d.Words[i].Fold
}
