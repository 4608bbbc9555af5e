package web

import (
	"bytes"
	"html/template"
	"net/http"
	"strings"
	"unicode"

	"samewire/app/ui"
)

// shell is the page around the app. The first element of the body is the view,
// readable as soon as it is there; go-app replaces it by the same view that
// answers to clicks. The element app-wasm-loader is what go-app's script
// reports progress to and removes in the end: it must be there, and nobody
// needs to see it. The page loads one script, which loads those of the app once
// the page is up: started with the page, the app kept a phone from scrolling
// for two seconds.
const shell = `<!doctype html>
<html lang="en">
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
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="{{.Light}}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="{{.Dark}}" media="(prefers-color-scheme: dark)">
<link rel="stylesheet" href="{{.Style}}">
<link rel="icon" href="{{.Favicon}}" sizes="32x32">
<link rel="icon" href="{{.Icon}}" type="image/svg+xml">
<link rel="apple-touch-icon" href="{{.AppleIcon}}">
<link rel="manifest" href="{{.Manifest}}">
<script src="{{.Boot}}" data-scripts="{{.Scripts}}" data-address="{{.Address}}" defer></script>
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
	Light, Dark                               string
	Style, Icon, AppleIcon, Favicon, Manifest string
	Boot                                      string
	Scripts                                   string        // the app's, with a space between them
	Address                                   string        // path and query that the page was made for
	Body                                      template.HTML // as the app mounts it
}

// newPage returns the page that shows view. The base is put before the view's
// canonical address, which search engines want whole.
func (s *assets) newPage(view ui.View, base string) page {
	p := page{
		Title: line(view.Title), Description: line(view.Description),
		Light: lightPaper, Dark: darkPaper,
		Style: s.url(styleFile), Icon: s.url(svgIcon), AppleIcon: s.url(appleIcon),
		Favicon: faviconFile, Manifest: manifestFile,
		Boot: s.url(bootFile), Scripts: s.url(goFile) + " " + s.url(starterFile),
		Body: template.HTML(view.Body()),
	}
	if p.Title == "" {
		p.Title = name
	}
	if base != "" && strings.HasPrefix(view.Canonical, "/") {
		p.Canonical = base + view.Canonical
	}
	return p
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
	case r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https":
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
