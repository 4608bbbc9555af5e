package ui

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"samewire/app/align"
	"samewire/app/collate"
)

// perPage is how many passages a page lists.
const perPage = 60

// passagesView lists all passages.
func (d *desk) passagesView() View {
	var m markup
	m.open("main", "id", "main", "class", "passages", "tabindex", "-1")
	m.put("h1", say("export.passages"))
	if len(d.Passages) == 0 {
		m.put("p", say("passages.these-articles-share-no"))
	} else {
		m.put("p", say("passages.in-two-or-more", "first", capital(count(len(d.Passages), "count.passage-stands"))), "class", "note")
		d.contents(&m)
		d.pages(&m, len(d.Passages))
	}
	m.close("main")
	return d.view(say("passages.passages", "pagetitle", d.pageTitle()), say("passages.the-passages-that-outlets"), m.block())
}

// contents lists the passages of a page.
func (d *desk) contents(m *markup) {
	first, last := d.page(len(d.Passages))
	m.open("ol", "class", "contents", "start", strconv.Itoa(first+1))
	for n := range d.Passages[first:last] {
		p := &d.Passages[first+n]
		m.open("li").put("span", grouped(p.ID), "class", "number", "aria-hidden", "true")
		m.put("a", beginning(d.Text(p.Readings[p.Base].Place)), "href", d.passage(p.ID).String(), "dir", "auto")
		d.letters(m, outlets(p))
		m.put("span", kindRange(p), "class", "far")
		m.close("li")
	}
	m.close("ol")
}

// beginning returns the beginning of a passage, which may itself begin in the
// middle of a sentence.
func beginning(s string) string {
	s = shorten(s, 110)
	if r, _ := utf8.DecodeRuneInString(s); unicode.IsLower(r) {
		s = "… " + s
	}
	return s
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
	return say("passages.from-to", "nearest", kindName(nearest), "furthest", kindName(furthest))
}

// page returns which of n passages the page of the address has.
func (d *desk) page(n int) (first, last int) {
	page := min(max(d.Address.Page, 1), pagesOf(n))
	first = (page - 1) * perPage
	return first, min(first+perPage, n)
}

// pagesOf returns how many pages n passages take, one at least.
func pagesOf(n int) int { return max(1, (n+perPage-1)/perPage) }

// pages leads to the pages of a list of n passages, if there is more than one.
func (d *desk) pages(m *markup, n int) {
	all := pagesOf(n)
	if all == 1 {
		return
	}
	first, _ := d.page(n)
	m.open("nav", "class", "chooser pages", "aria-label", say("passages.pages")).put("span", say("passages.page"), "aria-hidden", "true")
	for page := 1; page <= all; page++ {
		to := d.Address
		to.Page = page
		if page == 1 {
			to.Page = 0
		}
		attrs := []string{"class", "outlet", "href", to.String()}
		if page == first/perPage+1 {
			attrs = append(attrs, "aria-current", "page")
		}
		m.open("a", attrs...).hidden(say("passages.page") + " ").text(strconv.Itoa(page)).close("a")
	}
	m.close("nav")
}

// pageTitle tells a further page of a list from its first.
func (d *desk) pageTitle() string {
	if d.Address.Page < 2 {
		return ""
	}
	return say("passages.page-2", "n", strconv.Itoa(d.Address.Page))
}
