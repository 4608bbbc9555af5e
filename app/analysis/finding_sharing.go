package analysis

import (
	"strconv"

	"samewire/app/align"
)

// leastShared is the share of an article from which on it is worth a finding
// that another one has it too.
const leastShared = 0.05

// sharingFindings tells which two articles share most, and which article
// shares least.
func (a *Analysis) sharingFindings() (out []Finding) {
	table := a.Shared()
	most, i, j := 0.0, 0, 0
	for x, row := range table {
		for y, share := range row {
			if x != y && share > most {
				most, i, j = share, x, y
			}
		}
	}
	if most < leastShared {
		return nil
	}
	out = append(out, Finding{
		Said:  a.carriedOver(i, j, most),
		topic: sharing, weight: weightShared, Places: []align.Place{{Article: i}, {Article: j}},
	})
	own := 0
	for x := range table {
		if a.Own(x) > a.Own(own) {
			own = x
		}
	}
	if len(table) > 2 && a.Own(own) >= 0.5 {
		out = append(out, Finding{
			Said:  say("finding.own", "outlet", a.Story.Named(own), "share", percents(a.Own(own))),
			topic: sharing, weight: weightOwn, Places: []align.Place{{Article: own}},
		})
	}
	return out
}

// carriedOver says that a share (0 to 1) of article i is in article j too, and
// how much of it in the same words: of two articles that tell the same, one may
// not have a sentence of the other.
func (a *Analysis) carriedOver(i, j int, whole float64) string {
	all, near, same := inPercent(whole), inPercent(a.near(i, j, align.Edited)), inPercent(a.near(i, j, align.Verbatim))
	key := "finding.shared.mixed"
	switch {
	case same == all:
		key = "finding.shared.same"
	case near == all:
		key = "finding.shared.near"
	case near == 0:
		key = "finding.shared.reworded"
	}
	of := func(n int) string { return say("percent", "n", strconv.Itoa(n)) }
	return say(key, "share", of(all), "near", of(near), "far", of(all-near), "back", percents(a.Shared()[j][i]), "one", a.Story.Named(i), "other", a.Story.Named(j))
}

// near returns the share (0 to 1) of article i's words in passages of which
// article j has a reading that is at least as near as a kind.
func (a *Analysis) near(i, j int, least align.Kind) float64 {
	row := make([]bool, len(a.Documents[i].Words))
	for _, p := range a.Passages {
		for _, r := range p.Readings {
			for _, other := range p.Readings {
				if r.Article != i || other.Article != j {
					continue
				}
				if kind, _ := align.Classify(a.Words(r.Place), a.Words(other.Place)); kind <= least {
					mark(row, a.Documents[i], r.Span)
				}
			}
		}
	}
	return share(row, a.inCaptions(i))
}
