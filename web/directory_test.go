package web

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samewire/app/story"
)

// testDirectory returns a directory of stories, as it was first read, and its
// log.
func testDirectory(t *testing.T, files map[string]string) (*directory, *bytes.Buffer) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "stories")
	writeTree(t, path, files)
	var logged bytes.Buffer
	d, err := newDirectory(path, []*story.Story{testStory(t, "pier", "The pier")}, slog.New(slog.NewTextHandler(&logged, nil)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.first(); err != nil {
		t.Fatal(err)
	}
	return d, &logged
}

// rounds looks at a directory until a change must have shown, and returns the
// stories that it told of last.
func rounds(t *testing.T, d *directory) []*story.Story {
	t.Helper()
	var got []*story.Story
	for range 3 {
		d.round(func(all []*story.Story) error { got = all; return nil })
	}
	return got
}

func ids(all []*story.Story) string {
	var list []string
	for _, s := range all {
		list = append(list, s.ID)
	}
	return strings.Join(list, " ")
}

var twoStories = map[string]string{
	"quay/a.txt": "The quay is closed.", "quay/b.md": "# Quay\n\nThe quay is shut.",
	"dock/a.txt": "The dock is open.", "dock/b.txt": "The dock isn't shut.",
	".hidden/a.txt": "Not a story.", "readme.txt": "Nor this.",
}

func TestDirectory(t *testing.T) {
	d, logged := testDirectory(t, twoStories)
	if all, err := d.stories(); err != nil || ids(all) != "dock quay" {
		t.Errorf("stories %s, %v", ids(all), err)
	}
	if got := rounds(t, d); got != nil || logged.Len() > 0 {
		t.Errorf("without a change it tells of %s; log %s", ids(got), logged)
	}
}

func TestDirectoryChanges(t *testing.T) {
	d, logged := testDirectory(t, twoStories)
	writeTree(t, d.path, map[string]string{"mole/a.txt": "The mole is new.", "quay/a.txt": "The quay is open again."})
	got := rounds(t, d)
	if ids(got) != "dock mole quay" || got[2].Articles[0].Text != "The quay is open again." {
		t.Errorf("after a change: %s", ids(got))
	}
	if err := os.RemoveAll(filepath.Join(d.path, "dock")); err != nil {
		t.Fatal(err)
	}
	if got := rounds(t, d); ids(got) != "mole quay" {
		t.Errorf("after one was taken away: %s", ids(got))
	}
	if strings.Count(logged.String(), "stories read") != 2 {
		t.Errorf("log %s", logged)
	}
}

// Files that change from one look to the next are still being written.
func TestDirectoryAtRest(t *testing.T) {
	d, _ := testDirectory(t, twoStories)
	changed := func([]*story.Story) error {
		t.Error("files that are being written are read")
		return nil
	}
	text := ""
	for range 5 {
		text += "Another sentence comes. "
		writeTree(t, d.path, map[string]string{"quay/a.txt": text})
		d.round(changed)
	}
}

// A broken story among good ones stays as it was, is told once, and holds up
// nobody; a new one that is broken stays out.
func TestDirectoryBroken(t *testing.T) {
	d, logged := testDirectory(t, twoStories)
	writeTree(t, d.path, map[string]string{
		"quay/story.json": `{"samewire": 1, "articles": [`,
		"bad/a.txt":       "\xff\xfe", "pier/a.txt": "An id that is taken.", "pier/b.txt": "Taken.",
		"dock/a.txt": "The dock is larger.",
	})
	got := rounds(t, d)
	if ids(got) != "dock quay" || got[0].Articles[0].Text != "The dock is larger." || got[1].Articles[0].Text != "The quay is closed." {
		t.Errorf("stories %s", ids(got))
	}
	rounds(t, d)
	for _, want := range []string{"story quay: ", "story bad: ", `id \"pier\" is that of a built-in story`} {
		if strings.Count(logged.String(), want) != 1 {
			t.Errorf("the log has not %q once: %s", want, logged)
		}
	}
	if err := os.Remove(filepath.Join(d.path, "quay/story.json")); err != nil {
		t.Fatal(err)
	}
	if got := rounds(t, d); ids(got) != "dock quay" || len(d.told) != 2 {
		t.Errorf("mended: %s, wrong still %v", ids(got), d.told)
	}
}

// So it is at the start.
func TestDirectoryBrokenFromTheStart(t *testing.T) {
	d, logged := testDirectory(t, map[string]string{"quay/a.txt": "The quay is closed.", "quay/b.txt": "It is shut.", "bad.json": "{"})
	if ids(rounds(t, d)) != "" || len(d.good) != 1 || d.good["quay"] == nil || strings.Count(logged.String(), "story bad.json: ") != 1 {
		t.Errorf("read: %v, log %s", d.good, logged)
	}
}

// When the directory vanishes, or is emptied, all stays, and that is told once.
func TestDirectoryVanishes(t *testing.T) {
	d, logged := testDirectory(t, twoStories)
	for _, vanish := range []func(string) error{
		func(away string) error { return os.Rename(d.path, away) },
		func(away string) error { return errors.Join(os.Rename(d.path, away), os.Mkdir(d.path, 0o755)) },
	} {
		logged.Reset()
		away := filepath.Join(t.TempDir(), "away")
		if err := vanish(away); err != nil {
			t.Fatal(err)
		}
		if got := append(rounds(t, d), rounds(t, d)...); got != nil {
			t.Errorf("it tells of %s", ids(got))
		}
		if strings.Count(logged.String(), "stories are gone") != 1 {
			t.Errorf("log %s", logged)
		}
		if err := errors.Join(os.RemoveAll(d.path), os.Rename(away, d.path)); err != nil {
			t.Fatal(err)
		}
		rounds(t, d)
		if !strings.Contains(logged.String(), "there again") || d.gone {
			t.Errorf("back again, log %s", logged)
		}
	}
}

// What can't be taken in is told, and tried again with the next change.
func TestDirectoryRefused(t *testing.T) {
	d, logged := testDirectory(t, twoStories)
	writeTree(t, d.path, map[string]string{"mole/a.txt": "The mole is new.", "mole/b.txt": "So it is."})
	for range 4 {
		d.round(func([]*story.Story) error { return errors.New("no room") })
	}
	if strings.Count(logged.String(), "no room") != 1 {
		t.Errorf("log %s", logged)
	}
}

// A site with other stories takes the place of the one before: pages, files and
// version change, and what hasn't changed isn't analysed again.
func TestReplace(t *testing.T) {
	pier, quay := testStory(t, "pier", "The pier"), testStory(t, "quay", "The quay")
	l, err := newLive([]*story.Story{pier, quay}, fakeApp(), Options{}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	before := get(t, l, "GET", "/s/pier")
	kept, err := l.now.Load().library.Load(t.Context(), "pier")
	if err != nil {
		t.Fatal(err)
	}
	other := testStory(t, "quay", "Another quay")
	if err := l.replace([]*story.Story{pier, other}); err != nil {
		t.Fatal(err)
	}
	if page := body(t, get(t, l, "GET", "/s/quay")); !strings.Contains(page, "Another quay") {
		t.Error("the old story is still there")
	}
	after := get(t, l, "GET", "/s/pier", "If-None-Match", before.Header.Get("Etag"))
	if after.Header.Get(versionHeader) != before.Header.Get(versionHeader) || after.StatusCode != http.StatusNotModified {
		t.Errorf("a story that hasn't changed: %d, version %s after %s", after.StatusCode, after.Header.Get(versionHeader), before.Header.Get(versionHeader))
	}
	if a, err := l.now.Load().library.Load(t.Context(), "pier"); err != nil || a != kept {
		t.Errorf("a story that hasn't changed is analysed again (%v)", err)
	}
	if err := l.replace([]*story.Story{pier}); err != nil {
		t.Fatal(err)
	}
	if res := get(t, l, "GET", "/s/quay"); res.StatusCode != 404 {
		t.Errorf("a story that was taken away: %d", res.StatusCode)
	}
}
