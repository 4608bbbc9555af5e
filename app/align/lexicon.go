package align

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"
)

// The background tables as one file, see [openLexicon]. lexicon/README.md says
// how they were counted.
//
//go:generate go run samewire/app/bench lexicon lexicon
//go:embed lexicon/lexicon.bin
var lexiconFile string

const (
	idfMissing = 8.0 // of a stem that the background has fewer than 30 times
	noIDF      = 15  // the level of such a stem that is in the tables all the same; those of verbs with particles lie above
)

// lexicon is what is known of words before any article is read. It is searched
// where it lies: nothing is decoded up front, for a story needs a small part of
// it, and in a browser the decoding took longer than the story.
type lexicon struct {
	stems     string   // front-coded, in blocks
	blocks    string   // of every block: its offset in stems, then its first pair
	levels    string   // one byte a stem
	within    string   // of every pair: its first stem's place in its block
	kinds     string   // of every pair: source and similarity
	high, low string   // of every pair: its second stem's number
	particles []string // stems of the particles that verbs take
}

const (
	blockSize  = 32 // stems a block
	blockEntry = 4  // bytes
	fileHeader = 12 // bytes
	sourceBits = 4  // of the kind of a pair, above its similarity's
)

const lexiconMagic = "SWL1"

// openLexicon reads the layout of a file of tables and checks it, so that no
// search leaves the file. All numbers are unsigned and little-endian:
//
//	4 bytes  "SWL1"
//	2 bytes  number of stems N; they are in the order of their bytes
//	2 bytes  number of pairs P; they are in the order of their stems
//	2 bytes  length of the front-coded stems
//	2 bytes  length of the particles
//	         particles, with blanks between them
//	         for every block of 32 stems: 2 bytes offset into the stems,
//	           2 bytes number of the block's first pair
//	         stems: each a byte below 32, how many bytes it shares with the one
//	           before it in the block, then the bytes that follow those
//	N bytes  levels: twice the idf, 15 for none; of a verb with its particle
//	           ("lai_off") ten times the idf
//	P bytes  place in its block of the stem of a pair that comes first
//	P bytes  similarity of the pair in fifteenths, +16 for a synonym of the
//	           dictionary, +32 for words that it has as related
//	P bytes  number of the stem that comes second, high byte
//	P bytes  the same, low byte
//
// Lists of like bytes rather than records let the whole be compressed better.
func openLexicon(file string) (*lexicon, error) {
	if len(file) < fileHeader || file[:4] != lexiconMagic {
		return nil, errors.New("align: the lexicon doesn't begin with " + lexiconMagic + ": generate it anew")
	}
	stems, pairs := uint16At(file, 4), uint16At(file, 6)
	text, particles := uint16At(file, 8), uint16At(file, 10)
	blocks := (stems + blockSize - 1) / blockSize
	want := fileHeader + particles + blocks*blockEntry + text + stems + 4*pairs
	if len(file) != want {
		return nil, fmt.Errorf("align: the lexicon has %d bytes, its header says %d: generate it anew", len(file), want)
	}
	rest := file[fileHeader:]
	cut := func(n int) string {
		s := rest[:n]
		rest = rest[n:]
		return s
	}
	l := &lexicon{particles: strings.Fields(cut(particles))}
	l.blocks, l.stems, l.levels = cut(blocks*blockEntry), cut(text), cut(stems)
	l.within, l.kinds, l.high, l.low = cut(pairs), cut(pairs), cut(pairs), cut(pairs)
	offset, pair := 0, 0
	for b := range blocks {
		o, p := l.offset(b), l.firstPair(b)
		if o < offset || o > text || p < pair || p > pairs {
			return nil, fmt.Errorf("align: block %d of the lexicon lies outside it: generate it anew", b)
		}
		offset, pair = o, p
	}
	return l, nil
}

// background returns the tables that alignment needs.
var background = sync.OnceValue(func() *lexicon {
	l, err := openLexicon(lexiconFile)
	if err != nil {
		panic(err) // it is part of the program, and the tests open it
	}
	return l
})

func uint16At(s string, i int) int { return int(s[i]) | int(s[i+1])<<8 }

// offset returns where block b begins in the stems; the one after the last
// block begins at their end.
func (l *lexicon) offset(b int) int {
	if b*blockEntry >= len(l.blocks) {
		return len(l.stems)
	}
	return uint16At(l.blocks, b*blockEntry)
}

// firstPair returns the number of the first pair of block b.
func (l *lexicon) firstPair(b int) int {
	if b*blockEntry >= len(l.blocks) {
		return len(l.kinds)
	}
	return uint16At(l.blocks, b*blockEntry+2)
}

