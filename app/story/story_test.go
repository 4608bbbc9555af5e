package story

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

func TestLetter(t *testing.T) {
	for i, want := range map[int]string{0: "A", 3: "D", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 199: "GR"} {
		if got := Letter(i); got != want {
			t.Errorf("Letter(%d) = %q, want %q", i, got, want)
		}
	}
	for i := range MaxArticles {
		if got, ok := ParseLetter(strings.ToLower(Letter(i))); !ok || got != i {
			t.Fatalf("ParseLetter(Letter(%d)) = %d, %v", i, got, ok)
		}
	}
	for _, s := range []string{"", "é", "abc", "1", "a1", " a"} {
		if i, ok := ParseLetter(s); ok {
			t.Errorf("ParseLetter(%q) = %d, want none", s, i)
		}
	}
}

func TestID(t *testing.T) {
	for in, want := range map[string]string{
		"Amazon layoffs": "amazon-layoffs", "  A--b ": "a-b", "été": "t", "…": "story", "x.y_z": "x-y-z",
		strings.Repeat("ab ", 60): strings.Trim(strings.Repeat("ab-", 60)[:80], "-"),
	} {
		got := NewID(in)
		if got != want {
			t.Errorf("NewID(%q) = %q, want %q", in, got, want)
		}
		if !ValidID(got) {
			t.Errorf("NewID(%q) = %q isn't valid", in, got)
		}
	}
	for _, bad := range []string{"", "-a", "A", "a/b", "..", "a b", "ä", strings.Repeat("a", 81)} {
		if ValidID(bad) {
			t.Errorf("ValidID(%q)", bad)
		}
	}
}

