package client

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/ui"
)

// paint paints a picture on a canvas at a scale. An image made of the SVG would
// do, but the page's policy admits none that the server hasn't sent.
func paint(p ui.Picture, scale int) app.Value {
	canvas := app.Window().Get("OffscreenCanvas").New(p.Width*scale, p.Height*scale)
	c := canvas.Call("getContext", "2d")
	c.Call("scale", scale, scale)
	c.Set("fillStyle", ui.PicturePaper)
	c.Call("fillRect", 0, 0, p.Width, p.Height)
	for _, b := range p.Boxes {
		paintBox(c, b)
	}
	for _, l := range p.Labels {
		weight, align := "400 ", "left"
		if l.Bold {
			weight = "700 "
		}
		if l.AtEnd {
			align = "right"
		}
		c.Set("font", weight+ui.Pixels(l.Size)+"px Helvetica, Arial, sans-serif")
		c.Set("textAlign", align)
		c.Set("fillStyle", l.Ink)
		c.Call("fillText", l.Text, l.X, l.Y)
	}
	return canvas
}

func paintBox(c app.Value, b ui.Box) {
	c.Call("save")
	c.Call("beginPath")
	c.Call("rect", b.X, b.Y, b.W, b.H)
	c.Call("clip")
	c.Set("fillStyle", b.Ink)
	c.Set("strokeStyle", b.Ink)
	switch b.Fill {
	case ui.Solid:
		c.Call("fill")
	case ui.Hatch:
		c.Call("beginPath")
		for x := b.X - b.H; x < b.X+b.W; x += ui.HatchStep * math.Sqrt2 {
			c.Call("moveTo", x, b.Y+b.H)
			c.Call("lineTo", x+b.H, b.Y)
		}
		c.Set("lineWidth", ui.HatchLine)
		c.Call("stroke")
	case ui.Dots:
		c.Call("beginPath")
		for y := b.Y + ui.DotStep/2; y < b.Y+b.H; y += ui.DotStep {
			for x := b.X + ui.DotStep/2; x < b.X+b.W; x += ui.DotStep {
				c.Call("moveTo", x, y)
				c.Call("arc", x, y, ui.DotRadius, 0, 2*math.Pi)
			}
		}
		c.Call("fill")
	}
	c.Call("restore")
	if b.Line != "" {
		c.Set("strokeStyle", b.Line)
		c.Set("lineWidth", b.LineWidth())
		c.Call("strokeRect", b.X, b.Y, b.W, b.H)
	}
}
