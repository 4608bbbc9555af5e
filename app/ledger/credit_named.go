package ledger

import (
	"slices"
	"strings"

	"samewire/app/text"
)

// sourceNames tells which articles name a source anywhere but in the credit of a
// picture.
type sourceNames struct {
	docs     []*text.Document
	capitals []map[string][]int // by article: the words with a capital letter, by their folded form
	pictures [][]text.Span      // by article
	stems    []map[string]bool  // by article: its content words
}

func newSourceNames(docs []*text.Document, credits []Credit) *sourceNames {
	n := &sourceNames{docs, make([]map[string][]int, len(docs)), make([][]text.Span, len(docs)), make([]map[string]bool, len(docs))}
	for _, c := range credits {
		if c.How == Photo {
			n.pictures[c.Article] = append(n.pictures[c.Article], c.Span)
		}
	}
	return n
}

// nationalities stand before the names of outlets abroad.
const nationalities = " american australian austrian belgian brazilian british canadian chinese danish dutch egyptian finnish french german greek " +
	"indian irish israeli italian japanese korean mexican norwegian polish portuguese russian spanish swedish swiss turkish ukrainian "

// hasSmall tells whether a document has the words of a name, none with a capital.
func (n *sourceNames) hasSmall(d *text.Document, name []string) bool {
	for w := 0; w+len(name) <= len(d.Words); w++ {
		k := 0
		for k < len(name) && !d.Words[w+k].Capital && possessive(d.Words[w+k].Fold) == name[k] {
			k++
		}
		if k == len(name) {
			return true
		}
	}
	return false
}

// has tells whether an article has a name, word by word. One of several words may be
// in small letters: "the interior ministry".
func (n *sourceNames) has(article int, name []string) bool {
	d := n.docs[article]
	if len(name) > 1 && (n.hasSmall(d, name) || isOneOf(nationalities, name[0]) && n.has(article, name[1:])) {
		return true
	}
	if n.capitals[article] == nil {
		n.capitals[article] = make(map[string][]int)
		for w := range d.Words {
			if d.Words[w].Capital || strings.Contains(d.Words[w].Fold, ".") { // "example.org", too
				fold := possessive(d.Words[w].Fold)
				n.capitals[article][fold] = append(n.capitals[article][fold], w)
			}
		}
	}
	if len(name) == 0 {
		return false
	}
	return slices.ContainsFunc(n.capitals[article][name[0]], func(w int) bool {
		if w+len(name) > len(d.Words) {
			return false
		}
		for i := range name {
			if possessive(d.Words[w+i].Fold) != name[i] {
				return false
			}
		}
		at := d.Words[w].Start
		return !slices.ContainsFunc(n.pictures[article], func(s text.Span) bool { return s.Start <= at && at < s.End })
	})
}

// speaksOf tells whether an article has a content word of some credits: one that
// tells of a video may well mean the same as "in a video on Instagram".
func (n *sourceNames) speaksOf(article int, credits []Credit, in []int) bool {
	if n.stems[article] == nil {
		n.stems[article] = make(map[string]bool)
		for w := range n.docs[article].Words {
			if word := &n.docs[article].Words[w]; !word.Stop {
				n.stems[article][documentStem(word)] = true
			}
		}
	}
	return slices.ContainsFunc(in, func(i int) bool {
		d := n.docs[credits[i].Article]
		first, last := d.WordsIn(credits[i].Span)
		return slices.ContainsFunc(d.Words[first:last], func(w text.Word) bool { return !w.Stop && n.stems[article][documentStem(&w)] })
	})
}

// documentKinds are words for one kind of document: one outlet's memo is
// another's note, and a tweet is on Twitter.
var documentKinds = [...]string{" tweet twitter ", " memo note letter email ", " statement release announcement ", " essay article column piece "}

// documentStem returns the stem of a word, or the first of the words for that kind
// of document.
func documentStem(w *text.Word) string {
	for _, kind := range documentKinds {
		if isOneOf(kind, w.Fold) || w.Stem == "tweet" && isOneOf(kind, w.Stem) {
			return strings.Fields(kind)[0]
		}
	}
	return w.Stem
}

// hasShort tells whether an article has the last word of a name after "the": "the
// Telegraph" may be the Daily Telegraph.
func (n *sourceNames) hasShort(article int, name []string) bool {
	short := name[len(name)-1:]
	if !slices.Contains(strings.Fields(shortNames), short[0]) || !n.has(article, short) {
		return false
	}
	words := n.docs[article].Words
	return slices.ContainsFunc(n.capitals[article][short[0]], func(w int) bool { return w > 0 && words[w-1].Fold == "the" })
}

// broadcasting is what may follow the name of a station or not.
const broadcasting = " tv television radio channel network "

// spellings returns how the source of some credits is called: by its usual name
// and as the articles write it. An institution may be called by its kind alone.
func (n *sourceNames) spellings(credits []Credit, in []int) [][]string {
	var out [][]string
	for _, i := range in {
		c := &credits[i]
		for _, name := range []string{c.Name, c.Source.Of(n.docs[c.Article].Source)} {
			words := strings.Fields(strings.ToLower(name))
			for len(words) > 1 && (words[0] == "the" || words[0] == "a") {
				words = words[1:]
			}
			if k := len(words); k > 1 && isOneOf(institutions, words[k-1]) {
				words = words[k-1:]
			}
			for k := len(words); k > 1 && isOneOf(broadcasting, words[k-1]); k-- {
				words = words[:k-1] // "Skai TV" is also called "Skai Television"
			}
			for w := range words {
				words[w] = possessive(words[w])
			}
			if len(words) > 0 && !slices.ContainsFunc(out, func(known []string) bool { return slices.Equal(known, words) }) {
				out = append(out, words)
			}
		}
	}
	return out
}

// ExceptOwn drops from the lists of articles without a source those that the
// source itself published: an outlet needn't name itself. own is that of [Own].
func ExceptOwn(list []PassageCredit, own func(article int, source string) bool) {
	for i := range list {
		p := &list[i]
		p.Without = slices.DeleteFunc(p.Without, func(article int) bool { return own(article, p.Source) })
	}
}

// Own returns a function that tells whether the outlet that published an article
// is a source itself. outlet returns the name of an article's outlet.
func Own(outlet func(article int) string) func(article int, source string) bool {
	names, lex := make(map[int]string), newCreditLexicon()
	return func(article int, source string) bool {
		if _, known := names[article]; !known {
			names[article] = letters(lex.usualName(outlet(article)))
		}
		return source != "" && (names[article] == letters(source) || isShortFor(names[article], letters(source)))
	}
}

// isShortFor tells whether an outlet's name may be short for another: "telegraph"
// for "dailytelegraph".
func isShortFor(name, full string) bool {
	return strings.HasSuffix(full, name) && slices.Contains(strings.Fields(shortNames), name)
}

// letters returns a name as it would stand in the address of a site, without
// "the": "washingtonpost".
func letters(name string) string {
	name = strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(name), "the "), ".com")
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '.' || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, name)
}

// usualName returns the usual name of an outlet or agency, as credits have it:
// "Associated Press" for "AP" or "the AP". A name that isn't known stays as it is.
func (l *creditLexicon) usualName(outlet string) string {
	words := strings.Fields(strings.ToLower(outlet))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	if len(words) == 0 {
		return outlet
	}
	for _, a := range l.aliases[words[0]] {
		if slices.Equal(a.words, words) {
			return a.name
		}
	}
	return outlet
}
