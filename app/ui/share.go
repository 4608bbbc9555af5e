package ui

import (
	"context"

	"samewire/app/story"
)

// Pass is how a story can be passed on.
type Pass struct {
	Link    string // the whole address, or ""
	Carries bool   // the link has the story in it
	Problem string // why there is no link, a sentence
	Code    string // the link as a QR code: an SVG element, or ""
}

// shareView offers a story as a file, and as a link.
func (d *desk) shareView(ctx context.Context, src Source) View {
	var m markup
	own := story.IsOwn(d.Address.Story)
	m.open("main", "id", "main", "class", "plain share", "tabindex", "-1")
	m.put("h1", say("overview.pass-this-story-on"))
	if !d.Analysis.Story.Excerpts {
		d.howMuch(&m)
	}
	if d.Excerpt || d.Analysis.Story.Excerpts {
		m.put("p", say("share.only-the-passages-that"), "class", "note")
	} else if own {
		m.put("p", say("share.all-that-you-put"), "class", "note")
	}
	m.put("h2", say("share.as-a-file"))
	device, here := src.(Device)
	switch {
	case here:
		m.open("p").button("save", say("share.save-the-story-file"), "class", "main", "id", "save").close("p")
	case !d.Excerpt:
		m.open("p").put("a", say("share.the-story-file"), "href", "/stories/"+d.Address.Story+".json", "download", d.Address.Story+".json").close("p")
	}
	m.put("p", say("share.whoever-has-it-opens"), "class", "note")
	m.put("h2", say("share.as-a-link"))
	var pass Pass
	switch {
	case here && d.Excerpt:
		pass = device.Pass(ctx, Excerpts(d.Analysis, d.worded(say("share.note"))))
	case here:
		pass = device.Pass(ctx, d.Analysis.Story)
	case !own && !d.Excerpt:
		pass = Pass{Link: d.origin + d.overview().withBase(None).String()}
	}
	if !here && pass.Link == "" {
		m.put("p", say("class.the-link-is-made"), "class", "note")
	} else {
		pass.write(&m)
	}
	m.close("main")
	return d.view(say("library.pass-on"), say("share.pass-the-story-on"), m.block())
}

// howMuch offers whole articles or excerpts.
func (d *desk) howMuch(m *markup) {
	m.open("nav", "class", "switches", "aria-label", say("share.how-much"))
	for _, excerpt := range []bool{false, true} {
		to := d.Address
		to.Excerpt = excerpt
		label, id := say("share.whole-articles"), "much-W"
		if excerpt {
			label, id = say("share.excerpts-only"), "much-E"
		}
		attrs := []string{"id", id, "href", to.String()}
		if excerpt == d.Excerpt {
			attrs = append(attrs, "aria-current", "true")
		}
		m.put("a", label, attrs...)
	}
	m.close("nav")
}

func (p *Pass) write(m *markup) {
	if p.Link == "" {
		m.put("p", capital(p.Problem), "class", "wrong")
		return
	}
	takeaway(m, "link", say("share.link"), p.Link)
	if p.Carries {
		m.put("p", say("share.the-whole-story-is"), "class", "note")
	}
	if p.Code != "" {
		m.open("figure", "class", "qr")
		m.b.WriteString(p.Code) // ours: nothing of the story is in it but as squares
		m.put("figcaption", say("share.the-same-link-to")).close("figure")
	} else if p.Problem != "" {
		m.put("p", capital(p.Problem), "class", "note")
	}
}
