package align

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// filler is copy that nobody shares.
var filler = []string{
	"The mayor opened a new library in the old town hall.",
	"Tomatoes need more water in August than in any other month.",
	"Two orchestras will share one conductor from September.",
	"A pensioner from Leeds has walked round the coast with her donkey.",
}

// told lists the matches of two articles as what they cover, with their kinds.
func told(t *testing.T, a, b []string) []string {
	t.Helper()
	docs := parse(a, b)
	matches, err := Align(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	check(t, docs, matches)
	out := []string{}
	for _, m := range matches {
		out = append(out, fmt.Sprintf("%s: %s | %s", m.Kind, m.A.Of(docs[0].Source), m.B.Of(docs[1].Source)))
	}
	return out
}

// TestSpans checks what matches cover, to the byte.
func TestSpans(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b []string
		want []string
	}{
		{
			"a lead split in two",
			[]string{"The city council voted on Monday to close the Elm Street bridge for repairs that will cost $4.2 million, and appointed engineer Marta López to oversee the work.", filler[0]},
			[]string{filler[1], "The city council voted Monday to close the Elm Street bridge for repairs that will cost $4.2 million.", "It appointed engineer Marta López to oversee the work."},
			[]string{
				"edited: The city council voted on Monday to close the Elm Street bridge for repairs that will cost $4.2 million | The city council voted Monday to close the Elm Street bridge for repairs that will cost $4.2 million.",
				"edited: and appointed engineer Marta López to oversee the work. | It appointed engineer Marta López to oversee the work.",
			},
		},
		{
			"two sentences merged",
			[]string{filler[0], "Smugglers hid 40 parrots in a hollow piano.", "Customs officers in Hull found the birds when one of them whistled the national anthem."},
			[]string{"Smugglers hid 40 parrots in a hollow piano, and customs officers in Hull found the birds when one of them whistled the national anthem.", filler[1]},
			[]string{
				"verbatim: Smugglers hid 40 parrots in a hollow piano. | Smugglers hid 40 parrots in a hollow piano",
				"edited: Customs officers in Hull found the birds when one of them whistled the national anthem. | and customs officers in Hull found the birds when one of them whistled the national anthem.",
			},
		},
		{
			"typography doesn't count",
			[]string{filler[0], "“It’s a Żubr – a bison – not a cow”, the keeper said."},
			[]string{filler[1], "\"It's a Żubr - a bison - not a cow\", the Keeper said."},
			[]string{"verbatim: “It’s a Żubr – a bison – not a cow”, the keeper said. | \"It's a Żubr - a bison - not a cow\", the Keeper said."},
		},
		{
			"other words",
			[]string{"Rescue crews evacuated every passenger from the ferry within three hours.", filler[0]},
			[]string{"It took rescue teams three hours to evacuate all ferry passengers.", filler[1]},
			[]string{"reworded: Rescue crews evacuated every passenger from the ferry within three hours. | It took rescue teams three hours to evacuate all ferry passengers."},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(t, c.a, c.b); !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// TestMoved tells the same copy in every order.
func TestMoved(t *testing.T) {
	copied := append(slices.Clone(harbour), filler...)
	for name, order := range map[string][]int{
		"in order":  {0, 1, 2, 3, 4, 5, 6, 7, 8},
		"backwards": {8, 7, 6, 5, 4, 3, 2, 1, 0},
		"shuffled":  {4, 8, 1, 6, 3, 0, 7, 2, 5},
	} {
		var moved []string
		for _, i := range order {
			moved = append(moved, copied[i])
		}
		got := matched(t, parse(copied, moved))
		for at, i := range order {
			if want := fmt.Sprintf("%d-%d", i, at); !slices.Contains(got, want) {
				t.Errorf("%s: no match %s among %v", name, want, got)
			}
		}
		if len(got) != len(copied) {
			t.Errorf("%s: %d matches of %d sentences: %v", name, len(got), len(copied), got)
		}
	}
}

// TestApart has sentences that share words and carry no common copy.
func TestApart(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"two figures of one kind", "The brewery cut 27,000 jobs last year.", "About 500 jobs will go at the cider works in Devon."},
		{"a shared name of several words", "Harrow Vale Breweries and Old Mill Cider Works will merge.", "Unions fear the worst for Harrow Vale Breweries and Old Mill Cider Works."},
		{"a shared name at the end", "A gale tore the roof off Harrow Vale Breweries and Old Mill Cider Works.", "Nobody earns less than at Harrow Vale Breweries and Old Mill Cider Works."},
		{"names and a title", "Chief executive Priya Raman lives in Devon with two dogs.", "Analysts expected more of chief executive Priya Raman."},
		{"two quotations by one speaker", "“Nobody here has slept since the announcement,” said Priya Raman.", "“Cider has been our bread and butter for a century,” said Priya Raman."},
		{"two quotations that share a phrase", "“At the end of the day, hops are what we live from,” said Priya Raman.", "“At the end of the day, Devon voted for change,” said Priya Raman."},
		{"a share button", "Share on Facebook", "Share on Facebook"},
		{"a photo credit", "Image copyright Getty Images Image caption Priya Raman in Devon", "Image copyright Getty Images Image caption The brewery in Devon"},
		{"a newsletter", "Sign up for our newsletter about beer.", "Sign up for our newsletter about money."},
		{"a signature", "Reporting by Ann Lee; editing by Bob Ray.", "Reporting by Carl Fox; editing by Bob Ray."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := []string{filler[0], c.a, filler[1]}
			b := []string{filler[2], c.b, filler[3]}
			if got := matched(t, parse(a, b)); len(got) > 0 {
				t.Errorf("matches %v", got)
			}
		})
	}
}

