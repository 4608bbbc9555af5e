package lesson

import (
	"slices"
	"strings"

	"samewire/app/align"
	"samewire/app/ledger"
	"samewire/app/text"
)

// The limits of a quotation to ask about.
const (
	minQuoted       = 6   // words
	maxQuoted       = 90  // words of the sentences that it stands in: two such texts fit a screen in letters that the last row can read
	minUnmistakable = 9   // words of a part that no two people say by chance: "out of an abundance of caution" they do
	minLeftOut      = 3   // words that a cut quotation lacks
	maxToldOn       = 0.3 // share of these that may stand beside the marks
	minReported     = 0.6 // share of the content words that a report without marks has
	maxAltered      = 6   // changes; more are another wording of the whole
	maxPrinted      = 3   // printings that are shown
)

// maxBesideTwo is how many bytes a quotation has, with its sentences, that fits a
// screen in three columns.
const maxBesideTwo = 300

// printings are the ways in which a quotation may be printed, as options.
var printings = [...]string{"words.kept", "words.cut", "words.altered", "words.unmarked"}

const (
	kept = iota
	shortened
	altered
	unmarked
)

// printed is one outlet's printing of a quotation.
type printed struct {
	*ledger.Quotation
	place align.Place // the sentences that it stands in
	how   int         // index into printings
}

// words asks how outlets print a quotation of another.
func (m *maker) words() {
	list := m.Ledgers.Quotations
	for i := range list {
		if m.full() {
			return
		}
		if list[i].Rendering != ledger.Fullest {
			continue
		}
		var others []*printed
		for j := range list {
			if list[j].Base != i || !m.rivals(list[i].Article, list[j].Article) {
				continue
			}
			if p, ok := m.printing(&list[i], &list[j]); ok && m.alone(j) && !m.hasOutlet(others, list[j].Article) {
				others = append(others, p)
			}
		}
		m.askWords(&list[i], others)
	}
}

func (m *maker) hasOutlet(list []*printed, article int) bool {
	return slices.ContainsFunc(list, func(p *printed) bool { return !m.rivals(p.Article, article) })
}

// alone tells whether quotation j is the only one of its group in its article.
func (m *maker) alone(j int) bool {
	list := m.Ledgers.Quotations
	for i := range list {
		if i != j && list[i].Group == list[j].Group && list[i].Article == list[j].Article {
			return false
		}
	}
	return true
}

// askWords asks what becomes of a quotation in other printings, of each kind of
// printing one at first.
func (m *maker) askWords(base *ledger.Quotation, others []*printed) {
	var chosen, rest []*printed
	for how := len(printings) - 1; how >= 0; how-- {
		first := true
		for _, p := range others {
			switch {
			case p.how != how:
			case first:
				chosen, first = append(chosen, p), false
			default:
				rest = append(rest, p)
			}
		}
	}
	chosen = append(chosen, rest...)
	chosen = chosen[:min(len(chosen), maxPrinted-1)]
	whole, ok := m.around(base)
	if !ok || len(chosen) == 0 || len(m.quotedWords(base)) < minQuoted {
		return
	}
	if whole.Len() > maxBesideTwo || slices.ContainsFunc(chosen, func(p *printed) bool { return p.place.Len() > maxBesideTwo }) {
		chosen = chosen[:1]
	}
	places := []align.Place{whole}
	for _, p := range chosen {
		places = append(places, p.place)
	}
	q, r, ok := m.start(Words, places...)
	if !ok {
		return
	}
	shuffle(r, chosen)
	for i, p := range chosen {
		places[i+1] = p.place
	}
	q.Exhibits = exhibits(places...)
	q.Exhibits[0].Focus = base.Pieces
	x := q.Exhibits[0].Letter
	q.Prompt, q.Look = message("words.prompt", "x", x), message("words.look")
	if len(chosen) > 1 {
		q.Prompt.Key = "words.prompt.many"
	}
	for _, key := range printings {
		q.Options = append(q.Options, Option{Message: message(key)})
	}
	q.Answer.Explain = []Message{message("words.base", "x", x, "a", m.outlet(whole))}
	for i, p := range chosen {
		q.Items = append(q.Items, i+1)
		q.Answer.Choices = append(q.Answer.Choices, p.how)
		m.explainWords(q, base, p, x, q.Exhibits[i+1].Letter)
		q.about += printings[p.how]
	}
	q.Difficulty = grade(len(m.Words(whole))*len(places)+30*(len(chosen)-1), 60, 120)
	m.add(q)
}

