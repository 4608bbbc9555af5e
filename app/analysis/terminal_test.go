package analysis

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"samewire/app/align"
	"samewire/app/collate"
	"samewire/app/ledger"
	"samewire/app/story"
	"samewire/app/text"
)

// built returns an analysis of articles whose first paragraphs are the readings
// of one passage, the first of them its base.
func built(articles []story.Article, kinds ...align.Kind) *Analysis {
	a := &Analysis{Story: &story.Story{ID: "mill", Title: "The mill", Articles: articles}, Ledgers: &ledger.Ledgers{}}
	p := collate.Passage{ID: 1}
	for i, art := range articles {
		d := text.Parse(art.Text)
		a.Documents = append(a.Documents, d)
		place := align.Place{Article: i, Span: d.Paragraphs[0].Span}
		p.Readings = append(p.Readings, collate.Reading{Place: place, Kind: kinds[i]})
	}
	a.Passages = []collate.Passage{p}
	return a
}

func mill() *Analysis {
	return built([]story.Article{
		{Outlet: "The Leeds Courier", Title: "Mill to shut", Text: "“The old mill will shut its gates for good in May,” Clark told the crowd."},
		{Title: "Mill shut", Text: "“The old mill will shut its gates for good in May”, Clark told the crowd.\n\nNobody spoke up."},
		{Outlet: "新聞", Title: "The end of the old mill in the words of those who worked there for a lifetime",
			Text: "The old mill will close in May, Clark told a very angry crowd."},
		{Outlet: "Wool Daily", File: "wool.txt", Text: "Workers heard from their boss that “it's over”."},
	}, align.Verbatim, align.Verbatim, align.Edited, align.Reworded)
}

func writeText(t *testing.T, a *Analysis, color bool, width int) string {
	t.Helper()
	var out bytes.Buffer
	if err := a.WriteText(&out, color, width); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWriteText(t *testing.T) {
	got := writeText(t, mill(), false, 60)
	want := `
The mill

    Outlet             Words  Own copy
  A The Leeds Courier     15        0%  Mill to shut
  B Outlet B              18       17%  Mill shut
  C 新聞                  13        0%  The end of the old…
  D Wool Daily             8        0%  wool.txt

How much of the row's article stands in the column's too:
        A     B     C     D
  A     ·  100%  100%  100%
  B   83%     ·   83%   83%
  C  100%  100%     ·  100%
  D  100%  100%  100%     ·

What stands out:
  - Passages that The Leeds Courier and Outlet B share, word
    for word, make up 100% of The Leeds Courier’s article
    and 83% of Outlet B’s.

Passage 1, 4 readings
  A The Leeds Courier: base
    “The old mill will shut its gates for good in May,”
    Clark told the crowd.
  B Outlet B: word for word, set differently
  C 新聞: edited, 9 of 15 words kept, quotation marks
    dropped
    [-“-]The old mill will [-shut its gates for
    good-]{+close+} in May,[-”-] Clark told [-the-]{+a very
    angry+} crowd.
  D Wool Daily: reworded throughout
    Workers heard from their boss that “it's over”.
`[1:]
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWriteTextColor(t *testing.T) {
	got := writeText(t, mill(), true, 40)
	for _, want := range []string{
		"\x1b[1mThe mill\x1b[0m\n",
		// A style ends with its line and goes on in the next.
		"    \x1b[31;9m“\x1b[0mThe old mill will \x1b[31;9mshut its gates\x1b[0m\n    \x1b[31;9mfor good\x1b[0m \x1b[32;4mclose\x1b[0m in May,",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%q", want, got)
		}
	}
	if strings.Contains(got, "[-") || strings.Contains(got, "{+") {
		t.Errorf("marks and color both: %q", got)
	}
}

// hostile is what would clear a screen, set its title or turn its line round.
const hostile = "a\x1b[2J\x1b]0;x\x07\x9b1m\u009b31m\x7f\u202eb\u2028\r\nc\x00"

func TestWriteTextControlCharacters(t *testing.T) {
	a := built([]story.Article{
		{Outlet: hostile, Title: hostile, Text: "The mill " + hostile + " in May."},
		{Outlet: hostile, Title: hostile, Text: "The mill will close " + hostile + " May."},
	}, align.Verbatim, align.Reworded)
	a.Story.Title, a.Story.Note = hostile, hostile
	for _, color := range []bool{false, true} {
		got := writeText(t, a, color, 70)
		for _, own := range []string{strong, deleted, inserted, reset} {
			if color {
				got = strings.ReplaceAll(got, own, "")
			}
		}
		for _, r := range got {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028') {
				t.Fatalf("%U reaches the terminal: %q", r, got)
			}
		}
		if !utf8.ValidString(got) {
			t.Errorf("broken UTF-8 reaches the terminal: %q", got)
		}
		if !strings.Contains(got, "a\uFFFD[2J\uFFFD]0;x\uFFFD") {
			t.Errorf("the rest of the text is lost: %q", got)
		}
	}
}

