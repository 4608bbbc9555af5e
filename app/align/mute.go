package align

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/text"
)

// maxDateline is how many words a dateline has at most.
const maxDateline = 8

// phrases are what publishing systems, not reporters, write.
var phrases = [][]string{
	strings.Fields("media playback is unsupported on your device"),
	strings.Fields("media caption"),
	strings.Fields("image copyright"),
	strings.Fields("image caption"),
	strings.Fields("enlarge this image"),
	strings.Fields("toggle caption"),
	strings.Fields("file photo"),
	strings.Fields("story continues below"),
	strings.Fields("sign up for our"),
	strings.Fields("click here"),
	strings.Fields("all rights reserved"),
	strings.Fields("share on facebook"),
	strings.Fields("share on twitter"),
	strings.Fields("contributed to this report"),
	strings.Fields("contributed to this story"),
	strings.Fields("contributed to this article"),
	strings.Fields("reporting by"),
	strings.Fields("editing by"),
	strings.Fields("this is a developing story"),
	strings.Fields("check back for updates"),
}

// mutedWords tells which words say nothing of an article's copy: datelines
// with the agency in brackets, web addresses, account names, the signature
// under an embedded post, and the phrases of publishing systems. A short
// sentence with such a phrase counts for nothing as a whole.
func mutedWords(d *text.Document) []bool {
	muted := make([]bool, len(d.Words))
	for _, s := range d.Sentences {
		if n := dateline(d, s); n > 0 {
			mute(muted[s.First : s.First+n])
		}
		if n := system(d.Words[s.First:s.Last]); 3*n >= s.Last-s.First || n > 0 && s.Last-s.First <= shortCredit {
			mute(muted[s.First:s.Last])
			continue
		}
		muteOddments(d, s, muted)
	}
	return muted
}

// muteOddments mutes the web addresses and account names in a sentence, and what
// follows a dash up to the end where an account name in brackets signs it.
func muteOddments(d *text.Document, s text.Sentence, muted []bool) {
	signed := -1    // the first word after the last dash
	link := s.First // the word after the last web address
	before := s.Start
	for i := s.First; i < s.Last; i++ {
		gap := d.Source[before:d.Words[i].Start]
		before = d.Words[i].End
		if dashed(gap) {
			signed = i
		}
		switch {
		case strings.HasSuffix(gap, "(@") && signed >= 0:
			mute(muted[signed:s.Last])
			return
		case strings.HasSuffix(gap, "@"):
			muted[i] = true
		case i >= link && address(d.Words[i].Fold):
			for link = i + 1; link < s.Last && !blankBefore(d, link); link++ {
			}
			mute(muted[i:link])
		}
	}
}

// blankBefore tells whether white space stands between word i and the one before.
func blankBefore(d *text.Document, i int) bool {
	return strings.ContainsAny(d.Source[d.Words[i-1].End:d.Words[i].Start], " \t\n")
}

// shortCredit is how many words a credit or a caption has at most.
const shortCredit = 30

// system counts the words that are part of a publishing system's phrase.
func system(words []text.Word) int {
	n := 0
	for i := range words {
		for _, p := range phrases {
			if len(words)-i >= len(p) && words[i].Fold == p[0] && same(words[i:], p) {
				n += len(p)
			}
		}
	}
	return n
}

func same(words []text.Word, phrase []string) bool {
	for i, p := range phrase {
		if words[i].Fold != p {
			return false
		}
	}
	return true
}

func mute(words []bool) {
	for i := range words {
		words[i] = true
	}
}

// address tells whether a folded word begins a web address.
func address(fold string) bool {
	return fold == "http" || fold == "https" || fold == "t.co" ||
		strings.HasPrefix(fold, "www.") || strings.HasSuffix(fold, ".com") && strings.Count(fold, ".") > 1
}

// dashed tells whether a dash stands between blanks in the gap between two words.
func dashed(gap string) bool {
	return strings.Contains(gap, "— ") || strings.Contains(gap, "– ") || strings.Contains(gap, " - ") || strings.Contains(gap, "-- ")
}

// dateline returns how many words the dateline of a paragraph's first sentence
// has, as in "WASHINGTON (Reuters) - " or "DES MOINES, Iowa (AP) — ".
func dateline(d *text.Document, s text.Sentence) int {
	if d.Paragraphs[s.Paragraph].Start != s.Start {
		return 0
	}
	for i := s.First; i+1 < s.Last && i < s.First+maxDateline; i++ {
		gap := d.Source[d.Words[i].End:d.Words[i+1].Start]
		if dashed(gap) {
			if strings.HasPrefix(gap, ")") || upper(d, s.First, i+1) {
				return i + 1 - s.First
			}
			return 0
		}
	}
	return 0
}

// upper tells whether the first of the words is in capitals throughout.
func upper(d *text.Document, first, last int) bool {
	word := d.Words[first].Of(d.Source)
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
	}
	return utf8.RuneCountInString(word) > 2 && last-first <= maxDateline
}
