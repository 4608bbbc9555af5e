package collate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"samewire/app/text"
)

// whole returns articles of one reading each, and the passage of all.
func whole(base int, readings ...string) ([]*text.Document, *Passage) {
	p := &Passage{ID: 1, Base: base}
	var docs []*text.Document
	for i, s := range readings {
		docs = append(docs, text.Parse(s))
		r := Reading{}
		r.Article, r.End = i, len(s)
		p.Readings = append(p.Readings, r)
	}
	return docs, p
}

// notation writes a common wording as "cut {jobs 2|posts 1} in May.", with the
// number of readings behind each variant.
func notation(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
		for i, v := range p.Slot {
			fmt.Fprintf(&b, "%c%s%d", "{|"[min(i, 1)], v.Text, len(v.Readings))
		}
		if p.Slot != nil {
			b.WriteByte('}')
		}
	}
	return b.String()
}

func TestCommon(t *testing.T) {
	tests := []struct {
		name     string
		readings []string // the first is the base
		want     string
		text     string // the first variants
	}{
		{"all alike", []string{"The mill shut.", "The mill shut."}, "The mill shut.", "The mill shut."},
		{"one word for another", []string{"The mill will shut in May.", "The mill will close in May."},
			"The mill will{ shut 1| close 1}in May.", "The mill will shut in May."},
		{"the majority", []string{"The mill will shut in May.", "The mill will close in May.", "The mill will close in May."},
			"The mill will{ close 2| shut 1}in May.", "The mill will close in May."},
		{"phrases", []string{
			"The firm will reduce its outlay for ads next year.",
			"The company will cut spending on commercials next year.",
		}, "The{ firm 1| company 1}will{ reduce its outlay for ads 1| cut spending on commercials 1}next year.",
			"The firm will reduce its outlay for ads next year."},
		{"left out by one", []string{
			"The plants in Leeds will close in May.", "The plants will close in May.", "The plants in Leeds will close in May.",
		}, "The plants{ in Leeds 2| 1}will close in May.", "The plants in Leeds will close in May."},
		{"added by one, between commas", []string{
			"The plants will close.", "The plants, in Leeds, will close.", "The plants will close.",
		}, "The plants{ 2|, in Leeds, 1}will close.", "The plants will close."},
		{"at the start", []string{"The mill shut.", "Yesterday, the mill shut.", "The mill shut."},
			"{The 2|Yesterday, the 1}mill shut.", "The mill shut."},
		{"at the start, before a name", []string{"Yesterday Clark wept.", "Clark wept."},
			"{Yesterday 1|1}Clark wept.", "Yesterday Clark wept."},
		{"at the end", []string{"Nobody knew,", "Nobody knew of it"}, "Nobody knew{.1| of it.1}", "Nobody knew."},
		{"readings that begin within a sentence", []string{"the mill had shut in May", "said that the mill had shut in May."},
			"{1|Said that 1}the mill had shut in May.", "The mill had shut in May."},
		{"two sentences for one", []string{
			"The council shut the bridge, and it has hired Clark.", "The council shut the bridge. It has hired Clark.",
		}, "The council shut the bridge{, and it 1|. It 1}has hired Clark.", "The council shut the bridge, and it has hired Clark."},
		{"quotation marks of one", []string{
			"Clark said the mill has had its day.", "Clark said: “The mill has had its day.”",
		}, "Clark said the mill has had its day.", "Clark said the mill has had its day."},
		{"signs are words", []string{"It paid $5 million.", "It paid €5 million."}, "It paid{ $5 1| €5 1}million.", "It paid $5 million."},
		{"dots of an acronym are none", []string{"In the U.S. it rained.", "In the US it rained."}, "In the U.S. it rained.", "In the U.S. it rained."},
		{"compounds stay whole", []string{"They shut an anti-war camp.", "They shut a pro-war camp."},
			"They shut{ an anti-war 1| a pro-war 1}camp.", "They shut an anti-war camp."},
		{"white space", []string{"The mill\n\nshut  in May.", "The mill shut in May."}, "The mill shut in May.", "The mill shut in May."},
		{"who was told when", []string{
			"Drivers in the north will be told on Monday, while those in other regions will hear by the end of the month.",
			"Those concerned in the north will be told on Monday, with drivers in most other regions being informed by the end of the month.",
			"Clark said the line would inform its drivers in the north on Monday morning, and in most other areas by the end of the month.",
		}, "{Drivers 1|Clark said the line would inform its drivers 1|Those concerned 1}in the north{ will be told 2| 1}on Monday" +
			"{, while those 1| morning, and 1|, with drivers 1}in{ most 2| 1}other{ regions will hear 1| areas 1| regions being informed 1}by the end of the month.",
			"Drivers in the north will be told on Monday, while those in most other regions will hear by the end of the month."},
		{"most agree beside one that doesn't", []string{
			"The mill will shut in May, Clark said.", "The mill will shut in May, Clark said.", "The mill will close in May, Clark said.",
			"The mill will shut in June, Clark said.", "It was all over, Clark said.",
		}, "{The mill will4|It was all1}{ shut3|1| close1}{ in4|1}{ May, 3| June, 1| over, 1}Clark said.",
			"The mill will shut in May, Clark said."},
		{"no words", []string{"—", "…"}, "", ""},
		{"words and none", []string{"It shut.", "…"}, "{It shut.1|…1}", "It shut."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs, p := whole(0, tt.readings...)
			table := NewTable(docs, p)
			checkTable(t, docs, p, table)
			parts := table.Common()
			if got := notation(parts); got != tt.want {
				t.Errorf("common wording\n got %s\nwant %s", got, tt.want)
			}
			if got := Default(parts); got != tt.text {
				t.Errorf("text\n got %s\nwant %s", got, tt.text)
			}
		})
	}
}

