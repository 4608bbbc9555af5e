package analysis

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/edit"
	"samewire/app/sorting"
	"samewire/app/story"
)

// WriteText writes a summary to read in a terminal: the articles, how much
// they share, and every passage with its readings compared with the base.
// Lines have at most width columns where words allow it, or no bound if width
// is 0. Without color, edits are marked as in git's word diffs, [-deleted-]
// and {+inserted+}, and moved words where they stood and stand, [<so<] and
// {>so>}. Control characters never reach w, so that no article can
// drive the terminal. The error is w's.
func (a *Analysis) WriteText(w io.Writer, color bool, width int) error {
	if width <= 0 {
		width = math.MaxInt
	}
	p := &page{color: color, width: max(width, minColumns)}
	p.paragraph("", p.set(nil, strong, a.Story.Title))
	p.paragraph("", p.set(nil, plain, a.Story.Note))
	p.articles(a)
	p.shared(a)
	p.findings(a)
	if len(a.Passages) == 0 {
		p.heading("No passage stands in more than one article.")
	}
	for i := range a.Passages {
		p.passage(a, &a.Passages[i])
	}
	p.quotations(a)
	p.figures(a)
	p.credits(a)
	p.without(a)
	_, err := io.WriteString(w, p.out.String())
	return err
}

// articles writes a table of the articles.
func (p *page) articles(a *Analysis) {
	name := len("Outlet")
	for i := range a.Documents {
		name = min(max(name, columns(clean(a.Story.Outlet(i)))), 28, p.width-22)
	}
	p.out.WriteByte('\n')
	p.row(strong, "    "+fit("Outlet", name)+"  Words  Own copy")
	for i, d := range a.Documents {
		p.row(plain, fmt.Sprintf("%3s %s  %5d  %8s  %s", story.Letter(i), fit(a.Story.Outlet(i), name),
			len(d.Words), percent(a.Own(i)), cmp.Or(a.Story.Articles[i].Title, a.Story.Articles[i].File)))
	}
}

// shared writes the matrix of shared copy or, where it would be too wide, with
// which others each article shares most.
func (p *page) shared(a *Analysis) {
	table := a.Shared()
	if len(table) > (p.width-3)/6 {
		p.heading("How much of each article stands in others too:")
		for i, row := range table {
			p.paragraph(entry(i), p.set(nil, plain, most(row, i)))
		}
		return
	}
	p.heading("How much of the row's article stands in the column's too:")
	line := "   "
	for i := range table {
		line += fmt.Sprintf("%6s", story.Letter(i))
	}
	p.row(strong, line)
	for i, row := range table {
		line = fmt.Sprintf("%3s", story.Letter(i))
		for j, x := range row {
			if i == j {
				line += "     ·"
			} else {
				line += fmt.Sprintf("%6s", percent(x))
			}
		}
		p.row(plain, line)
	}
}

// most names the three articles that have most of article i.
func most(row []float64, i int) string {
	var others []int
	for j, x := range row {
		if j != i && x > 0 {
			others = append(others, j)
		}
	}
	sorting.By(others, func(j, k int) int { return cmp.Compare(row[k], row[j]) })
	var parts []string
	for _, j := range others[:min(3, len(others))] {
		parts = append(parts, percent(row[j])+" in "+story.Letter(j))
	}
	if len(parts) == 0 {
		return "nothing"
	}
	return strings.Join(parts, ", ")
}

// passage writes the base of a passage, then the other readings as edits of it.
func (p *page) passage(a *Analysis, x *collate.Passage) {
	p.heading(fmt.Sprintf("Passage %d, %d readings", x.ID, len(x.Readings)))
	first := x.Readings[x.Base]
	base := a.Text(first.Place)
	p.reading(a, first, "base", p.set(nil, plain, base))
	for i, r := range x.Readings {
		if i != x.Base {
			note, cells := p.compare(base, a.Text(r.Place), r.Kind)
			p.reading(a, r, note, cells)
		}
	}
}

// compare returns what became of a reading in words, and the reading as edits
// of the base, or alone where the two have no word in common, or not at all
// where they have the same words.
func (p *page) compare(base, reading string, kind align.Kind) (note string, cells []cell) {
	note = kindName(kind)
	script := edit.Diff(base, reading)
	n := script.Stats(base, reading)
	switch {
	case !changed(script):
		if !slices.Equal(strings.Fields(base), strings.Fields(reading)) {
			note += ", set differently"
		}
	case n.Kept == 0:
		note += " throughout"
		cells = p.set(nil, plain, reading)
	default:
		note += fmt.Sprintf(", %d of %d words kept", n.Kept, n.Kept+n.Replaced+n.Deleted+n.Moved)
		cells = p.edits(script, base, reading)
	}
	return note + quotation(base, reading), cells
}

// changed tells whether a script does more than keep words.
func changed(s edit.Script) bool {
	return slices.ContainsFunc(s, func(e edit.Edit) bool { return e.Op != edit.Keep })
}

// reading writes one reading under its article's letter.
func (p *page) reading(a *Analysis, r collate.Reading, note string, text []cell) {
	p.paragraph(entry(r.Article), p.set(nil, plain, a.Story.Outlet(r.Article)+": "+note))
	p.paragraph("    ", text)
}

// kindName says in words how near a reading is to the base.
func kindName(k align.Kind) string {
	switch k {
	case align.Verbatim:
		return "word for word"
	case align.Edited:
		return "edited"
	}
	return "reworded"
}

// quotation tells whether a reading has lost all quotation marks of the base,
// or has some where the base has none.
func quotation(base, reading string) string {
	const marks = "\"“”„«»"
	switch before, after := strings.ContainsAny(base, marks), strings.ContainsAny(reading, marks); {
	case before && !after:
		return ", quotation marks dropped"
	case after && !before:
		return ", quotation marks added"
	}
	return ""
}

// edits sets a script: what is kept as the reading has it, what is deleted and
// inserted in its place.
func (p *page) edits(s edit.Script, base, reading string) []cell {
	var out []cell
	for _, e := range s {
		switch {
		case e.Op == edit.Keep:
			out = p.set(out, plain, e.B.Of(reading))
			continue
		case e.Move > 0 && e.Op == edit.Delete:
			out = p.mark(out, deleted, "[<", e.A.Of(base), "<]")
			continue
		case e.Move > 0:
			out = p.mark(out, inserted, "{>", e.B.Of(reading), ">}")
			continue
		case e.Op != edit.Insert:
			out = p.mark(out, deleted, "[-", e.A.Of(base), "-]")
		}
		if e.Op == edit.Replace && p.color {
			out = p.set(out, plain, " ")
		}
		if e.Op != edit.Delete {
			out = p.mark(out, inserted, "{+", e.B.Of(reading), "+}")
		}
	}
	return out
}
