package ui

import (
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/edit"
	"samewire/app/story"
)

// base returns the index of the reading that passage p's others are compared
// with: the chosen outlet's where it has the passage, else the passage's own.
func (d *desk) base(p *collate.Passage) int {
	if d.Address.Base != None {
		for i, r := range p.Readings {
			if r.Article == d.Address.Base {
				return i
			}
		}
	}
	return p.Base
}

// outlets returns the articles that have passage p, in order, each once.
func outlets(p *collate.Passage) []int {
	var have []int
	seen := map[int]bool{}
	for _, r := range p.Readings {
		if !seen[r.Article] {
			seen[r.Article] = true
			have = append(have, r.Article)
		}
	}
	return have
}

// chooser is the row of letters that choose the base.
func (d *desk) chooser(m *markup, p *collate.Passage) {
	current := p.Readings[d.base(p)].Article
	m.open("nav", "class", "chooser", "aria-label", "Compare with")
	m.put("span", "Compared with")
	for _, i := range outlets(p) {
		attrs := []string{"id", "base-" + strings.ToLower(story.Letter(i)), "class", "outlet", "data-stay", "", "href", d.withBase(i).String()}
		if i == current {
			attrs = append(attrs, "aria-current", "true")
		}
		m.open("a", attrs...).text(story.Letter(i)).hidden(" " + d.Analysis.Story.Outlet(i)).close("a")
	}
	m.close("nav")
}

// readings writes all readings of a passage: the base, then what each other
// outlet made of it.
func (d *desk) readings(m *markup, p *collate.Passage) {
	b := d.base(p)
	from := d.Text(p.Readings[b].Place)
	d.reading(m, p, b, "The base", func() { m.text(from) }, "")
	for i, r := range p.Readings {
		if i == b {
			continue
		}
		to := d.Text(r.Place)
		script := edit.Diff(from, to)
		kind, _ := align.Classify(d.Words(p.Readings[b].Place), d.Words(r.Place))
		copy, note := func() { m.diff(from, to, script) }, told(script.Stats(from, to))
		if !keeps(script) {
			// The base stands above: to strike it all out again says no more.
			copy, note = func() { m.text(to) }, "in other words throughout"
		}
		d.reading(m, p, i, capital(kindName(kind)), copy, note)
	}
}

// reading writes one reading with its head.
func (d *desk) reading(m *markup, p *collate.Passage, i int, label string, copy func(), note string) {
	r := p.Readings[i]
	m.open("div", "class", "reading").letter(r.Article)
	m.open("p", "class", "by").put("b", label).text(" · ")
	m.open("a", "href", d.read(r.Article, p.ID).String()+"#m"+strconv.Itoa(p.ID)).name(d.Analysis.Story.Outlet(r.Article)).close("a")
	if note != "" {
		m.text(" · " + note)
	}
	m.close("p")
	m.open("p", "class", "copy", "dir", "auto")
	copy()
	m.close("p", "div")
}

// told says how many words an edit script touches.
func told(s edit.Stats) string {
	var parts []string
	add := func(n int, what string) {
		if n > 0 {
			if len(parts) == 0 {
				what = map[bool]string{true: "word ", false: "words "}[n == 1] + what
			}
			parts = append(parts, numeral(n)+" "+what)
		}
	}
	add(max(s.Replaced, s.Replacing), "replaced")
	add(s.Deleted, "dropped")
	add(s.Inserted, "added")
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ", ")
}

func capital(s string) string {
	return strings.ToUpper(s[:1]) + s[1:]
}
