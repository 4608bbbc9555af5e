package client

import (
	"strings"
	"testing"
)

func TestSharedArticle(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("The eastern pier is closed. ", 20))
	for _, tt := range []struct{ name, text, link, wantText, wantLink string }{
		{"a text", long, "", long, ""},
		{"a few words", "The pier is closed.", "", "The pier is closed.", ""},
		{"a link", "", "https://daily.example/pier", "", "https://daily.example/pier"},
		{"a link as text", "Pier closed: https://daily.example/pier", "", "", "https://daily.example/pier"},
		{"a headline with its link", "Pier shut", "https://daily.example/pier", "Pier shut", "https://daily.example/pier"},
		{"a text with its link", long, "https://daily.example/pier", long, "https://daily.example/pier"},
		{"a text with its link inside", long + " https://daily.example/pier", "", long + " https://daily.example/pier", "https://daily.example/pier"},
		{"a script for a link", "Pier", "javascript:alert(1)", "Pier", ""},
		{"nothing", "", "", "", ""},
	} {
		a := sharedArticle("Pier", tt.text, tt.link)
		if a.Title != "Pier" || a.Text != tt.wantText || a.Link != tt.wantLink {
			t.Errorf("%s: %+v", tt.name, a)
		}
	}
}
