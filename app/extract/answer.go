package extract

import (
	"encoding/json"
	"fmt"

	"samewire/app/story"
	"samewire/app/words"
)

// Answer is what comes of reading a file, as it is passed between a worker or a
// server and the page: a story file of the articles, or what is wrong.
type Answer struct {
	Story json.RawMessage `json:"story,omitempty"` // see [story.ParseJSON]
	Error string          `json:"error,omitempty"` // what is wrong, a text for words.Table.Tell
}

// Read is [Articles] as an answer. A fault in reading is one too: it fails the
// file, not the worker.
func Read(name string, data []byte) (a Answer) {
	defer func() {
		if p := recover(); p != nil {
			a = Answer{Error: words.Say("page.fault", "name", name, "what", fmt.Sprint(p))}
		}
	}()
	articles, err := Articles(name, data)
	if err != nil {
		return Answer{Error: words.Why(err)}
	}
	return Answered(articles)
}

// Answered is the answer that holds articles.
func Answered(articles []story.Article) Answer {
	s := story.Story{ID: "files", Articles: articles}
	return Answer{Story: s.JSON()}
}

// JSON returns a as JSON.
func (a Answer) JSON() []byte {
	data, err := json.Marshal(a)
	if err != nil {
		panic(err) // strings, and JSON that story wrote
	}
	return data
}
