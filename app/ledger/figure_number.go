package ledger

import "strings"

// Number is an exact value: Mantissa·10^Exponent/Divisor, in lowest terms.
type Number struct {
	Mantissa int64 `json:"mantissa"` // without noughts at its end
	Exponent int   `json:"exponent,omitempty"`
	Divisor  int64 `json:"divisor,omitempty"` // of "a third"; 0 stands for 1
	// Last is the power of ten of the last digit that counts as it is written:
	// 3 in "27,000", 8 in "1.0 billion". It says how far a number is rounded.
	Last int `json:"last,omitempty"`
}

// Is tells whether two numbers have the same value.
func (n Number) Is(m Number) bool {
	n.Last, m.Last = 0, 0
	return n == m
}

// maxDigits bounds the digits of a number that is read.
const maxDigits = 15

// decimal returns mantissa·10^exponent with the noughts at its end taken off.
func decimal(mantissa int64, exponent int) Number {
	n := Number{Mantissa: mantissa, Exponent: exponent, Last: exponent}
	for n.Mantissa != 0 && n.Mantissa%10 == 0 {
		n.Mantissa /= 10
		n.Exponent++
	}
	if exponent >= 0 {
		n.Last = n.Exponent
	}
	if n.Mantissa == 0 {
		n.Exponent = 0
	}
	return n
}

// scaled returns n·10^exponent.
func (n Number) scaled(exponent int) Number {
	if n.Mantissa != 0 {
		n.Exponent += exponent
	}
	n.Last += exponent
	return n
}

// share returns a in b as a percentage.
func share(a, b int64) Number {
	a *= 100
	x, y := a, b
	for y != 0 {
		x, y = y, x%y
	}
	n := decimal(a/x, 0)
	if b /= x; b > 1 {
		n.Divisor = b
	}
	return n
}

// float returns the value to about 15 digits.
func (n Number) float() float64 {
	f := float64(n.Mantissa)
	for e := n.Exponent; e > 0; e-- {
		f *= 10
	}
	for e := n.Exponent; e < 0; e++ {
		f /= 10
	}
	if n.Divisor > 1 {
		f /= float64(n.Divisor)
	}
	return f
}

// round returns n rounded half up to the power of ten last.
func (n Number) round(last int) Number {
	if n.Exponent >= last && n.Divisor <= 1 {
		return n
	}
	m, by := n.Mantissa, max(n.Divisor, 1)
	for e := n.Exponent; e > last; e-- {
		m *= 10 // only for a share, whose mantissa is small
	}
	for e := n.Exponent; e < last; e++ {
		if by > 1e17 {
			return Number{}
		}
		by *= 10
	}
	return decimal((m+by/2)/by, 0).scaled(last)
}

// roundedTo tells whether m is n rounded to the digits that m shows.
func (n Number) roundedTo(m Number) bool {
	return (m.Last > n.Last || n.Divisor > 1) && n.round(m.Last).Is(m)
}

// parseNumber reads the digits at the start of a folded word, with thousands
// parted by commas ("27,000", "1,00,000") and a decimal point, or the European
// way where that is safe ("8,5", "1.234.567"), and returns what follows them.
func parseNumber(fold string) (n Number, rest string, ok bool) {
	end := 0
	for end < len(fold) && (fold[end] >= '0' && fold[end] <= '9' || fold[end] == '.' || fold[end] == ',') {
		end++
	}
	whole, fraction, ok := splitNumber(fold[:end])
	if !ok || len(whole)+len(fraction) > maxDigits || len(whole) > 1 && whole[0] == '0' {
		return Number{}, "", false
	}
	var mantissa int64
	for _, c := range []byte(whole + fraction) {
		mantissa = 10*mantissa + int64(c-'0')
	}
	return decimal(mantissa, -len(fraction)), fold[end:], true
}

// splitNumber parts the digits before the decimal mark from those after it.
func splitNumber(s string) (whole, fraction string, ok bool) {
	if len(s) > 2*maxDigits {
		return "", "", false
	}
	comma, point := strings.IndexByte(s, ','), strings.IndexByte(s, '.')
	switch {
	case comma < 0 && point < 0:
		return s, "", s != ""
	case comma < 0 && strings.Count(s, ".") > 1:
		whole, ok = ungroup(s, ".")
		return whole, "", ok
	case comma < 0 || comma < point:
		whole, fraction, _ = strings.Cut(s, ".")
	case strings.LastIndexByte(s, ',') == comma && len(s)-comma <= 3:
		whole, ok = ungroup(s[:comma], ".")
		return whole, s[comma+1:], ok
	default:
		whole = s
	}
	whole, ok = ungroup(whole, ",")
	return whole, fraction, ok && !strings.ContainsAny(fraction, ".,")
}

// ungroup takes the marks out between groups of digits, the last of three, the
// others of two or three.
func ungroup(s, mark string) (string, bool) {
	groups := strings.Split(s, mark)
	for i, g := range groups {
		last := i == len(groups)-1
		switch {
		case strings.ContainsAny(g, ".,") || g == "":
			return "", false
		case i > 0 && (len(g) > 3 || len(g) < 2 || last && len(g) != 3):
			return "", false
		case i == 0 && len(groups) > 1 && len(g) > 3:
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// scaleLetter returns the power of ten of a scale that is set close to its
// number: "8.5bn".
func scaleLetter(rest string) int {
	switch rest {
	case "k":
		return 3
	case "m", "mn", "mln":
		return 6
	case "b", "bn":
		return 9
	case "tn", "trn":
		return 12
	}
	return 0
}
