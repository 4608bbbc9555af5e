// Package extract reads articles from files that were not made for Samewire:
// saved web pages above all, and texts in whatever encoding they have.
//
// In come a file's name and bytes; out come articles with title, outlet, date,
// by-line, link and paragraphs of plain text, or an error that says what the
// file is and what to do. Nothing of a page's markup comes out, so nothing of it
// can run or load.
//
// A page goes through these steps, a file each:
//
//	signature  tells what a file is that is no text
//	mhtml      takes a page out of a web archive
//	decode     makes its bytes UTF-8
//	parse      makes a tree of a page, bounded in size, without what is no text
//	jsonld,    read what the page says of itself: headline, publisher, date,
//	metadata   author, address, and sometimes the whole text
//	prune      takes menus, boxes and captions out of the tree
//	choose     finds the article in what is left, with go-readability
//	prose      makes paragraphs of it
//	trim       drops the lines that are about the page: "Read more", "Share"
//
// It is apart from package story because it needs ten times as much code as a
// reader of stories otherwise loads: the browser has it as a WebAssembly module
// of its own, which loads when someone opens a file.
package extract

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"samewire/app/story"
	"samewire/app/words"
)

// MaxBytes is the size of the largest file that is read. Pages that were saved
// with their pictures inside are large; their text is not.
const MaxBytes = 2 * story.MaxStoryBytes

// Articles reads the articles in a file, told by its name's extension and its
// first bytes: a story file holds several, a web page or a text one. The error
// names the file, what is wrong with it, and what to do.
func Articles(name string, data []byte) ([]story.Article, error) {
	if len(data) > MaxBytes {
		return nil, &story.LimitError{What: name, Size: len(data), Limit: MaxBytes, Unit: "bytes", Do: "paste"}
	}
	if err := recognise(name, data); err != nil {
		return nil, err
	}
	switch ext := strings.ToLower(path.Ext(name)); {
	case isMHTML(data):
		page, err := pageOf(name, data)
		if err != nil {
			return nil, err
		}
		a, err := Page{name, page.link, page.charset}.Article(page.html)
		return []story.Article{a}, err
	case ext == ".html", ext == ".htm", ext == ".xhtml", ext != ".json" && isPage(data):
		a, err := Page{Name: name}.Article(data)
		return []story.Article{a}, err
	case ext == ".json":
		return fromStory(name, data)
	}
	text, err := decode(name, data, "")
	if err != nil {
		return nil, err
	}
	a, err := story.ParseText(name, []byte(text))
	if err != nil {
		return nil, err
	}
	return []story.Article{a}, a.Accept()
}

// HTML reads the article of a saved web page. It is [Articles] for a file that
// is known to be one.
func HTML(name string, data []byte) (story.Article, error) {
	all, err := Articles(name, data)
	if err != nil {
		return story.Article{}, err
	}
	return all[0], nil
}

// fromStory reads a story file.
func fromStory(name string, data []byte) ([]story.Article, error) {
	text, err := decode(name, data, "")
	if err != nil {
		return nil, err
	}
	s, err := story.ParseJSON([]byte(text), "story")
	if err != nil {
		return nil, words.Error("file.in", "name", name, "why", words.Why(err))
	}
	return s.Articles, nil
}

// isPage tells whether data begins as a web page does.
func isPage(data []byte) bool {
	data = data[:min(len(data), 1024)]
	for _, mark := range []string{"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"} {
		data = bytes.TrimPrefix(data, []byte(mark))
	}
	// In UTF-16, every other byte is zero.
	head := strings.TrimLeft(asciiLower(strings.ReplaceAll(string(data), "\x00", "")), " \t\r\n")
	for strings.HasPrefix(head, "<!--") || strings.HasPrefix(head, "<?xml") {
		_, rest, closed := strings.Cut(head, ">")
		if !closed {
			break
		}
		head = strings.TrimLeft(rest, " \t\r\n")
	}
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<head")
}

// errNoArticle is the error for a page without an article in it.
var errNoArticle = words.Error("page.no-article")

// minRunes is the length of the shortest text that passes for an article.
const minRunes = 60

// Page is what is known of a web page beside its bytes.
type Page struct {
	Name    string // what errors call it
	Link    string // the address it came from, or ""
	Charset string // the encoding that the server declared, or ""
}

// Article returns the page's article. Its cost grows in proportion to the
// page, which may have at most MaxBytes bytes and maxElements elements.
func (p Page) Article(data []byte) (story.Article, error) {
	a, err := p.read(data)
	if err != nil {
		return story.Article{}, err
	}
	if err := a.Accept(); err != nil {
		return story.Article{}, err
	}
	return a, nil
}

func (p Page) read(data []byte) (story.Article, error) {
	text, err := decode(p.Name, data, declaredCharset(p.Charset, data))
	if err != nil {
		return story.Article{}, err
	}
	doc, err := parse(text)
	if err != nil {
		return story.Article{}, words.Error("file.in", "name", p.Name, "why", words.Why(err))
	}
	if doc.frames && doc.words() < 100 {
		return story.Article{}, words.Error("page.frames", "name", p.Name)
	}
	facts := doc.facts(p.Link)
	body := strings.Join(trim(doc.article(facts), facts), "\n\n")
	if utf8.RuneCountInString(body) < minRunes {
		return story.Article{}, words.Error("file.in", "name", p.Name, "why", words.Why(errNoArticle))
	}
	return story.Article{
		File: p.Name, Outlet: facts.outlet, Title: facts.title, Date: facts.date, Link: facts.link, Credit: facts.byline,
		Text: body + "\n",
	}, nil
}
