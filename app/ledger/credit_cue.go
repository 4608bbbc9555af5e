package ledger

import (
	"strings"

	"samewire/app/text"
)

// creditCues are the words that make a credit of an outlet's name near them.
// The letters after a word are its roles:
//
//	D               the name follows: "told Reuters"
//	b t w i o f r   the name follows "by", "to", "with", "in", "on", "from", "for"
//	A               the name is before: "Reuters reported"
//	s               it may stand between a name and what credits it: "first"
//	S               it may stand between what credits a name and the name: "newspaper"
//	d               it is a day or a month
//	p               it says something, be it on a network
const creditCues = `told:Dop tells:Do telling:Do tell:Do citing:D quoting:D per:D via:D ` +
	`reported:biofA reports:biofA report:bfiA reporting:bfiA reviewed:b obtained:bA seen:b viewed:b published:bioA ` +
	`cited:bA quoted:bi conducted:b compiled:b commissioned:b verified:b confirmed:btA analyzed:b analysed:b ` +
	`interviewed:bo aired:bo broadcast:bo carried:b released:bp provided:bt shared:bwp asked:bo produced:b republished:f ` +
	`story:bfiA stories:bfiA investigation:bA analysis:bfA review:bA tally:bA count:bA note:b poll:bfA polling:A polls:bfA survey:bfA ` +
	`article:bfiA articles:bfiA ed:irA eds:irA piece:ir op:s column:irA essay:irA editorial:biA interview:bwoitfA interviews:bwoitfA ` +
	`spoke:tw speaking:tw spoken:tw talked:tw talking:tw conversation:w statement:t statements:t comments:to comment:t ` +
	`remarks:to said:toAp says:oA saying:op say:op message:t email:t sent:t leaked:t explained:tAp explains:A notes:A estimated:A study:i disclosed:t described:t ` +
	`appearance:o wrote:irAp writes:irA writing:irp written:ir noted:A revealed:A found:A learned:A broke:A ` +
	`first:s also:s has:s had:s have:s previously:s later:s earlier:s recently:s then:s exclusively:s was:s on:s late:s early:s ` +
	`the:S a:S an:S both:S news:S agency:S agencies:S newspaper:S newspapers:S paper:S magazine:S broadcaster:S website:S site:S outlet:S ` +
	`network:S channel:S state:S run:S owned:S official:S local:S television:S tv:S radio:S media:S tech:S business:S online:S sports:S financial:S by:S international:S ` +
	`monday:d tuesday:d wednesday:d thursday:d friday:d saturday:d sunday:d mon:d tue:d wed:d thu:d fri:d sat:d sun:d ` +
	`posted:p announced:p tweeted:p claimed:p declared:p responded:p lashed:p insisted:p added:p accused:p urged:p ` +
	`criticized:p thanked:p called:p warned:p questioned:p argued:p mocked:p blamed:p praised:p attacked:p`

// leadWindow is how many words may stand between a cue and the preposition
// that goes with it: "in an interview late on Tuesday with".
const leadWindow = 5

// credited notes the mentions in a sentence that something credits.
func (s *creditScan) credited(sen *text.Sentence, named []mention) {
	type frame struct{ first, last int }
	frames := make([]frame, len(named))
	for i := range named {
		m := &named[i]
		if m.photo || m.spent {
			continue
		}
		if first, ok := s.leads(sen, m); ok {
			frames[i] = frame{first, m.last}
		} else if last, ok := s.follows(sen, m); ok {
			frames[i] = frame{m.first, last}
		} else if i > 0 && frames[i-1].last == named[i-1].last && s.listedTogether(named[i-1], *m) {
			frames[i] = frame{frames[i-1].first, m.last}
		}
	}
	for i := len(named) - 2; i >= 0; i-- {
		next := frames[i+1]
		if frames[i].last == 0 && next.last > named[i+1].last && !named[i].guess && s.listedTogether(named[i], named[i+1]) {
			frames[i] = frame{named[i].first, next.last}
		}
	}
	for i, f := range frames {
		if m := &named[i]; f.last == 0 && !m.photo && !m.spent && sen.First <= s.lead {
			s.subjects[m.name] = true
		}
		if f.last > 0 {
			s.addNamed(InText, &named[i], f.first, f.last)
		}
	}
}

// listedTogether tells whether no more than a comma or an "and" stands between
// two mentions.
func (s *creditScan) listedTogether(a, b mention) bool {
	between := s.d.Source[s.d.Words[a.last-1].End:s.d.Words[b.first].Start]
	switch strings.TrimSuffix(strings.TrimSpace(between), " the") {
	case ",", "and", ", and", "or", "/", "&":
		return true
	}
	return false
}

// preposition returns the role of a cue that goes with a preposition.
func preposition(word string) string {
	switch word {
	case "by", "to", "with", "in", "on":
		return word[:1]
	case "from":
		return "f"
	case "for":
		return "r"
	}
	return ""
}

