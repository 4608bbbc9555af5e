package web

import (
	"regexp"
	"strings"
	"testing"

	"samewire/app/ui"
	"samewire/app/words"
)

// physical are the rules of the style sheet that may name a side of the screen:
// by the beginning of their selectors.
var physical = []string{
	`[dir="rtl"]`, `:root:not([dir="rtl"])`, // they are for one direction
	"@bottom-right", // of paper
}

// TestStyleHasNoSides holds that the style sheet lays out by the direction of the
// language, so that one that is written from right to left mirrors the page.
func TestStyleHasNoSides(t *testing.T) {
	css, err := styleSheet(sub("static"))
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(css), "")
	rules := regexp.MustCompile(`([^{};]+)\{([^{}]*)\}`).FindAllStringSubmatch(text, -1)
	if len(rules) < 300 {
		t.Fatalf("only %d rules were read", len(rules))
	}
	for _, rule := range rules {
		selector := strings.TrimSpace(rule[1])
		mirrored := false
		for _, p := range physical {
			mirrored = mirrored || strings.HasPrefix(selector, p)
		}
		for declaration := range strings.SplitSeq(rule[2], ";") {
			if hasSide(declaration) && !mirrored {
				t.Errorf("%s {%s }", selector, declaration)
			}
		}
	}
}

// hasSide tells whether a declaration says left or right, in so many words or by
// the order of its values.
func hasSide(declaration string) bool {
	name, value, _ := strings.Cut(strings.TrimSpace(declaration), ":")
	if regexp.MustCompile(`\b(left|right)\b`).MatchString(declaration) {
		return true
	}
	switch name {
	case "margin", "padding", "inset", "border-width", "border-color", "border-style", "scroll-margin", "scroll-padding":
		parts := fields(value)
		return len(parts) == 4 && parts[1] != parts[3]
	case "border-radius":
		parts := fields(value)
		return len(parts) > 1
	}
	return false
}

// fields cuts a value at its spaces, but for those inside brackets.
func fields(value string) []string {
	depth := 0
	return strings.FieldsFunc(value, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return r == ' ' && depth == 0
	})
}

func TestHasSide(t *testing.T) {
	for declaration, want := range map[string]bool{
		"margin-left: 1rem": true, " left: 0": true, "text-align: right": true, "padding: 0 1rem 0 0": true, "border-radius: 0 3px 3px 0": true,
		"padding: 0 calc(1rem + 2px) 0 calc(1rem + 2px)": false, "margin: 0 1rem": false, "margin-inline-start: 1rem": false, "padding: 0 1rem 2rem": false,
	} {
		if hasSide(declaration) != want {
			t.Errorf("%q: %v", declaration, !want)
		}
	}
}

// TestDirection holds that a page says which way its language is written.
func TestDirection(t *testing.T) {
	rtl, err := words.ParseTable(words.Language{Code: "qps", Rtl: true}, "a = b")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		in   *words.Table
		want string
	}{{words.English(), `<html lang="en" dir="ltr"`}, {rtl, `<html lang="qps" dir="rtl"`}} {
		out, err := testAssets(t).newPage(ui.View{Title: "T", Words: c.in}, "").html()
		if err != nil || !strings.Contains(string(out), c.want) {
			t.Errorf("%v, %.120s; want %s", err, out, c.want)
		}
	}
}
