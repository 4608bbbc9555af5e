package story

import (
	"bytes"
	"encoding/json"
	"errors"
	"path"
	"strconv"
	"strings"

	"samewire/app/words"
)

// Version is the version of the story file that this package writes and reads.
const Version = 1

// errForeign is the error of a file that is none of ours.
var errForeign = words.Error("story-file.foreign", "mark", `"samewire": 1`)

// file is the story file. An article has its text in it, or names a text or
// Markdown file beside it.
type file struct {
	Samewire int        `json:"samewire"`
	ID       string     `json:"id,omitempty"`
	Title    string     `json:"title,omitempty"`
	Date     string     `json:"date,omitempty"`
	Note     string     `json:"note,omitempty"`
	Excerpts bool       `json:"excerpts,omitempty"` // only excerpts may be published
	Articles []fileItem `json:"articles"`
}

type fileItem struct {
	File   string  `json:"file,omitempty"`
	Outlet string  `json:"outlet,omitempty"`
	Title  string  `json:"title,omitempty"`
	Date   string  `json:"date,omitempty"`
	Link   string  `json:"link,omitempty"`
	Credit string  `json:"credit,omitempty"`
	Text   *string `json:"text,omitempty"`
}

// JSON returns s as a story file that holds its texts.
func (s *Story) JSON() []byte {
	f := file{Samewire: Version, ID: s.ID, Title: s.Title, Date: s.Date, Note: s.Note, Excerpts: s.Excerpts}
	for _, a := range s.Articles {
		text := a.Text
		f.Articles = append(f.Articles, fileItem{a.File, a.Outlet, a.Title, a.Date, a.Link, a.Credit, &text})
	}
	data, err := json.Marshal(f)
	if err != nil {
		panic(err) // strings and one number: nothing that can't be written
	}
	return data
}

// ParseJSON reads a story file that holds its texts. id names the story when
// the file doesn't.
func ParseJSON(data []byte, id string) (*Story, error) {
	return parseJSON(data, id, nil)
}

// parseJSON reads a story file. An article without a text is what read makes of
// the file beside the story file that it names; read may be nil.
func parseJSON(data []byte, id string, read func(file string) (Article, error)) (*Story, error) {
	var f file
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &f); err != nil {
		return nil, notJSON(data, err)
	}
	switch {
	case f.Samewire == 0:
		return nil, errForeign
	case f.Samewire != Version:
		return nil, words.Error("story-file.version", "version", strconv.Itoa(f.Samewire), "read", strconv.Itoa(Version))
	case len(f.Articles) > MaxArticles:
		return nil, &LimitError{words.Say("story.it"), len(f.Articles), MaxArticles, "articles", "leave-out"}
	}
	s := &Story{ID: f.ID, Title: f.Title, Date: f.Date, Note: f.Note, Excerpts: f.Excerpts}
	if s.ID == "" {
		s.ID = id
	}
	for i, item := range f.Articles {
		a := Article{item.File, item.Outlet, item.Title, item.Date, item.Link, item.Credit, ""}
		switch {
		case item.Text != nil:
			a.Text = *item.Text
		case item.File == "":
			return nil, words.Error("story-file.no-text", "letter", Letter(i))
		case read == nil:
			return nil, words.Error("story-file.elsewhere", "letter", Letter(i), "file", clipped(item.File, 80))
		default:
			if item.File != path.Base(item.File) {
				return nil, words.Error("story-file.beside", "letter", Letter(i), "file", clipped(item.File, 80))
			}
			found, err := read(item.File)
			if err != nil {
				return nil, err
			}
			a = a.or(found)
		}
		s.Articles = append(s.Articles, a)
	}
	return s, s.Accept()
}

// or fills what a lacks from b.
func (a Article) or(b Article) Article {
	for _, f := range []struct{ a, b *string }{
		{&a.File, &b.File}, {&a.Outlet, &b.Outlet}, {&a.Title, &b.Title}, {&a.Date, &b.Date},
		{&a.Link, &b.Link}, {&a.Credit, &b.Credit}, {&a.Text, &b.Text},
	} {
		if *f.a == "" {
			*f.a = *f.b
		}
	}
	return a
}

// notJSON says where a file stops being JSON.
func notJSON(data []byte, err error) error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	offset := -1
	switch {
	case errors.As(err, &syntax):
		offset = int(syntax.Offset)
	case errors.As(err, &typ) && typ.Field == "":
		return errForeign
	case errors.As(err, &typ):
		return words.Error("story-file.type", "field", typ.Field, "type", typeName(typ.Type.Kind().String()), "is", typeName(typ.Value))
	}
	if offset < 0 {
		return words.Error("story-file.unread")
	}
	line := 1 + bytes.Count(data[:min(offset, len(data))], []byte("\n"))
	return words.Error("story-file.broken", "line", strconv.Itoa(line))
}

// typeName returns what readers call a type, by its name in Go or in JSON, or
// the number that it is.
func typeName(name string) string {
	if _, number, ok := strings.Cut(name, " "); ok { // "number 1.5"
		return number
	}
	switch name {
	case "string":
		return words.Say("json.text")
	case "bool":
		return words.Say("json.yes-or-no")
	case "array", "slice":
		return words.Say("json.list")
	case "object", "struct":
		return words.Say("json.object")
	case "int":
		return words.Say("json.whole-number")
	}
	return words.Say("json.number")
}

// summaryItem is a story in the list of stories.
type summaryItem struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Date    string   `json:"date,omitempty"`
	Outlets []string `json:"outlets"`
}

// ListJSON returns a list of stories as JSON.
func ListJSON(list []Summary) []byte {
	items := make([]summaryItem, len(list))
	for i, s := range list {
		items[i] = summaryItem(s)
	}
	data, err := json.Marshal(items)
	if err != nil {
		panic(err) // strings alone
	}
	return data
}

// ParseList reads what [ListJSON] wrote.
func ParseList(data []byte) ([]Summary, error) {
	var items []summaryItem
	if err := json.Unmarshal(data, &items); err != nil {
		return nil, words.Error("story-file.list")
	}
	list := make([]Summary, len(items))
	for i, s := range items {
		list[i] = Summary(s)
	}
	return list, nil
}
