package align

import (
	"strconv"
	"strings"

	"samewire/app/text"
)

// cutTokens takes over tokens cut by someone else.
func cutTokens(list []string) []token {
	out := make([]token, len(list))
	doc := text.Parse(strings.Join(list, " "))
	at, w := 0, 0
	for i, s := range list {
		end := at + len(s)
		t := token{fold: strings.ToLower(s), mark: true}
		t.stem = t.fold
		for n := 0; w < len(doc.Words) && doc.Words[w].Start < end; w, n = w+1, n+1 {
			word := doc.Words[w]
			t.mark = false
			t.content = t.content || !word.Stop
			t.capital = t.capital || n == 0 && word.Capital
			if n == 0 {
				t.stem = word.Stem
			} else {
				t.stem = t.fold
			}
		}
		if t.fold == "%" {
			t.content, t.mark = true, false
		}
		t.group = groupOf[t.fold]
		if t.group > 0 {
			t.content, t.mark = false, false
		}
		out[i] = t
		at = end + 1
	}
	return out
}

// groupOf numbers the groups of function words that stand in for each other.
var groupOf = groups(
	"the a an this that these those",
	"his her its their our my your whose 's",
	"is are was were be been being am 're",
	"has have had having 've",
	"will would 'll 'd shall can could may might should must",
	"of in on at for to by from with into onto upon among between within during about",
	"that which who whom",
	"as since because while when after before",
	"not n't no never",
	"he she they it him them i we you",
	"and or but also",
	"do does did",
)

func groups(lists ...string) map[string]int8 {
	table := make(map[string]int8)
	for n, list := range lists {
		for _, w := range strings.Fields(list) {
			if table[w] == 0 {
				table[w] = int8(n + 1)
			}
		}
	}
	return table
}

// similarity returns how well two content words stand for each other, 0 to 1.
func (l *linker) similarity(i, j int) float64 {
	a, b := &l.a[i], &l.b[j]
	switch {
	case a.fold == b.fold:
		return 1
	case a.stem == b.stem:
		return 0.9
	}
	if x, y := numeral(a.fold), numeral(b.fold); x != "" && y != "" {
		if x == y {
			return 0.9
		}
		return 0
	}
	if s := l.lex.partner(a.number, b.number); s > 0 {
		return s
	}
	if reporting[a.stem] && reporting[b.stem] {
		return 0.6
	}
	short, long := a.stem, b.stem
	if len(short) > len(long) {
		short, long = long, short
	}
	if !l.lex.counts(a.number) || !l.lex.counts(b.number) { // two words that everyone knows are two words
		if s := spelling(a.fold, b.fold); s > 0 {
			return s
		}
	}
	n := commonPrefix(short, long)
	if n >= 4 && 3*n >= 2*len(long) || n == len(short) && n >= 4 {
		return 0.65
	}
	return 0
}

// reporting holds the stems of the verbs that attribute speech.
var reporting = set("say tell state add note repli answer cri exclaim declar announc explain comment remark write sai")

// ordinals are the ordinal numbers that news style writes out.
var ordinals = map[string]string{
	"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
	"seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
}

// numeral returns the figure that a folded word writes: "7" for "seventh",
// "7th" and "seven", "%" for "percent", or nothing.
func numeral(fold string) string {
	if n, ok := ordinals[fold]; ok {
		return n
	}
	if n, ok := smallNumbers[fold]; ok {
		return strconv.Itoa(int(n))
	}
	switch fold {
	case "percent", "pct", "%":
		return "%"
	}
	if fold == "" || fold[0] < '0' || fold[0] > '9' {
		return ""
	}
	for _, end := range [...]string{"st", "nd", "rd", "th"} {
		fold = strings.TrimSuffix(fold, end)
	}
	return strings.ReplaceAll(fold, ",", "")
}

func set(list string) map[string]bool {
	table := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		table[w] = true
	}
	return table
}

// partner returns how well two stems, given by their numbers, stand for each
// other in the background tables, 0 if not at all.
func (l *lexicon) partner(a, b int) float64 {
	p, ok := l.between(a, b)
	switch {
	case !ok:
		return 0
	case p.source != seen:
		return 0.4 + float64(0.4*p.similarity)
	}
	return 0.4 + float64(0.6*p.similarity)
}

// stopSimilarity is similarity for stop words and punctuation.
func (l *linker) stopSimilarity(i, j int) float64 {
	a, b := &l.a[i], &l.b[j]
	switch {
	case a.fold == b.fold:
		return 1
	case a.mark && b.mark:
		return 0.5
	case a.group > 0 && a.group == b.group:
		return 0.7
	case a.stem == b.stem:
		return 0.9
	}
	return 0
}

func commonPrefix(s, t string) int {
	n := 0
	for n < len(s) && n < len(t) && s[n] == t[n] {
		n++
	}
	return n
}

// The lengths in bytes of the words whose spellings are compared.
const (
	shortSpelling = 5
	longSpelling  = 32
)

// spelling returns how alike two spellings are, 0 to 1, if they can be of one
// word: hyphens aside the same, or with a slip in four letters at most. Foreign
// names are written so, and words of British and American English.
func spelling(a, b string) float64 {
	a, b = strings.ReplaceAll(a, "-", ""), strings.ReplaceAll(b, "-", "")
	if a == b {
		return 0.9
	}
	longer, shorter := max(len(a), len(b)), min(len(a), len(b))
	if longer < shortSpelling || longer > longSpelling || 4*(longer-shorter) > longer || 4*slips(a, b) > longer {
		return 0
	}
	return 0.6
}

// slips returns how many letters must be put in, taken out or replaced to make
// b of a (Levenshtein 1965). Neither may be longer than longSpelling.
func slips(a, b string) int {
	var few [longSpelling + 1]int
	row := few[:0]
	for j := range len(b) + 1 {
		row = append(row, j)
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := corner
			if a[i] != b[j] {
				cost = 1 + min(corner, row[j], row[j+1])
			}
			corner, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
