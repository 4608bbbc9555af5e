package e2e

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"samewire/web"
)

// TestOffline shuts the server down for good and reads on.
func TestOffline(t *testing.T) {
	needBrowser(t)
	for _, base := range []string{"", "/news/samewire"} {
		t.Run("server"+base, func(t *testing.T) {
			home, shut := startToShut(web.Options{Base: base})
			testOffline(t, home, shut)
		})
	}
	t.Run("plain", func(t *testing.T) {
		dir := t.TempDir()
		files := httptest.NewServer(http.FileServer(http.Dir(dir)))
		writeSite(t, dir, files.URL)
		testOffline(t, files.URL, func() error { files.Close(); return nil })
	})
}

// TestOfflineEverywhere opens every kind of address without the server, of a
// story that was opened and of one of the reader's own. Only the story's overview
// and the form were ever opened with it.
func TestOfflineEverywhere(t *testing.T) {
	needBrowser(t)
	home, shut := startToShut(web.Options{})
	b := open(t, home)
	spy := `if (self.StorageManager) StorageManager.prototype.persist = () => (localStorage.setItem("persist", "asked"), Promise.resolve(true))`
	if _, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: spy}); err != nil {
		t.Fatal(err)
	}
	b.visit(root)
	b.live()
	b.controlled()
	b.visit("/new")
	b.live()
	b.fillIn()
	if eval[bool](b, `localStorage.getItem("persist") !== null`) {
		t.Error("lasting storage is asked for before there is a story")
	}
	b.drafted() // the form grows until then, and the button moves
	eval[any](b, `void document.getElementById("compare").focus()`)
	within(b, "Enter", chromedp.KeyEvent("\r"))
	b.until(`document.querySelector("main.overview")`)
	own := eval[string](b, `location.pathname`)
	if !eval[bool](b, `localStorage.getItem("persist") === "asked"`) {
		t.Error("lasting storage isn't asked for")
	}
	if err := shut(); err != nil {
		t.Fatal(err)
	}
	b.mu.Lock()
	b.fine = "ERR_CONNECTION_REFUSED"
	b.mu.Unlock()
	all := slices.Clone(addresses)
	for _, path := range []string{
		root + "/class", root + "/class?mode=project&question=1", root + "/class?mode=pupil&question=1", root + "/class?mode=handout",
		root + "/read/b?utm_source=letter", root + "/", "/new", own, own + "/read/b", own + "/passage/1?base=b", own + "/figures",
	} {
		all = append(all, struct{ path, word string }{path, ""})
	}
	for _, a := range all {
		if strings.Contains(a.path, "/widget") {
			continue // what it tries out is a frame of the server's
		}
		b.visit(a.path)
		b.live()
		if text := b.text("#samewire"); !strings.Contains(text, a.word) || strings.Contains(text, "can’t be shown") || a.path != "/404.html" && strings.Contains(text, "nothing at this address") {
			t.Errorf("%s offline: %.300s", a.path, text)
		}
		if !strings.HasPrefix(a.path, "/embed") {
			b.until(`document.querySelector(".device").textContent.includes("No network")`)
		}
	}
	within(b, "reload", chromedp.Reload())
	b.live()
	b.until(`document.querySelector("#main")`)
	// Another language is there too, on the page and in what is said of the device.
	b.visit("/settings")
	b.live()
	b.follow("#settings [name=lang][value=de]")
	b.live()
	b.until(`document.documentElement.lang === "de" && document.querySelector("h1").textContent === "Einstellungen" &&
		document.querySelector(".device").textContent.includes("Kein Internet")`)
}

// startToShut runs the real server until shut is called.
func startToShut(o web.Options) (home string, shut func() error) {
	ctx, stop := context.WithCancel(context.Background())
	o.Addr, o.Log = "127.0.0.1:0", io.Discard
	address, ended := make(chan string, 1), make(chan error, 1)
	go func() { ended <- web.Serve(ctx, o, func(url string) { address <- url }) }()
	return strings.TrimSuffix(<-address, "/"), func() error { stop(); return <-ended }
}

// testOffline opens the site, shuts it down and reads on.
func testOffline(t *testing.T, home string, shut func() error) {
	b := open(t, home)
	b.visit(root)
	b.live()
	eval[any](b, `navigator.serviceWorker.ready.then(r => r.active.state === "activated" ? 0 :
		new Promise(done => r.active.addEventListener("statechange", e => e.target.state === "activated" && done(0))))`)
	b.visit(root) // once more, now through the service worker
	b.live()
	if err := shut(); err != nil {
		t.Fatal(err)
	}
	b.mu.Lock()
	b.fine = "ERR_CONNECTION_REFUSED"
	b.mu.Unlock()
	for _, path := range []string{root, root + "/read/d?passage=2", root + "/compare/a/b?utm=1", "/"} {
		b.visit(path)
		b.live()
		if status := eval[string](b, `document.querySelector("h1").textContent`); strings.Contains(status, "can’t be shown") {
			t.Errorf("%s offline: %s", path, status)
		}
	}
	if online := eval[bool](b, `fetch("`+b.base()+`/robots.txt", {cache: "no-store"}).then(() => true, () => false)`); online {
		t.Error("the server still answers")
	}
}
