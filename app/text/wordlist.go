package text

import "strings"

// wordlist is words in the order of their bytes, with one blank between them.
// An entry may have a value, after a colon.
//
// It is searched as it stands. A map would have to be filled at the start of
// every program, and a switch over hundreds of strings compiles to so much code
// that a browser takes milliseconds to make it ready for the first word.
type wordlist string

// has tells whether a word is in the list.
func (l wordlist) has(word string) bool {
	_, ok := l.value(word)
	return ok
}

// value returns the value of a word, and whether the word is in the list.
func (l wordlist) value(word string) (string, bool) {
	low, high := 0, len(l)
	for low < high {
		start := (low + high) / 2
		for start > low && l[start-1] != ' ' {
			start--
		}
		end := start
		for end < high && l[end] != ' ' {
			end++
		}
		entry, value, _ := strings.Cut(string(l[start:end]), ":")
		switch {
		case entry == word:
			return value, true
		case entry < word:
			low = end + 1
		default:
			high = max(low, start-1)
		}
	}
	return "", false
}
