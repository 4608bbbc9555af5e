// Command wasm is the browser's entry point. It is compiled to app.wasm and
// never runs anywhere else.
package main

import (
	"context"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/client"
)

func main() {
	// What replaces the server's page is the same page, so it waits for the
	// story that the page shows.
	client.New().Start(context.Background())
	app.RunWhenOnBrowser()
}
