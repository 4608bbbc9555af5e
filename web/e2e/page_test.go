package e2e

import (
	"fmt"
	"strings"
	"testing"

	"samewire/web"
)

// savedPage is a page as a browser saves it.
const savedPage = `<!doctype html><html><head><title>Eastern pier closed | Evening Tide</title><meta property="og:site_name" content="Evening Tide"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Eastern pier closed</h1>
<p onclick="alert(1)">The harbour authority closed the eastern pier on Monday after divers found cracks in two of its pillars.</p>
<script>alert(2)</script><p>Ferries to the outer islands will leave from the western terminal until the repairs are finished.</p>
<p><a href="/more">Read more: how the storm hit the coast</a></p></article></body></html>`

// readInWorker reads the saved page as a script would.
var readInWorker = fmt.Sprintf(`new Promise((done, failed) => {
	const worker = new Worker(document.querySelector("script[data-extract]").dataset.extract);
	worker.onerror = failed;
	worker.onmessage = ({ data }) => { worker.terminate(); done(data.answer ?? data.broken); };
	worker.postMessage({ name: "pier.html", bytes: new TextEncoder().encode(%q) });
})`, savedPage)

// TestSavedPage reads a web page in the worker, as a script would, and through
// the form, where also other files go wrong with a message.
func TestSavedPage(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit("/new")
	b.live()
	answer := eval[string](b, readInWorker)
	if !strings.Contains(answer, `"title":"Eastern pier closed"`) || !strings.Contains(answer, `"outlet":"Evening Tide"`) || strings.Contains(answer, "Read more") || strings.Contains(answer, "alert") {
		t.Errorf("the worker answers %s", answer)
	}
	choose := func(name, content string) {
		t.Helper()
		eval[any](b, fmt.Sprintf(`(() => {
			const files = new DataTransfer(), input = document.getElementById("files");
			files.items.add(new File([new Uint8Array(%s)], %q));
			input.files = files.files;
			input.dispatchEvent(new Event("change", { bubbles: true }));
		})()`, strings.ReplaceAll(fmt.Sprint([]byte(content)), " ", ","), name))
	}
	choose("pier.html", savedPage)
	b.until(`document.getElementById("title-0")?.value === "Eastern pier closed"`)
	if text := b.text("#main"); !strings.Contains(text, "Ferries to the outer islands") || strings.Contains(text, "Read more: how") {
		t.Errorf("the form shows %s", text)
	}
	choose("old.txt", "Caf\xe9 owners on the pier asked the city for money.")
	b.until(`document.getElementById("main").textContent.includes("Café owners")`)
	choose("zipped.txt", "PK\x03\x04 and so on")
	b.until(`document.getElementById("file-note").textContent.includes("zipped.txt is an archive (ZIP), not text: open it")`)
}

// TestDrop drops several files on the page at once.
func TestDrop(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit("/new")
	b.live()
	if !eval[bool](b, fmt.Sprintf(`(() => {
		const dataTransfer = new DataTransfer(), drag = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
		dataTransfer.items.add(new File([%q], "tide.html"));
		dataTransfer.items.add(new File([%q], "wire.txt"));
		const over = drag("dragover"), drop = drag("drop");
		document.getElementById("main").dispatchEvent(over);
		document.getElementById("main").dispatchEvent(drop);
		return over.defaultPrevented && drop.defaultPrevented;
	})()`, savedPage, strings.ReplaceAll(pierA, `\n`, "\n"))) {
		t.Error("the browser would open the files")
	}
	b.until(`document.getElementById("title-0")?.value === "Eastern pier closed" && document.getElementById("main").textContent.includes("cracks in two of its pillars")`)
	b.click("#compare")
	b.until(`document.querySelector("main.overview")`)
}

// TestSavedPageOffline reads a page without the server, after one with it.
func TestSavedPageOffline(t *testing.T) {
	needBrowser(t)
	home, shut := startToShut(web.Options{})
	b := open(t, home)
	b.visit("/new")
	b.live()
	b.keptAll()
	before := eval[string](b, readInWorker)
	if err := shut(); err != nil {
		t.Fatal(err)
	}
	b.mu.Lock()
	b.fine = "ERR_CONNECTION_REFUSED"
	b.mu.Unlock()
	b.visit("/new")
	b.live()
	if after := eval[string](b, readInWorker); after != before || !strings.Contains(after, "Eastern pier closed") {
		t.Errorf("offline, the page reads %s; before, %s", after, before)
	}
}

// TestFetchLink asks for a link that the server doesn't fetch.
func TestFetchLink(t *testing.T) {
	b := open(t, start(t, web.Options{Fetch: true}))
	b.fine = "status of 403"
	b.visit("/new")
	b.live()
	b.until(`document.getElementById("link")`)
	eval[any](b, `void (document.getElementById("link").value = "http://127.0.0.1/admin")`)
	b.click("[data-do=fetch]")
	b.until(`document.getElementById("fetched").textContent.includes("private network")`)
	if text := b.text("#fetched"); !strings.Contains(text, "paste it") {
		t.Errorf("readers are told %q", text)
	}
}
