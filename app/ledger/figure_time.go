package ledger

import (
	"sort"
	"strings"

	"samewire/app/align"
	"samewire/app/text"
)

// figuresIn returns the range [from, to) of the figures that begin in a place.
func figuresIn(figures []Figure, p align.Place) (from, to int) {
	from = sort.Search(len(figures), func(i int) bool {
		return figures[i].Article > p.Article || figures[i].Article == p.Article && figures[i].Start >= p.Start
	})
	to = from + sort.Search(len(figures)-from, func(i int) bool {
		return figures[from+i].Article > p.Article || figures[from+i].Start >= p.End
	})
	return from, to
}

// tie gives the figures of a sentence, those from index from on, the time in
// their clause that stands next to them with no other figure between.
func (r *figureReader) tie(from int) {
	list := r.figures[from:]
	for i := range list {
		if list[i].Unit >= Ordinal || r.lasts(&list[i]) {
			continue
		}
		best, distance := -1, 0
		for _, step := range [2]int{-1, 1} {
			j := i + step
			if j < 0 || j >= len(list) || !list[j].isTime() || !r.sameClause(&list[i], &list[j]) {
				continue
			}
			if d := max(list[i].Start-list[j].End, list[j].Start-list[i].End); best < 0 || d < distance {
				best, distance = j, d
			}
		}
		if best >= 0 {
			list[i].Time = r.times(list, best)
		}
	}
}

// lasts tells whether a figure is a length of time.
func (r *figureReader) lasts(f *Figure) bool {
	first, last := r.doc.WordsIn(f.Noun)
	return f.Unit == Count && first < last && isTimeNoun(r.doc.Words[first].Stem)
}

// sameClause tells whether no clause ends between a figure and a time. A time
// that opens the sentence belongs to the clause after it.
func (r *figureReader) sameClause(f, time *Figure) bool {
	a, b := f.Span, time.Span
	if a.Start > b.Start {
		a, b = b, a
	}
	between := r.doc.Source[a.End:b.Start]
	opening := r.doc.Words[min(r.opensAt(), r.last-1)].Start
	if time.Start <= opening && strings.HasPrefix(between, ", ") {
		between = between[2:]
	}
	return !strings.ContainsAny(between, ",;:()[]—“”\"") && !strings.Contains(between, " - ") && !partsClauses(between, f, time) &&
		!(f.Start < time.Start && r.inRelative(f, between))
}

// opensAt returns the last word at which a time that opens the sentence may
// begin: behind "back in", but not behind "founded in", which is told of somebody.
func (r *figureReader) opensAt() int {
	if fold := r.fold(r.first); strings.HasSuffix(fold, "ed") || isOneOf(" born built made held begun set ", fold) {
		return r.first
	}
	return r.first + 2
}

// inRelative tells whether a figure stands in a clause with "who" that the main
// verb ends before what is between it and a time: "a man who stole 30 gates was
// caught on Friday".
func (r *figureReader) inRelative(f *Figure, between string) bool {
	verb := false
	for _, w := range strings.Fields(between) {
		verb = verb || isOneOf(" was were is are has had ", w)
	}
	if !verb {
		return false
	}
	first, _ := r.doc.WordsIn(f.Span)
	for w := first - 1; w > r.first && r.joined(w+1); w-- {
		if r.fold(w) == "who" {
			return true
		}
	}
	return false
}

// partsClauses tells whether the words between a figure and a time begin
// another clause: "said Friday that 30 people", "on Monday and 30 people".
func partsClauses(between string, f, time *Figure) bool {
	words := strings.Fields(between)
	for i, w := range words {
		switch w {
		case "while", "because", "but", "when":
			return true
		case "as": // not "30 jobs as of Friday"
			if i+1 == len(words) || words[i+1] != "of" {
				return true
			}
		case "after", "before": // not "30 jobs before Friday"
			if time.Start < f.Start || i < len(words)-1 {
				return true
			}
		case "and":
			if time.Start < f.Start {
				return true
			}
		case "that":
			if time.Start < f.Start && time.Date.Year == 0 {
				return true
			}
		}
	}
	return false
}

// times returns the span of the time list[i] with those that "and", "or" or
// "to" joins to it.
func (r *figureReader) times(list []Figure, i int) text.Span {
	first, last := i, i
	joins := func(j int) bool {
		if j < 1 || j >= len(list) || !list[j-1].isTime() || !list[j].isTime() {
			return false
		}
		switch strings.TrimSpace(r.doc.Source[list[j-1].End:list[j].Start]) {
		case "and", "or", "to", "through", "until":
			return true
		}
		return false
	}
	for joins(first) {
		first--
	}
	for joins(last + 1) {
		last++
	}
	return text.Span{Start: list[first].Start, End: list[last].End}
}