// leads returns the first word of what credits a mention from before it.
func (s *creditScan) leads(sen *text.Sentence, m *mention) (int, bool) {
	k := m.first - 1
	for n := 0; n < 6 && k >= sen.First && joined(s.gap(k+1)) && s.describes(sen, k); n++ {
		if s.d.Words[k].Fold == "by" && s.fold(sen, k-1) != "by" {
			break
		}
		k--
	}
	if k < sen.First || !joined(s.gap(k+1)) {
		return 0, false
	}
	word := s.d.Words[k].Fold
	roles := s.cues[word]
	switch {
	case word == "to" && s.fold(sen, k-1) == "according":
		return k - 1, true
	case strings.Contains(roles, "D"):
		return k, !m.guess || roles != "D" // a guess may follow "told", not "per"
	case m.guess && word != "by":
		return 0, false
	}
	letter := preposition(word)
	if letter == "" {
		return 0, false
	}
	for j := k - 1; j >= sen.First && j >= k-leadWindow; j-- {
		fold := s.d.Words[j].Fold
		if strings.ContainsAny(s.gap(j+1), ".;:()—–") || letter == "o" && isOneOf(" was were is are that who which based ", fold) {
			break
		}
		if strings.Contains(s.cues[fold], letter) {
			first := s.phraseStart(sen, j)
			return first, fold != "appearance" || s.d.Words[first].Fold == "in"
		}
	}
	return 0, false
}

// joined tells whether a gap between two words parts no clauses.
func joined(gap string) bool { return strings.Trim(gap, " \n\r\t\u00a0-\"'“”‘’(") == "" }

// describes tells whether word k only says what the outlet after it is: "the
// German newspaper".
func (s *creditScan) describes(sen *text.Sentence, k int) bool {
	w := &s.d.Words[k]
	if strings.Contains(s.cues[w.Fold], "S") {
		return true
	}
	next := s.fold(sen, k+1)
	return w.Capital && !w.Stop && s.cues[w.Fold] == "" && len(next) > 3 && next != "both" && strings.Contains(s.cues[next], "S")
}

// phraseStart moves the start of a phrase back over "in an".
func (s *creditScan) phraseStart(sen *text.Sentence, j int) int {
	switch s.fold(sen, j-1) {
	case "a", "an", "the":
		j--
		if s.fold(sen, j-1) == "in" {
			j--
		}
	}
	return j
}

// follows returns the end of what credits a mention from behind it.
func (s *creditScan) follows(sen *text.Sentence, m *mention) (int, bool) {
	if m.guess || m.last >= sen.Last {
		return 0, false
	}
	k := m.last
	if gap := s.gap(k); gap == "-" || gap == "/" || gap == "–" {
		for k < sen.Last && k < m.last+5 && s.d.Words[k].Capital {
			k++
		}
		word := s.fold(sen, k)
		return k + 1, isOneOf(" poll polls polling survey ", word)
	}
	if m.owner {
		for n := 0; n < 3 && k < sen.Last && s.d.Words[k].Capital && s.capital(sen, k); n++ {
			k++
		}
	}
	named := k > m.last // "CNN's Jane Roe"
	for n := 0; n < 5 && k < sen.Last; n++ {
		if gap := s.gap(k); strings.Trim(gap, " -\n\u00a0'’") != "" {
			return 0, false
		}
		word := s.d.Words[k].Fold
		roles := s.cues[word]
		switch {
		case word == "to" && s.fold(sen, k-1) == "first" && s.fold(sen, k+1) == "report":
			return k + 2, true
		case strings.Contains(roles, "A"):
			return k + 1, s.credits(sen, k, m.name, named)
		case !strings.ContainsAny(roles, "sSd") || preposition(word) != "" && word != "on" || word == "a" || word == "an":
			return 0, false
		}
		k++
	}
	return 0, false
}

// ownResults tells whether the words from k on are what a company reports of
// itself: "a loss", "$3 billion in revenue".
func (s *creditScan) ownResults(sen *text.Sentence, k int) bool {
	if !isOneOf(" a an its net record quarterly earnings revenue ", s.fold(sen, k)) && !strings.Contains(s.gap(k), "$") {
		return false
	}
	for j := k; j < k+5; j++ {
		if isOneOf(" loss losses profit profits earnings revenue sales income results ", s.fold(sen, j)) {
			return true
		}
	}
	return false
}

// credits tells whether the verb or noun k after an outlet's name credits it.
// An outlet that says what it does itself is the news, no source of it.
func (s *creditScan) credits(sen *text.Sentence, k int, name string, named bool) bool {
	verb := s.d.Words[k].Fold
	if isOneOf(" said says confirmed noted ", verb) && (s.subjects[name] || isOneOf(" it its they in a an no ", s.fold(sen, k+1))) {
		return false
	}
	switch verb {
	case "reported":
		return !s.ownResults(sen, k+1)
	case "broke":
		return s.fold(sen, k+1) == "the" && isOneOf(" news story ", s.fold(sen, k+2))
	}
	return !named || isOneOf(" reports wrote writes report interview revealed noted notes explained explains ", verb)
}
