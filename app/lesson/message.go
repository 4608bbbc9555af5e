package lesson

import (
	_ "embed"
	"errors"
	"strconv"
	"strings"
)

// Message is a sentence by its key and what fills its gaps: names of gaps and
// their contents by turns. Contents are letters of exhibits, numbers, names of
// outlets and words of articles.
type Message struct {
	Key  string   `json:"key,omitempty"`
	With []string `json:"with,omitempty"`
}

// message makes a message.
func message(key string, with ...string) Message { return Message{key, with} }

// Table is the messages of one language by their keys. Gaps are in braces. A
// message about {n} things may stand there a second time with ".one" after its
// key, for n = 1.
type Table map[string]string

//go:embed en.txt
var english string

// English returns the table of English messages.
func English() Table {
	t, err := ParseTable(english)
	if err != nil {
		panic(err) // the embedded table, which a test reads
	}
	return t
}

// ParseTable reads a table: a message a line, its key, " = " and its text.
// Lines that begin with # and empty lines are passed over. The error names the
// line.
func ParseTable(source string) (Table, error) {
	t := make(Table)
	for i, line := range strings.Split(source, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, text, ok := strings.Cut(line, " = ")
		if !ok || t[key] != "" {
			return nil, errors.New("line " + strconv.Itoa(i+1) + " of the messages should be a key, \" = \" and a text, and the key a new one: " + line)
		}
		t[key] = text
	}
	return t, nil
}

// In puts a message into words. A key that the table lacks stands for itself.
func (m Message) In(t Table) string {
	form := t[m.Key]
	for i := 0; i+1 < len(m.With); i += 2 {
		if one := t[m.Key+".one"]; m.With[i] == "n" && m.With[i+1] == "1" && one != "" {
			form = one
		}
	}
	if form == "" {
		return m.Key
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(form, "{")
		b.WriteString(before)
		gap, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			return b.String()
		}
		for i := 0; i+1 < len(m.With); i += 2 {
			if m.With[i] == gap {
				b.WriteString(m.With[i+1])
			}
		}
		form = after
	}
}
