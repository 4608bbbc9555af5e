package ui

import (
	"context"
	"errors"
	"samewire/app/words"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/shelf"
	"samewire/app/story"
)

// deviceOf is a device for tests: a shelf of stories and the state of the forms.
type deviceOf struct {
	stock
	form  *Form
	own   Own
	offer Offer
	pass  Pass
}

func (d deviceOf) Form(context.Context, string) (*Form, error) {
	if d.form == nil {
		return nil, story.ErrNotFound
	}
	return d.form, nil
}

func (d deviceOf) Own(context.Context) Own                 { return d.own }
func (d deviceOf) Offer(context.Context) Offer             { return d.offer }
func (d deviceOf) Pass(context.Context, *story.Story) Pass { return d.pass }

// formOf is the form with articles of these texts.
func formOf(texts ...string) *Form {
	f := &Form{Draft: &shelf.Draft{ID: "my--x"}}
	for _, text := range texts {
		var b shelf.Box
		b.SetText(text)
		f.Boxes = append(f.Boxes, b)
	}
	return f
}

const (
	pierText  = "The eastern pier was closed on Monday.\n\nDivers found cracks in two of its pillars."
	otherText = "The eastern pier was shut on Monday.\n\nRead more\n\nDivers found cracks in three of its pillars."
)

func TestCheckForm(t *testing.T) {
	titled := formOf(pierText, "", otherText)
	titled.Boxes[1].Title = "A headline alone"
	long := formOf(pierText, strings.Repeat("word ", story.MaxArticleBytes/5+1))
	emptied := formOf(pierText, "Menu\n\nRead more")
	emptied.Boxes[1].Mode, emptied.Boxes[1].Out = shelf.Check, []int{0, 1}
	for _, tt := range []struct {
		name  string
		form  *Form
		focus string
		note  string
	}{
		{"two articles", formOf(pierText, otherText), "", ""},
		{"two articles and an empty box", formOf("", pierText, otherText), "", ""},
		{"nothing", formOf("", " \n"), "text-0", "another one in the next box"},
		{"one article", formOf(pierText, ""), "text-1", "needs two articles"},
		{"one box", formOf(pierText), "add", "add another one"},
		{"a headline without a text", titled, "text-1", "no text here yet"},
		{"too long", long, "text-1", "the limit is 200,000"},
		{"nothing left", emptied, "mode-1", "All paragraphs are taken out"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			focus := tt.form.Check()
			notes := words.English().Tell(strings.Join(tt.form.Notes, "") + tt.form.Problem)
			if focus != tt.focus || !strings.Contains(notes, tt.note) || tt.note == "" && notes != "" {
				t.Fatalf("the focus goes to %q, and the notes are %q", focus, notes)
			}
			_, doc := open(t, deviceOf{form: tt.form}, "/new")
			if focus != "" && len(find(doc, func(n *html.Node) bool { return attr(n, "id") == focus })) != 1 {
				t.Errorf("nothing on the page has the ID %q", focus)
			}
			if !strings.Contains(textOf(doc, nil), tt.note) {
				t.Errorf("the page lacks %q", tt.note)
			}
		})
	}
}

// TestForm holds that each field has a label, names of its own and, where it is
// wrong, a description, and that a form as the server shows it is the one that
// the browser begins with.
func TestForm(t *testing.T) {
	f := formOf(pierText, otherText, "", pierText)
	f.Boxes[1].Mode, f.Boxes[1].Out = shelf.Check, []int{1}
	f.Boxes[3].Mode = shelf.Folded
	f.Removed, f.CanFetch, f.Unkept = "Article E", true, "Nothing is kept."
	f.Unfinished = []shelf.Draft{{ID: "my--y", Title: "Begun"}}
	f.Problem, f.Ways = "It can’t be kept.", []Way{{"fork", "Keep both"}}
	_, doc := open(t, deviceOf{form: f}, "/new")
	labels := map[string]bool{}
	for _, l := range find(doc, tag("label")) {
		labels[attr(l, "for")] = true
	}
	fields := find(doc, func(n *html.Node) bool { return n.Data == "input" || n.Data == "textarea" })
	if len(fields) < 12 {
		t.Errorf("only %d fields", len(fields))
	}
	ids := map[string]bool{}
	for _, field := range fields {
		id := attr(field, "id")
		if ids[id] || !labels[id] {
			t.Errorf("field %q stands twice or has no label", id)
		}
		ids[id] = true
	}
	text := textOf(doc, nil)
	for _, want := range []string{"Article E is removed", "Keep both", "Nothing is kept", "Begun", "15 words"} {
		if !strings.Contains(text, want) {
			t.Errorf("the form lacks %q", want)
		}
	}
	server, _ := open(t, stock{}, "/new")
	browser, _ := open(t, deviceOf{form: &Form{Draft: shelf.NewDraft()}}, "/new")
	if server.Body() != browser.Body() || server.Starts {
		t.Error("the browser's empty form isn't the server's")
	}
}

