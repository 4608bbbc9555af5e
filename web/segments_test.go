package web

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
)

// section writes a section of a module.
func section(id byte, body ...byte) []byte {
	return append(binary.AppendUvarint([]byte{id}, uint64(len(body))), body...)
}

// segment writes a segment of data.
func segment(start int, data ...byte) []byte {
	b := append(appendSigned([]byte{0, opConst}, start), opEnd)
	return append(binary.AppendUvarint(b, uint64(len(data))), data...)
}

// data writes a data section.
func data(segments ...[]byte) []byte {
	return section(dataSection, append([]byte{byte(len(segments))}, bytes.Join(segments, nil)...)...)
}

func TestJoined(t *testing.T) {
	head := []byte(wasmOf("a custom section"))
	far := 100 + maxGap + 1
	for _, c := range []struct {
		name     string
		in, want []byte
	}{
		{"nothing", nil, nil},
		{"no data", data(), data()},
		{"one", data(segment(8, 1, 2)), data(segment(8, 1, 2))},
		{"side by side", data(segment(8, 1), segment(9, 2)), data(segment(8, 1, 2))},
		{"a gap", data(segment(8, 1), segment(12, 2), segment(14, 3)), data(segment(8, 1, 0, 0, 0, 2, 0, 3))},
		{"too large a gap", data(segment(99, 1), segment(far, 2)), data(segment(99, 1), segment(far, 2))},
		{"out of order", data(segment(9, 1), segment(8, 2)), data(segment(9, 1), segment(8, 2))},
		{"overlapping", data(segment(8, 1, 2), segment(9, 3)), data(segment(8, 1, 2), segment(9, 3))},
		{"among others", append(data(segment(8, 1), segment(10, 2)), section(0, 7)...), append(data(segment(8, 1, 0, 2)), section(0, 7)...)},
		{"addresses of several bytes", data(segment(63, 1), segment(1000, 2), segment(1<<20, 3), segment(1<<20+2, 4)), data(segment(63, 1), segment(1000, 2), segment(1<<20, 3, 0, 4))},
	} {
		got, err := joined(append(bytes.Clone(head), c.in...))
		if want := append(bytes.Clone(head), c.want...); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: % x, %v, want % x", c.name, got, err, want)
		}
	}
}

func TestJoinedRefuses(t *testing.T) {
	head := []byte(wasmOf(""))
	whole := append(bytes.Clone(head), data(segment(8, 1), segment(9, 2))...)
	for n := range len(whole) {
		if n == len(head) {
			continue // a module without data
		}
		if _, err := joined(whole[:n]); !errors.Is(err, errModule) && n != wasmHeader {
			t.Errorf("%d of %d bytes: %v", n, len(whole), err)
		}
	}
	for name, segments := range map[string][]byte{
		"passive":             {1, 1, 0},
		"with a memory index": {1, 2, 0, opConst, 0, opEnd, 0},
		"at a global":         {1, 0, 0x23, 0, opEnd, 0},
		"below zero":          {1, 0, opConst, 0x7f, opEnd, 0},
		"more than it says":   {0, 0},
	} {
		if _, err := joined(append(bytes.Clone(head), section(dataSection, segments...)...)); !errors.Is(err, errModule) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzJoined(f *testing.F) {
	f.Add([]byte(wasmOf("text")))
	f.Add(append([]byte(wasmOf("")), data(segment(8, 1), segment(12, 2))...))
	f.Fuzz(func(t *testing.T, module []byte) {
		once, err := joined(module)
		if err != nil {
			return
		}
		if twice, err := joined(once); err != nil || !bytes.Equal(twice, once) {
			t.Errorf("joined again: %v", err)
		}
	})
}
