package ledger

import "strings"

const (
	risingWords = " rise rises rose risen rising gain gains gained gaining jump jumps jumped jumping climb climbs climbed climbing surge surges " +
		"surged surging soar soars soared soaring grow grows grew grown growth increase increases increased increasing up rally rallied " +
		"advance advanced higher leap leapt leaped "
	fallingWords = " fall falls fell fallen falling lose loses lost losing loss drop drops dropped dropping decline declines declined declining " +
		"slide slides slid sliding tumble tumbles tumbled tumbling plunge plunges plunged plunging sink sank sunk shed sheds decrease " +
		"decreases decreased decreasing slump slumps slumped down lower plummet plummeted "
	directionWindow = 4 // words from a figure to the one that says which way it went
)

// opposed tells whether one of two figures is said to have risen and the other to
// have fallen: they are no two wordings of one move.
func (c *figureComparison) opposed(a, b int) bool {
	return c.direction(a)*c.direction(b) < 0
}

// direction returns 1 for a figure that is said to be a rise, -1 for a fall, and 0
// where the words beside it don't tell.
func (c *figureComparison) direction(i int) int {
	f := &c.figures[i]
	if f.isTime() || f.Unit == Ordinal {
		return 0
	}
	d := c.docs[f.Article]
	first, last := d.WordsIn(f.Span)
	for w := first - 1; w >= 0 && w >= first-directionWindow; w-- {
		if strings.ContainsAny(d.Source[d.Words[w].End:d.Words[w+1].Start], ",.;:") {
			break
		}
		if n := directionOf(d.Words[w].Fold); n != 0 {
			return n
		}
	}
	for w := last; w < len(d.Words) && w < last+2; w++ {
		if strings.ContainsAny(d.Source[d.Words[w-1].End:d.Words[w].Start], ",.;:") {
			break
		}
		if n := directionOf(d.Words[w].Fold); n != 0 {
			return n
		}
	}
	return 0
}

func directionOf(fold string) int {
	switch {
	case isOneOf(risingWords, fold):
		return 1
	case isOneOf(fallingWords, fold):
		return -1
	}
	return 0
}
