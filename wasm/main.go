// Command wasm is the browser's entry point: the page, or the worker that
// analyses a big story off the page's thread. It is compiled to app.wasm and
// never runs anywhere else.
package main

import (
	"context"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/client"
)

func main() {
	if !app.Window().Get("document").Truthy() {
		if err := client.Work(context.Background()); err != nil {
			panic(err) // the page hears of it, and does the work itself
		}
		return
	}
	// What replaces the server's page is the same page, so it waits for the
	// story that the page shows.
	client.New().Start(context.Background())
	app.RunWhenOnBrowser()
}
