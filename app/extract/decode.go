package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"samewire/app/words"
)

// decode returns a file's text as UTF-8, without a byte order mark. What tells
// the encoding, the surest first: a byte order mark, the zero bytes that UTF-16
// has at every other place, text that is valid UTF-8 and more than ASCII, and
// then what was declared. What nothing tells is Windows-1252, in which files
// without a declaration mostly are.
func decode(name string, data []byte, declared string) (string, error) {
	text := decoded(data, strings.ToLower(declared))
	if i := strings.IndexByte(text, 0); i >= 0 {
		return "", words.Error("file.zero-bytes", "name", name)
	}
	if isBinary(text) {
		return "", words.Error("file.not-text", "name", name)
	}
	return text, nil
}

func decoded(data []byte, declared string) string {
	if rest, ok := bytes.CutPrefix(data, []byte("\xEF\xBB\xBF")); ok {
		return strings.ToValidUTF8(string(rest), "\uFFFD")
	}
	if order, ok := utf16Order(data); ok {
		text, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
		if err == nil {
			return string(text)
		}
	}
	valid, invalid := sequences(data)
	if invalid == 0 && (valid > 0 || !strings.HasPrefix(declared, "iso-2022")) {
		return string(data)
	}
	if enc, canonical := charset.Lookup(declared); enc != nil && canonical != "utf-8" && !strings.HasPrefix(canonical, "utf-16") && canonical != "replacement" {
		if text, err := enc.NewDecoder().Bytes(data); err == nil {
			return strings.ToValidUTF8(string(text), "\uFFFD")
		}
	}
	if valid > invalid {
		return strings.ToValidUTF8(string(data), "\uFFFD") // UTF-8 with a few bytes broken
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(text)
}

// utf16Order tells whether data is UTF-16, by its byte order mark or by where
// its zero bytes are, and in which byte order.
func utf16Order(data []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return unicode.BigEndian, true
	case len(data)%2 != 0 || len(data) < 4:
		return unicode.BigEndian, false
	}
	head := data[:min(len(data), 4<<10)&^1]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[0] == 0 && zeros[1] > half/2:
		return unicode.LittleEndian, true
	case zeros[1] == 0 && zeros[0] > half/2:
		return unicode.BigEndian, true
	}
	return unicode.BigEndian, false
}

// sequences counts the characters beyond ASCII that are valid UTF-8, and the
// bytes that aren't.
func sequences(data []byte) (valid, invalid int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			invalid++
		} else {
			valid++
		}
		i += n
	}
	return valid, invalid
}

// isBinary tells whether text holds more control characters than slips: those
// that no text has, apart from escapes of terminals.
func isBinary(text string) bool {
	controls := 0
	for i := range len(text) {
		if c := text[i]; c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1B\x1A", rune(c)) {
			controls++
		}
	}
	return controls > 8 && controls > len(text)/200
}

// declaredCharset returns the encoding that a page declares: the server's word
// before the page's own.
func declaredCharset(server string, data []byte) string {
	if server != "" {
		return server
	}
	head := strings.ToLower(string(data[:min(len(data), 4<<10)]))
	for {
		i := strings.Index(head, "charset")
		if i < 0 {
			return ""
		}
		head = strings.TrimLeft(head[i+len("charset"):], " \t\r\n")
		value, ok := strings.CutPrefix(head, "=")
		if !ok {
			continue
		}
		value = strings.TrimLeft(value, " \t\r\n\"'")
		if end := strings.IndexAny(value, " \t\r\n\"'>;/"); end > 0 {
			return value[:end]
		}
	}
}
