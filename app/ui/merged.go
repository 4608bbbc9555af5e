package ui

// merged writes the two articles as one text: passages once, with what the
// right one did to the left one's words, and each one's own copy between them.
func (d *desk) merged(m *markup, twins []twin, stretches []stretch) {
	m.open("div", "class", "merged")
	m.open("p", "class", "note").say("merged.edits",
		"del", el("del", say("merged.struck-through")), "left", bdi(d.Analysis.Story.Named(d.Article)),
		"ins", el("ins", say("help.underlined")), "right", bdi(d.Analysis.Story.Named(d.Other))).close("p")
	for _, s := range stretches {
		if s.twin != nil {
			d.both(m, *s.twin)
			continue
		}
		for _, side := range d.sides() {
			var own markup
			d.gap(&own, side, twins, s, "in")
			if own.b.Len() > 0 {
				m.open("div", "class", "reading between").letter(side.article)
				m.open("div").hidden(d.Analysis.Story.Named(side.article)).raw(&own).close("div", "div")
			}
		}
	}
	m.close("div")
}

// both writes a passage as one text with the edits in it, or, where no word is
// kept, one wording after the other.
func (d *desk) both(m *markup, t twin) {
	from, to, script := d.script(t)
	m.open("div", "class", "reading match").open("div", "class", "pair").letter(d.Article)
	if keeps(script) {
		m.letter(d.Other)
	}
	m.close("div").open("p", "class", "by")
	d.kindLink(m, t)
	m.close("p").open("p", d.inCopy(d.Article, "class", "copy")...)
	if keeps(script) {
		m.diff(from, to, script, "in"+t.name).close("p", "div")
		return
	}
	m.text(from).close("p", "div")
	m.open("div", "class", "reading").letter(d.Other).put("p", to, d.inCopy(d.Other, "class", "copy")...).close("div")
}
