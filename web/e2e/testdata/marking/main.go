//go:build js && wasm

// Command marking has the garbage collector mark much in a page, and tells how
// many turns the page had meanwhile.
package main

import (
	"runtime"
	"syscall/js"
	"time"
)

type node struct{ next, other *node }

func main() {
	time.Sleep(time.Nanosecond) // a timer, which the app has all the time
	begin, page := make(chan struct{}), js.Global()
	page.Call("setTimeout", js.FuncOf(func(js.Value, []js.Value) any {
		close(begin)
		return nil
	}))
	<-begin // in a task of an event
	var all *node
	for range 400_000 {
		all = &node{all, all}
	}
	before := page.Get("turns").Int()
	runtime.GC()
	page.Call("done", page.Get("turns").Int()-before)
	runtime.KeepAlive(all)
}
