package align

import (
	"context"
	"slices"
	"testing"

	"samewire/app/text"
)

func TestFindRuns(t *testing.T) {
	const (
		long  = "and when the ferryman had tied up his boat he went slowly along the pier with a lantern in his hand because the fog had come in from the sea and nobody could see the end of the mole where the children of the fishermen had been playing all day with an old net and two broken oars"
		long2 = "and when the ferryman had tied up his boat he went slowly along the pier with a lamp in his hand because the fog had come in from the sea and nobody could see the end of the mole where the children of the fishermen had been playing all day with an old net and two broken oars"
	)
	type pair struct{ a, b string }
	for _, tt := range []struct {
		name, a, b string
		want       []pair
	}{
		{"none", long, bread[0], nil},
		{"inside two sentences", "So it was, " + long + ", people say.", "Listen, " + long + ", they told us.", []pair{{long, long}}},
		{"one word exchanged", "So it was, " + long + ", people say.", "Listen, " + long2 + ", they told us.", []pair{{long, long2}}},
		{"a word exchanged near both ends", "Then it was that " + long + " and some tar.", "Then, at last, " + long + " and more tar.",
			[]pair{{"Then it was that " + long + " and some tar.", "Then, at last, " + long + " and more tar."}}},
		{"the other end of the text", bread[0] + " " + bridge, bridge + " " + lighthouse[0], []pair{{bridge, bridge}}},
		{"a short text as a whole", "He went slowly along the pier with a lantern.", long + ".", []pair{{"He went slowly along the pier with a lantern", "he went slowly along the pier with a lantern"}}},
		{"a short part", "He went slowly along the pier with a lantern. Seals slept.", long, nil},
		{"seven words", "He went slowly along the old pier.", "Then he went slowly along the old pier.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := newTextPair(context.Background(), text.Parse(tt.a), text.Parse(tt.b))
			if err != nil {
				t.Fatal(err)
			}
			if err := p.findRuns(context.Background()); err != nil {
				t.Fatal(err)
			}
			var got []pair
			for _, r := range p.runs {
				got = append(got, pair{r.span[0].Of(tt.a), r.span[1].Of(tt.b)})
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
