package main

import (
	"strings"
	"testing"
)

func TestReuseVerb(t *testing.T) {
	in := `{"id": "x", "a": "Über das Meer kam am späten Abend noch ein Boot.", "b": "»Über das Meer kam am späten Abend noch ein Boot«, hieß es."}` + "\n" +
		`{"id": 7, "a": "", "b": "Nothing."}` + "\n"
	want := `{"id":"x","matches":[{"a":[0,49],"b":[0,51]}]}` + "\n" + `{"id":7,"matches":[]}` + "\n"
	var out strings.Builder
	if err := reuse(nil, strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}
