package edit

import (
	"fmt"
	"strings"
)

// Change replaces bytes Start to End of a text, end exclusive, with New.
type Change struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

// Patch turns a base into a reading without need of either's counterpart: the
// changes in order, each with offsets into the base.
type Patch []Change

// Patch returns the patch that turns base into reading, byte for byte. Both
// must be the texts that the script was made from. Kept words that are set
// differently are changes too; of them only the bytes from the first to the
// last difference are changed.
func (s Script) Patch(base, reading string) Patch {
	var p Patch
	for _, e := range s {
		old, new := e.A.Of(base), e.B.Of(reading)
		if old == new {
			continue
		}
		c := Change{Start: e.A.Start, End: e.A.End, New: new}
		if e.Op == Keep {
			n := commonPrefix(old, new)
			m := commonSuffix(old[n:], new[n:])
			c = Change{Start: e.A.Start + n, End: e.A.End - m, New: new[n : len(new)-m]}
		}
		p = append(p, c)
	}
	return p
}

// Apply returns base with the changes of p made. It returns an error that
// names the change if one lies outside base, ends before it starts, or starts
// before the one before it ends.
func Apply(base string, p Patch) (string, error) {
	var out strings.Builder
	end := 0
	for i, c := range p {
		switch {
		case c.Start < 0 || c.End > len(base):
			return "", fmt.Errorf("change %d of %d (bytes %d to %d) lies outside the text of %d bytes: the patch was made for another text", i+1, len(p), c.Start, c.End, len(base))
		case c.End < c.Start:
			return "", fmt.Errorf("change %d of %d ends at byte %d, before its start at byte %d", i+1, len(p), c.End, c.Start)
		case c.Start < end:
			return "", fmt.Errorf("change %d of %d starts at byte %d, before the change in front of it ends at byte %d: changes must be in order and apart", i+1, len(p), c.Start, end)
		}
		out.WriteString(base[end:c.Start])
		out.WriteString(c.New)
		end = c.End
	}
	out.WriteString(base[end:])
	return out.String(), nil
}
