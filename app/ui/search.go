package ui

import (
	"slices"
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/text"
)

// hitsAtOnce is how many hits a page shows before it asks.
const hitsAtOnce = 100

// searchView shows where the articles have the words of a query.
func (d *desk) searchView() View {
	q := readQuery(d.Query)
	all, together := d.search(q)
	var field, found markup
	field.open("div").put("h1", say("frame.search"))
	d.searchForm(&field, false)
	field.close("div")
	found.open("div")
	title := say("frame.search")
	switch {
	case len(q) == 0:
		d.howToSearch(&found)
	case len(all) == 0:
		title = say("search.no-hit-for", "query", d.Query)
		d.noHit(&found)
	default:
		title = say("search.for", "first", capital(count(len(all), "count.hit")), "query", d.Query)
		d.found(&found, title, all, together)
	}
	found.close("div")
	v := d.view(title, say("search.where-the-articles-of"),
		group("main", []string{"id", "main", "class", "results", "tabindex", "-1"}, field.block(), found.block()))
	v.Canonical, v.NoIndex = "", true
	return v
}

// search looks through all articles: for the query as it stands, or, when no
// article has that, for its words in any order.
func (d *desk) search(q query) (all []hit, together bool) {
	for i := range d.Documents {
		all = append(all, d.hits(q, i)...)
	}
	if len(all) > 0 {
		return all, true
	}
	if words, ok := q.apart(); ok {
		for i := range d.Documents {
			all = append(all, d.hits(words, i)...)
		}
	}
	return all, false
}

// hits returns the hits in article i. Of captions that are the same, one is
// enough.
func (d *desk) hits(q query, i int) []hit {
	doc := d.Documents[i]
	seen := map[string]bool{}
	return slices.DeleteFunc(q.hits(doc, i), func(h hit) bool {
		words := h.Of(doc.Source)
		again := d.inCaption(h) && seen[words]
		seen[words] = true
		return again
	})
}

// inCaption tells whether a hit is in the caption of a picture.
func (d *desk) inCaption(h hit) bool {
	n := slices.IndexFunc(d.Documents[h.article].Paragraphs, func(p text.Paragraph) bool { return p.Overlap(h.Span) > 0 })
	return n >= 0 && d.Captions(h.article)[n]
}

// searchForm writes the field for a query: with all that belongs to it, or
// compact, for the row of views. What was chosen for the whole story goes along.
func (d *desk) searchForm(m *markup, compact bool) {
	to := d.at(Search)
	label := []string{"for", "search"}
	field := []string{"type", "search", "id", "search", "name", "q", "maxlength", strconv.Itoa(maxQuery), "autocomplete", "off"}
	if compact {
		label = append(label, "class", "vh")
		field = append(field, "placeholder", say("frame.search"))
	} else {
		field = append(field, "dir", "auto", "value", d.Query)
		if d.Query == "" {
			field = append(field, "autofocus", "")
		}
	}
	m.open("form", "role", "search", "class", "search", "action", to.Path())
	m.put("label", say("search.search-this-story"), label...).open("input", field...)
	_, chosen, _ := strings.Cut(to.String(), "?")
	for pair := range strings.SplitSeq(chosen, "&") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			m.open("input", "type", "hidden", "name", name, "value", value)
		}
	}
	if !compact {
		m.put("button", say("frame.search"))
	}
	m.close("form")
}

// howToSearch stands where there is nothing to look for yet.
func (d *desk) howToSearch(m *markup) {
	if d.Query != "" {
		m.put("p", say("search.has-no-word-in", "query", d.Query), "id", "found", "tabindex", "-1")
	}
	m.put("p", say("search.type-a-name-a"))
	m.open("ul", "class", "note")
	m.put("li", say("search.capitals-and-accents-dont"))
	m.put("li", say("search.other-forms-of-a"))
	m.put("li", say("search.words-in-quotation-marks")).close("ul")
}

// noHit says that nothing was found, and which of the words are there.
func (d *desk) noHit(m *markup) {
	m.open("h2", "id", "found", "tabindex", "-1").say("search.no-article-has", "query", bdi(d.Query)).close("h2")
	words := d.wordCounts()
	if len(words) < 2 {
		m.put("p", say("search.look-for-another-word"))
		return
	}
	m.put("p", say("search.nor-has-any-sentence"))
	m.open("ul", "class", "alone")
	for _, w := range words {
		m.open("li")
		if w.hits > 0 {
			to := d.at(Search)
			to.Query = w.word
			m.open("a", "href", to.String()).name(w.word).close("a").text(colon() + count(w.hits, "count.hit"))
		} else {
			m.say("search.in-no-article", "word", bdi(w.word))
		}
		m.close("li")
	}
	m.close("ul")
}

