package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// The compiled app is a directory of these files: the app itself and the reader
// of web pages, each compressed beside it (.br, .gz); the script that runs them,
// of the Go release that compiled them, and the one that loads the app, of the
// go-app release that is in it; and the fingerprint of the sources it was made
// from.
const (
	wasmFile        = "app.wasm"
	extractFile     = "extract.wasm"
	glueFile        = "wasm_exec.js"
	scriptFile      = "app.js"
	fingerprintFile = "fingerprint"
)

// module is a WebAssembly file, the package that it is made of, and what that
// has in the place of packages of the standard library.
type module struct {
	file, pkg string
	standIns  []standIn
}

var modules = [...]module{
	{wasmFile, "./wasm", appStandIns},
	{extractFile, "./wasm/extract", []standIn{httpStandIn}},
}

// goApp is the package that the app is built on.
const goApp = "github.com/maxence-charriere/go-app/v10/pkg/app"

// Dist is the directory of the compiled app that is embedded into the server,
// below the top of the source tree.
const Dist = "web/dist"

// buildDir is where the server keeps what it compiles for itself, below the
// top of the source tree. It isn't embedded, or every change of the app would
// link the server a second time.
const buildDir = ".build"

// App returns the compiled app.
//
// In Samewire's source tree it is the one made from the sources as they are:
// the embedded one, or one that an earlier start compiled, or else one that is
// compiled now, which a line on log announces. Outside it, it is the embedded
// one.
func App(ctx context.Context, log io.Writer) (fs.FS, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	return findApp(ctx, dir, sub("dist"), log)
}

func findApp(ctx context.Context, dir string, embedded fs.FS, log io.Writer) (fs.FS, error) {
	root, ok := findRoot(dir)
	if !ok {
		if _, err := fs.Stat(embedded, fingerprintFile); err != nil {
			return nil, errors.New(`this binary has no app in it: start it in Samewire's source tree, or build it anew with "go generate ./... && go build"`)
		}
		return embedded, nil
	}
	print, err := fingerprint(root)
	if err != nil {
		return nil, err
	}
	if isFresh(embedded, print) {
		return embedded, nil
	}
	kept := filepath.Join(root, buildDir, print)
	if isFresh(os.DirFS(kept), print) {
		return os.DirFS(kept), nil
	}
	return os.DirFS(kept), buildKept(ctx, root, print, log)
}

// isFresh tells whether app was made from the sources with a fingerprint.
func isFresh(app fs.FS, print string) bool {
	data, err := fs.ReadFile(app, fingerprintFile)
	return err == nil && strings.TrimSpace(string(data)) == print
}

