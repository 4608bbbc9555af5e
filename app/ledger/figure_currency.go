package ledger

import (
	"strings"
	"unicode/utf8"
)

// Currencies by their signs, by what stands in letters before or after a
// number, by their names, and by the letters before a dollar sign. The weights
// and verbs among the names count only after a scale.
const (
	currencySigns   = " $:$ ＄:$ £:GBP €:EUR ₹:INR ¥:JPY ￥:JPY ₩:KRW ₽:RUB ₦:NGN ₪:ILS ₱:PHP ₺:TRY ₴:UAH "
	currencyLetters = " rs:INR inr:INR ksh:KES kshs:KES kes:KES tsh:TZS tzs:TZS ush:UGX ugx:UGX rmb:CNY cny:CNY rm:MYR usd:USD eur:EUR " +
		"gbp:GBP jpy:JPY chf:CHF ngn:NGN aud:AUD cad:CAD zar:ZAR krw:KRW php:PHP pkr:PKR sek:SEK nok:NOK dkk:DKK "
	currencyNames = " dollar:$ dollars:$ euro:EUR euros:EUR yen:JPY yuan:CNY renminbi:CNY rupee:INR rupees:INR ruble:RUB rubles:RUB " +
		"rouble:RUB roubles:RUB naira:NGN shillings:KES francs:CHF pesos:MXN "
	scaledNames   = " pound:GBP pounds:GBP won:KRW "
	dollarLetters = " us:USD u.s:USD a:AUD au:AUD c:CAD ca:CAD cdn:CAD hk:HKD nz:NZD s:SGD sg:SGD nt:TWD r:BRL "
	dollarLands   = " us:USD u.s:USD american:USD canadian:CAD australian:AUD singapore:SGD "
)

// anyDollar is the code of a bare "$", which may be any country's dollar.
const anyDollar = "$"

// sameCurrency tells whether two codes can be of one currency.
func sameCurrency(a, b string) bool {
	return a == b || a == anyDollar && isDollar(b) || b == anyDollar && isDollar(a)
}

func isDollar(code string) bool { return strings.HasSuffix(code, "D") }

// codeIn returns the code that a list has for a word, or "".
func codeIn(list, word string) string {
	i := strings.Index(list, " "+word+":")
	if word == "" || i < 0 {
		return ""
	}
	code, _, _ := strings.Cut(list[i+len(word)+2:], " ")
	return code
}

// signCode returns the code of a currency sign, or "".
func signCode(sign rune) string {
	if sign < utf8.RuneSelf && sign != '$' {
		return ""
	}
	return codeIn(currencySigns, string(sign))
}

// currencyBefore reads a currency sign or code before the number.
func (r *figureReader) currencyBefore(a *amount) {
	s := r.doc.Source[:r.doc.Words[a.first].Start]
	sign, n := utf8.DecodeLastRuneInString(s)
	if sign == ' ' || sign == '\u00a0' { // "€ 5"
		s = s[:len(s)-n]
		sign, n = utf8.DecodeLastRuneInString(s)
	}
	before := a.first - 1
	if code := signCode(sign); code != "" {
		a.set(code, len(s)-n)
		if code == anyDollar && before >= r.floor && r.doc.Words[before].End == len(s)-n {
			if code := codeIn(dollarLetters, r.fold(before)); code != "" {
				a.set(code, r.doc.Words[before].Start)
				a.first = before
			}
		}
		return
	}
	if before < r.floor || !r.capital(before) || !a.digits {
		return
	}
	switch r.gap(a.first) {
	case "", " ", ".", ". ", "\u00a0":
		if code := codeIn(currencyLetters, r.fold(before)); code != "" {
			a.set(code, r.doc.Words[before].Start)
			a.first = before
		}
	}
}

// set gives an amount a currency that stands before it.
func (a *amount) set(code string, start int) {
	a.unit, a.code, a.span.Start, a.signed = Money, code, start, true
}

// currencyAfter reads the name of a currency after the number.
func (r *figureReader) currencyAfter(a *amount) {
	j := a.end
	if !r.attached(j) {
		return
	}
	country := codeIn(dollarLands, r.fold(j))
	if country != "" && r.joined(j+1) {
		j++
	}
	code := codeIn(currencyNames, r.fold(j))
	switch {
	case code == "" && a.scale >= 3:
		code = codeIn(scaledNames, r.fold(j))
	case code == anyDollar && country != "":
		code = country
	case code != "" && j > a.end: // "US euros"
		return
	}
	if code == "" && r.capital(j) && a.digits && j == a.end {
		code = codeIn(currencyLetters, r.fold(j))
	}
	if code == "" {
		return
	}
	if code == "GBP" && r.fold(j+1) == "sterling" {
		j++
	}
	a.unit, a.code, a.end = Money, code, j+1
	a.span.End = r.doc.Words[j].End
}
