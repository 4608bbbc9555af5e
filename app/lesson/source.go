package lesson

import (
	"slices"
	"strings"

	"samewire/app/align"
	"samewire/app/ledger"
	"samewire/app/text"
)

// The sentences among which a credit is to be found.
const (
	maxSourceSentences = 5
	minSourceSentences = 3
	minSourceWords     = 3   // of each of them
	maxWindowWords     = 120 // of all, or they don't fit a screen
)

// source asks for the sentence that credits an outlet or keeps a trace of an
// agency, and for the one of two readings that does.
func (m *maker) source() {
	for i := range m.Ledgers.Credits {
		if m.full() {
			return
		}
		m.askSource(&m.Ledgers.Credits[i])
	}
	for i := range m.Ledgers.PassageCredits {
		if m.full() {
			return
		}
		m.askCrediting(&m.Ledgers.PassageCredits[i])
	}
}

// isOutlet tells whether a credit names an outlet for sure. "According to" may
// name any organisation.
func (m *maker) isOutlet(c *ledger.Credit) bool {
	switch c.How {
	case ledger.Dateline: // others put their own name there
		return isOneOf(agencies, strings.ToLower(c.Name))
	case ledger.Byline, ledger.Contribution:
		return c.Name != "" && !holdsOneOf(m.Words(c.Place), "staff staffer correspondent correspondents reporter reporters")
	case ledger.AgencyCode:
		return c.Name != ""
	case ledger.InText:
		whole, _, _ := m.sentences(c.Place)
		words := m.Words(c.Place)
		return c.Name != "" && holdsOneOf(words, crediting) && !holdsOneOf(words, "according") && !holdsOneOf(m.Words(whole), disputes) &&
			(words[len(words)-1].Fold != "interview" || m.indefinite(c))
	}
	return false
}

// agencies are those that texts begin with.
const agencies = "reuters associated press ap afp agence france presse dpa upi united press international bloomberg pa pa media xinhua tass ansa efe kyodo ians pti aap"

// What credits an outlet beyond doubt, and what makes its report the news.
const (
	crediting = "told reported reports reporting reviewed seen obtained citing interview statement spoke said by"
	disputes  = "false fake wrong inaccurate denied denies untrue mistaken retracted corrected lie lies criticized criticised"
)

// indefinite tells whether "a" or "an" stands before a credit, as in "said in a
// CNN interview". "In the CNN interview" may be what somebody talks about.
func (m *maker) indefinite(c *ledger.Credit) bool {
	d := m.Documents[c.Article]
	first, _ := d.WordsIn(c.Span)
	return first > 0 && isOneOf("a an", d.Words[first-1].Fold)
}

func holdsOneOf(words []text.Word, list string) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool { return isOneOf(list, w.Fold) })
}

func (m *maker) askSource(c *ledger.Credit) {
	if !m.isOutlet(c) {
		return
	}
	_, at, end := m.sentences(c.Place)
	whole, from, to := m.window(c, at, end)
	if to-from < minSourceSentences {
		return
	}
	q, _, ok := m.start(Source, whole)
	if !ok {
		return
	}
	q.Exhibits = exhibits(whole)
	for i := from; i < to; i++ {
		q.Options = append(q.Options, Option{Part: m.Documents[c.Article].Sentences[i].Span})
	}
	q.Items = []int{0}
	q.Answer.Choices = []int{at - from}
	q.Answer.Places = []align.Place{c.Place}
	q.Prompt, q.Look, q.Difficulty = message("source.prompt"), message("source.look"), 1
	key := "source.explain.named"
	switch c.How {
	case ledger.AgencyCode:
		key, q.Prompt, q.Look, q.Difficulty = "source.explain.trace", message("source.prompt.trace"), message("source.look.trace"), 2
	case ledger.Dateline:
		key = "source.explain.dateline"
	case ledger.Contribution, ledger.Byline:
		key = "source.explain.contribution"
	}
	q.Answer.Explain = []Message{message(key, "name", ledger.Spoken(c.Name), "words", m.oneLine(c.Article, c.Span), "a", m.outlet(c.Place))}
	q.about = q.Prompt.Key
	m.add(q)
}

// window returns the sentences around those of a credit, of which no other
// hints at a source. The credit must stand in one.
func (m *maker) window(c *ledger.Credit, at, end int) (align.Place, int, int) {
	list := m.Documents[c.Article].Sentences
	if end != at+1 || !m.plain(c.Article, list[at]) {
		return align.Place{}, 0, 0
	}
	from, to := at, at+1
	before := at % (maxSourceSentences - 1) // so that the place of the credit varies
	room := func(i int) bool {
		return i >= 0 && i < len(list) && to-from < maxSourceSentences && list[max(i+1, to)-1].Last-list[min(i, from)].First <= maxWindowWords && m.unsourced(c.Article, list[i])
	}
	for at-from < before && room(from-1) {
		from--
	}
	for room(to) {
		to++
	}
	for room(from - 1) {
		from--
	}
	return align.Place{Article: c.Article, Span: text.Span{Start: list[from].Start, End: list[to-1].End}}, from, to
}

