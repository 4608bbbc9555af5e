package words

import (
	"os"
	"strings"
	"testing"
)

func table(t *testing.T, l Language, source string) *Table {
	t.Helper()
	table, err := ParseTable(l, source)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestTell(t *testing.T) {
	en := table(t, Languages[0], "# a comment\n\na = {x} and {y}\nb = {n} words\nb.one = one word\nb.none = no words\nc = open {x\nlist.comma = {list}, {next}\nlist.last = {list} and {last}\nnumeral.2 = two\n")
	for _, c := range []struct{ said, want string }{
		{Say("a", "x", "X", "y", "Y"), "X and Y"},
		{Say("a", "x", "{y}", "y", "Y"), "{y} and Y"},
		{Say("a", "x", "X"), "X and "},
		{Say("a", "x", Say("b", "n", "1"), "y", Say("a", "x", "1", "y", "2")), "one word and 1 and 2"},
		{Say("b", "n", "0"), "no words"},
		{Say("b", "n", "1744"), "1,744 words"},
		{Say("b", "n", Numeral(2)), "two words"},
		{Say("b", "n", Numeral(1)), "one word"},
		{Say("b", "n", Number(1234567)), "1,234,567 words"},
		{Say("c", "x", "X"), "open "},
		{Say("d", "x", "X"), "d"},
		{"<p>" + Say("b", "n", "1") + "</p>" + Say("d"), "<p>one word</p>d"},
		{Capital(Say("b", "n", Numeral(2))), "Two words"},
		{Capital(""), ""},
		{Capital("\xff"), "\xff"},
		{List(nil), ""},
		{List([]string{"A"}), "A"},
		{List([]string{"A", "B"}), "A and B"},
		{List([]string{"A", "B", Say("b", "n", "1")}), "A, B and one word"},
		{"as it is", "as it is"},
		{"broken \x01key\x02x", "broken key\x02x"},
		{"\x04\x03\x02", "\x04\x03\x02"},
	} {
		if got := en.Tell(c.said); got != c.want {
			t.Errorf("%q: %q, want %q", c.said, got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		code string
		n    int
		want string
	}{
		{"en", 999, "999"}, {"en", 1744, "1,744"}, {"de", 1744, "1.744"}, {"fr", 1744, "1\u202f744"}, {"fr", 1234567, "1\u202f234\u202f567"},
		{"es", 1744, "1744"}, {"es", 17440, "17.440"},
	} {
		l, _ := ByCode(c.code)
		if got := table(t, l, "").Tell(Number(c.n)); got != c.want {
			t.Errorf("%s: %q, want %q", c.code, got, c.want)
		}
	}
}

func TestPlural(t *testing.T) {
	for code, want := range map[string]string{"en": "many one many", "de": "many one many", "fr": "one one many", "es": "many one many"} {
		l, _ := ByCode(code)
		table := table(t, l, "a = many\na.one = one")
		if got := table.Tell(Say("a", "n", "0") + " " + Say("a", "n", "1") + " " + Say("a", "n", "2")); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}

func TestParseTableNamesTheLine(t *testing.T) {
	for _, source := range []string{"a = b\nc", "a = b\na = c", "a = b\nc = it's", "a = b\nc = <b>"} {
		if _, err := ParseTable(Languages[0], source); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error %v", source, err)
		}
	}
}

func TestPreferred(t *testing.T) {
	for header, want := range map[string]string{
		"": "en", "de": "de", "de-CH,fr;q=0.9": "de", "ja,fr;q=0.5,es;q=0.7": "es", "ja": "en", "en-US,en;q=0.9,de;q=0.8": "en",
		"de;q=0": "en", "DE-at": "de", "fr; q=1": "fr", "*;q=1, ;;,fr;q=x": "en", "fr;q=0.25, es;q=0.26": "es",
	} {
		if got := Preferred(header); got != want {
			t.Errorf("%q: %s, want %s", header, got, want)
		}
	}
}

func TestErrorsSpeakTwice(t *testing.T) {
	err := Error("file.in", "name", "a & b.txt", "why", Why(Error("story-file.broken", "line", "3")))
	if got, want := err.Error(), "a & b.txt: the story file is broken in line 3: save the story again, or ask for the file again"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := In("de").Tell(Why(err)), "a & b.txt: die Themendatei ist in Zeile 3 beschädigt"; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want %q …", got, want)
	}
	if got := In("de").Tell(Why(os.ErrExist)); got != os.ErrExist.Error() {
		t.Errorf("an error of another kind: %q", got)
	}
}

func FuzzTell(f *testing.F) {
	f.Add("\x01a\x02x\x03\x01b\x04\x04")
	f.Add("\x01^\x02\x03\x04")
	f.Add("\x01+\x02\x03a\x02\x03b\x04")
	f.Fuzz(func(t *testing.T, s string) { English().Tell(s) })
}
