package ledger

import (
	"slices"
	"strings"

	"samewire/app/text"
)

// institutions end or begin the names of organisations.
const institutions = " university college institute institution department ministry center centers centre foundation association " +
	"bureau commission organization organisation agency administration office police council committee bank embassy hospital group " +
	"research data analytics inc corp co ltd court service union society school lab laboratory fund authority board house pentagon " +
	"kremlin vatican project consultancy institutes "

// materials are what organisations put out.
const materials = " data website figures report reports statistics records numbers guidelines estimates study survey poll polls analysis " +
	"administration government ministry projections model tally database filings documents rules "

func isOneOf(list, word string) bool { return word != "" && strings.Contains(list, " "+word+" ") }

// organizations notes what a sentence says "according to" an organisation
// that is no outlet. People, named or not, are left to the quotations.
func (s *creditScan) organizations(sen *text.Sentence, named []mention) {
	for i := sen.First; i+2 < sen.Last; i++ {
		if isOneOf(" media television tv ", s.d.Words[i+1].Fold) && isOneOf(" state local run ", s.d.Words[i].Fold) &&
			isOneOf(" reported reports said say ", s.d.Words[i+2].Fold) && s.gap(i+2) == " " {
			s.add(InText, "", i, i+3, i, i+2)
			continue
		}
		if s.d.Words[i].Fold != "according" || s.d.Words[i+1].Fold != "to" {
			continue
		}
		if from, last, ok := s.unnamedMedia(sen, i+2); ok {
			s.add(InText, "", i, last, from, last)
			continue
		}
		from := i + 2
		the := s.d.Words[from].Fold == "the"
		if the || s.d.Words[from].Fold == "a" {
			from++
		}
		last := s.nameEnd(sen, from)
		if slices.ContainsFunc(named, func(m mention) bool { return m.first < last+1 && m.last > i }) {
			continue
		}
		if s.isOrganization(sen, from, last, the) {
			end := last
			if s.gap(last) == " " && isOneOf(materials, s.fold(sen, last)) {
				end++
			}
			m := mention{first: from, last: last, name: possessive(s.span(from, last).Of(s.d.Source))}
			s.addNamed(InText, &m, i, end)
		}
	}
}

// unnamedMedia tells whether "according to" goes on with an outlet without its
// name, as in "a media source" or "local media".
func (s *creditScan) unnamedMedia(sen *text.Sentence, from int) (first, last int, ok bool) {
	for k := from; k < from+4 && k < sen.Last; k++ {
		if k > from && s.gap(k) != " " && s.gap(k) != "-" {
			break
		}
		if s.d.Words[k].Fold != "media" {
			continue
		}
		switch s.fold(sen, k+1) {
		case "source", "sources", "outlet", "outlets":
			return from, k + 2, true
		case "reports", "report", "reporter":
			return 0, 0, false
		}
		return from, k + 1, k > from
	}
	return 0, 0, false
}

// nameEnd returns the end of the name at word i: capital words with "of",
// "for", "and", "the" between them.
func (s *creditScan) nameEnd(sen *text.Sentence, i int) int {
	last := i
	for k := i; k < sen.Last && k < i+10; k++ {
		gap := s.gap(k)
		if k > i && gap != " " && gap != "-" && gap != " & " {
			break
		}
		word := &s.d.Words[k]
		switch {
		case word.Capital && (!word.Stop || k == i):
			last = k + 1
		case k == i, !slices.Contains([]string{"of", "for", "and", "the", "on"}, word.Fold):
			return last
		}
	}
	return last
}

// isOrganization tells whether the words [first, last) name an organisation.
func (s *creditScan) isOrganization(sen *text.Sentence, first, last int, the bool) bool {
	if first >= last || s.cues[s.d.Words[first].Fold] == "S" {
		return false
	}
	next := s.fold(sen, last)
	material := s.gap(last) == " " && isOneOf(materials, next)
	if last < sen.Last && s.gap(last) == " " && !material && !s.d.Words[last].Stop && !strings.Contains(s.cues[next], "d") {
		return false // "CDC officials"
	}
	final := s.d.Words[last-1].Fold
	if final != possessive(final) {
		return material
	}
	for k := first; k < last; k++ {
		if isOneOf(institutions, s.d.Words[k].Fold) {
			return true
		}
	}
	spelt := s.d.Words[first].Of(s.d.Source)
	acronym := last-first == 1 && len(spelt) > 1 && spelt == strings.ToUpper(spelt) && !s.d.Words[first].Digit
	return acronym && (the || len(spelt) > 2) || material
}
