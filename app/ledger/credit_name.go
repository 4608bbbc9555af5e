package ledger

import (
	"strings"
	"unicode"

	"samewire/app/text"
)

// outlets are the usual names of agencies and outlets, each with its other
// names. The list needn't be complete, see [creditScan.unlisted]. Names of one
// common word ask for the article "The" before them. A question mark is after
// names that are also something else: they don't count before or after another
// name. An exclamation mark is after those that credit pictures alone. A name
// that several outlets go by, such as "The Telegraph", is none of one outlet's
// other names: it stays as printed.
const outlets = `Reuters|Thomson Reuters;Associated Press|AP;AFP|Agence France Presse;dpa|Deutsche Presse Agentur;` +
	`Xinhua|Xinhua News Agency;Bloomberg?|Bloomberg News|Bloomberg TV|Bloomberg Television|Bloomberg Radio|Bloomberg Businessweek;` +
	`UPI|United Press International;PA Media|Press Association|PA;Kyodo|Kyodo News;EFE;ANSA;TASS|Itar Tass;Interfax;` +
	`PTI|Press Trust of India;ANI|Asian News International;IANS;Yonhap|Yonhap News Agency;KCNA|Korean Central News Agency;` +
	`IRNA;ISNA;SANA;Tasnim;Anadolu|Anadolu Agency;RIA|RIA Novosti;Sputnik;Antara;Jiji|Jiji Press;Canadian Press;` +
	`AAP|Australian Associated Press;Dow Jones Newswires;Tribune News Service|TNS;Kaiser Health News|KHN;Belga;` +
	`The New York Times|NYT;The Washington Post|WaPo;The Wall Street Journal|WSJ;USA Today;CNN;NPR|National Public Radio;` +
	`PBS;ABC|ABC News;NBC|NBC News;CBS|CBS News;MSNBC;CNBC;Fox News|Fox?|Fox News Channel|Fox & Friends|Fox and Friends;Fox Business|Fox Business Network;Fox Sports|Fox Sport;Sky Sports;BBC Sport;CBS Sports;NBC Sports;` +
	`Politico;Axios;The Hill;Vox;Vice News|VICE;BuzzFeed News|BuzzFeed;HuffPost|Huffington Post;Daily Beast;Business Insider;` +
	`ProPublica;The Intercept;The Atlantic;The New Yorker;Time?|Time Magazine;Newsweek;Forbes;Fortune?;Wired?;The Verge;` +
	`TechCrunch;The Information;Slate?;Salon?;Mother Jones;National Review;The Nation;Roll Call;Breitbart|Breitbart News;` +
	`Newsmax;Daily Caller;TMZ;Variety?;The Hollywood Reporter;MarketWatch;Barron's;Yahoo News;Stat News|STAT;Univision;Telemundo;` +
	`Vanity Fair;Rolling Stone;Christian Science Monitor;New York Post;BBC|BBC News;Sky News;ITV|ITV News;The Guardian;` +
	`The Independent;Financial Times;The Economist;The Daily Telegraph;Daily Mail;The Sun;` +
	`Der Spiegel|Spiegel;Bild?;Le Monde;Le Figaro;El País|El Pais;Corriere della Sera;La Repubblica;Al Jazeera;Al Arabiya;` +
	`Haaretz;Deutsche Welle|DW;France 24;NHK;Nikkei;People's Daily;CCTV;CBC|CBC News;CTV|CTV News;The Globe and Mail;` +
	`Voice of America|VOA;ESPN;The Athletic;Sports Illustrated;Radio Free Europe;NDTV;The Hindu;Kommersant;Meduza;Bellingcat;Semafor;The Conversation;` +
	`Getty Images!|Getty!;Shutterstock!;iStock!;ZUMA Press!|ZUMA!;Polaris!;Alamy!`

// mastheads end the names of outlets. Those in the second half also stand for
// a whole name, as in "the Times".
const mastheads = `news radio tv television press today daily weekly magazine newswire broadcasting review zeitung ` +
	`times post journal herald tribune gazette chronicle globe observer examiner inquirer register courier dispatch sentinel star telegraph mercury bulletin beacon bee monitor`

const shortNames = "times post journal herald tribune gazette chronicle globe observer examiner inquirer register courier dispatch sentinel star telegraph bee monitor"

// alias is one of an outlet's names.
type alias struct {
	words  []string // folded, without "the"
	name   string   // the usual name
	the    bool     // it needs the article before it
	caps   bool     // it is an acronym
	common bool     // it is also something else
	photo  bool
}

// mention is a name of an outlet in the words [first, last) of an article.
type mention struct {
	first, last int
	name        string
	short       string // "times" for "the Times", of which the full name isn't known yet
	owner       bool   // a possessive: "CNN's"
	guess       bool   // it only looks like an outlet's name
	photo       bool
	spent       bool // it is part of a line that was noted
}

