package ledger

// SameAs tells whether two figures give the same value, as far as both say, in
// whatever form: "1.5 million dollars" and "$1,500,000" do. Hedges and what is
// counted don't matter.
func (f *Figure) SameAs(g *Figure) bool {
	switch {
	case f.Unit != g.Unit:
		return false
	case f.Unit == Day || f.Unit == Weekday:
		return f.Date.relation(g.Date) == Equal
	case f.Unit == Money && !sameCurrency(f.Code, g.Code):
		return false
	}
	return f.Low.Is(g.Low) && f.High.Is(g.High)
}
