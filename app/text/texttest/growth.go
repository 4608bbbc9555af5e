package texttest

import (
	"math"
	"runtime"
	"testing"
	"time"
)

// Growth measures f on a text or story of size and of twice the size, and
// reports the time of the larger, the memory allocated by both, and the exponent with which
// the time grows: 1 where it doubles. What made does is not measured.
func Growth[T any](b *testing.B, size int, made func(size int) T, f func(T)) {
	b.Helper()
	once, twice := made(size), made(2*size)
	var short, long time.Duration
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for n := 0; b.Loop(); n++ {
		least(&short, n, func() { f(once) })
		least(&long, n, func() { f(twice) })
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(0, "ns/op") // of both sizes together: says nothing
	b.ReportMetric(float64(long)/1e6, "ms")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)/1e6, "MB")
	b.ReportMetric(math.Log2(float64(long)/float64(short)), "exponent")
}

// least times f and keeps the time if it is the first or the shortest: other
// work on the machine can only add.
func least(d *time.Duration, round int, f func()) {
	start := time.Now()
	f()
	if took := time.Since(start); round == 0 || took < *d {
		*d = took
	}
}
