package ui

import (
	"encoding/xml"
	"io"
	"samewire/app/words"
	"strings"
	"testing"

	"samewire/app/story"
)

// checkDrawing holds that an SVG document is well-formed, and of the elements
// and attributes that we write.
func checkDrawing(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%.500s", err, svg)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "svg", "title", "desc", "defs", "pattern", "rect", "circle", "text":
		default:
			t.Fatalf("an element <%s>", e.Name.Local)
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Name.Local, "href") {
				t.Fatalf("an attribute %s of <%s>", a.Name.Local, e.Name.Local)
			}
		}
	}
}

// TestPicture holds that a picture is as large as it should be, with everything
// inside its margins.
func TestPicture(t *testing.T) {
	var many []story.Article
	for i := range 109 {
		many = append(many, story.Article{Outlet: "The " + story.Letter(i) + " Gazette of Somewhere Rather Far Away", Text: strings.Repeat(strings.Repeat("x", i+2)+" closes. ", 1+i%9)})
	}
	long := strings.Repeat("A rather long headline that goes on ", 20)
	for name, s := range map[string]*story.Story{
		"one":       {ID: "x", Title: "One", Articles: many[:1]},
		"two":       {ID: "x", Title: `"Two" & <b>more</b>`, Articles: many[:2]},
		"many":      {ID: "x", Title: long, Date: "2024", Articles: many},
		"long word": {ID: "x", Title: strings.Repeat("W", 300), Articles: many[:3]},
		"no title":  {ID: "x", Articles: many[:3]},
	} {
		d := &desk{Address: Address{Place: Overview, Story: "x", Base: None}, Analysis: analyze(t, s), memo: &Memo{}, words: words.English()}
		for _, height := range []int{CardHeight, overviewHeight} {
			p := d.picture(height, nil)
			if p.Width != CardWidth || p.Height < 300 || p.Height > 1700 || height == CardHeight && p.Height != CardHeight {
				t.Errorf("%s: %d × %d", name, p.Width, p.Height)
			}
			for _, b := range p.Boxes {
				if b.X < margin-1 || b.Y < 0 || b.W <= 0 || b.H <= 0 || b.X+b.W > CardWidth-margin+1 || b.Y+b.H > float64(p.Height)-margin+8 {
					t.Fatalf("%s: a box lies outside: %+v", name, b)
				}
			}
			for _, l := range p.Labels {
				w := width(l.Text, l.Size)
				if l.AtEnd {
					w = -w
				}
				if end := l.X + w; l.Text == "" || l.Y > float64(p.Height) || end < margin || end > CardWidth-margin+1 {
					t.Fatalf("%s: a text doesn’t fit: %+v", name, l)
				}
			}
			checkDrawing(t, p.SVG())
		}
	}
}

// TestIllegible holds that what can't be drawn is replaced, not left blank.
func TestIllegible(t *testing.T) {
	s := &story.Story{ID: "x", Title: "إغلاق المصنع", Articles: []story.Article{{Outlet: "الجريدة", Text: "The mill closes."}, {Outlet: "Post", Text: "The mill closes."}}}
	d := &desk{Address: Address{Place: Overview, Story: "x", Base: None}, Analysis: analyze(t, s), memo: &Memo{}, words: words.English()}
	latin := func(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > 0x2FF }) < 0 }
	var all []string
	for _, l := range d.picture(CardHeight, latin).Labels {
		if l.Text == "" || strings.ContainsAny(l.Text, s.Title) && !latin(l.Text) && strings.Contains(l.Text, "إ") {
			t.Errorf("%q is drawn", l.Text)
		}
		all = append(all, l.Text)
	}
	if got := strings.Join(all, "\n"); !strings.Contains(got, "How two outlets told one story") || !strings.Contains(got, "Outlet A") || !strings.Contains(got, "Post") {
		t.Errorf("drawn are\n%s", got)
	}
	if svg := d.picture(CardHeight, nil).SVG(); !strings.Contains(svg, s.Title) {
		t.Error("the drawing lacks the title")
	}
}

func TestPlainLine(t *testing.T) {
	for in, want := range map[string]string{
		"as it is": "as it is", " a\n\tb ": "a b", "a\x00b\x1bc": "a b c", "\u202Eabc\u2066": "abc", "a\uFFFEb\U0001FFFFc": "abc", "a\xffb": "ab", "é“”": "é“”",
	} {
		if got := plainLine(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// FuzzSVG feeds foreign text into a drawing.
func FuzzSVG(f *testing.F) {
	for _, s := range append(foreign, "\uFFFE", "\x0b", "]]>", "\U0001F9F5") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = plainLine(text)
		if got := cut(text, 20, 300); width(got, 20) > 320 {
			t.Errorf("%q is %v wide", got, width(got, 20))
		}
		p := Picture{Width: 10, Height: 10, Title: text, Description: text}
		for _, line := range fold(text, 50, 500) {
			p.label(0, 0, 50, line)
		}
		checkDrawing(t, p.SVG())
	})
}
