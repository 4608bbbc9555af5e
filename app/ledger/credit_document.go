package ledger

import (
	"strings"

	"samewire/app/text"
)

// documents notes the written things that a sentence names as its source.
func (s *creditScan) documents(sen *text.Sentence) {
	covered := sen.First // no document before this word counts any more
	for i := sen.First; i < sen.Last; i++ {
		fold := s.d.Words[i].Fold
		name, condition, _ := strings.Cut(s.papers[fold], "/")
		switch {
		case strings.HasSuffix(s.before(sen, i), "(@"):
			s.embedded(sen, i)
			covered = i + 1
		case fold == "tweeted":
			if isOneOf(" a an the his her this that ", s.fold(sen, i-1)) {
				continue
			}
			s.add(FromDocument, "tweet", i, i+1, i, i+1)
			covered = i + 1
		case s.fold(sen, i-1) == "on" && i > covered && platform(fold) && s.saidBefore(sen, i-1, covered):
			s.add(FromDocument, postOn(fold), i-1, i+1, i, i+1)
			covered = i + 1
		case name != "":
			if end := s.document(sen, i, strings.ReplaceAll(name, "_", " "), condition, covered); end > 0 {
				covered = end
				i = end - 1
			}
		}
	}
}

// document notes the document that noun i names, if it is a source there, and
// returns the end of its phrase, or 0.
func (s *creditScan) document(sen *text.Sentence, i int, name, condition string, covered int) int {
	first, from, ok := s.documentLead(sen, i, covered)
	if !ok || !s.fits(sen, i, condition, first) || s.madeBy(s.span(from, i+1), i+1) {
		return 0
	}
	end := s.documentEnd(sen, i+1)
	s.add(FromDocument, s.kindOfPost(sen, name, i, end), first, end, from, i+1)
	return end
}

// embedded notes the signature under a post that was taken in as a whole:
// "— Jane Roe (@janeroe)". Word i is the account.
func (s *creditScan) embedded(sen *text.Sentence, i int) {
	first := i
	for n := 0; n < 6 && first > sen.First && s.gap(first) != "\n"; n++ {
		first--
		if strings.ContainsAny(s.before(sen, first), "—–") {
			s.add(FromDocument, "tweet", first, i+1, first, i)
			if strings.HasPrefix(s.after(sen, i), ")") {
				s.out[len(s.out)-1].End++
			}
			return
		}
	}
}

// madeBy tells whether the phrase of a document names an outlet that is
// credited already, as in "a CNN poll"; that credit then takes in the noun.
func (s *creditScan) madeBy(phrase text.Span, end int) bool {
	for n := len(s.out) - 1; n >= 0; n-- {
		c := &s.out[n]
		if c.How == InText && c.Source.Start >= phrase.Start && c.Source.End <= phrase.End {
			c.End = max(c.End, s.d.Words[end-1].End)
			return true
		}
		if c.How == InText && c.End <= phrase.Start {
			break
		}
	}
	return false
}

// documentNames are the words for written things, each with what it is called
// here. After a slash are the words of which one must stand before it, or "a"
// for what is a source only after "according to" and in "court documents".
const documentNames = `memo:memo memos:memo memorandum:memo email:email emails:email mail:email/e mails:email/e letter:letter letters:letter ` +
	`note:note statement:statement statements:statement message:message report:report reports:report/a complaint:complaint lawsuit:lawsuit ` +
	`affidavit:affidavit indictment:indictment study:study/a bulletin:bulletin bulletins:bulletin survey:survey/a poll:poll/a transcript:transcript/a documents:document/a ` +
	`data:data/a records:record/a figures:figure/a manifesto:manifesto/a newsletter:newsletter editorial:editorial column:column essay:essay ` +
	`tweet:tweet tweets:tweet filing:filing filings:filing papers:filing/court release:press_release/press,news,media ed:op-ed/op ` +
	`post:post/blog,media,twitter,facebook,instagram,telegram,linkedin posts:post/blog,media,twitter,facebook,instagram,telegram,linkedin`

// fits tells whether the noun i, which the words from first on lead to, is a
// document there.
func (s *creditScan) fits(sen *text.Sentence, i int, condition string, first int) bool {
	before, next, gap := s.fold(sen, i-1), s.fold(sen, i+1), s.gap(i+1)
	switch {
	case gap == "-" && next != "storm", gap == " " && (next == "of" && s.d.Words[i].Fold == "note" || isPeople(next)):
		return false // "in a letter-writing campaign", "in a note of caution", "data scientists"
	case condition == "":
		return before != "this" || s.d.Words[i].Fold != "report"
	case condition == "a":
		return before == "court" || s.d.Words[first].Fold == "according"
	}
	return next == "on" && platform(s.fold(sen, i+2)) || before != "" && strings.Contains(","+condition+",", ","+before+",")
}

