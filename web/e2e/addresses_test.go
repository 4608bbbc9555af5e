package e2e

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"samewire/app/words"
	"samewire/web"
)

const root = "/s/amazon-layoffs"

// addresses has an address of each kind, and a word that its page must hold.
var addresses = []struct{ path, word string }{
	{"/", "Amazon cuts hundreds of jobs"},
	{root, "Who ran what"},
	{root + "/read/c", "announced plans to terminate several hundred employees"},
	{root + "/read/c?passage=4", "outlets, one passage"},
	{root + "/read/b?passage=3&base=b", "outlets, one passage"},
	{root + "/read/a?only=changed&names=hidden", "Show the whole article"},
	{root + "/compare/a/d", "Outlet A beside Outlet D"},
	{root + "/compare/c/d?mode=inline", "Outlet C beside Outlet D"},
	{root + "/passage/3", "This passage is in"},
	{root + "/search?q=several+hundred", " hits"},
	{"/settings", "Colours of the marks"},
	{root + "/passages", "Passages"},
	{root + "/common", "reconstruction"},
	{root + "/quotations", "Quotations"},
	{root + "/figures", "Figures"},
	{root + "/credits", "Credits"},
	{root + "/widget?view=compare&article=c&other=d", "Lines for your page"},
	{"/embed/amazon-layoffs?view=read&article=c&passage=4", "Open the full page"},
	{"/embed/amazon-layoffs/compare/c/d", "Outlet C beside Outlet D"},
	{"/help", "Help"},
	{"/404.html", "There is nothing at this address"},
}

// alsoSeen are the addresses of views that are looked at too, but that the app
// fills with what is on the device, or that go with another view.
var alsoSeen = []string{
	"/new",
	"/open",
	root + "/share",
	root + "/compare/a/d?base=d",
	root + "/passage/4?base=c",
	root + "/passage/4?names=hidden",
	root + "/read/c?passage=4&size=largest&spacing=wide&marks=contrast",
	root + "/search",
	root + "/search?q=nonsense",
	root + "/quotations?outlet=c",
	"/embed/amazon-layoffs",
	"/embed/amazon-layoffs/passage/4",
	root + "/class",
	root + "/class?mode=project&question=1",
	root + "/class?mode=project&question=1&step=3",
	root + "/class?mode=pupil&question=1",
	root + "/class?mode=handout",
	root + "/class?mode=key",
}

// TestAddresses opens each kind of address with and without the app. With it,
// the app must put the very same page in the place of the server's.
func TestAddresses(t *testing.T) {
	eachHost(t, testAddresses)
}

// hosting is where the site is served. A plain one serves the files that an
// export wrote: one page for each path, whatever the query.
type hosting struct {
	home  string
	plain bool
}

// eachHost tests the site as the server has it at the root of its host and under
// a path, and as plain files.
func eachHost(t *testing.T, test func(t *testing.T, h hosting)) {
	t.Run("server", func(t *testing.T) { test(t, hosting{home: start(t, web.Options{})}) })
	t.Run("below", func(t *testing.T) { test(t, hosting{home: start(t, web.Options{Base: "/news/samewire"})}) })
	t.Run("excerpts", func(t *testing.T) { test(t, hosting{home: start(t, web.Options{Excerpts: true})}) })
	t.Run("plain", func(t *testing.T) { test(t, hosting{exported(t, t.TempDir(), "/news/samewire"), true}) })
}

// exported exports the site to a directory and has nothing but a file server
// serve it, below a path.
func exported(t testing.TB, dir, base string) string {
	t.Helper()
	files := httptest.NewServer(http.StripPrefix(base, http.FileServer(http.Dir(dir))))
	t.Cleanup(files.Close)
	writeSite(t, dir, files.URL+base)
	return files.URL + base
}

// writeSite exports the site for an address.
func writeSite(t testing.TB, dir, home string) {
	t.Helper()
	if _, err := web.Export(t.Context(), web.ExportOptions{Dir: dir, URL: home, Log: io.Discard}); err != nil {
		t.Fatal(err)
	}
}

// outside has the links, forms and frames of a page that lead out of the site
// though they name no host.
const outside = `[...document.querySelectorAll("a[href^='/'], form[action^='/'], iframe[src^='/']")]
	.map(e => e.getAttribute("href") ?? e.getAttribute("action") ?? e.getAttribute("src")).filter(path => !path.startsWith(%q))`

