package ledger

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/sorting"
	"samewire/app/text"
)

const (
	minReported  = 6   // words of a quotation that a passage carries, to be sought in its other readings
	minLinked    = 0.6 // share of its content words that must have a link
	minSame      = 0.3 // share of its content words that must stand in the reading
	minLinks     = 4   // number of these
	maxMarked    = 3   // words in marks that a reading without marks may hold
	maxWiden     = 5   // words by which a report is widened to its clause
	minUntouched = 0.75
	maxReported  = 400 // words of a reading
)

// unmarked finds the readings of passages that carry a quotation of another
// reading without marks, in the same words or in changed ones.
func (l *quotationLedger) unmarked(passages []collate.Passage) {
	byArticle := make([][]*quoted, len(l.docs))
	for _, q := range l.list {
		byArticle[q.Article] = append(byArticle[q.Article], q)
	}
	var reports []*quotationReport
	for i := range passages {
		reports = append(reports, l.reportsIn(&passages[i], byArticle)...)
	}
	// The best report of an article counts, and then those apart from it.
	sorting.By(reports, func(a, b *quotationReport) int {
		return cmp.Or(cmp.Compare(b.share, a.share), a.Article-b.Article, a.Start-b.Start, a.End-b.End,
			a.base.Article-b.base.Article, a.base.Start-b.base.Start)
	})
	for _, p := range reports {
		if l.accept(p, byArticle[p.Article]) {
			byArticle[p.Article] = append(byArticle[p.Article], p.quoted)
		}
	}
}

// quotationReport is a place that may carry a quotation without marks.
type quotationReport struct {
	*quoted
	share float64
}

// accept adds a report to the ledger, unless its article has that quotation
// or another one at that place.
func (l *quotationLedger) accept(p *quotationReport, others []*quoted) bool {
	base := p.base
	for _, q := range others {
		if q.Overlap(p.Span) > 0 || base.group != nil && q.group == base.group {
			return false
		}
	}
	if base.group == nil {
		base.group = &quotationGroup{members: []*quoted{base}}
		base.Rendering = Fullest
	}
	p.group = base.group
	p.group.members = append(p.group.members, p.quoted)
	l.list = append(l.list, p.quoted)
	return true
}

// reportsIn returns the places of a passage that may carry a quotation of
// another reading without marks.
func (l *quotationLedger) reportsIn(p *collate.Passage, byArticle [][]*quoted) []*quotationReport {
	var out []*quotationReport
	done := make(map[*quoted]bool)
	for _, r := range p.Readings {
		list := byArticle[r.Article]
		from := sort.Search(len(list), func(i int) bool { return list[i].End > r.Start })
		for _, q := range list[from:] {
			if q.Start >= r.End {
				break
			}
			words := wordsWithin(q, r.Span)
			brief := len(q.words) < minReported && contentOf(q.words) > 1 && q.Cue.Len() > 0
			if len(words) < min(minReported, len(q.words)) || len(words) < 4 && !brief {
				continue
			}
			base := q
			if q.base != nil {
				base = q.base
			}
			if done[base] {
				continue
			}
			done[base] = true
			for _, other := range p.Readings {
				if other.Article == r.Article {
					continue
				}
				found := l.reportOf(base, words, other.Place)
				if found == nil && brief && base == q {
					found = l.briefReportOf(q, other.Place)
				}
				if found != nil {
					out = append(out, found)
				}
			}
		}
	}
	return out
}

// wordsWithin returns the words of q in span.
func wordsWithin(q *quoted, span text.Span) []text.Word {
	var out []text.Word
	for _, w := range q.words {
		if w.Start >= span.Start && w.Start < span.End {
			out = append(out, w.Word)
		}
	}
	return out
}

// reportOf finds the words of a quotation in a reading that has them without
// marks; nil if it hasn't, or if it doesn't say who said them.
func (l *quotationLedger) reportOf(base *quoted, words []text.Word, place align.Place) *quotationReport {
	r := l.readers[place.Article]
	first, last := r.WordsIn(place.Span)
	if first >= last || last-first > maxReported || len(words) > maxReported {
		return nil
	}
	if r.setApart(first) {
		return nil
	}
	first, last = r.Sentences[r.sentenceOf(first)].First, r.Sentences[r.sentenceOf(last-1)].Last
	marked := 0
	for w := first; w < last; w++ {
		if w < len(r.quoted) && r.quoted[w] {
			marked++
		}
	}
	if marked > maxMarked {
		return nil
	}
	from, to, share := linkedWords(words, r.Words[first:last])
	if share < minLinked-1e-9 {
		return nil
	}
	from, to = r.widenReport(first+from, first+to, first, last)
	if r.opensUnclosed(from, to) {
		return nil
	}
	return l.newReport(base, r, from, to, share)
}

// opensUnclosed tells whether a mark opens a quotation before one of the words from
// from to to, though it is never closed: they aren't without marks.
func (r *quotationReader) opensUnclosed(from, to int) bool {
	for w := from; w < to; w++ {
		if gap := r.gap(w); strings.HasSuffix(gap, "“") || strings.HasSuffix(gap, "\"") || strings.HasSuffix(gap, "«") {
			return w >= len(r.quoted) || !r.quoted[w]
		}
	}
	return false
}

