package ui

import "samewire/app/align"

// inCopy returns the attributes of an element that holds copy of an article alone:
// those given, and what tells browsers how it is read and read out. It is seldom
// in the language of the interface.
func (d *desk) inCopy(article int, attrs ...string) []string {
	return append(attrs, "dir", "auto", "lang", d.tongue(article))
}

// tongue returns the code of an article's language, and "", which stands for an
// unknown one, unless it is English: the engine knows no other.
func (d *desk) tongue(article int) string {
	if d.tongues == nil {
		d.tongues = make([]*string, len(d.Documents))
	}
	if d.tongues[article] == nil {
		code := ""
		if align.English(d.Documents[article]) {
			code = "en"
		}
		d.tongues[article] = &code
	}
	return *d.tongues[article]
}

// spoken writes words of the interface inside copy, for those who listen.
func (m *markup) aloud(s string) *markup {
	return m.put("span", s, "class", "vh", "lang", say("language.code"))
}
