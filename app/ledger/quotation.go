package ledger

import (
	"cmp"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/sorting"
	"samewire/app/text"
)

// Quotation is one quotation of one article, or a place where the article
// carries another outlet's quotation without marks.
type Quotation struct {
	// Place reaches from the opening mark to the closing one. Where the
	// quotation is broken by who said it, that lies inside.
	align.Place
	// Pieces are the quoted words without their marks, in order. There are
	// several where who said it, or a new paragraph, stands in between.
	Pieces  []text.Span `json:"pieces"`
	Speaker Speaker     `json:"speaker"`
	// Cue is the words that tell how it was said: "told employees"; empty if
	// there are none.
	Cue text.Span `json:"cue"`
	// Rendering tells how the words compare with those of the quotation that
	// has the index Base; Base is -1 where no claim is made.
	Rendering Rendering `json:"rendering"`
	Base      int       `json:"base"`
	// Group is the same number (from 1) for quotations of the same words, 0
	// for one that stands alone.
	Group int `json:"group"`
	// Changes are the words that differ from the base's, in order. What is
	// left out at the ends or at an ellipsis is none.
	Changes []Change `json:"changes,omitempty"`
}

// Change is words of the base (bytes of its article) and what this article has
// in their place; one of the two may be empty, and then is where the words
// would stand.
type Change struct {
	Base text.Span `json:"base"`
	Here text.Span `json:"here"`
}

// Rendering tells how an article renders words that another one quotes.
type Rendering uint8

// The renderings. Case, punctuation and typography don't count as changes.
const (
	Sole      Rendering = iota // no other printing of these words is known
	Fullest                    // the others of the group are compared with this
	Alike                      // the same words
	Cut                        // words left out at the ends, or where marked by an ellipsis
	Partly                     // words left out, and others that the fullest hasn't
	Bracketed                  // words changed, each marked so with brackets
	Altered                    // words changed inside the quotation marks
	Unmarked                   // the same words without quotation marks
	Indirect                   // changed words without quotation marks
)

// String returns the name of the rendering in lower case.
func (r Rendering) String() string {
	return [...]string{"sole", "fullest", "alike", "cut", "partly", "bracketed", "altered", "unmarked", "indirect"}[r]
}

// Quotations returns the quotations of all articles in the order of the
// articles, and how the outlets rendered those that several have. The result
// is the same in any order of docs, up to the numbers of articles, groups and
// quotations. The time is nearly linear in the length of the articles.
func Quotations(docs []*text.Document, passages []collate.Passage) []Quotation {
	l := &quotationLedger{docs: docs, spellings: newSpellings(), carried: newCarriedQuotations(docs, passages)}
	classes := cueClasses()
	for i, d := range docs {
		r := newQuotationReader(i, d, classes)
		l.readers = append(l.readers, r)
		l.list = append(l.list, r.quotations()...)
	}
	l.admit()
	l.group()
	l.unmarked(passages)
	return l.finish()
}

// quotationLedger is the ledger in the making.
type quotationLedger struct {
	docs      []*text.Document
	spellings *spellings
	carried   *carriedQuotations
	readers   []*quotationReader
	list      []*quoted
	groups    []*quotationGroup
	beside    [][2]*quoted // fragments that stand beside the same quotation
}

// quoted is a quotation in the making.
type quoted struct {
	Quotation
	words  []quotedWord
	key    string   // its folded words
	names  []string // of its speaker, once they were asked for
	base   *quoted
	direct bool
	group  *quotationGroup
}

// finish numbers the groups and returns the ledger in order.
func (l *quotationLedger) finish() []Quotation {
	sorting.By(l.list, func(a, b *quoted) int {
		return cmp.Or(a.Article-b.Article, a.Start-b.Start, b.End-a.End)
	})
	index := make(map[*quoted]int, len(l.list))
	for i, q := range l.list {
		index[q] = i
	}
	number := make(map[*quotationGroup]int)
	out := make([]Quotation, 0, len(l.list))
	for _, q := range l.list {
		q.Base = -1
		if q.base != nil {
			q.Base = index[q.base]
		}
		if q.group != nil && len(q.group.members) > 1 {
			if number[q.group] == 0 {
				number[q.group] = len(number) + 1
			}
			q.Group = number[q.group]
		}
		out = append(out, q.Quotation)
	}
	return out
}
