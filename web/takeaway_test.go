package web

import (
	"bytes"
	"fmt"
	"image/png"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/ui"
	"samewire/app/words"
)

// TestTakeaways asks for every file as a reader's browser does.
func TestTakeaways(t *testing.T) {
	h, _ := testSite(t)
	for _, c := range []struct{ target, contentType, disposition, holds string }{
		{"/s/pier/analysis.json", "application/json", "attachment; filename=pier-analysis.json", `"samewire":1`},
		{"/s/pier/passages.csv", "text/csv; charset=utf-8", "attachment; filename=pier-passages.csv", "\uFEFFpassage,article,"},
		{"/s/pier/overlap.csv", "text/csv; charset=utf-8", "attachment; filename=pier-overlap.csv", "The Harbour Post"},
		{"/s/pier/story.html", "text/html; charset=utf-8", "attachment; filename=pier-story.html", "http://samewire.test/s/pier"},
		{"/s/pier/compare/a/b.html", "text/html; charset=utf-8", "attachment; filename=pier-compare-a-b.html", "Evening Tide"},
		{"/s/pier/passage/1.html?base=b", "text/html; charset=utf-8", "attachment; filename=pier-passage-1.html", "<style>"},
		{"/s/pier/overview.svg", "image/svg+xml", "inline; filename=pier-overview.svg", "&lt;b&gt;its&lt;/b&gt;"},
		{"/s/pier/overview.png", "image/png", "inline; filename=pier-overview.png", "PNG"},
		{"/s/pier/card.png", "image/png", "inline; filename=pier-card.png", "PNG"},
	} {
		res := get(t, h, "GET", c.target)
		got := body(t, res)
		if res.StatusCode != 200 || res.Header.Get("Content-Type") != c.contentType || res.Header.Get("Content-Disposition") != c.disposition || !strings.Contains(got, c.holds) {
			t.Errorf("GET %s: %d %v\n%.300s", c.target, res.StatusCode, res.Header, got)
		}
		if policy := res.Header.Values("Content-Security-Policy"); len(policy) != 1 || !strings.Contains(policy[0], "default-src 'none'") || strings.Contains(policy[0], "script-src") {
			t.Errorf("GET %s: policy %q", c.target, policy)
		}
		if strings.Contains(got, "<script") || strings.Contains(got, "<b>its") {
			t.Errorf("GET %s: the title’s markup is markup", c.target)
		}
		again := get(t, h, "GET", c.target, "If-None-Match", res.Header.Get("ETag"))
		if again.StatusCode != 304 || res.Header.Get("Cache-Control") != revalidate[0] {
			t.Errorf("GET %s again: %d", c.target, again.StatusCode)
		}
	}
	for _, target := range []string{"/s/none/card.png", "/s/pier/passage/99.html", "/s/pier/compare/a/z.html", "/s/pier/weather.csv", "/s/pier/read/a.html"} {
		if res := get(t, h, "GET", target); res.StatusCode != 404 || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
			t.Errorf("GET %s: %d", target, res.StatusCode)
		}
	}
}

// TestTakeawaysSpeak holds that files are in the language of their address, or
// else of the client, but for those that programs read.
func TestTakeawaysSpeak(t *testing.T) {
	h, _ := testSite(t)
	for _, name := range []string{"story.html", "compare/a/b.html", "passage/1.html", "overview.svg", "overview.png", "passages.csv", "analysis.json"} {
		target := "/s/pier/" + name
		ask := func(target, language string) (string, string) {
			res := get(t, h, "GET", target, "Accept-Language", language)
			return body(t, res), res.Header.Get("Vary")
		}
		english, vary := ask(target, "")
		german, _ := ask(target+"?lang=de", "")
		asked, _ := ask(target, "de")
		kept, _ := ask(target+"?lang=en", "de")
		speaks := strings.Contains(vary, "Accept-Language")
		if silent := strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".json"); speaks == silent || (english == asked) != silent || (english == german) != silent {
			t.Errorf("%s varies by %q; in German by its address %v, by the client %v", name, vary, english != german, english != asked)
		}
		if strings.HasSuffix(name, ".html") && (!strings.Contains(german, `<html lang="de"`) || !strings.Contains(asked, `<html lang="de"`) || !strings.Contains(kept, `<html lang="en"`)) {
			t.Errorf("%s has another language than it was asked for", name)
		}
	}
}

