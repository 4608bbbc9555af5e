package ui

import (
	"cmp"
	"slices"
	"strconv"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/sorting"
	"samewire/app/story"
	"samewire/app/text"
)

// mark is a stretch of an article that belongs to a passage.
type mark struct {
	text.Span
	passage *collate.Passage
	kind    align.Kind // how near the nearest other reading is
}

// marks returns the passages of article i in the order of its text. Where two
// overlap, the later one begins where the earlier ends.
func (d *desk) marks(i int) []mark {
	var all []mark
	for n := range d.Passages {
		p := &d.Passages[n]
		for r := range p.Readings {
			if p.Readings[r].Article == i {
				all = append(all, mark{p.Readings[r].Span, p, d.Nearest(p, r)})
			}
		}
	}
	sorting.By(all, func(x, y mark) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), cmp.Compare(x.passage.ID, y.passage.ID))
	})
	end, kept := 0, all[:0]
	for _, m := range all {
		m.Start = max(m.Start, end)
		if m.Start < m.End {
			kept, end = append(kept, m), m.End
		}
	}
	return kept
}

// readView is one article with its shared passages marked, and the chosen
// passage's readings beside it.
func (d *desk) readView() View {
	chosen := d.chosen()
	name := d.Analysis.Story.Named(d.Article)
	return d.view(name, say("read.how-told-it-with", "name", name),
		d.bar(chosen), d.opened(chosen))
}

// opened is the article and the readings. They stand beside it, or below it; in
// another site's page, where the frame is as high as the article, they stand
// in it.
func (d *desk) opened(chosen *collate.Passage) Block {
	parts, class := []Block{d.article(chosen)}, "desk"
	if !d.Embed || chosen == nil {
		parts = append(parts, d.hint()) // where it stands above the text, the text is not to jump
	}
	if chosen != nil {
		class += " chosen"
		if !d.Embed {
			parts = append(parts, d.panel(chosen))
		}
	}
	return group("div", []string{"class", class}, parts...)
}

// chosen is the passage of the address, when the article has it.
func (d *desk) chosen() *collate.Passage {
	if d.Address.Passage < 1 || d.Address.Passage > len(d.Passages) {
		return nil
	}
	p := &d.Passages[d.Address.Passage-1]
	if !slices.Contains(outlets(p), d.Article) {
		return nil
	}
	return p
}

// bar stands above the text: the articles, and how they are shown.
func (d *desk) bar(chosen *collate.Passage) Block {
	var m markup
	m.open("p", "class", "switches")
	to, label := d.Address, say("read.show-only-what-changed")
	to.Changed = !d.Changed
	if d.Changed {
		label = say("read.show-the-whole-article")
	}
	m.put("a", label, "id", "only", "data-stay", "", "href", to.String()).text(" ")
	d.namesSwitch(&m)
	switches := m.close("p").block()
	return group("section", []string{"class", "bar", "aria-label", say("ledger.what-is-shown")}, d.articles(chosen), switches)
}

// articles is the row of letters that leads to each outlet's article, and to
// the chosen passage in it. A letter is a block: of a hundred articles few have
// the passage, and a browser takes longer for the letters of all than for its
// readings.
func (d *desk) articles(chosen *collate.Passage) Block {
	letters := make([]Block, len(d.Documents))
	for i := range letters {
		var m markup
		to := d.read(i, 0).String()
		if chosen != nil && slices.Contains(outlets(chosen), i) {
			to = d.read(i, chosen.ID).String() + d.jump()
		}
		attrs := []string{"class", "outlet", "href", to}
		if i == d.Article {
			attrs = append(attrs, "aria-current", "page")
		}
		letters[i] = m.open("a", attrs...).text(story.Letter(i)).hidden(" " + d.Analysis.Story.Named(i)).close("a").block()
	}
	return group("nav", []string{"class", "articles", "aria-label", say("read.articles")}, letters...)
}

