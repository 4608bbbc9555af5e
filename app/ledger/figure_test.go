package ledger

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"samewire/app/text"
)

// figuresOf describes the figures of an article, one a line: the text in
// brackets, then unit, value, noun and time, then the hedge.
func figuresOf(source string) []string {
	var out []string
	for _, f := range Figures([]*text.Document{text.Parse(source)}, nil) {
		s := "[" + f.Of(source) + "] " + f.Unit.String() + " " + valueOf(&f)
		if f.Noun.Len() > 0 {
			s += " of " + f.Noun.Of(source)
		}
		if f.Time.Len() > 0 {
			s += " in " + f.Time.Of(source)
		}
		if f.Hedge != Exact {
			s += ", " + f.Hedge.String()
		}
		out = append(out, s)
	}
	return out
}

func valueOf(f *Figure) string {
	d := f.Date
	switch {
	case f.Unit == Weekday:
		return strconv.Itoa(d.Weekday)
	case f.Unit == Day:
		s := fmt.Sprintf("%d-%d-%d", d.Year, d.Month, d.Day)
		if d.LastDay > 0 {
			s += fmt.Sprintf("..%d", d.LastDay)
		}
		if d.Decade {
			s += " decade"
		}
		return s + [...]string{"", " early", " mid", " late"}[d.Part]
	}
	s := f.Code + numberOf(f.Low)
	if !f.Low.Is(f.High) {
		s += ".." + numberOf(f.High)
	}
	return s
}

func numberOf(n Number) string {
	s := strconv.FormatInt(n.Mantissa, 10)
	if n.Exponent != 0 {
		s += "e" + strconv.Itoa(n.Exponent)
	}
	if n.Divisor > 1 {
		s += "/" + strconv.FormatInt(n.Divisor, 10)
	}
	return s
}