// creditLexicon is what the scans of all articles look up.
type creditLexicon struct {
	aliases  map[string][]alias // by the first word, the longer first
	masthead map[string]bool    // true for those that stand alone
	cues     map[string]string  // word: its roles, see creditCues
	papers   map[string]string  // word: its entry in documentNames
}

func newCreditLexicon() *creditLexicon {
	l := &creditLexicon{make(map[string][]alias), make(map[string]bool), wordTable(creditCues), wordTable(documentNames)}
	for _, outlet := range strings.Split(outlets, ";") {
		usual, _, _ := strings.Cut(outlet, "|")
		usual = strings.TrimRight(usual, "?!")
		for _, name := range strings.Split(outlet, "|") {
			l.addAlias(usual, name)
		}
	}
	for _, word := range strings.Fields(mastheads) {
		l.masthead[word] = false
	}
	for _, word := range strings.Fields(shortNames) {
		l.masthead[word] = true
	}
	return l
}

// wordTable reads a list of words, each with its value after a colon.
func wordTable(list string) map[string]string {
	table := make(map[string]string)
	for _, entry := range strings.Fields(list) {
		word, value, _ := strings.Cut(entry, ":")
		table[word] = value
	}
	return table
}

func (l *creditLexicon) addAlias(usual, name string) {
	a := alias{name: usual, common: strings.HasSuffix(name, "?"), photo: strings.HasSuffix(name, "!")}
	name = strings.TrimRight(name, "?!")
	a.caps = len(name) <= 5 && name == strings.ToUpper(name)
	name, the := strings.CutPrefix(name, "The ")
	a.words = strings.Fields(strings.ToLower(strings.ReplaceAll(name, " &", "")))
	a.the = the && len(a.words) == 1
	list := append(l.aliases[a.words[0]], a)
	for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	l.aliases[a.words[0]] = list
}

// findMentions finds the names of outlets in the article.
func (s *creditScan) findMentions() {
	s.person = isBloombergPerson(s.d.Words)
	for i := range s.d.Sentences {
		sen := &s.d.Sentences[i]
		for w := sen.First; w < sen.Last; w++ {
			if word := &s.d.Words[w]; !word.Capital && word.Fold != "dpa" {
				continue
			}
			m, ok := s.listed(sen, w)
			if !ok {
				m, ok = s.unlisted(sen, w)
			}
			if ok {
				s.mentions = append(s.mentions, m)
				w = m.last - 1
			}
		}
	}
	s.resolve()
}

// possessive returns a word without its "'s".
func possessive(word string) string {
	if !strings.HasSuffix(word, "s") {
		return word
	}
	for _, end := range []string{"'s", "’s", "‘s"} {
		if base, ok := strings.CutSuffix(word, end); ok {
			return base
		}
	}
	return word
}

// listed returns the outlet of the list that is named at word i.
func (s *creditScan) listed(sen *text.Sentence, i int) (mention, bool) {
	fold := strings.TrimSuffix(s.fold(sen, i), ".com")
	list := s.aliases[fold]
	if list == nil {
		list = s.aliases[possessive(fold)]
	}
	for n := range list {
		a := &list[n]
		last := i + len(a.words)
		if last > sen.Last || !s.spells(a, i) {
			continue
		}
		word := &s.d.Words[last-1]
		m := mention{first: i, last: last, name: a.name, photo: a.photo}
		m.owner = word.Fold != a.words[len(a.words)-1] || strings.HasPrefix(s.gap(last), "’") || strings.HasPrefix(s.gap(last), "' ")
		before := s.fold(sen, i-1)
		if a.the && before != "the" || a.common && s.partOfName(sen, m) {
			continue
		}
		if before == "the" && strings.HasPrefix(a.name, "The ") {
			m.first--
		}
		return m, true
	}
	return mention{}, false
}

// spells tells whether the words of an alias stand at word i.
func (s *creditScan) spells(a *alias, i int) bool {
	for n, want := range a.words {
		word := &s.d.Words[i+n]
		fold := word.Fold
		if fold != want && n == len(a.words)-1 {
			fold = strings.TrimSuffix(possessive(fold), ".com")
		}
		if fold != want || n > 0 && strings.Trim(s.gap(i+n), "- &") != "" {
			return false
		}
		if a.caps && strings.ContainsFunc(strings.TrimSuffix(possessive(word.Of(s.d.Source)), ".com"), unicode.IsLower) {
			return false
		}
	}
	return true
}

// partOfName tells whether another capital word stands right before or after a
// mention, as in "Michael Bloomberg" and "Time Warner"; or whether a person of
// that name is in the article.
func (s *creditScan) partOfName(sen *text.Sentence, m mention) bool {
	if s.capital(sen, m.last) && !m.owner {
		return true
	}
	if m.last < sen.Last && s.d.Words[m.last].Capital && s.gap(m.last) == " " && strings.Contains(s.cues[s.d.Words[m.last].Fold], "S") {
		return true // "Fox Sports" is another one
	}
	return m.last-m.first == 1 && (s.capital(sen, m.first-1) && m.first-1 > sen.First || m.name == "Bloomberg" && s.person)
}

