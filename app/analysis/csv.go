package analysis

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/ledger"
	"samewire/app/story"
	"samewire/app/text"
)

// The tables of an analysis, for spreadsheets and statistics. The first row
// names the columns. Within a [Version] columns are added at the end and never
// changed.
//
// Articles are given by letter and outlet. Passages have the numbers that they
// have everywhere; quotations, figures, sets and credits are counted from 1 in
// their order in the JSON. start and end are the JSON's byte offsets. Texts are
// on one line: white space is one space. Shares run from 0 to 1. What isn't
// known is empty.
//
//	articles    one row an article; own: the share of its words that no other has
//	overlap     one row a pair, both ways round: the share of the first one's
//	            words that are in passages which the second has too
//	passages    one row a reading of a passage; base: what kind compares it with
//	quotations  one row a quotation; group: the same for the same words; base:
//	            the quotation it is compared with; changes: how many, and which
//	figures     one row a figure; set: the same for figures told of the same
//	            thing; base: what relation compares it with; low and high: its
//	            value, a time of day in minutes
//	credits     one row a credit; passages: those it credits; without: articles
//	            that carry one of them and don't credit the source
func tables() []table {
	return []table{
		{"articles", "article outlet title date link credit file words own", (*Analysis).articleRows},
		{"overlap", "article outlet in_article in_outlet share", (*Analysis).overlapRows},
		{"passages", "passage article outlet base kind words start end text", (*Analysis).passageRows},
		{"quotations", "quotation group article outlet speaker inferred role cue rendering base changes changed start end text", (*Analysis).quotationRows},
		{"figures", "figure set passage article outlet unit code hedge low high date counted tied_to base relation start end text", (*Analysis).figureRows},
		{"credits", "credit article outlet how name source passages without start end text", (*Analysis).creditRows},
	}
}

type table struct {
	name    string
	columns string // their names
	rows    func(a *Analysis, row func(cells ...string))
}

// Tables returns the names of the tables that [Analysis.CSV] writes.
func Tables() []string {
	var names []string
	for _, t := range tables() {
		names = append(names, t.name)
	}
	return names
}

