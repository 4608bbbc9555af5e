package ui

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// embedRoot is where the views inside other sites' pages are.
const embedRoot = "embed"

// embedded returns the path below a story that parameters name: the two lines
// that a publisher pastes have them in the place of a path.
func embedded(q url.Values) []string {
	switch view := q.Get("view"); view {
	case "read":
		return []string{view, cmp.Or(q.Get("article"), "a")}
	case "compare":
		return []string{view, cmp.Or(q.Get("article"), "a"), cmp.Or(q.Get("other"), "b")}
	case "passage":
		return []string{view, cmp.Or(q.Get("passage"), "1")}
	case "", "overview":
		return nil
	default:
		return []string{view}
	}
}

// alone returns a view without what stands around it here, for another site's
// page: one that says why nothing can be shown. The way out of it opens a page.
func (v View) alone() View {
	v.Embed = true
	v.Blocks = slices.DeleteFunc(slices.Clone(v.Blocks), func(b Block) bool {
		return b.Tag != "main" && !strings.HasPrefix(b.HTML, "<main")
	})
	v.Blocks = outside(v.Blocks)
	return v
}

// outside makes the links to the library in blocks open a page.
func outside(blocks []Block) []Block {
	all := make([]Block, len(blocks))
	for i, b := range blocks {
		b.HTML = strings.ReplaceAll(b.HTML, `<a href="/"`, `<a target="_blank" rel="noopener" href="/"`)
		b.Inner = outside(b.Inner)
		all[i] = b
	}
	return all
}

// framed returns the blocks of a view for another site's page: without what
// stands around the view here, and with a way to the whole page. Its parts have
// the story's name, since screen readers list them among those of the page.
func (d *desk) framed(blocks []Block) []Block {
	var m markup
	whole := d.Address
	whole.Embed = false
	name := d.Analysis.Story.Title
	m.open("footer", "class", "colophon", "aria-label", name)
	m.open("p").put("a", say("embed.open-the-full-page"), "href", whole.String(), "target", "_blank", "rel", "noopener")
	m.text(" · ").say("embed.compared-by", "samewire", el("a", "Samewire", "href", "/", "target", "_blank", "rel", "noopener"))
	m.close("p", "footer")
	all := []Block{skipLink(), group("header", []string{"aria-label", name}, d.head())}
	return append(append(all, named(blocks, name)...), m.block())
}

// named gives what is the main part among blocks a name.
func named(blocks []Block, name string) []Block {
	all := slices.Clone(blocks)
	for i, b := range all {
		if rest, ok := strings.CutPrefix(b.HTML, "<main "); ok {
			all[i].HTML = `<main aria-label="` + escaper.Replace(name) + `" ` + rest
		} else if b.Tag == "main" {
			all[i].Attrs = append(slices.Clone(b.Attrs), "aria-label", name)
		}
	}
	return all
}

// Embeddable tells whether the view may stand in another site's page.
func (a Address) Embeddable() bool {
	switch a.Place {
	case Library, Help, Settings, New, Open, Share, Widget:
		return false
	}
	return true
}
