package text

import (
	"unicode"
	"unicode/utf8"
)

// maxEmbedded is the greatest length, in bytes, of a bracket or quotation in
// the middle of a sentence within which no sentence ends. It bounds the harm
// that a mark without its partner can do.
const maxEmbedded = 1000

// maxSentence is the greatest length, in bytes, of a sentence. What is longer is
// a table, a list of names, a page without punctuation; it is cut at a blank,
// since the later stages take the product of the lengths of two sentences.
const maxSentence = 3000

// cutter finds the sentences of one block.
type cutter struct {
	source string
	end    int  // of the block
	start  int  // of the sentence at hand
	words  bool // the sentence at hand has a letter or digit before the scan
	pairs  []pair
	embed  pair  // the embedded bracket or quotation at hand, if it reaches beyond the scan
	items  []int // where items of a list begin
	out    []Span
}

// appendSentences appends the sentences of the block s to out. Together they
// cover all of it but white space.
func appendSentences(out []Span, source string, s Span) []Span {
	c := &cutter{source: source, end: s.End, start: s.Start, out: out}
	var lists bool
	if c.pairs, lists = pairs(source, s); lists {
		c.items = items(source, s)
	}
	for i := s.Start; i < s.End; {
		i = c.step(c.skipPlain(i))
	}
	c.cut(s.End)
	return c.out
}

// skipPlain returns the offset at or after i of the first character that may
// matter.
func (c *cutter) skipPlain(i int) int {
	end := c.end
	if len(c.items) > 0 {
		end = min(end, c.items[0])
	}
	for ; i < end; i++ {
		switch b := c.source[i]; {
		case !plain(b):
			return i
		case (b == 'P' || b == 'I') && c.words && c.source[i-1] == ' ' && c.credit(i):
			c.cut(i)
			c.words = true
		case b > ',':
			c.words = true
		}
	}
	return i
}

// step handles the character at i and returns the offset to go on from.
func (c *cutter) step(i int) int {
	if len(c.items) > 0 && i >= c.items[0] {
		if c.items[0] > c.start {
			c.cut(c.items[0])
		}
		c.items = c.items[1:]
	}
	for len(c.pairs) > 0 && c.pairs[0].open <= i {
		if p := c.pairs[0]; p.open == i && c.words && p.open >= c.embed.close && p.embeds(c.source) {
			c.embed = p
		}
		c.pairs = c.pairs[1:]
	}
	r, n := runeAt(c.source, i, c.end)
	if !isTerminator(r) && r != '…' && (r != ';' || !c.greekQuestion(i)) {
		c.words = c.words || isAlnum(r)
		return i + n
	}
	t := c.terminator(i)
	if !c.words {
		return t.mark
	}
	at := c.judge(t)
	if at == 0 {
		return t.mark
	}
	c.cut(at)
	return at
}

// credit tells whether the credit of a picture begins at i. It is a sentence
// of its own even after a caption without a full stop.
func (c *cutter) credit(i int) bool {
	switch word := c.wordAt(i); word {
	case "Image", "Photo", "Photos", "Picture", "Photograph":
		return i >= c.embed.close && c.byteAt(i+len(word)) == ':'
	}
	return false
}

// cut ends the sentence at hand at the offset at.
func (c *cutter) cut(at int) {
	s := trim(c.source, Span{c.start, at})
	for s.Len() > maxSentence {
		part := trim(c.source, Span{s.Start, longCut(c.source, s.Start+maxSentence, s.Start+maxSentence/2)})
		c.out = append(c.out, part)
		s = trim(c.source, Span{part.End, s.End})
	}
	if s.Len() > 0 {
		c.out = append(c.out, s)
	}
	c.start, c.words = skipBlank(c.source, at, c.end), false
}

// longCut returns where a long sentence is cut: at the last blank before offset
// at, or, if there is none down to least, at the last character.
func longCut(source string, at, least int) int {
	for i := at; i > least; {
		r, n := runeBefore(source, i, least)
		if blank(r) {
			return i
		}
		i -= n
	}
	for at > least && !utf8.RuneStart(source[at]) {
		at--
	}
	return at
}

// greekQuestion tells whether the semicolon at i is a Greek question mark.
func (c *cutter) greekQuestion(i int) bool {
	r, _ := runeBefore(c.source, i, c.start)
	return unicode.Is(unicode.Greek, r)
}

// isTerminator tells whether r ends sentences in some script.
func isTerminator(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return unicode.Is(unicode.STerm, r)
}

