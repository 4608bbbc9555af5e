package e2e

import (
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/web"
)

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
			if (data.packed) { worker.terminate(); done({ packed: new TextDecoder().decode(data.packed), took: performance.now() - since }); }
		};
		worker.postMessage(%q);
	})`, s.JSON()))
	return answer.Packed, answer.Took
}

// hand gives the page for a new story a story file, which may be kept then.
func (b *tab) hand(s *story.Story) {
	b.t.Helper()
	eval[any](b, fmt.Sprintf(`(() => {
		const files = new DataTransfer(), input = document.getElementById("files");
		files.items.add(new File([%q], "many.json"));
		input.files = files.files;
		input.dispatchEvent(new Event("change", { bubbles: true }));
	})()`, s.JSON()))
	b.until(`document.getElementById("keep")`)
}

// TestWorker holds that the app in its worker finds what it finds elsewhere, to
// the byte, and that a story of many articles goes that way.
func TestWorker(t *testing.T) {
	files, err := filepath.Glob("../stories/amazon-layoffs/*.txt")
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
		b.served() // the second gets its script from the cache
	}

	for len(s.Articles) < 24 {
		s.Articles = append(s.Articles, s.Articles[len(s.Articles)-4])
	}
	eval[any](b, `void new MutationObserver(() => { window.progressed ||= !!document.querySelector("progress[max='24']"); }).observe(document, { childList: true, subtree: true })`)
	b.hand(s)
	b.click("#keep")
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
	for _, pattern := range []string{"../stories/amazon-layoffs/*.txt", *timed} {
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
		b.click("#keep")
		b.until(`document.querySelector("main.overview")`)
		t.Logf("from the click to the overview: %.1f s; the page's longest task: %.0f ms", time.Since(before).Seconds(), eval[float64](b, `window.longest ?? 0`))
	}
}

// TestWorkerFails takes the app, or the script that runs it, away from the worker:
// the page does the work itself.
func TestWorkerFails(t *testing.T) {
	files, err := filepath.Glob("../stories/amazon-layoffs/*.txt")
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
			b.click("#keep")
			b.until(`document.querySelector("main.overview")`)
			if !eval[bool](b, `self.hired`) {
				t.Error("no worker was asked")
			}
		})
	}
}
