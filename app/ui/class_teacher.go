package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"samewire/app/lesson"
	"samewire/app/story"
)

// morePerKind is how many questions of a kind are offered beside those of the
// lesson.
const morePerKind = 10

// teacherView is the page on which a lesson is looked over, changed and handed
// out. All that is chosen on it goes into its address.
func (c *classroom) teacherView(ctx context.Context, src Source) View {
	all, err := lesson.All(ctx, c.Analysis, lesson.Options{Seed: c.Plan.Seed, Exclude: c.Plan.options().Exclude})
	if err != nil {
		return failed(err)
	}
	var m, files, pupils markup
	m.put("h1", "A lesson from this story")
	m.put("p", capital(count(len(c.questions), "question", "questions"))+" on what the outlets made of the same copy. Each has one answer, and the texts show it. The outlets’ names stay hidden until you reveal them.", "class", "lead")
	if len(c.questions) < 3 {
		m.put("p", "That is little for a lesson: these articles have not much copy in common, and a question is asked only where there is one answer.", "class", "note")
	}
	m.open("p", "class", "acts")
	m.put("a", "Project", "id", "project", "class", "main", "href", c.class(Project, 0).String())
	m.put("a", "Handout", "href", c.class(Handout, 0).String())
	m.put("a", "Answer key", "href", c.class(AnswerKey, 0).String())
	m.put("a", "On pupils’ screens", "href", "#pupils")
	m.put("a", "Lesson file", "href", "#file")
	m.put("a", "How to use it", "href", "#guide").close("p")
	c.selection(&m)
	c.form(&m, all)
	c.keptOut(&m)
	c.forPupils(ctx, &pupils, src)
	files.put("h2", "Lesson file", "id", "file")
	files.put("p", "The address of this page has the whole lesson: bookmark it, or send it to a colleague. A lesson file keeps it too, without any text of the story.")
	files.open("div", "class", "live").button("lesson", "Save the lesson file", "id", "save-lesson")
	files.open("p").put("label", "Open a lesson file", "for", "lesson-file").text(" ").open("input", "type", "file", "id", "lesson-file", "accept", ".json").close("p", "div")
	var said, guide markup
	said.text(c.said)
	guidance(&guide)
	return c.view("Class", "A lesson from this story: questions for a class, for the projector, for pupils’ phones and on paper.",
		group("main", []string{"id", "main", "class", "class", "tabindex", "-1"},
			m.whole("div"), pupils.whole("div"), files.whole("div"), group("p", []string{"role", "status", "id", "said"}, said.inner()...), guide.block()))
}

// selection is where the seed, the kinds and the number of questions are
// changed.
func (c *classroom) selection(m *markup) {
	another := c.class(Teach, 0)
	another.Plan.Seed, another.Plan.Chosen, another.Plan.Prompts = (c.Plan.Seed+1)%lesson.MaxSeed, "", ""
	m.put("h2", "The questions")
	m.open("p", "class", "acts").put("a", "Another selection", "id", "another", "data-stay", "", "href", another.String())
	if c.Plan.Chosen != "" || c.Plan.Prompts != "" {
		m.put("span", "This one is your own.", "class", "note")
	}
	m.close("p")
	m.open("details", "class", "kinds").put("summary", "Choose by kind and number")
	m.open("form", "method", "get", "class", "choose", "action", c.Path())
	c.hidden(m, "seed", strconv.FormatUint(c.Plan.Seed, 10))
	c.hidden(m, "out", c.Plan.Out)
	m.open("fieldset").put("legend", "Kinds of question")
	wanted := split(c.Plan.Kinds)
	for _, k := range lesson.Kinds() {
		c.tick(m, "kind", k.String(), "kind-"+k.String(), len(wanted) == 0 || slices.Contains(wanted, k.String()))
		m.text(c.tell(k.Title())).close("label")
	}
	most := c.Plan.Max
	if most == 0 {
		most = lesson.DefaultMax
	}
	m.close("fieldset").open("p").open("label").text("At most ").open("input", "type", "number", "name", "max", "min", "1", "max", strconv.Itoa(lesson.MaxQuestions), "value", strconv.Itoa(most)).text(" questions").close("label").text(" ")
	m.put("button", "Choose for me").close("p", "form", "details")
}

// hidden writes a field that a form sends along, if there is anything in it.
func (c *classroom) hidden(m *markup, name, value string) {
	if value != "" && value != "0" {
		m.open("input", "type", "hidden", "name", name, "value", value)
	}
}

// tick begins a label with a box to tick.
func (c *classroom) tick(m *markup, name, value, id string, ticked bool) {
	attrs := []string{"type", "checkbox", "name", name, "value", value, "id", id}
	if ticked {
		attrs = append(attrs, "checked", "")
	}
	m.open("label").open("input", attrs...).text(" ")
}

