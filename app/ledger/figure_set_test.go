package ledger

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/text"
)

// onePassage makes articles of the sources and one passage that is all of them.
func onePassage(sources ...string) ([]*text.Document, []collate.Passage) {
	var docs []*text.Document
	p := collate.Passage{ID: 1}
	for i, s := range sources {
		docs = append(docs, text.Parse(s))
		p.Readings = append(p.Readings, collate.Reading{Place: align.Place{Article: i, Span: text.Span{End: len(s)}}})
	}
	return docs, []collate.Passage{p}
}

// relationsOf describes the links of all sets: "relation: A / B", sorted.
func relationsOf(docs []*text.Document, passages []collate.Passage) []string {
	figures := Figures(docs, passages)
	var out []string
	for _, s := range CompareFigures(docs, passages, figures) {
		for _, k := range s.Links {
			a, b := &figures[k.A], &figures[k.B]
			out = append(out, fmt.Sprintf("%v: %s / %s", k.Relation, a.Of(docs[a.Article].Source), b.Of(docs[b.Article].Source)))
		}
	}
	slices.Sort(out)
	return out
}

func TestCompareReadings(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       string // the relations, or "" for none
	}{
		{"equal", "The mill will cut 300 jobs in spring.", "The mill is to cut 300 jobs next spring.", "equal: 300 / 300"},
		{"equal in other words", "Sales fell 35 percent at the mill.", "Sales at the mill fell 35%.", "equal: 35 percent / 35%"},
		{"equal share", "One in five workers at the mill fell ill.", "At the mill, 20% of workers fell ill.", "equal: One in five / 20%"},
		{"equal date", "The court will hear the case on Nov. 6 in Rome.", "The court will hear the case on 6 November in Rome.", "equal: Nov. 6 / 6 November"},
		{"date told in part", "The court ruled in favor on Friday, April 17, 2020.", "The court ruled in favor on Friday.", "equal: Friday, April 17, 2020 / Friday"},
		{"hedged", "The mill will cut 300 jobs.", "The mill will cut just over 300 jobs.", "hedged differently: 300 / just over 300"},
		{"hedge admits", "The storm damaged about 680 houses on the coast.", "The storm damaged more than 694 houses on the coast.",
			"hedged differently: about 680 / more than 694"},
		{"hedge is too fine", "The storm damaged about 685 houses on the coast.", "The storm damaged more than 692 houses on the coast.",
			"in disagreement: about 685 / more than 692"},
		{"with and without a part", "The ferry carried 184 passengers, including 10 infants, to the coast.", "The ferry carried 174 passengers and 10 infants to the coast.", "equal: 10 / 10"},
		{"in disagreement, with a part", "The ferry carried 184 passengers, including 10 infants, to the coast.", "The ferry carried 179 passengers and 10 infants to the coast.",
			"equal: 10 / 10; in disagreement: 184 / 179"},
		{"other wholes", "The ferry carried 190 passengers, including 10 infants, to the coast.", "About 190 people were carried by the ferry to the coast, including six of crew.", ""},
		{"to over", "Ole Brandt was sentenced to over 11 years in prison.", "Ole Brandt was sentenced to more than 11 years in prison.", "equal: over 11 / more than 11"},
		{"two least numbers", "The storm killed at least 36 people on the coast.", "The storm killed at least 40 people on the coast.", "hedged differently: at least 36 / at least 40"},
		{"least numbers, one of them rounded", "The storm cost over 153,000 people their homes.", "The storm cost over 150,000 people their homes.", "rounded: over 153,000 / over 150,000"},
		{"two days", "The harbour index closed up 1,049 points, or 5.2%, on the news of the plan.", "The harbour index closed up 1,985 points, or 9.4%, on the news of the plan.", ""},
		{"vague", "The mill will cut hundreds of jobs.", "The mill will cut 340 jobs.", "hedged differently: hundreds / 340"},
		{"inside a range", "The storm damaged 600 to 800 houses.", "The storm damaged 700 houses.", "hedged differently: 600 to 800 / 700"},
		{"rounded", "The flood has hit 2.2 million people and killed more than 153,000, said the agency.",
			"The flood has hit 2.2 million people and killed over 150,000, said the agency.",
			"equal: 2.2 million / 2.2 million; rounded: more than 153,000 / over 150,000"},
		{"rounded share", "A third of village homes lost power at night.", "About 33 percent of village homes lost power at night.", "rounded: A third / About 33 percent"},
		{"small counts are not rounded", "The rescuers found 9 people in the cave.", "The rescuers found 10 people in the cave.", "in disagreement: 9 / 10"},
		{"disagreement", "The official death toll in the valley surpassed 36,000, with wide damage.",
			"The official death toll in the valley stood at 31,000, with wide damage.", "in disagreement: surpassed 36,000 / 31,000"},
		{"too far apart to be one", "The mill in the valley sold 12 old machines.", "The mill in the valley sold 900 old machines.", ""},
		{"what comes on top", "Two other men had accused the mayor of theft.", "Four men had accused the mayor of theft.", ""},
		{"other things counted", "The ship carried 40 cars to Spain.", "The ship carried 50 miles of cable.", ""},
		{"other currency", "The state bought the mill for $465 million in cash.", "The state bought the mill for £370 million in cash.",
			"converted: $465 million / £370 million"},
		{"converted beside it", "The state bought the mill for about $465 million (approx. Ksh.73.6 billion) in cash.", "The state bought the mill for $465 million in cash.",
			"converted: about $465 million / approx. Ksh.73.6 billion; hedged differently: about $465 million / $465 million"},
		{"converted measure", "The missiles fly 700 kilometers (435 miles) at most.", "The missiles fly 435 miles at most.",
			"converted: 700 / 435; equal: 435 / 435"},
		{"converted hour", "The clerk set a final 5 p.m. (2100 GMT) deadline for the firm.", "The clerk set a final 5 p.m. EDT deadline for the firm.",
			"converted: 5 p.m. / 2100 GMT; equal: 5 p.m. / 5 p.m. EDT"},
		{"other time", "The firm closed 40 shops on Monday in the north.", "The firm closed 40 shops on Tuesday in the north.",
			"different time: 40 / 40; equal: 40 / 40; in disagreement: Monday / Tuesday"},
		{"a day that comes round", "Bins are emptied every other Monday, the council said.", "The council said bins are emptied every other Tuesday.", "in disagreement: Monday / Tuesday"},
		{"only the day differs", "The ferry will sail to the island on Tuesday.", "The ferry will sail to the island on Wednesday.", "in disagreement: Tuesday / Wednesday"},
		{"more than the day differs", "The ferry will sail to the island on Tuesday.", "Brandt took the ferry to the island with his family on Wednesday.", ""},
		{"up and down", "The harbour index fell almost 2,000 points after the news of the plan.", "The harbour index jumped 1,985 points after the news of the plan.", ""},
		{"down twice", "The harbour index fell almost 2,000 points after the news of the plan.", "The harbour index dropped 1,985 points after the news of the plan.",
			"rounded: almost 2,000 / 1,985"},
		{"other day", "The harbour index lost 2,000 points on Monday.", "The harbour index lost 1,985 points on Friday.", ""},
		{"other year", "The firm cut more than 4,300 jobs last year to save money.", "To save money, the firm cut 4,300 jobs in late 2021 and early 2022.",
			"different time: more than 4,300 / 4,300; hedged differently: more than 4,300 / 4,300"},
		{"a time that may be the same", "The firm cut 4,300 jobs last year.", "The firm cut 4,300 jobs in 2022.", "equal: 4,300 / 4,300"},
		{"two at once", "It killed 12 people and hurt 40 people.", "It hurt 40 people and killed 12 people.", "equal: 12 / 12; equal: 40 / 40"},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, passages := onePassage(c.a, c.b)
			if got := strings.Join(relationsOf(docs, passages), "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestCompareOutsidePassages(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"rounded in one article", "The brewery Alder, bought by Norwind a decade ago for close to $2 billion, brews dark beer in Leeds.\n\n" +
			"Norwind has many other firms.\n\nNorwind purchased the brewery Alder in 2014 for $1.94 billion to brew dark beer.",
			"rounded: $1.94 billion / close to $2 billion"},
		{"repeated", "Norwind laid off 27,400 workers to cut costs.\n\nIt sold $40 million of goods.\n\nIts ships carried 900 cars, and 800 vans.\n\n" +
			"At Norwind, 27,400 jobs went when costs rose.",
			"equal: 27,400 / 27,400"},
		{"other things counted", "Norwind has 27,400 workers in the port of Leeds.\n\nThe port of Leeds takes in 27,400 ships.", ""},
		{"common value", "Norwind hired 300 workers in Leeds.\n\nThe town of Hull hired 300 workers.", ""},
		{"other sums", "Norwind paid $40 million for land.\n\nThe town fined a bank $42 million.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs := []*text.Document{text.Parse(c.source)}
			if got := strings.Join(relationsOf(docs, nil), "; "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// figureStory returns the articles and the passages of the built-in story.
func figureStory(t *testing.T) ([]*text.Document, []collate.Passage) {
	t.Helper()
	files, err := filepath.Glob("../../web/stories/amazon-layoffs/*.txt")
	if err != nil || len(files) != 4 {
		t.Fatalf("built-in story: %v, %v", files, err)
	}
	var docs []*text.Document
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, text.Parse(string(data)))
	}
	return docs, collated(t, docs)
}

func collated(t *testing.T, docs []*text.Document) []collate.Passage {
	t.Helper()
	matches, err := align.Align(context.Background(), docs, nil)
	if err != nil {
		t.Fatal(err)
	}
	passages, err := collate.Collate(context.Background(), docs, matches)
	if err != nil {
		t.Fatal(err)
	}
	return passages
}

// TestBuiltInFigures compares the figures with a list made by hand.
func TestBuiltInFigures(t *testing.T) {
	docs, _ := figureStory(t)
	for i, want := range []string{
		"$9.9 billion; last quarter; hundreds; 35%; 500; last year; 27,000; almost three times; more than double; 500; January 29; up to four; $2.99; " +
			"$8.5 billion; $465 million; first; $1.59 trillion; last month",
		"hundreds; hundreds; Wednesday; just over 500; 35%; last year; Wednesday; late 2022; early 2023; more than 27,000; hundreds; two; 599; 2022; 400; this year; " +
			"Wednesday; a decade ago; close to $1 billion; more than 500; 3 or more; 2014; $970 million; Last month; 10 times; just over 500; this week; several hundred",
		"several hundred; Wednesday; two; Wednesday; over 27,000; last year; $8.5 billion; approximately $465 million; first; 2022; 2022; 2023; 500; around 35%; Tuesday; " +
			"more than 80%; last year; 1.5%",
		"Hundreds; Wednesday; two; 2024; Several Hundred; Wednesday; Last year; more than 27,000; Several Hundred; $8.5 billion; around $465 million; " +
			"approx. Ksh.73.6 billion; first; 2022; 2022; 2023; Tuesday; 500; around 35%; 1.5%; more than 80%; last year",
	} {
		var got []string
		for _, f := range Figures(docs[i:i+1], nil) {
			got = append(got, f.Of(docs[i].Source))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("article %d:\n got %s\nwant %s", i, s, want)
		}
	}
}

// TestBuiltInRelations looks for what a reader finds in the built-in story.
func TestBuiltInRelations(t *testing.T) {
	docs, passages := figureStory(t)
	got := relationsOf(docs, passages)
	for _, want := range []string{
		"rounded: $970 million / close to $1 billion",
		"hedged differently: 500 / just over 500",
		"hedged differently: 500 / more than 500",
		"equal: 500 / 500",
		"hedged differently: around 35% / 35%",
		"hedged differently: over 27,000 / 27,000",
		"different time: over 27,000 / more than 27,000",
		"hedged differently: around $465 million / $465 million",
		"converted: around $465 million / approx. Ksh.73.6 billion",
		"equal: $8.5 billion / $8.5 billion",
		"equal: Wednesday / Wednesday",
		"equal: Tuesday / Tuesday",
		"equal: more than 80% / more than 80%",
		"equal: 1.5% / 1.5%",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("missing %q", want)
		}
	}
	if t.Failed() {
		t.Logf("found:\n%s", strings.Join(got, "\n"))
	}
	for _, r := range got {
		if strings.HasPrefix(r, InDisagreement.String()) {
			t.Errorf("false: %s", r)
		}
	}
}

