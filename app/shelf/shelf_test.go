package shelf

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"samewire/app/story"
)

func pier(id, title string) *story.Story {
	return &story.Story{ID: id, Title: title, Articles: []story.Article{
		{Outlet: "The Harbour Post", Text: "The eastern pier was closed on Monday.\n"}, {Text: "Divers found cracks.\n"},
	}}
}

func keep(t *testing.T, s *Shelf, own *story.Story, revision int) int {
	t.Helper()
	revision, err := s.Keep(t.Context(), own, revision)
	if err != nil {
		t.Fatal(err)
	}
	return revision
}

func ids(list []Entry) (out []string) {
	for _, e := range list {
		out = append(out, e.ID)
	}
	return out
}

func TestKeep(t *testing.T) {
	s, id := InMemory(), NewID()
	if !story.IsOwn(id) || id == NewID() {
		t.Fatalf("%q is no ID of an own story, or not a new one", id)
	}
	if _, _, err := s.Load(t.Context(), id); !errors.Is(err, story.ErrNotFound) {
		t.Errorf("before it is kept: %v", err)
	}
	revision := keep(t, s, pier(id, "The pier"), 0)
	got, loaded, err := s.Load(t.Context(), id)
	if err != nil || loaded != revision || string(got.JSON()) != string(pier(id, "The pier").JSON()) {
		t.Errorf("%s, revision %d of %d, %v", got.JSON(), loaded, revision, err)
	}
	list, err := s.List(t.Context())
	if err != nil || len(list) != 1 || list[0].Title != "The pier" || !slices.Equal(list[0].Outlets, []string{"The Harbour Post", "Outlet B"}) {
		t.Errorf("%+v, %v", list, err)
	}
	if err := s.Delete(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if list, err := s.List(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("after it was deleted: %+v, %v", list, err)
	}
}

// TestConflict keeps a story in two tabs at a time.
func TestConflict(t *testing.T) {
	s, id := InMemory(), NewID()
	here := keep(t, s, pier(id, "The pier"), 0)
	keep(t, s, pier(id, "The pier, as the other tab has it"), here)
	for _, stale := range []int{here, 0, here + 5} {
		if _, err := s.Keep(t.Context(), pier(id, "The pier, here"), stale); !errors.Is(err, ErrConflict) {
			t.Errorf("revision %d: %v", stale, err)
		}
	}
	if got, _, _ := s.Load(t.Context(), id); !strings.Contains(got.Title, "other tab") {
		t.Errorf("the other tab's work is lost: %q", got.Title)
	}
}

func TestOrder(t *testing.T) {
	s := InMemory()
	for rank, id := range []string{"my--a", "my--b", "my--c"} {
		keep(t, s, pier(id, id), 0)
		s.store.(memory)[[2]string{heads, id}] = encode(Head{Summary: pier(id, id).Summary(), Revision: 1, Rank: int64(rank)})
	}
	list, _ := s.List(t.Context())
	if got := ids(list); !slices.Equal(got, []string{"my--c", "my--b", "my--a"}) {
		t.Fatal(got)
	}
	if err := s.Swap(t.Context(), list[1].Head, list[2].Head); err != nil {
		t.Fatal(err)
	}
	list, _ = s.List(t.Context())
	if got := ids(list); !slices.Equal(got, []string{"my--c", "my--a", "my--b"}) {
		t.Error(got)
	}
	// The place in the list isn't part of the story: no conflict.
	keep(t, s, pier("my--a", "changed"), 1)
	if list, _ = s.List(t.Context()); list[1].Title != "changed" {
		t.Errorf("a change moved the story: %v", ids(list))
	}
}

// TestBroken holds that a record that can't be read says so and hides no other.
func TestBroken(t *testing.T) {
	for _, tt := range []struct {
		name, head string
		want       string
	}{
		{"no JSON", "{", "can’t be read"},
		{"of no version", "{}", "can’t be read"},
		{"of another shape", `{"Format":1,"Value":[]}`, "can’t be read"},
		{"of a newer version", `{"Format":99,"Value":{"Some":"thing"}}`, "newer Samewire"},
		{"of a newer version and another shape", `{"Format":99,"Value":[1]}`, "newer Samewire"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := InMemory()
			keep(t, s, pier("my--good", "Good"), 0)
			keep(t, s, pier("my--bad", "Bad"), 0)
			s.store.(memory)[[2]string{heads, "my--bad"}] = tt.head
			list, err := s.List(t.Context())
			if err != nil || len(list) != 2 {
				t.Fatalf("%+v, %v", list, err)
			}
			for _, e := range list {
				switch bad := e.ID == "my--bad"; {
				case bad && (e.Err == nil || !strings.Contains(e.Err.Error(), tt.want)):
					t.Errorf("the broken one: %v", e.Err)
				case !bad && (e.Err != nil || e.Title != "Good"):
					t.Errorf("the other one: %+v", e)
				}
			}
			if _, _, err := s.Load(t.Context(), "my--bad"); err == nil {
				t.Error("the broken one is loaded")
			}
			if _, err := s.Keep(t.Context(), pier("my--bad", "x"), 1); err == nil {
				t.Error("the broken one is written over")
			}
			if err := s.Delete(t.Context(), "my--bad"); err != nil {
				t.Errorf("the broken one can't be deleted: %v", err)
			}
		})
	}
	s := InMemory()
	keep(t, s, pier("my--bad", "Bad"), 0)
	s.store.(memory)[[2]string{texts, "my--bad"}] = `{"samewire":1,"articles":[]}`
	if _, _, err := s.Load(t.Context(), "my--bad"); err == nil || !strings.Contains(err.Error(), "no article") {
		t.Errorf("a story file without articles: %v", err)
	}
}

