package collate

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"

	"samewire/app/align"
	"samewire/app/sorting"
	"samewire/app/text"
)

// MinSupport is the mean similarity that the readings of two groups must have
// to each other, over all pairs of their articles, to become one passage. With
// half, a sentence that is like one of two readings and unlike the other stays
// out: A~B and B~C alone make no passage of three.
const MinSupport = 0.5

// untold is how many steps are made before the context is asked again.
const untold = 64

// maxSentences is how many neighbouring sentences of one article a reading may
// join, where others have them as one.
const maxSentences = 3

// node is a sentence of an article that stands in a match.
type node struct {
	article, sentence int
	place             float64 // in the article, 0 to 1
	edges             []edge  // in the order of the other node
	stems             []int32 // numbers of the stems of its content words
	group             *group
}

// edge says that two nodes carry the same copy.
type edge struct {
	to         *node
	number     int       // of the other node, in the order of article and sentence
	span       text.Span // what of this node's sentence the matches cover
	similarity float64
	kept       float64 // share of words kept in order
}

// group is a passage in the making: nodes in the order of article and sentence.
type group struct {
	nodes   []*node
	again   [][]*node // where an article tells it once more, each in order
	changed int       // the number of the last trial that let it grow
}

// graph holds the nodes in the order of article and sentence.
type graph struct {
	docs  []*text.Document
	nodes []*node
	marks []uint8 // one a stem, see mark
}

type place struct{ article, sentence int }

// link is what the matches say of two sentences, the earlier article first.
type link struct {
	a, b         place
	spanA, spanB text.Span
	similarity   float64
}

// newGraph puts the matches between sentences. A match over several sentences
// is divided among those at corresponding places of its two spans.
func newGraph(ctx context.Context, docs []*text.Document, matches []align.Match) (*graph, error) {
	links := linksOf(docs, matches)
	g := &graph{docs: docs}
	number := make(map[place]int)
	for _, l := range links {
		for _, p := range []place{l.a, l.b} {
			if _, ok := number[p]; !ok {
				number[p] = 0
				g.nodes = append(g.nodes, &node{article: p.article, sentence: p.sentence,
					place: (float64(p.sentence) + 0.5) / float64(len(docs[p.article].Sentences))})
			}
		}
	}
	sorting.By(g.nodes, compareNodes)
	for i, n := range g.nodes {
		number[place{n.article, n.sentence}] = i
		n.group = &group{nodes: []*node{n}}
	}
	g.number()
	g.reserve(links, number)
	for k, l := range links {
		if k%untold == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		i, j := number[l.a], number[l.b]
		a, b := g.nodes[i], g.nodes[j]
		_, kept := align.Classify(g.words(a), g.words(b))
		kept = math.Round(kept*1e9) / 1e9
		a.edges = append(a.edges, edge{b, j, l.spanA, l.similarity, kept})
		b.edges = append(b.edges, edge{a, i, l.spanB, l.similarity, kept})
	}
	for _, n := range g.nodes {
		sorting.By(n.edges, func(x, y edge) int { return x.number - y.number })
	}
	return g, nil
}

// reserve makes room for the edges of all nodes.
func (g *graph) reserve(links []link, number map[place]int) {
	count := make([]int, len(g.nodes))
	for _, l := range links {
		count[number[l.a]]++
		count[number[l.b]]++
	}
	arena := make([]edge, 2*len(links))
	for i, n := range g.nodes {
		n.edges, arena = arena[:0:count[i]], arena[count[i]:]
	}
}

// linksOf returns one link for every two sentences that a match joins.
func linksOf(docs []*text.Document, matches []align.Match) []link {
	links := make([]link, 0, len(matches))
	for _, m := range matches {
		if m.B.Article < m.A.Article {
			m.A, m.B = m.B, m.A
		}
		if inside(docs, m.A) && inside(docs, m.B) && m.A.Article != m.B.Article {
			links = divide(docs, m, links)
		}
	}
	sorting.By(links, compareLinks)
	kept := links[:0]
	for _, l := range links {
		if n := len(kept); n > 0 && compareLinks(kept[n-1], l) == 0 {
			old := &kept[n-1]
			old.similarity = max(old.similarity, l.similarity)
			old.spanA, old.spanB = cover(old.spanA, l.spanA), cover(old.spanB, l.spanB)
			continue
		}
		kept = append(kept, l)
	}
	return kept
}

func compareLinks(x, y link) int {
	return cmp.Or(x.a.article-y.a.article, x.a.sentence-y.a.sentence, x.b.article-y.b.article, x.b.sentence-y.b.sentence)
}

// cover returns the least span that holds both.
func cover(s, t text.Span) text.Span {
	return text.Span{Start: min(s.Start, t.Start), End: max(s.End, t.End)}
}

func inside(docs []*text.Document, p align.Place) bool {
	return p.Article >= 0 && p.Article < len(docs) && p.Start >= 0 && p.Start < p.End && p.End <= len(docs[p.Article].Source)
}

func compareNodes(x, y *node) int {
	return cmp.Or(x.article-y.article, x.sentence-y.sentence)
}

