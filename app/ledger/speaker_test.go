package ledger

import (
	"strings"
	"testing"

	"samewire/app/text"
)

// written writes quotations as "words [said=name, role] (cue)".
func written(source string) string {
	var lines []string
	for _, q := range Quotations([]*text.Document{text.Parse(source)}, nil) {
		var pieces []string
		for _, p := range q.Pieces {
			pieces = append(pieces, strings.TrimSpace(p.Of(source)))
		}
		line := strings.Join(pieces, " | ") + " [" + q.Speaker.Said.Of(source)
		if q.Speaker.Name != q.Speaker.Said {
			line += "=" + q.Speaker.Name.Of(source)
		}
		if q.Speaker.Role.Len() > 0 {
			line += ", " + q.Speaker.Role.Of(source)
		}
		lines = append(lines, line+"] ("+q.Cue.Of(source)+")")
	}
	return strings.Join(lines, "\n")
}

func TestSpeakers(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"after", "“The dam will hold,” Ina Marsh told reporters.",
			"The dam will hold, [Ina Marsh] (told reporters)"},
		{"verb first", "“The dam will hold,” said Ina Marsh, a retired engineer who advised the council.",
			"The dam will hold, [Ina Marsh, a retired engineer who advised the council] (said)"},
		{"role between", "“The dam will hold,” Ina Marsh, chief executive of Delta Works and Northern Canals, told staff in a note.",
			"The dam will hold, [Ina Marsh, chief executive of Delta Works and Northern Canals] (told staff in a note)"},
		{"role first", "“The dam will hold,” Delta Works spokesman Ole Brandt said.",
			"The dam will hold, [Ole Brandt, Delta Works spokesman] (said)"},
		{"name beside role", "The vice president of Delta Works, Ina Marsh, stated in a note that “the dam will hold for years.”",
			"the dam will hold for years. [Ina Marsh, The vice president of Delta Works] (stated in a note)"},
		{"title", "Secretary of State Ina Marsh called the plan “a gift to nobody at all.”",
			"a gift to nobody at all. [Ina Marsh, Secretary of State] (called)"},
		{"of a place", "“The dam will hold,” Sen. Ina Marsh of Ohio said Friday.",
			"The dam will hold, [Ina Marsh, Sen.] (said Friday)"},
		{"relative cue", "“The dam will hold,” Marsh wrote in the memo, which was seen by the Courier. “It has held before.”",
			"The dam will hold, | It has held before. [Marsh] (wrote in the memo, which was seen by the Courier)"},
		{"broken", "“The dam,” he said, “will hold.”",
			"The dam, | will hold. [he=] (said)"},
		{"still to be said", "“The dam will hold for years to come,” Marsh was due to say, according to her office.",
			"The dam will hold for years to come, [Marsh] (was due to say)"},
		{"a verb of another deed", "Ina Marsh questioned whether the council when it wrote the law “meant to shut the gates for years.”",
			"meant to shut the gates for years. [Ina Marsh] (questioned)"},
		{"after a time", "Hours after Marsh’s posts, the council replied, saying it was “sure of its numbers.”",
			"sure of its numbers. [the council=] (saying)"},
		{"a movement's name", "Ina Marsh called the march “nothing but noise in the streets,” referring to the “open all gates” movement.",
			"nothing but noise in the streets, [Ina Marsh] (called)"},
		{"a title in small letters", "Coastal defence secretary Ina Marsh said there was “no reason for fear.”",
			"no reason for fear. [Ina Marsh, Coastal defence secretary] (said)"},
		{"whose name has an and", "The northern centre for flood prevention and control said in a report that it was “likely that all the gates will be shut.”",
			"likely that all the gates will be shut. [The northern centre for flood prevention and control=] (said in a report)"},
		{"who read it", "The gates “have been failing since the spring,” a clerk who had access to the plans told the Courier.",
			"have been failing since the spring, [a clerk=] (told the Courier)"},
		{"another one", "A second clerk referred to the plan as a “slush fund” and yet another questioned “what the gates have to do with the harbour and its fees?”",
			"slush fund [A second clerk=] (referred)\nwhat the gates have to do with the harbour and its fees? [another=] (questioned)"},
		{"between dashes", "Mayor Ina Marsh praised the crews, saying the coast – which reported nine floods – was facing “its hardest year in a century.”",
			"its hardest year in a century. [Ina Marsh, Mayor] (saying)"},
		{"at the end of the sentence before", "Marsh didn’t name a day, but she said that the villages would need to act, the clerk said. “It was very late.”",
			"It was very late. [the clerk=] ()"},
		{"a title that may be another's", "The memo from Ina Marsh changed what the president thought of it. “We are late,” she said.",
			"We are late, [she=] (said)"},
		{"in a note that the", "Ina Marsh said in a note the plan didn’t pay for northern gates and “holds no money for the harbour.”",
			"holds no money for the harbour. [Ina Marsh] (said in a note)"},
		{"a member of a party", "The coast’s Democrat said in a statement that she is “feeling much better today.”",
			"feeling much better today. [The coast’s Democrat=] (said in a statement)"},
		{"dismissed", "Brandt complained publicly, while leader Ina Marsh dismissed the plan as “a long list of wishes.”",
			"a long list of wishes. [Ina Marsh, leader] (dismissed)"},
		{"two cues", "“The dam will hold,” Marsh said, adding: “Nobody needs to leave.”",
			"The dam will hold, [Marsh] (said)\nNobody needs to leave. [Marsh] (adding)"},
		{"before", "Marsh said that the dam was “not going anywhere” this year.",
			"not going anywhere [Marsh] (said)"},
		{"according to", "The dam is “in fine shape,” according to the ministry.",
			"in fine shape, [the ministry=] (according to)"},
		{"description", "“The dam will hold,” a spokeswoman for the Water Board said.",
			"The dam will hold, [a spokeswoman for the Water Board=] (said)"},
		{"passive", "Delta Works was once lauded by Ina Marsh as a “quiet little miracle” of the coast.",
			"quiet little miracle [Ina Marsh] (lauded)"},
		{"passive without a name", "The dam was described as “a quiet little miracle of the coast” last year.",
			"a quiet little miracle of the coast [] (described)"},
		{"quoted as saying", "The agency quoted Ina Marsh of the Water Board as saying the dam would “hold for ten years.”",
			"hold for ten years. [Ina Marsh] (saying)"},
		{"coordinated", "Ina Marsh left the room and said “the dam will hold without us.”",
			"the dam will hold without us. [Ina Marsh] (said)"},
		{"two speakers", "“The dam will hold,” Ina Marsh and Ole Brandt said in a statement.",
			"The dam will hold, [Ina Marsh and Ole Brandt=] (said in a statement)"},
		{"leading clause", "Noting that Brandt had called the dam “a heap of gravel,” Marsh left.",
			"a heap of gravel, [Brandt] (called)"},
		{"closed clause", "Marsh, who told nobody, faces “a long and lonely road home” now.",
			"a long and lonely road home []"},
		{"colon", "Ina Marsh put the blame on the builders: “They have to mend it!”",
			"They have to mend it! [Ina Marsh] (put the blame on the builders)"},
		{"verb that is a noun", "The alleged fraud made “a mess of the whole project” there.",
			"a mess of the whole project []"},
		{"he", "Ole Brandt said the dam was old. “It will hold,” he said.",
			"It will hold, [he=Ole Brandt] (said)"},
		{"she, past a man", "Ina Marsh said she was worried. Mr. Brandt disagreed.\n\n“It will hold,” she said.",
			"It will hold, [she=Ina Marsh] (said)"},
		{"he, of two", "The talks between Ole Brandt, who said little, and Karl Iversen, who said nothing, failed. “It will hold,” he said.",
			"It will hold, [he=] (said)"},
		{"running quotation", "“It will hold,” Ina Marsh said.\n\n“It has held for a hundred years.”",
			"It will hold, [Ina Marsh] (said)\nIt has held for a hundred years. [Ina Marsh] ()"},
		{"capital of a sentence", "Hours later a judge rejected it, saying it was “a mockery of the law.”",
			"a mockery of the law. [] (saying)"},
		{"title before a quotation", "“The dam will hold,” says Ina Marsh, author of “The Keeper of the Dam.” “It always has held.”",
			"The dam will hold, [Ina Marsh, author] (says)\nIt always has held. [Ina Marsh, author] ()"},
		{"he, of somebody's lawyer", "Mr. Ole Brandt is charged. Mr. Brandt’s lawyer said his client was not there. He said the council uses Mr. Brandt for its ends.\n\n“Who gains by it?” he said.",
			"Who gains by it? [he=] (said)"},
		{"a champion", "The 19-year-old Northern Open champion began with a coach in May but believes that a “new training model for her” is needed.",
			"new training model for her [] (believes)"},
		{"with somebody saying", "The ferry will close this year, her Delta Works crew announced, with the old captain saying she wants “more time with her ships.”",
			"more time with her ships. [the old captain=] (saying)"},
		{"after somebody without a name", "Ole Brandt was charged. The judge said the plan was “a heap of gravel.”\n\n“It will not hold,” he said.",
			"a heap of gravel. [The judge=] (said)\nIt will not hold, [he=] (said)"},
		{"threatened to", "Forecasters said the storm threatened to reach “heights not seen on this coast before.”",
			"heights not seen on this coast before. [Forecasters] (said)"},
		{"described as", "Three men and a girl described as being of “quite a tender age for that” were on the ferry.",
			"quite a tender age for that [] (described)"},
		{"behind", "The company behind the old Delta Works announced this “sudden change of the gates” on Friday.",
			"sudden change of the gates [The company behind the old Delta Works=] (announced)"},
		{"after a pronoun's words", "“It will hold,” she said on the pier.\n\n“It has held for a hundred years.”",
			"It will hold, [she=] (said on the pier)\nIt has held for a hundred years. [] ()"},
		{"after a description's words", "“It will hold,” the mayor said on the pier.\n\n“It has held for a hundred years.”",
			"It will hold, [the mayor=] (said on the pier)\nIt has held for a hundred years. [the mayor=] ()"},
		{"aboard", "A passenger aboard the Delta Works ferry told the Courier that she “was not sure of anything at all.”",
			"was not sure of anything at all. [A passenger aboard the Delta Works ferry=] (told the Courier)"},
		{"with somebody doing and saying", "Ole Brandt has died, with Ina Marsh leading the mourners and calling him “a keeper of all gates.”",
			"a keeper of all gates. [Ina Marsh] (calling)"},
		{"by somebody, who", "The end was announced by the northern officials, who said the dam had gone “after a long and dark night”.",
			"after a long and dark night [the northern officials=] (said)"},
		{"particles", "President Ina von der Marsh praised the crews as “keepers of the coast”.\n\n“We will not forget it for long,” she added.",
			"keepers of the coast [Ina von der Marsh, President] (praised)\nWe will not forget it for long, [she=Ina von der Marsh] (added)"},
		{"somebody's request told by another", "Ina Marsh said the council had asked her crews to begin “the largest repair of all the gates”.",
			"the largest repair of all the gates [Ina Marsh] (said)"},
		{"a farewell", "Ina Marsh said the coast was saying goodbye to a “keeper of the gates”.",
			"keeper of the gates [Ina Marsh] (said)"},
		{"a bank is no he", "“It will hold,” Ole Brandt said.\n\nIf Delta Holdings shut, it would have “a bill for all of us and nobody to pay it”, he said.",
			"It will hold, [Ole Brandt] (said)\na bill for all of us and nobody to pay it [he=Ole Brandt] (said)"},
		{"one clause after another", "The river’s Ina Marsh said he had “moved half of the coast”, Delta’s Ole Brandt said his work “will hold for years”.",
			"moved half of the coast [Ina Marsh] (said)\nwill hold for years [Ole Brandt, Delta’s] (said)"},
		{"another clause's subject", "Ina Marsh shut the gates, while mayor-elect Ole Brandt, who is due to take office Sunday, wrote: “Thank you, crews”.",
			"Thank you, crews [Ole Brandt] (wrote)"},
		{"doing something first", "“It will hold,” Ole Brandt said.\n\nAddressing Marsh as though she were there, he continued: “The gates were kept by you.”",
			"It will hold, [Ole Brandt] (said)\nThe gates were kept by you. [he=] (continued)"},
		{"spoke of", "Ina Marsh spoke of “a very small wonder” on the coast.", "a very small wonder [Ina Marsh] (spoke)"},
		{"a name of syllables", "“It will hold,” said Park Seong-bum, chief of the northern fire station.", "It will hold, [Park Seong-bum, chief of the northern fire station] (said)"},
		{"a place that somebody is based in", "New Port-based engineer Ina Marsh said it was “a gift to nobody at all.”", "a gift to nobody at all. [Ina Marsh] (said)"},
		{"somebody named in passing", "Ole Brandt, commander of the coast guard, said that parts of the gates were found. The find shows that all were lost, including engineer Ivo Lund.\n\n“It did not hold,” he said.",
			"It did not hold, [he=] (said)"},
		{"somebody's family", "Ina Marsh’s family said they were “very pleased with the gates”.", "very pleased with the gates [Ina Marsh’s family=] (said)"},
		{"somebody's mum and dad", "Ina Marsh’s mum and dad said they were “very pleased with the gates”.", "very pleased with the gates [Ina Marsh’s mum and dad=] (said)"},
		{"a firm's partner", "GDT partner and joint administrator, Ina Marsh, added: “The gates will stay open.”", "The gates will stay open. [Ina Marsh, GDT partner and joint administrator] (added)"},
		{"done by somebody", "The judge said he had heard cases argued by Marsh, and seen him at “various occasions on the coast”.", "various occasions on the coast [The judge=] (said)"},
		{"reported as saying", "“The stern is free but the bow is stuck fast,” the Courier reported him as saying.", "The stern is free but the bow is stuck fast, [him=] (reported)"},
		{"what a thing does", "Ina Marsh, who manages the canal, said work continued and that the ship would be moved “very soon from here.”", "very soon from here. [Ina Marsh] (said)"},
		{"single marks over paragraphs", "Ina Marsh said: 'It is with great sorrow that we shut the gates.\n\n'Her crews are tired and don't want to talk now.'",
			"It is with great sorrow that we shut the gates. | Her crews are tired and don't want to talk now. [Ina Marsh] (said)"},
		{"a single mark without a partner", "Ina Marsh said: 'It is late, and we shut the gates.\n\nThe crews' boats are tired, and 'the rest sleeps', she said.", "the rest sleeps [she=Ina Marsh] (said)"},
		{"a title with a verb", "The Murder, She Wrote star slept “peacefully by the northern gates”, her family wrote in a note.", "peacefully by the northern gates [her family=] (wrote in a note)"},
		{"dateline without an agency", "OSLO, Kingdom of Norway, January 27, 2020 – Mayor Ina Marsh made this statement on Sunday:\n\n“The dam will hold for years.”",
			"The dam will hold for years. [Ina Marsh, Mayor] ()"},
		{"no dateline", "Ina Marsh – who built the dam, said it was “not going anywhere.”", "not going anywhere. [Ina Marsh] (said)"},
		{"dateline", "OSLO (AP) — Ina Marsh on Friday defended the dam, saying it was “not going anywhere.”",
			"not going anywhere. [Ina Marsh] (saying)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := written(tt.source); strings.ReplaceAll(got, " ()", "") != strings.ReplaceAll(tt.want, " ()", "") {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestLeftOut(t *testing.T) {
	for _, source := range []string{
		`The forum titled "Common Safety on the Northern Coast" opened.`,
		`She read from "The Keeper of the Dam" at noon.`,
		`They spoke of "social distance" in the shop.`,
		`DAM IS 'SAFE AND SOUND' FOR NOW, MINISTER SAYS`,
		`It was widely referred to as the "grey lady" then.`,
		`In an episode of the show "The Water Report," presenter Ole Brandt claimed the dam was unsafe.`,
		`“Bring them” to get stranded guests home said Ina Marsh as the inn held guests “hostage” until noon.`,
		`Visitors can listen to the podcast "Ground Water" at home.`,
	} {
		if got := written(source); got != "" {
			t.Errorf("%s: got %s", source, got)
		}
	}
}

func TestSurname(t *testing.T) {
	for name, want := range map[string]string{
		"Ada Brandt": "Brandt", "Marieke de Boer": "de Boer", "Ursula von der Leyen": "von der Leyen", "Marine Le Pen": "Le Pen",
		"Al Gore": "Gore", "Robert Kennedy Jr.": "Kennedy", "TRUMP": "Trump", "Ada": "Ada", "Van Dyke": "Van Dyke",
	} {
		if got := Surname(strings.Fields(name)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
