package ledger

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"samewire/app/text"
)

// listCredits writes credits as "how: name: phrase".
func listCredits(docs []*text.Document, credits []Credit) []string {
	var out []string
	for _, c := range credits {
		out = append(out, c.How.String()+": "+c.Name+": "+c.Of(docs[c.Article].Source))
	}
	return out
}

func TestCredits(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // nil for none
	}{
		// Datelines.
		{"dateline", "PORT VILA (Reuters) - The bridge was closed.",
			[]string{"dateline: Reuters: PORT VILA (Reuters)"}},
		{"dateline of two agencies", "Lake City, Iowa (xyz/dpa) – The bridge was closed.",
			[]string{"dateline: dpa: Lake City, Iowa (xyz/dpa)"}},
		{"in statement", "The owner said in statement that she slept.", []string{"document: statement: in statement"}},
		{"a hospital's bulletin", "The hospital said in a medical bulletin that she slept.", []string{"document: bulletin: in a medical bulletin"}},
		{"dateline with a dash", "LAKE CITY, Iowa (AP) — The bridge was closed.",
			[]string{"dateline: Associated Press: LAKE CITY, Iowa (AP)"}},
		{"dateline with a date", "BEIJING, March 3 (Xinhua) -- The bridge was closed.",
			[]string{"dateline: Xinhua: BEIJING, March 3 (Xinhua)"}},
		{"dateline with a date and no dash", "Port Vila, March 3 (IANS) The bridge was closed.",
			[]string{"dateline: IANS: Port Vila, March 3 (IANS)"}},
		{"a name of several outlets", "The bridge was closed, The Telegraph reported.",
			[]string{"in text: The Telegraph: The Telegraph reported"}},
		{"a name of several outlets, told in full", "The bridge was closed, The Daily Telegraph reported. The road is open, the Telegraph said.",
			[]string{"in text: The Daily Telegraph: The Daily Telegraph reported", "in text: The Daily Telegraph: the Telegraph said"}},
		{"a name of several outlets, told in full for two", "The Belfast Telegraph said the road is open. The bridge is closed, The Daily Telegraph reported. The Telegraph reported that it was.",
			[]string{"in text: Belfast Telegraph: Belfast Telegraph said", "in text: The Daily Telegraph: The Daily Telegraph reported", "in text: The Telegraph: The Telegraph reported"}},
		{"an outlet in somebody's words", "“We read of the closed bridge in an article in The Guardian, and the BBC reported it too,” the mayor said.", nil},
		{"what is counted in a document", "The judge was told that 40 words in the letter to her brother were printed.", nil},
		{"of a family of names", "The bridge was closed, as quoted by Fox Sports.", []string{"in text: Fox Sports: quoted by Fox Sports"}},
		{"a name like it", "The bridge was closed, as quoted by Fox Radio.", []string{"in text: Fox Radio: quoted by Fox Radio"}},
		{"dateline of two cities", "OSLO/BERGEN (AFP) - The bridge was closed.",
			[]string{"dateline: AFP: OSLO/BERGEN (AFP)"}},
		{"dateline without a city", "(CNN) The bridge was closed.",
			[]string{"dateline: CNN: (CNN)"}},
		{"dateline between slashes", "MOSCOW, March 3. /TASS/. The bridge was closed.",
			[]string{"dateline: TASS: TASS"}},
		{"an abbreviation is no dateline", "The Associated Press (AP) - an agency - is old.", nil},

		// Lines that name the source.
		{"byline", "By Jane Roe, Associated Press\n\nThe bridge was closed. The road is open.",
			[]string{"byline: Associated Press: By Jane Roe, Associated Press"}},
		{"name and agency", "Jane Roe, Reuters\n\nThe bridge was closed.",
			[]string{"byline: Reuters: Jane Roe, Reuters"}},
		{"source line", "The bridge was closed.\n\nSource: AFP",
			[]string{"byline: AFP: Source: AFP"}},
		{"agency after the text", "The bridge was closed. — Kyodo",
			[]string{"byline: Kyodo: Kyodo"}},
		{"a byline without an outlet", "By Jane Roe\n\nThe bridge was closed.", nil},

		// Contributors.
		{"contributed", "Jane Roe in Rome and The Associated Press contributed to this report.",
			[]string{"contribution: Associated Press: Jane Roe in Rome and The Associated Press contributed to this report"}},
		{"contributors cut at an abbreviation", "Associated Press writers Jane Roe in Washington, D.C. and Lake City, and John Doe contributed.",
			[]string{"contribution: Associated Press: Associated Press writers Jane Roe in Washington, D.C. and Lake City, and John Doe contributed"}},
		{"reporting by", "(Reporting by Jane Roe; Editing by John Doe)",
			[]string{"contribution: : Reporting by Jane Roe; Editing by John Doe"}},
		{"with files from", "The bridge was closed.\n\nWith files from the Canadian Press",
			[]string{"contribution: Canadian Press: With files from the Canadian Press"}},
		{"two agencies", "With inputs from PTI and Reuters",
			[]string{"contribution: PTI: With inputs from PTI and Reuters", "contribution: Reuters: With inputs from PTI and Reuters"}},
		{"information was contributed", "Information for this article was contributed by Jane Roe of Bloomberg News.",
			[]string{"contribution: Bloomberg: Information for this article was contributed by Jane Roe of Bloomberg News"}},
		{"contributing", "Contributing: The Associated Press",
			[]string{"contribution: Associated Press: Contributing: The Associated Press"}},
		{"published elsewhere before", "This article was first published by Reuters.",
			[]string{"contribution: Reuters: This article was first published by Reuters"}},
		{"a cause is no contributor", "Heavy rain contributed to the collapse of the bridge.", nil},

		// Copyright.
		{"copyright", "Copyright 2020 The Associated Press. All rights reserved.",
			[]string{"copyright: Associated Press: Copyright 2020 The Associated Press"}},
		{"copyright sign", "© 2021 Lake City Newspapers",
			[]string{"copyright: Lake City Newspapers: © 2021 Lake City Newspapers"}},
		{"the law of copyright", "Copyright law protects photographs.", nil},

		// Credits in the text.
		{"reviewed by", "The plan, which was reviewed by Bloomberg, names no date.",
			[]string{"in text: Bloomberg: reviewed by Bloomberg"}},
		{"garbled", "The plan, reviewed by by Bloomberg News, names no date.",
			[]string{"in text: Bloomberg: reviewed by by Bloomberg News"}},
		{"told", "“We are late,” the mayor told the New York Times on Monday.",
			[]string{"in text: The New York Times: told the New York Times"}},
		{"reported", "The Information reported earlier that the bridge would close.",
			[]string{"in text: The Information: The Information reported"}},
		{"two outlets", "The Washington Post and Politico first reported the plan.",
			[]string{"in text: The Washington Post: The Washington Post and Politico first reported", "in text: Politico: Politico first reported"}},
		{"told two outlets", "She told CNN and the BBC that she would stay.",
			[]string{"in text: CNN: told CNN", "in text: BBC: told CNN and the BBC"}},
		{"first reported by", "The plan was first reported by The Hill.",
			[]string{"in text: The Hill: reported by The Hill"}},
		{"obtained by", "In a letter obtained by CNN, the mayor resigned.",
			[]string{"document: letter: In a letter", "in text: CNN: obtained by CNN"}},
		{"according to", "Rents rose, according to Reuters.",
			[]string{"in text: Reuters: according to Reuters"}},
		{"citing", "The bank will merge, Kyodo said, citing people who know the plans.",
			[]string{"in text: Kyodo: Kyodo said"}},
		{"interview with", "In an interview late on Tuesday with Fox News, she defended the bridge.",
			[]string{"in text: Fox News: In an interview late on Tuesday with Fox News"}},
		{"an outlet's interview", "She defended the bridge in a CNN interview.",
			[]string{"in text: CNN: CNN interview"}},
		{"said on a network", "The bridge is safe, she said on ABC’s morning show.",
			[]string{"in text: ABC: said on ABC’s"}},
		{"poll of two", "A Reuters/Ipsos poll found that few care.",
			[]string{"in text: Reuters: Reuters/Ipsos poll"}},
		{"an outlet that no list has", "She told the Lake City Herald that she would stay.",
			[]string{"in text: Lake City Herald: told the Lake City Herald"}},
		{"a short name", "The Seattle Times reported it. The mayor told the Times that he would stay.",
			[]string{"in text: Seattle Times: Seattle Times reported", "in text: Seattle Times: told the Times"}},
		{"an agency that the text describes", "The bridge is open, the state-run Borut news agency reported.",
			[]string{"in text: Borut: Borut news agency reported"}},
		{"a newspaper with its country", "He told the German newspaper Wochenpost that he would stay.",
			[]string{"in text: Wochenpost: told the German newspaper Wochenpost"}},
		{"an outlet that its people name", "A Norwegian news outlet reported a landslide.", nil},
		{"an organisation", "Rents rose, according to the Lake County Housing Authority.",
			[]string{"in text: Lake County Housing Authority: according to the Lake County Housing Authority"}},
		{"an organisation's data", "Cases fell, according to CDC data.",
			[]string{"in text: CDC: according to CDC data"}},
		{"a nameless outlet", "According to a media source on Tuesday, the bridge will close.",
			[]string{"in text: : According to a media source"}},
		{"state television", "The bridge is closed, state television reported.",
			[]string{"in text: : state television reported"}},
		{"first to report", "The Wall Street Journal was first to report the sale.",
			[]string{"in text: The Wall Street Journal: The Wall Street Journal was first to report"}},
		{"responsible for it all", "The AP is solely responsible for all content.",
			[]string{"contribution: Associated Press: The AP is solely responsible for all content"}},
		{"people are no sources here", "According to Jane Roe, the mayor, and to two senior officials, the bridge is safe. According to CDC officials it isn't.", nil},

		// Documents.
		{"memo", "“We are late,” she wrote in the memo.",
			[]string{"document: memo: in the memo"}},
		{"email to staff", "The cuts were announced in an email to employees on Monday.",
			[]string{"document: email: in an email to employees"}},
		{"sent to staff", "The office will close, according to an email sent to staff Monday.",
			[]string{"document: email: according to an email sent to staff"}},
		{"internal note", "The plan was communicated through an internal note on Monday.",
			[]string{"document: note: through an internal note"}},
		{"blog post", "The feature will end, the firm said in a blog post.",
			[]string{"document: blog post: in a blog post"}},
		{"court filing", "The firm denied it in a court filing.",
			[]string{"document: court filing: in a court filing"}},
		{"statement on Twitter", "“I am well,” he said in a statement on Twitter.",
			[]string{"document: statement: in a statement on Twitter"}},
		{"statement to an outlet", "“I am well,” he said in a statement to Reuters.",
			[]string{"document: statement: in a statement to Reuters", "in text: Reuters: in a statement to Reuters"}},
		{"on Twitter", "He announced the plan on Twitter.",
			[]string{"document: tweet: on Twitter"}},
		{"a post on X", "He wrote in a post on X that he was well.",
			[]string{"document: post: in a post on X"}},
		{"tweeted", "“I am well,” he tweeted.",
			[]string{"document: tweet: tweeted"}},
		{"an embedded post", "Bridge closed! — Lake City Police (@lakecitypd) May 3, 2020",
			[]string{"document: tweet: Lake City Police (@lakecitypd)"}},
		{"a tweeted threat", "The market fell after a tweeted threat.", nil},
		{"followers on Twitter", "The singer has two million followers on Twitter.", nil},
		{"emails that are no source", "Many people in recent days have received emails about the bridge.", nil},
		{"data scientists", "According to several data scientists, the bridge is safe.", nil},

		// Codes.
		{"agency code", "Microsoft (MSFT.O) and Toyota (7203.T) fell.",
			[]string{"agency code: Reuters: (MSFT.O)", "agency code: Reuters: (7203.T)"}},
		{"exchange code", "Amazon (NASDAQ: AMZN) fell.",
			[]string{"exchange code: NASDAQ: (NASDAQ: AMZN)"}},
		{"an index", "The Dow Jones (.DJI) fell.",
			[]string{"agency code: Reuters: (.DJI)"}},
		{"brackets that are no code", "The union (U.N) met at noon (9.30) in Lake City (D.C.) with a note (see p. 3).", nil},

		// Pictures.
		{"agency photo", "The mayor at the bridge. (AP Photo/Jane Roe)",
			[]string{"photo: Associated Press: AP Photo/Jane Roe"}},
		{"photographer", "The mayor at the bridge. REUTERS/Jane Roe",
			[]string{"photo: Reuters: REUTERS/Jane Roe"}},
		{"by way of another agency", "Photo by Jane Roe/AFP via Getty Images",
			[]string{"photo: AFP: Photo by Jane Roe/AFP via Getty Images"}},
		{"a reader's picture", "The mayor at the bridge (Jane Roe via AP)",
			[]string{"photo: Associated Press: Jane Roe via AP"}},
		{"a handout by way of an agency", "The mayor at the bridge. Lake City Police/Handout via Reuters",
			[]string{"photo: Reuters: Lake City Police/Handout via Reuters"}},
		{"courtesy of nobody", "PHOTO | COURTESY The bridge at night",
			[]string{"photo: : PHOTO | COURTESY"}},

		// Mentions that are no credits.
		{"a person", "Michael Bloomberg told voters that he would run. Bloomberg said he had a plan.", nil},
		{"a person's employer", "A Fox News host criticised the mayor.", nil},
		{"owner", "The Washington Post, which Jeff Bezos owns, moved to Lake City.", nil},
		{"the outlet is the news", "Time magazine named the mayor its Person of the Year. Time said the choice was easy.", nil},
		{"an outlet about itself", "CNN said it fired the host.", nil},
		{"an outlet's own results", "Fox News reported $3 billion in revenue.", nil},
		{"coverage", "The trade, he said, was based on CNBC coverage.", nil},
		{"a title", "She told Vice President Roe that time had passed.", nil},
		{"an ocean", "Storms cross the Atlantic in March.", nil},
	}
	for _, test := range tests {
		docs := []*text.Document{text.Parse(test.text)}
		if got := listCredits(docs, Credits(docs, nil)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %s\n got %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}

func TestCreditSource(t *testing.T) {
	docs := []*text.Document{text.Parse("The mayor told CNN’s Jane Roe that it was late. (Reporting by Jane Roe)")}
	credits := Credits(docs, nil)
	if len(credits) != 2 {
		t.Fatalf("%q", listCredits(docs, credits))
	}
	if got := credits[0].Source.Of(docs[0].Source); got != "CNN" {
		t.Errorf("source %q, want CNN", got)
	}
	if credits[1].Source.Len() != 0 || credits[1].Name != "" {
		t.Errorf("a line that names no outlet has the source %+v", credits[1])
	}
}

// creditedStory returns the articles of the built-in story.
func creditedStory(t testing.TB) []*text.Document {
	files, err := filepath.Glob("../../web/stories/amazon-layoffs/*.txt")
	if err != nil || len(files) != 4 {
		t.Fatalf("%d articles of the built-in story, error %v", len(files), err)
	}
	var docs []*text.Document
	for _, f := range files {
		source, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, text.Parse(string(source)))
	}
	return docs
}

