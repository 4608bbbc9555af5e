package edit

import (
	"strings"
	"testing"
)

func TestPatch(t *testing.T) {
	base := "“The mill will shut its gates,” Clark said on Monday."
	reading := "“The mill will close its gates”, Clark told us on Monday."
	want := Patch{
		{Start: 17, End: 21, New: "close"},
		{Start: 31, End: 35, New: "”,"},
		{Start: 42, End: 46, New: "told us"},
	}
	got := Diff(base, reading).Patch(base, reading)
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("change %d is %v, want %v", i, got[i], want[i])
		}
	}
}

func TestApply(t *testing.T) {
	const base = "one two"
	tests := []struct {
		name  string
		patch Patch
		want  string // the text, or a part of the error that begins with "!"
	}{
		{"none", nil, "one two"},
		{"in order", Patch{{0, 3, "1"}, {4, 7, "2"}}, "1 2"},
		{"insertions at one place", Patch{{3, 3, ","}, {3, 3, " and"}}, "one, and two"},
		{"side by side", Patch{{0, 3, "1"}, {3, 4, "-"}}, "1-two"},
		{"beyond the end", Patch{{0, 3, "1"}, {4, 8, "2"}}, "!change 2 of 2 (bytes 4 to 8) lies outside the text of 7 bytes"},
		{"before the start", Patch{{-1, 3, "1"}}, "!change 1 of 1 (bytes -1 to 3) lies outside"},
		{"backwards", Patch{{3, 2, "x"}}, "!change 1 of 1 ends at byte 2, before its start at byte 3"},
		{"overlap", Patch{{0, 3, "1"}, {2, 4, "x"}}, "!change 2 of 2 starts at byte 2, before the change in front of it ends at byte 3"},
		{"out of order", Patch{{4, 7, "2"}, {0, 3, "1"}}, "!change 2 of 2 starts at byte 0"},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			got, err := Apply(base, c.patch)
			part, failing := strings.CutPrefix(c.want, "!")
			switch {
			case failing && (err == nil || got != "" || !strings.Contains(err.Error(), part)):
				t.Errorf("got %q and error %v, want an error with %q", got, err, part)
			case !failing && (err != nil || got != c.want):
				t.Errorf("got %q and error %v, want %q", got, err, c.want)
			}
		})
	}
}
