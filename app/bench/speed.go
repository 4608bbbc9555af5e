package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	"samewire/app/align"
	"samewire/app/analysis"
	"samewire/app/collate"
	"samewire/app/story"
	"samewire/app/text"
)

// Each measurement is taken rounds times, and again until it has taken as long
// as patience: a browser runs new code slowly at first. The least counts: other
// work on the machine can only add.
const (
	rounds   = 3
	patience = time.Second
)

// cost is what the analysis of a story costs.
type cost struct {
	articles, words              int
	total, parse, align, collate time.Duration
	allocations, allocated       uint64 // number, bytes
	peak                         string // of the process so far
}

// speed analyses the articles named by args, as one story, on one processor:
// first a few of them, then more, then all. It prints what each analysis costs,
// and how the time grows with the number of words. After -chromium, it does so
// in a browser.
func speed(args []string, _ io.Reader, out io.Writer) error {
	s, err := storyOrBrowser("speed", args, out)
	if s == nil {
		return err
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	first := *s
	first.Articles = s.Articles[:prefixes(len(s.Articles))[0]]
	start := time.Now()
	if _, err := analysis.Analyze(context.Background(), &first, nil); err != nil {
		return err
	}
	fmt.Fprintf(out, "the first analysis, of %d articles: %s ms\n", len(first.Articles), milliseconds(time.Since(start)))
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "articles\twords\ttotal ms\tparse\talign\tcollate\twords/s\tallocations\tallocated MB\tpeak MB\t")
	var costs []cost
	for _, n := range prefixes(len(s.Articles)) {
		part := *s
		part.Articles = s.Articles[:n]
		c, err := measure(&part)
		if err != nil {
			return err
		}
		costs = append(costs, c)
		fmt.Fprintf(w, "%d\t%d\t%s\t%s\t%s\t%s\t%.0f\t%d\t%.1f\t%s\t\n", c.articles, c.words,
			milliseconds(c.total), milliseconds(c.parse), milliseconds(c.align), milliseconds(c.collate),
			float64(c.words)/c.total.Seconds(), c.allocations, float64(c.allocated)/1e6, c.peak)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if from, to, ok := span(costs); ok {
		_, err = fmt.Fprintf(out, "time grows with words to the power of %.2f (%d to %d articles)\n", growth(from, to), from.articles, to.articles)
	}
	return err
}

// storyOrBrowser reads the story that a verb's arguments name. If these begin
// with -chromium it has the verb done in a browser instead and returns no story.
func storyOrBrowser(verb string, args []string, out io.Writer) (*story.Story, error) {
	chromium := len(args) > 0 && args[0] == "-chromium"
	if chromium {
		args = args[1:]
	}
	switch {
	case len(args) == 0:
		return nil, errors.New("name the articles of a story, or its story file")
	case chromium:
		return nil, inChromium(verb, args, out)
	}
	return readStory(args)
}

// prefixes returns how many of n articles are analysed: 10, 25, 50, and so on
// by doubling, and n.
func prefixes(n int) []int {
	var out []int
	for _, k := range []int{10, 25} {
		if k < n {
			out = append(out, k)
		}
	}
	for k := 50; k < n; k *= 2 {
		if 5*k <= 4*n { // all is too near to tell anything else
			out = append(out, k)
		}
	}
	return append(out, n)
}

// span returns the two costs between which the growth is measured: from 25
// articles, or the least there is, to all.
func span(costs []cost) (from, to cost, ok bool) {
	if len(costs) < 2 {
		return cost{}, cost{}, false
	}
	from, to = costs[0], costs[len(costs)-1]
	for _, c := range costs[:len(costs)-1] {
		if c.articles <= 25 {
			from = c
		}
	}
	return from, to, to.words > from.words
}

// growth is the exponent with which the time grows over the words.
func growth(from, to cost) float64 {
	return math.Log(to.total.Seconds()/from.total.Seconds()) / math.Log(float64(to.words)/float64(from.words))
}

// measure analyses s as a whole, and then phase by phase.
func measure(s *story.Story) (cost, error) {
	c := cost{articles: len(s.Articles)}
	begin := time.Now()
	for n := 0; n < rounds || time.Since(begin) < patience; n++ {
		var a *analysis.Analysis
		var err error
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		least(&c.total, n, func() { a, err = analysis.Analyze(context.Background(), s, nil) })
		if err != nil {
			return cost{}, err
		}
		runtime.ReadMemStats(&after)
		c.allocations, c.allocated = after.Mallocs-before.Mallocs, after.TotalAlloc-before.TotalAlloc
		c.peak = peak(&after)
		least(&c.parse, n, func() {
			parser := text.NewParser()
			for i := range s.Articles {
				parser.Parse(s.Articles[i].Text)
			}
		})
		least(&c.align, n, func() { _, err = align.Align(context.Background(), a.Documents, nil) })
		if err != nil {
			return cost{}, err
		}
		least(&c.collate, n, func() { _, err = collate.Collate(context.Background(), a.Documents, a.Matches) })
		if err != nil {
			return cost{}, err
		}
		c.words = 0
		for _, d := range a.Documents {
			c.words += len(d.Words)
		}
	}
	return c, nil
}

// least times f and keeps the time if it is the first or the shortest.
func least(d *time.Duration, round int, f func()) {
	start := time.Now()
	f()
	if took := time.Since(start); round == 0 || took < *d {
		*d = took
	}
}

// peak returns the most memory that the process has held at once, in MB:
// resident, where the system tells that (Linux), or else what Go has asked the
// system for, marked with a tilde.
func peak(m *runtime.MemStats) string {
	status, err := os.ReadFile("/proc/self/status")
	if err == nil {
		_, line, _ := strings.Cut(string(status), "VmHWM:")
		var kB float64
		if n, _ := fmt.Sscan(line, &kB); n == 1 {
			return fmt.Sprintf("%.0f", kB/1e3)
		}
	}
	return fmt.Sprintf("~%.0f", float64(m.Sys)/1e6)
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d)/1e6) }
