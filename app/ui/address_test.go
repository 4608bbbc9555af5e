package ui

import (
	"strings"
	"testing"
)

func TestAddress(t *testing.T) {
	tests := []struct {
		url  string
		want Address
		ok   bool
	}{
		{"/", Address{Base: None}, true},
		{"/s/x", Address{Place: Overview, Story: "x", Base: None}, true},
		{"/s/x/read/c", Address{Place: Read, Story: "x", Article: 2, Base: None}, true},
		{"/s/x/read/c?passage=5&base=b", Address{Place: Read, Story: "x", Article: 2, Passage: 5, Base: 1}, true},
		{"/help", Address{Place: Help, Base: None}, true},
		{"/s/x/read/c?only=changed&base=b&names=hidden", Address{Place: Read, Story: "x", Article: 2, Base: 1, Changed: true, Unnamed: true}, true},
		{"/s/x/compare/a/b?mode=inline", Address{Place: Compare, Story: "x", Other: 1, Base: None, Inline: true}, true},
		{"/s/x/passage/2?only=changed&mode=inline", Address{Place: Passage, Story: "x", Passage: 2, Base: None}, true},
		{"/s/x/compare/a/ab", Address{Place: Compare, Story: "x", Other: 27, Base: None}, true},
		{"/s/x/passage/12?base=d", Address{Place: Passage, Story: "x", Passage: 12, Base: 3}, true},
		{"/s/x/read/c?passage=05&base=9&utm=1", Address{Place: Read, Story: "x", Article: 2, Base: None}, true},
		{"/s/x/read/c?passage=-1&%zz", Address{Place: Read, Story: "x", Article: 2, Base: None}, true},
		{"/s/x/quotations", Address{Place: Quotations, Story: "x", Article: None, Base: None}, true},
		{"/s/x/quotations?outlet=c&show=changed&sort=story&all=yes&base=a", Address{Place: Quotations, Story: "x", Article: 2, Show: "changed", InOrder: true, Whole: true}, true},
		{"/s/x/figures?show=changed&sort=x&all=1&outlet=3", Address{Place: Figures, Story: "x", Article: None, Base: None}, true},
		{"/s/x/read/c?outlet=b&show=changed&sort=story", Address{Place: Read, Story: "x", Article: 2, Base: None}, true},
		{"/s/x/search", Address{Place: Search, Story: "x", Base: None}, true},
		{"/s/x/search?q=several+hundred%3F&base=b&names=hidden", Address{Place: Search, Story: "x", Base: 1, Query: "several hundred?", Unnamed: true}, true},
		{"/s/x/search?q=+%0a%22one%26two%22++M%C3%BCller+&all=yes", Address{Place: Search, Story: "x", Base: None, Query: `"one&two" Müller`, Whole: true}, true},
		{"/s/x/search?q=%ff", Address{Place: Search, Story: "x", Base: None, Query: "\uFFFD"}, true},
		{"/s/x/search?q=a#b", Address{Place: Search, Story: "x", Base: None, Query: "a#b"}, true},
		{"/s/x/search?q=" + strings.Repeat("ab+", 100), Address{Place: Search, Story: "x", Base: None, Query: strings.TrimSpace(strings.Repeat("ab ", 67)[:maxQuery])}, true},
		{"/s/x/read/a?q=word&all=yes", Address{Place: Read, Story: "x", Base: None}, true},
		{"/settings", Address{Place: Settings, Base: None}, true},
		{"/settings?theme=auto&size=medium&spacing=normal&marks=standard", Address{Place: Settings, Base: None, Look: Look{"auto", "medium", "normal", "standard"}}, true},
		{"/?theme=dark", Address{Base: None, Look: Look{"dark"}}, true},
		{"/help?marks=contrast&theme=Dark&size=huge", Address{Place: Help, Base: None, Look: Look{3: "contrast"}}, true},
		{"/s/x/read/c?passage=5&base=b&theme=light&spacing=wide", Address{Place: Read, Story: "x", Article: 2, Passage: 5, Base: 1, Look: Look{"light", "", "wide"}}, true},
		{"/settings/", Address{}, false},
		{"", Address{}, false},
		{"/s", Address{}, false},
		{"/s/", Address{}, false},
		{"s/x", Address{}, false},
		{"/s/X", Address{}, false},
		{"/s/x/", Address{}, false},
		{"/s/x/read", Address{}, false},
		{"/s/x/read/C", Address{}, false},
		{"/s/x/read/c/", Address{}, false},
		{"/s/x/read/1", Address{}, false},
		{"/s/x/compare/a", Address{}, false},
		{"/s/x/passage/0", Address{}, false},
		{"/s/x/passage/01", Address{}, false},
		{"/s/x/passage/999999999999999999999", Address{}, false},
		{"/s/../x", Address{}, false},
		{"/other", Address{}, false},
	}
	for _, tt := range tests {
		path, query, _ := strings.Cut(tt.url, "?")
		got, ok := ParseAddress(path, query)
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("ParseAddress(%q) = %+v, %v, want %+v, %v", tt.url, got, ok, tt.want, tt.ok)
		}
		if !ok {
			continue
		}
		path, query, _ = strings.Cut(got.String(), "?")
		if again, ok := ParseAddress(path, query); !ok || again != got {
			t.Errorf("%q: %q reads as %+v", tt.url, got, again)
		}
	}
}

func FuzzParseAddress(f *testing.F) {
	f.Add("/s/x/read/c", "passage=5&base=b")
	f.Add("/s/x/compare/a/b", "%")
	f.Add("/s/x/search", "q=%22caf%C3%A9+%26%22&size=large&theme=dark")
	f.Add("/s/x/class", "kind=spot&seed=7&max=3&out=2.5&q=spot-1.same-2&up=same-2&say-spot-1=a+%26+b&mode=project&question=2&step=1")
	f.Add("/s/x/class", "mode=key&sheet=2&say-=x&out=-1.0.a&kind=spot&kind=spot.none")
	f.Add("/settings", "theme=dark&marks=black")
	f.Add("/s/x/credits", "show=photos&outlet=ab&sort=story&all=yes")
	f.Fuzz(func(t *testing.T, path, query string) {
		a, ok := ParseAddress(path, query)
		if !ok {
			return
		}
		if a.Path() != path {
			t.Errorf("%q became %q", path, a.Path())
		}
		p, q, _ := strings.Cut(a.String(), "?")
		if again, ok := ParseAddress(p, q); !ok || again != a {
			t.Errorf("%+v became %+v", a, again)
		}
	})
}
