package analysis

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"testing"

	"samewire/app/story"
)

func TestPack(t *testing.T) {
	s, err := story.ReadDir(os.DirFS("../../web/stories"), "amazon-layoffs")
	if err != nil {
		t.Fatal(err)
	}
	a, err := Analyze(t.Context(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	packed := a.Pack()
	b, err := Unpack(t.Context(), s, packed)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a.Matches, b.Matches) || !reflect.DeepEqual(a.Passages, b.Passages) || !reflect.DeepEqual(a.Ledgers, b.Ledgers) || !reflect.DeepEqual(a.Documents, b.Documents) {
		t.Error("what is unpacked isn't what was packed")
	}
	if !bytes.Equal(b.Pack(), packed) {
		t.Error("packed again, it is something else")
	}
	other := *s
	other.Articles = other.Articles[1:]
	damaged := bytes.Clone(packed)
	damaged[len(damaged)/2] ^= 1
	for name, tt := range map[string]struct {
		story  *story.Story
		packed []byte
	}{
		"of another story": {&other, packed}, "damaged": {s, damaged}, "cut": {s, packed[:len(packed)/2]}, "empty": {s, nil},
		"of another version": {s, append([]byte("0"), packed[1:]...)},
	} {
		if _, err := Unpack(t.Context(), tt.story, tt.packed); !errors.Is(err, errPacked) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	s := &story.Story{ID: "x", Articles: []story.Article{{Text: "The pier was closed on Monday after divers found cracks."}, {Text: "The pier was closed on Monday after divers had found cracks."}}}
	a, err := Analyze(f.Context(), s, nil)
	if err != nil {
		f.Fatal(err)
	}
	_, lines, _ := bytes.Cut(a.Pack(), []byte("\n"))
	f.Add(lines)
	f.Add([]byte("m[]\nz{}\n\n"))
	f.Fuzz(func(t *testing.T, lines []byte) {
		// With the right checksum, or nothing would get past it.
		packed := append([]byte(packVersion+sum(s, lines)+"\n"), lines...)
		if _, err := Unpack(t.Context(), s, packed); err != nil && !errors.Is(err, errPacked) {
			t.Fatal(err)
		}
	})
}
