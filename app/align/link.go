package align

import (
	"cmp"
	"math"
	"slices"

	"samewire/app/sorting"
	"samewire/app/text"
)

// LinkWords joins the words of two wordings that carry the same copy, in the
// order of A, then B. A word may have several links, where one word stands for
// a phrase. Words without a counterpart have none.
//
// Wordings of more than maxLinked words get only links between runs of the
// same words; so the cost stays near len(a)·len(b) steps.
func LinkWords(a, b []text.Word) []Link {
	return linkTokens(tokensOf(a), tokensOf(b), restWeights)
}

// SureLinks is [LinkWords] but for links that only the room left between others
// suggests. It is for those who draw conclusions from a link, and not for those
// who show wordings beside each other.
func SureLinks(a, b []text.Word) []Link {
	l := newLinker(tokensOf(a), tokensOf(b))
	l.reasoned()
	return l.sorted()
}

// LinkTokens is [LinkWords] for text that is cut into tokens already,
// punctuation marks too.
func LinkTokens(a, b []string) []Link {
	return LinkTokensBy(restWeights, a, b)
}

// LinkTokensBy is [LinkTokens] with other weights of [RestFeatures], the
// constant first.
func LinkTokensBy(weights []float64, a, b []string) []Link {
	return linkTokens(cutTokens(a), cutTokens(b), weights)
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
	capital    bool // begins with a capital letter
	group      int8 // of function words that stand in for each other, or 0
	number     int  // of a content word's stem in the lexicon, or -1
}

func tokensOf(words []text.Word) []token {
	out := make([]token, len(words))
	for i, w := range words {
		out[i] = token{fold: w.Fold, stem: w.Stem, content: !w.Stop, group: groupOf[w.Fold], capital: w.Capital}
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

func linkTokens(a, b []token, weights []float64) []Link {
	l := newLinker(a, b)
	l.reasoned()
	if len(a) <= maxLinked && len(b) <= maxLinked {
		for range restRounds {
			l.rest(weights)
		}
	}
	return l.sorted()
}

// sorted returns the links in the order of A, then B.
func (l *linker) sorted() []Link {
	sorting.By(l.links, func(x, y Link) int { return cmp.Or(x.A-y.A, x.B-y.B) })
	return l.links
}

func newLinker(a, b []token) *linker {
	l := &linker{a: a, b: b, lex: background(), ofA: make([][]int32, len(a)), ofB: make([][]int32, len(b))}
	for _, list := range [2][]token{a, b} {
		for i := range list {
			list[i].number = -1
			if list[i].content {
				list[i].number = l.lex.number(list[i].stem)
			}
		}
	}
	return l
}

// reasoned makes the links that the words themselves, or those around them,
// call for.
func (l *linker) reasoned() {
	l.runs()
	if len(l.a) > maxLinked || len(l.b) > maxLinked {
		return
	}
	l.acronyms(l.a, l.b, l.add)
	l.acronyms(l.b, l.a, func(j, i int) { l.add(i, j) })
	l.content()
	l.stops()
	l.blocks()
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
	sorting.By(found, func(x, y stretch) int {
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
