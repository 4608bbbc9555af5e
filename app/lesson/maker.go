package lesson

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/align"
	"samewire/app/analysis"
	"samewire/app/ledger"
	"samewire/app/story"
	"samewire/app/text"
)

// maxOfKind is how many questions of a kind a story gives at most; long stories
// would give thousands.
const maxOfKind = 300

// maker collects the questions of a story.
type maker struct {
	*analysis.Analysis
	ctx      context.Context
	seed     uint64
	excluded []align.Place // readings of passages that are kept out
	names    [][][]string  // by article: the names of its outlet, in folded words
	sources  [][]string    // the names of all sources that are credited, in folded words
	own      [][]int       // by article: the credits of its own outlet
	listed   []*Question   // of the kind at hand
	seen     map[string]bool
}

// candidates returns all questions that a story gives, by kind.
func candidates(ctx context.Context, a *analysis.Analysis, o Options) ([kinds][]*Question, error) {
	var all [kinds][]*Question
	m := &maker{Analysis: a, ctx: ctx, seed: o.Seed, seen: make(map[string]bool)}
	for i := range a.Passages {
		if !slices.Contains(o.Exclude, a.Passages[i].ID) {
			continue
		}
		for _, r := range a.Passages[i].Readings {
			m.excluded = append(m.excluded, r.Place)
		}
	}
	for i := range a.Documents {
		m.names = append(m.names, outletNames(a.Story.Articles[i].Outlet))
	}
	m.nameSources()
	makers := [kinds]func(){m.spot, m.same, m.words, m.figures, m.source, m.rewrite}
	for _, k := range wanted(o) {
		m.listed = nil
		makers[k]()
		if err := ctx.Err(); err != nil {
			return all, err
		}
		all[k] = m.listed
	}
	return all, nil
}

