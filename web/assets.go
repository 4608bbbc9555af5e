package web

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"samewire/app/words"
)

// The files that the page and the app name by address.
const (
	styleFile    = "/static/samewire.css"
	bootFile     = "/static/boot.js"
	settingsFile = "/static/settings.js"
	deviceFile   = "/static/device.js"
	analystFile  = "/static/worker.js"
	svgIcon      = "/static/icon.svg"
	smallIcon    = "/static/icon-192.png"
	largeIcon    = "/static/icon-512.png"
	maskableIcon = "/static/icon-maskable-512.png"
	inkIcon      = "/static/icon-monochrome.svg"
	appleIcon    = "/static/apple-touch-icon.png"
	siteCard     = "/static/screenshot.png"
	narrowScreen = "/static/screenshot-narrow.png"
	faviconFile  = "/favicon.ico"
	robotsFile   = "/robots.txt"
	manifestFile = "/manifest.webmanifest"
	starterFile  = "/app.js"
	workerFile   = "/app-worker.js"
	goFile       = "/wasm_exec.js"
	extractJS    = "/extract-worker.js"
)

// Words and colours that the manifest and the page share. The colours are the
// paper of the style sheet, light and dark.
const (
	name       = "Samewire"
	lightPaper = "#fcfbf8"
	darkPaper  = "#171614"
)

// What is known of the image that stands for the site.
const (
	siteCardWidth, siteCardHeight = 1280, 800
)

// assets are all files of the site by address.
type assets struct {
	byPath    map[string]*asset
	version   string // a hash of everything the app is made of
	base      string // the path that the site is under, "" for the root of the host
	plain     bool   // they are for a host of plain files
	fetch     bool   // whether the server fetches links, which pages must know
	ancestors string // who may show pages in frames

	// The templates of the service worker and of the script that starts the app.
	workerText, starterText []byte
}

// newAssets gathers the files of the site: those of static, the compiled app,
// and what is made here: manifest, starter script, service worker. Their version
// is a hash of all that, and of the page around the app: when it changes, so does
// an installed app. Stories aren't in it, which change more often and are asked
// for each time.
func newAssets(base string, plain bool, static, app fs.FS) (*assets, error) {
	s := &assets{byPath: map[string]*asset{}, base: base, plain: plain}
	if err := s.addStatic(static); err != nil {
		return nil, err
	}
	style, err := styleSheet(static)
	if err != nil {
		return nil, err
	}
	if err := s.add(styleFile, style); err != nil {
		return nil, err
	}
	wasm, err := wasmAsset(app, wasmFile)
	if err != nil {
		return nil, err
	}
	s.byPath[wasm.path] = wasm
	extract, err := wasmAsset(app, extractFile)
	if err != nil {
		return nil, err
	}
	s.byPath[extract.path] = extract
	glue, err := fs.ReadFile(app, glueFile)
	if err != nil {
		return nil, err
	}
	if err := s.add(goFile, glue); err != nil {
		return nil, err
	}
	if err := s.addExtract(static); err != nil {
		return nil, err
	}
	for _, l := range words.Languages[1:] {
		if err := s.add(wordsFile(l.Code), []byte(words.Source(l.Code))); err != nil {
			return nil, err
		}
	}
	for _, l := range words.Languages {
		if err := s.add(manifestOf(l.Code), s.manifest(words.In(l.Code))); err != nil {
			return nil, err
		}
	}
	if s.workerText, err = fs.ReadFile(static, path.Base(workerFile)); err != nil {
		return nil, err
	}
	if s.starterText, err = fs.ReadFile(app, scriptFile); err != nil {
		return nil, err
	}
	return s, s.addVersion()
}

// addVersion sets the version and adds the files that have it in them.
func (s *assets) addVersion() error {
	s.version = s.hash([]byte(shell), s.workerText, s.starterText)
	script, err := starter(s.starterText, s.base, s.version, s.url("/"+wasmFile))
	if err != nil {
		return err
	}
	if err := s.add(starterFile, script); err != nil {
		return err
	}
	return s.add(workerFile, s.worker(s.workerText))
}

// wordsFile returns the address of a language's words. The app has those of the
// first language in it.
func wordsFile(code string) string { return "/static/words-" + code + ".txt" }

