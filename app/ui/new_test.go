package ui

import "testing"

func TestUndated(t *testing.T) {
	for text, want := range map[string]string{
		"OSLO — The pier is shut.":                        "The pier is shut.",
		"SAN PEDRO, Harbourland (AP) — The pier is shut.": "The pier is shut.",
		"Oslo, Jan 10 (Reuters) - The pier is shut.":      "The pier is shut.",
		"The pier – of all places – is shut.":             "The pier – of all places – is shut.",
		"The pier is shut (again). It – is.":              "The pier is shut (again). It – is.",
		"":                                                "",
	} {
		if got := undated(text); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
}
