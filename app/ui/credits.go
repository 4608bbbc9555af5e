package ui

import (
	"cmp"
	"samewire/app/words"
	"slices"
	"strconv"
	"strings"

	"samewire/app/ledger"
	"samewire/app/sorting"
	"samewire/app/story"
)

// creditsView is the ledger of credits.
func (d *desk) creditsView() View {
	l := &ledgerPage{
		title:   say("credits.credits"),
		about:   say("credits.where-each-article-says"),
		nothing: say("credits.none-of-these-articles"),
		entries: len(d.Ledgers.Credits),
		counts:  map[string]int{},
	}
	named, photos := d.creditGroups(l)
	passages := d.creditedPassages(l)
	if len(named) > 0 {
		l.heading(say("credits.by-article"), countArticles(named))
		byArticle(named, func(g creditGroup) int { return g.Article }, func(article int, of []creditGroup) {
			d.articleCredits(&l.markup, article, of)
		})
		if d.Show == "" && d.Article == None {
			d.uncredited(&l.markup)
		}
	}
	if len(passages) > 0 {
		l.heading(say("credits.credited-here-not-there"), len(passages))
		for _, p := range passages[:d.atOnce(len(passages), entriesAtOnce)] {
			d.creditedPassage(&l.markup, p)
		}
		d.more(&l.markup, len(passages), entriesAtOnce, "passages", "all-passages")
	}
	if len(photos) > 0 {
		l.open("details", "class", "fold photos").open("summary").text(say("credits.credits-of-photos")+" ").put("small", grouped(len(photos))).close("summary").open("ul")
		for _, g := range photos {
			l.open("li").letter(g.Article).text(" ")
			d.printed(&l.markup, g)
			l.close("li")
		}
		l.close("ul", "details")
	}
	l.shown = len(named) + len(passages) + len(photos)
	return d.ledgerView(l, say("credits.which-sources-each-article"))
}

// creditGroup is the credits of one source in one form in one article.
type creditGroup struct {
	*ledger.Credit
	all []*ledger.Credit
}

// creditGroups returns the credits that are shown, those of photos apart, and
// counts those of each part.
func (d *desk) creditGroups(l *ledgerPage) (named, photos []creditGroup) {
	var groups []creditGroup
	for i := range d.Ledgers.Credits {
		c := &d.Ledgers.Credits[i]
		if !d.hasArticle(c.Article) {
			continue
		}
		at := slices.IndexFunc(groups, func(g creditGroup) bool {
			return g.Article == c.Article && g.How == c.How && (g.Name == c.Name && (c.How != ledger.Photo || g.Place == c.Place) || c.How.Wide() && g.Place == c.Place)
		})
		if at < 0 {
			groups = append(groups, creditGroup{Credit: c})
			at = len(groups) - 1
		}
		groups[at].all = append(groups[at].all, c)
	}
	for _, g := range groups {
		name := creditPart(g.How)
		l.counts[name]++
		switch {
		case !d.has(name):
		case name == "photos":
			photos = append(photos, g)
		default:
			named = append(named, g)
		}
	}
	sorting.By(named, func(a, b creditGroup) int {
		if d.InOrder {
			return 0
		}
		return cmp.Or(a.Article-b.Article, creditRank(a.How)-creditRank(b.How))
	})
	return named, photos
}

// countArticles counts the articles that groups of credits are of.
func countArticles(groups []creditGroup) int {
	n := 0
	byArticle(groups, func(g creditGroup) int { return g.Article }, func(int, []creditGroup) { n++ })
	return n
}

// creditPart returns the part of the ledger that a form of credit is of.
func creditPart(h ledger.How) string {
	switch h {
	case ledger.FromDocument:
		return "documents"
	case ledger.AgencyCode, ledger.ExchangeCode:
		return "traces"
	case ledger.Photo:
		return "photos"
	}
	return "named"
}

// creditRank puts sources that are named before traces, and those before
// documents.
func creditRank(h ledger.How) int {
	return strings.Index("named traces documents", creditPart(h))
}

