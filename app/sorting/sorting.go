// Package sorting sorts slices by a comparison, as package slices does, with
// code that is there once for all types.
//
// The functions of package slices are compiled anew for every type of element,
// some 20 KB each, which readers have to load before the app runs. These are a
// few hundred bytes a type around package sort's. They take about twice the
// time, which is nothing beside what is sorted for: the analysis of 109 articles
// takes as long as with those of package slices.
package sorting

import "sort"

// By sorts x in ascending order as cmp says, which is negative when a comes
// before b and positive when it comes after. Elements that are equal to cmp keep
// their order. It takes O(n log² n) comparisons.
func By[E any](x []E, cmp func(a, b E) int) {
	sort.Stable(list{
		len(x),
		func(i, j int) bool { return cmp(x[i], x[j]) < 0 },
		func(i, j int) { x[i], x[j] = x[j], x[i] },
	})
}

// list is a slice of any type.
type list struct {
	n    int
	less func(i, j int) bool
	swap func(i, j int)
}

func (l list) Len() int           { return l.n }
func (l list) Less(i, j int) bool { return l.less(i, j) }
func (l list) Swap(i, j int)      { l.swap(i, j) }
