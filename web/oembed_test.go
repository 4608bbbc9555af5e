package web

import (
	"encoding/json"
	"encoding/xml"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const testHome = "http://samewire.test"

func TestOEmbed(t *testing.T) {
	h, _ := testSite(t)
	for _, c := range []struct {
		url, more     string
		status        int
		src           string // of the frame
		width, height int
		thumbnail     bool
	}{
		{testHome + "/s/pier", "", 200, "/embed/pier", 680, 560, true},
		{testHome + "/s/pier/read/b?passage=1&base=a", "", 200, "/embed/pier/read/b?passage=1&amp;base=a", 680, 560, true},
		{testHome + "/embed/pier/compare/a/b", "", 200, "/embed/pier/compare/a/b", 680, 560, true},
		{testHome + "/s/pier#m1", "&maxwidth=320&maxheight=9999", 200, "/embed/pier", 320, 560, false},
		{testHome + "/s/pier", "&format=json&maxheight=200", 200, "/embed/pier", 680, 200, false},

		{testHome + "/s/other", "", 404, "", 0, 0, false},
		{testHome + "/s/pier/read/z", "", 404, "", 0, 0, false},
		{testHome + "/", "", 404, "", 0, 0, false},
		{testHome + "/s/pier/share", "", 404, "", 0, 0, false},
		{"https://samewire.test/s/pier", "", 404, "", 0, 0, false},
		{"http://elsewhere.test/s/pier", "", 404, "", 0, 0, false},
		{"http://samewire.test@elsewhere.test/s/pier", "", 404, "", 0, 0, false},
		{"http://me@samewire.test/s/pier", "", 404, "", 0, 0, false},
		{"javascript:alert(1)", "", 404, "", 0, 0, false},
		{"http://[", "", 404, "", 0, 0, false},
		{"", "", 404, "", 0, 0, false},
		{testHome + "/s/pier", "&format=yaml", 501, "", 0, 0, false},
		{testHome + "/s/pier", "&maxwidth=wide", 400, "", 0, 0, false},
		{testHome + "/s/pier", "&maxheight=0", 400, "", 0, 0, false},
	} {
		t.Run(c.url+c.more, func(t *testing.T) {
			res := get(t, h, "GET", "/oembed?url="+url.QueryEscape(c.url)+c.more)
			data := body(t, res)
			if res.StatusCode != c.status {
				t.Fatalf("%d, want %d: %s", res.StatusCode, c.status, data)
			}
			if c.status != 200 {
				if !strings.HasSuffix(data, ".\n") || strings.Contains(data, "elsewhere") {
					t.Errorf("it says %q", data)
				}
				return
			}
			var e embedding
			if err := json.Unmarshal([]byte(data), &e); err != nil {
				t.Fatal(err)
			}
			if e.Type != "rich" || e.Version != "1.0" || e.Title == "" || e.Width != c.width || e.Height != c.height {
				t.Errorf("%+v", e)
			}
			link := `<blockquote hidden><a href="` + testHome + strings.Replace(c.src, "/embed/", "/s/", 1) + `">`
			if !strings.HasPrefix(e.HTML, link) || !strings.Contains(e.HTML, `</blockquote><iframe src="`+testHome+c.src+`" title="`) || !strings.HasSuffix(e.HTML, "</iframe>") {
				t.Errorf("the frame is %s", e.HTML)
			}
			if (e.ThumbnailURL != "") != c.thumbnail {
				t.Errorf("the thumbnail is %q", e.ThumbnailURL)
			}
			if got := res.Header.Get("Access-Control-Allow-Origin"); got != "*" {
				t.Errorf("it is for %q", got)
			}
		})
	}
}

func TestOEmbedAsXML(t *testing.T) {
	h, _ := testSite(t)
	res := get(t, h, "GET", "/oembed?format=xml&url="+url.QueryEscape(testHome+"/s/pier"))
	var e embedding
	if err := xml.Unmarshal([]byte(body(t, res)), &e); err != nil {
		t.Fatal(err)
	}
	if e.Type != "rich" || e.ProviderName != name || !strings.Contains(e.HTML, "<iframe ") {
		t.Errorf("%+v", e)
	}
	if got := res.Header.Get("Content-Type"); got != "text/xml; charset=utf-8" {
		t.Errorf("it is %s", got)
	}
}

// TestDiscovery follows the links by which other sites find oEmbed.
func TestDiscovery(t *testing.T) {
	h, _ := testSite(t)
	text := body(t, get(t, h, "GET", "/s/pier/read/b?passage=1"))
	page := parseHTML(t, text)
	for _, format := range []string{"application/json+oembed", "text/xml+oembed"} {
		if !strings.Contains(text, `type="`+format+`"`) {
			t.Errorf("%s isn't there letter for letter, as WordPress looks for it", format)
		}
		link := find(page, func(n *html.Node) bool { return attr(n, "type") == format })
		if link == nil {
			t.Errorf("no link of type %s", format)
			continue
		}
		to := strings.TrimPrefix(attr(link, "href"), testHome)
		if res := get(t, h, "GET", to); res.StatusCode != 200 || !strings.Contains(body(t, res), "/embed/pier/read/b") {
			t.Errorf("%s: %d", to, res.StatusCode)
		}
	}
}