// articleCredits writes what one article names; in a story of many articles
// folded away.
func (d *desk) articleCredits(m *markup, article int, groups []creditGroup) {
	many := len(d.Documents) > manyOutlets
	if many {
		d.fold(m, article, d.Article != None, cmp.Or(list(sourceNames(groups)), count(len(groups), "count.credit")))
	} else {
		m.open("div", "class", "entry").open("h3")
		d.outlet(m, article)
		m.close("h3").open("ul", "class", "named")
	}
	for _, g := range groups {
		m.open("li").text(creditWords(g) + colon())
		d.printed(m, g)
		d.elsewhere(m, g)
		m.close("li")
	}
	m.close("ul")
	if many {
		m.close("details")
	} else {
		m.close("div")
	}
}

// sourceNames returns the names of the sources, those of documents left out
// where others are named.
func sourceNames(groups []creditGroup) []string {
	var names, documents []string
	for _, g := range groups {
		for _, c := range g.all {
			to := &names
			if c.How == ledger.FromDocument {
				to = &documents
			}
			if c.Name != "" && !slices.Contains(*to, c.Name) {
				*to = append(*to, c.Name)
			}
		}
	}
	if len(names) == 0 {
		names = documents
	}
	return names
}

// creditWords says what a credit does.
func creditWords(g creditGroup) string {
	names := sourceNames([]creditGroup{g})
	for i, name := range names {
		names[i] = ledger.Spoken(name)
	}
	who := list(names)
	naming := func(key string) string {
		if who == "" {
			return say(key)
		}
		return say(key+".who", "who", who)
	}
	switch g.How {
	case ledger.Dateline:
		return naming("credits.dateline")
	case ledger.Byline:
		return naming("credits.byline")
	case ledger.Contribution:
		return naming("credits.line")
	case ledger.Copyright:
		return naming("credits.copyright")
	case ledger.FromDocument:
		if who == "" {
			return say("credits.document")
		}
		return say(article("credits.document", who), "who", who)
	case ledger.AgencyCode:
		return naming("credits.code")
	case ledger.ExchangeCode:
		return say("credits.has-a-stock-exchanges")
	}
	if who == "" {
		return say("credits.points-to-a-source")
	}
	return say("credits.names", "who", who)
}

// article returns the key of a message for a noun that "a" goes before, or "an":
// words of an English text.
func article(key, noun string) string {
	if strings.ContainsRune("aeiou", rune(words.English().Tell(noun)[0])) {
		return key + ".an"
	}
	return key + ".a"
}

// elsewhere tells of a credit for a whole article which articles carry passages
// of it without.
func (d *desk) elsewhere(m *markup, g creditGroup) {
	if !g.How.Wide() {
		return
	}
	passages := map[int]bool{}
	var without []int
	for _, p := range d.Ledgers.PassageCredits {
		if len(p.Without) > 0 && slices.ContainsFunc(p.Credits, func(c int) bool { return slices.Contains(g.all, &d.Ledgers.Credits[c]) }) {
			passages[p.Passage] = true
			without = append(without, p.Without...)
		}
	}
	if len(passages) == 0 {
		return
	}
	slices.Sort(without)
	m.say("credits.elsewhere", "n", numeral(len(passages)), "outlets", in(func(m *markup) {
		for _, i := range slices.Compact(without) {
			d.letterLink(m, i, d.compare(g.Article, i).String())
		}
	}))
}

// printedAtMost is how many places of one source are quoted.
const printedAtMost = 4

// printed quotes the places of a group, each a link to its place.
func (d *desk) printed(m *markup, g creditGroup) {
	for i, c := range g.all {
		if i > 0 && c.Place == g.all[i-1].Place {
			continue
		}
		if i == printedAtMost {
			m.text(" " + count(len(g.all)-i, "credits.and"))
			return
		}
		if i > 0 {
			m.text(", ")
		}
		m.open("a", "href", d.toPlace(c.Place))
		d.quote(m, c.Article, c.Span)
		m.close("a")
	}
}

