package lesson

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/story"
)

// TestBesideTwo holds that a quotation stands beside two others only where the
// three fit a screen.
func TestBesideTwo(t *testing.T) {
	const short = "“We lost boats, nets and ropes that night, and we will need help from the whole coast,” said mayor Clara Osei."
	long := strings.Replace(short, "that night", "that night, and with them the fishmarket, the boatbuilder’s workshop, the lighthouse keeper’s cottage, the lifeboat station and the harbourmaster’s telephone exchange, which no insurance company has offered to replace", 1)
	for _, c := range []struct {
		quoted   string
		exhibits int
	}{{short, 3}, {long, 2}} {
		articles := []story.Article{
			{Outlet: "Gull", Text: c.quoted},
			{Outlet: "Herald", Text: strings.Replace(c.quoted, "ropes", "sails", 1)},
			{Outlet: "Courier", Text: strings.Replace(c.quoted, "help", "money", 1)},
		}
		list := slices.DeleteFunc(all(t, analyze(t, &story.Story{ID: "three", Articles: articles}), 1), func(q *Question) bool { return q.Kind != Words })
		if len(list) == 0 || len(list[0].Exhibits) != c.exhibits {
			t.Errorf("%d bytes: %v, want %d texts", len(c.quoted), list, c.exhibits)
		}
	}
}
