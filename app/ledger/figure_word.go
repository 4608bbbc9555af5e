package ledger

// wordKind is what a word can be in a figure.
type wordKind uint8

const (
	otherWord   wordKind = iota
	smallWord            // "three", "forty": its value
	scaleWord            // "million": its power of ten
	scalesWord           // "millions": its power of ten
	dozenWord            // "dozen"; "dozens" is 1
	articleWord          // "a", "an"
	halfWord             // "half"
	doubleWord           // "double", "twice": its value
	ordinalWord          // "third": its value
	monthWord            // 1 for January
	weekdayWord          // 1 for Monday
	turnWord             // "last", "this", "next": -1, 0, 1
)

// figureWords has the words that figures are made of, in order.
var figureWords = [...]struct {
	fold  string
	kind  wordKind
	value int8
}{
	{"a", articleWord, 1}, {"an", articleWord, 1}, {"apr", monthWord, 4}, {"april", monthWord, 4},
	{"aug", monthWord, 8}, {"august", monthWord, 8}, {"billion", scaleWord, 9}, {"billions", scalesWord, 9},
	{"crore", scaleWord, 7}, {"dec", monthWord, 12}, {"december", monthWord, 12}, {"double", doubleWord, 2},
	{"dozen", dozenWord, 0}, {"dozens", dozenWord, 1}, {"eight", smallWord, 8}, {"eighteen", smallWord, 18},
	{"eighth", ordinalWord, 8}, {"eighty", smallWord, 80}, {"eleven", smallWord, 11}, {"eleventh", ordinalWord, 11},
	{"feb", monthWord, 2}, {"february", monthWord, 2}, {"fifteen", smallWord, 15}, {"fifth", ordinalWord, 5},
	{"fifty", smallWord, 50}, {"first", ordinalWord, 1}, {"five", smallWord, 5}, {"forty", smallWord, 40},
	{"four", smallWord, 4}, {"fourteen", smallWord, 14}, {"fourth", ordinalWord, 4}, {"friday", weekdayWord, 5},
	{"half", halfWord, 0}, {"hundred", scaleWord, 2}, {"hundreds", scalesWord, 2}, {"jan", monthWord, 1},
	{"january", monthWord, 1}, {"jul", monthWord, 7}, {"july", monthWord, 7}, {"jun", monthWord, 6},
	{"june", monthWord, 6}, {"lakh", scaleWord, 5}, {"last", turnWord, -1}, {"mar", monthWord, 3},
	{"march", monthWord, 3}, {"may", monthWord, 5}, {"million", scaleWord, 6}, {"millions", scalesWord, 6},
	{"mln", scaleWord, 6}, {"monday", weekdayWord, 1}, {"next", turnWord, 1}, {"nine", smallWord, 9},
	{"nineteen", smallWord, 19}, {"ninety", smallWord, 90}, {"ninth", ordinalWord, 9}, {"nov", monthWord, 11},
	{"november", monthWord, 11}, {"oct", monthWord, 10}, {"october", monthWord, 10}, {"one", smallWord, 1},
	{"past", turnWord, -1}, {"previous", turnWord, -1}, {"quadruple", doubleWord, 4}, {"saturday", weekdayWord, 6},
	{"second", ordinalWord, 2}, {"sep", monthWord, 9}, {"sept", monthWord, 9}, {"september", monthWord, 9},
	{"seven", smallWord, 7}, {"seventeen", smallWord, 17}, {"seventh", ordinalWord, 7}, {"seventy", smallWord, 70},
	{"six", smallWord, 6}, {"sixteen", smallWord, 16}, {"sixth", ordinalWord, 6}, {"sixty", smallWord, 60},
	{"sunday", weekdayWord, 7}, {"ten", smallWord, 10}, {"tens", scalesWord, 1}, {"tenth", ordinalWord, 10},
	{"third", ordinalWord, 3}, {"thirteen", smallWord, 13}, {"thirty", smallWord, 30}, {"this", turnWord, 0},
	{"thousand", scaleWord, 3}, {"thousands", scalesWord, 3}, {"three", smallWord, 3}, {"thursday", weekdayWord, 4},
	{"trillion", scaleWord, 12}, {"trillions", scalesWord, 12}, {"triple", doubleWord, 3}, {"tuesday", weekdayWord, 2},
	{"twelfth", ordinalWord, 12}, {"twelve", smallWord, 12}, {"twenty", smallWord, 20}, {"twice", doubleWord, 2},
	{"two", smallWord, 2}, {"wednesday", weekdayWord, 3},
}

// kindOf looks a folded word up. It is asked of every word of a story, and most
// differ in the first letter.
func kindOf(fold string) (wordKind, int) {
	if fold == "" || len(fold) > len("wednesday") {
		return otherWord, 0
	}
	low, high := 0, len(figureWords)
	for low < high {
		mid := (low + high) / 2
		w := &figureWords[mid]
		switch {
		case w.fold[0] < fold[0] || w.fold[0] == fold[0] && w.fold < fold:
			low = mid + 1
		case w.fold == fold:
			return w.kind, int(w.value)
		default:
			high = mid
		}
	}
	return otherWord, 0
}
