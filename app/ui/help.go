package ui

import "samewire/app/align"

// helpPath is the address of the page that explains Samewire.
const helpPath = "/help"

// keys are the keys that do something, and what.
var keys = [...][2]string{
	{"j", "next passage"},
	{"k", "previous passage"},
	{"b", "compare with the next outlet’s wording"},
	{"1 … 9", "article A, B, C and so on"},
	{"/", "search the story"},
	{"Esc", "close what lies beside the text"},
	{"?", "this page"},
}

// answers are the paragraphs of the page below its lists, by heading.
var answers = [...]struct {
	heading    string
	paragraphs []string
}{
	{"How it works", []string{
		"Each article is cut into sentences and words. Samewire looks for sentences of different articles that have rare words, names and numbers in common, and decides from how many they share, and in which order, whether they carry the same copy.",
		"What belongs together in several articles is one passage. Each outlet’s wording of it is then compared with one of them, the base, word by word: struck-through words are only in the base, underlined words only in the other. You choose the base.",
		"All of this comes from the texts that you see. Nothing is looked up elsewhere.",
	}},
	{"What it can’t do", []string{
		"It can’t tell who wrote something first, or why two texts differ. Two outlets with the same words may have them from a third, such as an agency.",
		"It can be wrong. It may miss a passage that was put in wholly other words, and it may join two sentences that only sound alike. Read the texts before you say anything about an outlet.",
		"It knows English. In other languages it finds only copy that was hardly changed.",
	}},
	{"What stays with you", []string{
		"These pages come from one server and load nothing from any other. There are no cookies, and nobody is counted. What you choose is kept in the page’s address; the outlet you compare with and the settings are kept on this device too.",
	}},
}

// help is the page that explains the marks, the keys and the whole.
func help() View {
	var m markup
	m.open("main", "id", "main", "class", "plain help", "tabindex", "-1")
	m.put("h1", "How to read Samewire")
	m.put("p", "Outlets often run the same agency copy. Samewire lines their articles up and shows which passages they share, and what each outlet did to the words.", "class", "lead")
	m.put("h2", "The marks")
	m.open("ul", "class", "legend")
	for _, k := range []align.Kind{align.Verbatim, align.Edited, align.Reworded} {
		m.open("li").put("span", capital(kindName(k)), "class", "shared "+kindClass(k)).text(": " + kindMeaning(k)).close("li")
	}
	m.open("li").text("Where words are compared: ").put("del", "struck through").text(" is in the base alone, ")
	m.put("ins", "underlined").text(" in the other alone.").close("li")
	m.open("li").text("A small figure, as in ").put("sup", "3", "class", "count").text(", says how many outlets have a passage.").close("li")
	m.close("ul")
	m.put("p", "Capitals, punctuation and the shape of quotation marks don’t count when words are compared. Two thirds is a line we drew: a passage just above it and one just below are much alike.", "class", "note")
	m.put("h2", "Keys", "id", "keys")
	m.open("table", "class", "keys").open("tbody")
	for _, k := range keys {
		m.open("tr").open("th", "scope", "row").put("kbd", k[0]).close("th").put("td", k[1]).close("tr")
	}
	m.close("tbody", "table")
	for _, a := range answers {
		m.put("h2", a.heading)
		for _, p := range a.paragraphs {
			m.put("p", p)
		}
	}
	m.close("main")
	return View{
		Status:      200,
		Title:       "Help · Samewire",
		Description: "What the marks in Samewire mean, which keys it knows, how it works and what it can’t do.",
		Canonical:   helpPath,
		Blocks:      []Block{skipLink(), banner(), m.block(), footer()},
	}
}
