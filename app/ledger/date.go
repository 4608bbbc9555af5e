package ledger

import "strings"

// Years outside these bounds are numbers.
const (
	minYear = 1500
	maxYear = 2100
)

// weekday reads a day of the week at word i, or a date that it begins.
func (r *figureReader) weekday(i, day int) int {
	if !r.capital(i) || r.namesWeekday(i) {
		return 0
	}
	f := Figure{Unit: Weekday, Date: Date{Weekday: day}}
	if gap := r.gap(i + 1); gap == ", " || isBlank(gap) || gap == ", the " {
		date, end := r.date(i + 1)
		if end != 0 {
			date.Weekday = day
			f.Unit, f.Date = Day, date
			return r.add(f, end, r.span(i, end))
		}
	}
	return r.add(f, i+1, r.span(i, i+1))
}

// namesWeekday tells whether the day at word i is part of a name: "Black
// Friday", "Sunday Times".
func (r *figureReader) namesWeekday(i int) bool {
	const named = " super black good ash cyber easter palm bloody holy ruby giving fat maundy freaky "
	const titles = " times telegraph mail mirror post herald night express world independent business "
	return r.capital(i-1) && r.joined(i) && isOneOf(named, r.fold(i-1)) ||
		r.capital(i+1) && r.joined(i+1) && isOneOf(titles, r.fold(i+1))
}

// month reads a date that begins with the month at word i, or the month alone
// where the words around it show that it is one.
func (r *figureReader) month(i, month int) int {
	if !r.capital(i) {
		return 0
	}
	date, end := r.date(i)
	if end == 0 {
		if !r.monthAlone(i) {
			return 0
		}
		date, end = Date{Month: month}, i+1
	}
	return r.addDate(date, i, end)
}

// monthAlone tells whether the month at word i is no other word or name: "in
// May", "since March".
func (r *figureReader) monthAlone(i int) bool {
	if i == r.first || !r.attached(i) || isHyphen(r.gap(i+1)) || r.joined(i+1) && r.capital(i+1) && !r.doc.Words[i+1].Stop {
		return false
	}
	before := r.fold(i - 1)
	const leading = " in since until till by from to through of before after during early late mid between "
	return isOneOf(leading, before) && (before != "of" || r.fold(i) != "may")
}

// date reads "Jan. 10, 2024", "10 January 2024", "June 2018" from word i on and
// returns the word after it, or 0.
func (r *figureReader) date(i int) (Date, int) {
	var d Date
	j := i
	if kind, month := kindOf(r.fold(i)); kind == monthWord && r.capital(i) {
		d.Month = month
		j = r.dayAfter(&d, i+1)
	} else if j = r.days(&d, i); j != 0 {
		if r.fold(j) == "of" {
			j++
		}
		kind, month := kindOf(r.fold(j))
		if kind != monthWord || !r.capital(j) || !r.joined(j) {
			return d, 0
		}
		d.Month = month
		j++
	} else {
		return d, 0
	}
	if r.fold(j) == "of" && d.Day == 0 && r.yearAt(j+1) != 0 {
		j++
	}
	switch gap := r.gap(j); {
	case isBlank(gap) || gap == ", " || gap == ". ":
		if year := r.yearAt(j); year != 0 && (d.Day != 0 || gap != ", ") {
			d.Year = year
			j++
		}
	}
	if d.Day == 0 && d.Year == 0 {
		return d, 0
	}
	return d, j
}

// dayAfter reads the day after a month, unless what follows makes it a count.
func (r *figureReader) dayAfter(d *Date, i int) int {
	if gap := r.gap(i); !isBlank(gap) && gap != ". " && gap != "." {
		return i
	}
	j := r.days(d, i)
	if j == 0 {
		return i
	}
	a := amount{end: j, span: r.span(i, j)}
	kind, _ := kindOf(r.fold(j))
	if r.percent(&a) || kind == scaleWord && r.joined(j) || r.gap(j) == ":" {
		d.Day, d.LastDay = 0, 0
		return i
	}
	return j
}

