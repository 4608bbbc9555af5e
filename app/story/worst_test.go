package story

import (
	"errors"
	"testing"

	"samewire/app/text/texttest"
)

// Hard texts are read, or refused with a message.
func TestWorst(t *testing.T) {
	for _, h := range texttest.Texts {
		t.Run(h.Name, func(t *testing.T) {
			for _, name := range []string{"a.txt", "a.md"} {
				a, err := ParseText(name, []byte(h.Make(5000)))
				s := &Story{ID: "x", Articles: []Article{a}}
				if err == nil && s.Accept() == nil {
					check(t, s)
				}
			}
		})
	}
}

// A story at its limits is read; one past them is refused with the limit.
func TestLimits(t *testing.T) {
	const each = MaxStoryBytes / MaxArticles
	text := texttest.Prose(1, MaxArticleBytes+1)
	story := func(articles, bytes int) *Story {
		s := &Story{ID: "x"}
		for range articles {
			s.Articles = append(s.Articles, Article{Text: text[:bytes]})
		}
		return s
	}
	for _, c := range []struct {
		articles, bytes int
		limit           int // 0 where there is none
	}{
		{MaxArticles, each, 0},
		{MaxArticles + 1, 100, MaxArticles},
		{MaxArticles, each + 1, MaxStoryBytes},
		{1, MaxArticleBytes, 0},
		{1, MaxArticleBytes + 1, MaxArticleBytes},
	} {
		_, err := ParseJSON(story(c.articles, c.bytes).JSON(), "x")
		var limit *LimitError
		switch {
		case c.limit == 0 && err != nil:
			t.Errorf("%d articles of %d bytes: %v", c.articles, c.bytes, err)
		case c.limit > 0 && (!errors.As(err, &limit) || limit.Limit != c.limit || limit.Do == ""):
			t.Errorf("%d articles of %d bytes: %v, want the limit of %d", c.articles, c.bytes, err, c.limit)
		}
	}
}

func BenchmarkWorst(b *testing.B) {
	for _, h := range texttest.Texts {
		for _, name := range []string{"a.txt", "a.md"} {
			b.Run(name+"/"+h.Name, func(b *testing.B) {
				texttest.Growth(b, 100_000, h.Make, func(s string) { ParseText(name, []byte(s)) })
			})
		}
		b.Run("json/"+h.Name, func(b *testing.B) {
			file := func(n int) []byte { return (&Story{ID: "x", Articles: []Article{{Text: h.Make(n)}}}).JSON() }
			texttest.Growth(b, 100_000, file, func(data []byte) { ParseJSON(data, "x") })
		})
	}
}
