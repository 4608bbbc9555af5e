package align

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// The background tables. lexicon/README.md says how they were counted.
//
//go:embed lexicon/idf.txt
var idfText string

//go:embed lexicon/paraphrase.txt
var paraphraseText string

//go:embed lexicon/synonym.txt
var synonymText string

//go:embed lexicon/verb_particle.txt
var particleText string

const (
	idfMissing = 8.0 // of a stem that the background has fewer than 30 times
	idfMax     = 9.5
)

// lexicon is what is known of words before any article is read.
type lexicon struct {
	idf       map[string]float64 // by stem
	partners  *pairTable         // what news writers put in a stem's place, with a similarity of 0 to 1
	particles *pairTable         // the particles of a verb stem, with the idf of the two together
}

// background returns the tables that alignment needs. They are parsed at the
// first call and never change.
var background = sync.OnceValue(func() *lexicon {
	return &lexicon{
		idf:       parseIDF(idfText),
		partners:  parsePartners(paraphraseText),
		particles: parseParticles(particleText),
	}
})

// synonyms returns the synonyms of the dictionary, which only word links need.
var synonyms = sync.OnceValue(func() *pairTable { return parsePartners(synonymText) })

// pairTable holds pairs of stems with a value, to be found by the first one. It
// is one list, so that parsing thousands of pairs costs few allocations.
type pairTable struct {
	first map[string]int32 // by stem: 1 + its first entry
	list  []pairEntry
}

type pairEntry struct {
	stem  string
	value float64
	next  int32 // 1 + the next entry of the same stem, or 0
}

func newPairTable(pairs int) *pairTable {
	return &pairTable{make(map[string]int32, pairs/2), make([]pairEntry, 0, pairs)}
}

func (t *pairTable) add(stem, other string, value float64) {
	t.list = append(t.list, pairEntry{other, value, t.first[stem]})
	t.first[stem] = int32(len(t.list))
}

// of yields what stands with a stem.
func (t *pairTable) of(stem string) func(yield func(string, float64) bool) {
	return func(yield func(string, float64) bool) {
		for n := t.first[stem]; n > 0; n = t.list[n-1].next {
			if e := &t.list[n-1]; !yield(e.stem, e.value) {
				return
			}
		}
	}
}

// value returns the value of a pair, 0 if there is none.
func (t *pairTable) value(stem, other string) float64 {
	for s, v := range t.of(stem) {
		if s == other {
			return v
		}
	}
	return 0
}

// weight returns how rare a stem is in the news, as an inverse document frequency.
func (l *lexicon) weight(stem string) float64 {
	if w, ok := l.idf[stem]; ok {
		return w
	}
	return idfMissing
}

// parseIDF reads lines of "LEVEL n1stem1n2stem2…": level is twice the idf, and
// each digit n tells how many bytes a stem shares with the one before.
func parseIDF(s string) map[string]float64 {
	// Each stem ends up in one string of all stems, so that the map's keys
	// cost no allocation of their own.
	type entry struct {
		start, end int
		idf        float64
	}
	var all strings.Builder
	all.Grow(3 * len(s) / 2)
	entries := make([]entry, 0, 15000)
	var stem []byte
	for line := range strings.Lines(s) {
		head, body, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
		level, _ := strconv.Atoi(head)
		stem = stem[:0]
		for i := 0; i < len(body); {
			keep := min(int(body[i]-'0'), len(stem))
			i++
			end := i
			for end < len(body) && (body[end] < '0' || body[end] > '9') {
				end++
			}
			stem = append(stem[:keep], body[i:end]...)
			entries = append(entries, entry{all.Len(), all.Len() + len(stem), min(float64(level)/2, idfMax)})
			all.Write(stem)
			i = end
		}
	}
	stems := all.String()
	table := make(map[string]float64, len(entries))
	for _, e := range entries {
		table[stems[e.start:e.end]] = e.idf
	}
	return table
}

// parsePartners reads lines of "stem xpartner xpartner…", x being the
// similarity in fifteenths as a hexadecimal digit. Each pair stands once; the
// table has it both ways.
func parsePartners(s string) *pairTable {
	table := newPairTable(len(s) / 5)
	for line := range strings.Lines(s) {
		stem, rest, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
		for rest != "" {
			var field string
			field, rest, _ = strings.Cut(rest, " ")
			level := strings.IndexByte("0123456789abcdef", field[0])
			if level < 0 {
				continue
			}
			table.add(stem, field[1:], float64(level)/15)
			table.add(field[1:], stem, float64(level)/15)
		}
	}
	return table
}

// parseParticles reads lines of "verb particle idf".
func parseParticles(s string) *pairTable {
	table := newPairTable(len(s) / 12)
	for line := range strings.Lines(s) {
		f := strings.Fields(line)
		if len(f) != 3 {
			continue
		}
		if idf, err := strconv.ParseFloat(f[2], 64); err == nil {
			table.add(f[0], f[1], idf)
		}
	}
	return table
}
