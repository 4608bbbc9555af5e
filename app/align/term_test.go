package align

import (
	"testing"

	"samewire/app/text"
)

func TestFigure(t *testing.T) {
	tests := []struct{ a, b string }{
		{"$8.5 billion", "$8.5bn"},
		{"35 percent", "35%"},
		{"35 per cent", "35%"},
		{"27,000", "27000"},
		{"1.5 million", "1,500,000"},
		{"three", "3"},
	}
	for _, tt := range tests {
		a, ok := figureOf(tt.a)
		b, ok2 := figureOf(tt.b)
		if !ok || !ok2 || a != b {
			t.Errorf("%q is %q, %q is %q", tt.a, a, tt.b, b)
		}
	}
	for _, tt := range []struct{ a, b string }{{"35", "35%"}, {"8.5 billion", "8.5 million"}, {"1970s", "1970"}, {"24th", "24"}} {
		a, _ := figureOf(tt.a)
		b, _ := figureOf(tt.b)
		if a == b {
			t.Errorf("%q and %q are both %q", tt.a, tt.b, a)
		}
	}
	if _, ok := figureOf("bread"); ok {
		t.Error("bread is a figure")
	}
}

func figureOf(s string) (string, bool) {
	d := text.Parse(s)
	f, ok := figureAt(d.Source, d.Words, 0)
	return f.key, ok
}

func TestLexicon(t *testing.T) {
	l := background()
	if common, rare := l.weight("new"), l.weight("zeppelin"); common >= rare {
		t.Errorf("idf of new %v, of zeppelin %v", common, rare)
	}
	if got := l.together("lai", "off"); got != 4.4 {
		t.Errorf("idf of lay off is %v, want 4.4", got)
	}
	if l.partner(l.number("bui"), l.number("purchas")) == 0 || l.partner(l.number("purchas"), l.number("bui")) == 0 {
		t.Error("buy and purchase are no partners")
	}
	for stem, want := range map[string]string{"labour": "labor", "defenc": "defens", "organis": "organiz", "promis": "promis", "hour": "hour", "evid": "evid"} {
		if got := l.american(stem); got != want {
			t.Errorf("american(%q) = %q, want %q", stem, got, want)
		}
	}
}

func TestMuted(t *testing.T) {
	tests := []struct{ source, heard string }{
		{"DES MOINES, Iowa (AP) — Rain fell.", "Rain fell"},
		{"LONDON - Rain fell.", "Rain fell"},
		{"Rain fell - and how.", "Rain fell and how"},
		{"Rain! — Jo Smith (@josmith) May 4, 2019", "Rain"},
		{"See https://t.co/abc?x=1 now", "See now"},
		{"Thanks @josmith for rain", "Thanks for rain"},
		{"Ann Lee contributed to this report.", ""},
	}
	for _, tt := range tests {
		d := text.Parse(tt.source)
		got := ""
		for i, m := range mutedWords(d) {
			if !m {
				if got != "" {
					got += " "
				}
				got += d.Words[i].Of(d.Source)
			}
		}
		if got != tt.heard {
			t.Errorf("%q: left %q, want %q", tt.source, got, tt.heard)
		}
	}
}
