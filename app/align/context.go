package align

import (
	"context"
	"math"
)

// The features of the second and the third pass: what the pass before says of
// a pair, and what it says of the pairs around it.
const (
	gBefore   = iota // log-odds of the pass before
	gDiagonal        // best of the pairs one sentence before and one after, in both
	gBeside          // best of the pairs one sentence before or after, in one
	gRow             // lead over the best rival of the same row
	gColumn          // lead over the best rival of the same column
	gThird           // best c of a third article that is like both
	gKin             // best of the pairs of a or b with kin of the other, by their kinship
	contextFeatures
)

type contextPass [contextFeatures]float64

// pair is a candidate after the first pass.
type pair struct {
	a, b int32
	p    float64 // probability after a pass
	q    float64 // and after the next
	long bool    // they share a run of minRunWords words
}

// pairs are all candidates of a story, in the order of a's article, b's
// article, a, b.
type pairs struct {
	list   []pair
	blocks []span // one a pair of articles that has candidates
	kin    [][]neighbour
}

// span is a range of indices.
type span struct{ from, to int }

// neighbour is a sentence and how like it is to another.
type neighbour struct {
	sentence int32
	p        float64
}

// enoughLike is the probability from which on a pair can speak for another.
const enoughLike = 0.1

// neighbours lists for every sentence those of other articles that are like
// it.
func (ps *pairs) neighbours(sentences int) [][]neighbour {
	count := make([]int, sentences)
	total := 0
	for _, k := range ps.list {
		if k.p >= enoughLike {
			count[k.a]++
			count[k.b]++
			total += 2
		}
	}
	arena := make([]neighbour, total)
	table := make([][]neighbour, sentences)
	for s, n := range count {
		table[s], arena = arena[:0:n], arena[n:]
	}
	for _, k := range ps.list {
		if k.p >= enoughLike {
			table[k.a] = append(table[k.a], neighbour{k.b, k.p})
			table[k.b] = append(table[k.b], neighbour{k.a, k.p})
		}
	}
	return table
}

// thirds finds the third articles that speak for pairs of one sentence.
type thirds struct {
	like [][]neighbour
	a    int32     // the sentence that p is about, or -1
	p    []float64 // one a sentence: how like it is to a, or 0
}

// best returns the best min(p(a,c), p(c,b)) over all sentences c. It is quick
// if a is the same as before.
func (t *thirds) best(a, b int32) float64 {
	if a != t.a {
		if t.a >= 0 {
			for _, n := range t.like[t.a] {
				t.p[n.sentence] = 0
			}
		}
		for _, n := range t.like[a] {
			t.p[n.sentence] = n.p
		}
		t.a = a
	}
	best := 0.0
	for _, n := range t.like[b] {
		best = max(best, min(n.p, t.p[n.sentence]))
	}
	return best
}

// surround works out the features of the next pass and gives each pair's to
// see.
func (c *corpus) surround(ctx context.Context, ps *pairs, see func(n int, x *contextPass)) error {
	var third *thirds
	if len(c.docs) > 2 {
		third = &thirds{like: ps.neighbours(len(c.sentences)), a: -1, p: make([]float64, len(c.sentences))}
	}
	var rows, cols best3
	var starts []int
	for _, blk := range ps.blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		list := ps.list[blk.from:blk.to]
		da, db := &c.docs[c.sentences[list[0].a].doc], &c.docs[c.sentences[list[0].b].doc]
		rows.reset(da.last - da.first)
		cols.reset(db.last - db.first)
		starts = rowStarts(list, da.first, da.last, starts)
		for _, k := range list {
			if c.isHead(k.b) {
				rows.add(int(k.a)-da.first, k.p)
			}
			if c.isHead(k.a) {
				cols.add(int(k.b)-db.first, k.p)
			}
		}
		at := func(a, b int32) float64 { return lookUp(list, starts, int(a)-da.first, b) }
		for i, k := range list {
			if i&1023 == 0 {
				if err := ctx.Err(); err != nil {
					return err
				}
			}
			x := contextPass{
				gBefore:   logit(k.p),
				gDiagonal: max(at(k.a-1, k.b-1), at(k.a+1, k.b+1)),
				gBeside:   max(at(k.a, k.b-1), at(k.a, k.b+1), at(k.a-1, k.b), at(k.a+1, k.b)),
				gRow:      k.p - rows.rival(int(k.a)-da.first, k.p),
				gColumn:   k.p - cols.rival(int(k.b)-db.first, k.p),
			}
			if third != nil {
				x[gThird] = third.best(k.a, k.b)
			}
			for _, n := range ps.kin[k.a] {
				x[gKin] = max(x[gKin], float64(n.p*at(n.sentence, k.b)))
			}
			for _, n := range ps.kin[k.b] {
				x[gKin] = max(x[gKin], float64(n.p*at(k.a, n.sentence)))
			}
			see(blk.from+i, &x)
		}
	}
	return nil
}

// rowStarts returns where each row of the list begins, and its end.
func rowStarts(list []pair, first, last int, starts []int) []int {
	starts = starts[:0]
	n := 0
	for row := first; row <= last; row++ {
		for n < len(list) && int(list[n].a) < row {
			n++
		}
		starts = append(starts, n)
	}
	return starts
}

// shortRow is how many pairs are searched faster one by one.
const shortRow = 4

// lookUp returns the probability of the pair in a row whose b is given, or 0.
func lookUp(list []pair, starts []int, row int, b int32) float64 {
	if row < 0 || row+1 >= len(starts) {
		return 0
	}
	line := list[starts[row]:starts[row+1]]
	for len(line) > shortRow {
		if half := len(line) / 2; line[half].b <= b {
			line = line[half:]
		} else {
			line = line[:half]
		}
	}
	for i := range line {
		if line[i].b == b {
			return line[i].p
		}
	}
	return 0
}

func logit(p float64) float64 {
	p = min(max(p, 1e-6), 1-1e-6)
	return math.Log(p / (1 - p))
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
