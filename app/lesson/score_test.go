package lesson

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"samewire/app/text"
)

func TestScoreMarks(t *testing.T) {
	mark := func(exhibit, start, end int) Mark { return Mark{exhibit, text.Span{Start: start, End: end}} }
	q := &Question{Answer: Answer{Marks: []Mark{mark(0, 4, 7), mark(1, 10, 14), mark(1, 20, 25)}, Free: []Mark{mark(0, 30, 32)}}}
	for _, c := range []struct {
		name                 string
		marks                []Mark
		found, missed, wrong []Mark
	}{
		{"none", nil, nil, q.Answer.Marks, nil},
		{"all", q.Answer.Marks, q.Answer.Marks, nil, nil},
		{"twice", []Mark{mark(0, 4, 7), mark(0, 4, 7)}, q.Answer.Marks[:1], q.Answer.Marks[1:], nil},
		{"in the other text", []Mark{mark(1, 4, 7)}, nil, q.Answer.Marks, []Mark{mark(1, 4, 7)}},
		{"a stretch", []Mark{mark(1, 8, 25)}, q.Answer.Marks[1:], q.Answer.Marks[:1], nil},
		{"spelling", []Mark{mark(0, 30, 32)}, nil, q.Answer.Marks, nil},
		{"beside", []Mark{mark(1, 14, 19), mark(0, 0, 3)}, nil, q.Answer.Marks, []Mark{mark(0, 0, 3), mark(1, 14, 19)}},
	} {
		s := q.ScoreMarks(c.marks)
		if !slices.Equal(s.Found, c.found) || !slices.Equal(s.Missed, c.missed) || !slices.Equal(s.Wrong, c.wrong) {
			t.Errorf("%s: %+v", c.name, s)
		}
	}
}

func TestScoreChoices(t *testing.T) {
	q := &Question{Items: []int{1, 2}, Answer: Answer{Choices: []int{0, 3}}}
	for _, c := range []struct {
		choices []int
		want    []bool
	}{
		{nil, []bool{false, false}},
		{[]int{0}, []bool{true, false}},
		{[]int{0, 3, 1}, []bool{true, true}},
		{[]int{-1, 3}, []bool{false, true}},
	} {
		if got := q.ScoreChoices(c.choices); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v", c.choices, got)
		}
	}
}

func TestRewritten(t *testing.T) {
	a := analyze(t, harbour)
	list := all(t, a, 1)
	q := list[slices.IndexFunc(list, func(q *Question) bool { return q.Kind == Rewrite })]
	same := a.Text(q.Exhibits[0].Place)
	sentence, scripts := q.Rewritten(a, same)
	if sentence != same || len(scripts) != 1+len(q.Answer.Places) || len(scripts[0]) != 1 {
		t.Errorf("%q: %v", sentence, scripts)
	}
	if long, _ := q.Rewritten(a, strings.Repeat("é", MaxRewritten)); len(long) > MaxRewritten || !utf8.ValidString(long) {
		t.Errorf("%d bytes", len(long))
	}
}
