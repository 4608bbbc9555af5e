package ui

import (
	"strconv"

	"samewire/app/story"
)

// library is the list of stories.
func library(stories []story.Summary) View {
	var m markup
	m.open("main", "id", "main", "class", "library", "tabindex", "-1")
	m.put("h1", "How news outlets reword the same copy")
	m.put("p", "Outlets often run the same agency copy. Some print it, some trim it, some put it in other words. Here you can read several outlets’ articles on one event side by side, compared word by word.", "class", "lead")
	m.put("h2", "Stories")
	if len(stories) == 0 {
		m.put("p", "There is no story here yet.")
	}
	m.open("ul", "class", "stories")
	for _, s := range stories {
		m.open("li").open("a", "href", Address{Place: Overview, Story: s.ID, Base: None}.String(), "dir", "auto").text(s.Title).close("a")
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
		m.close("p", "li")
	}
	m.close("ul", "main")
	return View{
		Status:      200,
		Title:       "Samewire: same wire, different words",
		Description: "See how news outlets reworded the same wire copy, word by word.",
		Canonical:   "/",
		Blocks:      []Block{skipLink(), banner(), m.block(), footer()},
	}
}
