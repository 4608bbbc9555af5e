package text

import (
	"strings"
	"testing"
)

// Every list is in order, each word once, and each is found.
func TestWordlists(t *testing.T) {
	lists := map[string]wordlist{
		"stops": stops, "starters": starters, "reporting": reporting, "zones": zones, "titles": titles,
		"properSuffixes": properSuffixes, "properCounters": properCounters, "months": months, "states": states,
		"commonNever": commonNever, "commonSuffixes": commonSuffixes, "commonCounters": commonCounters, "irregular": irregular,
	}
	for name, list := range lists {
		before := ""
		for _, entry := range strings.Split(string(list), " ") {
			word, value, _ := strings.Cut(entry, ":")
			if word <= before {
				t.Errorf("%s: %q comes after %q", name, word, before)
			}
			if got, ok := list.value(word); !ok || got != value {
				t.Errorf("%s: value of %q is %q, %v, want %q", name, word, got, ok, value)
			}
			if list.has(word+"\x01") || list.has(before+"\x01") {
				t.Errorf("%s has a word after %q", name, before)
			}
			before = word
		}
		for _, word := range []string{"", " ", "\x00", "~", "a the", "am:be", before + "~"} {
			if list.has(word) {
				t.Errorf("%s has %q", name, word)
			}
		}
	}
}

func TestWordlistShort(t *testing.T) {
	for _, c := range []struct {
		list wordlist
		word string
		want bool
	}{
		{"", "a", false}, {"", "", false}, {"b", "b", true}, {"b", "a", false}, {"b", "c", false},
		{"a b", "a", true}, {"a b", "b", true}, {"a bb c", "bb", true}, {"a bb c", "b", false},
	} {
		if got := c.list.has(c.word); got != c.want {
			t.Errorf("%q has %q: %v, want %v", c.list, c.word, got, c.want)
		}
	}
}
