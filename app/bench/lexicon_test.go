package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

const tables = "../align/lexicon"

// The file in the repository is the one that the tables give.
func TestLexiconIsFresh(t *testing.T) {
	b, err := readBackground(tables)
	if err != nil {
		t.Fatal(err)
	}
	want, err := b.encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(tables + "/lexicon.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s/lexicon.bin isn't made of the tables beside it: run go generate ./app/align", tables)
	}
}

func TestBackgroundRefuses(t *testing.T) {
	for _, c := range []struct {
		name, line, want string
		read             func(*background, string) error
	}{
		{"level", "x 0a", "level", (*background).idf},
		{"too much shared", "3 0ab9c", "shares 9 bytes", (*background).idf},
		{"no similarity", "buy zpurchas", "hexadecimal", func(b *background, s string) error { return b.partners(s, 0) }},
		{"pair of one", "buy 3buy", "or is none", func(b *background, s string) error { return b.partners(s, 0) }},
		{"fields", "lay off", "2 fields", (*background).particle},
		{"idf", "lay off 1.0", "none of 1.6", (*background).particle},
	} {
		b := &background{levels: make(map[string]byte), pairs: make(map[[2]string]byte)}
		if err := c.read(b, c.line); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}
