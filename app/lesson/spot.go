package lesson

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/edit"
	"samewire/app/text"
)

// The limits of a passage whose changes are to be spotted.
const (
	minSpotWords   = 8
	maxSpotWords   = 70
	maxSpotPlaces  = 8
	minSpotKept    = 0.6 // share of the longer wording's words that both have
	maxSpotPairs   = 4   // of one passage
	sureSimilarity = 0.9
)

// spot asks for the words that differ between two readings of a passage.
func (m *maker) spot() {
	for i := range m.Passages {
		if m.full() {
			return
		}
		pairs := 0
		m.readingPairs(&m.Passages[i], func(p, q align.Place) bool {
			if m.spotPair(p, q) {
				pairs++
			}
			return pairs < maxSpotPairs
		})
	}
}

// maxPaired is how many readings of a passage are looked at by pairs.
const maxPaired = 8

// readingPairs calls do for pairs of readings of different outlets until it
// returns false.
func (m *maker) readingPairs(p *collate.Passage, do func(p, q align.Place) bool) {
	list := p.Readings[:min(len(p.Readings), maxPaired)]
	for i := range list {
		for j := i + 1; j < len(list); j++ {
			if m.rivals(list[i].Article, list[j].Article) && !do(list[i].Place, list[j].Place) {
				return
			}
		}
	}
}

func (m *maker) spotPair(p, q align.Place) bool {
	a, b := m.Words(p), m.Words(q)
	if min(len(a), len(b)) < minSpotWords || max(len(a), len(b)) > maxSpotWords || m.similarity(p, q) < sureSimilarity ||
		strings.Contains(m.Text(p)+m.Text(q), "\n") || isBrokenOff(m.Text(p)) || isBrokenOff(m.Text(q)) ||
		!beginAlike(m.Text(p), m.Text(q)) || endsBare(m.Text(p)) != endsBare(m.Text(q)) {
		return false
	}
	if kind, kept := align.Classify(a, b); kind == align.Verbatim || kept < minSpotKept {
		return false
	}
	changes, ok := plainChanges(a, b)
	if !ok || len(changes) > maxSpotPlaces || !m.shownAlike(p, q, changes) {
		return false
	}
	question, r, ok := m.start(Spot, p, q)
	if !ok {
		return false
	}
	if r.below(2) == 1 {
		p, q, a, b = q, p, b, a
		for i, c := range changes {
			changes[i] = wordChange{c.b0, c.b1, c.a0, c.a1}
		}
	}
	return m.askSpot(question, p, q, a, b, changes)
}

// askSpot adds the question what changed between places p and q, of words a and
// b. It asks nothing where only spelling did.
func (m *maker) askSpot(question *Question, p, q align.Place, a, b []text.Word, changes []wordChange) bool {
	question.Exhibits = exhibits(p, q)
	x, y := question.Exhibits[0].Letter, question.Exhibits[1].Letter
	question.Prompt = message("spot.prompt", "x", x, "y", y)
	question.Look = message("spot.look")
	answer := &question.Answer
	var explain []Message
	for _, c := range changes {
		old, now := a[c.a0:c.a1], b[c.b0:c.b1]
		markWords(answer, 0, old, now)
		here, there := m.run(p, old), m.run(q, now)
		switch {
		case !says(old, now) && !says(now, old):
		case here == "":
			explain = append(explain, message("spot.only", "x", y, "old", there))
		case there == "":
			explain = append(explain, message("spot.only", "x", x, "old", here))
		default:
			explain = append(explain, message("spot.changed", "x", x, "old", here, "y", y, "new", there))
		}
	}
	if len(explain) == 0 {
		return false
	}
	for _, c := range changes {
		markWords(answer, 1, b[c.b0:c.b1], a[c.a0:c.a1])
	}
	answer.Explain = append(answer.Explain, message("spot.from", "x", x, "a", m.outlet(p), "y", y, "b", m.outlet(q), "n", counted(len(explain))))
	answer.Explain = append(answer.Explain, explain...)
	question.Difficulty = grade(len(a)+len(b)+6*len(changes), 55, 95)
	question.about = foundWords(a, b, changes)
	m.add(question)
	return true
}

