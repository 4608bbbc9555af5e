package ui

import (
	"strings"

	"samewire/app/story"
)

// openPath is the address at which a story that was sent or dropped is looked
// at before it is kept. A share link has the story behind the "#".
const openPath = "/open"

// Offer is a story that someone passed on, before it is kept.
type Offer struct {
	Story   *story.Story // nil when there is none
	Problem string       // why not, or what went wrong, a sentence
}

// openView shows what is in a story, and asks.
func openView(o Offer) View {
	var m markup
	m.open("main", "id", "main", "class", "plain open", "tabindex", "-1")
	switch s := o.Story; {
	case s != nil:
		m.put("h1", say("open.keep-this-story"))
		m.put("p", s.Title, "class", "lead", "dir", "auto")
		if s.Note != "" {
			m.put("p", s.Note, "dir", "auto")
		}
		m.put("p", say("open.it-has-they-were", "count", count(len(s.Articles), "count.article")), "class", "note")
		m.open("ol", "class", "stories")
		for i, a := range s.Articles {
			m.open("li").open("b").name(s.Named(i)).close("b")
			m.open("p", "class", "note", "dir", "auto")
			if a.Title != "" {
				m.text(a.Title + " · ")
			}
			m.text(count(len(strings.Fields(a.Text)), "count.word")).close("p", "li")
		}
		m.close("ol")
		m.open("p", "class", "choice").button("keep", say("open.keep-it-and-compare"), "class", "main", "id", "keep")
		m.text(" ").button("look", say("open.compare-without-keeping"), "class", quiet, "id", "look").text(" ")
		m.put("a", say("library.leave-it"), "href", "/").close("p")
		m.put("p", say("open.kept-stories-stay-in"), "class", "note")
	default:
		m.put("h1", say("open.open-a-story"))
		m.put("p", say("open.open-a-story-file"), "class", "lead")
		m.open("p").put("label", say("open.story-file"), "for", "files").text(" ")
		m.open("input", "type", "file", "id", "files", "accept", ".json").close("p")
	}
	m.open("p", "class", "wrong", "role", "status").text(capital(o.Problem)).close("p", "main")
	return View{
		Status: 200, Title: say("open.open-a-story-samewire"), Description: say("open.look-at-a-story"), Starts: true, NoIndex: true,
		Blocks: []Block{skipLink(), banner(), m.block(), footer()},
	}
}
