package ledger

import (
	"testing"

	"samewire/app/words"
)

func TestSpoken(t *testing.T) {
	for name, want := range map[string]string{
		"Associated Press": "the Associated Press", "Chicago Tribune": "the Chicago Tribune",
		"Arkansas Democrat-Gazette": "the Arkansas Democrat-Gazette", "Christian Science Monitor": "the Christian Science Monitor",
		"The New York Times": "The New York Times", "Reuters": "Reuters", "USA Today": "USA Today", "Time": "Time", "Sky News": "Sky News", "blog post": "blog post", "": "",
	} {
		if got := words.English().Tell(Spoken(name)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
