package ui

import (
	"cmp"
	"strconv"

	"samewire/app/sorting"
)

// overviewView is the whole story at a glance.
func (d *desk) overviewView() View {
	var m markup
	s := d.Analysis.Story
	words := 0
	for _, doc := range d.Documents {
		words += len(doc.Words)
	}
	m.open("main", "id", "main", "class", "overview", "tabindex", "-1")
	m.open("p", "class", "note")
	facts := count(len(d.Documents), "count.outlet") + " · " + count(words, "count.word") + " · " + count(len(d.Passages), "count.shared-passage")
	m.text(capital(dated(s.Date, facts)))
	if !d.Embed {
		m.open("span", "class", "doors").text(" · ").put("a", say("overview.pass-this-story-on"), "href", d.list(Share).String())
		m.text(" · ").put("a", say("overview.put-it-on-your"), "href", d.list(Widget).String()).close("span")
	}
	m.close("p")
	if s.Note != "" {
		m.put("p", s.Note, "class", "note about", "dir", "auto")
	}
	d.turn()
	d.Shared() // which findings ask for
	d.turn()
	d.findings(&m)
	d.turn()
	m.put("h2", say("export.who-ran-what"))
	m.put("p", say("overview.each-bar-is-an"), "class", "note")
	d.strips(&m)
	if len(d.Documents) > 1 {
		m.put("h2", say("overview.how-much-of-each"))
		if len(d.Documents) <= widestMatrix {
			d.matrix(&m)
		} else {
			d.pairs(&m)
		}
	}
	d.takeStory(&m)
	m.close("main")
	d.turn()
	return d.overviewFrame(facts, m.block())
}

func (d *desk) overviewFrame(facts string, main Block) View {
	v := d.view(say("frame.overview"), say("overview.how-outlets-told-it", "facts", facts), main)
	v.Title = d.Analysis.Story.Title + " · Samewire"
	return v
}

// widestMatrix is how many articles the table of all pairs has at most. A wider
// one can't be read; then the closest pairs are listed.
const widestMatrix = 16

// mostPairs is how many of the closest pairs are listed.
const mostPairs = 40

// matrix is the table of how much of each article stands in each other.
func (d *desk) matrix(m *markup) {
	table := d.Shared()
	m.put("p", say("overview.read-across-the-share"), "class", "note")
	m.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", say("overview.table-of-shared-copy")).open("table", "class", "matrix")
	m.open("thead").open("tr").open("td").close("td")
	for j := range table {
		m.open("th", "scope", "col").say("overview.in", "outlet", in(func(m *markup) { m.letter(j).hidden(d.Analysis.Story.Named(j)) })).close("th")
	}
	m.open("th", "scope", "col").text(say("overview.only-here")).close("th", "tr", "thead").open("tbody")
	for i, row := range table {
		m.open("tr").open("th", "scope", "row")
		m.open("a", "href", d.read(i, 0).String())
		d.outlet(m, i)
		m.close("a", "th")
		for j, share := range row {
			if i == j {
				m.open("td", "class", "self").put("span", "–", "aria-hidden", "true").close("td")
				continue
			}
			m.open("td", "class", "q"+strconv.Itoa(int(share*10)))
			m.put("a", percent(share), "href", d.compare(i, j).String()).close("td")
		}
		m.put("td", percent(d.Own(i))).close("tr")
	}
	m.close("tbody", "table", "div")
}

// pairs lists the pairs of articles that have most in common.
func (d *desk) pairs(m *markup) {
	table := d.Shared()
	type pair struct{ i, j int } // more of i's words are in j than the other way round
	var all []pair
	for i := range table {
		for j := range i {
			switch {
			case table[i][j] > table[j][i]:
				all = append(all, pair{i, j})
			case table[j][i] > 0:
				all = append(all, pair{j, i})
			}
		}
	}
	if len(all) == 0 {
		m.put("p", say("overview.no-two-of-these"), "class", "note")
		return
	}
	sorting.By(all, func(p, q pair) int { return cmp.Compare(table[q.i][q.j], table[p.i][p.j]) })
	note := say("overview.pairs")
	if len(all) > mostPairs {
		note = say("overview.pairs.closest", "n", grouped(mostPairs), "n2", grouped(len(all)))
		all = all[:mostPairs]
	}
	m.put("p", note, "class", "note")
	m.open("ol", "class", "pairs")
	for _, p := range all {
		m.open("li").open("a", "href", d.compare(p.i, p.j).String())
		m.say("list.last", "list", in(func(m *markup) { d.outlet(m, p.i) }), "last", in(func(m *markup) { d.outlet(m, p.j) }))
		m.close("a").put("span", percent(table[p.i][p.j])+" · "+percent(table[p.j][p.i])).close("li")
	}
	m.close("ol")
}
