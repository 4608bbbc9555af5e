// Package collate joins the matches of all pairs of articles into passages.
//
// In come the matches, most of them pairs of sentences; out come passages, each
// with one reading for each place where an article carries it. Groups of
// sentences grow by their mean support, not by single links, so that A~B and
// B~C don't make one passage of three when A and C have nothing in common. A
// sentence stands in one group at most; the readings are then cut to the
// clauses that carry the copy, and a quotation is parted from who said it.
package collate

import (
	"context"
	"strings"
	"unicode/utf8"

	"samewire/app/align"
	"samewire/app/text"
)

// Passage is one stretch of copy that two or more outlets ran.
type Passage struct {
	ID       int // 1 for the first passage in the story's most supported order
	Base     int // index into Readings: the reading that the others are compared with at first
	Readings []Reading
}

// Reading is one outlet's wording of a passage. An article that carries it at two
// places has two readings; they stand in the order of the articles and places.
type Reading struct {
	align.Place
	Kind align.Kind // how near it is to the base; the base itself is Verbatim
}

// Collate returns the passages, in the order in which the articles carry them.
// Matches that don't lie inside docs are passed over. The passages are the same
// in any order of the articles, up to their numbers. Collate stops soon after
// ctx ends, with ctx's error; it returns no other.
func Collate(ctx context.Context, docs []*text.Document, matches []align.Match) ([]Passage, error) {
	g, err := newGraph(ctx, docs, matches)
	if err != nil {
		return nil, err
	}
	groups, err := g.join(ctx)
	if err != nil {
		return nil, err
	}
	var passages []Passage
	for _, group := range groups {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		passages = append(passages, g.passages(group)...)
	}
	if err := arrange(ctx, docs, passages); err != nil {
		return nil, err
	}
	return passages, nil
}

// passages makes the passages of a group: one, or one for a quotation and one
// for who said it.
func (g *graph) passages(x *group) []Passage {
	var parts [][]*node
	stems := make(map[string]int) // how many readings have it
	for _, nodes := range x.all() {
		parts = append(parts, nodes)
		for s := range g.stems(nodes) {
			stems[s]++
		}
	}
	var whole []stretch
	var spans []text.Span
	for _, nodes := range parts {
		s, span := g.reading(nodes, stems)
		whole, spans = append(whole, s), append(spans, span)
	}
	quoted, said := g.divide(whole)
	for i, q := range quoted {
		if q != whole[i] {
			spans[i] = q.span(g.docs[q.article])
		}
	}
	all := []Passage{g.passage(quoted, spans)}
	if len(said) > 0 {
		spans = spans[:0]
		for _, s := range said {
			spans = append(spans, s.span(g.docs[s.article]))
		}
		all = append(all, g.passage(said, spans))
	}
	return all
}

// passage makes a passage of stretches and their bytes.
func (g *graph) passage(stretches []stretch, spans []text.Span) Passage {
	var p Passage
	var words [][]text.Word
	var sources []string
	for i, s := range stretches {
		p.Readings = append(p.Readings, Reading{Place: align.Place{Article: s.article, Span: spans[i]}})
		words = append(words, s.words(g.docs))
		sources = append(sources, g.docs[s.article].Source)
	}
	p.Base = chooseBase(words, sources)
	for i := range p.Readings {
		p.Readings[i].Kind, _ = align.Classify(words[p.Base], words[i])
	}
	return p
}

// reading makes a reading of the neighbouring sentences of one article: what
// their matches with the rest of the group cover, filled up to whole clauses,
// but for long clauses at the ends that no other reading has anything of.
func (g *graph) reading(nodes []*node, stems map[string]int) (stretch, text.Span) {
	d := g.docs[nodes[0].article]
	span := matched(nodes[0])
	for _, n := range nodes[1:] {
		span = cover(span, matched(n))
	}
	first := d.Sentences[nodes[0].sentence].First
	last := d.Sentences[nodes[len(nodes)-1].sentence].Last
	from, to := d.WordsIn(span)
	from, to = widen(clauses(d, first, last), first, from, to)
	others := make(map[string]bool)
	for s := range g.stems(nodes) {
		if stems[s] > 1 {
			others[s] = true
		}
	}
	from, to = trim(d, from, to, others)
	whole := stretch{nodes[0].article, from, to}
	if from == to {
		return whole, span
	}
	span = text.Span{Start: d.Sentences[nodes[0].sentence].Start, End: d.Sentences[nodes[len(nodes)-1].sentence].End}
	if from > first {
		span.Start = d.Words[from].Start - opening(d.Source[d.Words[from-1].End:d.Words[from].Start])
	}
	if to < last {
		span.End = d.Words[to-1].End
	}
	return whole, span
}

// matched returns what of a node's sentence its matches with its group cover.
func matched(n *node) text.Span {
	var span text.Span
	for _, e := range n.edges {
		if e.to.group != n.group {
			continue
		}
		if span.Len() == 0 {
			span = e.span
		}
		span = cover(span, e.span)
	}
	return span
}

// opening returns how many bytes at the end of a gap between two words belong
// to the second: a quotation mark or a currency sign.
func opening(gap string) int {
	i := strings.LastIndexAny(gap, " \t\n\u00a0")
	if i < 0 {
		return 0
	}
	_, n := utf8.DecodeRuneInString(gap[i:])
	if mark := gap[i+n:]; strings.Contains("“\"‘$£€", mark) {
		return len(mark)
	}
	return 0
}