func TestDraft(t *testing.T) {
	s := InMemory()
	d := NewDraft()
	if !d.Empty() || len(d.Boxes) != 2 {
		t.Fatalf("%+v", d)
	}
	d.Boxes[0].SetText("One.\n\nTwo.")
	if err := s.KeepDraft(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	other, err := s.LoadDraft(t.Context(), d.ID)
	if err != nil || other.Boxes[0].Text != "One.\n\nTwo." {
		t.Fatalf("%+v, %v", other, err)
	}
	if err := s.KeepDraft(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepDraft(t.Context(), d); !errors.Is(err, ErrConflict) {
		t.Errorf("two tabs wrote one draft: %v", err)
	}
	if list, err := s.Drafts(t.Context()); err != nil || len(list) != 1 || list[0].ID != d.ID {
		t.Errorf("%+v, %v", list, err)
	}
	if _, err := s.Finish(t.Context(), pier(d.ID, "Done"), other); err != nil {
		t.Fatal(err)
	}
	if _, err := s.LoadDraft(t.Context(), d.ID); !errors.Is(err, story.ErrNotFound) {
		t.Errorf("the story is kept and its draft still there: %v", err)
	}
	if err := s.KeepDraft(t.Context(), other); !errors.Is(err, ErrConflict) {
		t.Errorf("a tab that was late brought the draft back: %v", err)
	}
}

// TestRename holds that a draft of a story goes on from its new title.
func TestRename(t *testing.T) {
	s := InMemory()
	d := DraftOf(pier("my--x", "Old"), keep(t, s, pier("my--x", "Old"), 0))
	d.Boxes[0].SetText("Corrected.")
	if err := s.KeepDraft(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if err := s.Rename(t.Context(), "my--x", "New"); err != nil {
		t.Fatal(err)
	}
	d, err := s.LoadDraft(t.Context(), "my--x")
	if err != nil || d.Title != "New" || d.Boxes[0].Text != "Corrected." {
		t.Fatalf("%+v, %v", d, err)
	}
	if _, err := s.Finish(t.Context(), pier("my--x", d.Title), d); err != nil {
		t.Errorf("the draft can't be finished: %v", err)
	}
	if err := s.Rename(t.Context(), "my--none", "New"); !errors.Is(err, story.ErrNotFound) {
		t.Errorf("a story that isn't there: %v", err)
	}
}

func TestBox(t *testing.T) {
	var b Box
	b.SetText("Menu\nSubscribe\n\nThe pier is closed.\nIt has cracks.\n\nRead more\n")
	if got := b.Paragraphs(); !slices.Equal(got, []string{"Menu\nSubscribe", "The pier is closed.\nIt has cracks.", "Read more"}) {
		t.Fatalf("%q", got)
	}
	b.Leave(2, true)
	b.Leave(0, true)
	b.Leave(0, true)
	if got := b.Kept().Text; got != "The pier is closed.\nIt has cracks." {
		t.Errorf("kept %q", got)
	}
	b.SetText("A new beginning\n\n" + b.Text)
	if got := b.Kept().Text; got != "A new beginning\n\nThe pier is closed.\nIt has cracks." {
		t.Errorf("after a correction: %q", got)
	}
	b.Leave(1, false)
	if got := b.Kept().Text; !strings.Contains(got, "Menu") || strings.Contains(got, "Read more") {
		t.Errorf("taken in again: %q", got)
	}
	b = Box{}
	b.SetText("One.\r\nTwo.\nThree.")
	if got := b.Paragraphs(); !slices.Equal(got, []string{"One.", "Two.", "Three."}) {
		t.Errorf("a paragraph a line: %q", got)
	}
	b.Out = []int{7}
	if got := b.Kept().Text; got != "One.\n\nTwo.\n\nThree." {
		t.Errorf("a number too many: %q", got)
	}
}

func TestResults(t *testing.T) {
	s := InMemory()
	for i := range maxResults + 3 {
		if err := s.KeepResult(t.Context(), string(rune('a'+i)), "result"); err != nil {
			t.Fatal(err)
		}
	}
	rows, _ := s.store.rows(t.Context(), results)
	if len(rows) != maxResults+1 || s.Result(t.Context(), "a") != "" || s.Result(t.Context(), string(rune('a'+maxResults+2))) != "result" {
		t.Errorf("%d rows", len(rows))
	}
	large := strings.Repeat("x", maxResultBytes-3)
	if err := s.KeepResult(t.Context(), "large", large); err != nil {
		t.Fatal(err)
	}
	if rows, _ = s.store.rows(t.Context(), results); len(rows) != 2 || s.Result(t.Context(), "large") != large {
		t.Errorf("%d rows beside a large one", len(rows))
	}
	if err := s.KeepResult(t.Context(), "larger", large+"xxxx"); err != nil || s.Result(t.Context(), "larger") != "" {
		t.Errorf("one past the bound: %v", err)
	}
}

func FuzzRecords(f *testing.F) {
	f.Add("{", "")
	f.Add(encode(Head{Revision: 3}), string(pier("my--x", "x").JSON()))
	f.Add(encode(Draft{Boxes: []Box{{Out: []int{1, -5}}}}), "{}")
	f.Fuzz(func(t *testing.T, head, text string) {
		s := &Shelf{memory{{heads, "my--x"}: head, {texts, "my--x"}: text, {drafts, "my--x"}: head, {results, resultIndex}: head}}
		if list, err := s.List(t.Context()); err != nil || len(list) != 1 || list[0].ID != "my--x" {
			t.Fatalf("%+v, %v", list, err)
		}
		if got, _, err := s.Load(t.Context(), "my--x"); err == nil && len(got.Articles) == 0 {
			t.Fatal("a story without articles")
		}
		if d, err := s.LoadDraft(t.Context(), "my--x"); err == nil {
			for i := range d.Boxes {
				d.Boxes[i].Kept()
				d.Boxes[i].SetText("One.\n\nTwo.")
			}
		}
		if err := s.KeepResult(t.Context(), "key", "value"); err == nil && s.Result(t.Context(), "key") != "value" {
			t.Fatal("a result is lost")
		}
	})
}

// BenchmarkList lists a hundred stories.
func BenchmarkList(b *testing.B) {
	s := InMemory()
	for range 100 {
		if _, err := s.Keep(b.Context(), pier(NewID(), "The pier"), 0); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := s.List(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
