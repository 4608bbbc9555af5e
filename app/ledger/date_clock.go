package ledger

import "strings"

// clock reads a time of day at word i: "5 p.m.", "9:30 a.m. EDT", "2100 GMT".
func (r *figureReader) clock(i int) int {
	minutes := r.clockAt(i)
	if minutes < 0 {
		return 0
	}
	j := i + 1
	if r.gap(j) == ":" {
		j++
	}
	if half := r.half(j); half != 0 {
		j++
	}
	f := Figure{Unit: Clock}
	if zone, words := r.zone(j); words > 0 {
		f.Code = zone
		j += words
	}
	f.Low = decimal(int64(minutes), 0)
	f.High = f.Low
	a := amount{first: i, end: j, span: r.span(i, j)}
	return r.finish(f, &a, i, false)
}

// clockAt returns the minutes after midnight of the time of day at word i, or
// -1 where there is none.
func (r *figureReader) clockAt(i int) int {
	fold := r.fold(i)
	hour, rest := leadingDigits(fold)
	minute, j := 0, i+1
	colon := r.gap(j) == ":"
	if colon {
		if rest != "" || len(r.fold(j)) < 2 {
			return -1
		}
		if minute, rest = leadingDigits(r.fold(j)); len(r.fold(j))-len(rest) != 2 {
			return -1
		}
		j++
	}
	half := dayHalf(rest)
	if rest != "" && half == 0 {
		return -1
	}
	if half == 0 {
		half = r.half(j)
	}
	switch _, zone := r.zone(j); {
	case half != 0 && hour >= 1 && hour <= 12 && minute < 60:
		return 60*(hour%12+12*(half-1)) + minute
	case half != 0:
		return -1
	case !colon && zone > 0 && len(fold) == 4 && hour%100 < 60 && hour < 2400:
		return 60*(hour/100) + hour%100
	case colon && hour < 24 && minute < 60 && (zone > 0 || r.leadsClock(i)):
		return 60*hour + minute
	}
	return -1
}

// leadingDigits reads the number at the start of a short word.
func leadingDigits(s string) (n int, rest string) {
	for s != "" && s[0] >= '0' && s[0] <= '9' && n < 1e6 {
		n = 10*n + int(s[0]-'0')
		s = s[1:]
	}
	return n, s
}

// half returns 1 where word i is "a.m.", 2 where it is "p.m.", else 0.
func (r *figureReader) half(i int) int {
	if !r.joined(i) {
		return 0
	}
	return dayHalf(r.fold(i))
}

func dayHalf(s string) int {
	switch strings.ReplaceAll(s, ".", "") {
	case "am":
		return 1
	case "pm":
		return 2
	}
	return 0
}

// leadsClock tells whether the word before word i is one that a time of day
// follows.
func (r *figureReader) leadsClock(i int) bool {
	return r.joined(i) && isOneOf(" at by around until till since before after from about ", r.fold(i-1))
}

// zone returns the time zone at word i and how many words it takes.
func (r *figureReader) zone(i int) (string, int) {
	if !r.joined(i) {
		return "", 0
	}
	switch fold := r.fold(i); fold {
	case "gmt", "utc", "bst", "edt", "est", "et", "cdt", "cst", "ct", "mdt", "mst", "pdt", "pst", "pt", "cet", "cest", "ist":
		if r.capital(i) {
			return strings.ToUpper(fold), 1
		}
	case "local", "eastern", "pacific":
		if r.fold(i+1) == "time" {
			return fold, 2
		}
	}
	return "", 0
}
