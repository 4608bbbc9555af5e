package web

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Go's linker adds to the app which line of which file each instruction came
// from, for the traces of panics and nothing else. A trace in a reader's console
// says enough with the names of our own functions; the lines cost a reader 90 KB,
// the other names 18. withoutLines takes them out and leaves the table for each
// function empty, which the runtime knows from functions that have none.
//
// The layout is that of pcHeader, _func and pcvalue in the sources of package
// runtime (symtab.go, runtime2.go).

// lineMagic begins the table in Go 1.20 and since: a number, two zeros, and the
// sizes of an instruction and a pointer in WebAssembly.
var lineMagic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// The fields that are looked at: of the header, in words of eight bytes after
// the magic, and of a function, in bytes.
const (
	lineHeader = 9 * 8
	funcBytes  = 44 // and then one number of four bytes for each of its tables
	atStack    = 16 // the table of the stack's depths
	atFile     = 20
	atLine     = 24
	atTables   = 28 // how many tables follow
	atFirst    = 36 // the line on which it begins
)

// withoutLines takes the lines out of data, part of what the app begins with in
// memory, if the table of functions is in it. A table of another layout stays as
// it is. It takes time in proportion to data.
func withoutLines(data []byte) {
	start := bytes.Index(data, lineMagic)
	if start < 0 {
		return
	}
	t, ok := parseLineTable(data[start:])
	if !ok {
		return
	}
	for _, f := range t.funcs {
		clear(f[atFile:atTables])
		clear(f[atFirst : atFirst+4])
	}
	clear(t.files)
	for rest := t.names; len(rest) > 0; {
		end := bytes.IndexByte(rest, 0)
		if end < 0 {
			break
		}
		if !slices.ContainsFunc(telling, func(p string) bool { return bytes.HasPrefix(rest, []byte(p)) }) {
			clear(rest[:end])
		}
		rest = rest[end+1:]
	}
	end := 1 // of the table before; where no table is, is 0
	for i, keep := range t.keep {
		if keep > 0 {
			end = max(end, i+keep)
		} else if i >= end {
			t.steps[i] = 0
		}
	}
}

// telling are the begins of the names of functions that stay: our own, and those
// that the runtime looks at.
var telling = []string{"main.", "samewire/", "runtime.", "syscall/js."}

// lineTable is the linker's table of functions.
type lineTable struct {
	names []byte   // of the functions, each with a zero behind it
	files []byte   // which files there are
	steps []byte   // the tables of all functions, one behind the other
	keep  []int    // by offset in steps, the length of a table that begins there and is needed
	funcs [][]byte // the functions
}

// parseLineTable reads the table that data begins with. It is false where
// something isn't as expected.
func parseLineTable(data []byte) (t lineTable, ok bool) {
	if len(data) < lineHeader {
		return t, false
	}
	word := func(n int) int { return int(min(binary.LittleEndian.Uint64(data[8*n:]), 1<<40)) }
	count, names, units, steps, index := word(1), word(4), word(5), word(7), word(8)
	if !(lineHeader <= names && names <= units && units <= steps && steps < index && index+8*count < len(data)) {
		return t, false
	}
	t.names, t.files, t.steps = data[names:units], data[units:steps], data[steps:index]
	t.keep = make([]int, len(t.steps))
	for i := range count {
		f := index + int(binary.LittleEndian.Uint32(data[index+8*i+4:]))
		if f+funcBytes > len(data) {
			return t, false
		}
		tables := int(binary.LittleEndian.Uint32(data[f+atTables:]))
		end := f + funcBytes + 4*tables
		if tables > 16 || end > len(data) {
			return t, false
		}
		t.funcs = append(t.funcs, data[f:end])
		if !t.need(data[f+atStack:]) {
			return t, false
		}
		for at := f + funcBytes; at < end; at += 4 {
			if !t.need(data[at:]) {
				return t, false
			}
		}
	}
	return t, true
}

// need keeps the table whose offset stands at the begin of data. It is false
// if there is none.
func (t *lineTable) need(data []byte) bool {
	start := int(binary.LittleEndian.Uint32(data))
	if start == 0 {
		return true
	}
	if start >= len(t.steps) {
		return false
	}
	// A table is pairs of numbers: how much the value changes, and for how far.
	// It ends with a change of 0, but the first may be one too.
	for rest := t.steps[start:]; ; {
		change, n := binary.Uvarint(rest)
		if n <= 0 {
			return false
		}
		if change == 0 && len(rest) < len(t.steps)-start {
			t.keep[start] = len(t.steps) - start - len(rest) + n
			return true
		}
		rest = rest[n:]
		if _, n = binary.Uvarint(rest); n <= 0 {
			return false
		}
		rest = rest[n:]
	}
}
