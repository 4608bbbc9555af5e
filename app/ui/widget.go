package ui

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"

	"samewire/app/story"
)

// widgetViews are the views that a publisher chooses from.
var widgetViews = [...]struct {
	name, label string
	place       Place
}{
	{"overview", say("widget.the-overview"), Overview},
	{"read", say("widget.one-article-with-what"), Read},
	{"compare", say("widget.two-articles-side-by"), Compare},
	{"passage", say("widget.one-passage-in-all"), Passage},
	{"common", say("widget.the-common-wording"), Common},
	{"class", say("widget.questions-who-spots-what"), Class},
}

// parseWidget reads what a publisher chose.
func (a *Address) parseWidget(q url.Values) {
	for _, v := range widgetViews {
		if q.Get("view") == v.name {
			a.Show = v.name
		}
	}
	a.Other = 1
	if i, ok := story.ParseLetter(q.Get("article")); ok {
		a.Article = i
	}
	if i, ok := story.ParseLetter(q.Get("other")); ok {
		a.Other = i
	}
	a.Passage = max(number(q.Get("passage")), 1)
	a.Paper = parseLook(url.Values{"theme": q["paper"]}).Theme()
	a.Width, a.Height = pixels(q.Get("width")), pixels(q.Get("height"))
}

// A frame of less shows nothing that could be read, and one of more is a slip.
const minFrame, maxFrame = 200, 5000 // px

// plainHeight is that of a frame that can't fit itself, in pixels, unless a
// publisher chooses another.
const plainHeight = 560

// pixels reads a size of a frame. It is 0 for none that a frame could have.
func pixels(s string) int {
	if n := number(s); n >= minFrame && n <= maxFrame {
		return n
	}
	return 0
}

// widgetQuery is parseWidget's inverse.
func (a Address) widgetQuery(add func(key, value string)) {
	letter := func(i int) string { return strings.ToLower(story.Letter(i)) }
	if a.Show != "" {
		add("view", a.Show)
	}
	if a.Article > 0 {
		add("article", letter(a.Article))
	}
	if a.Other != 1 {
		add("other", letter(a.Other))
	}
	if a.Passage > 1 {
		add("passage", strconv.Itoa(a.Passage))
	}
	if a.Paper != "" {
		add("paper", a.Paper)
	}
	if a.Width > 0 {
		add("width", strconv.Itoa(a.Width))
	}
	if a.Height > 0 {
		add("height", strconv.Itoa(a.Height))
	}
}

// attributes returns what the widget's element or address says beside the
// story, as names and values in turn.
func (a Address) attributes() []string {
	letter := func(i int) string { return strings.ToLower(story.Letter(i)) }
	var out []string
	if a.Show != "" && a.Show != "overview" {
		out = append(out, "view", a.Show)
	}
	switch a.Show {
	case "read":
		out = append(out, "article", letter(a.Article))
	case "compare":
		out = append(out, "article", letter(a.Article), "other", letter(a.Other))
	case "passage":
		out = append(out, "passage", strconv.Itoa(a.Passage))
	}
	if a.Paper != "" {
		out = append(out, "theme", a.Paper)
	}
	if a.Height > 0 {
		out = append(out, "height", strconv.Itoa(a.Height))
	}
	return out
}

// size returns the attributes of a plain frame. The width for all there is isn't
// one that HTML allows, but one that needs no style, which a page may forbid.
func (a Address) size(all string) []string {
	size := []string{"height", strconv.Itoa(cmp.Or(a.Height, plainHeight)), "loading", "lazy"}
	switch {
	case a.Width > 0:
		return append(size, "width", strconv.Itoa(a.Width))
	case all != "":
		return append(size, "width", all)
	}
	return size
}

// frame returns the address of the frame for what was chosen.
func (a Address) frame() string {
	to := Address{Place: Overview, Story: a.Story, Article: a.Article, Other: a.Other, Base: None, Embed: true}
	for _, v := range widgetViews {
		if v.name == a.Show {
			to.Place = v.place
		}
	}
	if to.Place == Passage {
		to.Passage = a.Passage
	}
	to.Look = parseLook(url.Values{"theme": {a.Paper}})
	return to.String()
}

