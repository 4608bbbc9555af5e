package align

import (
	"math"
	"strconv"
	"strings"

	"samewire/app/text"
)

// smallNumbers are the number words that news style writes out. "One" is left
// out: it is a pronoun as often.
var smallNumbers = map[string]float64{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}

var scales = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
	"millions": 1e6, "billions": 1e9,
}

// figure is a number of the text in one spelling, whatever the outlet wrote.
type figure struct {
	key    string  // "8.5e+09", "35%"
	weight float64 // an idf of its own
	words  int     // how many words of the text it takes
}

// figureAt reads the figure that begins at word i: "8.5 billion" and "8.5bn"
// are one, so are "35%", "35 percent" and "35 per cent", "27,000" and "27000".
func figureAt(source string, words []text.Word, i int) (figure, bool) {
	w := words[i]
	value, small := smallNumbers[w.Fold]
	rest := ""
	if !small {
		if !w.Digit {
			return figure{}, false
		}
		var ok bool
		if value, rest, ok = leadingNumber(w.Fold); !ok {
			return figure{}, false
		}
	}
	f := figure{words: 1}
	scaled := false
	switch scale, ok := scales[rest]; {
	case ok:
		value, scaled = float64(value*scale), true
	case rest != "":
		return figure{key: w.Fold, weight: 6, words: 1}, true // "24th", "1970s", "10a"
	}
	next := func(n int) string {
		if i+n < len(words) {
			return words[i+n].Fold
		}
		return ""
	}
	if scale, ok := scales[next(1)]; ok && rest == "" && len(next(1)) > 2 {
		value, scaled = float64(value*scale), true
		f.words++
	}
	percent := strings.HasPrefix(source[w.End:], "%")
	if !percent && f.words == 1 {
		switch next(1) {
		case "percent", "pct":
			percent, f.words = true, 2
		case "per":
			if next(2) == "cent" {
				percent, f.words = true, 3
			}
		}
	}
	f.key = strconv.FormatFloat(value, 'g', 12, 64)
	switch {
	case percent:
		f.key += "%"
		f.weight = 6
	case scaled:
		f.weight = 7
	case !strings.ContainsAny(w.Fold, ",.") && value >= 1900 && value < 2100 && len(w.Fold) == 4:
		f.weight = 2.5
	case value <= 31 && value == math.Trunc(value):
		f.weight = 3
	default:
		f.weight = 4.5 + float64(0.7*float64(digits(w.Fold)))
	}
	f.weight = min(f.weight, 8)
	return f, true
}

// leadingNumber cuts a folded word into its number and what follows.
func leadingNumber(fold string) (value float64, rest string, ok bool) {
	end := 0
	for end < len(fold) && (fold[end] >= '0' && fold[end] <= '9' || fold[end] == ',' || fold[end] == '.') {
		end++
	}
	if end > 18 {
		return 0, "", false
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(fold[:end], ",", ""), 64)
	return value, fold[end:], err == nil
}

// digits counts the digits of a number but for the noughts at its end.
func digits(fold string) int {
	n := 0
	for i := range len(fold) {
		if fold[i] >= '0' && fold[i] <= '9' {
			n++
		}
	}
	for i := len(fold) - 1; i >= 0 && (fold[i] == '0' || fold[i] == ',') && n > 1; i-- {
		if fold[i] == '0' {
			n--
		}
	}
	return n
}
