package web

import (
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"samewire/app/ui"
)

// skeleton returns the elements and attribute names of a parsed page in order,
// and the text of what title and descriptions hold. The values that a story
// decides are left out.
func skeleton(n *html.Node, out *strings.Builder) {
	if n.Type == html.ElementNode {
		out.WriteString("<" + n.Data)
		for _, a := range n.Attr {
			out.WriteString(" " + a.Key)
			if n.Data != "meta" && n.Data != "link" || a.Key != "content" && a.Key != "href" {
				out.WriteString("=" + a.Val)
			}
		}
		out.WriteString(">")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		skeleton(c, out)
	}
}

// find returns the first element that matches.
func find(n *html.Node, match func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && match(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f := find(c, match); f != nil {
			return f
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	if n != nil {
		for _, a := range n.Attr {
			if a.Key == key {
				return a.Val
			}
		}
	}
	return ""
}

func text(n *html.Node) string {
	if n == nil {
		return ""
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var all strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		all.WriteString(text(c))
	}
	return all.String()
}

func parsePage(t testing.TB, a *assets, view ui.View, base string) *html.Node {
	t.Helper()
	data, err := a.newPage(view, base).html()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Whatever a title, a description or an address holds: the page has the
// elements and attributes that we wrote, and the text comes out as it went in.
func FuzzShell(f *testing.F) {
	for _, s := range []string{
		"Plain", `"><script>alert(1)</script>`, "</title><img src=x onerror=alert(1)>", "a & b &amp; c &lt;",
		`' onload='x`, "\x00\x01\x1b[31m", "broken \xff\xfe utf-8", "\u202Eright to left\u2066", "two\nlines\r\nand\ttabs",
		"<!-- ", "]]>", "{{.Title}}", "javascript:alert(1)", "\ufeff\ufffe", "", " ", "ﷺ \U0001F9F5",
	} {
		f.Add(s, s, "/s/"+s)
	}
	a := testAssets(f)
	var want strings.Builder
	skeleton(parsePage(f, a, ui.View{Title: "T", Description: "D", Canonical: "/c"}, "https://samewire.test"), &want)
	f.Fuzz(func(t *testing.T, title, description, canonical string) {
		view := ui.View{Title: "T" + title, Description: "D" + description, Canonical: "/" + canonical}
		doc := parsePage(t, a, view, "https://samewire.test")
		var got strings.Builder
		skeleton(doc, &got)
		if got.String() != want.String() {
			t.Fatalf("the page has other elements or attributes:\n%s\nwant\n%s", &got, &want)
		}
		if got := text(find(doc, func(n *html.Node) bool { return n.Data == "title" })); got != line(view.Title) {
			t.Errorf("title %q comes out as %q", view.Title, got)
		}
		meta := find(doc, func(n *html.Node) bool { return n.Data == "meta" && attr(n, "name") == "description" })
		if got := attr(meta, "content"); got != line(view.Description) {
			t.Errorf("description %q comes out as %q", view.Description, got)
		}
		link := find(doc, func(n *html.Node) bool { return n.Data == "link" && attr(n, "rel") == "canonical" })
		if got := attr(link, "href"); !strings.HasPrefix(got, "https://samewire.test/") {
			t.Errorf("canonical %q leads to %q", view.Canonical, got)
		}
	})
}

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"as it is":          "as it is",
		"a\nb\r\nc\td":      "a b  c d",
		"a\x00b\x7fc\u0085": "a b c ",
		"a\xffb":            "a\uFFFDb",
		"\u202Ebidi stays":  "\u202Ebidi stays",
	} {
		if got := line(in); got != want {
			t.Errorf("line(%q) = %q, want %q", in, got, want)
		}
	}
}

// go-app replaces the first element of the body, so that has to be the view,
// and needs its loader, which must not be seen.
func TestBodyOrder(t *testing.T) {
	h, _ := testSite(t)
	doc, err := html.Parse(strings.NewReader(body(t, get(t, h, "GET", "/s/pier/read/a"))))
	if err != nil {
		t.Fatal(err)
	}
	var elements []*html.Node
	for c := find(doc, func(n *html.Node) bool { return n.Data == "body" }).FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			elements = append(elements, c)
		}
	}
	if len(elements) != 2 || attr(elements[0], "id") != "samewire" || attr(elements[1], "id") != "app-wasm-loader" {
		t.Fatalf("the body has %d elements", len(elements))
	}
	hidden := false
	for _, a := range elements[1].Attr {
		hidden = hidden || a.Key == "hidden"
	}
	if !hidden || text(elements[1]) != "" {
		t.Error("the loader can be seen")
	}
	for _, id := range []string{"app-wasm-loader-icon", "app-wasm-loader-label"} {
		if find(elements[1], func(n *html.Node) bool { return attr(n, "id") == id }) == nil {
			t.Errorf("%s is missing", id)
		}
	}
	if copied := text(elements[0]); !strings.Contains(copied, "Repairs will take a month.") {
		t.Error("the article is not on the page")
	}
}

