//go:build js && wasm

// This file stands in for the one of its name in package runtime of Go 1.26 when
// the app is compiled for the browser; the directory's name keeps it from being
// compiled by itself.
//
// A page has one thread. When nothing else is left to do in a task of the
// browser's, Go's garbage collector marks what is in use, and the browser gets
// its thread back only when all is marked: with a big story, a tenth of a second
// in which no tap is answered. The collector does stop for work that the poller
// of the network finds, and a page has no network to poll. So here the poller
// finds the task itself, once the collector has marked for a turn: the task ends,
// and a timer brings the collector back for the rest.
package runtime

import "unsafe"

// turn is how long the collector marks before a task ends, in nanoseconds.
const turn = 8_000_000

// marking is since when there was nothing but marking to do in the task of an
// event. It holds an address as a number, since it may be set while the
// collector runs.
var marking struct {
	event uintptr
	since int64
}

// rest is the timer for what is left to mark.
var rest timeoutEvent

// netpollinit has the scheduler ask netpoll, as for a goroutine that waits.
func netpollinit() { netpollWaiters.Store(1) }

func netpollIsPollDescriptor(uintptr) bool { return false }
func netpollopen(uintptr, *pollDesc) int32 { return 0 }
func netpollclose(uintptr) int32           { return 0 }
func netpollarm(*pollDesc, int)            {}
func netpollBreak()                        {}

// netpoll returns the goroutine that ends the browser's task, if there has been
// nothing but marking to do in it for a turn. The scheduler asks before it lets
// the collector mark, and the collector every now and then.
//
//go:yeswritebarrierrec
func netpoll(delay int64) (gList, int32) {
	var ready gList
	if delay < 0 { // neither a task nor a timer
		fatal("all goroutines are asleep - deadlock!")
	}
	if gcBlackenEnabled == 0 || len(events) == 0 {
		return ready, 0
	}
	e := events[len(events)-1]
	if !e.returned || readgstatus(e.gp) != _Gwaiting {
		return ready, 0
	}
	now := nanotime()
	if at := uintptr(unsafe.Pointer(e)); at != marking.event {
		marking.event, marking.since = at, now
	}
	if now-marking.since < turn {
		return ready, 0
	}
	idleTimeout.clear() // it may be for later; the scheduler sets it anew
	rest = timeoutEvent{scheduleTimeoutEvent(1), now + 1_000_000}
	idleTimeout = &rest
	ready.push(e.gp)
	return ready, 0
}
