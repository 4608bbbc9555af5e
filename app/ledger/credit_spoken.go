package ledger

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/words"
)

// articled ends the names of papers and agencies that English puts "the" before.
var articled = strings.Fields("press beast mail mercury bulletin beacon monitor " + shortNames)

// Spoken returns a source's name as a sentence has it: a text of package words,
// which in English is "the Associated Press" for "Associated Press".
func Spoken(name string) string {
	parts := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' })
	if n := len(parts); n < 2 || !startsLarge(name) || parts[0] == "the" || !slices.Contains(articled, parts[n-1]) {
		return name
	}
	return words.Say("credit.spoken", "name", name)
}

// startsLarge tells a name from a noun such as "blog post".
func startsLarge(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r)
}
