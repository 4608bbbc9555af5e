package ledger

import (
	"slices"
	"strings"
	"unicode"

	"samewire/app/text"
)

// maxByline is how many words a line that names the source of an article has
// at most, maxDateline how many words stand before the agency.
const (
	maxByline   = 12
	maxDateline = 10
)

// edge is how many paragraphs at the end of an article may hold the line that
// names its source. Elsewhere such a line credits a picture.
const edge = 3

// line notes the credits of a sentence that is no reporter's copy, and tells
// whether that is all there is to it.
func (s *creditScan) line(n int, named []mention) bool {
	sen := &s.d.Sentences[n]
	if sen.First == sen.Last {
		return true
	}
	if s.copyright(sen, named) || s.contributors(sen, named) {
		return true
	}
	if len(named) > 0 {
		if s.byline(sen, named) {
			return true
		}
		s.dateline(sen, named)
		s.slashed(sen, &named[0])
	}
	s.photos(sen, named)
	return false
}

// opens tells whether a sentence begins its paragraph.
func (s *creditScan) opens(sen *text.Sentence) bool {
	return s.d.Paragraphs[sen.Paragraph].Start == sen.Start
}

// dateline notes the agency in brackets at the beginning of a paragraph.
func (s *creditScan) dateline(sen *text.Sentence, named []mention) {
	if !s.opens(sen) {
		return
	}
	m := &named[0]
	opening := s.bracketed(sen, m)
	if m.guess || opening < sen.First || opening > sen.First+maxDateline {
		return
	}
	after := s.d.Source[s.d.Words[m.last-1].End:sen.End]
	inside, after, ok := strings.Cut(after, ")")
	if !ok || len(inside) > 20 {
		return
	}
	after = strings.TrimLeft(after, " \u00a0")
	dashed := strings.HasPrefix(after, "-") || strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, ":")
	dated := false
	for k := sen.First; k < opening; k++ {
		w := &s.d.Words[k]
		dated = dated || w.Digit
		if !w.Capital && !w.Digit && (!w.Stop || !dashed) {
			return
		}
	}
	if dashed || dated || opening == sen.First || shouted(s.d.Words[sen.First].Of(s.d.Source)) {
		s.addNamed(Dateline, m, sen.First, m.last)
		m.spent = m.spent || opening < m.first // the slash is of no picture
		c := &s.out[len(s.out)-1]
		c.Start, c.End = sen.Start, c.End+len(inside)+1
	}
}

// bracketed returns the first word in the brackets that an agency stands in, alone
// or behind others and a slash: "(tca/dpa)"; -1 if there are none.
func (s *creditScan) bracketed(sen *text.Sentence, m *mention) int {
	for k := m.first; k >= sen.First && k > m.first-3; k-- {
		switch before := s.before(sen, k); {
		case strings.HasSuffix(before, "("):
			return k
		case before != "/":
			return -1
		}
	}
	return -1
}

// slashed notes a dateline such as "/TASS/".
func (s *creditScan) slashed(sen *text.Sentence, m *mention) {
	before, after := s.before(sen, m.first), s.after(sen, m.last-1)
	if sen.Paragraph < maxDateline && strings.HasSuffix(before, "/") && len(before) != 1 && strings.HasPrefix(after, "/.") {
		s.addNamed(Dateline, m, m.first, m.last)
		m.spent = true
	}
}

// shouted tells whether a word is in capitals throughout.
func shouted(word string) bool {
	return len(word) > 2 && !strings.ContainsFunc(word, unicode.IsLower)
}

// before returns what stands between word i and the one before it in its
// sentence.
func (s *creditScan) before(sen *text.Sentence, i int) string {
	if i > sen.First {
		return s.gap(i)
	}
	return s.d.Source[sen.Start:s.d.Words[i].Start]
}

// after returns what stands between word i and the one behind it in its
// sentence.
func (s *creditScan) after(sen *text.Sentence, i int) string {
	if i+1 < sen.Last {
		return s.gap(i + 1)
	}
	return s.d.Source[s.d.Words[i].End:sen.End]
}

