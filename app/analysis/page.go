package analysis

import (
	"fmt"
	"strings"
	"unicode"
)

// The styles of text in a terminal (ECMA-48, "select graphic rendition").
const (
	plain    = ""
	strong   = "\x1b[1m"
	deleted  = "\x1b[31;9m" // red, struck through
	inserted = "\x1b[32;4m" // green, underlined
	reset    = "\x1b[0m"
)

// minColumns is the width below which breaking lines helps nobody.
const minColumns = 40

// page is text being set for a terminal.
type page struct {
	out   strings.Builder
	color bool
	width int // in columns
}

// cell is a rune in its style.
type cell struct {
	r     rune
	style string
}

// set appends s to out in a style, without control characters.
func (p *page) set(out []cell, style, s string) []cell {
	if !p.color {
		style = plain
	}
	for _, r := range clean(s) {
		out = append(out, cell{r, style})
	}
	return out
}

// mark appends s in a style if the page has color, else between marks. White
// space at the ends of s stays outside.
func (p *page) mark(out []cell, style, left, s, right string) []cell {
	inner := strings.TrimSpace(s)
	before, after, _ := strings.Cut(s, inner)
	if p.color {
		left, right = "", ""
	}
	out = p.set(out, plain, before+left)
	out = p.set(out, style, inner)
	return p.set(out, plain, right+after)
}

// heading writes an empty line and s.
func (p *page) heading(s string) {
	p.out.WriteByte('\n')
	p.paragraph("", p.set(nil, strong, s))
}

// row writes s as a line, cut off at the page's width.
func (p *page) row(style, s string) {
	if columns(clean(s)) > p.width {
		s = fit(s, p.width)
	}
	p.line(p.set(nil, style, strings.TrimRight(s, " ")))
	p.out.WriteByte('\n')
}

// paragraph writes cells in lines: the first after a prefix, the others behind
// as many spaces. Runs of spaces become one.
func (p *page) paragraph(prefix string, cells []cell) {
	var line []cell
	col := 0
	for i := 0; i < len(cells); {
		end, wide := i, 0
		for end < len(cells) && cells[end].r != ' ' {
			wide += columnsOf(cells[end].r)
			end++
		}
		switch {
		case end == i:
			i++
			continue
		case len(line) > 0 && len(prefix)+col+1+wide > p.width:
			p.out.WriteString(prefix)
			p.line(line)
			p.out.WriteByte('\n')
			prefix = strings.Repeat(" ", len(prefix))
			line, col = line[:0], 0
		case len(line) > 0:
			line = append(line, cells[i-1])
			col++
		}
		line = append(line, cells[i:end]...)
		i, col = end, col+wide
	}
	if len(line) > 0 {
		p.out.WriteString(prefix)
		p.line(line)
		p.out.WriteByte('\n')
	}
}

// line writes cells, and the terminal's commands where the style changes.
func (p *page) line(cells []cell) {
	style := plain
	for _, c := range cells {
		p.turn(style, c.style)
		p.out.WriteRune(c.r)
		style = c.style
	}
	p.turn(style, plain)
}

func (p *page) turn(from, to string) {
	if from == to {
		return
	}
	if from != plain {
		p.out.WriteString(reset)
	}
	p.out.WriteString(to)
}

// clean returns s with spaces for all white space and line breaks, and with
// U+FFFD for what could drive a terminal or turn a line's direction: control
// characters, bidirectional controls, broken UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// percent writes a share, and 0 only if it is none.
func percent(x float64) string {
	if x > 0 && x < 0.01 {
		return "<1%"
	}
	return fmt.Sprintf("%d%%", int(x*100+0.5))
}

// fit returns s cleaned, cut or filled up with spaces to n columns.
func fit(s string, n int) string {
	s = clean(s)
	if have := columns(s); have <= n {
		return s + strings.Repeat(" ", n-have)
	}
	col := 0
	for i, r := range s {
		if col+columnsOf(r) > n-1 {
			cut := strings.TrimRight(s[:i], " ") + "…"
			return cut + strings.Repeat(" ", n-columns(cut))
		}
		col += columnsOf(r)
	}
	return s
}

func columns(s string) int {
	n := 0
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

// columnsOf returns how many columns a terminal gives to r, after Unicode's
// East Asian Width and in its coarse ranges.
func columnsOf(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF && r != 0x303F, r >= 0xAC00 && r <= 0xD7A3,
		r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF01 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6,
		r >= 0x1F300 && r <= 0x1F64F, r >= 0x1F680 && r <= 0x1F6FF, r >= 0x1F900 && r <= 0x1FAFF, r >= 0x20000 && r <= 0x3FFFD:
		return 2
	}
	return 1
}
