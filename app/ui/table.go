package ui

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/collate"
)

// The table of variants is cut into blocks of columns, which follow each other
// as lines of text do, so that it never has to be scrolled sideways. All
// lengths are in runes.
const (
	blockWidth = 64 // of the columns of a block together
	cellWidth  = 30 // beyond it, the words of a cell are wrapped
	cellMargin = 3
	maxRows    = 24
)

// row is the readings that have the same words throughout.
type row struct {
	readings []int
	cells    []int // the variant in each column
}

// variants writes the table of variants of a passage. Columns on which all
// agree are one cell for all rows.
func (d *desk) variants(m *markup, p *collate.Passage) {
	columns := collate.NewTable(d.Documents, p).Columns
	rows := sameRows(columns, len(p.Readings))
	agree := func(c collate.Column) bool { return c.Agree() }
	if len(rows) < 2 || len(rows) > maxRows || !slices.ContainsFunc(columns, agree) {
		return
	}
	base := rows[rowOf(rows, d.base(p))]
	blocks := d.blocks(p, columns, len(rows))
	m.open("section", "class", "variants", "aria-labelledby", "variants")
	m.put("h2", say("table.word-under-word"), "id", "variants")
	m.put("p", say("table.where-all-agree-the", "outlets", d.names(articlesOf(p, base.readings))), "class", "note")
	m.open("div", "class", "blocks")
	for n, block := range blocks {
		m.open("table").put("caption", say("table.part-of", "n", strconv.Itoa(n+1), "n2", strconv.Itoa(len(blocks))), "class", "vh")
		m.open("thead", "class", "vh").open("tr").put("th", say("table.outlets"), "scope", "col")
		for _, c := range block {
			label := say("table.all-agree")
			if !columns[c].Agree() {
				label = count(len(columns[c].Variants), "count.wording")
			}
			m.put("th", label, "scope", "col")
		}
		m.close("tr", "thead").open("tbody")
		for i, r := range rows {
			m.open("tr").open("th", "scope", "row")
			d.letters(m, articlesOf(p, r.readings))
			m.close("th")
			for _, c := range block {
				d.cell(m, p, &columns[c], c, rows, i, base)
			}
			m.close("tr")
		}
		m.close("tbody", "table")
	}
	m.close("div", "section")
}

// cell writes what row i has in column c.
func (d *desk) cell(m *markup, p *collate.Passage, column *collate.Column, c int, rows []row, i int, base row) {
	words := d.cellText(p, column, rows[i].readings[0])
	switch {
	case column.Agree() && i == 0:
		m.put("td", d.cellText(p, column, base.readings[0]), d.inCopy(p.Readings[base.readings[0]].Article, "class", "agreed", "rowspan", strconv.Itoa(len(rows)))...)
	case column.Agree():
	case words == "":
		m.open("td").put("span", "–", "aria-hidden", "true").hidden(say("common.no-words")).close("td")
	case rows[i].cells[c] != base.cells[c]:
		m.open("td", d.inCopy(p.Readings[rows[i].readings[0]].Article)...).put("b", words).close("td")
	default:
		m.put("td", words, d.inCopy(p.Readings[rows[i].readings[0]].Article)...)
	}
}

// sameRows puts readings that have the same words in every column together.
func sameRows(columns []collate.Column, readings int) []row {
	cells := make([][]int, readings)
	for _, c := range columns {
		for n, v := range c.Variants {
			for _, r := range v.Readings {
				cells[r] = append(cells[r], n)
			}
		}
	}
	var rows []row
	at := make(map[string]int)
	for r := range cells {
		var key strings.Builder
		for _, n := range cells[r] {
			key.WriteString(strconv.Itoa(n) + " ")
		}
		n, ok := at[key.String()]
		if !ok {
			n = len(rows)
			at[key.String()] = n
			rows = append(rows, row{cells: cells[r]})
		}
		rows[n].readings = append(rows[n].readings, r)
	}
	return rows
}

// rowOf returns the row of a reading.
func rowOf(rows []row, reading int) int {
	for n, r := range rows {
		for _, i := range r.readings {
			if i == reading {
				return n
			}
		}
	}
	return 0
}

// blocks divides the columns, by number, into blocks of about blockWidth.
func (d *desk) blocks(p *collate.Passage, columns []collate.Column, rows int) [][]int {
	var out [][]int
	left := 0
	for i := range columns {
		width := d.width(p, &columns[i], rows) + cellMargin
		if len(out) == 0 || width > left {
			out = append(out, nil)
			left = blockWidth
		}
		left -= width
		out[len(out)-1] = append(out[len(out)-1], i)
	}
	return out
}

// width is about how wide a column is.
func (d *desk) width(p *collate.Passage, c *collate.Column, rows int) int {
	widest := 0
	for _, v := range c.Variants {
		widest = max(widest, utf8.RuneCountInString(d.cellText(p, c, v.Readings[0])))
	}
	if c.Agree() {
		return min(max(widest/rows, 12), widest)
	}
	return min(widest, cellWidth)
}

// cellText is what a reading has in a column, with the punctuation that is set
// to its words.
func (d *desk) cellText(p *collate.Passage, c *collate.Column, r int) string {
	at := c.At[r]
	if at.Len() == 0 {
		return ""
	}
	reading := p.Readings[r]
	doc := d.Documents[reading.Article]
	start, end := doc.Words[at.First].Start, doc.Words[at.Last-1].End
	before, after := reading.Start, reading.End
	if at.First > 0 {
		before = max(before, doc.Words[at.First-1].End)
	}
	if at.Last < len(doc.Words) {
		after = min(after, doc.Words[at.Last].Start)
	}
	gap := doc.Source[min(before, start):start]
	if i := strings.LastIndexFunc(gap, unicode.IsSpace); i >= 0 || before == reading.Start {
		start -= len(strings.TrimLeftFunc(gap[max(i, 0):], unicode.IsSpace))
	}
	gap = doc.Source[end:max(after, end)]
	if i := strings.IndexFunc(gap, unicode.IsSpace); i >= 0 {
		gap = gap[:i]
	}
	return doc.Source[start : end+len(gap)]
}
