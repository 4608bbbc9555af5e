package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/sorting"
	"samewire/app/story"
)

// mostStrips is how many articles are drawn at most. More would make the page
// heavy, and nobody could take them in.
const mostStrips = 24

// strips draws the articles as rows of sentences. The drawing is as wide as its
// place: lengths are shares of it, so that hatching and lines keep their shape.
func (d *desk) strips(m *markup) {
	m.open("svg", "class", "patterns", "aria-hidden", "true", "width", "0", "height", "0").open("defs")
	m.open("pattern", "id", "hatch", "width", "5", "height", "5", "patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)")
	m.open("rect", "width", "2.2", "height", "5").close("rect", "pattern")
	m.open("pattern", "id", "dots", "width", "4.5", "height", "4.5", "patternUnits", "userSpaceOnUse")
	m.open("circle", "cx", "2.25", "cy", "2.25", "r", "1.1").close("circle", "pattern", "defs", "svg")
	drawn := d.drawn(mostStrips)
	longest, most := 1, 1
	for _, i := range drawn {
		longest = max(longest, len(d.Documents[i].Words))
		most = max(most, len(d.Documents[i].Sentences))
	}
	gap := min(0.004, 0.2/float64(most))
	scale := (1 - gap*float64(most)) / float64(longest)
	m.open("ol", "class", "strips")
	for _, i := range drawn {
		m.open("li", "class", "strip").open("a", "href", d.read(i, 0).String(), "class", "outlet", "title", d.Analysis.Story.Named(i))
		m.text(story.Letter(i)).hidden(" " + d.Analysis.Story.Named(i)).close("a")
		d.strip(m, i, scale, gap)
		d.turn()
		m.put("small", say("strips.only-here", "share", percent(d.Own(i)))).close("li")
	}
	m.close("ol")
	d.key(m)
	if len(drawn) < len(d.Documents) {
		m.put("p", say("strips.drawn-are-the-articles", "n", grouped(len(drawn)), "n2", grouped(len(d.Documents))), "class", "note")
	}
}

// drawn returns the articles to draw, in order: all, or the most that are wanted
// of those with the largest share of copy that others have too.
func (d *desk) drawn(most int) []int {
	all := make([]int, len(d.Documents))
	own := make([]float64, len(all))
	for i := range all {
		all[i], own[i] = i, d.Own(i)
	}
	if len(all) > most {
		sorting.By(all, func(i, j int) int { return cmp.Compare(own[i], own[j]) })
		all = all[:most]
		slices.Sort(all)
	}
	return all
}

// key explains the fillings, and leads to the same in words.
func (d *desk) key(m *markup) {
	m.open("ul", "class", "key", "aria-label", say("strips.key"))
	item := func(class, label string) {
		m.open("li").open("svg", "viewBox", "0 0 26 14", "width", "26", "height", "14", "aria-hidden", "true")
		m.open("rect", "x", ".5", "y", ".5", "width", "25", "height", "13", "class", "block "+class).close("rect", "svg").text(" " + label).close("li")
	}
	for _, k := range []align.Kind{align.Verbatim, align.Edited, align.Reworded} {
		item(kindClass(k), kindName(k))
	}
	item("only", say("overview.only-here"))
	if len(d.Passages) > 0 {
		m.open("li").put("a", say("strips.the-same-as-a"), "href", d.list(Passages).String()).close("li")
	}
	m.close("ul")
}

// strip draws article i. scale is the share of the width that a word takes,
// gap that between two sentences.
func (d *desk) strip(m *markup, i int, scale, gap float64) {
	doc := d.Documents[i]
	sentences := d.Sentences(i)
	drawn := 0
	for _, st := range sentences {
		if !st.Caption {
			drawn++
		}
	}
	m.open("svg", "class", "row", "role", "group", "aria-label", d.Analysis.Story.Named(i)+", "+count(drawn, "count.sentence"))
	x := 0.0
	for n, st := range sentences {
		if st.Caption {
			continue
		}
		s := doc.Sentences[n]
		w := scale * float64(s.Last-s.First)
		begin := shorten(s.Of(doc.Source), 60)
		shape := func(class, title string) {
			m.open("rect", "x", length(x), "y", ".5", "width", length(w), "height", "25", "class", "block "+class)
			m.put("title", title).close("rect")
		}
		if st.Passage < 0 {
			shape("only", say("strips.only-here-2", "begin", begin))
		} else {
			p := &d.Passages[st.Passage]
			id := strconv.Itoa(p.ID)
			title := say("strips.also-in", "first", capital(kindName(st.Kind)), "others", d.others(outlets(p), i), "begin", begin)
			if len(outlets(p)) > 2 { // which of the others have it so, the strip doesn't show
				title = say("strips.also-in-several", "kind", kindName(st.Kind), "others", d.others(outlets(p), i), "begin", begin)
			}
			m.open("a", "href", d.read(i, p.ID).String()+"#m"+id, "data-passage", id, "aria-label", say("strips.sentence", "n", strconv.Itoa(n+1), "title", title))
			shape(kindClass(st.Kind), title)
			m.close("a")
		}
		x += w + gap
	}
	m.close("svg")
}

// others lists the letters of outlets but that of article i, at most twelve.
func (d *desk) others(have []int, i int) string {
	var letters []string
	for _, o := range have {
		if o != i {
			letters = append(letters, story.Letter(o))
		}
	}
	if n := len(letters); n > 12 {
		letters = append(letters[:11:11], say("list.more", "n", grouped(n-11)))
	}
	return list(letters)
}

// length writes a part of a length as percents with at most two decimals.
func length(x float64) string {
	s := strconv.FormatFloat(x*100, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") + "%"
}
