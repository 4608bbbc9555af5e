package ui

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"samewire/app/edit"
	"samewire/app/lesson"
	"samewire/app/sorting"
	"samewire/app/text"
)

// Classroom is a [Source] that keeps a pupil's answers, on the pupil's device
// and nowhere else.
type Classroom interface {
	Source
	// Replies returns the answers to the questions of a story by their IDs.
	Replies(story string, seed uint64) map[string]Reply
	// Said returns what there is to say about a lesson file, sentences.
	Said() string
}

// Reply is a pupil's answer to a question.
type Reply struct {
	Ticked []int  `json:"t,omitempty"` // the boxes and options: see [classroom.tick]
	Text   string `json:"x,omitempty"`
	Done   bool   `json:"d,omitempty"` // it was checked, and stays
}

// classroom is what the views of a lesson are made from.
type classroom struct {
	*desk
	questions []*lesson.Question
	replies   map[string]Reply
	said      string
}

// classView is a page of the lesson that the address describes.
func (d *desk) classView(ctx context.Context, src Source) View {
	l, err := d.memo.lesson(ctx, d.Analysis, d.Plan)
	if err != nil {
		return failed(err)
	}
	c := &classroom{desk: d, questions: l.Questions}
	if room, ok := src.(Classroom); ok {
		c.replies, c.said = room.Replies(d.Address.Story, d.Plan.Seed), room.Said()
	}
	if len(c.questions) == 0 {
		return c.thin()
	}
	switch d.Plan.Mode {
	case Project:
		return c.projectView()
	case Pupil:
		return c.pupilView()
	case Handout, AnswerKey:
		return c.paperView()
	}
	return c.teacherView(ctx, src)
}

// thin says that the story gives no lesson.
func (c *classroom) thin() View {
	var m markup
	m.open("main", "id", "main", "class", "plain", "tabindex", "-1")
	m.put("h1", say("class.no-lesson-from-this"))
	if c.Plan.Kinds+c.Plan.Out+c.Plan.Chosen != "" {
		m.put("p", say("class.what-was-chosen-leaves"), "class", "lead")
		m.open("p").put("a", say("class.begin-again-with-all"), "href", c.at(Class).String()).close("p")
	} else {
		m.put("p", say("class.a-question-is-asked"), "class", "lead")
		m.put("p", say("class.look-for-a-story"))
	}
	m.open("p").put("a", say("class.go-to-the-storys"), "href", c.overview().String()).close("p", "main")
	return c.outward(c.view(say("class.no-lesson"), say("class.this-story-gives-no"), m.block()))
}

// outward makes a view one for those who have the link: search engines are to
// know the teacher's page of the story alone.
func (c *classroom) outward(v View) View {
	v.Canonical, v.NoIndex = "", true
	return v
}

// bare returns a view without the story's frame, but in another site's page with
// what every view has there.
func (c *classroom) bare(title string, blocks ...Block) View {
	if c.Embed {
		blocks = c.framed(slices.DeleteFunc(blocks, func(b Block) bool { return b.Tag != "main" }))
	}
	return View{
		Status: 200, Title: title + " · " + c.Analysis.Story.Title + " · Samewire", Description: say("class.questions-about-what-outlets"),
		Story: c.Address.Story, NoIndex: true, Starts: !c.Embed, Embed: c.Embed, Blocks: blocks,
	}
}

func (c *classroom) tell(m lesson.Message) string { return m.String() }

// prompt returns what a question asks.
func (c *classroom) prompt(q *lesson.Question) string { return cmp.Or(q.Own, c.tell(q.Prompt)) }

// current returns the number of the question that is shown, from 1; one past
// the last at the end.
func (c *classroom) current() int { return min(max(c.Plan.Number, 1), len(c.questions)+1) }

// progress is the line above a question.
func (c *classroom) progress(m *markup, q *lesson.Question) {
	m.put("p", say("class.of", "n", strconv.Itoa(c.current()), "n2", strconv.Itoa(len(c.questions)), "tell", c.tell(q.Kind.Title())), "class", "kicker")
}