// wanted returns the kinds that are asked for, each once.
func wanted(o Options) []Kind {
	list := o.Kinds
	if len(list) == 0 {
		list = Kinds()
	}
	var out []Kind
	for _, k := range list {
		if k < kinds && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// full tells whether no more questions of this kind are looked for.
func (m *maker) full() bool { return len(m.listed) >= maxOfKind || m.ctx.Err() != nil }

// start begins a question on places. It returns the generator that deals its letters, and false if
// the question can't be asked or is known.
func (m *maker) start(kind Kind, places ...align.Place) (*Question, *random, bool) {
	h := digest(kind.String())
	for _, p := range places {
		if m.isExcluded(p) || m.namesItself(p) || isNotice(m.Text(p)) {
			return nil, nil, false
		}
		h += digest(m.Text(p)) // a sum: the order doesn't matter
	}
	q := &Question{Kind: kind, ID: kind.String() + "-" + strconv.FormatUint(h>>24, 36)}
	if m.seen[q.ID] {
		return nil, nil, false
	}
	return q, generator(m.seed, h), true
}

// add finishes a question and keeps it, unless it has the same words to be found
// in the same passage as one before.
func (m *maker) add(q *Question) {
	for i := range m.Passages {
		p := &m.Passages[i]
		for _, r := range p.Readings {
			if slices.ContainsFunc(q.Exhibits, func(e Exhibit) bool { return e.Article == r.Article && e.Overlap(r.Span) > 0 }) {
				q.Passages = append(q.Passages, p.ID)
				break
			}
		}
	}
	m.seen[q.ID] = true
	if q.Kind == Spot && slices.ContainsFunc(m.listed, func(p *Question) bool { return p.about == q.about && slices.Equal(p.Passages, q.Passages) }) {
		return
	}
	m.listed = append(m.listed, q)
}

// exhibits gives places letters: the last of the alphabet, which say nothing of
// the outlets.
func exhibits(places ...align.Place) []Exhibit {
	out := make([]Exhibit, len(places))
	for i, p := range places {
		out[i] = Exhibit{Letter: string(rune('Z' - len(places) + 1 + i)), Place: p}
	}
	return out
}

func (m *maker) isExcluded(p align.Place) bool {
	return slices.ContainsFunc(m.excluded, func(x align.Place) bool { return x.Article == p.Article && x.Overlap(p.Span) > 0 })
}

// generic is the words in outlets' names that other outlets have too.
const generic = "the news newspaper tv television radio online website com"

// outletNames returns the names by which a text may give its outlet away: what
// is its own in the name, and its initials, each as folded words.
func outletNames(outlet string) [][]string {
	var words []string
	initials := ""
	for _, w := range foldedWords(outlet) {
		if !isOneOf(generic, w) {
			words = append(words, w)
		}
		if r, _ := utf8.DecodeRuneInString(w); w != "the" {
			initials += string(r)
		}
	}
	if len(words) == 0 {
		return nil
	}
	names := [][]string{words}
	if len(initials) > 1 {
		names = append(names, []string{initials})
	}
	return names
}

func foldedWords(s string) []string {
	var out []string
	for _, w := range text.Parse(s).Words {
		out = append(out, w.Fold)
	}
	return out
}

// namesItself tells whether a text names its own outlet, be it in a credit.
func (m *maker) namesItself(p align.Place) bool {
	words := m.Words(p)
	for _, name := range m.names[p.Article] {
		if holds(words, name) {
			return true
		}
	}
	return slices.ContainsFunc(m.own[p.Article], func(c int) bool { return m.Ledgers.Credits[c].Overlap(p.Span) > 0 })
}

// nameSources notes the names of the credited sources, and where an article
// credits its own outlet.
func (m *maker) nameSources() {
	m.own = make([][]int, len(m.Documents))
	folded := make(map[string][]string)
	for i, c := range m.Ledgers.Credits {
		if c.Name == "" || c.How == ledger.FromDocument {
			continue
		}
		name, known := folded[c.Name]
		if !known {
			name = foldedWords(c.Name)
			folded[c.Name] = name
			m.sources = append(m.sources, name)
		}
		outlet := foldedWords(m.Story.Articles[c.Article].Outlet)
		if !slices.ContainsFunc(name, func(w string) bool { return w != "the" && !slices.Contains(outlet, w) }) {
			m.own[c.Article] = append(m.own[c.Article], i)
		}
	}
}

// holds tells whether words has a run of these folded words, as a name.
func holds(words []text.Word, run []string) bool {
	for i := 0; len(run) > 0 && i+len(run) <= len(words); i++ {
		n := 0
		for n < len(run) && words[i+n].Fold == run[n] {
			n++
		}
		if n == len(run) && words[i].Capital {
			return true
		}
	}
	return false
}

// sentences widens a span of an article to whole sentences, and returns the
// first and the end of these.
func (m *maker) sentences(p align.Place) (whole align.Place, first, last int) {
	list := m.Documents[p.Article].Sentences
	for first < len(list) && list[first].End <= p.Start {
		first++
	}
	last = first
	for last < len(list) && list[last].Start < p.End {
		last++
	}
	if first == last {
		return p, first, last
	}
	return align.Place{Article: p.Article, Span: text.Span{Start: list[first].Start, End: list[last-1].End}}, first, last
}

// isProse tells whether a text reads as sentences: it begins like one, ends
// like one, has no line break, and is no caption of a photo.
func (m *maker) isProse(p align.Place) bool {
	s := m.Text(p)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“‘'("))
	end := strings.TrimRight(s, "\"”’')")
	if strings.Contains(s, "\n") || !unicode.IsUpper(first) && !unicode.IsDigit(first) || !strings.ContainsAny(end[max(0, len(end)-1):], ".?!") || isBrokenOff(end) {
		return false
	}
	return !isCaption(m.Words(p)) && !m.credited(p, func(c *ledger.Credit) bool { return c.How == ledger.Photo })
}

// isCaption tells whether words are those of a photo's caption: agencies date
// them to the day, "Saturday, March 14, 2020", or call them file photos.
func isCaption(words []text.Word) bool {
	for i := 1; i < len(words); i++ {
		if words[i-1].Fold == "file" && words[i].Fold == "photo" {
			return true
		}
		if i > 2 && words[i].Digit && words[i-1].Digit && words[i].Len() == 4 && words[i-2].Capital && isOneOf(weekdays, words[i-3].Fold) {
			return true
		}
	}
	return false
}

// isNotice tells whether a text speaks to readers as readers of its outlet: it
// has an address to write or go to, or says that it is a note.
func isNotice(s string) bool {
	s = strings.ToLower(s)
	for _, mark := range [...]string{"editor’s note", "editor's note", "been updated", "subscribe", "newsletter", "sign up for", "http", "www."} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	_, after, _ := strings.Cut(s, "@") // of an e-mail address; names on social media have no dot
	host, _, _ := strings.Cut(after, " ")
	return strings.Contains(strings.TrimRight(host, ".,;:!?\"”’')"), ".")
}

const weekdays = "monday tuesday wednesday thursday friday saturday sunday"

// credited tells whether a text has a credit of some sort.
func (m *maker) credited(p align.Place, sort func(*ledger.Credit) bool) bool {
	for i := range m.Ledgers.Credits {
		c := &m.Ledgers.Credits[i]
		if c.Article == p.Article && c.Overlap(p.Span) > 0 && sort(c) {
			return true
		}
	}
	return false
}

// similarity returns how sure the analysis is that two places carry the same
// copy: the best of the matches that cover half of either, or 0.
func (m *maker) similarity(p, q align.Place) float64 {
	if p.Article > q.Article {
		p, q = q, p
	}
	best := 0.0
	from, _ := slices.BinarySearchFunc(m.Matches, p, func(x align.Match, p align.Place) int {
		if x.A.Article != p.Article {
			return x.A.Article - p.Article
		}
		return x.A.Start - p.Start + maxSentence
	})
	for i := from; i < len(m.Matches); i++ {
		x := &m.Matches[i]
		if x.A.Article != p.Article || x.A.Start >= p.End {
			break
		}
		if x.B.Article == q.Article && 2*x.A.Overlap(p.Span) >= min(x.A.Len(), p.Len()) && 2*x.B.Overlap(q.Span) >= min(x.B.Len(), q.Len()) {
			best = max(best, x.Similarity)
		}
	}
	return best
}

// maxSentence is how many bytes before a place a match may begin that covers
// it.
const maxSentence = 1000

// rivals tells whether two articles are of two outlets. Two versions by one
// outlet are no two ways of telling it.
func (m *maker) rivals(i, j int) bool { return m.Story.Outlet(i) != m.Story.Outlet(j) }

// outlet returns the outlet's name of the article of a place.
func (m *maker) outlet(p align.Place) string { return m.Story.Named(p.Article) }

// oneLine returns a stretch of an article on one line.
func (m *maker) oneLine(article int, s text.Span) string {
	return strings.Join(strings.Fields(s.Of(m.Documents[article].Source)), " ")
}

// number writes n for a message.
func number(n int) string { return strconv.Itoa(n) }

func isOneOf(list, word string) bool {
	return word != "" && strings.Contains(" "+list+" ", " "+word+" ")
}

// letters returns the letters and digits of words, run together: what is left
// where outlets differ in hyphens, stops and spaces alone.
func letters(words []text.Word) string {
	var b strings.Builder
	for _, w := range words {
		for _, r := range w.Fold {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// Digest returns what tells one version of a story's texts from another.
func Digest(s *story.Story) string {
	texts := make([]string, len(s.Articles))
	for i := range s.Articles {
		texts[i] = s.Articles[i].Text
	}
	return strconv.FormatUint(digest(texts...), 36)
}
