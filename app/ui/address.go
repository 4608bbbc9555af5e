package ui

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"samewire/app/story"
)

// Place is the kind of a view.
type Place uint8

// The views that have addresses.
const (
	Library    Place = iota // /
	Overview                // /s/{story}
	Read                    // /s/{story}/read/{article}
	Compare                 // /s/{story}/compare/{article}/{article}
	Passage                 // /s/{story}/passage/{number}
	Passages                // /s/{story}/passages
	Common                  // /s/{story}/common
	Quotations              // /s/{story}/quotations
	Figures                 // /s/{story}/figures
	Credits                 // /s/{story}/credits
	Help                    // /help
	New                     // /new
	Open                    // /open
	Share                   // /s/{story}/share
	Search                  // /s/{story}/search
	Settings                // /settings
	Widget                  // /s/{story}/widget
	Class                   // /s/{story}/class
)

// listNames are the paths of the views that a story has one of.
var listNames = map[Place]string{
	Passages: "passages", Common: "common", Quotations: "quotations", Figures: "figures", Credits: "credits", Share: "share", Search: "search", Widget: "widget", Class: "class",
}

// None stands for "no article" in an [Address].
const None = -1

// Address is a view's state as its URL has it. Articles are written as their
// letters.
type Address struct {
	Place   Place
	Story   string // the story's ID
	Article int    // Read, and the left side of Compare; the one that alone a ledger shows, or None
	Other   int    // the right side of Compare
	Passage int    // the chosen passage's ID, 0 for none
	Base    int    // the article whose reading is the base, or None for the passage's own
	Outlets int    // Common: how many outlets must have a passage, 0 for two
	Page    int    // Passages and Common: the page of a long list, 0 for the first
	Show    string // the part of a ledger that alone is shown, "" for all
	InOrder bool   // a ledger in the story's order, not the most telling first
	Whole   bool   // a ledger or Search with no bound on what is shown at once
	Changed bool   // Read: only the paragraphs with copy that was changed
	Inline  bool   // Compare: one text with the edits in it
	Unnamed bool   // any view of a story: outlets by their letters, not their names
	Excerpt bool   // Share: only the passages, not the whole articles
	Paper   string // Widget: the theme that a publisher chose, "light", "dark" or ""
	Width   int    // Widget: of the frame, in pixels, or 0 for all there is
	Height  int    // Widget: of the frame until it has its own, in pixels, or 0
	Query   string // Search: what is looked for
	Plan    Plan   // Class, and Open on the way there: the lesson
	Embed   bool   // a view of a story inside another site's page: /embed in the place of /s
	Look    Look   // any view: how it looks, if that isn't left to the reader's device
}

// ParseAddress reads an address. It is false for a path that no view has.
// Parameters that can't be read are passed over: a shared link may have grown
// some.
func ParseAddress(path, rawQuery string) (Address, bool) {
	q, _ := url.ParseQuery(rawQuery) // what can be read of it
	a := Address{Base: None, Look: parseLook(q)}
	if path == "/" {
		return a, true
	}
	switch path {
	case settingsPath:
		a.Place = Settings
		return a, true
	case helpPath:
		a.Place = Help
		return a, true
	case openPath:
		a.Place = Open
		if a.Plan.parse(q); a.Plan.Mode != Pupil {
			a.Plan = Plan{}
		}
		return a, true
	case newPath:
		a.Place = New
		if id := q.Get("story"); story.IsOwn(id) {
			a.Story = id
		}
		return a, true
	}
	rest, rooted := strings.CutPrefix(path, "/")
	part := strings.Split(rest, "/")
	a.Embed = part[0] == embedRoot
	if !rooted || len(part) < 2 || part[0] != "s" && !a.Embed || !story.ValidID(part[1]) {
		return a, false
	}
	a.Story = part[1]
	if a.Embed && len(part) == 2 {
		part = append(part, embedded(q)...)
	}
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
	case len(part) == 3:
		if a.Place, ok = listPlace(part[2]); !ok {
			return a, false
		}
	default:
		return a, false
	}
	switch {
	case a.Place == Read:
		a.Passage = number(q.Get("passage"))
		a.Changed = q.Get("only") == "changed"
	case a.Place == Compare:
		a.Inline = q.Get("mode") == "inline"
	case a.isLedger():
		a.parseLedger(q)
	case a.Place == Search:
		a.Query, a.Whole = cleanQuery(q.Get("q")), q.Get("all") == "yes"
	case a.Place == Widget:
		a.parseWidget(q)
	case a.Place == Share:
		a.Excerpt = q.Get("only") == "excerpts"
	case a.Place == Class:
		a.Plan.parse(q)
		if a.Embed { // the other modes are for teachers, and the projector's is as high as its screen
			a.Plan.Mode = Pupil
		}
	}
	if i, valid := story.ParseLetter(q.Get("base")); valid {
		a.Base = i
	}
	if a.Place == Common {
		a.Outlets = number(q.Get("outlets"))
	}
	if a.Place == Passages || a.Place == Common {
		a.Page = number(q.Get("page"))
	}
	a.Unnamed = q.Get("names") == "hidden"
	return a, ok && (!a.Embed || a.Embeddable())
}

