package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"samewire/app/story"
)

// headline and sentences are what the pages of the tests are made of: {0} in a
// page is the headline, {1} the first sentence.
const headline = "Eastern pier closed after divers find cracks"

var sentences = []string{
	headline,
	"The harbour authority closed the eastern pier on Monday after divers found cracks in two of its pillars, officials said.",
	"“We will not take any risk with the safety of passengers,” said Marta Lindqvist, who heads the authority, at a news conference.",
	"Ferries to the outer islands will leave from the western terminal until repairs are finished, which may take up to six weeks.",
	"The cracks were discovered during a routine inspection that had been put off twice because of storms in January.",
	"Shop owners on the pier, who employ about 140 people, asked the city for compensation and a date by which they can reopen.",
	"The city council is to vote on an emergency budget of 2.4 million crowns on Thursday.",
	"No one was hurt.",
	"Reporting by Ida Holm and Jonas Berg; editing by Per Lund",
}

// pageTest is a page and the article in it.
type pageTest struct {
	name string
	page string
	text string // the sentences of the article by number; others as they are, after "+"
	// What the fields should be. The headline is the title unless another is
	// given; the rest may be empty.
	title, outlet, date, credit, link string
}

func (p pageTest) html() string {
	s := p.page
	for i, sentence := range sentences {
		s = strings.ReplaceAll(s, fmt.Sprintf("{%d}", i), sentence)
	}
	return s
}

func (p pageTest) want() []string {
	var all []string
	for part := range strings.SplitSeq(" "+p.text, " +") {
		if rest, found := strings.CutPrefix(part, "="); found {
			all = append(all, rest)
			continue
		}
		for _, n := range strings.Fields(part) {
			all = append(all, sentences[n[0]-'0'])
		}
	}
	return all
}

// TestPages holds that of every kind of page the title and the text come out,
// the text paragraph by paragraph, and nothing of what stands around it.
func TestPages(t *testing.T) {
	titles, texts := 0, 0
	for _, p := range slices.Concat(plainPages, richPages, sitePages) {
		a, err := Page{Name: p.name + ".html"}.Article([]byte(p.html()))
		if err != nil {
			t.Errorf("%s: %v", p.name, err)
			continue
		}
		want := headline
		if p.title != "" {
			want = p.title
		}
		if a.Title == want {
			titles++
		} else {
			t.Errorf("%s: title %q, want %q", p.name, a.Title, want)
		}
		if text := strings.Join(p.want(), "\n\n") + "\n"; a.Text == text {
			texts++
		} else {
			t.Errorf("%s: text\n%s\nwant\n%s", p.name, a.Text, text)
		}
		for _, f := range []struct{ name, got, want string }{
			{"outlet", a.Outlet, p.outlet}, {"date", a.Date, p.date}, {"credit", a.Credit, p.credit}, {"link", a.Link, p.link},
		} {
			if f.got != f.want {
				t.Errorf("%s: %s %q, want %q", p.name, f.name, f.got, f.want)
			}
		}
	}
	t.Logf("of %d pages, %d titles and %d texts are right", len(plainPages)+len(richPages)+len(sitePages), titles, texts)
}