// isPeople tells whether a word may be one for people of some trade.
func isPeople(fold string) bool {
	for _, end := range []string{"ists", "ysts", "erts", "ers", "ors", "ians"} {
		if strings.HasSuffix(fold, end) {
			return true
		}
	}
	return false
}

// platform tells whether a word names a place where posts are made.
func platform(fold string) bool {
	return isOneOf(" twitter facebook instagram telegram linkedin weibo tumblr reddit tiktok x ", possessive(fold))
}

func postOn(platform string) string {
	if platform == "twitter" {
		return "tweet"
	}
	return "post"
}

// kindOfPost makes the name of a post or a filing more exact by the words
// around noun i.
func (s *creditScan) kindOfPost(sen *text.Sentence, name string, i, end int) string {
	before := s.fold(sen, i-1)
	switch {
	case name == "filing" && before == "court", name == "document" && before == "court":
		return "court filing"
	case name != "post":
	case before == "blog":
		return "blog post"
	case before == "twitter" || s.fold(sen, end-1) == "twitter":
		return "tweet"
	}
	return name
}

// determiners begin the phrase of a document.
const determiners = " a an the his her its their my our another separate court multiple several two three emailed this that other own few "

// documentLead looks for what makes a source of the noun i: "in", "through" or
// "according to" with no more than a few words between. It returns the first
// word of that and the first of the noun's phrase.
func (s *creditScan) documentLead(sen *text.Sentence, i, covered int) (first, from int, ok bool) {
	for k := i - 1; k >= covered && k >= i-6; k-- {
		if strings.Trim(s.gap(k+1), " \n-'’\"“”") != "" {
			return 0, 0, false
		}
		switch word := s.d.Words[k].Fold; word {
		case "in", "through", "via", "per":
			if isOneOf(" word words line lines page pages passage passages paragraph paragraphs sentence sentences part parts ", s.fold(sen, k-1)) {
				return 0, 0, false // "half the words in the letter"
			}
			return k, k + 1, s.determined(sen, k+1, i)
		case "to":
			return k - 1, k + 1, s.fold(sen, k-1) == "according"
		case "of":
			if !isOneOf(" series string flurry pair number couple ", s.fold(sen, k-1)) {
				return 0, 0, false
			}
		default:
			if s.d.Words[k].Stop && !isOneOf(determiners, word) {
				return 0, 0, false
			}
		}
	}
	return 0, 0, false
}

// determined tells whether the phrase of the noun i, which begins at word k, is
// a document at hand rather than a kind of document.
func (s *creditScan) determined(sen *text.Sentence, k, i int) bool {
	if isOneOf(determiners, s.d.Words[k].Fold) {
		return true
	}
	w := &s.d.Words[k]
	if k == i && w.Fold == "statement" && isOneOf(" said says announced ", s.fold(sen, k-2)) {
		return true // "said in statement", as some write
	}
	return k < i && (w.Fold != possessive(w.Fold) || w.Digit || isOneOf(" tweets emails letters statements filings ", s.d.Words[i].Fold))
}

// documentEnd moves the end of a document's phrase over where it was put or
// who it was sent to: "sent to staff", "on Twitter".
func (s *creditScan) documentEnd(sen *text.Sentence, end int) int {
	k := end
	for n := 0; n < 2; n++ {
		if isOneOf(" sent posted published issued released addressed shared ", s.fold(sen, k)) {
			k++
		}
	}
	plain := func(k int) bool { return k < sen.Last && s.gap(k) == " " }
	switch s.fold(sen, k) {
	case "on":
		if plain(k) && plain(k+1) && platform(s.fold(sen, k+1)) {
			return k + 2
		}
	case "to":
		k++
		for plain(k) && (s.d.Words[k].Stop || s.d.Words[k].Fold == "its") && k < end+4 {
			k++
		}
		if plain(k) {
			k++
			for k < sen.Last && s.d.Words[k-1].Capital && s.capital(sen, k) && s.gap(k) == " " {
				k++
			}
			if plain(k) && s.d.Words[k-1].Capital && strings.HasSuffix(s.d.Words[k].Fold, "s") && !s.d.Words[k].Stop {
				k++ // "to Democratic members"
			}
			return k
		}
	}
	return end
}

// saidBefore tells whether the clause before word k says that something was
// said.
func (s *creditScan) saidBefore(sen *text.Sentence, k, covered int) bool {
	for j := k - 1; j >= covered && j >= k-8; j-- {
		if strings.Contains(s.cues[s.d.Words[j].Fold], "p") {
			return true
		}
	}
	return false
}
