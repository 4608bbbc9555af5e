package ui

import (
	"slices"
	"strconv"

	"samewire/app/lesson"
)

// onDeviceNote says to pupils what becomes of their answers.
func onDeviceNote() string { return say("class.on-device") }

// pupilView is one question to be answered. With the app the answer is checked
// and kept on the device; without it, the right answer can be unfolded.
func (c *classroom) pupilView() View {
	n := c.current()
	if n > len(c.questions) {
		return c.summary()
	}
	q := c.questions[n-1]
	reply := c.replies[q.ID]
	var head, body, told, turns markup
	c.progress(&head, q)
	head.put("h1", c.prompt(q), "id", "question", "tabindex", "-1").put("p", c.tell(q.Look), "class", "note")
	if reply.Done {
		c.checked(&body, q, reply)
		c.verdict(&told, q, reply)
	} else {
		c.asking(&body, q, reply)
	}
	turns.open("nav", "class", "turns", "aria-label", say("class.questions"))
	if n > 1 {
		turns.put("a", say("class.back"), "id", "previous", "href", c.class(Pupil, n-1).String())
	}
	label := say("class.next-question")
	if n == len(c.questions) {
		label = say("class.summary")
	}
	class := "next"
	if reply.Done {
		class = "main"
	}
	turns.put("a", label, "id", "next", "class", class, "href", c.class(Pupil, n+1).String())
	if n < len(c.questions) && c.hasAnswered() {
		turns.put("a", say("class.summary"), "id", "summary", "href", c.class(Pupil, len(c.questions)+1).String())
	}
	turns.close("nav")
	turns.put("p", onDeviceNote(), "class", "note")
	return c.bare(strconv.Itoa(n)+". "+c.tell(q.Kind.Title()), skipLink(), banner(),
		group("main", []string{"id", "main", "class", "pupil", "tabindex", "-1"},
			head.whole("div"), body.whole("div"), status(&told), turns.whole("div")), footer())
}

// hasAnswered tells whether there is anything to sum up.
func (c *classroom) hasAnswered() bool {
	return slices.ContainsFunc(c.questions, func(q *lesson.Question) bool { return c.replies[q.ID].Done })
}

// asking writes what a pupil taps and types, and without the app the answer to
// unfold.
func (c *classroom) asking(m *markup, q *lesson.Question, reply Reply) {
	m.open("div", "id", "answer", "data-answer", q.ID)
	switch {
	case q.Kind == lesson.Spot:
		c.wordsToTap(m, q, reply)
	case q.Kind == lesson.Rewrite:
		c.exhibits(m, q, 0)
		m.put("label", say("class.your-sentence"), "for", "own")
		m.put("textarea", reply.Text, "id", "own", "rows", "4", "maxlength", strconv.Itoa(lesson.MaxRewritten), "autocomplete", "off")
	default:
		c.exhibits(m, q, 0)
		c.choicesToTap(m, q, reply)
	}
	m.close("div")
	label := say("class.check")
	if q.Kind == lesson.Rewrite {
		label = say("class.compare")
	}
	m.open("p", "class", "live").button("check:"+q.ID, label, "class", "main", "id", "check").close("p")
	m.open("details", "class", "plainly").put("summary", say("class.show-the-answer"))
	c.solution(m, q)
	m.close("details")
}

// wordsToTap writes the texts with a box on each word.
func (c *classroom) wordsToTap(m *markup, q *lesson.Question, reply Reply) {
	tick := 0
	m.open("div", "class", "exhibits")
	for i, e := range q.Exhibits {
		source, at := c.Documents[e.Article].Source, e.Start
		m.open("div", "class", "exhibit", "role", "group", "aria-label", textNamed(e.Letter))
		m.open("p", "class", "by").put("span", e.Letter, "class", "outlet").close("p").open("p", c.inCopy(e.Article, "class", "copy tap")...)
		for _, w := range q.Tokens(c.Analysis, i) {
			m.text(source[at:w.Start]).open("label")
			m.answerBox("checkbox", "", tick, reply).put("span", w.Of(source)).close("label")
			at = w.End
			tick++
		}
		m.text(source[at:e.End]).close("p", "div")
	}
	m.close("div")
}

// choicesToTap writes the answers to choose from, for each item by itself.
func (c *classroom) choicesToTap(m *markup, q *lesson.Question, reply Reply) {
	for i := range q.Items {
		m.open("fieldset", "class", "pick")
		if name := itemName(q, i); name != "" {
			m.put("legend", textNamed(name))
		} else {
			m.put("legend", say("class.your-answer"), "class", "vh")
		}
		for o := range q.Options {
			m.open("label").answerBox("radio", "item-"+strconv.Itoa(i), i*len(q.Options)+o, reply).open("span")
			c.option(m, q, o, 0)
			m.close("span", "label")
		}
		m.close("fieldset")
	}
}

