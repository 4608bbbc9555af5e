package web

import (
	"bytes"
	"encoding/json"
	"html/template"
	"net/http"
	"strings"
	"unicode"

	"samewire/app/ui"
	"samewire/app/words"
)

// shell is the page around the app. The first element of the body is the view,
// readable as soon as it is there; go-app replaces it by the same view that
// answers to clicks. The element app-wasm-loader is what go-app's script
// reports progress to and removes in the end: it must be there, and nobody
// needs to see it. The page loads one script, which loads those of the app once
// the page is up: started with the page, the app kept a phone from scrolling
// for two seconds.
const shell = `<!doctype html>
<html lang="{{.Lang}}" dir="{{.Dir}}"{{.Look}}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>{{.Title}}</title>
{{- with .Description}}
<meta name="description" content="{{.}}">
{{- end}}
{{- with .Canonical}}
<link rel="canonical" href="{{.}}">
{{- end}}
{{- range .Alternates}}
<link rel="alternate" hreflang="{{.Language}}" href="{{.Address}}">
{{- end}}
{{- with .Card}}
<meta property="og:type" content="website">
<meta property="og:site_name" content="{{$.Site}}">
<meta property="og:title" content="{{$.Title}}">
{{- with $.Description}}
<meta property="og:description" content="{{.}}">
{{- end}}
{{- with $.Canonical}}
<meta property="og:url" content="{{.}}">
{{- end}}
<meta property="og:image" content="{{.Address}}">
<meta property="og:image:width" content="{{.Width}}">
<meta property="og:image:height" content="{{.Height}}">
<meta property="og:image:alt" content="{{.Text}}">
<meta name="twitter:card" content="summary_large_image">
{{- end}}
{{- if .NoIndex}}
<meta name="robots" content="noindex">
{{- end}}
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="{{.Light}}" media="{{.LightMedia}}">
<meta name="theme-color" content="{{.Dark}}" media="{{.DarkMedia}}">
<script src="{{.Settings}}"></script>
<link rel="stylesheet" href="{{.Style}}">
<link rel="icon" href="{{.Favicon}}" sizes="32x32">
<link rel="icon" href="{{.Icon}}" type="image/svg+xml">
<link rel="apple-touch-icon" href="{{.AppleIcon}}">
{{- range .OEmbed}}
<link rel="alternate" type="{{.Type}}+oembed" href="{{.Address}}">
{{- end}}
{{- with .Frame}}
<script src="{{.}}" defer></script>
{{- else}}
<link rel="manifest" href="{{.Manifest}}">
<script src="{{.Device}}" data-says="{{.Says}}" defer></script>
{{- end}}
<script src="{{.Boot}}" data-version="{{.Version}}" data-scripts="{{.Scripts}}" data-base="{{.Base}}" data-address="{{.Address}}" data-worker="{{.Worker}}" data-extract="{{.Extract}}" data-words="{{.Words}}" data-fault="{{.Fault}}"{{if .Starts}} data-starts{{else if .Waits}} data-waits{{end}}{{if .Fetch}} data-fetch{{end}}{{if .Plain}} data-plain{{end}} defer></script>
</head>
<body>
{{.Body}}
<div id="app-wasm-loader" hidden><span id="app-wasm-loader-icon"></span><span id="app-wasm-loader-label"></span></div>
</body>
</html>
`

var shellTemplate = template.Must(template.New("shell").Parse(shell))

// page fills the shell.
type page struct {
	Title, Description, Canonical             string
	Light, Dark, LightMedia, DarkMedia        string
	Lang, Dir                                 string            // of the element <html>
	Look                                      template.HTMLAttr // of the element <html>
	NoIndex                                   bool
	Style, Icon, AppleIcon, Favicon, Manifest string
	Boot, Settings, Device                    string
	Says                                      string        // what the device script has to say, as JSON
	Version                                   string        // of the app
	Extract                                   string        // the script of the worker that reads web pages
	Alternates                                []alternate   // the page in each language
	OEmbed                                    []discovery   // where other sites learn how to show the page
	Frame                                     string        // the script of pages inside other sites', else ""
	Scripts                                   string        // the app's, with a space between them
	Words                                     string        // the files of other languages, by their codes
	Fault                                     string        // what is said when the app has broken down
	Worker                                    string        // the script of the app's worker, and behind "#" what it loads
	Base                                      string        // the path that the site is under
	Address                                   string        // path and query, below it, that the page was made for
	Starts                                    bool          // the app at once, not when the page has time
	Waits                                     bool          // the app for the reader to use the page, unless its address says otherwise
	Fetch                                     bool          // the server fetches links
	Plain                                     bool          // it comes from a host of plain files
	Body                                      template.HTML // as the app mounts it
	Site                                      string
	Card                                      *card // nil where addresses aren't known whole
}

