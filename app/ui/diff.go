package ui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/edit"
)

// diff writes a reading as one running text with what was done to its base:
// deleted, inserted, replaced and moved words. id begins the IDs of the two
// places of words that moved.
func (m *markup) diff(from, to string, script edit.Script, id string) *markup {
	opened := "" // what the next words stand behind
	for i, e := range script {
		old, new := e.A.Of(from), opened+e.B.Of(to)
		opened = ""
		switch {
		case e.Op == edit.Keep:
			if i+1 < len(script) && script[i+1].Move == 0 && script[i+1].B.Len() > 0 {
				new, opened = openingBracket(old, new)
			}
			m.text(new)
		case e.Move > 0 && new == "":
			m.moved("del", "from", old, id+"-from", id+"-to", e.Move)
		case e.Move > 0:
			m.moved("ins", "to", new, id+"-to", id+"-from", e.Move)
		case old == "":
			m.change("ins", "inserted", new)
		case new == "":
			m.change("del", "deleted", old)
		default:
			m.pair(old, new)
		}
	}
	return m
}

// openingBracket cuts a bracket off the end of words that are kept, if only the reading
// has it: it belongs to the words that follow, which are new.
func openingBracket(old, new string) (kept, bracket string) {
	if strings.HasSuffix(new, "(") && !strings.HasSuffix(old, "(") {
		return new[:len(new)-1], "("
	}
	return new, ""
}

// halves writes two readings each by itself, the words that only one of them
// has marked, and those that have changed places. Where no word is kept, marks would say nothing.
func halves(left, right *markup, from, to string, script edit.Script) {
	kept := keeps(script)
	for _, e := range script {
		if e.Op == edit.Keep || !kept {
			left.text(e.A.Of(from))
			right.text(e.B.Of(to))
			continue
		}
		if e.Move > 0 {
			left.only("shifted", "moved", e.A.Of(from))
			right.only("shifted", "moved", e.B.Of(to))
			continue
		}
		left.only("was", "differs", e.A.Of(from))
		right.only("now", "differs", e.B.Of(to))
	}
}

// keeps tells whether a script keeps any word, not just a full stop.
func keeps(script edit.Script) bool {
	return slices.ContainsFunc(script, func(e edit.Edit) bool { return e.Op == edit.Keep && e.A.Len() > 1 })
}

// only marks words that the text beside lacks, or has in another place. spoken
// names which, for screen readers.
func (m *markup) only(class, spoken, words string) {
	lead, bare, tail := trim(words)
	m.text(lead)
	if bare != "" {
		m.open("mark", "class", class).aloud(say("diff."+spoken) + " ").text(bare).hidden(";").close("mark")
	}
	m.text(tail)
}

// pair writes words and what replaced them, close together.
func (m *markup) pair(old, new string) {
	lead, bare, tail := trim(old)
	_, fresh, end := trim(new)
	m.text(lead)
	m.change("del", "deleted", bare)
	m.put("span", "→", "class", "to", "aria-hidden", "true")
	m.change("ins", "inserted", fresh)
	if end == "" {
		end = tail
	}
	m.text(end)
}

// change writes words as deleted or inserted, the white space around them
// outside the mark. The spoken name goes before them for screen readers, which
// pass over a quotation mark that stands alone.
func (m *markup) change(tag, spoken, words string) {
	lead, bare, tail := trim(words)
	m.text(lead)
	switch {
	case bare == "":
	case isMark(bare):
		m.open(tag, "class", "sign").aloud(say("diff.quotation-mark."+spoken)).put("span", bare, "aria-hidden", "true").close(tag)
	default:
		m.open(tag).aloud(say("diff."+spoken) + " ").text(bare).hidden(";").close(tag)
	}
	m.text(tail)
}

// moved writes words that changed places, with a link to their other
// place. spoken names what happened, for screen readers.
func (m *markup) moved(tag, spoken, words, here, there string, n int) {
	lead, bare, tail := trim(words)
	number := strconv.Itoa(n)
	m.text(lead).open(tag, "class", "moved", "id", here+number).open("a", "href", "#"+there+number)
	m.aloud(say("diff."+spoken)+" ").text(bare).aloud(say("diff.go-to."+spoken)).close("a", tag).text(tail)
}

// isMark tells whether a text is a quotation mark.
func isMark(s string) bool {
	return utf8.RuneCountInString(s) == 1 && strings.Contains("\"“”„«»", s)
}

// trim cuts the white space around words off them.
func trim(words string) (lead, bare, tail string) {
	bare = strings.TrimLeftFunc(words, unicode.IsSpace)
	lead = words[:len(words)-len(bare)]
	bare = strings.TrimRightFunc(bare, unicode.IsSpace)
	return lead, bare, words[len(lead)+len(bare):]
}
