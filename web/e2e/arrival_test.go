package e2e

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"samewire/web"
)

// TestArrivals brings articles to the form as other programs do: by the bookmark,
// from a page of another site; as files that the system has the app open; and as
// what another app shares. No server is asked for anything.
func TestArrivals(t *testing.T) {
	var asked ledger
	home := start(t, web.Options{LogRequests: true, Log: &asked})
	t.Run("bookmark", func(t *testing.T) {
		page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = io.WriteString(w, strings.NewReplacer("pier closed", "pier closed again", "alert(2)", "").Replace(savedPage))
		}))
		defer page.Close()
		b := open(t, home)
		b.visit("/new")
		b.live()
		b.until(`document.getElementById("bookmark")`)
		script := eval[string](b, `decodeURIComponent(document.getElementById("bookmark").getAttribute("href").slice("javascript:".length))`)
		for i := range 2 { // they belong together
			b.allow(page.URL)
			within(b, "the page", chromedp.Navigate(page.URL+"/pier"))
			asked.clear()
			eval[any](b, `void (window.open = () => null)`) // in this very tab, then
			b.goBy("void (" + script + ")")
			b.until(fmt.Sprintf(`document.getElementById("title-%d")?.value === "Eastern pier closed again"`, i))
			b.until(`location.search.startsWith("?story=my--")`) // it is kept
		}
		if hash := eval[string](b, `location.hash`); hash != "" {
			t.Errorf("the page stays in the address: %d characters", len(hash))
		}
		if lines := asked.String(); strings.Contains(lines, "page=") || strings.Contains(lines, "POST") {
			t.Errorf("the server was asked:\n%s", lines)
		}
	})
	t.Run("bookmark cut short", func(t *testing.T) {
		b := open(t, home)
		b.visit("/new#page=7Vhtb9s2")
		b.live()
		b.until(`document.getElementById("file-note")?.textContent.startsWith("The page did not arrive whole")`)
	})
	t.Run("files", func(t *testing.T) {
		b := open(t, home)
		b.before(`Object.defineProperty(window, "launchQueue", { value: { setConsumer(take) { window.launch = take; } } })`)
		b.visit("/new")
		b.live()
		b.until(`window.launch`)
		eval[any](b, `launch({files: ["The pier is shut.", "The pier is closed."].map((text, i) => ({getFile: async () => new File([text], "pier" + i + ".txt")}))})`)
		b.until(`document.getElementById("main").textContent.includes("The pier is shut.") && document.getElementById("main").textContent.includes("The pier is closed.")`)
	})
	t.Run("shared offline", func(t *testing.T) {
		away, shut := startToShut(web.Options{})
		b := open(t, away)
		b.visit("/new")
		b.live()
		b.keptAll()
		if err := shut(); err != nil {
			t.Fatal(err)
		}
		b.mu.Lock()
		b.fine = "ERR_CONNECTION_REFUSED"
		b.mu.Unlock()
		for _, title := range []string{"Pier shut", "Pier closed"} {
			b.share(`{title: "` + title + `", text: "Divers found cracks in the pier.\n\nIt is shut."}`)
			b.until(fmt.Sprintf(`[...document.querySelectorAll("[id^=title-]")].some(e => e.value === %q)`, title))
		}
		b.live()
		b.until(`document.getElementById("arrived").textContent.includes("added to what you had")`)
		b.click("#apart")
		b.until(`document.getElementById("title-0")?.value === "Pier closed" && !document.getElementById("title-1")?.value`)
		b.visit("/")
		b.live()
		b.until(`document.querySelectorAll("[data-do^=drop]").length === 2`)
	})
	t.Run("shared", func(t *testing.T) {
		b := open(t, home)
		b.visit("/new")
		b.live()
		eval[any](b, workerReady)
		b.served()
		asked.clear()
		b.share(`{title: "Pier shut", text: "Divers found cracks in the pier.\n\nIt is shut.", url: "https://news.example/pier"}`)
		b.until(`document.getElementById("title-0")?.value === "Pier shut"`)
		b.drafted()
		b.share(`{title: "Another", text: "Look: https://news.example/other"}`)
		b.until(`document.getElementById("file-note")?.textContent.startsWith("A link was shared, without the article")`)
		if lines := asked.String(); strings.Contains(lines, "/share") || strings.Contains(lines, "cracks") {
			t.Errorf("the server was asked:\n%s", lines)
		}
	})
}

// keptAll waits until the service worker has all it needs, and the reader of pages.
func (b *tab) keptAll() {
	b.t.Helper()
	eval[any](b, `navigator.serviceWorker.ready.then(r => r.active.state === "activated" ? 0 :
		new Promise(done => r.active.addEventListener("statechange", e => e.target.state === "activated" && done(0))))`)
	b.visit("/new") // once more, now through the service worker
	b.live()
	eval[string](b, readInWorker)
	b.until(`(async () => {
		const kept = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()));
		const files = kept.flat().map(request => new URL(request.url).pathname);
		return files.includes("/extract-worker.js") && files.includes("/extract.wasm");
	})()`)
}

// share sends the form by which another app shares.
func (b *tab) share(fields string) {
	b.t.Helper()
	b.goBy(`(() => {
		const form = Object.assign(document.createElement("form"), {method: "POST", action: "/share", enctype: "multipart/form-data"});
		for (const [name, value] of Object.entries(` + fields + `)) {
			form.append(Object.assign(document.createElement("textarea"), {name, value}));
		}
		document.body.append(form);
		form.submit();
	})()`)
}

// goBy runs a script that leads to another page.
func (b *tab) goBy(script string) {
	b.t.Helper()
	loaded := func(page.EventLoadEventFired) bool { return true }
	within(b, script, chromedp.WaitEvent(page.LoadEventFired, loaded, chromedp.Evaluate[any](script)))
}

// before has each page run a script before its own.
func (b *tab) before(script string) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		b.t.Fatal(err)
	}
}

// allow lets the tab go to another origin too.
func (b *tab) allow(origin string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.allowed = append(b.allowed, origin)
}