// terminator is a run of terminators and what stands around it.
type terminator struct {
	start, mark int  // of the run
	close       int  // end of the closing quotation marks and brackets after it
	quoted      bool // there are quotation marks among them
	bracket     bool // there is a bracket among them
	dots        int  // number of full stops, if the run has only those
	spaced      bool // there are spaces between them: ". . ."
	wide        bool // of a script that sets no space after it
	next        int  // offset of the next character that is not blank
	lead        int  // offset of the first letter or digit after opening marks
	opener      rune // the first of these marks, or 0
	kind        lead
}

// lead is the kind of the first letter after a terminator.
type lead uint8

const (
	nothing lead = iota // the block ends
	symbol
	lower
	upper // or a letter of a script without case
	digit
)

// terminator reads the run of terminators at i.
func (c *cutter) terminator(i int) terminator {
	t := terminator{start: i}
	only := true
	for {
		r, n := runeAt(c.source, i, c.end)
		switch {
		case r == '.':
			t.dots++
		case r == '…':
			t.dots += 3
		case isTerminator(r) || r == ';' && i == t.start:
			only = false
			t.wide = t.wide || r >= 0x3000
		default:
			n = 0
		}
		if n == 0 && t.dots > 0 && only && c.spacedDot(i) {
			t.spaced = true
			n = 1
		}
		if n == 0 {
			break
		}
		i += n
	}
	if !only {
		t.dots = 0
	}
	t.mark = i
	c.closers(&t)
	t.next = skipBlank(c.source, t.close, c.end)
	c.lead(&t)
	return t
}

// spacedDot tells whether a space and a full stop that begins no number or
// word stand at i.
func (c *cutter) spacedDot(i int) bool {
	if i+1 >= c.end || c.source[i] != ' ' || c.source[i+1] != '.' {
		return false
	}
	r, _ := runeAt(c.source, i+2, c.end)
	return !isAlnum(r)
}

// closers reads closing quotation marks, brackets and note numbers "[1]".
func (c *cutter) closers(t *terminator) {
	i := t.mark
	for {
		r, n := runeAt(c.source, i, c.end)
		if r == '[' {
			n = c.note(i)
		} else if !isCloser(r) || r == '“' && c.letterAt(i+n) {
			break
		}
		if n == 0 {
			break
		}
		switch r {
		case ')', ']', '}', '[':
			t.bracket = t.bracket || r == ')'
		default:
			t.quoted = true
		}
		i += n
	}
	t.close = i
}

func (c *cutter) letterAt(i int) bool {
	r, _ := runeAt(c.source, i, c.end)
	return isAlnum(r)
}

// note returns the length of a note number in square brackets at i, or 0.
func (c *cutter) note(i int) int {
	for j := i + 1; j < c.end && j < i+5; j++ {
		if c.source[j] == ']' && j > i+1 {
			return j + 1 - i
		}
		if !isDigit(rune(c.source[j])) {
			break
		}
	}
	return 0
}

// maxLead is the number of bytes within which the first letter after a
// terminator must stand. The bound keeps the cost linear.
const maxLead = 64

// lead finds the first letter or digit after t.
func (c *cutter) lead(t *terminator) {
	i := t.next
	end := min(c.end, i+maxLead)
	for {
		r, n := runeAt(c.source, i, end)
		switch {
		case n == 0 && i >= c.end:
			t.kind = nothing
		case n == 0:
			t.kind = symbol
		case isOpener(r) || isBullet(r) || invisible(r) || unicode.Is(unicode.So, r):
			if t.opener == 0 && r != '.' && r != '…' {
				t.opener = r
			}
			i += n
			if isDash(r) || isBullet(r) {
				i = skipBlank(c.source, i, end)
			}
			continue
		case r == ' ' && i > t.next:
			i = skipBlank(c.source, i, end)
			continue
		case isDigit(r):
			t.kind = digit
		case isLower(r) && !c.innerCapital(i):
			t.kind = lower
		case isLetter(r):
			t.kind = upper
		default:
			t.kind = symbol
		}
		t.lead = i
		return
	}
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '*' }

// innerCapital tells whether the word at i, which begins with a small letter,
// is a name all the same: "iPhone", "al-Qaida", "de Blasio", "@realName".
func (c *cutter) innerCapital(i int) bool {
	from := i
	for i < c.end && i < from+12 {
		r, n := runeAt(c.source, i, c.end)
		switch {
		case isUpper(r):
			return true
		case r == '-' && i-from == 2:
		case r == ' ' && isParticle(c.source[from:i]):
		case !isLower(r):
			return false
		}
		i += n
	}
	return false
}

// isParticle tells whether a small word begins family names.
func isParticle(word string) bool {
	switch word {
	case "de", "von", "van", "bin", "al", "el", "du", "da", "di", "la", "le":
		return true
	}
	return false
}
