package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFitWords learns from two wordings: what it prints must tell how well it
// does, and a line that is no JSON must be named.
func TestFitWords(t *testing.T) {
	pair := `{"id":1,"src":["Divers","searched","the","old","quarry","."],"tgt":["Frogmen","combed","the","quarry","."],` +
		`"sure":[[0,0],[1,1],[2,2],[4,3],[5,4]],"poss":[[3,3]]}` + "\n"
	good := filepath.Join(t.TempDir(), "good.jsonl")
	if err := os.WriteFile(good, []byte(strings.Repeat(pair, 6)), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := fitWords([]string{"-n", good}, nil, &out); err != nil {
		t.Fatal(err)
	}
	if s := out.String(); !strings.Contains(s, "good.jsonl, a fifth left out: F1 1.0000, of words that differ 1.0000") {
		t.Error(s)
	}
	if err := os.WriteFile(good, []byte(pair+"divers\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := fitWords([]string{"-n", good}, nil, &out); err == nil || !strings.Contains(err.Error(), "good.jsonl:2: ") {
		t.Error(err)
	}
	if err := fitWords([]string{"-n"}, nil, &out); err == nil {
		t.Error("no file, no error")
	}
}
