package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"samewire/app/align"
	"samewire/app/text"
)

// cluster is a set of articles on one event whose sentence pairs are labelled.
type cluster struct {
	name     string
	docs     []*text.Document
	gold     [][]text.Span // the labelled sentences of each article
	same     map[goldPair]bool
	partial  map[goldPair]bool
	reworded map[goldPair]bool // of same: no run of five words in common
}

// goldPair is two labelled sentences, the lower article first.
type goldPair struct{ articleA, sentenceA, articleB, sentenceB int }

func (p goldPair) ordered() goldPair {
	if p.articleB < p.articleA {
		return goldPair{p.articleB, p.sentenceB, p.articleA, p.sentenceA}
	}
	return p
}

// readCluster reads a directory of articles with their gold.json.
func readCluster(dir string) (*cluster, error) {
	data, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		return nil, err
	}
	var gold struct {
		Articles []struct {
			File      string
			Sentences [][2]int
		}
		Pairs []struct {
			A, B [2]int
			Rel  string
		}
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		return nil, fmt.Errorf("%s/gold.json: %w", dir, err)
	}
	c := &cluster{name: filepath.Base(dir), same: map[goldPair]bool{}, partial: map[goldPair]bool{}, reworded: map[goldPair]bool{}}
	for _, a := range gold.Articles {
		source, err := os.ReadFile(filepath.Join(dir, a.File))
		if err != nil {
			return nil, err
		}
		var spans []text.Span
		for _, s := range a.Sentences {
			spans = append(spans, text.Span{Start: s[0], End: s[1]})
		}
		c.gold = append(c.gold, spans)
		c.docs = append(c.docs, text.Parse(string(source)))
	}
	for _, p := range gold.Pairs {
		pair := goldPair{p.A[0], p.A[1], p.B[0], p.B[1]}.ordered()
		if p.Rel == "same" {
			c.same[pair] = true
		} else {
			c.partial[pair] = true
		}
	}
	for p := range c.same {
		if !shareRun(c.text(p.articleA, p.sentenceA), c.text(p.articleB, p.sentenceB)) {
			c.reworded[p] = true
		}
	}
	return c, nil
}

func (c *cluster) text(article, sentence int) string {
	return c.gold[article][sentence].Of(c.docs[article].Source)
}

// shareRun tells whether two sentences have five words in a row in common,
// words being runs of letters, digits and underscores.
func shareRun(a, b string) bool {
	runs := make(map[[5]string]bool)
	wa, wb := bareWords(a), bareWords(b)
	for i := 0; i+5 <= len(wa); i++ {
		runs[[5]string(wa[i:i+5])] = true
	}
	for i := 0; i+5 <= len(wb); i++ {
		if runs[[5]string(wb[i:i+5])] {
			return true
		}
	}
	return false
}

func bareWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}

// stands adds to set the gold pairs that a match of spans a and b stands for:
// on both sides it covers half of the sentence, or half of it lies inside, and
// the sentences lie at corresponding places of the two spans.
func (c *cluster) stands(a, b align.Place, set map[goldPair]bool) {
	for _, sa := range covered(c.gold[a.Article], a.Span) {
		for _, sb := range covered(c.gold[b.Article], b.Span) {
			if corresponding(c.gold[a.Article][sa], a.Span, c.gold[b.Article][sb], b.Span) {
				set[goldPair{a.Article, sa, b.Article, sb}.ordered()] = true
			}
		}
	}
}

func covered(sentences []text.Span, span text.Span) []int {
	var out []int
	for n, s := range sentences {
		if o := s.Overlap(span); o > 0 && (2*o >= s.Len() || 2*o >= max(1, span.Len())) {
			out = append(out, n)
		}
	}
	return out
}

func corresponding(sa, a, sb, b text.Span) bool {
	x0, x1 := relative(sa, a)
	y0, y1 := relative(sb, b)
	return max(0, min(x1, y1)-max(x0, y0)) >= 0.5*min(x1-x0, y1-y0)
}

func relative(s, m text.Span) (from, to float64) {
	length := float64(max(1, m.Len()))
	return float64(max(s.Start, m.Start)-m.Start) / length, float64(min(s.End, m.End)-m.Start) / length
}

// tally counts the pairs that were predicted, are gold, and are both.
type tally struct{ right, predicted, gold, rewordedRight, rewordedGold int }

func (t *tally) add(u tally) {
	t.right += u.right
	t.predicted += u.predicted
	t.gold += u.gold
	t.rewordedRight += u.rewordedRight
	t.rewordedGold += u.rewordedGold
}

// score counts a set of predicted pairs. Partial pairs count neither way.
func (c *cluster) score(predicted map[goldPair]bool) tally {
	t := tally{gold: len(c.same), rewordedGold: len(c.reworded)}
	for p := range predicted {
		if c.partial[p] && !c.same[p] {
			continue
		}
		t.predicted++
		if c.same[p] {
			t.right++
		}
		if c.reworded[p] {
			t.rewordedRight++
		}
	}
	return t
}

func (t tally) String() string {
	p, r, f := t.rates()
	return fmt.Sprintf("P %.3f  R %.3f  F1 %.3f  reworded R %.3f (%d/%d)", p, r, f,
		share(t.rewordedRight, t.rewordedGold), t.rewordedRight, t.rewordedGold)
}

func (t tally) rates() (precision, recall, f1 float64) {
	precision, recall = share(t.right, t.predicted), share(t.right, t.gold)
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	return
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
