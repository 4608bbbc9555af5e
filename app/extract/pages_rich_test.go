package extract

const comment = `<div class="c"><p>My cousin works there, and she says that everyone knew about these cracks for years, so I am not surprised at all that it came to this.</p>
	<p>They will raise the fares again, mark my words, and nobody on the council will lose a night's sleep over it, whatever the newspapers may write.</p></div>`

// richPages say what they are in ways of their own: microdata, linked data,
// the classes of well-known systems.
var richPages = []pageTest{
	{name: "meta elements", text: "1 2 3", outlet: "The Daily Example", date: "2024-01-10", credit: "Ida Holm", link: "https://daily.example/news/pier", page: `<html><head><title>{0} | News | The Daily Example</title>
		<meta property="og:title" content="{0}"><meta property="og:site_name" content="The Daily Example"><meta property="article:published_time" content="2024-01-10T08:15:00+01:00"><meta name="author" content="Ida Holm">
		<link rel="canonical" href="https://daily.example/news/pier"></head><body><div class="article-body"><h1>{0}</h1><p class="byline">By Ida Holm</p><p class="published">Published 10 January 2024</p><p>{1}</p><p>{2}</p><p>{3}</p></div></body></html>`},
	{name: "microdata", text: "1 2 3 4", outlet: "Evening Tide", date: "2024-01-10", credit: "Jonas Berg", page: `<html><head><title>{0}</title></head><body><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{0}</h1>
		<span itemprop="author" itemscope itemtype="https://schema.org/Person">By <span itemprop="name">Jonas Berg</span></span> <time itemprop="datePublished" datetime="2024-01-10T07:00Z">10 Jan</time>
		<div itemprop="publisher" itemscope><meta itemprop="name" content="Evening Tide"></div><div itemprop="articleBody"><p>{1}</p><p>{2}</p></div><div class="x"><p>Half of all readers also liked our guide to the islands, which you can order in the shop today.</p></div>
		<div itemprop="articleBody"><p>{3}</p><p>{4}</p></div></div></body></html>`},
	{name: "linked data", text: "1 2 3", outlet: "Coast Times", date: "2024-01-10", credit: "Ida Holm, Jonas Berg", link: "https://coast.example/pier", page: `<html><head><title>{0} - Coast Times</title>
		<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","mainEntityOfPage":{"@type":"WebPage","@id":"https://coast.example/pier"},"headline":"{0}","datePublished":"2024-01-10T08:15:00Z",
		"author":[{"@type":"Person","name":"Ida Holm"},{"@type":"Person","name":"Jonas Berg"}],"publisher":{"@type":"Organization","name":"Coast Times"}}</script><link rel="canonical" href="https://coast.example/pier#top"></head>
		<body><article><h1>{0}</h1><p>{1}</p><p>{2}</p><p>{3}</p></article></body></html>`},
	{name: "linked data in a graph, with references and line breaks", text: "1 2 3", outlet: "Coast Times", date: "2024-01-10", credit: "Ida Holm", page: `<html><head><title>Pier closed</title>
		<script type="application/ld+json">{"@graph":[{"@type":"WebSite","@id":"#site","name":"Coast"},{"@type":"Organization","@id":"#org","name":"Coast Times"},{"@type":"Person","@id":"#ida","name":"Ida Holm"},
		{"@type":["Article","NewsArticle"],"headline":"{0}","description":"A pier
is closed","datePublished":"2024-01-10","author":{"@id":"#ida"},"publisher":{"@id":"#org"}}]};</script></head><body><div class="post"><p>{1}</p><p>{2}</p><p>{3}</p></div></body></html>`},
	{name: "a wall after the first paragraph, all in linked data", text: "1 2 3 4 5", outlet: "Coast Times", page: `<html><head><title>{0}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"{0}","isAccessibleForFree":false,"publisher":{"name":"Coast Times"},
		"articleBody":"{1}\n\n{2}\n\n{3}\n\n{4}\n\n{5}"}</script></head><body><article><h1>{0}</h1><p>{1}</p><div class="paywall"><h3>Subscribe to go on reading</h3><p>Already a subscriber? Log in. A subscription costs 1 crown a week for the first year, then 12.</p></div></article></body></html>`},
	{name: "a wall, and nothing behind it", text: "1 2", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p><p>{2}</p><div class="paywall-prompt"><p>To continue reading, subscribe now: unlimited access for 1 crown a week.</p></div></article></body></html>`},
	{name: "paragraphs with the class of the wall", text: "1 2 3 4", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p><p class="paywall">{2}</p><p class="paywall">{3}</p><p class="paywall">{4}</p></article></body></html>`},
	{name: "AMP", text: "1 2 3", outlet: "Evening Tide", date: "2024-01-10", link: "https://tide.example/pier", page: `<!doctype html><html ⚡><head><meta charset="utf-8"><title>{0}</title><link rel="canonical" href="https://tide.example/pier">
		<script type="application/ld+json">{"@type":"NewsArticle","headline":"{0}","datePublished":"2024-01-10T01:02:03Z","publisher":{"@type":"Organization","name":"Evening Tide"}}</script><style amp-boilerplate>body{visibility:hidden}</style></head>
		<body><amp-sidebar id="sidebar"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><header>Evening Tide</header><article><h1>{0}</h1><amp-img src="a.jpg"></amp-img><p>{1}</p><amp-ad width=300></amp-ad><p>{2}</p><p>{3}</p></article><amp-consent><div>We use cookies. Accept</div></amp-consent></body></html>`},
	{name: "live blog", text: "+=Ferries leave from the west +3 +=Council to vote +6 +=Pier closed +1 2", outlet: "Evening Tide", page: `<html><head><title>{0} – live</title><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"{0}","publisher":{"name":"Evening Tide"},"liveBlogUpdate":[
		{"@type":"BlogPosting","headline":"Ferries leave from the west","articleBody":"{3}"},{"@type":"BlogPosting","headline":"Council to vote","articleBody":"{6}"},{"@type":"BlogPosting","headline":"Pier closed","articleBody":"<p>{1}</p><p>{2}</p>"}]}</script></head>
		<body><h1>{0}</h1><div class="live"><div class="post">{3}</div><div id="more">Loading…</div></div></body></html>`},
	{name: "WordPress", text: "1 2 3 4", outlet: "Island Blog", date: "2024-01-10", credit: "Ida Holm", link: "https://blog.example/2024/01/pier/", page: `<html><head><title>{0} &#8211; Island Blog</title><link rel="canonical" href="https://blog.example/2024/01/pier/"><meta property="og:site_name" content="Island Blog"></head>
		<body class="post-template-default single single-post postid-17 has-sidebar"><header id="masthead" class="site-header"><p class="site-title"><a href="/">Island Blog</a></p><nav id="site-navigation"><ul id="primary-menu" class="menu"><li class="menu-item"><a href="/about">About</a></li></ul></nav></header>
		<article id="post-17" class="post-17 post type-post status-publish hentry category-news tag-social tag-newsletter"><header class="entry-header"><h1 class="entry-title">{0}</h1><div class="entry-meta"><time class="entry-date published" datetime="2024-01-10T09:00:00+00:00">January 10, 2024</time> by <span class="author vcard"><a href="/author/ida">Ida Holm</a></span></div></header>
		<div class="entry-content"><p>{1}</p><div class="wp-caption alignnone"><img src="p.jpg"><p class="wp-caption-text">The pier in better days</p></div><p>{2}</p><p>{3}</p><p>{4}</p><div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li>Facebook</li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3></div></div>
		<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">News</a></span><span class="tags-links">Tagged <a href="/t">pier</a></span></footer></article>
		<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent posts</h2><ul><li><a href="/1">A storm is coming</a></li></ul></section></aside></body></html>`},
	{name: "articles within the article's page", text: "1 2 3 4 5", page: `<html><head><title>{0}</title></head><body><main><article><h1>{0}</h1><p>{1}</p><p>{2}</p><article class="teaser"><h3><a href="/2">Ten piers to see before they close</a></h3><p>From the longest to the oldest: where to walk above the sea.</p></article><p>{3}</p><p>{4}</p><p>{5}</p></article>
		<article class="teaser"><h2><a href="/3">Mayor opens new library</a></h2><p>It took nine years, and twice the money.</p></article><article class="teaser"><h2><a href="/4">Storm warning lifted</a></h2><p>Winds will ease by the evening.</p></article></main></body></html>`},
	{name: "two columns of teasers around", text: "1 2 3 4", page: `<html><head><title>{0}</title></head><body><div class="grid"><div class="left"><ul><li><a href="/1">Markets close higher</a></li><li><a href="/2">Team loses at home again</a></li></ul></div>
		<div class="middle"><h1>{0}</h1><p>{1}</p><p>{2}</p><p>{3}</p><p>{4}</p></div><div class="right"><h4>Most read</h4><ol><li><a href="/3">Whale seen in the bay</a></li><li><a href="/4">Bakery wins a prize</a></li></ol></div></div></body></html>`},
	{name: "saved by a browser", text: "1 2 3", outlet: "tide.example", link: "https://tide.example/news/pier.html", page: `<!DOCTYPE html>
<!-- saved from url=(0036)https://tide.example/news/pier.html -->
		<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p><p>{2}</p><p>{3}</p></article></body></html>`},
	{name: "title longer than the heading of linked data", text: "1 2 3", title: headline + " in two pillars, harbour authority says", outlet: "Evening Tide", page: `<html><head><title>{0} in two… | Evening Tide</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"{0} in two pillars…"}</script></head>
		<body><article><h1>{0} in two pillars, harbour authority says</h1><p>{1}</p><p>{2}</p><p>{3}</p></article></body></html>`},
	{name: "credits stay", text: "1 2 3 8", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p><p>{2}</p><p>{3}</p><p class="credit">{8}</p><p class="copyright">© 2024 Evening Tide. All rights reserved.</p></article></body></html>`},
	{name: "headings and lists in the text", text: "1 2 +=What is known +=Two pillars are cracked +=Ferries leave from the west +3 4 7", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p><p>{2}</p><h2>What is known</h2><ul><li>Two pillars are cracked</li><li>Ferries leave from the west</li></ul><p>{3}</p><p>{4}</p><p>{7}</p></article></body></html>`},
	{name: "text in a form of the whole page", text: "1 2 3 4", page: `<html><head><title>{0}</title></head><body><form id="aspnetForm" action="./pier.aspx"><input type="hidden" name="__VIEWSTATE" value="abc"><div id="nav"><a href="/">Home</a></div><div id="ctl00_body"><h1>{0}</h1><p>{1}</p><p>{2}</p><p>{3}</p><p>{4}</p></div></form></body></html>`},
	{name: "every paragraph in a widget", text: "1 2 3 4 5", page: `<html><head><title>{0}</title></head><body><h1>{0}</h1><div class="elementor">
		<div class="elementor-widget elementor-widget-text-editor"><p>{1}</p></div><div class="elementor-widget elementor-widget-text-editor"><p>{2}</p></div><div class="elementor-widget elementor-widget-text-editor"><p>{3}</p></div>
		<div class="elementor-widget elementor-widget-share-buttons"><span>Facebook</span></div><div class="elementor-widget elementor-widget-text-editor"><p>{4}</p><p>{5}</p></div></div></body></html>`},
	{name: "comments longer than the article", text: "1 2 3", page: `<html><head><title>{0}</title></head><body><main><h1>{0}</h1><p>{1}</p><p>{2}</p><p>{3}</p><p>Photo: A. Example/Getty Images</p></main>
		<div id="disqus_thread" class="comments-area">` + comment + comment + comment + `</div></body></html>`},
	{name: "footnotes, entities and spaces", text: "+=The harbour authority closed the “eastern” pier – the older one – on Monday, & nobody was hurt. +2 3", page: `<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>The harbour&nbsp;authority&#8203; closed the &ldquo;eastern&rdquo; pier<sup><a href="#1">[1]</a></sup>
		&ndash; the older
		one &ndash; on <b>Mon</b>day, &amp; nobody was hurt.</p><p>{2}</p><p>{3}</p></article></body></html>`},
}
