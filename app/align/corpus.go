package align

import (
	"context"
	"math"
	"slices"
	"unicode/utf8"

	"samewire/app/sorting"
	"samewire/app/text"
)

// document is an article with what alignment needs to know of its words.
type document struct {
	*text.Document
	quoted []bool // one a word: stands between quotation marks
	muted  []bool // one a word: counts for nothing
	other  bool   // in another language than English
	first  int    // its first sentence in corpus.sentences
	last   int
}

// sentence is a sentence of any article as a bag of terms.
type sentence struct {
	doc    int32
	index  int32 // in the document's sentences
	line   int32 // words of its dateline
	units  []unit
	weight float64 // of all units together
	quoted float64 // of the quoted ones
	early  float64 // of the first few
	manner manner
	twin   int32   // the next sentence of its article with the same words, or -1
	head   int32   // the first such sentence
	place  float64 // 0 at the beginning of its article to 1 at the end
}

// corpus is a story prepared for comparison.
type corpus struct {
	docs      []document
	sentences []sentence
	vocab     *vocabulary
	partners  [][]reach
	folds     [][]int32 // one a document, one a word: number of the folded word
	pairs     [][]int32 // one a document, one a word: number of it and the next word, -1 at a sentence's end
	wordPairs int       // how many different pairs of words
}

// newCorpus prepares the articles. It costs time in proportion to their length.
func newCorpus(ctx context.Context, docs []*text.Document) (*corpus, error) {
	c := &corpus{vocab: newVocabulary(background())}
	foldIDs := make(map[string]int32, 4096)
	pairIDs := make(map[uint64]int32, 8192)
	for i, d := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		doc := document{Document: d, quoted: quotedWords(d), muted: mutedWords(d), other: !English(d), first: len(c.sentences)}
		folds := make([]int32, len(d.Words))
		for w := range d.Words {
			id, ok := foldIDs[d.Words[w].Fold]
			if !ok {
				id = int32(len(foldIDs))
				foldIDs[d.Words[w].Fold] = id
			}
			folds[w] = id
		}
		c.folds = append(c.folds, folds)
		c.pairs = append(c.pairs, numberPairs(&doc, folds, pairIDs))
		arena := make([]unit, 0, len(d.Words))
		for n, s := range d.Sentences {
			start := len(arena)
			arena = c.vocab.units(&doc, s.First, s.Last, arena)
			units := arena[start:len(arena):len(arena)]
			c.count(&doc, s, units, int32(len(c.sentences)))
			c.sentences = append(c.sentences, sentence{
				doc: int32(i), index: int32(n), line: int32(dateline(d, s)), units: units,
				place: (float64(n) + 0.5) / float64(len(d.Sentences)),
			})
		}
		doc.last = len(c.sentences)
		c.docs = append(c.docs, doc)
		c.twins(doc.first, doc.last)
	}
	c.wordPairs = len(pairIDs)
	c.vocab.weigh(len(c.sentences))
	c.partners = c.vocab.partners()
	for i := range c.sentences {
		if i&1023 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		c.settle(&c.sentences[i])
		c.sentences[i].manner = c.mannerOf(int32(i))
	}
	c.markOnce()
	return c, ctx.Err()
}

// maxTwins is how often a sentence counts that its article repeats.
const maxTwins = 32

// twins finds the sentences that stand in their article more than once:
// captions, teasers, quotations set apart. Those of a whole page of repetitions
// lose their terms.
func (c *corpus) twins(first, last int) {
	type chain struct {
		last int32
		n    int
	}
	chains := make(map[uint64]chain, last-first)
	for s := int32(first); s < int32(last); s++ {
		c.sentences[s].twin, c.sentences[s].head = -1, s
		key := hash(c.foldsOf(s))
		before, ok := chains[key]
		if !ok || !slices.Equal(c.foldsOf(before.last), c.foldsOf(s)) {
			chains[key] = chain{s, 1}
			continue
		}
		if before.n == maxTwins {
			c.sentences[s].head = c.sentences[before.last].head
			c.sentences[s].units = nil
			continue
		}
		chains[key] = chain{s, before.n + 1}
		if c.identical(before.last, s) {
			c.sentences[s].head = c.sentences[before.last].head
			c.sentences[before.last].twin = s
		}
	}
}

// hash mixes the numbers of words (FNV-1a, a number at a time).
func hash(words []int32) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ uint64(uint32(w))) * 1099511628211
	}
	return h
}

// isHead tells whether s is the first of the sentences of its article that
// have its words. A sentence is no rival of its own repetition.
func (c *corpus) isHead(s int32) bool { return c.sentences[s].head == s }

// distance returns the difference of the relative places of two sentences, of
// the nearest where they stand several times.
func (c *corpus) distance(a, b int32) float64 {
	best := 1.0
	for i, j := c.sentences[a].head, c.sentences[b].head; i >= 0 && j >= 0; {
		x, y := &c.sentences[i], &c.sentences[j]
		best = min(best, math.Abs(x.place-y.place))
		if x.place < y.place {
			i = x.twin
		} else {
			j = y.twin
		}
	}
	return best
}