// number returns the number of a stem, or -1 if the tables don't have it: a
// binary search for its block, then a walk through that.
func (l *lexicon) number(stem string) int {
	low, high := 0, len(l.blocks)/blockEntry
	for low < high {
		mid := (low + high) / 2
		if l.firstStem(mid) <= stem {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == 0 || stem == "" {
		return -1
	}
	return l.walk(low-1, stem)
}

// firstStem returns the first stem of block b, which stands there in full.
func (l *lexicon) firstStem(b int) string {
	_, rest := cutEntry(l.stems[l.offset(b):l.offset(b+1)])
	end := 0
	for end < len(rest) && rest[end] >= blockSize {
		end++
	}
	return rest[:end]
}

// cutEntry cuts the count of shared bytes from the entry at the head of s.
func cutEntry(s string) (shared int, rest string) {
	if s == "" {
		return 0, ""
	}
	return int(s[0]), s[1:]
}

// walk looks for a stem in block b. It keeps how many bytes the stem has in
// common with the entry before: an entry that shares more than that with its
// forerunner can't be the one, and one that shares less comes after it.
func (l *lexicon) walk(b int, stem string) int {
	s := l.stems[l.offset(b):l.offset(b+1)]
	common := 0
	for n := b * blockSize; s != "" && n < len(l.levels); n++ {
		shared, rest := cutEntry(s)
		i := 0
		switch {
		case shared < common:
			return -1
		case shared == common:
			for common < len(stem) && i < len(rest) && rest[i] == stem[common] {
				common++
				i++
			}
			if common == len(stem) && (i == len(rest) || rest[i] < blockSize) {
				return n
			}
		}
		for i < len(rest) && rest[i] >= blockSize {
			i++
		}
		s = rest[i:]
	}
	return -1
}

// stem returns the stem of a number.
func (l *lexicon) stem(number int) string {
	b := number / blockSize
	s := l.stems[l.offset(b):l.offset(b+1)]
	var out []byte
	for range number%blockSize + 1 {
		shared, rest := cutEntry(s)
		out = out[:min(shared, len(out))]
		i := 0
		for i < len(rest) && rest[i] >= blockSize {
			i++
		}
		out = append(out, rest[:i]...)
		s = rest[i:]
	}
	return string(out)
}

// weight returns how rare a stem is in the news, as an inverse document frequency.
func (l *lexicon) weight(stem string) float64 {
	if n := l.number(stem); n >= 0 && l.levels[n] < noIDF {
		return float64(l.levels[n]) / 2
	}
	return idfMissing
}

// knows tells whether the background has an idf of a stem.
func (l *lexicon) knows(stem string) bool {
	return l.counts(l.number(stem))
}

// counts is knows for the number of a stem.
func (l *lexicon) counts(n int) bool { return n >= 0 && l.levels[n] < noIDF }

// together returns the idf of a verb stem with a particle that makes one term
// with it, or 0.
func (l *lexicon) together(verb, particle string) float64 {
	for _, p := range l.particles {
		if p != particle {
			continue
		}
		if n := l.number(verb + "_" + particle); n >= 0 {
			return float64(l.levels[n]) / 10
		}
	}
	return 0
}

// partner is a stem that can stand for another.
type partner struct {
	number     int     // of the stem in the lexicon
	similarity float64 // 0 to 1
	source     source
}

// source is where it is known from that one stem can stand for another.
type source uint8

const (
	seen    source = iota // news writers were seen to put it there
	synonym               // of the dictionary
	related               // near in meaning by the dictionary: another form, a wider word
)

// partnersAfter appends the partners of a stem, given by its number, that come
// after it in the order of stems. With each pair's other half they are all.
func (l *lexicon) partnersAfter(number int, out []partner) []partner {
	if number < 0 {
		return out
	}
	b, place := number/blockSize, byte(number%blockSize)
	for p, end := l.firstPair(b), l.firstPair(b+1); p < end; p++ {
		if l.within[p] == place {
			out = append(out, l.pair(p))
		}
	}
	return out
}

func (l *lexicon) pair(p int) partner {
	other := int(l.high[p])<<8 | int(l.low[p])
	return partner{other, float64(l.kinds[p]&0xf) / 15, source(l.kinds[p] >> sourceBits)}
}

// between returns the pair of two stems, given by their numbers, if they are one.
func (l *lexicon) between(a, b int) (partner, bool) {
	if a > b {
		a, b = b, a
	}
	if a < 0 {
		return partner{}, false
	}
	block, place := a/blockSize, byte(a%blockSize)
	for p, end := l.firstPair(block), l.firstPair(block+1); p < end; p++ {
		if l.within[p] == place && int(l.low[p]) == b&0xff && int(l.high[p]) == b>>8 {
			return l.pair(p), true
		}
	}
	return partner{}, false
}
