package lesson

import (
	"slices"
	"strings"

	"samewire/app/align"
	"samewire/app/text"
)

// coverEachOther tells whether at least this share of the content words of
// either wording is linked to words of the other.
func coverEachOther(a, b []text.Word, least float64) bool {
	linkedA, linkedB := linked(a, b)
	return covered(a, linkedA) >= least && covered(b, linkedB) >= least
}

// linked tells which words of two wordings have a link.
func linked(a, b []text.Word) (inA, inB []bool) {
	inA, inB = make([]bool, len(a)), make([]bool, len(b))
	for _, l := range align.SureLinks(a, b) {
		inA[l.A], inB[l.B] = true, true
	}
	return inA, inB
}

// covered returns the share of the content words that are linked.
func covered(words []text.Word, linked []bool) float64 {
	n, of := 0, 0
	for i, w := range words {
		if w.Stop {
			continue
		}
		of++
		if linked[i] {
			n++
		}
	}
	return float64(n) / float64(max(of, 1))
}

// otherNames tells whether either wording has a name that the other lacks, or
// another one in its place: they may tell of two people or places.
func otherNames(a, b []text.Word) bool {
	linkedA, linkedB := linked(a, b)
	for _, l := range align.LinkWords(a, b) {
		if x, y := &a[l.A], &b[l.B]; l.A > 0 && l.B > 0 && x.Capital && y.Capital && !x.Stop && !y.Stop && x.Fold[0] != y.Fold[0] {
			return true // "Gov." may be "Governor", but Dover is not Calais
		}
	}
	lacks := func(words []text.Word, linked []bool) bool {
		for i := range words { // the first word too: "Pelosi's office"
			if (words[i].Digit || words[i].Capital && !words[i].Stop) && !linked[i] {
				return true
			}
		}
		return false
	}
	return lacks(a, linkedA) && lacks(b, linkedB)
}

// tellsMore tells whether either wording has more than a detail that the other
// lacks: several content words in a row without a link.
func tellsMore(a, b []text.Word) bool {
	linkedA, linkedB := linked(a, b)
	run := func(words []text.Word, linked []bool) (longest int) {
		n := 0
		for i, w := range words {
			switch {
			case linked[i] && !w.Stop:
				n = 0
			case !linked[i] && !w.Stop:
				n++
			}
			longest = max(longest, n)
		}
		return longest
	}
	return abs(run(a, linkedA)-run(b, linkedB)) > maxMore
}

// minAdded is how many content words in a row are more than a detail where the
// other wording has nothing in their place.
const minAdded = 2

// eachTellsMore tells whether either wording has something that the other has
// nothing for.
func eachTellsMore(a, b []text.Word) bool {
	links := align.SureLinks(a, b)
	back := make([]align.Link, len(links))
	for i, l := range links {
		back[i] = align.Link{A: l.B, B: l.A}
	}
	return added(a, b, links) >= minAdded && added(b, a, back) >= minAdded
}

// added returns the longest run of content words of a that aren't linked and
// stand between linked ones whose counterparts have none such between them.
func added(a, b []text.Word, links []align.Link) (longest int) {
	partner, taken := make([]int, len(a)), make([]bool, len(b))
	for i := range partner {
		partner[i] = -1
	}
	for _, l := range links {
		partner[l.A], taken[l.B] = l.B, true
	}
	before, n := -1, 0
	for i := 0; i <= len(a); i++ {
		if i < len(a) && (a[i].Stop || partner[i] < 0) {
			if !a[i].Stop {
				n++
			}
			continue
		}
		after := len(b)
		if i < len(a) {
			after = partner[i]
		}
		instead := false
		for j := before + 1; j < after; j++ {
			instead = instead || !b[j].Stop && !taken[j]
		}
		if !instead {
			longest = max(longest, n)
		}
		before, n = after, 0
	}
	return longest
}

func abs(n int) int { return max(n, -n) }

// agree tells whether nothing between two wordings can make readers say that
// they tell different things: other numbers, a "not", a "may" or a "said" that one
// lacks.
func agree(a, b []text.Word) bool {
	number := func(w text.Word) bool { return w.Digit }
	denial := func(w text.Word) bool { return isOneOf(denials, w.Fold) || strings.HasSuffix(w.Fold, "n't") }
	possible := func(w text.Word) bool { return isOneOf(possibilities, w.Fold) }
	told := func(w text.Word) bool { return isOneOf(sayings, w.Fold) }
	held := func(w text.Word) bool { return isOneOf(opinions, w.Fold) }
	numbersA, sumA := tally(a, number)
	numbersB, sumB := tally(b, number)
	denialsA, _ := tally(a, denial)
	denialsB, _ := tally(b, denial)
	return numbersA == numbersB && sumA == sumB && denialsA == denialsB && slices.ContainsFunc(a, possible) == slices.ContainsFunc(b, possible) &&
		slices.ContainsFunc(a, told) == slices.ContainsFunc(b, told) && slices.ContainsFunc(a, held) == slices.ContainsFunc(b, held)
}

// What makes a statement one of what is not so, of what isn't sure or yet to
// come, of what is only held to be so, or of what somebody says.
const (
	denials       = "not no never nor none without deny denied denies"
	possibilities = "may might could would will should can must expected likely unlikely due set possible possibly perhaps if"
	opinions      = "considered believed regarded thought deemed reportedly allegedly apparently"
	sayings       = "said says saying told tells added adds according claimed claims announced warned warns wrote reported"
)

// tally counts some of the words, and adds up their digests: the same in any
// order.
func tally(words []text.Word, some func(text.Word) bool) (n int, sum uint64) {
	for _, w := range words {
		if some(w) {
			n++
			sum += digest(w.Stem)
		}
	}
	return n, sum
}