// CSV returns a table of the analysis as comma-separated values (RFC 4180) in
// UTF-8. The error says which tables there are, when there is none of that name.
//
// A spreadsheet takes a cell that begins with an equals sign, plus, minus, at
// sign or tab for a formula, and may run it. Such a cell gets an apostrophe
// before it, unless it is a plain number.
func (a *Analysis) CSV(name string) ([]byte, error) {
	all := tables()
	i := slices.IndexFunc(all, func(t table) bool { return t.name == name })
	if i < 0 {
		return nil, fmt.Errorf("there is no table %q: choose one of %s", name, strings.Join(Tables(), ", "))
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	row := func(cells ...string) {
		for i := range cells {
			cells[i] = harmless(cells[i])
		}
		_ = w.Write(cells) // the writer keeps its first error
	}
	row(strings.Fields(all[i].columns)...)
	all[i].rows(a, row)
	w.Flush()
	return out.Bytes(), w.Error()
}

// harmless returns a cell that no spreadsheet takes for a formula. Some take the
// wide forms of the signs for the signs.
func harmless(cell string) string {
	digits, negative := strings.CutPrefix(cell, "-")
	switch {
	case negative && digits != "" && strings.Trim(digits, "0123456789.") == "":
		return cell
	case strings.IndexAny(cell, "=+-@\t\r＝＋－＠") == 0:
		return "'" + cell
	}
	return cell
}

func (a *Analysis) articleRows(row func(...string)) {
	for i, d := range a.Documents {
		art := a.Story.Articles[i]
		row(story.Letter(i), a.Story.Outlet(i), art.Title, art.Date, art.Link, art.Credit, art.File,
			strconv.Itoa(len(d.Words)), decimal(a.Own(i)))
	}
}

func (a *Analysis) overlapRows(row func(...string)) {
	for i, shares := range a.Shared() {
		for j, share := range shares {
			if i != j {
				row(story.Letter(i), a.Story.Outlet(i), story.Letter(j), a.Story.Outlet(j), decimal(share))
			}
		}
	}
}

func (a *Analysis) passageRows(row func(...string)) {
	for i := range a.Passages {
		p := &a.Passages[i]
		for n, r := range p.Readings {
			cells := []string{strconv.Itoa(p.ID), story.Letter(r.Article), a.Story.Outlet(r.Article),
				yes(n == p.Base), r.Kind.String(), strconv.Itoa(len(a.Words(r.Place)))}
			row(append(cells, a.placeCells(r.Place)...)...)
		}
	}
}

func (a *Analysis) quotationRows(row func(...string)) {
	for i := range a.Ledgers.Quotations {
		q := &a.Ledgers.Quotations[i]
		var changed []string
		for _, c := range q.Changes {
			base := &a.Ledgers.Quotations[q.Base]
			changed = append(changed, a.Line(base.Article, c.Base)+" → "+a.Line(q.Article, c.Here))
		}
		name := q.Speaker.Name
		if name.Len() == 0 {
			name = q.Speaker.Said
		}
		cells := []string{strconv.Itoa(i + 1), known(q.Group), story.Letter(q.Article), a.Story.Outlet(q.Article),
			a.Line(q.Article, name), yes(q.Speaker.Inferred), a.Line(q.Article, q.Speaker.Role), a.Line(q.Article, q.Cue),
			q.Rendering.String(), known(q.Base + 1), strconv.Itoa(len(changed)), strings.Join(changed, "; ")}
		row(append(cells, a.placeCells(q.Place)...)...)
	}
}

func (a *Analysis) figureRows(row func(...string)) {
	sets := make([]int, len(a.Ledgers.Figures)) // the set of each figure, counted from 1
	for n, s := range a.Ledgers.FigureSets {
		for _, i := range s.Figures {
			sets[i] = n + 1
		}
	}
	for i := range a.Ledgers.Figures {
		f := &a.Ledgers.Figures[i]
		base, relation := "", ""
		if sets[i] > 0 {
			s := &a.Ledgers.FigureSets[sets[i]-1]
			base, relation = strconv.Itoa(s.Base+1), relationIn(s, i)
		}
		low, high, day := value(f.Low), value(f.High), ""
		if f.Unit == ledger.Day || f.Unit == ledger.Weekday {
			low, high, day = "", "", date(f.Date)
		}
		cells := []string{strconv.Itoa(i + 1), known(sets[i]), known(a.passageID(f.Passage)), story.Letter(f.Article), a.Story.Outlet(f.Article),
			f.Unit.String(), f.Code, f.Hedge.String(), low, high, day, a.Line(f.Article, f.Noun), a.Line(f.Article, f.Time), base, relation}
		row(append(cells, a.placeCells(f.Place)...)...)
	}
}

// relationIn returns how figure i of a set stands to the one that it is compared
// with, "" for that one itself.
func relationIn(s *ledger.FigureSet, i int) string {
	for _, l := range s.Links {
		if i != s.Base && (l.A == i || l.B == i) {
			return l.Relation.String()
		}
	}
	return ""
}

func (a *Analysis) creditRows(row func(...string)) {
	for i, c := range a.Ledgers.Credits {
		var passages, without []string
		for _, p := range a.Ledgers.PassageCredits {
			if !slices.Contains(p.Credits, i) {
				continue
			}
			passages = append(passages, strconv.Itoa(a.passageID(p.Passage)))
			for _, article := range p.Without {
				if letter := story.Letter(article); !slices.Contains(without, letter) {
					without = append(without, letter)
				}
			}
		}
		cells := []string{strconv.Itoa(i + 1), story.Letter(c.Article), a.Story.Outlet(c.Article), c.How.String(), c.Name,
			a.Line(c.Article, c.Source), strings.Join(passages, " "), strings.Join(without, " ")}
		row(append(cells, a.placeCells(c.Place)...)...)
	}
}

// placeCells returns the last three cells of most rows.
func (a *Analysis) placeCells(p align.Place) []string {
	return []string{strconv.Itoa(p.Start), strconv.Itoa(p.End), a.Line(p.Article, text.Span{Start: p.Start, End: p.End})}
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// known returns a number, or nothing for 0.
func known(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// decimal returns a share with three decimals.
func decimal(share float64) string { return strconv.FormatFloat(share, 'f', 3, 64) }

// value returns a number in decimals: exactly, but for a fraction such as a
// third, which has six.
func value(n ledger.Number) string {
	if n.Divisor > 1 {
		x := float64(n.Mantissa) / float64(n.Divisor)
		for range n.Exponent {
			x *= 10
		}
		for range -n.Exponent {
			x /= 10
		}
		return strconv.FormatFloat(x, 'f', 6, 64)
	}
	digits, sign := strconv.FormatInt(n.Mantissa, 10), ""
	if digits[0] == '-' {
		digits, sign = digits[1:], "-"
	}
	if n.Exponent >= 0 && n.Mantissa != 0 {
		return sign + digits + strings.Repeat("0", n.Exponent)
	}
	if short := 1 - n.Exponent - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	point := len(digits) + min(n.Exponent, 0)
	return strings.TrimSuffix(sign+digits[:point]+"."+digits[point:], ".")
}

// date returns a date as far as it is known: 2024-01-10, 2024-01, --01-10, 2020s;
// a range of days with a slash; a weekday by its name in English.
func date(d ledger.Date) string {
	weekdays := [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	parts := [...]string{"", "early ", "mid ", "late "}
	two := func(n int) string { return strconv.Itoa(n/10) + strconv.Itoa(n%10) }
	out := ""
	switch {
	case d.Year > 0 && d.Decade:
		out = strconv.Itoa(d.Year) + "s"
	case d.Year > 0:
		out = strconv.Itoa(d.Year)
	case d.Month+d.Day > 0:
		out = "-"
	}
	if d.Month > 0 {
		out += "-" + two(d.Month)
	}
	if d.Day > 0 {
		out += "-" + two(d.Day)
	}
	if d.LastDay > 0 {
		out += "/" + two(d.LastDay)
	}
	return strings.TrimSpace(parts[d.Part] + out + " " + weekdays[d.Weekday])
}
