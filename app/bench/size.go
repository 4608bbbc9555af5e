//go:build !js

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"samewire/web"
)

// size compiles the app for the browser and prints what its packages weigh in it.
func size(args []string, _ io.Reader, out io.Writer) error {
	if len(args) > 0 {
		return errors.New("it takes no argument")
	}
	parts, all, err := web.Sizes(context.Background(), os.Stderr)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "KB\tcompressed KB\t\t")
	for _, p := range append(parts, all) {
		fmt.Fprintf(w, "%.1f\t%.1f\t %s\t\n", float64(p.Bytes)/1e3, float64(p.Cost)/1e3, p.Part)
	}
	return w.Flush()
}
