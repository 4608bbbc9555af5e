package ledger

import (
	"strings"
	"unicode/utf8"

	"samewire/app/align"
	"samewire/app/text"
)

// figureReader reads the figures of articles, from left to right.
type figureReader struct {
	figures []Figure // of all articles so far
	doc     *text.Document
	article int

	first, last int  // words of the sentence
	floor       int  // the first of them that is in no figure yet
	tokenEnd    int  // end of the run without blanks that was looked at last
	address     bool // that run is an address, a user's name or the like
}

// read reads all sentences of an article but those of photo credits and
// copyright lines.
func (r *figureReader) read(article int, d *text.Document) {
	r.article, r.doc, r.tokenEnd = article, d, 0
	for _, p := range r.doc.Paragraphs {
		long := p.Len() > maxCaption
		if !long && isCaption(p.Of(r.doc.Source)) {
			continue
		}
		for s := p.First; s < p.Last; s++ {
			sen := &r.doc.Sentences[s]
			if long && isCaption(sen.Of(r.doc.Source)) {
				continue
			}
			from := len(r.figures)
			r.first, r.last, r.floor = sen.First, sen.Last, sen.First
			for i := r.first; i < r.last; {
				i = max(i+1, r.at(i))
			}
			r.tie(from)
		}
	}
}

// at reads the figure that begins at word i, if there is one, and returns the
// word after it.
func (r *figureReader) at(i int) int {
	w := &r.doc.Words[i]
	kind, value := otherWord, 0
	if !w.Digit {
		if kind, value = kindOf(w.Fold); kind == otherWord {
			return 0
		}
	}
	if r.inAddress(i) {
		return 0
	}
	switch kind {
	case weekdayWord:
		return r.weekday(i, value)
	case monthWord:
		return r.month(i, value)
	case turnWord:
		return r.turn(i, value)
	case ordinalWord:
		return r.ordinal(i, value)
	}
	if w.Digit {
		if r.enumerates(i) {
			return i + 1
		}
		for _, read := range [...]func(int) int{r.chain, r.clock, r.dayMonth, r.year, r.numberedOrdinal} {
			if end := read(i); end != 0 {
				return end
			}
		}
	}
	return r.quantity(i)
}

// enumerates tells whether the number at word i marks an item of a list inside a
// sentence: "1) water, 2) bread".
func (r *figureReader) enumerates(i int) bool {
	if len(r.fold(i)) > 2 || !strings.HasPrefix(r.gap(i+1), ")") {
		return false
	}
	at := r.doc.Words[i].Start
	before := r.doc.Source[max(r.doc.Words[r.first].Start, at-maxBracket):at]
	return !strings.Contains(before, "(")
}

// maxBracket is how many bytes before a closing bracket the opening one is
// looked for.
const maxBracket = 200

// maxCaption is how many bytes a photo credit has at most with its caption.
const maxCaption = 700

// isCaption tells whether a text is a photo's caption with its credit, or a
// copyright line.
func isCaption(s string) bool {
	if len(s) > maxCaption {
		return false
	}
	for _, mark := range [...]string{"REUTERS/", "AP Photo", "Getty Images", "/AFP", "/EPA", "file photo", "File photo", "FILE PHOTO",
		"handout photo", "Slideshow (", "©", "(c) ", "Copyright"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return false
}

// gap returns what stands between word i-1 and word i, from the start of the
// sentence on.
func (r *figureReader) gap(i int) string {
	if i <= r.first || i >= r.last {
		return "\n"
	}
	return r.doc.Source[r.doc.Words[i-1].End:r.doc.Words[i].Start]
}

// fold returns the folded word i, or "" outside the sentence.
func (r *figureReader) fold(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.doc.Words[i].Fold
}

// capital tells whether word i of the sentence begins with a capital letter.
func (r *figureReader) capital(i int) bool {
	return i >= r.first && i < r.last && r.doc.Words[i].Capital
}

// joined tells whether word i stands after a blank alone.
func (r *figureReader) joined(i int) bool { return isBlank(r.gap(i)) }

// attached tells whether word i stands after a blank or a hyphen alone.
func (r *figureReader) attached(i int) bool { return r.joined(i) || isHyphen(r.gap(i)) }

// isBlank tells whether a gap is one blank, of any width.
func isBlank(gap string) bool {
	return gap == " " || gap == "\u00a0" || gap == "\u202f" || gap == "\u2009"
}

// isHyphen tells whether a gap is a hyphen.
func isHyphen(gap string) bool { return gap == "-" || gap == "\u2010" || gap == "\u2011" }

// isDash tells whether a gap can part the ends of a range.
func isDash(gap string) bool { return isHyphen(gap) || gap == "–" || gap == " – " || gap == "—" }

// maxAddress is how many bytes of a run without blanks are looked at on either
// side of its first word.
const maxAddress = 200

// inAddress tells whether word i is part of a web address, a mail address, a
// user's name or a hash tag. It looks at every run of the text once.
func (r *figureReader) inAddress(i int) bool {
	s := r.doc.Source
	w := r.doc.Words[i].Span
	if w.Start < r.tokenEnd {
		return r.address
	}
	start, end := w.Start, w.End
	for start > max(0, w.Start-maxAddress) && !isSpace(s[start-1]) {
		start--
	}
	for end < len(s) && !isSpace(s[end]) {
		end++
	}
	r.tokenEnd = end
	token := s[start:min(end, w.End+maxAddress)]
	r.address = strings.ContainsAny(token, "@#_=") || strings.Contains(token, "://") || strings.Contains(token, "www.") ||
		strings.Contains(token, ".com") || strings.Contains(token, ".org")
	return r.address
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// add notes a figure of the words [i, j) that begins and ends with the bytes
// given, and returns j.
func (r *figureReader) add(f Figure, j int, span text.Span) int {
	f.Place = align.Place{Article: r.article, Span: span}
	r.figures = append(r.figures, f)
	r.floor = j
	return j
}

// span returns the bytes of words [i, j).
func (r *figureReader) span(i, j int) text.Span {
	return text.Span{Start: r.doc.Words[i].Start, End: r.doc.Words[j-1].End}
}

// chain passes over numbers that marks without blanks join to other numbers or
// letters: scores, telephone numbers, codes, fractions. Ranges, dates and
// clock times are left to their own readers.
func (r *figureReader) chain(i int) int {
	j, marks := i+1, 0
	simple := true
	for ; j < r.last; j++ {
		gap := r.gap(j)
		if !isHyphen(gap) && gap != "–" && gap != "/" && gap != ":" && gap != "." || !r.doc.Words[j].Digit {
			break
		}
		marks++
		simple = simple && gap != "/" && gap != "."
	}
	switch {
	case marks == 0:
		return 0
	case marks == 1 && simple && r.gap(i+1) == ":":
		if r.clockAt(i) >= 0 {
			return 0
		}
	case marks == 1 && simple && r.isRange(i):
		return 0
	}
	return j
}

// before returns the last rune before word i, or 0 at the start of the text.
func (r *figureReader) before(i int) rune {
	c, _ := utf8.DecodeLastRuneInString(r.doc.Source[:r.doc.Words[i].Start])
	if c == utf8.RuneError {
		return 0
	}
	return c
}

// after returns the text that follows word i, at most n bytes of it.
func (r *figureReader) after(i, n int) string {
	s := r.doc.Source[r.doc.Words[i].End:]
	return s[:min(n, len(s))]
}
