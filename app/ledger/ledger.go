package ledger

import (
	"context"

	"samewire/app/collate"
	"samewire/app/text"
)

// Ledgers are the three ledgers of a story.
type Ledgers struct {
	Quotations     []Quotation
	Figures        []Figure
	FigureSets     []FigureSet
	Credits        []Credit
	PassageCredits []PassageCredit
}

// Enter returns the ledgers of the articles and their passages. It returns
// ctx's error soon after ctx ends, and no other.
func Enter(ctx context.Context, docs []*text.Document, passages []collate.Passage) (*Ledgers, error) {
	l := &Ledgers{}
	for _, step := range [...]func(){
		func() { l.Quotations = Quotations(docs, passages) },
		func() { l.Figures = Figures(docs, passages) },
		func() { l.FigureSets = CompareFigures(docs, passages, l.Figures) },
		func() { l.Credits = Credits(docs, passages) },
		func() { l.PassageCredits = CompareCredits(docs, passages, l.Credits) },
	} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step()
	}
	return l, ctx.Err()
}
