package ledger

import (
	"strings"

	"samewire/app/text"
)

// quantity reads an amount, a range, a count, an age or a share that begins at
// word i, and returns the word after it, or 0 where there is none.
func (r *figureReader) quantity(i int) int {
	if end := r.share(i); end != 0 {
		return end
	}
	a, ok := r.amount(i)
	if !ok {
		return r.longAgo(i)
	}
	if a.unit == Count && !a.round && !a.vague && r.isLabel(&a) {
		return a.end
	}
	f := Figure{Unit: a.unit, Code: a.code, Low: a.number, High: a.number}
	if a.vague {
		f.Hedge = Vague
	}
	r.upTo(&f, &a)
	if r.age(&f, &a) {
		return r.finish(f, &a, i, false)
	}
	if f.Hedge == Exact {
		f.Hedge, a.end = r.hedgeAfter(&a)
	}
	if f.Unit == Count {
		return r.count(f, a, i)
	}
	return r.finish(f, &a, i, false)
}

// count goes on with what a number counts. A count of years or of times may
// turn out to be a period ("two years ago") or a multiple.
func (r *figureReader) count(f Figure, a amount, i int) int {
	noun, at := r.noun(&a)
	lasting := isTimeNoun(r.stem(at))
	switch {
	case !a.digits && !a.round && !a.vague && f.Low.Is(f.High) && !r.counts(&a, noun, lasting):
		return 0
	case a.abbreviated && noun.Len() == 0: // "the M 5m"
		return a.end
	case r.stem(at) == "time" && at == a.end:
		f.Unit, a.end, a.span.End = Multiple, at+1, noun.End
		return r.finish(f, &a, i, false)
	}
	f.Noun = noun
	if f.Hedge == Exact && at >= 0 {
		f.Hedge = r.hedgeAfterNoun(&a, at+1)
	}
	if lasting && r.ago(&f, &a, at) {
		lasting = false
	}
	return r.finish(f, &a, i, lasting)
}

// finish adds the hedge before a figure and notes it.
func (r *figureReader) finish(f Figure, a *amount, i int, lasting bool) int {
	hedge, first := r.hedgeBefore(a.first, lasting)
	if first < a.first {
		a.span.Start = r.doc.Words[first].Start
		if f.Hedge == Exact || f.Hedge == Vague && hedge != About {
			f.Hedge = hedge
		}
	}
	return r.add(f, max(a.end, i+1), a.span)
}

// stem returns the stem of word i, or "" outside the sentence.
func (r *figureReader) stem(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.doc.Words[i].Stem
}

// counts tells whether a small number in words is a figure: it has a noun or a
// hedge. "One" must have a noun that it can't stand for.
func (r *figureReader) counts(a *amount, noun text.Span, lasting bool) bool {
	w := &r.doc.Words[a.first]
	if w.Capital && a.first > r.first {
		return false
	}
	if a.number.Is(decimal(1, 0)) {
		return r.joined(a.end) && isOneOf(" person vote death year month week hour mile ", r.fold(a.end))
	}
	hedge, _ := r.hedgeBefore(a.first, lasting)
	return noun.Len() > 0 || hedge != Exact
}

// upTo goes on with the upper end of a range: "10 to 15", "$8-10 billion",
// "between 10 and 15".
func (r *figureReader) upTo(f *Figure, a *amount) {
	j := a.end
	between := a.first > r.floor && r.fold(a.first-1) == "between"
	switch {
	case isDash(r.gap(j)):
	case r.fold(j) == "to" && r.joined(j) && !r.changes(a.first),
		r.fold(j) == "and" && r.joined(j) && between:
		j++
	default:
		return
	}
	if !r.isNumber(j) || j >= r.last || a.vague {
		return
	}
	b, ok := r.amount(j)
	if !ok || b.vague || b.first != j && b.unit != Money {
		return
	}
	low := a.number
	if a.scale == 0 && b.scale > 0 && !(a.signed && b.signed) {
		low = low.scaled(b.scale)
	}
	if a.unit != Count && a.unit != b.unit && !(a.signed && b.unit == Count) || a.code != "" && b.code != "" && !sameCurrency(a.code, b.code) {
		return
	}
	if low.float() >= b.number.float() {
		return
	}
	f.Low, f.High = low, b.number
	if b.unit != Count {
		f.Unit, f.Code = b.unit, b.code
	}
	if between {
		a.first--
		a.span.Start = r.doc.Words[a.first].Start
	}
	a.end, a.span.End, a.scale, a.number = b.end, b.span.End, max(a.scale, b.scale), b.number
	a.digits, a.round = a.digits || b.digits, a.round || b.round
}

// changes tells whether the number at word i is what something changes by or
// from, so that "to" after it gives no range.
func (r *figureReader) changes(i int) bool {
	return i > r.floor && isOneOf(" from by up down increased rose fell dropped jumped grew climbed gained lost declined slid added ", r.fold(i-1))
}

// isRange tells whether the two numbers that a dash joins at word i are the
// ends of a range rather than a score: they grow, and are of something.
func (r *figureReader) isRange(i int) bool {
	low, restLow, ok := parseNumber(r.fold(i))
	high, rest, ok2 := parseNumber(r.fold(i + 1))
	if !ok || !ok2 || restLow != "" || low.float() >= high.float() {
		return false
	}
	before, _ := kindOf(r.fold(i - 1))
	after, _ := kindOf(r.fold(i + 2))
	if before == monthWord || after == monthWord || after == scaleWord || rest != "" || signCode(r.before(i)) != "" {
		return true
	}
	a := amount{end: i + 2, span: r.span(i, i+2)}
	if r.percent(&a) {
		return true
	}
	noun, _ := r.noun(&a)
	return noun.Len() > 0
}

