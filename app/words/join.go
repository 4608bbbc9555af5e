package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// join fits the text before a gap to what the gap holds, and the other way
// round, where a language changes one for the other. The contents may be markup.
type join func(before, content string) (string, string)

// joins are the languages that do so, by their codes.
var joins = map[string]join{"fr": frenchJoin, "es": spanishJoin}

// frenchJoin writes "d’" and "qu’" for "de" and "que" before a vowel, and "du" and
// "des" for "de" before a name that begins with "Le" or "Les": "d’Associated
// Press", "du Monde". A letter that names a text stays apart: "de A".
func frenchJoin(before, content string) (string, string) {
	of := endsInWord(before, "de")
	if !of && !endsInWord(before, "que") {
		return before, content
	}
	tags, text := afterTags(content)
	if of {
		for _, a := range [...][2]string{{"Le ", "du "}, {"Les ", "des "}} {
			if rest, ok := strings.CutPrefix(text, a[0]); ok {
				return before[:len(before)-len("de ")] + a[1], tags + rest
			}
		}
	}
	word := firstWord(text)
	if utf8.RuneCountInString(word) > 1 && strings.ContainsRune("aeiouàâéèêëîïôûœæ", firstRune(word)) && !strings.EqualFold(word, "onze") {
		return before[:len(before)-len("e ")] + "’", content
	}
	return before, content
}

// spanishJoin writes "e" for "y" before the sound of an i: "El País e Infobae".
func spanishJoin(before, content string) (string, string) {
	if !endsInWord(before, "y") {
		return before, content
	}
	_, text := afterTags(content)
	word := strings.ToLower(firstWord(text))
	sound := strings.TrimPrefix(word, "h")
	glide := len(sound) > 1 && strings.ContainsRune("aeouáéóú", firstRune(sound[1:])) // the sound of a consonant
	if r := firstRune(sound); (r == 'i' || r == 'í') && !(glide && r == 'i') {
		return before[:len(before)-len("y ")] + "e ", content
	}
	return before, content
}

// endsInWord tells whether a text ends in a word, written small, and a space.
func endsInWord(s, word string) bool {
	s, ok := strings.CutSuffix(s, word+" ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return ok && !unicode.IsLetter(r)
}

// afterTags cuts a text into the tags at its start and the rest.
func afterTags(s string) (tags, rest string) {
	rest = s
	for strings.HasPrefix(rest, "<") {
		_, after, ok := strings.Cut(rest, ">")
		if !ok {
			break
		}
		rest = after
	}
	return s[:len(s)-len(rest)], rest
}

// firstWord returns the letters and digits that a text begins with.
func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		return s[:i]
	}
	return s
}

// firstRune returns the first character of a text, written small.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.ToLower(r)
}
