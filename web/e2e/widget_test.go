package e2e

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"samewire/app/story"
	"samewire/web"
)

// newsSite is a site of its own with a strict policy and the widget on its page.
// Its host name differs from the server's, so it is another site to browsers.
func newsSite(t *testing.T, home, page string) string {
	t.Helper()
	articles, err := filepath.Glob("../stories/amazon-layoffs/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	file, err := story.ReadFiles(articles)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"/": "<!doctype html><html lang=en><title>News</title><link rel=stylesheet href=/page.css><script src=/page.js></script><script async src=" + home + "/embed.js></script>" + page,
		"/page.js": `var heard = [], told = [], tasks = [], wordpress = [];
			new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
			addEventListener("message", ({ data, origin }) => {
				heard.push(origin + " " + data?.samewire);
				if (data?.secret) wordpress.push(data);
			});
			for (const type of ["ready", "passage"]) {
				addEventListener("samewire:" + type, (e) => told.push(e.target.id + " " + type + " " + (e.detail.passage ?? "")));
			}
			const frame = (id) => document.getElementById(id).shadowRoot?.querySelector("iframe");
			const height = (id) => Number(frame(id)?.height);
			// framed puts a plain frame on the page.
			const framed = (address, sandbox) => {
				const frame = document.createElement("iframe");
				frame.sandbox = sandbox;
				frame.width = frame.height = 600;
				frame.onload = () => heard.push("loaded");
				frame.src = document.querySelector("script[async]").src.replace("/embed.js", address);
				document.body.append(frame);
			};`,
		"/page.css":   "body { color: #222 } .night { background: #111; color: #eee; transition: color 50ms }",
		"/story.json": string(file.JSON()),
	}
	u, err := url.Parse(home)
	if err != nil {
		t.Fatal(err)
	}
	ours := u.Scheme + "://" + u.Host
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; script-src 'self' "+ours+"; frame-src "+ours+"; require-trusted-types-for 'script'")
		switch path.Ext(r.URL.Path) {
		case ".js":
			w.Header().Set("Content-Type", "text/javascript")
		case ".css":
			w.Header().Set("Content-Type", "text/css")
		}
		if r.URL.Path == "/huge.json" {
			sendHuge(t, w)
			return
		}
		io.WriteString(w, files[r.URL.Path])
	}))
	t.Cleanup(s.Close)
	return strings.Replace(s.URL, "127.0.0.1", "localhost", 1)
}

// sendHuge sends 100 MB to whoever takes them.
func sendHuge(t *testing.T, w io.Writer) {
	blank := bytes.Repeat([]byte{' '}, 1<<20)
	for range 100 {
		if _, err := w.Write(blank); err != nil {
			return
		}
	}
	t.Error("all of a story file of 100 MB was taken")
}

// denied is what the browser says of a service worker in another site's frame.
const denied = "service worker"

// host opens a page of a news site that shows frames of the site at home. What
// they load is that site's.
func host(t *testing.T, home, page, fine string) *tab {
	t.Helper()
	b := open(t, newsSite(t, home, page))
	b.fine = fine
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.foreign = slices.DeleteFunc(b.foreign, func(u string) bool { return strings.HasPrefix(u, home+"/") })
	})
	b.visit("/")
	return b
}

// inside returns the frame of another site whose address has a part, once it has
// told the page of itself.
func (b *tab) inside(part string) *tab {
	b.t.Helper()
	all, err := chromedp.Targets(b.ctx)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, info := range all {
		if info.Type == "iframe" && strings.Contains(info.URL, part) {
			ctx, leave := chromedp.NewContext(b.ctx, chromedp.WithTargetID(info.TargetID))
			b.t.Cleanup(leave)
			if err := chromedp.Do(ctx); err != nil {
				b.t.Fatal(err)
			}
			return &tab{t: b.t, ctx: ctx, home: b.home}
		}
	}
	b.t.Fatalf("no frame shows %s", part)
	return nil
}

// when waits for a condition that may come true without a change of the page,
// inside an element or in its scripts. It doesn't go by what is drawn: a frame out
// of sight isn't.
func (b *tab) when(condition string) {
	b.t.Helper()
	within(b, "waiting for "+condition, chromedp.Poll[bool]("!!("+condition+")", chromedp.WithPollingInterval(50*time.Millisecond), chromedp.WithPollingTimeout(time.Minute)))
}

// fits waits until a frame is as high as what is in it.
func (b *tab) fits() {
	b.t.Helper()
	b.when(`document.readyState === "complete" && document.documentElement.scrollHeight === innerHeight && document.documentElement.scrollWidth === innerWidth`)
}

func TestWidget(t *testing.T) { eachHost(t, testWidget) }

