package words

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Table is the messages of one language.
type Table struct {
	Language
	text map[string]string // by key
	els  *Table            // has what this one lacks, or nil
}

// ParseTable reads the table of a language. Lines that begin with # and empty
// lines are passed over. The error names the line.
func ParseTable(l Language, source string) (*Table, error) {
	t := &Table{Language: l, text: make(map[string]string)}
	for n := 1; source != ""; n++ {
		var line string
		line, source, _ = strings.Cut(source, "\n")
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, text, ok := strings.Cut(line, " = ")
		if !ok || t.text[key] != "" {
			return nil, errors.New("line " + strconv.Itoa(n) + " of the messages should be a key, \" = \" and a text, and the key a new one: " + line)
		}
		if strings.ContainsAny(text, "<>&\"'") {
			return nil, errors.New("line " + strconv.Itoa(n) + " of the messages has a character that HTML would take for its own; quotation marks and apostrophes are the curved ones: " + line)
		}
		t.text[key] = text
	}
	return t, nil
}

// Tell puts the messages that a text stands for into words, and leaves the rest
// as it is. The text may be markup: nothing in a table means anything there.
func (t *Table) Tell(s string) string { return t.TellInTurns(s, func() {}) }

// TellInTurns is [Table.Tell] for long texts. It calls turn after each message,
// for others to have a turn.
func (t *Table) TellInTurns(s string, turn func()) string {
	if strings.IndexByte(s, opening) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		i := strings.IndexByte(s, opening)
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		m, rest, ok := parse(s[i:])
		if ok {
			t.tell(&b, m)
		} else {
			rest = s[i+1:]
		}
		s = rest
		turn()
	}
}

// tell puts one message into words.
func (t *Table) tell(b *strings.Builder, m message) {
	switch m.key {
	case numberKey:
		b.WriteString(t.grouped(m.gap("n")))
		return
	case numeralKey:
		b.WriteString(t.numeral(m.gap("n")))
		return
	case capitalKey:
		b.WriteString(capital(t.Tell(m.gap(""))))
		return
	case listKey:
		t.list(b, m)
		return
	}
	form, join := t.form(m), joins[t.Code]
	for {
		before, rest, ok := strings.Cut(form, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			b.WriteString(before)
			return
		}
		content := m.gap(name)
		if isCount(name) && isDecimal(content) {
			content = t.grouped(content)
		}
		content = t.Tell(content)
		if join != nil {
			before, content = join(before, content)
		}
		b.WriteString(before)
		b.WriteString(content)
		form = after
	}
}

// list writes what fills the gaps of a message with commas and "and".
func (t *Table) list(b *strings.Builder, m message) {
	so := ""
	for i := 1; i < len(m.with); i += 2 {
		switch part := t.Tell(m.with[i]); {
		case i == 1:
			so = part
		case i == len(m.with)-1:
			so = Message{"list.last", []string{"list", so, "last", part}}.In(t)
		default:
			so = Message{"list.comma", []string{"list", so, "next", part}}.In(t)
		}
	}
	b.WriteString(so)
}

// form returns the text of a message that goes with its number. A key that isn't
// there stands for itself.
func (t *Table) form(m message) string {
	if n, ok := m.number(); ok {
		if s := t.get(m.key + ".none"); n == 0 && s != "" {
			return s
		}
		if s := t.get(m.key + ".one"); t.singular(n) && s != "" {
			return s
		}
	}
	if s := t.get(m.key); s != "" {
		return s
	}
	return m.key
}

// Text returns the text of a message of the table, with its gaps.
func (t *Table) Text(key string) (string, bool) {
	s, ok := t.text[key]
	return s, ok
}

func (t *Table) get(key string) string {
	s := t.text[key]
	if s == "" && t.els != nil {
		return t.els.get(key)
	}
	return s
}

// number returns what fills the gap "n".
func (m message) number() (int, bool) {
	s := m.gap("n")
	if strings.HasPrefix(s, string(opening)) {
		inner, _, ok := parse(s)
		if !ok || inner.key != numberKey && inner.key != numeralKey {
			return 0, false
		}
		s = inner.gap("n")
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// isCount tells whether a gap is for a number.
func isCount(gap string) bool { return gap == "n" || gap == "all" }

func isDecimal(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func decimal(n int) string { return strconv.Itoa(n) }

// grouped writes a decimal number with its thousands apart. Languages that use
// a space leave four figures together.
func (t *Table) grouped(s string) string {
	if t.Wide && len(s) < 5 {
		return s
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + t.Thousands + s[i:]
	}
	return s
}

// numeral writes a number as running text has it.
func (t *Table) numeral(s string) string {
	if word := t.get("numeral." + s); word != "" {
		return word
	}
	return t.grouped(s)
}

// capital makes the first letter of a text, which may be markup, a capital one.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s // nothing, or no letter
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
