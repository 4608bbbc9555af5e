package web

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// The files that the page and the app name by address.
const (
	styleFile    = "/static/samewire.css"
	bootFile     = "/static/boot.js"
	svgIcon      = "/static/icon.svg"
	smallIcon    = "/static/icon-192.png"
	largeIcon    = "/static/icon-512.png"
	maskableIcon = "/static/icon-maskable-512.png"
	appleIcon    = "/static/apple-touch-icon.png"
	faviconFile  = "/favicon.ico"
	robotsFile   = "/robots.txt"
	manifestFile = "/manifest.webmanifest"
	starterFile  = "/app.js"
	workerFile   = "/app-worker.js"
	goFile       = "/wasm_exec.js"
)

// Words and colours that the manifest and the page share. The colours are the
// paper of the style sheet, light and dark.
const (
	name        = "Samewire"
	description = "Same wire, different words: how several outlets printed the same agency copy, compared word by word."
	lightPaper  = "#fcfbf8"
	darkPaper   = "#171614"
)

// assets are all files of the site by address.
type assets struct {
	byPath  map[string]*asset
	version string // a hash of everything the app is made of
}

// newAssets gathers the files of the site: those of static, the compiled app,
// and what is made here: manifest, starter script, service worker. More goes
// into the version beside the files: the stories and the page around the app,
// so that an installed app notices when they change.
func newAssets(static, app fs.FS, more ...[]byte) (*assets, error) {
	s := &assets{byPath: map[string]*asset{}}
	if err := s.addStatic(static); err != nil {
		return nil, err
	}
	wasm, err := wasmAsset(app)
	if err != nil {
		return nil, err
	}
	s.byPath[wasm.path] = wasm
	glue, err := fs.ReadFile(app, glueFile)
	if err != nil {
		return nil, err
	}
	if err := s.add(goFile, glue); err != nil {
		return nil, err
	}
	if err := s.add(manifestFile, s.manifest()); err != nil {
		return nil, err
	}
	worker, err := fs.ReadFile(static, path.Base(workerFile))
	if err != nil {
		return nil, err
	}
	script, err := fs.ReadFile(app, scriptFile)
	if err != nil {
		return nil, err
	}
	s.version = s.hash(slices.Concat(more, [][]byte{worker, script}))
	script, err = starter(script, s.version, wasm.url())
	if err != nil {
		return nil, err
	}
	if err := s.add(starterFile, script); err != nil {
		return nil, err
	}
	return s, s.add(workerFile, s.worker(worker))
}

// addStatic adds the files of static. Browsers and crawlers look for two of
// them at the root; the service worker is a template and must stand there too.
func (s *assets) addStatic(static fs.FS) error {
	return fs.WalkDir(static, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || "/"+name == workerFile {
			return err
		}
		address := "/static/" + name
		if root := "/" + name; root == faviconFile || root == robotsFile {
			address = root
		}
		body, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		return s.add(address, body)
	})
}

func (s *assets) add(address string, body []byte) error {
	a, err := newAsset(address, body)
	s.byPath[address] = a
	return err
}

// url returns the address of a file with its hash, or the bare address of one
// that isn't there.
func (s *assets) url(address string) string {
	if a := s.byPath[address]; a != nil {
		return a.url()
	}
	return address
}

// hash returns the hash of all files so far and of more.
func (s *assets) hash(more [][]byte) string {
	parts := slices.Clone(more)
	for _, address := range slices.Sorted(maps.Keys(s.byPath)) {
		parts = append(parts, []byte(s.byPath[address].url()))
	}
	return hash(parts...)
}

// manifest returns the web app manifest.
func (s *assets) manifest() []byte {
	type icon struct {
		Src     string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose,omitempty"`
	}
	data, err := json.Marshal(struct {
		ID          string `json:"id"`
		Name        string `json:"name"`
		ShortName   string `json:"short_name"`
		Description string `json:"description"`
		Lang        string `json:"lang"`
		StartURL    string `json:"start_url"`
		Scope       string `json:"scope"`
		Display     string `json:"display"`
		Background  string `json:"background_color"`
		Theme       string `json:"theme_color"`
		Icons       []icon `json:"icons"`
	}{
		"/", name, name, description, "en", "/", "/", "standalone", lightPaper, lightPaper,
		[]icon{
			{s.url(svgIcon), "any", "image/svg+xml", ""},
			{s.url(smallIcon), "192x192", "image/png", ""},
			{s.url(largeIcon), "512x512", "image/png", ""},
			{s.url(maskableIcon), "512x512", "image/png", "maskable"},
		},
	})
	if err != nil {
		panic(err) // strings only: nothing that can't be written
	}
	return data
}

// worker fills the service worker's template: the version, and the addresses
// of what the app needs without a network.
func (s *assets) worker(template []byte) []byte {
	files := []string{"/", manifestFile}
	for _, address := range slices.Sorted(maps.Keys(s.byPath)) {
		switch address {
		case faviconFile, robotsFile, manifestFile, appleIcon:
		default:
			files = append(files, s.url(address))
		}
	}
	list, err := json.MarshalIndent(files, "", "  ")
	if err != nil {
		panic(err) // strings only
	}
	return []byte(strings.NewReplacer("{{.Version}}", s.version, "{{.Files}}", string(list)).Replace(string(template)))
}
