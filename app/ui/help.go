package ui

import "samewire/app/align"

// helpPath is the address of the page that explains Samewire.
const helpPath = "/help"

// keys are the keys that do something, and what.
var keys = [...][2]string{
	{"j", say("help.next-passage")},
	{"k", say("help.previous-passage")},
	{"b", say("help.compare-with-the-next")},
	{"1 … 9", say("help.article-a-b-c")},
	{"/", say("help.search-the-story")},
	{say("help.esc"), say("help.close-what-lies-beside")},
	{"?", say("help.this-page")},
}

// answers are the paragraphs of the page below its lists, by heading.
var answers = [...]struct {
	heading    string
	paragraphs []string
}{
	{say("help.how-it-works"), []string{
		say("help.each-article-is-cut"),
		say("help.what-belongs-together-in"),
		say("help.all-of-this-comes"),
	}},
	{say("help.what-it-cant-do"), []string{
		say("help.it-cant-tell-who"),
		say("help.it-can-be-wrong"),
		say("help.it-knows-english-in"),
	}},
	{say("help.what-stays-with-you"), []string{
		say("help.these-pages-come-from"),
	}},
}

// help is the page that explains the marks, the keys and the whole.
func help() View {
	var m markup
	m.open("main", "id", "main", "class", "plain help", "tabindex", "-1")
	m.put("h1", say("help.how-to-read-samewire"))
	m.put("p", say("help.outlets-often-run-the"), "class", "lead")
	m.put("h2", say("help.the-marks"))
	m.open("ul", "class", "legend")
	for _, k := range []align.Kind{align.Verbatim, align.Edited, align.Reworded} {
		m.open("li").put("span", capital(kindName(k)), "class", "shared "+kindClass(k)).text(colon() + kindMeaning(k)).close("li")
	}
	m.open("li").say("help.edits", "del", el("del", say("help.struck-through")), "ins", el("ins", say("help.underlined"))).close("li")
	m.open("li").say("help.a-small-figure-as", "three", el("sup", "3", "class", "count")).close("li").close("ul")
	m.put("p", say("help.capitals-punctuation-and-the"), "class", "note")
	m.put("h2", say("help.keys"), "id", "keys")
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
		Title:       say("help.help-samewire"),
		Description: say("help.what-the-marks-in"),
		Canonical:   helpPath,
		Blocks:      []Block{skipLink(), banner(), m.block(), footer()},
	}
}
