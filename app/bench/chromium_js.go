package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"samewire/app/story"
)

func inChromium(string, []string, io.Writer) error { return errors.New("this is a browser already") }

// readStory fetches a story: a browser has no files.
func readStory(urls []string) (*story.Story, error) {
	res, err := http.Get(urls[0])
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		return nil, err
	}
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", urls[0], res.Status)
	}
	return story.ParseJSON(data, "story")
}
