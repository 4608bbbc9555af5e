package web

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// lineTableOf returns a table as the linker writes it, of functions that have the
// same tables: for the stack, the file and the line, and one more.
func lineTableOf(functions int, files string, steps []byte, stack, file, line, more uint32) []byte {
	const names = "runtime.main\x00time.Parse\x00samewire/app/ui.help\x00"
	units := lineHeader + len(names)
	table := units + len(files)
	index := table + len(steps)
	words := []int{functions, 1, 0, lineHeader, units, units, table, index}
	data := append([]byte(nil), lineMagic...)
	for _, w := range words {
		data = binary.LittleEndian.AppendUint64(data, uint64(w))
	}
	data = append(append(append(data, names...), files...), steps...)
	for i := range functions {
		data = binary.LittleEndian.AppendUint32(data, uint32(i))
		data = binary.LittleEndian.AppendUint32(data, uint32(8*functions+8+i*(funcBytes+4)))
	}
	data = append(data, make([]byte, 8)...)
	for range functions {
		f := make([]byte, funcBytes+4)
		for at, v := range map[int]uint32{atStack: stack, atFile: file, atLine: line, atTables: 1, atFirst: 12, funcBytes: more} {
			binary.LittleEndian.PutUint32(f[at:], v)
		}
		data = append(data, f...)
	}
	return data
}

// Three tables of steps behind the byte that stands for none; the first and the
// last begin with a change of 0, which ends others.
var threeTables = []byte{0, 0, 5, 2, 9, 0 /* file at 6 */, 4, 7, 0 /* more at 9 */, 0, 1, 0}

func TestWithoutLines(t *testing.T) {
	before := lineTableOf(2, "ui/page.go\x00", threeTables, 1, 6, 6, 9)
	data := append([]byte("what stands before"), before...)
	withoutLines(data)
	after := data[len("what stands before"):]
	got, ok := parseLineTable(after)
	if !ok || len(got.funcs) != 2 {
		t.Fatal("it can't be read any more")
	}
	want := []byte{0, 0, 5, 2, 9, 0, 0, 0, 0, 0, 1, 0}
	if !bytes.Equal(got.steps, want) || bytes.Contains(after, []byte("page")) {
		t.Errorf("%v, %q", got.steps, got.files)
	}
	if want := "runtime.main\x00" + strings.Repeat("\x00", len("time.Parse\x00")) + "samewire/app/ui.help\x00"; string(got.names) != want {
		t.Errorf("names %q", got.names)
	}
	for _, f := range got.funcs {
		for at, want := range map[int]uint32{atStack: 1, atFile: 0, atLine: 0, atTables: 1, atFirst: 0, funcBytes: 9} {
			if v := binary.LittleEndian.Uint32(f[at:]); v != want {
				t.Errorf("at %d is %d, not %d", at, v, want)
			}
		}
	}
}

// A table that another Go might write stays as it is.
func TestWithoutLinesOfAnotherLayout(t *testing.T) {
	short := lineTableOf(2, "a", threeTables, 1, 6, 6, 9)
	for name, data := range map[string][]byte{
		"no table":             []byte("nothing of the kind"),
		"a magic alone":        lineMagic,
		"a cut one":            short[:len(short)-20],
		"tables out of range":  lineTableOf(1, "a", threeTables, 99, 6, 6, 9),
		"a table without end":  lineTableOf(1, "a", threeTables[:11], 9, 6, 6, 1),
		"functions everywhere": bytes.Replace(short, []byte{2, 0, 0, 0, 0, 0, 0, 0}, []byte{0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0}, 1),
	} {
		was := bytes.Clone(data)
		if withoutLines(data); !bytes.Equal(data, was) {
			t.Errorf("%s: it is changed", name)
		}
	}
}

func FuzzWithoutLines(f *testing.F) {
	f.Add(lineTableOf(2, "ui/page.go\x00", threeTables, 1, 6, 6, 9))
	f.Add(lineTableOf(0, "", []byte{0}, 0, 0, 0, 0))
	f.Fuzz(func(t *testing.T, data []byte) {
		n := len(data)
		if withoutLines(data); len(data) != n {
			t.Error("its length changes")
		}
	})
}
