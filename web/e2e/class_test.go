package e2e

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"samewire/app/lesson"
	"samewire/web"
)

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