// foundWords returns the words that differ, in the same order whichever reading is
// shown first: two questions with the same words to find are one asked twice.
func foundWords(a, b []text.Word, changes []wordChange) string {
	var found []string
	for _, c := range changes {
		for _, w := range append(slices.Clone(a[c.a0:c.a1]), b[c.b0:c.b1]...) {
			found = append(found, w.Fold)
		}
	}
	slices.Sort(found)
	return strings.Join(found, " ")
}

// markWords adds words of an exhibit to those that are to be found, or, where
// only their spelling differs from what stands there, to those that may be
// marked or not.
func markWords(answer *Answer, exhibit int, words, there []text.Word) {
	for i, w := range words {
		list := &answer.Marks
		if isRespelt(words, there, i) {
			list = &answer.Free
		}
		*list = append(*list, Mark{exhibit, w.Span})
	}
}

// says tells whether one of words is more than a spelling of what stands there.
func says(words, there []text.Word) bool {
	for i := range words {
		if !isRespelt(words, there, i) {
			return true
		}
	}
	return false
}

// isRespelt tells whether word i of words stands there in another spelling,
// alone or with some of its neighbours: "11.15pm", "11.15 pm".
func isRespelt(words, there []text.Word, i int) bool {
	if isInitials(words, there) || isInitials(there, words) || slices.ContainsFunc(there, func(x text.Word) bool { return sameName(words[i], x) }) {
		return true
	}
	spelt := make(map[string]bool)
	eachRun(there, func(_, _ int, run []text.Word) {
		for _, s := range spellings(run) {
			spelt[s] = true
		}
	})
	found := false
	eachRun(words, func(first, end int, run []text.Word) {
		found = found || first <= i && i < end && slices.ContainsFunc(spellings(run), func(s string) bool { return spelt[s] })
	})
	return found
}

// spellings returns the letters of words as they may be spelt, contractions
// written out too.
func spellings(words []text.Word) []string {
	out := []string{spelling(words)}
	for _, c := range contractions {
		out = append(out, spokenOut(words, c))
	}
	return out
}

// maxRespelt is how many words another spelling may be run together from.
const maxRespelt = 3

// eachRun calls do for each run of a few neighbouring words, and for all of
// them.
func eachRun(words []text.Word, do func(first, end int, run []text.Word)) {
	for first := range words {
		for end := first + 1; end <= min(first+maxRespelt, len(words)); end++ {
			do(first, end, words[first:end])
		}
	}
	do(0, len(words), words)
}

// isInitials tells whether a word is made of the first letters of others.
func isInitials(word, words []text.Word) bool {
	first := ""
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w.Fold)
		first += string(r)
	}
	return len(word) == 1 && len(words) > 1 && letters(word) == first
}

// sameName tells whether a title or name is another one cut short: "Gov.",
// "Governor".
func sameName(w, x text.Word) bool {
	return w.Capital && x.Capital && min(len(w.Fold), len(x.Fold)) >= 3 && (strings.HasPrefix(w.Fold, x.Fold) || strings.HasPrefix(x.Fold, w.Fold))
}

// american is what British spelling differs in from American, and what units are
// cut short to, each brought to a form that needn't be a word.
var american = strings.NewReplacer("wards", "ward", "practis", "practic", "is", "iz", "ys", "yz", "our", "or", "tred", "tered", "tring", "tering", "tre", "ter", "ence", "ense", "ll", "l", "gramme", "gram",
	"grey", "gray", "cosy", "cozy", "tyre", "tire", "cheque", "check", "logue", "log", "gement", "gment", "geing", "ging", "plough", "plow",
	"mould", "mold", "scept", "skept", "aluminium", "aluminum", "paed", "ped", "anae", "ane", "oeuvred", "euvered", "oeuvring", "euvering", "oeuvre", "euver", "jewellery", "jewelry",
	"learnt", "learned", "burnt", "burned", "dreamt", "dreamed", "spelt", "speled",
	"km", "kilometers", "cm", "centimeters", "kg", "kilograms", "million", "m", "billion", "bn", "trillion", "tn")

// spelling returns the letters of words without differences in spelling.
func spelling(words []text.Word) string {
	if len(words) == 1 && numeral(words[0]) != "" {
		return numeral(words[0])
	}
	return american.Replace(text.Unaccented(letters(words)))
}

// numerals are the numbers that some write out: "3", "three".
var numerals = [...]string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// numeral returns a number that is written out in digits, or "".
func numeral(w text.Word) string {
	if i := slices.Index(numerals[:], w.Fold); i >= 0 {
		return number(i + 2)
	}
	return ""
}