// contributors notes a line that tells who worked on the article, and the
// outlets in it.
func (s *creditScan) contributors(sen *text.Sentence, named []mention) bool {
	if !s.tellsContributors(sen, len(named) > 0) {
		return false
	}
	first := sen.First
	if len(named) == 0 && !s.opens(sen) {
		// A list with initials and abbreviations may have been cut.
		from := s.d.Sentences[s.d.Paragraphs[sen.Paragraph].First].First
		i, _ := slices.BinarySearchFunc(s.mentions, from, func(m mention, at int) int { return m.first - at })
		if i < len(s.mentions) && s.mentions[i].first == from {
			first, named = from, s.mentions[i:i+1]
		}
	}
	seen := make(map[string]bool)
	for i := range named {
		if m := &named[i]; !seen[m.name] && !m.guess {
			seen[m.name] = true
			s.addNamed(Contribution, m, first, sen.Last)
		}
	}
	if len(seen) == 0 {
		s.add(Contribution, "", first, sen.Last, 0, 0)
	}
	return true
}

// tellsContributors tells whether a sentence is a line of contributors. named
// tells whether it names an outlet.
func (s *creditScan) tellsContributors(sen *text.Sentence, named bool) bool {
	k, with := sen.First, false
	for n := 0; n < 3 && isOneOf(" with additional original some ", s.fold(sen, k)); n++ {
		with = with || s.d.Words[k].Fold == "with"
		k++
	}
	next := s.fold(sen, k+1)
	switch word := s.fold(sen, k); {
	case isOneOf(" reporting editing ", word):
		if next == "by" || next == "and" && isOneOf(" writing editing reporting ", s.fold(sen, k+2)) {
			return true
		}
	case with && isOneOf(" files inputs input reports material information ", word):
		if named && next == "from" && sen.Last-sen.First < 2*maxByline {
			return true
		}
	case with && (word == "assistance" && isOneOf(" from by ", next) || isOneOf(" agency agencies ", word) && isOneOf(" input inputs ", next)):
		return true
	case named && (word == "contributing" && strings.HasPrefix(s.after(sen, k), ":") || word == "this" && s.originated(sen, k+1)):
		return true
	}
	for k := sen.First; k < sen.Last; k++ {
		switch s.d.Words[k].Fold {
		case "contributed":
			if s.contributedHere(sen, k, named) {
				return true
			}
		case "material": // "This report contains material from Reuters."
			if named && s.fold(sen, sen.First) == "this" && k < sen.First+5 && s.fold(sen, k+1) == "from" {
				return true
			}
		case "solely": // "The AP is solely responsible for all content."
			if named && s.fold(sen, k+1) == "responsible" && s.fold(sen, k+4) == "content" {
				return true
			}
		}
	}
	return false
}

// contributedHere tells whether the verb at word k says that somebody worked
// on this article.
func (s *creditScan) contributedHere(sen *text.Sentence, k int, named bool) bool {
	next := s.fold(sen, k+1)
	switch next {
	case "":
		return named
	case "reporting":
		return true
	case "additional":
		return s.fold(sen, k+2) == "reporting"
	case "by":
		return s.fold(sen, k-1) == "was" && named && s.fold(sen, sen.First) == "information"
	case "to":
		det, noun := s.fold(sen, k+2), s.fold(sen, k+3)
		return (det == "this" || det == "the") && isOneOf(" report story article piece dispatch coverage ", noun) && k+5 > sen.Last-3
	}
	return false
}

// originated tells whether the words from k on say where "this article" is
// from.
func (s *creditScan) originated(sen *text.Sentence, k int) bool {
	if !isOneOf(" article story report piece ", s.fold(sen, k)) {
		return false
	}
	for j := k + 1; j < k+6; j++ {
		if isOneOf(" appeared published produced republished ", s.fold(sen, j)) {
			return true
		}
	}
	return false
}

