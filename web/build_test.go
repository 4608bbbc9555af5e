package web

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestMain plays the go command when a test has put this binary on the PATH
// under its name: tests of building needn't wait for a compiler.
func TestMain(m *testing.M) {
	if play := os.Getenv("SAMEWIRE_TEST_GO"); play != "" {
		os.Exit(fakeGo(play, os.Args[1:]))
	}
	os.Exit(m.Run())
}

// fakeGo answers "go env" and "go list" with a directory, and "go build" by
// writing what it was asked to do into the file that it was asked to write.
func fakeGo(dir string, args []string) int {
	if args[0] == "env" || args[0] == "list" {
		os.Stdout.WriteString(filepath.Join(dir, args[0]) + "\n")
		return 0
	}
	if _, err := os.Stat("wasm/broken"); err == nil {
		os.Stderr.WriteString("wasm/main.go:1:1: expected 'package'\n")
		return 1
	}
	out := slices.Index(args, "-o") + 1
	var replaced struct{ Replace map[string]string }
	if data, err := os.ReadFile(args[slices.Index(args, "-overlay")+1]); err != nil || json.Unmarshal(data, &replaced) != nil {
		os.Stderr.WriteString("no overlay\n")
		return 1
	}
	did := os.Getenv("GOOS") + "/" + os.Getenv("GOARCH") + " go " + strings.Join(args[out+1:], " ")
	for _, file := range slices.Sorted(maps.Keys(replaced.Replace)) {
		did += "\n" + filepath.Base(file) + " -> " + filepath.Base(replaced.Replace[file])
	}
	if err := os.WriteFile(args[out], []byte(wasmOf(did)), 0o644); err != nil {
		os.Stderr.WriteString(err.Error())
		return 1
	}
	return 0
}

// wasmOf returns a module with a section that holds a text.
func wasmOf(text string) string {
	return "\x00asm\x01\x00\x00\x00\x00" + string(binary.AppendUvarint(nil, uint64(len(text)))) + text
}

// withFakeGo puts fakeGo on the PATH.
func withFakeGo(t *testing.T) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin, dir, ext := t.TempDir(), t.TempDir(), ""
	if runtime.GOOS == "windows" {
		ext = ".exe"
	}
	if err := os.Symlink(self, filepath.Join(bin, "go"+ext)); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	writeTree(t, dir, map[string]string{
		"env/lib/wasm/wasm_exec.js":       "glue of this Go",
		"env/src/net/http/server.go":      "package http",
		"env/src/net/http/server_test.go": "package http",
		"env/src/regexp/match.go":         "package regexp",
		"env/src/runtime/proc.go":         "package runtime",
		"env/VERSION":                     "go1.26.8\ntime 2026-11-03T00:00:00Z\n",
		"list/gen/app.js":                 "script of this go-app",
	})
	t.Setenv("PATH", bin)
	t.Setenv("SAMEWIRE_TEST_GO", dir)
}

