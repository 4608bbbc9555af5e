package lesson

import (
	"cmp"
	"slices"

	"samewire/app/text"
)

// wordChange is words [a0, a1) of one wording that have [b0, b1) of another in
// their place.
type wordChange struct{ a0, a1, b0, b1 int }

// plainChanges returns the changes between two wordings, and false where
// readers may see other ones: where several alignments keep as many words, or
// where a word that says something only moved.
func plainChanges(a, b []text.Word) ([]wordChange, bool) {
	keepA, keepB, ok := onlyAlignment(a, b)
	if !ok {
		return nil, false
	}
	var out []wordChange
	gone := make(map[string]bool)
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && keepA[i] && j < len(b) && keepB[j] {
			i, j = i+1, j+1
			continue
		}
		c := wordChange{a0: i, b0: j}
		for i < len(a) && !keepA[i] {
			gone[said(a[i])] = gone[said(a[i])] || !isOneOf(light, a[i].Fold)
			i++
		}
		for j < len(b) && !keepB[j] {
			j++
		}
		c.a1, c.b1 = i, j
		out = append(out, c)
	}
	for _, c := range out {
		for _, w := range b[c.b0:c.b1] {
			if gone[said(w)] && !slices.ContainsFunc(a[c.a0:c.a1], func(x text.Word) bool { return said(x) == said(w) }) {
				return nil, false
			}
		}
	}
	if slices.ContainsFunc(out, func(c wordChange) bool {
		return inName(a, c.a0, c.a1) && inName(b, c.b0, c.b1) && !sameName(a[c.a0], b[c.b0])
	}) {
		return nil, false
	}
	for i := 1; i < len(out); i++ {
		if c, d := out[i-1], out[i]; d.a0-c.a1 == 1 && (c.a0 == c.a1 && d.b0 == d.b1 || c.b0 == c.b1 && d.a0 == d.a1) {
			return nil, false // "6 November", "Nov. 6": which of them moved?
		}
	}
	return out, len(out) > 0
}

// light words stand twice in a sentence by chance: where one is left out here
// and another added there, nobody says that it moved.
const light = "the a an of to in on at for from by with as and or but that this is was are were be been has have had it he she they his her its their"

// said returns a word's stem, or its digits if it is a number written out.
func said(w text.Word) string { return cmp.Or(numeral(w), w.Stem) }

// inName tells whether the words [first, last) go on with a name that begins
// before them: "United States", "United Kingdom" are two whole names.
func inName(words []text.Word, first, last int) bool {
	named := func(i int) bool { return i > 0 && words[i].Capital && !words[i].Stop }
	return first < last && named(first) && named(first-1)
}

// hasStem tells whether one of words has a stem.
func hasStem(words []text.Word, stem string) bool {
	for _, w := range words {
		if w.Stem == stem {
			return true
		}
	}
	return false
}

// onlyAlignment tells which words of two wordings their longest common
// subsequence keeps, and false if there are several with other words.
func onlyAlignment(a, b []text.Word) (keepA, keepB []bool, ok bool) {
	before, after := commonLengths(a, b), suffixLengths(a, b)
	most := before[len(a)][len(b)]
	keepA, keepB = make([]bool, len(a)), make([]bool, len(b))
	for i := range a {
		for j := range b {
			if a[i].Fold == b[j].Fold && before[i][j]+1+after[i+1][j+1] == most {
				keepA[i], keepB[j] = true, true
			}
		}
	}
	// A word that one longest alignment keeps and another leaves out.
	for i := range a {
		for j := 0; keepA[i] && j <= len(b); j++ {
			if before[i][j]+after[i+1][j] == most {
				return nil, nil, false
			}
		}
	}
	for j := range b {
		for i := 0; keepB[j] && i <= len(a); i++ {
			if before[i][j]+after[i][j+1] == most {
				return nil, nil, false
			}
		}
	}
	return keepA, keepB, true
}

// commonLengths returns the lengths of the longest common subsequences of the
// first i words of a and the first j of b.
func commonLengths(a, b []text.Word) [][]int {
	table := newTable(len(a)+1, len(b)+1)
	for i := range a {
		for j := range b {
			table[i+1][j+1] = max(table[i][j+1], table[i+1][j])
			if a[i].Fold == b[j].Fold {
				table[i+1][j+1] = table[i][j] + 1
			}
		}
	}
	return table
}

// suffixLengths does the same for the words from i and from j on.
func suffixLengths(a, b []text.Word) [][]int {
	table := newTable(len(a)+1, len(b)+1)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			table[i][j] = max(table[i+1][j], table[i][j+1])
			if a[i].Fold == b[j].Fold {
				table[i][j] = table[i+1][j+1] + 1
			}
		}
	}
	return table
}

func newTable(rows, columns int) [][]int {
	cells := make([]int, rows*columns)
	table := make([][]int, rows)
	for i := range table {
		table[i] = cells[i*columns : (i+1)*columns]
	}
	return table
}
