package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/edit"
	"samewire/app/story"
	"samewire/app/text"
)

// twin is a passage as the two compared articles have it.
type twin struct {
	passage     *collate.Passage
	left, right text.Span
	moved       bool // stands in another order on the right than on the left
}

// twins returns the passages that both articles have, in the order of the left
// one. Where an article has a passage twice, first goes with first. The
// passages that stand in the same order in both are as many as can be; the
// others are moved.
func (d *desk) twins() []twin {
	var all []twin
	for n := range d.Passages {
		p := &d.Passages[n]
		left, right := spansIn(p, d.Article), spansIn(p, d.Other)
		for i := range min(len(left), len(right)) {
			all = append(all, twin{passage: p, left: left[i], right: right[i]})
		}
	}
	slices.SortFunc(all, func(x, y twin) int { return cmp.Compare(x.left.Start, y.left.Start) })
	keep := inOrder(all)
	for i := range all {
		all[i].moved = !keep[i]
	}
	return all
}

func spansIn(p *collate.Passage, article int) []text.Span {
	var spans []text.Span
	for _, r := range p.Readings {
		if r.Article == article {
			spans = append(spans, r.Span)
		}
	}
	return spans
}

// inOrder marks a longest rising run of the right sides (Fredman 1975).
func inOrder(all []twin) []bool {
	var tails []int // the index of the last twin of the best run of each length
	before := make([]int, len(all))
	for i, t := range all {
		at, _ := slices.BinarySearchFunc(tails, t.right.Start, func(j, start int) int { return cmp.Compare(all[j].right.Start, start) })
		before[i] = -1
		if at > 0 {
			before[i] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, i)
		} else {
			tails[at] = i
		}
	}
	keep := make([]bool, len(all))
	if len(tails) == 0 {
		return keep
	}
	for i := tails[len(tails)-1]; i >= 0; i = before[i] {
		keep[i] = true
	}
	return keep
}

// compareView is two articles side by side, what both have on the same row.
func (d *desk) compareView() View {
	left, right := d.Analysis.Story.Outlet(d.Article), d.Analysis.Story.Outlet(d.Other)
	twins := d.twins()
	shared := d.Shared()
	var m markup
	m.open("main", "id", "main", "class", "comparison", "tabindex", "-1")
	m.open("header", "class", "title")
	m.open("h1").name(left).text(" beside ").name(right).close("h1")
	m.open("p", "class", "note")
	if len(twins) == 0 {
		m.text("These two articles share no copy.")
	} else {
		m.text(percent(shared[d.Article][d.Other]) + " of ").name(left).text("’s words are in passages that ").name(right).text(" has too, and ")
		m.text(percent(shared[d.Other][d.Article]) + " of ").name(right).text("’s in passages that ").name(left)
		m.text(" has too. Words that differ are marked; sentences with too little in common are not.")
	}
	m.close("p")
	d.pickers(&m)
	m.close("header")
	m.open("table", "class", "rows").open("thead").open("tr")
	m.open("th", "scope", "col")
	d.side(&m, d.Article)
	m.close("th").open("th", "scope", "col", "class", "kind").hidden("How near they are").close("th").open("th", "scope", "col")
	d.side(&m, d.Other)
	m.close("th", "tr", "thead").open("tbody")
	d.rows(&m, twins)
	m.close("tbody", "table", "main")
	return d.view(left+" beside "+right, "The articles of "+left+" and "+right+" side by side, word by word.", m.block())
}

// side is the head of a column.
func (d *desk) side(m *markup, i int) {
	m.open("a", "href", d.read(i, 0).String())
	d.outlet(m, i)
	m.close("a")
}

// pickers are two rows of letters that choose the two articles.
func (d *desk) pickers(m *markup) {
	if len(d.Documents) < 3 {
		return
	}
	m.open("div", "class", "pickers")
	row := func(label string, current, other int, to func(int) Address) {
		m.open("nav", "class", "chooser", "aria-label", label).put("span", label)
		for i := range d.Documents {
			if i == other {
				continue
			}
			attrs := []string{"class", "outlet", "href", to(i).String()}
			if i == current {
				attrs = append(attrs, "aria-current", "true")
			}
			m.open("a", attrs...).text(story.Letter(i)).hidden(" " + d.Analysis.Story.Outlet(i)).close("a")
		}
		m.close("nav")
	}
	row("Left", d.Article, d.Other, func(i int) Address { return d.compare(i, d.Other) })
	row("Right", d.Other, d.Article, func(i int) Address { return d.compare(d.Article, i) })
	m.close("div")
}

