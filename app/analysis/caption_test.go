package analysis

import (
	"context"
	"slices"
	"strings"
	"testing"

	"samewire/app/story"
)

// captioned has two articles with the same sentence; between paragraphs of the
// second stand captions of pictures, the same one twice.
func captioned(t *testing.T) *Analysis {
	t.Helper()
	const (
		mill    = "The old mill on the river will shut its gates for good at the end of May, its owners told workers on Monday."
		caption = "PHOTO | COURTESY The gates of the mill"
		other   = "The gates of the mill stand open on a morning in April. REUTERS/Jane Doe"
	)
	a, err := Analyze(context.Background(), &story.Story{Articles: []story.Article{
		{Text: mill + "\n\nNobody in the town had seen it coming, and nobody knows what is to become of the houses."},
		{Text: caption + "\n\n" + mill + "\n\n" + caption + "\n\n" + other},
	}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestCaptionsAreNoCopy has captions count for nothing: what is left of the
// second article stands in the first.
func TestCaptionsAreNoCopy(t *testing.T) {
	a := captioned(t)
	if got := a.Captions(1); !slices.Equal(got, []bool{true, false, true, true}) {
		t.Errorf("captions: %v", got)
	}
	if got := a.Captions(0); slices.Contains(got, true) {
		t.Errorf("captions of an article without pictures: %v", got)
	}
	if own, shared := a.Own(1), a.Shared()[1][0]; own != 0 || shared != 1 {
		t.Errorf("%v of the article is its own, %v is shared", own, shared)
	}
	if own := a.Own(0); own < 0.3 || own > 0.6 {
		t.Errorf("%v of the article without pictures is its own", own)
	}
}

// TestExcerptsHaveNoCaptions looks that an excerpt, which has filler in the
// captions' place, has the shares of the whole.
func TestExcerptsHaveNoCaptions(t *testing.T) {
	a := captioned(t)
	e := a.Excerpted()
	if text := e.Story.Articles[1].Text; strings.Contains(text, "COURTESY") || strings.Contains(text, "REUTERS") {
		t.Errorf("an excerpt has captions: %q", text)
	}
	if e.Own(1) != a.Own(1) || e.Own(0) != a.Own(0) {
		t.Errorf("own copy is %v and %v in excerpts, %v and %v in the whole", e.Own(0), e.Own(1), a.Own(0), a.Own(1))
	}
}
