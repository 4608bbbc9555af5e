package ui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"samewire/app/collate"
)

// minOutlets is how many outlets have a passage at least.
const minOutlets = 2

// commonView is the words on which the outlets agree, with a slot wherever
// they don't.
func (d *desk) commonView() View {
	least := max(d.Address.Outlets, minOutlets)
	passages := d.carried(least)
	first, last := d.page(len(passages))
	var m markup
	m.open("main", "id", "main", "class", "common", "tabindex", "-1")
	m.put("h1", say("common.common-wording"))
	m.open("p", "class", "lead").put("b", say("common.reconstruction"))
	m.text(" " + say("common.these-are-the-words")).close("p")
	d.threshold(&m, least)
	m.put("p", d.supportNote(len(passages), least), "class", "note")
	var whole []string
	m.open("ol", "class", "wordings")
	for _, p := range passages[first:last] {
		parts := collate.NewTable(d.Documents, p).Common()
		whole = append(whole, collate.Default(parts))
		m.open("li")
		d.support(&m, p)
		m.open("div", d.inCopy(p.Readings[p.Base].Article, "class", "copy")...)
		d.wording(&m, p, parts)
		m.close("div", "li")
	}
	m.close("ol")
	d.pages(&m, len(passages))
	if len(whole) > 0 {
		m.open("details", "class", "take").put("summary", say("common.copy-this-as-text"))
		m.put("p", say("common.each-slot-has-the"), "class", "note")
		takeaway(&m, "whole", say("common.common-wording-a-reconstruction"), strings.Join(whole, "\n\n"))
		m.close("details")
	}
	m.close("main")
	v := d.view(say("common.common-wording-2", "pagetitle", d.pageTitle()), say("common.the-words-on-which"), m.block())
	everything := d.Address.withBase(None)
	everything.Outlets, everything.Embed = 0, false
	v.Canonical = everything.String()
	return v
}

// carried returns the passages that at least so many outlets have, in order.
func (d *desk) carried(least int) []*collate.Passage {
	var out []*collate.Passage
	for n := range d.Passages {
		if p := &d.Passages[n]; len(outlets(p)) >= least {
			out = append(out, p)
		}
	}
	return out
}

// supportNote says how many passages are shown, of how many.
func (d *desk) supportNote(shown, least int) string {
	if shown == 0 {
		return say("common.no-passage-is-in")
	}
	if least == minOutlets {
		return say("common.all-passages-that-two", "n", grouped(shown))
	}
	return say("common.passages-that-or-more", "n", numeral(least), "n2", grouped(shown), "n3", grouped(len(d.Passages)))
}

// threshold is the slider that chooses how many outlets must have a passage. Its
// scale is a row of links, which do without it.
func (d *desk) threshold(m *markup, least int) {
	steps := d.thresholds()
	if len(steps) < 2 {
		return
	}
	m.open("nav", "class", "chooser least", "aria-label", say("common.how-many-outlets-must"))
	m.put("label", say("common.how-many-outlets-must"), "for", "least").open("span", "class", "scale")
	m.open("input", "type", "range", "id", "least", "max", strconv.Itoa(len(steps)-1), "value", strconv.Itoa(slices.Index(steps, least)),
		"aria-valuetext", count(least, "count.outlet"), "autocomplete", "off")
	for _, n := range steps {
		to := d.list(Common)
		if n > minOutlets {
			to.Outlets = n
		}
		attrs := []string{"id", "least-" + strconv.Itoa(n), "class", "outlet", "data-stay", "", "href", to.String()}
		if n == least {
			attrs = append(attrs, "aria-current", "true")
		}
		m.open("a", attrs...).text(strconv.Itoa(n)).hidden(" " + say("common.outlets", "n", strconv.Itoa(n))).close("a")
	}
	m.close("span", "nav")
}

// thresholds are the numbers of outlets to choose from: each up to five that
// makes a difference, then rounder ones.
func (d *desk) thresholds() []int {
	most := 0
	for n := range d.Passages {
		most = max(most, len(outlets(&d.Passages[n])))
	}
	var out []int
	for _, n := range []int{2, 3, 4, 5, 10, 20, 50, 100, 200} {
		if n <= most {
			out = append(out, n)
		}
	}
	if n := d.Address.Outlets; n > minOutlets && !slices.Contains(out, n) {
		out = append(out, n)
		slices.Sort(out)
	}
	return out
}