func testAddresses(t *testing.T, h hosting) {
	// has tells whether the host has a page of its own for an address.
	has := func(path string) bool { return !h.plain || !strings.Contains(path, "?") }
	t.Run("without scripts", func(t *testing.T) {
		b := open(t, h.home)
		b.script(false)
		for _, a := range addresses {
			if !has(a.path) {
				continue
			}
			b.visit(a.path)
			if text := b.text("body"); !strings.Contains(text, a.word) {
				t.Errorf("%s lacks %q", a.path, a.word)
			}
		}
	})
	t.Run("with the app", func(t *testing.T) {
		b := open(t, h.home)
		for _, a := range addresses {
			b.visit(a.path)
			b.live()
			if text := b.text("#samewire"); !strings.Contains(text, a.word) {
				t.Errorf("%s lacks %q", a.path, a.word)
			}
			same := !has(a.path) || eval[bool](b, `fetch(location.href).then(r => r.text()).then(html =>
				new DOMParser().parseFromString(html, "text/html").getElementById("samewire").isEqualNode(document.getElementById("samewire")))`)
			if !same {
				t.Errorf("%s: the app's page isn't the server's", a.path)
			}
			if wrong := eval[[]string](b, fmt.Sprintf(outside, b.base()+"/")); len(wrong) > 0 {
				t.Errorf("%s leads out of the site: %q", a.path, wrong)
			}
		}
	})
}

// TestWords holds that the app mounts the page that the server sent in each
// language, and takes the reader on in it.
func TestWords(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	for _, l := range words.Languages {
		for _, path := range []string{"/?lang=", root + "?lang=", root + "/read/c?lang=", root + "/quotations?lang=", "/settings?lang="} {
			b.visit(path + l.Code)
			b.live()
			if got := eval[string](b, "document.documentElement.lang"); got != l.Code {
				t.Errorf("%s%s is in %q", path, l.Code, got)
			}
			if !eval[bool](b, `fetch(location.href).then(r => r.text()).then(html =>
				new DOMParser().parseFromString(html, "text/html").getElementById("samewire").isEqualNode(document.getElementById("samewire")))`) {
				t.Errorf("%s%s: the app's page isn't the server's", path, l.Code)
			}
		}
	}
}

// TestNoLines holds that the tables of source lines are out of the app: should Go
// lay them out otherwise one day, they would stay in, and the app would be the
// larger for it.
func TestNoLines(t *testing.T) {
	app, err := web.App(t.Context(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	for _, module := range []string{"app.wasm", "extract.wasm"} {
		data, err := fs.ReadFile(app, module)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("syscall/js/js.go")) || !bytes.Contains(data, []byte("syscall/js.Value")) {
			t.Errorf("%s has source lines in it, or no names of functions", module)
		}
	}
}

// everywhere returns the addresses of all views.
func everywhere() []string {
	var all []string
	for _, a := range addresses {
		all = append(all, a.path)
	}
	return append(all, alsoSeen...)
}

var screens = flag.String("screens", "", "write a picture of every view to this `directory`")

// TestScreens takes pictures of the views for people to look at.
func TestScreens(t *testing.T) {
	if *screens == "" {
		t.Skip("no -screens directory is given")
	}
	if err := os.MkdirAll(*screens, 0o755); err != nil {
		t.Fatal(err)
	}
	b := open(t, start(t, web.Options{}))
	for _, theme := range []string{"light", "dark"} {
		features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}
		if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
			t.Fatal(err)
		}
		for _, width := range []int64{360, 768, 1440, 2560} {
			within(b, "resize", chromedp.EmulateViewport(width, 900))
			for _, path := range everywhere() {
				b.visit(path)
				name := strings.NewReplacer("/", "_", "?", "_", "=", "", "&", "_").Replace(cmp.Or(strings.Trim(path, "/"), "library"))
				png := within(b, "picture", chromedp.FullScreenshot(100))
				if err := os.WriteFile(filepath.Join(*screens, fmt.Sprintf("%s-%d-%s.png", name, width, theme)), png, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// TestNarrow holds that no view is wider than the window.
func TestNarrow(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	for _, width := range []int64{320, 360, 768, 1440, 2560} {
		within(b, "resize", chromedp.EmulateViewport(width, 800))
		for _, path := range everywhere() {
			b.visit(path)
			if over := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("%s is %d px too wide for %d px", path, over, width)
			}
			if over := eval[int](b, `(document.documentElement.dir = "rtl", document.documentElement.scrollWidth - innerWidth)`); over > 0 {
				t.Errorf("%s, from right to left, is %d px too wide for %d px", path, over, width)
			}
		}
	}
}
