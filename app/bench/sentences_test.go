package main

import (
	"strings"
	"testing"
)

func TestSentencesVerb(t *testing.T) {
	in := `{"id": "a", "text": "Über 8.5 m. Mr. Lee <waits>."}` + "\n" + `{"id": 2, "text": ""}`
	want := `{"id":"a","sentences":[[0,12],[13,29]]}` + "\n" + `{"id":2,"sentences":[]}` + "\n"
	var out strings.Builder
	if err := sentences(nil, strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}

func TestEachLineNamesTheBadValue(t *testing.T) {
	var out strings.Builder
	err := sentences(nil, strings.NewReader("{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2, \"text\": 3}\n"), &out)
	if err == nil || !strings.Contains(err.Error(), "value 2 of the input") {
		t.Errorf("got error %v, want one that names value 2", err)
	}
}
