// Package story holds the articles that several outlets ran on one event, and
// reads them from text, Markdown and JSON.
//
// In come files, a directory or a story file; out comes a [Story] that is
// within the [limits], is valid UTF-8 and holds no control characters, so that
// no later stage has to ask again. An article's text keeps its bytes: byte
// offsets into it are byte offsets into the file it was read from, unless the
// file has front matter or markup.
//
// [limits]: https://pkg.go.dev/samewire/app/story#pkg-constants
package story

import (
	"errors"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/words"
)

// The limits of a story. They keep the analysis within a browser's means.
const (
	MaxArticles     = 200       // articles in a story
	MaxArticleBytes = 200_000   // bytes of an article's text, in UTF-8
	MaxStoryBytes   = 8_000_000 // bytes of all articles' texts, in UTF-8
	maxFieldRunes   = 500       // runes in a title, an outlet's name, a date, a link or a credit
	maxNoteRunes    = 2_000     // runes in a story's note
	maxLinkBytes    = 2_000     // bytes of a link, escaped
)

// ErrNotFound says that there is no story with the ID that was asked for.
var ErrNotFound = errors.New("story not found")

// Story is the articles of several outlets on one event, read together.
type Story struct {
	ID       string    // its name in addresses: a to z, 0 to 9 and hyphens
	Title    string    // the story's headline
	Date     string    // as given: free text or an ISO date
	Note     string    // what readers should know about the material
	Articles []Article // in the order in which outlets get their letters
	Excerpts bool      // the articles may not be published whole
}

// Filler stands, once for each word, where a sentence of an article is left out.
// It is a letter, so that words and sentences count as before, and one that no
// language is written with today.
const Filler = "ƻ"

// Article is one outlet's text.
type Article struct {
	File   string // the file it was read from, as it was named, or ""
	Outlet string // the outlet's name, or "" when it isn't known
	Title  string // its headline, or ""
	Date   string // as given
	Link   string // the address of the original, http or https, or ""
	Credit string // the by-line or source line that stands outside the text, or ""
	Text   string // paragraphs apart by blank lines
}

// Summary is what a list of stories shows of one.
type Summary struct {
	ID      string
	Title   string
	Date    string
	Outlets []string // the outlets' names, in order
}

// Summary returns what a list of stories shows of s.
func (s *Story) Summary() Summary {
	sum := Summary{ID: s.ID, Title: s.Title, Date: s.Date}
	for i := range s.Articles {
		sum.Outlets = append(sum.Outlets, s.Outlet(i))
	}
	return sum
}

// Named returns the name of outlet i as [Story.Named] does.
func (s *Summary) Named(i int) string {
	if s.Outlets[i] == unnamed(i) {
		return words.Say("picture.outlet", "letter", Letter(i))
	}
	return s.Outlets[i]
}

// Outlet returns the name of the outlet of article i, or "Outlet C" for the
// third when its name isn't known.
func (s *Story) Outlet(i int) string {
	if name := s.Articles[i].Outlet; name != "" {
		return name
	}
	return unnamed(i)
}

func unnamed(i int) string { return "Outlet " + Letter(i) }

// Named is [Story.Outlet] as [words.Say] has it: what stands for a name that isn't
// known is in the reader's language.
func (s *Story) Named(i int) string {
	if name := s.Articles[i].Outlet; name != "" {
		return name
	}
	return words.Say("picture.outlet", "letter", Letter(i))
}

// Letter returns the letter that stands for article i: A to Z, then AA, AB…
func Letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return Letter(i/26-1) + string(rune('A'+i%26))
}

// ParseLetter returns the index of the article that a letter stands for, in
// upper or lower case, or false when it isn't one.
func ParseLetter(s string) (int, bool) {
	if s == "" || len(s) > 2 {
		return 0, false
	}
	i := 0
	for _, r := range strings.ToUpper(s) {
		if r < 'A' || r > 'Z' {
			return 0, false
		}
		i = i*26 + int(r-'A') + 1
	}
	return i - 1, true
}

