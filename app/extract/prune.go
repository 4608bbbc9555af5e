package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Words in the classes and IDs of elements that stand beside an article, or in
// it without being part of it. Each list has its own bound on how much prose
// such an element may hold.
var (
	// besideWords name boxes. The article itself may bear such a word too
	// ("post tag-newsletter"), so they count only for a small part of the page.
	besideWords = set(`share shares sharing sharebar sharebox social socials sociallinks newsletter newsletters related relatedposts
		relatedarticles relatedcontent recirc recirculation recommended recommendations promo promos promobox promoted sponsored sponsor
		advert adverts advertisement advertising ad ads adslot adunit dfp comment commenting breadcrumb breadcrumbs subscribe subscription signup signin login donate donation toolbar tags taglist topics
		keywords popup popover modal overlay lightbox interstitial banner skip menu nav navbar navigation sidebar masthead footer trending
		popular mostread outbrain taboola teaser teasers pullquote follow notification pagination
		pager feedback rating survey poll quiz toc hidden noprint readmore readnext upnext morenews morestories jp`)
	// longWords name boxes that may hold more text than the article: the captions
	// of galleries, comments, what must be agreed to.
	longWords = set(`gallery galleries slideshow carousel slider lightbox photostory
		comments commentlist disqus respond cookie cookies consent gdpr cmp onetrust`)
	// wallWords name the appeal to subscribe, and on other pages all the text
	// that it stands before.
	wallWords = set("paywall regwall piano subscriber subscribers premium")
	// captionWords name what belongs to a picture.
	captionWords = set(`caption captions figcaption photocaption imagecaption credit credits photocredit imagecredit photographer videocaption player`)
	// aboutWords name what is about the article: who wrote it, and when.
	aboutWords = set(`byline bylines author authors authorbox bio biography timestamp pubdate published updated readtime meta metadata postmeta kicker eyebrow section-label`)
)

// besidePhrases are what besideWords are, in several words.
var besidePhrases = []string{
	"-read-more-", "-read-next-", "-read-also-", "-see-also-", "-up-next-", "-most-read-", "-most-viewed-", "-more-news-", "-more-stories-",
	"-more-from-", "-more-on-", "-also-read-", "-further-reading-", "-sign-up-", "-sign-in-", "-call-to-action-", "-no-print-", "-hidden-print-",
	"-twitter-tweet-", "-instagram-media-", "-tiktok-embed-", // what someone else says, set into the page
	"-widget-area-", "-inline-link-list-", "-link-list-", "-table-of-contents-", "-back-to-top-", "-site-header-", "-site-footer-", "-follow-us-", "-latest-news-", "-top-stories-",
}

// besideRoles are the roles of what stands beside an article.
var besideRoles = set("navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar tablist status")

// unseenPhrases are in the classes of what only screen readers read out.
var unseenPhrases = []string{"-sr-only-", "-visually-hidden-", "-screen-reader-", "-visuallyhidden-", "-offscreen-", "-hidden-text-"}

// weight is how much text a node holds, in bytes.
type weight struct{ text, linked int }

func (w weight) prose() int { return w.text - w.linked }

// pruner takes out of a page what isn't part of an article.
type pruner struct {
	weights map[*html.Node]weight
	body    int // the prose of the whole page
}

// prune takes out of the page what plainly is no part of an article: by what an
// element is, by its role, and by the words in its class and ID.
func (d *document) prune() {
	p := pruner{weights: map[*html.Node]weight{}}
	p.body = p.weigh(d.root, false).prose()
	p.walk(d.root)
}

// weigh weighs a node and all in it.
func (p *pruner) weigh(n *html.Node, linked bool) weight {
	if n.Type == html.TextNode {
		w := weight{text: len(strings.TrimSpace(n.Data))}
		if linked {
			w.linked = w.text
		}
		return w
	}
	var sum weight
	linked = linked || is(n, atom.A)
	for c := range n.ChildNodes() {
		w := p.weigh(c, linked)
		sum.text += w.text
		sum.linked += w.linked
	}
	p.weights[n] = sum
	return sum
}

