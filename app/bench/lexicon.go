package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// The limits of the format, see openLexicon in app/align.
const (
	lexiconBlock  = 32
	lexiconShared = 31   // the most bytes a stem can share with the one before
	lexiconNoIDF  = 15   // the level of a stem without an idf
	lexiconSource = 0x10 // for a synonym of the dictionary
	lexiconNear   = 0x20 // for related words of the dictionary
)

// background is what the tables of a lexicon hold.
type background struct {
	levels    map[string]byte // by stem
	pairs     map[[2]string]byte
	particles []string
}

// lexicon makes lexicon.bin of the tables in a directory.
func lexicon(args []string, _ io.Reader, out io.Writer) error {
	if len(args) != 1 {
		return fmt.Errorf("%d arguments given, needs one: the directory of the tables", len(args))
	}
	b, err := readBackground(args[0])
	if err != nil {
		return err
	}
	file, err := b.encode()
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d stems, %d pairs, %d bytes\n", len(b.levels), len(b.pairs), len(file))
	return os.WriteFile(filepath.Join(args[0], "lexicon.bin"), file, 0o644)
}

// readBackground reads idf.txt, paraphrase.txt, synonym.txt,
// related.txt and verb_particle.txt of a directory.
func readBackground(dir string) (*background, error) {
	b := &background{levels: make(map[string]byte), pairs: make(map[[2]string]byte)}
	for _, part := range []struct {
		name string
		line func(string) error
	}{
		{"idf.txt", b.idf},
		{"paraphrase.txt", func(s string) error { return b.partners(s, 0) }},
		{"synonym.txt", func(s string) error { return b.partners(s, lexiconSource) }},
		{"related.txt", func(s string) error { return b.partners(s, lexiconNear) }},
		{"verb_particle.txt", b.particle},
	} {
		data, err := os.ReadFile(filepath.Join(dir, part.name))
		if err != nil {
			return nil, err
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			n++
			if err := part.line(strings.TrimRight(line, "\n")); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", part.name, n, err)
			}
		}
	}
	slices.Sort(b.particles)
	return b, nil
}

// idf reads a line "LEVEL n1stem1n2stem2…": level is twice the idf, and each
// digit n tells how many bytes a stem shares with the one before.
func (b *background) idf(line string) error {
	head, body, _ := strings.Cut(line, " ")
	level, err := strconv.Atoi(head)
	if err != nil || level < 0 || level >= lexiconNoIDF {
		return fmt.Errorf("level %q is none of 0 to %d", head, lexiconNoIDF-1)
	}
	stem := ""
	for body != "" {
		keep := int(body[0] - '0')
		if keep > len(stem) {
			return fmt.Errorf("a stem shares %d bytes with %q", keep, stem)
		}
		rest := strings.TrimLeft(body[1:], "abcdefghijklmnopqrstuvwxyz'")
		stem = stem[:keep] + body[1:len(body)-len(rest)]
		b.levels[stem] = byte(level)
		body = rest
	}
	return nil
}

// partners reads a line "stem xpartner xpartner…", x being the similarity in
// fifteenths as a hexadecimal digit.
func (b *background) partners(line string, source byte) error {
	stem, rest, _ := strings.Cut(line, " ")
	for _, f := range strings.Fields(rest) {
		level, err := strconv.ParseUint(f[:1], 16, 8)
		if err != nil {
			return fmt.Errorf("%q doesn't begin with a hexadecimal digit", f)
		}
		other := f[1:]
		for _, s := range [...]string{stem, other} {
			if _, ok := b.levels[s]; !ok {
				b.levels[s] = lexiconNoIDF
			}
		}
		key := [2]string{min(stem, other), max(stem, other)}
		if _, ok := b.pairs[key]; ok || stem == other {
			return fmt.Errorf("the pair of %q and %q stands twice, or is none", stem, other)
		}
		b.pairs[key] = byte(level) | source
	}
	return nil
}

// particle reads a line "verb particle idf".
func (b *background) particle(line string) error {
	f := strings.Fields(line)
	if len(f) != 3 {
		return fmt.Errorf("%d fields, want verb, particle, idf", len(f))
	}
	idf, err := strconv.ParseFloat(f[2], 64)
	if err != nil {
		return err
	}
	level := math.Round(10 * idf)
	if level <= lexiconNoIDF || level > math.MaxUint8 {
		return fmt.Errorf("idf %v is none of %v to %v", idf, float64(lexiconNoIDF+1)/10, float64(math.MaxUint8)/10)
	}
	b.levels[f[0]+"_"+f[1]] = byte(level)
	if !slices.Contains(b.particles, f[1]) {
		b.particles = append(b.particles, f[1])
	}
	return nil
}

// encode returns the file that openLexicon of app/align describes.
func (b *background) encode() ([]byte, error) {
	stems := make([]string, 0, len(b.levels))
	for s := range b.levels {
		stems = append(stems, s)
	}
	slices.Sort(stems)
	number := make(map[string]int, len(stems))
	var text, levels []byte
	var offsets []int
	for n, s := range stems {
		number[s] = n
		shared := 0
		if n%lexiconBlock == 0 {
			offsets = append(offsets, len(text))
		} else {
			for before := stems[n-1]; shared < min(len(s), len(before), lexiconShared) && s[shared] == before[shared]; {
				shared++
			}
		}
		text = append(append(text, byte(shared)), s[shared:]...)
		levels = append(levels, b.levels[s])
	}
	var pairs [][3]int
	for k, v := range b.pairs {
		pairs = append(pairs, [3]int{number[k[0]], number[k[1]], int(v)})
	}
	slices.SortFunc(pairs, func(x, y [3]int) int { return slices.Compare(x[:], y[:]) })
	particles := strings.Join(b.particles, " ")
	file := []byte("SWL1")
	for _, n := range []int{len(stems), len(pairs), len(text), len(particles)} {
		if n > math.MaxUint16 {
			return nil, fmt.Errorf("a table of %d entries or bytes: the format has room for %d", n, math.MaxUint16)
		}
		file = append(file, byte(n), byte(n>>8))
	}
	file = append(file, particles...)
	first := 0
	for block, offset := range offsets {
		for first < len(pairs) && pairs[first][0] < block*lexiconBlock {
			first++
		}
		file = append(file, byte(offset), byte(offset>>8), byte(first), byte(first>>8))
	}
	file = append(append(file, text...), levels...)
	for _, column := range []func(p [3]int) int{
		func(p [3]int) int { return p[0] % lexiconBlock },
		func(p [3]int) int { return p[2] },
		func(p [3]int) int { return p[1] >> 8 },
		func(p [3]int) int { return p[1] },
	} {
		for _, p := range pairs {
			file = append(file, byte(column(p)))
		}
	}
	return file, nil
}
