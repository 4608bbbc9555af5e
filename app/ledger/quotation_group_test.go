package ledger

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/story"
	"samewire/app/text"
)

func parseAll(sources ...string) []*text.Document {
	var docs []*text.Document
	for _, s := range sources {
		docs = append(docs, text.Parse(s))
	}
	return docs
}

// changed writes the changes of a quotation as "old→new".
func changed(docs []*text.Document, list []Quotation, q Quotation) string {
	var out []string
	for _, c := range q.Changes {
		out = append(out, c.Base.Of(docs[list[q.Base].Article].Source)+"→"+c.Here.Of(docs[q.Article].Source))
	}
	return strings.Join(out, ", ")
}

func TestRenderings(t *testing.T) {
	const full = "“We have seen the river rise for nine days, and we will open the northern gates before the week is out,” Ina Marsh said."
	tests := []struct {
		name, other string
		want        Rendering
		changes     string
	}{
		{"alike", strings.ReplaceAll(strings.ReplaceAll(full, "“", `"`), "”", `"`), Alike, ""},
		{"case and comma", "Ina Marsh said: “we have seen the river rise for nine days and we will open the northern gates before the week is out.”", Alike, ""},
		{"broken by who said it", "“We have seen the river rise for nine days,” Marsh said, “and we will open the northern gates before the week is out.”", Alike, ""},
		{"cut at the start", "Marsh said: “We will open the northern gates before the week is out.”", Cut, ""},
		{"cut inside, marked", "“We have seen the river rise ... and we will open the northern gates before the week is out,” Marsh said.", Cut, ""},
		{"fragment", "Marsh said they would “open the northern gates” soon.", Cut, ""},
		{"bracketed", "“[The council has] seen the river rise for nine days, and we will open the northern gates before the week is out,” Marsh said.", Bracketed, ""},
		{"one word", "“We have seen the river rise for nine days, and we will close the northern gates before the week is out,” Marsh said.", Altered, "open→close"},
		{"cut and changed", "“We have watched the river rise for nine days, and we will open the gates,” Marsh said.", Altered, "seen→watched, northern→"},
		{"inserted", "“We have seen the river rise for nine long days, and we will open the northern gates before the week is out,” Marsh said.", Altered, "→long"},
		{"a sign for a word", "“We have seen the river rise for nine days, & we will open the northern gates before the week is out,” Marsh said.", Alike, ""},
		{"accents", strings.ReplaceAll(full, "gates", "gâtés"), Alike, ""},
		{"a number in figures", strings.Replace(full, "nine", "9", 1), Alike, ""},
		{"fragment of another speaker", "Brandt said they would “open the northern gates” soon.", Sole, ""},
		{"begins before and ends before", "“Hello, listen, we have seen the river rise for nine days,” Ina Marsh said.", Partly, ""},
		{"goes on elsewhere after an ellipsis", "“We have seen the river rise for nine days... The council will thank the crews this week,” Ina Marsh said.", Partly, ""},
		{"nearly all, of nobody named", "The council found that “we will open the southern gates before the week is out.”", Altered, "northern→southern"},
		{"the same and others", "“We will open the northern gates before the week is out. Nobody in the harbour needs to fear for a boat,” Ina Marsh said.", Partly, ""},
		{"another quotation", "“We have mended the northern road in nine weeks, and the ferry will sail again on Monday,” Ina Marsh said.", Sole, ""},
		{"a common phrase", "“By the time the week is out, all of us will be tired,” Ina Marsh said.", Sole, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			// Two outlets print the words in full, so that theirs is the base.
			docs := parseAll(full, full, tt.other)
			list := Quotations(docs, nil)
			q := list[len(list)-1]
			if tt.want == Alike && q.Rendering == Fullest && list[0].Base == 2 && list[0].Rendering == Alike && list[1].Rendering == Alike {
				return // of equals, any may be the base
			}
			if q.Rendering != tt.want || q.Article != 2 {
				t.Fatalf("article %d: %v, want %v; %q", q.Article, q.Rendering, tt.want, changed(docs, list, q))
			}
			if got := changed(docs, list, q); got != tt.changes {
				t.Errorf("changes %q, want %q", got, tt.changes)
			}
			if list[0].Rendering != Fullest || list[1].Rendering != Alike || list[1].Base != 0 || list[0].Group != 1 {
				t.Errorf("the base: %+v", list[:2])
			}
		})
	}
}

