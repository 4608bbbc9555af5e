package edit

// cases are pairs of texts and the script between them, written as
//
//	[-deleted-]{+inserted+}‹kept|but set so›
//
// so that a wrong script can be read in the test's output. Every other test of
// the package runs on these pairs too.
var cases = []struct {
	name, base, reading, want string
}{
	{"both empty", "", "", ""},
	{"base empty", "", "Jobs cut.", "{+Jobs cut.+}"},
	{"reading empty", "Jobs cut.", "", "[-Jobs cut.-]"},
	{"same", "Jobs were cut.", "Jobs were cut.", "Jobs were cut."},
	{"no words", "—", "…", "‹—|…›"},
	{"words against none", "— ", "Jobs cut — ", "{+Jobs cut +}— "},
	{"replaced whole", "Jobs.", "Posts!", "[-Jobs-]{+Posts+}‹.|!›"},

	{"the story's quotation",
		"“We've identified opportunities to reduce or discontinue investments in certain areas while increasing our investment and focus on content and product initiatives that deliver the most impact.”",
		"the company identified opportunities to decrease or discontinue investments in certain areas, while escalating their focus on content and product initiatives that have the most substantial impact.",
		"[-“-][-We've-]{+the company+} identified opportunities to [-reduce-]{+decrease+}" +
			"‹ or discontinue investments in certain areas while | or discontinue investments in certain areas, while ›" +
			"[-increasing our investment and-]{+escalating their+} focus on content and product initiatives that " +
			"[-deliver-]{+have+} the most {+substantial +}impact.[-”-]"},

	// What is no edit.
	{"capital", "Now the mill shut.", "now The mill shut.", "‹Now the mill shut.|now The mill shut.›"},
	{"typography", `"We've had to," she said.`, "“We’ve had to”, she said.", "‹\"We've had to,\" she said.|“We’ve had to”, she said.›"},
	{"white space", "Jobs  were\ncut.", "Jobs were cut.", "‹Jobs  were\ncut.|Jobs were cut.›"},
	{"soft hyphen", "The develop\u00adment stopped.", "The development stopped.", "‹The develop\u00adment stopped.|The development stopped.›"},

	// Signs that are read aloud are words.
	{"currency", "It paid $5 million.", "It paid €5 million.", "It paid [-$-]{+€+}5 million."},
	{"percent", "Sales fell 5% in May.", "Sales fell 5 percent in May.", "‹Sales fell 5|Sales fell 5 ›[-%-]{+percent+} in May."},

	// Where punctuation goes.
	{"insert", "the most impact", "the most substantial impact", "the most {+substantial +}impact"},
	{"insert before a comma", "In Leeds, he said so.", "In Leeds today, he said so.", "In Leeds{+ today+}, he said so."},
	{"insert between commas", "The plants will close.", "The plants, in Leeds, will close.", "The plants{+, in Leeds,+} will close."},
	{"insert in brackets", "The plants will close.", "The plants (in Leeds) will close.", "The plants {+(in Leeds) +}will close."},
	{"insert at the start", "the plants will close", "Yesterday, the plants will close", "{+Yesterday, +}the plants will close"},
	{"insert before a quotation", "“The plants will close.”", "Clark: “The plants will close.”", "{+Clark: +}“The plants will close.”"},
	{"insert inside a quotation", "“The plants will close.”", "“All the plants will close.”", "“{+All +}‹The plants will close.”|the plants will close.”›"},
	{"insert at the end", "The plants close", "The plants close soon", "The plants close{+ soon+}"},
	{"insert a sentence", "It shut. Nobody knew.", "It shut. “We wept.” Nobody knew.", "It shut. {+“We wept.” +}Nobody knew."},
	{"insert the last sentence", "The plant shut down.", "The plant shut down. Nobody knew.", "The plant shut down.{+ Nobody knew.+}"},
	{"insert a paragraph", "It shut.\n\nNobody knew.", "It shut.\n\nMen wept.\n\nNobody knew.", "It shut.\n\n{+Men wept.\n\n+}Nobody knew."},
	{"insert after a closing mark is dropped", "The “plants” will close.", "The “plants today, will close.", "The “plants[-”-]{+ today,+} will close."},
	{"insert where an opening mark is dropped", "He said “we will close.", "He said today we will close.", "He said {+today +}[-“-]we will close."},
	{"insert where both are dropped", "He said “we will close.", "He said, today we will close.", "‹He said |He said›{+, today +}[-“-]we will close."},
	{"insert the speaker", "“The plants will close.”", "“The plants will close,” Clark told us.", "‹“The plants will close.”|“The plants will close,”›{+ Clark told us.+}"},
	{"insert words before other quotation marks", "Clark said: “We will close.”", "Clark said today: \"We will close.\"",
		"‹Clark said: |Clark said›{+ today: +}‹“We will close.”|\"We will close.\"›"},
	{"insert more words in quotation marks", "“The plants will close.”", "“The plants will close,” Clark said, “all of them.”",
		"“The plants will close{+,” Clark said, “all of them+}.”"},
	{"insert between other quotation marks", "“The plants will close.”", "\"Yesterday the plants will close.\"",
		"‹“|\"›{+Yesterday +}‹The plants will close.”|the plants will close.\"›"},
	{"delete with its comma", "The plants, in Leeds, will close.", "The plants will close.", "The plants[-, in Leeds,-] will close."},
	{"quotation to indirect speech", "Clark said: “We will close it.”", "Clark said they would close it.",
		"‹Clark said: |Clark said ›[-“-][-We will-]{+they would+} close it.[-”-]"},

	// Quotation marks around words that are kept.
	{"marks dropped", "She called it “a good day” for all.", "She called it a good day for all.", "She called it [-“-]a good day[-”-] for all."},
	{"marks added", "It was a good day, she said.", "\"It was a good day,\" she said.", "{+\"+}It was a good day,{+\"+} she said."},
	{"marks moved", "“It was a good day for all.”", "It was “a good day” for all.", "[-“-]It was {+“+}a good day{+”+} for all.[-”-]"},
	{"marks of another kind", "She called it 'a good day' for all.", "She called it “a good day” for all.", "‹She called it 'a good day' for all.|She called it “a good day” for all.›"},
	{"marks and white space", "He wept.” “We go.”", "He wept. “We go.”", "He wept.[-”-] “We go.”"},
	{"one of three marks", "“Go,” he said. “Now.”", "“Go, he said. “Now.”", "“Go,[-”-] he said. “Now.”"},

	// Pairs of words that belong together.
	{"pairs", "They will cut spending on commercials soon.", "They will reduce outlay for ads soon.", "They will [-cut-]{+reduce+} [-spending-]{+outlay+} [-on commercials-]{+for ads+} soon."},
	{"pairs of phrases", "The mill is buying big ships this year.", "The mill is purchasing very large vessels this year.", "The mill is [-buying big-]{+purchasing very large+} [-ships-]{+vessels+} this year."},
	{"no pairs that cross", "They reduce outlay soon.", "They spending cut soon.", "They [-reduce outlay-]{+spending cut+} soon."},
	{"no pairs of stop words", "It is for the mill in town.", "It was on a mill in town.", "It [-is for the-]{+was on a+} mill in town."},

	// What changed places.
	{"moved attribution", "Clark told us: “The mill has had its day, and we will all miss it.”", "“The mill has had its day, and we will all miss it,” Clark told us.", "[1-Clark told us: -1]‹“The mill has had its day, and we will all miss it.”|“The mill has had its day, and we will all miss it,”›{1+ Clark told us.+1}"},
	{"moved date", "On Monday the council shut the mill in Leeds.", "The council shut the mill in Leeds on Monday.", "[1-On Monday -1]‹the council shut the mill in Leeds|The council shut the mill in Leeds›{1+ on Monday+1}."},
	{"moved and more", "Early on Monday the council shut the mill in Leeds.", "The council of the town shut the mill in Leeds on Monday and left.", "[-Early -][1-on Monday -1]‹the council |The council ›{+of the town +}shut the mill in Leeds{1+ on Monday +1}{+and left+}."},
	{"moved into a replacement", "Last May the council shut the old mill in Leeds.", "The council shut the works of Leeds in the spring last May.", "[1-Last May -1]‹the council shut the |The council shut the ›[-old mill in-]{+works of+} Leeds{+ in the spring +}{1+last May+1}."},
	{"not moved, but said again", "The mill shut.", "The mill shut. The mill shut.", "The mill shut.{+ The mill shut.+}"},
	{"not a word alone", "Yesterday the council shut the mill.", "The council shut the mill yesterday.", "[-Yesterday -]‹the council shut the mill|The council shut the mill›{+ yesterday+}."},

	// Insertions and deletions slide to where phrases begin and end.
	{"slide to the start", "the cat slept", "the dog and the cat slept", "{+the dog and +}the cat slept"},
	{"slide to the stop word", "He saw the cat asleep.", "He saw the dog and the cat asleep.", "He saw {+the dog and +}the cat asleep."},
	{"slide to the first stop word", "He slept in the barn.", "He slept in the hay in the barn.", "He slept {+in the hay +}in the barn."},
	{"slide to the sentence", "It shut. Men wept. Men left.", "It shut. Men wept. Men prayed. Men left.", "It shut. Men wept. {+Men prayed. +}Men left."},
	{"slide to the comma", "He came, in turn.", "He came, in a suit, in turn.", "He came, {+in a suit, +}in turn."},
	{"slide not apart a compound", "the anti-war and pro-war camps", "the anti-war camps", "the anti-war [-and pro-war -]camps"},
	{"no slide", "the cat slept", "the big the red cat slept", "the {+big the red +}cat slept"},

	// Stop words stranded between two edits join them.
	{"stranded stop word", "She has to sell most shares in old mills before long.", "She has to keep three quarters in two new works before long.",
		"She has to [-sell most shares in old mills-]{+keep three quarters in two new works+} before long."},
	{"stranded stop words", "She has to sell her once great stake of the failed old wool spinning business before long.", "She has to keep three quarters of the new mill before long.",
		"She has to [-sell her once great stake of the failed old wool spinning business-]{+keep three quarters of the new mill+} before long."},
	{"not between few words", "She has to sell shares of the old mill before long.", "She has to keep three quarters of the new works before long.",
		"She has to [-sell shares-]{+keep three quarters+} of the [-old mill-]{+new works+} before long."},
	{"not between swaps", "They cut the jobs in May.", "They axed the posts in May.", "They [-cut-]{+axed+} the [-jobs-]{+posts+} in May."},
	{"not beside a swap", "They will sell off most of their shares in mills before long.", "They will give away all they have in works before long.",
		"They will [-sell off most of their shares-]{+give away all they have+} in [-mills-]{+works+} before long."},
	{"not beside an insertion", "The head of mills in Leeds resigned.", "The former head of all mills in Leeds resigned.",
		"The {+former +}head of {+all +}mills in Leeds resigned."},
	{"not over a comma", "In spring the old mill shut, and the young men left town.", "In spring all weaving came to an end, and hundreds of workers left town.",
		"In spring [-the old mill shut-]{+all weaving came to an end+}, and [-the young men-]{+hundreds of workers+} left town."},
	{"not more words than the edits have", "Plans that deliver the most impact.", "Plans that have the most substantial impact.", "Plans that [-deliver-]{+have+} the most {+substantial +}impact."},
	{"not over a sentence's end", "They met on Monday night. The mill was shut.", "They met last week. The old works was shut.", "They met [-on Monday night-]{+last week+}. The [-mill-]{+old works+} was shut."},

	// Two blocks where little is left.
	{"blocks", "The mill in Leeds will shut its gates in May.", "Workers heard the news of closure in a letter.", "[-The mill in Leeds will shut its gates in May-]{+Workers heard the news of closure in a letter+}."},
	{"blocks with a common start", "Clark said on Monday that wool prices had sunk to a new low.", "Clark said on Monday it was all over for the old mill and the town.", "Clark said on Monday [-that wool prices had sunk to a new low-]{+it was all over for the old mill and the town+}."},
	{"blocks with a common end", "Nobody asked any of the men who made up the whole crew of Leeds mill.", "A letter told workers everything in two short lines: this was the end of Leeds mill.",
		"[-Nobody asked any of the men who made up the whole crew-]{+A letter told workers everything in two short lines: this was the end+} of Leeds mill."},
	{"blocks with no common end to speak of", "Nobody asked any of the men who made up the whole crew in Leeds.", "A letter told workers everything in two short lines: this was the end in Leeds.",
		"[-Nobody asked any of the men who made up the whole crew in Leeds-]{+A letter told workers everything in two short lines: this was the end in Leeds+}."},
	{"blocks round a quotation", "Clark, the owner, told a crowd of angry workers: “The mill has had its day.” Some of them wept.", "“The mill has had its day,” a letter on the gate read in black capitals when people came at dawn.", "[-Clark, the owner, told a crowd of angry workers: -]‹“The mill has had its day.” |“The mill has had its day,” ›[-Some of them wept-]{+a letter on the gate read in black capitals when people came at dawn+}."},
	{"no blocks round a text that grew", "The mill will shut.", "The mill, which once gave work to half of the town and its neighbours, will shut.", "The mill{+, which once gave work to half of the town and its neighbours,+} will shut."},
}