// days reads the day of a month at word i, or a range of days.
func (r *figureReader) days(d *Date, i int) int {
	d.Day = r.dayAt(i)
	if d.Day == 0 {
		return 0
	}
	if last := r.dayAt(i + 1); isDash(r.gap(i+1)) && last > d.Day {
		d.LastDay = last
		return i + 2
	}
	return i + 1
}

// dayAt returns the day of a month that word i is, or 0.
func (r *figureReader) dayAt(i int) int {
	fold := r.fold(i)
	n := 0
	for fold != "" && fold[0] >= '0' && fold[0] <= '9' && n < 32 {
		n = 10*n + int(fold[0]-'0')
		fold = fold[1:]
	}
	if n > 31 || fold != "" && !isOrdinalEnd(fold) {
		return 0
	}
	return n
}

func isOrdinalEnd(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

// dayMonth reads a date that begins with its day at word i.
func (r *figureReader) dayMonth(i int) int {
	date, end := r.date(i)
	if end == 0 || r.namedBefore(i) {
		return 0
	}
	return r.addDate(date, i, end)
}

// yearAt returns the year that word i is, or 0.
func (r *figureReader) yearAt(i int) int {
	fold := strings.TrimSuffix(r.fold(i), "'s")
	if len(fold) != 4 {
		return 0
	}
	n, rest, ok := parseNumber(fold)
	if !ok || rest != "" || strings.ContainsAny(fold, ",.") {
		return 0
	}
	if y := int(n.float()); y >= minYear && y < maxYear {
		return y
	}
	return 0
}

// year reads a year or a decade at word i. A number that is hedged or counts
// something is none.
func (r *figureReader) year(i int) int {
	d := Date{Year: r.yearAt(i)}
	if fold := r.fold(i); d.Year == 0 && len(fold) == 5 && fold[3] == '0' && fold[4] == 's' {
		n, _, ok := parseNumber(fold)
		d.Year, d.Decade = int(n.float()), true
		if !ok || d.Year < minYear || d.Year >= maxYear {
			return 0
		}
	}
	if d.Year == 0 || !d.Decade && !r.isYear(i) {
		return 0
	}
	if r.namedBefore(i) && r.fold(i-1) != "in" && !strings.HasSuffix(r.fold(i-1), "'s") || isHyphen(r.gap(i)) && !partsTime(r.fold(i-1)) {
		return i + 1
	}
	return r.addDate(d, i, i+1)
}

// partsTime tells whether a word goes before a year with a hyphen.
func partsTime(fold string) bool {
	return isOneOf(" mid early late pre post ", fold)
}

// isYear tells whether the four digits at word i are a year rather than a
// count.
func (r *figureReader) isYear(i int) bool {
	a := amount{first: i, end: i + 1, span: r.span(i, i+1), digits: true}
	r.currencyBefore(&a)
	if a.unit == Money || r.percent(&a) || isHyphen(r.gap(i+1)) && r.fold(i+1) != "era" {
		return false
	}
	if kind, _ := kindOf(r.fold(i + 1)); kind == scaleWord {
		return false
	}
	r.currencyAfter(&a)
	if hedge, _ := r.hedgeBefore(i, false); a.unit == Money || hedge == Above || hedge == Below || hedge == About && r.fold(i-1) != "around" {
		return false
	}
	noun, at := r.noun(&a)
	if noun.Len() == 0 || at != i+1 || i == r.first {
		return true
	}
	return !isMeasure(r.stem(at)) && (r.doc.Words[i-1].Stop || strings.HasSuffix(r.fold(i-1), "'s") || r.capital(i-1))
}

// addDate notes a date of words [i, j) with "early", "late" or "last" before
// it.
func (r *figureReader) addDate(d Date, i, j int) int {
	first := r.part(i, &d)
	return r.add(Figure{Unit: Day, Date: d}, j, r.span(first, j))
}

// part reads the part of a year, decade, month or period before word i.
func (r *figureReader) part(i int, d *Date) int {
	if i-1 < r.floor || !r.attached(i) {
		return i
	}
	switch r.fold(i - 1) {
	case "early", "earlier":
		d.Part = Early
	case "mid":
		d.Part = Mid
	case "late", "later":
		d.Part = Late
	default:
		return i
	}
	return i - 1
}

// turn reads "last year", "this week", "next Tuesday" at word i.
func (r *figureReader) turn(i, turn int) int {
	if !r.joined(i + 1) {
		return 0
	}
	f := Figure{Unit: Period}
	if turn != 0 {
		f.Low = Number{Mantissa: int64(turn)}
	}
	f.High = f.Low
	kind, value := kindOf(r.fold(i + 1))
	switch {
	case kind == weekdayWord && r.capital(i+1):
		f.Unit, f.Date.Weekday = Weekday, value
	case kind == monthWord && r.capital(i+1) && r.fold(i) != "past":
		f.Unit, f.Date.Month = Day, value
	case isPeriod(r.stem(i+1)) && !r.rolling(i):
		f.Noun = r.doc.Words[i+1].Span
		f.Noun.End = f.Noun.Start + len(possessive(f.Noun.Of(r.doc.Source)))
	default:
		return 0
	}
	return r.add(f, i+2, r.span(r.part(i, &f.Date), i+2))
}

// rolling tells whether "last" or "past" at word i means the time up to now
// rather than a calendar period: "over the last year".
func (r *figureReader) rolling(i int) bool {
	before := r.fold(i - 1)
	return r.fold(i) == "past" || r.fold(i) == "previous" || before == "the" || before == "these"
}

// isPeriod tells whether a stem names a period of the calendar.
func isPeriod(stem string) bool {
	return isOneOf(" week month year quarter decad centuri summer winter spring autumn fall weekend ", stem)
}

// ordinal reads an ordinal in words: "the first season", not "first said" or
// "the First Lady".
func (r *figureReader) ordinal(i, value int) int {
	w := r.doc.Words[i]
	if w.Capital || !r.joined(i) || !r.isRanked(i+1) {
		return 0
	}
	before := r.fold(i - 1)
	if !isOneOf(" the its his her their our my a an ", before) && !strings.HasSuffix(before, "'s") {
		return 0
	}
	return r.addOrdinal(int64(value), i)
}

// numberedOrdinal reads an ordinal in digits: "24th".
func (r *figureReader) numberedOrdinal(i int) int {
	n, rest, ok := parseNumber(r.fold(i))
	if !ok || !isOrdinalEnd(rest) || n.Exponent < 0 {
		return 0
	}
	if !r.isRanked(i+1) || r.capital(i+1) || r.namedBefore(i) {
		return i + 1
	}
	return r.addOrdinal(int64(n.float()), i)
}

func (r *figureReader) addOrdinal(value int64, i int) int {
	n := decimal(value, 0)
	return r.add(Figure{Unit: Ordinal, Low: n, High: n}, i+1, r.span(i, i+1))
}

// isRanked tells whether word i can be what an ordinal counts.
func (r *figureReader) isRanked(i int) bool {
	if i >= r.last || !r.attached(i) || isHyphen(r.gap(i)) && r.fold(i-1) == "first" {
		return false
	}
	w := r.doc.Words[i]
	if isOneOf(" lady time place half hand step thing amendment party circuit cousin cousins priority priorities instinct love aid responder responders glance sight look name names language ", w.Fold) {
		return false
	}
	kind, _ := kindOf(w.Fold)
	return !w.Stop && !w.Digit && (kind == otherWord) && !strings.HasSuffix(w.Fold, "ed") && !strings.HasSuffix(w.Fold, "ly")
}
