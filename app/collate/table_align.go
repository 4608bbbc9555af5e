package collate

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"samewire/app/align"
	"samewire/app/sorting"
	"samewire/app/text"
)

// maxTabled is how many words the readings of a passage may have to be aligned
// word by word. If one has more, only what all have in common at the start and
// at the end is, and the rest stands in one column as a whole.
const maxTabled = 300

// maxLinked is how many wordings a passage may have for the links between those
// other than the base to count.
const maxLinked = 32

// What speaks for putting two words under each other. The least is that
// nothing better is to be had: words put for others share a column.
const (
	linkContent  = 60 // a link between content words
	linkStop     = 30 // a link between stop words
	sameContent  = 20 // the column has the content word already
	sameStop     = 8  // the column has the stop word already
	bothOfAKind  = 2  // both are content words, or both are not
	anyTwoTokens = 1
	gapCost      = 6
)

// profile is what is aligned so far. Its columns have numbers that stay; order
// says how they stand.
type profile struct {
	witnesses []*witness
	of        []int // the witness of every reading
	order     []int // numbers of the columns
	place     []int // where in order a column stands
	stop      []bool
	having    map[string][]int // columns that have a word, by its folded spelling
	worth     []int32          // of putting a word into a column, one row a word
	joined    []int32          // see heaviest
	apart     []int32
}

// witness is a wording that one or more readings have.
type witness struct {
	key   string
	words []text.Word
	stems [4]uint64 // a bit for every content word, by the hash of its stem
	kept  float64   // the share of words that it and the base have in common
	at    []int     // the column of every word
}

// newProfile aligns the readings.
func newProfile(docs []*text.Document, readings []stretch, base int) *profile {
	p := &profile{having: make(map[string][]int)}
	byKey := make(map[string]int)
	for _, r := range readings {
		words := r.words(docs)
		k := key(words)
		n, ok := byKey[k]
		if !ok {
			n = len(p.witnesses)
			byKey[k] = n
			p.witnesses = append(p.witnesses, newWitness(k, words))
		}
		p.of = append(p.of, n)
	}
	order := slices.Clone(p.witnesses)
	first := p.witnesses[p.of[base]]
	for _, w := range order {
		_, w.kept = align.Classify(first.words, w.words)
	}
	sorting.By(order, func(v, w *witness) int {
		return cmp.Or(cmp.Compare(w.kept, v.kept), strings.Compare(v.key, w.key))
	})
	for i, w := range order {
		p.add(w, order[:i])
	}
	return p
}

func newWitness(key string, words []text.Word) *witness {
	w := &witness{key: key, words: words}
	for _, x := range words {
		if content(x) {
			h := uint32(2166136261) // FNV-1a
			for i := range len(x.Stem) {
				h = (h ^ uint32(x.Stem[i])) * 16777619
			}
			w.stems[h>>6&3] |= 1 << (h & 63)
		}
	}
	return w
}

// common estimates the number of content words that two wordings share.
func (w *witness) common(o *witness) int {
	n := 0
	for i, s := range w.stems {
		n += bits.OnesCount64(s & o.stems[i])
	}
	return n
}

// add puts the words of w into the profile, which has the wordings before; the
// first of them is the base.
func (p *profile) add(w *witness, before []*witness) {
	w.at = make([]int, len(w.words))
	places := p.path(w, before)
	var order []int
	next := 0 // the first column not yet in order
	for i, c := range places {
		if c < 0 {
			w.at[i] = len(p.stop)
			p.stop = append(p.stop, w.words[i].Stop)
			order = append(order, w.at[i])
		} else {
			order = append(order, p.order[next:c+1]...)
			w.at[i] = p.order[c]
			next = c + 1
		}
		fold := w.words[i].Fold
		if !slices.Contains(p.having[fold], w.at[i]) {
			p.having[fold] = append(p.having[fold], w.at[i])
		}
	}
	p.order = append(order, p.order[next:]...)
	p.place = slices.Grow(p.place[:0], len(p.order))[:len(p.order)]
	for i, c := range p.order {
		p.place[c] = i
	}
}

// path returns the place in order of every word of w, -1 for a column of its own.
func (p *profile) path(w *witness, before []*witness) []int {
	places := make([]int, len(w.words))
	for i := range places {
		places[i] = -1
	}
	if len(before) == 0 {
		return places
	}
	width := len(p.order)
	p.worth = zeroed(p.worth, len(w.words)*width)
	for _, o := range linked(w, before) {
		p.support(w, o)
	}
	for i, x := range w.words {
		row := p.worth[i*width : (i+1)*width]
		for c, number := range p.order {
			row[c] += anyTwoTokens
			if p.stop[number] == x.Stop {
				row[c] += bothOfAKind
			}
		}
		for _, number := range p.having[x.Fold] {
			if x.Stop {
				row[p.place[number]] += sameStop
			} else {
				row[p.place[number]] += sameContent
			}
		}
	}
	p.heaviest(width, places)
	return places
}

