package ledger

import (
	"strconv"
	"strings"
	"testing"
)

// Three small stories with what was found by hand in stories of the public
// sets: one line a quotation, as "article rendering base: words; changes".
func TestStories(t *testing.T) {
	tests := []struct {
		name     string
		articles []string
		want     []string
	}{
		{
			"joined and expanded", // an outlet joins two sentences said apart, and writes out "I'm"
			[]string{
				"“I’m giving a very plain warning that we don’t want a strike. We don’t want to close a single harbour,” Ina Marsh said. “We believe that a strike helps nobody.”\n\n" +
					"Marsh added: “We’ll have a hard winter, but we won’t leave the islands without a ferry.”\n\n" +
					"She warned of “a hard winter” twice.",
				"\"I am giving a very plain warning that we don't want to close a single harbour,\" Marsh said in an interview. \"But we won't leave the islands without a ferry.\"",
			},
			[]string{
				"0 fullest -1: I’m giving a very plain warning that we don’t want a strike. We don’t want to close a single harbour, We believe that a strike helps nobody.",
				"0 sole -1: We’ll have a hard winter, but we won’t leave the islands without a ferry.",
				"0 sole -1: a hard winter",
				"1 altered 0: I am giving a very plain warning that we don't want to close a single harbour, But we won't leave the islands without a ferry.; I’m→I am, we don’t want a strike→",
			},
		},
		{
			"fragments", // an outlet keeps fragments of a post, and prints a second one whole
			[]string{
				"“Unfortunately, the Mayor, @olebrandt, is still in a Sleepy mood & unable to promise that by May there will be ... full ferries on the route,” Marsh posted Monday.\n\n" +
					"She added that islanders “must be told by the Mayor at once whether or not the ferries will sail. If not, we will be forced to find another port.”",
				"In a series of posts, Ms Marsh said that the mayor was “still in a sleepy mood” and was “unable to promise” full crews.\n\n" +
					"Islanders “must be told by the mayor at once whether or not the ferries will sail”, Ms Marsh said.",
			},
			[]string{
				"0 fullest -1: Unfortunately, the Mayor, @olebrandt, is still in a Sleepy mood & unable to promise that by May there will be ... full ferries on the route,",
				"0 fullest -1: must be told by the Mayor at once whether or not the ferries will sail. If not, we will be forced to find another port.",
				"1 cut 0: still in a sleepy mood",
				"1 cut 0: unable to promise",
				"1 cut 1: must be told by the mayor at once whether or not the ferries will sail",
			},
		},
		{
			"spelling and brackets", // British spelling, a change marked by brackets, one that isn't, "[sic]"
			[]string{
				"“We hope for calmer days, and for better neighbors on the strait, [but] the strike will not change the pledge of this harbor to its crews and the crews of its friends,” Mr. Brandt said.\n\n" +
					"“To all of you on the quay, turnaround,” he wrote.",
				"Mr Brandt said: “We hope for calmer days, and better neighbours on the strait, but the strike will not change the pledge of this harbour to its crews.”\n\n" +
					"“To all of you on the quay, turnaround [sic],” he wrote.",
			},
			[]string{
				"0 fullest -1: We hope for calmer days, and for better neighbors on the strait, [but] the strike will not change the pledge of this harbor to its crews and the crews of its friends,",
				"0 alike 3: To all of you on the quay, turnaround,",
				"1 altered 0: We hope for calmer days, and better neighbours on the strait, but the strike will not change the pledge of this harbour to its crews.; for→",
				"1 fullest -1: To all of you on the quay, turnaround [sic],",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs := parseAll(tt.articles...)
			list := Quotations(docs, nil)
			var got []string
			for _, q := range list {
				var pieces []string
				for _, p := range q.Pieces {
					pieces = append(pieces, p.Of(docs[q.Article].Source))
				}
				line := strconv.Itoa(q.Article) + " " + q.Rendering.String() + " " + strconv.Itoa(q.Base) + ": " + strings.Join(pieces, " ")
				if c := changed(docs, list, q); c != "" {
					line += "; " + c
				}
				got = append(got, line)
			}
			if g, w := strings.Join(got, "\n"), strings.Join(tt.want, "\n"); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
		})
	}
}
