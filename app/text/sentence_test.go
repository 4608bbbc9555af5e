package text

import (
	"slices"
	"strings"
	"testing"
)

// Each case is the sentences of one text, which is what they give joined by
// spaces.
var sentenceCases = map[string][][]string{
	"plain": {
		{"The dock reopened.", "Ships came back at noon."},
		{"Who paid?", "Nobody knows!", "That was all."},
		{"What?!", "He left.", "Really!!"},
		{"one line without an end"},
	},
	"titles": {
		{"On Friday Mr. Okafor met Dr. Lind and Sen. Maria Ruiz.", "Gen. Pak didn't come."},
		{"Lt. Col. Ana Reyes spoke first.", "Reps. Tan and Cole followed."},
		{"They asked Dr. Will Kwan.", "St. An is a name."},
		{"The ascent of Mt. Elgon took days."},
		{"MR. OKAFOR SPOKE.", "THEN HE SAT."},
	},
	"names": {
		{"The prize went to Lena K. Sorby.", "J. R. Holt came second."},
		{"P.J. Moran wrote the report.", "It runs to 90 pages."},
		{"Only you and I.", "Do tell Hugh I. Falk."},
		{"The book by Martin Aalto Jr. sold well.", "It won a prize."},
	},
	"companies": {
		{"Brandt & Co. paid at once.", "Lumen Inc. Chief Executive Ida Moe didn't."},
		{"It was sold to Harlow Corp.", "The price is secret."},
		{"Shares of Tarn Ltd. (TRN) fell."},
	},
	"acronyms": {
		{"Troops left the U.S. Army base.", "The U.S. Navy stayed."},
		{"They moved to the U.S.", "It was 1990."},
		{"The U.N. Security Council met.", "In the E.U. nobody did."},
		{"She has a Ph.D. in physics.", "He has an M.A.", "They met in L.A."},
		{"He flew to Washington, D.C.", "Ruiz stayed in Boston."},
	},
	"places and streets": {
		{"The plant in Gary, Ind. Mayor Joe Hale calls home is shut."},
		{"A fire broke out in Salem, Ore.", "Police closed the road."},
		{"Mass. Gov. Ann Lee signed it."},
		{"They met on Main St. near the bank.", "St. Anne's church is on Oak Ave.", "The bells rang."},
		{"Rep. Kim (D-Calif.) President of the club, agreed."},
	},
	"dates and times": {
		{"It opens on Jan. 12 and closes in Sept. 2021.", "On Mon. Dec. 3 it's shut."},
		{"Doors open at 7 p.m. Sunday.", "The show starts at 8 p.m. Eastern."},
		{"The vote began at 9 a.m.", "Turnout was low."},
		{"At 6 a.m. Mr. Okafor rang the bell."},
		{"By 10 p.m. Jane Doe had won.", "It was over."},
	},
	"numbers": {
		{"It rose 8.5 percent to $1.20.", "That is 3,000.75 in all."},
		{"The wall is 8.5 m.", "Mr. Lee climbed it."},
		{"See p. 12, fig. 3 and No. 7.", "No.", "It isn't there."},
		{"In 2019.", "12 people came."},
		{"Version 2.10 is out."},
	},
	"quotations": {
		{`"We won," she said.`, `"It was hard."`},
		{`"Did we win?" she asked.`, `"We did!" Mayor Ann Lee said.`, "He cheered."},
		{`He wrote, "It is over."`, "Nobody answered."},
		{"“It rained.", "It poured.”", "Then it stopped."},
		{"He called it “a gift to the town. Nothing less” and left.", "She stayed."},
		{"‘Is it far?’ he asked.", "It was."},
		{`"The road was closed." - Ana Reyes`},
		{"He says that ‘the law is clear. It is old.’ (Holt 55)."},
		{"She is ‘sorry for the delay. It was rain’ and left."},
		{"She is ‘Sorry for the delay.", "It was rain’ and left."},
		{`The song "Why?" by Ono is short.`},
	},
	"brackets": {
		{"She sings (she was a nurse.) at night.", "He listens."},
		{"(It was late.)", "They slept."},
		{"He left early [sic].", "She didn't."},
		{"The ship sank (see map. It is old) in May.", "Why?"},
	},
	"ellipses": {
		{"Well ... I think so.", "But . . . I may be wrong."},
		{"It was late...", "Then it rained."},
		{"I never said that....", "She did."},
		{"“We can wait … and see.”", "He can't."},
	},
	"names with marks": {
		{"She reads Yahoo! News daily.", "He watches Jeopardy! at seven."},
		{"Search at www.Example.com or write to Jo.Doe@example.org.", "Then wait."},
		{"Files end in .txt or .csv.", "Keep them."},
		{"It sells iPhones.", "iPhone sales fell.", "al-Nusra denied it."},
		{"They asked Node.Js users."},
	},
	"lists": {
		{"1. Wash the rice.", "2. Boil it."},
		{"1) wash the rice", "2) boil it", "3) eat"},
		{"Do this.", "a. wash it", "b. boil it"},
		{"• one pot", "• two cups"},
		{"As said for 1. above and for 2. below, it is free."},
		{"(i) The first.", "(ii) The second."},
	},
	"notes": {
		{"The town was founded in 950.[1]", "It burnt down.[2][3]", "It was rebuilt."},
		{"Most wards were full.12 13", "They were emptied."},
	},
	"other scripts": {
		{"東京は雨です。", "明日は晴れます。"},
		{"「行きますか？」と彼は言った。", "はい。"},
		{"यह एक वाक्य है।", "यह दूसरा है।"},
		{"هل هذا صحيح؟", "نعم."},
		{"Он ушёл.", "Она осталась."},
		{"Πού είναι;", "Εδώ."},
	},
	"credits": {
		{"The bridge at dawn", "Photo: Ana Reyes."},
	},
}

func TestSentences(t *testing.T) {
	for name, cases := range sentenceCases {
		for _, want := range cases {
			source := strings.Join(want, " ")
			if got := sentenceTexts(source); !slices.Equal(got, want) {
				t.Errorf("%s: sentences of %q:\n got %q\nwant %q", name, source, got, want)
			}
		}
	}
}

func sentenceTexts(source string) []string {
	var out []string
	for _, s := range Parse(source).Sentences {
		out = append(out, s.Of(source))
	}
	return out
}
