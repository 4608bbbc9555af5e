package ui

import (
	"strings"
	"unicode"

	"samewire/app/align"
	"samewire/app/story"
	"samewire/app/words"
)

// Picture is the overview as a drawing: the articles as strips of their
// sentences, with a headline and a key. It is a list of boxes and lines of text,
// so that it can be written as SVG, in the browser too, and painted as pixels on
// the server. Lengths are in pixels at a scale of 1; y runs down.
type Picture struct {
	Width, Height int
	Title         string
	Description   string // what can be seen, in words
	Boxes         []Box
	Labels        []Label
	words         *words.Table // of its language
}

// Box is a rectangle, filled and with an outline.
type Box struct {
	X, Y, W, H float64
	Fill       Fill
	Ink        string // the colour of the filling
	Line       string // that of the outline, or "" for none
}

// LineWidth is how wide the outline is: thinner in a narrow box, which would be
// all outline.
func (b Box) LineWidth() float64 { return min(1.5, b.W/6) }

// Fill is how a box is filled.
type Fill uint8

// The fillings. Two are patterns, which are told apart without colour.
const (
	Empty Fill = iota
	Solid      // all over
	Hatch      // lines at 45 degrees, HatchLine wide, HatchStep apart
	Dots       // of radius DotRadius, DotStep apart both ways
)

// The measures of the patterns, in pixels.
const (
	HatchStep, HatchLine = 7.0, 3.0
	DotStep, DotRadius   = 6.5, 1.6
)

// Label is a line of text.
type Label struct {
	X, Y  float64 // of its base line; of its end if AtEnd
	Size  float64
	Bold  bool
	AtEnd bool
	Ink   string
	Text  string
}

// The colours of a picture: those of the light page, whatever the reader's, since
// it is put on slides and paper.
const (
	pictureInk   = "#1b1a18"
	pictureSoft  = "#5f5b53"
	pictureRule  = "#dcd7cc"
	PicturePaper = "#fcfbf8"
)

// The size of a card: what sites that show links ask for.
const CardWidth, CardHeight = 1200, 630

// The measures of a picture.
const (
	pictureWidth   = CardWidth
	overviewHeight = 0 // as high as it needs
	margin         = 56
	inner          = pictureWidth - 2*margin
	nameWidth      = 210 // of the outlets
	ownWidth       = 190 // of the shares beside the strips
	stripsX        = margin + nameWidth
	stripsWidth    = inner - nameWidth - ownWidth
	keyHeight      = 92 // with the margin below
)

// mostInCard is how many articles a picture of fixed height draws at most.
const mostInCard = 10

// picture draws the overview. A height of 0 is as high as it needs. legible
// tells which texts can be drawn; nil stands for all.
func (d *desk) picture(height int, legible func(string) bool) Picture {
	if legible == nil {
		legible = func(string) bool { return true }
	}
	s, facts := d.Analysis.Story, capital(d.facts())
	p := Picture{Width: pictureWidth, Height: height, Title: plainLine(s.Title), words: d.words}
	p.Description = p.words.Tell(d.cardText())
	p.label(margin, 70, 26, "Samewire").Bold = true
	motto := p.label(pictureWidth-margin, 70, 22, say("export.same-wire-different-words"))
	motto.AtEnd, motto.Ink = true, pictureSoft
	p.Boxes = append(p.Boxes, Box{X: margin, Y: 90, W: inner, H: 1.5, Fill: Solid, Ink: pictureRule})
	title := p.Title
	if !legible(title) || title == "" {
		title = p.words.Tell(say("picture.how-told-one-story", "count", count(len(d.Documents), "count.outlet")))
	}
	y := p.headline(title, 94)
	if date := p.words.Tell(date(plainLine(s.Date))); date != "" && legible(date) {
		facts = capital(date) + " · " + d.facts()
	}
	y += 46
	p.label(margin, y, 24, facts).Ink = pictureSoft
	y += 36
	drawn, step := d.drawn(mostStrips), 46.0
	if height == overviewHeight {
		p.Height = int(y+step*float64(len(drawn))) + keyHeight + 16
	} else {
		drawn = d.drawn(mostInCard)
		step = min((float64(height-keyHeight)-y)/float64(max(len(drawn), 1)), 62)
	}
	d.drawStrips(&p, drawn, y, step, legible)
	p.key(float64(p.Height-margin), len(drawn), len(d.Documents))
	return p
}

// facts is how much the story has.
func (d *desk) facts() string {
	return count(len(d.Documents), "count.outlet") + " · " + count(len(d.Passages), "count.shared-passage")
}

// card is the address of the story's picture, and cardText what it shows.
func (d *desk) card() string {
	return File{Address{Place: Overview, Story: d.Address.Story, Base: None, Unnamed: d.Unnamed, Look: d.Look.spoken()}, cardFile}.String()
}

func (d *desk) cardText() string {
	return say("picture.who-ran-what-each", "first", capital(d.facts()))
}

// label adds a line of text and returns it, to be changed until the next is
// added. Few fonts have the narrow space that stands before a French percent sign.
func (p *Picture) label(x, y, size float64, text string) *Label {
	text = strings.ReplaceAll(p.words.Tell(text), "\u202f", "\u00a0")
	p.Labels = append(p.Labels, Label{X: x, Y: y, Size: size, Ink: pictureInk, Text: text})
	return &p.Labels[len(p.Labels)-1]
}

