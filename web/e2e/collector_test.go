package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// counting is a page that runs a program and counts the turns it has.
const counting = `<!DOCTYPE html><title>Counting</title><link rel="icon" href="data:,"><script src="wasm_exec.js"></script><script>
var turns = 0;
const turn = new MessageChannel(), go = new Go();
turn.port1.onmessage = () => { turns++; turn.port2.postMessage(0); };
turn.port2.postMessage(0);
function done(had) { turn.port1.close(); document.title = had; }
WebAssembly.instantiateStreaming(fetch("marking.wasm"), go.importObject).then((app) => go.run(app.instance));
</script>`

// TestCollector has the app's garbage collector at work for long in a page, which
// has turns meanwhile.
func TestCollector(t *testing.T) {
	needBrowser(t)
	if !strings.HasPrefix(runtime.Version(), "go1.26") {
		t.Skipf("with %s the app is compiled with its own collector", runtime.Version())
	}
	tool := func(args ...string) string {
		cmd := exec.CommandContext(t.Context(), "go", args...)
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go %s: %v", args[0], err)
		}
		return strings.TrimSpace(string(out))
	}
	dir, goroot := t.TempDir(), tool("env", "GOROOT")
	const name = "netpoll_fake.go"
	ours, err := filepath.Abs("../../wasm/_runtime/" + name)
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{filepath.Join(goroot, "src", "runtime", name): ours}})
	if err != nil {
		t.Fatal(err)
	}
	replaced := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(replaced, overlay, 0o644); err != nil {
		t.Fatal(err)
	}
	tool("build", "-trimpath", "-gcflags=all=-l", "-overlay", replaced, "-o", filepath.Join(dir, "marking.wasm"), "./testdata/marking")

	files := http.NewServeMux()
	files.Handle("/marking.wasm", http.FileServer(http.Dir(dir)))
	files.Handle("/wasm_exec.js", http.FileServer(http.Dir(filepath.Join(goroot, "lib", "wasm"))))
	files.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, counting) })
	server := httptest.NewServer(files)
	defer server.Close()
	b := open(t, server.URL)
	b.visit("/")
	b.until(`document.title !== "Counting"`)
	if had := eval[int](b, `+document.title`); had < 2 {
		t.Errorf("while the collector marked, the page had %d turns", had)
	}
}
