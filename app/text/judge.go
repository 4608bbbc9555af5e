package text

import "unicode/utf8"

// judge returns the offset at which a sentence ends on account of t, or 0.
func (c *cutter) judge(t terminator) int {
	if t.kind == nothing {
		return 0 // the block's end ends the sentence
	}
	if t.close < c.embed.close {
		return 0
	}
	first, _ := utf8.DecodeRuneInString(c.source[t.start:c.end])
	if t.next == t.close {
		return c.judgeGlued(t, first)
	}
	switch {
	case first != '.' && first != '…' || t.dots == 0:
		return c.when(t, c.afterMark(t, first))
	case t.dots > 1 || first == '…':
		return c.judgeDots(t)
	case t.kind == upper, t.kind == digit:
		return c.when(t, c.afterStop(t))
	}
	return 0
}

// when returns the end of t if a sentence ends there.
func (c *cutter) when(t terminator, ends bool) int {
	if !ends || c.citation(t) || c.signature(t) {
		return 0
	}
	return t.close
}

// citation tells whether a bracket follows a quotation in the middle of a
// sentence, as in: writes that “the law is clear.” (Smith 55).
func (c *cutter) citation(t terminator) bool {
	return t.opener == '(' && t.quoted && c.embed.quote && t.mark < c.embed.close+4 && t.close >= c.embed.close && c.embed.close > 0
}

// maxSignature is the greatest length in bytes of a name after a quotation.
const maxSignature = 60

// signature tells whether the block ends in a quotation, a dash and a name.
func (c *cutter) signature(t terminator) bool {
	if !t.quoted || !isDash(t.opener) || c.end-t.lead > maxSignature {
		return false
	}
	for i := t.lead; i < c.end; i++ {
		if isTerminator(rune(c.source[i])) {
			return false
		}
	}
	return true
}

// afterMark tells whether a question or exclamation mark, or a full stop of
// another script, ends the sentence before white space.
func (c *cutter) afterMark(t terminator, first rune) bool {
	switch t.kind {
	case upper, digit:
		if first == '!' && t.close == t.start+1 && isBrand(c.wordBefore(t.start)) {
			return false
		}
		return !t.quoted || first >= utf8.RuneSelf || !c.attribution(t.lead)
	case lower:
		return first >= utf8.RuneSelf
	}
	return false
}

// attribution tells whether a name and a verb of saying stand at i, as in
// "Why?" Mayor Jane Doe asked.
func (c *cutter) attribution(i int) bool {
	for words := 0; words < 6; words++ {
		word := c.wordAt(i)
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case word == "" || words == 0 && beginsSentence(word):
			return false
		case words > 0 && isReporting(word):
			return true
		case !isUpper(r) && word != "of" && word != "the":
			return false
		}
		i += len(word)
		if i < c.end && c.source[i] == '.' {
			i++
		}
		i = skipBlank(c.source, i, min(c.end, i+4))
	}
	return false
}

// judgeDots handles an ellipsis.
func (c *cutter) judgeDots(t terminator) int {
	before, _ := runeBefore(c.source, t.start, c.start)
	attached := !blank(before)
	switch {
	case t.kind != upper:
		return 0
	case before == '[' || before == '(':
		if t.opener == '(' {
			return 0
		}
		return t.close
	case t.spaced && attached && t.dots == 4 && t.close == t.mark:
		return t.start + 1 // the stop, then an ellipsis that begins a sentence
	case t.spaced && attached && t.dots > 4, attached, t.dots == 4:
		return t.close
	}
	return 0
}

// afterStop tells whether a single full stop ends the sentence before white
// space and a capital letter or digit.
func (c *cutter) afterStop(t terminator) bool {
	word := c.wordBefore(t.start)
	if t.close <= t.mark+1 && !t.quoted && c.onlyMarker(t.start) {
		return false
	}
	next := c.wordAt(t.lead)
	starter := t.kind == upper && (beginsSentence(next) || c.byteAt(t.lead+len(next)) == ':')
	switch classify(word) {
	case ordinary:
		return true
	case never:
		return false
	case title:
		return t.quoted
	case counter:
		if t.kind == digit || roman(next) > 0 && next != "I" {
			return false
		}
		return true
	case clock:
		return t.kind == upper && !isDash(t.opener) && !isZone(next) && !c.onlyAdverbial(t.start)
	case state:
		if t.kind == upper && t.opener == 0 && !t.bracket && c.afterComma(t.start-len(word)) {
			return !isOffice(next) && !isZone(next) // "Washington, U.S. April 22"
		}
	case initial:
		return c.afterInitial(t, word, starter)
	case suffix:
		if isAlsoTitle(word) && isAlsoName(next) {
			return false
		}
	}
	if t.bracket && c.embed.close >= t.mark {
		return false // "(D-Calif.) Speaker"
	}
	return (starter || t.quoted && t.kind == upper) && !isDash(t.opener)
}

// afterInitial tells whether a single letter with a full stop ends a sentence.
func (c *cutter) afterInitial(t terminator, word string, starter bool) bool {
	previous := c.wordBefore(skipBlankBack(c.source, t.start-len(word), c.start))
	r, _ := utf8.DecodeRuneInString(previous)
	if isDigit(r) && t.kind == upper && isLower(rune(word[0])) {
		return true // a unit: "8.5 m"
	}
	if t.kind == digit || word == "v" || !starter {
		return false
	}
	return !isUpper(r) || !isAlsoName(c.wordAt(t.lead))
}