func (g *graph) words(n *node) []text.Word {
	d := g.docs[n.article]
	s := d.Sentences[n.sentence]
	return d.Words[s.First:s.Last]
}

// divide appends the pairs of sentences that a match joins.
func divide(docs []*text.Document, m align.Match, out []link) []link {
	for _, a := range covered(docs[m.A.Article], m.A.Span) {
		for _, b := range covered(docs[m.B.Article], m.B.Span) {
			sa, sb := docs[m.A.Article].Sentences[a].Span, docs[m.B.Article].Sentences[b].Span
			x0, x1 := relative(sa, m.A.Span)
			y0, y1 := relative(sb, m.B.Span)
			if 2*(min(x1, y1)-max(x0, y0)) >= min(x1-x0, y1-y0) {
				out = append(out, link{
					a: place{m.A.Article, a}, b: place{m.B.Article, b},
					spanA: within(m.A.Span, sa), spanB: within(m.B.Span, sb),
					similarity: m.Similarity,
				})
			}
		}
	}
	return out
}

// within returns the part of s that lies in t.
func within(s, t text.Span) text.Span {
	return text.Span{Start: max(s.Start, t.Start), End: min(s.End, t.End)}
}

// covered returns the sentences of which span covers half, or which hold half
// of span.
func covered(d *text.Document, span text.Span) []int {
	var out []int
	from, _ := slices.BinarySearchFunc(d.Sentences, span.Start, func(s text.Sentence, at int) int { return s.End - at - 1 })
	for n := from; n < len(d.Sentences) && d.Sentences[n].Start < span.End; n++ {
		if o := d.Sentences[n].Overlap(span); 2*o >= d.Sentences[n].Len() || 2*o >= span.Len() {
			out = append(out, n)
		}
	}
	return out
}

// relative returns where s begins and ends in m, from 0 to 1.
func relative(s, m text.Span) (from, to float64) {
	length := float64(m.Len())
	return float64(max(s.Start, m.Start)-m.Start) / length, float64(min(s.End, m.End)-m.Start) / length
}

// join makes groups of nodes: bonds are tried from the strongest on, and two
// groups become one where their support allows it. As groups grow, support
// changes; so all bonds are tried again until nothing happens.
func (g *graph) join(ctx context.Context) ([]*group, error) {
	bonds, err := g.sorted(ctx, g.bonds())
	if err != nil {
		return nil, err
	}
	trial := 0
	for range 4 {
		joined := false
		rest := bonds[:0]
		for k, b := range bonds {
			if k%untold == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			x, y := b.a.group, b.to.group
			switch {
			case x == y:
				continue
			case b.tried == 0 || b.tried < max(x.changed, y.changed):
				trial++
				if b.tried = trial; !b.outdone() && g.mayJoin(x, y) {
					unite(x, y)
					x.changed = trial
					joined = true
					continue
				}
			}
			rest = append(rest, b)
		}
		bonds = rest
		if !joined {
			break
		}
	}
	if err := g.repeat(ctx, bonds); err != nil {
		return nil, err
	}
	var groups []*group
	for _, n := range g.nodes {
		if n.group.nodes[0] == n && n.group.articles() > 1 {
			groups = append(groups, n.group)
		}
	}
	return groups, nil
}

func unite(x, y *group) {
	x.nodes = append(x.nodes, y.nodes...)
	sorting.By(x.nodes, compareNodes)
	for _, n := range y.nodes {
		n.group = x
	}
}

// articles counts the articles of a group.
func (x *group) articles() int {
	n := 0
	for range x.readings {
		n++
	}
	return n
}

// readings yields the nodes of each article in turn.
func (x *group) readings(yield func([]*node) bool) {
	for i := 0; i < len(x.nodes); {
		end := i + 1
		for end < len(x.nodes) && x.nodes[end].article == x.nodes[i].article {
			end++
		}
		if !yield(x.nodes[i:end]) {
			return
		}
		i = end
	}
}

// shared yields the two readings of each article that both groups have.
func shared(x, y *group) iter.Seq2[[]*node, []*node] {
	return func(yield func(a, b []*node) bool) {
		i := 0
		for a := range x.readings {
			for i < len(y.nodes) && y.nodes[i].article < a[0].article {
				i++
			}
			from := i
			for i < len(y.nodes) && y.nodes[i].article == a[0].article {
				i++
			}
			if from < i && !yield(a, y.nodes[from:i]) {
				return
			}
		}
	}
}

// mayJoin tells whether two groups are one passage.
func (g *graph) mayJoin(x, y *group) bool {
	if !g.fit(x, y) {
		return false
	}
	sum, n := 0.0, 0
	for a := range x.readings {
		for b := range y.readings {
			if a[0].article != b[0].article {
				sum += similarity(a, b)
				n++
			}
		}
	}
	return n > 0 && sum >= float64(MinSupport*float64(n))-1e-9
}

// similarity returns the best edge between two readings, or 0.
func similarity(a, b []*node) float64 {
	if e := strongest(a, b); e != nil {
		return e.similarity
	}
	return 0
}