// checkTable tests what holds for the table of any passage.
func checkTable(t *testing.T, docs []*text.Document, p *Passage, table *Table) {
	t.Helper()
	next := make([]int, len(p.Readings))
	for r, reading := range p.Readings {
		next[r], _ = docs[reading.Article].WordsIn(reading.Span)
	}
	for n, c := range table.Columns {
		for r, at := range c.At {
			if at.First != next[r] || at.Last < at.First {
				t.Fatalf("column %d of reading %d is %v after word %d", n, r, at, next[r])
			}
			next[r] = at.Last
		}
		checkColumn(t, p, &c)
		if n > 0 && c.Agree() && table.Columns[n-1].Agree() {
			t.Errorf("columns %d and %d agree both", n-1, n)
		}
	}
	for r, reading := range p.Readings {
		if _, last := docs[reading.Article].WordsIn(reading.Span); next[r] != last {
			t.Errorf("the words of reading %d end at %d, in the table at %d", r, last, next[r])
		}
	}
	checkParts(t, table)
}

// checkColumn tests that every reading has one variant of a column.
func checkColumn(t *testing.T, p *Passage, c *Column) {
	t.Helper()
	var all []int
	for i, v := range c.Variants {
		all = append(all, v.Readings...)
		if i > 0 && len(v.Readings) > len(c.Variants[i-1].Readings) {
			t.Errorf("variant %d has more readings than the one before", i)
		}
		for _, r := range v.Readings {
			if v.empty() != (c.At[r].Len() == 0) {
				t.Errorf("reading %d has %d words of the variant %q", r, c.At[r].Len(), v.key)
			}
		}
	}
	slices.Sort(all)
	for r := range p.Readings {
		if len(all) != len(p.Readings) || all[r] != r {
			t.Fatalf("the variants have the readings %v", all)
		}
	}
}

// checkParts tests that every reading has the words of the parts that name it.
func checkParts(t *testing.T, table *Table) {
	t.Helper()
	parts := table.Common()
	for r, reading := range table.passage.Readings {
		var b strings.Builder
		for _, part := range parts {
			b.WriteString(part.Text)
			for _, v := range part.Slot {
				if slices.Contains(v.Readings, r) {
					b.WriteString(v.Text)
				}
			}
		}
		first, last := table.doc(r).WordsIn(reading.Span)
		set := begin(oneLine(reading.Of(table.doc(r).Source)))
		if key(text.Parse(set).Words) != key(table.doc(r).Words[first:last]) {
			continue // the capital letter alone makes other words of it: "aa.BB", "Aa.BB"
		}
		want := strings.ReplaceAll(key(table.doc(r).Words[first:last]), ".", "")
		if got := strings.ReplaceAll(key(text.Parse(b.String()).Words), ".", ""); got != want {
			t.Errorf("the parts of reading %d are %q, its words %q", r, b.String(), want)
		}
	}
}

