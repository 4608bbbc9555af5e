package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"samewire/web"
)

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
