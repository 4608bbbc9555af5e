package main

import (
	"encoding/json"
	"io"

	"samewire/app/align"
)

type wordsQuestion struct {
	ID  json.RawMessage `json:"id"`
	Src []string        `json:"src"` // tokens, punctuation too
	Tgt []string        `json:"tgt"`
}

type wordsAnswer struct {
	ID    json.RawMessage `json:"id"`
	Links [][2]int        `json:"links"` // positions in src and tgt
}

// words links the words of each pair of sentences.
func words(_ []string, in io.Reader, out io.Writer) error {
	return eachLine(in, out, func(q wordsQuestion) (wordsAnswer, error) {
		a := wordsAnswer{q.ID, [][2]int{}}
		for _, l := range align.LinkTokens(q.Src, q.Tgt) {
			a.Links = append(a.Links, [2]int{l.A, l.B})
		}
		return a, nil
	})
}