// briefReportOf finds the few words of a quotation in a reading that has all of
// them, one after the other, without marks and told as the same speaker's; nil if
// it hasn't.
func (l *quotationLedger) briefReportOf(base *quoted, place align.Place) *quotationReport {
	r := l.readers[place.Article]
	first, last := r.WordsIn(place.Span)
	if first >= last || r.setApart(first) {
		return nil
	}
	words := l.spellings.quotedWords(r.Document, []text.Span{r.span(first, last)})
	n := len(base.words)
	for i := 0; i+n <= len(words); i++ {
		at := first + i
		if !slices.EqualFunc(words[i:i+n], base.words, func(a, b quotedWord) bool { return a.id == b.id }) ||
			r.quoted != nil && slices.Contains(r.quoted[at:at+n], true) {
			continue
		}
		span := r.span(at, at+n)
		q := &quoted{Quotation: Quotation{Place: align.Place{Article: r.article, Span: span}, Pieces: []text.Span{span}}, base: base}
		if r.quoted == nil {
			r.prepare(nil)
		}
		a := r.attribution(r.frame(at, at+n))
		q.Speaker, q.Cue, q.Rendering = a.speaker, a.cue, Unmarked
		q.words = words[i : i+n]
		if same, _ := l.speakers(base, q); !same {
			return nil
		}
		return &quotationReport{q, 1}
	}
	return nil
}

// setApart tells whether the paragraph of word w is a post that was put into the
// page whole, signed with the name of an account: it needs no marks.
func (r *quotationReader) setApart(w int) bool {
	p := r.Paragraphs[r.Sentences[r.sentenceOf(w)].Paragraph]
	return strings.Contains(p.Of(r.Source), "(@")
}

// linkedWords returns which of the words of a reading are linked to those of a
// quotation, from the first to the last, and the share of the quotation's
// content words that are.
func linkedWords(quotation, reading []text.Word) (from, to int, share float64) {
	if !resemblesQuotation(quotation, reading) {
		return 0, 0, 0
	}
	linked := make([]bool, len(quotation))
	from, to = len(reading), 0
	for _, k := range align.SureLinks(quotation, reading) {
		linked[k.A] = true
		if !quotation[k.A].Stop {
			from, to = min(from, k.B), max(to, k.B+1)
		}
	}
	content, links := 0, 0
	for i, w := range quotation {
		if w.Stop {
			continue
		}
		content++
		if linked[i] {
			links++
		}
	}
	if links < minLinks {
		return 0, 0, 0
	}
	return from, to, float64(links) / float64(content)
}

// resemblesQuotation tells whether a reading has as many content words of a quotation
// that linking the rest may be worth its cost.
func resemblesQuotation(quotation, reading []text.Word) bool {
	stems := make(map[string]bool, len(reading))
	for i := range reading {
		stems[reading[i].Stem] = true
	}
	content, same := 0, 0
	for i := range quotation {
		if w := &quotation[i]; !w.Stop {
			content++
			if stems[w.Stem] {
				same++
			}
		}
	}
	return float64(same) >= minSame*float64(content)-1e-9
}

// widenReport widens the words from from to to, to the clause that they stand
// in, if its ends are near.
func (r *quotationReader) widenReport(from, to, first, last int) (int, int) {
	for w := from; w >= first && w >= from-maxWiden; w-- {
		if w == first || r.is(w-1, cueBreak|cueVerb) || strings.ContainsAny(r.gap(w), ",;—–") || r.gap(w) == ": " {
			from = w
			break
		}
	}
	for w := to; w <= last && w <= to+maxWiden; w++ {
		if w == last || strings.ContainsAny(r.gap(w), ",;—–") || r.gap(w) == ": " {
			to = w
			break
		}
	}
	return from, to
}

// describedApart tells whether two speakers without a name are described in words
// of which none is the same: "a local police spokesman", "a government official".
func (l *quotationLedger) describedApart(a, b *quoted) bool {
	describedBy := func(q *quoted) []text.Word {
		r := l.readers[q.Article]
		first, last := r.WordsIn(q.Speaker.Said)
		if q.Speaker.Name.Len() > 0 || first == last || r.is(first, cuePronoun) {
			return nil
		}
		return r.Words[first:last]
	}
	one, other := describedBy(a), describedBy(b)
	return len(one) > 0 && len(other) > 0 && !slices.ContainsFunc(one, func(w text.Word) bool {
		return !w.Stop && slices.ContainsFunc(other, func(o text.Word) bool { return o.Stem == w.Stem })
	})
}

// newReport makes a report of the words from from to to, if they are told as
// somebody's, or are the quotation's nearly unchanged.
func (l *quotationLedger) newReport(base *quoted, r *quotationReader, from, to int, share float64) *quotationReport {
	span := r.span(from, to)
	q := &quoted{Quotation: Quotation{Place: align.Place{Article: r.article, Span: span}, Pieces: []text.Span{span}}, base: base}
	if r.quoted == nil {
		r.prepare(nil)
	}
	a := r.attribution(r.frame(from, to))
	q.Speaker, q.Cue = a.speaker, a.cue
	q.words = l.spellings.quotedWords(r.Document, q.Pieces)
	c := compareWords(base.words, q.words)
	same, differ := l.speakers(base, q)
	untouched := len(q.words) >= minQuotedOverlap && float64(c.kept) >= minUntouched*float64(len(q.words))-1e-9
	unnamed := a.speaker.Name.Len() == 0 || base.Speaker.Name.Len() == 0
	if differ || !untouched && (!(a.own && (same || unnamed)) || l.describedApart(base, q)) {
		return nil
	}
	q.Rendering = Indirect
	if len(c.hunks) == 0 && float64(c.kept) >= minUntouched*float64(len(q.words))-1e-9 {
		q.Rendering = Unmarked
	}
	q.Changes = c.changes(base.words, q.words)
	return &quotationReport{q, share}
}