// widgetView is where a publisher chooses what to put on a site of their own,
// sees it, and copies the lines for it.
func (d *desk) widgetView() View {
	var m markup
	m.open("main", "id", "main", "class", "plain widget", "tabindex", "-1")
	m.put("h1", say("widget.put-this-story-on"))
	switch {
	case story.IsOwn(d.Address.Story):
		m.put("p", say("widget.this-story-is-on"))
		m.open("p").put("a", say("overview.pass-this-story-on"), "href", d.list(Share).String()).close("p")
		takeaway(&m, "code", say("widget.lines-for-your-page"), d.scriptLine()+"\n"+`<same-wire src="/path/to/your-story.json"></same-wire>`)
	case d.origin == "":
		m.put("p", say("widget.the-lines-for-your"))
	default:
		d.widgetForm(&m)
		m.put("h2", say("widget.this-is-how-it"))
		m.open("iframe", append([]string{"src", d.frame(), "title", say("widget.how-it-looks"), "class", "preview"}, d.size("")...)...).close("iframe")
		m.put("h2", say("widget.lines-for-your-page"))
		takeaway(&m, "code", say("widget.it-grows-with-its"), d.scriptLine()+"\n"+d.element())
		takeaway(&m, "plain", say("widget.the-same-without-a-2"), d.plainFrame())
		m.open("p", "class", "note").say("widget.policy", "host", el("code", hostOf(d.origin)), "script", el("code", "script-src"), "frame", el("code", "frame-src")).close("p")
		m.put("p", say("widget.sites-that-know-oembed"), "class", "note")
	}
	m.close("main")
	return d.view(say("widget.on-your-site"), say("widget.the-lines-that-put"), m.block())
}

func (d *desk) scriptLine() string {
	return `<script async src="` + d.site + `/embed.js"></script>`
}

// element is the widget's element, with a link for readers without scripts.
func (d *desk) element() string {
	var m markup
	m.open("same-wire", append([]string{"story", d.Address.Story}, d.attributes()...)...)
	m.put("a", say("widget.how-told-it", "count", count(len(d.Documents), "count.outlet"), "title", d.Analysis.Story.Title), "href", d.origin+d.overview().withBase(None).String())
	return m.close("same-wire").b.String()
}

func (d *desk) plainFrame() string {
	var m markup
	m.open("iframe", append([]string{"src", d.origin + d.frame(), "title", say("widget.how-several-outlets-told"), "style", "border:0;max-width:100%"}, d.size("100%")...)...)
	return m.close("iframe").b.String()
}

func (d *desk) widgetForm(m *markup) {
	m.open("form", "action", d.list(Widget).Path(), "class", "build")
	m.open("fieldset").put("legend", say("widget.what-it-shows"))
	shown := d.Show
	if shown == "" {
		shown = widgetViews[0].name
	}
	for _, v := range widgetViews {
		if len(d.Passages) > 0 || v.place == Overview || v.place == Read || v.place == Compare && len(d.Documents) > 1 {
			radio(m, "view", v.name, v.label, v.name == shown)
		}
	}
	m.close("fieldset")
	d.articleChoice(m, "article", say("widget.article"), "for-one", d.Article)
	d.articleChoice(m, "other", say("widget.beside-it"), "for-two", d.Other)
	m.open("p", "class", "for-passage").put("label", say("widget.passage"), "for", "passage").text(" ")
	m.open("input", "type", "number", "id", "passage", "name", "passage", "min", "1", "max", strconv.Itoa(len(d.Passages)), "value", strconv.Itoa(d.Address.Passage)).close("p")
	m.open("fieldset").put("legend", say("look.theme"))
	for _, t := range [...]struct{ name, label string }{{"", say("widget.as-your-page-is")}, {light, say("look.light")}, {dark, say("look.dark")}} {
		radio(m, "paper", t.name, t.label, t.name == d.Paper)
	}
	m.close("fieldset")
	sizeField(m, "width", say("widget.width"), d.Width, say("widget.all-there-is"))
	sizeField(m, "height", say("widget.height"), d.Height, say("widget.what-it-needs"))
	m.open("p").put("button", say("widget.show-it")).close("p", "form")
}

// sizeField writes a field for a size in pixels that may be left empty.
func sizeField(m *markup, name, label string, size int, empty string) {
	attrs := []string{"type", "number", "id", name, "name", name, "min", strconv.Itoa(minFrame), "max", strconv.Itoa(maxFrame)}
	if size > 0 {
		attrs = append(attrs, "value", strconv.Itoa(size))
	}
	m.open("p").put("label", label, "for", name).text(" ").open("input", attrs...).text(" ").say("widget.pixels", "empty", empty).close("p")
}

func radio(m *markup, name, value, label string, chosen bool) {
	attrs := []string{"type", "radio", "name", name, "value", value}
	if chosen {
		attrs = append(attrs, "checked", "")
	}
	m.open("label").open("input", attrs...).put("span", label).close("label")
}

// articleChoice writes a list of the articles to choose one from.
func (d *desk) articleChoice(m *markup, name, label, class string, chosen int) {
	m.open("p", "class", class).put("label", label, "for", name).text(" ").open("select", "id", name, "name", name)
	for i := range d.Documents {
		attrs := []string{"value", strings.ToLower(story.Letter(i))}
		if i == chosen {
			attrs = append(attrs, "selected", "")
		}
		m.put("option", story.Letter(i)+" · "+d.Analysis.Story.Named(i), attrs...)
	}
	m.close("select", "p")
}

// hostOf cuts the path off an address.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Scheme + "://" + u.Host
}
