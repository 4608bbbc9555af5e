package ui

import (
	"errors"
	"strconv"

	"samewire/app/story"
	"samewire/app/words"
)

// Check notes what is wrong with each article of the form. It returns the ID of
// the field that is to be looked at first, or "" when nothing is wrong.
func (f *Form) Check() string {
	f.Notes = make([]string, len(f.Boxes))
	texts, blank, wrong := 0, -1, ""
	note := func(i int, text string) {
		f.Notes[i] = text
		if wrong == "" {
			wrong = f.fieldOf(i)
		}
	}
	for i := range f.Boxes {
		b := &f.Boxes[i]
		switch {
		case b.Empty():
			if blank < 0 {
				blank = i
			}
		case b.Blank():
			note(i, say("new.there-is-no-text"))
		default:
			texts++
			if problem := f.problem(i); problem != "" {
				note(i, problem)
			}
		}
	}
	if texts >= minOutlets || wrong != "" {
		return wrong
	}
	switch {
	case blank < 0:
		f.Problem = say("new.a-comparison-needs-two")
		return "add"
	case texts == 0:
		note(blank, say("new.paste-an-article-here"))
	default:
		note(blank, say("new.a-comparison-needs-two-2"))
	}
	return wrong
}

// fieldOf returns the ID of the field or button by which box i is mended.
func (f *Form) fieldOf(i int) string {
	if f.Boxes[i].Mode == 0 {
		return "text-" + strconv.Itoa(i)
	}
	return "mode-" + strconv.Itoa(i)
}

// problem says why an article can't be taken, or "".
func (f *Form) problem(i int) string {
	a := f.Boxes[i].Kept()
	a.File = ""
	err := (&story.Story{ID: "x", Articles: []story.Article{a}}).Accept()
	var limit *story.LimitError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &limit):
		limit.What = say("new.this-article")
		return words.Why(limit) + "."
	case len(f.Boxes[i].Out) > 0:
		return say("new.all-paragraphs-are-taken")
	}
	return capital(words.Why(err)) + "."
}

// Story returns the story that the form makes, unchecked. One without a title
// is called as its first article is.
func (f *Form) Story() *story.Story {
	s := &story.Story{ID: f.ID, Title: f.Title, Date: f.Date, Note: f.Note}
	for i := range f.Boxes {
		if !f.Boxes[i].Blank() {
			s.Articles = append(s.Articles, f.Boxes[i].Kept())
		}
	}
	if s.Title == "" {
		s.Title = draftName(f.Draft)
	}
	return s
}
