package web

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"samewire/app/analysis"
	"samewire/app/story"
)

func TestLibrary(t *testing.T) {
	l := newLibrary([]*story.Story{testStory(t, "pier", "The pier"), testStory(t, "quay", "The quay")}, nil, slog.Default())
	list, err := l.List(context.Background())
	if err != nil || len(list) != 2 || list[0].ID != "pier" || list[1].Title != "The quay" {
		t.Errorf("the list is %v, %v", list, err)
	}
	if _, err := l.Load(context.Background(), "none"); !errors.Is(err, story.ErrNotFound) {
		t.Errorf("a missing story: %v", err)
	}
}

// However many ask, there is one analysis.
func TestLoadOnce(t *testing.T) {
	l := newLibrary([]*story.Story{testStory(t, "pier", "The pier")}, nil, slog.Default())
	var got [8]*analysis.Analysis
	var wait sync.WaitGroup
	for i := range got {
		wait.Go(func() {
			a, err := l.Load(context.Background(), "pier")
			if err != nil {
				t.Error(err)
			}
			got[i] = a
		})
	}
	wait.Wait()
	for _, a := range got {
		if a == nil || a != got[0] {
			t.Fatalf("analyses %p and %p", a, got[0])
		}
	}
}

// Who goes away early ends the waiting, not the analysis.
func TestLoadWithoutPatience(t *testing.T) {
	l := newLibrary([]*story.Story{testStory(t, "pier", "The pier")}, nil, slog.Default())
	s := l.byID["pier"]
	s.start.Do(func() {}) // as if the analysis were under way
	gone, leave := context.WithCancel(context.Background())
	leave()
	if _, err := l.Load(gone, "pier"); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	s.analyse(context.Background(), slog.Default())
	if a, err := l.Load(context.Background(), "pier"); a == nil || err != nil {
		t.Errorf("afterwards: %v, %v", a, err)
	}
}

// A fault in one story's analysis is that story's alone.
func TestLoadPanics(t *testing.T) {
	var logged bytes.Buffer
	l := newLibrary([]*story.Story{testStory(t, "pier", "The pier"), testStory(t, "quay", "The quay")}, nil, slog.New(slog.NewTextHandler(&logged, nil)))
	l.byID["pier"].story = nil
	if _, err := l.Load(context.Background(), "pier"); !errors.Is(err, errFault) {
		t.Errorf("error %v", err)
	}
	if a, err := l.Load(context.Background(), "quay"); a == nil || err != nil {
		t.Errorf("the other story: %v, %v", a, err)
	}
	if !strings.Contains(logged.String(), `msg="analysis failed" story=pier`) || !strings.Contains(logged.String(), "goroutine") {
		t.Errorf("log: %q", logged.String())
	}
}
