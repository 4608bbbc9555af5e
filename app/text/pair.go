package text

import (
	"unicode/utf8"

	"samewire/app/sorting"
)

// pair is a bracket or quotation: the offsets of its marks.
type pair struct {
	open, close int
	quote       bool
	single      bool // of single quotation marks
}

// embeds tells whether a pair in the middle of a sentence is part of it, so
// that no sentence ends inside. A bracket is. A quotation is if it begins with
// a small letter, since it then completes the sentence's own grammar, and, in
// double quotation marks, goes over into the sentence again without a stop or
// comma; other quotations may hold sentences of their own.
func (p pair) embeds(source string) bool {
	if p.close-p.open > maxEmbedded {
		return false
	}
	if !p.quote {
		return true
	}
	for i := p.open; i < p.close; {
		r, n := runeAt(source, i, p.close)
		if isAlnum(r) {
			last, _ := runeBefore(source, p.close, p.open)
			return isLower(r) && (p.single || isAlnum(last))
		}
		i += n
	}
	return false
}

// pairs returns the brackets and quotations in s, in the order of their
// opening marks, and whether s may hold a list. Marks without a partner are
// left out.
func pairs(source string, s Span) (out []pair, lists bool) {
	var brackets []int
	var quotes [4]int // offset after the opening mark of each kind of quotation, 0 if there is none
	for i := s.Start; i < s.End; {
		if plain(source[i]) {
			i++
			continue
		}
		r, n := runeAt(source, i, s.End)
		switch r {
		case '.':
			lists = lists || i > s.Start && (source[i-1] == '1' || source[i-1] == 'a')
		case '(', '[':
			if len(brackets) == 4 {
				brackets = append(brackets[:0], brackets[1:]...)
			}
			brackets = append(brackets, i)
		case ')', ']':
			lists = true
			if k := len(brackets); k > 0 {
				out = append(out, pair{open: brackets[k-1], close: i})
				brackets = brackets[:k-1]
			}
		case '"', '\'':
			kind := 0
			if r == '\'' {
				kind = 1
			}
			if opensQuote(source, s, i) {
				quotes[kind] = i + n
			} else if quotes[kind] > 0 && (kind == 0 || closesQuote(source, s, i)) {
				out = append(out, pair{quotes[kind] - n, i, true, kind == 1})
				quotes[kind] = 0
			}
		case '“', '‘':
			kind := 2
			if r == '‘' {
				kind = 3
			}
			quotes[kind] = i + n
		case '”':
			if quotes[2] > 0 {
				out = append(out, pair{quotes[2] - len("“"), i, true, false})
				quotes[2] = 0
			}
		case '’':
			if quotes[3] > 0 && closesCurly(source, s, i) {
				out = append(out, pair{quotes[3] - len("‘"), i, true, true})
				quotes[3] = 0
			}
		default:
			lists = lists || isBullet(r)
		}
		i += n
	}
	sorting.By(out, func(a, b pair) int { return a.open - b.open })
	return out, lists
}

// opensQuote tells whether the straight mark at i stands before a word and
// after none.
func opensQuote(source string, s Span, i int) bool {
	before, n := runeBefore(source, i, s.Start)
	after, _ := runeAt(source, i+1, s.End)
	return (n == 0 || blank(before) || isDash(before) || before == '(' || before == '[' || before == '"') && !blank(after)
}

// closesQuote tells whether the straight single mark at i closes a quotation
// rather than standing for a letter: only after punctuation is that certain.
func closesQuote(source string, s Span, i int) bool {
	before, _ := runeBefore(source, i, s.Start)
	after, _ := runeAt(source, i+1, s.End)
	return (isTerminator(before) || before == ',' || before == '…') && !isAlnum(after)
}

// closesCurly tells whether the curly mark at i closes a quotation rather than
// being an apostrophe inside or at the end of a word.
func closesCurly(source string, s Span, i int) bool {
	after, n := runeAt(source, i+len("’"), s.End)
	if isAlnum(after) {
		return false
	}
	next, _ := runeAt(source, i+len("’")+n, s.End)
	return source[i-1] != 's' || after < utf8.RuneSelf && !(after == ' ' && isLower(next))
}