// TestFigureSetsInAnyOrder turns the order of the built-in articles round.
func TestFigureSetsInAnyOrder(t *testing.T) {
	docs, passages := figureStory(t)
	turned := slices.Clone(docs)
	slices.Reverse(turned)
	again := collated(t, turned)
	if a, b := describeSets(docs, passages), describeSets(turned, again); a != b {
		t.Errorf("in order:\n%s\nturned:\n%s", a, b)
	}
}

// describeSets lists the sets without the numbers of the articles.
func describeSets(docs []*text.Document, passages []collate.Passage) string {
	figures := Figures(docs, passages)
	name := func(i int) string {
		f := &figures[i]
		return fmt.Sprintf("%.20q:%d-%d", docs[f.Article].Source, f.Start, f.End)
	}
	var sets []string
	for _, s := range CompareFigures(docs, passages, figures) {
		var links []string
		for _, k := range s.Links {
			links = append(links, fmt.Sprintf("%v %s %s", k.Relation, name(k.A), name(k.B)))
		}
		slices.Sort(links)
		sets = append(sets, name(s.Base)+" "+strings.Join(links, ", "))
	}
	slices.SortFunc(sets, cmp.Compare[string])
	return strings.Join(sets, "\n")
}

func FuzzFigures(f *testing.F) {
	f.Add("It cut 500 jobs, about $8.5bn (£7bn), on Jan. 10, 2024.", "Just over 500 jobs went, some US$8.5 billion, last Tuesday.")
	f.Add("One in five, two-thirds, 10-15%, between $5 and 6 million or so", "a decade ago, 5 p.m. EDT (2100 GMT), mid-1990s, the 24th day")
	f.Add("1,2.3-4/5:6 １２ 2\u00a0000 ₹\u20093 Ksh.\xff7", "half a million and a half dozens of thousands of")
	f.Add("in 20161 9/11 1.1.1 1:1:1 $ $ % -1 - 2", "a hundred and one thousand million million million million")
	f.Fuzz(func(t *testing.T, a, b string) {
		docs, passages := onePassage(a, b)
		figures := Figures(docs, passages)
		checkFigures(t, docs, figures)
		sets := CompareFigures(docs, passages, figures)
		for _, s := range sets {
			if len(s.Figures) < 2 || len(s.Links) == 0 || !slices.IsSorted(s.Figures) || !slices.Contains(s.Figures, s.Base) {
				t.Fatalf("set %+v", s)
			}
			for _, k := range s.Links {
				if !slices.Contains(s.Figures, k.A) || !slices.Contains(s.Figures, k.B) || k.A == k.B {
					t.Fatalf("link %+v of set %+v", k, s)
				}
			}
		}
		if again := describeSets(docs, passages); again != describeSets(docs, passages) {
			t.Fatal("not the same twice")
		}
	})
}
