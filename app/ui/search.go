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
	field.open("div").put("h1", "Search")
	d.searchForm(&field, false)
	field.close("div")
	found.open("div")
	title := "Search"
	switch {
	case len(q) == 0:
		d.howToSearch(&found)
	case len(all) == 0:
		title = "No hit for “" + d.Query + "”"
		d.noHit(&found)
	default:
		title = capital(count(len(all), "hit", "hits")) + " for “" + d.Query + "”"
		d.found(&found, title, all, together)
	}
	found.close("div")
	v := d.view(title, "Where the articles of this story have the words you look for.",
		group("main", []string{"id", "main", "class", "results", "tabindex", "-1"}, field.block(), found.block()))
	v.Canonical, v.NoIndex = "", true
	return v
}

// search looks through all articles: for the query as it stands, or, when no
// article has that, for its words in any order.
func (d *desk) search(q query) (all []hit, together bool) {
	for i, doc := range d.Documents {
		all = append(all, q.hits(doc, i)...)
	}
	if len(all) > 0 {
		return all, true
	}
	if words, ok := q.apart(); ok {
		for i, doc := range d.Documents {
			all = append(all, words.hits(doc, i)...)
		}
	}
	return all, false
}

// searchForm writes the field for a query: with all that belongs to it, or
// compact, for the row of views. What was chosen for the whole story goes along.
func (d *desk) searchForm(m *markup, compact bool) {
	to := d.at(Search)
	label := []string{"for", "search"}
	field := []string{"type", "search", "id", "search", "name", "q", "maxlength", strconv.Itoa(maxQuery), "autocomplete", "off"}
	if compact {
		label = append(label, "class", "vh")
		field = append(field, "placeholder", "Search")
	} else {
		field = append(field, "dir", "auto", "value", d.Query)
		if d.Query == "" {
			field = append(field, "autofocus", "")
		}
	}
	m.open("form", "role", "search", "class", "search", "action", to.Path())
	m.put("label", "Search this story", label...).open("input", field...)
	_, chosen, _ := strings.Cut(to.String(), "?")
	for pair := range strings.SplitSeq(chosen, "&") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			m.open("input", "type", "hidden", "name", name, "value", value)
		}
	}
	if !compact {
		m.put("button", "Search")
	}
	m.close("form")
}

// howToSearch stands where there is nothing to look for yet.
func (d *desk) howToSearch(m *markup) {
	if d.Query != "" {
		m.put("p", "“"+d.Query+"” has no word in it.", "id", "found", "tabindex", "-1")
	}
	m.put("p", "Type a name, a number, or some words of a sentence, to see where the articles have them.")
	m.open("ul", "class", "note")
	m.put("li", "Capitals and accents don’t count.")
	m.put("li", "Other forms of a word are found too: “cut” finds “cuts” and “cutting”.")
	m.put("li", "Words in quotation marks are found only as you spell them.").close("ul")
}

// noHit says that nothing was found, and which of the words are there.
func (d *desk) noHit(m *markup) {
	m.open("h2", "id", "found", "tabindex", "-1").text("No article has “").name(d.Query).text("”").close("h2")
	words := d.wordCounts()
	if len(words) < 2 {
		m.put("p", "Look for another word that says the same, or for a name or a number that must be near it.")
		return
	}
	m.put("p", "Nor has any sentence all of these words. Look for fewer, or for one alone:")
	m.open("ul", "class", "alone")
	for _, w := range words {
		m.open("li")
		if w.hits > 0 {
			to := d.at(Search)
			to.Query = w.word
			m.open("a", "href", to.String()).name(w.word).close("a").text(": " + count(w.hits, "hit", "hits"))
		} else {
			m.name(w.word).text(": in no article")
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
		for i, doc := range d.Documents {
			c.hits += len(readQuery(c.word).hits(doc, i))
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
		m.put("p", "No article has these words one after the other. These sentences have all of them.", "class", "note")
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
		m.text(" ").put("small", count(counts[i], "hit", "hits")).close("h3").open("ol")
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
	s := "In " + numeral(n-len(without)) + " of " + count(n, "outlet", "outlets")
	switch {
	case n == 1:
		return "In the one article."
	case len(without) == 0:
		return "In all " + count(n, "outlet", "outlets") + "."
	case len(without) > few:
		return s + "."
	case len(without) == 1:
		return s + "; " + d.names(without) + " has none."
	}
	return s + "; " + d.names(without) + " have none."
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
	m.open("li").open("a", "dir", "auto", "href", d.inPassage(align.Place{Article: h.article, Span: h.Span}, id))
	source, from := d.Documents[h.article].Source, h.Start
	for _, f := range h.found {
		m.text(source[from:f.Start]).put("mark", f.Of(source))
		from = f.End
	}
	m.text(source[from:h.End]).close("a")
	if id > 0 {
		others := slices.DeleteFunc(outlets(&d.Passages[id-1]), func(i int) bool { return i == h.article })
		m.open("p", "class", "note").text("In ").put("a", "passage "+grouped(id), "href", d.passage(id).String()).text(", also in ")
		d.letters(m, others)
		m.close("p")
	}
	m.close("li")
}