// buildKept compiles the app into the directory below buildDir that is named
// for its fingerprint, and removes those of other sources. The directory gets
// its name when it is complete, so that another process never sees a part.
func buildKept(ctx context.Context, root, print string, log io.Writer) error {
	parent := filepath.Join(root, buildDir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(parent, "new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if err := compile(ctx, root, temp, print, quick, log); err != nil {
		return err
	}
	kept := filepath.Join(parent, print)
	if err := os.Rename(temp, kept); err != nil && !isFresh(os.DirFS(kept), print) {
		return err
	}
	others, err := os.ReadDir(parent)
	if err != nil {
		return err
	}
	for _, other := range others {
		if other.Name() != print && !strings.HasPrefix(other.Name(), "new-") {
			if err := os.RemoveAll(filepath.Join(parent, other.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// Build compiles the app of the source tree around the working directory into
// out ("" for [Dist], taken from the top of the tree), whether it is fresh or
// not. With best it is compressed as far as it goes, which takes half a
// minute.
func Build(ctx context.Context, out string, best bool, log io.Writer) error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	root, ok := findRoot(dir)
	if !ok {
		return fmt.Errorf("%s isn't in Samewire's source tree: the app is compiled there", dir)
	}
	if out == "" {
		out = filepath.Join(root, Dist)
	}
	print, err := fingerprint(root)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(out, ".new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	effort := quick
	if best {
		effort = full
	}
	if err := compile(ctx, root, temp, print, effort, log); err != nil {
		return err
	}
	return replace(temp, out)
}

// replace moves the files of the compiled app from one directory to another.
// The fingerprint goes first and comes last: what stands without it counts as
// nothing.
func replace(from, to string) error {
	if err := os.Remove(filepath.Join(to, fingerprintFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var names []string
	for _, m := range modules {
		names = append(names, m.file, m.file+".br", m.file+".gz")
	}
	for _, name := range append(names, glueFile, scriptFile, fingerprintFile) {
		if err := os.Rename(filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	return nil
}

// effort is what compression of the compiled app may cost.
type effort struct{ brotli, gzip int }

var (
	quick = effort{5, 6}  // under a second
	full  = effort{11, 9} // half a minute
)

// buildFlags are those of go build for the browser. Functions are inlined only
// where the time goes, in the packages that compare the articles: inlined code
// is code twice over, and a reader waits for every byte of it once, but for the
// rest of the app hardly ever.
var buildFlags = []string{
	"-trimpath", "-buildvcs=false", stripped,
	"-gcflags=all=-l", "-gcflags=samewire/app/align=",
}

// stripped leaves out what only debuggers need, and the names of functions that
// browsers show.
const stripped = "-ldflags=-s -w"

// compile compiles the app of the source tree at root and puts its files into
// dir, the fingerprint last. The compiler's messages go to log.
func compile(ctx context.Context, root, dir, print string, e effort, log io.Writer) error {
	fmt.Fprintln(log, "Compiling the app for the browser: a few seconds, the first time up to a minute.")
	start := time.Now()
	goroot, err := toolLine(ctx, root, log, "env", "GOROOT")
	if err != nil {
		return err
	}
	for _, m := range modules {
		if err := m.compile(ctx, root, dir, goroot, buildFlags, log); err != nil {
			return fmt.Errorf("%s doesn't compile: %w", m.file, err)
		}
	}
	if err := copyScripts(ctx, root, dir, goroot, log); err != nil {
		return err
	}
	if err := compressModules(dir, e); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, fingerprintFile), []byte(print+"\n"), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(log, "Compiled in %.1f s.\n", time.Since(start).Seconds())
	return nil
}

// compressModules writes the compressed forms of the WebAssembly files in dir.
func compressModules(dir string, e effort) error {
	var wait sync.WaitGroup
	var failed [len(modules)][2]error
	for i, m := range modules {
		target := filepath.Join(dir, m.file)
		body, err := os.ReadFile(target)
		if err != nil {
			return err
		}
		for k, c := range []struct {
			encoding
			effort int
			ext    string
		}{{brotlied, e.brotli, ".br"}, {gzipped, e.gzip, ".gz"}} {
			wait.Go(func() {
				failed[i][k] = os.WriteFile(target+c.ext, compress(body, c.encoding, c.effort), 0o644)
			})
		}
	}
	wait.Wait()
	var all []error
	for _, f := range failed {
		all = append(all, f[:]...)
	}
	return errors.Join(all...)
}

// compile compiles a module and puts it into dir.
func (m module) compile(ctx context.Context, root, dir, goroot string, flags []string, log io.Writer) error {
	replaced, target := filepath.Join(dir, "overlay.json"), filepath.Join(dir, m.file)
	if err := overlay(replaced, root, goroot, m.standIns); err != nil {
		return err
	}
	defer os.Remove(replaced)
	args := append([]string{"build", "-overlay", replaced, "-o", target}, flags...)
	if err := tool(ctx, root, log, log, append(args, m.pkg)...); err != nil {
		return err
	}
	body, err := os.ReadFile(target)
	if err != nil {
		return err
	}
	if body, err = joined(body); err != nil {
		return err
	}
	return os.WriteFile(target, body, 0o644)
}

// copyScripts copies the scripts that belong to the app from the Go and the
// go-app it was compiled with: those of other releases need not fit.
func copyScripts(ctx context.Context, root, dir, goroot string, log io.Writer) error {
	pkg, err := toolLine(ctx, root, log, "list", "-f", "{{.Dir}}", goApp)
	if err != nil {
		return err
	}
	for name, from := range map[string]string{
		glueFile:   filepath.Join(goroot, "lib", "wasm"),
		scriptFile: filepath.Join(pkg, "gen"),
	} {
		data, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// toolLine returns the line that the go command prints.
func toolLine(ctx context.Context, root string, log io.Writer, args ...string) (string, error) {
	var out bytes.Buffer
	err := tool(ctx, root, &out, log, args...)
	return strings.TrimSpace(out.String()), err
}

// tool runs the go command at the top of the source tree, for the browser.
func tool(ctx context.Context, root string, stdout, stderr io.Writer, args ...string) error {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stdout, cmd.Stderr = stdout, stderr
	// Interrupted rather than killed, the compiler cleans up after itself.
	cmd.Cancel = func() error {
		if cmd.Process.Signal(os.Interrupt) != nil {
			return cmd.Process.Kill()
		}
		return nil
	}
	cmd.WaitDelay = 5 * time.Second
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return errors.New(`there is no "go" on the PATH: install Go, or build a binary with the app in it elsewhere`)
	case err != nil:
		return fmt.Errorf("go %s: %w", args[0], err)
	}
	return nil
}
