package text

// marker is what numbers or letters a list item: "1.", "b)", "(iv)", "2.)".
type marker struct {
	start, end int
	kind       byte // '1' digits, 'a' lower-case letters, 'A' upper-case letters
	suffix     string
	value      int // of the digits or the single letter, 0 if there is none
	roman      int // as a Roman numeral, 0 if it isn't one
	upper      bool
}

// itemMarker reads a marker at source[i:], which white space or the end must
// follow.
func itemMarker(source string, i, end int) (marker, bool) {
	m := marker{start: i}
	bracket := i < end && source[i] == '('
	if bracket {
		i++
	}
	body := i
	for i < end && i-body < 5 && (isASCIILetter(source[i]) || isDigit(rune(source[i]))) {
		i++
	}
	if !m.read(source[body:i]) {
		return m, false
	}
	suffix := i
	for i < end && i-suffix < 2 && (source[i] == '.' || source[i] == ')') {
		i++
	}
	m.suffix, m.end = source[suffix:i], i
	switch m.suffix {
	case ")", ".)":
	case ".":
		if bracket || m.kind == 'A' || m.kind == 'a' && m.value == 0 {
			return m, false // an initial or a word
		}
	default:
		return m, false
	}
	if bracket {
		m.suffix = "()"
	}
	r, n := runeAt(source, i, end)
	if n > 0 && !blank(r) {
		return m, false
	}
	for n > 0 && blank(r) {
		i += n
		r, n = runeAt(source, i, end)
	}
	m.upper = isUpper(r)
	return m, true
}

// read takes the number or letter of a marker.
func (m *marker) read(body string) bool {
	if body == "" {
		return false
	}
	c := body[0]
	switch {
	case isDigit(rune(c)):
		m.kind = '1'
		for i := 0; i < len(body); i++ {
			if !isDigit(rune(body[i])) || i == 3 {
				return false
			}
			m.value = m.value*10 + int(body[i]-'0')
		}
		return true
	case c >= 'a':
		m.kind = 'a'
	default:
		m.kind = 'A'
	}
	m.roman = roman(body)
	if len(body) == 1 {
		m.value = int(c|0x20-'a') + 1
	}
	return m.value > 0 || m.roman > 0
}

// roman returns the value of a Roman numeral up to 39 in one case, or 0.
func roman(s string) int {
	value, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := 0
		switch {
		case s[i]&0x20 != s[0]&0x20:
		case s[i]|0x20 == 'i':
			v = 1
		case s[i]|0x20 == 'v':
			v = 5
		case s[i]|0x20 == 'x':
			v = 10
		}
		if v == 0 {
			return 0
		}
		if v < last {
			v = -v
		} else {
			last = v
		}
		value += v
	}
	return value
}

// follows tells whether m continues a list after the item n.
func (m marker) follows(n marker) bool {
	return m.kind == n.kind && m.suffix == n.suffix && m.upper == n.upper &&
		(m.value > 0 && n.value > 0 && m.value == n.value+1 || m.roman > 0 && n.roman > 0 && m.roman == n.roman+1)
}

// items returns the offsets in s at which an item of a running list begins, as
// in "1) one 2) two". The first item must stand at the beginning of s or after
// the end of a sentence, so that "for 1. above and for 2. above" is no list.
func items(source string, s Span) (out []int) {
	var last marker
	open, listed, bullets := false, false, false
	fresh := true // nothing but closing marks since a sentence's end
	for i := s.Start; i < s.End; {
		r, n := runeAt(source, i, s.End)
		switch {
		case isBullet(r):
			if fresh || bullets {
				out = append(out, i)
				bullets = true
			}
			i = skipBlank(source, i+n, s.End)
			if m, ok := itemMarker(source, i, s.End); ok {
				i = m.end
			}
			fresh = false
			continue
		case blank(r):
			i += n
			continue
		}
		if m, ok := itemMarker(source, i, s.End); ok {
			switch {
			case open && m.follows(last) && (fresh || m.suffix != "." || m.kind != '1' || !numberFollows(source, s.Start, i)):
				if !listed {
					out = append(out, last.start)
				}
				out = append(out, i)
				last, listed = m, true
			case (fresh || listed || bullets) && (m.suffix != "." || m.value == 1):
				last, open, listed = m, true, false
			}
			i, fresh = m.end, false
			continue
		}
		i, fresh = skipToken(source, i, s.End)
	}
	return out
}

func skipBlank(source string, i, end int) int {
	for {
		r, n := runeAt(source, i, end)
		if n == 0 || !blank(r) {
			return i
		}
		i += n
	}
}

// skipToken returns the offset after the run of characters that are not blank
// at i, and whether it ends like a sentence.
func skipToken(source string, i, end int) (int, bool) {
	ended := false
	for i < end {
		r, n := runeAt(source, i, end)
		if blank(r) || isBullet(r) {
			break
		}
		ended = isTerminator(r) || ended && isCloser(r)
		i += n
	}
	return i, ended
}

// numberFollows tells whether the word before i is one that a number follows,
// so that "2." after it is no list item.
func numberFollows(source string, start, i int) bool {
	for i > start && source[i-1] == ' ' {
		i--
	}
	end := i
	for i > start && end-i < 8 && isASCIILetter(source[i-1]) {
		i--
	}
	switch source[i:end] {
	case "for", "of", "to", "in", "at", "by", "and", "or", "than", "is", "was", "on", "from", "about", "over",
		"under", "number", "chapter", "section", "step", "part", "page", "round", "week", "day", "phase", "top":
		return true
	}
	return false
}