// byline notes a line that names the source of the article and says no more.
func (s *creditScan) byline(sen *text.Sentence, named []mention) bool {
	m := &named[len(named)-1]
	p := &s.d.Paragraphs[sen.Paragraph]
	ending := sen.Paragraph >= len(s.d.Paragraphs)-edge
	switch size := sen.Last - sen.First; {
	case m.guess || m.photo:
		return false
	case size > maxByline || p.End != sen.End:
		return ending && p.End == sen.End && s.signed(sen, m)
	case s.fold(sen, sen.First) == "by" && s.opens(sen):
		if strings.HasSuffix(s.d.Source[:sen.End], ".") {
			return false
		}
	case s.sourceLine(sen, named):
		if !isOneOf(" with source sources from ", s.fold(sen, sen.First)) &&
			(!ending && (sen.Paragraph > 1 || !s.opens(sen)) || strings.Contains(sen.Of(s.d.Source), "/")) {
			s.addPhoto(m.name, sen.First, sen.Last, m)
			return true
		}
	case s.opens(sen) && sen.Paragraph < edge && m.last == sen.Last && m.first > sen.First && s.allCapital(sen) &&
		strings.ContainsAny(s.gap(m.first), ",|"):
	default:
		return ending && s.signed(sen, m)
	}
	for i := range named {
		s.addNamed(Byline, &named[i], sen.First, sen.Last)
	}
	return true
}

// sourceLine tells whether a sentence consists of outlets' names and words
// such as "source".
func (s *creditScan) sourceLine(sen *text.Sentence, named []mention) bool {
	k := sen.First
	for i := range named {
		for ; k < named[i].first; k++ {
			if !isOneOf(" source sources from by staff with agencies and via the files inputs ", s.d.Words[k].Fold) {
				return false
			}
		}
		k = named[i].last
	}
	for ; k < sen.Last; k++ {
		if !isOneOf(" staff agencies and file wires news service writer writers ", s.d.Words[k].Fold) {
			return false
		}
	}
	return !named[len(named)-1].owner
}

func (s *creditScan) allCapital(sen *text.Sentence) bool {
	for k := sen.First; k < sen.Last; k++ {
		if !s.d.Words[k].Capital {
			return false
		}
	}
	return true
}

// signed notes an agency's name after the last sentence of a paragraph, as in
// "he said. — Reuters". It returns false, as the sentence is copy.
func (s *creditScan) signed(sen *text.Sentence, m *mention) bool {
	gap := strings.TrimSpace(s.before(sen, m.first))
	tail := strings.Trim(s.d.Source[s.d.Words[m.last-1].End:sen.End], " .)]")
	if m.last == sen.Last && tail == "" && len(gap) > 1 && strings.ContainsAny(gap[:1], ".!?\"") &&
		(strings.HasSuffix(gap, "(") || strings.HasSuffix(gap, "-") || strings.HasSuffix(gap, "—") || strings.HasSuffix(gap, "–")) {
		s.addNamed(Byline, m, m.first, m.last)
	}
	return false
}

// copyright notes who a sentence says has the copyright.
func (s *creditScan) copyright(sen *text.Sentence, named []mention) bool {
	k := sen.First
	for n := 0; n < 2 && s.fold(sen, k) != "copyright"; n++ {
		k++
	}
	sign := strings.Contains(s.before(sen, sen.First), "©")
	if s.fold(sen, k) != "copyright" && !sign || s.fold(sen, k-1) == "image" {
		return false
	}
	if sign {
		k = sen.First - 1
	}
	dated := sign
	for k++; k < sen.Last; k++ {
		w := &s.d.Words[k]
		dated = dated || w.Digit || strings.Contains(s.before(sen, k), "©")
		if !w.Digit && w.Fold != "by" && w.Fold != "the" && w.Fold != "c" {
			break
		}
	}
	for i := range named {
		if m := &named[i]; m.last > k && m.first <= k && !m.guess && !m.photo {
			s.addNamed(Copyright, m, sen.First, max(k, m.last))
			s.out[len(s.out)-1].Start = sen.Start
			return true
		}
	}
	if end := s.nameEnd(sen, k); dated && end > k && s.d.Words[k].Fold != "all" {
		s.add(Copyright, s.span(k, end).Of(s.d.Source), sen.First, end, k, end)
		s.out[len(s.out)-1].Start = sen.Start
		return true
	}
	return false
}
