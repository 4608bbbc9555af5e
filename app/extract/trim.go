package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// furniture are lines that are about the page, not of the article, in lower
// case without punctuation at their ends.
var furniture = lines(`
advertisement
advertisements
advertising
advertisement - scroll to continue
article continues below
article continues after advertisement
article continues below advertisement
story continues below
story continues below advertisement
continue reading
continue reading below
keep reading
read more
read next
read also
also read
learn more
see more
show more
view more
load more
more
share
share this
share this article
share this story
share on facebook
share on twitter
share on x
share via email
tweet
comments
comment
view comments
leave a comment
join the conversation
related
related articles
related content
related news
related stories
related topics
related coverage
related links
more on this story
more from this section
more stories
most read
most popular
top stories
latest news
trending
trending now
recommended
recommended stories
recommended for you
you may also like
you might also like
up next
sign up
sign in
log in
subscribe
subscribe now
newsletter
newsletters
loading
follow us
print
print this article
email
save
save article
copy link
link copied
listen
listen to this article
listen to article
watch
watch now
watch live
video
photo
photos
gallery
file photo
image
topics
tags
skip to content
skip to main content
skip advertisement
back to top
go back
close
menu
search
accept
accept all
manage preferences
getty images
reuters photo
anzeige
werbung
publicité
publicidad
pubblicità
реклама
weiterlesen
lire la suite
leer más
`)

// openings begin short lines that are about the page.
var openings = lines(`
read more:
read more about
read more on
read also:
read next:
also read:
more:
more on this:
more from
see also:
see more:
related:
recommended:
don't miss:
watch:
watch now:
listen:
in pictures:
gallery:
photo:
photo by
photos:
photograph:
picture:
image:
image source
image caption
image credit
video:
file photo
file picture
credit:
sign up for
sign up to
sign up here
subscribe to
subscribe for
subscribe now
already a subscriber
to continue reading
click here to
follow us on
follow @
share on
share this
tags:
tagged:
topics:
filed under
posted in
categories:
published:
last updated
last modified
lire aussi
à lire aussi
lesen sie auch
lesen sie mehr
mehr zum thema
lees ook
lea también
leer también
leia também
leggi anche
читайте также
a version of this article appear
a version of this story appear
this article originally appeared in the print
our standards:
purchase licensing rights
order reprints
reuse this content
we use cookies
this site uses cookies
this website uses cookies
by clicking
`)

// maxOpening is the length in runes of the longest line that its opening can
// give away: a paragraph that goes on is copy.
const maxOpening = 220

func lines(list string) []string {
	return strings.Split(strings.TrimSpace(list), "\n")
}

// trim returns the texts of the paragraphs that are part of the article.
func trim(all []paragraph, f *facts) []string {
	known := set("")
	for _, s := range furniture {
		known[s] = true
	}
	total := size(all)
	dropLinks := linkedSize(all)*10 < total*3
	var kept []paragraph
	seen := map[string]bool{}
	gap := false // something was dropped after the last paragraph that was kept
	for _, p := range all {
		early := len(kept) < 4
		switch {
		case isFurniture(p.text, known), dropLinks && p.isLink(), early && isAbout(p.text, f), len(p.text) > 80 && seen[p.text]:
			gap = true
			continue
		}
		// A heading of which nothing is left was that of what was dropped.
		if last := len(kept) - 1; p.heading && gap && last >= 0 && kept[last].heading {
			kept = kept[:last]
		}
		gap = false
		seen[p.text] = true
		kept = append(kept, p)
	}
	for len(kept) > 0 && kept[len(kept)-1].heading {
		kept = kept[:len(kept)-1]
	}
	texts := make([]string, len(kept))
	for i, p := range kept {
		texts[i] = p.text
	}
	return texts
}

// isLink tells whether a paragraph is nothing but a link, as those to other
// articles are.
func (p paragraph) isLink() bool {
	return p.linked > 0 && p.linked*10 >= letters(p.text)*9 && !isContribution(p.text)
}

// linkedSize is the length of the paragraphs that are nothing but links, in
// bytes.
func linkedSize(all []paragraph) int {
	n := 0
	for _, p := range all {
		if p.isLink() {
			n += len(p.text)
		}
	}
	return n
}

// isFurniture tells whether a line is about the page.
func isFurniture(s string, known map[string]bool) bool {
	low := fold(s)
	bare := strings.TrimFunc(low, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if !strings.ContainsFunc(low, unicode.IsLetter) {
		return utf8.RuneCountInString(low) < 20 // a rule of stars, the numbers of a chart
	}
	if known[bare] {
		return true
	}
	n := utf8.RuneCountInString(low)
	if n > maxOpening || isContribution(s) {
		return false
	}
	if n < 100 && containsAny(low, photoCredits) {
		return true
	}
	low = strings.TrimLeftFunc(low, func(r rune) bool { return !unicode.IsLetter(r) && r != '©' })
	for _, o := range openings {
		if strings.HasPrefix(low, o) {
			return true
		}
	}
	return strings.Contains(low, "newsletter") && (strings.Contains(low, "sign up") || strings.Contains(low, "subscribe") || strings.Contains(low, "inbox")) ||
		strings.Contains(low, "cookie") && (strings.Contains(low, "accept") || strings.Contains(low, "consent") || strings.Contains(low, "privacy")) ||
		strings.HasPrefix(low, "©") && strings.Contains(low, "all rights reserved") && !containsAny(low, agencies)
}

// photoCredits are in the short lines that name who took a picture.
var photoCredits = []string{"getty images", "/getty", "reuters/", "/reuters", "/shutterstock", "shutterstock/", "/afp via", "ap photo", "/ap photo", "picture alliance/", "/picture alliance"}

// agencies are whose copyright lines are credits.
var agencies = []string{"reuters", "associated press", "afp", "agence france", "bloomberg", "dpa", "press association", "ap)", "ap."}

// isAbout tells whether a line at the head of an article says what its fields
// say: its title, its author, its date.
func isAbout(s string, f *facts) bool {
	n := utf8.RuneCountInString(s)
	if n > maxField {
		return false
	}
	if f.title != "" && alike(s, f.title) >= 0.9 {
		return true
	}
	if n > 120 || isContribution(s) {
		return false
	}
	low := fold(s)
	if strings.HasSuffix(low, "min read") || strings.HasSuffix(low, "minute read") {
		return true
	}
	if who := fold(f.byline); who != "" {
		if strings.HasPrefix(low, who) && n < utf8.RuneCountInString(who)+40 && !endsSentence(low) {
			return true // and what the author does
		}
		if low == "by "+who || strings.HasPrefix(low, "by "+who) && !strings.HasSuffix(low, ".") {
			return true
		}
	}
	return isDateLine(low)
}

// endsSentence tells whether a line ends as a sentence does.
func endsSentence(s string) bool {
	return strings.ContainsAny(s[max(0, len(s)-2):], ".?!")
}

var (
	months = set(`jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december
		januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre`)
	dateWords = set(`published updated posted modified first last on at am pm utc gmt est edt cet et bst ist est ago minutes hours hour minute by by
		mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday th st nd rd date time a p m t z`)
)

// isDateLine tells whether a line says when the article appeared, and nothing
// else.
func isDateLine(low string) bool {
	all := wordsIn(low)
	digits := false
	for _, w := range all {
		w = strings.TrimLeft(w, "0123456789")
		digits = true
		if w != "" && !months[w] && !dateWords[w] {
			return false
		}
	}
	return digits && strings.ContainsAny(low, "0123456789")
}