// ofStory tells whether the view is one of a story.
func (a Address) ofStory() bool {
	switch a.Place {
	case Library, Help, Settings, New, Open:
		return false
	}
	return true
}

// isLedger tells whether the view is one of the ledgers.
func (a Address) isLedger() bool { return len(a.parts()) > 0 }

// parseLedger reads what of a ledger is shown, and in which order.
func (a *Address) parseLedger(q url.Values) {
	a.Article = None
	if i, valid := story.ParseLetter(q.Get("outlet")); valid {
		a.Article = i
	}
	if show := q.Get("show"); slices.ContainsFunc(a.parts(), func(p part) bool { return p.name == show }) {
		a.Show = show
	}
	a.InOrder = q.Get("sort") == "story"
	a.Whole = q.Get("all") == "yes"
}

// listPlace returns the view that has a name.
func listPlace(name string) (Place, bool) {
	for place, n := range listNames {
		if n == name {
			return place, true
		}
	}
	return 0, false
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
	if a.Embed {
		root = "/" + embedRoot + "/" + a.Story
	}
	switch a.Place {
	case Overview:
		return root
	case Read:
		return root + "/read/" + letter(a.Article)
	case Compare:
		return root + "/compare/" + letter(a.Article) + "/" + letter(a.Other)
	case Passage:
		return root + "/passage/" + strconv.Itoa(a.Passage)
	case Library:
		return "/"
	case Help:
		return helpPath
	case Settings:
		return settingsPath
	case New:
		return newPath
	case Open:
		return openPath
	}
	return root + "/" + listNames[a.Place]
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
	if a.Place == New && a.Story != "" {
		add("story", a.Story)
	}
	if a.Changed {
		add("only", "changed")
	}
	if a.Place == Widget {
		a.widgetQuery(add)
	}
	if a.Excerpt {
		add("only", "excerpts")
	}
	if a.Inline {
		add("mode", "inline")
	}
	if a.isLedger() {
		if a.Article != None {
			add("outlet", strings.ToLower(story.Letter(a.Article)))
		}
		if a.Show != "" {
			add("show", a.Show)
		}
		if a.InOrder {
			add("sort", "story")
		}
	}
	if a.Query != "" {
		add("q", url.QueryEscape(a.Query))
	}
	if a.Whole {
		add("all", "yes")
	}
	plan := a.Plan
	if a.Embed {
		plan.Mode = Teach // Pupil, which is all there is
	}
	plan.query(add)
	if a.Base != None && a.ofStory() {
		add("base", strings.ToLower(story.Letter(a.Base)))
	}
	if a.Outlets > 0 {
		add("outlets", strconv.Itoa(a.Outlets))
	}
	if a.Page > 0 {
		add("page", strconv.Itoa(a.Page))
	}
	if a.Unnamed {
		add("names", "hidden")
	}
	a.Look.each(add)
	return s
}

// The addresses of the views that a view links to keep what was chosen for the
// whole story: the base, and whether names are shown. From one article to
// another, and from one pair to another, they keep how it is shown.

func (a Address) overview() Address { return a.at(Overview) }

func (a Address) at(place Place) Address {
	return Address{Place: place, Story: a.Story, Base: a.Base, Unnamed: a.Unnamed, Embed: a.Embed}
}

func (a Address) read(article, passage int) Address {
	to := a.at(Read)
	to.Article, to.Passage, to.Changed = article, passage, a.Changed
	return to
}

func (a Address) compare(left, right int) Address {
	to := a.at(Compare)
	to.Article, to.Other, to.Inline = left, right, a.Inline
	return to
}

func (a Address) list(place Place) Address {
	to := a.at(place)
	if to.isLedger() {
		to.Article = None
	}
	if place == Widget {
		to.Other, to.Passage = 1, 1
	}
	return to
}

func (a Address) passage(id int) Address {
	to := a.at(Passage)
	to.Passage = id
	return to
}

func (a Address) withBase(article int) Address {
	a.Base = article
	return a
}
