package ui

import (
	"context"
	"strings"

	"samewire/app/lesson"
)

// LessonFile returns the lesson of an address as a file to keep.
func LessonFile(ctx context.Context, src Source, a Address) ([]byte, error) {
	data, err := src.Load(ctx, a.Story)
	if err != nil {
		return nil, err
	}
	o := a.Plan.options()
	l, err := lesson.Make(ctx, data, o)
	if err != nil {
		return nil, err
	}
	return lesson.Keep(data, l, o).JSON(), nil
}

// OpenLesson returns the address of the lesson that a file has for the story of
// address a, and notes on what no longer fits, sentences.
func OpenLesson(ctx context.Context, src Source, a Address, file []byte) (Address, string, error) {
	f, err := lesson.Read(file)
	if err != nil {
		return a, "", err
	}
	data, err := src.Load(ctx, a.Story)
	if err != nil {
		return a, "", err
	}
	_, notes, err := f.Make(ctx, data)
	if err != nil {
		return a, "", err
	}
	o, _, err := f.Options(data)
	if err != nil {
		return a, "", err
	}
	said := []string{say("class.the-lesson-is-open")}
	for _, n := range notes {
		said = append(said, n.String())
	}
	to := a.at(Class)
	to.Plan = planned(o)
	return to, strings.Join(said, " "), nil
}