func testWidget(t *testing.T, h hosting) {
	b := host(t, h.home, `<same-wire id=read story=amazon-layoffs view=read article=c passage=4>fallback</same-wire>
		<same-wire id=whole story=amazon-layoffs theme=dark></same-wire>
		<same-wire id=class story=amazon-layoffs view=class></same-wire>`, denied)
	b.when(`height("read") > 700 && height("whole") > 700`)
	b.when(`told.includes("read ready ") && told.includes("read passage 4") && told.includes("whole ready ")`)
	whole := b.inside("/amazon-layoffs?theme=dark")
	whole.fits()
	// The app would start by itself after three seconds elsewhere.
	eval[any](whole, `new Promise((done) => setTimeout(done, performance.getEntriesByType("navigation")[0].loadEventEnd + 4000 - performance.now()))`)
	if eval[bool](whole, `performance.getEntriesByType("resource").some((e) => e.name.includes(".wasm"))`) {
		t.Error("untouched, it loaded the app")
	}
	t.Logf("long tasks on the host's page: %d", eval[int](b, `tasks.length`))
	// A link leads on at once, and says so; what was touched has the app.
	eval[any](whole, `void addEventListener("click", () => { window.busy = document.querySelector("a[data-busy]") !== null; open = () => {}; event.preventDefault(); })`)
	eval[any](whole, `void document.querySelector(".views a[href*='/compare/']").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))`)
	if !eval[bool](whole, `window.busy`) {
		t.Error("a link that was chosen doesn't say that its page is on its way")
	}
	whole.live()
	whole.click(".views a[href*='/passages']")
	whole.when(`document.querySelector("h1").textContent.includes("assages") && document.documentElement.dataset.theme === "dark"`)
	whole.fits()

	eval[any](b, `void document.getElementById("class").scrollIntoView()`)
	b.when(`told.includes("class ready ")`)
	class := b.inside("/amazon-layoffs/class")
	class.fits()
	class.live()
	class.click("#answer label")
	class.click("#check")
	class.until(`document.querySelector(".explained b")?.textContent`)
	class.fits()

	// An attribute that changes shows another view; removal ends it all.
	eval[any](b, `void document.getElementById("read").setAttribute("view", "overview")`)
	b.when(`height("read") > 0 && told.filter((x) => x === "read ready ").length === 2`)
	eval[any](b, `void document.getElementById("read").remove()`)
	b.when(`document.querySelectorAll("same-wire").length === 2`)
}

// TestWidgetTheme changes the theme of the page around a frame, and goes on in it.
func TestWidgetTheme(t *testing.T) {
	b := host(t, start(t, web.Options{}), `<same-wire id=auto story=amazon-layoffs view=read article=c></same-wire>`, denied)
	b.when(`told.includes("auto ready ")`)
	frame := b.inside("/amazon-layoffs/read/c")
	frame.when(`document.documentElement.dataset.theme === "light"`)
	eval[any](b, `void document.body.classList.add("night")`)
	frame.when(`document.documentElement.dataset.theme === "dark"`)
	frame.live()
	frame.click(".copy a.shared")
	frame.until(`document.querySelector(".panel .reading")`)
	b.when(`told.some((x) => x.startsWith("auto passage"))`)
	if theme := eval[string](frame, `document.documentElement.dataset.theme`); theme != "dark" {
		t.Errorf("after the app's start and a choice, the theme is %s", theme)
	}
}

// TestWidgetKeys goes into a frame and out of it by keyboard.
func TestWidgetKeys(t *testing.T) {
	b := host(t, start(t, web.Options{}), `<a id=before href=#1>before</a><same-wire id=frame story=amazon-layoffs view=passage passage=4></same-wire><a id=after href=#2>after</a>`, denied)
	b.when(`told.includes("frame ready ")`)
	eval[any](b, `void document.getElementById("before").focus()`)
	within(b, "Tab", chromedp.KeyEvent(kb.Tab))
	frame := b.inside("/passage/4")
	frame.when(`document.hasFocus() && document.activeElement.matches(".skip")`)
	links := eval[int](frame, `document.querySelectorAll("a[href], input, button, summary").length`)
	for range links + 2 {
		within(b, "Tab", chromedp.KeyEvent(kb.Tab))
		if eval[string](b, `document.activeElement.id`) == "after" {
			return
		}
	}
	t.Errorf("after %d links the focus is still inside", links)
}

// TestWidgetTurns follows a link far down in a high frame: the top of what it
// leads to comes into sight.
func TestWidgetTurns(t *testing.T) {
	b := host(t, start(t, web.Options{}), `<same-wire id=frame story=amazon-layoffs view=compare article=c other=d></same-wire>`, denied)
	b.when(`height("frame") > 1500`)
	frame := b.inside("/compare/c/d")
	for _, live := range []bool{false, true} {
		if live {
			frame.live()
		}
		eval[any](b, `void scrollTo(0, 1000)`)
		b.when(`frame("frame").getBoundingClientRect().top < 0`)
		eval[any](frame, `void setTimeout(() => document.querySelector(".views a:not([aria-current])").click())`)
		b.when(`frame("frame").getBoundingClientRect().top >= 0`)
		if !live {
			b.when(`told.length === 2`)                               // the page is there
			eval[any](frame, `void setTimeout(() => history.back())`) // after the answer, which would go with the page
			b.when(`height("frame") > 1500 && told.length === 3`)
		}
	}
}

