package ui

import (
	"testing"

	"samewire/app/words"
)

func TestDate(t *testing.T) {
	for _, c := range []struct{ given, en, de, fr, es string }{
		{"2024-01-10", "10 January 2024", "10. Januar 2024", "10 janvier 2024", "10 de enero de 2024"},
		{"2024-08-01T10:30:00Z", "1 August 2024", "1. August 2024", "1er août 2024", "1 de agosto de 2024"},
		{"January 2024", "January 2024", "Januar 2024", "janvier 2024", "enero de 2024"},
		{"2024-12", "December 2024", "Dezember 2024", "décembre 2024", "diciembre de 2024"},
		{"last Tuesday", "last Tuesday", "last Tuesday", "last Tuesday", "last Tuesday"},
		{"2024-13-40", "2024-13-40", "2024-13-40", "2024-13-40", "2024-13-40"},
		{"", "", "", "", ""},
	} {
		for code, want := range map[string]string{"en": c.en, "de": c.de, "fr": c.fr, "es": c.es} {
			if got := words.In(code).Tell(date(c.given)); got != want {
				t.Errorf("%q in %s: %q, want %q", c.given, code, got, want)
			}
		}
	}
}
