package lesson

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"samewire/app/story"
)

func TestKeepAndMakeAgain(t *testing.T) {
	a := analyze(t, harbour)
	o := Options{Seed: 5, Kinds: []Kind{Spot, Words, Rewrite}, Exclude: []int{a.Passages[1].ID}, Max: 6}
	l := mustMake(t, a, o)
	l.Questions[0].Own = "What is new?"
	f, err := Read(Keep(a, l, o).JSON())
	if err != nil {
		t.Fatal(err)
	}
	again, notes, err := f.Make(context.Background(), a)
	if err != nil || len(notes) > 0 {
		t.Fatal(err, notes)
	}
	if !bytes.Equal(again.JSON(), l.JSON()) {
		t.Errorf("%s\n%s", l.JSON(), again.JSON())
	}
}

// changed returns the harbour with one article's text replaced.
func changed(article int, text string) *story.Story {
	s := *harbour
	s.Articles = slices.Clone(s.Articles)
	s.Articles[article].Text = text
	return &s
}

func TestStoryHasChanged(t *testing.T) {
	a := analyze(t, harbour)
	o := Options{Seed: 5, Exclude: []int{a.Passages[0].ID}, Max: MaxQuestions}
	l := mustMake(t, a, o)
	f := Keep(a, l, o)
	paragraphs := strings.SplitAfter(harbour.Articles[1].Text, "\n\n")
	shorter := analyze(t, changed(1, strings.Join(paragraphs[:4], "")))
	again, notes, err := f.Make(context.Background(), shorter)
	if err != nil || len(again.Questions) == 0 || len(again.Questions) >= len(l.Questions) {
		t.Fatalf("%d of %d questions: %v", len(again.Questions), len(l.Questions), err)
	}
	var keys []string
	for _, n := range notes {
		keys = append(keys, n.Key)
	}
	if !slices.Equal(keys, []string{"note.changed", "note.dropped"}) {
		t.Errorf("notes %v", notes)
	}
}

func TestAnotherStory(t *testing.T) {
	a, other := analyze(t, harbour), builtIn(t)
	f := Keep(a, mustMake(t, a, Options{}), Options{})
	if _, _, err := f.Make(context.Background(), other); err == nil || !strings.Contains(err.Error(), "harbour") {
		t.Errorf("error %v", err)
	}
	f.Story = other.Story.ID
	if _, _, err := f.Make(context.Background(), other); err == nil || !strings.Contains(err.Error(), "make a new lesson") {
		t.Errorf("error %v", err)
	}
	moved := *harbour
	moved.ID = "pasted"
	if _, notes, err := Keep(a, mustMake(t, a, Options{}), Options{}).Make(context.Background(), analyze(t, &moved)); err != nil || len(notes) > 0 {
		t.Error("the same texts under another name are the same story", err, notes)
	}
}

func TestExcludedPassageIsGone(t *testing.T) {
	a := analyze(t, harbour)
	f := &File{Version: Version, Story: a.Story.ID, Digest: Digest(a.Story), Exclude: []string{"nosuchpassage", PassageKey(a, 0)}}
	o, notes, err := f.Options(a)
	if err != nil || !slices.Equal(o.Exclude, []int{a.Passages[0].ID}) || len(notes) != 1 || notes[0].Key != "note.included" {
		t.Errorf("%v %v %v", o.Exclude, notes, err)
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"no JSON", "{\"samewire-lesson\": 1,\n oops", "line 2"},
		{"a story", `{"samewire": 1}`, "no lesson file"},
		{"another type", `{"samewire-lesson": "1"}`, "can’t be read"},
		{"a later version", `{"samewire-lesson": 2, "story": "a"}`, "version 2"},
		{"no story", `{"samewire-lesson": 1}`, "the lesson file has “” in “story”"},
		{"a seed past what JavaScript counts to", `{"samewire-lesson": 1, "story": "a", "seed": 9007199254740992}`, "“9007199254740992” in “seed”"},
		{"too many asked for", `{"samewire-lesson": 1, "story": "a", "max": 101}`, "101 questions"},
		{"less than none", `{"samewire-lesson": 1, "story": "a", "max": -1}`, "-1 questions"},
		{"too many chosen", `{"samewire-lesson": 1, "story": "a", "questions": [` + strings.Repeat(`{"id":"a"},`, MaxQuestions) + `{"id":"a"}]}`, "leave some out"},
		{"too many kept out", `{"samewire-lesson": 1, "story": "a", "exclude": [` + strings.Repeat(`"a",`, MaxExcluded) + `"a"]}`, "keeps 1,001 passages"},
		{"too many kinds", `{"samewire-lesson": 1, "story": "a", "kinds": ["spot","spot","spot","spot","spot","spot","spot"]}`, "there are 6"},
		{"an unknown kind", `{"samewire-lesson": 1, "story": "a", "kinds": ["quiz"]}`, "the kinds are spot, same"},
		{"a strange id", `{"samewire-lesson": 1, "story": "a", "questions": [{"id": "<b>"}]}`, "“<b>” in “id”"},
		{"a strange key", `{"samewire-lesson": 1, "story": "a", "exclude": ["A B"]}`, "“A B” in “exclude”"},
		{"a long prompt", `{"samewire-lesson": 1, "story": "a", "questions": [{"id": "a", "prompt": "` + strings.Repeat("é", 501) + `"}]}`, "501 characters"},
		{"a long title", `{"samewire-lesson": 1, "story": "a", "title": "` + strings.Repeat("é", 201) + `"}`, "201 characters"},
		{"a large file", strings.Repeat(" ", MaxFileBytes+1), "the limit is 200,000"},
	} {
		if _, err := Read([]byte(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v", c.name, err)
		}
	}
}

func TestReadCleans(t *testing.T) {
	f, err := Read([]byte("\uFEFF" + `{"samewire-lesson": 1, "story": "a", "title": " Two\n\tlines\u0000 ", "later": {}}`))
	if err != nil || f.Title != "Two lines" {
		t.Errorf("%+v %v", f, err)
	}
}

func FuzzRead(f *testing.F) {
	a := analyze(f, harbour)
	f.Add(Keep(a, mustMake(f, a, Options{Seed: 2, Exclude: []int{2}}), Options{Seed: 2, Exclude: []int{2}}).JSON())
	f.Add([]byte(`{"samewire-lesson": 1, "story": "harbour", "seed": 7, "kinds": ["spot"], "max": 3}`))
	f.Add([]byte(`{"samewire-lesson": 1, "story": "harbour", "questions": [{"id": "spot-1", "prompt": "\ud800 \u202e"}]}`))
	f.Add([]byte(`{"samewire-lesson": 1e0}`))
	f.Add([]byte("[]"))
	f.Add([]byte(`{"samewire-lesson": 1, "story": "harbour", "exclude": [], "questions": [{"id": "0"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read(data)
		if err != nil {
			return
		}
		again, err := Read(file.JSON())
		if err != nil {
			t.Fatalf("what was read can't be read again: %v", err)
		}
		if !bytes.Equal(file.JSON(), again.JSON()) || !reflect.DeepEqual(file, again) {
			t.Fatalf("%s\n%s", file.JSON(), again.JSON())
		}
		if o, _, err := file.Options(a); err == nil && len(o.Order) > MaxQuestions {
			t.Fatalf("%d questions", len(o.Order))
		}
	})
}
