package align

import (
	"math"
	"strings"

	"samewire/app/sorting"
)

// class says what sort of word a term is, where that bounds its weight.
type class uint8

const (
	plain class = iota
	date        // weekdays and months
	title       // roles and forms of address
	number
	boilerplate // share buttons, photo credits
)

// Terms of these classes weigh no more than this, however rare.
const (
	dateMax        = 1.8
	titleMax       = 2.0
	boilerplateMax = 0.5
)

var classOf = map[string]class{
	"monday": date, "tuesday": date, "wednesday": date, "thursday": date, "friday": date,
	"saturday": date, "sunday": date, "january": date, "february": date, "march": date,
	"april": date, "june": date, "july": date, "august": date, "september": date,
	"october": date, "november": date, "december": date, "jan": date, "feb": date,
	"aug": date, "sept": date, "sep": date, "oct": date, "nov": date, "dec": date,
	"mon": date, "tue": date, "wed": date, "thu": date, "fri": date,

	"president": title, "vice": title, "senator": title, "sen": title, "sens": title,
	"representative": title, "rep": title, "reps": title, "congressman": title,
	"congresswoman": title, "governor": title, "gov": title, "govs": title, "mayor": title,
	"mr": title, "mrs": title, "ms": title, "dr": title, "prof": title, "professor": title,
	"secretary": title, "minister": title, "prime": title, "chancellor": title,
	"chief": title, "executive": title, "officer": title, "ceo": title, "director": title,
	"chairman": title, "chairwoman": title, "chair": title, "chairperson": title,
	"spokesman": title, "spokeswoman": title, "spokesperson": title, "speaker": title,
	"leader": title, "judge": title, "justice": title, "attorney": title, "general": title,
	"gen": title, "rev": title, "sir": title, "lord": title, "king": title, "queen": title,
	"prince": title, "princess": title, "pope": title, "ambassador": title, "deputy": title,
	"assistant": title, "senior": title, "former": title, "sheriff": title, "sgt": title,
	"lt": title, "col": title, "capt": title, "captain": title, "analyst": title,

	"advertisement": boilerplate, "subscribe": boilerplate, "newsletter": boilerplate,
	"whatsapp": boilerplate, "pinterest": boilerplate, "caption": boilerplate,
	"getty": boilerplate, "toggle": boilerplate, "playback": boilerplate,
}

// unit is a term at its place in a sentence.
type unit struct {
	term   int32
	word   int32 // its first word, an index into the document's words
	words  int32 // how many words it takes
	name   bool  // part of a name
	named  int16 // which name of its sentence, from 1
	quoted bool
	early  bool // among the first terms of its sentence
	once   bool // in no other sentence of its article
	weight float64
}

// vocabulary numbers the terms of a story.
type vocabulary struct {
	lex   *lexicon
	ids   map[string]int32
	terms []term
}

type term struct {
	stem      string
	class     class
	idf       float64
	sentences int32 // of the story that have it
	last      int32 // the last such sentence
	capital   int32 // times it stands capitalised inside a running sentence
	lower     int32 // times not
	weight    float64
}

func newVocabulary(lex *lexicon) *vocabulary {
	return &vocabulary{lex: lex, ids: make(map[string]int32, 2048)}
}

func (v *vocabulary) id(stem string) int32 {
	if id, ok := v.ids[stem]; ok {
		return id
	}
	return v.add(stem, stem, plain, v.lex.weight(stem))
}

func (v *vocabulary) add(key, stem string, c class, idf float64) int32 {
	id := int32(len(v.terms))
	v.ids[key] = id
	v.terms = append(v.terms, term{stem: stem, class: c, idf: idf, last: -1})
	return id
}

// units appends the terms of the words [first, last) of document d in their
// order. Stop words are none.
func (v *vocabulary) units(d *document, first, last int, out []unit) []unit {
	words := d.Words
	for i := first; i < last; {
		if d.muted[i] {
			i++
			continue
		}
		if f, ok := figureAt(d.Source, words[:last], i); ok {
			id, ok := v.ids[f.key]
			if !ok {
				id = v.add(f.key, f.key, number, f.weight)
			}
			out = append(out, unit{term: id, word: int32(i), words: int32(f.words), quoted: d.quoted[i]})
			i += f.words
			continue
		}
		id, n := v.word(d, i, last)
		if id >= 0 {
			out = append(out, unit{term: id, word: int32(i), words: int32(n), quoted: d.quoted[i]})
		}
		i += n
	}
	return out
}

