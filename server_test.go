package main

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"samewire/app/analysis"
	"samewire/app/lesson"
	"samewire/app/story"
	"samewire/app/words"
	"samewire/web"
)

// browserPath finds a Chromium, or returns "".
func browserPath() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// needBrowser skips a test where there is no browser, but not in CI.
func needBrowser(t testing.TB) {
	t.Helper()
	switch {
	case browserPath() != "":
	case os.Getenv("CI") != "":
		t.Fatal("no Chromium is installed")
	default:
		t.Skip("no Chromium is installed")
	}
}

// start runs the real server until the test ends and returns its address.
func start(t testing.TB, options web.Options) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	options.Addr, options.Log = "127.0.0.1:0", cmp.Or[io.Writer](options.Log, io.Discard)
	address, ended := make(chan string, 1), make(chan error, 1)
	go func() { ended <- web.Serve(ctx, options, func(url string) { address <- url }) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error("the server ended with", err)
		}
	})
	select {
	case a := <-address:
		return strings.TrimSuffix(a, "/")
	case err := <-ended:
		ended <- nil
		t.Fatal("the server did not start:", err)
		return ""
	}
}

// browser is one Chromium for all tests.
var browser = sync.OnceValues(func() (context.Context, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browserPath()), chromedp.NoSandbox, chromedp.Flag("disable-quic", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, end := chromedp.NewContext(ctx, chromedp.WithErrorf(log.Printf))
	quit = func() {
		_ = chromedp.Cancel(ctx) // the browser may be gone already
		end()
		stop()
	}
	return ctx, chromedp.Do(ctx) // without a time limit: it would end the browser
})

var quit = func() {}

// TestMain makes the test's binary the command itself when a test asks it to.
func TestMain(m *testing.M) {
	if os.Getenv("SAMEWIRE_TEST_MAIN") != "" {
		main()
	}
	code := m.Run()
	quit()
	os.Exit(code)
}

// tab is a page in the browser and what it asked for and complained about.
type tab struct {
	t    testing.TB
	ctx  context.Context
	home string // the server's address
	fine string // part of a message on the console that is as it should be

	mu       sync.Mutex
	allowed  []string // other origins that it may go to
	foreign  []string // requests to other origins
	messages []string // warnings and errors on the console
}

// open makes a tab of its own for a test. At the end it must have asked no
// other origin for anything, and have nothing on its console.
func open(t testing.TB, home string) *tab {
	t.Helper()
	needBrowser(t)
	parent, err := browser()
	if err != nil {
		t.Fatal(err)
	}
	ctx, closeTab := chromedp.NewContext(parent, chromedp.WithNewBrowserContext())
	b := &tab{t: t, ctx: ctx, home: home, fine: "status of 404"}
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	listening, stop := context.WithCancel(ctx)
	if err := chromedp.Listen(listening, b.hear); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	console := chromedp.Console(listening)
	heard := make(chan struct{})
	go func() {
		defer close(heard)
		for m, err := range console {
			if err != nil {
				return
			}
			b.mu.Lock()
			if m.Type != "log" && m.Type != "info" && !strings.Contains(m.Text, b.fine) {
				b.messages = append(b.messages, m.String())
			}
			b.mu.Unlock()
		}
	}()
	t.Cleanup(func() {
		stop()
		<-heard
		closeTab()
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, u := range b.foreign {
			t.Error("asked another origin for", u)
		}
		for _, m := range b.messages {
			t.Error("on the console:", m)
		}
	})
	return b
}

func (b *tab) hear(event any) {
	if e, ok := event.(*network.EventRequestWillBeSent); ok {
		u, err := url.Parse(e.Request.URL)
		if err == nil && (u.Scheme == "data" || u.Scheme == "blob" || strings.HasPrefix(e.Request.URL, b.home+"/")) {
			return
		}
		b.mu.Lock()
		defer b.mu.Unlock()
		if slices.ContainsFunc(b.allowed, func(origin string) bool { return strings.HasPrefix(e.Request.URL, origin+"/") }) {
			return
		}
		b.foreign = append(b.foreign, e.Request.URL)
	}
}

// within carries out a step that may take as long as a slow machine needs.
func within[T any](b *tab, what string, a chromedp.Action[T]) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 60*time.Second)
	defer cancel()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		b.t.Fatalf("%s: %v", what, err)
	}
	return v
}

// visit opens an address of the server.
func (b *tab) visit(path string) {
	b.t.Helper()
	within(b, path, chromedp.Navigate(b.home+path))
}

// live waits until the app has taken the page over. A key starts it at once.
func (b *tab) live() {
	b.t.Helper()
	eval[any](b, `void dispatchEvent(new KeyboardEvent("keydown", { key: "Shift" }))`)
	within(b, "the app to start", chromedp.WaitReady(chromedp.CSS("html[data-live]")))
}

// script turns the page's scripts on or off.
func (b *tab) script(on bool) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}); err != nil {
		b.t.Fatal(err)
	}
}

