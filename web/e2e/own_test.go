package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"samewire/web"
)

const (
	pierA = `The harbour authority closed the eastern pier on Monday after divers found cracks in two of its pillars.\n\nRepairs will take a month and cost 2.5 million kroner, the authority said.`
	pierB = `<p>The harbour <b>authority</b> shut the eastern pier on Monday after divers found cracks in three of its pillars.</p><script>alert(1)</script><p>Repairs take a month and cost 2.5 million kroner, the authority said.</p><p>Read more</p>`
)

// workerReady waits for the service worker, which loads files by itself.
const workerReady = `navigator.serviceWorker.ready.then(r => r.active.state === "activated" ? 0 :
	new Promise(done => r.active.addEventListener("statechange", e => e.target.state === "activated" && done(0))))`

// fillIn types two articles into the form: plain text into the first box, and
// a web page's pieces, pasted, into the second.
func (b *tab) fillIn() {
	b.t.Helper()
	eval[any](b, fmt.Sprintf(`(() => {
		const [first, second] = document.querySelectorAll(".box textarea"), pasted = new DataTransfer();
		first.value = "%s";
		first.dispatchEvent(new Event("input", { bubbles: true }));
		second.focus();
		pasted.setData("text/html", %q);
		second.dispatchEvent(new ClipboardEvent("paste", { clipboardData: pasted, bubbles: true, cancelable: true }));
	})()`, pierA, pierB))
}

// drafted waits until the draft is kept.
func (b *tab) drafted() {
	b.t.Helper()
	b.until(`document.getElementById("kept")?.textContent.includes("kept on this device")`)
}

// TestOwnStory makes a story of two articles, by keyboard from the second on,
// and finds it again. While it is made and kept, nothing is asked of anyone.
func TestOwnStory(t *testing.T) {
	var asked ledger
	b := open(t, start(t, web.Options{LogRequests: true, Log: &asked}))
	b.visit("/new")
	b.live()
	eval[any](b, workerReady)
	asked.clear()
	b.fillIn()
	b.drafted()
	if text := eval[string](b, `document.getElementById("text-1").value`); text != "The harbour authority shut the eastern pier on Monday after divers found cracks in three of its pillars.\n\nRepairs take a month and cost 2.5 million kroner, the authority said.\n\nRead more" {
		t.Errorf("pasted, the second article is %q", text)
	}
	eval[any](b, `void document.getElementById("mode-1").focus()`)
	within(b, "Enter", chromedp.KeyEvent("\r"))
	b.until(`document.getElementById("keep-1-2")`)
	eval[any](b, `void document.getElementById("keep-1-2").focus()`)
	within(b, "Space", chromedp.KeyEvent(" "))
	eval[any](b, `void document.getElementById("compare").focus()`)
	within(b, "Enter", chromedp.KeyEvent("\r"))
	b.until(`document.querySelector("main.overview")`)
	address := eval[string](b, `location.pathname`)
	if !strings.HasPrefix(address, "/s/my--") {
		t.Errorf("the story is at %s", address)
	}
	b.click(`a[href$="/passage/1"]`)
	b.until(`document.querySelector("ins, del")`)
	if lines := asked.String(); lines != "" {
		t.Errorf("meanwhile the server was asked:\n%s", lines)
	}

	b.visit(address + "/read/b")
	b.live()
	b.until(`document.querySelector(".copy")`)
	if text := b.text(".copy"); !strings.Contains(text, "three of its pillars") || strings.Contains(text, "Read more") {
		t.Errorf("loaded anew, the second article is %s", text)
	}
	b.visit("/")
	b.live()
	b.click(`[id^=delete-]`)
	b.until(`document.getElementById("restore") && !document.querySelector("[id^=delete-]")`)
	b.click("#restore")
	b.click(`[id^=rename-]`)
	b.until(`document.getElementById("name")?.value.startsWith("The harbour")`)
	eval[any](b, `void (document.getElementById("name").value = "The pier")`)
	within(b, "Enter", chromedp.KeyEvent("\r"))
	b.until(`[...document.querySelectorAll(".stories a")].some(a => a.textContent === "The pier")`)
}

// TestDraft loads the page anew in the middle of it, and removes an article.
func TestDraft(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit("/new")
	b.live()
	eval[any](b, `void document.getElementById("compare").click()`) // it moves when the app adds what the server doesn't know
	b.until(`document.activeElement.id === "text-0" && document.getElementById("note-0").textContent.includes("Paste an article here")`)
	b.fillIn()
	b.drafted()
	b.until(`location.search.startsWith("?story=my--")`)
	b.visit(eval[string](b, `location.pathname + location.search`))
	b.until(`document.getElementById("text-1")?.value.includes("Read more")`)
	b.click("#remove-0")
	b.until(`document.activeElement.id === "way-undo" && document.getElementById("text-0").value.includes("Read more")`)
	b.click("#way-undo")
	b.until(`document.getElementById("text-1")?.value.includes("Read more")`)
	b.visit("/new")
	b.live()
	b.until(`document.querySelector(".unfinished a")`)
}

// second opens another tab that shares what b keeps.
func (b *tab) second() *tab {
	b.t.Helper()
	ctx, closeTab := chromedp.NewContext(b.ctx)
	if err := chromedp.Do(ctx); err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(closeTab)
	return &tab{t: b.t, ctx: ctx, home: b.home}
}

