package main

import (
	"context"
	"io"

	"samewire/app/analysis"
)

// asJSON prints the analysis of the articles named by args, as one story.
func asJSON(args []string, _ io.Reader, out io.Writer) error {
	s, err := storyOrBrowser("json", args, out)
	if s == nil {
		return err
	}
	a, err := analysis.Analyze(context.Background(), s, nil)
	if err != nil {
		return err
	}
	data, err := a.JSON()
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return err
}
