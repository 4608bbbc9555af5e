package ui

import "strings"

// passageView is one passage with all its readings.
func (d *desk) passageView() View {
	p := &d.Passages[d.Address.Passage-1]
	have := outlets(p)
	var names []string
	for _, i := range have {
		names = append(names, d.Analysis.Story.Outlet(i))
	}
	var m markup
	m.open("main", "id", "main", "class", "passage", "tabindex", "-1")
	m.open("header", "class", "title")
	m.put("h1", "Passage "+grouped(p.ID)+" of "+grouped(len(d.Passages)))
	m.open("p", "class", "note").text("The same copy, as far as the texts tell, in " + count(len(have), "outlet", "outlets") + ": " + list(names)).text(".").close("p")
	m.close("header")
	d.chooser(&m, p)
	d.readings(&m, p)
	m.open("p", "class", "steps")
	if p.ID > 1 {
		m.put("a", "‹ previous passage", "id", "previous", "href", d.passage(p.ID-1).String()).text(" ")
	}
	if p.ID < len(d.Passages) {
		m.put("a", "next passage ›", "id", "next", "href", d.passage(p.ID+1).String()).text(" ")
	}
	m.put("a", "all passages", "href", d.overview().String()+"#shared")
	m.close("p", "main")
	first := d.Text(p.Readings[p.Base].Place)
	return d.view("Passage "+grouped(p.ID), "How "+list(names)+" put it: "+shorten(first, 120), m.block())
}

// list writes names as a sentence does: "A, B and C".
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// shorten returns the beginning of s, of at most n runes, cut between words.
func shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, ",;:.–—- ") + " …"
}
