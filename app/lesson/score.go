package lesson

import (
	"cmp"
	"slices"

	"samewire/app/analysis"
	"samewire/app/edit"
	"samewire/app/text"
)

// Marked is how a pupil's marks compare with the words that differ.
type Marked struct {
	Found  []Mark // words that differ and were marked
	Missed []Mark // words that differ and weren't
	Wrong  []Mark // words that were marked and don't differ
}

// ScoreMarks compares marks with the words that differ. A mark counts for each
// of these that it has bytes of; one that has none of any is wrong. The same
// mark twice counts once. All lists are in the order of exhibits and places.
func (q *Question) ScoreMarks(marks []Mark) Marked {
	var s Marked
	hit := make([]bool, len(q.Answer.Marks))
	for _, m := range inOrder(marks) {
		wrong := !slices.ContainsFunc(q.Answer.Free, func(w Mark) bool { return w.Exhibit == m.Exhibit && w.Overlap(m.Span) > 0 })
		for i, w := range q.Answer.Marks {
			if w.Exhibit == m.Exhibit && w.Overlap(m.Span) > 0 {
				hit[i], wrong = true, false
			}
		}
		if wrong {
			s.Wrong = append(s.Wrong, m)
		}
	}
	for i, w := range q.Answer.Marks {
		if hit[i] {
			s.Found = append(s.Found, w)
		} else {
			s.Missed = append(s.Missed, w)
		}
	}
	return s
}

// inOrder returns marks by exhibit and place, each once. They are few: a pupil
// has set them one by one.
func inOrder(marks []Mark) []Mark {
	var out []Mark
	for _, m := range marks {
		at := len(out)
		for at > 0 && compareMarks(m, out[at-1]) < 0 {
			at--
		}
		if at == 0 || out[at-1] != m {
			out = slices.Insert(out, at, m)
		}
	}
	return out
}

func compareMarks(a, b Mark) int {
	return cmp.Or(a.Exhibit-b.Exhibit, a.Start-b.Start, a.End-b.End)
}

// ScoreChoices tells for each item whether the option chosen for it is right.
// What is left open is wrong; choices past the last item count for nothing.
func (q *Question) ScoreChoices(choices []int) []bool {
	right := make([]bool, len(q.Items))
	for i := range right {
		right[i] = i < len(choices) && choices[i] == q.Answer.Choices[i]
	}
	return right
}

// Tokens returns the words of exhibit i: what a pupil can mark.
func (q *Question) Tokens(a *analysis.Analysis, i int) []text.Span {
	var out []text.Span
	for _, w := range a.Words(q.Exhibits[i].Place) {
		out = append(out, w.Span)
	}
	return out
}

// MaxRewritten is how many bytes of a pupil's sentence are compared.
const MaxRewritten = 2000

// Rewritten compares a pupil's sentence with the one that was to be rewritten,
// and then with each outlet's wording (Answer.Places): scripts that turn those
// into the pupil's. What is past MaxRewritten is cut off; the text compared is
// returned too.
func (q *Question) Rewritten(a *analysis.Analysis, sentence string) (string, []edit.Script) {
	if len(sentence) > MaxRewritten {
		sentence = cut(sentence, MaxRewritten)
	}
	scripts := []edit.Script{edit.Diff(a.Text(q.Exhibits[0].Place), sentence)}
	for _, p := range q.Answer.Places {
		scripts = append(scripts, edit.Diff(a.Text(p), sentence))
	}
	return sentence, scripts
}
