package align

import (
	"cmp"
	"context"
	"math"
	"slices"

	"samewire/app/sorting"
	"samewire/app/text"
)

// Kind tells how near one wording is to another.
type Kind uint8

// The kinds, nearest first. See [Classify] for their thresholds.
const (
	Verbatim Kind = iota // the same words in the same order
	Edited               // at least two thirds of the words kept, in order
	Reworded             // the same statement in other words
)

// Place is a span of one article of a story.
type Place struct {
	Article int `json:"article"` // index into the story's articles
	text.Span
}

// Match is a span of one article and a span of another that carry the same
// copy. A's article comes before B's in the story.
type Match struct {
	A, B       Place
	Kind       Kind
	Similarity float64 // 0 to 1, the engine's confidence that both carry the same copy
}

// Link joins a word of one span to a word of another: indices into the two
// slices given to [LinkWords].
type Link struct{ A, B int }

// Progress is told how many of a number of steps are done.
type Progress func(done, total int)

// Align returns the matches between all articles of a story, in the order of
// A, then B. They are the same in any order of docs, up to the numbers of the
// articles. progress may be nil; it is told how many articles are done. Align
// stops soon after ctx ends, with ctx's error.
func Align(ctx context.Context, docs []*text.Document, progress Progress) ([]Match, error) {
	sorted, was := alphabetical(docs)
	matches, err := fitted.Align(ctx, sorted, progress)
	if err != nil {
		return nil, err
	}
	return renumber(ctx, matches, was)
}

// Align is [Align] with the weights of m.
func (m *Model) Align(ctx context.Context, docs []*text.Document, progress Progress) ([]Match, error) {
	c, err := newCorpus(ctx, docs)
	if err != nil {
		return nil, err
	}
	ps, err := c.firstPass(ctx, m, progress, nil)
	if err != nil {
		return nil, err
	}
	if err := c.rate(ctx, m, ps, nil); err != nil {
		return nil, err
	}
	matches, err := c.matches(ctx, ps, m.Threshold)
	if err != nil {
		return nil, err
	}
	if progress != nil {
		progress(len(docs), len(docs))
	}
	return matches, ctx.Err()
}

// matches makes matches of the pairs above the threshold, and of the long runs
// in those below it.
func (c *corpus) matches(ctx context.Context, ps *pairs, threshold float64) ([]Match, error) {
	var out []Match
	for i := range ps.list {
		if i&1023 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		k := &ps.list[i]
		m := Match{Similarity: math.Round(k.q*1e4) / 1e4}
		switch {
		case k.q >= threshold:
			wa, wb := c.clauses(k.a, k.b), c.clauses(k.b, k.a)
			m.A, m.B = c.placeOfWords(k.a, wa), c.placeOfWords(k.b, wb)
			m.Kind, _ = Classify(wa, wb)
		case k.long:
			r, ok := c.runMatch(k.a, k.b)
			if !ok {
				continue
			}
			m.A, m.B, m.Similarity = r.A, r.B, max(m.Similarity, runSimilarity)
		default:
			continue
		}
		out = append(out, m)
	}
	return sortMatches(ctx, out, len(c.docs))
}

// sortMatches returns matches in the order of A, then B. It sorts them article
// by article, so that it can stop between: there may be a million.
func sortMatches(ctx context.Context, matches []Match, articles int) ([]Match, error) {
	begin := make([]int, articles+1)
	for i := range matches {
		begin[matches[i].A.Article+1]++
	}
	for i := range articles {
		begin[i+1] += begin[i]
	}
	out := make([]Match, len(matches))
	end := slices.Clone(begin)
	for _, m := range matches {
		out[end[m.A.Article]] = m
		end[m.A.Article]++
	}
	for i := range articles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sorting.By(out[begin[i]:end[i]], compareMatches)
	}
	return out, nil
}

func compareMatches(x, y Match) int {
	return cmp.Or(comparePlaces(x.A, y.A), comparePlaces(x.B, y.B))
}

func comparePlaces(a, b Place) int {
	return cmp.Or(a.Article-b.Article, a.Start-b.Start, a.End-b.End)
}

// words returns the words of sentence s, without its dateline.
func (c *corpus) words(s int32) []text.Word {
	sen := &c.sentences[s]
	d := &c.docs[sen.doc]
	span := d.Sentences[sen.index]
	return d.Words[span.First+int(sen.line) : span.Last]
}

// shorter returns how many sentences the shorter of a pair's articles has.
func (c *corpus) shorter(k pair) int {
	a, b := &c.docs[c.sentences[k.a].doc], &c.docs[c.sentences[k.b].doc]
	return min(a.last-a.first, b.last-b.first)
}
