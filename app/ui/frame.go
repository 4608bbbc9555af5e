package ui

import (
	"samewire/app/align"
	"samewire/app/story"
)

func skipLink() Block {
	var m markup
	return m.put("a", say("frame.skip-to-the-text"), "class", "skip", "href", "#main").block()
}

// banner is the head of every page: the masthead, and what stands below it.
func banner(below ...Block) Block {
	var m markup
	m.open("div", "class", "masthead")
	m.put("a", "Samewire", "href", "/", "class", "logo")
	m.put("span", say("export.same-wire-different-words"), "class", "note")
	m.close("div")
	return group("header", nil, append([]Block{m.block()}, below...)...)
}

func footer() Block {
	var m markup
	m.open("footer", "class", "colophon")
	m.open("p").text(say("frame.samewire-shows-where-texts")+" ").put("a", say("frame.help"), "id", "help", "href", helpPath).text(" · ").put("a", say("frame.settings"), "href", settingsPath).close("p")
	return m.close("footer").block()
}

// head is the story's headline and the row of views.
func (d *desk) head() Block {
	var m markup
	m.open("div", "class", "head")
	tag := "p"
	if d.Place == Overview {
		tag = "h1"
	}
	m.open(tag, d.inCopy(0, "class", "story-title")...)
	if d.Place == Overview {
		m.text(d.Analysis.Story.Title)
	} else {
		m.put("a", d.Analysis.Story.Title, "href", d.overview().String())
	}
	m.close(tag)
	views := say("frame.views")
	if d.Embed {
		views += colon() + d.Analysis.Story.Title
	}
	m.open("nav", "class", "views", "aria-label", views)
	left, right := d.pair()
	item := func(label string, place Place, to Address, attrs ...string) {
		attrs = append(attrs, "href", to.String())
		switch {
		case d.Place == place:
			attrs = append(attrs, "aria-current", "page")
		case d.Place == Passage && place == Passages:
			attrs = append(attrs, "aria-current", "true")
		}
		m.put("a", label, attrs...)
	}
	item(say("frame.overview"), Overview, d.overview())
	item(say("frame.read"), Read, d.read(d.home(), 0))
	if len(d.Documents) > 1 {
		item(say("class.compare"), Compare, d.compare(left, right))
	}
	if len(d.Passages) > 0 {
		item(say("export.passages"), Passages, d.list(Passages))
		item(say("common.common-wording"), Common, d.list(Common))
	}
	m.open("span", "class", "ledgers") // they stay together where the row wraps
	item(say("frame.quotations"), Quotations, d.list(Quotations))
	item(say("figures.figures"), Figures, d.list(Figures))
	item(say("credits.credits"), Credits, d.list(Credits))
	m.close("span")
	if !d.Embed {
		item(say("class.class"), Class, d.at(Class))
	}
	item(say("frame.search"), Search, d.list(Search), "id", "to-search") // where there is no room for the field
	if d.Place != Search {
		d.searchForm(&m, true)
	}
	return m.close("nav", "div").block()
}

// home is the article that "Read" opens: the one at hand.
func (d *desk) home() int {
	if d.Place == Read || d.Place == Compare {
		return d.Article
	}
	return 0
}

// pair is the two articles that "Compare" opens: the ones at hand, or the
// one at hand and the one that shares most with it.
func (d *desk) pair() (left, right int) {
	switch d.Place {
	case Compare:
		return d.Article, d.Other
	case Read:
		return d.Article, d.closest(d.Article)
	}
	best, table := -1.0, d.Shared()
	for i := range table {
		for j := range table {
			if i != j && table[i][j] > best {
				best, left, right = table[i][j], i, j
			}
		}
	}
	return min(left, right), max(left, right)
}

// closest is the article of which most stands in article i too.
func (d *desk) closest(i int) int {
	best, other := -1.0, 0
	for j, share := range d.Shared()[i] {
		if j != i && share > best {
			best, other = share, j
		}
	}
	return other
}

// letter writes an outlet's letter in its box.
func (m *markup) letter(i int) *markup {
	return m.put("span", story.Letter(i), "class", "outlet", "aria-hidden", "true")
}

// outlet writes an outlet's letter and name.
func (d *desk) outlet(m *markup, i int) {
	m.letter(i).text(" ").name(d.Analysis.Story.Named(i))
}

// kindName is what readers call a kind.
func kindName(k align.Kind) string {
	switch k {
	case align.Verbatim:
		return say("frame.word-for-word")
	case align.Edited:
		return say("kind.edited")
	}
	return say("kind.reworded")
}

// kindClass is the class of the marks of a kind.
func kindClass(k align.Kind) string {
	switch k {
	case align.Verbatim:
		return "verbatim"
	case align.Edited:
		return "edited"
	}
	return "reworded"
}
