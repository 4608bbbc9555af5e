package align

// block is the candidates between two articles, in the order of a, then b.
type block struct {
	cands          []candidate
	firstA, firstB int // the articles' first sentences
	rows, cols     best3
}

func (k *candidate) in(b *block) (row, col int) { return int(k.a) - b.firstA, int(k.b) - b.firstB }

// rivals fills in fRivals for all candidates of a block: twice the likeness,
// less the mean of the best three of its row and that of its column. A
// sentence that is like everything is like nothing.
func (b *block) rivals(c *corpus) {
	for i := range b.cands {
		row, col := b.cands[i].in(b)
		if c.isHead(b.cands[i].b) {
			b.rows.add(row, b.cands[i].likeness)
		}
		if c.isHead(b.cands[i].a) {
			b.cols.add(col, b.cands[i].likeness)
		}
	}
	for i := range b.cands {
		k := &b.cands[i]
		row, col := k.in(b)
		k.features[fRivals] = float64(2*k.likeness) - b.rows.mean(row) - b.cols.mean(col)
	}
}

// best3 keeps the three largest values of every row.
type best3 [][3]float64

// reset makes t a table of n empty rows.
func (t *best3) reset(n int) {
	if cap(*t) < n {
		*t = make(best3, n)
	}
	*t = (*t)[:n]
	clear(*t)
}

func (t best3) add(row int, v float64) {
	r := &t[row]
	switch {
	case v > r[0]:
		r[0], r[1], r[2] = v, r[0], r[1]
	case v > r[1]:
		r[1], r[2] = v, r[1]
	case v > r[2]:
		r[2] = v
	}
}

func (t best3) mean(row int) float64 {
	return (t[row][0] + t[row][1] + t[row][2]) / 3
}

// rival returns the largest value of the row that is not v itself.
func (t best3) rival(row int, v float64) float64 {
	if t[row][0] == v {
		return t[row][1]
	}
	return t[row][0]
}
