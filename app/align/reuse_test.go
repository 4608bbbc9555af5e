package align

import (
	"context"
	"errors"
	"strings"
	"testing"

	"samewire/app/text"
)

// Two texts on two subjects, cut where something can be put in.
var (
	lighthouse = []string{
		`The lighthouse on Gull Rock was first lit in 1868. Its keeper lived there with his wife and three children. Coal came
by boat every second month when the sea allowed it. The lamp burned colza oil at first and paraffin later. In a storm the
whole tower trembled under the waves. Visitors wrote their names on the wall of the staircase, and many can still be read.`,
		`Electric light reached the rock in 1931. The last keeper left it forty years afterwards. Since then a technician comes
twice a year to change the bulbs. Seals rest on the slipway that once served the supply boat. The harbour authority wants
to sell the tower, but nobody has made an offer yet. Birdwatchers would like to see it kept as a hide.`,
		`A model of the tower stands in the village museum. It was made by a schoolteacher out of matches. Children may push a
button to make it flash. The museum is open from May until the end of September.`,
	}
	bread = []string{
		`Rye bread needs a sour dough that has been fed for several days. Most bakers keep a jar of it in a cool place. Flour and
lukewarm water are stirred in every evening. Bubbles tell when the culture is ready to use. A dough that smells of vinegar
has been left alone for too long. Salt is added only on the last day, since it slows everything down.`,
		`The loaf is shaped with wet hands and put in a floured basket. It rises for two hours under a cloth. A hot stone in the
oven gives it a good crust. Steam from a small tray keeps the surface soft during the first minutes. Knock on the bottom
to hear whether it is done. Let it cool on a rack before you cut the first slice.`,
		`Caraway and coriander are the usual spices in the south. Northern recipes prefer treacle or malt. A slice with butter and
chives makes a supper by itself. Old bread can be turned into soup or dumplings.`,
	}
)

const (
	bridge = `The new footbridge over the Arnow opened on Saturday after eleven years of planning and four years of building. It is 212
metres long and hangs from a single pylon on the eastern bank. "We have waited for this day longer than some of our pupils have
lived," said Marta Kolb, who runs the primary school at its western end. The council paid nine tenths of the cost of 14 million
crowns, and the rest came from a lottery.`

	// The same with other words.
	bridgeReworded = `After eleven years of planning and four of construction, a new footbridge across the Arnow was opened this Saturday. The
bridge, which measures 212 metres, is hung from one pylon standing on the eastern bank. Marta Kolb, the head of the primary
school at the western end, said they had waited for the day longer than some pupils have lived. Nine tenths of its cost, 14
million crowns, was paid by the council; a lottery gave the rest.`

	// The same with three words exchanged.
	bridgeEdited = `The new footbridge over the Arnow opened on Saturday after eleven years of planning and four years of building. It is 212
metres long and hangs from a lone pylon on the eastern bank. "We have waited for this day longer than some of our pupils have
lived," said Marta Kolb, who leads the primary school at its western end. The council paid nine tenths of the cost of 14 million
crowns, and the remainder came from a lottery.`

	drought = `Farmers along the upper Tessel are pumping water at night to save what is left of their potato crop. No rain worth the name
has fallen on the valley since the second week of April.`

	droughtReworded = `Along the upper Tessel, farmers are pumping water in the night to save what remains of their crop of potatoes. The
valley has had no rain worth the name since April's second week.`

	firstSentence = `The new footbridge over the Arnow opened on Saturday after eleven years of planning and four years of building.`

	echo = `In the capital, too, a school waited for a bridge. It had waited longer than its pupils had lived, the head of the
school said.`

	cost = `The council paid nine tenths of the 14 million crowns it cost, and a lottery the rest.`

	trial = `The trial of the treasurer began with two hours of readings from the ledgers of the rowing club. Defence counsel objected
to nearly every page of them.`
)

// vanora is about one lake, but not about one thing.
var vanora = []string{
	`Lake Vanora froze over in a single night that winter. Skaters crossed Vanora from the mill to the chapel, and a market was held
in the middle of Vanora with roasted chestnuts.`,
	`The pike of Lake Vanora are said to be as old as its monks. Anglers need a licence for Vanora, which they can buy from the woman
who rents out rowing boats near the southern shore of Vanora.`,
}

