package ui

import "samewire/app/align"

// settingsPath is the address of the page on which readers choose how pages
// look.
const settingsPath = "/settings"

// settingsView is the form for how pages look. The script settings.js, which
// every page has, keeps what is chosen on the device. Without scripts the form
// puts it into the address, and the links of the pages carry it on.
func settingsView(look Look) View {
	var m markup
	m.open("main", "id", "main", "class", "plain settings", "tabindex", "-1")
	m.put("h1", say("frame.settings"))
	m.put("p", say("settings.how-samewire-looks-on"), "class", "lead")
	if look != (Look{}) {
		m.open("p", "class", "note", "id", "overrides").text(say("settings.the-address-of-this") + " ")
		m.put("a", say("settings.leave-that-to-this"), "href", "settings").close("p") // a link that doesn't carry it on
	}
	sample(&m)
	m.open("form", "id", "settings")
	for i, s := range settings {
		chosen := s.standard
		if look[i] != "" {
			chosen = look[i]
		}
		m.open("fieldset").put("legend", s.legend)
		for _, c := range s.values {
			attrs := []string{"type", "radio", "name", s.name, "value", c.name}
			if c.name == chosen {
				attrs = append(attrs, "checked", "")
			}
			m.open("label").open("input", attrs...).put("span", c.label).close("label")
		}
		m.close("fieldset")
	}
	m.open("p", "class", "scripted").put("button", say("settings.back-to-the-standard"), "type", "reset")
	m.open("span", "id", "saved", "class", "note", "role", "status", "data-kept", say("settings.saved"), "data-unkept", say("settings.unsaved")).close("span", "p")
	m.open("p", "class", "unscripted").put("button", say("settings.use-these-settings"))
	m.text(" " + say("settings.your-browser-runs-no")).close("p")
	m.close("form", "main")
	return View{
		Status:      200,
		Title:       say("settings.settings-samewire"),
		Description: say("settings.text-size-theme-spacing"),
		Canonical:   settingsPath,
		Blocks:      []Block{skipLink(), banner(), m.block(), footer()},
	}
}

// sample is a paragraph with each kind of mark and edit in it, to try the
// settings on.
func sample(m *markup) {
	m.open("section", "aria-labelledby", "sample", "class", "sample").put("h2", say("settings.a-sample"), "id", "sample")
	word := func(key string) string { return say("settings.sample." + key) }
	m.open("p", "class", "copy").say("settings.sample",
		"pair", in(func(m *markup) { m.pair(word("old"), word("new")) }),
		"added", in(func(m *markup) { m.change("ins", "inserted", word("added")) }),
		"cut", in(func(m *markup) { m.change("del", "deleted", word("cut")) }),
		"from", in(func(m *markup) { m.moved("del", "from", word("moved"), "sample-from", "sample-to", 1) }),
		"to", in(func(m *markup) { m.moved("ins", "to", word("moved"), "sample-to", "sample-from", 1) })).text(" ")
	m.put("span", word("verbatim"), "class", "shared "+kindClass(align.Verbatim)).text(" ")
	m.put("span", word("edited"), "class", "shared "+kindClass(align.Edited)).text(" ")
	m.put("span", word("reworded"), "class", "shared "+kindClass(align.Reworded), "aria-current", "true")
	m.close("p", "section")
}
