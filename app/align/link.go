package align

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"samewire/app/text"
)

// LinkWords joins the words of two wordings that carry the same copy, in the
// order of A, then B. A word may have several links, where one word stands for
// a phrase. Words without a counterpart have none.
//
// Wordings of more than maxLinked words get only links between runs of the
// same words; so the cost stays near len(a)·len(b) steps.
func LinkWords(a, b []text.Word) []Link {
	return linkTokens(tokensOf(a), tokensOf(b))
}

// LinkTokens is [LinkWords] for text that is cut into tokens already,
// punctuation marks too.
func LinkTokens(a, b []string) []Link {
	return linkTokens(cutTokens(a), cutTokens(b))
}

// maxLinked is how many words a wording may have for more than its runs to be
// linked.
const maxLinked = 600

// The weights of a link, after Sultan, Bethard and Sumner 2014 and tuned on
// labelled pairs: what its neighbours add, and what distance takes away.
const (
	neighbourGain = 0.18
	distanceCost  = 0.2
	contentFloor  = 0.5 // the least a content link must score
	stopFloor     = 0.4 // the least support of a link between stop words
	inOrder       = 0.3 // what standing between the same links adds to a stop word's support
	maxBlock      = 3   // words on either side of a block linked as a whole
)

// token is a word or a punctuation mark as the linker sees it.
type token struct {
	fold, stem string
	content    bool // neither a stop word nor punctuation
	mark       bool // punctuation
	group      int8 // of function words that stand in for each other, or 0
}

func tokensOf(words []text.Word) []token {
	out := make([]token, len(words))
	for i, w := range words {
		out[i] = token{fold: w.Fold, stem: w.Stem, content: !w.Stop, group: groupOf[w.Fold]}
	}
	return out
}

// linker holds the links found so far between two token sequences.
type linker struct {
	a, b  []token
	lex   *lexicon
	ofA   [][]int32 // the links of each token of a
	ofB   [][]int32
	links []Link
}

func linkTokens(a, b []token) []Link {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	l := &linker{a: a, b: b, lex: background(), ofA: make([][]int32, len(a)), ofB: make([][]int32, len(b))}
	l.runs()
	if len(a) <= maxLinked && len(b) <= maxLinked {
		l.acronyms(l.a, l.b, l.add)
		l.acronyms(l.b, l.a, func(j, i int) { l.add(i, j) })
		l.content()
		l.stops()
		l.blocks()
	}
	slices.SortFunc(l.links, func(x, y Link) int { return cmp.Or(x.A-y.A, x.B-y.B) })
	return l.links
}

// add links two words, once.
func (l *linker) add(i, j int) {
	if l.linked(i, j) {
		return
	}
	l.links = append(l.links, Link{i, j})
	l.ofA[i] = append(l.ofA[i], int32(j))
	l.ofB[j] = append(l.ofB[j], int32(i))
}

func (l *linker) linked(i, j int) bool {
	return i >= 0 && i < len(l.ofA) && slices.Contains(l.ofA[i], int32(j))
}

func (l *linker) free(i, j int) bool { return len(l.ofA[i]) == 0 && len(l.ofB[j]) == 0 }

// distance returns how far apart two tokens are, as shares of their wordings.
func (l *linker) distance(i, j int) float64 {
	x := (float64(i) + 0.5) / float64(len(l.a))
	y := (float64(j) + 0.5) / float64(len(l.b))
	return math.Abs(x - y)
}

// stretch is a run of the same tokens.
type stretch struct {
	i, j, n int
	score   float64
}

// runs links the longest runs of the same tokens that hold a content word,
// the longest and least displaced first.
func (l *linker) runs() {
	var found []stretch
	above := make([]int32, len(l.b)+1)
	for i := range l.a {
		for j := len(l.b) - 1; j >= 0; j-- {
			n := int32(0)
			if l.a[i].fold == l.b[j].fold {
				n = above[j] + 1
			}
			above[j+1] = n
			ends := n > 0 && (i+1 == len(l.a) || j+1 == len(l.b) || l.a[i+1].fold != l.b[j+1].fold)
			if ends && n > 1 {
				found = append(found, l.stretch(i-int(n)+1, j-int(n)+1, int(n)))
			}
		}
	}
	found = slices.DeleteFunc(found, func(s stretch) bool { return s.score <= 0 })
	slices.SortFunc(found, func(x, y stretch) int {
		return cmp.Or(cmp.Compare(y.score, x.score), x.i-y.i, x.j-y.j)
	})
	for _, s := range found {
		l.take(s)
	}
}

