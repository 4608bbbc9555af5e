package e2e

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

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
	case testing.Short():
		t.Skip("the tests in a browser take minutes")
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

func TestMain(m *testing.M) {
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

// served waits until a service worker serves the page. That changes nothing in it
// which until would hear of.
func (b *tab) served() {
	b.t.Helper()
	eval[any](b, `new Promise((done) => {
		const { serviceWorker } = navigator;
		serviceWorker.controller ? done(null) : serviceWorker.addEventListener("controllerchange", () => done(null));
	})`)
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