func TestFormStory(t *testing.T) {
	f := formOf(pierText, "", otherText)
	f.Boxes[2].Leave(1, true)
	s := f.Story()
	if len(s.Articles) != 2 || strings.Contains(s.Articles[1].Text, "Read more") || s.ID != "my--x" || !strings.HasPrefix(s.Title, "The eastern pier") {
		t.Errorf("%+v", s)
	}
	f.Title, f.Boxes[0].Title = "The pier", "A headline"
	if s = f.Story(); s.Title != "The pier" {
		t.Errorf("it is called %q", s.Title)
	}
}

func TestOwnLibrary(t *testing.T) {
	own := Own{
		Stories: []shelf.Entry{
			{Head: shelf.Head{Summary: story.Summary{ID: "my--a", Title: "First <b>", Outlets: []string{"X", "Y"}}}},
			{Head: shelf.Head{Summary: story.Summary{ID: "my--b"}}, Err: errors.New("what is kept of this story can’t be read any more")},
			{Head: shelf.Head{Summary: story.Summary{ID: "my--c", Title: "Last"}}},
		},
		Drafts: []shelf.Draft{{ID: "my--d", Boxes: []shelf.Box{{Article: story.Article{Text: pierText}}}}}, Deleted: "Gone", Problem: "That didn’t work.",
	}
	_, doc := open(t, deviceOf{own: own}, "/")
	var buttons []string
	for _, b := range find(doc, tag("button")) {
		if do := attr(b, "data-do"); do != "" {
			buttons = append(buttons, do)
		}
	}
	want := []string{"rename:my--a", "down:my--a", "delete:my--a", "delete:my--b", "rename:my--c", "up:my--c", "delete:my--c", "drop:my--d", "restore"}
	if !slices.Equal(buttons, want) {
		t.Errorf("the buttons are %q, want %q", buttons, want)
	}
	text := textOf(doc, nil)
	for _, want := range []string{"First <b>", "can’t be read any more", "Begun but not finished", "“Gone” is deleted", "That didn’t work"} {
		if !strings.Contains(text, want) {
			t.Errorf("the library lacks %q", want)
		}
	}
	own.Renaming = "my--c"
	_, doc = open(t, deviceOf{own: own}, "/")
	if name := find(doc, func(n *html.Node) bool { return attr(n, "id") == "name" }); len(name) != 1 || attr(name[0], "data-value") != "Last" {
		t.Error("there is no field for the new title")
	}
}

// TestOnDevice asks the server for what only a browser has.
func TestOnDevice(t *testing.T) {
	for _, url := range []string{"/s/my--abc", "/s/my--abc/read/b?base=a", "/open", "/new?story=my--abc"} {
		if v, _ := open(t, stock{}, url); v.Status != 200 || !v.Starts || !v.NoIndex || v.Canonical != "" {
			t.Errorf("the server's %s: %+v", url, v)
		}
	}
	for _, url := range []string{"/s/my--abc", "/new?story=my--abc"} {
		if v, doc := open(t, deviceOf{}, url); v.Status != 404 || !strings.Contains(textOf(doc, nil), "isn’t on this device") {
			t.Errorf("the browser's %s: status %d", url, v.Status)
		}
	}
}

func TestOffer(t *testing.T) {
	s := &story.Story{ID: "my--x", Title: "The <i>pier", Articles: []story.Article{{Outlet: "Post", Title: "Shut", Text: pierText}, {Text: otherText}}}
	_, doc := open(t, deviceOf{offer: Offer{Story: s}}, "/open")
	text := textOf(doc, nil)
	for _, want := range []string{"The <i>pier", "Post", "Outlet B", "Shut · 15 words", "two articles"} {
		if !strings.Contains(text, want) {
			t.Errorf("the preview lacks %q: %s", want, text)
		}
	}
	_, doc = open(t, deviceOf{offer: Offer{Problem: "The link was cut."}}, "/open")
	if text := textOf(doc, nil); !strings.Contains(text, "The link was cut.") || strings.Contains(text, "Keep it") {
		t.Errorf("a link that can't be read shows %s", text)
	}
}

