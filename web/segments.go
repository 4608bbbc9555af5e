package web

import (
	"encoding/binary"
	"errors"
)

// Go's linker cuts what the app begins with in memory into some 100,000
// segments, to leave out zeros. Their addresses don't compress; the zeros would.
// joined puts the segments together again: the app gets a tenth larger as it
// is, and 7 % smaller compressed.

// The parts of a WebAssembly module (https://webassembly.github.io/spec/core/binary)
// that are looked at.
const (
	wasmHeader  = 8 // bytes: magic number and version
	dataSection = 11
	opConst     = 0x41 // i32.const
	opEnd       = 0x0b
	maxGap      = 64 // zeros, in bytes, that are written rather than left out
)

var errModule = errors.New("it isn't a WebAssembly module as Go's linker writes it")

// joined returns a module with the segments of its data joined where at most
// maxGap bytes are between them.
func joined(module []byte) ([]byte, error) {
	if len(module) < wasmHeader {
		return nil, errModule
	}
	out := append(make([]byte, 0, len(module)*9/8), module[:wasmHeader]...)
	for r := (reader{rest: module[wasmHeader:]}); len(r.rest) > 0; {
		id := r.byte()
		body := r.bytes(r.unsigned())
		if r.failed {
			return nil, errModule
		}
		if id == dataSection {
			var err error
			if body, err = joinedData(body); err != nil {
				return nil, err
			}
		}
		out = binary.AppendUvarint(append(out, id), uint64(len(body)))
		out = append(out, body...)
	}
	return out, nil
}

// joinedData does it to the body of the data section, from which it takes the
// lines of the sources too.
func joinedData(body []byte) ([]byte, error) {
	type segment struct {
		start int // in memory
		data  []byte
	}
	var all []segment
	r := reader{rest: body}
	for range r.unsigned() {
		mode, op, start, end := r.byte(), r.byte(), r.signed(), r.byte()
		data := r.bytes(r.unsigned())
		if r.failed || mode != 0 || op != opConst || end != opEnd || start < 0 {
			return nil, errModule // another kind of segment, or a cut one
		}
		if n := len(all); n > 0 {
			last := &all[n-1]
			if gap := start - last.start - len(last.data); gap >= 0 && gap <= maxGap {
				last.data = append(append(last.data, make([]byte, gap)...), data...)
				continue
			}
		}
		all = append(all, segment{start, append([]byte(nil), data...)})
	}
	if len(r.rest) > 0 {
		return nil, errModule
	}
	out := binary.AppendUvarint(nil, uint64(len(all)))
	for _, s := range all {
		withoutLines(s.data)
		out = appendSigned(append(out, 0, opConst), s.start)
		out = binary.AppendUvarint(append(out, opEnd), uint64(len(s.data)))
		out = append(out, s.data...)
	}
	return out, nil
}

// reader reads a module. After a failure it reads zeros.
type reader struct {
	rest   []byte
	failed bool
}

func (r *reader) bytes(n int) []byte {
	if r.failed || n < 0 || n > len(r.rest) {
		r.failed = true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

// unsigned reads a number in LEB128, as [binary.Uvarint] does.
func (r *reader) unsigned() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > 1<<31 {
		r.failed = true
		return 0
	}
	r.bytes(size)
	return int(n)
}

// signed reads a number in signed LEB128.
func (r *reader) signed() int {
	n := 0
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= int(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 {
				n -= 1 << (shift + 7)
			}
			return n
		}
	}
	r.failed = true
	return 0
}

// appendSigned writes a number from 0 up in signed LEB128.
func appendSigned(b []byte, n int) []byte {
	for ; n >= 0x40; n >>= 7 {
		b = append(b, byte(n)|0x80)
	}
	return append(b, byte(n))
}
