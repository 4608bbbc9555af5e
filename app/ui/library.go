package ui

import (
	"context"
	"strconv"

	"samewire/app/story"
)

// libraryView is the list of stories: the published ones, and in the browser
// the reader's own. Those are there even if the others can't be had.
func libraryView(ctx context.Context, src Source) View {
	list, err := src.List(ctx)
	device, here := src.(Device)
	if err != nil && !here {
		return failed(err)
	}
	var own Own
	if here {
		own = device.Own(ctx)
	}
	if err != nil {
		if len(own.Stories) == 0 {
			return failed(err)
		}
		own.Problem = "The published stories could not be loaded: " + err.Error() + "."
	}
	return library(list, own)
}

func library(stories []story.Summary, own Own) View {
	var m markup
	m.put("h1", "How news outlets reword the same copy")
	m.put("p", "Outlets often run the same agency copy. Some print it, some trim it, some put it in other words. Here you can read several outlets’ articles on one event side by side, compared word by word.", "class", "lead")
	m.open("p").put("a", "Make a story from your own articles", "href", newPath, "class", "main").close("p")
	intro := m.whole("div")
	m = markup{}
	m.put("h2", "Stories")
	if len(stories) == 0 {
		m.put("p", "There is no story here yet.")
	}
	m.open("ul", "class", "stories")
	for _, s := range stories {
		m.open("li")
		m.summary(s)
		m.close("li")
	}
	m.close("ul")
	return View{
		Status:      200,
		Title:       "Samewire: same wire, different words",
		Description: "See how news outlets reworded the same wire copy, word by word.",
		Canonical:   "/",
		Blocks: []Block{skipLink(), banner(),
			group("main", []string{"id", "main", "class", "library", "tabindex", "-1"},
				append([]Block{intro, m.whole("div")}, own.blocks()...)...),
			footer()},
	}
}

// summary writes the title of a story, as a link, and its outlets.
func (m *markup) summary(s story.Summary) {
	m.open("a", "href", Address{Place: Overview, Story: s.ID, Base: None}.String(), "dir", "auto").text(s.Title).close("a")
	m.outlets(s)
}

// outlets writes the date and the outlets of a story.
func (m *markup) outlets(s story.Summary) {
	m.open("p", "class", "note")
	if s.Date != "" {
		m.text(s.Date + " · ")
	}
	m.text(count(len(s.Outlets), "outlet", "outlets") + ": ")
	for i, name := range s.Outlets {
		if i == 8 && len(s.Outlets) > 9 {
			m.text(" and " + strconv.Itoa(len(s.Outlets)-i) + " more")
			break
		}
		if i > 0 {
			m.text(", ")
		}
		m.name(name)
	}
	m.close("p")
}

// blocks are the reader's own stories and drafts, and what became of the last
// thing done to them.
func (o *Own) blocks() []Block {
	var out []Block
	if len(o.Stories)+len(o.Drafts) > 0 {
		var m markup
		m.put("h2", "Your stories", "id", "own")
		m.put("p", "They are kept in this browser, on this device, and nowhere else.", "class", "note")
		m.open("ul", "class", "stories")
		for i := range o.Stories {
			o.entry(&m, i)
		}
		for i := range o.Drafts {
			d := &o.Drafts[i]
			m.open("li").open("a", "href", Address{Place: New, Story: d.ID, Base: None}.String(), "dir", "auto").text(draftName(d)).close("a")
			m.open("p", "class", "note").text("Begun and not finished: " + count(len(d.Boxes), "article", "articles") + ".").close("p")
			m.open("p", "class", "acts").button("drop:"+d.ID, "Delete", "class", quiet, "aria-label", "Delete the draft "+draftName(d)).close("p", "li")
		}
		m.close("ul")
		out = append(out, m.whole("div"))
	}
	var m markup
	if o.Deleted != "" {
		m.text("“"+o.Deleted+"” is deleted. ").button("restore", "Undo", "class", quiet, "id", "restore").text(" ")
	}
	m.text(o.Problem)
	return append(out, group("p", []string{"id", "status", "role", "status", "class", "said-so"}, m.inner()...))
}

// entry writes a kept story and what can be done with it.
func (o *Own) entry(m *markup, i int) {
	e := &o.Stories[i]
	m.open("li")
	defer m.close("li")
	if e.Err != nil {
		m.put("b", "A story that can’t be read").put("p", capital(e.Err.Error())+". The other stories are not touched.", "class", "note")
		m.open("p", "class", "acts").button("delete:"+e.ID, "Delete it", "class", quiet).close("p")
		return
	}
	at := Address{Story: e.ID, Base: None}
	if o.Renaming == e.ID {
		m.open("form", "method", "dialog", "id", "rename", "class", "fields", "data-story", e.ID)
		m.put("label", "Title", "for", "name").open("input", "id", "name", "data-value", e.Title, "maxlength", "500", "dir", "auto", "autocomplete", "off")
		m.put("button", "Rename", "type", "submit", "class", quiet).button("unname", "Leave it", "class", quiet).close("form")
		m.outlets(e.Summary)
		return
	}
	m.summary(e.Summary)
	m.open("p", "class", "acts")
	act := func(do, label string) {
		m.button(do+":"+e.ID, label, "class", quiet, "id", do+"-"+e.ID, "aria-label", label+": "+e.Title)
	}
	act("rename", "Rename")
	m.put("a", "Edit", "href", Address{Place: New, Story: e.ID, Base: None}.String(), "aria-label", "Edit: "+e.Title)
	m.put("a", "Pass on", "href", at.at(Share).String(), "aria-label", "Pass on: "+e.Title)
	if i > 0 {
		act("up", "Move up")
	}
	if i+1 < len(o.Stories) {
		act("down", "Move down")
	}
	act("delete", "Delete")
	m.close("p")
}
