package ui

import (
	"cmp"
	"slices"
	"strconv"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/sorting"
	"samewire/app/text"
)

// twin is a passage as the two compared articles have it.
type twin struct {
	passage     *collate.Passage
	left, right text.Span
	moved       bool   // stands in another order on the right than on the left
	name        string // in the page's own addresses
}

// twins returns the passages that both articles have, in the order of the left
// one. Where an article has a passage twice, first goes with first. The
// passages that stand in the same order in both are as many as can be; the
// others are moved.
func (d *desk) twins() []twin {
	var all []twin
	for n := range d.Passages {
		p := &d.Passages[n]
		left, right := spansIn(p, d.Article), spansIn(p, d.Other)
		for i := range min(len(left), len(right)) {
			all = append(all, twin{passage: p, left: left[i], right: right[i]})
		}
	}
	sorting.By(all, func(x, y twin) int { return cmp.Compare(x.left.Start, y.left.Start) })
	keep := inOrder(all)
	for i := range all {
		all[i].moved, all[i].name = !keep[i], strconv.Itoa(i+1)
	}
	return all
}

func spansIn(p *collate.Passage, article int) []text.Span {
	var spans []text.Span
	for _, r := range p.Readings {
		if r.Article == article {
			spans = append(spans, r.Span)
		}
	}
	return spans
}

// inOrder marks a longest rising run of the right sides (Fredman 1975).
func inOrder(all []twin) []bool {
	var tails []int // the index of the last twin of the best run of each length
	before := make([]int, len(all))
	for i, t := range all {
		at, _ := slices.BinarySearchFunc(tails, t.right.Start, func(j, start int) int { return cmp.Compare(all[j].right.Start, start) })
		before[i] = -1
		if at > 0 {
			before[i] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, i)
		} else {
			tails[at] = i
		}
	}
	keep := make([]bool, len(all))
	if len(tails) == 0 {
		return keep
	}
	for i := tails[len(tails)-1]; i >= 0; i = before[i] {
		keep[i] = true
	}
	return keep
}

// kind is how near the two sides of a twin are.
func (d *desk) kind(t twin) align.Kind {
	kind, _ := align.Classify(
		d.Words(align.Place{Article: d.Article, Span: t.left}),
		d.Words(align.Place{Article: d.Other, Span: t.right}))
	return kind
}

// stretch is a part of two compared articles: a passage that stands in both in
// the same order, or what stands on either side between two such passages.
type stretch struct {
	twin        *twin // or nil
	left, right text.Span
}

// stretches cuts the two articles into stretches.
func (d *desk) stretches(twins []twin) []stretch {
	var all []stretch
	left, right := 0, 0
	between := func(to twin) {
		all = append(all, stretch{nil, text.Span{Start: left, End: max(left, to.left.Start)}, text.Span{Start: right, End: max(right, to.right.Start)}})
	}
	for i, t := range twins {
		if t.moved {
			continue
		}
		between(t)
		all = append(all, stretch{&twins[i], t.left, t.right})
		left, right = max(left, t.left.End), max(right, t.right.End)
	}
	between(twin{
		left:  text.Span{Start: len(d.Documents[d.Article].Source)},
		right: text.Span{Start: len(d.Documents[d.Other].Source)},
	})
	return all
}

// side is one of two compared articles.
type side struct {
	article, other int
	here, there    string // the names of this side and of the other one
	span           func(twin) text.Span
	twin           func(twin) text.Span // the same on the other side
}

// sides returns the two sides.
func (d *desk) sides() [2]side {
	left := func(t twin) text.Span { return t.left }
	right := func(t twin) text.Span { return t.right }
	return [2]side{{d.Article, d.Other, "left", "right", left, right}, {d.Other, d.Article, "right", "left", right, left}}
}

// within returns this side of a stretch.
func (s side) within(st stretch) text.Span {
	if s.here == "left" {
		return st.left
	}
	return st.right
}

// across returns the other side of a stretch.
func (s side) across(st stretch) text.Span {
	if s.here == "left" {
		return st.right
	}
	return st.left
}

// piece is a part of what stands between two passages: a passage that the other
// article has in another place, or copy that it hasn't.
type piece struct {
	text.Span
	moved *twin // or nil
}

// pieces cuts a span of one side into pieces.
func (s side) pieces(twins []twin, span text.Span) []piece {
	var moved []piece
	for i, t := range twins {
		if own := s.span(t); t.moved && own.Start >= span.Start && own.End <= span.End {
			moved = append(moved, piece{own, &twins[i]})
		}
	}
	sorting.By(moved, func(x, y piece) int { return cmp.Compare(x.Start, y.Start) })
	var all []piece
	at := span.Start
	for _, p := range moved {
		all = append(all, piece{text.Span{Start: at, End: max(at, p.Start)}, nil}, p)
		at = max(at, p.End)
	}
	return append(all, piece{text.Span{Start: at, End: max(at, span.End)}, nil})
}
