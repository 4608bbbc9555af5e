package ui

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestThread draws threads. A letter stands for a row with one place of a moved
// passage: small on the left, capital on the right. A dot is any other row. Of
// each row the parts in its three lanes are wanted: down or up, and on which
// side; past; or nothing.
func TestThread(t *testing.T) {
	for _, tt := range []struct{ rows, want string }{
		{"..", "... ..."},
		{"a.A", "d.. p.. U.."},
		{"Aa", "D.. u.."},
		{"abAB", "d.. pd. Up. .U."},
		{"aA.bB", "d.. U.. ... d.. U.."},
		// The fourth has no lane, and its links alone; the fifth takes the lane
		// that is free again.
		{"abcdAeDEBC", "d.. pd. ppd ppp Upp dpp ppp Upp .Up ..U"},
	} {
		moved := map[string]*twin{}
		rows := make([]line, len(tt.rows))
		for i, r := range tt.rows {
			if r == '.' {
				continue
			}
			name := strings.ToLower(string(r))
			if moved[name] == nil {
				moved[name] = &twin{}
			}
			rows[i] = line{moved: moved[name], side: "left"}
			if name != string(r) {
				rows[i].side = "right"
			}
		}
		any := thread(rows)
		var got []string
		for _, r := range rows {
			parts := ""
			for _, part := range r.threads {
				parts += map[string]string{"": ".", "past": "p", "down left": "d", "down right": "D", "up left": "u", "up right": "U"}[part]
			}
			got = append(got, parts)
		}
		if g := strings.Join(got, " "); g != tt.want || any != strings.ContainsAny(g, "dD") {
			t.Errorf("%s: %s, not %s", tt.rows, g, tt.want)
		}
	}
}

// TestMovedPassages holds that the two places of each moved passage lead to each
// other, and that no row with a thread's end has text in the middle.
func TestMovedPassages(t *testing.T) {
	src := builtIn(t)
	ends := 0
	for _, pair := range []string{"a/b", "a/d", "b/c", "c/a"} {
		_, doc := open(t, src, "/s/amazon-layoffs/compare/"+pair)
		ids := map[string]bool{}
		for _, e := range find(doc, class("elsewhere")) {
			ids[attr(e, "id")] = true
		}
		for _, e := range find(doc, class("elsewhere")) {
			link := find(e, tag("a"))[0]
			if there := strings.TrimPrefix(attr(link, "href"), "#"); !ids[there] || there == attr(e, "id") {
				t.Errorf("%s: %s leads to %s", pair, attr(e, "id"), there)
			}
		}
		balance := map[string]int{}
		for _, row := range find(doc, tag("tr")) {
			for _, part := range find(row, class("thread")) {
				lane := strings.Fields(attr(part, "class"))[1]
				switch {
				case class("down")(part):
					balance[lane]++
					ends++
				case class("up")(part):
					balance[lane]--
					ends++
				default:
					continue
				}
				middle := find(row, func(n *html.Node) bool { return n.Data == "td" && class("kind")(n) })
				if text := textOf(middle[0], nil); text != "" {
					t.Errorf("%s: %q stands in a thread's way", pair, text)
				}
			}
			for lane, n := range balance {
				if n < 0 || n > 1 {
					t.Errorf("%s: %d threads in %s", pair, n, lane)
				}
			}
		}
		if s := fmt.Sprint(balance); strings.Contains(s, ":1") {
			t.Errorf("%s: a thread has no end: %s", pair, s)
		}
	}
	if ends == 0 {
		t.Error("no pair has a thread")
	}
}
