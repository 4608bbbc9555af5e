package ledger

import (
	"strings"

	"samewire/app/text"
)

// amount is a number with its scale and its currency or percent sign.
type amount struct {
	number      Number
	unit        Unit
	code        string
	first, end  int // its words
	span        text.Span
	digits      bool // written in digits
	scale       int  // the power of ten that a scale word or letter gave it
	round       bool // has a scale, thousands parted by commas or a decimal point
	vague       bool
	signed      bool // the currency stands before the number
	abbreviated bool // "5m": a scale only beside a currency or a noun
}

// amount reads the amount that begins with the number at word i.
func (r *figureReader) amount(i int) (amount, bool) {
	a := amount{first: i, span: text.Span{Start: r.doc.Words[i].Start}}
	if !r.number(&a) {
		return a, false
	}
	a.span.End = r.doc.Words[a.end-1].End
	r.currencyBefore(&a)
	if a.unit != Money && !r.percent(&a) {
		r.currencyAfter(&a)
	}
	return a, true
}

// number reads the digits or number words from a.first on, with their scale.
func (r *figureReader) number(a *amount) bool {
	i := a.first
	if r.doc.Words[i].Digit {
		if !r.digits(a) {
			return false
		}
		r.scales(a, 2)
		return true
	}
	switch kind, value := kindOf(r.doc.Words[i].Fold); kind {
	case smallWord:
		return r.numberWords(a)
	case articleWord:
		a.number, a.end = decimal(1, 0), i+1
		r.scales(a, 1)
		return a.end > i+1
	case halfWord:
		return r.halfScale(a)
	case scalesWord:
		return r.vagueScales(a, value)
	case scaleWord:
		a.number, a.scale = decimal(1, value), value
		return r.several(a)
	case dozenWord:
		a.number = decimal(12, 0)
		if value == 1 {
			a.end, a.vague = i+1, true
			return true
		}
		return r.several(a)
	}
	return false
}

// digits reads a number in digits: "27,000", "27 000", "8.5bn".
func (r *figureReader) digits(a *amount) bool {
	w := r.doc.Words[a.first]
	n, rest, ok := parseNumber(w.Fold)
	if !ok {
		return false
	}
	a.number, a.end, a.digits = n, a.first+1, true
	a.round = strings.ContainsAny(w.Fold, ",.")
	if a.scale = scaleLetter(rest); a.scale > 0 {
		a.number, a.abbreviated = n.scaled(a.scale), true
		return true
	}
	if rest == "" && n.Exponent >= 0 && !a.round && len(w.Fold) <= 3 {
		r.groups(a)
	}
	return rest == ""
}

// groups goes on with the groups of a number whose thousands are parted by
// blanks.
func (r *figureReader) groups(a *amount) {
	digits := r.doc.Words[a.first].Fold
	j := a.end
	for ; j < r.last && r.joined(j) && len(r.fold(j)) == 3 && len(digits) < maxDigits-3; j++ {
		if _, rest, _ := parseNumber("1" + r.fold(j)); rest != "" || strings.ContainsAny(r.fold(j), ",.") || !r.doc.Words[j].Digit {
			break
		}
		digits += r.fold(j)
	}
	if j == a.end || digits[0] == '0' {
		return
	}
	if n, _, ok := parseNumber(digits); ok {
		a.number, a.end, a.round = n, j, true
	}
}

// numberWords reads "twenty-five", "two hundred and fifty thousand".
func (r *figureReader) numberWords(a *amount) bool {
	var total, group int64
	j := a.first
words:
	for ; j < r.last && total < 1e15; j++ {
		if j > a.first && !r.attached(j) {
			break
		}
		kind, value := kindOf(r.fold(j))
		switch v := int64(value); {
		case kind == smallWord && (group%100 == 0 || v < 10 && group%10 == 0 && group%100 >= 20):
			group += v
		case kind == scaleWord && value == 2 && group > 0 && group < 100:
			group *= 100
			a.scale, a.round = 2, true
		case kind == scaleWord && value > 2 && group > 0:
			for range value {
				group *= 10
			}
			total += group
			group, a.scale, a.round = 0, value, true
		case r.fold(j) == "and" && a.round && group%100 == 0 && r.isSmall(j+1) && r.joined(j+1):
		default:
			break words
		}
	}
	a.number, a.end = decimal(total+group, 0), j
	r.scales(a, 1)
	return true
}