// council is a long report, and councilSummary draws on one or two sentences of
// each of its paragraphs, but not on the first and the last ones.
const council = `It was a warm evening in Lindow, and all the windows of the town hall stood open. Every chair was taken half an hour before the
debate. Those who came late listened from the staircase. Somebody handed out ice cream. After four hours of speeches the town
council voted on Tuesday to close the open-air swimming pool at the end of the season. Eleven members were in favour and eight
against. Nobody clapped. An old man in the third row put on his hat and left.

The pool was built by volunteers in the summer of 1957. Its founders carried sand from the quarry in handcarts. A brewery lent
them horses. The first swimmers jumped in before the paint was dry. For decades it was the only place for miles where children
could learn to swim. Two Olympic medals hang in the cashier's booth. The diving tower was taken down when the rules became
stricter. Its steps now lead to a terrace with a view of the reeds.

Repairs of the cracked basin would cost 2.4 million crowns, an engineer told the meeting. The pipes date from the first year and
leak in a dozen places. Chlorine has to be bought from abroad since the local works shut down. Insurance has become dearer every
year. The treasurer said that the town could pay for either the pool or the library roof. She showed a photograph of buckets
between the bookshelves. Interest on the loans already eats a third of the budget. No bank has offered better terms so far.

Opponents of the plan had collected 3,100 signatures in two weeks. They hung towels from the railings during the debate. One
speaker read out a list of all the champions whom the town has brought forth. Another offered to work without pay as a
lifeguard. A retired plumber claimed that he could do it for a tenth of the price. His drawings went from hand to hand. Someone
proposed a raffle. A choir sang on the square until the neighbours complained.

The mayor, Ines Vogt, asked for patience. She promised that buses would bring pupils to the indoor pool in Brenn twice a week.
Parents doubted that these would be on time. The journey takes forty minutes when the level crossing is open. Teachers fear that
half of each lesson will be lost on the road. A supermarket chain has asked about the ground. The owner of the camping site next
door would like to rent it. Some want allotments there, others a park with a pond. Frogs have moved into the paddling basin in
the meantime. They will be carried to the lake in spring, said the gardener. The lifeguard's whistle was put up for auction.`

const councilSummary = `The town council has voted on Tuesday to close the open-air swimming pool at the end of the season. It was built by
volunteers in the summer of 1957. Repairs of the cracked basin would cost 2.4 million crowns, an engineer said. Opponents had
collected 3,100 signatures in two weeks. Buses will bring pupils to the indoor pool in Brenn.`

// page joins paragraphs.
func page(paragraphs ...string) string { return strings.Join(paragraphs, "\n\n") }

func TestReuse(t *testing.T) {
	l, b := lighthouse, bread
	type want struct {
		a, b string // what the match is about
		kind Kind
		// exact: the spans are these texts; otherwise they must agree by four
		// fifths.
		exact bool
	}
	tests := []struct {
		name string
		a, b string
		want []want
	}{
		{"nothing in nothing", "", "", nil},
		{"nothing in something", page(l...), "", nil},
		{"no words", "… — !", page(b...), nil},
		{"unrelated", page(l...), page(b...), nil},
		{"verbatim", page(l[0], bridge, l[1], l[2]), page(b[0], b[1], bridge, b[2]),
			[]want{{bridge, bridge, Verbatim, true}}},
		{"verbatim, wrapped and shouted", page(l[0], strings.ToUpper(bridge), l[1]), page(b[0], strings.ReplaceAll(bridge, "\n", " "), b[1]),
			[]want{{strings.ToUpper(bridge), strings.ReplaceAll(bridge, "\n", " "), Verbatim, true}}},
		{"verbatim inside a paragraph", page(l[0] + " " + bridge + " " + l[1]), page(b[0] + " " + bridge + " " + b[1]),
			[]want{{bridge, bridge, Verbatim, true}}},
		{"three words exchanged", page(l[0], bridge, l[1], l[2]), page(b[0], bridgeEdited, b[1], b[2]),
			[]want{{bridge, bridgeEdited, Edited, true}}},
		{"reworded", page(l[0], bridge, l[1], l[2]), page(b[0], b[1], bridgeReworded, b[2]),
			[]want{{bridge, bridgeReworded, Reworded, false}}},
		{"two fragments, the other way round", page(l[0], bridge, l[1], drought+" "+trial, l[2]), page(b[0], drought+" "+trial, b[1], bridgeReworded, b[2]),
			[]want{{bridge, bridgeReworded, Reworded, false}, {drought + " " + trial, drought + " " + trial, Verbatim, true}}},
		{"one sentence doesn't tell enough", page(l[0], firstSentence, l[1], l[2]), page(b[0], firstSentence, b[1], b[2]), nil},
		{"a name doesn't tell enough", page(l[0], vanora[0], l[1], l[2]), page(b[0], b[1], vanora[1], b[2]), nil},
		{"twice in one text", page(l[0], bridge, l[1], bridge, l[2]), page(b[0], bridge, b[1], b[2]),
			[]want{{bridge, bridge, Verbatim, true}}},
		{"a short text in a long one", drought, page(b[0], b[1], drought, b[2]),
			[]want{{drought, drought, Verbatim, true}}},
		{"an echo far from the fragment", page(l[0], bridgeReworded, l[1], l[2]), page(echo, b[0], bridge, b[1], b[2]),
			[]want{{bridgeReworded, bridge, Reworded, false}}},
		{"an echo of one fragment in another", page(l[0], bridge, l[1], cost+" "+drought, l[2]), page(b[0], bridgeReworded+" "+droughtReworded, b[1]),
			[]want{{bridge, bridgeReworded, Reworded, false}, {drought, droughtReworded, Reworded, false}}},
		{"summary", page(l[0], councilSummary, l[1], l[2]), page(council, b[0]),
			[]want{{councilSummary, council, Reworded, false}}},
		{"summed up", page(council, b[0]), page(l[0], councilSummary, l[1], l[2]),
			[]want{{council, councilSummary, Reworded, false}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			matches := reuseOf(t, tt.a, tt.b)
			if len(matches) != len(tt.want) {
				t.Fatalf("%d matches, want %d\n%s", len(matches), len(tt.want), showReuse(tt.a, tt.b, matches))
			}
			for i, m := range matches {
				w := tt.want[i]
				if m.Kind != w.kind {
					t.Errorf("match %d is %v, want %v", i, m.Kind, w.kind)
				}
				if x, y := m.A.Of(tt.a), m.B.Of(tt.b); w.exact && (x != w.a || y != w.b) {
					t.Errorf("match %d:\ngot  %q\n     %q\nwant %q\n     %q", i, x, y, w.a, w.b)
				}
				if !about(tt.a, w.a, m.A.Span) || !about(tt.b, w.b, m.B.Span) {
					t.Errorf("match %d is about something else:\n%s", i, showReuse(tt.a, tt.b, matches))
				}
			}
		})
	}
}