// word returns the term at word i, or -1, and the number of words it takes.
func (v *vocabulary) word(d *document, i, last int) (id int32, n int) {
	w := d.Words[i]
	if w.Stop {
		return -1, 1
	}
	if c, ok := classOf[w.Fold]; ok && (c != date || w.Capital) {
		id, ok := v.ids[w.Fold+" "]
		if !ok {
			limit := [...]float64{date: dateMax, title: titleMax, boilerplate: boilerplateMax}[c]
			id = v.add(w.Fold+" ", w.Stem, c, min(limit, v.lex.weight(w.Stem)))
		}
		if v.terms[id].idf <= 0 {
			return -1, 1
		}
		return id, 1
	}
	if i+1 < last && adjacent(d, i) {
		if idf := v.lex.together(w.Stem, d.Words[i+1].Stem); idf > 0 {
			stem := w.Stem + "_" + d.Words[i+1].Stem
			id, ok := v.ids[stem]
			if !ok {
				id = v.add(stem, stem, plain, idf)
			}
			return id, 2
		}
	}
	stem := v.lex.american(w.Stem)
	if strings.Contains(stem, ".") {
		stem = strings.ReplaceAll(stem, ".", "") // U.S, Ph.D
	}
	id = v.id(stem)
	if v.terms[id].idf <= 0 {
		return -1, 1
	}
	return id, 1
}

// american gives a British stem its American spelling, where the background
// knows that: labour, defence, organise and centre are one term in both.
func (l *lexicon) american(stem string) string {
	if len(stem) < 5 {
		return stem
	}
	other := ""
	head, tail := stem[:len(stem)-2], stem[len(stem)-2:]
	switch {
	case strings.HasSuffix(stem, "our"):
		other = head + "r"
	case strings.HasSuffix(stem, "enc"):
		other = head + "ns"
	case tail == "is":
		other = head + "iz"
	case strings.HasSuffix(stem, "tr"):
		other = head + "ter"
	default:
		return stem
	}
	if l.knows(other) {
		return other
	}
	return stem
}

// adjacent tells whether only a blank stands between word i and the next.
func adjacent(d *document, i int) bool {
	gap := d.Source[d.Words[i].End:d.Words[i+1].Start]
	return gap == " " || gap == "\u00a0"
}

// weigh works out the weight of every term from its background idf and from
// how rare it is among the n sentences of the story.
func (v *vocabulary) weigh(n int) {
	most := math.Log(1 + float64(n))
	for i := range v.terms {
		t := &v.terms[i]
		sf := max(1, float64(t.sentences))
		t.weight = t.idf * math.Log(1+float64(n)/sf) / most
	}
}

// synonymShare is how much a synonym of the dictionary counts beside a
// paraphrase seen in the news: it may belong to another sense of the word.
const synonymShare = 0.5

// partners lists, for every term, the terms of the story that can stand for
// it, in the order of their numbers.
func (v *vocabulary) partners() [][]reach {
	table := make([][]reach, len(v.terms))
	numbers := make([]int, len(v.terms))
	ids := make(map[int]int32, len(v.terms))
	for id := range v.terms {
		numbers[id] = -1
		if v.terms[id].class != plain {
			continue
		}
		if numbers[id] = v.lex.number(v.terms[id].stem); numbers[id] >= 0 {
			ids[numbers[id]] = int32(id)
		}
	}
	var list []partner
	for id, number := range numbers {
		list = v.lex.partnersAfter(number, list[:0])
		for _, p := range list {
			other, ok := ids[p.number]
			if !ok || p.source == related {
				continue
			}
			similarity := p.similarity
			if p.source == synonym {
				similarity = float64(synonymShare * similarity)
			}
			table[id] = append(table[id], reach{other, similarity})
			table[other] = append(table[other], reach{int32(id), similarity})
		}
	}
	for _, list := range table {
		sorting.By(list, func(a, b reach) int { return int(a.term - b.term) })
	}
	return table
}

// reach is a term and how well it stands for another.
type reach struct {
	term       int32
	similarity float64
}
