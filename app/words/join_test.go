package words

import "testing"

func TestJoins(t *testing.T) {
	for _, c := range []struct{ code, form, content, want string }{
		{"fr", "la version de {x}", "Reuters", "la version de Reuters"},
		{"fr", "la version de {x}", "Associated Press", "la version d’Associated Press"},
		{"fr", "la version de {x}", "Écho du soir", "la version d’Écho du soir"},
		{"fr", "la version de {x}", "<bdi>Écho du soir</bdi>", "la version d’<bdi>Écho du soir</bdi>"},
		{"fr", "la version de {x}", "<a href=\"/i\"><bdi>Le Monde</bdi></a>", "la version du <a href=\"/i\"><bdi>Monde</bdi></a>"},
		{"fr", "la version de {x}", "Les Échos", "la version des Échos"},
		{"fr", "face à {x}", "Le Monde", "face au Monde"},
		{"fr", "face à {x}", "<bdi>Les Échos</bdi>", "face aux <bdi>Échos</bdi>"},
		{"fr", "face à {x}", "Infos", "face à Infos"},
		{"de", "der Artikel von {x}", "Die Zeit", "der Artikel von der Zeit"},
		{"de", "Bei {x} steht", "<a href=\"/i\"><bdi>Der Spiegel</bdi></a>", "Beim <a href=\"/i\"><bdi>Spiegel</bdi></a> steht"},
		{"de", "nicht in {x}", "Das Parlament", "nicht im Parlament"},
		{"de", "von {x}", "Die Neue Zeitung", "von Die Neue Zeitung"},
		{"de", "von {x}", "Der Bote", "von Der Bote"},
		{"de", "von {x}", "Die Zeit und Der Spiegel", "von Die Zeit und Der Spiegel"},
		{"de", "von {x}", "Reuters", "von Reuters"},
		{"de", "davon {x}", "Die Zeit", "davon Die Zeit"},
		{"de", "von {x}", "", "von "},
		{"de", "{x} bringt", "Die Zeit", "Die Zeit bringt"},
		{"fr", "la version de {x}", "L’Est", "la version de L’Est"},
		{"fr", "la version de {x}", "Lesoir", "la version de Lesoir"},
		{"fr", "le texte de {x}", "A", "le texte de A"},
		{"fr", "plus de {x}", "11", "plus de 11"},
		{"fr", "plus de {x}", "onze", "plus de onze"},
		{"fr", "plus de {x}", "", "plus de "},
		{"fr", "un mot que {x} a", "Infos", "un mot qu’Infos a"},
		{"fr", "un mot que {x} a", "Le Monde", "un mot que Le Monde a"},
		{"fr", "grande {x}", "Infos", "grande Infos"},
		{"fr", "code {x}", "<open", "code <open"},
		{"es", "{x} y {x}", "Infobae", "Infobae e Infobae"},
		{"es", "{x} y {x}", "<bdi>Íñigo</bdi>", "<bdi>Íñigo</bdi> e <bdi>Íñigo</bdi>"},
		{"es", "{x} y {x}", "Historia", "Historia e Historia"},
		{"es", "{x} y {x}", "I", "I e I"},
		{"es", "{x} y {x}", "Hielo", "Hielo y Hielo"},
		{"es", "{x} y {x}", "Hoy", "Hoy y Hoy"},
		{"es", "{x} y {x}", "", " y "},
		{"es", "muy {x}", "Infobae", "muy Infobae"},
		{"en", "that {x} has", "Infobae", "that Infobae has"},
	} {
		l, _ := ByCode(c.code)
		if got := table(t, l, "a = "+c.form).Tell(Say("a", "x", c.content)); got != c.want {
			t.Errorf("%s: %q with %q: %q, want %q", c.code, c.form, c.content, got, c.want)
		}
	}
	es, _ := ByCode("es")
	if got := table(t, es, "list.last = {list} y {last}").Tell(List([]string{"Hoy", "Infobae"})); got != "Hoy e Infobae" {
		t.Errorf("a list: %q", got)
	}
}