// answerBox writes the field of an answer, by its number among those of its question.
func (m *markup) answerBox(kind, name string, tick int, reply Reply) *markup {
	attrs := []string{"type", kind, "value", strconv.Itoa(tick)}
	if name != "" {
		attrs = append(attrs, "name", name)
	}
	if slices.Contains(reply.Ticked, tick) {
		attrs = append(attrs, "checked", "")
	}
	return m.open("input", attrs...)
}

// solution writes the right answer and what there is to say.
func (c *classroom) solution(m *markup, q *lesson.Question) {
	all := c.steps(q)
	if q.Kind == lesson.Spot {
		c.exhibits(m, q, all)
	}
	c.options(m, q, all, false)
	c.wordings(m, q, all)
	c.explain(m, q.Answer.Explain)
}

// marks returns the words that a pupil has marked.
func (c *classroom) marks(q *lesson.Question, reply Reply) []lesson.Mark {
	var out []lesson.Mark
	tick := 0
	for i := range q.Exhibits {
		for _, w := range q.Tokens(c.Analysis, i) {
			if slices.Contains(reply.Ticked, tick) {
				out = append(out, lesson.Mark{Exhibit: i, Span: w})
			}
			tick++
		}
	}
	return out
}

// choices returns the option that a pupil has chosen for each item, or -1.
func choices(q *lesson.Question, reply Reply) []int {
	out := make([]int, len(q.Items))
	for i := range out {
		out[i] = -1
		for o := range q.Options {
			if slices.Contains(reply.Ticked, i*len(q.Options)+o) {
				out[i] = o
			}
		}
	}
	return out
}

// checked writes the texts with a pupil's answer beside the right one.
func (c *classroom) checked(m *markup, q *lesson.Question, reply Reply) {
	switch q.Kind {
	case lesson.Spot:
		c.checkedWords(m, q, q.ScoreMarks(c.marks(q, reply)))
	case lesson.Rewrite:
		c.rewritten(m, q, reply.Text)
	default:
		c.exhibits(m, q, c.steps(q))
		c.checkedChoices(m, q, choices(q, reply))
	}
}

// checkedWords marks the words that were found, missed and marked in vain.
func (c *classroom) checkedWords(m *markup, q *lesson.Question, score lesson.Marked) {
	m.open("div", "class", "exhibits")
	for i, e := range q.Exhibits {
		var all []marked
		add := func(list []lesson.Mark, class, said string) {
			for _, k := range list {
				if k.Exhibit == i {
					all = append(all, marked{k.Span, class, said})
				}
			}
		}
		add(score.Found, "found", say("class.mark.found")+" ")
		add(score.Missed, "missed", say("class.mark.missed")+" ")
		add(score.Wrong, "vain", say("class.mark.vain")+" ")
		c.exhibit(m, q, i, true)
		c.copyOf(m, e.Article, e.Span, c.merged(e.Article, all))
		m.close("p", "div")
	}
	m.close("div").open("p", "class", "note", "aria-hidden", "true")
	for _, k := range [][2]string{{"found", say("class.key.found")}, {"missed", say("class.key.missed")}, {"vain", say("class.key.vain")}} {
		m.put("mark", k[1], "class", k[0]).text(" ")
	}
	m.close("p")
}

// checkedChoices lists the answers: the right one, and the pupil's.
func (c *classroom) checkedChoices(m *markup, q *lesson.Question, chosen []int) {
	for i := range q.Items {
		if name := itemName(q, i); name != "" {
			m.put("p", textNamed(name), "class", "by")
		}
		m.open("ul", "class", "answers")
		for o := range q.Options {
			right, class, note := q.Answer.Choices[i] == o, "other", ""
			switch {
			case right && chosen[i] == o:
				class, note = "right", say("class.right")+" "
			case right:
				class, note = "right", say("class.the-answer")+" "
			case chosen[i] == o:
				class, note = "vain", say("class.you-chose")+" "
			}
			m.open("li", "class", class).put("b", note)
			c.option(m, q, o, c.steps(q))
			m.close("li")
		}
		m.close("ul")
	}
}

