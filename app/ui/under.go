package ui

import "strings"

// Under returns the view with all its addresses below a path, such as
// "/samewire": where the site doesn't stand at the root of its host. Views and
// [Address] know nothing of that path. It is put before their links here, once,
// and taken off where an address comes in.
func (v View) Under(base string) View {
	if base == "" {
		return v
	}
	var pairs []string
	for _, name := range addressAttributes {
		pairs = append(pairs, " "+name+`="/`, " "+name+`="`+base+"/")
	}
	v.Blocks = under(v.Blocks, base, strings.NewReplacer(pairs...))
	return v
}

// addressAttributes are the attributes of our markup that hold addresses. In a
// text quotation marks are escaped, so where they stand in markup they are
// attributes.
var addressAttributes = []string{"href", "action", "src"}

func under(blocks []Block, base string, links *strings.Replacer) []Block {
	all := make([]Block, len(blocks))
	for i, b := range blocks {
		b.HTML = links.Replace(b.HTML)
		b.Inner = under(b.Inner, base, links)
		all[i] = b
	}
	return all
}