// onlyMarker tells whether the sentence at hand is, up to i, no more than the
// number or letter of a list item.
func (c *cutter) onlyMarker(i int) bool {
	if i-c.start > 16 {
		return false
	}
	s := trim(c.source, Span{c.start, i})
	for s.Len() > 0 {
		r, n := runeAt(c.source, s.Start, s.End)
		if !isBullet(r) && !isOpener(r) && !blank(r) {
			break
		}
		s.Start += n
	}
	if s.Len() == 0 || s.Len() > 5 {
		return false
	}
	var m marker
	return m.read(s.Of(c.source))
}

// onlyAdverbial tells whether the sentence at hand is, up to i, no more than a
// time of day, as in "At 5 a.m. Mr. Smith went".
func (c *cutter) onlyAdverbial(i int) bool {
	if i-c.start > 32 {
		return false
	}
	words := 1
	for j := c.start; j < i; j++ {
		if c.source[j] == ' ' {
			words++
		}
	}
	switch c.wordAt(c.start) {
	case "At", "By", "Around", "About", "Before", "After", "Since", "Until", "From", "On", "Between", "Shortly", "Just", "Near":
		return words <= 4
	}
	return false
}

// afterComma tells whether a comma and white space stand before i.
func (c *cutter) afterComma(i int) bool {
	i = skipBlankBack(c.source, i, c.start)
	return i > c.start && c.source[i-1] == ','
}

func skipBlankBack(source string, i, start int) int {
	for i > start && source[i-1] == ' ' {
		i--
	}
	return i
}

// wordBefore returns the word of at most 24 bytes, dots inside included, that
// ends at i.
func (c *cutter) wordBefore(i int) string {
	from := i
	for from > c.start && i-from < 24 {
		r, n := runeBefore(c.source, from, c.start)
		if !isAlnum(r) && r != '.' && r != '°' && r != '\'' && r != '’' {
			break
		}
		from -= n
	}
	for from < i && !isAlnumByte(c.source[from]) {
		from++
	}
	return c.source[from:i]
}

func isAlnumByte(b byte) bool { return b >= 0xC0 || isASCIILetter(b) || b >= '0' && b <= '9' }

// wordAt returns the letters of at most 24 bytes at i.
func (c *cutter) wordAt(i int) string {
	from := i
	for i < c.end && i-from < 24 {
		r, n := runeAt(c.source, i, c.end)
		if !isLetter(r) {
			break
		}
		i += n
	}
	return c.source[from:i]
}

// byteAt returns the byte at i, or 0 at the block's end.
func (c *cutter) byteAt(i int) byte {
	if i >= c.end {
		return 0
	}
	return c.source[i]
}

// judgeGlued handles a terminator with no white space after it: "over.Then",
// a note number as in "over.12 Then", or another script.
func (c *cutter) judgeGlued(t terminator, first rune) int {
	r, n := runeAt(c.source, t.close, c.end)
	if t.wide {
		switch {
		case t.close > t.mark && isLetter(r), r == '、', r == '，', r == ',':
			return 0 // the quotation is part of a sentence
		case first == '．' && isDigit(r):
			return 0
		}
		return t.close
	}
	if first >= utf8.RuneSelf && first != '…' {
		if isLetter(r) && t.close == t.mark {
			return t.close
		}
		return 0
	}
	if t.dots > 1 || first == '…' || t.start == c.start {
		return 0
	}
	before, _ := runeBefore(c.source, t.start, c.start)
	switch {
	case isDigit(r) && t.close == t.mark && first == '.':
		return c.afterNote(t, before)
	case !isUpper(r) && !(t.quoted && r == '“'):
		return 0
	}
	if t.quoted {
		return c.when(t, isUpper(r) || r == '“')
	}
	word, next := c.wordBefore(t.start), c.wordAt(t.close)
	after, _ := runeAt(c.source, t.close+len(next), c.end)
	switch {
	case len(word) < 2 || !isLower(before) && !isDigit(before) && before != ')' || c.address(t.start):
		return 0
	case len(next) == n && next != "I" && next != "A", isDomain(next), isDigit(after), after == '(' || after == '/' || after == '_':
		return 0
	case after == '.' && classify(next) == ordinary && c.letterAt(t.close+len(next)+1):
		return 0
	}
	if f, _ := utf8.DecodeRuneInString(word); isUpper(f) && !beginsSentence(next) && classify(next) != title && first == '.' {
		return 0
	}
	return t.close
}

// afterNote handles a full stop and the bare numbers of notes, as in "over.12
// 13 Then".
func (c *cutter) afterNote(t terminator, before rune) int {
	if before != ')' && (!isLower(before) || len(c.wordBefore(t.start)) < 3) {
		return 0
	}
	i := t.close
	for {
		from := i
		for i < c.end && isDigit(rune(c.source[i])) {
			i++
		}
		if i == from || i-from > 3 {
			return 0
		}
		next := skipBlank(c.source, i, min(c.end, i+4))
		r, _ := runeAt(c.source, next, c.end)
		switch {
		case next == i || next == c.end:
			return 0
		case isUpper(r):
			return i
		}
		i = next
	}
}

// address tells whether i stands in a web or mail address.
func (c *cutter) address(i int) bool {
	for from := i; from > c.start && i-from < 60; from-- {
		switch b := c.source[from-1]; b {
		case ' ', '\n', '\t', '\r':
			return false
		case '@', '/', '\\', '=':
			return true
		case '.':
			if from-4 >= c.start && c.source[from-4:from-1] == "www" {
				return true
			}
		}
	}
	return false
}

// isDomain tells whether a word after a dot ends an address or a file's name.
func isDomain(word string) bool {
	switch word {
	case "Com", "Net", "Org", "Gov", "Edu", "Io", "Co", "Tv", "Me", "Js", "Info", "Biz", "Uk", "Ai", "Us", "Eu", "Fm", "Ly", "News":
		return true
	}
	return false
}