// LimitError says which limit a story is past, and by how much.
type LimitError struct {
	What  string // a file's name, or what words.Say returns
	Size  int
	Limit int
	Unit  string // "bytes", "articles", "characters": the end of a message's key
	Do    string // what to do about it, the end of a message's key
}

func (e *LimitError) Error() string { return words.English().Tell(e.Said()) }

// Said returns what the error says, for [words.Why].
func (e *LimitError) Said() string {
	return words.Say("limit."+e.Unit, "what", e.What, "size", words.Number(e.Size), "all", words.Number(e.Limit), "do", words.Say("limit.do."+e.Do))
}

// Accept cleans s in place and reports the first thing wrong with it, a
// [LimitError] where that is a size. All readers end with it. The cost is linear
// in the length of the texts.
func (s *Story) Accept() error {
	switch n := len(s.Articles); {
	case n == 0:
		return words.Error("story.no-article")
	case n > MaxArticles:
		return &LimitError{words.Say("story.it"), n, MaxArticles, "articles", "leave-out"}
	}
	if !ValidID(s.ID) {
		return words.Error("story.id", "id", clipped(s.ID, 80))
	}
	fields := []*string{&s.Title, &s.Date}
	total := 0
	for i := range s.Articles {
		a := &s.Articles[i]
		if err := a.accept(i); err != nil {
			return err
		}
		total += len(a.Text)
		fields = append(fields, &a.File, &a.Outlet, &a.Title, &a.Date, &a.Credit)
	}
	if total > MaxStoryBytes {
		return &LimitError{words.Say("story.it"), total, MaxStoryBytes, "bytes", "leave-out"}
	}
	for _, f := range fields {
		*f = line(*f)
		if n := utf8.RuneCountInString(*f); n > maxFieldRunes {
			return &LimitError{words.Say("story.line", "line", clipped(*f, 40)), n, maxFieldRunes, "characters", "shorten"}
		}
	}
	s.Note = line(s.Note)
	if n := utf8.RuneCountInString(s.Note); n > maxNoteRunes {
		return &LimitError{words.Say("story.its-note"), n, maxNoteRunes, "characters", "shorten"}
	}
	return nil
}

func (a *Article) accept(i int) error {
	name := a.name(i)
	if len(a.Text) > MaxArticleBytes {
		return &LimitError{name, len(a.Text), MaxArticleBytes, "bytes", "split"}
	}
	a.Text = body(a.Text)
	if strings.TrimSpace(a.Text) == "" {
		return words.Error("story.no-text", "article", name)
	}
	if a.Link == "" {
		return nil
	}
	u, err := url.Parse(a.Link)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || len(u.String()) > maxLinkBytes {
		return words.Error("story.link", "article", name, "link", clipped(a.Link, 80))
	}
	a.Link = u.String()
	return nil
}

// name is what error messages call an article.
func (a *Article) name(i int) string {
	if a.File != "" {
		return words.Say("story.article", "name", a.File)
	}
	return words.Say("story.article", "name", Letter(i))
}

// clipped returns at most the first n characters of s.
func clipped(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "…"
		}
	}
	return s
}

// ValidID tells whether id can name a story in an address.
func ValidID(id string) bool {
	if id == "" || len(id) > 80 {
		return false
	}
	for _, c := range []byte(id) {
		if c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return id[0] != '-'
}

// NewID makes an ID of a name such as a directory's: what can't stand in an
// address becomes a hyphen.
func NewID(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() == 80 {
			break
		}
	}
	id := strings.Trim(b.String(), "-")
	if id == "" {
		return "story"
	}
	return id
}

// body makes an article's text safe to show without moving a byte of what is
// valid: control characters other than line breaks and tabs become spaces,
// broken UTF-8 becomes U+FFFD.
func body(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	var clean []byte
	for i := range len(s) { // all of these are single bytes
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7F {
			if clean == nil {
				clean = []byte(s)
			}
			clean[i] = ' '
		}
	}
	if clean == nil {
		return s
	}
	return string(clean)
}

// line makes a field one line: runs of white space and control characters
// become one space.
func line(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
	}), " ")
}
