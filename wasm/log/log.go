// Package log stands in for the standard library's when the app is compiled for
// the browser. The stemmer can write down its steps with it, which nobody asks
// it for.
package log

import (
	"fmt"
	"os"
)

// Printf writes to the console.
func Printf(format string, args ...any) {
	_, _ = fmt.Fprintf(os.Stderr, format+"\n", args...) // there is nowhere to say that this fails
}
