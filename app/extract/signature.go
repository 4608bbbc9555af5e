package extract

import (
	"bytes"

	"samewire/app/words"
)

// signature is how a kind of file that is no text begins.
type signature struct {
	at     int // offset in bytes
	magic  string
	format string
	kind   string
}

// The kinds of files that are no text: the ends of messages' keys.
const (
	archiveFile  = "archive"
	documentFile = "document"
	pictureFile  = "picture"
	mediaFile    = "media" // sound and video
	webArchive   = "web-archive"
	machineFile  = "machine" // programs, fonts, databases
)

var signatures = []signature{
	{0, "PK\x03\x04", "ZIP", archiveFile},
	{0, "PK\x05\x06", "ZIP", archiveFile},
	{0, "%PDF-", "PDF", documentFile},
	{0, "{\\rtf", "RTF", documentFile},
	{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Office", documentFile},
	{0, "\x1F\x8B", "gzip", archiveFile},
	{0, "BZh", "bzip2", archiveFile},
	{0, "\xFD7zXZ\x00", "xz", archiveFile},
	{0, "\x28\xB5\x2F\xFD", "Zstandard", archiveFile},
	{0, "7z\xBC\xAF\x27\x1C", "7-Zip", archiveFile},
	{0, "Rar!\x1A\x07", "RAR", archiveFile},
	{257, "ustar", "tar", archiveFile},
	{0, "\x89PNG\r\n\x1A\n", "PNG", pictureFile},
	{0, "\xFF\xD8\xFF", "JPEG", pictureFile},
	{0, "GIF87a", "GIF", pictureFile},
	{0, "GIF89a", "GIF", pictureFile},
	{8, "WEBP", "WebP", pictureFile},
	{0, "II*\x00", "TIFF", pictureFile},
	{0, "MM\x00*", "TIFF", pictureFile},
	{4, "ftyp", "MP4, HEIC", mediaFile},
	{0, "\x1A\x45\xDF\xA3", "Matroska, WebM", mediaFile},
	{0, "OggS", "Ogg", mediaFile},
	{0, "ID3", "MP3", mediaFile},
	{0, "wOF2", "WOFF2", machineFile},
	{0, "bplist00", "Safari", webArchive},
	{0, "SQLite format 3\x00", "SQLite", machineFile},
	{0, "\x7FELF", "ELF", machineFile},
	{0, "MZ\x90", "EXE", machineFile},
	{0, "\x00asm", "WebAssembly", machineFile},
}

// insides tells what ZIP archives are by the names of the files in them, which
// stand near the beginning.
var insides = []signature{
	{magic: "word/", format: "Word", kind: documentFile},
	{magic: "application/vnd.oasis.opendocument", format: "OpenDocument", kind: documentFile},
	{magic: "application/epub+zip", format: "EPUB", kind: documentFile},
	{magic: "xl/", format: "Excel", kind: documentFile},
	{magic: "ppt/", format: "PowerPoint", kind: documentFile},
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
		return words.Error("file."+s.kind, "name", name, "format", s.format)
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
