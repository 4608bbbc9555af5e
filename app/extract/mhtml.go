package extract

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/quotedprintable"
	"strings"

	"samewire/app/words"
)

// webPage is the page in a web archive.
type webPage struct {
	html    []byte
	charset string // what the archive says of its encoding, or ""
	link    string // the address that it was saved from, or ""
}

// isMHTML tells whether data is a page with its pictures as an e-mail has them,
// which Chromium saves as a single file.
func isMHTML(data []byte) bool {
	head := strings.ToLower(string(data[:min(len(data), 2<<10)]))
	return strings.Contains(head, "mime-version:") && strings.Contains(head, "multipart/related")
}

// pageOf returns the page in a web archive (RFC 2557): its first part that is
// HTML. The part's own parts, such as frames, are not read.
func pageOf(name string, data []byte) (webPage, error) {
	fields, body := header(data)
	_, params, err := mime.ParseMediaType(fields["content-type"])
	mark := params["boundary"]
	if err != nil || mark == "" {
		return webPage{}, words.Error("file.web-archive", "name", name, "format", "MHTML")
	}
	for part := range bytes.SplitSeq(body, []byte("--"+mark)) {
		of, text := header(bytes.TrimLeft(part, "\r\n"))
		kind, params, err := mime.ParseMediaType(of["content-type"])
		if err != nil || kind != "text/html" && kind != "application/xhtml+xml" {
			continue
		}
		link := of["content-location"]
		if link == "" || !strings.HasPrefix(link, "http") {
			link = fields["snapshot-content-location"]
		}
		return webPage{plainBytes(of["content-transfer-encoding"], text), params["charset"], link}, nil
	}
	return webPage{}, words.Error("file.web-archive", "name", name, "format", "MHTML")
}

// header cuts a header from the body after it. The fields' names are in lower
// case; of two of a name the first counts.
func header(data []byte) (fields map[string]string, body []byte) {
	fields = map[string]string{}
	last := ""
	for len(data) > 0 {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		data = rest
		text := strings.TrimRight(string(line), "\r")
		if text == "" {
			break
		}
		if text[0] == ' ' || text[0] == '\t' { // the line before goes on
			if last != "" {
				fields[last] += " " + strings.TrimLeft(text, " \t")
			}
			continue
		}
		key, value, _ := strings.Cut(text, ":")
		last = strings.ToLower(strings.TrimSpace(key))
		if _, known := fields[last]; known {
			last = ""
			continue
		}
		fields[last] = strings.TrimSpace(value)
	}
	return fields, data
}

// plainBytes undoes a transfer encoding, as far as it is whole.
func plainBytes(encoding string, data []byte) []byte {
	var plain io.Reader = bytes.NewReader(data)
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		plain = quotedprintable.NewReader(plain)
	case "base64":
		plain = base64.NewDecoder(base64.StdEncoding, plain)
	}
	text, _ := io.ReadAll(plain) // what stands before a fault is still the page
	return text
}