// headline sets the title in at most three lines below y, and returns the last
// one's base line.
func (p *Picture) headline(title string, y float64) float64 {
	size := 50.0
	lines := fold(title, size, inner)
	if len(lines) > 2 {
		size = 38
		lines = fold(title, size, inner)
	}
	if len(lines) > 3 {
		lines = append(lines[:2:2], cut(strings.Join(lines[2:], " "), size, inner))
	}
	y += 6
	for _, l := range lines {
		y += size * 1.18
		p.label(margin, y, size, l).Bold = true
	}
	return y
}

// drawStrips draws articles from y down, a row every step pixels.
func (d *desk) drawStrips(p *Picture, drawn []int, y, step float64, legible func(string) bool) {
	longest, most := 1, 1
	for _, i := range drawn {
		longest = max(longest, len(d.Documents[i].Words))
		most = max(most, len(d.Documents[i].Sentences))
	}
	gap := min(3, 0.2*stripsWidth/float64(most))
	scale := (stripsWidth - gap*float64(most)) / float64(longest)
	for _, i := range drawn {
		high := min(step*0.72, 38)
		base := y + high/2 + 7
		size := min(20, step*0.62)
		box := min(high, 28)
		p.Boxes = append(p.Boxes, Box{X: margin, Y: y + (high-box)/2, W: 34, H: box, Line: pictureInk})
		letter := story.Letter(i)
		p.label(margin+17-width(letter, size*0.85)/2, base-0.5, size*0.85, letter).Bold = true
		if name := plainLine(d.Analysis.Story.Articles[i].Outlet); name != "" && legible(name) {
			p.label(margin+46, base, size, cut(name, size, nameWidth-64))
		} else {
			p.label(margin+46, base, size, say("picture.outlet", "letter", letter))
		}
		d.drawStrip(p, i, y, high, scale, gap)
		own := p.label(pictureWidth-margin, base, size, say("picture.only-here", "share", percent(d.Own(i))))
		own.AtEnd, own.Ink = true, pictureSoft
		y += step
	}
}

// drawStrip draws the sentences of article i.
func (d *desk) drawStrip(p *Picture, i int, y, high, scale, gap float64) {
	x := float64(stripsX)
	for n, st := range d.Sentences(i) {
		if st.Caption {
			continue
		}
		s := d.Documents[i].Sentences[n]
		b := Box{X: x, Y: y, W: scale * float64(s.Last-s.First), H: high, Ink: pictureInk, Line: pictureInk}
		if st.Passage < 0 {
			b.Line = pictureSoft
		} else {
			b.Fill = kindFill(st.Kind)
		}
		p.Boxes = append(p.Boxes, b)
		x += b.W + gap
	}
}

func kindFill(k align.Kind) Fill {
	switch k {
	case align.Verbatim:
		return Solid
	case align.Edited:
		return Hatch
	}
	return Dots
}

// key explains the fillings, and says how many articles are drawn if not all.
func (p *Picture) key(y float64, drawn, of int) {
	x := float64(margin)
	item := func(f Fill, line, text string) {
		text = p.words.Tell(text)
		p.Boxes = append(p.Boxes, Box{X: x, Y: y - 16, W: 34, H: 20, Fill: f, Ink: pictureInk, Line: line})
		p.label(x+44, y, 20, text).Ink = pictureSoft
		x += 44 + width(text, 20) + 28
	}
	for _, k := range []align.Kind{align.Verbatim, align.Edited, align.Reworded} {
		item(kindFill(k), pictureInk, kindName(k))
	}
	item(Empty, pictureSoft, say("overview.only-here"))
	if drawn < of {
		l := p.label(pictureWidth-margin, y, 20, say("picture.the-closest-of", "n", grouped(drawn), "n2", grouped(of)))
		l.AtEnd, l.Ink = true, pictureSoft
	}
}

// plainLine returns a text as one line that any picture may hold: without
// control characters and what turns the direction of the text around it.
func plainLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r), r >= 0xFFFE && r&0xFFFE == 0xFFFE, r == '\uFFFD':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}

// fold breaks a text into lines of at most so many pixels, between words.
func fold(text string, size, most float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		next := strings.TrimSpace(line + " " + word)
		if line != "" && width(next, size) > most {
			lines = append(lines, line)
			next = word
		}
		line = next
	}
	lines = append(lines, line)
	for i := range lines {
		lines[i] = cut(lines[i], size, most) // one long word
	}
	return lines
}

// cut returns as much of a text as fits.
func cut(text string, size, most float64) string {
	if width(text, size) <= most {
		return text
	}
	runes := []rune(text)
	n := len(runes) - 1
	for n > 0 && width(string(runes[:n])+"…", size) > most {
		n--
	}
	return strings.TrimRight(string(runes[:n]), " ,;:.–—-") + "…"
}

// width returns about how wide a text is, rather more than less: no font is at
// hand in the browser's half, and both halves must break lines alike.
func width(text string, size float64) float64 {
	ems := 0.0
	for _, r := range text {
		ems += advance(r)
	}
	return ems * size
}

// advance returns about how wide a character is, in ems, in the wide bold fonts
// that stand in for Helvetica where there is none, DejaVu Sans and Verdana.
func advance(r rune) float64 {
	switch {
	case strings.ContainsRune("ijltfI.,:;'’‘!|()[]-/ ", r):
		return 0.38
	case strings.ContainsRune("mwMW@%—", r), r >= 0x1100:
		return 1.05
	case unicode.IsUpper(r):
		return 0.78
	}
	return 0.69
}
