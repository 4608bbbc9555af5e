package lesson

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestMessageIn(t *testing.T) {
	table, err := ParseTable("# a comment\n\na = {x} and {y}\nb = {n} words\nb.one = one word\nc = open {x\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		m    Message
		want string
	}{
		{message("a", "x", "X", "y", "Y"), "X and Y"},
		{message("a", "x", "{y}", "y", "Y"), "{y} and Y"},
		{message("a", "x", "X"), "X and "},
		{message("b", "n", "1"), "one word"},
		{message("b", "n", "2"), "2 words"},
		{message("c", "x", "X"), "open "},
		{message("d", "x", "X"), "d"},
	} {
		if got := c.m.In(table); got != c.want {
			t.Errorf("%v: %q, want %q", c.m, got, c.want)
		}
	}
}

func TestParseTableNamesTheLine(t *testing.T) {
	for _, source := range []string{"a = b\nc", "a = b\na = c"} {
		if _, err := ParseTable(source); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error %v", source, err)
		}
	}
}

// TestMessagesAreUsed finds messages that no code names, and keys without one.
func TestMessagesAreUsed(t *testing.T) {
	used := make(map[string]bool)
	for _, k := range Kinds() {
		used[k.Title().Key] = true
	}
	for _, key := range printings {
		used[strings.Replace(key, ".", ".explain.", 1)] = true
	}
	key := regexp.MustCompile(`"((?:spot|same|words|figures|source|rewrite|note)\.[a-z.]*[a-z])"`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range key.FindAllSubmatch(source, -1) {
			used[string(m[1])] = true
		}
	}
	table := English()
	for k := range used {
		if table[k] == "" {
			t.Errorf("no message %s", k)
		}
	}
	for k := range table {
		if !used[strings.TrimSuffix(k, ".one")] {
			t.Errorf("nothing uses message %s", k)
		}
	}
}