func (r *figureReader) isSmall(i int) bool {
	kind, _ := kindOf(r.fold(i))
	return kind == smallWord
}

// scales goes on with "and a half", "dozen" and at most limit scale words.
func (r *figureReader) scales(a *amount, limit int) {
	if r.fold(a.end) == "and" && r.fold(a.end+1) == "a" && r.fold(a.end+2) == "half" && a.number.Exponent >= 0 && a.number.Exponent < 3 {
		m := a.number.Mantissa
		for range a.number.Exponent {
			m *= 10
		}
		a.number, a.end = decimal(10*m+5, -1), a.end+3
	}
	for ; limit > 0 && r.attached(a.end); limit-- {
		kind, value := kindOf(r.fold(a.end))
		switch {
		case kind == scaleWord || kind == scalesWord && value >= 6 && a.digits: // "22 millions"
			a.number = a.number.scaled(value)
			a.scale += value
		case kind == dozenWord && value == 0 && a.number.Mantissa < 1e12:
			last := a.number.Last
			n := decimal(12*a.number.Mantissa, 0).scaled(a.number.Exponent)
			n.Last, a.number = last, n
		default:
			return
		}
		a.round = true
		a.end++
	}
}

// halfScale reads "half a million", "half a dozen".
func (r *figureReader) halfScale(a *amount) bool {
	i := a.first
	kind, value := kindOf(r.fold(i + 2))
	if r.fold(i+1) != "a" || !r.joined(i+1) || !r.joined(i+2) {
		return false
	}
	switch {
	case kind == scaleWord && value > 2:
		a.number, a.scale = decimal(5, value-1), value
	case kind == dozenWord && value == 0:
		a.number = decimal(6, 0)
	default:
		return false
	}
	a.end, a.round = i+3, true
	return true
}

// vagueScales reads "hundreds", "tens of thousands".
func (r *figureReader) vagueScales(a *amount, exponent int) bool {
	a.end = a.first + 1
	kind, value := kindOf(r.fold(a.end + 1))
	if r.fold(a.end) == "of" && kind == scalesWord && value > exponent && r.joined(a.end) && r.joined(a.end+1) {
		exponent += value
		a.end += 2
	}
	a.number, a.vague, a.scale = decimal(1, exponent), true, exponent
	return exponent > 1
}

// several reads "several hundred", "a few thousand": a lone scale word is a
// number only after such a word.
func (r *figureReader) several(a *amount) bool {
	i := a.first
	if i <= r.floor || !r.joined(i) {
		return false
	}
	a.end, a.vague = i+1, true
	switch r.fold(i - 1) {
	case "several", "many":
		a.first = i - 1
	case "few":
		a.first = i - 1
		if r.fold(i-2) == "a" && i-2 >= r.floor {
			a.first = i - 2
		}
	default:
		return false
	}
	a.span.Start = r.doc.Words[a.first].Start
	return true
}

// percent reads a percent sign or word after the number.
func (r *figureReader) percent(a *amount) bool {
	if after := r.after(a.end-1, 4); strings.HasPrefix(after, "%") || strings.HasPrefix(after, " %") || strings.HasPrefix(after, "\u00a0%") {
		a.unit = Percent
		a.span.End += strings.IndexByte(after, '%') + 1
		return true
	}
	if !r.attached(a.end) {
		return false
	}
	words := 0
	switch r.fold(a.end) {
	case "percent", "pct":
		a.unit, words = Percent, 1
	case "per":
		if r.fold(a.end+1) == "cent" {
			a.unit, words = Percent, 2
		}
	case "percentage":
		if next := r.fold(a.end + 1); next == "point" || next == "points" {
			a.unit, words = Points, 2
		}
	}
	if words == 0 {
		return false
	}
	a.end += words
	a.span.End = r.doc.Words[a.end-1].End
	return true
}
