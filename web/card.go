package web

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"strconv"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"samewire/app/ui"
)

// painter paints pictures as pixels, with fonts of its own: a server has none,
// or others than the next.
type painter struct {
	regular, bold *opentype.Font
}

func newPainter() (*painter, error) {
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return nil, err
	}
	bold, err := opentype.Parse(gobold.TTF)
	return &painter{regular, bold}, err
}

// legible tells whether a text can be painted: whether the fonts have its
// letters, and it runs from left to right.
func (p *painter) legible(text string) bool {
	var buf sfnt.Buffer
	for _, r := range text {
		if unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return false
		}
		if i, err := p.bold.GlyphIndex(&buf, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}

// png paints a picture at a scale and returns it as PNG. The time and memory
// grow with its area: 10 ms and 3 MB for a card.
func (p *painter) png(pic ui.Picture, scale int) ([]byte, error) {
	c := &canvas{image.NewRGBA(image.Rect(0, 0, pic.Width*scale, pic.Height*scale)), float64(scale)}
	c.fill(c.Bounds(), paint(ui.PicturePaper))
	for _, b := range pic.Boxes {
		c.box(b)
	}
	for _, l := range pic.Labels {
		if err := p.label(c, l); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	err := png.Encode(&out, c.RGBA)
	return out.Bytes(), err
}

// canvas is an image that is scale pixels to the picture's one.
type canvas struct {
	*image.RGBA
	scale float64
}

func (c *canvas) fill(r image.Rectangle, ink color.Color) {
	draw.Draw(c.RGBA, r, image.NewUniform(ink), image.Point{}, draw.Src)
}

// box paints a box on whole pixels, so that its edges are sharp.
func (c *canvas) box(b ui.Box) {
	at := func(x float64) int { return int(math.Round(x * c.scale)) }
	r := image.Rect(at(b.X), at(b.Y), max(at(b.X+b.W), at(b.X)+1), max(at(b.Y+b.H), at(b.Y)+1))
	switch b.Fill {
	case ui.Solid:
		c.fill(r, paint(b.Ink))
	case ui.Hatch:
		c.pattern(r, paint(b.Ink), inHatch)
	case ui.Dots:
		c.pattern(r, paint(b.Ink), inDots)
	}
	if b.Line == "" {
		return
	}
	line, w := paint(b.Line), max(1, int(math.Round(b.LineWidth()*c.scale)))
	for _, edge := range []image.Rectangle{
		{r.Min, image.Pt(r.Max.X, r.Min.Y+w)}, {image.Pt(r.Min.X, r.Max.Y-w), r.Max},
		{r.Min, image.Pt(r.Min.X+w, r.Max.Y)}, {image.Pt(r.Max.X-w, r.Min.Y), r.Max},
	} {
		c.fill(edge.Intersect(r), line)
	}
}

// grain is how many samples a pixel of a pattern is the mean of, each way.
const grain = 3

// pattern paints the pixels of r as far as in has them.
func (c *canvas) pattern(r image.Rectangle, ink color.RGBA, in func(x, y float64) bool) {
	r = r.Intersect(c.Bounds())
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			n := 0
			for i := range grain * grain {
				dx, dy := (float64(i%grain)+0.5)/grain, (float64(i/grain)+0.5)/grain
				if in((float64(x)+dx)/c.scale, (float64(y)+dy)/c.scale) {
					n++
				}
			}
			if n > 0 {
				c.SetRGBA(x, y, mix(c.RGBAAt(x, y), ink, float64(n)/(grain*grain)))
			}
		}
	}
}

func inHatch(x, y float64) bool {
	return modulo((x+y)/math.Sqrt2, ui.HatchStep) < ui.HatchLine
}

func inDots(x, y float64) bool {
	x, y = modulo(x, ui.DotStep)-ui.DotStep/2, modulo(y, ui.DotStep)-ui.DotStep/2
	return x*x+y*y < ui.DotRadius*ui.DotRadius
}

func modulo(x, step float64) float64 { return x - step*math.Floor(x/step) }

// mix returns a colour with a share of another over it.
func mix(under, over color.RGBA, share float64) color.RGBA {
	of := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*share + 0.5) }
	return color.RGBA{of(under.R, over.R), of(under.G, over.G), of(under.B, over.B), 255}
}

// label paints a line of text.
func (p *painter) label(c *canvas, l ui.Label) error {
	f := p.regular
	if l.Bold {
		f = p.bold
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: l.Size * c.scale, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return err
	}
	defer face.Close()
	x := fixed.Int26_6(l.X * c.scale * 64)
	if l.AtEnd {
		x -= font.MeasureString(face, l.Text)
	}
	pen := font.Drawer{Dst: c.RGBA, Src: image.NewUniform(paint(l.Ink)), Face: face, Dot: fixed.Point26_6{X: x, Y: fixed.Int26_6(l.Y * c.scale * 64)}}
	pen.DrawString(l.Text)
	return nil
}

// paint returns the colour that "#rrggbb" stands for.
func paint(s string) color.RGBA {
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		panic(err) // the colours are ours
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}