func writeTree(t *testing.T, root string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// sourceTree writes a source tree and returns its top.
func sourceTree(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	writeTree(t, root, map[string]string{
		"go.mod":                  "// a comment\nmodule samewire // our own\n\ngo 1.26\n",
		"go.sum":                  "sums",
		"app/text/text.go":        "package text",
		"app/text/words.txt":      "the of and",
		"app/text/text_test.go":   "package text",
		"app/text/testdata/a.txt": "a",
		"app/.hidden":             "x",
		"wasm/main.go":            "package main",
		"web/web.go":              "package web",
	})
	return root
}

func mustFingerprint(t *testing.T, root string) string {
	t.Helper()
	print, err := fingerprint(root)
	if err != nil {
		t.Fatal(err)
	}
	return print
}

func TestFingerprint(t *testing.T) {
	for _, c := range []struct {
		file    string
		matters bool
	}{
		{"app/text/text.go", true},
		{"app/text/words.txt", true}, // may be embedded
		{"app/text/new.go", true},
		{"app/new/new.go", true},
		{"wasm/main.go", true},
		{"go.mod", true},
		{"go.sum", true},
		{"app/text/text_test.go", false},
		{"app/text/testdata/a.txt", false},
		{"app/.hidden", false},
		{"web/web.go", false},
		{"server.go", false},
	} {
		root := sourceTree(t)
		before := mustFingerprint(t, root)
		writeTree(t, root, map[string]string{c.file: "module samewire\n// changed"})
		if changed := mustFingerprint(t, root) != before; changed != c.matters {
			t.Errorf("%s changes: the fingerprint changes is %t, want %t", c.file, changed, c.matters)
		}
	}
	root := sourceTree(t)
	before := mustFingerprint(t, root)
	if other := sourceTree(t); mustFingerprint(t, other) != before {
		t.Error("the same sources elsewhere have another fingerprint")
	}
	if err := os.Rename(filepath.Join(root, "app/text/text.go"), filepath.Join(root, "app/text/u.go")); err != nil {
		t.Fatal(err)
	}
	if mustFingerprint(t, root) == before {
		t.Error("a file's name doesn't matter")
	}
}

func TestFindRoot(t *testing.T) {
	root := sourceTree(t)
	other := t.TempDir()
	writeTree(t, other, map[string]string{"go.mod": "module example.com/samewire\n", "x/y": ""})
	writeTree(t, root, map[string]string{"vendored/go.mod": "module other\n", "vendored/x/y": ""})
	for _, c := range []struct {
		dir, want string
	}{
		{root, root},
		{filepath.Join(root, "app", "text"), root},
		{other, ""},
		{filepath.Join(other, "x"), ""},
		{filepath.Join(root, "vendored", "x"), ""}, // the nearest module counts
		{t.TempDir(), ""},
	} {
		got, ok := findRoot(c.dir)
		if ok != (c.want != "") || ok && got != c.want {
			t.Errorf("findRoot(%s) = %q, %t, want %q", c.dir, got, ok, c.want)
		}
	}
}

var noApp = fstest.MapFS{".gitkeep": {}}

func readApp(t *testing.T, app fs.FS, name string) string {
	t.Helper()
	data, err := fs.ReadFile(app, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFindAppOutsideTheTree(t *testing.T) {
	var log bytes.Buffer
	app, err := findApp(context.Background(), t.TempDir(), fakeApp(), &log)
	if err != nil || readApp(t, app, fingerprintFile) != "fake\n" {
		t.Errorf("the embedded app isn't taken: %v", err)
	}
	_, err = findApp(context.Background(), t.TempDir(), noApp, &log)
	if err == nil || !strings.Contains(err.Error(), "go generate") || strings.Contains(err.Error(), "\n") {
		t.Errorf("without an app the error is %v", err)
	}
	if log.Len() > 0 {
		t.Errorf("log: %s", &log)
	}
}

func TestFindAppCompilesOnce(t *testing.T) {
	withFakeGo(t)
	root := sourceTree(t)
	ctx := context.Background()

	// The embedded one is of other sources.
	var log bytes.Buffer
	app, err := findApp(ctx, filepath.Join(root, "app"), fakeApp(), &log)
	if err != nil {
		t.Fatal(err)
	}
	const did = "js/wasm go -trimpath -buildvcs=false -ldflags=-s -w -gcflags=all=-l -gcflags=samewire/app/align= "
	const replaced = "\nhttp.go -> http.go\nserver.go -> ."
	for file, how := range map[string]string{
		wasmFile: "./wasm\naes.go -> aes.go\ncipher.go -> cipher.go\nmd5.go -> md5.go\nrand.go -> rand.go\nsha1.go -> sha1.go\ngodebug.go -> godebug.go\nlog.go -> log.go" +
			replaced + "\nmatch.go -> .\nregexp.go -> regexp.go\nnetpoll_fake.go -> netpoll_fake.go",
		extractFile: "./wasm/extract" + replaced,
	} {
		if got, want := readApp(t, app, file), wasmOf(did+how); got != want {
			t.Errorf("%s is built by %q, want %q", file, got, want)
		}
		if _, err := wasmAsset(app, file); err != nil {
			t.Errorf("the app isn't whole: %v", err)
		}
	}
	if got := readApp(t, app, glueFile); got != "glue of this Go" {
		t.Errorf("%s is %q", glueFile, got)
	}
	if got := readApp(t, app, scriptFile); got != "script of this go-app" {
		t.Errorf("%s is %q", scriptFile, got)
	}
	if !strings.HasPrefix(log.String(), "Compiling ") {
		t.Errorf("log: %s", &log)
	}
	log.Reset()
	if _, err = findApp(ctx, root, noApp, &log); err != nil || log.Len() > 0 {
		t.Errorf("a second start: %v, %s", err, &log)
	}

	writeTree(t, root, map[string]string{"app/text/text.go": "package text // changed"})
	if _, err = findApp(ctx, root, noApp, &log); err != nil || log.Len() == 0 {
		t.Errorf("after a change: %v, and the log has %q", err, &log)
	}
	kept, err := os.ReadDir(filepath.Join(root, buildDir))
	if err != nil || len(kept) != 1 || kept[0].Name() != mustFingerprint(t, root) {
		t.Errorf("%s holds %v, %v", buildDir, kept, err)
	}

	// Once the embedded one is of these sources, it is taken.
	fresh := fakeApp().(fstest.MapFS)
	fresh[fingerprintFile] = &fstest.MapFile{Data: []byte(mustFingerprint(t, root) + "\n")}
	log.Reset()
	app, err = findApp(ctx, root, fresh, &log)
	if err != nil || !strings.Contains(readApp(t, app, wasmFile), "asm fake") || log.Len() > 0 {
		t.Errorf("the fresh embedded app isn't taken: %v, %s", err, &log)
	}
}

// TestRelease compiles with the insides of a release of Go that is known, and
// of others that aren't.
func TestRelease(t *testing.T) {
	for version, known := range map[string]bool{"go1.26": true, "go1.26rc1\n": true, "go1.26.12\ntime": true, "go1.27.0\n": false, "go1.2\n": false, "devel": false, "": false} {
		goroot, file := t.TempDir(), filepath.Join(t.TempDir(), "overlay.json")
		if version != "" {
			writeTree(t, goroot, map[string]string{"VERSION": version})
		}
		if err := overlay(file, "", goroot, appStandIns); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("netpoll_fake.go")) != known || !bytes.Contains(data, []byte("regexp.go")) {
			t.Errorf("with %q the app is compiled with %s", version, data)
		}
	}
}

func TestCompileFails(t *testing.T) {
	withFakeGo(t)
	root := sourceTree(t)
	writeTree(t, root, map[string]string{"wasm/broken": ""})
	var log bytes.Buffer
	_, err := findApp(context.Background(), root, noApp, &log)
	if err == nil || !strings.Contains(err.Error(), "doesn't compile") {
		t.Errorf("error %v", err)
	}
	if !strings.Contains(log.String(), "wasm/main.go:1:1: expected 'package'") {
		t.Errorf("the compiler's message is missing: %s", &log)
	}
	left, err := os.ReadDir(filepath.Join(root, buildDir))
	if err != nil || len(left) > 0 {
		t.Errorf("a failed build leaves %v, %v", left, err)
	}
}

func TestNoCompiler(t *testing.T) {
	root := sourceTree(t)
	t.Setenv("PATH", t.TempDir())
	var log bytes.Buffer
	_, err := findApp(context.Background(), root, noApp, &log)
	if err == nil || !strings.Contains(err.Error(), `no "go" on the PATH`) {
		t.Errorf("error %v", err)
	}
}

func TestCompileIsInterrupted(t *testing.T) {
	withFakeGo(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var log bytes.Buffer
	if _, err := findApp(ctx, sourceTree(t), noApp, &log); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestBuild(t *testing.T) {
	withFakeGo(t)
	root := sourceTree(t)
	t.Chdir(filepath.Join(root, "web"))
	var log bytes.Buffer
	for range 2 { // over an earlier one
		if err := Build(context.Background(), "", true, &log); err != nil {
			t.Fatal(err)
		}
	}
	dist := os.DirFS(filepath.Join(root, Dist))
	if !isFresh(dist, mustFingerprint(t, root)) {
		t.Error("what was built isn't fresh")
	}
	if _, err := wasmAsset(dist, wasmFile); err != nil {
		t.Error(err)
	}
	names, err := fs.Glob(dist, "*")
	want := []string{scriptFile, wasmFile, wasmFile + ".br", wasmFile + ".gz", extractFile, extractFile + ".br", extractFile + ".gz", fingerprintFile, glueFile}
	if err != nil || !slices.Equal(names, want) {
		t.Errorf("it holds %v, want %v", names, want)
	}
	t.Chdir(t.TempDir())
	if err := Build(context.Background(), "out", false, &log); err == nil || !strings.Contains(err.Error(), "source tree") {
		t.Errorf("outside the tree: %v", err)
	}
}