// creditedPassage is a passage that some articles credit and others don't.
type creditedPassage struct {
	passage int // its index
	sources []*ledger.PassageCredit
}

// creditedPassages returns the passages in which a source is credited right
// there and an article carries them without.
func (d *desk) creditedPassages(l *ledgerPage) []creditedPassage {
	var all []creditedPassage
	for i := range d.Ledgers.PassageCredits {
		p := &d.Ledgers.PassageCredits[i]
		wide := !slices.ContainsFunc(p.Credits, func(c int) bool { return !d.Ledgers.Credits[c].How.Wide() })
		if wide || len(p.Without) == 0 || d.Article != None && !slices.Contains(outlets(&d.Passages[p.Passage]), d.Article) {
			continue
		}
		if n := len(all); n == 0 || all[n-1].passage != p.Passage {
			all = append(all, creditedPassage{passage: p.Passage})
		}
		last := &all[len(all)-1]
		last.sources = append(last.sources, p)
	}
	l.counts["passages"] = len(all)
	if !d.has("passages") {
		return nil
	}
	for _, p := range all {
		sorting.By(p.sources, func(a, b *ledger.PassageCredit) int { return cmp.Compare(creditWeight(b), creditWeight(a)) })
	}
	if !d.InOrder {
		sorting.By(all, func(a, b creditedPassage) int {
			return cmp.Compare(creditWeight(b.sources[0]), creditWeight(a.sources[0]))
		})
	}
	return all
}

// creditWeight tells how telling it is that a source is credited by some: a
// source that is named more than a document, and more for every article
// without it.
func creditWeight(p *ledger.PassageCredit) int {
	if p.Source == "" {
		return 0
	}
	return 1 + len(p.Without)
}

// creditedPassage writes who credits the sources of a passage and who doesn't.
func (d *desk) creditedPassage(m *markup, c creditedPassage) {
	p := &d.Passages[c.passage]
	m.open("div", "class", "entry").open("h3")
	m.put("a", shorten(d.Text(p.Readings[p.Base].Place), 90), d.inCopy(p.Readings[p.Base].Article, "href", d.passage(p.ID).String())...).close("h3")
	m.open("ul", "class", "told")
	for _, s := range c.sources {
		links := func(articles []int) string {
			return in(func(m *markup) {
				for _, a := range articles {
					d.letterLink(m, a, d.read(a, p.ID).String()+"#m"+strconv.Itoa(p.ID))
				}
			})
		}
		m.open("li").open("span", "class", "source").name(cmp.Or(s.Source, say("credits.a-document"))).close("span")
		m.open("span").text(" ").say("credits.named-by", "outlets", links(d.crediting(s)))
		m.close("span").open("span", "class", "far").say("credits.not-by", "outlets", links(s.Without)).close("span", "li")
	}
	m.close("ul", "div")
}

// crediting returns the articles that credit a source in a passage.
func (d *desk) crediting(p *ledger.PassageCredit) []int {
	var in []int
	for _, c := range p.Credits {
		if a := d.Ledgers.Credits[c].Article; !slices.Contains(in, a) {
			in = append(in, a)
		}
	}
	return in
}

// letterLink is an outlet's letter that leads somewhere.
func (d *desk) letterLink(m *markup, i int, to string) {
	m.open("a", "class", "outlet", "href", to, "title", d.Analysis.Story.Named(i))
	m.text(story.Letter(i)).hidden(" " + d.Analysis.Story.Named(i)).close("a").text(" ")
}

// uncredited lists the articles without any credit.
func (d *desk) uncredited(m *markup) {
	has := make([]bool, len(d.Documents))
	for _, c := range d.Ledgers.Credits {
		has[c.Article] = has[c.Article] || c.How != ledger.Photo
	}
	if !slices.Contains(has, false) {
		return
	}
	m.open("p", "class", "entry").text(say("credits.no-credit-found") + " ")
	for i := range has {
		if !has[i] {
			d.letterLink(m, i, d.read(i, 0).String())
		}
	}
	m.close("p")
}