// around returns the sentences in which a quotation stands.
func (m *maker) around(q *ledger.Quotation) (align.Place, bool) {
	whole, _, _ := m.sentences(q.Place)
	return whole, len(m.Words(whole)) <= maxQuoted && !m.credited(whole, func(c *ledger.Credit) bool { return c.How == ledger.Photo })
}

// quotedWords returns the words inside the marks of a quotation.
func (m *maker) quotedWords(q *ledger.Quotation) []text.Word {
	var out []text.Word
	for _, p := range q.Pieces {
		out = append(out, m.Words(align.Place{Article: q.Article, Span: p})...)
	}
	return out
}

// printing tells how an outlet prints a quotation, where the words leave no
// doubt of that.
func (m *maker) printing(base, q *ledger.Quotation) (*printed, bool) {
	p := &printed{Quotation: q}
	var ok bool
	if p.place, ok = m.around(q); !ok {
		return p, false
	}
	a, b := m.quotedWords(base), m.quotedWords(q)
	bare := !strings.ContainsAny(m.Text(p.place), "\"“”«»„")
	whole, _, _ := m.sentences(base.Place)
	sure := m.similarity(whole, p.place) >= sureSimilarity // or they may be two quotations that are alike
	switch q.Rendering {
	case ledger.Alike:
		p.how, ok = kept, slices.EqualFunc(a, b, sameFold) && !bare
	case ledger.Cut:
		p.how, ok = shortened, m.isShortened(a, b, p) && !bare && !m.quotesMore(p) && (sure || len(b) >= minUnmistakable)
	case ledger.Altered:
		p.how, ok = altered, m.isAltered(base, q) && !onlyReordered(a, b) && !bare && sure
	case ledger.Unmarked, ledger.Indirect:
		p.how, ok = unmarked, bare && sure && m.reports(p.place, base)
	default:
		return p, false
	}
	return p, ok && (p.how == unmarked || len(b) >= minQuoted)
}

// quotesMore tells whether more stands in quotation marks around a quotation than
// its pieces: another word of it may, which nobody would leave out of account.
func (m *maker) quotesMore(p *printed) bool {
	marks := strings.Count(m.Text(p.place), "\"") + strings.Count(m.Text(p.place), "“") + strings.Count(m.Text(p.place), "”")
	return marks > 2*len(p.Pieces)
}

// isShortened tells whether b is one stretch of a and what is left of a isn't
// told beside the marks.
func (m *maker) isShortened(a, b []text.Word, p *printed) bool {
	at := -1
	for i := 0; i+len(b) <= len(a) && at < 0; i++ {
		if slices.EqualFunc(a[i:i+len(b)], b, sameFold) {
			at = i
		}
	}
	if at < 0 || len(a)-len(b) < minLeftOut {
		return false
	}
	left := append(slices.Clone(a[:at]), a[at+len(b):]...)
	var beside []text.Word
	for _, w := range m.Words(p.place) {
		if !slices.ContainsFunc(p.Pieces, func(s text.Span) bool { return w.Start >= s.Start && w.End <= s.End }) {
			beside = append(beside, w)
		}
	}
	return shareIn(left, beside) <= maxToldOn
}

// isAltered tells whether another word stands in a quotation, not only another
// spelling.
func (m *maker) isAltered(base, q *ledger.Quotation) bool {
	changes := slices.DeleteFunc(m.inside(q), func(c ledger.Change) bool { return m.opensOtherwise(base, q, c) })
	return len(changes) <= maxAltered && slices.ContainsFunc(changes, func(c ledger.Change) bool {
		old := m.Words(align.Place{Article: base.Article, Span: c.Base})
		now := m.Words(align.Place{Article: q.Article, Span: c.Here})
		return len(now) > 0 && spelling(old) != spelling(now) && !sameStems(old, now) && !soundAlike(old, now)
	})
}