func TestFigures(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		// Amounts.
		{"scale word", "The deal is worth $8.5 billion.", "[$8.5 billion] money $85e8"},
		{"scale letters", "The deal is worth £8.5bn, not €3m.", "[£8.5bn] money GBP85e8; [€3m] money EUR3e6"},
		{"country", "It cost US$4,000 there and A$70.50 here.", "[US$4,000] money USD4e3; [A$70.50] money AUD705e-1"},
		{"letters", "It cost Ksh.73.6 billion, about Rs 500 crore.", "[Ksh.73.6 billion] money KES736e8; [about Rs 500 crore] money INR5e9, about"},
		{"name", "They paid 970 million dollars, 40 yen and two euros.", "[970 million dollars] money $97e7; [40 yen] money JPY4e1; [two euros] money EUR2"},
		{"pounds", "He lost 30 pounds and 3 million pounds.", "[30] count 3e1 of pounds; [3 million pounds] money GBP3e6"},
		{"half a scale", "It took half a million dollars.", "[half a million dollars] money $5e5"},
		{"range", "It may cost $10 million to $15 million, or $8-10 billion.", "[$10 million to $15 million] money $1e7..15e6; [$8-10 billion] money $8e9..1e10"},
		{"between", "Between 10 and 15 people came.", "[Between 10 and 15] count 1e1..15 of people"},
		{"shared scale", "Some 10 to 15 million people fled.", "[Some 10 to 15 million] count 1e7..15e6 of people, about"},
		{"change is no range", "The fee rose 5 to 7 dollars from 2 to 3 pesos.", "[5] count 5; [7 dollars] money $7; [2] count 2; [3 pesos] money MXN3"},
		// Percentages and shares.
		{"percent", "It fell 35 percent, 35%, 35 per cent, then 2 percentage points.",
			"[35 percent] percent 35; [35%] percent 35; [35 per cent] percent 35; [2 percentage points] points 2"},
		{"shares", "One in five left, two-thirds of them at once, half of the rest later.",
			"[One in five] percent 2e1; [two-thirds] percent 2e2/3; [half] percent 5e1"},
		{"multiples", "That is three times the share, and nearly double the sum.", "[three times] multiple 3; [nearly double] multiple 2, below"},
		// Counts and what they count.
		{"counts", "The firm has 27,000 skilled workers and 500 of its clerks.", "[27,000] count 27e3 of workers; [500] count 5e2 of clerks"},
		{"blanks and points", "It has 27 000 workers, 1.234.567 users and 8,5 million views.",
			"[27 000] count 27e3 of workers; [1.234.567] count 1234567 of users; [8,5 million] count 85e5 of views"},
		{"words", "Twenty-five ships, two hundred and fifty cars, a dozen vans.",
			"[Twenty-five] count 25 of ships; [two hundred and fifty] count 25e1 of cars; [a dozen] count 12 of vans"},
		{"vague", "Hundreds came, several thousand guards, tens of thousands of fans, dozens of vans.",
			"[Hundreds] count 1e2, vague; [several thousand] count 1e3 of guards, vague; [tens of thousands] count 1e4 of fans, vague; [dozens] count 12 of vans, vague"},
		{"half more", "It lasted two and a half years.", "[two and a half] count 25e-1 of years"},
		{"hyphen", "A 2,000-mile border and a 10-year plan.", "[2,000] count 2e3 of mile; [10] count 1e1 of year"},
		{"one", "One of them said one could wait one year and one million hours.", "[one] count 1 of year; [one million] count 1e6 of hours"},
		// Hedges.
		{"above", "More than 500 men, just over 500 men, at least 500 men, 500-plus men, 500 men or more.",
			"[More than 500] count 5e2 of men, above; [just over 500] count 5e2 of men, above; [at least 500] count 5e2 of men, above; [500-plus] count 5e2 of men, above; [500 men or more] count 5e2 of men, above"},
		{"below", "Nearly 500 men, up to 500 men, fewer than 500 men, as many as 500 men, no more than 500 men.",
			"[Nearly 500] count 5e2 of men, below; [up to 500] count 5e2 of men, below; [fewer than 500] count 5e2 of men, below; [as many as 500] count 5e2 of men, below; [no more than 500] count 5e2 of men, below"},
		{"about", "About 500 men, close to $1 billion, some 40 men, an estimated 60 men, 70 or so.",
			"[About 500] count 5e2 of men, about; [close to $1 billion] money $1e9, about; [some 40] count 4e1 of men, about; [an estimated 60] count 6e1 of men, about; [70 or so] count 7e1, about"},
		{"particle", "Guests must hand over $3 a month over two years.", "[$3] money $3; [two] count 2 of years"},
		// Ages, ordinals, times of day.
		{"age", "A 37-year-old man, Ana Lee, 41, and a boy aged 9.", "[37-year-old] age 37; [41] age 41; [9] age 9"},
		{"no rank", "Safety is our first priority, and at the first sight of smoke the first responders came.", ""},
		{"ordinals", "The first season, her 24th title, but at first the First Lady left.", "[first] ordinal 1; [24th] ordinal 24"},
		{"clock", "At 5 p.m. EDT (2100 GMT) or 9:30 am.", "[5 p.m. EDT] clock EDT102e1; [2100 GMT] clock GMT126e1; [9:30 am] clock 57e1"},
		// Dates.
		{"dates", "On Jan. 10, 2024, on 10 January 2024, on the 3rd of May and Aug. 24-27.",
			"[Jan. 10, 2024] date 2024-1-10; [10 January 2024] date 2024-1-10; [3rd of May] date 0-5-3; [Aug. 24-27] date 0-8-24..27"},
		{"weekday and date", "On Friday, April 17, 2020, not next Tuesday.", "[Friday, April 17, 2020] date 2020-4-17; [next Tuesday] weekday 2"},
		{"parts", "From late 2022 to early March, and in the mid-1990s.", "[late 2022] date 2022-0-0 late; [early March] date 0-3-0 early; [mid-1990s] date 1990-0-0 decade mid"},
		{"periods", "Last year, this week, a decade ago and two weeks ago.",
			"[Last year] period -1 of year; [this week] period 0 of week; [a decade ago] period -1 of decade; [two weeks ago] period -2 of weeks"},
		{"rolling", "It grew over the last year and in the past month.", ""},
		{"years and counts", "In 2016 it had more than 2016 users, 2000 pages and $2010.",
			"[2016] date 2016-0-0; [more than 2016] count 2016 of users in 2016, above; [2000] count 2e3 of pages; [$2010] money $201e1"},
		{"month names", "May Lee may march in May with April Fox.", "[May] date 0-5-0"},
		{"named days", "The Sunday Times told of Black Friday on Monday.", "[Monday] weekday 1"},
		// A figure and its time.
		{"time", "Last year, the bank cut 300 jobs.", "[Last year] period -1 of year; [300] count 3e2 of jobs in Last year"},
		{"two times", "It cut 300 jobs in late 2022 and early 2023, said Bo.",
			"[300] count 3e2 of jobs in late 2022 and early 2023; [late 2022] date 2022-0-0 late; [early 2023] date 2023-0-0 early"},
		{"other clause", "It cut 300 jobs, and on Monday it closed.", "[300] count 3e2 of jobs; [Monday] weekday 1"},
		{"nearest", "It had 20 ships and lost 30 boats on Monday.", "[20] count 2e1 of ships; [30] count 3e1 of boats in Monday; [Monday] weekday 1"},
		// No figures.
		{"names", "A Boeing 737 with COVID-19 on Channel 4 under Section 230 and Proposition 8.", ""},
		{"year of somebody's", "The flood followed Norway’s 2014 treaty.", "[2014] date 2014-0-0"},
		{"age and over", "It closed to those aged over 70 and to people who are 60 and older.", "[70] age 7e1, above; [60] age 6e1"},
		{"a cousin", "Marsh’s first cousin came in her first year.", "[first] ordinal 1"},
		{"a place named like a month", "They met in Mar-a-Vista on Sunday.", "[Sunday] weekday 7"},
		{"time of another clause", "The clerk said Friday that 30 people fled, and she met them on Monday and 12 others.",
			"[Friday] weekday 5; [30] count 3e1 of people; [Monday] weekday 1; [12] count 12 of others"},
		{"time after the count", "The coast had 30 floods before Friday.", "[30] count 3e1 of floods in Friday; [Friday] weekday 5"},
		{"while something else", "Relatives ran to the pier Sunday as the coast mourned 30 people.", "[Sunday] weekday 7; [30] count 3e1 of people"},
		{"as of a day", "The gates had killed 30 people as of Friday.", "[30] count 3e1 of people in Friday; [Friday] weekday 5"},
		{"told of somebody", "Founded in 1841, the mill employs 300 people.", "[1841] date 1841-0-0; [300] count 3e2 of people"},
		{"time of what was said", "Ina Marsh admitted in January that she took 30 boats.", "[January] date 0-1-0; [30] count 3e1 of boats"},
		{"time of the main verb", "A man who stole more than 30 boats was caught Friday.", "[more than 30] count 3e1 of boats, above; [Friday] weekday 5"},
		{"somebody's week", "They met in last week’s storm.", "[last week’s] period -1 of week"},
		{"codes", "See 9/11, 24/7, call 1-800-555-0199 or 0700.HK and go to https://example.com/5/6?q=40 or @user99.", ""},
		{"scores", "They won 3-2 after the 5-4 ruling.", ""},
		{"lists", "1. Wash your hands.\n2) Stay at page 12.", ""},
		{"list in a sentence", "She named three needs: 1) water; 2) bread; 3) sleep (some 9).", "[three] count 3 of needs; [some 9] count 9, about"},
		{"credits", "A ship sails on May 3, 2020. REUTERS/Bo Lee\n\nCopyright 2019 Some Paper.", ""},
		{"empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(figuresOf(c.source), "; "); got != c.want {
				t.Errorf("figures of %q:\n got %s\nwant %s", c.source, got, c.want)
			}
		})
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		n, m    string
		rounded bool
	}{
		{"970", "1,000", true}, {"1,000", "970", false}, {"27,214", "27,000", true},
		{"27,514", "27,000", false}, {"27,514", "28,000", true}, {"1.25", "1.3", true},
		{"1.0", "1.04", false}, {"1.04", "1.0", true}, {"500", "500", false}, {"9.99", "10", true},
	} {
		n, _, ok := parseNumber(c.n)
		m, _, ok2 := parseNumber(c.m)
		if got := n.roundedTo(m); got != c.rounded || !ok || !ok2 {
			t.Errorf("%s rounded to %s = %v, want %v", c.n, c.m, got, c.rounded)
		}
	}
	if third := share(1, 3); !third.roundedTo(decimal(33, 0)) || third.roundedTo(decimal(34, 0)) {
		t.Error("a third is 33 percent, rounded, and not 34")
	}
	for _, s := range []string{"", "007", "1,2,3", "1,23,4", "12345678901234567890", "1.2.3", "1,000.00.0"} {
		if n, rest, ok := parseNumber(s); ok && rest == "" {
			t.Errorf("parseNumber(%q) = %v, want none", s, n)
		}
	}
}