// edited returns n different readings of one text, and none twice.
func edited(seed uint64, base string, n int) []string {
	random := rand.New(rand.NewPCG(seed, 7))
	other := strings.Fields("new town said firm mill red river spring house workers, today Leeds late $40 million cheap stock")
	out := []string{base}
	for len(out) < n {
		var words []string
		for _, w := range strings.Fields(base) {
			switch random.IntN(10) {
			case 0:
			case 1:
				words = append(words, other[random.IntN(len(other))])
			case 2:
				words = append(words, w, other[random.IntN(len(other))])
			default:
				words = append(words, w)
			}
		}
		if s := strings.Join(words, " "); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

const longSentence = "The council of Old Harwick said on Monday that it will close the covered market for three years, " +
	"as the roof over the older of its two halls has to be taken down after the fire of last spring, and that forty " +
	"stallholders are to move to the common, where a tent has stood since the summer fair of the guild ended in June."

// TestTableOrder has the readings in other orders: the table must be the same
// up to their numbers.
func TestTableOrder(t *testing.T) {
	readings := edited(1, longSentence, 9)
	docs, p := whole(0, readings...)
	want := notation(NewTable(docs, p).Common())
	random := rand.New(rand.NewPCG(3, 3))
	for range 8 {
		order := random.Perm(len(readings))
		var other []string
		for _, n := range order {
			other = append(other, readings[n])
		}
		docs, p := whole(slices.Index(order, 0), other...)
		if got := notation(NewTable(docs, p).Common()); got != want {
			t.Fatalf("order %v\n got %s\nwant %s", order, got, want)
		}
	}
}

// TestTableMany has more readings, and longer ones, than usual.
func TestTableMany(t *testing.T) {
	docs, p := whole(0, edited(2, longSentence, 200)...)
	table := NewTable(docs, p)
	checkTable(t, docs, p, table)
	if got := Default(table.Common()); got != longSentence {
		t.Errorf("of 200 readings:\n%s", got)
	}
	long := strings.Repeat("red sun and blue moon, ", maxTabled)
	docs, p = whole(1, "It rose. "+long+"It set.", "It rose. It set.", "It rose. "+long+long+"It set.")
	table = NewTable(docs, p)
	checkTable(t, docs, p, table)
	if len(table.Columns) != 3 {
		t.Errorf("%d columns of long readings, not what they share at the ends and what is between", len(table.Columns))
	}
}

// FuzzTable aligns any readings that stand anywhere in their articles.
func FuzzTable(f *testing.F) {
	f.Add("The mill shut.", "“The mill”, he said, shut.", "Yesterday the works shut down. ", 0, 3)
	f.Add("It rose 5%.", "It rose 5 percent", "U.S. anti-war", 2, 200)
	f.Add(" ", "", "0\".00", 14, 62)
	f.Add(" ", "", "0,\"0", 14, 62)
	f.Add("000 0000 0000", "“00000000”000000000000000", "aa.AAAAAAAAAAAAAAAAAAAAAAAAA000", 0, 3)
	f.Add("0", "0", "0\",0 00", 89, 179)
	f.Add("0", "A”&A", "0", -16, -52)
	f.Add("\xff$\xe9 a-b", "", "a/b \"c", 1, 1)
	f.Fuzz(func(t *testing.T, a, b, c string, base, cut int) {
		if len(a)+len(b)+len(c) > 3000 {
			return
		}
		docs, p := whole(max(0, base)%3, a, b, c)
		if words := docs[0].Words; len(words) > 0 {
			p.Readings[0].Start = words[max(0, cut)%len(words)].Start
		}
		table := NewTable(docs, p)
		if utf8.ValidString(a + b + c) {
			checkTable(t, docs, p, table)
		}
		Default(table.Common())
	})
}

func BenchmarkTable(b *testing.B) {
	docs, p := whole(0, edited(2, longSentence, 200)...)
	for b.Loop() {
		NewTable(docs, p).Common()
	}
}
