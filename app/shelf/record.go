package shelf

import (
	"encoding/json"

	"samewire/app/story"
	"samewire/app/words"
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

func decode[T any](data string) (T, error) {
	var r record[T]
	switch err := json.Unmarshal([]byte(data), &r); {
	case r.Format > format:
		return r.Value, ErrNewer
	case err != nil || r.Format < 1:
		return r.Value, words.Error("shelf.broken")
	}
	return r.Value, nil
}

func decodeHead(data string) (Head, error) { return decode[Head](data) }

func decodeDraft(data string) (Draft, error) { return decode[Draft](data) }

func decodeStory(data, id string) (*story.Story, error) {
	s, err := story.ParseJSON([]byte(data), id)
	if err != nil {
		return nil, words.Error("shelf.broken-story", "why", words.Why(err))
	}
	return s, nil
}
