package e2e

import (
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"samewire/web"
)

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
	t.Run("keys in another language", func(t *testing.T) {
		b := open(t, home)
		b.visit(root + "/read/c?passage=1&lang=de")
		b.live()
		first := eval[string](b, `location.search`)
		for _, key := range []string{"j", "j", "k", "k"} {
			before := eval[string](b, `location.search`)
			within(b, key, chromedp.KeyEvent(key))
			b.until(`location.search !== ` + strconv.Quote(before))
		}
		if last := eval[string](b, `location.search`); last != first {
			t.Errorf("j, j, k and k lead from %s to %s", first, last)
		}
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

// TestFormStart uses the form before the app is there, which does it all then.
func TestFormStart(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit("/new")
	if eval[bool](b, `!!document.querySelector("script[data-starts]")`) {
		t.Error("the form can't be filled in before the app has started")
	}
	eval[any](b, `(() => {
		document.getElementById("text-0").value = "The harbour authority closed the eastern pier on Monday.";
		const files = new DataTransfer();
		files.items.add(new File(["Divers found cracks in two of its pillars."], "pier.txt"));
		document.getElementById("main").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
	})()`)
	b.click("#add")
	if !eval[bool](b, `document.documentElement.hasAttribute("data-busy") && !document.documentElement.hasAttribute("data-live")`) {
		t.Error("the page doesn't say that it has to wait")
	}
	b.until(`document.documentElement.hasAttribute("data-live")`)
	b.until(`document.getElementById("main").textContent.includes("Divers found cracks")`)
	b.until(`document.getElementById("box-2")`)
	if text := eval[string](b, `document.getElementById("text-0").value`); !strings.Contains(text, "eastern pier") {
		t.Errorf("of what was typed, %q is left", text)
	}
	if eval[bool](b, `document.documentElement.hasAttribute("data-busy")`) {
		t.Error("the page still says that it has to wait")
	}
}

// TestPress keeps a button down on passages: what is made ready meanwhile is what
// the click shows, and of another choice nothing.
func TestPress(t *testing.T) {
	b := open(t, start(t, web.Options{}))
	b.visit(root + "/read/c")
	b.live()
	marks := eval[[]string](b, `[...document.querySelectorAll(".copy a.shared[id]")].slice(0, 2).map(a => a.id)`)
	for _, m := range []struct{ pressed, chosen string }{{marks[0], marks[1]}, {marks[0], marks[0]}} {
		x, y := middle(b, "#"+m.pressed)
		within(b, "press", chromedp.MouseEvent(chromedp.MousePressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
		eval[any](b, `new Promise(done => setTimeout(done, 10, null))`) // behind the app's timer
		if m.chosen != m.pressed {
			eval[any](b, `void document.getElementById("`+m.chosen+`").click()`)
			x, y = 1, 1 // let go beside it
		}
		within(b, "release", chromedp.MouseEvent(chromedp.MouseReleased, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
		b.at(root + "/read/c?passage=" + m.chosen[1:])
		b.until(`document.querySelector("#chosen")`)
		if !eval[bool](b, `fetch(location).then(answer => answer.text()).then(html =>
			new DOMParser().parseFromString(html, "text/html").querySelector(".desk").isEqualNode(document.querySelector(".desk")))`) {
			t.Errorf("pressed on %s and chosen %s, the article isn't the server's", m.pressed, m.chosen)
		}
	}
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
