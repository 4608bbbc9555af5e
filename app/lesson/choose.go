package lesson

import "slices"

// ordered returns the questions with these IDs, in their order, each once.
func ordered(all [kinds][]*Question, ids []string) []*Question {
	var out []*Question
	taken := make(map[string]bool)
	for _, id := range ids {
		for _, list := range all {
			i := slices.IndexFunc(list, func(q *Question) bool { return q.ID == id })
			if i >= 0 && !taken[id] {
				taken[id] = true
				out = append(out, list[i])
			}
		}
	}
	return out
}

// choose picks questions by the seed: of each kind about as many, on passages
// that the lesson doesn't have yet where there are such, with different
// answers, and within a kind the easy ones first.
func choose(all [kinds][]*Question, o Options) []*Question {
	most := min(o.Max, MaxQuestions)
	if most <= 0 {
		most = DefaultMax
	}
	order := wanted(o)
	for _, k := range order {
		shuffle(generator(o.Seed, uint64(k)), all[k])
	}
	c := choice{most: maxAsked, passages: make(map[int]int), answers: make(map[string]int), asked: make(map[string]int)}
	var picked [kinds][]*Question
	for n, stuck := 0, 0; n < most; {
		if stuck == len(order) {
			if c.most > maxAsked || n >= enough {
				break
			}
			c.most, most = maxOfKind, min(most, enough)
		}
		stuck = 0
		for _, k := range order {
			i := c.best(all[k])
			if i < 0 || n == most {
				stuck++
				continue
			}
			c.take(all[k][i])
			picked[k] = append(picked[k], all[k][i])
			all[k] = slices.Delete(slices.Clone(all[k]), i, i+1)
			n++
		}
	}
	var out []*Question
	for _, k := range order {
		out = append(out, byDifficulty(picked[k])...)
	}
	return out
}

// maxAsked is how many questions of a kind a lesson asks about a passage, as long
// as it has enough of them: more are the same over again. It doesn't hold for
// sources, which are sought among the sentences of many passages.
const (
	maxAsked = 2
	enough   = 8
)

// choice counts what a lesson has of each passage and each answer, and what it
// asks of one kind about each passage. As long as it needn't be short, it doesn't
// show the same two texts twice: the answer to the first question tells much of
// the second. What changed and whether they say the same it never asks of
// texts that it shows already.
type choice struct {
	most     int // questions of a kind about a passage
	passages map[int]int
	answers  map[string]int
	asked    map[string]int
	taken    []*Question
}

// showsAgain tells whether a question shows two texts that one of the lesson's
// shows beside each other already.
func (c *choice) showsAgain(q *Question) bool {
	return len(q.Exhibits) == 2 && slices.ContainsFunc(c.taken, func(t *Question) bool {
		return len(t.Exhibits) == 2 && !slices.ContainsFunc(q.Exhibits, func(e Exhibit) bool {
			return !slices.ContainsFunc(t.Exhibits, func(o Exhibit) bool { return o.Article == e.Article && o.Overlap(e.Span) > 0 })
		})
	})
}

// asks names the questions of a kind about a passage.
func asks(q *Question, passage int) string { return q.Kind.String() + number(passage) }

// best returns the index of the question that adds most to the lesson, or -1 if
// there is none to ask.
func (c *choice) best(list []*Question) int {
	best, least := -1, 0
	for i, q := range list {
		if q.Kind != Source && slices.ContainsFunc(q.Passages, func(p int) bool { return c.asked[asks(q, p)] >= c.most }) {
			continue
		}
		if (c.most == maxAsked || q.Kind == Same || q.Kind == Spot) && c.showsAgain(q) {
			continue
		}
		cost := 4*c.answers[q.Kind.String()+q.about] + q.Difficulty
		for _, p := range q.Passages {
			cost += 2*c.passages[p] + 4*c.asked[asks(q, p)]
		}
		if best < 0 || cost < least {
			best, least = i, cost
		}
	}
	return best
}

func (c *choice) take(q *Question) {
	c.taken = append(c.taken, q)
	c.answers[q.Kind.String()+q.about]++
	for _, p := range q.Passages {
		c.passages[p]++
		c.asked[asks(q, p)]++
	}
}

// byDifficulty returns the easy ones first; equals keep their order.
func byDifficulty(list []*Question) []*Question {
	var out []*Question
	for d := 1; d <= 3; d++ {
		for _, q := range list {
			if q.Difficulty == d {
				out = append(out, q)
			}
		}
	}
	return out
}
