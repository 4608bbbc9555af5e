package main

import (
	"encoding/json"
	"io"

	"samewire/app/text"
)

type sentencesQuestion struct {
	ID   json.RawMessage `json:"id"` // a string or a number, given back as it is
	Text string          `json:"text"`
}

type sentencesAnswer struct {
	ID        json.RawMessage `json:"id"`
	Sentences [][2]int        `json:"sentences"` // byte offsets
}

// sentences cuts each text into sentences, by the same rules as an article.
func sentences(_ []string, in io.Reader, out io.Writer) error {
	return eachLine(in, out, func(q sentencesQuestion) (sentencesAnswer, error) {
		a := sentencesAnswer{q.ID, [][2]int{}}
		for _, s := range text.Parse(q.Text).Sentences {
			a.Sentences = append(a.Sentences, [2]int{s.Start, s.End})
		}
		return a, nil
	})
}