// onlyReordered tells whether b has no word more often than a has it: "birds and
// spiders" changes the places of "spiders and birds", but no word.
func onlyReordered(a, b []text.Word) bool {
	left := make(map[string]int)
	for _, w := range a {
		left[w.Fold]++
	}
	for _, w := range b {
		if left[w.Fold]--; left[w.Fold] < 0 {
			return false
		}
	}
	return true
}

// inside returns the changes of a quotation but for what it adds before its
// first or after its last word in common with the base: that may stand for
// words that were left out there.
func (m *maker) inside(q *ledger.Quotation) []ledger.Change {
	words := m.quotedWords(q)
	return slices.DeleteFunc(slices.Clone(q.Changes), func(c ledger.Change) bool {
		return c.Base.Len() == 0 && len(words) > 0 && (c.Here.Start <= words[0].Start || c.Here.End >= words[len(words)-1].End)
	})
}

// opensOtherwise tells whether a change is more or fewer words at the beginning of
// a quotation than the base has there: more may have been left out before them.
// It shows nothing by itself, but is told where other words are changed, too.
func (m *maker) opensOtherwise(base, q *ledger.Quotation, c ledger.Change) bool {
	old := m.Words(align.Place{Article: base.Article, Span: c.Base})
	now := m.Words(align.Place{Article: q.Article, Span: c.Here})
	return len(now) > 0 && now[0].Start <= m.quotedWords(q)[0].Start && len(old) != len(now)
}

func sameFold(x, y text.Word) bool { return x.Fold == y.Fold }

func sameStems(a, b []text.Word) bool {
	return slices.EqualFunc(a, b, func(x, y text.Word) bool { return x.Stem == y.Stem })
}

// reports tells whether a text has most of what a piece of a quotation says.
func (m *maker) reports(p align.Place, q *ledger.Quotation) bool {
	return slices.ContainsFunc(q.Pieces, func(s text.Span) bool {
		piece := m.Words(align.Place{Article: q.Article, Span: s})
		return len(piece) >= minQuoted && shareIn(piece, m.Words(p)) >= minReported
	})
}

// shareIn returns the share of the content words of list that stand in words.
func shareIn(list, words []text.Word) float64 {
	n, of := 0, 0
	for _, w := range list {
		if w.Stop {
			continue
		}
		of++
		if hasStem(words, w.Stem) {
			n++
		}
	}
	return float64(n) / float64(max(of, 1))
}

// explainWords says how a printing, shown with letter y, compares with the one
// of letter x.
func (m *maker) explainWords(q *Question, base *ledger.Quotation, p *printed, x, y string) {
	key := "words.explain." + strings.TrimPrefix(printings[p.how], "words.")
	a := &q.Answer
	say := message(key, "y", y, "b", m.outlet(p.place))
	if p.how == shortened {
		say.With = append(say.With, "n", counted(len(m.quotedWords(p.Quotation))), "all", counted(len(m.quotedWords(base))))
	}
	a.Explain = append(a.Explain, say)
	if p.how != altered {
		a.Places = append(a.Places, p.Place)
		return
	}
	for _, c := range m.inside(p.Quotation) {
		if c.Here.Len() > 0 {
			a.Places = append(a.Places, align.Place{Article: p.Article, Span: c.Here})
		}
		old, now := m.oneLine(base.Article, c.Base), m.oneLine(p.Article, c.Here)
		switch {
		case now == "":
			a.Explain = append(a.Explain, message("spot.only", "x", x, "old", old))
		case old == "":
			a.Explain = append(a.Explain, message("words.added", "y", y, "new", now))
		default:
			a.Explain = append(a.Explain, message("words.changed", "x", x, "old", old, "y", y, "new", now))
		}
	}
}