// capital tells whether word i of a sentence begins a name and no more than a
// blank stands between it and the word next to it.
func (s *creditScan) capital(sen *text.Sentence, i int) bool {
	if i < sen.First || i >= sen.Last || !s.d.Words[i].Capital || s.d.Words[i].Stop {
		return false
	}
	if role := s.cues[s.d.Words[i].Fold]; strings.ContainsAny(role, "dS") {
		return false
	}
	return s.gap(i) == " " || i == sen.First
}

// isBloombergPerson tells whether a first name or a title stands before
// "Bloomberg" somewhere in the article.
func isBloombergPerson(words []text.Word) bool {
	for i := 1; i < len(words); i++ {
		if strings.HasPrefix(words[i].Fold, "bloomberg") {
			if isOneOf(" michael mike mayor mr candidate ", words[i-1].Fold) {
				return true
			}
		}
	}
	return false
}

// unlisted returns the name at word i that has the form of an outlet's.
func (s *creditScan) unlisted(sen *text.Sentence, i int) (mention, bool) {
	words := s.d.Words
	if words[i].Stop {
		return mention{}, false
	}
	last := i + 1
	for last < sen.Last && last < i+6 && words[last].Capital && strings.Trim(s.gap(last), "-. ") == "" && len(s.gap(last)) <= 2 {
		if _, ok := s.listed(sen, last); ok || possessive(words[last-1].Fold) != words[last-1].Fold {
			break // "Italy's Repubblica"
		}
		last++
	}
	alone, ok := s.masthead[possessive(words[last-1].Fold)]
	if ok && s.fold(sen, last) == "of" { // "Times of Israel", "Journal of the ..."
		end := last + 1
		if s.fold(sen, end) == "the" {
			end++
		}
		for ; s.capital(sen, end); end++ {
			last = end + 1
		}
	}
	m := mention{first: i, last: last, guess: true, owner: strings.HasSuffix(words[last-1].Fold, "'s")}
	switch {
	case ok && last-i > 1, s.calledOutlet(sen, i, last):
		m.guess = false
	case ok && alone && s.fold(sen, i-1) == "the":
		m.first, m.short, m.guess = i-1, possessive(words[i].Fold), false
		m.name = "The " + possessive(words[i].Of(s.d.Source))
		return m, true
	case last-i > 1 || !brand(possessive(words[i].Of(s.d.Source))):
		return mention{}, false
	}
	m.name = possessive(s.span(i, last).Of(s.d.Source))
	return m, true
}

// calledOutlet tells whether the text itself says that the words [first, last)
// name an outlet: "the Saba news agency", "the newspaper Die Zeit".
func (s *creditScan) calledOutlet(sen *text.Sentence, first, last int) bool {
	if s.gap(last) == " " && !nationality(s.d.Words[last-1].Fold) {
		next := s.fold(sen, last)
		if isOneOf(" newspaper television magazine tv ", next) || next == "news" && isOneOf(" agency service site website ", s.fold(sen, last+1)) {
			return true
		}
	}
	if s.gap(first) != " " {
		return false
	}
	before := s.fold(sen, first-1)
	return isOneOf(" newspaper broadcaster magazine ", before) || isOneOf(" agency outlet website site ", before) && s.fold(sen, first-2) == "news"
}

// nationality tells whether a word may be that of a people, which says where an
// outlet is from rather than what it is called.
func nationality(fold string) bool {
	for _, end := range []string{"an", "ese", "ish", "ch", "i", "greek", "swiss", "arab"} {
		if strings.HasSuffix(fold, end) {
			return true
		}
	}
	return false
}

// brand tells whether a word is spelt as outlets are and people aren't:
// "BuzzFeed", "example.com", or a station's call sign such as "KQED".
func brand(word string) bool {
	if len(word) == 4 && (word[0] == 'W' || word[0] == 'K') && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return true
	}
	for _, end := range []string{".com", ".org", ".net", ".co.uk"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	for i := 4; i < len(word); i++ { // not "McConnell", "DeSantis", "FitzGerald"
		if isCapital(word[i]) && word[i-1] >= 'a' && word[i-1] <= 'z' && !strings.HasPrefix(word, "Fitz") {
			return true
		}
	}
	return false
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// resolve gives short names the full name that stands in the article, if there
// is only one.
func (s *creditScan) resolve() {
	full := make(map[string]string)
	for _, m := range s.mentions {
		last := strings.ToLower(m.name[strings.LastIndexByte(m.name, ' ')+1:])
		if m.short != "" || !s.masthead[last] {
			continue
		}
		if other, ok := full[last]; ok && other != m.name {
			full[last] = ""
			continue
		}
		full[last] = m.name
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; m.short != "" && full[m.short] != "" {
			m.name = full[m.short]
		}
	}
}
