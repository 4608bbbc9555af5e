package web

import (
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// addresses tells go-app's handler what starter knows.
type addresses struct{ wasm string }

func (a addresses) Resolve(location string) string {
	switch location {
	case "/web/app.wasm":
		return a.wasm
	case "/web":
		return "/static"
	}
	return location
}

// What we make of go-app's script is what go-app's handler makes of it.
func TestStarterIsGoApps(t *testing.T) {
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", goApp).Output()
	if err != nil {
		t.Skipf("no go command to find go-app with: %v", err)
	}
	script, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "gen", scriptFile))
	if err != nil {
		t.Fatal(err)
	}
	got, err := starter(script, "", "v7", "/app.wasm?v=1")
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	(&app.Handler{
		Name: name, Version: "v7", LoadingLabel: "{progress} %", WasmContentLengthHeader: lengthHeader,
		Resources: addresses{"/app.wasm?v=1"},
	}).ServeHTTP(w, httptest.NewRequest("GET", starterFile, nil))
	want := strings.Replace(w.Body.String(), `fetchWithProgress("/app.wasm?v=1", showProgress)`, `fetch("/app.wasm?v=1")`, 1)
	if string(got) != guard("v7")+want {
		t.Errorf("app.js is\n%s\nand go-app's own is\n%s", got, want)
	}
	for _, want := range []string{`fetch("/app.wasm?v=1")`, `"/app-worker.js"`, `"GOAPP_VERSION":"v7"`, lengthHeader} {
		if !strings.Contains(string(got), want) {
			t.Errorf("app.js lacks %s", want)
		}
	}
}

func TestStarterWithAnUnknownPlaceholder(t *testing.T) {
	const load = `fetchWithProgress("{{.Wasm}}", showProgress)`
	if _, err := starter([]byte("const x = {{.Novelty}}; "+load), "", "v", "w"); err == nil || !strings.Contains(err.Error(), ".Novelty") {
		t.Errorf("error %v", err)
	}
	if _, err := starter([]byte(`fetchOtherwise("{{.Wasm}}")`), "", "v", "w"); err == nil || !strings.Contains(err.Error(), "doesn't load") {
		t.Errorf("error %v", err)
	}
}
