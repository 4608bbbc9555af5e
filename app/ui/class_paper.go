package ui

import (
	"strconv"

	"samewire/app/lesson"
)

// paperView is the whole lesson to print: as a handout without the answers, or
// as the key with them.
func (c *classroom) paperView() View {
	key := c.Plan.Mode == AnswerKey
	title, class := say("class.handout"), "paper"
	if key {
		title = say("class.answer-key")
	}
	if c.Plan.Double {
		class += " double"
	}
	var m markup
	m.open("main", "id", "main", "class", class, "tabindex", "-1")
	m.open("nav", "class", "switches", "aria-label", say("class.printing"))
	m.put("a", say("class.back-to-the-lesson"), "id", "close", "href", c.class(Teach, 0).String())
	other := c.class(AnswerKey, 0)
	label := say("class.answer-key")
	if key {
		other, label = c.class(Handout, 0), say("class.handout")
	}
	m.put("a", label, "id", "other", "href", other.String())
	sheet := c.Address
	sheet.Plan.Double = !c.Plan.Double
	label = say("class.two-pages-to-a")
	if c.Plan.Double {
		label = say("class.one-page-to-a")
	}
	m.put("a", label, "id", "sheet", "data-stay", "", "href", sheet.String())
	m.open("span", "class", "live").button("print", say("class.print"), "id", "print").close("span").close("nav")
	m.put("p", say("class.print-this-page-with"), "class", "note plainly screen")
	m.open("div", "class", "sheets").put("h1", title, "id", "title")
	m.open("p", c.inCopy(0, "class", "note")...).text(c.Analysis.Story.Title).close("p")
	if !key {
		m.open("p", "class", "who").put("span", say("class.name")+colon()).put("span", say("class.date")+colon()).close("p")
	}
	m.open("ol", "class", "tasks")
	looked := make(map[string]bool) // what was said once needn't be said again
	for _, q := range c.questions {
		class := "task"
		if q.Kind == lesson.Spot && !key {
			class += " airy" // to mark words in
		}
		m.open("li", "class", class).put("h2", c.tell(q.Kind.Title())).put("p", c.prompt(q))
		if key {
			c.answered(&m, q)
		} else {
			if look := c.tell(q.Look); !looked[look] {
				looked[look] = true
				m.put("p", look, "class", "note")
			}
			c.asked(&m, q)
		}
		m.close("li")
	}
	m.close("ol", "div", "main")
	return c.bare(title, skipLink(), banner(), c.imprint(), m.block(), footer()) // at the top it can't take a page of its own
}

// asked writes a question with room for its answer.
func (c *classroom) asked(m *markup, q *lesson.Question) {
	c.exhibits(m, q, 0)
	c.options(m, q, 0, true)
	switch q.Kind {
	case lesson.Spot: // is answered in the texts
	case lesson.Rewrite:
		for range 3 {
			m.open("hr", "aria-hidden", "true") // to write on
		}
	default:
		m.put("p", say("class.how-can-you-tell"), "class", "because")
	}
}

// answered writes a question with its answer.
func (c *classroom) answered(m *markup, q *lesson.Question) {
	all := c.steps(q)
	c.exhibits(m, q, all)
	if isList(q) {
		c.options(m, q, all, false)
	} else {
		for i, choice := range q.Answer.Choices {
			m.open("p").open("b").text("✓ ").close("b")
			if name := itemName(q, i); name != "" {
				m.put("b", name+colon())
			}
			letter := string(rune('a' + choice)) // which the style sheet gives it
			m.put("b", letter+". "+c.tell(q.Options[choice].Message)).close("p")
		}
	}
	c.wordings(m, q, len(q.Answer.Places))
	c.explain(m, q.Answer.Explain)
	m.put("p", say("class.difficulty-of-3", "n", strconv.Itoa(q.Difficulty)), "class", "note")
}
