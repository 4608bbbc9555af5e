package ui

import (
	"samewire/app/words"
	"strings"

	"samewire/app/collate"
)

// passageView is one passage with all its readings.
func (d *desk) passageView() View {
	p := &d.Passages[d.Address.Passage-1]
	names := d.names(outlets(p))
	var m markup
	m.open("main", "id", "main", "class", "passage", "tabindex", "-1")
	d.passageTitle(&m, p)
	d.passageFindings(&m, p)
	d.chooser(&m, p)
	d.readings(&m, p)
	d.neighbours(&m, p)
	d.variants(&m, p)
	d.takePassage(&m, p)
	m.close("main")
	first := d.Text(p.Readings[p.Base].Place)
	return d.view(say("export.passage-2", "n", grouped(p.ID)), say("passage.how-put-it", "names", names, "shorten", shorten(first, 120)), m.block())
}

// passageTitle says which passage this is, and who has it.
func (d *desk) passageTitle(m *markup, p *collate.Passage) {
	have := outlets(p)
	m.open("header", "class", "title")
	m.put("h1", say("passage.passage-of", "n", grouped(p.ID), "n2", grouped(len(d.Passages))))
	m.put("p", say("passage.the-same-copy-as", "count", count(len(have), "count.outlet"), "outlets", d.names(have)), "class", "note")
	m.close("header")
}

// passageFindings repeats here the findings that lead here.
func (d *desk) passageFindings(m *markup, p *collate.Passage) {
	var list markup
	for _, f := range d.memo.findings(d.Analysis, d.turn) {
		if d.findingAddress(f) == d.passage(p.ID).String() {
			list.open("li").letter(f.Places[0].Article).put("p", f.Said, "dir", "auto").close("li")
		}
	}
	if list.b.Len() > 0 {
		m.put("h2", say("finding.what-stands-out-here"), "class", "vh").open("ul", "class", "findings").raw(&list).close("ul")
	}
}

// neighbours leads to the passages before and after.
func (d *desk) neighbours(m *markup, p *collate.Passage) {
	m.open("nav", "class", "steps", "aria-label", say("export.passages"))
	if p.ID > 1 {
		m.put("a", say("passage.previous-passage"), "id", "previous", "href", d.passage(p.ID-1).String()).text(" ")
	}
	if p.ID < len(d.Passages) {
		m.put("a", say("passage.next-passage"), "id", "next", "href", d.passage(p.ID+1).String()).text(" ")
	}
	all := d.list(Passages)
	if page := 1 + (p.ID-1)/perPage; page > 1 {
		all.Page = page
	}
	m.put("a", say("passage.all-passages"), "href", all.String())
	m.close("nav")
}

// list writes names as a sentence does: "A, B and C".
func list(names []string) string { return words.List(names) }

// shorten returns the beginning of s, of at most n runes, cut between words.
func shorten(s string, n int) string {
	if isOut(s) {
		return gap
	}
	s = strings.Join(strings.Fields(s), " ")
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, ",;:.–—- ") + "\u00a0…"
}
