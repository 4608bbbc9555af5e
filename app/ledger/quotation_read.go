package ledger

import (
	"sort"
	"strings"

	"samewire/app/align"
	"samewire/app/text"
)

const (
	minUncued        = 6  // words of a quotation that nothing introduces, to be shown
	minStatement     = 3  // the same of one that is a sentence by itself
	maxTitle         = 12 // words of a title
	maxShortDistance = 15 // words from a cue to a quotation of one or two words
)

// quotationReader reads the quotations of one article.
type quotationReader struct {
	*text.Document
	article   int
	classes   map[string]cueClass
	quoted    []bool // words between marks
	headlines []bool // by sentence
	people    []namedPerson
	surnames  map[string]*personFacts
	proper    map[string]bool // words with a capital inside a sentence
	said      []saidBy        // in order
	doubtful  []*quoted       // what stands between marks and isn't told to be somebody's words
}

// saidBy is who said a quotation that has been read.
type saidBy struct {
	first, last int // its words
	sentence    int
	speaker     Speaker
}

func newQuotationReader(article int, d *text.Document, classes map[string]cueClass) *quotationReader {
	return &quotationReader{Document: d, article: article, classes: classes, surnames: make(map[string]*personFacts), proper: make(map[string]bool)}
}

// quotations returns the quotations of the article in order.
func (r *quotationReader) quotations() []*quoted {
	all := findMarked(r.Document)
	if len(all) == 0 {
		return nil
	}
	r.prepare(all)
	var out []*quoted
	var previous *quoted
	for i := range all {
		previous = r.quotation(&all[i], previous)
		if previous != nil && (len(out) == 0 || out[len(out)-1] != previous) {
			out = append(out, previous)
		}
	}
	return out
}

// prepare notes which words stand between marks, which sentences are headlines,
// and where persons are named.
func (r *quotationReader) prepare(all []marked) {
	r.quoted = make([]bool, len(r.Words))
	for _, m := range all {
		for _, p := range m.pieces {
			first, last := r.WordsIn(p)
			for w := first; w < last; w++ {
				r.quoted[w] = true
			}
		}
	}
	for _, s := range r.Sentences {
		r.headlines = append(r.headlines, r.headline(s))
	}
	r.findPeople()
}

// quotation makes a quotation of what stands between marks, or adds it to the
// previous one of the same sentence or paragraph; it returns nil if it is none.
func (r *quotationReader) quotation(m *marked, previous *quoted) *quoted {
	first, _ := r.WordsIn(m.pieces[0])
	_, last := r.WordsIn(m.pieces[len(m.pieces)-1])
	if first >= last || !r.quotedAlone(first, last) && r.headlines[r.sentenceOf(first)] {
		return nil
	}
	f := r.frame(first, last)
	a := r.attribution(f)
	if previous != nil && (!a.own || a.cue == previous.Cue) && r.continues(previous, m, first) {
		previous.Pieces = append(previous.Pieces, m.pieces...)
		previous.End = m.End
		r.said[len(r.said)-1].last = last
		r.said[len(r.said)-1].sentence = r.sentenceOf(last - 1)
		return previous
	}
	q := &quoted{Quotation: Quotation{Place: align.Place{Article: r.article, Span: m.Span}, Pieces: m.pieces}}
	q.Speaker, q.Cue = a.speaker, a.cue
	if !r.isQuotation(f, a) {
		if !r.titled(f) {
			r.doubtful = append(r.doubtful, q)
		}
		return nil
	}
	if a.speaker == (Speaker{}) && !a.own && !a.passive && f.standsAlone {
		q.Speaker = r.neighbour(f)
	}
	r.said = append(r.said, saidBy{first, last, r.sentenceOf(last - 1), q.Speaker})
	q.direct = a.direct
	return q
}

