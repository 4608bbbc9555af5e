package collate

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/text"
)

// TestBuiltInStory looks for two passages of the built-in story: a quotation
// that three outlets print and one alters, and news that three outlets tell in
// their own words.
func TestBuiltInStory(t *testing.T) {
	files, err := filepath.Glob("../../web/stories/amazon-layoffs/*.txt")
	if err != nil || len(files) != 4 {
		t.Fatalf("%d articles of the built-in story, error %v", len(files), err)
	}
	var docs []*text.Document
	for _, f := range files {
		source, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, text.Parse(string(source)))
	}
	matches, err := align.Align(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	passages := mustCollate(t, docs, matches)
	check(t, docs, passages)
	tests := []struct {
		name     string
		readings map[int]string // how each begins
	}{
		{"the quotation", map[int]string{
			0: `"We've identified`,
			1: `"As a result, we've identified`,
			2: "the company identified",
			3: `"We've identified`,
		}},
		{"who said it", map[int]string{
			0: "Mike Hopkins, senior vice-president",
			2: "The senior vice president",
			3: "Mike Hopkins, senior vice president",
		}},
		{"who is told when", map[int]string{
			1: "Hopkins said the company would inform",
			2: "Those affected in the Americas",
			3: "Prime Video and Amazon MGM Studios employees in the Americas",
		}},
	}
	for _, tt := range tests {
		found := false
		for _, p := range passages {
			n := 0
			for _, r := range p.Readings {
				begin, ok := tt.readings[r.Article]
				if ok && strings.HasPrefix(r.Of(docs[r.Article].Source), begin) {
					n++
				}
			}
			found = found || n == len(tt.readings) && n == len(p.Readings)
		}
		if !found {
			t.Errorf("%s is no passage of %d readings", tt.name, len(tt.readings))
		}
	}
}
