package align

import (
	"context"
	"slices"
	"testing"

	"samewire/app/text"
)

func TestSeeds(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same", "The ferry left the pier at noon.", "The ferry left the pier at noon.", true},
		{"other words", "The ferry left the old pier shortly before noon.", "At noon the ferry departed from the old pier.", true},
		{"stop words only", "The walls of the abbey and the roofs of the sheds fell down in the night.", "The judge and the clerk of the court met in the hall of the inn.", false},
		{"one rare word", "Vanora was frozen from shore to shore in January.", "Old pike live at the bottom of Vanora, anglers say.", false},
		{"one word over and over", "Vanora, Vanora, o Vanora, dear Vanora!", "The fishermen of Vanora, old Vanora, mend their nets after supper.", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := newTextPair(context.Background(), text.Parse(page(append(lighthouse, tt.a)...)), text.Parse(page(append(bread, tt.b)...)))
			if err != nil {
				t.Fatal(err)
			}
			seeds, err := p.seeds(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			last := [2]int32{int32(len(p.segments[0]) - 1), int32(len(p.segments[1]) - 1)}
			got := slices.ContainsFunc(seeds, func(s seed) bool { return s.at == last })
			if got != tt.want {
				c, d := resemblance(&p.segments[0][last[0]], &p.segments[1][last[1]])
				t.Errorf("got %v; cosine %.2f, Dice %.2f", got, c, d)
			}
		})
	}
}