// changes groups the words to be spotted by change, in the order of the first
// text. They are shown one by one with the sentence that explains each; where
// these don't go together, all are one.
func (c *classroom) changes(q *lesson.Question) [][]lesson.Mark {
	if q.Kind != lesson.Spot {
		return nil
	}
	x, y := q.Exhibits[0], q.Exhibits[1]
	from, to := c.Text(x.Place), c.Text(y.Place)
	var groups [][]lesson.Mark
	apart := true // words that both texts have came in between
	for _, e := range edit.Diff(from, to) {
		if e.Op == edit.Keep {
			apart = apart || strings.ContainsFunc(e.A.Of(from), isWordRune)
			continue
		}
		var marks []lesson.Mark
		for _, m := range q.Answer.Marks {
			here, start := e.A, x.Start
			if m.Exhibit == 1 {
				here, start = e.B, y.Start
			}
			if m.Overlap(text.Span{Start: start + here.Start, End: start + here.End}) > 0 {
				marks = append(marks, m)
			}
		}
		switch last := len(groups) - 1; {
		case len(marks) == 0:
			continue
		case apart || last < 0:
			groups = append(groups, marks)
		default:
			groups[last] = append(groups[last], marks...)
		}
		apart = false
	}
	if len(groups) != len(q.Answer.Explain)-1 {
		return [][]lesson.Mark{q.Answer.Marks}
	}
	return groups
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// steps returns in how many steps a question is revealed: each change, each
// answer or each other wording, and in the end what there is to say, with the
// outlets' names.
func (c *classroom) steps(q *lesson.Question) int {
	switch q.Kind {
	case lesson.Spot:
		return len(c.changes(q)) + 1
	case lesson.Rewrite:
		return len(q.Answer.Places) + 1
	}
	return len(q.Items) + 1
}

// isOneByOne tells whether the sentences that explain a question were shown
// before its last step.
func (c *classroom) isOneByOne(q *lesson.Question) bool {
	return q.Kind == lesson.Spot && len(c.changes(q)) == len(q.Answer.Explain)-1
}

// marked is a stretch of an exhibit and how it is marked.
type marked struct {
	text.Span
	class string // of the mark
	said  string // for screen readers, before the words
}

// point marks what a question, or the answer, is about.
func point(s text.Span) marked { return marked{s, "point", say("class.marked") + " "} }

// shownMarks returns what is marked in exhibit i when so many steps are revealed.
func (c *classroom) shownMarks(q *lesson.Question, i, step int) []marked {
	e := q.Exhibits[i]
	var out []marked
	for _, s := range e.Focus {
		out = append(out, point(s))
	}
	for n, group := range c.changes(q) {
		for _, m := range group {
			if m.Exhibit == i && n < step {
				out = append(out, marked{m.Span, []string{"was", "now"}[i], say("diff.differs") + " "})
			}
		}
	}
	for _, p := range q.Answer.Places {
		revealed := step >= len(q.Items) && step > 0 || slices.Contains(q.Items[:min(step, len(q.Items))], i)
		if q.Kind != lesson.Rewrite && q.Kind != lesson.Same && p.Article == e.Article && p.Overlap(e.Span) == p.Len() && revealed {
			out = append(out, point(p.Span))
		}
	}
	return c.merged(e.Article, out)
}

// merged sorts marks and joins those between which no word stands.
func (c *classroom) merged(article int, marks []marked) []marked {
	sorting.By(marks, func(a, b marked) int { return a.Start - b.Start })
	source := c.Documents[article].Source
	var out []marked
	for _, m := range marks {
		last := len(out) - 1
		switch {
		case last >= 0 && m.Start < out[last].End:
			out[last].End = max(out[last].End, m.End)
		case last >= 0 && m.class == out[last].class && !strings.ContainsFunc(source[out[last].End:m.Start], isWordRune):
			out[last].End = m.End
		default:
			out = append(out, m)
		}
	}
	return out
}

// copyOf writes a stretch of an article with marks in it.
func (c *classroom) copyOf(m *markup, article int, span text.Span, marks []marked) {
	source, at := c.Documents[article].Source, span.Start
	for _, k := range marks {
		if k.Start < at || k.End > span.End {
			continue // of another sentence
		}
		if whole := lesson.WithBrackets(source, k.Span); whole.Start >= at && whole.End <= span.End {
			k.Span = whole
		}
		m.text(source[at:k.Start])
		for i, line := range strings.Split(source[k.Start:k.End], "\n") { // a mark on an empty line would be a stray strip
			if i > 0 {
				m.text("\n")
			}
			if line != "" {
				m.open("mark", "class", k.class).aloud(k.said).text(line).hidden(";").close("mark")
			}
		}
		at = k.End
	}
	m.text(source[at:span.End])
}