// stretch weighs a run: its content words count most.
func (l *linker) stretch(i, j, n int) stretch {
	score, content := 0.0, 0
	for k := range n {
		switch t := l.a[i+k]; {
		case t.content:
			score++
			content++
		case !t.mark:
			score += 0.4
		default:
			score += 0.2
		}
	}
	if content == 0 || score < 1.4 {
		return stretch{}
	}
	return stretch{i, j, n, math.Round(1e6 * (score - float64(l.distance(i, j))))}
}

// take links what of a run is still free, if that is still a run.
func (l *linker) take(s stretch) {
	for k := 0; k < s.n; {
		if !l.free(s.i+k, s.j+k) {
			k++
			continue
		}
		end := k
		for end < s.n && l.free(s.i+end, s.j+end) {
			end++
		}
		whole := end-k == s.n
		if whole || l.stretch(s.i+k, s.j+k, end-k).n > 0 {
			for ; k < end; k++ {
				l.add(s.i+k, s.j+k)
			}
		}
		k = end
	}
}

// proposal is a link that might be made.
type proposal struct {
	i, j       int
	similarity float64
}

// content links content words one to one, the best first; every link changes
// the chances of those beside it.
func (l *linker) content() {
	var list []proposal
	for i := range l.a {
		if len(l.ofA[i]) > 0 || !l.a[i].content {
			continue
		}
		for j := range l.b {
			if len(l.ofB[j]) > 0 || !l.b[j].content {
				continue
			}
			if s := l.similarity(i, j); s > 0 {
				list = append(list, proposal{i, j, s})
			}
		}
	}
	l.greedy(list, contentFloor, func(p proposal) float64 {
		return p.similarity + float64(neighbourGain*l.neighbours(p.i, p.j)) - float64(distanceCost*l.distance(p.i, p.j))
	})
}

// greedy makes the best of the proposed links again and again, as long as it
// scores the floor at least and both its words are free.
func (l *linker) greedy(list []proposal, floor float64, score func(proposal) float64) {
	for {
		best, at := floor-1e-9, -1
		kept := list[:0]
		for _, p := range list {
			if !l.free(p.i, p.j) {
				continue
			}
			if s := math.Round(1e9*score(p)) / 1e9; s > best {
				best, at = s, len(kept)
			}
			kept = append(kept, p)
		}
		list = kept
		if at < 0 {
			return
		}
		l.add(list[at].i, list[at].j)
	}
}

// neighbours counts the links beside a place: in order counts 1 a side, two
// steps away or crossed less.
func (l *linker) neighbours(i, j int) float64 {
	sum := 0.0
	for _, d := range [2]int{-1, 1} {
		switch {
		case l.linked(i+d, j+d):
			sum++
		case l.linked(i+d, j+2*d), l.linked(i+2*d, j+d), l.linked(i+2*d, j+2*d):
			sum += 0.6
		case l.linked(i+3*d, j+2*d), l.linked(i+2*d, j+3*d), l.linked(i+3*d, j+3*d), l.linked(i+d, j+3*d), l.linked(i+3*d, j+d):
			sum += 0.3
		}
	}
	return sum
}

// stops links stop words and punctuation where the links beside them call for
// it: the same word first, then one that stands in for it.
func (l *linker) stops() {
	var list []proposal
	for i := range l.a {
		if len(l.ofA[i]) > 0 || l.a[i].content {
			continue
		}
		for j := range l.b {
			if len(l.ofB[j]) > 0 || l.b[j].content || l.a[i].mark != l.b[j].mark {
				continue
			}
			if s := l.stopSimilarity(i, j); s > 0 {
				list = append(list, proposal{i, j, s})
			}
		}
	}
	l.greedy(list, stopFloor, func(p proposal) float64 {
		return float64(p.similarity*l.support(p.i, p.j)) - float64(0.1*l.distance(p.i, p.j))
	})
}

// support tells how far the links around a place, or its being at an end of
// both wordings, speak for a link: 0 to 1.
func (l *linker) support(i, j int) float64 {
	sum := 0.5 * l.neighbours(i, j)
	if i == len(l.a)-1 && j == len(l.b)-1 || i == 0 && j == 0 {
		sum++
	}
	if l.between(i, j) {
		sum += inOrder
	}
	return min(1, sum)
}

// between tells whether the nearest linked tokens on both sides of i have
// their counterparts on the same sides of j.
func (l *linker) between(i, j int) bool {
	for k := i - 1; k >= 0; k-- {
		if n := len(l.ofA[k]); n > 0 {
			if int(l.ofA[k][n-1]) >= j {
				return false
			}
			break
		}
	}
	for k := i + 1; k < len(l.a); k++ {
		if len(l.ofA[k]) > 0 {
			return int(l.ofA[k][0]) > j
		}
	}
	return true
}

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
	slices.SortFunc(order, func(x, y Link) int { return cmp.Or(x.A-y.A, x.B-y.B) })
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
