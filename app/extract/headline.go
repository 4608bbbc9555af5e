package extract

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// headline returns the article's title. Pages say it up to four times, each
// time with something else around it: the name of the site, a section, a
// shorter form for search engines. The heading that readers see is taken when
// another place bears it out.
func (d *document) headline(m map[string]string, article object, outlet string) string {
	site := d.outletInTitle()
	var told []string
	for _, s := range []string{article.text("headline"), m["og:title"], m["twitter:title"], article.text("name"), d.property("headline"), d.title, m["dc.title"], m["title"]} {
		s = clean(s)
		if s = withoutSite(s, outlet, site); s != "" && !strings.EqualFold(s, outlet) {
			told = append(told, s)
		}
	}
	headings := d.headings()
	best, most := "", 0.0
	for i, h := range headings {
		if i == 12 {
			break
		}
		for _, t := range told {
			if l := alike(h, t); l > most+0.05 {
				best, most = h, l
			}
		}
	}
	switch {
	case most >= 0.7:
		return cut(best)
	case len(told) > 0:
		return cut(told[0])
	case len(headings) > 0:
		return cut(headings[0])
	}
	return ""
}

// headings returns the texts of the page's headings, those of the first level
// first.
func (d *document) headings() []string {
	var levels [3][]string
	for n := range d.root.Descendants() {
		for i, a := range []atom.Atom{atom.H1, atom.H2, atom.H3} {
			if !is(n, a) || len(levels[i]) == 12 {
				continue
			}
			if s := squeeze(textOf(n)); s != "" && len(s) < 1000 {
				levels[i] = append(levels[i], s)
			}
		}
	}
	return slices.Concat(levels[:]...)
}

// shortLines returns the first paragraphs that are as long as a headline: pages
// older than style sheets have no headings.
func (d *document) shortLines() []string {
	var all []string
	for _, p := range d.whole() {
		if n := len(wordsIn(p.text)); n > 2 && n < 25 && p.linked == 0 && len(all) < 12 {
			all = append(all, squeeze(p.text))
		}
	}
	return all
}

// separators part a headline from the name of the site.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " › ", " ¦ ", " ~ "}

// lastSeparator returns where the last separator begins and ends, or -1.
func lastSeparator(s string) (start, end int) {
	start = -1
	for _, sep := range separators {
		if i := strings.LastIndex(s, sep); i > start {
			start, end = i, i+len(sep)
		}
	}
	return start, end
}

// outletInTitle returns the end of the page's title that isn't in its heading,
// "Mayor resigns | The Daily Example", or its beginning if the heading is what
// follows.
func (d *document) outletInTitle() string {
	start, end := lastSeparator(d.title)
	if start < 0 {
		return ""
	}
	headings := d.headings()
	if len(headings) == 0 {
		headings = d.shortLines()
	}
	isOutlet := func(name, rest string, least float64) bool {
		return len(wordsIn(name)) <= 5 && slices.ContainsFunc(headings, func(h string) bool {
			return alike(h, rest) >= least && !strings.Contains(fold(h), fold(name))
		})
	}
	head, rest := d.title[:start], d.title[end:]
	switch {
	case isOutlet(rest, head, 0.6):
		return rest
	case isOutlet(head, rest, 0.9):
		return head
	}
	return ""
}

// withoutSite takes the name of the site off a title, and a section between
// them.
func withoutSite(s string, sites ...string) string {
	for range 3 {
		start, end := lastSeparator(s)
		if start < 0 {
			return s
		}
		tail, isSite := s[end:], false
		for _, site := range sites {
			isSite = isSite || site != "" && (sameName(tail, site) || alike(tail, site) >= 0.75)
		}
		if !isSite {
			break
		}
		s = strings.TrimSpace(s[:start])
	}
	for _, site := range sites {
		for _, sep := range append(separators, ": ") {
			if rest, ok := strings.CutPrefix(s, site+sep); ok && site != "" && len(wordsIn(rest)) > 2 {
				return rest
			}
		}
	}
	return s
}

// sameName tells whether two names of a site are the same but for case, spaces,
// "The" and the end of a host name.
func sameName(a, b string) bool {
	key := func(s string) string {
		s = strings.TrimPrefix(fold(s), "the ")
		s, _, _ = strings.Cut(s, ".")
		return strings.ReplaceAll(s, " ", "")
	}
	return key(a) != "" && key(a) == key(b)
}

// alike tells how many of the words of two lines they share, from 0 to 1.
func alike(a, b string) float64 {
	wa, wb := wordsIn(a), wordsIn(b)
	if len(wa) == 0 || len(wb) == 0 {
		return 0
	}
	shared := 0
	for _, w := range wa {
		if slices.Contains(wb, w) {
			shared++
		}
	}
	return float64(2*min(shared, len(wb))) / float64(len(wa)+len(wb))
}

// words returns the words of a line, folded.
func wordsIn(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// fold makes lines comparable: lower case, plain quotation marks, single spaces.
func fold(s string) string {
	return strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00A0", " ").Replace(strings.ToLower(squeeze(s)))
}
