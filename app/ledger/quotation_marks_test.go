package ledger

import (
	"slices"
	"strings"
	"testing"

	"samewire/app/text"
)

func TestFindMarked(t *testing.T) {
	tests := []struct {
		name, source string
		want         []string // pieces joined by a bar
	}{
		{"straight", `She said "we are ready" today.`, []string{"we are ready"}},
		{"curly", "“We are ready,” she said.", []string{"We are ready,"}},
		{"guillemets", "Il dit « nous sommes prêts » hier.", []string{"nous sommes prêts"}},
		{"German", "Er sagte „wir sind bereit“ und ging. „Gut“, sagte sie.", []string{"wir sind bereit", "Gut"}},
		{"German guillemets", "Er sagte »wir sind bereit« und ging.", []string{"wir sind bereit"}},
		{"typewriter", "``We are ready,'' she said.", []string{"We are ready,"}},
		{"mixed", "“We are ready,\" she said.", []string{"We are ready,"}},
		{"nested", "“He told me, ‘Stop it at once,’ and left,” she said.", []string{"He told me, ‘Stop it at once,’ and left,"}},
		{"single", "‘We are ready,’ she said. ‘It’s time.’", []string{"We are ready,", "It’s time."}},
		{"single straight", "'We are ready,' she said.", []string{"We are ready,"}},
		{"single around double", "‘He said “no” to us all,’ she said.", []string{"He said “no” to us all,"}},
		{"apostrophes", "The workers' pay isn't what the '90s or rock 'n' roll gave 'em.", nil},
		{"possessive inside single", "He called it ‘the workers’ final victory’ today.", []string{"the workers’ final victory"}},
		{"single ends in s", "He spoke of ‘the heroes’ and left.", []string{"the heroes"}},
		{"feet and inches", `He is 6'2" tall and she said "he is 5'11" at most" then.`, []string{`he is 5'11" at most`}},
		{"inches alone", `A 12" record cost $5.`, nil},
		{"paragraphs", "“We are ready.\n\n“We have been for days.\n\n“We shall win,” she said.", []string{"We are ready.|We have been for days.|We shall win,"}},
		{"never closed", "“We are ready, she said.\n\nIt rained. He said “no way out” then.", []string{"no way out"}},
		{"never opened", "We are ready,” she said. He said “no way out” then.", []string{"no way out"}},
		{"opened twice", "“We are ready, she said. “We go now,” he said.", []string{"We go now,"}},
		{"one after the other", "“Go home!” “Stay there!” he said.", []string{"Go home!|Stay there!"}},
		{"dash before", "He had one word—“never”—for it.", []string{"never"}},
		{"empty", `"" ''`, []string{""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, m := range findMarked(text.Parse(tt.source)) {
				var pieces []string
				for _, p := range m.pieces {
					pieces = append(pieces, strings.TrimSpace(p.Of(tt.source)))
				}
				got = append(got, strings.Join(pieces, "|"))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
