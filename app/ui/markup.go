package ui

import "strings"

// markup builds HTML. Text and attribute values are escaped; tags and
// attribute names are only ever constants of this package. It serves both the
// server and the browser, so that both have the same bytes.
type markup struct {
	b strings.Builder
}

// escaper writes what has a meaning in HTML as references. A carriage return
// would be read as a line feed, and a zero byte as U+FFFD, if it stood bare.
var escaper = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;",
	"\r", "&#13;", "\x00", "\uFFFD",
)

// open writes a start tag. attrs are names and values in turn. An attribute
// with the value "" is written bare.
func (m *markup) open(tag string, attrs ...string) *markup {
	m.b.WriteByte('<')
	m.b.WriteString(tag)
	for i := 0; i+1 < len(attrs); i += 2 {
		m.b.WriteByte(' ')
		m.b.WriteString(attrs[i])
		if attrs[i+1] != "" {
			m.b.WriteString(`="`)
			escaper.WriteString(&m.b, tellOut(attrs[i+1]))
			m.b.WriteByte('"')
		}
	}
	m.b.WriteByte('>')
	return m
}

// close writes end tags.
func (m *markup) close(tags ...string) *markup {
	for _, t := range tags {
		m.b.WriteString("</")
		m.b.WriteString(t)
		m.b.WriteByte('>')
	}
	return m
}

// text writes escaped text.
func (m *markup) text(s string) *markup {
	escaper.WriteString(&m.b, tellOut(s))
	return m
}

// put writes a whole element that holds text alone.
func (m *markup) put(tag, text string, attrs ...string) *markup {
	return m.open(tag, attrs...).text(text).close(tag)
}

// name writes text that may run in either direction, such as an outlet's name,
// so that it can't turn what stands around it.
func (m *markup) name(s string) *markup {
	return m.put("bdi", s)
}

// raw writes other markup as it is.
func (m *markup) raw(other *markup) *markup {
	m.b.WriteString(other.b.String())
	return m
}

// hidden writes text for screen readers alone.
func (m *markup) hidden(s string) *markup {
	return m.put("span", s, "class", "vh")
}

// block returns what was written as one block of a view.
func (m *markup) block() Block {
	return Block{HTML: m.b.String()}
}