// newPage returns the page that shows view. The address of the site goes before
// the view's canonical address, which search engines want whole.
func (s *assets) newPage(view ui.View, home string) page {
	view = view.Under(s.base)
	p := page{
		Base: s.base,
		Lang: view.Language().Code, Dir: view.Language().Dir(),
		Title: line(view.Title), Description: line(view.Description),
		Light: lightPaper, Dark: darkPaper, LightMedia: media(view.Look, "light"), DarkMedia: media(view.Look, "dark"),
		Look: template.HTMLAttr(view.Look.Attributes()), NoIndex: view.NoIndex,
		Settings: s.url(settingsFile), Device: s.url(deviceFile), Says: deviceSays(view.Language().Code), Version: s.version, Extract: s.url(extractJS),
		Style: s.url(styleFile), Icon: s.url(svgIcon), AppleIcon: s.url(appleIcon),
		Favicon: s.base + faviconFile, Manifest: s.base + manifestOf(view.Language().Code),
		Words: s.wordsFiles(), Fault: words.In(view.Language().Code).Tell(words.Say("shell.fault")),
		Worker: s.url(analystFile) + "#" + s.url(goFile) + "," + s.url("/"+wasmFile),
		Boot:   s.url(bootFile), Scripts: s.url(goFile) + " " + s.url(starterFile),
		Starts: view.Starts || s.plain && view.Status == http.StatusNotFound, Body: template.HTML(view.Body()), Fetch: s.fetch, Plain: s.plain,
	}
	if p.Title == "" {
		p.Title = name
	}
	if home != "" && strings.HasPrefix(view.Canonical, "/") {
		p.Canonical = home + inLanguage(view.Canonical, view.Look.Language())
		if !s.plain && !view.Embed && !view.NoIndex {
			p.Alternates = alternates(home, view.Canonical)
		}
	}
	if view.Embed {
		p.Frame, p.NoIndex = s.url(frameFile), true
	} else if p.Canonical != "" && view.Story != "" && embeddable(view) {
		p.OEmbed = s.discoveries(home, p.Canonical)
	}
	p.Site, p.Card = name, s.card(view, home)
	return p
}

// deviceSays returns what the device script has to say in a language, as JSON:
// texts by the ends of their keys.
func deviceSays(code string) string {
	says := map[string]string{}
	for _, key := range []string{"device.offline", "device.update", "device.use", "device.later", "device.install", "device.do-install", "device.no"} {
		says[strings.TrimPrefix(key, "device.")] = words.In(code).Tell(words.Say(key))
	}
	data, err := json.Marshal(says)
	if err != nil {
		panic(err) // strings only
	}
	return string(data)
}

// alternate is a page in a language.
type alternate struct{ Language, Address string }

// alternates returns the addresses of a page in each language, and that at which
// it is in the client's.
func alternates(home, canonical string) []alternate {
	all := []alternate{{"x-default", home + canonical}}
	for _, l := range words.Languages {
		all = append(all, alternate{l.Code, home + inLanguage(canonical, l.Code)})
	}
	return all
}

// inLanguage returns the address of a page in a language, "" for none.
func inLanguage(address, code string) string {
	switch {
	case code == "":
		return address
	case strings.Contains(address, "?"):
		return address + "&lang=" + code
	}
	return address + "?lang=" + code
}

// embeddable tells whether other sites may show a view.
func embeddable(view ui.View) bool {
	path, query, _ := strings.Cut(view.Canonical, "?")
	a, ok := ui.ParseAddress(path, query)
	return ok && a.Embeddable()
}

// card is the image that stands for a page where others link to it.
type card struct {
	Address, Text string
	Width, Height int
}

// card returns the image of the view's story, or else that of the whole site.
func (s *assets) card(view ui.View, home string) *card {
	switch {
	case home == "" || view.Status != http.StatusOK:
		return nil
	case view.Card != "":
		return &card{home + view.Card, line(view.CardText), ui.CardWidth, ui.CardHeight}
	}
	return &card{home + strings.TrimPrefix(s.url(siteCard), s.base), words.In(view.Language().Code).Tell(words.Say("site.card")), siteCardWidth, siteCardHeight}
}

// media returns the media query under which a page is in a theme.
func media(look ui.Look, theme string) string {
	switch look.Theme() {
	case "":
		return "(prefers-color-scheme: " + theme + ")"
	case theme:
		return "all"
	}
	return "not all"
}

// html returns the page's text.
func (p page) html() ([]byte, error) {
	var out bytes.Buffer
	err := shellTemplate.Execute(&out, p)
	return out.Bytes(), err
}

// line makes a text fit for an attribute or a title: one line of valid UTF-8
// without control characters, which HTML can't hold.
func line(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// origin returns the scheme and host under which the client sees the site, or
// "" when its Host header is none that an address could hold.
func origin(r *http.Request) string {
	ok := r.Host != "" && len(r.Host) <= 255 && strings.IndexFunc(r.Host, func(c rune) bool {
		return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.ContainsRune(".-:[]", c))
	}) < 0
	switch {
	case !ok:
		return ""
	case isSecure(r):
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