// TestGoesOn finds the sentence that goes on in the same place with words changed,
// too many for it to be found alone.
func TestGoesOn(t *testing.T) {
	const full = "“I will leave the harbour at the end of this winter. It is a very sad moment. My son will steer the ferry from then on,” Ina Marsh said."
	for _, c := range []struct {
		name, other string
		want        Rendering
		changes     string
	}{
		{"goes on", "“I will leave the harbour at the end of this winter. It is a very hard moment and I shall miss everyone,” Ina Marsh said.", Altered, "sad→hard, "},
		{"goes on with something else", "“I will leave the harbour at the end of this winter. Nobody asked me to go and nobody asked me to stay,” Ina Marsh said.", Partly, ""},
		{"begins before", "“You all know it is a very hard moment. My son will steer the ferry from then on,” Ina Marsh said.", Altered, "→You all know, sad→hard"},
	} {
		docs := parseAll(full, full, c.other)
		list := Quotations(docs, nil)
		q := list[len(list)-1]
		if q.Rendering != c.want || !strings.HasPrefix(changed(docs, list, q), c.changes) {
			t.Errorf("%s: %v, %q", c.name, q.Rendering, changed(docs, list, q))
		}
	}
}

// TestBracketsOfOne compares a wording with brackets with the one that has none.
func TestBracketsOfOne(t *testing.T) {
	list := Quotations(parseAll("“The plans are open to talks [with the crews], but the gates will be shut by the end of spring,” Ina Marsh said.",
		"“The plans are open to talks, but the gates will be shut by the end of spring,” Ina Marsh said."), nil)
	if list[0].Rendering != Bracketed || list[1].Rendering != Fullest {
		t.Errorf("%v and %v", list[0].Rendering, list[1].Rendering)
	}
}

// TestSaidTwice takes what an article prints in full, and once more in other words, for
// no altered quotation.
func TestSaidTwice(t *testing.T) {
	const full = "“I know that I no longer have enough oil in the tank to do the gates justice,” Ina Marsh said."
	list := Quotations(parseAll(full, "Ina Marsh said she ‘no longer had enough oil in the tank’ for the gates.\n\n"+full), nil)
	for _, q := range list {
		if q.Rendering == Altered {
			t.Errorf("altered: %+v", q)
		}
	}
	const brief = "Ina Marsh said they were “very pleased with the gates”."
	list = Quotations(parseAll(brief+"\n\n"+brief, "Ina Marsh said that the coast is “very pleased with the gates”."), nil)
	for _, q := range list {
		if q.Base >= 0 && list[q.Base].Article == q.Article {
			t.Errorf("compared with its own article: %+v", q)
		}
	}
}

