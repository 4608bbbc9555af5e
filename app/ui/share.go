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
	m.put("h1", "Pass this story on")
	if !d.Analysis.Story.Excerpts {
		d.howMuch(&m)
	}
	if d.Excerpt || d.Analysis.Story.Excerpts {
		m.put("p", "Only the passages that the articles share, with at most one sentence around each. The rest is left out: […]. This is for articles that may not be copied whole.", "class", "note")
	} else if own {
		m.put("p", "All that you put into the story. Mind that articles belong to those who published them.", "class", "note")
	}
	m.put("h2", "As a file")
	device, here := src.(Device)
	switch {
	case here:
		m.open("p").button("save", "Save the story file", "class", "main", "id", "save").close("p")
	case !d.Excerpt:
		m.open("p").put("a", "The story file", "href", "/stories/"+d.Address.Story+".json", "download", d.Address.Story+".json").close("p")
	}
	m.put("p", "Whoever has it opens it on this site’s page of own stories, or drops it there.", "class", "note")
	m.put("h2", "As a link")
	pass := Pass{Problem: "The link is made in your browser, with JavaScript and WebAssembly."}
	if !own && !d.Excerpt {
		pass = Pass{Link: d.overview().withBase(None).String()}
	}
	if here {
		if s := d.Analysis.Story; d.Excerpt {
			pass = device.Pass(ctx, Excerpts(d.Analysis))
		} else {
			pass = device.Pass(ctx, s)
		}
	}
	pass.write(&m)
	m.close("main")
	return d.view("Pass on", "Pass the story on as a file, as a link, or as a QR code.", m.block())
}

// howMuch offers whole articles or excerpts.
func (d *desk) howMuch(m *markup) {
	m.open("nav", "class", "switches", "aria-label", "How much")
	for _, excerpt := range []bool{false, true} {
		to := d.Address
		to.Excerpt = excerpt
		label := "Whole articles"
		if excerpt {
			label = "Excerpts only"
		}
		attrs := []string{"id", "much-" + label[:1], "href", to.String()}
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
	takeaway(m, "link", "Link", p.Link)
	if p.Carries {
		m.put("p", "The whole story is in the link itself. No server sees it.", "class", "note")
	}
	if p.Code != "" {
		m.open("figure", "class", "qr")
		m.b.WriteString(p.Code) // ours: nothing of the story is in it but as squares
		m.put("figcaption", "The same link, to be scanned.").close("figure")
	} else if p.Problem != "" {
		m.put("p", capital(p.Problem), "class", "note")
	}
}
