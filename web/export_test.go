package web

import (
	"encoding/json"
	"encoding/xml"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// exportTo exports the built-in story.
func exportTo(t *testing.T, dir string) Exported {
	t.Helper()
	e, err := Export(t.Context(), ExportOptions{Dir: dir, URL: "https://news.example/wire/", Log: t.Output()})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// noFiles are addresses that scripts put together with more, and the one that the
// service worker alone answers.
var noFiles = []string{"/wire/stories/", "/wire/s/", "/wire/static", "/wire/share"}

// TestExport holds that every address of the site that a page or a script names
// has its file.
func TestExport(t *testing.T) {
	dir := t.TempDir()
	e := exportTo(t, dir)
	if e.Stories != 1 || e.Pages < 60 || e.Files != e.Written || e.Removed != 0 || len(e.Left) > 0 {
		t.Errorf("%+v", e)
	}
	address := regexp.MustCompile(`(?:href|src|action|data-scripts|data-worker|content)="(?:https://news\.example)?(/wire/[^"]*)"|"(/wire/[^"]*)"`)
	seen := map[string]bool{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".html") && !strings.HasSuffix(path, ".js") && !strings.HasSuffix(path, ".webmanifest") {
			return err
		}
		data, err := os.ReadFile(path)
		for _, m := range address.FindAllStringSubmatch(string(data), -1) {
			for _, one := range strings.FieldsFunc(m[1]+m[2], func(r rune) bool { return r == ' ' || r == '#' || r == ',' }) {
				seen[strings.ReplaceAll(one, "&amp;", "&")] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(seen) < 100 {
		t.Errorf("only %d addresses are named", len(seen))
	}
	for one := range seen {
		u, err := url.Parse(one)
		if err != nil || !strings.HasPrefix(u.Path, "/wire/") {
			continue // a jump within a page
		}
		if u.Path == "/wire"+sharePath {
			continue // the service worker answers there
		}
		file := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(u.Path, "/wire")))
		info, err := os.Stat(file)
		if err == nil && info.IsDir() {
			_, err = os.Stat(filepath.Join(file, "index.html"))
		}
		if err != nil && !slices.Contains(noFiles, u.Path) {
			t.Errorf("%s is named, but: %v", one, err)
		}
	}
	var answer struct{ Type, Version, HTML string }
	if err := json.Unmarshal([]byte(read(t, dir, "s/amazon-layoffs/read/c/oembed.json")), &answer); err != nil || answer.Type != "rich" || !strings.Contains(answer.HTML, `src="https://news.example/wire/embed/amazon-layoffs/read/c"`) {
		t.Errorf("oEmbed: %+v, %v", answer, err)
	}
	if page := read(t, dir, "s/amazon-layoffs/read/c/index.html"); !strings.Contains(page, `href="https://news.example/wire/s/amazon-layoffs/read/c/oembed.json"`) {
		t.Error("the page doesn't lead to its oEmbed")
	}
	if err := xml.Unmarshal([]byte(read(t, dir, "sitemap.xml")), new(any)); err != nil {
		t.Errorf("sitemap.xml: %v", err)
	}
	for _, page := range []string{"https://news.example/wire/", "https://news.example/wire/s/amazon-layoffs/compare/d/a"} {
		if !strings.Contains(read(t, dir, "sitemap.xml"), "<loc>"+page+"</loc>") {
			t.Errorf("the sitemap lacks %s", page)
		}
	}
	if h := read(t, dir, "_headers"); !strings.Contains(h, "/wire/embed/*\n") || strings.Count(h, "frame-ancestors *") != 1 {
		t.Errorf("_headers: %s", h)
	}
}

// TestExportAgain holds that a second export leaves alone what is right, mends
// what isn't, and removes what no longer belongs there and nothing else.
func TestExportAgain(t *testing.T) {
	dir := t.TempDir()
	first := exportTo(t, dir)
	old := time.Now().Add(-time.Hour).Truncate(time.Second)
	page := filepath.Join(dir, "help", "index.html")
	if err := os.Chtimes(page, old, old); err != nil {
		t.Fatal(err)
	}
	if e := exportTo(t, dir); e.Written != 0 || e.Removed != 0 || e.Files != first.Files {
		t.Errorf("the second time: %+v", e)
	}
	if info, err := os.Stat(page); err != nil || !info.ModTime().Equal(old) {
		t.Errorf("a file that was right got another time: %v", err)
	}
	mine := filepath.Join(dir, "mine.txt")
	for file, text := range map[string]string{page: "broken off", mine: "Not of an export."} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	record := func(files, hashed string) {
		text := `{"samewire": 1, "files": [` + files + `], "hashed": [` + hashed + `]}`
		if err := os.WriteFile(filepath.Join(dir, recordFile), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"s/gone/index.html", "app.0123.wasm"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	record(`"s/gone/index.html", "app.0123.wasm", "../outside.txt"`, `"app.0123.wasm"`)
	if e := exportTo(t, dir); e.Written != 1 || e.Removed != 1 {
		t.Errorf("the third time: %+v", e)
	}
	if _, err := os.Stat(filepath.Join(dir, "s", "gone")); err == nil {
		t.Error("a story that is gone has left a directory")
	}
	if read(t, dir, "app.0123.wasm") != "" || read(t, dir, "mine.txt") == "" {
		t.Error("another file is gone")
	}
	if e := exportTo(t, dir); e.Removed != 1 {
		t.Errorf("the fourth time the app from before the last but one should go: %+v", e)
	}
}

// TestExportInALanguage holds that all pages are in the language that was asked
// for, and still lead to those that have no page of their own in another.
func TestExportInALanguage(t *testing.T) {
	dir := t.TempDir()
	if _, err := Export(t.Context(), ExportOptions{Dir: dir, URL: "https://news.example/wire/", Language: "de", Log: t.Output()}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"index.html": "Wie Medien denselben Text umformulieren", "404.html": "Unter dieser Adresse gibt es nichts",
		"help/index.html": "So liest man Samewire", "s/amazon-layoffs/read/c/index.html": "Nur Geändertes zeigen",
		"embed/amazon-layoffs/index.html": "Die ganze Seite öffnen", "s/amazon-layoffs/story.html": "Wer was gebracht hat",
	} {
		page := read(t, dir, name)
		if !strings.Contains(page, want) || !strings.Contains(page, `<html lang="de"`) || strings.Contains(page, "lang=de") {
			t.Errorf("%s isn't in German, or its links say so", name)
		}
	}
	if title := `"title":"`; !strings.Contains(read(t, dir, "s/amazon-layoffs/passages/oembed.json"), title+"Passagen") {
		t.Error("a frame's title isn't in German")
	}
}

func TestExportRefuses(t *testing.T) {
	full, file := t.TempDir(), filepath.Join(t.TempDir(), "file")
	for _, name := range []string{filepath.Join(full, "thesis.doc"), file} {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	damaged := t.TempDir()
	if err := os.WriteFile(filepath.Join(damaged, recordFile), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Export(t.Context(), ExportOptions{Dir: t.TempDir(), URL: "https://a.example", Language: "tlh", Log: t.Output()}); err == nil || !strings.Contains(err.Error(), "en, de, fr, es") {
		t.Errorf("in Klingon: %v", err)
	}
	for _, tt := range []struct{ dir, url, want string }{
		{"", "https://a.example", "name the directory"},
		{full, "https://a.example", "thesis.doc"},
		{file, "https://a.example", "not a directory"},
		{damaged, "https://a.example", "no record"},
		{t.TempDir(), "", "name the whole address"},
		{t.TempDir(), "/samewire", "name the whole address"},
		{t.TempDir(), "ftp://a.example/", "name the whole address"},
		{t.TempDir(), "https://a.example/?x=1", "name the whole address"},
		{t.TempDir(), "https://a.example/a b", "-base"},
	} {
		_, err := Export(t.Context(), ExportOptions{Dir: tt.dir, URL: tt.url, Log: t.Output()})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("to %q for %q: %v, want %q", tt.dir, tt.url, err, tt.want)
		}
	}
}