// TestBuiltInCredits has the credits that a reader finds in the built-in story.
func TestBuiltInCredits(t *testing.T) {
	docs := creditedStory(t)
	const line = "Information for this article was contributed by Yiwen Lu of The New York Times, Matt Day of Bloomberg News, " +
		"Michelle Chapman, Lucas Shaw, Kamaron Leach and Cecilia D'Anastasio of The Associated Press"
	want := [][]string{
		nil,
		{
			"document: email: according to an email sent to staff",
			"document: blog post: according to a blog post",
			"document: email: in an email to employees",
			"document: memo: in the memo",
			"in text: Bloomberg: reviewed by Bloomberg",
			"in text: The Information: The Information reported",
			"document: email: in an email to employees",
			"document: note: in a note to employees",
			"contribution: The New York Times: " + line,
			"contribution: Bloomberg: " + line,
			"contribution: Associated Press: " + line,
		},
		{
			"document: note: through an internal note",
			"document: note: in a note",
			"document: report: according to a report",
		},
		{
			"document: memo: in an internal memo",
			"photo: : PHOTO | COURTESY",
			"document: note: in a note",
			"in text: Reuters: in a note by Reuters",
			"agency code: Reuters: (MSFT.O)",
			"in text: : According to a media source",
		},
	}
	credits := Credits(docs, nil)
	for i := range docs {
		var own []Credit
		for _, c := range credits {
			if c.Article == i {
				own = append(own, c)
			}
		}
		if got := listCredits(docs, own); !slices.Equal(got, want[i]) {
			t.Errorf("article %d\n got %q\nwant %q", i, got, want[i])
		}
	}
}

func TestCreditsInAnyOrder(t *testing.T) {
	docs := creditedStory(t)
	forward := listCredits(docs, Credits(docs, nil))
	slices.Reverse(docs)
	backward := Credits(docs, nil)
	slices.SortStableFunc(backward, func(a, b Credit) int { return b.Article - a.Article })
	if got := listCredits(docs, backward); !slices.Equal(got, forward) {
		t.Errorf("in another order of the articles\n got %q\nwant %q", got, forward)
	}
}