func TestWriteTextWidth(t *testing.T) {
	articles := mill().Story.Articles
	articles[0].Text = strings.Replace(articles[0].Text, "mill", "紡績工場 mill", 1)
	a := built(articles, align.Verbatim, align.Edited, align.Edited, align.Reworded)
	for _, width := range []int{1, 40, 55, 80, 200} {
		for _, line := range strings.Split(writeText(t, a, false, width), "\n") {
			if n := columns(line); n > max(width, minColumns) {
				t.Errorf("width %d: %d columns in %q", width, n, line)
			}
		}
	}
	if got := writeText(t, a, false, 0); !strings.Contains(got, "those who worked there for a lifetime\n") ||
		!strings.Contains(got, "gates for good in May,” Clark told the crowd.\n") {
		t.Errorf("width 0 broke lines:\n%s", got)
	}
}

// TestWriteTextManyArticles has more articles than a matrix has room for.
func TestWriteTextManyArticles(t *testing.T) {
	var articles []story.Article
	kinds := make([]align.Kind, 30)
	for range kinds {
		articles = append(articles, story.Article{Text: "The old mill will shut."})
	}
	got := writeText(t, built(articles, kinds...), false, 80)
	for _, want := range []string{
		"\n  A 100% in B, 100% in C, 100% in D\n",
		"\n AD 100% in A, 100% in B, 100% in C\n",
		"\n AD Outlet AD: word for word\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestWriteTextNothingShared(t *testing.T) {
	a := mill()
	a.Passages = nil
	got := writeText(t, a, false, 80)
	for _, want := range []string{"  B    0%     ·    0%    0%\n", "18      100%", "\nNo passage stands in more than one article.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("disk full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTextError(t *testing.T) {
	if err := mill().WriteText(fullDisk{}, false, 80); !errors.Is(err, errFull) {
		t.Errorf("got error %v, want %v", err, errFull)
	}
}

func TestPercent(t *testing.T) {
	for x, want := range map[float64]string{0: "0%", 0.004: "<1%", 0.01: "1%", 0.426: "43%", 1: "100%"} {
		if got := percent(x); got != want {
			t.Errorf("percent(%v) = %q, want %q", x, got, want)
		}
	}
}

func TestFit(t *testing.T) {
	tests := []struct {
		s    string
		n    int
		want string
	}{
		{"mill", 6, "mill  "},
		{"mill", 4, "mill"},
		{"mills", 4, "mil…"},
		{"the mill", 5, "the… "},
		{"新聞社", 5, "新聞…"},
		{"新聞社", 4, "新… "},
		{"e\u0301te\u0301", 3, "e\u0301te\u0301"},
	}
	for _, c := range tests {
		if got := fit(c.s, c.n); got != c.want || columns(got) != c.n {
			t.Errorf("fit(%q, %d) = %q of %d columns, want %q", c.s, c.n, got, columns(got), c.want)
		}
	}
}