// rows writes the two articles: a row for each passage in order, and between
// them rows of what stands before it on either side.
func (d *desk) rows(m *markup, twins []twin) {
	at := [2]int{}
	end := [2]int{len(d.Documents[d.Article].Source), len(d.Documents[d.Other].Source)}
	for _, t := range twins {
		if t.moved {
			continue
		}
		d.between(m, twins, text.Span{Start: at[0], End: t.left.Start}, text.Span{Start: at[1], End: t.right.Start})
		d.row(m, t)
		at = [2]int{max(at[0], t.left.End), max(at[1], t.right.End)}
	}
	d.between(m, twins, text.Span{Start: at[0], End: end[0]}, text.Span{Start: at[1], End: end[1]})
}

// row writes a passage as both have it.
func (d *desk) row(m *markup, t twin) {
	from, to := t.left.Of(d.Documents[d.Article].Source), t.right.Of(d.Documents[d.Other].Source)
	script := edit.Diff(from, to)
	var left, right markup
	halves(&left, &right, from, to, script)
	m.open("tr", "class", "match")
	m.open("td", "dir", "auto").letter(d.Article).raw(&left).close("td")
	kind := d.kind(t)
	m.open("td", "class", "kind").open("a", "href", d.passage(t.passage.ID).String(), "class", "shared "+kindClass(kind))
	m.text(kindName(kind)).hidden(", passage "+grouped(t.passage.ID)).close("a", "td")
	m.open("td", "dir", "auto").letter(d.Other).raw(&right).close("td")
	m.close("tr")
}

// kind is how near the two sides of a twin are.
func (d *desk) kind(t twin) align.Kind {
	kind, _ := align.Classify(
		d.Words(align.Place{Article: d.Article, Span: t.left}),
		d.Words(align.Place{Article: d.Other, Span: t.right}))
	return kind
}

// between writes a row of what stands between two passages on both sides.
func (d *desk) between(m *markup, twins []twin, left, right text.Span) {
	var cells [2]markup
	d.gap(&cells[0], twins, d.Article, left, "left", "right")
	d.gap(&cells[1], twins, d.Other, right, "right", "left")
	if cells[0].b.Len() == 0 && cells[1].b.Len() == 0 {
		return
	}
	m.open("tr", "class", "between")
	for i := range cells {
		if cells[i].b.Len() == 0 {
			m.open("td", "class", "empty")
		} else {
			m.open("td")
		}
		m.raw(&cells[i]).close("td")
		if i == 0 {
			m.open("td", "class", "kind").close("td")
		}
	}
	m.close("tr")
}

// gap writes a stretch of one article paragraph by paragraph: its own copy,
// and the passages that the other article has in another place.
func (d *desk) gap(m *markup, twins []twin, article int, span text.Span, here, there string) {
	type piece struct {
		text.Span
		moved *twin
	}
	var moved []piece
	for i := range twins {
		t := &twins[i]
		s := t.left
		if here == "right" {
			s = t.right
		}
		if t.moved && s.Start >= span.Start && s.End <= span.End {
			moved = append(moved, piece{s, t})
		}
	}
	slices.SortFunc(moved, func(x, y piece) int { return cmp.Compare(x.Start, y.Start) })
	doc := d.Documents[article]
	first := true
	write := func(s text.Span, t *twin) {
		for _, p := range doc.Paragraphs {
			part := text.Span{Start: max(s.Start, p.Start), End: min(s.End, p.End)}
			if part.Start >= part.End {
				continue
			}
			words := strings.TrimSpace(part.Of(doc.Source))
			if bare := strings.TrimLeft(words, ",;:.”\" "); len(bare) < len(words) && part.Start > p.Start {
				words = "… " + bare // the rest of a sentence that began in a passage
			}
			if a, b := doc.WordsIn(part); a == b {
				continue // a full stop or a quotation mark left over
			}
			attrs := []string{"class", "own", "dir", "auto"}
			if t != nil {
				attrs = []string{"class", "moved", "dir", "auto", "id", here + strconv.Itoa(t.passage.ID)}
			}
			m.open("p", attrs...)
			if first {
				m.letter(article)
				first = false
			}
			m.text(words)
			if t != nil {
				m.text(" ").put("a", "in another place there", "href", "#"+there+strconv.Itoa(t.passage.ID))
			}
			m.close("p")
		}
	}
	at := span.Start
	for _, p := range moved {
		write(text.Span{Start: at, End: p.Start}, nil)
		write(p.Span, p.moved)
		at = max(at, p.End)
	}
	write(text.Span{Start: at, End: span.End}, nil)
}