func TestParseText(t *testing.T) {
	tests := []struct {
		name, file, in string
		want           Article
	}{
		{"plain text keeps its bytes", "a.txt", " One.\r\n\r\nTwo — “three”. ", Article{Text: " One.\r\n\r\nTwo — “three”. "}},
		{"front matter", "a.txt", "---\noutlet: The Example\nTitle: \"A: b\"\ndate: 2024-01-10\nlink: https://example.com/a\ncredit: By A\n---\n\nText.\n",
			Article{Outlet: "The Example", Title: "A: b", Date: "2024-01-10", Link: "https://example.com/a", Credit: "By A", Text: "Text.\n"}},
		{"front matter behind a byte order mark, CRLF", "a.txt", "\uFEFF---\r\noutlet: X\r\n---\r\nText.", Article{Outlet: "X", Text: "Text."}},
		{"a rule is not front matter", "a.txt", "---\nIt was a dark night.\n---\n", Article{Text: "---\nIt was a dark night.\n---\n"}},
		{"front matter without an end", "a.txt", "---\noutlet: X\n", Article{Text: "---\noutlet: X\n", Outlet: "X"}},
		{"Markdown", "a.md", "# The headline\n\nSome *words* and a [link](https://example.com/x_y).\n\n> Quoted **so**.\n\n- item _one_\n- snake_case\n\n![a picture](p.png)\n",
			Article{Title: "The headline", Text: "Some words and a link.\n\nQuoted so.\n\n\nitem one\n\nsnake_case\n"}},
		{"Markdown leaves arithmetic and brackets", "a.md", "2 * 3 [sic] is \\*six\\* and 5 ~ 6", Article{Text: "2 * 3 [sic] is *six* and 5 ~ 6\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.want.File = tt.file
			got, err := ParseText(tt.file, []byte(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if got != tt.want {
				t.Errorf("got  %+q\nwant %+q", got, tt.want)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	long := strings.Repeat("word ", MaxArticleBytes/5+1)
	dir := func(files ...string) fs.FS {
		m := fstest.MapFS{}
		for i := 0; i+1 < len(files); i += 2 {
			m["s/"+files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
		}
		return m
	}
	many := fstest.MapFS{}
	for i := range MaxArticles + 1 {
		many["s/"+Letter(i)+".txt"] = &fstest.MapFile{Data: []byte("x")}
	}
	tests := []struct {
		name string
		fs   fs.FS
		want []string // parts of the message
	}{
		{"no directory", fstest.MapFS{}, []string{"s", "not exist"}},
		{"empty directory", dir("x.png", "?"), []string{"holds no article", ".txt"}},
		{"article too long", dir("a.txt", long), []string{"a.txt", "200,005 bytes", "limit is 200,000", "shorten"}},
		{"too many articles", many, []string{"201 articles", "limit is 200"}},
		{"broken UTF-8", dir("a.txt", "caf\xe9"), []string{"a.txt", "UTF-8", "byte 3"}},
		{"zero bytes", dir("a.txt", "a\x00b"), []string{"a.txt", "zero bytes"}},
		{"empty article", dir("a.txt", " \n"), []string{"a.txt", "no text"}},
		{"unknown front matter", dir("a.txt", "---\noutlett: X\n---\nText"), []string{"a.txt", "line 2", "“outlett”"}},
		{"broken JSON", dir("story.json", "{\n\"samewire\": 1,\n]"), []string{"line 3"}},
		{"JSON of something else", dir("story.json", `{"name": "x"}`), []string{`"samewire": 1`}},
		{"JSON of another version", dir("story.json", `{"samewire": 9}`), []string{"version 9", "version 1"}},
		{"wrong type", dir("story.json", `{"samewire": 1, "title": 3}`), []string{"“title”", "a text, not a number"}},
		{"wrong type of a list", dir("story.json", `{"samewire": 1, "articles": {}}`), []string{"“articles”", "a list, not an object"}},
		{"wrong type of a number", dir("story.json", `{"samewire": 1.5}`), []string{"“samewire”", "a whole number, not 1.5"}},
		{"wrong type of an answer", dir("story.json", `{"samewire": 1, "excerpts": "yes"}`), []string{"“excerpts”", "“true” or “false”, not a text"}},
		{"a list in place of a story", dir("story.json", `[1]`), []string{`"samewire": 1`}},
		{"no article", dir("story.json", `{"samewire": 1}`), []string{"no article"}},
		{"file that isn't there", dir("story.json", `{"samewire": 1, "articles": [{"file": "b.txt"}]}`), []string{"b.txt", "not exist"}},
		{"file outside", dir("story.json", `{"samewire": 1, "articles": [{"file": "../b.txt"}]}`), []string{"“../b.txt”", "beside"}},
		{"neither text nor file", dir("story.json", `{"samewire": 1, "articles": [{}]}`), []string{`article A`, "neither a text"}},
		{"script as link", dir("story.json", `{"samewire": 1, "articles": [{"text": "x", "link": "javascript:alert(1)"}]}`), []string{"javascript:", "https://"}},
		{"bad id", dir("story.json", `{"samewire": 1, "id": "../x", "articles": [{"text": "x"}]}`), []string{"“../x”", "address"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := ReadDir(tt.fs, "s")
			if err == nil {
				t.Fatalf("no error, but %+v", s)
			}
			for _, part := range tt.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q lacks %q", err, part)
				}
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q has more than a line", err)
			}
		})
	}
}

func TestStoryLimit(t *testing.T) {
	s := &Story{ID: "x"}
	for range MaxStoryBytes/MaxArticleBytes + 1 {
		s.Articles = append(s.Articles, Article{Text: strings.Repeat("a", MaxArticleBytes)})
	}
	var limit *LimitError
	if err := s.Accept(); !errors.As(err, &limit) || limit.Limit != MaxStoryBytes {
		t.Errorf("got %v", err)
	}
}

func TestReadAll(t *testing.T) {
	fsys := fstest.MapFS{
		"b/one.txt":     {Data: []byte("One.")},
		"b/two.md":      {Data: []byte("# Two\n\nTwo.")},
		"a.json":        {Data: []byte(`{"samewire": 1, "title": "T", "articles": [{"outlet": "X", "text": "x"}]}`)},
		".hidden/x.txt": {Data: []byte("no")},
		"README":        {Data: []byte("no")},
	}
	all, err := ReadAll(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || all[0].ID != "a" || all[1].ID != "b" || len(all[1].Articles) != 2 || all[1].Title != "B" {
		t.Errorf("got %+v", all)
	}
	fsys["c.json"] = &fstest.MapFile{Data: []byte(`{"samewire": 1, "id": "b", "articles": [{"text": "x"}]}`)}
	if _, err := ReadAll(fsys); err == nil || !strings.Contains(err.Error(), "c.json") || !strings.Contains(err.Error(), `"b"`) {
		t.Errorf("two stories with one id: %v", err)
	}
}

func TestReadPages(t *testing.T) {
	fsys := fstest.MapFS{
		"s/one.html": {Data: []byte("<p>One.")},
		"s/two.txt":  {Data: []byte("Two.")},
	}
	pages := Reader{HTML: func(name string, data []byte) (Article, error) {
		return Article{File: name, Text: strings.TrimPrefix(string(data), "<p>")}, nil
	}}
	s, err := pages.ReadDir(fsys, "s")
	if err != nil || len(s.Articles) != 2 || s.Articles[0].Text != "One." {
		t.Errorf("got %+v, %v", s, err)
	}
	if s, err = ReadDir(fsys, "s"); err != nil || len(s.Articles) != 1 {
		t.Errorf("without a reader of pages: %+v, %v", s, err)
	}
	if _, err := ReadFiles([]string{"none/one.htm"}); err == nil || !strings.Contains(err.Error(), "one.htm is a web page") {
		t.Errorf("a page named without a reader: %v", err)
	}
}

func TestReadFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.txt")
	if err := os.WriteFile(path, []byte("Text."), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := ReadFiles([]string{path})
	if err != nil || s.Articles[0].File != path {
		t.Errorf("got %+v, %v", s, err)
	}
	if _, err := ReadFiles([]string{dir}); err == nil || !strings.Contains(err.Error(), "directory") {
		t.Errorf("a directory: %v", err)
	}
	if _, err := ReadFiles([]string{filepath.Join(dir, "none.txt")}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestJSONRoundTrip(t *testing.T) {
	s := &Story{ID: "x", Title: "T <&> \u202e", Date: "today", Note: "n", Articles: []Article{
		{File: "f.txt", Outlet: "O", Title: "t", Date: "d", Link: "https://example.com/", Credit: "c", Text: "a\r\n\r\nb \u200b"},
		{Text: "z"},
	}}
	got, err := ParseJSON(s.JSON(), "other")
	if err != nil {
		t.Fatal(err)
	}
	if string(got.JSON()) != string(s.JSON()) {
		t.Errorf("got  %s\nwant %s", got.JSON(), s.JSON())
	}
	list := []Summary{s.Summary()}
	back, err := ParseList(ListJSON(list))
	if err != nil || back[0].Title != list[0].Title || back[0].Outlets[1] != "Outlet B" {
		t.Errorf("list: %+v, %v", back, err)
	}
}

// check says what every accepted story must be.
func check(t *testing.T, s *Story) {
	t.Helper()
	for i, a := range s.Articles {
		for _, f := range []string{a.File, a.Outlet, a.Title, a.Date, a.Credit, a.Text, s.Outlet(i)} {
			if !utf8.ValidString(f) || strings.ContainsRune(f, 0) {
				t.Errorf("article %d holds %q", i, f)
			}
		}
		if len(a.Text) > 3*MaxArticleBytes || strings.TrimSpace(a.Text) == "" {
			t.Errorf("article %d has %d bytes", i, len(a.Text))
		}
		if a.Link != "" && !strings.HasPrefix(a.Link, "http://") && !strings.HasPrefix(a.Link, "https://") {
			t.Errorf("article %d links to %q", i, a.Link)
		}
	}
	if !ValidID(s.ID) || strings.ContainsAny(s.Title, "\n\r\x00") {
		t.Errorf("story %q, %q", s.ID, s.Title)
	}
}

func FuzzParseJSON(f *testing.F) {
	f.Add([]byte(`{"samewire":1,"title":"t","articles":[{"outlet":"o","link":"http://x/","text":"x"}]}`))
	f.Add([]byte(`{"samewire":1,"articles":[{"text":"\ud800\u0000"}]}`))
	f.Add([]byte(`{"samewire":1,"articles":[{"link":"http://x/#` + strings.Repeat("é", 900) + `","text":"x"}]}`)) // grows as it is escaped
	f.Add([]byte("\uFEFF{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := ParseJSON(data, "x"); err == nil {
			check(t, s)
			again, err := ParseJSON(s.JSON(), "x")
			if err != nil || string(again.JSON()) != string(s.JSON()) {
				t.Errorf("written and read again: %v", err)
			}
		}
	})
}

func FuzzParseText(f *testing.F) {
	f.Add("a.txt", []byte("---\noutlet: x\n---\ntext"))
	f.Add("a.md", []byte("# h\n\n[a [b](c) *d* `e` ![f](g)\n~~~\nx"))
	f.Add("a.md", []byte("-"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		a, err := ParseText(name, data)
		if err != nil {
			return
		}
		if len(a.Text) > len(data)+2*strings.Count(string(data), "\n")+2 {
			t.Errorf("%d bytes grew to %d", len(data), len(a.Text))
		}
		s := &Story{ID: "x", Articles: []Article{a}}
		if s.Accept() == nil {
			check(t, s)
		}
	})
}
