package ui

import "strconv"

// Working is the error of a [Source] that is still analysing a story. Its view
// says how far the work is.
type Working struct {
	ID       string
	Title    string
	Articles int    // in the story
	Phase    string // what is being done, a sentence without its full stop
	Done     int    // articles, in this phase
	Stopped  bool   // the reader ended it
	Failed   string // what went wrong, a sentence
}

func (w *Working) Error() string { return say("progress.the-story-is-still") }

// view has the parts that change in blocks of their own, so that the focus
// stays on the button, and the words that are read out change only with the
// phase.
func (w *Working) view() View {
	var head, bar, said, way, stay markup
	head.put("h1", say("progress.comparing", "count", count(w.Articles, "count.article")), "id", "what").put("p", w.Title, "class", "lead", "dir", "auto")
	switch {
	case w.Failed != "":
		said.text(w.Failed)
	case w.Stopped:
		said.text(say("progress.stopped-nothing-is-lost"))
	default:
		said.text(w.Phase + ".")
		done := strconv.Itoa(w.Done)
		bar.open("progress", "id", "progress", "aria-labelledby", "what", "max", strconv.Itoa(w.Articles), "value", done).close("progress")
		bar.text(" " + say("progress.of", "done", done, "n", grouped(w.Articles)))
	}
	if w.Stopped || w.Failed != "" {
		way.button("again:"+w.ID, say("progress.compare-again"), "class", "main", "id", "way")
	} else {
		way.button("stop:"+w.ID, say("progress.stop"), "class", quiet, "id", "way")
		stay.text(say("progress.you-can-go-elsewhere") + " ")
	}
	stay.put("a", say("own.go-to-the-stories"), "href", "/")
	p := func(m *markup, attrs ...string) Block { return group("p", attrs, m.inner()...) }
	return View{
		Status: 200, Title: say("progress.comparing-samewire", "title", w.Title), Description: say("progress.the-articles-are-being"), Starts: true,
		Blocks: []Block{skipLink(), banner(),
			group("main", []string{"id", "main", "class", "plain working", "tabindex", "-1"},
				head.whole("div"), p(&bar, "class", "note"), p(&said, "role", "status"), p(&way), p(&stay, "class", "note")),
			footer()},
	}
}

// inner returns what was written, inside an element that go-app can replace, or
// nothing.
func (m *markup) inner() []Block {
	if m.b.Len() == 0 {
		return nil
	}
	return []Block{m.whole("span")}
}

// whole returns what was written as one element.
func (m *markup) whole(tag string) Block {
	var out markup
	return out.open(tag).raw(m).close(tag).block()
}
