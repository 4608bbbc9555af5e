package web

import (
	"encoding/json"
	"path"
	"strings"

	"samewire/app/words"
)

// The parts of the web app manifest (https://www.w3.org/TR/appmanifest).
type (
	webManifest struct {
		ID          string         `json:"id"`
		Name        string         `json:"name"`
		ShortName   string         `json:"short_name"`
		Description string         `json:"description"`
		Lang        string         `json:"lang"`
		Dir         string         `json:"dir"`
		Categories  []string       `json:"categories"`
		StartURL    string         `json:"start_url"`
		Scope       string         `json:"scope"`
		Display     string         `json:"display"`
		Background  string         `json:"background_color"`
		Theme       string         `json:"theme_color"`
		Icons       []webIcon      `json:"icons"`
		Screenshots []webScreen    `json:"screenshots"`
		Shortcuts   []webShortcut  `json:"shortcuts"`
		Share       webShareTarget `json:"share_target"`
		Opens       []webHandler   `json:"file_handlers"`
	}
	webIcon struct {
		Src     string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose,omitempty"`
	}
	webScreen struct {
		Src    string `json:"src"`
		Sizes  string `json:"sizes"`
		Type   string `json:"type"`
		Factor string `json:"form_factor"`
		Label  string `json:"label"`
	}
	webShortcut struct {
		Name  string    `json:"name"`
		URL   string    `json:"url"`
		Icons []webIcon `json:"icons"`
	}
	webShareTarget struct {
		Action  string         `json:"action"`
		Method  string         `json:"method"`
		Enctype string         `json:"enctype"`
		Params  webShareFields `json:"params"`
	}
	webShareFields struct {
		Title string     `json:"title"`
		Text  string     `json:"text"`
		URL   string     `json:"url"`
		Files []webFiles `json:"files"`
	}
	webFiles struct {
		Name   string   `json:"name"`
		Accept []string `json:"accept"`
	}
	webHandler struct {
		Action string              `json:"action"`
		Accept map[string][]string `json:"accept"`
	}
)

// manifestOf returns the address of the manifest in a language, by its code.
func manifestOf(code string) string {
	if code == words.Languages[0].Code {
		return manifestFile
	}
	return strings.Replace(manifestFile, ".", "."+code+".", 1)
}

// isManifest tells whether an address is that of a manifest, in any language.
func isManifest(address string) bool { return path.Ext(address) == path.Ext(manifestFile) }

// manifest returns the web app manifest in a language. All are of one app, so
// that an installed one keeps to its language.
func (s *assets) manifest(in *words.Table) []byte {
	say := func(key string) string { return in.Tell(words.Say(key)) }
	icon := webIcon{s.url(smallIcon), "192x192", "image/png", ""}
	data, err := json.Marshal(webManifest{
		ID: s.base + "/", Name: name, ShortName: name, Description: say("site.description"), Lang: in.Code, Dir: in.Dir(),
		Categories: []string{"news", "education"},
		StartURL:   s.base + "/", Scope: s.base + "/", Display: "standalone", Background: lightPaper, Theme: lightPaper,
		Icons: []webIcon{
			{s.url(svgIcon), "any", "image/svg+xml", ""},
			icon,
			{s.url(largeIcon), "512x512", "image/png", ""},
			{s.url(maskableIcon), "512x512", "image/png", "maskable"},
			{s.url(inkIcon), "any", "image/svg+xml", "monochrome"},
		},
		Screenshots: []webScreen{
			{s.url(siteCard), "1280x800", "image/png", "wide", say("site.card")},
			{s.url(narrowScreen), "720x1440", "image/png", "narrow", say("site.narrow")},
		},
		Shortcuts: []webShortcut{
			{say("new.compare-articles-of-your"), s.base + "/new", []webIcon{icon}},
			{say("frame.help"), s.base + "/help", []webIcon{icon}},
		},
		// The service worker takes what is shared; no server sees it.
		Share: webShareTarget{s.base + sharePath, "POST", "multipart/form-data", webShareFields{"title", "text", "url", []webFiles{
			{"files", []string{"text/plain", "text/markdown", "text/html", "multipart/related", "application/json", ".txt", ".md", ".html", ".htm", ".mhtml", ".mht", ".json"}},
		}}},
		Opens: []webHandler{{s.base + "/new", map[string][]string{
			"text/plain": {".txt"}, "text/markdown": {".md", ".markdown"}, "text/html": {".html", ".htm"}, "multipart/related": {".mhtml", ".mht"}, "application/json": {".json"},
		}}},
	})
	if err != nil {
		panic(err) // strings only: nothing that can't be written
	}
	return data
}
