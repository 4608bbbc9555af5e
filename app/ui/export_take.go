package ui

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"samewire/app/analysis"
	"samewire/app/collate"
)

// What readers take away stands at the foot of a view. The links are the
// server's files; where the app runs, it makes them itself, without a network.

// takeStory offers the whole story.
func (d *desk) takeStory(m *markup) {
	if d.Embed {
		return // the full page has it
	}
	d.takeHead(m)
	d.offer(m, storyFile, say("export.the-whole-story-as"), say("export.one-file-that-opens"))
	d.offer(m, imageFile, say("export.the-overview-as-an"), say("export.for-slides-and-posts"))
	d.offer(m, drawingFile, say("export.the-overview-as-a"), say("export.svg-sharp-at-any"))
	m.open("li").text(say("export.tables-for-a-spreadsheet") + " ")
	for i, table := range analysis.Tables() {
		if i > 0 {
			m.text(", ")
		}
		d.fileLink(m, File{d.overview(), table + csvExt}, say("tables."+table))
	}
	m.close("li")
	d.offer(m, jsonFile, say("export.the-analysis-as-json"), say("export.everything-for-programs"))
	m.close("ul")
	d.takeFoot(m, say("export.compared-by-samewire"), d.everyone())
}

// takeComparison offers two articles side by side.
func (d *desk) takeComparison(m *markup) {
	if d.Embed {
		return // the full page has it
	}
	d.takeHead(m)
	d.offer(m, "", say("export.this-comparison-as-a"), say("export.one-file-that-opens"))
	m.close("ul")
	what := say("export.and-as-compared-by", "outlet", d.Analysis.Story.Named(d.Article), "outlet2", d.Analysis.Story.Named(d.Other))
	d.takeFoot(m, what, []int{d.Article, d.Other})
}

// takePassage offers a passage.
func (d *desk) takePassage(m *markup, p *collate.Passage) {
	if d.Embed {
		return // the full page has it
	}
	d.takeHead(m)
	d.offer(m, "", say("export.this-passage-as-a"), say("export.one-file-that-opens"))
	m.close("ul")
	takeaway(m, "as-text", say("export.the-readings"), d.asText(p))
	d.takeFoot(m, say("export.passage-as-compared-by", "n", grouped(p.ID)), outlets(p))
}

func (d *desk) takeHead(m *markup) {
	m.open("details", "class", "take").put("summary", say("export.take-away")).put("p", "", "role", "status").open("ul")
}

// takeFoot ends what can be taken away with a citation and the address.
func (d *desk) takeFoot(m *markup, what string, articles []int) {
	takeaway(m, "citation", say("export.citation"), d.citation(what, articles))
	if d.origin != "" {
		takeaway(m, "page-link", say("export.link-to-this-page"), d.origin+d.Address.String())
	}
	m.close("details")
}

// offer writes a link to a file and what it is for. A name of "" is that of the
// view itself.
func (d *desk) offer(m *markup, name, label, purpose string) {
	f := File{d.Address, name}
	m.open("li")
	d.fileLink(m, f, label)
	m.text(colon() + purpose).close("li")
}

func (d *desk) fileLink(m *markup, f File, label string) {
	m.put("a", label, "href", f.String(), "download", f.Name())
}

// imprint says on paper what was printed, and where it is to be found.
func (d *desk) imprint() Block {
	var m markup
	m.open("p", "class", "imprint")
	if d.Place == Read {
		if title := d.Analysis.Story.Articles[d.Article].Title; title != "" {
			m.say("finding.quote", "words", bdi(title)).text(", ")
		}
		m.name(d.Analysis.Story.Named(d.Article)).text(" · ")
	}
	m.name(d.Analysis.Story.Title).text(" · Samewire")
	if d.origin != "" {
		m.text(" · " + d.origin + d.Address.String())
	}
	return m.close("p").block()
}

// everyone returns all articles.
func (d *desk) everyone() []int {
	all := make([]int, len(d.Documents))
	for i := range all {
		all[i] = i
	}
	return all
}

// takeaway writes a text to select and copy. The button is for the app, which
// copies it at a tap; without the app it isn't shown.
func takeaway(m *markup, id, label, text string) {
	rows := 0
	for line := range strings.SplitSeq(text, "\n") {
		rows += 1 + utf8.RuneCountInString(line)/90
	}
	m.open("p").put("label", label, "for", id).text(" ")
	m.open("button", "type", "button", "data-copy", id).text(say("export.copy")).hidden(colon() + label).close("button")
	m.text(" ").put("span", "", "role", "status").close("p")
	m.put("textarea", text, "id", id, "readonly", "", "rows", strconv.Itoa(min(rows, 20)), "dir", "auto")
}

// asText writes the readings of a passage one under the other.
func (d *desk) asText(p *collate.Passage) string {
	var out []string
	for _, r := range p.Readings {
		out = append(out, d.Analysis.Story.Named(r.Article)+colon()+strings.Join(strings.Fields(d.Text(r.Place)), " "))
	}
	return strings.Join(out, "\n\n")
}

// citation names what is cited, its address and the articles, as far as is known.
func (d *desk) citation(what string, articles []int) string {
	head := d.Analysis.Story.Title + ". " + what + "."
	if d.origin != "" {
		head += " " + d.origin + d.Address.String()
	}
	out := []string{head}
	for _, i := range articles {
		a := d.Analysis.Story.Articles[i]
		line := d.Analysis.Story.Named(i)
		if a.Title != "" {
			line += ", " + inMarks(a.Title)
		}
		for _, known := range []string{date(a.Date), a.Link} {
			if known != "" {
				line += ", " + known
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}