// TestNearMisses has two articles on one event. Some sentences carry the same
// copy; others have the subject, the speaker or the sort of figure in common.
func TestNearMisses(t *testing.T) {
	a := []string{
		"Harrow Vale Breweries will close its oldest brewery in Devon in March, it said on Tuesday.",
		"The brewery cut 2,700 jobs last year, when beer sales fell to their lowest since the war.",
		"“This was the hardest decision of my life,” chief executive Priya Raman told workers at the gates.",
		"Some 350 people work at the site, which has brewed since 1784.",
		"The company will move production to Leeds, where it opened a bottling plant in 2019.",
		"Shares in Harrow Vale rose 4 percent.",
	}
	b := []string{
		"Workers wept at the gates, where their grandparents had once queued for jobs.",
		"Harrow Vale Breweries said on Tuesday that it would shut its oldest brewery, in Devon, in March.",
		"About 350 people are employed there.",
		"Unions put the number of jobs that depend on the brewery at 1,200.",
		"“We looked at every other way to save money,” Ms Raman told reporters later.",
		"Brewing will be moved to the company’s plant in Leeds.",
		"Sales of beer in cans rose 11 percent.",
	}
	want := []string{"0-1", "3-2", "4-5"}
	if got := matched(t, parse(a, b)); !slices.Equal(got, want) {
		t.Errorf("matches %v, want %v", got, want)
	}
}

// TestCaption has a caption that stands in its article twice: it neither
// multiplies what the other article says once, nor takes that away.
func TestCaption(t *testing.T) {
	const caption = "Hop pickers at Harrow Vale in 1936."
	a := []string{caption, "Harrow Vale will brew its last beer on Friday.", caption, filler[0]}
	b := []string{filler[1], "The last beer of Harrow Vale will be brewed on Friday.", filler[2]}
	if got := matched(t, parse(a, b)); !slices.Equal(got, []string{"1-1"}) {
		t.Errorf("matches %v, want the beer alone", got)
	}
}

// TestLanguages has copy in other scripts and languages, word for word and
// slightly changed.
func TestLanguages(t *testing.T) {
	for _, c := range []struct{ name, copied, edited, own, other string }{
		{"French", "La mairie de Nantes a fermé le vieux pont pour deux ans de travaux, malgré les protestations des pêcheurs.",
			"La mairie de Nantes a fermé le vieux pont pour trois ans de travaux, malgré les protestations des pêcheurs.",
			"Les boulangers manquent de farine.", "Une exposition de timbres ouvre samedi."},
		{"Russian", "Городской совет закрыл старый мост через реку на два года, несмотря на протесты рыбаков.",
			"Городской совет закрыл старый мост через реку на три года, несмотря на протесты рыбаков.",
			"В пекарнях не хватает муки.", "Выставка марок откроется в субботу."},
		{"Greek", "Το δημοτικό συμβούλιο έκλεισε την παλιά γέφυρα για δύο χρόνια, παρά τις διαμαρτυρίες των ψαράδων.",
			"Το δημοτικό συμβούλιο έκλεισε την παλιά γέφυρα για τρία χρόνια, παρά τις διαμαρτυρίες των ψαράδων.",
			"Λείπει αλεύρι από τους φούρνους.", "Το Σάββατο ανοίγει έκθεση γραμματοσήμων."},
		{"Arabic", "أغلق مجلس المدينة الجسر القديم لمدة عامين رغم احتجاجات الصيادين.",
			"أغلق مجلس المدينة الجسر القديم لمدة شهرين رغم احتجاجات الصيادين.",
			"المخابز تعاني من نقص الطحين.", "يفتتح معرض الطوابع يوم السبت."},
		{"Japanese", "市議会は漁師の抗議にもかかわらず、古い橋を二年間閉鎖した。",
			"市議会は漁師の抗議にもかかわらず、古い橋を三年間閉鎖した。",
			"パン屋で小麦粉が不足している。", "土曜日に切手展が開幕する。"},
		{"Thai", "สภาเมืองปิดสะพานเก่าเป็นเวลาสองปี", "สภาเมืองปิดสะพานเก่าเป็นเวลาสองปี", "ร้านขนมปังขาดแป้ง", "นิทรรศการแสตมป์เปิดวันเสาร์"},
	} {
		for kind, copied := range map[Kind]string{Verbatim: c.copied, Edited: c.edited} {
			if kind == Edited && copied == c.copied {
				continue // one word to the engine
			}
			a, b := []string{c.own, c.copied}, []string{copied, c.other}
			want := fmt.Sprintf("%s: %s | %s", kind, c.copied, copied)
			if got := told(t, a, b); !slices.Equal(got, []string{want}) {
				t.Errorf("%s: got %v, want %s", c.name, got, want)
			}
		}
	}
}

// TestDoubled aligns an article with one that has it twice over: each
// sentence is found in both places, and nothing else.
func TestDoubled(t *testing.T) {
	twice := append(slices.Clone(harbour), harbour...)
	var want []string
	for i := range harbour {
		want = append(want, fmt.Sprintf("%d-%d", i, i), fmt.Sprintf("%d-%d", i, i+len(harbour)))
	}
	if got := matched(t, parse(harbour, twice)); !slices.Equal(got, want) {
		t.Errorf("matches %v, want %v", got, want)
	}
}
