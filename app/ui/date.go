package ui

import (
	"strconv"
	"strings"
	"time"
)

// date writes a date as the reader's language has it, if it is a day or a month
// as ISO 8601 writes them, or a month in English; any other as it is given.
func date(given string) string {
	day, clock, timed := strings.Cut(given, "T")
	if t, err := time.Parse(time.DateOnly, day); err == nil && (!timed || strings.Contains(clock, ":")) {
		return say("date.day", "n", strconv.Itoa(t.Day()), "month", month(t), "year", strconv.Itoa(t.Year()))
	}
	for _, layout := range []string{"2006-01", "January 2006"} {
		if t, err := time.Parse(layout, given); err == nil {
			return say("date.month", "month", month(t), "year", strconv.Itoa(t.Year()))
		}
	}
	return given
}

// dated puts a date before what is told of an article or a story, if it is known.
func dated(given, facts string) string {
	if given == "" {
		return facts
	}
	return date(given) + " · " + facts
}

func month(t time.Time) string { return say("date.name." + strconv.Itoa(int(t.Month()))) }

// colon stands between a word and what it tells, with a space behind it.
func colon() string { return say("colon") + " " }

// inMarks puts words into the quotation marks of the reader's language. They may
// be markup.
func inMarks(words string) string { return say("finding.quote", "words", words) }
