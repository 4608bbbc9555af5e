package shelf

import (
	"context"
	"encoding/json"
)

// The bounds of the kept results.
const (
	maxResults     = 12
	maxResultBytes = 24 << 20
)

// resultIndex is the key of the row that lists the kept results, the last used
// one last.
const resultIndex = "index"

type resultEntry struct {
	Key  string
	Size int
}

// Result returns what was kept under a key, or "". What can't be read counts
// as not kept: it can be made anew.
func (s *Shelf) Result(ctx context.Context, key string) string {
	value, err := s.store.get(ctx, results, key)
	if err != nil {
		return ""
	}
	return value
}

// KeepResult keeps a result and lets go of those that were kept longest ago
// when there are too many.
func (s *Shelf) KeepResult(ctx context.Context, key, value string) error {
	if len(value) > maxResultBytes {
		return nil
	}
	return s.store.change(ctx, results, resultIndex, func(old string) ([]row, error) {
		var index, kept []resultEntry
		if json.Unmarshal([]byte(old), &index) != nil {
			index = nil // begun anew
		}
		changes := []row{{results, key, value}}
		room, places := maxResultBytes-len(value), maxResults-1
		for i := len(index) - 1; i >= 0; i-- {
			e := index[i]
			switch {
			case e.Key == key:
			case e.Size <= room && places > 0:
				room, places = room-e.Size, places-1
				kept = append([]resultEntry{e}, kept...)
			default:
				room, places = 0, 0
				changes = append(changes, row{results, e.Key, ""})
			}
		}
		data, err := json.Marshal(append(kept, resultEntry{key, len(value)}))
		return append(changes, row{results, resultIndex, string(data)}), err
	})
}
