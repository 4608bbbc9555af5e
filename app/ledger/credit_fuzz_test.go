package ledger

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"samewire/app/text"
)

// checkCredits looks for what must hold of the credits of any text.
func checkCredits(t *testing.T, docs []*text.Document, credits []Credit) {
	for i, c := range credits {
		source := docs[c.Article].Source
		for _, s := range []text.Span{c.Span, c.Source} {
			if s.Start < 0 || s.End < s.Start || s.End > len(source) {
				t.Fatalf("%+v: span %v outside the text", c, s)
			}
			if !utf8.RuneStart((source + " ")[s.Start]) || !utf8.RuneStart((source + " ")[s.End]) {
				t.Fatalf("%+v: span %v cuts a character", c, s)
			}
		}
		if c.Len() == 0 {
			t.Fatalf("%+v stands nowhere", c)
		}
		if c.Source.Len() > 0 && (c.Source.Start < c.Start || c.Source.End > c.End) {
			t.Fatalf("%+v: the source is outside the phrase", c)
		}
		if i > 0 && (credits[i-1].Article > c.Article || credits[i-1].Article == c.Article && credits[i-1].Start > c.Start) {
			t.Fatalf("%+v stands before %+v", c, credits[i-1])
		}
	}
}

func FuzzCredits(f *testing.F) {
	for _, seed := range []string{
		"OSLO (Reuters) - The bridge, told CNN’s and the BBC reported.",
		"(AP Photo/Jane Roe) via Getty Images © 2020 The Associated Press",
		"according to the according to a CNN poll in a statement to Reuters on Twitter",
		"— Jane (@x) (MSFT.O, .DJI) (NYSE: T) PHOTO | COURTESY",
		"with files from AP, AFP and dpa. contributed. This report was published by Kyodo.",
		"told\u00a0the Überland–Zeitung newspaper “Ö” [Reuters]", "©", "(", "by by",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		docs := []*text.Document{text.Parse(strings.ToValidUTF8(source, "\uFFFD"))}
		credits := Credits(docs, nil)
		checkCredits(t, docs, credits)
		if again := Credits(docs, nil); !slices.Equal(again, credits) {
			t.Fatalf("got %+v, then %+v", credits, again)
		}
	})
}

// BenchmarkCredits measures texts that make the scan look back and forth most.
func BenchmarkCredits(b *testing.B) {
	for name, unit := range map[string]string{
		"cues":     "told the official state news agency the newspaper ",
		"names":    "CNN and Reuters, Bloomberg, ",
		"capitals": "Lake City Bay Hill ",
		"lines":    "Jane Roe of Reuters contributed to this report.\n\n",
		"brackets": "( ( (MSFT.O) ( ",
		"posts":    "in an email on Twitter according to a ",
	} {
		b.Run(name, func(b *testing.B) {
			docs := []*text.Document{text.Parse(strings.Repeat(unit, 200_000/len(unit)))}
			b.SetBytes(int64(len(docs[0].Source)))
			for b.Loop() {
				Credits(docs, nil)
			}
		})
	}
}
