package main

import (
	"context"
	"slices"

	"samewire/app/align"
)

// The penalty of the regressions, and how a partial pair is learnt: as a soft
// target at less than full weight.
const (
	penalty        = 2.0
	contextPenalty = 5.0
	partialTarget  = 0.3
	partialWeight  = 0.5
)

// lesson is a cluster with its candidates, which no model changes.
type lesson struct {
	*cluster
	*align.Examination
	targets []target
	stands  [][]goldPair // one a candidate: what it stands for, but for partial pairs
}

func newLesson(c *cluster) (*lesson, error) {
	e, err := align.Examine(context.Background(), c.docs)
	if err != nil {
		return nil, err
	}
	cands, err := e.Candidates(align.Fitted())
	if err != nil {
		return nil, err
	}
	l := &lesson{cluster: c, Examination: e}
	for _, k := range cands {
		set := make(map[goldPair]bool)
		c.stands(k.A, k.B, set)
		t, list := different, []goldPair(nil)
		for p := range set {
			switch {
			case c.same[p]:
				t = same
				list = append(list, p)
			case c.partial[p]:
				t = max(t, partial)
			default:
				list = append(list, p)
			}
		}
		l.targets, l.stands = append(l.targets, t), append(l.stands, list)
	}
	return l, nil
}

// target is what a candidate should come out as.
type target uint8

const (
	different target = iota
	partial
	same
)

// course is a way to learn: without which feature.
type course struct {
	without string // its name, or ""
}

// learn fits the passes and the threshold.
func (way course) learn(lessons []*lesson) (*align.Model, error) {
	m, err := way.weights(lessons)
	if err != nil {
		return nil, err
	}
	m.Threshold, err = way.threshold(lessons)
	return m, err
}

// weights fits the passes.
func (way course) weights(lessons []*lesson) (*align.Model, error) {
	m := align.Fitted()
	all, err := candidates(lessons, m)
	if err != nil {
		return nil, err
	}
	m.First = regress(way.examples(lessons, all, align.FirstFeatures(), func(k *align.Candidate) []float64 { return k.First }), penalty)
	if all, err = candidates(lessons, m); err != nil {
		return nil, err
	}
	m.Second = regress(way.examples(lessons, all, align.ContextFeatures(), func(k *align.Candidate) []float64 { return k.Second }), contextPenalty)
	if all, err = candidates(lessons, m); err != nil {
		return nil, err
	}
	m.Third = regress(way.examples(lessons, all, align.ContextFeatures(), func(k *align.Candidate) []float64 { return k.Third }), contextPenalty)
	m.Rate = rate(lessons)
	return m, nil
}

func candidates(lessons []*lesson, m *align.Model) (all [][]align.Candidate, err error) {
	for _, l := range lessons {
		cands, err := l.Candidates(m)
		if err != nil {
			return nil, err
		}
		all = append(all, cands)
	}
	return all, nil
}

// rate returns how many true pairs there are for each sentence of the shorter
// of two articles.
func rate(lessons []*lesson) float64 {
	pairs, sentences := 0, 0
	for _, l := range lessons {
		for _, t := range l.targets {
			if t == same {
				pairs++
			}
		}
		for a := range l.docs {
			for b := range a {
				sentences += min(len(l.docs[a].Sentences), len(l.docs[b].Sentences))
			}
		}
	}
	return share(pairs, sentences)
}

func (way course) examples(lessons []*lesson, all [][]align.Candidate, names []string, features func(*align.Candidate) []float64) []example {
	var out []example
	gone := slices.Index(names, way.without)
	for i, l := range lessons {
		for j := range all[i] {
			e := example{x: features(&all[i][j]), weight: 1}
			if gone >= 0 {
				e.x = slices.Clone(e.x)
				e.x[gone] = 0
			}
			switch l.targets[j] {
			case same:
				e.wanted = 1
			case partial:
				e.wanted, e.weight = partialTarget, partialWeight
			}
			out = append(out, e)
		}
	}
	return out
}

// The thresholds tried. The F1 of so few pairs jumps about, so the mean over
// some neighbours on both sides is what counts, and of those that come within
// slack of the best the lowest is taken: it finds most.
const (
	lowest         = 0.20
	stepWidth      = 0.01
	thresholdSteps = 61
	smoothing      = 8
	slack          = 0.003
	innerFolds     = 5
)

// threshold returns the threshold with the best F1 on the lessons, each rated
// by a model that hasn't learnt from it.
func (way course) threshold(lessons []*lesson) (float64, error) {
	tallies := make([]tally, thresholdSteps)
	for fold := range min(innerFolds, len(lessons)) {
		var in, out []*lesson
		for i, l := range lessons {
			if i%innerFolds == fold {
				out = append(out, l)
			} else {
				in = append(in, l)
			}
		}
		m, err := way.weights(in)
		if err != nil {
			return 0, err
		}
		for _, l := range out {
			ranking, err := l.rank(m)
			if err != nil {
				return 0, err
			}
			for step := range tallies {
				tallies[step].add(at(ranking, lowest+float64(step)*stepWidth, l.cluster))
			}
		}
	}
	var curve []float64 // F1 by threshold, from lowest on
	for _, t := range tallies {
		_, _, f := t.rates()
		curve = append(curve, f)
	}
	means := make([]float64, 0, len(curve))
	for i := range len(curve) - 2*smoothing {
		sum := 0.0
		for _, f := range curve[i : i+2*smoothing+1] {
			sum += f
		}
		means = append(means, sum/float64(2*smoothing+1))
	}
	best := slices.Max(means)
	first := slices.IndexFunc(means, func(f float64) bool { return f >= best-slack })
	return lowest + float64(first+smoothing)*stepWidth, nil
}

// try matches the cluster under model m and counts.
func (l *lesson) try(m *align.Model) (tally, error) {
	matches, err := l.Matches(m)
	if err != nil {
		return tally{}, err
	}
	set := make(map[goldPair]bool)
	for _, match := range matches {
		l.cluster.stands(match.A, match.B, set)
	}
	return l.score(set), nil
}
