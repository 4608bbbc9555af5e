package ui

import "strconv"

// SVG returns the picture as an SVG document. Its style is in attributes, so that
// it looks the same under any policy and in any program.
func (p Picture) SVG() string {
	var m markup
	w, h := strconv.Itoa(p.Width), strconv.Itoa(p.Height)
	m.b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	m.open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", w, "height", h, "viewBox", "0 0 "+w+" "+h,
		"role", "img", "aria-labelledby", "title about", "font-family", "Helvetica, Arial, sans-serif")
	m.put("title", p.Title, "id", "title").put("desc", p.Description, "id", "about")
	m.open("defs")
	m.open("pattern", "id", "hatch", "width", Pixels(HatchStep), "height", Pixels(HatchStep), "patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)")
	m.open("rect", "width", Pixels(HatchLine), "height", Pixels(HatchStep), "fill", pictureInk).close("rect", "pattern")
	m.open("pattern", "id", "dots", "width", Pixels(DotStep), "height", Pixels(DotStep), "patternUnits", "userSpaceOnUse")
	m.open("circle", "cx", Pixels(DotStep/2), "cy", Pixels(DotStep/2), "r", Pixels(DotRadius), "fill", pictureInk).close("circle", "pattern", "defs")
	m.open("rect", "width", w, "height", h, "fill", PicturePaper).close("rect")
	for _, b := range p.Boxes {
		m.box(b)
	}
	for _, l := range p.Labels {
		m.label(l)
	}
	return m.close("svg").b.String() + "\n"
}

func (m *markup) box(b Box) {
	attrs := []string{"x", Pixels(b.X), "y", Pixels(b.Y), "width", Pixels(b.W), "height", Pixels(b.H), "fill", fillPaint(b)}
	if b.Line != "" {
		attrs = append(attrs, "stroke", b.Line, "stroke-width", Pixels(b.LineWidth()))
	}
	m.open("rect", attrs...).close("rect")
}

func fillPaint(b Box) string {
	switch b.Fill {
	case Solid:
		return b.Ink
	case Hatch:
		return "url(#hatch)"
	case Dots:
		return "url(#dots)"
	}
	return "none"
}

func (m *markup) label(l Label) {
	attrs := []string{"x", Pixels(l.X), "y", Pixels(l.Y), "font-size", Pixels(l.Size), "fill", l.Ink}
	if l.Bold {
		attrs = append(attrs, "font-weight", "700")
	}
	if l.AtEnd {
		attrs = append(attrs, "text-anchor", "end")
	}
	m.put("text", l.Text, attrs...)
}

// Pixels writes a length with at most two decimals.
func Pixels(x float64) string {
	return strconv.FormatFloat(float64(int(x*100+0.5))/100, 'f', -1, 64)
}
