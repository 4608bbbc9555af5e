// Command bench measures the engine. Each verb reads JSON lines on standard
// input and writes JSON lines on standard output, in the same order, so that a
// scorer can drive it, or takes file paths as arguments and prints figures.
//
//	go run ./app/bench VERB [ARG...]
package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
)

// verb is one thing that the command does.
type verb struct {
	usage string // arguments and input, in one line
	run   func(args []string, in io.Reader, out io.Writer) error
}

// verbs are the verbs by name.
var verbs = map[string]verb{
	"fit":       {"[-n] CLUSTER_DIR...: learns the weights of the alignment; -n writes nothing", fit},
	"fitwords":  {"[-n] GOLD.jsonl...: learns the weights of the links between words left over; -n writes nothing", fitWords},
	"json":      {"[-chromium] FILE...: the analysis of these articles as one story, made in a browser perhaps", asJSON},
	"lexicon":   {"DIR: makes lexicon.bin of the tables in app/align/lexicon", lexicon},
	"reuse":     {`{"id", "a": TEXT, "b": TEXT} lines in, {"id", "matches": [{"a": [start, end], "b": [start, end]}…]} lines out`, reuse},
	"sentences": {`{"id", "text"} lines in, {"id", "sentences": [[start, end]…]} lines out`, sentences},
	"size":      {": what the packages in the browser's app weigh, as they are and compressed", size},
	"speed":     {"[-chromium] FILE...: what it costs to analyse these articles as one story, in a browser perhaps", speed},
	"words":     {`{"id", "src": [token…], "tgt": [token…]} lines in, {"id", "links": [[i, j]…]} lines out`, words},
}

func main() {
	if len(os.Args) < 2 {
		usage("a verb is missing")
	}
	v, ok := verbs[os.Args[1]]
	if !ok {
		usage(fmt.Sprintf("there is no verb %q", os.Args[1]))
	}
	if err := v.run(os.Args[2:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "bench %s: %v\n", os.Args[1], err)
		os.Exit(1)
	}
}

// usage says what is wrong and what the verbs are, and ends with status 2.
func usage(problem string) {
	fmt.Fprintf(os.Stderr, "bench: %s\n\nusage: go run ./app/bench VERB [ARG...]\n\n", problem)
	for _, name := range slices.Sorted(maps.Keys(verbs)) {
		fmt.Fprintf(os.Stderr, "  %-10s %s\n", name, verbs[name].usage)
	}
	os.Exit(2)
}