// A quotation in a reworded report is no match of its own, but a reworded
// sentence beside a verbatim paragraph doesn't blur the paragraph's ends.
func TestReuseAbsorbsRuns(t *testing.T) {
	speech := `"We built this bridge for those who will cross it when none of us is there any more to tell them what the river was like
before, how the ferryman swore at the ice, and how long an hour could be for a child who stood on the wrong bank in the rain
without a coin in his pocket," he said.`
	before := ` The governor of the province, Adam Rehn, came to the ceremony by boat from the old landing stage of the ferry.`
	beforeReworded := ` Adam Rehn, governor of the province, came by boat to the ceremony, from the ferry's old landing stage.`
	a := page(lighthouse[0], bridge+before+" "+speech+" "+drought, lighthouse[1])
	b := page(bread[0], bridgeReworded+beforeReworded+" "+speech+" "+trial, bread[1])
	if m := reuseOf(t, a, b); len(m) != 1 || m[0].Kind == Verbatim || !about(a, bridge+before+" "+speech, m[0].A.Span) {
		t.Errorf("the quotation should be part of one match:\n%s", showReuse(a, b, m))
	}
	a = page(lighthouse[0], bridge+before, lighthouse[1])
	b = page(bread[0], bridge+beforeReworded, bread[1])
	if m := reuseOf(t, a, b); len(m) == 0 || m[0].A.Of(a) != bridge || m[0].B.Of(b) != bridge {
		t.Errorf("the copied paragraph should be exact:\n%s", showReuse(a, b, m))
	}
}

func TestReuseStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	m, err := Reuse(ctx, text.Parse(page(lighthouse...)), text.Parse(page(bread...)))
	if !errors.Is(err, context.Canceled) || m != nil {
		t.Errorf("got %v, %v", m, err)
	}
}

func reuseOf(t testing.TB, a, b string) []Match {
	t.Helper()
	m, err := Reuse(context.Background(), text.Parse(a), text.Parse(b))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// about tells whether s and the place of part in source share four fifths of
// either. part may stand there more than once.
func about(source, part string, s text.Span) bool {
	for from := 0; ; from++ {
		i := strings.Index(source[from:], part)
		if i < 0 {
			return false
		}
		from += i
		o := s.Overlap(text.Span{Start: from, End: from + len(part)})
		if 5*o >= 4*len(part) && 5*o >= 4*s.Len() {
			return true
		}
	}
}

func showReuse(a, b string, matches []Match) string {
	var out strings.Builder
	for _, m := range matches {
		out.WriteString(m.Kind.String() + "\n  A: " + m.A.Of(a) + "\n  B: " + m.B.Of(b) + "\n")
	}
	return out.String()
}
