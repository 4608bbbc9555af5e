package ui

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/lesson"
)

// Mode is what a page of the classroom is for.
type Mode uint8

// The modes of the classroom.
const (
	Teach     Mode = iota // the teacher's page
	Project               // one thing a screen
	Pupil                 // on a pupil's own screen
	Handout               // to print
	AnswerKey             // to print
)

var modeNames = [...]string{"", "project", "pupil", "handout", "key"}

// Plan is the state of the views of the classroom: what the teacher chose and
// what of it is shown. A link carries all of it, so nothing has to be kept
// anywhere. Lists are strings, so that addresses can be compared.
type Plan struct {
	Mode    Mode
	Seed    uint64
	Max     int    // the most questions, 0 for lesson.DefaultMax
	Kinds   string // the names of the kinds that are wanted, with dots between, or ""
	Out     string // the IDs of the passages that are kept out, with dots between
	Chosen  string // the IDs of the questions in order, with dots between, or "" if the seed chooses
	Prompts string // lines of a question's ID, a space and the teacher's wording of it
	Number  int    // Project and Pupil: the question, from 1; past the last one the end
	Step    int    // Project: how much of the question is revealed
	Double  bool   // Handout and AnswerKey: two pages to a sheet
}

// promptField begins the names of the parameters with the teacher's wordings.
const promptField = "say-"

// parse reads a plan. A form's buttons add to what its fields say: one more
// passage to keep out, or a question to move.
func (p *Plan) parse(q url.Values) {
	p.Mode = Mode(max(0, slices.Index(modeNames[:], q.Get("mode"))))
	if n, err := strconv.ParseUint(q.Get("seed"), 10, 64); err == nil && n < lesson.MaxSeed {
		p.Seed = n
	}
	p.Max = min(number(q.Get("max")), lesson.MaxQuestions)
	p.Kinds = listed(q["kind"], func(s string) bool { _, ok := lesson.ParseKind(s); return ok }, len(lesson.Kinds()))
	p.Out = listed(q["out"], func(s string) bool { return number(s) > 0 }, lesson.MaxExcluded)
	p.Chosen = moved(moved(listed(q["q"], isQuestionID, lesson.MaxQuestions), q.Get("up"), -1), q.Get("down"), 1)
	var prompts []string
	for name := range q {
		id, ok := strings.CutPrefix(name, promptField)
		if words := cleanPrompt(q.Get(name)); ok && isQuestionID(id) && words != "" {
			prompts = append(prompts, id+" "+words)
		}
	}
	slices.Sort(prompts)
	p.Prompts = strings.Join(prompts[:min(len(prompts), lesson.MaxQuestions)], "\n")
	switch p.Mode {
	case Project:
		p.Number, p.Step = number(q.Get("question")), number(q.Get("step"))
	case Pupil:
		p.Number = number(q.Get("question"))
	case Handout, AnswerKey:
		p.Double = q.Get("sheet") == "2"
	}
}

// query is parse's inverse.
func (p *Plan) query(add func(key, value string)) {
	text := func(key, value string) {
		if value != "" {
			add(key, value)
		}
	}
	count := func(key string, n int) {
		if n > 0 {
			add(key, strconv.Itoa(n))
		}
	}
	text("kind", p.Kinds)
	if p.Seed > 0 {
		add("seed", strconv.FormatUint(p.Seed, 10))
	}
	count("max", p.Max)
	text("out", p.Out)
	text("q", p.Chosen)
	for id, words := range p.prompts() {
		add(promptField+id, url.QueryEscape(words))
	}
	text("mode", modeNames[p.Mode])
	count("question", p.Number)
	count("step", p.Step)
	if p.Double {
		add("sheet", "2")
	}
}

// listed joins the items of lists that are ok, each once, up to most of them.
func listed(lists []string, ok func(string) bool, most int) string {
	var out []string
	for _, list := range lists {
		for s := range strings.SplitSeq(list, ".") {
			if ok(s) && len(out) < most && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, ".")
}

// moved moves an item of a list, if it is there and has room.
func moved(list, item string, by int) string {
	items := split(list)
	i := slices.Index(items, item)
	if to := i + by; i >= 0 && to >= 0 && to < len(items) {
		items[i], items[to] = items[to], items[i]
	}
	return strings.Join(items, ".")
}

// split returns the items of a list.
func split(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ".")
}

func isQuestionID(s string) bool {
	return s != "" && len(s) <= 40 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// cleanPrompt makes one line of what a teacher wrote, no longer than a lesson
// file takes.
func cleanPrompt(s string) string {
	s = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	if utf8.RuneCountInString(s) > lesson.MaxPrompt {
		s = strings.TrimSpace(string([]rune(s)[:lesson.MaxPrompt]))
	}
	return s
}

// prompts yields the teacher's wordings by the question's ID.
func (p *Plan) prompts() func(yield func(id, words string) bool) {
	return func(yield func(id, words string) bool) {
		for line := range strings.SplitSeq(p.Prompts, "\n") {
			if id, words, ok := strings.Cut(line, " "); ok && !yield(id, words) {
				return
			}
		}
	}
}

// options returns what the plan says of the lesson.
func (p *Plan) options() lesson.Options {
	o := lesson.Options{Seed: p.Seed, Max: p.Max, Order: split(p.Chosen), Prompts: map[string]string{}}
	for _, name := range split(p.Kinds) {
		k, _ := lesson.ParseKind(name)
		o.Kinds = append(o.Kinds, k)
	}
	for _, id := range split(p.Out) {
		o.Exclude = append(o.Exclude, number(id))
	}
	for id, words := range p.prompts() {
		o.Prompts[id] = words
	}
	return o
}

// planned is options' inverse.
func planned(o lesson.Options) Plan {
	p := Plan{Seed: o.Seed, Max: o.Max, Chosen: strings.Join(o.Order, ".")}
	var kinds, out, prompts []string
	for _, k := range o.Kinds {
		kinds = append(kinds, k.String())
	}
	for _, id := range o.Exclude {
		out = append(out, strconv.Itoa(id))
	}
	for id, words := range o.Prompts {
		prompts = append(prompts, id+" "+words)
	}
	slices.Sort(prompts)
	p.Kinds, p.Out, p.Prompts = strings.Join(kinds, "."), strings.Join(out, "."), strings.Join(prompts, "\n")
	return p
}

// choice returns the plan without what of it is shown.
func (p Plan) choice() Plan {
	p.Mode, p.Number, p.Step, p.Double = Teach, 0, 0, false
	return p
}

// class returns the address of a page of the same lesson.
func (a Address) class(mode Mode, number int) Address {
	to := a.at(Class)
	to.Plan = a.Plan.choice()
	to.Plan.Mode, to.Plan.Number = mode, number
	return to
}

// Screen returns what is the same for two addresses between which readers stay
// where they are on the page.
func (a Address) Screen() string {
	if a.Place == Class {
		return a.Path() + "/" + modeNames[a.Plan.Mode] + "/" + strconv.Itoa(a.Plan.Number)
	}
	return a.Path()
}