// TestWidgetForged sends what a frame wouldn't, from elsewhere and from the frame.
func TestWidgetForged(t *testing.T) {
	b := host(t, start(t, web.Options{}), `<same-wire id=frame story=amazon-layoffs></same-wire>`, denied)
	b.when(`height("frame") > 700 && told.length === 1`)
	before := eval[int](b, `height("frame")`)
	eval[any](b, `void postMessage({ samewire: "height", height: 7 }, "*")`)
	b.when(`heard.some((h) => h.startsWith(location.origin))`)
	frame := b.inside("/embed/amazon-layoffs")
	forged := []string{`NaN`, `-5`, `0`, `1e9`, `Infinity`, `"900"`, `"7px"`, `{}`, `null`, `[900]`}
	eval[any](b, `void (heard.length = 0)`)
	for _, height := range forged {
		eval[any](frame, `void parent.postMessage({ samewire: "height", height: `+height+` }, "*")`)
	}
	eval[any](frame, `void [null, "height", { samewire: {} }].forEach((m) => parent.postMessage(m, "*"))`)
	b.when(fmt.Sprintf(`heard.length === %d`, len(forged)+3))
	if now := eval[int](b, `height("frame")`); now != before {
		t.Errorf("forged messages made it %d high, from %d", now, before)
	}
}

// TestWidgetOfAFile shows a story file of the page's own site.
func TestWidgetOfAFile(t *testing.T) { eachHost(t, testWidgetOfAFile) }

func testWidgetOfAFile(t *testing.T, h hosting) {
	b := host(t, h.home, `<same-wire id=own src=/story.json view=read article=b></same-wire>`, denied)
	b.when(`told.includes("own ready ") && height("own") > 600`)
	frame := b.inside("/embed/my--src")
	frame.until(`document.querySelector(".copy")`)
	frame.fits()
}

// TestWidgetRefuses names stories and files that can't be shown.
func TestWidgetRefuses(t *testing.T) {
	b := host(t, start(t, web.Options{}), `<same-wire id=script src="javascript:heard.push(1)" view=read></same-wire><same-wire id=large src=/huge.json></same-wire>
		<same-wire id=path story="../x">fallback</same-wire><same-wire id=gone story=gone></same-wire>`, "<same-wire>")
	b.when(`heard.filter((h) => h.endsWith(" story")).length === 2 && told.includes("gone ready ")`)
	if eval[bool](b, `document.getElementById("path").shadowRoot !== null || heard.includes(1)`) {
		t.Error("a path was taken for a story, or a script for a file")
	}
	b.inside("/embed/gone").until(`document.querySelector("h1").textContent.includes("nothing at this address")`)
	for frame, told := range map[string]string{"my--src?view=read": "begin with javascript: are not loaded", "my--src?theme": "larger than 4 MB"} {
		b.inside(frame).until(fmt.Sprintf(`document.getElementById("main").textContent.includes(%q)`, told))
	}
}

// TestSandboxed shows plain frames as sites sandbox those they don't know: without
// an origin, and without scripts.
func TestSandboxed(t *testing.T) {
	b := host(t, start(t, web.Options{}), "", denied)
	eval[any](b, `framed("/embed/amazon-layoffs", "allow-scripts")`)
	b.when(`heard.includes("null ready") && heard.includes("null height")`)
	frame := b.inside("/embed/amazon-layoffs")
	frame.live()
	frame.click(".views a[href*='/read/']") // another path, which no script may show
	frame.when(`location.pathname.includes("/read/") && document.querySelector(".copy")`)
	frame.live()
	frame.click(".copy a.shared")
	frame.when(`document.querySelectorAll(".panel .reading").length > 1`)

	eval[any](b, `void (document.querySelector("iframe").remove(), framed("/embed/amazon-layoffs/passage/4", ""))`)
	b.when(`heard.at(-1) === "loaded"`)
	if text := b.inside("/passage/4").text("main"); !strings.Contains(text, "Passage 4 of") {
		t.Errorf("without scripts it shows %q", text)
	}
}

// TestWordPress frames a page as WordPress does, and listens as it does.
func TestWordPress(t *testing.T) {
	b := host(t, start(t, web.Options{}), "", denied)
	eval[any](b, `framed("/embed/amazon-layoffs#?secret=S3cret", "allow-scripts")`)
	const high = `wordpress.some((m) => m.message === "height" && m.value > 700 && m.secret === "S3cret")`
	b.when(high)
	frame := b.inside("/embed/amazon-layoffs")
	eval[any](b, `void (wordpress.length = 0)`)
	eval[any](frame, `void setTimeout(() => document.querySelector(".views a[href*='/compare/']").click())`)
	b.when(high)
	eval[any](frame, `void document.querySelector("a[target]").click()`)
	b.when(`wordpress.some((m) => m.message === "link" && m.value.endsWith("/s/amazon-layoffs/compare/c/d"))`)
}
