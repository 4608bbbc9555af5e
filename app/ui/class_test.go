package ui

import (
	"strconv"
	"strings"
	"testing"

	"samewire/app/analysis"
	"samewire/app/lesson"
	"samewire/app/words"
)

// pupil is a source that keeps a pupil's answers.
type pupil struct {
	stock
	replies map[string]Reply
}

func (p pupil) Replies(string, uint64) map[string]Reply { return p.replies }
func (p pupil) Said() string                            { return "" }

// lessonOf returns the questions of the built-in story's lesson.
func lessonOf(t testing.TB, src stock) []*lesson.Question {
	t.Helper()
	l, err := lesson.Make(t.Context(), src["amazon-layoffs"], lesson.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l.Questions
}

func inEnglish(m words.Message) string { return m.In(words.English()) }

const classURL = "/s/amazon-layoffs/class?mode="

// TestReveal holds that a slide shows no outlet's name and no answer before its
// last step, and both then.
func TestReveal(t *testing.T) {
	src := builtIn(t)
	c := &classroom{desk: &desk{Analysis: src["amazon-layoffs"]}}
	for i, q := range lessonOf(t, src) {
		url := classURL + "project&question=" + strconv.Itoa(i+1) + "&step="
		last := c.steps(q)
		for step := range last + 1 {
			v, doc := open(t, src, url+strconv.Itoa(step))
			text := textOf(doc, nil)
			if q.Kind != lesson.Rewrite && strings.Contains(text, "Outlet ") != (step == last) {
				t.Errorf("%s, step %d of %d names outlets: %v", q.ID, step, last, step != last)
			}
			if step == 0 && strings.Contains(v.Body(), "<mark class=\"point\"") && q.Kind != lesson.Words && q.Kind != lesson.Figures {
				t.Errorf("%s shows its answer at once", q.ID)
			}
			if step == 0 && strings.Contains(text, "✓") {
				t.Errorf("%s ticks its answer at once", q.ID)
			}
		}
		if _, doc := open(t, src, url+strconv.Itoa(last)); !strings.Contains(textOf(doc, nil), inEnglish(q.Answer.Explain[0])) {
			t.Errorf("%s: its last step doesn’t say %q", q.ID, inEnglish(q.Answer.Explain[0]))
		}
	}
}

// TestPaper holds that a handout has every question and no answer, and the key
// all the answers.
func TestPaper(t *testing.T) {
	src := builtIn(t)
	_, handout := open(t, src, classURL+"handout")
	_, key := open(t, src, classURL+"key&sheet=2")
	asked, answered := textOf(handout, nil), textOf(key, nil)
	for _, q := range lessonOf(t, src) {
		if !strings.Contains(asked, inEnglish(q.Prompt)) || !strings.Contains(answered, inEnglish(q.Prompt)) {
			t.Errorf("%s isn’t on paper", q.ID)
		}
		for _, e := range q.Answer.Explain {
			if strings.Contains(asked, inEnglish(e)) || !strings.Contains(answered, inEnglish(e)) {
				t.Errorf("%s: %q belongs in the key alone", q.ID, inEnglish(e))
			}
		}
	}
	if strings.Contains(asked, "Outlet ") {
		t.Error("the handout names an outlet")
	}
	writing := 0
	for _, q := range lessonOf(t, src) {
		if len(q.Items) > 0 {
			writing++
			letter := string(rune('a' + q.Answer.Choices[0]))
			if answer := q.Options[q.Answer.Choices[0]]; !answer.IsPart() && !strings.Contains(answered, letter+". "+inEnglish(answer.Message)) {
				t.Errorf("%s: the key doesn’t give answer %s", q.ID, letter)
			}
		}
	}
	if n := strings.Count(asked, "How can you tell?"); n != writing || strings.Contains(answered, "How can you tell?") {
		t.Errorf("the handout asks %d times for reasons, want %d, and the key never", n, writing)
	}
	if line := "Name: Date:"; !strings.Contains(asked, line) || strings.Contains(answered, line) {
		t.Errorf("%q belongs on the handout alone", line)
	}
	for _, q := range lessonOf(t, src) {
		if n := strings.Count(asked, inEnglish(q.Look)); n != 1 {
			t.Errorf("the handout says %d times %q", n, inEnglish(q.Look))
		}
	}
}

// TestLessonOfOwnStory holds that whoever saves the lesson of an own story is told
// that the story is not in it, and is offered the story beside it.
func TestLessonOfOwnStory(t *testing.T) {
	published := builtIn(t)
	s := *published["amazon-layoffs"].Story
	s.ID = "my--abcdefgh"
	own, err := analysis.Analyze(t.Context(), &s, nil)
	if err != nil {
		t.Fatal(err)
	}
	src := deviceOf{stock: stock{"amazon-layoffs": published["amazon-layoffs"], s.ID: own}}
	for id, want := range map[string]bool{"amazon-layoffs": false, s.ID: true} {
		v, doc := open(t, src, "/s/"+id+"/class")
		if got := strings.Contains(v.Body(), `id="save-story"`); got != want {
			t.Errorf("%s: offers the story file: %v", id, got)
		}
		alone := strings.Contains(textOf(doc, nil), words.English().Tell("This story is on this device alone"))
		bookmark := strings.Contains(textOf(doc, nil), "bookmark it")
		if alone != want || bookmark == want {
			t.Errorf("%s: on this device alone: %v, to be bookmarked: %v", id, alone, bookmark)
		}
	}
}

// TestPupil holds that an answer is judged, and that the summary counts it.
func TestPupil(t *testing.T) {
	src := builtIn(t)
	replies := map[string]Reply{}
	for i, q := range lessonOf(t, src) {
		if len(q.Items) != 1 {
			continue
		}
		url := classURL + "pupil&question=" + strconv.Itoa(i+1)
		for o := range q.Options {
			replies[q.ID] = Reply{Ticked: []int{o}, Done: true}
			_, doc := open(t, pupil{src, replies}, url)
			if right := strings.Contains(textOf(doc, nil), "✗ You chose"); right == (o == q.Answer.Choices[0]) {
				t.Errorf("%s: option %d is judged wrongly", q.ID, o)
			}
		}
		replies[q.ID] = Reply{Ticked: q.Answer.Choices, Done: true}
	}
	_, doc := open(t, pupil{src, replies}, classURL+"pupil&question=99")
	text := textOf(doc, nil)
	if want := words.English().Tell("You answered " + grouped(len(replies)) + " of "); !strings.Contains(text, want) || strings.Contains(text, "Not right") {
		t.Errorf("the summary lacks %q: %s", want, text)
	}
}

// TestPlan holds that what a teacher chose is what is shown.
func TestPlan(t *testing.T) {
	src := builtIn(t)
	all := lessonOf(t, src)
	first, second := all[0], all[1]
	base := "/s/amazon-layoffs/class?q=" + first.ID + "." + second.ID
	_, doc := open(t, src, base+"&up="+second.ID+"&mode=project")
	if text := textOf(doc, nil); !strings.Contains(text, inEnglish(second.Prompt)) || !strings.Contains(text, "1 of 2") {
		t.Errorf("moved up, %s isn’t the first of two: %s", second.ID, text)
	}
	own := "What is <i>new</i> here?"
	_, doc = open(t, src, base+"&say-"+first.ID+"=What+is+%3Ci%3Enew%3C%2Fi%3E+here%3F&mode=project")
	if text := textOf(doc, nil); !strings.Contains(text, own) {
		t.Errorf("the teacher’s wording isn’t shown: %s", text)
	}
	a, ok := ParseAddress("/s/amazon-layoffs/class", "out="+strconv.Itoa(first.Passages[0]))
	if !ok {
		t.Fatal("no address")
	}
	l, err := lesson.Make(t.Context(), src["amazon-layoffs"], a.Plan.options())
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range l.Questions {
		for _, p := range q.Passages {
			if p == first.Passages[0] {
				t.Errorf("%s is about a passage that was kept out", q.ID)
			}
		}
	}
	if back := planned(a.Plan.options()); back != a.Plan {
		t.Errorf("%+v became %+v", a.Plan, back)
	}
}

// classAddresses are addresses of a lesson: each kind of page of it.
func classAddresses(root Address) []string {
	var all []string
	for _, mode := range []Mode{Teach, Handout, AnswerKey} {
		all = append(all, root.class(mode, 0).String())
	}
	for n := range 14 {
		all = append(all, root.class(Pupil, n).String())
		for _, step := range []int{0, 1, 3, 99} {
			slide := root.class(Project, n)
			slide.Plan.Step = step
			all = append(all, slide.String())
		}
	}
	return all
}

// TestRewritten holds that a sentence unlike the outlets' is said to be so, and one
// like it compared.
func TestRewritten(t *testing.T) {
	src := builtIn(t)
	c := &classroom{desk: &desk{Analysis: src["amazon-layoffs"]}}
	for _, q := range lessonOf(t, src) {
		if q.Kind != lesson.Rewrite {
			continue
		}
		for sentence, unlike := range map[string]bool{"Cows may graze on the common until autumn.": true, c.Text(q.Exhibits[0].Place): false} {
			var m markup
			c.rewritten(&m, q, sentence)
			first, _, _ := strings.Cut(m.b.String(), "</div>")
			if strings.Contains(first, "too-different-to-compare") != unlike {
				t.Errorf("beside %q: %s", sentence, first)
			}
		}
		for tail, said := range map[string]bool{"": false, " All 77 of them.": true} {
			var m markup
			c.rewritten(&m, q, c.Text(q.Exhibits[0].Place)+tail)
			if text := words.English().Tell(m.b.String()); strings.Contains(text, "your sentence has “77”") != said {
				t.Errorf("with %q: %s", tail, text)
			}
		}
		return
	}
	t.Error("no question asks for a sentence")
}
