package web

import (
	"encoding/json"
	"fmt"
	"strings"
)

// starter fills in go-app's script app.js, which registers the service worker
// and starts the app: the app's version and where its files are. It is what
// go-app's own handler does with it. That handler isn't asked, because go-app
// takes longer to compile than all the rest of the server, and the server
// needs nothing else of it; a test holds the two together.
func starter(script []byte, version, wasm string) ([]byte, error) {
	env, err := json.Marshal(map[string]string{
		"GOAPP_VERSION":              version,
		"GOAPP_ROOT_PREFIX":          "/",
		"GOAPP_STATIC_RESOURCES_URL": "/static",
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
		"{{.WorkerJS}}", workerFile,
	).Replace(string(script))
	if _, rest, found := strings.Cut(filled, "{{"); found {
		return nil, fmt.Errorf("go-app's app.js asks for more than is known here: {{%.30s", rest)
	}
	return []byte(filled), nil
}
