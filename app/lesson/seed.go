package lesson

// random is the generator SplitMix64: Steele, Lea and Flood, "Fast splittable
// pseudorandom number generators", OOPSLA 2014, with the constants of Vigna's
// splitmix64.c. It is here so that lessons don't change with Go's version.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1. Its bias, under n/2^64, doesn't matter.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// shuffle brings a list into random order (Fisher and Yates).
func shuffle[T any](r *random, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := r.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}

// generator returns the generator for one purpose of a lesson.
func generator(seed, purpose uint64) *random {
	r := random(seed)
	r = random(r.next() ^ purpose)
	return &r
}

// digest is the hash FNV-1a of 64 bits (Fowler, Noll and Vo) of texts, each
// followed by a byte that no UTF-8 text has.
func digest(texts ...string) uint64 {
	h := uint64(0xcbf29ce484222325)
	add := func(b byte) { h = (h ^ uint64(b)) * 0x100000001b3 }
	for _, t := range texts {
		for i := range len(t) {
			add(t[i])
		}
		add(0xff)
	}
	return h
}
