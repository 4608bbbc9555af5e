package words

import "strings"

// Message is a sentence by its key and what fills its gaps: names of gaps and
// their contents by turns.
type Message struct {
	Key  string   `json:"key,omitempty"`
	With []string `json:"with,omitempty"`
}

// String returns a text that stands for the message: see [Say].
func (m Message) String() string { return Say(m.Key, m.With...) }

// In puts a message into words. A key that the table lacks stands for itself.
func (m Message) In(t *Table) string { return t.Tell(m.String()) }

// A text that stands for a message is its key, and the names and contents of its
// gaps, between control characters that no text of a story has. Contents may be
// such texts themselves.
const (
	opening = '\x01'
	gapMark = '\x02'
	filling = '\x03'
	closing = '\x04'
)

// What stands in the place of a key for what isn't a message of a table.
const (
	numberKey  = "#"
	numeralKey = "##"
	capitalKey = "^"
	listKey    = "+"
)

// Say returns a text that stands for a message until [Table.Tell] puts it into
// words. with are names of gaps and their contents by turns.
func Say(key string, with ...string) string {
	var b strings.Builder
	b.WriteByte(opening)
	b.WriteString(key)
	for i := 0; i+1 < len(with); i += 2 {
		b.WriteByte(gapMark)
		b.WriteString(with[i])
		b.WriteByte(filling)
		b.WriteString(with[i+1])
	}
	b.WriteByte(closing)
	return b.String()
}

// Number returns a text that stands for a number in figures, with its thousands
// apart as the language has it.
func Number(n int) string { return Say(numberKey, "n", decimal(n)) }

// Numeral is [Number] for running text: numbers up to twelve are words.
func Numeral(n int) string { return Say(numeralKey, "n", decimal(n)) }

// Capital returns a text that stands for another one with a capital letter
// first.
func Capital(s string) string { return Say(capitalKey, "", s) }

// List returns a text that stands for a list with "and" before its last part.
func List(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	with := make([]string, 0, 2*len(parts))
	for _, p := range parts {
		with = append(with, "", p)
	}
	return Say(listKey, with...)
}

// message is what [Say] was given.
type message struct {
	key  string
	with []string
}

// parse reads a message that begins at the start of s, and returns what follows
// it. It is false for what Say didn't make.
func parse(s string) (m message, rest string, ok bool) {
	s = s[1:]
	var parts []string
	depth, start := 0, 0
	for i := range len(s) {
		switch s[i] {
		case opening:
			depth++
		case gapMark, filling:
			if depth == 0 {
				parts = append(parts, s[start:i])
				start = i + 1
			}
		case closing:
			if depth > 0 {
				depth--
				continue
			}
			parts = append(parts, s[start:i])
			return message{parts[0], parts[1:]}, s[i+1:], len(parts)%2 == 1
		}
	}
	return m, "", false
}

// gap returns what fills a gap.
func (m message) gap(name string) string {
	for i := 0; i+1 < len(m.with); i += 2 {
		if m.with[i] == name {
			return m.with[i+1]
		}
	}
	return ""
}
