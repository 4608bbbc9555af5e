package analysis

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestCommonJSON reads the common wordings of the built-in story as another
// program would: one of them must be the sentence on who was told when, which
// three outlets tell in their own words.
func TestCommonJSON(t *testing.T) {
	data, err := analyze(t, builtIn(t)).JSON()
	if err != nil {
		t.Fatal(err)
	}
	type wording struct {
		Text     string
		Articles []int
	}
	var got struct {
		Passages []struct {
			Common []struct {
				wording
				Slot []wording
			}
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	var sentences []string
	for i, p := range got.Passages {
		sentence := ""
		for _, part := range p.Common {
			if len(part.Slot) > 0 {
				part.wording = part.Slot[0]
			}
			if len(part.Articles) == 0 || len(part.Slot) == 1 {
				t.Errorf("passage %d: part %v", i+1, part)
			}
			sentence += part.Text
		}
		sentences = append(sentences, sentence)
	}
	// Its first words and "with" or "while" depend on which reading is the base.
	if !slices.ContainsFunc(sentences, func(s string) bool {
		return strings.Contains(s, " in the Americas will be notified on Wednesday, w") && strings.HasSuffix(s, " by the end of the week.")
	}) {
		t.Errorf("none of the common wordings says who was told when:\n%s", strings.Join(sentences, "\n"))
	}
}
