package lesson

import (
	"strings"

	"samewire/app/text"
)

// contractions are what is run together in speech, for each reading of "it's" and
// "I'd": "we're" is no other word than "we are".
var contractions = [...]*strings.Replacer{contracted("is", "would"), contracted("has", "had"), contracted("is", "had"), contracted("has", "would")}

func contracted(s, d string) *strings.Replacer {
	return strings.NewReplacer("can't", "cannot", "won't", "willnot", "n't", "not", "'re", "are", "'ve", "have", "'ll", "will", "'m", "am", "'s", s, "'d", d)
}

// spokenOut returns words run together with contractions written out.
func spokenOut(words []text.Word, out *strings.Replacer) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(out.Replace(w.Fold))
	}
	return b.String()
}

// soundAlike tells whether words are the same but for contractions.
func soundAlike(a, b []text.Word) bool {
	for _, c := range contractions {
		if spokenOut(a, c) == spokenOut(b, c) {
			return true
		}
	}
	return false
}
