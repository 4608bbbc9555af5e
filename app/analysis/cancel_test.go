package analysis

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samewire/app/story"
	"samewire/app/text/texttest"
)

func storyOf(texts []string) *story.Story {
	s := &story.Story{ID: "x"}
	for _, t := range texts {
		s.Articles = append(s.Articles, story.Article{Text: t})
	}
	return s
}

// A context that has ended ends the analysis, wherever it is.
func TestCancelled(t *testing.T) {
	s := storyOf(texttest.Stories[0].Make(20, 3000))
	for n := range 20 {
		ctx, cancel := context.WithCancel(t.Context())
		_, err := Analyze(ctx, s, func(done, _ int) {
			if done == n {
				cancel()
			}
		})
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled after %d articles, the error is %v", n, err)
		}
	}
}

// BenchmarkCancel cancels the analysis of large stories at random moments and
// reports how long it goes on after that, at worst. SAMEWIRE_STORY may name
// more articles, as a pattern.
func BenchmarkCancel(b *testing.B) {
	stories := map[string]*story.Story{"one article": storyOf([]string{texttest.Prose(1, story.MaxArticleBytes)})}
	for _, h := range texttest.Stories {
		stories[h.Name] = storyOf(h.Make(100, 10_000))
	}
	for _, h := range texttest.Texts {
		stories["text "+h.Name] = storyOf([]string{h.Make(story.MaxArticleBytes), h.Make(story.MaxArticleBytes)})
	}
	if pattern := os.Getenv("SAMEWIRE_STORY"); pattern != "" {
		files, err := filepath.Glob(pattern)
		if err != nil {
			b.Fatal(err)
		}
		if stories[pattern], err = story.ReadFiles(files); err != nil {
			b.Fatal(err)
		}
	}
	for name, s := range stories {
		b.Run(strings.ReplaceAll(name, "/", "_"), func(b *testing.B) {
			random := rand.New(rand.NewPCG(1, 2))
			start := time.Now()
			if _, err := Analyze(b.Context(), s, nil); err != nil {
				b.Fatal(err)
			}
			whole, late := time.Since(start), time.Duration(0)
			for b.Loop() {
				ctx, cancel := context.WithCancel(b.Context())
				ended := make(chan time.Time, 1)
				timer := time.AfterFunc(time.Duration(random.Int64N(int64(whole)+1)), func() {
					ended <- time.Now()
					cancel()
				})
				if _, err := Analyze(ctx, s, nil); err != nil {
					late = max(late, time.Since(<-ended))
				}
				timer.Stop()
				cancel()
			}
			b.ReportMetric(float64(late)/1e6, "ms-late")
			b.ReportMetric(float64(whole)/1e6, "ms-whole")
		})
	}
}
