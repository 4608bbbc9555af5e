package ledger

import (
	"strings"

	"samewire/app/text"
)

// pictures are the words that stand before or after a name that credits a
// picture.
const pictures = " photo photos image images picture photograph photographs credit courtesy "

// photos notes the credits of pictures in a sentence, and marks their mentions
// so that they don't count for the text.
func (s *creditScan) photos(sen *text.Sentence, named []mention) {
	done := sen.First
	for i := range named {
		m := &named[i]
		if m.first < done {
			m.photo = true
			continue
		}
		if m.guess || m.spent || !s.creditsPhoto(sen, m) {
			continue
		}
		m.photo = true
		first := m.first
		if first > done && s.fold(sen, first-1) == "via" {
			first--
		}
		for n := 0; n < 6 && first > done && s.nameBefore(sen, first); n++ {
			first--
		}
		for first > done && (s.fold(sen, first-1) == "by" || isOneOf(pictures, s.fold(sen, first-1))) {
			first--
		}
		done = s.photoEnd(sen, m.last)
		s.addPhoto(m.name, first, done, m)
	}
	if done == sen.First && sen.First+1 < sen.Last && s.opens(sen) && isOneOf(" photo photos picture ", s.fold(sen, sen.First)) {
		if gap := strings.TrimSpace(s.gap(sen.First + 1)); (gap == "|" || gap == ":") && s.d.Words[sen.First+1].Capital {
			s.addPhoto("", sen.First, sen.First+2, nil)
		}
	}
}

// photoEnd moves the end of a picture's credit over what goes on after a slash
// or "via", and over "Photo".
func (s *creditScan) photoEnd(sen *text.Sentence, k int) int {
	for n := 0; n < 4 && k < sen.Last; n++ {
		switch gap := s.gap(k); {
		case strings.TrimSpace(gap) == "/":
			k++
			for n := 0; n < 3 && k < sen.Last && s.d.Words[k].Capital && strings.Trim(s.gap(k), " -.") == "" && !isOneOf(pictures, s.d.Words[k].Fold); n++ {
				k++
			}
		case gap != " ":
			return k
		case s.d.Words[k].Fold == "via" && k+1 < sen.Last:
			m, ok := s.listed(sen, k+1)
			if !ok {
				return k
			}
			k = m.last
		case isOneOf(" photo photos images ", s.d.Words[k].Fold):
			k++
		default:
			return k
		}
	}
	return k
}

// nameBefore tells whether the word before word i is of a photographer's name.
func (s *creditScan) nameBefore(sen *text.Sentence, i int) bool {
	gap := s.gap(i)
	return i > sen.First && s.d.Words[i-1].Capital && !isOneOf(pictures, s.d.Words[i-1].Fold) && (gap == "/" || gap == " " || gap == "-" || gap == ". ")
}

// creditsPhoto tells whether a mention credits a picture.
func (s *creditScan) creditsPhoto(sen *text.Sentence, m *mention) bool {
	before, after := s.before(sen, m.first), s.after(sen, m.last-1)
	if m.photo || isOneOf(" photo photos image ", s.fold(sen, m.last)) && strings.TrimSpace(after) == "" {
		return true
	}
	previous := s.fold(sen, m.first-1)
	if previous == "by" {
		previous = s.fold(sen, m.first-2)
	}
	if isOneOf(pictures, previous) && !strings.Contains(before, ".") {
		return true
	}
	if previous == "via" && s.distributes(sen, m.first-1) || previous == "copyright" && s.fold(sen, m.first-2) == "image" {
		return true
	}
	if strings.HasSuffix(before, "[") && strings.HasPrefix(after, "]") {
		return true
	}
	if strings.HasPrefix(after, "/") || strings.HasSuffix(before, "/") || strings.HasPrefix(strings.TrimSpace(after), "/") {
		_, poll := s.follows(sen, m)
		return !poll
	}
	return false
}

// distributes tells whether the "via" at word k is of a picture's credit: "(Jane
// Roe via AP)", "Handout via Reuters", "Police/Handout via Reuters".
func (s *creditScan) distributes(sen *text.Sentence, k int) bool {
	switch s.fold(sen, k-1) {
	case "handout", "pool", "file":
		return true
	}
	return s.nameBefore(sen, k) && !closed(s.d.Source[sen.Start:s.d.Words[k].Start])
}

// closed tells whether no bracket is open at the end of text.
func closed(text string) bool {
	return strings.LastIndexByte(text, '(') <= strings.LastIndexByte(text, ')')
}

// addPhoto notes the credit of a picture, once for a text that puts the same
// one under several pictures.
func (s *creditScan) addPhoto(name string, first, last int, m *mention) {
	phrase := s.span(first, last).Of(s.d.Source)
	if s.photographed[phrase] {
		return
	}
	if s.photographed == nil {
		s.photographed = make(map[string]bool)
	}
	s.photographed[phrase] = true
	if m == nil {
		s.add(Photo, name, first, last, 0, 0)
		return
	}
	s.addNamed(Photo, m, first, last)
}
