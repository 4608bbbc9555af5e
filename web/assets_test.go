package web

import (
	"encoding/json"
	"image/png"
	"io/fs"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

func testAssets(t testing.TB) *assets {
	t.Helper()
	a, err := newAssets("", false, sub("static"), fakeApp())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestHashedAddresses(t *testing.T) {
	h, _ := testSite(t)
	a := testAssets(t)
	for _, file := range []string{bootFile, svgIcon, smallIcon, goFile, "/app.wasm"} {
		hashed := a.url(file)
		if got := get(t, h, "GET", hashed).Header.Get("Cache-Control"); got != forever[0] {
			t.Errorf("GET %s: Cache-Control %q", hashed, got)
		}
		if got := get(t, h, "GET", file).Header.Get("Cache-Control"); got != revalidate[0] {
			t.Errorf("GET %s: Cache-Control %q", file, got)
		}
		old := get(t, h, "GET", file+"?v=0123456789abcdef")
		if old.StatusCode != 307 || file+old.Header.Get("Location") != hashed || old.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("GET %s of another version: %d to %q, %q", file, old.StatusCode, old.Header.Get("Location"), old.Header.Get("Cache-Control"))
		}
	}
	for _, target := range []string{"/", "/s/pier", "/nothing", workerFile, manifestFile, "/stories/pier.json"} {
		if got := get(t, h, "GET", target).Header.Get("Cache-Control"); got != revalidate[0] {
			t.Errorf("GET %s: Cache-Control %q", target, got)
		}
	}
}

// The progress of loading is reckoned in bytes as they come out of the
// decoder.
func TestLengthForProgress(t *testing.T) {
	h, _ := testSite(t)
	for _, coding := range []string{"br", "gzip", "identity"} {
		res := get(t, h, "GET", "/app.wasm", "Accept-Encoding", coding)
		if got := res.Header.Get(lengthHeader); got != strconv.Itoa(len(body(t, res))) {
			t.Errorf("%s: %s: %s", coding, lengthHeader, got)
		}
	}
}

// Nothing that the browser loads names another server.
func TestNoOtherOrigin(t *testing.T) {
	remote := regexp.MustCompile(`https?://[\w\[][^\s"'<)]+`)
	for address, a := range testAssets(t).byPath {
		if !strings.HasPrefix(a.contentType, "text/") && !strings.HasPrefix(a.contentType, "application/manifest") {
			continue
		}
		for _, found := range remote.FindAllString(string(a.body), -1) {
			t.Errorf("%s names %s", address, found)
		}
	}
}

func TestManifest(t *testing.T) {
	h, _ := testSite(t)
	var m struct {
		Name      string `json:"name"`
		ShortName string `json:"short_name"`
		StartURL  string `json:"start_url"`
		Display   string
		Icons     []struct{ Src, Sizes, Type, Purpose string }

		Screenshots []struct {
			Src, Sizes, Type string
			Factor           string `json:"form_factor"`
		}
		Shortcuts []struct{ Name, URL string }
	}
	if err := json.Unmarshal([]byte(body(t, get(t, h, "GET", manifestFile))), &m); err != nil {
		t.Fatal(err)
	}
	if m.Name != name || m.ShortName != name || m.StartURL != "/" || m.Display != "standalone" {
		t.Errorf("%+v", m)
	}
	if res := get(t, h, "POST", sharePath); res.StatusCode != 303 || res.Header.Get("Location") != "/new?shared" {
		t.Errorf("shared without a service worker: %d, %q", res.StatusCode, res.Header.Get("Location"))
	}
	purposes := map[string]bool{}
	for _, icon := range m.Icons {
		purposes[icon.Purpose] = true
		res := get(t, h, "GET", icon.Src)
		if res.StatusCode != 200 || res.Header.Get("Content-Type") != icon.Type || res.Header.Get("Cache-Control") != forever[0] {
			t.Errorf("%s: %d %q %q", icon.Src, res.StatusCode, res.Header.Get("Content-Type"), res.Header.Get("Cache-Control"))
		}
		if icon.Type != "image/png" {
			continue
		}
		c, err := png.DecodeConfig(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		if size := strconv.Itoa(c.Width) + "x" + strconv.Itoa(c.Height); size != icon.Sizes {
			t.Errorf("%s is %s, and the manifest says %s", icon.Src, size, icon.Sizes)
		}
	}
	german := body(t, get(t, h, "GET", manifestOf("de")))
	if !strings.Contains(german, `"lang":"de"`) || !strings.Contains(german, "Eigene Artikel vergleichen") || !strings.Contains(german, `"id":"/"`) {
		t.Errorf("the manifest in German: %s", german)
	}
	if page := body(t, get(t, h, "GET", "/?lang=de")); !strings.Contains(page, `href="`+manifestOf("de")+`"`) {
		t.Error("the page in German has another manifest")
	}
	if len(m.Icons) != 5 || !purposes["maskable"] || !purposes["monochrome"] {
		t.Errorf("icons: %+v", m.Icons)
	}
	factors := map[string]bool{}
	for _, screen := range m.Screenshots {
		factors[screen.Factor] = true
		c, err := png.DecodeConfig(get(t, h, "GET", screen.Src).Body)
		if size := strconv.Itoa(c.Width) + "x" + strconv.Itoa(c.Height); err != nil || size != screen.Sizes {
			t.Errorf("%s is %s, and the manifest says %s (%v)", screen.Src, size, screen.Sizes, err)
		}
	}
	if !factors["wide"] || !factors["narrow"] {
		t.Errorf("screenshots: %+v", m.Screenshots)
	}
	for _, s := range m.Shortcuts {
		if res := get(t, h, "GET", s.URL); res.StatusCode != 200 {
			t.Errorf("the shortcut %q leads to %d", s.Name, res.StatusCode)
		}
	}
}

func TestWorker(t *testing.T) {
	h, _ := testSite(t)
	a := testAssets(t)
	script := string(a.byPath[workerFile].body)
	if strings.Contains(script, "{{") {
		t.Error("a placeholder is left")
	}
	_, rest, _ := strings.Cut(script, "const files = ")
	list, _, _ := strings.Cut(rest, ";")
	var files []string
	if err := json.Unmarshal([]byte(list), &files); err != nil {
		t.Fatal(err)
	}
	has := map[string]bool{}
	for _, file := range files {
		u, err := url.Parse(file)
		if err != nil {
			t.Fatal(err)
		}
		has[u.Path] = true
		// app.js differs: its version covers the site's story.
		if u.Path == starterFile {
			continue
		}
		if res := get(t, h, "GET", file); res.StatusCode != 200 {
			t.Errorf("the worker asks for %s and gets %d", file, res.StatusCode)
		}
	}
	for _, file := range []string{"/", "/app.wasm", starterFile, goFile, bootFile, manifestFile, svgIcon} {
		if !has[file] {
			t.Errorf("the worker doesn't keep %s", file)
		}
	}
	if has["/"+extractFile] || !strings.Contains(script, a.url("/"+extractFile)) {
		t.Error("the reader of web pages isn't kept when it is first used")
	}
	page := get(t, h, "GET", "/")
	if page.Header.Get(versionHeader) == "" {
		t.Error("a page doesn't say its version")
	}
}

// The worker that reads web pages is told where its files are.
func TestExtractWorker(t *testing.T) {
	h, _ := testSite(t)
	a := testAssets(t)
	script := body(t, get(t, h, "GET", extractJS))
	for _, address := range []string{a.url(goFile), a.url("/" + extractFile)} {
		if !strings.Contains(script, `"`+address+`"`) {
			t.Errorf("the script doesn't name %s", address)
		}
		if got := get(t, h, "GET", address).Header.Get("Cache-Control"); got != forever[0] {
			t.Errorf("GET %s: Cache-Control %q", address, got)
		}
	}
	if strings.Contains(script, "{{") {
		t.Error("a placeholder is left")
	}
}

// The version changes with everything the app is made of.
func TestVersion(t *testing.T) {
	static := fstest.MapFS{}
	if err := fs.WalkDir(sub("static"), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var data []byte
			data, err = fs.ReadFile(sub("static"), name)
			static[name] = &fstest.MapFile{Data: data}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	version := func(app fs.FS) string {
		a, err := newAssets("", false, static, app)
		if err != nil {
			t.Fatal(err)
		}
		return a.version
	}
	seen := map[string]string{}
	add := func(what, v string) {
		if other, ok := seen[v]; ok {
			t.Errorf("%s: the version is that of: %s", what, other)
		}
		seen[v] = what
	}
	first := version(fakeApp())
	add("at first", first)
	if again := version(fakeApp()); again != first {
		t.Errorf("the version changes by itself: %s, %s", first, again)
	}
	app := fakeApp().(fstest.MapFS)
	app[wasmFile] = &fstest.MapFile{Data: []byte("\x00asm other")}
	add("another app", version(app))
	for name := range static {
		old := static[name]
		static[name] = &fstest.MapFile{Data: append([]byte("\n"), old.Data...)}
		add("another "+name, version(fakeApp()))
		static[name] = old
	}
}

func TestUnknownFileType(t *testing.T) {
	static := fstest.MapFS{"notes.docx": {Data: []byte("x")}, "app-worker.js": {Data: []byte("x")}}
	if _, err := newAssets("", false, static, fakeApp()); err == nil || !strings.Contains(err.Error(), "notes.docx") {
		t.Errorf("error %v", err)
	}
}
