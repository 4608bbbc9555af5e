package ui

import "strconv"

// A thread joins the two places of a moved passage, through the column in the
// middle of two compared articles, where it can cross no text. It is drawn by
// the borders of the cells that it passes, so it keeps to them at any width. It
// runs in a lane of its own; where all lanes are taken, the links that the two
// places have must do.

// lanes is how many threads the middle column has room for, side by side.
const lanes = 3

// line is a row of the table of two compared articles.
type line struct {
	class   string
	cells   [2]markup
	kind    markup // what stands in the middle
	moved   *twin  // the passage that a row has to itself on one side, or nil
	side    string // that side
	threads [lanes]string
}

// thread gives the threads their lanes, and each row the parts that it shows.
func thread(rows []line) (any bool) {
	var free [lanes]int // the row from which on a lane is free
	for from := range rows {
		to := other(rows, from)
		if to <= from {
			continue
		}
		for lane := range free {
			if free[lane] > from {
				continue
			}
			free[lane], any = to+1, true
			rows[from].threads[lane] = "down " + rows[from].side
			for i := from + 1; i < to; i++ {
				rows[i].threads[lane] = "past"
			}
			rows[to].threads[lane] = "up " + rows[to].side
			break
		}
	}
	return any
}

// other returns the row that has the other place of the passage which was moved
// in row i, or -1.
func other(rows []line, i int) int {
	for j := range rows {
		if j != i && rows[i].moved != nil && rows[j].moved == rows[i].moved {
			return j
		}
	}
	return -1
}

// threads draws the parts of threads that a row shows.
func (m *markup) threads(r *line) {
	for lane, part := range r.threads {
		if part != "" {
			m.open("i", "class", "thread lane"+strconv.Itoa(lane+1)+" "+part).close("i")
		}
	}
}