// wordCount is how many hits a word has by itself.
type wordCount struct {
	word string
	hits int
}

// wordCounts returns the words of the query, each once.
func (d *desk) wordCounts() []wordCount {
	const most = 12
	var all []wordCount
	seen := map[string]bool{}
	for _, w := range text.Parse(d.Query).Words {
		if seen[w.Stem] || len(all) == most {
			continue
		}
		seen[w.Stem] = true
		c := wordCount{word: w.Of(d.Query)}
		for i := range d.Documents {
			c.hits += len(d.hits(readQuery(c.word), i))
		}
		all = append(all, c)
	}
	return all
}

// found lists the hits, outlet by outlet.
func (d *desk) found(m *markup, title string, all []hit, together bool) {
	m.open("h2", "id", "found", "tabindex", "-1").name(title).close("h2")
	m.put("p", d.spread(all), "class", "note")
	if !together {
		m.put("p", say("search.no-article-has-these"), "class", "note")
	}
	shown := all[:d.atOnce(len(all), hitsAtOnce)]
	counts := map[int]int{}
	for _, h := range all {
		counts[h.article]++
	}
	readings := d.readingsByArticle()
	byArticle(shown, func(h hit) int { return h.article }, func(i int, of []hit) {
		m.open("h3")
		d.outlet(m, i)
		m.text(" ").put("small", count(counts[i], "count.hit")).close("h3").open("ol")
		for _, h := range of {
			d.hit(m, h, readings[i])
		}
		m.close("ol")
	})
	d.more(m, len(all), hitsAtOnce, "hits", "all")
}

// spread says in how many outlets there are hits, and in which there are none
// if those are few.
func (d *desk) spread(all []hit) string {
	const few = 4
	var without []int
	for i := range d.Documents {
		if !slices.ContainsFunc(all, func(h hit) bool { return h.article == i }) {
			without = append(without, i)
		}
	}
	n := len(d.Documents)
	key := "search.in-of"
	switch {
	case n == 1:
		return say("search.in-the-one-article")
	case len(without) == 0:
		return say("search.in-all", "n", numeral(n))
	case len(without) == 1:
		key = "search.in-of.but-one"
	case len(without) <= few:
		key = "search.in-of.but"
	}
	return say(key, "n", numeral(n-len(without)), "all", numeral(n), "outlets", d.names(without))
}

// placed is where a passage stands in an article.
type placed struct {
	text.Span
	passage int // its ID
}

// readingsByArticle returns the readings of all passages, article by article.
func (d *desk) readingsByArticle() [][]placed {
	all := make([][]placed, len(d.Documents))
	for i := range d.Passages {
		p := &d.Passages[i]
		for _, r := range p.Readings {
			all[r.Article] = append(all[r.Article], placed{r.Span, p.ID})
		}
	}
	return all
}

// hit writes a hit: its sentence, a link to its place, and who else has it.
func (d *desk) hit(m *markup, h hit, readings []placed) {
	at := text.Span{Start: h.found[0].Start, End: h.found[len(h.found)-1].End}
	best, id := 0, 0
	for _, r := range readings {
		if n := r.Overlap(at); n > best {
			best, id = n, r.passage
		}
	}
	m.open("li").open("a", d.inCopy(h.article, "href", d.inPassage(align.Place{Article: h.article, Span: h.Span}, id))...)
	source, from := d.Documents[h.article].Source, h.Start
	for _, f := range h.found {
		m.text(source[from:f.Start]).put("mark", f.Of(source))
		from = f.End
	}
	m.text(source[from:h.End]).close("a")
	if id > 0 {
		others := slices.DeleteFunc(outlets(&d.Passages[id-1]), func(i int) bool { return i == h.article })
		m.open("p", "class", "note").say("search.also-in",
			"passage", el("a", say("search.passage", "n", grouped(id)), "href", d.passage(id).String()),
			"outlets", in(func(m *markup) { d.letters(m, others) }))
		m.close("p")
	}
	if d.inCaption(h) {
		m.put("p", say("search.caption"), "class", "note")
	}
	m.close("li")
}