// continues tells whether the quotation at m, whose first word is given, goes on
// with what previous began: only who said it stands in between.
func (r *quotationReader) continues(previous *quoted, m *marked, first int) bool {
	if !previous.direct {
		return false
	}
	at := r.said[len(r.said)-1]
	from, to := r.Sentences[r.sentenceOf(at.last-1)], r.Sentences[r.sentenceOf(first)]
	if from.Paragraph != to.Paragraph || m.Start <= previous.Cue.Start {
		return false
	}
	for w := at.last; w < first; w++ {
		if r.quoted[w] {
			return false
		}
	}
	next := r.sentenceOf(first)
	if s := r.sentenceOf(at.last); s != next {
		return s+1 == next && r.Sentences[next].First == first
	}
	// The same sentence: he said, "and so on."
	gap := r.gap(first)
	return strings.Contains(gap, ",") && first-at.last <= maxCue
}

// quotedAlone tells whether the sentence of a quotation is nothing else.
func (r *quotationReader) quotedAlone(first, last int) bool {
	s := r.Sentences[r.sentenceOf(first)]
	return s.First == first && s.Last <= last
}

// headline tells whether a sentence is a headline: it has no full stop, and its
// words, but for function words, all have capitals.
func (r *quotationReader) headline(s text.Sentence) bool {
	if s.Last-s.First < 4 || strings.HasSuffix(s.Of(r.Source), ".") {
		return false
	}
	for _, word := range r.Words[s.First:s.Last] {
		if !word.Capital && !word.Stop && !word.Digit {
			return false
		}
	}
	return true
}

// isQuotation tells whether what stands between marks is somebody's words
// rather than a title, a name or a word that the writer keeps away from.
func (r *quotationReader) isQuotation(f quotationFrame, a attribution) bool {
	n := f.last - f.first
	begins := f.first == f.sentence.First || strings.Contains(r.gap(f.first), ":")
	if a.direct && begins {
		return true
	}
	if r.titled(f) {
		return false
	}
	if a.direct {
		return true
	}
	if n == 1 && a.speaker == (Speaker{}) && !a.passive || n <= 2 && a.distance > maxShortDistance || n < minUncued && a.passive && a.speaker == (Speaker{}) {
		return false
	}
	if cue := a.cue.Of(r.Source); n < minTerm && (strings.HasPrefix(cue, "spoke") || strings.HasPrefix(cue, "speaks")) {
		return false // "spoke of"
	}
	return a.own || n >= minUncued || f.standsAlone && n >= minStatement && strings.ContainsAny(r.gap(f.last), ".!?…")
}

// titled tells whether the words of f are those of a title: each but the
// function words has a capital letter, or the word before says so.
func (r *quotationReader) titled(f quotationFrame) bool {
	if f.first > f.sentence.First && f.last-f.first <= maxTitle {
		before := r.classes[r.Words[f.first-1].Fold]
		if before&cueNamed != 0 {
			return true
		}
	}
	capitals := 0
	for _, w := range r.Words[f.first:f.last] {
		switch {
		case w.Capital:
			capitals++
		case !w.Stop && !w.Digit:
			return false
		}
	}
	s := r.Source[r.Words[f.first].Start:r.Words[f.last-1].End]
	if f.last-f.first > 2 && s == strings.ToUpper(s) {
		return false // a shout
	}
	return capitals > 0 && s != strings.ToUpper(s)
}

// sentenceOf returns the sentence of word w.
func (r *quotationReader) sentenceOf(w int) int {
	w = min(w, len(r.Words)-1)
	return sort.Search(len(r.Sentences), func(i int) bool { return r.Sentences[i].Last > w })
}

// gap returns what stands before word w.
func (r *quotationReader) gap(w int) string {
	start, end := 0, len(r.Source)
	if w > 0 {
		start = r.Words[w-1].End
	}
	if w < len(r.Words) {
		end = r.Words[w].Start
	}
	return r.Source[start:end]
}

func (r *quotationReader) is(w int, c cueClass) bool { return r.classes[r.Words[w].Fold]&c != 0 }

// span returns the bytes of the words from first to last, exclusive.
func (r *quotationReader) span(first, last int) text.Span {
	if first >= last {
		return text.Span{}
	}
	return text.Span{Start: r.Words[first].Start, End: r.Words[last-1].End}
}
