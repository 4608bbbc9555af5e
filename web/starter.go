package web

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
)

// starter fills in go-app's script app.js, which registers the service worker
// and starts the app: the app's version and where its files are. It is what
// go-app's own handler does with it. That handler isn't asked, because go-app
// takes longer to compile than all the rest of the server, and the server
// needs nothing else of it; a test holds the two together.
//
// One thing is done otherwise: go-app counts the bytes of the app as they come,
// for a progress bar. Counted bytes are a stream that a script made, which the
// browser compiles in steps on the page's own thread, and whose compiled code
// it doesn't keep for the next visit. Nobody sees the bar, so the browser gets
// its own stream.
func starter(script []byte, base, version, wasm string) ([]byte, error) {
	env, err := json.Marshal(map[string]string{
		"GOAPP_VERSION":              version,
		"GOAPP_ROOT_PREFIX":          cmp.Or(base, "/"),
		"GOAPP_STATIC_RESOURCES_URL": base + "/static",
		"GOAPP_INTERNAL_URLS":        "null",
	})
	if err != nil {
		return nil, err
	}
	filled := strings.NewReplacer(
		"{{.Env}}", string(env),
		"{{.LoadingLabel}}", "{progress} %",
		"{{.Wasm}}", wasm,
		"{{.WasmContentLength}}", "",
		"{{.WasmContentLengthHeader}}", lengthHeader,
		"{{.WorkerJS}}", base+workerFile,
	).Replace(string(script))
	counted := `fetchWithProgress("` + wasm + `", showProgress)`
	if !strings.Contains(filled, counted) {
		return nil, fmt.Errorf("go-app's app.js doesn't load the app by %s", counted)
	}
	filled = strings.Replace(filled, counted, `fetch("`+wasm+`")`, 1)
	if _, rest, found := strings.Cut(filled, "{{"); found {
		return nil, fmt.Errorf("go-app's app.js asks for more than is known here: {{%.30s", rest)
	}
	return []byte(guard(version) + filled), nil
}

// guard returns what app.js begins with: a page of another version, from before
// a restart of the server or from a cache on the way, isn't for this app. It is
// loaded anew, once, and else does without.
func guard(version string) string {
	return `if (document.querySelector("script[data-version]")?.dataset.version !== "` + version + `") {
  if (performance.getEntriesByType("navigation")[0]?.type !== "reload") {
    location.reload();
  }
  throw new Error("the page is of another version than the app");
}
`
}
