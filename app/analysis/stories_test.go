package analysis

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/ledger"
	"samewire/app/story"
)

// told describes what the ledgers and findings of a story say, one a line: the
// quotations that several outlets print, the figures that differ, the sources
// that some carry copy of and don't name, and the findings.
func told(a *Analysis) []string {
	var out []string
	l := a.Ledgers
	for i := range l.Quotations {
		q := &l.Quotations[i]
		if q.Base < 0 {
			continue
		}
		line := story.Letter(q.Article) + " " + q.Rendering.String() + " to " + story.Letter(l.Quotations[q.Base].Article) + ": " + a.Line(q.Article, q.Pieces[0])
		for _, c := range q.Changes {
			line += "; " + a.Line(l.Quotations[q.Base].Article, c.Base) + "→" + a.Line(q.Article, c.Here)
		}
		out = append(out, line)
	}
	for i := range l.FigureSets {
		for _, k := range l.FigureSets[i].Links {
			if k.Relation != ledger.Equal {
				x, y := &l.Figures[k.A], &l.Figures[k.B]
				out = append(out, k.Relation.String()+": "+story.Letter(x.Article)+" "+a.Line(x.Article, x.Span)+", "+story.Letter(y.Article)+" "+a.Line(y.Article, y.Span))
			}
		}
	}
	without := make(map[string]bool)
	for _, p := range l.PassageCredits {
		for _, i := range p.Without {
			if line := story.Letter(i) + " without " + p.Source; !without[line] {
				without[line] = true
				out = append(out, line)
			}
		}
	}
	for _, f := range a.Findings() {
		out = append(out, "* "+f.Text)
	}
	return out
}

