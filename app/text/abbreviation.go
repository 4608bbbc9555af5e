package text

// class is how an abbreviation behaves before a capital letter or a digit.
type class uint8

const (
	ordinary class = iota // no abbreviation: the full stop ends the sentence
	never                 // always goes on: "e.g.", "vs."
	title                 // a name follows: "Mr.", "Gen."
	month                 // a day follows, or a name: "Jan.", "Mon."
	state                 // part of a place: "Calif."
	suffix                // ends a name, and perhaps the sentence: "Inc.", "Jr.", "St."
	counter               // goes on before a number: "No.", "p."
	clock                 // "a.m.", "p.m."
	acronym               // "U.S.", "Ph.D."
	initial               // a single letter
)

// classify returns the class of a word before a full stop, given without it.
func classify(word string) class {
	if word == "" || len(word) > 24 {
		return ordinary
	}
	var buf [24]byte
	dots, letters := 0, 0
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c == '.':
			dots++
		case isASCIILetter(c):
			letters++
		case c >= 0x80:
			if r, n := runeAt(word, 0, len(word)); n == len(word) && isLetter(r) {
				return initial
			}
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	low := buf[:len(word)]
	capital := word[0] != low[0]
	if dots > 0 {
		return classifyDotted(string(low))
	}
	if capital && len(word) > 1 {
		if c := properAbbreviation(string(low), word[1] != low[1]); c != ordinary {
			return c
		}
	}
	if capital && len(word) == 1 {
		return initial
	}
	if c := commonAbbreviation(string(low)); c != ordinary && (c != never || word[len(word)-1] == low[len(low)-1]) {
		return c
	}
	switch {
	case len(word) == 1 && letters == 1:
		return initial
	case capital && len(word) <= 4 && letters == len(word) && len(word) > 1 && word[1] == low[1] && vowelless(low):
		return suffix // "Hwy", "Pkg": no word without a vowel but an abbreviation
	}
	return ordinary
}

// classifyDotted returns the class of a word with dots inside, in lower case.
func classifyDotted(low string) class {
	switch low {
	case "a.m", "p.m":
		return clock
	case "e.g", "i.e", "f.e", "c.f", "v.s", "op.cit", "loc.cit":
		return never
	case "u.s", "u.k", "d.c", "n.c", "s.c", "n.d", "s.d", "n.h", "n.j", "n.m", "n.y", "r.i", "w.va", "b.c", "p.r":
		return state
	}
	if isAcronym(low) {
		return acronym
	}
	return ordinary
}

// isAcronym tells whether s is made of parts of one or two letters with dots
// between them, the last of one letter: "U.S", "Ph.D", "i.v".
func isAcronym(s string) bool {
	part, dots := 0, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '.':
			if part == 0 || part > 2 {
				return false
			}
			part = 0
			dots++
		case isASCIILetter(s[i]):
			part++
		default:
			return false
		}
	}
	return dots > 0 && part == 1
}

func vowelless(low []byte) bool {
	for _, c := range low {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return false
		}
	}
	return true
}

// properAbbreviation returns the class of an abbreviation that is only one
// with a capital letter, given in lower case.
func properAbbreviation(low string, shouted bool) class {
	switch {
	case titles.has(low):
		return title
	case properSuffixes.has(low):
		return suffix
	case properCounters.has(low):
		return counter
	case shouted:
		return ordinary // "LA", "VA", "MAR" are names of their own
	case months.has(low):
		return month
	case states.has(low):
		return state
	}
	return ordinary
}

// commonAbbreviation returns the class of an abbreviation in either case,
// given in lower case.
func commonAbbreviation(low string) class {
	switch {
	case commonNever.has(low):
		return never
	case commonSuffixes.has(low):
		return suffix
	case commonCounters.has(low):
		return counter
	}
	return ordinary
}

// beginsSentence tells whether a word with a capital letter is one that begins
// sentences rather than names, so that a sentence ends before it even after an
// abbreviation.
func beginsSentence(word string) bool { return starters.has(word) }

// isAlsoName tells whether a word that begins sentences is a person's name too.
func isAlsoName(word string) bool {
	switch word {
	case "Will", "So", "An", "Do", "Can", "Are", "Given", "Like", "Let", "I", "Yes", "Less", "More", "Last", "Who", "No":
		return true
	}
	return false
}

// isAlsoTitle tells whether an abbreviation of the class suffix stands before
// names too.
func isAlsoTitle(word string) bool {
	return word == "St" || word == "Dr" || word == "Sr"
}

// isOffice tells whether a capitalised word after a place is the office of
// someone there, as in "the South Bend, Ind. Mayor".
func isOffice(word string) bool {
	switch word {
	case "Mayor", "Governor", "Senator", "Representative", "Attorney", "Sheriff", "Judge", "Congressman",
		"Congresswoman", "Democrat", "Democrats", "Democratic", "Republican", "Republicans", "Councilman", "Councilwoman":
		return true
	}
	return classify(word) == title
}

