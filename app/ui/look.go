package ui

import (
	"net/url"
	"strings"

	"samewire/app/words"
)

// setting is something about pages that readers choose for their device, and
// that an address can say instead, for a page inside another site.
type setting struct {
	name     string // in addresses, and after "data-" as an attribute of <html>
	legend   string
	standard string // the value that pages have unless told
	values   []choice
}

// choice is a value of a setting.
type choice struct{ name, label string }

// The values of the theme that meet a page before its style sheet does.
const (
	light = "light"
	dark  = "dark"
)

// settings are all settings. The script settings.js has their names and values
// too: it runs before anything else is there.
var settings = [...]setting{
	{"theme", say("look.theme"), "auto", []choice{{"auto", say("look.as-on-this-device")}, {light, say("look.light")}, {dark, say("look.dark")}}},
	{"size", say("look.text-size"), "medium", []choice{{"small", say("look.small")}, {"medium", say("look.medium")}, {"large", say("look.large")}, {"largest", say("look.largest")}}},
	{"spacing", say("look.space-between-letters-words"), "normal", []choice{{"normal", say("look.normal")}, {"wide", say("look.wide-some-readers-with")}}},
	{"marks", say("look.colours-of-the-marks"), "standard", []choice{{"standard", say("look.standard-safe-for-the")}, {"contrast", say("look.high-contrast")}, {"black", say("look.black-and-white")}}},
	{"lang", say("look.language"), "auto", languages()},
}

// languages are the languages to choose from, by their own names.
func languages() []choice {
	all := []choice{{"auto", say("look.as-the-browser-says")}}
	for _, l := range words.Languages {
		all = append(all, choice{l.Code, l.Name})
	}
	return all
}

// Look is what an address says about how its page looks: the value of each
// setting, or "" for what the reader's device has.
type Look [len(settings)]string

// parseLook reads the settings of an address.
func parseLook(q url.Values) Look {
	var l Look
	for i, s := range settings {
		value := q.Get(s.name)
		for _, c := range s.values {
			if c.name == value {
				l[i] = value
			}
		}
	}
	return l
}

// each calls do for the settings that the address says, by name.
func (l Look) each(do func(name, value string)) {
	for i, value := range l {
		if value != "" {
			do(settings[i].name, value)
		}
	}
}

// Theme returns "light" or "dark", or "" where that is the device's matter.
func (l Look) Theme() string {
	if l[0] == light || l[0] == dark {
		return l[0]
	}
	return ""
}

// Language returns the code of the language that an address says, or "".
func (l Look) Language() string {
	if code := l[len(l)-1]; code != "auto" {
		return code
	}
	return ""
}

// spoken returns a look that says the language alone.
func (l Look) spoken() (only Look) {
	only[len(l)-1] = l[len(l)-1]
	return only
}

// Reading is a [Source] that knows the language of its reader, by its code: what
// views are told in unless the address says another.
type Reading interface {
	Source
	Language() string
}

// language returns the language to tell a view in.
func language(src Source, look Look) string {
	if code := look.Language(); code != "" {
		return code
	}
	if r, ok := src.(Reading); ok {
		return r.Language()
	}
	return words.Languages[0].Code
}

// Attributes returns the look as attributes of the element <html>, with a space
// before each.
func (l Look) Attributes() string {
	var b strings.Builder
	l.each(func(name, value string) { b.WriteString(" data-" + name + `="` + value + `"`) })
	return b.String()
}

// within returns a view that has a look, and all of whose links and forms within
// the site pass it on. It is done here, once, so that no view can forget it.
func (v View) within(l Look) View {
	v.Look = l
	if l != (Look{}) {
		v.Blocks = l.carried(v.Blocks)
	}
	return v
}

func (l Look) carried(blocks []Block) []Block {
	all := make([]Block, len(blocks))
	for i, b := range blocks {
		b.HTML = l.carry(b.HTML)
		b.Inner = l.carried(b.Inner)
		all[i] = b
	}
	return all
}

// carry adds a look to the links of markup, and fields to its forms. It only
// ever meets what markup has written: quotation marks in a text are escaped
// there, so an attribute is one.
func (l Look) carry(html string) string {
	var b strings.Builder
	var query, fields string
	l.each(func(name, value string) {
		query += "&amp;" + name + "=" + value
		fields += `<input type="hidden" name="` + name + `" value="` + value + `">`
	})
	for {
		link, form := strings.Index(html, ` href="/`), strings.Index(html, ` action="/`)
		switch {
		case form >= 0 && (link < 0 || form < link):
			end := form + strings.IndexByte(html[form:], '>') + 1
			b.WriteString(html[:end] + fields)
			html = html[end:]
		case link >= 0:
			start := link + len(` href="`)
			end := start + strings.IndexByte(html[start:], '"')
			path, jump, hasJump := strings.Cut(html[start:end], "#")
			b.WriteString(html[:start] + path)
			if strings.Contains(path, "?") {
				b.WriteString(query)
			} else {
				b.WriteString("?" + strings.TrimPrefix(query, "&amp;"))
			}
			if hasJump {
				b.WriteString("#" + jump)
			}
			html = html[end:]
		default:
			b.WriteString(html)
			return b.String()
		}
	}
}