// count notes in which sentences a term stands, and how it is spelt there.
// Headlines, where every word is capitalised, say nothing about spelling.
func (c *corpus) count(d *document, s text.Sentence, units []unit, number int32) {
	headline := len(units) >= 4 && !slices.ContainsFunc(units, func(u unit) bool {
		return !d.Words[u.word].Capital && !d.Words[u.word].Digit
	})
	for _, u := range units {
		t := &c.vocab.terms[u.term]
		if t.last != number {
			t.last = number
			t.sentences++
		}
		if headline || int(u.word) == s.First {
			continue
		}
		if d.Words[u.word].Capital {
			t.capital++
		} else {
			t.lower++
		}
	}
}

// markOnce marks the terms that stand in one sentence of their article alone,
// its repetitions aside.
func (c *corpus) markOnce() {
	count := make([]int32, len(c.vocab.terms)) // the sentences of the article
	for _, d := range c.docs {
		sentences := c.sentences[d.first:d.last]
		for i := range sentences {
			if !c.isHead(int32(d.first + i)) {
				continue
			}
			for _, u := range sentences[i].units {
				count[u.term]++
			}
		}
		for i := range sentences {
			for k := range sentences[i].units {
				u := &sentences[i].units[k]
				u.once = count[u.term] == 1
			}
		}
		for i := range sentences {
			for _, u := range sentences[i].units {
				count[u.term] = 0
			}
		}
	}
}

// earlyUnits is how many of a sentence's terms count as its beginning: news
// writing says first what a sentence is about.
const earlyUnits = 6

// nameDamping is the share that the lighter words of a name add to its weight.
// Without it shared names pass for shared copy.
const nameDamping = 0.35

// settle gives the units of a sentence their weights and puts them in the order
// of their terms, each term once.
func (c *corpus) settle(s *sentence) {
	d := &c.docs[s.doc]
	for i := range s.units {
		u := &s.units[i]
		t := &c.vocab.terms[u.term]
		u.weight = t.weight
		u.early = i < earlyUnits
		u.name = t.class == plain && d.Words[u.word].Capital && t.capital > t.lower
		if u.name {
			// A name that stands all over the story says little.
			u.weight *= t.weight / t.idf
		}
	}
	names := int16(0)
	for i := 0; i < len(s.units); {
		end := i + 1
		if s.units[i].name {
			names++
			for end < len(s.units) && s.units[end].name && s.units[end].word == s.units[end-1].word+1 &&
				adjacent(d, int(s.units[end-1].word)) {
				end++
			}
			for k := i; k < end; k++ {
				s.units[k].named = names
			}
			damp(s.units[i:end])
		}
		i = end
	}
	sorting.By(s.units, func(a, b unit) int {
		if a.term != b.term {
			return int(a.term - b.term)
		}
		return int(a.word - b.word)
	})
	kept := s.units[:0]
	for _, u := range s.units {
		if n := len(kept); n > 0 && kept[n-1].term == u.term {
			kept[n-1].weight = max(kept[n-1].weight, u.weight)
			kept[n-1].quoted = kept[n-1].quoted || u.quoted
			kept[n-1].name = kept[n-1].name && u.name
			continue
		}
		kept = append(kept, u)
	}
	s.units = kept
	for _, u := range kept {
		s.weight += u.weight
		if u.quoted {
			s.quoted += u.weight
		}
		if u.early {
			s.early += u.weight
		}
	}
}

// damp lets a name of several words weigh little more than its rarest word.
func damp(name []unit) {
	sum, most := 0.0, 0.0
	for _, u := range name {
		sum += u.weight
		most = max(most, u.weight)
	}
	if sum <= 0 {
		return
	}
	factor := (most + float64(nameDamping*(sum-most))) / sum
	for i := range name {
		name[i].weight *= factor
	}
}

// quotedWords tells which words stand between double quotation marks. A
// quotation ends with its paragraph at the latest: newspapers open it anew in
// the next one.
func quotedWords(d *text.Document) []bool {
	quoted := make([]bool, len(d.Words))
	w := 0
	for _, p := range d.Paragraphs {
		open := false
		for i := p.Start; i < p.End; {
			r, n := utf8.DecodeRuneInString(d.Source[i:p.End])
			switch r {
			case '“', '„', '«':
				open = true
			case '”', '»':
				open = false
			case '"':
				open = !open
			}
			for w < len(d.Words) && d.Words[w].Start <= i {
				quoted[w] = open
				w++
			}
			i += n
		}
	}
	return quoted
}

// numberPairs numbers each word together with the next one of its sentence.
func numberPairs(d *document, folds []int32, ids map[uint64]int32) []int32 {
	pairs := make([]int32, len(folds))
	for _, s := range d.Sentences {
		for w := s.First; w < s.Last; w++ {
			if w+1 == s.Last || d.muted[w] || d.muted[w+1] {
				pairs[w] = -1
				continue
			}
			key := uint64(folds[w])<<32 | uint64(folds[w+1])
			id, ok := ids[key]
			if !ok {
				id = int32(len(ids))
				ids[key] = id
			}
			pairs[w] = id
		}
	}
	return pairs
}

// firstWord returns the first word of sentence s in its document.
func (c *corpus) firstWord(s int) int {
	sen := &c.sentences[s]
	return c.docs[sen.doc].Sentences[sen.index].First
}

// pairsOf returns the numbers of the word pairs of sentence s.
func (c *corpus) pairsOf(s int) []int32 {
	sen := &c.sentences[s]
	span := c.docs[sen.doc].Sentences[sen.index]
	if span.First == span.Last {
		return nil
	}
	return c.pairs[sen.doc][span.First : span.Last-1]
}
