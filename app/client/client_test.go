package client

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"

	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/ui"
)

// stock is a source of one story.
type stock struct{ *analysis.Analysis }

func (s stock) List(context.Context) ([]story.Summary, error) {
	return []story.Summary{s.Story.Summary()}, nil
}

func (s stock) Load(context.Context, string) (*analysis.Analysis, error) {
	return s.Analysis, nil
}

// TestMount holds that go-app mounts the view as the server wrote it.
func TestMount(t *testing.T) {
	s, err := story.ReadDir(os.DirFS("../../web/stories"), "amazon-layoffs")
	if err != nil {
		t.Fatal(err)
	}
	a, err := analysis.Analyze(t.Context(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/s/x", "/s/x/read/a", "/s/x/read/c", "/s/x/compare/a/b", "/s/x/passage/1", "/s/x/search?q=amazon", "/settings?theme=dark", "/s/x/none"} {
		v := ui.Render(t.Context(), stock{a}, path, "")
		c := New()
		c.view = v
		p := &page{client: c}
		engine := app.NewTestEngine()
		if err := engine.Load(p); err != nil {
			t.Fatal(err)
		}
		// go-app's own encoder puts white space between elements, so compare
		// what a browser reads of both without it.
		got, want := squash(t, app.HTMLString(p)), squash(t, v.Body())
		if got != want {
			t.Errorf("%s: mounted\n%.300s\nprerendered\n%.300s", path, got, want)
		}
	}
}

// squash returns the elements and words of some HTML.
func squash(t *testing.T, s string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range doc.Descendants() {
		switch n.Type {
		case html.ElementNode:
			// go-app's encoder writes attributes in any order.
			attrs := []string{}
			for _, a := range n.Attr {
				attrs = append(attrs, " "+a.Key+"="+a.Val)
			}
			slices.Sort(attrs)
			b.WriteString("<" + n.Data + strings.Join(attrs, "") + ">")
		case html.TextNode:
			b.WriteString(strings.Join(strings.Fields(n.Data), " "))
		}
	}
	return b.String()
}
