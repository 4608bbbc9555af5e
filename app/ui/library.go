package ui

import (
	"context"

	"samewire/app/story"
	"samewire/app/words"
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
		own.Problem = say("library.the-published-stories-could", "why", words.Why(err))
	}
	return library(list, own)
}

func library(stories []story.Summary, own Own) View {
	var m markup
	m.put("h1", say("library.how-news-outlets-reword"))
	m.put("p", say("library.outlets-often-run-the"), "class", "lead")
	example(&m)
	m.open("p").put("a", say("library.make-a-story-from"), "href", newPath, "class", "main").close("p")
	intro := m.whole("div")
	m = markup{}
	m.put("h2", say("library.stories"))
	if len(stories) == 0 {
		m.put("p", say("library.there-is-no-story"))
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
		Title:       say("library.samewire-same-wire-different"),
		Description: say("library.see-how-news-outlets"),
		Canonical:   "/",
		Blocks: []Block{skipLink(), banner(),
			group("main", []string{"id", "main", "class", "library", "tabindex", "-1"},
				append([]Block{intro, m.whole("div")}, own.blocks()...)...),
			footer()},
	}
}

// example shows in one sentence what the views show: how one outlet put it, and
// what another made of it.
func example(m *markup) {
	m.open("figure", "class", "example").put("figcaption", say("library.an-example"), "class", "vh")
	m.open("p").put("b", say("library.one-outlet")).text(" ").say("library.example",
		"verb", say("library.example.verb"), "more", say("library.example.more")).close("p")
	m.open("p").put("b", say("library.another-outlet")).text(" ").say("library.example",
		"verb", in(func(m *markup) { m.pair(say("library.example.verb"), say("library.example.other")) }),
		"more", in(func(m *markup) { m.change("del", "deleted", say("library.example.more")) })).close("p")
	m.close("figure")
}

// summary writes the title of a story, as a link, and its outlets.
func (m *markup) summary(s story.Summary) {
	m.open("a", "href", Address{Place: Overview, Story: s.ID, Base: None}.String(), "dir", "auto").text(s.Title).close("a")
	m.outlets(s)
}

// outlets writes the date and the outlets of a story.
func (m *markup) outlets(s story.Summary) {
	m.open("p", "class", "note")
	m.text(capital(dated(s.Date, count(len(s.Outlets), "count.outlet"))) + colon())
	for i := range s.Outlets {
		if i == 8 && len(s.Outlets) > 9 {
			m.text(" " + say("library.and-more", "n", grouped(len(s.Outlets)-i)))
			break
		}
		if i > 0 {
			m.text(", ")
		}
		m.name(s.Named(i))
	}
	m.close("p")
}

// blocks are the reader's own stories and drafts, and what became of the last
// thing done to them.
func (o *Own) blocks() []Block {
	var out []Block
	if len(o.Stories)+len(o.Drafts) > 0 {
		var m markup
		m.put("h2", say("library.your-stories"), "id", "own")
		m.put("p", say("library.they-are-kept-in"), "class", "note")
		m.open("ul", "class", "stories")
		for i := range o.Stories {
			o.entry(&m, i)
		}
		for i := range o.Drafts {
			d := &o.Drafts[i]
			m.open("li").open("a", "href", Address{Place: New, Story: d.ID, Base: None}.String(), "dir", "auto").text(draftName(d)).close("a")
			m.open("p", "class", "note").text(say("library.begun-and-not-finished", "count", count(len(d.Boxes), "count.article"))).close("p")
			m.open("p", "class", "acts").button("drop:"+d.ID, say("library.delete"), "class", quiet, "aria-label", say("library.delete-the-draft", "draftname", draftName(d))).close("p", "li")
		}
		m.close("ul")
		out = append(out, m.whole("div"))
	}
	var m markup
	if o.Deleted != "" {
		m.text(say("library.is-deleted", "deleted", o.Deleted)+" ").button("restore", say("library.undo"), "class", quiet, "id", "restore").text(" ")
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
		m.put("b", say("library.a-story-that-cant")).put("p", say("library.the-other-stories-are", "first", capital(words.Why(e.Err))), "class", "note")
		m.open("p", "class", "acts").button("delete:"+e.ID, say("library.delete-it"), "class", quiet).close("p")
		return
	}
	at := Address{Story: e.ID, Base: None}
	if o.Renaming == e.ID {
		m.open("form", "method", "dialog", "id", "rename", "class", "fields", "data-story", e.ID)
		m.put("label", say("library.title"), "for", "name").open("input", "id", "name", "data-value", e.Title, "maxlength", "500", "dir", "auto", "autocomplete", "off")
		m.put("button", say("library.rename"), "type", "submit", "class", quiet).button("unname", say("library.leave-it"), "class", quiet).close("form")
		m.outlets(e.Summary)
		return
	}
	m.summary(e.Summary)
	m.open("p", "class", "acts")
	act := func(do, label string) {
		m.button(do+":"+e.ID, label, "class", quiet, "id", do+"-"+e.ID, "aria-label", label+colon()+e.Title)
	}
	act("rename", say("library.rename"))
	m.put("a", say("library.edit"), "href", Address{Place: New, Story: e.ID, Base: None}.String(), "aria-label", say("library.edit-2", "title", e.Title))
	m.put("a", say("library.pass-on"), "href", at.at(Share).String(), "aria-label", say("library.pass-on-2", "title", e.Title))
	if i > 0 {
		act("up", say("library.move-up"))
	}
	if i+1 < len(o.Stories) {
		act("down", say("library.move-down"))
	}
	act("delete", say("library.delete"))
	m.close("p")
}
