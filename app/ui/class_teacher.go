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
	m.put("h1", say("class.a-lesson-from-this"))
	m.put("p", say("class.on-what-the-outlets", "first", capital(count(len(c.questions), "count.question"))), "class", "lead")
	if len(c.questions) < 3 {
		m.put("p", say("class.that-is-little-for"), "class", "note")
	}
	m.open("p", "class", "acts")
	m.put("a", say("class.project"), "id", "project", "class", "main", "href", c.class(Project, 0).String())
	m.put("a", say("class.handout"), "href", c.class(Handout, 0).String())
	m.put("a", say("class.answer-key"), "href", c.class(AnswerKey, 0).String())
	m.put("a", say("class.on-pupils-screens"), "href", "#pupils")
	m.put("a", say("class.lesson-file"), "href", "#file")
	m.put("a", say("class.how-to-use-it"), "href", "#guide").close("p")
	m.open("p").put("a", say("class.for-pupils"), "href", c.class(Pupil, 0).String()).close("p")
	c.selection(&m)
	c.form(&m, all)
	c.keptOut(&m)
	c.forPupils(ctx, &pupils, src)
	files.put("h2", say("class.lesson-file"), "id", "file")
	own := story.IsOwn(c.Address.Story)
	if own {
		files.put("p", say("class.on-this-device-alone"))
	} else {
		files.put("p", say("class.the-address-of-this"))
	}
	files.open("div", "class", "live").open("p", "class", "acts").button("lesson", say("class.save-the-lesson-file"), "id", "save-lesson")
	if own {
		files.button("save", say("share.save-the-story-file"), "id", "save-story")
	}
	files.close("p")
	files.open("p").put("label", say("class.open-a-lesson-file"), "for", "lesson-file").text(" ").open("input", "type", "file", "id", "lesson-file", "accept", ".json").close("p", "div")
	var said, guide markup
	said.text(c.said)
	guidance(&guide)
	return c.view(say("class.class"), say("class.a-lesson-from-this-2"),
		group("main", []string{"id", "main", "class", "class", "tabindex", "-1"},
			m.whole("div"), pupils.whole("div"), files.whole("div"), group("p", []string{"role", "status", "id", "said"}, said.inner()...), guide.block()))
}

// selection is where the seed, the kinds and the number of questions are
// changed.
func (c *classroom) selection(m *markup) {
	another := c.class(Teach, 0)
	another.Plan.Seed, another.Plan.Chosen, another.Plan.Prompts = (c.Plan.Seed+1)%lesson.MaxSeed, "", ""
	m.put("h2", say("class.the-questions"))
	m.open("p", "class", "acts").put("a", say("class.another-selection"), "id", "another", "data-stay", "", "href", another.String())
	if c.Plan.Chosen != "" || c.Plan.Prompts != "" {
		m.put("span", say("class.this-one-is-your"), "class", "note")
	}
	m.close("p")
	m.open("details", "class", "kinds").put("summary", say("class.choose-by-kind-and"))
	m.open("form", "method", "get", "class", "choose", "action", c.Path())
	c.hidden(m, "seed", strconv.FormatUint(c.Plan.Seed, 10))
	c.hidden(m, "out", c.Plan.Out)
	m.open("fieldset").put("legend", say("class.kinds-of-question"))
	wanted := split(c.Plan.Kinds)
	for _, k := range lesson.Kinds() {
		c.tick(m, "kind", k.String(), "kind-"+k.String(), len(wanted) == 0 || slices.Contains(wanted, k.String()))
		m.text(c.tell(k.Title())).close("label")
	}
	most := c.Plan.Max
	if most == 0 {
		most = lesson.DefaultMax
	}
	m.close("fieldset").open("p").open("label").say("class.at-most", "n", in(func(m *markup) {
		m.open("input", "type", "number", "name", "max", "min", "1", "max", strconv.Itoa(lesson.MaxQuestions), "value", strconv.Itoa(most))
	})).close("label").text(" ")
	m.put("button", say("class.choose-for-me")).close("p", "form", "details")
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
	m.open("p", "class", "acts").put("button", say("class.use-what-is-ticked"), "id", "use").put("span", say("class.untick-what-you-dont"), "class", "note").close("p")
	m.open("ol", "class", "questions")
	for i, q := range c.questions {
		m.open("li")
		c.offered(m, q, true)
		m.open("p", "class", "acts").put("a", say("class.project-from-here"), "href", c.class(Project, i+1).String())
		c.act(m, "up", q.ID, say("class.up"), i > 0)
		c.act(m, "down", q.ID, say("class.down"), i < len(c.questions)-1)
		for _, id := range q.Passages {
			c.act(m, "out", strconv.Itoa(id), say("class.keep-passage-out", "n", strconv.Itoa(id)), true)
		}
		m.close("p").open("details").put("summary", say("class.your-own-wording"))
		own := promptField + q.ID
		m.put("label", say("class.what-the-class-is"), "for", own, "class", "note")
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
	m.put("b", c.tell(q.Kind.Title())).put("span", " · "+say("class."+[]string{"easy", "medium", "hard"}[q.Difficulty-1]), "class", "note").close("label")
	m.put("p", c.prompt(q))
	m.open("p", c.inCopy(q.Exhibits[0].Article, "class", "gist copy")...).text(beginning(c.Text(q.Exhibits[0].Place))).close("p")
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
	m.open("details").put("summary", say("class.to-choose-from", "first", capital(count(len(list), "count.more-question"))))
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
	m.put("h3", say("class.kept-out")).open("ul", "class", "kept-out")
	for i, id := range out {
		back := c.class(Teach, 0)
		back.Plan.Out = strings.Join(slices.Delete(slices.Clone(out), i, i+1), ".")
		m.open("li").text(say("class.passage", "id", id))
		if n := number(id); n <= len(c.Passages) {
			p := &c.Passages[n-1]
			m.text(colon()).open("span", c.inCopy(p.Readings[p.Base].Article)...).text(beginning(c.Text(p.Readings[p.Base].Place))).close("span")
		}
		m.text(" ").put("a", say("class.take-it-back"), "data-stay", "", "href", back.String()).close("li")
	}
	m.close("ul")
}

// forPupils hands the lesson out: as a link, and as a QR code to be scanned.
func (c *classroom) forPupils(ctx context.Context, m *markup, src Source) {
	m.put("h2", say("class.on-pupils-screens"), "id", "pupils")
	m.put("p", say("class.all-who-open-the"))
	pass := c.passed(ctx, src)
	pass.write(m)
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
			p.Problem = say("class.the-link-is-too")
		}
		return p
	}
	device, here := src.(Device)
	if !here {
		return Pass{Problem: say("class.the-link-is-made")}
	}
	p := device.Pass(ctx, c.Analysis.Story)
	if p.Link == "" {
		return p
	}
	p.Link = strings.Replace(p.Link, openPath, Address{Place: Open, Base: None, Plan: to.Plan}.String(), 1)
	if p.Code = Code(p.Link); p.Code == "" {
		p.Problem = say("class.the-link-is-too-2")
	}
	return p
}
