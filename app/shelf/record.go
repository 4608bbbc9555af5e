package shelf

import (
	"encoding/json"
	"fmt"

	"samewire/app/story"
)

// format is the version of the records. One of a higher version was written by
// a newer Samewire in another tab. A story's text is a story file and has a
// version of its own.
const format = 1

// record is what is kept of a head or a draft.
type record[T any] struct {
	Format int
	Value  T
}

func encode[T any](v T) string {
	data, err := json.Marshal(record[T]{format, v})
	if err != nil {
		panic(err) // strings and numbers: nothing that can't be written
	}
	return string(data)
}

func decode[T any](what, data string) (T, error) {
	var r record[T]
	switch err := json.Unmarshal([]byte(data), &r); {
	case r.Format > format:
		return r.Value, ErrNewer
	case err != nil || r.Format < 1:
		return r.Value, fmt.Errorf("what is kept of %s can’t be read any more", what)
	}
	return r.Value, nil
}

func decodeHead(data string) (Head, error) { return decode[Head]("this story", data) }

func decodeDraft(data string) (Draft, error) { return decode[Draft]("this draft", data) }

func decodeStory(data, id string) (*story.Story, error) {
	s, err := story.ParseJSON([]byte(data), id)
	if err != nil {
		return nil, fmt.Errorf("what is kept of this story can’t be read any more: %w", err)
	}
	return s, nil
}
