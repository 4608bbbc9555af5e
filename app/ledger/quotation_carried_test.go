package ledger

import "testing"

// TestBriefQuotations compares quotations of a few words, which are the same
// ones only where the copy around them, the speaker or all the words say so.
func TestBriefQuotations(t *testing.T) {
	tests := []struct {
		name, one, other string
		want             []Rendering // of both articles' entries, in order
		changes          string      // of the last
	}{
		{"nobody names the speaker", "The order speaks of “serious breaches of duty” on the coast.", "The order speaks of \"serious breaches of duty\" on the northern coast.",
			[]Rendering{Alike, Fullest}, ""},
		{"a verb with the article's own subject", "Ina Marsh warned of a “lost year” on the coast.", "The council warned of a \"lost year\" on the coast.",
			[]Rendering{Alike, Fullest}, ""},
		{"far from its verb", "Ina Marsh said she and her staff are fighting a “quiet war.”",
			"Ina Marsh said she and her staff are fighting, not over the letters that the council sent to all the farms last week, but over water, a “quiet war.”",
			[]Rendering{Fullest, Alike}, ""},
		{"a term", "The mill stopped at the “circuit breaker” level.", "The mill stopped at the “circuit breaker” level set by the coast.", nil, ""},
		{"a title", "The council read “The Quiet War” on the coast.", "The council read “The Quiet War” on the coast.", nil, ""},
		{"one speaker, one small word", "Ina Marsh said she “came into this town to build.”",
			"“It was late in the year, but I came in this town to build, and we never stopped,” Ina Marsh said.",
			[]Rendering{Altered, Fullest}, "in→into"},
		{"one word put in", "The mayor met the council. “We need help with the northern gates,” she said.", "The mayor met the council. “We do need help with the northern gates,” she said.",
			[]Rendering{Altered, Fullest}, "do→"},
		{"half of the words", "Ina Marsh said: “We stand with you all. We’re not going away.”", "Ina Marsh said: “We stand with you all. We are not going to run away.”",
			[]Rendering{Altered, Fullest}, "We are→We’re, to run→"},
		{"another speaker", "Ina Marsh said she “came into this town to build.”",
			"“It was late in the year, but I came in this town to build, and we never stopped,” Ole Brandt said.",
			[]Rendering{Sole, Sole}, ""},
		{"marks dropped", "Marsh claimed that she has “sole command” over the gates.", "Marsh claimed that she had sole command over the gates.",
			[]Rendering{Fullest, Unmarked}, ""},
		{"a post put in whole", "“Do come, Mr. Brandt. I live down the street and will bring you the keys of the northern gates,” Ina Marsh wrote.",
			"Do come, Mr. Brandt. I live down the street and will bring you the keys of the northern gates. — Ina Marsh (@inamarsh) March 3, 2021",
			[]Rendering{Sole}, ""},
		{"thought and told", "“I think it is a burden to the coast and I think he should apologize to the villages,” the next mayor said.",
			"Ina Marsh told the Courier on Monday that she thought it was a burden to the coast and that Brandt should apologize to the villages.",
			[]Rendering{Fullest, Indirect}, "I think→she thought, is→was, I think he→that Brandt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs := parseAll(tt.one, tt.other)
			list := Quotations(docs, passage(docs))
			if len(list) != len(tt.want) {
				t.Fatalf("%d entries, want %d: %+v", len(list), len(tt.want), list)
			}
			for i, want := range tt.want {
				got := list[i].Rendering
				if i < 2 && want != got && tt.want[1-i] == got && tt.want[0]+tt.want[1] == Fullest+Alike {
					continue // of equals, any may be the base
				}
				if got != want {
					t.Errorf("entry %d is %v, want %v", i, got, want)
				}
			}
			for _, q := range list {
				if q.Base >= 0 {
					if got := changed(docs, list, q); got != tt.changes {
						t.Errorf("changes %q, want %q", got, tt.changes)
					}
				}
			}
		})
	}
}

// TestSharedPhrase has two sayings of one speaker that share their end and no
// passage.
func TestSharedPhrase(t *testing.T) {
	docs := parseAll("Ina Marsh promised “opening the northern gates of the old harbour town.”",
		"Ina Marsh warned against “mending the northern gates of the old harbour town.”")
	for _, q := range Quotations(docs, nil) {
		if q.Rendering != Sole {
			t.Errorf("%q is %v", q.Of(docs[q.Article].Source), q.Rendering)
		}
	}
}