func (p *pruner) walk(n *html.Node) {
	if is(n, atom.Tr) {
		for _, cell := range p.sideCells(n) {
			n.RemoveChild(cell)
		}
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Type == html.ElementNode && p.isBeside(c) && !p.isHeaded(c) {
			n.RemoveChild(c)
		} else {
			p.walk(c)
		}
		c = next
	}
}

// isHeaded tells whether an element holds the page's heading and a text under
// it: some pages lay an article over the list that it was chosen from, in a box
// whose name says so.
func (p *pruner) isHeaded(n *html.Node) bool {
	return p.weights[n].prose() > 500 && holds(n, atom.H1)
}

// isBeside tells whether an element is no part of an article.
func (p *pruner) isBeside(n *html.Node) bool {
	if is(n, atom.Html, atom.Head, atom.Body, atom.Main) {
		return false
	}
	w := p.weights[n]
	// Whatever an element is called: if it holds much of the page's prose, it
	// holds the article.
	words := classWords(n)
	bound := p.body * 3 / 10
	if hasAny(words, longWords) {
		bound = max(p.body*6/10, min(p.body*17/20, p.body-1000))
	}
	if w.text > 0 && w.prose() > bound {
		return false
	}
	phrase := "-" + strings.Join(words, "-") + "-"
	if containsAny(phrase, unseenPhrases) || has(n, "hidden") || attr(n, "style") != "" {
		return true
	}
	if isInline(n) {
		return false // a part of a sentence, whatever its class
	}
	switch {
	case attr(n, "aria-hidden") == "true", besideRoles[attr(n, "role")]:
		return true
	case is(n, atom.Nav, atom.Aside, atom.Dialog, atom.Figcaption, atom.Menu):
		return true
	case is(n, atom.Figure):
		return !holds(n, atom.Table, atom.Blockquote, atom.Pre)
	case is(n, atom.Footer, atom.Form):
		return !isContribution(textOf(n))
	}
	switch {
	case hasAny(words, aboutWords):
		return w.prose() < 300 && !isContribution(textOf(n))
	case hasAny(words, captionWords):
		return w.text < 1000 && !isContribution(textOf(n))
	case hasAny(words, wallWords):
		return w.text < 600 && containsAny(strings.ToLower(textOf(n)), appeals)
	case is(n, atom.P, atom.Li, atom.Blockquote) && w.prose() > maxOpening:
		return false // a paragraph of copy that bears the class of something in it
	case hasAny(words, besideWords), hasAny(words, longWords), containsAny(phrase, besidePhrases):
		return !is(n, atom.H1) && !isContribution(textOf(n))
	}
	return false
}

// appeals are in the boxes that ask readers to subscribe.
var appeals = []string{"subscri", "sign in", "log in", "register", "free trial", "unlimited", "abonn", "suscrib"}

// contributions begin the lines in which an article says who worked on it.
var contributions = []string{"reporting by", "additional reporting", "editing by", "writing by", "compiled by", "with reporting", "with inputs", "with files from", "contributed", "(reporting"}

// isContribution tells whether a text names who reported, wrote or edited: a
// part of the copy, wherever it stands.
func isContribution(s string) bool {
	s = squeeze(s)
	return utf8.RuneCountInString(s) < 500 && containsAny(strings.ToLower(s), contributions)
}

// holds tells whether one of some elements is in n.
func holds(n *html.Node, atoms ...atom.Atom) bool {
	for inner := range n.Descendants() {
		if is(inner, atoms...) {
			return true
		}
	}
	return false
}

// classWords returns the words of an element's class and ID, in lower case:
// "relatedLinks" and "related-links" are the same two.
func classWords(n *html.Node) []string {
	var out []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	for _, value := range []string{attr(n, "class"), attr(n, "id")} {
		lower := false
		for _, r := range value {
			switch {
			case !unicode.IsLetter(r):
				end()
			case unicode.IsUpper(r) && lower:
				end()
				fallthrough
			default:
				word.WriteRune(unicode.ToLower(r))
			}
			lower = unicode.IsLower(r)
		}
		end()
	}
	return out
}

func hasAny(words []string, of map[string]bool) bool {
	return slices.ContainsFunc(words, func(w string) bool { return of[w] })
}

func containsAny(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}
