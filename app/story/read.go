package story

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"samewire/app/sorting"
	"samewire/app/words"
)

// FileName is the name of the story file in a story's directory.
const FileName = "story.json"

// Reader reads stories from files: text, Markdown and story files, and web
// pages if it is given a function for them. Pages need ten times the code of
// all the rest, so this package doesn't bring one.
type Reader struct {
	// HTML reads the article of a web page (.html, .htm, .mhtml, .mht), and says of other files
	// than text what they are. It may be nil.
	HTML func(name string, data []byte) (Article, error)
}

// maxPageBytes is the size of the largest file that Reader.HTML is given.
const maxPageBytes = 2 * MaxStoryBytes

// ReadAll is [Reader.ReadAll] without web pages.
func ReadAll(fsys fs.FS) ([]*Story, error) { return Reader{}.ReadAll(fsys) }

// ReadDir is [Reader.ReadDir] without web pages.
func ReadDir(fsys fs.FS, dir string) (*Story, error) { return Reader{}.ReadDir(fsys, dir) }

// ReadFiles is [Reader.ReadFiles] without web pages.
func ReadFiles(paths []string) (*Story, error) { return Reader{}.ReadFiles(paths) }

// ReadAll reads every story below the root of fsys, by ID: each sub-directory
// and each story file (.json) is one. Dotfiles are passed over. The error
// names the story that can't be read.
func (r Reader) ReadAll(fsys fs.FS) ([]*Story, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var all []*Story
	from := map[string]string{}
	for _, e := range entries {
		name := e.Name()
		s, err := r.ReadEntry(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("story %s: %w", name, err)
		}
		if s == nil {
			continue
		}
		if other, ok := from[s.ID]; ok {
			return nil, fmt.Errorf("story %s: its id %q is that of story %s too: give it another", name, s.ID, other)
		}
		from[s.ID] = name
		all = append(all, s)
	}
	sorting.By(all, func(a, b *Story) int { return strings.Compare(a.ID, b.ID) })
	return all, nil
}

// ReadEntry reads the story that an entry of fsys's root is, a sub-directory or
// a story file. It returns nil for one that is neither, and for dotfiles.
func (r Reader) ReadEntry(fsys fs.FS, name string) (*Story, error) {
	if strings.HasPrefix(name, ".") {
		return nil, nil
	}
	info, err := fs.Stat(fsys, name) // follows links
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return r.ReadDir(fsys, name)
	case path.Ext(name) == ".json":
		return r.readJSON(fsys, name, NewID(strings.TrimSuffix(name, ".json")))
	}
	return nil, nil
}

// ReadDir reads the story in one directory: its story.json, or, where there is
// none, all its articles by name: .txt, .md, and .html where r reads it. The
// directory's name is the story's ID unless story.json gives another.
func (r Reader) ReadDir(fsys fs.FS, dir string) (*Story, error) {
	id := NewID(path.Base(dir))
	s, err := r.readJSON(fsys, path.Join(dir, FileName), id)
	if !errors.Is(err, fs.ErrNotExist) || exists(fsys, path.Join(dir, FileName)) {
		return s, err
	}
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, err
	}
	s = &Story{ID: id, Title: title(path.Base(dir))}
	for _, e := range entries {
		if e.IsDir() || !r.isArticle(e.Name()) {
			continue
		}
		if len(s.Articles) == MaxArticles {
			return nil, &LimitError{words.Say("story.it"), MaxArticles + 1, MaxArticles, "articles", "leave-out"}
		}
		a, err := r.readArticle(fsys, path.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		s.Articles = append(s.Articles, a)
	}
	if len(s.Articles) == 0 {
		return nil, fmt.Errorf("%s holds no article: put .txt or .md files or a %s there", dir, FileName)
	}
	return s, s.Accept()
}

// ReadFiles makes a story of files named by path: articles, or a single story
// file.
func (r Reader) ReadFiles(paths []string) (*Story, error) {
	if len(paths) > MaxArticles {
		return nil, &LimitError{words.Say("story.it"), len(paths), MaxArticles, "articles", "leave-out"}
	}
	s := &Story{ID: "files", Title: "Files"}
	for _, p := range paths {
		dir, name := os.DirFS(filepath.Dir(p)), filepath.Base(p)
		if filepath.Ext(p) == ".json" {
			if len(paths) > 1 {
				return nil, fmt.Errorf("%s is a story file: give it alone", p)
			}
			return r.readJSON(dir, name, NewID(strings.TrimSuffix(name, ".json")))
		}
		a, err := r.readArticle(dir, name)
		if err != nil {
			var failed *fs.PathError
			if errors.As(err, &failed) {
				failed.Path = p
			}
			return nil, err
		}
		a.File = p
		s.Articles = append(s.Articles, a)
	}
	if len(paths) == 1 {
		s.Title = filepath.Base(paths[0])
	}
	return s, s.Accept()
}

