package edit_test

import (
	"fmt"

	"samewire/app/edit"
)

func ExampleDiff() {
	base := "The mill, in Leeds, will shut its gates in May."
	reading := "The old mill will close in May."
	for _, e := range edit.Diff(base, reading) {
		fmt.Printf("%-7v %q %q\n", e.Op, e.A.Of(base), e.B.Of(reading))
	}
	// Output:
	// keep    "The " "The "
	// insert  "" "old "
	// keep    "mill" "mill"
	// delete  ", in Leeds," ""
	// keep    " will " " will "
	// replace "shut its gates" "close"
	// keep    " in May." " in May."
}

func ExampleDiff_moved() {
	base := "Clark said on Monday: “The mill will shut.”"
	reading := "The mill will shut, Clark said on Monday."
	for _, e := range edit.Diff(base, reading) {
		fmt.Printf("%-7v %d %q %q\n", e.Op, e.Move, e.A.Of(base), e.B.Of(reading))
	}
	// Output:
	// delete  1 "Clark said on Monday: “" ""
	// keep    0 "The mill will shut." "The mill will shut"
	// delete  0 "”" ""
	// insert  1 "" ", Clark said on Monday."
}

func ExampleScript_Patch() {
	base, reading := "The mill will shut in May.", "The mill will close in May!"
	patch := edit.Diff(base, reading).Patch(base, reading)
	for _, c := range patch {
		fmt.Printf("%d–%d %q\n", c.Start, c.End, c.New)
	}
	fmt.Println(edit.Apply(base, patch))
	// Output:
	// 14–18 "close"
	// 25–26 "!"
	// The mill will close in May! <nil>
}
