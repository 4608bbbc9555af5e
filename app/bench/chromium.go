//go:build !js

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/chromedp"

	"samewire/app/story"
)

// readStory makes a story of files.
func readStory(files []string) (*story.Story, error) { return story.ReadFiles(files) }

// ended is what the page writes to its console when the command has ended.
const ended = "the command has ended"

// page runs a verb of the command on the story that the server hands out.
func page(verb string) string {
	return `<!DOCTYPE html><title>bench</title><link rel="icon" href="data:,"><script src="wasm_exec.js"></script><script>
const go = new Go();
go.argv = ["bench", "` + verb + `", location.origin + "/story.json"];
WebAssembly.instantiateStreaming(fetch("bench.wasm"), go.importObject)
	.then(result => go.run(result.instance)).catch(console.error).finally(() => console.log("` + ended + `"));
</script>`
}

// inChromium runs a verb in a browser: it compiles this command to WebAssembly,
// runs it in Chromium on the story of the files and copies what it prints.
func inChromium(verb string, files []string, out io.Writer) error {
	s, err := story.ReadFiles(files)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := compile(dir); err != nil {
		return err
	}
	for name, data := range map[string][]byte{"story.json": s.JSON(), "index.html": []byte(page(verb))} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer listener.Close()
	go http.Serve(listener, http.FileServer(http.Dir(dir))) // until the listener closes
	return watch("http://"+listener.Addr().String()+"/", out)
}

// compile puts this command for the browser, and what runs it there, into dir.
func compile(dir string) error {
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(dir, "bench.wasm"), "samewire/app/bench")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go build for the browser: %w\n%s", err, said)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env GOROOT: %w", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "wasm_exec.js"), data, 0o644)
}

// watch opens a page in Chromium and copies its console until the command has
// ended.
func watch(url string, out io.Writer) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	defer stop()
	ctx, end := chromedp.NewContext(ctx)
	defer end()
	if err := chromedp.Do(ctx); err != nil {
		return fmt.Errorf("no Chromium to run it in: %w", err)
	}
	console := chromedp.Console(ctx)
	if _, err := chromedp.Run(ctx, chromedp.Navigate(url)); err != nil {
		return err
	}
	for m, err := range console {
		switch {
		case err != nil:
			return err
		case m.Text == ended:
			return nil
		case m.Type != "log":
			return errors.New(m.Text)
		}
		fmt.Fprintln(out, m.Text)
	}
	return ctx.Err()
}
