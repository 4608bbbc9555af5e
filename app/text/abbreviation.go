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
	switch low {
	case "mr", "mrs", "ms", "mx", "drs", "prof", "profs", "gen", "gens", "sen", "sens", "rep", "reps", "gov", "govs",
		"lt", "col", "cols", "capt", "capts", "sgt", "sgts", "maj", "adm", "cmdr", "comdr", "rev", "revs", "hon", "fr",
		"pres", "supt", "msgr", "atty", "cpl", "pvt", "insp", "det", "dets", "amb", "asst", "mme", "mlle", "messrs",
		"mt", "mts", "brig", "ens", "pfc", "spc", "dep", "ald", "sra", "srta", "ste":
		return title
	case "st", "sr", "ft", "pt", "dr": // also Street, senior, feet, point, Drive
		return suffix
	case "esq", "intl", "assn", "assoc", "natl", "mfg", "cos", "ctr", "supp", "exec", "bldg", "hwy", "pkwy",
		"mgr", "admin", "govt":
		return suffix
	case "art", "arts", "ex", "app", "op", "ed", "par":
		return counter
	}
	if shouted {
		return ordinary // "LA", "VA", "MAR" are names of their own
	}
	switch low {
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun":
		return month
	case "ala", "alta", "ariz", "ark", "calif", "cal", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan",
		"kans", "ken", "ky", "la", "mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nebr", "nev", "okla",
		"ont", "ore", "penn", "penna", "pa", "que", "sask", "tenn", "tex", "va", "vt", "wash", "wis", "wisc", "wyo":
		return state
	}
	return ordinary
}

// commonAbbreviation returns the class of an abbreviation in either case,
// given in lower case.
func commonAbbreviation(low string) class {
	switch low {
	case "vs", "cf", "viz", "approx", "incl", "esp", "resp", "eg", "ie":
		return never
	case "jr", "inc", "co", "corp", "ltd", "llc", "llp", "dept", "univ", "etc", "al", "ave", "rd", "blvd", "bros":
		return suffix
	case "no", "nos", "n°", "nº", "p", "pp", "para", "fig", "figs", "vol", "vols", "ch", "chap", "sec", "sect",
		"eq", "rs", "ext", "tel", "est", "ver", "nr", "ca", "ft", "lb", "lbs", "oz", "hr", "hrs":
		return counter
	}
	return ordinary
}

// beginsSentence tells whether a word with a capital letter is one that begins
// sentences rather than names, so that a sentence ends before it even after an
// abbreviation.
func beginsSentence(word string) bool {
	switch word {
	case "A", "About", "According", "Across", "After", "Afterward", "Again", "Although", "Along", "Also", "Among", "An", "And",
		"Another", "Any", "Anyone", "Are", "Around", "As", "Asked", "At", "Because", "Before", "Being", "Besides", "Between", "Both",
		"But", "By", "Can", "Could", "Critics", "Despite", "Did", "Do", "Does", "Don't", "Dozens", "During", "Each", "Earlier",
		"Either", "Even", "Eventually", "Every", "Everyone", "Experts", "Few", "Finally", "For", "Following", "Four", "From",
		"Further", "Furthermore", "Given", "Had", "Has", "Have", "He", "Her", "Here", "Hers", "His", "How", "However",
		"Hundreds", "I", "If", "In", "Indeed", "Instead", "Into", "Is", "It", "Its", "Just", "Last", "Later", "Less",
		"Let", "Like", "Many", "Maybe", "Meanwhile", "Millions", "More", "Moreover", "Most", "Much", "My", "Nearly",
		"Neither", "Never", "Nevertheless", "Nobody", "None", "Nonetheless", "Nor", "Not", "Nothing", "Now", "Of", "Officials", "On",
		"Once", "One", "Only", "Or", "Other", "Others", "Otherwise", "Our", "Out", "Over", "People", "Perhaps",
		"Please", "Previously", "Rather", "Recently", "Several", "She", "Should", "Similarly", "Since", "So", "Some", "Somehow",
		"Someone", "Sometimes", "Soon", "Still", "Such", "Than", "That", "The", "Their", "Then", "There", "Therefore",
		"These", "They", "This", "Those", "Though", "Thousands", "Three", "Through", "Thus", "To", "Today", "Together",
		"Too", "Toward", "Towards", "Two", "Under", "Unless", "Unlike", "Until", "Up", "Upon", "Usually", "Was", "We", "Were",
		"What", "Whatever", "When", "Whenever", "Where", "Whereas", "Wherever", "Whether", "Which", "While", "Who", "Whoever",
		"Whom", "Whose", "Why", "Will", "With", "Within", "Without", "Would", "Yes", "Yet", "You", "Your":
		return true
	}
	return false
}

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
func isReporting(word string) bool {
	switch word {
	case "said", "says", "asked", "asks", "wrote", "writes", "told", "tweeted", "added", "adds", "replied", "responded",
		"shouted", "exclaimed", "cried", "continued", "yelled", "demanded", "wondered", "joked", "quipped", "declared",
		"insisted", "recalled", "explained", "posted", "answered", "argued":
		return true
	}
	return false
}

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
func isZone(word string) bool {
	switch word {
	case "Eastern", "Central", "Mountain", "Pacific", "Atlantic", "Alaska", "Hawaii", "Greenwich", "Moscow", "Beijing",
		"London", "Paris", "Tokyo", "Sydney", "Standard", "Daylight", "Local",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mondays", "Tuesdays",
		"Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays", "January", "February", "March", "April", "May",
		"June", "July", "August", "September", "October", "November", "December",
		"ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AKST", "HST", "GMT", "UTC", "BST", "CET",
		"CEST", "IST", "JST", "MSK", "AEST", "AEDT", "KST", "HKT", "Z":
		return true
	}
	return classify(word) == month
}