// ago makes a count of years or the like that "ago" follows a period.
func (r *figureReader) ago(f *Figure, a *amount, noun int) bool {
	if r.fold(noun+1) != "ago" || !r.joined(noun+1) || !f.Low.Is(f.High) {
		return false
	}
	f.Unit = Period
	f.Low.Mantissa = -f.Low.Mantissa
	f.High = f.Low
	a.end = noun + 2
	a.span.End = r.doc.Words[noun+1].End
	return true
}

// longAgo reads "a decade ago" at word i.
func (r *figureReader) longAgo(i int) int {
	if kind, _ := kindOf(r.fold(i)); kind != articleWord || !isTimeNoun(r.stem(i+1)) || r.fold(i+2) != "ago" {
		return 0
	}
	a := amount{first: i, end: i + 1, span: r.span(i, i+1)}
	f := Figure{Low: decimal(1, 0), High: decimal(1, 0), Noun: r.doc.Words[i+1].Span}
	r.ago(&f, &a, i+1)
	return r.finish(f, &a, i, false)
}

// age reads "37-year-old", "aged 37", "turned 77" and the "76" of "Biden, 76,".
func (r *figureReader) age(f *Figure, a *amount) bool {
	if f.Unit != Count || !f.Low.Is(f.High) || a.vague || f.Low.float() > 125 {
		return false
	}
	if stem := r.stem(a.end); (stem == "year" || stem == "month") && r.fold(a.end+1) == "old" && r.gap(a.end+1) != ", " {
		if stem != "year" {
			return false
		}
		f.Unit, a.end = Age, a.end+2
		a.span.End = r.doc.Words[a.end-1].End
		return true
	}
	if a.first <= r.floor || f.Low.Exponent < 0 {
		return false
	}
	next := r.fold(a.end)
	if next == "and" && isOneOf(" older over up younger under ", r.fold(a.end+1)) && f.Low.float() >= 1 {
		f.Unit = Age
		return true
	}
	before := r.fold(a.first - 1)
	if (before == "over" || before == "under") && r.fold(a.first-2) == "aged" {
		f.Unit, f.Hedge = Age, hedgeIf(before == "over")
		return true
	}
	switch before {
	case "aged", "turns", "turned":
		f.Unit = Age
	case "age":
		if r.fold(a.end) == "of" {
			return false
		}
		f.Unit = Age
	case "of":
		if r.fold(a.first-2) != "age" {
			return false
		}
		f.Unit = Age
	default:
		after := r.after(a.end-1, 1)
		if !a.digits || a.end != a.first+1 || !r.capital(a.first-1) || r.gap(a.first) != ", " || after != "," {
			return false
		}
		f.Unit = Age
	}
	return true
}

// share reads shares and multiples: "one in five", "two-thirds", "half of",
// "double the".
func (r *figureReader) share(i int) int {
	kind, value := kindOf(r.fold(i))
	next := r.fold(i + 1)
	f, end := Figure{Unit: Percent}, 0
	switch {
	case kind == doubleWord:
		if isOneOf(" the as what that its their ", next) {
			f.Unit, f.Low, end = Multiple, decimal(int64(value), 0), i+1
		}
	case kind == halfWord:
		if isOneOf(" of the its their his her all ", next) {
			f.Low, end = share(1, 2), i+1
		}
	case r.doc.Words[i].Digit || kind == smallWord || kind == articleWord:
		f.Low, end = r.partOf(i)
	}
	if end == 0 {
		return 0
	}
	f.High = f.Low
	a := amount{first: i, end: end, span: r.span(i, end)}
	return r.finish(f, &a, i, false)
}

// partOf reads "one in five", "three out of 10", "two-thirds".
func (r *figureReader) partOf(i int) (Number, int) {
	parts := r.small(i)
	if kind, _ := kindOf(r.fold(i)); kind == articleWord {
		parts = 1
	}
	if parts == 0 {
		return Number{}, 0
	}
	if r.attached(i + 1) {
		if of := denominator(r.fold(i + 1)); of > parts && (r.fold(i+2) == "of" || of == 3 && parts == 2) {
			return share(parts, of), i + 2
		}
	}
	j := i + 1
	switch {
	case r.fold(j) == "in":
		j++
	case r.fold(j) == "out" && r.fold(j+1) == "of":
		j += 2
	default:
		return Number{}, 0
	}
	if of := r.small(j); of > parts && r.joined(j) && !isTimeNoun(r.stem(j+1)) {
		return share(parts, of), j + 1
	}
	return Number{}, 0
}

// small returns the whole number up to 100 that is word i, or 0.
func (r *figureReader) small(i int) int64 {
	if i >= r.last {
		return 0
	}
	if kind, value := kindOf(r.fold(i)); kind == smallWord {
		return int64(value)
	}
	n, rest, ok := parseNumber(r.fold(i))
	if !r.doc.Words[i].Digit || !ok || rest != "" || n.Exponent < 0 || n.float() > 100 || strings.ContainsAny(r.fold(i), ",.") {
		return 0
	}
	return int64(n.float())
}

// denominator returns what a word such as "third" or "quarters" divides by.
func denominator(fold string) int64 {
	fold = strings.TrimSuffix(fold, "s")
	switch fold {
	case "half":
		return 2
	case "quarter":
		return 4
	}
	if kind, value := kindOf(fold); kind == ordinalWord && value > 2 {
		return int64(value)
	}
	return 0
}
