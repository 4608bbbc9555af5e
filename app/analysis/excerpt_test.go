package analysis

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/story"
	"samewire/app/text"
)

// outside returns the sentences of article i that an excerpt leaves out, but for
// those that it has in another place.
func outside(a *Analysis, i int) (out []string) {
	doc, all := a.Documents[i], a.Kept(i)
	for n, kept := range all {
		s := doc.Sentences[n]
		again := slices.IndexFunc(doc.Sentences, func(o text.Sentence) bool { return o.Of(doc.Source) == s.Of(doc.Source) })
		if !kept && !all[again] && s.First < s.Last {
			out = append(out, s.Of(doc.Source))
		}
	}
	return out
}

// TestExcerpted holds that an excerpt tells nothing of what it leaves out but
// how much that is, and that all else is as it was.
func TestExcerpted(t *testing.T) {
	a := analyze(t, builtIn(t))
	e := a.Excerpted()
	left := 0
	for i, doc := range a.Documents {
		excerpt := e.Documents[i]
		if len(excerpt.Words) != len(doc.Words) || len(excerpt.Sentences) != len(doc.Sentences) || len(excerpt.Paragraphs) != len(doc.Paragraphs) {
			t.Errorf("article %d: %d words, %d sentences, %d paragraphs; %d, %d, %d before", i,
				len(excerpt.Words), len(excerpt.Sentences), len(excerpt.Paragraphs), len(doc.Words), len(doc.Sentences), len(doc.Paragraphs))
		}
		for n, s := range doc.Sentences {
			if excerpt.Sentences[n] != s {
				t.Errorf("article %d, sentence %d: %+v, %+v before", i, n, excerpt.Sentences[n], s)
			}
		}
		for _, s := range outside(a, i) {
			left++
			if strings.Contains(excerpt.Source, s) {
				t.Errorf("article %d still has %q", i, s)
			}
		}
	}
	if left < 10 {
		t.Errorf("only %d sentences are left out", left)
	}
	if !reflect.DeepEqual(e.Shared(), a.Shared()) {
		t.Errorf("the shares are %v, and were %v", e.Shared(), a.Shared())
	}
	for _, p := range a.Passages {
		for _, r := range p.Readings {
			if a.Text(r.Place) != e.Text(r.Place) {
				t.Errorf("passage %d: %q was %q", p.ID, e.Text(r.Place), a.Text(r.Place))
			}
		}
	}
	before := map[string]bool{}
	for _, f := range a.Findings() {
		before[f.Text] = true
	}
	findings := e.Findings()
	for _, f := range findings {
		if strings.Contains(f.Text, story.Filler) {
			t.Errorf("a finding quotes what is left out: %s", f.Text)
		}
	}
	if len(findings) < 4 || !before[findings[0].Text] {
		t.Errorf("the findings are %v", findings)
	}
	for _, q := range e.Ledgers.Quotations {
		checkPlace(t, e, q.Place)
	}
	for _, f := range e.Ledgers.Figures {
		checkPlace(t, e, f.Place)
	}
	for _, c := range e.Ledgers.Credits {
		checkPlace(t, e, c.Place)
	}
}

func checkPlace(t *testing.T, a *Analysis, p align.Place) {
	t.Helper()
	if text := a.Text(p); text == "" || strings.Contains(text, story.Filler) {
		t.Errorf("an entry stands on %q", text)
	}
}

// TestExcerptFile holds that others get the same analysis of the excerpts.
func TestExcerptFile(t *testing.T) {
	e := analyze(t, builtIn(t)).Excerpted()
	got, err := OpenExcerpts(t.Context(), e.ExcerptFile(), "")
	if err != nil {
		t.Fatal(err)
	}
	was, err := e.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if is, err := got.JSON(); err != nil || string(is) != string(was) {
		t.Errorf("another analysis came out, %v", err)
	}
	if _, err := OpenExcerpts(t.Context(), []byte(`{"story": {"samewire": 1, "articles": []}, "analysis": "1 0"}`), ""); err == nil {
		t.Error("a damaged file is read")
	}
}

func TestFill(t *testing.T) {
	for _, tt := range []struct {
		sentence string
		words    int
		want     string
	}{
		{"Prices rose.", 2, "ƻ ƻƻƻƻ!"},
		{"Prices rose!", 2, "ƻ ƻƻƻƻ!"},
		{"Prices rose?!", 2, "ƻ  ƻƻƻƻ!"},
		{"No.", 1, "ƻ!"},
		{"So", 1, "  "},
		{"A", 1, " "},
		{"a b c d", 4, "ƻ  ƻ!"}, // no room for all four
		{"___", 0, "___"},
	} {
		b := []byte(tt.sentence)
		fill(b, tt.words, copyEnd)
		if string(b) != tt.want {
			t.Errorf("%q: %q, want %q", tt.sentence, b, tt.want)
		}
	}
}