func (m *maker) plain(article int, s text.Sentence) bool {
	return s.Last-s.First >= minSourceWords && m.isProse(align.Place{Article: article, Span: s.Span})
}

// unsourced tells whether a sentence names no source, but for a statement, a memo
// and the like, and nothing that readers may take for the name of an outlet.
func (m *maker) unsourced(article int, s text.Sentence) bool {
	p := align.Place{Article: article, Span: s.Span}
	if !m.plain(article, s) || isNotice(m.Text(p)) || m.credited(p, func(c *ledger.Credit) bool { return c.How != ledger.FromDocument }) {
		return false
	}
	words := m.Words(p)
	for i, w := range words {
		name := strings.TrimSuffix(strings.TrimSuffix(w.Fold, "'s"), "’s")
		if w.Capital && (isOneOf(mediaWords, name) || i > 0 && isOneOf(mastheads, name)) || isOneOf(outletWords, w.Fold) {
			return false
		}
	}
	if slices.ContainsFunc(m.sources, func(name []string) bool { return holds(words, name) }) {
		return false
	}
	for i := range m.names {
		if slices.ContainsFunc(m.names[i], func(name []string) bool { return holds(words, name) }) {
			return false
		}
	}
	return true
}

// mediaWords are short names of outlets; mastheads end the names of others.
const (
	mediaWords  = "ap afp bbc cnn nbc abc cbs msnbc cnbc npr pbs wsj dpa upi reuters bloomberg newsmax politico axios fox twitter facebook"
	outletWords = "media reported report reports reporter reporters newspaper newspapers magazine broadcaster editorial article tweet tweets tweeted " +
		"post posts posted interview"
	mastheads = "news press times post journal herald tribune gazette guardian telegraph tv radio television magazine daily"
)

// askCrediting asks which of two readings names an outlet as the source.
func (m *maker) askCrediting(pc *ledger.PassageCredit) {
	for _, i := range pc.Credits {
		c := &m.Ledgers.Credits[i]
		if c.How != ledger.InText || !m.isOutlet(c) {
			continue
		}
		for _, r := range m.Passages[pc.Passage].Readings {
			if r.Article != c.Article {
				continue
			}
			for _, s := range m.Passages[pc.Passage].Readings {
				if slices.Contains(pc.Without, s.Article) && m.rivals(r.Article, s.Article) && m.askPair(c, r.Place, s.Place) {
					return
				}
			}
		}
	}
}

// askPair asks which of two readings names a source: p does, with credit c.
func (m *maker) askPair(c *ledger.Credit, p, q align.Place) bool {
	similarity := m.similarity(p, q)
	p, at, end := m.sentences(p)
	q, _, _ = m.sentences(q)
	if similarity < sureSimilarity || end != at+1 || c.Overlap(p.Span) < c.Len() || !coverEachOther(m.Words(p), m.Words(q), minCovered) || !m.plain(p.Article, m.Documents[p.Article].Sentences[at]) {
		return false
	}
	for _, s := range m.Documents[q.Article].Sentences {
		if s.Overlap(q.Span) > 0 && !m.unsourced(q.Article, s) {
			return false
		}
	}
	question, r, ok := m.start(Source, p, q)
	if !ok {
		return false
	}
	answer := r.below(2)
	question.Exhibits = exhibits(p, q)
	if answer == 1 {
		question.Exhibits = exhibits(q, p)
	}
	e := question.Exhibits
	question.Prompt = message("source.prompt.pair", "x", e[0].Letter, "y", e[1].Letter)
	question.Look = message("source.look")
	question.Items = []int{-1}
	for _, x := range e {
		question.Options = append(question.Options, Option{Message: message("source.text", "x", x.Letter)})
	}
	question.Answer.Choices = []int{answer}
	question.Answer.Places = []align.Place{c.Place}
	question.Answer.Explain = []Message{message("source.explain.pair", "x", e[answer].Letter, "a", m.outlet(p), "name", ledger.Spoken(c.Name),
		"words", m.oneLine(c.Article, c.Span), "y", e[1-answer].Letter, "b", m.outlet(q))}
	question.Difficulty = 1
	question.about = question.Prompt.Key
	m.add(question)
	return true
}
