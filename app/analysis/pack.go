package analysis

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"hash/fnv"
	"strconv"

	"samewire/app/ledger"
	"samewire/app/story"
	"samewire/app/text"
)

// packVersion begins what [Analysis.Pack] writes. It changes with the form, so
// that what an older version packed isn't read as something else.
const packVersion = "1 "

// chunk is from how many bytes on a line of a packed analysis ends with an entry:
// few enough that the page can go on between two lines.
const chunk = 8 << 10

// errPacked says that a packed analysis isn't one of this version, or is damaged.
var errPacked = errors.New("what was kept of the analysis can't be read: it has to be done again")

// Pack writes what was found in the story, without the story: for a worker to
// hand over, and to keep. It is lines of JSON, each with a letter before it that
// says which list it goes on with, behind a first line with a checksum.
// [Unpack] makes the same analysis of it.
func (a *Analysis) Pack() []byte {
	var lines bytes.Buffer
	pack(&lines, 'm', a.Matches)
	pack(&lines, 'p', a.Passages)
	pack(&lines, 'q', a.Ledgers.Quotations)
	pack(&lines, 'f', a.Ledgers.Figures)
	pack(&lines, 's', a.Ledgers.FigureSets)
	pack(&lines, 'c', a.Ledgers.Credits)
	pack(&lines, 'k', a.Ledgers.PassageCredits)
	return append([]byte(packVersion+sum(a.Story, lines.Bytes())+"\n"), lines.Bytes()...)
}

// sum is a checksum of a story's texts and of what was found in them.
func sum(s *story.Story, lines []byte) string {
	h := fnv.New64a()
	for i := range s.Articles {
		h.Write([]byte(s.Articles[i].Text))
		h.Write([]byte{0})
	}
	h.Write(lines)
	return strconv.FormatUint(h.Sum64(), 16)
}

func pack[T any](to *bytes.Buffer, list byte, entries []T) {
	begun := -1 // where the line began
	for i := range entries {
		data, err := json.Marshal(&entries[i])
		if err != nil {
			panic(err) // numbers and strings: nothing that can't be written
		}
		if begun < 0 {
			begun = to.Len()
			to.WriteByte(list)
			to.WriteByte('[')
		} else {
			to.WriteByte(',')
		}
		to.Write(data)
		if to.Len()-begun >= chunk || i == len(entries)-1 {
			to.WriteString("]\n")
			begun = -1
		}
	}
}

// Unpack makes the analysis of s of what [Analysis.Pack] wrote of it. It asks
// ctx often enough to be done in turns, and returns ctx's error when it ends.
func Unpack(ctx context.Context, s *story.Story, packed []byte) (*Analysis, error) {
	head, lines, _ := bytes.Cut(packed, []byte("\n"))
	if string(head) != packVersion+sum(s, lines) {
		return nil, errPacked
	}
	a := &Analysis{Story: s, Ledgers: &ledger.Ledgers{}}
	parser := text.NewParser()
	for i := range s.Articles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		a.Documents = append(a.Documents, parser.Parse(s.Articles[i].Text))
	}
	for line := range bytes.Lines(lines) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := a.unpack(line[0], line[1:]); err != nil {
			return nil, errPacked
		}
	}
	return a, nil
}

func (a *Analysis) unpack(list byte, data []byte) error {
	switch list {
	case 'm':
		return unpack(&a.Matches, data)
	case 'p':
		return unpack(&a.Passages, data)
	case 'q':
		return unpack(&a.Ledgers.Quotations, data)
	case 'f':
		return unpack(&a.Ledgers.Figures, data)
	case 's':
		return unpack(&a.Ledgers.FigureSets, data)
	case 'c':
		return unpack(&a.Ledgers.Credits, data)
	case 'k':
		return unpack(&a.Ledgers.PassageCredits, data)
	}
	return errPacked
}

func unpack[T any](list *[]T, data []byte) error {
	var some []T
	err := json.Unmarshal(data, &some)
	*list = append(*list, some...)
	return err
}