// TestTwoTabs edits one story in two tabs.
func TestTwoTabs(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit("/new")
	b.live()
	b.fillIn()
	b.drafted()
	b.click("#compare")
	b.until(`document.querySelector("main.overview")`)
	edit := "/new?story=" + strings.TrimPrefix(eval[string](b, `location.pathname`), "/s/")
	b.visit(edit)
	b.until(`document.getElementById("story")?.value`)
	other := b.second()
	other.visit(edit)
	other.until(`document.getElementById("story")?.value`)
	other.call("other", "#compare")
	other.until(`document.querySelector("main.overview")`)
	b.call("here", "#compare")
	b.until(`document.getElementById("status").textContent.includes("changed or finished in another tab")`)
	b.click("#way-fork")
	b.until(`!document.getElementById("way-fork")`)
	b.click("#compare")
	b.until(`document.querySelector("main.overview")`)
	b.visit("/")
	b.live()
	b.until(`["other", "here"].every(title => [...document.querySelectorAll(".stories a")].some(a => a.textContent === title))`)
}

// call gives the story in the form a title and clicks on a button.
func (b *tab) call(title, button string) {
	b.t.Helper()
	eval[any](b, fmt.Sprintf(`(() => {
		const field = document.getElementById("story");
		field.value = %q;
		field.dispatchEvent(new Event("input", { bubbles: true }));
	})()`, title))
	b.click(button)
}

// TestNoRoom holds that a reader can go on where nothing can be kept: storage
// denied, and a device that is full.
func TestNoRoom(t *testing.T) {
	home := start(t, web.Options{})
	for _, tt := range []struct{ name, script, told, way string }{
		{"denied", `Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } })`,
			"last until this tab is closed", ""},
		{"full", `IDBObjectStore.prototype.put = function () { throw new DOMException("full", "QuotaExceededError"); }`,
			"no room left on this device", "#way-aside"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := open(t, home)
			if _, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: tt.script}); err != nil {
				t.Fatal(err)
			}
			b.visit("/new")
			b.live()
			b.fillIn()
			b.until(fmt.Sprintf(`document.getElementById("main").textContent.includes(%q)`, tt.told))
			if tt.way != "" {
				b.until(`document.getElementById("way-file")`)
				b.click(tt.way)
			} else {
				b.click("#compare")
			}
			b.until(`document.querySelector("main.overview")`)
		})
	}
}

// TestMigration opens a database as the first version of it was, with a story
// in it and a record that is broken.
func TestMigration(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit("/robots.txt")
	eval[any](b, `new Promise((done, failed) => {
		const request = indexedDB.open("samewire", 1);
		request.onerror = failed;
		request.onupgradeneeded = () => ["heads", "texts", "drafts"].forEach(name => request.result.createObjectStore(name));
		request.onsuccess = () => {
			const change = request.result.transaction(["heads", "texts"], "readwrite");
			change.objectStore("heads").put('{"Format":1,"Value":{"ID":"my--old","Title":"Kept long ago","Outlets":["A","B"],"Revision":3}}', "my--old");
			change.objectStore("texts").put('{"samewire":1,"articles":[{"text":"The pier is closed."},{"text":"The pier is shut."}]}', "my--old");
			change.objectStore("heads").put(new Date(), "my--bad");
			change.oncomplete = () => { request.result.close(); done(); };
		};
	})`)
	b.visit("/")
	b.live()
	b.until(`document.getElementById("own")`)
	if text := b.text("#main"); !strings.Contains(text, "Kept long ago") || !strings.Contains(text, "can’t be read any more") {
		t.Errorf("the library shows %s", text)
	}
	b.visit("/s/my--old")
	b.live()
	b.until(`document.querySelector("main.overview")`)
	if tables := eval[string](b, `new Promise(done => { const r = indexedDB.open("samewire"); r.onsuccess = () => done([...r.result.objectStoreNames].join()); })`); tables != "drafts,heads,results,texts" {
		t.Errorf("the database has the tables %s", tables)
	}
}

// TestPassOn sends a story as a link, whole, cut in half, and with more in it
// than a story may have.
func TestPassOn(t *testing.T) {
	home := start(t, web.Options{})
	b := open(t, home)
	b.visit("/new")
	b.live()
	b.fillIn()
	b.drafted()
	b.click("#compare")
	b.until(`document.querySelector("main.overview")`)
	b.click(`a[href$="/share"]`)
	b.until(`document.getElementById("link")`)
	link := strings.TrimPrefix(eval[string](b, `document.getElementById("link").value`), home)
	if !strings.HasPrefix(link, "/open#1.") || !eval[bool](b, `document.querySelector(".qr svg path").getAttribute("d").length > 1000`) {
		t.Fatalf("the link is %.100s", link)
	}
	bomb := eval[string](b, `new Response(new Blob(["[" + "1,".repeat(12e6)]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer()
		.then(all => btoa([...new Uint8Array(all)].map(n => String.fromCharCode(n)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""))`)

	to := open(t, home)
	for _, tt := range []struct{ link, told string }{
		{link[:len(link)*2/3], "incomplete"},
		{link[:len(link)-3] + "!!!", "incomplete"},
		{"/open#1." + bomb, "larger than any"},
		{"/open#9.abc", "newer one"},
		{link, "Keep this story?"},
	} {
		to.visit("/robots.txt") // or only what is behind the "#" would change
		to.visit(tt.link)
		to.live()
		to.until(fmt.Sprintf(`document.getElementById("main").textContent.includes(%q)`, tt.told))
	}
	to.click("#keep")
	to.until(`document.querySelector("main.overview")`)
	to.visit("/")
	to.live()
	to.until(`document.getElementById("own")`)

	// The same as a file, on a form that nothing has been written into.
	to.visit("/new")
	to.live()
	eval[any](to, `(() => {
		const files = new DataTransfer();
		files.items.add(new File(['{"samewire": 1, "title": "The pier", "articles": [{"text": "The pier is shut."}, {"text": "The pier was shut."}]}'], "pier.json"));
		document.getElementById("main").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
	})()`)
	to.until(`document.getElementById("main").textContent.includes("Keep this story?")`)
}
