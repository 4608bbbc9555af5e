package ui

import (
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/story"
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
	if s.Date != "" {
		m.text(s.Date + " · ")
	}
	facts := count(len(d.Documents), "outlet", "outlets") + " · " + count(words, "word", "words") + " · " + count(len(d.Passages), "shared passage", "shared passages")
	m.text(facts).close("p")
	if s.Note != "" {
		m.put("p", s.Note, "class", "note about", "dir", "auto")
	}
	m.put("h2", "Who ran what")
	m.put("p", "Each bar is an article, each block one of its sentences, in order. Choose a shaded block to read it beside the others.", "class", "note")
	d.strips(&m)
	if len(d.Documents) > 1 {
		m.put("h2", "How much of each stands in the others")
		d.matrix(&m)
	}
	m.put("h2", "What they share", "id", "shared")
	d.contents(&m)
	m.close("main")
	return d.overviewFrame(facts, m.block())
}

func (d *desk) overviewFrame(facts string, main Block) View {
	v := d.view("Overview", "How outlets told it: "+facts+".", main)
	v.Title = d.Analysis.Story.Title + " · Samewire"
	return v
}

// matrix is the table of how much of each article stands in each other.
func (d *desk) matrix(m *markup) {
	table := d.Shared()
	m.put("p", "Read across: the share of an outlet’s words that are in passages which the other outlet has too.", "class", "note")
	m.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of shared copy").open("table", "class", "matrix")
	m.open("thead").open("tr").open("td").close("td")
	for j := range table {
		m.open("th", "scope", "col").text("in ").letter(j).hidden(d.Analysis.Story.Outlet(j)).close("th")
	}
	m.open("th", "scope", "col").text("only here").close("th", "tr", "thead").open("tbody")
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

// contents lists the passages.
func (d *desk) contents(m *markup) {
	if len(d.Passages) == 0 {
		m.put("p", "These articles share no copy.")
		return
	}
	m.open("ol", "class", "contents")
	for n := range d.Passages {
		p := &d.Passages[n]
		m.open("li").open("a", "href", d.passage(p.ID).String(), "dir", "auto")
		m.text(shorten(d.Text(p.Readings[p.Base].Place), 110)).close("a")
		m.open("span", "class", "who")
		names := []string{}
		for _, i := range outlets(p) {
			m.letter(i)
			names = append(names, d.Analysis.Story.Outlet(i))
		}
		m.hidden(list(names)).close("span")
		m.put("span", kindRange(p), "class", "far")
		m.close("li")
	}
	m.close("ol")
}

// kindRange says how near the readings of a passage are to its base.
func kindRange(p *collate.Passage) string {
	nearest, furthest := align.Reworded, align.Verbatim
	for i, r := range p.Readings {
		if i != p.Base {
			nearest, furthest = min(nearest, r.Kind), max(furthest, r.Kind)
		}
	}
	if nearest == furthest {
		return kindName(nearest)
	}
	return kindName(nearest) + " to " + kindName(furthest)
}

// strips draws the articles as rows of sentences, once for wide windows and
// once for narrow ones, so that hatching keeps its shape.
func (d *desk) strips(m *markup) {
	m.open("svg", "class", "patterns", "aria-hidden", "true", "width", "0", "height", "0").open("defs")
	m.open("pattern", "id", "hatch", "width", "5", "height", "5", "patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)")
	m.open("rect", "width", "2.2", "height", "5").close("rect", "pattern")
	m.open("pattern", "id", "dots", "width", "4.5", "height", "4.5", "patternUnits", "userSpaceOnUse")
	m.open("circle", "cx", "2.25", "cy", "2.25", "r", "1.1").close("circle", "pattern", "defs", "svg")
	longest := 1
	for _, doc := range d.Documents {
		longest = max(longest, len(doc.Words))
	}
	m.open("ol", "class", "strips")
	for i := range d.Documents {
		m.open("li", "class", "strip").open("a", "href", d.read(i, 0).String(), "class", "outlet", "title", d.Analysis.Story.Outlet(i))
		m.text(story.Letter(i)).hidden(" " + d.Analysis.Story.Outlet(i)).close("a")
		d.strip(m, i, longest, 960, "wide")
		d.strip(m, i, longest, 300, "narrow")
		m.put("small", percent(d.Own(i))+" only here").close("li")
	}
	m.close("ol")
	m.open("ul", "class", "key", "aria-label", "Key")
	for _, k := range []align.Kind{align.Verbatim, align.Edited, align.Reworded} {
		key(m, kindClass(k), kindName(k))
	}
	key(m, "only", "only here")
	m.close("ul")
}

func key(m *markup, class, label string) {
	m.open("li").open("svg", "viewBox", "0 0 26 14", "width", "26", "height", "14", "aria-hidden", "true")
	m.open("rect", "x", ".5", "y", ".5", "width", "25", "height", "13", "class", "block "+class).close("rect", "svg").text(" " + label).close("li")
}

// strip draws article i for a window in which the longest article is width
// pixels long.
func (d *desk) strip(m *markup, i, longest int, width float64, class string) {
	const gap, height = 2.5, 22
	doc := d.Documents[i]
	sentences := d.Sentences(i)
	scale := (width - gap*float64(len(doc.Sentences))) / float64(longest)
	if scale < 0.05 {
		scale = 0.05
	}
	m.open("svg", "class", "row "+class, "viewBox", "0 0 "+px(width)+" "+px(height), "preserveAspectRatio", "none",
		"role", "group", "aria-label", d.Analysis.Story.Outlet(i)+", "+count(len(doc.Sentences), "sentence", "sentences"))
	x := 0.5
	for n, s := range doc.Sentences {
		w := max(1, scale*float64(s.Last-s.First))
		shape := func(class string) {
			m.open("rect", "x", px(x), "y", ".5", "width", px(w), "height", px(height-1), "class", "block "+class).close("rect")
		}
		if st := sentences[n]; st.Passage < 0 {
			shape("only")
		} else {
			p := &d.Passages[st.Passage]
			var names []string
			for _, o := range outlets(p) {
				if o != i {
					names = append(names, story.Letter(o))
				}
			}
			m.open("a", "href", d.read(i, p.ID).String()+"#m"+strconv.Itoa(p.ID), "class", "p"+strconv.Itoa(p.ID),
				"aria-label", "Sentence "+strconv.Itoa(n+1)+", "+kindName(st.Kind)+", also in "+list(names))
			shape(kindClass(st.Kind))
			m.close("a")
		}
		x += w + gap
	}
	m.close("svg")
}

// px writes a length with at most two decimals.
func px(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
