package lesson

import (
	"slices"
	"testing"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		given, own  string
		lost, added []string
	}{
		{"The ferry sank on Monday with 43 people on board, 12 of them children.", "On Monday a ferry with 43 on board, among them twelve children, went down.", nil, nil},
		{"The ferry sank with 43 people on board, 12 of them children.", "A ferry with 43 people and many children went down.", []string{"12"}, nil},
		{"The ferry sank with 43 people on board.", "A ferry with 34 people on board went down.", []string{"43"}, []string{"34"}},
		{"The town paid 1.5 million dollars for the bridge.", "For its bridge the town spent $1,500,000.", nil, nil},
		{"The town paid $5 million for the bridge.", "The bridge cost the town $5 billion.", []string{"$5 million"}, []string{"$5 billion"}},
		{"The mill burned down in the night.", "The mill burned down in the night, for the first time in 10 years.", nil, []string{"10"}},
		{"The mill has stood empty since 2009.", "Nobody has used the mill for years.", []string{"2009"}, nil},
		{"One of the sailors is missing.", "A sailor is missing.", nil, nil},
		{"Cows graze there.", "", nil, nil},
	} {
		given, own := numbersOf(c.given), numbersOf(c.own)
		if lost, added := given.notIn(own), own.notIn(given); !slices.Equal(lost, c.lost) || !slices.Equal(added, c.added) {
			t.Errorf("%q for %q: lost %q, added %q; want %q, %q", c.own, c.given, lost, added, c.lost, c.added)
		}
	}
}
