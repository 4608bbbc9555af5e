package ui

import (
	"net/url"
	"strconv"
	"strings"

	"samewire/app/story"
)

// Place is the kind of a view.
type Place uint8

// The views that have addresses.
const (
	Library  Place = iota // /
	Overview              // /s/{story}
	Read                  // /s/{story}/read/{article}
	Compare               // /s/{story}/compare/{article}/{article}
	Passage               // /s/{story}/passage/{number}
)

// None stands for "no article" in an [Address].
const None = -1

// Address is a view's state as its URL has it. Articles are written as their
// letters.
type Address struct {
	Place   Place
	Story   string // the story's ID
	Article int    // Read, and the left side of Compare
	Other   int    // the right side of Compare
	Passage int    // the chosen passage's ID, 0 for none
	Base    int    // the article whose reading is the base, or None for the passage's own
}

// ParseAddress reads an address. It is false for a path that no view has.
// Parameters that can't be read are passed over: a shared link may have grown
// some.
func ParseAddress(path, rawQuery string) (Address, bool) {
	a := Address{Base: None}
	if path == "/" {
		return a, true
	}
	part := strings.Split(strings.TrimPrefix(path, "/"), "/")
	if len(part) < 2 || part[0] != "s" || !story.ValidID(part[1]) {
		return a, false
	}
	a.Story = part[1]
	ok := true
	letter := func(s string) int {
		i, valid := story.ParseLetter(s)
		ok = ok && valid && s == strings.ToLower(s)
		return i
	}
	switch {
	case len(part) == 2:
		a.Place = Overview
	case part[2] == "read" && len(part) == 4:
		a.Place, a.Article = Read, letter(part[3])
	case part[2] == "compare" && len(part) == 5:
		a.Place, a.Article, a.Other = Compare, letter(part[3]), letter(part[4])
	case part[2] == "passage" && len(part) == 4:
		a.Place, a.Passage = Passage, number(part[3])
		ok = a.Passage > 0
	default:
		return a, false
	}
	q, _ := url.ParseQuery(rawQuery) // what can be read of it
	if a.Place == Read {
		a.Passage = number(q.Get("passage"))
	}
	if i, valid := story.ParseLetter(q.Get("base")); valid {
		a.Base = i
	}
	return a, ok
}

// number returns a positive number below 100,000, or 0.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= 100_000 || strconv.Itoa(n) != s {
		return 0
	}
	return n
}

// Path returns the address without its parameters.
func (a Address) Path() string {
	letter := func(i int) string { return strings.ToLower(story.Letter(i)) }
	root := "/s/" + a.Story
	switch a.Place {
	case Overview:
		return root
	case Read:
		return root + "/read/" + letter(a.Article)
	case Compare:
		return root + "/compare/" + letter(a.Article) + "/" + letter(a.Other)
	case Passage:
		return root + "/passage/" + strconv.Itoa(a.Passage)
	}
	return "/"
}

// String returns the address with its parameters.
func (a Address) String() string {
	sep, s := "?", a.Path()
	add := func(key, value string) {
		s += sep + key + "=" + value
		sep = "&"
	}
	if a.Place == Read && a.Passage > 0 {
		add("passage", strconv.Itoa(a.Passage))
	}
	if a.Base != None && a.Place != Library {
		add("base", strings.ToLower(story.Letter(a.Base)))
	}
	return s
}

// The addresses of the views that a view links to keep its base.

func (a Address) overview() Address {
	return Address{Place: Overview, Story: a.Story, Base: a.Base}
}

func (a Address) read(article, passage int) Address {
	return Address{Place: Read, Story: a.Story, Article: article, Passage: passage, Base: a.Base}
}

func (a Address) compare(left, right int) Address {
	return Address{Place: Compare, Story: a.Story, Article: left, Other: right, Base: a.Base}
}

func (a Address) passage(id int) Address {
	return Address{Place: Passage, Story: a.Story, Passage: id, Base: a.Base}
}

func (a Address) withBase(article int) Address {
	a.Base = article
	return a
}