// run returns the text of neighbouring words.
func (m *maker) run(p align.Place, words []text.Word) string {
	if len(words) == 0 {
		return ""
	}
	span := text.Span{Start: words[0].Start, End: words[len(words)-1].End}
	return m.oneLine(p.Article, WithBrackets(m.Documents[p.Article].Source, span))
}

// WithBrackets returns a span of a text with the bracket before or behind it, where
// it has only the other one of the two.
func WithBrackets(source string, s text.Span) text.Span {
	inside := s.Of(source)
	opened, closed := strings.Count(inside, "("), strings.Count(inside, ")")
	switch {
	case closed > opened && s.Start > 0 && source[s.Start-1] == '(':
		s.Start--
	case opened > closed && s.End < len(source) && source[s.End] == ')':
		s.End++
	}
	return s
}

// grade returns the difficulty, 1 to 3, of an effort.
func grade(effort, medium, hard int) int {
	switch {
	case effort > hard:
		return 3
	case effort > medium:
		return 2
	}
	return 1
}

// shownAlike tells whether the script that the differences are shown by on
// revealing changes just these words, moves none, and changes no sign.
func (m *maker) shownAlike(p, q align.Place, changes []wordChange) bool {
	base, reading := m.Text(p), m.Text(q)
	a, b := text.Parse(base), text.Parse(reading)
	if len(a.Words) != len(m.Words(p)) || len(b.Words) != len(m.Words(q)) {
		return false
	}
	changedA, changedB := make([]bool, len(a.Words)), make([]bool, len(b.Words))
	for _, e := range edit.Diff(base, reading) {
		if e.Op == edit.Keep {
			continue
		}
		if e.Move > 0 || hasSign(e.A.Of(base)) != hasSign(e.B.Of(reading)) {
			return false
		}
		flag(changedA, a, e.A)
		flag(changedB, b, e.B)
	}
	if !joinedAlike(a, b, changedA, changedB) {
		return false
	}
	for _, c := range changes {
		for i := c.a0; i < c.a1; i++ {
			changedA[i] = !changedA[i]
		}
		for j := c.b0; j < c.b1; j++ {
			changedB[j] = !changedB[j]
		}
	}
	return !slices.Contains(changedA, true) && !slices.Contains(changedB, true)
}

// joinedAlike tells whether the words that two texts share run on into a sign in
// both or in neither: the "US" of "US$4" isn't that of "the US for $4".
func joinedAlike(a, b *text.Document, changedA, changedB []bool) bool {
	return slices.Equal(joinedWords(a, changedA), joinedWords(b, changedB))
}

func joinedWords(d *text.Document, changed []bool) []bool {
	var out []bool
	for i, w := range d.Words {
		if !changed[i] {
			r, n := utf8.DecodeRuneInString(d.Source[w.End:])
			out = append(out, n > 0 && unicode.Is(unicode.Sc, r))
		}
	}
	return out
}

// flag sets the words of d that lie in a span.
func flag(words []bool, d *text.Document, s text.Span) {
	first, last := d.WordsIn(s)
	for i := first; i < last; i++ {
		words[i] = true
	}
}

// hasSign tells whether a text has a sign that is read aloud.
func hasSign(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return strings.ContainsRune("%&+=@#°", r) || unicode.Is(unicode.Sc, r) })
}

// beginAlike tells whether both texts begin a sentence or neither does, and
// neither or both with a word in capitals: a dateline that one of them lacks is
// no change of wording.
func beginAlike(p, q string) bool {
	word := func(s string) string {
		w, _, _ := strings.Cut(strings.TrimLeft(s, "\"“‘'("), " ")
		return w
	}
	shouted := func(s string) bool {
		return len(s) > 3 && s == strings.ToUpper(s) && s != strings.ToLower(s) && !strings.Contains(s, ".")
	}
	lower := func(s string) bool {
		r, _ := utf8.DecodeRuneInString(s)
		return unicode.IsLower(r)
	}
	p, q = word(p), word(q)
	return lower(p) == lower(q) && shouted(p) == shouted(q)
}

// endsBare tells whether a text ends in the middle of a sentence, without so much
// as a comma. Beside one with a full stop it looks as if words were lost.
func endsBare(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"”’')"))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isBrokenOff tells whether a text ends in dots: what comes after them may stand
// in another sentence.
func isBrokenOff(s string) bool {
	return strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...")
}
