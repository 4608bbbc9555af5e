package text

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"We've seen it.", "We've|seen|it"},
		{"We’ve seen the dogs’ tails.", "We’ve|seen|the|dogs|tails"},
		{"It rose 8.5% to $27,000.", "It|rose|8.5|to|27,000"},
		{"the U.S. and the E.U.", "the|U.S.|and|the|E.U."},
		{"Mr. J. Holt", "Mr|J|Holt"},
		{"a voice-activated, ad–free set", "a|voice|activated|ad|free|set"},
		{"AT&T and R&D, salt&pepper", "AT&T|and|R&D|salt|pepper"},
		{"at 10:30 on 9/11", "at|10|30|on|9|11"},
		{"a 3D film from the '90s", "a|3D|film|from|the|90s"},
		{"snake_case and _stress_", "snake_case|and|stress"},
		{"rock 'n' roll", "rock|n|roll"},
		{"Jo.Doe@example.org #tag @name", "Jo.Doe|example.org|tag|name"},
		{"cafe\u0301s nai\u0308ve", "cafe\u0301s|nai\u0308ve"},
		{"in\u00advisible zero\u200bwidth end\u200b.", "in\u00advisible|zero\u200bwidth|end"},
		{"東京 カタカナ", "東|京|カタカナ"},
		{"สวัส", "ส|วั|ส"},
		{"Привет, мир", "Привет|мир"},
		{"مرحبا بالعالم", "مرحبا|بالعالم"},
		{"\xff\xfea\xffb", "a|b"},
		{"… — ?!", ""},
	} {
		var got []string
		for _, w := range Parse(c.source).Words {
			got = append(got, w.Of(c.source))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("words of %q: got %q, want %s", c.source, got, c.want)
		}
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		word, fold, stem string
		flags            string // s stop, c capital, d digit
	}{
		{"Announced", "announced", "announc", "c"},
		{"Amazon’s", "amazon's", "amazon", "c"},
		{"said", "said", "sai", ""},
		{"wrote", "wrote", "write", ""},
		{"children", "children", "child", ""},
		{"any", "any", "ani", "s"},
		{"We've", "we've", "we'v", "sc"},
		{"it’s", "it's", "it", "s"},
		{"U.S.", "u.s", "us", "c"},
		{"US", "us", "us", "c"},
		{"us", "us", "us", "s"},
		{"27,000", "27,000", "27000", "d"},
		{"8.5", "8.5", "8.5", "d"},
		{"Zero\u200b\u202ewidth", "zerowidth", "zerowidth", "c"},
		{"Cafe\u0301", "café", "café", "c"},
		{"Москва", "москва", "москва", "c"},
		{"the", "the", "the", "s"},
	} {
		words := Parse(c.word).Words
		if len(words) != 1 {
			t.Errorf("%q is %d words", c.word, len(words))
			continue
		}
		w := words[0]
		flags := ""
		for _, f := range []struct {
			on   bool
			flag string
		}{{w.Stop, "s"}, {w.Capital, "c"}, {w.Digit, "d"}} {
			if f.on {
				flags += f.flag
			}
		}
		if w.Fold != c.fold || w.Stem != c.stem || flags != c.flags {
			t.Errorf("%q: got fold %q, stem %q, flags %q; want %q, %q, %q", c.word, w.Fold, w.Stem, flags, c.fold, c.stem, c.flags)
		}
	}
}

// A parser's memory must not show in what it returns.
func TestParserForgets(t *testing.T) {
	p := NewParser()
	p.Parse("US and us, The the, wrote WROTE.")
	const source = "us WROTE The US"
	if got, want := p.Parse(source).Words, Parse(source).Words; !slices.Equal(got, want) {
		t.Errorf("after another text: %+v, alone: %+v", got, want)
	}
}
