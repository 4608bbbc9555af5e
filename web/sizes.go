package web

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A Size is what a part of the app weighs.
type Size struct {
	Part  string // a package, or what stands beside all code
	Bytes int    // as it is in the module
	Cost  int    // bytes by which the compressed module would be smaller without it
}

// sizeEffort is the effort of the compression that costs are measured with: that
// of the best build takes half a minute a part. It overrates them by a tenth.
const sizeEffort = 5

// Sizes compiles the app of the source tree around the working directory and
// returns what its parts weigh, the costliest first, and all of them together.
// What parts have in common is nobody's cost, so the costs add up to less than
// the whole. It takes half a minute. The compiler's messages go to log.
func Sizes(ctx context.Context, log io.Writer) (parts []Size, all Size, err error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, all, err
	}
	root, ok := findRoot(dir)
	if !ok {
		return nil, all, fmt.Errorf("%s isn't in Samewire's source tree: the app is compiled there", dir)
	}
	temp, err := os.MkdirTemp("", "samewire-sizes")
	if err != nil {
		return nil, all, err
	}
	defer os.RemoveAll(temp)
	goroot, err := toolLine(ctx, root, log, "env", "GOROOT")
	if err != nil {
		return nil, all, err
	}
	// With -w alone the names of functions stay in.
	flags := slices.Clone(buildFlags)
	flags[slices.Index(flags, stripped)] = "-ldflags=-w"
	if err := modules[0].compile(ctx, root, temp, goroot, flags, log); err != nil {
		return nil, all, err
	}
	module, err := os.ReadFile(filepath.Join(temp, wasmFile))
	if err != nil {
		return nil, all, err
	}
	spans, named, err := partSpans(module)
	if err != nil {
		return nil, all, err
	}
	module = module[:named]
	whole := len(compress(module, brotlied, sizeEffort))
	for part, own := range spans {
		bytes, without := 0, make([]byte, 0, len(module))
		from := 0
		for _, s := range own {
			without = append(without, module[from:s.start]...)
			from, bytes = s.end, bytes+s.end-s.start
		}
		without = append(without, module[from:]...)
		parts = append(parts, Size{part, bytes, whole - len(compress(without, brotlied, sizeEffort))})
	}
	slices.SortFunc(parts, func(a, b Size) int { return cmp.Or(b.Cost-a.Cost, strings.Compare(a.Part, b.Part)) })
	return parts, Size{"all", len(module), whole}, ctx.Err()
}

// byteSpan is a stretch of a file.
type byteSpan struct{ start, end int }

// partSpans returns where the parts of a module are, in order, and where its names
// begin, with which it ends.
func partSpans(module []byte) (parts map[string][]byteSpan, named int, err error) {
	parts = map[string][]byteSpan{}
	if len(module) < wasmHeader {
		return nil, 0, errModule
	}
	var bodies []byteSpan
	var names map[int]string
	imports := 0
	at := func(r reader) int { return len(module) - len(r.rest) }
	for r := (reader{rest: module[wasmHeader:]}); len(r.rest) > 0; {
		begin := at(r)
		id := r.byte()
		body := r.bytes(r.unsigned())
		if r.failed {
			return nil, 0, errModule
		}
		s := reader{rest: body}
		offset := at(r) - len(body)
		switch id {
		case importSection:
			imports = s.unsigned() // all of them functions, in what Go writes
		case codeSection:
			for range s.unsigned() {
				size := s.unsigned()
				start := offset + len(body) - len(s.rest)
				s.bytes(size)
				bodies = append(bodies, byteSpan{start, start + size})
			}
		case dataSection:
			parts["(data: constants, types, tables of functions)"] = []byteSpan{{offset, at(r)}}
		case customSection:
			if string(s.bytes(s.unsigned())) == "name" {
				names, named = functionNames(&s), begin
			}
		}
		if s.failed {
			return nil, 0, errModule
		}
	}
	if names == nil {
		return nil, 0, errModule
	}
	for i, b := range bodies {
		p := packageOf(names[imports+i])
		parts[p] = append(parts[p], b)
	}
	return parts, named, nil
}

// Sections of a module beside those of segments.go, and of the section of names.
const (
	customSection = 0
	importSection = 2
	codeSection   = 10
	functionPart  = 1
)

// functionNames reads the names of functions from the section of names.
func functionNames(r *reader) map[int]string {
	names := map[int]string{}
	for len(r.rest) > 0 && !r.failed {
		part := r.byte()
		s := reader{rest: r.bytes(r.unsigned())}
		if part != functionPart {
			continue
		}
		for range s.unsigned() {
			n := s.unsigned()
			names[n] = string(s.bytes(s.unsigned()))
		}
	}
	return names
}

// hosted matches the begin of the names of packages that have a host in their
// path.
var hosted = regexp.MustCompile(`^[a-z]+\.(com|io|org)_`)

// packageOf returns the package of a function by its name in a module, in which
// "_" stands for what can't be in one.
func packageOf(name string) string {
	name, _, _ = strings.Cut(name, "_go.shape.") // the types of a generic one
	host := hosted.FindString(name)
	pkg, _, found := strings.Cut(name[len(host):], ".")
	if !found {
		return "(others)"
	}
	return host + pkg
}
