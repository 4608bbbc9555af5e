package client

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"io"
	"strings"
	"testing"

	"samewire/app/story"
)

// fragment is what stands behind the "#" of a share link to a story file.
func fragment(t testing.TB, file []byte) string {
	t.Helper()
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(file); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return linkMark + base64.RawURLEncoding.EncodeToString(out.Bytes())
}

// opened reads a share link as the browser does, which has Deflate of its own.
func opened(link string) (*story.Story, error) {
	data, err := linked(link)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), maxStoryFile))
	if err != nil {
		return nil, errCut
	}
	return parseOwn(text)
}

func TestLinked(t *testing.T) {
	s := &story.Story{Title: "The pier", Articles: []story.Article{{Outlet: "A", Text: "It is closed."}, {Outlet: "B", Text: "It is shut."}}}
	whole := fragment(t, s.JSON())
	got, err := opened(whole)
	if err != nil || got.Title != s.Title || len(got.Articles) != 2 || got.Articles[1].Text != "It is shut." || !story.IsOwn(got.ID) {
		t.Errorf("%+v, %v", got, err)
	}
	for _, tt := range []struct{ link, told string }{
		{whole[:len(whole)/2], "incomplete"},
		{whole + "!", "incomplete"},
		{"2." + whole, "newer one"},
		{"", "no story"},
		{linkMark + strings.Repeat("A", maxLink+1), "longer"},
	} {
		if _, err := opened(tt.link); err == nil || !strings.Contains(err.Error(), tt.told) {
			t.Errorf("%.40s: %v, want … %s …", tt.link, err, tt.told)
		}
	}
}

func FuzzLinked(f *testing.F) {
	f.Add("1.")
	f.Add(fragment(f, []byte(`{"samewire":1,"articles":[{"text":"x"},{"text":"y"}]}`)))
	f.Fuzz(func(t *testing.T, link string) {
		s, err := opened(link)
		if err == nil && (!story.IsOwn(s.ID) || len(s.Articles) == 0) {
			t.Errorf("%+v", s)
		}
	})
}