// article is the article as an article should look, or only those of its
// paragraphs that have copy which some outlet changed.
func (d *desk) article(chosen *collate.Passage) Block {
	parts := []Block{d.byline()}
	doc := d.Documents[d.Article]
	marks := d.marks(d.Article)
	seen := map[*collate.Passage]bool{}
	out, kept := 0, 0 // paragraphs left out since the last one, and not left out
	filler := ""      // of paragraphs that an excerpt leaves out
	for n, p := range doc.Paragraphs {
		if d.Changed && !slices.ContainsFunc(marks, func(k mark) bool {
			return k.Overlap(p.Span) > 0 && (changed(k.passage) || k.passage == chosen)
		}) {
			out++
			continue
		}
		parts = append(parts, leftOut(out)...)
		out = 0
		kept++
		if text := p.Of(doc.Source); isAllOut(text) {
			if !d.Captions(d.Article)[n] {
				filler += text + " "
			}
			continue
		}
		parts = append(parts, d.outParagraph(filler)...)
		filler = ""
		parts = append(parts, d.paragraph(n, marks, seen, chosen))
		if d.Embed && slices.ContainsFunc(marks, func(k mark) bool { return k.passage == chosen && p.Start < k.End && k.End <= p.End }) {
			parts = append(parts, d.panel(chosen))
		}
	}
	parts = append(parts, leftOut(out)...)
	parts = append(parts, d.outParagraph(filler)...)
	if d.Changed && kept == len(doc.Paragraphs) {
		var m markup
		parts = slices.Insert(parts, 1, m.put("p", say("read.every-paragraph-has-copy"), "class", "out").block())
	}
	return group("main", []string{"id", "main", "tabindex", "-1"}, group("article", []string{"class", "copy"}, parts...))
}

// paragraph writes paragraph n with its marks. seen are the passages that have
// been marked before.
func (d *desk) paragraph(n int, marks []mark, seen map[*collate.Passage]bool, chosen *collate.Passage) Block {
	var m markup
	source, p := d.Documents[d.Article].Source, d.Documents[d.Article].Paragraphs[n].Span
	attrs := []string{"id", "p" + strconv.Itoa(n+1)}
	if d.Captions(d.Article)[n] {
		attrs = append(attrs, "class", "caption")
	}
	m.open("p", d.inCopy(d.Article, attrs...)...)
	at := p.Start
	for _, k := range marks {
		if k.Overlap(p) == 0 {
			continue
		}
		start, end := max(k.Start, p.Start), min(k.End, p.End)
		m.text(source[at:start])
		d.mark(&m, k, source[start:end], chosen, !seen[k.passage], k.End <= p.End)
		seen[k.passage] = true
		at = end
	}
	m.text(source[at:p.End])
	return m.close("p").block()
}

// changed tells whether any outlet has a passage in other words than another.
func changed(p *collate.Passage) bool {
	return slices.ContainsFunc(p.Readings, func(r collate.Reading) bool { return r.Kind != align.Verbatim })
}

// leftOut stands for n paragraphs in which nothing was changed.
func leftOut(n int) []Block {
	if n == 0 {
		return nil
	}
	var m markup
	return []Block{m.put("p", say("read.with-no-changed-copy", "count", count(n, "count.paragraph")), "class", "out").block()}
}

// byline is the article's head: its title, its outlet and how much of it is
// its own.
func (d *desk) byline() Block {
	var m markup
	doc, art := d.Documents[d.Article], d.Analysis.Story.Articles[d.Article]
	m.open("header", "class", "byline")
	title := art.Title
	attrs := d.inCopy(d.Article)
	if title == "" {
		title, attrs = d.Analysis.Story.Named(d.Article), []string{"dir", "auto"}
	}
	m.open("h1", attrs...)
	m.text(title).close("h1").open("p")
	facts := dated(art.Date, say("read.only-here", "count", count(len(doc.Words), "count.word"), "share", percent(d.Own(d.Article))))
	if art.Title == "" {
		facts = capital(facts)
	} else {
		d.outlet(&m, d.Article)
		m.text(" · ")
	}
	m.text(facts)
	if art.Credit != "" {
		m.text(" · ").name(art.Credit)
	}
	if art.Link != "" {
		m.text(" · ").put("a", say("read.the-original"), "href", art.Link, "rel", "external noopener", "target", "_blank")
	}
	return m.close("p", "header").block()
}

