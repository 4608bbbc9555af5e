package main

import (
	"context"
	"fmt"
	"go/format"
	"io"
	"os"
	"slices"
	"strings"

	"samewire/app/align"
)

// The penalty of the regressions, and how a partial pair is learnt: as a soft
// target at less than full weight.
const (
	penalty       = 1.0
	partialTarget = 0.3
	partialWeight = 0.5
)

// fit learns the weights of the alignment from labelled clusters. It prints
// figures of the model that learnt from all of them and, beside them, those
// got by leaving out each cluster in turn, and rewrites the table of weights.
func fit(dirs []string, _ io.Reader, out io.Writer) error {
	output := "app/align/weights.go"
	if len(dirs) > 0 && dirs[0] == "-n" {
		output, dirs = "", dirs[1:]
	}
	if len(dirs) < 2 {
		return fmt.Errorf("%d cluster directories given, needs two at least", len(dirs))
	}
	var clusters []*cluster
	for _, d := range dirs {
		c, err := readCluster(d)
		if err != nil {
			return err
		}
		clusters = append(clusters, c)
	}
	whole, err := learn(clusters)
	if err != nil {
		return err
	}
	var plain, crossed tally
	var ranking []ranked
	for i, c := range clusters {
		others := slices.Concat(clusters[:i], clusters[i+1:])
		m, err := learn(others)
		if err != nil {
			return err
		}
		t, err := c.try(whole)
		if err != nil {
			return err
		}
		u, err := c.try(m)
		if err != nil {
			return err
		}
		if err := c.rank(m, &ranking); err != nil {
			return err
		}
		plain.add(t)
		crossed.add(u)
		fmt.Fprintf(out, "%-20s left out %v\n", c.name, u)
	}
	fmt.Fprintf(out, "%-20s left out %v\n%-20s plain    %v\n", "ALL", crossed, "ALL", plain)
	for threshold := 0.25; threshold < 0.65; threshold += 0.05 {
		p, r, f := at(ranking, threshold, crossed.gold)
		fmt.Fprintf(out, "  at %.2f  P %.3f  R %.3f  F1 %.3f\n", threshold, p, r, f)
	}
	fmt.Fprintf(out, "average precision, left out %.3f\n", averagePrecision(ranking, crossed.gold))
	fmt.Fprintf(out, "first  %.3f\nsecond %.3f\nthreshold %.3f\n", whole.First, whole.Second, whole.Threshold)
	if output == "" {
		return nil
	}
	return writeWeights(output, whole, crossed, len(clusters))
}

// try aligns the cluster under model m and counts.
func (c *cluster) try(m *align.Model) (tally, error) {
	matches, err := m.Align(context.Background(), c.docs, nil)
	if err != nil {
		return tally{}, err
	}
	set := make(map[goldPair]bool)
	for _, match := range matches {
		c.stands(match.A, match.B, set)
	}
	return c.score(set), nil
}

// learn fits both passes and the threshold.
func learn(clusters []*cluster) (*align.Model, error) {
	m := align.Fitted()
	rows, targets, err := examine(clusters, &m)
	if err != nil {
		return nil, err
	}
	m.First = regress(examples(rows, targets, func(k align.Candidate) []float64 { return k.First }), penalty)
	if rows, targets, err = examine(clusters, &m); err != nil {
		return nil, err
	}
	m.Second = regress(examples(rows, targets, func(k align.Candidate) []float64 { return k.Second }), penalty)
	m.Rate = rate(clusters, targets)
	return &m, chooseThreshold(clusters, &m)
}

func examine(clusters []*cluster, m *align.Model) (rows [][]align.Candidate, targets [][]target, err error) {
	for _, c := range clusters {
		cands, err := m.Examine(context.Background(), c.docs)
		if err != nil {
			return nil, nil, err
		}
		ts := make([]target, len(cands))
		for i, k := range cands {
			ts[i] = c.target(k)
		}
		rows, targets = append(rows, cands), append(targets, ts)
	}
	return rows, targets, nil
}

// rate returns how many true pairs there are for each sentence of the shorter
// of two articles.
func rate(clusters []*cluster, targets [][]target) float64 {
	pairs, sentences := 0, 0
	for i, c := range clusters {
		for _, t := range targets[i] {
			if t == same {
				pairs++
			}
		}
		for a := range c.docs {
			for b := range a {
				sentences += min(len(c.docs[a].Sentences), len(c.docs[b].Sentences))
			}
		}
	}
	return share(pairs, sentences)
}

// target is what a candidate should come out as.
type target uint8

const (
	different target = iota
	partial
	same
)

func (c *cluster) target(k align.Candidate) target {
	set := make(map[goldPair]bool)
	c.stands(k.A, k.B, set)
	t := different
	for p := range set {
		switch {
		case c.same[p]:
			return same
		case c.partial[p]:
			t = partial
		}
	}
	return t
}

func examples(rows [][]align.Candidate, targets [][]target, features func(align.Candidate) []float64) []example {
	var out []example
	for i, cands := range rows {
		for j, k := range cands {
			e := example{x: features(k), weight: 1}
			switch targets[i][j] {
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
	slack          = 0.001
)

// chooseThreshold sets the threshold with the best F1 on the clusters.
func chooseThreshold(clusters []*cluster, m *align.Model) error {
	rows, _, err := examine(clusters, m)
	if err != nil {
		return err
	}
	var curve []float64 // F1 by threshold, from lowest on
	for step := range thresholdSteps {
		threshold := lowest + float64(step)*stepWidth
		var sum tally
		for i, c := range clusters {
			set := make(map[goldPair]bool)
			for _, k := range rows[i] {
				if k.Probability >= threshold {
					c.stands(k.A, k.B, set)
				}
			}
			sum.add(c.score(set))
		}
		_, _, f := sum.rates()
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
	m.Threshold = lowest + float64(first+smoothing)*stepWidth
	return nil
}

// writeWeights writes the table of weights as Go source.
func writeWeights(path string, m *align.Model, crossed tally, clusters int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "// Code generated by \"go run ./app/bench fit\"; DO NOT EDIT.\n\npackage align\n\n")
	fmt.Fprintf(&b, "// fitted was learnt from %d clusters. Leaving out one in turn:\n// %v.\n", clusters, crossed)
	fmt.Fprintf(&b, "var fitted = Model{\nRate: %.4f,\nThreshold: %v,\n", m.Rate, m.Threshold)
	list := func(name string, weights []float64, names []string) {
		fmt.Fprintf(&b, "%s: []float64{\n", name)
		for i, w := range weights {
			label := "constant"
			if i > 0 {
				label = names[i-1]
			}
			fmt.Fprintf(&b, "%.4f, // %s\n", w, label)
		}
		fmt.Fprintf(&b, "},\n")
	}
	list("First", m.First, align.FirstFeatures())
	list("Second", m.Second, align.SecondFeatures())
	b.WriteString("}\n")
	source, err := format.Source([]byte(b.String()))
	if err != nil {
		return err
	}
	return os.WriteFile(path, source, 0o644)
}
