package text

import "testing"

func TestUnaccented(t *testing.T) {
	for fold, want := range map[string]string{
		"":          "",
		"plain":     "plain",
		"zürich":    "zurich",
		"łódź":      "lodz",
		"erdoğan":   "erdogan",
		"søren":     "soren",
		"résumé":    "resume",
		"re\u0301":  "re",
		"κόσμος":    "κόσμος",
		"東京":        "東京",
		"\xff":      "\uFFFD",
		"don't":     "don't",
		"são-tomé1": "sao-tome1",
	} {
		if got := Unaccented(fold); got != want {
			t.Errorf("Unaccented(%q) = %q, want %q", fold, got, want)
		}
	}
	// Every letter of the table goes back to the one before it.
	for _, a := range accents {
		var plain rune
		for i, r := range []rune(a.pairs) {
			if i%2 == 0 {
				plain = r
			} else if got := Unaccented(string(r)); got != string(plain) {
				t.Errorf("Unaccented(%c) = %s, want %c", r, got, plain)
			}
		}
	}
}
