package ui

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestLook holds that a look goes along with every link and form of a page, and
// changes nothing else of it.
func TestLook(t *testing.T) {
	src := builtIn(t)
	const look = "theme=dark&size=large"
	for _, url := range []string{"/", "/help", "/nowhere", "/s/none", "/s/amazon-layoffs", "/s/amazon-layoffs/read/a?passage=2&base=b", "/s/amazon-layoffs/search?q=amazon&names=hidden", "/s/amazon-layoffs/quotations"} {
		sep := "?"
		if strings.Contains(url, "?") {
			sep = "&"
		}
		v, doc := open(t, src, url+sep+look)
		plain, plainDoc := open(t, src, url)
		if got := v.Look.Attributes(); got != ` data-theme="dark" data-size="large"` || v.Look.Theme() != dark {
			t.Errorf("%s looks like%s", url, got)
		}
		if v.Canonical != plain.Canonical || v.Title != plain.Title || plain.Look.Attributes() != "" {
			t.Errorf("%s: %s %s", url, v.Canonical, v.Title)
		}
		links, plainLinks := find(doc, tag("a")), find(plainDoc, tag("a"))
		for i, a := range links {
			got, want := attr(a, "href"), attr(plainLinks[i], "href")
			path, jump, _ := strings.Cut(got, "#")
			if want[0] == '/' {
				if !strings.HasSuffix(path, look) {
					t.Errorf("%s: the link to %s is %s", url, want, got)
				}
				path = path[:len(path)-len(look)-1]
			}
			if jump != "" {
				path += "#" + jump
			}
			if path != want {
				t.Errorf("%s: the link to %s is %s", url, want, got)
			}
		}
		for _, form := range find(doc, tag("form")) {
			fields := map[string]string{}
			for _, field := range find(form, tag("input")) {
				fields[attr(field, "name")] = attr(field, "value")
			}
			if fields["theme"] != "dark" || fields["size"] != "large" {
				t.Errorf("%s: a form has the fields %v", url, fields)
			}
		}
		if got, want := textOf(doc, nil), textOf(plainDoc, nil); got != want {
			t.Errorf("%s reads\n%s\nwant\n%s", url, got, want)
		}
	}
}

// TestSettings holds that the form has what the address says, else the
// standard.
func TestSettings(t *testing.T) {
	for url, want := range map[string]string{
		"/settings":                          "theme=auto size=medium spacing=normal marks=standard lang=auto",
		"/settings?theme=light&marks=black":  "theme=light size=medium spacing=normal marks=black lang=auto",
		"/settings?theme=bright&marks=%zz":   "theme=auto size=medium spacing=normal marks=standard lang=auto",
		"/settings?size=small&spacing=wide":  "theme=auto size=small spacing=wide marks=standard lang=auto",
		"/settings?theme=auto&spacing=width": "theme=auto size=medium spacing=normal marks=standard lang=auto",
	} {
		_, doc := open(t, stock{}, url)
		var got []string
		for _, input := range find(doc, tag("input")) {
			for _, a := range input.Attr {
				if a.Key == "checked" {
					got = append(got, attr(input, "name")+"="+attr(input, "value"))
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s are chosen, want %s", url, got, want)
		}
		if n := len(find(doc, func(n *html.Node) bool { return n.Data == "del" || n.Data == "ins" })); n != 6 {
			t.Errorf("%s: the sample has %d edits", url, n)
		}
	}
}

// TestScript holds that settings.js has the settings and their values.
func TestScript(t *testing.T) {
	script, err := os.ReadFile("../../web/static/settings.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range settings {
		if !strings.Contains(string(script), "    "+s.name+": [") {
			t.Errorf("it lacks %s", s.name)
		}
		for _, c := range s.values {
			if !strings.Contains(string(script), `"`+c.name+`"`) {
				t.Errorf("it lacks %s of %s", c.name, s.name)
			}
		}
	}
}
