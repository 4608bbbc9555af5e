package web

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samewire/app/analysis"
	"samewire/app/story"
)

// withheld returns runs of five words that stand in what excerpts of the built-in
// story leave out, and nowhere else in it.
func withheld(t *testing.T) []string {
	t.Helper()
	stories, err := story.ReadAll(sub("stories"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := analysis.Analyze(t.Context(), stories[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	var kept, out strings.Builder
	for i, doc := range a.Documents {
		for n, shown := range a.Kept(i) {
			to := &kept
			if !shown {
				to = &out
			}
			for _, w := range doc.Words[doc.Sentences[n].First:doc.Sentences[n].Last] {
				to.WriteString(w.Of(doc.Source) + " ")
			}
			to.WriteString("| ")
		}
	}
	var runs []string
	words := strings.Fields(out.String())
	for i := 0; i+5 <= len(words); i++ {
		if run := strings.Join(words[i:i+5], " "); !strings.Contains(run, "|") && !strings.Contains(kept.String(), run) {
			runs = append(runs, run)
		}
	}
	if len(runs) < 100 {
		t.Fatalf("only %d runs of words are left out", len(runs))
	}
	return runs
}

// TestExcerptsWithhold holds that nothing that is published of a story of excerpts
// has words of the rest in it, nor what stands for them.
func TestExcerptsWithhold(t *testing.T) {
	dir := t.TempDir()
	if _, err := Export(t.Context(), ExportOptions{Dir: dir, URL: "https://news.example", Excerpts: true, Log: t.Output()}); err != nil {
		t.Fatal(err)
	}
	runs := withheld(t)
	told, files := 0, 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.Contains(path, ".wasm") || strings.HasSuffix(path, ".png") || strings.HasSuffix(path, ".br") || strings.HasSuffix(path, ".gz") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		// As a reader would have it: words alone.
		text := strings.Join(strings.FieldsFunc(string(data), func(r rune) bool { return strings.ContainsRune(" \n\r\t,;:.!?\"“”‘()[]<>—–-", r) }), " ")
		for _, run := range runs {
			if strings.Contains(text, run) {
				t.Errorf("%s has %q", path, run)
				break
			}
		}
		if strings.Contains(string(data), story.Filler) && !strings.HasSuffix(path, excerptsMark+".json") {
			t.Errorf("%s has filler in it", path)
		}
		if strings.HasSuffix(path, ".html") && strings.Contains(string(data), " words of their own]") {
			told++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 || told < 10 {
		t.Errorf("%d files, in %d of which it is told how much is left out", files, told)
	}
}

// TestExcerptsServed holds that the app gets what it needs for excerpts, and other
// stories go without.
func TestExcerptsServed(t *testing.T) {
	h, _ := testSite(t)
	if res := get(t, h, "GET", "/stories/pier.excerpts.json"); res.StatusCode != 404 {
		t.Errorf("a whole story has excerpts: %d", res.StatusCode)
	}
	s := testStory(t, "pier", "The pier")
	s.Excerpts = true
	l := newLibrary([]*story.Story{s}, nil, nil)
	want, err := l.Load(t.Context(), "pier")
	if err != nil {
		t.Fatal(err)
	}
	file, err := l.byID["pier"].file(true)
	if err != nil {
		t.Fatal(err)
	}
	got, err := analysis.OpenExcerpts(t.Context(), file.body, "pier")
	if err != nil || len(got.Passages) != len(want.Passages) || got.Story.ID != "pier" || !got.Story.Excerpts {
		t.Errorf("%+v, %v", got, err)
	}
}