// TestExcerpts holds that an excerpt has all that is shared, and of the rest no
// more than the sentences around it.
func TestExcerpts(t *testing.T) {
	src := builtIn(t)
	a := src["amazon-layoffs"]
	s := Excerpts(a, "Excerpts.")
	left := 0
	for i, d := range a.Documents {
		text := s.Articles[i].Text
		for _, p := range a.Passages {
			for _, r := range p.Readings {
				if words := strings.Join(strings.Fields(a.Text(r.Place)), " "); r.Article == i && !strings.Contains(strings.ReplaceAll(text, "\n\n", " "), words) {
					t.Errorf("article %d lacks %q", i, words)
				}
			}
		}
		if len(text) > len(d.Source) {
			t.Errorf("the excerpt of article %d is longer than the article", i)
		}
		left += strings.Count(text, gap)
	}
	if left == 0 || !strings.Contains(s.Note, "Excerpts") {
		t.Error("nothing is left out, or nothing says so")
	}
	again, err := story.ParseJSON(s.JSON(), "x")
	if err != nil {
		t.Fatal(err)
	}
	if b := analyze(t, again); len(b.Passages) < len(a.Passages)*3/4 {
		t.Errorf("of %d passages, %d are found in the excerpts", len(a.Passages), len(b.Passages))
	}
	// An article of which nothing is shared is still an article.
	alone := analyze(t, &story.Story{ID: "x", Articles: []story.Article{{Text: pierText}, {Text: "Rain is expected all week in the mountains."}}})
	if s := Excerpts(alone, ""); s.Articles[1].Text != gap {
		t.Errorf("own copy alone becomes %q", s.Articles[1].Text)
	}
}

func TestCode(t *testing.T) {
	if svg := Code("https://example.com/s/pier"); !strings.HasPrefix(svg, "<svg viewBox=") || strings.Count(svg, "M") < 50 {
		t.Errorf("the code is %.200s", svg)
	}
	if svg := Code(strings.Repeat("x", 1500)); !strings.Contains(svg[:200], `class="dense"`) {
		t.Errorf("a code of many modules is %.200s", svg)
	}
	if svg := Code(strings.Repeat("x", 3000)); svg != "" {
		t.Error("a code of 3,000 bytes, which none can hold")
	}
}

// FuzzOwn feeds foreign text into the forms and lists.
func FuzzOwn(f *testing.F) {
	for _, s := range foreign {
		f.Add(s, "One. "+s+"\n\nTwo.\n\n"+s)
	}
	f.Fuzz(func(t *testing.T, line, text string) {
		form := formOf(text, text, text)
		for i := range form.Boxes {
			form.Boxes[i].Outlet, form.Boxes[i].Title, form.Boxes[i].File = line, line, line
			form.Boxes[i].Mode = shelf.Mode(i)
		}
		form.Problem, form.Removed, form.FileNote, form.LinkNote, form.Notes = line, line, line, line, []string{line}
		form.CanFetch, form.Unfinished = true, []shelf.Draft{*form.Draft}
		s := &story.Story{ID: "my--x", Title: line, Note: line, Articles: []story.Article{{Outlet: line, Title: line, Text: text}}}
		d := deviceOf{
			form: form, offer: Offer{s, line},
			own: Own{Stories: []shelf.Entry{{Head: shelf.Head{Summary: s.Summary()}}, {Head: shelf.Head{Summary: s.Summary()}}}, Drafts: []shelf.Draft{*form.Draft}, Renaming: line, Deleted: line, Problem: line},
		}
		for _, url := range []string{"/", "/new", "/open"} {
			_, doc := open(t, d, url)
			for _, e := range find(doc, func(*html.Node) bool { return true }) {
				if e.Data == "script" || e.Data == "img" || e.Data == "b" && len(find(e, tag("b"))) > 1 {
					t.Fatalf("%s: an element %q", url, e.Data)
				}
				for _, a := range e.Attr {
					if strings.HasPrefix(a.Key, "on") || a.Key == "href" && a.Val[0] != '/' && a.Val[0] != '#' {
						t.Fatalf("%s: %s=%q", url, a.Key, a.Val)
					}
				}
			}
		}
	})
}
