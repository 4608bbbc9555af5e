package words

import (
	_ "embed"
	"strings"
	"sync"
)

// Language is a language of the interface.
type Language struct {
	Code      string // of BCP 47
	Name      string // in the language itself
	Rtl       bool   // it is written from right to left
	Thousands string // what stands between the thousands of a number
	Wide      bool   // not in numbers of four figures
	ZeroIsOne bool   // nothing takes the form for one
}

// nnbsp is a narrow space at which no line ends.
const nnbsp = "\u202F"

// Languages are the languages of the interface, the one that others fall back on
// first. A language has a file of messages, named by its code.
var Languages = [...]Language{
	{Code: "en", Name: "English", Thousands: ","},
	{Code: "de", Name: "Deutsch", Thousands: "."},
	{Code: "fr", Name: "Français", Thousands: nnbsp, ZeroIsOne: true},
	{Code: "es", Name: "Español", Thousands: ".", Wide: true},
}

// singular tells whether a number takes the form for one.
func (l Language) singular(n int) bool { return n == 1 || n == 0 && l.ZeroIsOne }

// Dir returns the direction of the language, as HTML has it.
func (l Language) Dir() string {
	if l.Rtl {
		return "rtl"
	}
	return "ltr"
}

// ByCode returns the language of a code, and false if there is none.
func ByCode(code string) (Language, bool) {
	for _, l := range Languages {
		if l.Code == code {
			return l, true
		}
	}
	return Languages[0], false
}

//go:embed en.txt
var english string

// tables are the tables that have been read, by the codes of their languages.
var tables struct {
	sync.Mutex
	by map[string]*Table
}

// English returns the table of English messages.
func English() *Table { return In(Languages[0].Code) }

// In returns the table of a language, by its code: English where there is none,
// or, in the browser, where none was loaded by [Add].
func In(code string) *Table {
	tables.Lock()
	defer tables.Unlock()
	if t := tables.by[code]; t != nil {
		return t
	}
	source := Source(code)
	if source == "" {
		code, source = Languages[0].Code, english
	}
	t, err := add(code, source)
	if err != nil {
		panic(err) // a table of ours, which a test reads
	}
	return t
}

// Add takes in the table of a language.
func Add(code, source string) error {
	tables.Lock()
	defer tables.Unlock()
	_, err := add(code, source)
	return err
}

func add(code, source string) (*Table, error) {
	if t := tables.by[code]; t != nil {
		return t, nil
	}
	l, _ := ByCode(code)
	t, err := ParseTable(l, source)
	if err != nil {
		return nil, err
	}
	if tables.by == nil {
		tables.by = make(map[string]*Table)
	}
	if code != Languages[0].Code {
		if t.els, err = add(Languages[0].Code, english); err != nil {
			return nil, err
		}
	}
	tables.by[code] = t
	return t, nil
}

// Preferred returns the code of the language that a reader wants most, by the
// header Accept-Language, and English where it names none of ours. What is named
// first among equals goes first. It is lenient: what it can't read, it passes
// over.
func Preferred(header string) string {
	best, weight := Languages[0].Code, 0
	for part := range strings.SplitSeq(header, ",") {
		tag, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		code, _, _ := strings.Cut(tag, "-")
		l, ok := ByCode(strings.ToLower(code))
		if w := quality(q); ok && w > weight {
			best, weight = l.Code, w
		}
	}
	return best
}

// quality returns a weight such as "q=0.8" in thousandths.
func quality(s string) int {
	s = strings.TrimSpace(s)
	if s == "" {
		return 1000
	}
	s, ok := strings.CutPrefix(s, "q=")
	whole, rest, _ := strings.Cut(s, ".")
	if !ok || len(whole) != 1 || len(rest) > 3 || !isDecimal(whole+rest) {
		return 0
	}
	n := int(whole[0]-'0') * 1000
	for i, unit := 0, 100; i < len(rest); i, unit = i+1, unit/10 {
		n += int(rest[i]-'0') * unit
	}
	return min(n, 1000)
}
