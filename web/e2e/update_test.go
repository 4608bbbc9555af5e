package e2e

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"samewire/app/story"
	"samewire/web"
)

// versions is a server that others take the place of, each with another version
// of the app.
type versions struct {
	t    *testing.T
	app  fstest.MapFS
	list []*story.Story

	now  atomic.Pointer[http.Handler]
	lost atomic.Pointer[string] // a path that is not answered as it should be
}

func newVersions(t *testing.T) (v *versions, home string) {
	t.Helper()
	app, err := web.App(t.Context(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	v = &versions{t: t, app: fstest.MapFS{}}
	err = fs.WalkDir(app, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var data []byte
			data, err = fs.ReadFile(app, name)
			v.app[name] = &fstest.MapFile{Data: data}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if v.list, err = story.ReadAll(os.DirFS("../stories")); err != nil {
		t.Fatal(err)
	}
	v.lose("")
	v.serve(1)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == *v.lost.Load() {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		(*v.now.Load()).ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return v, server.URL
}

// serve puts a version into service.
func (v *versions) serve(n int) {
	v.t.Helper()
	v.app["wasm_exec.js"] = &fstest.MapFile{Data: fmt.Appendf(v.app["wasm_exec.js"].Data, "\nself.served = %d;\n", n)}
	h, err := web.New(v.list, maps.Clone(v.app), false, slog.New(slog.DiscardHandler))
	if err != nil {
		v.t.Fatal(err)
	}
	v.now.Store(&h)
}

func (v *versions) lose(path string) { v.lost.Store(&path) }

// controlled waits until a service worker serves the page, and loads it anew.
func (b *tab) controlled() {
	b.t.Helper()
	eval[any](b, workerReady)
	within(b, "reload", chromedp.Reload())
	b.live()
	b.served()
}

// update looks for a new version and tells, once its download is over, whether
// one waits.
func (b *tab) update() bool {
	b.t.Helper()
	return eval[bool](b, `navigator.serviceWorker.getRegistration().then(async (r) => {
		await r.update().catch(() => {});
		return new Promise((done) => {
			const look = () => r.installing ? setTimeout(look, 50) : done(!!r.waiting);
			look();
		});
	})`)
}

// anew waits for a condition of a page that is being loaded anew meanwhile, with
// the app.
func (b *tab) anew(condition string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 60*time.Second)
	defer cancel()
	for {
		_, err := chromedp.Run(ctx, chromedp.Poll[bool]("(dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' })), !!("+condition+"))"))
		switch {
		case err == nil:
			return
		case ctx.Err() != nil:
			b.t.Fatalf("waiting for %s: %v", condition, err)
		}
	}
}

// fileCaches are the versions whose files are kept.
const fileCaches = `caches.keys().then(names => names.filter(n => n.includes("files-")).length)`

// TestUpdate goes through three versions in two tabs, one of them with an edit
// that isn't kept yet. The first download of the second version fails.
func TestUpdate(t *testing.T) {
	v, home := newVersions(t)
	b := open(t, home)
	b.fine = "status of 500"
	b.visit(root + "/read/c")
	b.live()
	eval[any](b, `caches.open("another’s").then(() => {})`)
	b.controlled()
	other := b.second()
	other.visit("/new")
	other.live()
	other.fillIn()
	other.drafted()

	v.lose("/wasm_exec.js")
	v.serve(2)
	if b.update() {
		t.Error("the new version waits without one of its files")
	}
	if n := eval[int](b, fileCaches); n != 1 {
		t.Errorf("after a failed download, files of %d versions are kept", n)
	}
	b.click(`a[href="` + root + `/figures"]`) // in the old one, all works
	b.at(root + "/figures")

	// What waits is used on the reader's word, in the tab where it is given, and
	// what was typed a moment ago is still there.
	v.lose("")
	if !b.update() {
		t.Fatal("the new version isn't taken in")
	}
	for _, tab := range []*tab{b, other} {
		tab.until(`document.querySelector(".device").textContent.includes("new version")`)
	}
	other.call("a moment ago", ".device button")
	other.anew(`self.served === 2`)
	other.until(`document.getElementById("story")?.value === "a moment ago"`)

	// The other tab stays as it is, and gets the files that go with it.
	b.until(`!document.querySelector(".device").textContent.includes("new version")`)
	if text := eval[string](b, `fetch(document.querySelector("script[data-worker]").dataset.worker.split("#")[1].split(",")[0]).then(r => r.text())`); strings.Contains(text, "served = 2") {
		t.Error("a page of the first version gets a file of the second")
	}
	if n := eval[int](b, fileCaches); n != 2 {
		t.Errorf("with pages of two versions open, files of %d are kept", n)
	}

	// A page that comes from the server is in the new version at once. When the
	// others are closed, what they needed goes.
	v.serve(3)
	within(b, "reload", chromedp.Reload())
	b.live()
	b.until(`self.served === 3`)
	b.update() // its download is over
	// With all pages closed, a browser uses it even where it has to wait for the
	// old one to come to rest.
	within(other, "leave", chromedp.Navigate("about:blank"))
	within(b, "leave", chromedp.Navigate("about:blank"))
	b.visit(root)
	eval[any](b, fmt.Sprintf(`new Promise((done) => {
		const look = () => %s.then(n => n === 1 ? done() : setTimeout(look, 50));
		look();
	})`, fileCaches))
	if kept := eval[string](b, `caches.keys().then(names => names.join())`); !strings.Contains(kept, "another’s") {
		t.Errorf("of the caches, %s are left", kept)
	}
}

// TestPageOfAnotherVersion restarts the server with another version between a
// page and its app, which loads later.
func TestPageOfAnotherVersion(t *testing.T) {
	v, home := newVersions(t)
	b := open(t, home)
	b.fine = "another version"
	b.visit(root + "/read/c")
	v.serve(2)
	loaded := func(page.EventLoadEventFired) bool { return true }
	start := chromedp.Evaluate[any](`void dispatchEvent(new KeyboardEvent("keydown", { key: "Shift" }))`)
	within(b, "the page to load anew", chromedp.WaitEvent(page.LoadEventFired, loaded, start))
	b.live()
	b.until(`self.served === 2`)
	same := eval[bool](b, `fetch(location.href).then(r => r.headers.get("Samewire-Version") === document.querySelector("script[data-version]").dataset.version)`)
	if !same {
		t.Error("the page is still the old one")
	}
}
