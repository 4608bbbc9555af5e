package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// eachLine reads JSON values from in, one a line, and writes what answer makes
// of each to out, one a line, in the same order. It stops at the first value
// that can't be read or answered; the error names it by its number.
func eachLine[In, Out any](in io.Reader, out io.Writer, answer func(In) (Out, error)) error {
	w := bufio.NewWriter(out)
	read, write := json.NewDecoder(bufio.NewReader(in)), json.NewEncoder(w)
	write.SetEscapeHTML(false)
	for n := 1; ; n++ {
		var question In
		if err := read.Decode(&question); errors.Is(err, io.EOF) {
			return w.Flush()
		} else if err != nil {
			return fmt.Errorf("value %d of the input: %w", n, err)
		}
		a, err := answer(question)
		if err != nil {
			return fmt.Errorf("value %d of the input: %w", n, err)
		}
		if err := write.Encode(a); err != nil {
			return fmt.Errorf("writing answer %d: %w", n, err)
		}
	}
}