func exists(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

func (r Reader) isArticle(name string) bool {
	known := path.Ext(name) != "" && IsText(name) || r.HTML != nil && isPage(name)
	return known && !strings.HasPrefix(name, ".")
}

// IsText tells whether a file's name is that of text, or says nothing.
func IsText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case "", ".txt", ".md", ".markdown":
		return true
	}
	return false
}

// isPage tells by a file's name whether it is a web page.
func isPage(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".mhtml", ".mht":
		return true
	}
	return false
}

func (r Reader) readJSON(fsys fs.FS, name, id string) (*Story, error) {
	// JSON may write a character in six bytes, and fields come on top.
	data, err := readAtMost(fsys, name, 2*MaxStoryBytes)
	if err != nil {
		return nil, err
	}
	dir := path.Dir(name)
	return parseJSON(data, id, func(file string) (Article, error) { return r.readArticle(fsys, path.Join(dir, file)) })
}

func (r Reader) readArticle(fsys fs.FS, name string) (Article, error) {
	if isPage(name) || r.HTML != nil && !IsText(name) {
		return r.readPage(fsys, name)
	}
	// Front matter and markup come on top of the text.
	data, err := readAtMost(fsys, name, MaxArticleBytes+MaxArticleBytes/4)
	var limit *LimitError
	if errors.As(err, &limit) {
		limit.What, limit.Limit = words.Say("story.article", "name", limit.What), MaxArticleBytes
	}
	if err != nil {
		return Article{}, err
	}
	return ParseText(path.Base(name), data)
}

func (r Reader) readPage(fsys fs.FS, name string) (Article, error) {
	if r.HTML == nil {
		return Article{}, fmt.Errorf("%s is a web page, which can't be read here: save it as text", name)
	}
	data, err := readAtMost(fsys, name, maxPageBytes)
	if err != nil {
		return Article{}, err
	}
	return r.HTML(path.Base(name), data)
}

// readAtMost reads a file that has at most limit bytes.
func readAtMost(fsys fs.FS, name string, limit int) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%s is a directory: name the files in it", name)
	}
	data, err := io.ReadAll(io.LimitReader(f, int64(limit)+1))
	if err != nil {
		return nil, err
	}
	if len(data) > limit {
		return nil, &LimitError{path.Base(name), max(int(info.Size()), len(data)), limit, "bytes", "split"}
	}
	return data, nil
}

// ParseText reads one article from a file's bytes: plain text, or Markdown
// when the name ends in .md or .markdown. Both may begin with front matter:
//
//	---
//	outlet: The Daily Example
//	title: Its headline
//	date: 2024-01-10
//	link: https://example.com/its-address
//	credit: Reporting by A. N. Other
//	---
//
// Plain text without front matter is kept byte for byte.
func ParseText(name string, data []byte) (Article, error) {
	if i := broken(data); i >= 0 {
		return Article{}, words.Error("file.not-utf8", "name", name, "byte", strconv.Itoa(i))
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return Article{}, words.Error("file.zero-bytes", "name", name)
	}
	a := Article{File: name, Text: string(data)}
	if err := a.frontMatter(); err != nil {
		return Article{}, err
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		heading, text := plain(a.Text)
		a.Text = text
		if a.Title == "" {
			a.Title = heading
		}
	}
	return a, nil
}

// broken returns the offset of the first byte that isn't UTF-8, or -1.
func broken(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// frontMatter takes the front matter off a's text into its fields.
func (a *Article) frontMatter() error {
	rest, ok := cutLine(strings.TrimPrefix(a.Text, "\uFEFF"), "---")
	if !ok {
		return nil
	}
	fields := map[string]*string{"outlet": &a.Outlet, "title": &a.Title, "date": &a.Date, "link": &a.Link, "credit": &a.Credit}
	for n := 2; ; n++ {
		if body, ok := cutLine(rest, "---"); ok {
			a.Text = strings.TrimLeft(body, "\r\n")
			return nil
		}
		row, after, more := strings.Cut(rest, "\n")
		key, value, colon := strings.Cut(row, ":")
		if !more || !colon && strings.TrimSpace(row) != "" {
			// A rule at the head of a text, not front matter.
			return nil
		}
		if f, known := fields[strings.ToLower(strings.TrimSpace(key))]; known {
			*f = unquote(strings.TrimSpace(value))
		} else if strings.TrimSpace(row) != "" {
			return words.Error("file.front-matter", "name", a.File, "line", strconv.Itoa(n), "key", clipped(strings.TrimSpace(key), 80))
		}
		rest = after
	}
}

// cutLine returns what follows a first line that is exactly want.
func cutLine(s, want string) (string, bool) {
	first, rest, _ := strings.Cut(s, "\n")
	return rest, strings.TrimRight(first, " \t\r") == want
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

// title makes a readable title of a directory's name.
func title(name string) string {
	s := strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == ' ' }), " ")
	if s == "" {
		return "Story"
	}
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}

// Accept cleans an article that came from elsewhere than a story, in place, and
// reports the first thing wrong with it, as reading a story does.
func (a *Article) Accept() error {
	s := Story{ID: "article", Articles: []Article{*a}}
	err := s.Accept()
	*a = s.Articles[0]
	return err
}
