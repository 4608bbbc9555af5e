package ledger

import (
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
