package ui

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"samewire/app/collate"
)

// passageView is one passage with all its readings.
func (d *desk) passageView() View {
	p := &d.Passages[d.Address.Passage-1]
	have := outlets(p)
	names := d.names(have)
	var m markup
	m.open("main", "id", "main", "class", "passage", "tabindex", "-1")
	m.open("header", "class", "title")
	m.put("h1", "Passage "+grouped(p.ID)+" of "+grouped(len(d.Passages)))
	m.put("p", "The same copy, as far as the texts tell, in "+count(len(have), "outlet", "outlets")+": "+names+".", "class", "note")
	m.close("header")
	d.chooser(&m, p)
	d.readings(&m, p)
	d.neighbours(&m, p)
	d.variants(&m, p)
	d.take(&m, p)
	m.close("main")
	first := d.Text(p.Readings[p.Base].Place)
	return d.view("Passage "+grouped(p.ID), "How "+names+" put it: "+shorten(first, 120), m.block())
}

// neighbours leads to the passages before and after.
func (d *desk) neighbours(m *markup, p *collate.Passage) {
	m.open("nav", "class", "steps", "aria-label", "Passages")
	if p.ID > 1 {
		m.put("a", "‹ previous passage", "id", "previous", "href", d.passage(p.ID-1).String()).text(" ")
	}
	if p.ID < len(d.Passages) {
		m.put("a", "next passage ›", "id", "next", "href", d.passage(p.ID+1).String()).text(" ")
	}
	all := d.list(Passages)
	if page := 1 + (p.ID-1)/perPage; page > 1 {
		all.Page = page
	}
	m.put("a", "all passages", "href", all.String())
	m.close("nav")
}

// take is what readers take away: the readings as text, and a citation.
func (d *desk) take(m *markup, p *collate.Passage) {
	m.open("details", "class", "take").put("summary", "Copy or cite")
	takeaway(m, "as-text", "The readings", d.asText(p))
	takeaway(m, "citation", "Citation", d.citation(p))
	m.open("p").put("a", "Link to this passage", "href", d.passage(p.ID).String()).close("p", "details")
}

// takeaway writes a text to select and copy.
func takeaway(m *markup, id, label, text string) {
	rows := 0
	for line := range strings.SplitSeq(text, "\n") {
		rows += 1 + utf8.RuneCountInString(line)/90
	}
	m.put("label", label, "for", id)
	m.put("textarea", text, "id", id, "readonly", "", "rows", strconv.Itoa(min(rows, 20)), "dir", "auto")
}

// asText writes the readings of a passage one under the other.
func (d *desk) asText(p *collate.Passage) string {
	var out []string
	for _, r := range p.Readings {
		out = append(out, d.Analysis.Story.Outlet(r.Article)+": "+strings.Join(strings.Fields(d.Text(r.Place)), " "))
	}
	return strings.Join(out, "\n\n")
}

// citation names the story and the articles that have a passage, as far as is
// known.
func (d *desk) citation(p *collate.Passage) string {
	out := []string{d.Analysis.Story.Title + ". Passage " + grouped(p.ID) + " as compared by Samewire."}
	for _, i := range outlets(p) {
		a := d.Analysis.Story.Articles[i]
		line := d.Analysis.Story.Outlet(i)
		if a.Title != "" {
			line += ", “" + a.Title + "”"
		}
		for _, known := range []string{a.Date, a.Link} {
			if known != "" {
				line += ", " + known
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
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
