package web

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestEmbed looks at a page for other sites' frames, beside the same view here.
func TestEmbed(t *testing.T) {
	h, _ := testSite(t)
	for _, c := range []struct{ embed, whole string }{
		{"/embed/pier", "/s/pier"},
		{"/embed/pier?view=read&article=b&passage=1", "/s/pier/read/b?passage=1"},
		{"/embed/pier/read/b?passage=1&theme=dark", "/s/pier/read/b?passage=1&theme=dark"},
		{"/embed/pier?view=compare&article=b&other=a", "/s/pier/compare/b/a"},
		{"/embed/pier?view=passage&passage=1", "/s/pier/passage/1"},
		{"/embed/pier?view=common", "/s/pier/common"},
		{"/embed/pier?view=class", "/s/pier/class?mode=pupil"},
		{"/embed/pier/class?mode=project&question=2", "/s/pier/class?mode=pupil&question=2"},
	} {
		t.Run(c.embed, func(t *testing.T) {
			res, whole := get(t, h, "GET", c.embed), get(t, h, "GET", c.whole)
			if res.StatusCode != 200 {
				t.Fatal(res.StatusCode)
			}
			policy := res.Header.Get("Content-Security-Policy")
			if !strings.HasSuffix(policy, "frame-ancestors *") || !strings.Contains(policy, "script-src 'self' "+testHome+" ") {
				t.Errorf("policy %s", policy)
			}
			if got := whole.Header.Get("Content-Security-Policy"); !strings.HasSuffix(got, "frame-ancestors 'none'") {
				t.Errorf("the whole page: policy %s", got)
			}
			page := parseHTML(t, body(t, res))
			if find(page, func(n *html.Node) bool { return attr(n, "rel") == "manifest" || attr(n, "class") == "masthead" }) != nil {
				t.Error("it has what stands around a page of ours")
			}
			if find(page, func(n *html.Node) bool { return attr(n, "target") == "_blank" && attr(n, "href") == c.whole }) == nil {
				t.Errorf("it doesn't lead to %s", c.whole)
			}
			find(page, func(n *html.Node) bool {
				if to := attr(n, "href"); strings.HasPrefix(to, "/s/") && attr(n, "target") == "" {
					t.Errorf("it leads to %s inside the frame", to)
				}
				return false
			})
		})
	}
	for _, target := range []string{"/embed", "/embed/other", "/embed/pier?view=share", "/embed/pier/widget", "/embed/pier?view=../x", "/embed/pier?view=read&article=z"} {
		// A page may stay in an article for longer than the story is here: it is to
		// say so there, where readers would see a browser's error.
		res := get(t, h, "GET", target)
		if policy := res.Header.Get("Content-Security-Policy"); res.StatusCode != 404 || !strings.HasSuffix(policy, "frame-ancestors *") {
			t.Errorf("%s: %d, %s", target, res.StatusCode, policy)
		}
		page := parseHTML(t, body(t, res))
		if find(page, func(n *html.Node) bool { return attr(n, "class") == "masthead" }) != nil || find(page, func(n *html.Node) bool { return n.Data == "h1" }) == nil {
			t.Errorf("%s has what stands around a page, or not what it says", target)
		}
		find(page, func(n *html.Node) bool {
			if to := attr(n, "href"); n.Data == "a" && !strings.HasPrefix(to, "/embed/") && attr(n, "target") == "" {
				t.Errorf("%s leads to %s inside the frame", target, to)
			}
			return false
		})
	}
}

func TestAncestors(t *testing.T) {
	for sites, want := range map[string]string{
		"": "*", " ": "*", "*": "*", "'none'": "'none'", " 'self' https://*.news.example ": "'self' https://*.news.example",
		"https://a.example; script-src *": "", "a.example, b.example": "", "a\nb": "", "é.example": "",
	} {
		if got, err := ancestors(sites); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", sites, got, err)
		}
	}
}

// TestEmbedIsSmall holds the page for frames, with its styles, to its bound.
func TestEmbedIsSmall(t *testing.T) {
	h, _ := testSite(t)
	size := 0
	for _, target := range []string{"/embed/pier", styleFile} {
		size += int(get(t, h, "GET", target, "Accept-Encoding", "br").ContentLength)
	}
	if size <= 0 || size > 45<<10 {
		t.Errorf("%d bytes", size)
	}
	for _, coding := range []string{"br", "gzip"} {
		if size := get(t, h, "GET", embedFile, "Accept-Encoding", coding).ContentLength; size <= 0 || size > 3<<10 {
			t.Errorf("%s has %d bytes as %s", embedFile, size, coding)
		}
	}
}

// TestFramesHaveTitles holds that the widget's script has a title for a frame
// whose page isn't there yet, in each language.
func TestFramesHaveTitles(t *testing.T) {
	h, _ := testSite(t)
	script := body(t, get(t, h, "GET", embedFile))
	for _, want := range []string{`"en":"How several outlets told this story, by Samewire"`, `"de":"Wie mehrere Medien`, `"fr":"Comment plusieurs médias`, `"es":"Cómo contaron`} {
		if !strings.Contains(script, want) {
			t.Errorf("it lacks %s", want)
		}
	}
	if strings.Contains(script, "{{") {
		t.Error("a part of the template wasn't filled in")
	}
}

func parseHTML(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}
