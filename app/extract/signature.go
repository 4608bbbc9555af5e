package extract

import (
	"bytes"
	"fmt"
	"strings"
)

// signature is how a kind of file that is no text begins.
type signature struct {
	at    int // offset in bytes
	magic string
	kind  string
	do    string
}

const (
	unpack = "open it and choose the articles inside"
	asText = "open it in its own program, copy the text and paste it"
	asPage = "save the page as HTML, or copy the text and paste it"
	other  = "choose a text, a saved web page or a story file"
)

var signatures = []signature{
	{0, "PK\x03\x04", "a ZIP archive", unpack},
	{0, "PK\x05\x06", "an empty ZIP archive", other},
	{0, "%PDF-", "a PDF document", asText},
	{0, "{\\rtf", "an RTF document", asText},
	{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document", asText},
	{0, "\x1F\x8B", "a gzip archive", unpack},
	{0, "BZh", "a bzip2 archive", unpack},
	{0, "\xFD7zXZ\x00", "an xz archive", unpack},
	{0, "\x28\xB5\x2F\xFD", "a Zstandard archive", unpack},
	{0, "7z\xBC\xAF\x27\x1C", "a 7-Zip archive", unpack},
	{0, "Rar!\x1A\x07", "a RAR archive", unpack},
	{257, "ustar", "a tar archive", unpack},
	{0, "\x89PNG\r\n\x1A\n", "a PNG picture", other},
	{0, "\xFF\xD8\xFF", "a JPEG picture", other},
	{0, "GIF87a", "a GIF picture", other},
	{0, "GIF89a", "a GIF picture", other},
	{8, "WEBP", "a WebP picture", other},
	{0, "II*\x00", "a TIFF picture", other},
	{0, "MM\x00*", "a TIFF picture", other},
	{4, "ftyp", "a video or a HEIC picture", other},
	{0, "\x1A\x45\xDF\xA3", "a video", other},
	{0, "OggS", "a sound file", other},
	{0, "ID3", "a sound file", other},
	{0, "wOF2", "a font", other},
	{0, "bplist00", "a Safari web archive or property list", asPage},
	{0, "SQLite format 3\x00", "a database", other},
	{0, "\x7FELF", "a program", other},
	{0, "MZ\x90", "a program", other},
	{0, "\x00asm", "a program", other},
}

// insides tells what ZIP archives are by the names of the files in them, which
// stand near the beginning.
var insides = []signature{
	{magic: "word/", kind: "a Word document", do: asText},
	{magic: "application/vnd.oasis.opendocument", kind: "an OpenDocument file", do: asText},
	{magic: "application/epub+zip", kind: "an EPUB book", do: asText},
	{magic: "xl/", kind: "an Excel workbook", do: asText},
	{magic: "ppt/", kind: "a PowerPoint file", do: asText},
}

// recognise returns an error for a file that is known to be no text, whatever
// its name is.
func recognise(name string, data []byte) error {
	for _, s := range signatures {
		if len(data) < s.at || !bytes.HasPrefix(data[s.at:], []byte(s.magic)) {
			continue
		}
		if s.magic == "PK\x03\x04" {
			s = inside(s, data)
		}
		return fmt.Errorf("%s is %s, not text; %s", name, s.kind, s.do)
	}
	if isMHTML(data) {
		return fmt.Errorf("%s is a web archive (MHTML), not a page; %s", name, asPage)
	}
	return nil
}

func inside(archive signature, data []byte) signature {
	head := data[:min(len(data), 8<<10)]
	for _, s := range insides {
		if bytes.Contains(head, []byte(s.magic)) {
			return s
		}
	}
	return archive
}

// isMHTML tells whether data is a page with its pictures as an e-mail has them.
func isMHTML(data []byte) bool {
	head := strings.ToLower(string(data[:min(len(data), 2<<10)]))
	return strings.Contains(head, "mime-version:") && strings.Contains(head, "multipart/related")
}