// isReporting tells whether a verb introduces or closes a quotation.
func isReporting(word string) bool { return reporting.has(word) }

// isBrand tells whether a name ends in an exclamation mark of its own.
func isBrand(word string) bool {
	switch word {
	case "Yahoo", "YAHOO", "Jeopardy", "Yum", "Joomla", "Panic":
		return true
	}
	return false
}

// isZone tells whether a capitalised word after "a.m." or "p.m." belongs to
// the time: a time zone, or a day or month in full or abbreviated.
func isZone(word string) bool { return zones.has(word) || classify(word) == month }

// starters are words that begin sentences rather than names.
const starters wordlist = "A About According Across After Afterward Again Along Also Although Among An And Another Any Anyone Are " +
	"Around As Asked At Because Before Being Besides Between Both But By Can Could Critics Despite Did Do Does " +
	"Don't Dozens During Each Earlier Either Even Eventually Every Everyone Experts Few Finally Following For " +
	"Four From Further Furthermore Given Had Has Have He Her Here Hers His How However Hundreds I If In Indeed " +
	"Instead Into Is It Its Just Last Later Less Let Like Many Maybe Meanwhile Millions More Moreover Most Much " +
	"My Nearly Neither Never Nevertheless Nobody None Nonetheless Nor Not Nothing Now Of Officials On Once One " +
	"Only Or Other Others Otherwise Our Out Over People Perhaps Please Previously Rather Recently Several She " +
	"Should Similarly Since So Some Somehow Someone Sometimes Soon Still Such Than That The Their Then There " +
	"Therefore These They This Those Though Thousands Three Through Thus To Today Together Too Toward Towards Two " +
	"Under Unless Unlike Until Up Upon Usually Was We Were What Whatever When Whenever Where Whereas Wherever " +
	"Whether Which While Who Whoever Whom Whose Why Will With Within Without Would Yes Yet You Your"

// reporting are verbs that introduce or close a quotation.
const reporting wordlist = "added adds answered argued asked asks continued cried declared demanded exclaimed explained insisted joked " +
	"posted quipped recalled replied responded said says shouted told tweeted wondered writes wrote yelled"

// zones are time zones, days and months: what belongs to a time.
const zones wordlist = "AEDT AEST AKST Alaska April Atlantic August BST Beijing CDT CEST CET CST CT Central Daylight December EDT " +
	"EST ET Eastern February Friday Fridays GMT Greenwich HKT HST Hawaii IST JST January July June KST Local " +
	"London MDT MSK MST MT March May Monday Mondays Moscow Mountain November October PDT PST PT Pacific Paris " +
	"Saturday Saturdays September Standard Sunday Sundays Sydney Thursday Thursdays Tokyo Tuesday Tuesdays UTC " +
	"Wednesday Wednesdays Z"

// titles stand before names.
const titles wordlist = "adm ald amb asst atty brig capt capts cmdr col cols comdr cpl dep det dets drs ens fr gen gens gov govs hon " +
	"insp lt maj messrs mlle mme mr mrs ms msgr mt mts mx pfc pres prof profs pvt rep reps rev revs sen sens sgt " +
	"sgts spc sra srta ste supt"

// properSuffixes end names, or parts of addresses: "St." is also Street, "Sr." senior, "Ft." feet, "Pt." point, "Dr." Drive.
const properSuffixes wordlist = "admin assn assoc bldg cos ctr dr esq exec ft govt hwy intl mfg mgr natl pkwy pt sr st supp"

// properCounters stand before numbers or names of provisions.
const properCounters wordlist = "app art arts ed ex op par"

// months are months and days.
const months wordlist = "apr aug dec feb fri jan jul jun mar mon nov oct sat sep sept sun thu thur thurs tue tues wed weds"

// states are American states and Canadian provinces.
const states wordlist = "ala alta ariz ark cal calif colo conn del fla ga ill ind kan kans ken ky la mass md mich minn miss mo mont " +
	"neb nebr nev okla ont ore pa penn penna que sask tenn tex va vt wash wis wisc wyo"

// commonNever always go on.
const commonNever wordlist = "approx cf eg esp ie incl resp viz vs"

// commonSuffixes end names, and perhaps the sentence.
const commonSuffixes wordlist = "al ave blvd bros co corp dept etc inc jr llc llp ltd rd univ"

// commonCounters go on before a number.
const commonCounters wordlist = "ca ch chap eq est ext fig figs ft hr hrs lb lbs no nos nr n° nº oz p para pp rs sec sect tel ver vol vols"
