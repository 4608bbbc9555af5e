package ui

import (
	"strconv"

	"samewire/app/lesson"
)

// projectView is one question on a whole screen, revealed step by step. Each
// step has an address, so that a clicker needs nothing but links.
func (c *classroom) projectView() View {
	n := c.current()
	if n > len(c.questions) {
		return c.projectEnd()
	}
	q := c.questions[n-1]
	step := min(c.Plan.Step, c.steps(q))
	last := step == c.steps(q)
	var head, body, told markup
	c.progress(&head, q)
	head.put("h1", c.prompt(q), "id", "question", "tabindex", "-1")
	look := "look"
	if step > 0 {
		look += " past" // its place stays, or the texts would jump
	}
	head.put("p", c.tell(q.Look), "class", look)
	c.exhibits(&body, q, step)
	if !last || isList(q) {
		c.options(&body, q, step, false)
	}
	c.wordings(&body, q, step)
	c.revealed(&told, q, step)
	class := "slide " + c.fill(q)
	if last {
		class += " last"
	}
	return c.slide(strconv.Itoa(n)+". "+c.tell(q.Kind.Title()), class,
		head.whole("div"), body.whole("div"), status(&told), c.turns(q, step))
}

// projectEnd closes the lesson with what there is to discuss.
func (c *classroom) projectEnd() View {
	var m markup
	m.open("div").put("h1", say("class.to-discuss"), "id", "question", "tabindex", "-1").open("ul")
	for _, g := range guide {
		if g.heading == say("class.to-discuss") {
			for _, line := range g.lines {
				m.put("li", line)
			}
		}
	}
	m.close("ul", "div")
	return c.slide(say("class.end"), "slide fill0", m.block(), c.turns(nil, 0))
}

// slide is a screen of the projector.
func (c *classroom) slide(title, class string, blocks ...Block) View {
	var bar markup
	bar.open("p", "class", "bar")
	bar.put("a", say("class.leave"), "id", "close", "href", c.class(Teach, 0).String())
	bar.open("span", "class", "live").button("black", say("class.black-screen"), "class", quiet, "id", "black").text(" ")
	bar.button("minute", say("class.timer-one-minute"), "class", quiet, "id", "minute").text(" ").open("b", "id", "left", "role", "timer").close("b")
	if c.current() == 1 && c.Plan.Step == 0 {
		key := func(name string) string { return el("kbd", name) }
		bar.open("span", "class", "clicker").say("class.keys", "next", key("→"), "back", key("←"), "black", key("B"), "timer", key("T")).close("span")
	}
	bar.close("span", "p")
	return c.bare(title, skipLink(), group("main", []string{"id", "main", "class", class, "tabindex", "-1"}, append(blocks, bar.block())...))
}

// turns is the links to what comes next and what was before.
func (c *classroom) turns(q *lesson.Question, step int) Block {
	n := c.current()
	var m markup
	m.open("nav", "class", "turns", "aria-label", say("class.steps"))
	back, next := c.class(Project, n), c.class(Project, n)
	label := say("class.reveal")
	back.Plan.Step, next.Plan.Step = max(step-1, 0), step+1
	switch {
	case q == nil:
		label = ""
	case step == c.steps(q):
		label, next = say("class.next-question"), c.class(Project, n+1)
		if n == len(c.questions) {
			label = say("class.end")
		}
	case step > 0:
		label = say("class.go-on")
	}
	if step == 0 && n > 1 {
		back = c.class(Project, n-1)
		back.Plan.Step = c.steps(c.questions[n-2])
	}
	if n > 1 || step > 0 {
		m.put("a", say("class.back"), "id", "previous", "href", back.String())
	}
	if label != "" {
		m.put("a", label, "id", "next", "class", "main", "href", next.String())
	}
	if q != nil && q.Kind == lesson.Rewrite {
		m.put("a", say("class.write-here"), "href", c.class(Pupil, n).String())
	}
	return m.close("nav").block()
}

// status is the place of what is read out as soon as it is there.
func status(m *markup) Block {
	var inner []Block
	if m.b.Len() > 0 {
		inner = []Block{m.whole("div")}
	}
	return group("div", []string{"role", "status", "class", "explained"}, inner...)
}
