package lesson

import (
	"strings"
	"testing"
)

// TestMayAddUp holds that a count that may be a part of another isn't said to
// contradict it.
func TestMayAddUp(t *testing.T) {
	const one = "Four boats of the harbour were lost in the storm on Monday night, the mayor of Port Merrin said."
	for _, c := range []struct {
		one, other string
		want       int
	}{
		{one, "Six boats of the harbour were lost in the storm on Monday night, the mayor of Port Merrin said.", 1},
		{strings.Replace(one, ", the", ", and two barges sank, the", 1), "Six boats of the harbour were lost in the storm on Monday night, the mayor of Port Merrin said.", 0},
		{one, "Six boats of the harbour were lost in the storm on Monday night, among them a barge, the mayor of Port Merrin said.", 0},
		{strings.Replace(one, ", the", ", and a crane fell, the", 1), "Six boats of the harbour were lost in the storm on Monday night, and a crane fell, the mayor of Port Merrin said.", 1},
	} {
		if list := asked(t, Figures, c.one, c.other); len(list) != c.want {
			t.Errorf("%q beside %q: %d questions", c.other, c.one, len(list))
		}
	}
}
