package ui

import (
	"context"
	"testing"
)

// desktop is a source that keeps what its views work out.
type desktop struct {
	stock
	memo *Memo
}

func (d desktop) Memo() *Memo { return d.memo }

// TestMemo holds that views made from what was kept are the same.
func TestMemo(t *testing.T) {
	plain := builtIn(t)
	src := desktop{plain, NewMemo()}
	a := plain["amazon-layoffs"]
	urls := addresses(a)
	for round := range 2 {
		for _, url := range urls {
			want, _ := open(t, plain, url)
			if got, _ := open(t, src, url); got.Body() != want.Body() {
				t.Fatalf("round %d: %s is another view with a memo", round, url)
			}
		}
	}
}

func TestPrepare(t *testing.T) {
	plain := builtIn(t)
	src := desktop{plain, NewMemo()}
	Prepare(t.Context(), src, "/s/amazon-layoffs/read/c", "base=b")
	n := len(src.memo.compared)
	if n == 0 {
		t.Fatal("nothing is prepared")
	}
	a := plain["amazon-layoffs"]
	for _, m := range (&desk{Address: Address{Place: Read, Article: 2}, Analysis: a}).marks(2) {
		open(t, src, Address{Story: a.Story.ID, Base: 1}.read(2, m.passage.ID).String())
	}
	if len(src.memo.compared) != n {
		t.Errorf("%d comparisons were left to be made", len(src.memo.compared)-n)
	}
	ended, stop := context.WithCancel(t.Context())
	stop()
	src.memo = NewMemo()
	Prepare(ended, src, "/s/amazon-layoffs/read/c", "")
	if len(src.memo.compared) > 0 {
		t.Error("the work went on after its end")
	}
}

// TestUnnamedOnce holds that the story without names is made once.
func TestUnnamedOnce(t *testing.T) {
	a := builtIn(t)["amazon-layoffs"]
	memo := NewMemo()
	first := memo.nameless(a)
	if second := memo.nameless(a); first != second {
		t.Error("it was made anew")
	}
	var none Memo
	if none.nameless(a) == first {
		t.Error("a memo that keeps nothing had it")
	}
}
