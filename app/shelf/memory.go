package shelf

import (
	"context"
	"strings"

	"samewire/app/sorting"
)

// memory is a store that lasts as long as the page.
type memory map[[2]string]string

func (m memory) rows(_ context.Context, table string) ([]row, error) {
	var out []row
	for k, v := range m {
		if k[0] == table {
			out = append(out, row{table, k[1], v})
		}
	}
	sorting.By(out, func(a, b row) int { return strings.Compare(a.key, b.key) })
	return out, nil
}

func (m memory) get(_ context.Context, table, key string) (string, error) {
	return m[[2]string{table, key}], nil
}

func (m memory) change(_ context.Context, table, key string, decide func(string) ([]row, error)) error {
	rows, err := decide(m[[2]string{table, key}])
	if err != nil {
		return err
	}
	for _, r := range rows {
		if at := [2]string{r.table, r.key}; r.value == "" {
			delete(m, at)
		} else {
			m[at] = r.value
		}
	}
	return nil
}

func (memory) persist()             {}
func (memory) tell(string)          {}
func (memory) hear(func(id string)) {}