// plainPages have no more than markup.
var plainPages = []pageTest{
	{name: "article element", text: "1 2 3 4", outlet: "Evening Tide", page: `<!doctype html><title>{0} - Evening Tide</title>
		<body><header><a href="/">Evening Tide</a><nav><ul><li><a href="/news">News</a><li><a href="/sport">Sport</a></ul></nav></header>
		<article><h1>{0}</h1><p>{1}</p><p>{2}</p><p>{3}</p><p>{4}</p></article>
		<footer><p>© 2024 Evening Tide. All rights reserved.</p><a href="/terms">Terms of use</a></footer>`},
	{name: "no article element, div soup", text: "1 2 3 4 5", outlet: "Evening Tide", page: `<html><head><title>Evening Tide: {0}</title><meta property="og:site_name" content="Evening Tide"></head>
		<body><div id="wrap"><div class="hd"><div><div><a href="/">Home</a> <a href="/a">World</a> <a href="/b">Business</a></div></div></div>
		<div class="c1"><div class="c2"><div class="c3"><h1>{0}</h1></div><div class="c4"><div>{1}</div><div>{2}</div><div>{3}</div><div>{4}</div><div>{5}</div></div></div>
		<div class="c9"><div><a href="/x">Storm warning lifted</a></div><div><a href="/y">Mayor opens new library</a></div></div></div></div></body></html>`},
	{name: "line breaks for paragraphs", text: "1 2 3 4", page: `<html><head><title>{0}</title></head><body><table width=100%><tr><td bgcolor=#eee><a href=a>News</a><br><a href=b>Sport</a></td>
		<td><font size=5><b>{0}</b></font><br><br>{1}<br><br>{2}<br>
		<br>{3}<br /><br />{4}</td></tr></table></body></html>`},
	{name: "print page", text: "1 2 3", outlet: "The Daily Example", page: `<html><head><title>{0} | The Daily Example</title></head><body onload="window.print()">
		<h2>{0}</h2><p>{1}</p><p>{2}</p><p>{3}</p><hr><p><a href="javascript:window.close()">Close</a></p></body></html>`},
	{name: "tags nested wrongly", text: "1 2 3 4", page: `<html><head><title>{0}</title><body><div class=story><h1>{0}</h2><p>{1}<p><b><i>{2}</b></i></p></p><div><p>{3}</div></span><p>{4}</article></div></body>`},
	{name: "upper case, without quotation marks", text: "1 2 3", outlet: "Example", page: `<HTML><HEAD><TITLE>{0} :: Example</TITLE></HEAD><BODY BGCOLOR=white><CENTER><A HREF=/>Home</A> | <A HREF=/n>News</A></CENTER><H1>{0}</H1><P>{1}<P>{2}<P>{3}</BODY></HTML>`},
	{name: "heading is the site's name", text: "1 2 3", outlet: "Evening Tide", page: `<html><head><title>{0} – Evening Tide</title><meta property="og:site_name" content="Evening Tide"><meta property="og:title" content="{0}"></head>
		<body><h1>Evening Tide</h1><ul class="menu"><li><a href="/">Home</a></li></ul><main><h2>{0}</h2><p>{1}</p><p>{2}</p><p>{3}</p></main></body></html>`},
	{name: "cookie wall first", text: "1 2 3 4", page: `<html><head><title>{0}</title></head><body><div id="onetrust-consent-sdk" class="cookie-banner" role="dialog"><h2>We value your privacy</h2>
		<p>We and our 842 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised content.</p>
		<p>You can change your mind at any time in the settings, and withdraw your consent with a click on the link at the bottom of each page.</p><button>Accept all</button></div>
		<main><h1>{0}</h1><p>{1}</p><p>{2}</p><p>{3}</p><p>{4}</p></main></body></html>`},
	{name: "comments after", text: "1 2 3 4", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p><p>{2}</p><p>{3}</p><p>{4}</p></article>
		<section id="comments"><h2>3 comments</h2><div class="comment"><p>My cousin works there, and she says that everyone knew about these cracks for years, so I am not surprised at all.</p></div>
		<div class="comment"><p>Typical. They will raise the fares again, mark my words, and nobody on the council will lose a night's sleep over it.</p></div></section></body></html>`},
	{name: "related articles in the text", text: "1 2 3 4", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p>
		<div class="related-articles"><h3>Related stories</h3><ul><li><a href="/1">Storm delays ferries for a third day</a></li><li><a href="/2">Old lighthouse to become a museum</a></li></ul></div>
		<p>{2}</p><p><a href="/3">READ MORE: What the storm did to the coast</a></p><p>{3}</p><p><strong>Read also:</strong> <a href="/4">A day with the harbour’s divers</a></p><p>{4}</p></article></body></html>`},
	{name: "advertisements and a newsletter box", text: "1 2 3 4 5", page: `<html><head><title>{0}</title></head><body><div class="content"><h1>{0}</h1><p>{1}</p><div class="ad-slot"><span>Advertisement</span></div><p>{2}</p>
		<p>ADVERTISEMENT - SCROLL TO CONTINUE</p><p>{3}</p><div class="newsletter-signup"><h4>The Morning Tide</h4><p>Get the day's headlines in your inbox before breakfast, six days a week.</p><form><input type="email"><button>Sign up</button></form></div>
		<p>{4}</p><p>Sign up for our weekly newsletter on everything that floats.</p><p>{5}</p><p>Follow us on Facebook and X</p></div></body></html>`},
	{name: "share bars", text: "1 2 3", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><ul class="social-share"><li><a href="#">Share on Facebook</a></li><li><a href="#">Share on X</a></li><li>Copy link</li></ul>
		<p>{1}</p><p>{2}</p><p>{3}</p><div class="shareBar"><span>Share this article</span><a href="mailto:?">Email</a></div></article></body></html>`},
	{name: "captions and a gallery", text: "1 2 3 4", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><figure><img src="a.jpg"><figcaption>Divers prepare for work at the pier on Monday. Photo: A. Example/Agency</figcaption></figure><p>{1}</p>
		<div class="image-caption">A view of the eastern pier, seen from the old fort, in a picture of last summer</div><p>{2}</p>
		<div class="gallery slideshow"><ul><li><img src="1.jpg"><p>1 of 3: The western terminal, where ferries to the outer islands will leave from now on, is being prepared.</p></li><li><img src="2.jpg"><p>2 of 3: Shop owners carry their goods home, because nobody could tell them for how long the pier will stay closed.</p></li></ul></div>
		<p>{3}</p><p>{4}</p></article></body></html>`},
	{name: "a table in the text", text: "1 2 +=Terminal | Ferries a day +=Eastern pier | 0 +=Western terminal | 64 +3 4", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p><p>{2}</p>
		<table><thead><tr><th>Terminal</th><th>Ferries a day</th></tr></thead><tbody><tr><td>Eastern pier</td><td>0</td></tr><tr><td>Western terminal</td><td>64</td></tr></tbody></table><p>{3}</p><p>{4}</p></article></body></html>`},
	{name: "right to left", text: "+=" + rtl[0] + " +=" + rtl[1] + " +=" + rtl[2], title: rtlTitle, page: `<html dir="rtl" lang="he"><head><meta charset="utf-8"><title>` + rtlTitle + `</title></head>
		<body><div class="menu"><a href="/">ראשי</a> <a href="/n">חדשות</a></div><article><h1>` + rtlTitle + `</h1><p>` + rtl[0] + `</p><p>` + rtl[1] + `</p><p>` + rtl[2] + `</p></article></body></html>`},
	{name: "scripts and tricks", text: "1 2 3 4", page: `<html><head><title>{0}</title><style>p{color:red}</style></head><body onload="alert(1)"><article><h1>{0}</h1><script>document.write("<p>written</p>")</script><p onclick="alert(2)">{1}</p>
		<svg><style><p>in a drawing</p></style><script>alert(3)</script><text>label</text></svg><p>{2}</p><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></mtext></math>
		<template><p>In a template, which nobody sees, though it reads like a sentence of the article itself.</p></template><noscript><p>Please turn on JavaScript to read this page as it was meant to be read.</p></noscript>
		<p><a href="javascript:alert(4)">{3}</a> </p><iframe src="https://ads.example/"></iframe><p hidden>This line is hidden from readers, and it says something else.</p><p>{4}</p></article></body></html>`},
}

const rtlTitle = "המזח המזרחי נסגר לאחר שהתגלו סדקים"

var rtl = []string{
	"רשות הנמל סגרה ביום שני את המזח המזרחי לאחר שצוללנים מצאו סדקים בשניים מעמודיו, כך נמסר.",
	"המעבורות לאיים החיצוניים ייצאו מהמסוף המערבי עד לסיום התיקונים, העשויים להימשך שישה שבועות.",
	"בעלי החנויות על המזח ביקשו מהעירייה פיצויים ותאריך שבו יוכלו לפתוח שוב את עסקיהם.",
}

func manyParagraphs(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "<p>%d %s</p>", i, sentences[1])
	}
	return out.String()
}

// TestPageErrors holds what readers are told of pages without an article.
func TestPageErrors(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a menu", `<nav><a href="/">Home</a><a href="/n">News</a></nav>`, "no article"},
		{"nothing", "", "no article"},
		{"frames", `<html><frameset cols="20%,80%"><frame src="menu.html"><frame src="story.html"><noframes>Your browser has no frames.</noframes></frameset></html>`, "frames"},
		{"deep", strings.Repeat("<div>", 50_000) + sentences[1], "hundreds deep"},
		{"deeper", strings.Repeat("<div>", 100_000) + sentences[1], "more than 60,000 elements"},
		{"wide", strings.Repeat("<i></i><br>", maxElements+1), "more than 60,000 elements"},
		{"end tags", strings.Repeat("</p>", maxElements+1), "more than 60,000 elements"},
		{"long", manyParagraphs(story.MaxArticleBytes / 100), "limit is 200,000"},
	} {
		_, err := Articles(c.name+".html", []byte("<!doctype html>"+c.page))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.name+".html") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error %v, want … %s …", c.name, err, c.want)
		}
	}
}