// form lists the questions of the lesson, and then others that could be in it.
func (c *classroom) form(m *markup, all []*lesson.Question) {
	m.open("form", "method", "get", "class", "choose", "action", c.Path())
	c.hidden(m, "seed", strconv.FormatUint(c.Plan.Seed, 10))
	c.hidden(m, "out", c.Plan.Out)
	m.open("p", "class", "acts").put("button", "Use what is ticked", "id", "use").put("span", "Untick what you don’t want. Changes go into the page’s address.", "class", "note").close("p")
	m.open("ol", "class", "questions")
	for i, q := range c.questions {
		m.open("li")
		c.offered(m, q, true)
		m.open("p", "class", "acts").put("a", "Project from here", "href", c.class(Project, i+1).String())
		c.act(m, "up", q.ID, "Up", i > 0)
		c.act(m, "down", q.ID, "Down", i < len(c.questions)-1)
		for _, id := range q.Passages {
			c.act(m, "out", strconv.Itoa(id), "Keep passage "+strconv.Itoa(id)+" out", true)
		}
		m.close("p").open("details").put("summary", "Your own wording")
		own := promptField + q.ID
		m.put("label", "What the class is asked (leave it empty for the wording above)", "for", own, "class", "note")
		m.put("textarea", q.Own, "id", own, "name", own, "rows", "3", "maxlength", strconv.Itoa(lesson.MaxPrompt)).close("details", "li")
	}
	m.close("ol")
	c.others(m, all)
	m.close("form")
}

// act writes a button that sends the form with one thing changed.
func (c *classroom) act(m *markup, name, value, label string, possible bool) {
	if possible {
		id := name + "-" + value
		if name == "out" { // a passage may be in several questions
			m.put("button", label, "class", quiet, "name", name, "value", value)
			return
		}
		m.put("button", label, "class", quiet, "id", id, "name", name, "value", value)
	}
}

// offered writes a question that can be ticked.
func (c *classroom) offered(m *markup, q *lesson.Question, ticked bool) {
	c.tick(m, "q", q.ID, q.ID, ticked)
	m.put("b", c.tell(q.Kind.Title())).put("span", " · "+[]string{"easy", "medium", "hard"}[q.Difficulty-1], "class", "note").close("label")
	m.put("p", c.prompt(q))
	m.open("p", "class", "gist copy", "dir", "auto").text(beginning(c.Text(q.Exhibits[0].Place))).close("p")
}

// others lists questions that the lesson doesn't have.
func (c *classroom) others(m *markup, all []*lesson.Question) {
	var list []*lesson.Question
	perKind := map[lesson.Kind]int{}
	for _, q := range all {
		if perKind[q.Kind] < morePerKind && !slices.ContainsFunc(c.questions, func(x *lesson.Question) bool { return x.ID == q.ID }) {
			perKind[q.Kind]++
			list = append(list, q)
		}
	}
	if len(list) == 0 {
		return
	}
	m.open("details").put("summary", capital(count(len(list), "more question", "more questions"))+" to choose from")
	m.open("ul", "class", "questions")
	for _, q := range list {
		m.open("li")
		c.offered(m, q, false)
		m.close("li")
	}
	m.close("ul", "details")
}

// keptOut lists the passages that no question is to be about.
func (c *classroom) keptOut(m *markup) {
	out := split(c.Plan.Out)
	if len(out) == 0 {
		return
	}
	m.put("h3", "Kept out").open("ul", "class", "kept-out")
	for i, id := range out {
		back := c.class(Teach, 0)
		back.Plan.Out = strings.Join(slices.Delete(slices.Clone(out), i, i+1), ".")
		m.open("li").text("Passage " + id)
		if n := number(id); n <= len(c.Passages) {
			p := &c.Passages[n-1]
			m.text(": ").open("span", "dir", "auto").text(beginning(c.Text(p.Readings[p.Base].Place))).close("span")
		}
		m.text(" ").put("a", "Take it back", "data-stay", "", "href", back.String()).close("li")
	}
	m.close("ul")
}

// forPupils hands the lesson out: as a link, and as a QR code to be scanned.
func (c *classroom) forPupils(ctx context.Context, m *markup, src Source) {
	m.put("h2", "On pupils’ screens", "id", "pupils")
	m.put("p", "All who open the link have these questions. What they answer stays on their own device: nobody gets it, not even you. At the end each can show a summary.")
	pass := c.passed(ctx, src)
	pass.write(m)
	if pass.Link != "" {
		m.open("p").put("a", "See it as a pupil does", "href", c.class(Pupil, 0).String()).close("p")
	}
}

// passed returns the link for pupils. To a story that is on this device alone it
// has the story in it.
func (c *classroom) passed(ctx context.Context, src Source) Pass {
	to := c.class(Pupil, 0)
	to.Base = None
	if !story.IsOwn(c.Address.Story) {
		link := c.origin + to.String()
		p := Pass{Link: link, Code: Code(link)}
		if p.Code == "" {
			p.Problem = "The link is too long for a QR code: shorten your own wordings, or send the link."
		}
		return p
	}
	device, here := src.(Device)
	if !here {
		return Pass{Problem: "The link is made in your browser, with JavaScript and WebAssembly."}
	}
	p := device.Pass(ctx, c.Analysis.Story)
	if p.Link == "" {
		return p
	}
	p.Link = strings.Replace(p.Link, openPath, Address{Place: Open, Base: None, Plan: to.Plan}.String(), 1)
	if p.Code = Code(p.Link); p.Code == "" {
		p.Problem = "The link is too long for a QR code. Send it, or pass the story on as a file together with the lesson file."
	}
	return p
}
