package e2e

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"samewire/web"
)

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
	if text := b.text("#chosen"); text != "Four outlets, one quotation" {
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
	strip := `.strip a[href*="/read/c?passage=` + passage + `"]`
	eval[any](b, `new Promise((drawn) => {
		document.querySelector(`+strconv.Quote(strip)+`).scrollIntoView({ block: "center", behavior: "instant" });
		requestAnimationFrame(() => requestAnimationFrame(() => drawn(null))); // it is drawn when it is near
	})`)
	b.click(strip)
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
			if text := b.text("#found"); text != "Three hits for “several hundred”" {
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