// rewritten writes a pupil's sentence and what it made of each outlet's.
func (c *classroom) rewritten(m *markup, q *lesson.Question, sentence string) {
	sentence, scripts := q.Rewritten(c.Analysis, sentence)
	m.open("p", "class", "by").text(say("class.your-sentence")).close("p").put("p", sentence, "class", "copy", "dir", "auto")
	c.numbers(m, q, sentence)
	if slices.ContainsFunc(scripts, keeps) {
		m.put("p", say("class.struck-through-words-stand"), "class", "note")
	}
	m.open("div", "class", "exhibits")
	for i, script := range scripts {
		p := q.Exhibits[0].Place
		if i > 0 {
			p = q.Answer.Places[i-1]
		}
		m.open("div", "class", "exhibit").open("p", "class", "by")
		if i == 0 {
			m.put("span", q.Exhibits[0].Letter, "class", "outlet").text(" ")
		}
		m.say("class.yours-beside", "outlet", bdi(c.Analysis.Story.Named(p.Article)))
		if !keeps(script) {
			m.text(" · ").text(say("readings.too-different-to-compare"))
		}
		m.close("p").open("p", c.inCopy(p.Article, "class", "copy")...)
		if keeps(script) {
			m.diff(c.Text(p), sentence, script, "yours"+strconv.Itoa(i)+"-")
		} else {
			m.text(c.Text(p)) // all of it struck through would say no more
		}
		m.close("p", "div")
	}
	m.close("div")
}

// numbers says which numbers a pupil's sentence lost or added.
func (c *classroom) numbers(m *markup, q *lesson.Question, sentence string) {
	lost, added := q.Numbers(c.Analysis, sentence)
	x, a, b := q.Exhibits[0].Letter, quotedList(lost), quotedList(added)
	switch {
	case a != "" && b != "":
		m.put("p", say("class.numbers-changed", "x", x, "lost", a, "added", b))
	case a != "":
		m.put("p", say("class.numbers-lost", "x", x, "lost", a))
	case b != "":
		m.put("p", say("class.numbers-added", "x", x, "added", b))
	}
}

// quotedList lists words of a text, each in quotation marks.
func quotedList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = inMarks(w)
	}
	return list(quoted)
}

// verdict says how good an answer was, and why.
func (c *classroom) verdict(m *markup, q *lesson.Question, reply Reply) {
	m.open("p").put("b", c.result(q, reply)).close("p")
	c.explain(m, q.Answer.Explain)
}

// result says in a few words how good an answer was.
func (c *classroom) result(q *lesson.Question, reply Reply) string {
	switch {
	case !reply.Done:
		return say("class.not-answered")
	case q.Kind == lesson.Rewrite:
		return say("class.written")
	case q.Kind == lesson.Spot:
		s := q.ScoreMarks(c.marks(q, reply))
		found, all := grouped(len(s.Found)), grouped(len(q.Answer.Marks))
		if n := len(s.Wrong); n > 0 {
			return say("class.found-and-marked", "found", found, "all", all, "others", count(n, "count.other"))
		}
		return say("class.found", "found", found, "all", all)
	}
	right := 0
	for _, is := range q.ScoreChoices(choices(q, reply)) {
		if is {
			right++
		}
	}
	switch {
	case right == len(q.Items):
		return say("class.right-2")
	case right == 0:
		return say("class.not-right")
	}
	return say("class.right-of", "right", grouped(right), "n", grouped(len(q.Items)))
}

// summary is what a pupil can show in the end.
func (c *classroom) summary() View {
	done := 0
	var m, again markup
	m.put("h1", say("class.your-summary"), "id", "question", "tabindex", "-1")
	m.open("table", "class", "keys").open("tbody")
	for i, q := range c.questions {
		reply := c.replies[q.ID]
		if reply.Done {
			done++
		}
		m.open("tr").open("th", "scope", "row").put("a", strconv.Itoa(i+1)+". "+c.tell(q.Kind.Title()), "href", c.class(Pupil, i+1).String()).close("th")
		m.put("td", c.result(q, reply)).close("tr")
	}
	m.close("tbody", "table")
	if done > 0 {
		m.put("p", say("class.you-answered-of", "n", grouped(done), "all", grouped(len(c.questions))), "class", "lead")
	}
	m.put("p", onDeviceNote()+" "+say("class.if-you-like-show"), "class", "note")
	m.open("nav", "class", "turns", "aria-label", say("class.questions")).put("a", say("class.back"), "id", "previous", "href", c.class(Pupil, len(c.questions)).String())
	m.put("a", say("class.read-the-whole-story"), "href", c.overview().String()).close("nav")
	again.open("p", "class", "live").button("forget", say("class.forget-my-answers"), "class", quiet, "id", "forget").close("p")
	return c.bare(say("class.your-summary"), skipLink(), banner(),
		group("main", []string{"id", "main", "class", "pupil", "tabindex", "-1"}, m.whole("div"), again.block()), footer())
}
