package ui

import (
	"slices"
	"strconv"
	"strings"

	"samewire/app/edit"
	"samewire/app/lesson"
)

// exhibits writes the texts of a question, as far as it is revealed.
func (c *classroom) exhibits(m *markup, q *lesson.Question, step int) {
	if isList(q) {
		return // the sentences are the options
	}
	class := "exhibits"
	if isUneven(q) {
		class += " uneven"
	}
	m.open("div", "class", class)
	for i, e := range q.Exhibits {
		c.exhibit(m, q, i, step >= c.steps(q))
		c.copyOf(m, e.Article, e.Span, c.shownMarks(q, i, step))
		m.close("p", "div")
	}
	m.close("div")
}

// exhibit begins exhibit i of a question. Whose it is stays hidden until it is
// named.
func (c *classroom) exhibit(m *markup, q *lesson.Question, i int, named bool) {
	e := q.Exhibits[i]
	m.open("div", "class", "exhibit").open("p", "class", "by").hidden(say("class.text-3")+" ").put("span", e.Letter, "class", "outlet")
	if named {
		m.text(" ").name(c.Analysis.Story.Named(e.Article))
	}
	m.close("p").open("p", c.inCopy(e.Article, "class", "copy")...)
}

// isUneven tells whether the first of two texts is much longer than the second:
// then it takes more of the width.
func isUneven(q *lesson.Question) bool {
	return len(q.Exhibits) == 2 && 2*q.Exhibits[0].Len() > 3*q.Exhibits[1].Len()
}

// isList tells whether the options of a question are parts of its text.
func isList(q *lesson.Question) bool { return len(q.Options) > 0 && q.Options[0].IsPart() }

// option writes one of the answers to choose from.
func (c *classroom) option(m *markup, q *lesson.Question, o, step int) {
	if opt := q.Options[o]; opt.IsPart() {
		m.open("span", c.inCopy(q.Exhibits[0].Article, "class", "copy")...)
		c.copyOf(m, q.Exhibits[0].Article, opt.Part, c.shownMarks(q, 0, step))
		m.close("span")
	} else {
		m.text(c.tell(opt.Message))
	}
}

// itemName is what an answer is for, "" where there is one.
func itemName(q *lesson.Question, item int) string {
	if e := q.Items[item]; e >= 0 && len(q.Exhibits) > 1 {
		return q.Exhibits[e].Letter
	}
	return ""
}

// options writes the answers to choose from: the right ones are marked for as
// many items as are revealed, and on paper there is a box to tick for each.
func (c *classroom) options(m *markup, q *lesson.Question, step int, boxes bool) {
	if len(q.Options) == 0 {
		return
	}
	letter := func(item int) string {
		if len(q.Items) == 1 {
			return "" // a box can be for nothing else
		}
		return itemName(q, item)
	}
	m.open("ol", "class", "answers")
	for o := range q.Options {
		var ticks markup
		right := false
		for i := range q.Items {
			is := i < step && q.Answer.Choices[i] == o
			switch {
			case is:
				right = true
				ticks.open("b", "class", "tick").put("span", "✓", "aria-hidden", "true").hidden(say("class.right-3") + " ").text(letter(i)).close("b").text(" ")
			case boxes:
				ticks.open("span", "class", "tick").put("span", "☐", "aria-hidden", "true").text(letter(i)).close("span").text(" ")
			}
		}
		if right {
			m.open("li", "class", "right")
		} else {
			m.open("li")
		}
		m.raw(&ticks)
		c.option(m, q, o, step)
		m.close("li")
	}
	m.close("ol")
}

// revealed writes what a step of the reveal shows beside the texts: for a
// change the sentence on it, for an item its answer, in the end all that there
// is to say.
func (c *classroom) revealed(m *markup, q *lesson.Question, step int) {
	explain := q.Answer.Explain
	switch {
	case step == 0:
	case step >= c.steps(q) && c.isOneByOne(q):
		m.put("p", c.tell(explain[0]))
	case step >= c.steps(q):
		c.explain(m, explain)
	case c.isOneByOne(q):
		m.put("p", c.tell(explain[step]))
	case step <= len(q.Items):
		o := q.Options[q.Answer.Choices[step-1]]
		if o.IsPart() {
			m.open("p", "class", "vh").text(say("class.sentence", "n", strconv.Itoa(q.Answer.Choices[step-1]+1))).close("p")
			return
		}
		m.open("p", "class", "vh")
		if name := itemName(q, step-1); name != "" {
			m.text(say("class.text-4", "name", name) + " ")
		}
		m.text(c.tell(o.Message)).close("p")
	}
}

// explain writes sentences.
func (c *classroom) explain(m *markup, list []lesson.Message) {
	if len(list) == 1 {
		m.put("p", c.tell(list[0]))
		return
	}
	m.open("ul", "class", "explain")
	for _, e := range list {
		m.put("li", c.tell(e))
	}
	m.close("ul")
}

// wordings writes the first of the outlets' wordings of a sentence that was to be
// written anew, each compared with the one that is shown.
func (c *classroom) wordings(m *markup, q *lesson.Question, n int) {
	if q.Kind != lesson.Rewrite || n == 0 {
		return
	}
	base := c.Text(q.Exhibits[0].Place)
	m.open("div", "class", "exhibits")
	for i, p := range q.Answer.Places[:min(n, len(q.Answer.Places))] {
		m.open("div", "class", "exhibit").open("p", "class", "by")
		m.name(c.Analysis.Story.Named(p.Article)).close("p").open("p", c.inCopy(p.Article, "class", "copy")...)
		if script := edit.Diff(base, c.Text(p)); keeps(script) {
			m.diff(base, c.Text(p), script, "wording"+strconv.Itoa(i)+"-")
		} else {
			m.text(c.Text(p))
		}
		m.close("p", "div")
	}
	m.close("div")
}

// fill is the class of a question by how much there is to read on a screen, the
// same for all its steps: so much that it fits 1024 by 768 pixels.
func (c *classroom) fill(q *lesson.Question) string {
	const row = 65 // characters that a line of its own takes, whatever is in it
	texts, asked, explained := row/2, row/2+len(c.worded(c.prompt(q)))+len(c.worded(c.tell(q.Look))), 0
	for i, e := range q.Exhibits { // side by side: the highest one counts
		n := e.Len() + row/3*strings.Count(c.Text(e.Place), "\n")
		if isUneven(q) { // 5 to 3
			n = n * 8 / (5 - 2*i)
		} else {
			n *= len(q.Exhibits)
		}
		texts = max(texts, row/2+n)
	}
	if !isList(q) {
		asked += row * len(q.Options)
	} else {
		texts += row / 2 * len(q.Options)
	}
	longest := 0
	for _, e := range q.Answer.Explain {
		n := len(c.worded(c.tell(e))) + row*3/5
		explained += n
		longest = max(longest, n)
	}
	if c.isOneByOne(q) {
		explained = longest
		asked += longest
	}
	if q.Kind == lesson.Rewrite {
		for _, p := range q.Answer.Places {
			texts += row + q.Exhibits[0].Len() + p.Len() // with the words that were struck through
		}
	}
	n := texts + max(asked, len(c.worded(c.prompt(q)))+len(c.worded(c.tell(q.Look)))+explained)
	i, _ := slices.BinarySearch([]int{460, 575, 700, 950, 1220, 1440}, n)
	return "fill" + strconv.Itoa(i)
}