// TestCardMeta holds that every page names an image that is there, and of the
// size that it says.
func TestCardMeta(t *testing.T) {
	h, _ := testSite(t)
	for _, target := range []string{"/", "/help", "/s/pier", "/s/pier/read/a", "/s/pier/compare/a/b", "/s/pier/passage/1", "/s/pier/common", "/s/pier/figures?names=hidden"} {
		doc, err := html.Parse(strings.NewReader(body(t, get(t, h, "GET", target))))
		if err != nil {
			t.Fatal(err)
		}
		meta := func(key, name string) string {
			return attr(find(doc, func(n *html.Node) bool { return n.Data == "meta" && attr(n, key) == name }), "content")
		}
		address, ok := strings.CutPrefix(meta("property", "og:image"), "http://samewire.test")
		if !ok || meta("name", "twitter:card") != "summary_large_image" || meta("property", "og:image:alt") == "" || meta("property", "og:title") == "" {
			t.Errorf("%s: image %q", target, address)
		}
		res := get(t, h, "GET", address)
		size, err := png.DecodeConfig(res.Body)
		if err != nil {
			t.Fatal(address, err)
		}
		if fmt.Sprint(size.Width, size.Height) != meta("property", "og:image:width")+" "+meta("property", "og:image:height") {
			t.Errorf("%s: the image is %d × %d", target, size.Width, size.Height)
		}
		if strings.Contains(target, "hidden") != strings.Contains(address, "hidden") {
			t.Errorf("%s shows %s", target, address)
		}
	}
}

// TestPainter paints a picture of each filling and looks at its pixels.
func TestPainter(t *testing.T) {
	p, err := newPainter()
	if err != nil {
		t.Fatal(err)
	}
	const ink = "#102030"
	pic := ui.Picture{Width: 200, Height: 60, Boxes: []ui.Box{
		{X: 0, Y: 0, W: 40, H: 40, Fill: ui.Solid, Ink: ink}, {X: 50, Y: 0, W: 40, H: 40, Fill: ui.Hatch, Ink: ink},
		{X: 100, Y: 0, W: 40, H: 40, Fill: ui.Dots, Ink: ink}, {X: 150, Y: 0, W: 40, H: 40, Line: ink},
	}, Labels: []ui.Label{{X: 10, Y: 55, Size: 12, Ink: ink, Text: "Samewire"}, {X: 190, Y: 55, Size: 12, Bold: true, AtEnd: true, Ink: ink, Text: "é"}}}
	for scale := 1; scale <= 2; scale++ {
		data, err := p.png(pic, scale)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil || img.Bounds().Dx() != 200*scale || img.Bounds().Dy() != 60*scale {
			t.Fatal(err, img.Bounds())
		}
		dark := func(x0, y0, x1, y1 int) float64 {
			n := 0
			for y := y0 * scale; y < y1*scale; y++ {
				for x := x0 * scale; x < x1*scale; x++ {
					if r, _, _, _ := img.At(x, y).RGBA(); r < 0x8000 {
						n++
					}
				}
			}
			return float64(n) / float64((x1-x0)*(y1-y0)*scale*scale)
		}
		solid, hatch, dots, empty := dark(0, 0, 40, 40), dark(50, 0, 90, 40), dark(100, 0, 140, 40), dark(152, 2, 188, 38)
		if solid != 1 || hatch < 0.35 || hatch > 0.5 || dots < 0.12 || dots > 0.25 || empty != 0 || dark(150, 0, 190, 40) == 0 {
			t.Errorf("at scale %d: solid %v, hatch %v, dots %v, empty %v", scale, solid, hatch, dots, empty)
		}
		if dark(10, 42, 70, 58) == 0 || dark(180, 42, 190, 58) == 0 || dark(191, 42, 200, 58) != 0 {
			t.Error("the texts aren’t where they should be")
		}
	}
}

func TestLegible(t *testing.T) {
	p, err := newPainter()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"Café “Ünïcode” – §": true, "Привет": true, "": true, "新聞": false, "عنوان": false, "כותרת": false, "\U0001F9F5": false} {
		if p.legible(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

// TestOwnWordsAreLegible holds that the fonts have every character that a picture
// says of its own in any language.
func TestOwnWordsAreLegible(t *testing.T) {
	h, _ := testSite(t)
	p, err := newPainter()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range words.Languages {
		drawing, err := html.Parse(strings.NewReader(body(t, get(t, h, "GET", "/s/pier/overview.svg?lang="+lang.Code))))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for e := range drawing.Descendants() {
			if e.Type != html.TextNode || e.Parent.Data != "text" {
				continue
			}
			n++
			if !p.legible(e.Data) {
				t.Errorf("%s: %q", lang.Code, e.Data)
			}
		}
		if n < 10 {
			t.Errorf("%s: %d texts", lang.Code, n)
		}
	}
}