func (b *tab) click(selector string) {
	b.t.Helper()
	within(b, "click on "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// follow clicks on a link that loads a page.
func (b *tab) follow(selector string) {
	b.t.Helper()
	loaded := func(page.EventLoadEventFired) bool { return true }
	within(b, "click on "+selector, chromedp.WaitEvent(page.LoadEventFired, loaded, chromedp.Click(chromedp.CSS(selector))))
}

func (b *tab) text(selector string) string {
	b.t.Helper()
	return within(b, "text of "+selector, chromedp.TextContent(chromedp.CSS(selector)))
}

// eval evaluates an expression and waits for it where it is a promise.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	return within(b, expression, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// until waits for a condition of the page.
func (b *tab) until(condition string) {
	b.t.Helper()
	within(b, "waiting for "+condition, chromedp.Poll[bool]("!!("+condition+")", chromedp.WithPollingMutation()))
}

// at waits until the page has an address.
func (b *tab) at(path string) {
	b.t.Helper()
	within(b, "waiting for "+path, chromedp.Poll[bool](fmt.Sprintf("location.href === %q", b.home+path)))
}

// base returns the path that the site is under.
func (b *tab) base() string {
	u, err := url.Parse(b.home)
	if err != nil {
		b.t.Fatal(err)
	}
	return u.Path
}

const root = "/s/amazon-layoffs"

// addresses has an address of each kind, and a word that its page must hold.
var addresses = []struct{ path, word string }{
	{"/", "Amazon cuts hundreds of jobs"},
	{root, "Who ran what"},
	{root + "/read/c", "announced plans to terminate several hundred employees"},
	{root + "/read/c?passage=4", "outlets, one passage"},
	{root + "/read/b?passage=4&base=b", "outlets, one passage"},
	{root + "/read/a?only=changed&names=hidden", "Show the whole article"},
	{root + "/compare/a/d", "Outlet A beside Outlet D"},
	{root + "/compare/c/d?mode=inline", "Outlet C beside Outlet D"},
	{root + "/passage/3", "The same copy"},
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

// TestReading reads as a reader does: chooses a passage, changes the base,
// closes, and goes back and forward through it all.
func TestReading(t *testing.T) { eachHost(t, testReading) }

func testReading(t *testing.T, h hosting) {
	b := open(t, h.home)
	b.visit(root + "/read/c")
	b.live()
	mark := eval[string](b, `[...document.querySelectorAll("a.shared")].find(a => a.textContent.includes("to decrease or discontinue")).id`)
	passage := strings.TrimPrefix(mark, "m")
	b.click("#" + mark)
	chosen := root + "/read/c?passage=" + passage
	b.at(chosen)
	b.until(`document.querySelectorAll(".panel .reading").length === 4`)
	if text := b.text("#chosen"); text != "Four outlets, one passage" {
		t.Errorf("the panel is headed %q", text)
	}
	if current := eval[string](b, `document.querySelector(".copy a[aria-current]").id`); current != mark {
		t.Errorf("%s is marked as chosen, not %s", current, mark)
	}
	if focus := eval[string](b, `document.activeElement.id`); focus != mark {
		t.Errorf("the focus went to %q", focus)
	}

	if text := b.text(".reading .by"); !strings.HasPrefix(text, "Compared with this article") {
		t.Errorf("the first reading is headed %q", text)
	}
	if text := b.text("[aria-labelledby=chosen]"); !strings.Contains(text, "decrease;→inserted: reduce") {
		t.Errorf("against Outlet C, the others don't have reduce for decrease: %s", text)
	}

	b.click("#base-b")
	b.at(chosen + "&base=b")
	b.until(`document.querySelector(".reading .by").textContent.includes("Outlet B")`)
	if text := b.text("[aria-labelledby=chosen]"); !strings.Contains(text, "reduce;→inserted: decrease") {
		t.Errorf("against Outlet B, C doesn't have decrease for reduce: %s", text)
	}

	within(b, "back", chromedp.Evaluate[any](`history.back()`))
	b.at(chosen)
	b.until(`document.querySelector(".reading .by").textContent.includes("Outlet C")`)
	within(b, "forward", chromedp.Evaluate[any](`history.forward()`))
	b.at(chosen + "&base=b")
	b.until(`document.querySelector(".reading .by").textContent.includes("Outlet B")`)

	b.click("#close")
	b.at(root + "/read/c?base=b")
	b.until(`!document.querySelector("#chosen")`)
	if focus := eval[string](b, `document.activeElement.id`); focus != mark {
		t.Errorf("after closing, the focus is on %q, not on the passage", focus)
	}

	// By keyboard: the mark is a link, and Enter chooses it.
	eval[any](b, `void document.getElementById("`+mark+`").focus()`)
	within(b, "Enter", chromedp.KeyEvent("\r"))
	b.at(chosen + "&base=b")
	b.until(`document.querySelectorAll(".panel .reading").length === 4`)
	within(b, "Escape", chromedp.KeyEvent(kb.Escape))
	b.until(`!document.querySelector("#chosen")`)

	// The base that was chosen is there when the reader comes again, and nothing
	// is added to going back.
	b.visit(root)
	length := eval[int](b, `history.length`)
	b.visit(chosen)
	b.at(chosen + "&base=b")
	if n := eval[int](b, `history.length`) - length; n != 1 {
		t.Errorf("a page that the base was put into is %d steps in the history", n)
	}
	b.visit(root)
	b.live()
	b.click(`.strip a[href*="/read/c?passage=` + passage + `"]`)
	b.at(chosen + "&base=b#" + mark)
}

// TestThreshold chooses how many outlets must have a passage on the slider, with
// the app and before it is there.
func TestThreshold(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	for _, live := range []bool{false, true} {
		b.visit(root + "/common")
		if live {
			b.live()
		}
		eval[any](b, `void document.getElementById("least").focus()`)
		right := chromedp.KeyEvent(kb.ArrowRight)
		if live {
			within(b, "right", right)
		} else {
			loaded := func(page.EventLoadEventFired) bool { return true }
			within(b, "right", chromedp.WaitEvent(page.LoadEventFired, loaded, right))
		}
		b.at(root + "/common?outlets=3")
		b.until(`document.querySelector(".least [aria-current]").id === "least-3"`)
		if told := eval[string](b, `least.ariaValueText + ", " + least.value`); told != "three outlets, 1" {
			t.Errorf("the slider tells %q", told)
		}
		if !live {
			continue
		}
		if focus := eval[string](b, `document.activeElement.id`); focus != "least" {
			t.Errorf("the focus went from the slider to %q", focus)
		}
		within(b, "right again", chromedp.KeyEvent(kb.ArrowRight))
		b.at(root + "/common?outlets=4")
	}
}

// TestMoving goes from view to view by their links, with the app and without.
func TestMoving(t *testing.T) { eachHost(t, testMoving) }

func testMoving(t *testing.T, h hosting) {
	for _, on := range []bool{true, false} {
		if h.plain && !on {
			continue // a link to a passage leads to its article there
		}
		t.Run(fmt.Sprintf("scripts %v", on), func(t *testing.T) {
			b := open(t, h.home)
			b.script(on)
			b.visit("/")
			if on {
				b.live()
				eval[any](b, `void (window.stayed = true)`)
			}
			for _, step := range []struct{ selector, path, word string }{
				{".stories a", root, "Who ran what"},
				{".matrix tbody tr:nth-child(3) td:nth-child(5) a", root + "/compare/c/d", "Outlet C beside Outlet D"},
				{".rows tr.match .kind a", root + "/passage/1", "Passage 1 of"},
				{"#next", root + "/passage/2", "Passage 2 of"},
				{".reading .by a", "", "one passage"},
				{`.views a[href$="` + root + `"]`, root, "Who ran what"},
				{".logo", "/", "Stories"},
			} {
				if on {
					b.click(step.selector)
				} else {
					b.follow(step.selector)
				}
				if step.path != "" {
					b.at(step.path)
				}
				if on {
					b.until(fmt.Sprintf("document.getElementById('main').parentElement.textContent.includes(%q)", step.word))
					if title := within(b, "title", chromedp.Title()); !strings.Contains(title, "Samewire") {
						t.Errorf("after %s the page is called %q", step.selector, title)
					}
				} else if text := b.text("body"); !strings.Contains(text, step.word) {
					t.Errorf("after %s the page lacks %q", step.selector, step.word)
				}
			}
			if on && !eval[bool](b, `window.stayed === true`) {
				t.Error("a link loaded the page anew")
			}
		})
	}
}

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

// analysisOf returns the analysis of a story of files as JSON. That the browser
// makes the same, byte for byte, is tested in app/bench.
func analysisOf(t *testing.T, files []string) string {
	t.Helper()
	s, err := story.ReadFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	a, err := analysis.Analyze(t.Context(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := a.JSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestAnalyze runs the command line on the built-in story's articles.
func TestAnalyze(t *testing.T) {
	files, err := filepath.Glob("web/stories/amazon-layoffs/*.txt")
	if err != nil || len(files) != 4 {
		t.Fatal(files, err)
	}
	output := func(args ...string) (string, int) {
		t.Helper()
		cmd := exec.Command(os.Args[0], args...)
		cmd.Env = append(os.Environ(), "SAMEWIRE_TEST_MAIN=1")
		out, err := cmd.CombinedOutput()
		if err != nil && cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return string(out), cmd.ProcessState.ExitCode()
	}
	text, code := output(slices.Concat([]string{"analyze"}, files)...)
	if code != 0 || !strings.Contains(text, "[-reduce-]{+decrease+}") && !strings.Contains(text, "[-decrease-]{+reduce+}") {
		t.Errorf("exit %d:\n%s", code, text)
	}
	if strings.Contains(text, "\x1b") {
		t.Error("colours in a pipe")
	}
	data, code := output(slices.Concat([]string{"analyze", "-json"}, files)...)
	if code != 0 || !strings.HasPrefix(data, `{"samewire":1,`) {
		t.Errorf("exit %d: %.100s", code, data)
	}
	if want := analysisOf(t, files); data != want {
		t.Errorf("the command line finds\n%.500s\nthe server\n%.500s", data, want)
	}
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"analyze"}, exitUsage, "no file"},
		{[]string{"analyze", "none.txt"}, exitFailed, "none.txt"},
		{[]string{"analyse"}, exitUsage, `"analyse"`},
		{[]string{"-addr", "127.0.0.1:0", "-stories", "none"}, exitFailed, "none"},
		{[]string{"-addr", "nonsense"}, exitFailed, "nonsense"},
	} {
		out, code := output(tt.args...)
		if code != tt.code || !strings.Contains(out, tt.want) {
			t.Errorf("%q: exit %d: %s", tt.args, code, out)
		}
	}
}

// Search and settings

func TestSearch(t *testing.T) {
	home := start(t, web.Options{})
	for _, on := range []bool{true, false} {
		t.Run(fmt.Sprintf("scripts %v", on), func(t *testing.T) {
			b := open(t, home)
			b.script(on)
			b.visit(root + "/read/c?base=b")
			if on {
				b.live()
				eval[any](b, `void (window.stayed = true)`)
				// As an event: the browser's tools would type the sign into the field that it leads to.
				eval[any](b, `void document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }))`)
				b.until(`document.activeElement.id === "search"`)
			} else {
				b.follow("#to-search") // in so narrow a window
				within(b, "the field", chromedp.Focus(chromedp.CSS("main .search input")))
			}
			within(b, "a query", chromedp.KeyEvent("several hundred"))
			if on {
				within(b, "Enter", chromedp.KeyEvent("\r"))
			} else {
				b.follow("main .search button")
			}
			b.at(root + "/search?q=several+hundred&base=b")
			if on {
				b.until(`document.activeElement.id === "found"`)
			}
			if text := b.text("#found"); text != "Four hits for “several hundred”" {
				t.Errorf("found is %q", text)
			}
			if marked := b.text("mark"); marked != "several hundred" {
				t.Errorf("marked is %q", marked)
			}
			if !on {
				return
			}
			b.click(".results ol a[href*=passage]")
			b.until(`document.querySelector(".panel .reading")`)
			within(b, "back", chromedp.Evaluate[any](`history.back()`))
			b.until(`document.getElementById("found")`)
			if !eval[bool](b, `window.stayed === true`) {
				t.Error("a search loaded the page anew")
			}
		})
	}
}

// look returns what the page says of a setting, and the value that the form
// shows for it.
func (b *tab) look(name string) string {
	b.t.Helper()
	return eval[string](b, fmt.Sprintf(`(document.documentElement.dataset.%s ?? "") + " " + (document.querySelector("#settings [name=%s]:checked")?.value ?? "")`, name, name))
}

func TestSettings(t *testing.T) {
	home := start(t, web.Options{})
	is := func(t *testing.T, b *tab, name, want string) {
		t.Helper()
		if got := b.look(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	t.Run("kept", func(t *testing.T) {
		b := open(t, home)
		b.visit("/settings")
		is(t, b, "theme", " auto")
		b.click("[name=theme][value=dark]")
		b.click("[name=size][value=large]")
		is(t, b, "theme", "dark dark")
		if note := b.text("#saved"); note != "Saved on this device." {
			t.Errorf("the page says %q", note)
		}
		b.visit(root)
		is(t, b, "theme", "dark ")
		is(t, b, "size", "large ")
		if paper := eval[string](b, `getComputedStyle(document.body).backgroundColor`); paper != "rgb(23, 22, 20)" {
			t.Errorf("the paper is %s", paper)
		}
		if colour := eval[string](b, `[...document.querySelectorAll("[name=theme-color]")].find(m => matchMedia(m.media).matches).content`); colour != "#171614" {
			t.Errorf("the theme's colour is %s", colour)
		}
		b.live()
		b.click(`footer a[href="/settings"]`)
		b.until(`document.querySelector("#settings [name=theme][value=dark]")?.checked`)
		b.click("[type=reset]")
		is(t, b, "theme", " auto")
		is(t, b, "size", " medium")
	})
	t.Run("the address goes before", func(t *testing.T) {
		b := open(t, home)
		b.visit("/settings?marks=black")
		is(t, b, "marks", "black black")
		b.click("[name=theme][value=dark]")
		b.visit("/settings?theme=light&spacing=wide&size=huge")
		is(t, b, "theme", "light light")
		is(t, b, "spacing", "wide wide")
		is(t, b, "size", " medium")
		is(t, b, "marks", " standard")
		b.live()
		b.follow("main .note a")
		b.at("/settings")
		is(t, b, "theme", "dark dark")
	})
	t.Run("storage denied", func(t *testing.T) {
		b := open(t, home)
		denied := `Object.defineProperty(window, "localStorage", { configurable: true, get() { throw new DOMException("denied", "SecurityError"); } })`
		if _, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: denied}); err != nil {
			t.Fatal(err)
		}
		b.visit("/settings")
		b.live()
		b.click("[name=spacing][value=wide]")
		is(t, b, "spacing", "wide wide")
		if note := b.text("#saved"); !strings.HasPrefix(note, "This browser keeps nothing") {
			t.Errorf("the page says %q", note)
		}
		b.click(".logo")
		b.until(`document.querySelector(".stories")`)
		is(t, b, "spacing", "wide ")
	})
	t.Run("without scripts", func(t *testing.T) {
		b := open(t, home)
		b.script(false)
		b.visit("/settings")
		b.click("[name=theme][value=dark]")
		b.follow("#settings .unscripted button")
		b.follow(".logo")
		b.at("/?theme=dark&size=medium&spacing=normal&marks=standard&lang=auto")
		is(t, b, "theme", "dark ")
	})
}

// TestStart starts the app under the hands of a reader, who must lose nothing.
func TestStart(t *testing.T) {
	home := start(t, web.Options{})
	t.Run("a key", func(t *testing.T) {
		b := open(t, home)
		b.visit(root + "/read/c")
		within(b, "j", chromedp.KeyEvent("j"))
		within(b, "the readings", chromedp.WaitReady(chromedp.CSS("#chosen")))
		b.until(`document.documentElement.hasAttribute("data-live")`)
	})
	t.Run("a page in use", func(t *testing.T) {
		b := open(t, home)
		within(b, "resize", chromedp.EmulateViewport(1280, 800))
		b.visit(root + "/compare/a/d")
		eval[any](b, `void (() => {
			document.querySelector("#search").value = "half a wo";
			const own = document.querySelector("details.own:not([open])");
			own.open = true;
			own.firstChild.focus({ preventScroll: true });
			const text = document.querySelector("tr.match td").firstChild;
			getSelection().setBaseAndExtent(text, 4, text, 11);
			scrollTo(0, 300);
		})()`)
		before := eval[string](b, `getSelection().toString()`)
		b.until(`document.documentElement.hasAttribute("data-live")`) // by itself
		if now := eval[string](b, `getSelection().toString()`); now != before || now == "" {
			t.Errorf("%q is selected, not %q", now, before)
		}
		for _, kept := range []string{
			`document.querySelector("#search").value === "half a wo"`,
			`document.activeElement.parentElement.matches("details.own[open]")`,
			`scrollY === 300`,
		} {
			if !eval[bool](b, kept) {
				t.Error("after the start, not", kept)
			}
		}
	})
	t.Run("a press", func(t *testing.T) {
		b := open(t, home)
		b.visit(root + "/read/c")
		x, y := middle(b, ".views a:nth-of-type(3)")
		within(b, "press", chromedp.MouseEvent(chromedp.MousePressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
		eval[any](b, `void dispatchEvent(new KeyboardEvent("keydown", { key: "Shift" }))`)
		within(b, "release", chromedp.MouseEvent(chromedp.MouseReleased, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
		within(b, "the link's page", chromedp.WaitReady(chromedp.CSS(".comparison")))
	})
}

// middle returns where the first line of an element is in the window.
func middle(b *tab, selector string) (x, y float64) {
	b.t.Helper()
	at := eval[[]float64](b, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		e.scrollIntoView({ block: "center" });
		const box = e.getClientRects()[0];
		return [box.x + Math.min(8, box.width / 2), box.y + box.height / 2];
	})()`, selector))
	return at[0], at[1]
}

var hand = flag.String("hand", "", "measure choosing a passage in the stories of this `directory` too")

// watch notes how long the answers to clicks take: until the next frame, as
// the browser times events, and until the frame with the readings; and by how
// much the page's parts jump.
const watch = `
	window.answers = { event: 0, readings: 0, shift: 0 };
	new PerformanceObserver(list => list.getEntries().forEach(e => {
		if (e.interactionId) answers.event = Math.max(answers.event, e.duration);
	})).observe({ type: "event", durationThreshold: 16 });
	new PerformanceObserver(list => list.getEntries().forEach(e => { answers.shift += e.value; })).observe({ type: "layout-shift", buffered: true });
	addEventListener("click", ({ timeStamp }) => {
		const changed = new MutationObserver(() => requestAnimationFrame(() => {
			const turn = new MessageChannel();
			turn.port1.onmessage = () => { answers.readings = performance.now() - timeStamp; };
			turn.port2.postMessage(0);
			changed.disconnect();
		}));
		changed.observe(document.getElementById("samewire"), { childList: true, subtree: true });
	}, true);`

// TestHand measures how fast the choice of a passage is answered on a processor
// slowed down four times. The times are printed: they are the machine's. What is
// tested is that nothing jumps.
func TestHand(t *testing.T) {
	home := start(t, web.Options{Stories: *hand})
	b := open(t, home)
	b.visit("/")
	for _, story := range eval[[]string](b, `[...document.querySelectorAll(".stories a")].map(a => a.getAttribute("href")).filter(href => href.startsWith("/s/"))`) {
		b.visit(story + "/read/a")
		eval[any](b, watch)
		b.live()
		if _, err := chromedp.Call(b.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4}); err != nil {
			t.Fatal(err)
		}
		var events, readings []float64
		for _, id := range eval[[]string](b, `[...document.querySelectorAll(".copy a.shared[id]")].slice(0, 12).map(a => a.id)`) {
			x, y := middle(b, "#"+id)
			eval[any](b, `void (answers.event = answers.readings = 0)`)
			within(b, "click", chromedp.MouseClickXY(x, y))
			b.at(story + "/read/a?passage=" + id[1:])
			within(b, "the readings' frame", chromedp.Poll[bool](`answers.readings > 0 && answers.event > 0`))
			events = append(events, eval[float64](b, `answers.event`))
			readings = append(readings, eval[float64](b, `answers.readings`))
		}
		if _, err := chromedp.Call(b.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 1}); err != nil {
			t.Fatal(err)
		}
		slices.Sort(events)
		slices.Sort(readings)
		n := len(events)
		t.Logf("%s: of %d choices, the answer took %.0f ms (median; from %.0f to %.0f), the readings %.0f ms (from %.0f to %.0f)",
			story, n, events[n/2], events[0], events[n-1], readings[n/2], readings[0], readings[n-1])
		if shift := eval[float64](b, `answers.shift`); shift > 0 {
			t.Errorf("%s: the page jumped by %.3f", story, shift)
		}
	}
}

// Taking away

// TestTakeAway takes files from the app while there is no server, and holds that
// they are those of the server, byte for byte.
func TestTakeAway(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	for path, files := range map[string]int{root: 10, root + "/compare/a/d": 1, root + "/passage/3?base=b": 1} {
		b.visit(path)
		b.live()
		b.click(".take summary")
		differ := eval[[]string](b, fmt.Sprintf(`(async () => {
			const links = [...document.querySelectorAll(".take a[download]")], wrong = [];
			if (links.length !== %d) wrong.push(links.length + " files");
			const made = [];
			URL.createObjectURL = blob => (made.push(blob), "blob:" + made.length);
			HTMLAnchorElement.prototype.click = function () { made.at(-1).name = this.download; };
			for (const link of links) {
				const file = await (await fetch(link.href)).arrayBuffer();
				made.length = 0;
				link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
				while (!made.at(-1)?.name) await new Promise(requestAnimationFrame);
				const own = await made[0].arrayBuffer();
				const bytes = a => [...new Uint8Array(a)].join();
				const image = made[0].type === "image/png" && own.byteLength > 10000 && bytes(own.slice(1, 4)) === "80,78,71";
				if (made[0].name !== link.download || !image && bytes(own) !== bytes(file)) wrong.push(link.href);
			}
			return wrong;
		})()`, files))
		if len(differ) > 0 {
			t.Errorf("%s: these differ from the server’s: %v", path, differ)
		}
		b.click("[data-copy=citation]")
		b.until(`document.querySelector("[data-copy=citation] + [role=status]").textContent === "Copied"`)
	}
}

// Reading web pages

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

// TestCrash has the page's process die while an article is being typed.
func TestCrash(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit("/new")
	b.live()
	b.fillIn()
	b.drafted()
	died := make(chan struct{})
	listening, stop := context.WithCancel(b.ctx)
	defer stop()
	if err := chromedp.Listen(listening, func(event any) {
		if _, ok := event.(*inspector.EventTargetCrashed); ok {
			close(died)
		}
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(b.ctx, inspector.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = chromedp.Call(listening, page.Crash, cdp.Empty{}) }() // nobody is left to answer
	select {
	case <-died:
	case <-time.After(time.Minute):
		t.Fatal("the page lives on")
	}
	after := b.second()
	after.visit("/new")
	after.live()
	after.until(`document.querySelector(".unfinished a")`)
	after.click(".unfinished a")
	after.until(`document.getElementById("text-1")?.value.includes("cracks in three of its pillars")`)
}

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
		b.until(`document.getElementById("arrived").textContent.includes("put to what you had")`)
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
		b.until(`navigator.serviceWorker.controller`)
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

// The widget on another site.

// newsSite is a site of its own with a strict policy and the widget on its page.
// Its host name differs from the server's, so it is another site to browsers.
func newsSite(t *testing.T, home, page string) string {
	t.Helper()
	articles, err := filepath.Glob("web/stories/amazon-layoffs/*.txt")
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
	for frame, told := range map[string]string{"my--src?view=read": "javascript: addresses are not loaded", "my--src?theme": "larger than 4 MB"} {
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

// Stories of the reader's own.

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

// ledger is a log that a test reads while the server writes it.
type ledger struct {
	mu    sync.Mutex
	lines bytes.Buffer
}

func (l *ledger) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.lines.Write(line)
}

func (l *ledger) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.lines.String()
}

func (l *ledger) clear() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines.Reset()
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

// stored is the names of all that the page's origin keeps on the device, but the
// service worker's own files, and what cookies it has.
const stored = `(async () => [
	...Object.keys(localStorage), ...Object.keys(sessionStorage),
	...document.cookie.split(";").filter(Boolean),
	...(await indexedDB.databases()).map(d => d.name),
].sort())()`

// TestClass goes from the start page to a slide in three clicks, through a
// question with a clicker's keys, and through the lesson as a pupil. Nothing of
// it is sent, and nothing kept but the pupil's answers.
func TestClass(t *testing.T) {
	var asked ledger
	b := open(t, start(t, web.Options{LogRequests: true, Log: &asked}))
	b.visit("/")
	b.live()
	eval[any](b, workerReady)
	before := eval[[]string](b, stored)
	b.click(`.stories a`)
	b.until(`document.querySelector("main.overview")`)
	b.click(`a[href$="/class"]`)
	b.until(`document.getElementById("project")`)
	asked.clear()
	b.click("#project")
	const step = `new URLSearchParams(location.search).get("step")`
	const leads = `document.querySelector(".slide #next")?.search.endsWith` // the slide is there, not only its address
	b.until(`location.search.includes("mode=project") && ` + leads + `("step=1")`)

	press := func(key, condition string) {
		t.Helper()
		within(b, "a key", chromedp.KeyEvent(key))
		b.until(condition)
	}
	press(kb.ArrowRight, step+` === "1" && `+leads+`("step=2")`)
	press(kb.PageUp, step+` === null && `+leads+`("step=1")`)
	press(kb.PageDown, step+` === "1" && `+leads+`("step=2")`)
	press(".", `document.documentElement.hasAttribute("data-black")`)
	press("b", `!document.documentElement.hasAttribute("data-black")`)
	press("t", `document.getElementById("left").textContent.startsWith("0:5") || document.getElementById("left").textContent === "1:00"`)
	if got := eval[string](b, step); got != "1" {
		t.Errorf("the black screen led to step %s", got)
	}

	b.click("#close")
	b.until(`document.getElementById("save-lesson")`)
	file := eval[string](b, `new Promise(done => {
		URL.createObjectURL = blob => (blob.text().then(done), "blob:1");
		HTMLAnchorElement.prototype.click = () => {};
		document.getElementById("save-lesson").click();
	})`)
	if f, err := lesson.Read([]byte(file)); err != nil || len(f.Questions) < 3 {
		t.Fatalf("the lesson file is %s: %v", file, err)
	}
	b.click("#another")
	b.until(`location.search === "?seed=1"`)
	eval[any](b, fmt.Sprintf(`void (() => {
		const chosen = new DataTransfer(), input = document.getElementById("lesson-file");
		chosen.items.add(new File([%q], "lesson.json"));
		input.files = chosen.files;
		input.dispatchEvent(new Event("change", { bubbles: true }));
	})()`, file))
	b.until(`location.search.startsWith("?q=") && document.getElementById("said").textContent.includes("open")`)

	b.click(`a[href*="mode=pupil"]`)
	b.until(`document.querySelector("main.pupil")`)
	b.click("#answer label")
	b.click("#check")
	b.until(`document.querySelector(".explained b")`)
	verdict := b.text(".explained b")
	b.click("#next")
	b.until(`document.querySelector(".kicker").textContent.startsWith("2 of")`)
	if lines := asked.String(); lines != "" {
		t.Errorf("meanwhile the server was asked:\n%s", lines)
	}
	b.visit(eval[string](b, `location.pathname + location.search.replace("question=2", "question=99")`))
	b.live()
	b.until(`document.querySelector("td")?.textContent === ` + strconv.Quote(verdict))

	kept := slices.DeleteFunc(eval[[]string](b, stored), func(name string) bool { return slices.Contains(before, name) })
	if want := []string{"samewire-class-amazon-layoffs-0"}; !slices.Equal(kept, want) {
		t.Errorf("a lesson keeps %v on the device, want %v", kept, want)
	}
	b.click("#forget")
	b.until(`!Object.keys(localStorage).some(name => name.startsWith("samewire-class"))`)

	b.visit("/s/amazon-layoffs/class?kind=rewrite&mode=pupil")
	b.live()
	b.click("#check") // with nothing written there is nothing to compare
	b.until(`document.activeElement.id === "own"`)
	within(b, "a sentence", chromedp.KeyEvent("Nobody knows yet."))
	b.click("#check")
	b.until(`document.querySelector(".explained b")`)
}

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
}

// work has a story analysed in a worker and returns the packed analysis, and how
// many milliseconds the worker took from the story's arrival on.
func (b *tab) work(s *story.Story) (packed string, took float64) {
	b.t.Helper()
	answer := eval[struct {
		Packed string
		Took   float64
	}](b, fmt.Sprintf(`new Promise((done, failed) => {
		const [script, name] = document.querySelector("script[data-worker]").dataset.worker.split("#");
		const worker = new Worker(script, { name });
		let since;
		worker.onerror = (event) => failed(event.message);
		worker.onmessage = ({ data }) => {
			since ??= performance.now();
			if (data.packed) { worker.terminate(); done({ packed: data.packed, took: performance.now() - since }); }
		};
		worker.postMessage(%q);
	})`, s.JSON()))
	return answer.Packed, answer.Took
}

// hand gives the page for a new story a story file.
func (b *tab) hand(s *story.Story) {
	b.t.Helper()
	eval[any](b, fmt.Sprintf(`(() => {
		const files = new DataTransfer(), input = document.getElementById("files");
		files.items.add(new File([%q], "many.json"));
		input.files = files.files;
		input.dispatchEvent(new Event("change", { bubbles: true }));
	})()`, s.JSON()))
	b.until(fmt.Sprintf(`document.getElementById("box-%d")`, len(s.Articles)-1))
}

// TestWorker holds that the app in its worker finds what it finds elsewhere, to
// the byte, and that a story of many articles goes that way.
func TestWorker(t *testing.T) {
	files, err := filepath.Glob("web/stories/amazon-layoffs/*.txt")
	if err != nil || len(files) != 4 {
		t.Fatal(files, err)
	}
	s, err := story.ReadFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	a, err := analysis.Analyze(t.Context(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, start(t, web.Options{}))
	b.visit("/new")
	b.live()
	for range 2 {
		packed, _ := b.work(s)
		if packed != string(a.Pack()) {
			t.Errorf("the worker finds\n%.300s\nthe server\n%.300s", packed, a.Pack())
		}
		b.until(`navigator.serviceWorker.controller`) // the second gets its script from the cache
	}

	for len(s.Articles) < 24 {
		s.Articles = append(s.Articles, s.Articles[len(s.Articles)-4])
	}
	eval[any](b, `void new MutationObserver(() => { window.progressed ||= !!document.querySelector("progress[max='24']"); }).observe(document, { childList: true, subtree: true })`)
	b.hand(s)
	b.click("#compare")
	b.until(`document.querySelector("main.overview")`)
	if !eval[bool](b, `window.progressed`) {
		t.Error("no progress was shown")
	}
	b.visit(eval[string](b, `location.pathname`))
	b.live()
	b.until(`document.querySelector("main.overview")`)
	if eval[bool](b, `!!document.querySelector("progress")`) {
		t.Error("opened again, the story is compared again")
	}
}

var timed = flag.String("timed", "", "have TestSpeed time a story of the articles that match this `pattern` too")

// TestSpeed prints what the analysis of stories costs in the browser: in the
// worker, and to the page beside it.
func TestSpeed(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit("/new")
	b.live()
	for _, pattern := range []string{"web/stories/amazon-layoffs/*.txt", *timed} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 && pattern != "" {
			t.Fatalf("no articles at %s, %v", pattern, err)
		}
		if len(files) == 0 {
			continue
		}
		s, err := story.ReadFiles(files)
		if err != nil {
			t.Fatal(err)
		}
		var took [3]float64
		for i := range took {
			_, took[i] = b.work(s)
		}
		t.Logf("%d articles in the worker: %.0f ms, the least of %d", len(files), slices.Min(took[:]), len(took))
		if len(files) < 20 {
			continue // it would be analysed on the page
		}
		b.hand(s)
		eval[any](b, `void new PerformanceObserver((list) => { window.longest = Math.max(window.longest ?? 0, ...list.getEntries().map((e) => e.duration)); }).observe({ type: "longtask" })`)
		before := time.Now()
		b.click("#compare")
		b.until(`document.querySelector("main.overview")`)
		t.Logf("from the click to the overview: %.1f s; the page's longest task: %.0f ms", time.Since(before).Seconds(), eval[float64](b, `window.longest ?? 0`))
	}
}

// TestWorkerFails takes the app, or the script that runs it, away from the worker:
// the page does the work itself.
func TestWorkerFails(t *testing.T) {
	files, err := filepath.Glob("web/stories/amazon-layoffs/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	s, err := story.ReadFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	for len(s.Articles) < 24 {
		s.Articles = append(s.Articles, s.Articles[len(s.Articles)-4])
	}
	home := start(t, web.Options{})
	for name, spoilt := range map[string]string{
		"no app":    `url.replace(/,[^,]*$/, ",/robots.txt")`,
		"no script": `url.replace(/#.*/, "#/robots.txt,/robots.txt")`,
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, home)
			b.fine = "robots.txt"
			b.visit("/new")
			b.live()
			eval[any](b, `void (self.Worker = class extends Worker { constructor(url) { self.hired = true; super(`+spoilt+`); } })`)
			b.hand(s)
			b.click("#compare")
			b.until(`document.querySelector("main.overview")`)
			if !eval[bool](b, `self.hired`) {
				t.Error("no worker was asked")
			}
		})
	}
}

// Versions.

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
	if v.list, err = story.ReadAll(os.DirFS("web/stories")); err != nil {
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
	b.until(`navigator.serviceWorker.controller`)
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

// TestFault breaks the app while it answers: the reader is told, and links still
// lead on.
func TestFault(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.fine = "exit"
	b.visit("/s/amazon-layoffs/read/a")
	b.live()
	eval[any](b, `void (Element.prototype.matches = () => { throw new Error("broken") })`)
	b.click("#m1")
	b.until(`document.querySelector("[role=alert] a")?.textContent.includes("Reload the page")`)
	b.follow("[role=alert] a")
	b.live()
	b.click("#m1")
	b.until(`document.getElementById("chosen")`)
}

// TestManyStories opens and closes story after story in one tab: what was shown
// before isn't kept for ever.
func TestManyStories(t *testing.T) {
	dir := t.TempDir()
	const many = 40
	for i := range many {
		if err := os.Mkdir(filepath.Join(dir, fmt.Sprintf("story-%02d", i)), 0o755); err != nil {
			t.Fatal(err)
		}
		for _, outlet := range []string{"north", "south", "west"} {
			var text strings.Builder
			for n := range 120 {
				fmt.Fprintf(&text, "The council of %s counted %d boats and %d nets in harbour %d on the day after the storm.\n\n", outlet, n*7+i, n*n+3*i, n%9)
			}
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("story-%02d", i), outlet+".txt"), []byte(text.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	b := open(t, start(t, web.Options{Stories: dir}))
	spy := `if (self.WebAssembly) {
		const real = WebAssembly.instantiateStreaming;
		WebAssembly.instantiateStreaming = async (...args) => {
			const app = await real.apply(WebAssembly, args);
			self.memory = app.instance.exports.mem;
			return app;
		};
	}`
	if _, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: spy}); err != nil {
		t.Fatal(err)
	}
	b.visit("/")
	b.live()
	var sizes []int
	for i := range many {
		eval[any](b, fmt.Sprintf(`void document.querySelector('.stories a[href="/s/story-%02d"]').click()`, i))
		b.until(`document.querySelector("main.overview")`)
		eval[any](b, `void document.querySelector(".logo").click()`)
		b.until(`document.querySelector(".stories")`)
		sizes = append(sizes, eval[int](b, `memory.buffer.byteLength`)>>10)
	}
	// WebAssembly gives no memory back, and the collector lets it grow to more than
	// what is in use: it climbs to a level, and only a leak goes on from there.
	before, after := sizes[many/2-1], sizes[many-1]
	t.Logf("after %d stories %d KB, after %d %d KB", many/2, before, many, after)
	if after > before*5/4 {
		t.Errorf("the app's memory grows: %d KB", sizes)
	}
}
