package ledger

import (
	"strings"

	"samewire/app/align"
	"samewire/app/text"
)

// markets are the endings of companies' codes as Reuters writes them. The
// second list is of the exchanges that stand before a code in other styles.
const (
	markets   = " O N OQ K A P L PA DE F HK T SS SZ KS KQ NS BO TO V AX MI MC AS BR S VX ST HE CO OL VI TW SI KL BK SA MX J IS TA WA LS IR PK OB "
	exchanges = " NASDAQ NASDAQGS NYSE NYSEARCA NYSEAMERICAN NYSEMKT AMEX LSE LON AIM TSX TSXV CVE CSE TSE ASX HKG HKEX SEHK BSE NSE OTC OTCMKTS EPA FRA ETR XETRA SGX JSE KRX "
)

// maxCode is how many bytes the codes in one pair of brackets have at most.
const maxCode = 40

// codes notes the codes of companies' shares in the brackets of a sentence.
func (s *creditScan) codes(sen *text.Sentence) {
	at := sen.Start
	for {
		open := strings.IndexByte(s.d.Source[at:sen.End], '(')
		if open < 0 {
			return
		}
		at += open + 1
		size := strings.IndexByte(s.d.Source[at:min(sen.End, at+maxCode)], ')')
		if size <= 0 {
			continue
		}
		how, name := code(s.d.Source[at : at+size])
		if name != "" {
			s.out = append(s.out, Credit{
				Place:  align.Place{Article: s.article, Span: text.Span{Start: at - 1, End: at + size + 1}},
				Source: text.Span{Start: at, End: at + size},
				Name:   name,
				How:    how,
			})
		}
		at += size
	}
}

// code tells what kind of code stands in brackets, and whose; the name is ""
// if it isn't one.
func code(inside string) (How, string) {
	first, _, _ := strings.Cut(strings.ReplaceAll(inside, ";", ","), ",")
	if exchange, ticker, ok := strings.Cut(first, ":"); ok {
		exchange, ticker = strings.ToUpper(strings.TrimSpace(exchange)), strings.TrimSpace(ticker)
		if isOneOf(exchanges, exchange) && len(ticker) <= 6 && isTicker(ticker) {
			return ExchangeCode, exchange
		}
		return ExchangeCode, ""
	}
	if isAgencyCode(strings.TrimSpace(first)) {
		return AgencyCode, "Reuters"
	}
	return AgencyCode, ""
}

// isAgencyCode tells whether s is a company's or an index's code as Reuters
// writes it: "MSFT.O", "7203.T", ".DJI".
func isAgencyCode(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 0 || s == "U.N" {
		return false
	}
	root, market := s[:dot], s[dot+1:]
	if root == "" {
		return len(market) >= 3 && len(market) <= 8 && isCapital(market[0]) && isTicker(market)
	}
	if !isOneOf(markets, market) || !isTicker(strings.TrimSuffix(strings.TrimRight(root, "abcdp"), "_")) {
		return false
	}
	if !isCapital(root[0]) {
		return len(root) >= 4
	}
	return len(root) > 1 || market == "N" || market == "O"
}

// isTicker tells whether s is capital letters and digits alone.
func isTicker(s string) bool {
	return s != "" && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
}
