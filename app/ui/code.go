package ui

import (
	"strconv"

	"rsc.io/qr"
)

// Code returns a text as a QR code, drawn as an SVG element, or "" when it is
// too long for one.
func Code(text string) string {
	code, err := qr.Encode(text, qr.L)
	if err != nil {
		return ""
	}
	const manyModules = 80 // a side; more of them need a larger code to be scanned
	const margin = 4       // modules of quiet zone, as the standard asks for
	side := strconv.Itoa(code.Size + 2*margin)
	var m markup
	attrs := []string{"viewBox", "0 0 " + side + " " + side, "role", "img", "aria-label", say("code.qr-code-of-the")}
	if code.Size > manyModules {
		attrs = append(attrs, "class", "dense")
	}
	m.open("svg", attrs...).open("path", "d", squares(code, margin))
	return m.close("path", "svg").b.String()
}

// squares draws the dark modules, each run of a row as one rectangle.
func squares(code *qr.Code, margin int) string {
	var d []byte
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			run := 0
			for x+run < code.Size && code.Black(x+run, y) {
				run++
			}
			if run == 0 {
				continue
			}
			d = append(d, 'M')
			d = strconv.AppendInt(d, int64(x+margin), 10)
			d = append(d, ' ')
			d = strconv.AppendInt(d, int64(y+margin), 10)
			d = append(d, 'h')
			d = strconv.AppendInt(d, int64(run), 10)
			d = append(d, "v1h-"...)
			d = strconv.AppendInt(d, int64(run), 10)
			d = append(d, 'z')
			x += run
		}
	}
	return string(d)
}
