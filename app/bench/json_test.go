package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"samewire/app/text/texttest"
)

// writeArticles writes a story of many articles that have sentences in common,
// some of them altered, in another order each.
func writeArticles(t *testing.T, n int) []string {
	t.Helper()
	sentences := strings.SplitAfter(texttest.Prose(3, 6000), ". ")
	var files []string
	for i := range n {
		var text strings.Builder
		for k := range 12 {
			s := sentences[(k*(i%5+1)+i)%len(sentences)]
			if (i+k)%3 == 0 {
				words := strings.Fields(s)
				s = strings.Join(words[len(words)/5:], " ") + " in “the old town”. "
			}
			text.WriteString(s + "\n\n"[:k%3])
		}
		path := filepath.Join(t.TempDir(), fmt.Sprintf("%02d.txt", i))
		if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	return files
}

// The browser must find byte for byte what the server and the command line find.
func TestSameInBrowser(t *testing.T) {
	if _, err := exec.LookPath("chromium"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no Chromium is installed")
		}
		t.Skip("no Chromium is installed")
	}
	builtIn, err := filepath.Glob("../../web/stories/amazon-layoffs/*.txt")
	if err != nil || len(builtIn) != 4 {
		t.Fatal(builtIn, err)
	}
	for name, files := range map[string][]string{"built-in": builtIn, "synthetic": writeArticles(t, 20)} {
		t.Run(name, func(t *testing.T) {
			var here, there strings.Builder
			if err := asJSON(files, nil, &here); err != nil {
				t.Fatal(err)
			}
			if err := asJSON(append([]string{"-chromium"}, files...), nil, &there); err != nil {
				t.Fatal(err)
			}
			if strings.Count(here.String(), `"similarity"`) < len(files) {
				t.Errorf("too little in common to tell anything: %.300s", here.String())
			}
			if here.String() != there.String() {
				t.Errorf("here\n%.2000s\nin the browser\n%.2000s", here.String(), there.String())
			}
		})
	}
}