// TestStories has three small stories of the kind of three public ones that
// were read by hand: an agency's report beside one that joins its quotations,
// a speech that three outlets cut in their own ways, and a count that went on
// between two versions.
func TestStories(t *testing.T) {
	tests := []struct {
		name     string
		articles []string
		want     []string
	}{
		{
			"an agency and its rewriter",
			[]string{
				"HARBOURTON (AP) — Any order to close the ferry lines will bring an “all-out strike,” the leader of the crews warned Thursday, raising the stakes as the council weighs a reply.\n\n" +
					"“I’m making a very serious promise that we don’t want a strike. We don’t want to leave a single passenger on the pier,” Ina Marsh told CNN in an interview. “We believe that a strike based on a misunderstanding is awful.”\n\n" +
					"At a meeting Wednesday, the council displayed worn ropes and pieces of a ferry door that its engineer, Ole Brandt, identified as parts of the ship Aurora.\n\n" +
					"Eighteen ropes and seven doors were found on the beach, Brandt said, with three doors failing to close. He said the ferry has a range of 700 kilometers (435 miles), meaning it could not have come from the islands.\n\n" +
					"Jane Roe of the Associated Press in Harbourton contributed.",
				"Marsh’s stark message to CNN comes a day after the council met.\n\n" +
					"\"I am making a very serious promise that we don't want to leave a single passenger on the pier,\" Marsh said in the interview.\n\n" +
					"At a meeting Wednesday, the council displayed worn ropes and pieces of a ferry door that its engineer, Ole Brandt, identified as parts of the ship Aurora.\n\n" +
					"Eighteen ropes and seven doors were found on the beach, Brandt said, with three doors failing to shut. He said the ferry has a range of 435 miles, meaning it could not have come from the islands.",
			},
			[]string{
				"B altered to A: I am making a very serious promise that we don't want to leave a single passenger on the pier,; I’m→I am; we don’t want a strike→",
				"converted: A 700, A 435",
				"B without Associated Press",
				"* Outlet B and Outlet A print Marsh’s quotation differently in two places, and Outlet A has 15 more words of it.",
				"* Outlet A names the Associated Press in its opening line; Outlet B has much of the same copy and doesn’t name it.",
				"* Outlet A adds a conversion to “700 kilometers”: “435 miles”.",
			},
		},
		{
			"a speech in three cuts",
			[]string{
				"HARBOURTON (Reuters) - Mayor Ina Marsh on Monday assured the islands of help if the storms return.\n\n" +
					"“A strong and united harbour is more necessary today than at any point since the great flood a quarter-century ago and no storm is nearer than the one from your restless neighbor in the north,” Marsh said.\n\n" +
					"She warned that the company goes on to “redraw the ferry lines by stealth, weaken the crews of the free islands and set one port against another”.",
				"Speaking on the pier, the mayor called the storm the greatest danger of all.\n\n" +
					"\"A strong and united harbour is more necessary today than at any point since the great flood a quarter-century ago,\" Ms Marsh said.\n\n" +
					"\"And no storm is nearer than the one from your restless neighbour in the north.\"\n\n" +
					"She also warned that the company went on to \"redraw the ferry lines by stealth, weaken the crews of the free islands and set one port against another\".",
				"“At this very moment, the company goes on to redraw the ferry lines by stealth, weaken the loyal crews of the free islands and set one port against another,” Ms. Marsh said after the meeting.\n\n" +
					"“We stand together, here and on the coast, because we know that a strong and united harbour is more necessary today than at any point since the great flood a quarter-century ago, and no storm is nearer than the one from your restless neighbor in the north,” said Ms. Marsh.\n\n" +
					"Copyright © 2021 The Harbourton Times, LLC.",
			},
			[]string{
				"A cut to C: A strong and united harbour is more necessary today than at any point since the great flood a quarter-century ago and no storm is nearer than the one from your restless neighbor in the north,",
				"B alike to A: redraw the ferry lines by stealth, weaken the crews of the free islands and set one port against another",
				"B cut to C: A strong and united harbour is more necessary today than at any point since the great flood a quarter-century ago,",
				"C altered to A: At this very moment, the company goes on to redraw the ferry lines by stealth, weaken the loyal crews of the free islands and set one port against another,; →loyal",
				"B without Reuters", "C without Reuters",
				"* Outlet C has “loyal” inside Marsh’s quotation, Outlet A doesn’t.",
				"* Outlet A prints part of Marsh’s quotation; Outlet C has 12 more words of it.",
				"* Outlet B prints part of Marsh’s quotation; Outlet C has 12 more words of it.",
				"* Outlet A names Reuters in its opening line; Outlet B has much of the same copy and doesn’t name it.",
			},
		},
		{
			"two that credit an agency",
			[]string{
				"HARBOURTON (Reuters) - The council closed the northern gates on Monday after an engineer found cracks in two of the old pillars.\n\n" +
					"“Nobody was hurt, the buses take another way, and the gates will be mended long before the winter storms come back to this coast,” Ina Marsh said.",
				"The council closed the northern gates on Monday after an engineer found cracks in two of the old pillars.\n\n" +
					"“Nobody was hurt,” Ina Marsh said on the pier.\n\nThis report contains material from Reuters.",
			},
			[]string{
				"B cut to A: Nobody was hurt,",
				"* Outlet A and Outlet B both credit Reuters.",
				"* Outlet B prints part of Marsh’s quotation; Outlet A has 21 more words of it.",
			},
		},
		{
			"a count that went on",
			[]string{
				"Island governor Ina Marsh said the mayor’s posts put thousands of passengers at risk.\n\n" +
					"“The mayor is stirring up the harbour and spreading tales even while his own office says the storm is real and is deadly,” Marsh said.\n\n" +
					"She said she and her crews are fighting a “winter war.”\n\n" +
					"All along the coast, the storm has damaged more than 2,200 houses and moved over 150,000 people, according to a Harbour University tally based on figures of the local councils.\n\n" +
					"The official count of lost boats on the islands neared 35,000, with about 685,000 damaged nets.",
				"\"The mayor is stirring up the harbour and spreading tales - even while his own office says the storm is real, it is deadly and we have a long way to go before the ferries sail,\" Marsh said.\n\n" +
					"She said she and her crews are fighting, not over the posts of the mayor that appeared on every wall this week, but over a \"winter war\".\n\n" +
					"The mayor is stirring up the harbour and spreading tales - even while his own office says the storm is real, it is deadly and we have a long way to go before the ferries sail. — Ina Marsh (@inamarsh) April 17, 2020\n\n" +
					"All along the coast, the storm has damaged more than 2,200 houses and moved more than 153,000 people, according to a Harbour University tally based on figures of the local councils.\n\n" +
					"The official count of lost boats on the islands surpassed 36,000, with more than 692,000 damaged nets.",
			},
			[]string{
				"A altered to B: The mayor is stirring up the harbour and spreading tales even while his own office says the storm is real and is deadly,; it→and",
				"A alike to B: winter war.",
				"rounded: B more than 153,000, A over 150,000",
				"in disagreement: B surpassed 36,000, A neared 35,000",
				"in disagreement: B more than 692,000, A about 685,000",
				"* Outlet A has “and” inside Marsh’s quotation where Outlet B has “it”.",
				"* Outlet B gives “surpassed 36,000” where Outlet A gives “neared 35,000”.",
				"* Outlet B gives “more than 692,000” where Outlet A gives “about 685,000”.",
				"* Outlet B writes “more than 153,000 people”, Outlet A “over 150,000 people”: one is a rounding of the other.",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &story.Story{ID: "small"}
			for _, text := range tt.articles {
				s.Articles = append(s.Articles, story.Article{Text: text})
			}
			got := told(analyze(t, s))
			for _, line := range tt.want {
				if !slices.Contains(got, line) {
					t.Errorf("lacks %s", line)
				}
			}
			for _, line := range got {
				share := strings.Contains(line, "% of ") || strings.Contains(line, "of its own")
				if !slices.Contains(tt.want, line) && !share {
					t.Errorf("has   %s", line)
				}
			}
		})
	}
}
