package lesson

import (
	"testing"

	"samewire/app/text"
)

// TestSoundAlike holds that a contraction is no other word than what it is run
// together from.
func TestSoundAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"It's been a hard winter", "It has been a hard winter", true},
		{"It's a hard winter", "It is a hard winter", true},
		{"We won't row out", "We will not row out", true},
		{"They'd row if they could", "They would row if they could", true},
		{"It's been a hard winter", "It was a hard winter", false},
		{"We can't row out", "We can row out", false},
	} {
		if got := soundAlike(text.Parse(c.a).Words, text.Parse(c.b).Words); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
	const said = "We have rowed out in worse storms and it has never cost us a boat, the fishermen of the harbour said on Monday."
	const short = "We've rowed out in worse storms and it's never cost us a boat, the fishermen of the harbour said on Monday."
	for _, k := range []Kind{Spot, Same} {
		if list := asked(t, k, said, short); len(list) > 0 {
			t.Errorf("%v is asked of contractions alone", k)
		}
	}
}
