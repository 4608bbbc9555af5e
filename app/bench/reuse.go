package main

import (
	"context"
	"encoding/json"
	"io"

	"samewire/app/align"
	"samewire/app/text"
)

type reuseQuestion struct {
	ID json.RawMessage `json:"id"` // a string or a number, given back as it is
	A  string          `json:"a"`
	B  string          `json:"b"`
}

type reuseAnswer struct {
	ID      json.RawMessage `json:"id"`
	Matches []reuseMatch    `json:"matches"`
}

type reuseMatch struct {
	A [2]int `json:"a"` // byte offsets
	B [2]int `json:"b"`
}

// reuse finds what the two texts of each question share.
func reuse(_ []string, in io.Reader, out io.Writer) error {
	return eachLine(in, out, func(q reuseQuestion) (reuseAnswer, error) {
		matches, err := align.Reuse(context.Background(), text.Parse(q.A), text.Parse(q.B))
		a := reuseAnswer{q.ID, []reuseMatch{}}
		for _, m := range matches {
			a.Matches = append(a.Matches, reuseMatch{[2]int{m.A.Start, m.A.End}, [2]int{m.B.Start, m.B.End}})
		}
		return a, err
	})
}
