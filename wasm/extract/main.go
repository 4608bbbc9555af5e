//go:build js

// Command extract reads articles from files in the browser, in a worker of its
// own. It is compiled to extract.wasm, which loads when a reader opens a file:
// with the page reader in it, it is as large as the app itself.
//
// The worker's script sets a function on the global object, "ready", to which
// main hands the function that reads: of a name and a Uint8Array it makes a
// string, the JSON of [extract.Answer].
package main

import (
	"syscall/js"

	"samewire/app/extract"
)

func main() {
	read := js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := make([]byte, args[1].Length())
		js.CopyBytesToGo(data, args[1])
		return string(extract.Read(args[0].String(), data).JSON())
	})
	js.Global().Call("ready", read)
	select {} // the function is called from the script until the worker ends
}