// support says how many outlets have a passage, and which.
func (d *desk) support(m *markup, p *collate.Passage) {
	have := outlets(p)
	m.open("p", "class", "support").put("a", count(len(have), "count.outlet"), "href", d.passage(p.ID).String()).text(" ")
	d.letters(m, have)
	m.close("p")
}

// letters writes the letters of outlets, and their names for screen readers.
func (d *desk) letters(m *markup, articles []int) {
	const most = 6
	m.open("span", "class", "who")
	for n, i := range articles {
		if n == most && len(articles) > most+1 {
			m.put("span", "+"+strconv.Itoa(len(articles)-n), "aria-hidden", "true")
			break
		}
		m.letter(i)
	}
	m.aloud(d.names(articles)).close("span")
}

// names lists outlets by name, the first ones of many.
func (d *desk) names(articles []int) string {
	const most = 8
	var names []string
	for n, i := range articles {
		if n == most && len(articles) > most+1 {
			names = append(names, say("list.more", "n", grouped(len(articles)-n)))
			break
		}
		names = append(names, d.Analysis.Story.Named(i))
	}
	return list(names)
}

// wording writes a common wording as running text.
func (d *desk) wording(m *markup, p *collate.Passage, parts []collate.Part) {
	for i, part := range parts {
		if part.Slot == nil {
			m.text(part.Text)
			continue
		}
		before, words, after := slotText(part.Slot[0].Text, i == 0)
		m.text(before)
		d.slot(m, p, part.Slot, words)
		m.text(after)
	}
}

// slotText divides a variant into the words of a slot and the punctuation that
// is set to the words before and after. Without words the slot is a gap, which
// stands before the punctuation.
func slotText(variant string, first bool) (before, words, after string) {
	start := strings.IndexFunc(variant, spoken)
	switch {
	case start < 0 && first:
		return "", "", " " + strings.TrimLeftFunc(variant, unicode.IsSpace)
	case start < 0:
		return " ", "", variant
	}
	start = 1 + strings.LastIndexByte(variant[:start], ' ')
	end := len(strings.TrimRightFunc(variant, func(r rune) bool { return !spoken(r) }))
	if i := strings.IndexByte(variant[end:], ' '); i >= 0 {
		end += i
	} else {
		end = len(variant)
	}
	return variant[:start], variant[start:end], variant[end:]
}

// spoken tells whether a rune is part of a word.
func spoken(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// wordless tells whether a text is punctuation alone, or nothing.
func wordless(s string) bool {
	return !strings.ContainsFunc(s, spoken)
}

// slot writes the place where readings differ: the words of most, which open
// the words of all.
func (d *desk) slot(m *markup, p *collate.Passage, variants []collate.Wording, words string) {
	class, key := "slot", "common.slot"
	if len(articlesOf(p, variants[0].Readings)) < minOutlets {
		class, key = "slot alone", "common.slot.alone"
	}
	m.open("details", "class", class).open("summary")
	if words == "" {
		m.put("span", "[…]", "class", "gap", "aria-hidden", "true").aloud(say("common.no-words"))
	} else {
		m.put("span", words)
	}
	m.open("sup", "class", "count").text(grouped(len(variants))).aloud(" "+say(key, "n", grouped(len(variants)))).close("sup", "summary")
	m.open("ul")
	for _, v := range variants {
		m.open("li")
		d.letters(m, articlesOf(p, v.Readings))
		m.aloud(colon())
		if _, bare, _ := trim(v.Text); wordless(bare) {
			m.put("i", say("common.no-words-here"), "lang", say("language.code"))
		} else {
			m.put("span", bare)
		}
		m.close("li")
	}
	m.close("ul", "details")
}

// articlesOf returns the articles of readings, each once.
func articlesOf(p *collate.Passage, readings []int) []int {
	var out []int
	for _, r := range readings {
		if i := p.Readings[r].Article; !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}
