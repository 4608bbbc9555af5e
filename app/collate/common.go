package collate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/text"
)

// Part is a piece of a common wording: words on which all readings agree, or a
// slot where they differ. Parts carry their own spacing and punctuation: the
// texts of a passage's parts, with one variant taken for each slot, set side by
// side are prose. The variants that one reading has are that reading, but for
// its setting where it has the words of others, and for its very ends.
type Part struct {
	Wording           // of all readings; none for a slot
	Slot    []Wording // nil where all agree; most readings first, then the base's, then by spelling
}

// Wording is a text and the readings that have its words.
type Wording struct {
	Text     string // in a slot, white space and punctuation alone is to leave the words out
	Readings []int  // indices into Passage.Readings, in order
}

// Common returns the common wording of the passage: a reconstruction of what
// its readings were made from. Words are set as the base has them, or else as
// most have them.
func (t *Table) Common() []Part {
	parts := make([]Part, len(t.Columns))
	for i := range parts {
		pieces := t.pieces(i)
		var set []Wording
		for _, v := range t.Columns[i].Variants {
			set = append(set, Wording{t.usual(pieces, v.Readings), v.Readings})
		}
		if len(set) == 1 {
			parts[i].Wording = set[0]
		} else {
			parts[i].Slot = set
		}
	}
	finish(parts)
	pairMarks(parts)
	return parts
}

// usual returns the piece of the base if it is one of the readings, or else the
// one that most of them have, of equals the first in the alphabet.
func (t *Table) usual(pieces []string, readings []int) string {
	count := make(map[string]int)
	best := pieces[readings[0]]
	for _, r := range readings {
		s := pieces[r]
		if r == t.passage.Base {
			return s
		}
		count[s]++
		if n := count[s] - count[best]; n > 0 || n == 0 && s < best {
			best = s
		}
	}
	return best
}

// pieces cuts what every reading has in column i out of its article.
func (t *Table) pieces(i int) []string {
	pieces := make([]string, len(t.passage.Readings))
	for r := range pieces {
		pieces[r] = oneLine(t.doc(r).Source[t.cut(r, i):t.cut(r, i+1)])
	}
	return pieces
}

// cut returns the byte at which column i begins in the article of reading r.
// All that stands between words on which all agree belongs to the slots between
// them: each has what precedes its words, the last also what follows them.
func (t *Table) cut(r, i int) int {
	d, first := t.doc(r), t.Columns[0].At[r].First
	switch {
	case i == len(t.Columns):
		end := t.passage.Readings[r].End
		if last := t.Columns[i-1].At[r].Last; last > first {
			end = max(end, d.Words[last-1].End)
		}
		return end
	case i > 0 && t.Columns[i].Agree():
		return d.Words[t.Columns[i].At[r].First].Start
	case t.Columns[i].At[r].First > first:
		return d.Words[t.Columns[i].At[r].First-1].End
	}
	return t.passage.Readings[r].Start
}

// oneLine makes every stretch of white space one blank.
func oneLine(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		if !unicode.IsSpace(r) {
			b.WriteRune(r)
		} else if !blank {
			b.WriteByte(' ')
		}
		blank = unicode.IsSpace(r)
	}
	return b.String()
}

// finish makes a sentence of parts: readings may begin and end in the middle
// of one.
func finish(parts []Part) {
	if len(parts) == 0 {
		return
	}
	edges := []struct {
		part *Part
		mend func(string) string
	}{{&parts[0], begin}, {&parts[len(parts)-1], end}}
	for _, e := range edges {
		if e.part.Slot == nil {
			e.part.Text = e.mend(e.part.Text)
		}
		for i := range e.part.Slot {
			e.part.Slot[i].Text = e.mend(e.part.Slot[i].Text)
		}
	}
}

// begin sets a text with a capital letter at its start.
func begin(s string) string {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	i := strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	if i < 0 {
		return s
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return s[:i] + string(unicode.ToTitle(r)) + s[i+n:]
}

// end sets a text with a full stop at its end, if it has no such mark yet.
func end(s string) string {
	bare := strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"”’'»)]", r) })
	marks := strings.TrimSpace(s[len(bare):])
	if r, _ := utf8.DecodeLastRuneInString(bare); unicode.Is(unicode.Sentence_Terminal, r) || r == '…' {
		return bare + marks
	}
	bare = strings.TrimSuffix(strings.TrimRight(bare, ",;:-–— "), " that")
	return bare + "." + marks
}

// quotationMarks are those that go in pairs. Which opens a quotation and which
// closes one depends on the language.
const quotationMarks = "\"“”„«»"

// marks counts quotation marks.
func marks(s string) int {
	n := 0
	for _, r := range s {
		if strings.ContainsRune(quotationMarks, r) {
			n++
		}
	}
	return n
}

// pairMarks takes the quotation marks out of a variant if they have no
// counterpart, as its reading has that in words which are set as in the base.
func pairMarks(parts []Part) {
	if marks(Default(parts))%2 != 0 {
		return
	}
	for n, p := range parts {
		before, after := []string{""}, []string{""}
		if n > 0 {
			before = glued(parts[n-1], func(s string) string { return s[strings.LastIndexFunc(s, unicode.IsSpace)+1:] })
		}
		if n+1 < len(parts) {
			after = glued(parts[n+1], func(s string) string { return s[:len(s)-len(strings.TrimLeftFunc(s, notSpace))] })
		}
		for i := range p.Slot {
			v := &p.Slot[i]
			if (marks(p.Slot[0].Text)+marks(v.Text))%2 != 0 {
				v.Text = unmarked(v.Text, before, after)
			}
		}
	}
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }

// glued returns what may stand at a text's side without a blank between them:
// what cut leaves of the wordings of a part, each once.
func glued(p Part, cut func(string) string) []string {
	set := []string{cut(p.Text)}
	for i, w := range p.Slot {
		if side := cut(w.Text); i == 0 {
			set[0] = side
		} else if !slices.Contains(set, side) {
			set = append(set, side)
		}
	}
	return set
}

// unmarked takes out the quotation marks that are not all that parts two words,
// whichever of the texts before and after stand at its sides.
func unmarked(s string, before, after []string) string {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if bare := s[:i] + s[i+n:]; strings.ContainsRune(quotationMarks, r) && sameWords(s, bare, before, after) {
			s = bare
		} else {
			i += n
		}
	}
	return s
}

// sameWords tells whether two texts have the same words between any of the
// texts before and after.
func sameWords(s, t string, before, after []string) bool {
	fold := func(v, w text.Word) bool { return v.Fold == w.Fold }
	for _, b := range before {
		for _, a := range after {
			if !slices.EqualFunc(text.Parse(b+s+a).Words, text.Parse(b+t+a).Words, fold) {
				return false
			}
		}
	}
	return true
}

// Default returns a common wording as text, with the first variant of every
// slot: the one that most readings have, or of equals the base's.
func Default(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Slot != nil {
			p.Wording = p.Slot[0]
		}
		b.WriteString(p.Text)
	}
	return begin(b.String())
}
