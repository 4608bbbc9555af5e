package align

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"samewire/app/sorting"
)

// The features of two words that are still without a link, each beside how far
// apart they stand and what is linked around them.
const (
	rBeside   = iota // the words before both are linked, or those after
	rNear            // on how many sides words are linked that stand two away at most
	rLeft            // the gaps that they stand in begin at linked words, or at the beginning of both
	rRight           // and end so
	rClosed          // both
	rDistance        // as share of the wordings
	rRoom            // ln of the words of the two gaps
	rAlike           // how well they stand for each other, by the tables and spelling
	rSame            // they are the same word
	rEnding          // they end alike: -ing, -ed, -ly, -tion, -s
	rCapital         // one is capitalised, the other not
	rStops           // both are stop words
	rMixed           // one is
	rLinked          // share of linked words, of the wording that has fewer
	restFeatures
)

// RestFeatures names the features of [Rest], in order.
func RestFeatures() []string {
	return []string{"beside a link", "near links", "left end", "right end", "both ends", "distance", "room",
		"alike", "same word", "same ending", "one capital", "stop words", "one stop word", "linked share"}
}

// restFloor is the least probability of a link between words that nothing
// else has linked.
const restFloor = 0.45

// restRounds is how often what is left over is looked at: the links of the
// first round speak for those of the second.
const restRounds = 2

// Rest is a pair of words that are still without a link when all that can be
// linked for a reason has been.
type Rest struct {
	Link
	Features []float64
}

// RestOf returns the links that [LinkTokens] makes for a reason, and the pairs
// of words that are left over. It is what `bench fitwords` learns from.
func RestOf(a, b []string) ([]Link, []Rest) {
	l := newLinker(cutTokens(a), cutTokens(b))
	l.reasoned()
	var rest []Rest
	l.eachRest(func(k Link, x *[restFeatures]float64) {
		rest = append(rest, Rest{k, slices.Clone(x[:])})
	})
	return l.links, rest
}

// rest links what is left over, one to one, the most probable first.
func (l *linker) rest(weights []float64) {
	type guess struct {
		Link
		odds float64
	}
	var list []guess
	least := settled(logit(restFloor))
	l.eachRest(func(k Link, x *[restFeatures]float64) {
		if odds := settled(dot(weights, x[:])); odds >= least {
			list = append(list, guess{k, odds})
		}
	})
	sorting.By(list, func(x, y guess) int { return cmp.Or(cmp.Compare(y.odds, x.odds), x.A-y.A, x.B-y.B) })
	for _, g := range list {
		if l.free(g.A, g.B) {
			l.add(g.A, g.B)
		}
	}
}

// eachRest shows the pairs of free words with their features, which are only
// valid until see returns.
func (l *linker) eachRest(see func(k Link, x *[restFeatures]float64)) {
	left, linkedA := leftOver(l.a, l.ofA)
	right, linkedB := leftOver(l.b, l.ofB)
	var x [restFeatures]float64
	for i := range left {
		for j := range right {
			x = [restFeatures]float64{rLinked: min(linkedA, linkedB)}
			l.compareRest(&left[i], &right[j], &x)
			see(Link{left[i].at, right[j].at}, &x)
		}
	}
}

// compareRest fills in all features but rLinked.
func (l *linker) compareRest(a, b *over, x *[restFeatures]float64) {
	i, j := a.at, b.at
	s, t := &l.a[i], &l.b[j]
	if l.linked(i-1, j-1) || l.linked(i+1, j+1) {
		x[rBeside] = 1
	}
	for _, d := range [2]int{-1, 1} {
		if l.linked(i+d, j+d) || l.linked(i+2*d, j+d) || l.linked(i+d, j+2*d) || l.linked(i+2*d, j+2*d) {
			x[rNear]++
		}
	}
	if l.linked(a.gap.from-1, b.gap.from-1) || a.gap.from == 0 && b.gap.from == 0 {
		x[rLeft] = 1
	}
	if l.linked(a.gap.to, b.gap.to) || a.gap.to == len(l.a) && b.gap.to == len(l.b) {
		x[rRight] = 1
	}
	x[rClosed] = float64(x[rLeft] * x[rRight])
	x[rDistance] = l.distance(i, j)
	x[rRoom] = a.room + b.room
	switch {
	case s.content && t.content:
		x[rAlike] = l.similarity(i, j)
	case !s.content && !t.content:
		x[rAlike] = l.stopSimilarity(i, j)
		x[rStops] = 1
	default:
		x[rMixed] = 1
	}
	if s.fold == t.fold {
		x[rSame] = 1
	}
	if a.ending != "" && a.ending == b.ending {
		x[rEnding] = 1
	}
	if s.capital != t.capital {
		x[rCapital] = 1
	}
}

// over is a word without a link.
type over struct {
	at     int
	gap    span    // of tokens without a link
	room   float64 // ln of its words
	ending string
}

// lettered tells whether a token is a word and no figure.
func (t *token) lettered() bool { return !t.mark && numeral(t.fold) == "" }

// ending returns which of a few endings a word has, or nothing.
func ending(fold string) string {
	for _, e := range [...]string{"ing", "ed", "ly", "tion", "s"} {
		if strings.HasSuffix(fold, e) {
			return e
		}
	}
	return ""
}

// leftOver returns the words without a link that are no figures, and the share
// of tokens with one.
func leftOver(tokens []token, of [][]int32) (out []over, linked float64) {
	n := 0
	for i := 0; i < len(of); {
		if len(of[i]) > 0 {
			n++
			i++
			continue
		}
		end := i
		for end < len(of) && len(of[end]) == 0 {
			end++
		}
		room := math.Log(float64(end - i))
		for k := i; k < end; k++ {
			if tokens[k].lettered() {
				out = append(out, over{k, span{i, end}, room, ending(tokens[k].fold)})
			}
		}
		i = end
	}
	return out, ratio(float64(n), float64(len(of)))
}
