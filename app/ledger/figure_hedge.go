package ledger

import "strings"

// hedgeBefore reads the hedge before word i and returns its first word, or i
// where there is none. lasting tells that the figure is a length of time, where
// "over" may mean "during".
func (r *figureReader) hedgeBefore(i int, lasting bool) (Hedge, int) {
	if i-1 < r.floor || !r.leads(i) {
		return Exact, i
	}
	two := r.before2(i - 1)
	switch word := r.fold(i - 1); word {
	case "about", "around", "roughly", "approximately", "approx", "circa", "some":
		return About, i - 1
	case "estimated":
		if two == "an" || two == "the" {
			return About, i - 2
		}
	case "nearly", "almost":
		return Below, i - 1
	case "over", "under", "above", "below":
		return r.hedgeOver(i-1, word, two, lasting)
	case "than":
		return r.hedgeThan(i)
	case "least", "most":
		if two == "at" {
			return hedgeIf(word == "least"), i - 2
		}
	case "to":
		switch two {
		case "up":
			return Below, i - 2
		case "close":
			return About, i - 2
		}
	case "as":
		if three := r.before2(i - 2); three == "as" && (two == "many" || two == "much" || two == "high") {
			return Below, i - 3
		}
	case "of":
		switch two {
		case "upwards", "upward":
			return Above, i - 2
		case "short":
			return Below, r.softened(i - 2)
		case "excess":
			if r.before2(i-2) == "in" {
				return Above, i - 3
			}
		case "minimum", "maximum":
			return hedgeIf(two == "minimum"), i - 2
		}
	case "exceeding", "exceeded", "topping", "topped", "surpassing", "surpassed":
		return Above, i - 1
	case "past":
		switch two {
		case "climbed", "rose", "risen", "soared", "jumped", "surged", "grew", "gone", "went":
			return Above, i - 1
		}
	case "nearing", "neared", "approaching":
		return Below, i - 1
	}
	return Exact, i
}

// hedgeIf returns Above or Below.
func hedgeIf(above bool) Hedge {
	if above {
		return Above
	}
	return Below
}

// leads tells whether only a blank and a currency sign part word i from the
// word before.
func (r *figureReader) leads(i int) bool {
	gap := r.gap(i)
	return r.joined(i) || gap != "\n" && len(gap) > 1 && gap[0] == ' ' && signCode([]rune(gap)[1]) != "" ||
		gap == ". " // "approx. 5"
}

// before2 returns the word before word i, if a blank alone parts them and no
// figure has it.
func (r *figureReader) before2(i int) string {
	if i-1 < r.floor || !r.joined(i) {
		return ""
	}
	return r.fold(i - 1)
}

// hedgeOver reads "over", "under" and their like at word i. After a verb such
// as "hand" they are part of it.
func (r *figureReader) hedgeOver(i int, word, before string, lasting bool) (Hedge, int) {
	soft := r.softened(i)
	const verbsAndAges = " hand handed hands handing turn turned turning take took taken taking takes carry carried run comes came " +
		"children adults people those anyone aged "
	if isOneOf(verbsAndAges, before) {
		return Exact, i + 1
	}
	if word == "over" && lasting && soft == i && !isOneOf(" for to of after ", before) {
		return Exact, i + 1
	}
	return hedgeIf(word == "over" || word == "above"), soft
}

// hedgeThan reads "more than", "no fewer than", "slightly less than" before
// word i.
func (r *figureReader) hedgeThan(i int) (Hedge, int) {
	above := false
	switch r.before2(i - 1) {
	case "more", "greater", "higher", "larger", "longer", "bigger", "better", "older":
		above = true
	case "less", "fewer", "lower", "smaller", "shorter", "younger":
	default:
		return Exact, i
	}
	if r.before2(i-2) == "no" {
		return hedgeIf(!above), i - 3
	}
	return hedgeIf(above), r.softened(i - 2)
}

// softened returns the first word of a hedge at word i with "just", "well",
// "a little" or the like before it.
func (r *figureReader) softened(i int) int {
	switch r.before2(i) {
	case "just", "well", "slightly", "far", "significantly":
		return i - 1
	case "little", "bit":
		if r.before2(i-1) == "a" {
			return i - 2
		}
		return i - 1
	}
	return i
}

// hedgeAfter reads a hedge after the amount and returns the word after it.
func (r *figureReader) hedgeAfter(a *amount) (Hedge, int) {
	j := a.end
	if strings.HasPrefix(r.doc.Source[a.span.End:], "+") {
		a.span.End++
		return Above, j
	}
	if fold := r.fold(j); fold == "plus" && (isHyphen(r.gap(j)) || r.joined(j) && a.digits && !r.isNumber(j+1)) {
		a.span.End = r.doc.Words[j].End
		return Above, j + 1
	}
	if hedge := r.orMore(j); hedge != Exact {
		a.span.End = r.doc.Words[j+1].End
		return hedge, j + 2
	}
	return Exact, j
}

// hedgeAfterNoun reads the hedge of "50 people or more" at word j.
func (r *figureReader) hedgeAfterNoun(a *amount, j int) Hedge {
	hedge := r.orMore(j)
	if hedge != Exact {
		a.end, a.span.End = j+2, r.doc.Words[j+1].End
	}
	return hedge
}

// orMore reads "or more", "or so" or "or less" at word j.
func (r *figureReader) orMore(j int) Hedge {
	if r.fold(j) != "or" || !r.joined(j) || !r.joined(j+1) {
		return Exact
	}
	switch r.fold(j + 1) {
	case "more":
		return Above
	case "so":
		return About
	case "less", "fewer":
		return Below
	}
	return Exact
}

// isNumber tells whether word i can begin a number.
func (r *figureReader) isNumber(i int) bool {
	return i < r.last && (r.doc.Words[i].Digit || r.isSmall(i)) || strings.Contains(r.gap(i), "$")
}
