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
var joins = map[string]join{"de": germanJoin, "fr": frenchJoin, "es": spanishJoin}

// datives are what German prepositions become with the article of a name: before
// a masculine or neuter one, and before a feminine one.
var datives = map[string][2]string{
	"von": {"vom", "von der"}, "bei": {"beim", "bei der"}, "in": {"im", "in der"}, "neben": {"neben dem", "neben der"},
	"Von": {"Vom", "Von der"}, "Bei": {"Beim", "Bei der"}, "In": {"Im", "In der"},
}

// germanJoin puts the article of a name into the dative behind a preposition:
// "beim Spiegel" for "bei Der Spiegel". A longer name may have an adjective, and
// a noun in -e may be one or change too, so those stay as they are.
func germanJoin(before, content string) (string, string) {
	last := strings.TrimSuffix(before, " ")
	last = last[strings.LastIndexAny(last, " (;")+1:]
	as, ok := datives[last]
	if !ok || !strings.HasSuffix(before, " ") {
		return before, content
	}
	tags, text := afterTags(content)
	article, noun, _ := strings.Cut(text, " ")
	name := firstWord(noun)
	if rest := noun[len(name):]; name == "" || rest != "" && rest[0] != '<' {
		return before, content
	}
	to := as[0]
	switch {
	case article == "Die":
		to = as[1]
	case article != "Der" && article != "Das" || strings.HasSuffix(name, "e"):
		return before, content
	}
	return before[:len(before)-len(last)-1] + to + " ", tags + noun
}

// frenchJoin writes "d’" and "qu’" for "de" and "que" before a vowel, and joins
// "de" and "à" with "Le" or "Les" at the start of a name: "d’Associated Press",
// "du Monde", "aux Échos". A letter that names a text stays apart: "de A".
func frenchJoin(before, content string) (string, string) {
	tags, text := afterTags(content)
	for _, a := range [...][3]string{{"de", "Le ", "du "}, {"de", "Les ", "des "}, {"à", "Le ", "au "}, {"à", "Les ", "aux "}} {
		if rest, ok := strings.CutPrefix(text, a[1]); ok && endsInWord(before, a[0]) {
			return before[:len(before)-len(a[0])-1] + a[2], tags + rest
		}
	}
	if !endsInWord(before, "de") && !endsInWord(before, "que") {
		return before, content
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
