package collate

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/text"
)

func TestQuotations(t *testing.T) {
	tests := []struct{ in, want string }{
		{`Nobody spoke.`, ``},
		{`"We shall go," she said, "and soon."`, `We shall go|and soon`},
		{`“We shall go,” she said.`, `We shall go`},
		{`«On y va», dit-elle.`, `On y va`},
		{`„Wir gehen“, sagte sie.`, `Wir gehen`},
		{`He said: "We shall go`, `We shall go`},
		{`and that is all,” she said.`, `and that is all`},
		{`that is all," she said.`, `that is all`},
		{`The so-called "plan" failed.`, `plan`},
		{`""`, ``},
	}
	for _, tt := range tests {
		d := text.Parse(tt.in)
		var got []string
		for _, q := range quotations(d, stretch{0, 0, len(d.Words)}) {
			got = append(got, d.Source[d.Words[q.first].Start:d.Words[q.last-1].End])
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestDivide holds what becomes of a quotation that outlets set in different
// places of their sentences.
func TestDivide(t *testing.T) {
	tests := []struct {
		name         string
		in           []string
		quoted, said string
	}{
		{"before and after", []string{
			`Jane Doe, the mayor of Leeds, told the council: "We will open every school in the city before the autumn, and we will pay for it."`,
			`"We will open every school in the city before the autumn, and we will pay for it," Jane Doe, the mayor of Leeds, told the council on Monday.`,
		}, `"We will open every school in the city before the autumn, and we will pay for it."|` +
			`"We will open every school in the city before the autumn, and we will pay for it,"`,
			`Jane Doe, the mayor of Leeds, told the council|Jane Doe, the mayor of Leeds, told the council on Monday.`},
		{"as indirect speech", []string{
			`"The city will open every school before the autumn and pay for the meals," said Jane Doe, its mayor since May.`,
			`"The city will open every school before the autumn and pay for the meals," the mayor said.`,
			`The mayor, Jane Doe, said that the city would open every school before the autumn and pay for meals.`,
		}, `"The city will open every school before the autumn and pay for the meals,"|` +
			`"The city will open every school before the autumn and pay for the meals,"|` +
			`the city would open every school before the autumn and pay for meals.`,
			`said Jane Doe, its mayor since May.|The mayor, Jane Doe, said that`},
		{"short quotations stay where they are", []string{
			`The mayor called it "a great day" for the schools of the city.`,
			`It was "a great day" for the schools of the city, the mayor said.`,
		}, `The mayor called it "a great day" for the schools of the city.|It was "a great day" for the schools of the city, the mayor said.`, ``},
		{"no quotation", []string{
			`The city will open every school before the autumn.`,
			`Every school will open before the autumn, the city said.`,
		}, `The city will open every school before the autumn.|Every school will open before the autumn, the city said.`, ``},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := &graph{}
			var whole []stretch
			for i, in := range tt.in {
				d := text.Parse(in)
				g.docs = append(g.docs, d)
				whole = append(whole, stretch{i, 0, len(d.Words)})
			}
			write := func(parts []stretch) string {
				var all []string
				for _, s := range parts {
					all = append(all, s.span(g.docs[s.article]).Of(g.docs[s.article].Source))
				}
				return strings.Join(all, "|")
			}
			quoted, said := g.divide(whole)
			if got := write(quoted); got != tt.quoted {
				t.Errorf("quoted\n%s\nwant\n%s", got, tt.quoted)
			}
			if got := write(said); got != tt.said {
				t.Errorf("said\n%s\nwant\n%s", got, tt.said)
			}
			// The other way round it is the same.
			slices.Reverse(whole)
			if back, _ := g.divide(whole); len(back) != len(quoted) {
				t.Error("another division in another order")
			}
		})
	}
}
