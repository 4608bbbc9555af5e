package align

import (
	"cmp"
	"slices"
	"strings"

	"samewire/app/sorting"
)

// acronyms links a word of short to the words that it abbreviates: "UN" to
// "United Nations".
func (l *linker) acronyms(short, long []token, add func(i, j int)) {
	for i, t := range short {
		letters := strings.ReplaceAll(t.fold, ".", "")
		if n := len(letters); n < 2 || n > 5 || !t.content {
			continue
		}
		for j := 0; j < len(long); j++ {
			end, ok := spelt(letters, long[j:])
			if !ok {
				continue
			}
			for k := j; k < j+end; k++ {
				add(i, k)
			}
			break
		}
	}
}

// spelt tells whether the tokens begin with words whose first letters, stop
// words aside, are those given, and how many tokens that takes.
func spelt(letters string, tokens []token) (n int, ok bool) {
	for _, t := range tokens {
		switch {
		case t.fold != "" && t.fold[0] == letters[0] && t.content && len(t.fold) > 1:
			letters = letters[1:]
		case n == 0 || t.content || t.mark:
			return 0, false
		}
		n++
		if letters == "" {
			return n, true
		}
	}
	return 0, false
}

// blocks links what is left over between two linked places, or between one and
// an end, as a whole, if it is short on both sides.
func (l *linker) blocks() {
	order := slices.Clone(l.links)
	sorting.By(order, func(x, y Link) int { return cmp.Or(x.A-y.A, x.B-y.B) })
	for _, k := range order {
		i, j := k.A+1, k.B+1
		n, m := l.gap(i, l.ofA), l.gap(j, l.ofB)
		if n == 0 || m == 0 || n > maxBlock || m > maxBlock {
			continue
		}
		closed := l.linked(i+n, j+m)
		if !closed || !l.solid(i, n, j, m) {
			continue
		}
		for x := range n {
			for y := range m {
				l.add(i+x, j+y)
			}
		}
	}
}

// gap counts the free tokens from one on.
func (l *linker) gap(from int, of [][]int32) int {
	n := 0
	for from+n < len(of) && len(of[from+n]) == 0 && n <= maxBlock {
		n++
	}
	return n
}

// solid tells whether both sides of a block say something: a block of mere
// punctuation against words is none.
func (l *linker) solid(i, n, j, m int) bool {
	words := func(list []token) (content, marks int) {
		for _, t := range list {
			if t.content {
				content++
			}
			if t.mark {
				marks++
			}
		}
		return
	}
	ca, ma := words(l.a[i : i+n])
	cb, mb := words(l.b[j : j+m])
	return ma == 0 && mb == 0 && (ca == cb || n+m <= 4)
}