// checkFigures fails if figures overlap, are out of order or have spans that
// are not inside their articles at the borders of runes.
func checkFigures(t *testing.T, docs []*text.Document, figures []Figure) {
	t.Helper()
	inside := func(s text.Span, source string) bool {
		border := func(i int) bool { return i == len(source) || utf8.RuneStart(source[i]) || !utf8.ValidString(source) }
		return s.Start >= 0 && s.Start <= s.End && s.End <= len(source) && border(s.Start) && border(s.End)
	}
	for i, f := range figures {
		source := docs[f.Article].Source
		if !inside(f.Span, source) || !inside(f.Noun, source) || !inside(f.Time, source) || f.Len() == 0 {
			t.Fatalf("figure %+v lies outside its article", f)
		}
		if i > 0 && figures[i-1].Article == f.Article && figures[i-1].End > f.Start {
			t.Fatalf("%q overlaps %q", figures[i-1].Of(source), f.Of(source))
		}
	}
}

func BenchmarkFigures(b *testing.B) {
	for _, unit := range []string{"1", "1,", "1.", "1-", "1 ", "000 ", "1:", "$", "1/", "one ", "million ", "more than ", "hundred and ", "last ", "in 2016 ", "5 p.m. ", "May 3 ", "$1 to ", "a=1", "Norwind cut 27,400 jobs in Leeds. "} {
		b.Run(strconv.Quote(unit), func(b *testing.B) {
			docs := []*text.Document{text.Parse(strings.Repeat(unit, 200_000/len(unit)))}
			b.ReportAllocs()
			for b.Loop() {
				figures := Figures(docs, nil)
				CompareFigures(docs, nil, figures)
			}
		})
	}
}
