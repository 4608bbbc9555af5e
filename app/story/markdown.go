package story

import "strings"

// plain reduces Markdown to paragraphs of plain text and returns the first
// heading apart. It knows what newsrooms' Markdown has: headings, emphasis,
// links, images, code, quotations, lists, rules. A full parser would double
// what the reader has to load.
func plain(md string) (heading, text string) {
	var out strings.Builder
	fenced := false
	for row := range strings.Lines(md) {
		row = strings.TrimRight(row, " \t\r\n")
		bare := strings.TrimLeft(row, " \t")
		if strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~") {
			fenced = !fenced
			continue
		}
		if fenced {
			out.WriteString(row + "\n")
			continue
		}
		for strings.HasPrefix(bare, ">") {
			bare = strings.TrimLeft(bare[1:], " ")
		}
		if level := len(bare) - len(strings.TrimLeft(bare, "#")); level > 0 && level <= 6 && strings.HasPrefix(bare[level:], " ") {
			h := inline(strings.TrimRight(strings.TrimSpace(bare[level:]), "# "))
			if heading == "" && level == 1 {
				heading = h
				continue
			}
			out.WriteString("\n" + h + "\n\n")
			continue
		}
		if isRule(bare) {
			out.WriteString("\n")
			continue
		}
		if item, ok := listItem(bare); ok {
			out.WriteString("\n" + inline(item) + "\n")
			continue
		}
		out.WriteString(inline(bare) + "\n")
	}
	return heading, strings.TrimSpace(out.String()) + "\n"
}

// isRule tells whether a line is a thematic break or a heading's underline.
func isRule(s string) bool {
	s = strings.ReplaceAll(s, " ", "")
	return len(s) >= 3 && strings.Trim(s, string(s[0])) == "" && strings.ContainsRune("-*_=", rune(s[0]))
}

// listItem returns the text of a list item's line.
func listItem(s string) (string, bool) {
	if len(s) > 2 && strings.ContainsRune("-*+", rune(s[0])) && s[1] == ' ' {
		return strings.TrimSpace(s[2:]), true
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 && digits < 4 && (strings.HasPrefix(s[digits:], ". ") || strings.HasPrefix(s[digits:], ") ")) {
		return strings.TrimSpace(s[digits+2:]), true
	}
	return "", false
}

// inline takes the markup out of one line: the label of a link stays, its
// address goes; an image goes whole.
func inline(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); {
		rest := s[i:]
		switch {
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!>~|\"", s[i+1]) >= 0:
			out.WriteByte(s[i+1])
			i += 2
		case strings.HasPrefix(rest, "!["):
			if _, n := link(rest[1:]); n > 0 {
				i += n + 1
				continue
			}
			out.WriteByte(s[i])
			i++
		case s[i] == '[':
			if label, n := link(rest); n > 0 {
				out.WriteString(inline(label))
				i += n
				continue
			}
			out.WriteByte(s[i])
			i++
		case s[i] == '*' || s[i] == '`' || s[i] == '~' && strings.HasPrefix(rest, "~~") || s[i] == '_' && emphasis(s, i):
			if lone(s, i) {
				out.WriteByte(s[i])
			}
			i++
		default:
			out.WriteByte(s[i])
			i++
		}
	}
	return out.String()
}

// link returns the label of "[label](address)" at the start of s and the
// length of the whole in bytes, or 0 where there is none within maxLink bytes.
func link(s string) (label string, n int) {
	const maxLink = 1000 // keeps a page of brackets from taking the square of its length
	s = s[:min(len(s), maxLink)]
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth > 0 {
				continue
			}
			if !strings.HasPrefix(s[i+1:], "(") {
				return "", 0
			}
			end := strings.IndexByte(s[i:], ')')
			if end < 0 {
				return "", 0
			}
			return s[1:i], i + end + 1
		}
	}
	return "", 0
}

// emphasis tells whether the underscore at i opens or closes emphasis: inside
// a word it is a letter like any other.
func emphasis(s string, i int) bool {
	return i == 0 || i == len(s)-1 || !isWordByte(s[i-1]) || !isWordByte(s[i+1])
}

// lone tells whether the mark at i stands between spaces: a multiplication
// sign or a footnote's star, not markup.
func lone(s string, i int) bool {
	space := func(j int) bool { return j < 0 || j >= len(s) || s[j] == ' ' }
	return space(i-1) && space(i+1)
}

func isWordByte(c byte) bool {
	return c >= 0x80 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}