// linked returns the wordings of the profile whose links with w are worth
// looking for: none where w is an edited form of one of them, as then the words
// that are the same say enough; or else the base and the one nearest to w.
func linked(w *witness, before []*witness) []*witness {
	base, near := before[0], before[0]
	for _, o := range before[1:] {
		if w.common(o) > w.common(near) {
			near = o
		}
	}
	kind, _ := align.Classify(w.words, near.words)
	switch {
	case kind != align.Reworded || w.kept >= align.EditedShare:
		return nil
	case near == base || len(before) > maxLinked:
		return []*witness{base}
	}
	return []*witness{base, near}
}

// support adds what the links between w and a wording of the profile weigh. A
// word of several links gives each its share.
func (p *profile) support(w, o *witness) {
	links := align.LinkWords(w.words, o.words)
	ofW, ofO := make([]int32, len(w.words)), make([]int32, len(o.words))
	for _, l := range links {
		ofW[l.A]++
		ofO[l.B]++
	}
	for _, l := range links {
		weight := int32(linkStop)
		if !w.words[l.A].Stop && !o.words[l.B].Stop {
			weight = linkContent
		}
		p.worth[l.A*len(p.order)+p.place[o.at[l.B]]] += weight / max(ofW[l.A], ofO[l.B])
	}
}

// heaviest finds the places that are worth most together, in order and each
// taken once, of so many. Words that go on where the one before them stands
// cost nothing; after a gap they cost gapCost (Gotoh 1982), which keeps together
// what was put in.
func (p *profile) heaviest(width int, places []int) {
	n := len(places)
	// What the rest is worth from word i and place c on, after a pair of words
	// that stand under each other, and after a gap.
	p.joined = zeroed(p.joined, (n+1)*(width+1))
	p.apart = zeroed(p.apart, (n+1)*(width+1))
	for i := n - 1; i >= 0; i-- {
		for c := width - 1; c >= 0; c-- {
			at := i*(width+1) + c
			pair := p.worth[i*width+c] + p.joined[at+width+2]
			skip := max(p.apart[at+width+1], p.apart[at+1])
			p.joined[at] = max(pair, skip)
			p.apart[at] = max(pair-gapCost, skip)
		}
	}
	rest, cost := p.joined, int32(0)
	for i, c := 0, 0; i < n && c < width; {
		at := i*(width+1) + c
		switch rest[at] {
		case p.worth[i*width+c] + p.joined[at+width+2] - cost:
			places[i] = c
			i, c = i+1, c+1
			rest, cost = p.joined, 0
			continue
		case p.apart[at+1]:
			c++
		default:
			i++
		}
		rest, cost = p.apart, gapCost
	}
}

// zeroed returns n zeros, in the memory of s where that is large enough.
func zeroed(s []int32, n int) []int32 {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// columns returns the words that every reading has in every column.
func (p *profile) columns(readings []stretch) [][]Range {
	out := make([][]Range, len(p.order))
	for c := range out {
		out[c] = make([]Range, len(readings))
	}
	for r, s := range readings {
		w := p.witnesses[p.of[r]]
		next := 0
		for c, number := range p.order {
			from := next
			if next < len(w.at) && w.at[next] == number {
				next++
			}
			out[c][r] = Range{s.first + from, s.first + next}
		}
	}
	return out
}

// coarse returns the columns of readings too long to be aligned: their common
// start, what differs, and their common end.
func coarse(docs []*text.Document, readings []stretch) [][]Range {
	words := make([][]text.Word, len(readings))
	least := readings[0].last - readings[0].first
	for i, r := range readings {
		words[i] = r.words(docs)
		least = min(least, len(words[i]))
	}
	same := func(at func(words []text.Word) string) bool {
		return !slices.ContainsFunc(words, func(w []text.Word) bool { return at(w) != at(words[0]) })
	}
	start, end := 0, 0
	for start < least && same(func(w []text.Word) string { return w[start].Fold }) {
		start++
	}
	for end < least-start && same(func(w []text.Word) string { return w[len(w)-1-end].Fold }) {
		end++
	}
	out := make([][]Range, 3)
	for _, r := range readings {
		out[0] = append(out[0], Range{r.first, r.first + start})
		out[1] = append(out[1], Range{r.first + start, r.last - end})
		out[2] = append(out[2], Range{r.last - end, r.last})
	}
	return slices.DeleteFunc(out, func(at []Range) bool {
		return !slices.ContainsFunc(at, func(r Range) bool { return r.Len() > 0 })
	})
}