// mark writes a marked stretch. The first one of a passage gets its name; the
// last piece of a mark gets the number of outlets.
func (d *desk) mark(m *markup, k mark, words string, chosen *collate.Passage, first, last bool) {
	id := strconv.Itoa(k.passage.ID)
	attrs := []string{"class", "shared " + kindClass(k.kind), "data-stay", "", "href", d.read(d.Article, k.passage.ID).String() + "#m" + id}
	if first {
		attrs = append(attrs, "id", "m"+id)
	}
	if k.passage == chosen {
		attrs = append(attrs, "aria-current", "true")
	}
	m.open("a", attrs...).text(words).close("a")
	if last && k.passage == chosen && !d.Embed {
		// The rest of the article lies between it and them.
		m.put("a", say("read.to-the-readings"), "class", "hop", "href", "#chosen")
	}
	if last {
		n := len(outlets(k.passage))
		m.open("sup", "class", "count").text(strconv.Itoa(n)).aloud(" " + say("read.outlets-have-this", "n", strconv.Itoa(n), "kind", kindName(k.kind))).close("sup")
	}
}

// hint tells how to choose a passage.
func (d *desk) hint() Block {
	var m markup
	m.open("aside", "class", "panel hint", "aria-label", say("read.how-to-read-this"))
	m.put("h2", say("read.how-others-put-it"))
	if len(d.marks(d.Article)) == 0 {
		m.put("p", say("read.no-other-outlet-of"))
		return m.close("aside").block()
	}
	m.put("p", say("read.other-outlets-have-the"))
	legend(&m)
	d.ownFindings(&m)
	return m.close("aside").block()
}

// panel shows the readings of the chosen passage.
func (d *desk) panel(chosen *collate.Passage) Block {
	var m markup
	m.open("aside", "class", "panel", "aria-labelledby", "chosen")
	m.open("header")
	key := "read.one-passage"
	if d.quotedBy(chosen) != None {
		key = "read.one-quotation"
	}
	m.put("h2", say(key, "first", capital(count(len(outlets(chosen)), "count.outlet"))), "id", "chosen", "tabindex", "-1")
	d.steps(&m, chosen)
	m.close("header")
	d.chooser(&m, chosen)
	d.readings(&m, chosen)
	m.open("p", "class", "note").put("a", say("read.this-passage-on-its"), "href", d.passage(chosen.ID).String()).close("p")
	return m.close("aside").block()
}

// steps leads to the passages before and after in this article, and closes the
// panel. Each has its place even where it leads nowhere, so that a reader who goes
// on needn't look for it.
func (d *desk) steps(m *markup, chosen *collate.Passage) {
	marks := d.marks(d.Article)
	at := slices.IndexFunc(marks, func(k mark) bool { return k.passage == chosen })
	m.open("p", "class", "steps")
	link := func(i int, label, id string) {
		if i < 0 || i >= len(marks) {
			m.put("span", label, "aria-hidden", "true")
		} else {
			n := marks[i].passage.ID
			m.put("a", label, "id", id, "data-stay", "", "href", d.read(d.Article, n).String()+"#m"+strconv.Itoa(n))
		}
		m.text(" ")
	}
	if len(marks) > 1 {
		link(at-1, say("read.previous"), "previous")
		link(at+1, say("read.next"), "next")
	}
	m.put("a", say("read.close"), "class", "dismiss", "id", "close", "data-stay", "", "href", d.read(d.Article, 0).String()+d.jump())
	m.close("p")
}

// legend explains the marks.
func legend(m *markup) {
	m.open("ul", "class", "legend")
	for _, k := range []align.Kind{align.Verbatim, align.Edited, align.Reworded} {
		m.open("li").put("span", capital(kindName(k)), "class", "shared "+kindClass(k)).put("span", colon()+kindMeaning(k), "class", "means").close("li")
	}
	m.open("li").say("read.outlets-have-it", "three", el("sup", "3", "class", "count"), "means", el("span", say("read.this-one-included"), "class", "means")).close("li")
	m.close("ul")
}

// kindMeaning explains a kind in a sentence.
func kindMeaning(k align.Kind) string {
	switch k {
	case align.Verbatim:
		return say("read.another-outlet-has-the")
	case align.Edited:
		return say("read.at-least-two-thirds")
	}
	return say("read.probably-the-same-statement")
}