// wordsFiles says where the app finds the words of each language.
func (s *assets) wordsFiles() string {
	var all []string
	for _, l := range words.Languages[1:] {
		all = append(all, l.Code+"="+s.url(wordsFile(l.Code)))
	}
	return strings.Join(all, " ")
}

// addStatic adds the files of static. Browsers, crawlers and publishers look for
// three of them at the root. The service worker, a template that must stand there
// too, is added later.
func (s *assets) addStatic(static fs.FS) error {
	return fs.WalkDir(static, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || "/"+name == workerFile || "/"+name == extractJS || path.Dir(name) == styleDir {
			return err
		}
		address := "/static/" + name
		if root := "/" + name; root == faviconFile || root == robotsFile || root == embedFile {
			address = root
		}
		body, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		if address == embedFile {
			body = widgetScript(body)
		}
		return s.add(address, body)
	})
}

// innerComment is a line of a script that says what the code around it does.
var innerComment = regexp.MustCompile(`(?m)^\s+//.*\n`)

// widgetScript fills the template of the script that makes the widget: the title
// of a frame in each language. Pages of others load it, so it is kept small.
func widgetScript(template []byte) []byte {
	titles := map[string]string{}
	for _, l := range words.Languages {
		titles[l.Code] = words.In(l.Code).Tell(words.Say("widget.how-several-outlets-told"))
	}
	data, err := json.Marshal(titles)
	if err != nil {
		panic(err) // strings only
	}
	return bytes.Replace(innerComment.ReplaceAll(template, nil), []byte("{{.Titles}}"), data, 1)
}

// styleDir has the parts of the style sheet.
const styleDir = "style"

// styleSheet joins the parts of the style sheet in the order of their names: of
// two rules that say the same as loudly, the later one holds.
func styleSheet(static fs.FS) ([]byte, error) {
	parts, err := fs.Glob(static, styleDir+"/*.css")
	if err != nil {
		return nil, err
	}
	var sheet []byte
	for _, part := range parts {
		text, err := fs.ReadFile(static, part)
		if err != nil {
			return nil, err
		}
		sheet = append(sheet, text...)
	}
	return sheet, nil
}

// addExtract fills the template of the worker that reads web pages: where its
// WebAssembly is, and the script that runs it.
func (s *assets) addExtract(static fs.FS) error {
	script, err := fs.ReadFile(static, path.Base(extractJS))
	if err != nil {
		return err
	}
	filled := strings.NewReplacer("{{.Go}}", s.url(goFile), "{{.Module}}", s.url("/"+extractFile)).Replace(string(script))
	return s.add(extractJS, []byte(filled))
}

func (s *assets) add(address string, body []byte) error {
	a, err := newAsset(address, body)
	s.byPath[address] = a
	return err
}

// url returns the address of a file with its hash, or the bare address of one
// that isn't there.
func (s *assets) url(address string) string {
	a := s.byPath[address]
	switch {
	case a == nil || s.plain && slices.Contains(byName, address):
		return s.base + address
	case s.plain:
		return s.base + a.named()
	}
	return s.base + a.url()
}

// hash returns the hash of all files so far and of more.
func (s *assets) hash(more ...[]byte) string {
	parts := slices.Clone(more)
	for _, address := range slices.Sorted(maps.Keys(s.byPath)) {
		parts = append(parts, []byte(s.byPath[address].url()))
	}
	return hash(parts...)
}

// worker fills the service worker's template: the version, the addresses of what
// the app needs without a network, and of what it keeps once that is used.
func (s *assets) worker(template []byte) []byte {
	files := []string{s.base + "/", s.base + manifestFile}
	later := []string{s.url(extractJS), s.url("/" + extractFile)}
	for _, address := range slices.Sorted(maps.Keys(s.byPath)) {
		if isManifest(address) {
			continue
		}
		switch address {
		case faviconFile, robotsFile, appleIcon, inkIcon, siteCard, narrowScreen, extractJS, "/" + extractFile:
		default:
			files = append(files, s.url(address))
		}
	}
	return []byte(strings.NewReplacer("{{.Base}}", s.base, "{{.Starter}}", s.url(starterFile), "{{.Version}}", s.version, "{{.Files}}", jsonList(files), "{{.Later}}", jsonList(later)).Replace(string(template)))
}

// jsonList returns a list as JSON.
func jsonList(list []string) string {
	data, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		panic(err) // strings only
	}
	return string(data)
}
