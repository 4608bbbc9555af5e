package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"samewire/app/analysis"
	"samewire/app/story"
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
	options.Addr, options.Log = "127.0.0.1:0", io.Discard
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
		if err == nil && (u.Scheme == "data" || u.Scheme == "blob" || u.Scheme+"://"+u.Host == b.home) {
			return
		}
		b.mu.Lock()
		b.foreign = append(b.foreign, e.Request.URL)
		b.mu.Unlock()
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

// live waits until the app has taken the page over.
func (b *tab) live() {
	b.t.Helper()
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
	within(b, "waiting for "+path, chromedp.Poll[bool](fmt.Sprintf("location.pathname + location.search === %q", path)))
}

const root = "/s/amazon-layoffs"

// addresses has an address of each kind, and a word that its page must hold.
var addresses = []struct{ path, word string }{
	{"/", "Amazon cuts hundreds of jobs"},
	{root, "Who ran what"},
	{root + "/read/c", "announced plans to terminate several hundred employees"},
	{root + "/read/c?passage=4", "outlets, one passage"},
	{root + "/read/b?passage=4&base=b", "outlets, one passage"},
	{root + "/compare/c/d", "Outlet C beside Outlet D"},
	{root + "/passage/3", "The same copy"},
	{"/nothing/here", "There is nothing at this address"},
}

// TestAddresses opens each kind of address with and without the app. With it,
// the app must put the very same page in the place of the server's.
func TestAddresses(t *testing.T) {
	home := start(t, web.Options{})
	t.Run("without scripts", func(t *testing.T) {
		b := open(t, home)
		b.script(false)
		for _, a := range addresses {
			b.visit(a.path)
			if text := b.text("body"); !strings.Contains(text, a.word) {
				t.Errorf("%s lacks %q", a.path, a.word)
			}
		}
	})
	t.Run("with the app", func(t *testing.T) {
		b := open(t, home)
		for _, a := range addresses {
			b.visit(a.path)
			b.live()
			if text := b.text("#samewire"); !strings.Contains(text, a.word) {
				t.Errorf("%s lacks %q", a.path, a.word)
			}
			same := eval[bool](b, `fetch(location.href).then(r => r.text()).then(html =>
				new DOMParser().parseFromString(html, "text/html").getElementById("samewire").isEqualNode(document.getElementById("samewire")))`)
			if !same {
				t.Errorf("%s: the app's page isn't the server's", a.path)
			}
		}
	})
}

// TestReading reads as a reader does: chooses a passage, changes the base,
// closes, and goes back and forward through it all.
func TestReading(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit(root + "/read/c")
	b.live()
	mark := eval[string](b, `[...document.querySelectorAll("a.shared")].find(a => a.textContent.includes("to decrease or discontinue")).id`)
	passage := strings.TrimPrefix(mark, "m")
	b.click("#" + mark)
	chosen := root + "/read/c?passage=" + passage
	b.at(chosen)
	b.until(`document.querySelectorAll(".panel .reading").length === 4`)
	if text := b.text(".panel h2"); text != "Four outlets, one passage" {
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
	if text := b.text(".panel"); !strings.Contains(text, "decrease;→inserted: reduce") {
		t.Errorf("against Outlet C, the others don't have reduce for decrease: %s", text)
	}

	b.click("#base-b")
	b.at(chosen + "&base=b")
	b.until(`document.querySelector(".reading .by").textContent.includes("Outlet B")`)
	if text := b.text(".panel"); !strings.Contains(text, "reduce;→inserted: decrease") {
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
	b.until(`document.querySelector(".panel.hint")`)
	if focus := eval[string](b, `document.activeElement.id`); focus != mark {
		t.Errorf("after closing, the focus is on %q, not on the passage", focus)
	}

	// By keyboard: the mark is a link, and Enter chooses it.
	eval[any](b, `void document.getElementById("`+mark+`").focus()`)
	within(b, "Enter", chromedp.KeyEvent("\r"))
	b.at(chosen + "&base=b")
	b.until(`document.querySelectorAll(".panel .reading").length === 4`)
	within(b, "Escape", chromedp.KeyEvent(kb.Escape))
	b.until(`document.querySelector(".panel.hint")`)
}

// TestMoving goes from view to view by their links, with the app and without.
func TestMoving(t *testing.T) {
	home := start(t, web.Options{})
	for _, on := range []bool{true, false} {
		t.Run(fmt.Sprintf("scripts %v", on), func(t *testing.T) {
			b := open(t, home)
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
				{`.views a[href="` + root + `"]`, root, "Who ran what"},
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
	ctx, stop := context.WithCancel(context.Background())
	address, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- web.Serve(ctx, web.Options{Addr: "127.0.0.1:0", Log: io.Discard}, func(url string) { address <- url })
	}()
	b := open(t, strings.TrimSuffix(<-address, "/"))
	b.visit(root)
	b.live()
	eval[any](b, `navigator.serviceWorker.ready.then(r => r.active.state === "activated" ? 0 :
		new Promise(done => r.active.addEventListener("statechange", e => e.target.state === "activated" && done(0))))`)
	b.visit(root) // once more, now through the service worker
	b.live()
	stop()
	if err := <-ended; err != nil {
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
	if online := eval[bool](b, `fetch("/robots.txt", {cache: "no-store"}).then(() => true, () => false)`); online {
		t.Error("the server still answers")
	}
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
			for _, a := range addresses {
				b.visit(a.path)
				b.live()
				name := strings.NewReplacer("/", "_", "?", "_", "=", "", "&", "_").Replace(strings.Trim(a.path, "/"))
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
	for _, width := range []int64{320, 360, 768, 1440} {
		within(b, "resize", chromedp.EmulateViewport(width, 800))
		for _, a := range addresses {
			b.visit(a.path)
			if over := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("%s is %d px too wide for %d px", a.path, over, width)
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