// Everything the page loads is there, and loads in the order it needs.
func TestPageLinks(t *testing.T) {
	h, _ := testSite(t)
	doc, err := html.Parse(strings.NewReader(body(t, get(t, h, "GET", "/s/pier"))))
	if err != nil {
		t.Fatal(err)
	}
	var scripts []string
	find(doc, func(n *html.Node) bool {
		to := ""
		switch n.Data {
		case "script":
			to = attr(n, "src")
			name, _, _ := strings.Cut(to, "?")
			scripts = append(scripts, name)
			if text(n) != "" {
				t.Error("an inline script, which the policy forbids")
			}
			for _, later := range strings.Fields(attr(n, "data-scripts")) {
				name, _, _ := strings.Cut(later, "?")
				scripts = append(scripts, name)
				if res := get(t, h, "GET", later); res.StatusCode != 200 {
					t.Errorf("the page loads %s later: %d", later, res.StatusCode)
				}
			}
			if got := attr(n, "data-address"); name == bootFile && got != "/s/pier" {
				t.Errorf("the page says it was made for %q", got)
			}
		case "link":
			if attr(n, "rel") != "canonical" {
				to = attr(n, "href")
			}
		}
		if to != "" {
			if res := get(t, h, "GET", to); res.StatusCode != 200 {
				t.Errorf("the page loads %s: %d", to, res.StatusCode)
			}
		}
		return false
	})
	if got, want := strings.Join(scripts, " "), "/static/settings.js /static/device.js /static/boot.js /wasm_exec.js /app.js"; got != want {
		t.Errorf("scripts %s, want %s", got, want)
	}
}

func TestTitleIsEscaped(t *testing.T) {
	h, _ := testSite(t)
	doc, err := html.Parse(strings.NewReader(body(t, get(t, h, "GET", "/s/pier"))))
	if err != nil {
		t.Fatal(err)
	}
	if got := text(find(doc, func(n *html.Node) bool { return n.Data == "title" })); !strings.Contains(got, `The "pier" & <b>its</b> cracks`) {
		t.Errorf("title %q", got)
	}
	if find(doc, func(n *html.Node) bool { return n.Data == "b" && text(n) == "its" }) != nil {
		t.Error("the title's markup is markup on the page")
	}
}

func TestOrigin(t *testing.T) {
	for host, want := range map[string]string{
		"127.0.0.1:8000":  "http://127.0.0.1:8000",
		"[::1]:8000":      "http://[::1]:8000",
		"news.example":    "http://news.example",
		"":                "",
		`x"><script>`:     "",
		"evil.example/a?": "",
		"user@example":    "",
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		if got := origin(r); got != want {
			t.Errorf("origin with host %q = %q, want %q", host, got, want)
		}
	}
	r := httptest.NewRequest("GET", "/", nil)
	r.Host = "news.example"
	r.Header.Set("X-Forwarded-Proto", "https")
	if got := origin(r); got != "https://news.example" {
		t.Errorf("behind a proxy that is trusted: %q", got)
	}
}

// TestLook holds that the page's head has what the address says about its look.
func TestLook(t *testing.T) {
	a := testAssets(t)
	for look, want := range map[ui.Look]string{
		{}:                      "|(prefers-color-scheme: light)|(prefers-color-scheme: dark)",
		{"auto"}:                "auto|(prefers-color-scheme: light)|(prefers-color-scheme: dark)",
		{"light"}:               "light|all|not all",
		{"dark", "large"}:       "dark|not all|all",
		{2: "wide", 3: "black"}: "|(prefers-color-scheme: light)|(prefers-color-scheme: dark)",
	} {
		doc := parsePage(t, a, ui.View{Title: "T", Look: look, NoIndex: look == ui.Look{}}, "")
		root := find(doc, func(n *html.Node) bool { return n.Data == "html" })
		got := attr(root, "data-theme")
		find(doc, func(n *html.Node) bool {
			if attr(n, "name") == "theme-color" {
				got += "|" + attr(n, "media")
			}
			return false
		})
		if got != want {
			t.Errorf("%q: %s, want %s", look, got, want)
		}
		for i, name := range []string{"data-theme", "data-size", "data-spacing", "data-marks"} {
			if attr(root, name) != look[i] {
				t.Errorf("%q: %s is %q", look, name, attr(root, name))
			}
		}
		robots := find(doc, func(n *html.Node) bool { return attr(n, "name") == "robots" })
		if (attr(robots, "content") == "noindex") != (look == ui.Look{}) {
			t.Errorf("%q: robots %q", look, attr(robots, "content"))
		}
	}
}