// TestHalves joins a quotation that an article parts, and no two that others
// don't print as one.
func TestHalves(t *testing.T) {
	const full = "Ina Marsh said: “We have seen the river rise for nine days. We will open the northern gates before the week is out.”"
	for _, c := range []struct {
		name, other string
		want        string
	}{
		{"in the next paragraph", "“We have seen the river rise for nine days,” Ina Marsh said on the pier.\n\n“We will open the northern gates before the week is out,” she added.", "alike"},
		{"something in between", "“We have seen the river rise for nine days,” Ina Marsh said.\n\nShe was on the pier.\n\n“We will open the northern gates before the week is out.”", "cut cut"},
		{"the other way round", "“We will open the northern gates before the week is out,” Ina Marsh said.\n\n“We have seen the river rise for nine days.”", "cut cut"},
		{"of another speaker", "“We have seen the river rise for nine days,” Ina Marsh said.\n\n“We will open the northern gates before the week is out,” Ole Brandt said.", "cut cut"},
	} {
		list := Quotations(parseAll(full, full, c.other), nil)
		var got []string
		for _, q := range list[2:] {
			got = append(got, q.Rendering.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

// TestFullestOfTwo compares with the longer printing where each of two would do.
func TestFullestOfTwo(t *testing.T) {
	docs := parseAll("“I am very proud of the crew I have had. I always dreamed about steering ships since I was five,” Ina Marsh said.",
		"“I am very proud of the crew I have had. I always dreamt of steering ships since I was five,” Ina Marsh said.",
		"“I am very proud of the crew I have had,” Ina Marsh said.")
	list := Quotations(docs, nil)
	if list[0].Rendering != Fullest || list[1].Rendering != Altered || list[2].Rendering != Cut {
		t.Errorf("got %v, %v, %v", list[0].Rendering, list[1].Rendering, list[2].Rendering)
	}
}

func TestSpellings(t *testing.T) {
	docs := parseAll("“The neighbours will organise the defence of the harbour,” Ina Marsh said.",
		"“The neighbors will organize the defense of the harbor,” Ina Marsh said.")
	list := Quotations(docs, nil)
	if max(list[0].Rendering, list[1].Rendering) != Alike {
		t.Errorf("American and British spelling are %v and %v", list[0].Rendering, list[1].Rendering)
	}
	list = Quotations(parseAll("“It is the queen of rock ‘n’ roll of this old harbour town,” Ina Marsh said.",
		"“It is the queen of rock’n’roll of this old harbour town,” Ina Marsh said."), nil)
	if max(list[0].Rendering, list[1].Rendering) != Alike {
		t.Errorf("words joined by signs are %v and %v", list[0].Rendering, list[1].Rendering)
	}
}

// passage makes a passage of the whole of each text.
func passage(docs []*text.Document) []collate.Passage {
	p := collate.Passage{ID: 1}
	for i, d := range docs {
		p.Readings = append(p.Readings, collate.Reading{Place: align.Place{Article: i, Span: text.Span{End: len(d.Source)}}})
	}
	return []collate.Passage{p}
}

func TestUnmarked(t *testing.T) {
	const full = "“We will open the northern gates before the week is out and warn every village on the coast,” Ina Marsh said."
	tests := []struct {
		name, other, words string
		want               Rendering
		changes            string
	}{
		{"marks dropped", "Marsh said: We will open the northern gates before the week is out and warn every village on the coast.",
			"We will open the northern gates before the week is out and warn every village on the coast", Unmarked, ""},
		{"indirect", "Ina Marsh said that the council would open the northern gates before the week ended and alert each village on the coast.",
			"the council would open the northern gates before the week ended and alert each village on the coast", Indirect,
			"We will→the council would, is out→ended, warn every→alert each"},
		{"another speaker", "Ole Brandt said that the council would open the northern gates before the month ended and alert each farm on the coast.",
			"", Sole, ""},
		{"another matter", "Ina Marsh said that the northern villages had been warned of the ferry strike on Monday.", "", Sole, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs := parseAll(full, tt.other)
			list := Quotations(docs, passage(docs))
			if tt.want == Sole {
				if len(list) != 1 || list[0].Rendering != Sole {
					t.Errorf("got %+v", list)
				}
				return
			}
			if len(list) != 2 {
				t.Fatalf("%d entries", len(list))
			}
			q := list[1]
			if got := q.Pieces[0].Of(tt.other); q.Rendering != tt.want || got != tt.words || q.Base != 0 {
				t.Errorf("got %v of %d: %q", q.Rendering, q.Base, got)
			}
			if got := changed(docs, list, q); got != tt.changes {
				t.Errorf("changes %q, want %q", got, tt.changes)
			}
			if name := q.Speaker.Name.Of(tt.other); !strings.HasSuffix(name, "Marsh") {
				t.Errorf("speaker %q", name)
			}
		})
	}
}

// TestDescribedApart holds that what a government official tells is not what a
// TestNeverClosed takes words behind a mark that is never closed for none without
// marks.
func TestNeverClosed(t *testing.T) {
	docs := parseAll("“My dearest harbour, you made all of our lives on this coast so much better,” Ina Marsh wrote.",
		"Marsh has taken to the pier, writing: “My dearest harbour, you made all of our lives on this coast so much better.\n\nThe pier is long.")
	for _, q := range Quotations(docs, passage(docs)) {
		if q.Rendering == Unmarked || q.Rendering == Indirect {
			t.Errorf("without marks: %q", q.Of(docs[q.Article].Source))
		}
	}
}

// police spokesman said, however alike it is.
func TestDescribedApart(t *testing.T) {
	const said = " told reporters that the council would open the northern gates before the week ended and alert each village on the coast."
	for speaker, want := range map[string]int{"A government official": 1, "A council spokesman": 2} {
		docs := parseAll("“We will open the northern gates before the week is out and warn every village on the coast,” a council engineer said.", speaker+said)
		if list := Quotations(docs, passage(docs)); len(list) != want {
			t.Errorf("%s: %d entries", speaker, len(list))
		}
	}
}

// TestNobody holds that a subject which names nobody, beside a name, is read.
func TestNobody(t *testing.T) {
	docs := parseAll("“We will open the northern gates before the week is out and warn every village on the coast,” Ina Marsh said.",
		"The senior vice stream of Gates, Ina Marsh, stated that the council would open the northern gates before the week ended and alert each village on the coast.")
	list := Quotations(docs, passage(docs))
	if len(list) != 2 || list[1].Rendering != Indirect || list[1].Speaker != (Speaker{}) {
		t.Errorf("got %+v", list)
	}
}

func TestBuiltInStory(t *testing.T) {
	s, err := story.ReadDir(os.DirFS("../../web/stories"), "amazon-layoffs")
	if err != nil {
		t.Fatal(err)
	}
	var docs []*text.Document
	for _, a := range s.Articles {
		docs = append(docs, text.Parse(a.Text))
	}
	matches, err := align.Align(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	passages, err := collate.Collate(context.Background(), docs, matches)
	if err != nil {
		t.Fatal(err)
	}
	list := Quotations(docs, passages)
	want := []struct {
		article     int
		begins      string
		name, cue   string
		rendering   Rendering
		group, base int
		changes     string
	}{
		{0, "We've identified", "Mike Hopkins", "told employees", Cut, 1, 1, ""},
		{1, "Throughout the past year", "Hopkins", "wrote in the memo, which was reviewed by Bloomberg", Fullest, 1, -1, ""},
		{1, "is still meaningfully", "Dan Clancy", "said", Sole, 0, -1, ""},
		{1, "For some time now", "Clancy", "wrote", Sole, 0, -1, ""},
		{1, "As you all know", "Clancy", "wrote", Sole, 0, -1, ""},
		{2, "the company identified", "Mike Hopkins", "stated in a note", Indirect, 1, 1,
			"we've→the company, reduce→decrease, increasing our investment and→escalating their, deliver→have, →substantial"},
		{3, "We've identified", "Mike Hopkins", "told employees in a note by Reuters", Cut, 1, 1, ""},
	}
	if len(list) != len(want) {
		t.Fatalf("%d quotations, want %d", len(list), len(want))
	}
	for i, w := range want {
		q := list[i]
		source := docs[q.Article].Source
		if q.Article != w.article || !strings.HasPrefix(q.Pieces[0].Of(source), w.begins) {
			t.Errorf("%d: article %d: %q", i, q.Article, q.Pieces[0].Of(source))
			continue
		}
		if name, cue := q.Speaker.Name.Of(source), q.Cue.Of(source); name != w.name || cue != w.cue {
			t.Errorf("%d: %q %q", i, name, cue)
		}
		if q.Rendering != w.rendering || q.Group != w.group || q.Base != w.base {
			t.Errorf("%d: %v, group %d, base %d", i, q.Rendering, q.Group, q.Base)
		}
		if got := changed(docs, list, q); got != w.changes {
			t.Errorf("%d: changes %q", i, got)
		}
	}
}

// entry is a quotation without the numbers of articles, groups and bases.
func entry(docs []*text.Document, list []Quotation, q Quotation) string {
	source := docs[q.Article].Source
	s := source + "\x00" + q.Of(source) + "\x00" + q.Speaker.Said.Of(source) + "\x00" + q.Speaker.Name.Of(source) + "\x00" +
		q.Cue.Of(source) + "\x00" + q.Rendering.String() + "\x00" + changed(docs, list, q)
	if q.Base >= 0 {
		base := list[q.Base]
		s += "\x00" + base.Of(docs[base.Article].Source)
	}
	return s
}

func TestOrderOfArticles(t *testing.T) {
	sources := []string{
		"“We will open the northern gates before the week is out,” Ina Marsh said. “Nobody needs to leave the coast.”",
		"Marsh told us: “We will open the gates before the week is out.” She called the plan “a gift.”",
		"“We will shut the northern gates before the week is out,” Ole Brandt said.",
		"Ina Marsh said that the council would open the northern gates before the week ended.",
		"“Nobody needs to leave the coast,” she said. Marsh added: “We will open the northern gates before the week is out.”",
	}
	entries := func(order []int) []string {
		var docs []*text.Document
		for _, i := range order {
			docs = append(docs, text.Parse(sources[i]))
		}
		list := Quotations(docs, passage(docs))
		var out []string
		for _, q := range list {
			out = append(out, entry(docs, list, q))
		}
		slices.Sort(out)
		return out
	}
	want := entries([]int{0, 1, 2, 3, 4})
	for _, order := range [][]int{{4, 3, 2, 1, 0}, {2, 0, 4, 1, 3}, {3, 1, 4, 2, 0}, {1, 2, 3, 4, 0}} {
		if got := entries(order); !slices.Equal(got, want) {
			t.Errorf("order %v:\n%q\nwant\n%q", order, got, want)
		}
	}
}
