package ledger

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/text"
)

// creditedPassage makes a passage of one piece of each text.
func creditedPassage(docs []*text.Document, pieces ...string) collate.Passage {
	var p collate.Passage
	for i, piece := range pieces {
		at := strings.Index(docs[i].Source, piece)
		if piece != "" && at >= 0 {
			p.Readings = append(p.Readings, collate.Reading{Place: align.Place{Article: i, Span: text.Span{Start: at, End: at + len(piece)}}})
		}
	}
	return p
}

func TestCompareCredits(t *testing.T) {
	docs := []*text.Document{
		text.Parse("OSLO (Reuters) - The bridge is closed. The mayor wrote in a memo, reviewed by Bloomberg, that it was old."),
		text.Parse("The bridge is closed. The mayor wrote in a note that it was old."),
		text.Parse("The bridge is closed. The mayor wrote that it was old. Microsoft (MSFT.O) fell. Jane Roe contributed to this report."),
	}
	passages := []collate.Passage{
		creditedPassage(docs, "The bridge is closed.", "The bridge is closed.", "The bridge is closed."),
		creditedPassage(docs, "that it was old", "that it was old", "that it was old"),
		creditedPassage(docs, "", "The bridge is closed.", "The bridge is closed."),
	}
	credits := Credits(docs, passages)
	var got []string
	for _, p := range CompareCredits(docs, passages, credits) {
		line := string(rune('0'+p.Passage)) + " " + p.Source + ":"
		for _, i := range p.Credits {
			line += " " + credits[i].Of(docs[credits[i].Article].Source) + ","
		}
		for _, i := range p.Without {
			line += " not " + string(rune('A'+i))
		}
		got = append(got, line)
	}
	want := []string{
		"0 Reuters: OSLO (Reuters), not B not C",
		"1 : in a memo, in a note, not C",
		"1 Bloomberg: reviewed by Bloomberg, not B not C",
		"1 Reuters: OSLO (Reuters), not B not C",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// TestNamedInSmallLetters finds a source that another article names by its address.
func TestNamedInSmallLetters(t *testing.T) {
	docs := []*text.Document{
		text.Parse("The bridge is dark, according to FloodWatch.org."),
		text.Parse("The bridge is dark, according to the tracking site floodwatch.org."),
	}
	passages := []collate.Passage{creditedPassage(docs, "The bridge is dark", "The bridge is dark")}
	if names := newSourceNames(docs, nil); !names.has(1, []string{"tracking", "site"}) || names.has(1, []string{"tracking", "firm"}) || names.has(1, []string{"bridge"}) ||
		!names.has(0, []string{"dutch", "floodwatch.org"}) {
		t.Error("names in small letters")
	}
	if got := CompareCredits(docs, passages, Credits(docs, passages)); slices.ContainsFunc(got, func(c PassageCredit) bool { return len(c.Without) > 0 }) {
		t.Errorf("not named by one: %+v", got)
	}
}

// TestCreditsUnsure claims nothing where an article may name a source by a short
// name, and doesn't take an outlet's report for a document.
func TestCreditsUnsure(t *testing.T) {
	for _, c := range []struct {
		name, one, other string
		want             string
	}{
		{"short name", "The bridge is closed, The Daily Telegraph reported.", "The bridge is closed, the Telegraph said.", ""},
		{"another of that name", "The bridge is closed, The Daily Telegraph reported.", "The bridge is closed, the Belfast Telegraph said.", "The Daily Telegraph"},
		{"the outlet's report", "A bridge fell, Reuters reported. The bridge is closed, according to the report.", "Reuters wrote of it. The bridge is closed.", ""},
		{"a video, elsewhere in the text", "The bridge is closed, the mayor said in a video on Instagram.", "The bridge is closed. The mayor put a video on Instagram.", ""},
		{"a video, not in the text", "The bridge is closed, the mayor said in a video on Instagram.", "The bridge is closed. The mayor was sad.", "a document"},
		{"a station's other name", "The bridge is closed, the mayor told the Skai TV channel.", "The bridge is closed. The mayor told Greece’s Skai Television.", ""},
		{"another word for it", "The bridge is closed, the mayor said in an essay on Monday.", "The bridge is closed. The mayor wrote an article.", ""},
		{"a report", "A bridge fell, Reuters reported. The bridge is closed, according to a report.", "Reuters wrote of it. The bridge is closed.", "a document"},
	} {
		docs := []*text.Document{text.Parse(c.one), text.Parse(c.other)}
		p := []collate.Passage{creditedPassage(docs, "The bridge is closed", "The bridge is closed")}
		got := ""
		for _, pc := range CompareCredits(docs, p, Credits(docs, p)) {
			if slices.Contains(pc.Without, 1) {
				got = cmp.Or(pc.Source, "a document")
			}
		}
		if got != c.want {
			t.Errorf("%s: misses %q, want %q", c.name, got, c.want)
		}
	}
}

// TestCreditOfQuotationThatGoesOn has a credit between two sentences of one
// quotation; it holds for the second, too.
func TestCreditOfQuotationThatGoesOn(t *testing.T) {
	docs := []*text.Document{
		text.Parse("“We are late,” she wrote in a memo reviewed by Bloomberg. “The bridge is old.”"),
		text.Parse("“The bridge is old,” she wrote."),
	}
	passages := []collate.Passage{creditedPassage(docs, "The bridge is old", "The bridge is old")}
	got := CompareCredits(docs, passages, Credits(docs, passages))
	if len(got) != 2 || got[0].Source != "" || got[1].Source != "Bloomberg" || !slices.Equal(got[1].Without, []int{1}) {
		t.Errorf("got %+v", got)
	}
}

// TestWithout looks at articles that carry a passage and don't credit its source
// there: only of one that names the source nowhere is that said.
func TestWithout(t *testing.T) {
	const passage = "The mayor said the bridge was old"
	tests := []struct {
		name, credited, other, outlet string
		without                       bool
	}{
		{"named nowhere", passage + ", CNN reported.", passage + ".", "The Courier", true},
		{"credited elsewhere", passage + ", CNN reported.", passage + ". She told CNN that she was sorry.", "The Courier", false},
		{"named elsewhere", passage + ", CNN reported.", passage + ". The mayor is often a guest on CNN.", "The Courier", false},
		{"named by a picture", passage + ", Reuters reported.", "FILE PHOTO: The bridge. REUTERS/Ina Marsh\n\n" + passage + ".", "The Courier", true},
		{"named by the subject", passage + ", according to the Danish Embassy.", "Denmark’s Embassy wrote to her. " + passage + ".", "The Courier", false},
		{"its own", passage + ", the Washington Post reported.", passage + ".", "The Washington Post", false},
		{"its own, by another name", passage + ", the Associated Press reported.", passage + ".", "AP", false},
		{"its own, by the address", passage + ", The Washington Post reported.", passage + ".", "washingtonpost.com", false},
		{"its own copyright", passage + ".\n\nCopyright 2021 The Harbour Times, LLC.", passage + ".", "The Courier", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs := []*text.Document{text.Parse(tt.credited), text.Parse(tt.other)}
			passages := []collate.Passage{creditedPassage(docs, passage, passage)}
			list := CompareCredits(docs, passages, Credits(docs, passages))
			ExceptOwn(list, Own(func(int) string { return tt.outlet }))
			without := slices.ContainsFunc(list, func(p PassageCredit) bool { return slices.Contains(p.Without, 1) })
			if without != tt.without {
				t.Errorf("without is %v: %+v", without, list)
			}
		})
	}
}
